"""Step 4 of 8. DPT shared out over counting units.

Reads: panitia, pemilih, calon. Gives: UnitHitung.
"""
