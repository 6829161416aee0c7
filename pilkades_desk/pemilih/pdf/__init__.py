"""Draws the lists of voters."""
