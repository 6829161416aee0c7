"""Pilkades Desk: offline desk for the committees that elect Indonesian village heads.

The map, one line per step, in the order of the election:
    1 panitia        village, committee, accounts, regulation profile
    2 pemilih        spreadsheet → voter → DPS → DPT
    3 calon          aspirant → candidate → drawn number
    4 tps            DPT shared out over counting units
    5 penghitungan   count form entered twice, compared, final; recap; winner
    6 berita_acara   frozen content → PDF → signatures
    7 paket          sealed bundle → stick → receipt
    8 penerimaan     meja kabupaten: receive, verify, receipt, recap
"""
