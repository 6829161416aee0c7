"""Column mappings: what the program suggests for headers it does not know, and a person chooses."""
