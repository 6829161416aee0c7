"""Removable drives and safe writing; a folder can play the stick."""
