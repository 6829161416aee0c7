"""Finding people of the list as somebody types, and counting them by area."""
