"""Pillow: photos from anywhere, made small and uniform once."""
