"""The page of the import: what was found in a file, changed before anything is stored."""
