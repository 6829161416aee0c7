"""The regulation profile: its keys, its text, its values, replacing it, standing by assumptions."""
