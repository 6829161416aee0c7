"""Step 7 of 8. Manifest → bundle → stick; receipts read back.

Reads: panitia … berita_acara. Gives: Paket.
"""
