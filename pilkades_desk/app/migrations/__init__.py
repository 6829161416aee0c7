"""Alembic scripts, shipped inside the program."""
