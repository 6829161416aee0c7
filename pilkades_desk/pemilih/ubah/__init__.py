"""Correcting one person, many at once, and taking such a change back."""
