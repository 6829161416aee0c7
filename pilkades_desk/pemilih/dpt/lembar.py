"""The DPT as a workbook, and back: KPU-33 columns, numbers as text, and a sheet with the seal.

What is read back is untrusted: only a row that is a line of the DPT to the letter counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pydantic import ValidationError

from pilkades_desk.core.errors import SheetError
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.kits.spreadsheet.reader import Sheet
from pilkades_desk.kits.spreadsheet.writer import SheetOut
from pilkades_desk.pemilih.dpt.rules import seal_code
from pilkades_desk.pemilih.dpt.values import HasilDaftar, Kecocokan
from pilkades_desk.pemilih.rules import seal_dpt
from pilkades_desk.pemilih.values import Dpt, PemilihDpt

DAFTAR, SEGEL = "DPT", "segel"
KPU_33 = (
    "NO", "KEC_ID", "KECAMATAN", "KEL_ID", "KELURAHAN", "DPID", "NKK", "NIK", "NAMA",
    "TEMPAT LAHIR", "TANGGAL LAHIR", "STS KAWIN", "KELAMIN", "ALAMAT", "RT", "RW", "DISABILITAS",
    "EKTP", "KETERANGAN", "SUMBER", "TPS_ID", "TPS", "K1", "K2", "K3", "UPDATED_AT",
    "STATUS", "RANK", "TAHAPAN_ID", "PROV_ASAL", "KAB_ASAL", "KEC_ASAL", "KEL_ASAL",
)  # fmt: skip
_OWN = ("DUSUN", "ID")
_KOLOM = {
    "NO": "no_urut",
    "NKK": "kk",
    "NIK": "nik",
    "NAMA": "nama",
    "TEMPAT LAHIR": "tempat_lahir",
    "TANGGAL LAHIR": "tanggal_lahir",
    "STS KAWIN": "kawin",
    "KELAMIN": "kelamin",
    "ALAMAT": "alamat",
    "RT": "rt",
    "RW": "rw",
    "DISABILITAS": "disabilitas",
    "KETERANGAN": "keterangan",
    "DUSUN": "dusun",
    "ID": "id",
}
_HEADER = (*KPU_33, *_OWN)
_WHOLE, _MASKED = "utuh", "disamarkan"
_WIDTHS = tuple(20 if name in ("NKK", "NIK", "NAMA", "ALAMAT") else 12 for name in _HEADER)


def dpt_sheets(
    dpt: Dpt, lines: Sequence[PemilihDpt], mark: str, *, whole: bool
) -> tuple[SheetOut, ...]:
    """Compose the workbook: the list, and what proves it."""
    rows = [[_cell(line, name, whole=whole) for name in _HEADER] for line in lines]
    about = (
        ("versi", str(dpt.versi)),
        ("segel", dpt.segel),
        ("dari segel", dpt.dari_segel),
        ("kode data", seal_code(dpt.segel)),
        ("jumlah", str(dpt.jumlah)),
        ("angka", _WHOLE if whole else _MASKED),
    )
    return (
        SheetOut(DAFTAR, _HEADER, rows, _WIDTHS, mark),
        SheetOut(SEGEL, ("Isian", "Nilai"), about, (14, 70), mark),
    )


def check_sheets(untrusted_sheets: Sequence[Sheet]) -> HasilDaftar:
    """Recompute the seal of an exported list from its rows and compare it (S-273).

    Raises:
        SheetError: this is no list exported from here.
    """
    sheets = {sheet.name: sheet for sheet in untrusted_sheets}
    if not {DAFTAR, SEGEL} <= sheets.keys():
        raise SheetError(
            "Berkas ini bukan DPT yang diekspor Pilkades Desk.",
            "Pilih berkas dengan lembar “DPT” dan “segel”.",
        )
    about = _read_about(sheets[SEGEL])
    rows = tuple(_read_rows(sheets[DAFTAR]))
    segel, dari = about.get("segel", ""), about.get("dari segel", "")
    if about.get("angka") != _WHOLE:
        return _result(about, len(rows), Kecocokan.TIDAK_TERBUKTI)
    lines = _read_lines(rows)
    if lines is None or about.get("jumlah") != str(len(lines)):
        return _result(about, len(rows), Kecocokan.TIDAK_COCOK)
    hitung = seal_dpt(lines, dari)
    same = hitung == segel and _code(segel) == about.get("kode data")
    return _result(about, len(rows), Kecocokan.COCOK if same else Kecocokan.TIDAK_COCOK, hitung)


def _result(
    about: Mapping[str, str], jumlah: int, kecocokan: Kecocokan, hitung: str = ""
) -> HasilDaftar:
    versi, segel = about.get("versi", ""), about.get("segel", "")
    number = int(versi) if versi.isdecimal() else 0
    return HasilDaftar(kecocokan, number, jumlah, segel, hitung, _code(segel))


def _code(segel: str) -> str:
    try:
        return seal_code(segel)
    except ValueError:
        return ""


def _cell(line: PemilihDpt, name: str, *, whole: bool) -> str | int:
    if name not in _KOLOM:
        return ""
    value = getattr(line, _KOLOM[name])
    if name in ("NKK", "NIK"):
        return str(value) if whole else mask_nik(value)
    if isinstance(value, date):
        shown = f"{value.day:02}|{value.month:02}|{value.year:04}"
        return shown if whole else str(value.year)
    if name == "ALAMAT" and not whole:
        return ""
    return str(value)


def _read_about(sheet: Sheet) -> dict[str, str]:
    return {row[0].text: row[1].text for row in sheet.rows if len(row) > 1}


def _read_rows(sheet: Sheet) -> Iterable[dict[str, str]]:
    header: tuple[str, ...] = ()
    for row in sheet.rows:
        texts = tuple(cell.text for cell in row)
        if header and any(texts):
            yield dict(zip(header, texts, strict=False))
        elif texts[: len(_HEADER)] == _HEADER:
            header = texts


def _read_lines(rows: Iterable[Mapping[str, str]]) -> tuple[PemilihDpt, ...] | None:
    """Give the lines as the seal saw them; None when a row is none."""
    try:
        return tuple(
            PemilihDpt.model_validate(
                {field: _read(row.get(name, ""), field) for name, field in _KOLOM.items()}
            )
            for row in rows
        )
    except (ValidationError, ValueError):
        return None


def _read(text: str, field: str) -> object:
    if field != "tanggal_lahir":
        return text
    day, month, year = text.split("|")
    return date(int(year), int(month), int(day))
