"""Step 1 of 8. Village, committee, accounts, regulation profile, keys.

Reads: nothing. Gives: Meja, Profil.
"""
