"""Paper rounds: a sheet per RT goes from door to door and is typed back line by line."""
