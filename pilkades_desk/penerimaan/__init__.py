"""Step 8 of 8. Meja kabupaten: kit, receive, verify, receipt, recap of all villages. Reads: every earlier step. Gives: TandaTerima, RekapKabupaten."""
