"""age and ZIP: the bundle container, header and stream apart."""
