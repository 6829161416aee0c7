"""Who may stand in the list twice: pairs found by rule, each decided by a person, remembered."""
