"""Qt: theme, widgets, work off the window's thread, questions."""
