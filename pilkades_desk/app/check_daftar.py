"""`pilkades-desk periksa daftar FILE`: is an exported DPT the one its seal was made of?"""

import json
from pathlib import Path

from pilkades_desk.core.terbilang import angka
from pilkades_desk.pemilih.dpt.lembar import check_sheets
from pilkades_desk.pemilih.dpt.values import HasilDaftar, Kecocokan
from pilkades_desk.pemilih.pratinjau import open_sheet_file

EXIT = {Kecocokan.COCOK: 0, Kecocokan.TIDAK_COCOK: 1, Kecocokan.TIDAK_TERBUKTI: 3}
_SAID = {
    Kecocokan.COCOK: "Cocok: isi daftar ini sama dengan segelnya.",
    Kecocokan.TIDAK_COCOK: "Tidak cocok: isi daftar ini bukan yang disegel. Jangan dipakai.",
    Kecocokan.TIDAK_TERBUKTI: "Tidak dapat dibuktikan: NIK dan KK disamarkan. Minta yang utuh.",
}


def check_daftar(path: Path) -> HasilDaftar:
    """Read an exported list and recompute its seal (S-273)."""
    return check_sheets(open_sheet_file(path).sheets)


def print_daftar(found: HasilDaftar, *, as_json: bool) -> int:
    """Print what was found and give the exit code: 0 it fits, 1 it does not, 3 not provable."""
    print(json.dumps(as_facts(found), ensure_ascii=False) if as_json else describe(found))
    return EXIT[found.kecocokan]


def as_facts(found: HasilDaftar) -> dict[str, object]:
    """Give what `--json` prints."""
    return {
        "hasil": found.kecocokan.value,
        "versi": found.versi,
        "jumlah": found.jumlah,
        "segel": found.segel,
        "segel_hitung": found.hitung,
        "kode_data": found.kode,
    }


def describe(found: HasilDaftar) -> str:
    """Say in Indonesian what was found."""
    lines = [
        f"Versi DPT : {found.versi}",
        f"Baris     : {angka(found.jumlah)}",
        f"Segel     : {found.segel}",
        f"Kode data : {found.kode}",
        _SAID[found.kecocokan],
    ]
    return "\n".join(lines)
