"""Draws what every printed document has."""
