"""Step 6 of 8. Frozen content → PDF → signatures.

Reads: panitia … penghitungan. Gives: Dokumen.
"""
