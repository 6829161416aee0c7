"""Step 5 of 8. Count form entered twice, compared, final; recap; winner.

Reads: panitia … tps. Gives: FormHitung, Rekap, Hasil.
"""
