"""Frozen content in, PDF/A bytes out; no clock, no settings, no session."""
