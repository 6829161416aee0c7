"""Step 8 of 8. Meja kabupaten: kit, receive, verify, receipt, recap.

Reads: every earlier step. Gives: TandaTerima, RekapKabupaten.
"""
