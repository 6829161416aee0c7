"""What happened to one person of the list, oldest first."""
