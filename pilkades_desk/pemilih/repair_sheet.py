"""The repair list as a sheet to hand back: reason first, then every cell as it was."""

from collections.abc import Sequence

from pilkades_desk.kits.spreadsheet.writer import SheetOut
from pilkades_desk.pemilih.values import BarisPerbaikan

_WIDTHS = (22, 10, 8, 12, 60, 60)
_HEADER = ("Berkas", "Lembar", "Baris", "Kode", "Mengapa", "Yang dilakukan")


def repair_sheet(daftar: Sequence[BarisPerbaikan], mark: str) -> SheetOut:
    """Compose the sheet, one row per refused row; `mark` says who took it out."""
    width = max((len(baris.sel) for baris in daftar), default=0)
    kepala = daftar[0].kepala if daftar else ()
    columns = (*_HEADER, *kepala, *("" for _ in range(width - len(kepala))))
    return SheetOut("Perbaikan", columns, [_row(baris) for baris in daftar], _WIDTHS, mark)


def _row(baris: BarisPerbaikan) -> Sequence[str | int]:
    return (
        baris.berkas,
        baris.lembar,
        baris.baris,
        ", ".join(baris.kode),
        " ".join(found.text for found in baris.temuan),
        " ".join(dict.fromkeys(found.do_now for found in baris.temuan)),
        *baris.sel,
    )
