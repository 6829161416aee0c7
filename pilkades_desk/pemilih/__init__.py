"""Step 2 of 8. Spreadsheet → voter → DPS → DPT.

Reads: panitia. Gives: Dpt.
"""
