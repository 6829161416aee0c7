"""Composes each document's frozen content from what the earlier steps made final."""
