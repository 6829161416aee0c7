"""Knows every step; nothing imports it."""
