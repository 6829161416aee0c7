"""Part of the list on another committee laptop: handed out, edited there, merged back."""
