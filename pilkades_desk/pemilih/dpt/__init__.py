"""The versions of the DPT: opened by two, locked anew, compared, noted on, exported and proven."""
