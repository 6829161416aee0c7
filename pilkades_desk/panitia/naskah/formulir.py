"""Makes a form from its layout and what is known of it; without anything known it is blank."""

from collections.abc import Mapping, Sequence
from datetime import date

from pilkades_desk.core.clock import plain_date
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import IsiFormulir, Sel
from pilkades_desk.panitia.naskah.susunan import Isian, Susunan
from pilkades_desk.panitia.naskah.values import Dasar, Kop, Naskah, Saksi
from pilkades_desk.panitia.naskah.wording import naskah_values, read_file, read_naskah, sound

COPIED = ("profil", "profil_hash", "kepala_audit", "gladi", "dibekukan", "zona", "wilayah")
OPEN_PLACE = "." * 40
OPEN_DATE = "." * 22
OPEN_DATE_IN_WORDS = (
    f"{'.' * 14} tanggal {'.' * 18} bulan {'.' * 16} tahun {'.' * 30} (.....-.....-........)"
)
"""What stands for place and date of a form filled in by hand."""
_PARTS = (tuple, frozenset)
Nomor = tuple[int, str]
"""A drawn number and the name that goes with it."""


class Lembar(Value):
    """Which sheet of a form: its number as typed by people, its unit, the label of the copy."""

    nomor: str = ""
    unit: int | None = None
    tempat: str = ""
    salinan: str = "Asli"


def make_formulir(
    dasar: Dasar, kode: str, isian: Isian, lembar: Lembar | None = None
) -> IsiFormulir:
    """Compose a form (S-617).

    Raises:
        ResourceError: the layout is damaged.
        ValueError: something given has no place in the layout, which is a bug.
    """
    sheet = lembar or Lembar()
    values = _values(dasar)
    with sound(kode):
        naskah = read_naskah(kode, values)
        layout = read_file(kode)
        filler = Susunan({**values, **dict(naskah.baris)}, isian, dasar.hukum)
        blocks = filler.fill(layout["blok"])
    if filler.unplaced() and not dasar.kosong:
        raise ValueError(f"{kode} has no place for {sorted(filler.unplaced())}")
    stem = kode.replace("-", "")
    return IsiFormulir(
        kode=kode,
        dok=f"{stem}{sheet.unit:03d}" if sheet.unit else f"{stem}K" if dasar.kosong else stem,
        salinan="Formulir kosong" if dasar.kosong else sheet.salinan,
        nomor=sheet.nomor,
        tempat=sheet.tempat,
        kertas=layout.get("kertas", dasar.kertas),
        kop=_letterhead(dasar, layout.get("kop", ()), values),
        waktu=dasar.waktu,
        naskah=Naskah(judul=naskah.judul),
        berkop=layout.get("berkop", True),
        bernomor=layout.get("bernomor", True),
        lanskap=layout.get("lanskap", False),
        blok=blocks,
        **{name: getattr(dasar, name) for name in COPIED},
    )


def make_kosong(
    dasar: Dasar, kode: str, calon: Sequence[Nomor] = (), surat_suara: int = 0
) -> IsiFormulir:
    """Compose a form to be filled in by hand, with the candidates' names as far as known (S-618).

    `surat_suara` is how many strokes a wall sheet must hold, 0 for the layout's own figure.
    """
    known = Isian(
        nilai={"surat_suara": str(surat_suara)} if surat_suara else {},
        tabel={"calon": tuple((str(nomor or "–"), nama) for nomor, nama in calon)} if calon else {},
        saksi=tuple(Saksi(nomor_calon=nomor or None, nama="") for nomor, _ in calon),
    )
    return make_formulir(dasar.model_copy(update={"kosong": True}), kode, known)


def _letterhead(dasar: Dasar, lines: Sequence[str], values: Mapping[str, str]) -> Kop:
    """Give the committee's letterhead, or the one a letter of somebody else names."""
    if not lines:
        return dasar.kop
    return Kop(baris=tuple(line.format_map(values) for line in lines), logo=dasar.kop.logo)


def texts(value: Value) -> dict[str, str]:
    """Write the plain fields of a value under their own names, rows and people left out."""
    fields = ((name, getattr(value, name)) for name in type(value).model_fields)
    return {name: str(_cell(one)) for name, one in fields if not isinstance(one, _PARTS)}


def rows(values: Sequence[Value]) -> tuple[tuple[Sel, ...], ...]:
    """Write one row per value, its fields in the order of the columns; figures stay figures."""
    return tuple(
        tuple(_cell(getattr(one, name)) for name in type(one).model_fields) for one in values
    )


def _cell(value: date | int | str | None) -> Sel:
    if value is None:
        return ""
    return plain_date(value) if isinstance(value, date) else value


def _values(dasar: Dasar) -> dict[str, str]:
    known = naskah_values(dasar.wilayah, dasar.waktu, dasar.sebutan)
    if not dasar.kosong:
        return known
    return known | {
        "waktu": OPEN_DATE_IN_WORDS,
        "tanggal": OPEN_DATE,
        "tempat": OPEN_PLACE,
    }
