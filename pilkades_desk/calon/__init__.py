"""Step 3 of 8. Aspirant → candidate → drawn number.

Reads: panitia, pemilih. Gives: Calon.
"""
