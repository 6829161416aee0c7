"""The counter where residents ask whether they are on the list."""
