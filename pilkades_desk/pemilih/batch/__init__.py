"""The imports, and withdrawing one before the DPS is set."""
