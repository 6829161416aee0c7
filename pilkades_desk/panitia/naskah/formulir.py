"""Makes a form from its layout and what is known of it; without anything known it is blank."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import ClassVar

from pilkades_desk.core.clock import plain_date
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import IsiFormulir, KartuPengenal, Sel
from pilkades_desk.panitia.naskah.susunan import Susunan
from pilkades_desk.panitia.naskah.tempat import Isian
from pilkades_desk.panitia.naskah.tercetak import BLANK
from pilkades_desk.panitia.naskah.values import Dasar, Kop, Naskah, Penandatangan, Saksi
from pilkades_desk.panitia.naskah.wording import naskah_values, read_file, read_naskah, sound

COPIED = ("profil", "profil_hash", "kepala_audit", "gladi", "dibekukan", "zona", "wilayah")
OPEN_PLACE = "." * 40
OPEN_DATE = "." * 22
OPEN_DATE_IN_WORDS = (
    f"{'.' * 14} tanggal {'.' * 18} bulan {'.' * 16} tahun {'.' * 30} (.....-.....-........)"
)
"""What stands for place and date of a form filled in by hand."""
Worked = str | tuple[tuple[Sel, ...], ...]
"""A line, or the rows of a table."""
Nomor = tuple[int, str]
"""A drawn number and the name that goes with it."""


class Lembar(Value):
    """Which sheet of a form: its number as typed by people, its unit, the label of the copy.

    `tanpa_tanggal` leaves the date open: a letter of somebody else, who dates it.
    """

    nomor: str = ""
    unit: int | None = None
    tempat: str = ""
    salinan: str = "Asli"
    tanpa_tanggal: bool = False


class Dikenal(Value):
    """What the file knows of a form people fill in: candidates, units, and whatever else fits.

    `surat_suara` is how many strokes a wall sheet must hold, 0 for the layout's own figure.
    """

    calon: tuple[Nomor, ...] = ()
    surat_suara: int = 0
    unit: tuple[str, ...] = ()
    isian: Isian = Isian()


class Bahan(Value):
    """What is known of one form; every field has the name of its place in the layout.

    Texts, figures and dates stand in their lines, a choice or a set of keys ticks boxes, and a
    tuple fills a table, the rows of signatures or the cards, by what it holds.
    """

    kode: ClassVar[str]

    def worked_out(self) -> Mapping[str, Worked]:
        """Give what stands in a place instead of the field of that name, or without any."""
        return {}

    def isian(self) -> Isian:
        """Sort the fields into their places; an empty tuple leaves the layout's room to write."""
        nilai: dict[str, str] = {}
        tabel: dict[str, tuple[tuple[Sel, ...], ...]] = {}
        orang: dict[str, tuple[Penandatangan, ...]] = {}
        centang: set[str] = set()
        saksi: tuple[Saksi, ...] = ()
        kartu: tuple[KartuPengenal, ...] = ()
        plain = {name: getattr(self, name) for name in type(self).model_fields}
        for name, given in {**plain, **self.worked_out()}.items():
            match given:
                case StrEnum() as choice:
                    centang.add(choice.value)
                case frozenset() as keys:
                    centang |= keys
                case ():
                    continue
                case (Penandatangan(), *_):
                    orang[name] = given
                case (Saksi(), *_):
                    saksi = given
                case (KartuPengenal(), *_):
                    kartu = given
                case (tuple(), *_):
                    tabel[name] = given
                case tuple():
                    tabel[name] = rows(given)
                case _:
                    nilai[name] = str(_cell(given))
        return Isian(
            nilai=nilai,
            tabel=tabel,
            orang=orang,
            centang=frozenset(centang),
            saksi=saksi,
            kartu=kartu,
        )


def make_formulir(dasar: Dasar, bahan: Bahan, lembar: Lembar | None = None) -> IsiFormulir:
    """Compose a form (S-617).

    Raises:
        ResourceError: the layout is damaged.
        ValueError: something given has no place in the layout, which is a bug.
    """
    return _compose(dasar, bahan.kode, bahan.isian(), lembar or Lembar())


def make_kosong(dasar: Dasar, kode: str, dikenal: Dikenal | None = None) -> IsiFormulir:
    """Compose a form to be filled in by hand, with what the file knows already (S-618)."""
    what = dikenal or Dikenal()
    own = what.isian
    surat = {"surat_suara": str(what.surat_suara)} if what.surat_suara else {}
    rows = {
        "calon": tuple((str(nomor or "–"), nama) for nomor, nama in what.calon),
        "unit_hitung": tuple((nama,) for nama in what.unit),
    }
    saksi = tuple(Saksi(nomor_calon=nomor or None, nama="") for nomor, _ in what.calon)
    fields = {"nilai": own.nilai | surat, "tabel": own.tabel | rows, "saksi": saksi}
    known = own.model_copy(update=fields)
    return _compose(dasar.model_copy(update={"kosong": True}), kode, known, Lembar())


def _compose(dasar: Dasar, kode: str, isian: Isian, lembar: Lembar) -> IsiFormulir:
    values = _values(dasar)
    if lembar.tanpa_tanggal:
        values |= {"tanggal": OPEN_DATE}
    with sound(kode):
        naskah = read_naskah(kode, values)
        layout = read_file(kode)
        words = {**dict(naskah.baris), "pembuka": naskah.pembuka, "penutup": naskah.penutup}
        words |= {f"butir{number}": text for number, text in enumerate(naskah.butir, 1)}
        filler = Susunan(values | words, isian, dasar.hukum)
        blocks = filler.fill(layout["blok"])
        bagian = isian.ada | ({"kosong"} if dasar.kosong else set())
        other = (lines for part, lines in layout.get("judul_bila", {}).items() if part in bagian)
        judul = tuple(line.format_map(values) for line in next(other, ())) or naskah.judul
    if filler.unplaced() and not dasar.kosong:
        raise ValueError(f"{kode} has no place for {sorted(filler.unplaced())}")
    stem = kode.replace("-", "").upper()
    return IsiFormulir(
        kode=kode,
        dok=f"{stem}{lembar.unit:03d}" if lembar.unit else stem + BLANK * dasar.kosong,
        salinan="Formulir kosong" if dasar.kosong else lembar.salinan,
        nomor=lembar.nomor,
        tempat=lembar.tempat,
        kertas=layout.get("kertas", dasar.kertas),
        kop=_letterhead(dasar, layout.get("kop", ()), values),
        waktu=dasar.waktu,
        naskah=Naskah(judul=judul),
        berkop=layout.get("berkop", True),
        bernomor=layout.get("bernomor", True),
        lanskap=layout.get("lanskap", False),
        blok=blocks,
        **{name: getattr(dasar, name) for name in COPIED},
    )


def _letterhead(dasar: Dasar, lines: Sequence[str], values: Mapping[str, str]) -> Kop:
    """Give the committee's letterhead, or the one a letter of somebody else names."""
    if not lines:
        return dasar.kop
    return Kop(baris=tuple(line.format_map(values) for line in lines), logo=dasar.kop.logo)


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
    if dasar.tahun:
        known |= {"tahun": str(dasar.tahun)}
    if not dasar.kosong:
        return known
    return known | {
        "waktu": OPEN_DATE_IN_WORDS,
        "tanggal": OPEN_DATE,
        "tempat": OPEN_PLACE,
    }
