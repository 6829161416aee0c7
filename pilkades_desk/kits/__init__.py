"""One outside library each; know no step and not each other."""
