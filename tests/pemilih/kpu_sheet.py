"""A KPU sheet of a few invented people, one of them as a test wants them."""

from pathlib import Path

from pilkades_desk.app.demo_voters import KOLOM_KPU_33
from pilkades_desk.kits.spreadsheet.writer import SheetOut, write_xlsx

NIK = "33990152059000{:02d}"


def write_rows(path: Path, *people: dict[str, object]) -> Path:
    """A KPU sheet whose rows are good apart from what is given; NIK and family by position."""
    rows = []
    for number, changes in enumerate(people, 1):
        good = {
            "NO": number, "NKK": f"33990101011500{number:02d}", "NIK": NIK.format(number),
            "NAMA": f"SITI UJI {chr(64 + number)}", "TEMPAT LAHIR": "CIKEMBAR",
            "TANGGAL LAHIR": "12|05|1990", "STS KAWIN": "S", "KELAMIN": "P", "ALAMAT": "JL. MELATI",
            "RT": 1, "RW": 1, "DISABILITAS": 0, "KETERANGAN": "0", "SUMBER": "dp4",
        }  # fmt: skip
        rows.append([(good | changes).get(column, "null") for column in KOLOM_KPU_33])
    path.write_bytes(write_xlsx([SheetOut("Sheet1", KOLOM_KPU_33, rows)]))
    return path
