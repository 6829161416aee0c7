"""Reads a calendar, or a list of days off, from a sheet; every fault names its row and column.

Columns of a calendar: kode, jalur, kegiatan (needed); mulai, selesai, lama, satuan, acuan, geser,
kunci, sesudah (codes with blanks between), tanda, dasar_hukum. Of a list of days: tanggal, alasan
(needed); jenis, dasar. Dates are 2026-11-12 or 12-11-2026; docs/kalender.md says more.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from pydantic import ValidationError

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.value import Value
from pilkades_desk.kits.spreadsheet.reader import Cell, Row
from pilkades_desk.panitia.kalender.findings import E163, E164, E165
from pilkades_desk.panitia.kalender.values import (
    HariPanitia,
    Jalur,
    JenisHari,
    Kalender,
    SatuanHari,
    Tahap,
    Tanda,
    broken_links,
)

V = TypeVar("V", bound=Value)
W = TypeVar("W", bound=StrEnum)
NEEDED = ("kode", "jalur", "kegiatan")
NEEDED_OF_DAYS = ("tanggal", "alasan")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WRONG = {
    "kode": "pakai huruf kecil, angka, dan garis bawah",
    "kegiatan": "isi 3 sampai 300 huruf",
    "jalur": "isi daftar_pemilih, pencalonan, atau bersama",
    "mulai": "isi mulai atau acuan; selesai tidak boleh sebelum mulai",
    "lama": "isi 1 sampai 400 hari",
    "geser": "isi -400 sampai 400 hari",
    "tanggal": "isi tanggalnya",
    "alasan": "isi 5 sampai 200 huruf",
    "dasar": "isi paling banyak 200 huruf",
}


class BadLembar(PilkadesError):  # noqa: N818 -- carries findings, see `findings`
    """The sheet cannot be taken; every finding names a row and a column, nothing was stored."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        more = f" Ada {len(findings) - 1} kesalahan lain." if len(findings) > 1 else ""
        super().__init__(f"{findings[0].text}{more}", findings[0].do_now)
        self.findings = tuple(findings)


class _Baris:
    """One line of a sheet under its headings; collects what is wrong with it."""

    def __init__(self, number: int, cells: Mapping[str, Cell]) -> None:
        self.number = number
        self._cells = cells
        self.faults: list[Finding] = []

    def text(self, kolom: str) -> str:
        """Give a cell's text without blanks around."""
        return " ".join(self._cells[kolom].text.split()) if kolom in self._cells else ""

    def wrong(self, kolom: str, apa: str) -> None:
        """Note a fault."""
        self.faults.append(E163.at(self._subject, baris=self.number, kolom=kolom, apa=apa))

    def day(self, kolom: str) -> date | None:
        """Read a date; a fault when something stands there that is none."""
        text = self.text(kolom)
        if not text:
            return None
        kind = self._cells[kolom].kind
        day = parse_day(text[:10] if kind == "date" else text)
        if day is None:
            where = {"baris": self.number, "kolom": kolom, "isi": text[:40]}
            self.faults.append(E164.at(self._subject, **where))
        return day

    def number_in(self, kolom: str, empty: int | None) -> int | None:
        """Read a whole number; `empty` where nothing stands."""
        text = self.text(kolom)
        if not text:
            return empty
        if not re.fullmatch(r"[+-]?\d{1,4}", text):
            self.wrong(kolom, f"'{text[:40]}' bukan bilangan bulat")
            return empty
        return int(text)

    def word(self, kolom: str, words: type[W], empty: W | None) -> W | None:
        """Read one of a few words; `empty` where nothing stands."""
        text = self.text(kolom).lower()
        if not text:
            return empty
        known = {each.value.replace("_", " "): each for each in words}
        found = known.get(text.replace("_", " "))
        if found is None:
            self.wrong(kolom, f"'{text[:40]}' tidak dikenal; pilih {', '.join(words)}")
        return found

    def made(self, kind: type[V], fields: Mapping[str, object]) -> V | None:
        """Make the value of what was read; None, and a fault, when its own checks refuse it."""
        if self.faults:
            return None
        try:
            return kind.model_validate(fields)
        except ValidationError as error:
            for fault in error.errors():
                kolom = str(fault["loc"][0]) if fault["loc"] else "mulai"
                self.wrong(kolom, _WRONG[kolom])
        return None

    @property
    def _subject(self) -> str:
        return f"baris {self.number}"


def parse_day(text: str) -> date | None:
    """Read 2026-11-12, 12-11-2026 or 12/11/2026; None for anything else, month names too."""
    if iso := _ISO.fullmatch(text):
        year, month, day = map(int, iso.groups())
    elif first := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, first.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_calendar(nama: str, rows: Sequence[Row], satuan: SatuanHari) -> Kalender:
    """Read a calendar; BadLembar names every faulty cell (S-164). `satuan` fills an empty unit."""
    lines = _lines(rows, NEEDED)
    stages = [one for line in lines if (one := line.made(Tahap, _stage(line, satuan)))]
    _refuse(lines)
    for broken in broken_links(stages):
        at = next(line for line in reversed(lines) if line.text("kode") == broken.kode)
        at.wrong(broken.kolom, broken.apa)
    _refuse(lines)
    return Kalender(nama=nama, tahap=tuple(stages))


def read_days(rows: Sequence[Row]) -> tuple[HariPanitia, ...]:
    """Read the committee's own days; BadLembar names every faulty cell (S-164)."""
    lines = _lines(rows, NEEDED_OF_DAYS)
    days = [one for line in lines if (one := line.made(HariPanitia, _own_day(line)))]
    _refuse(lines)
    return tuple(days)


def _refuse(lines: Sequence[_Baris]) -> None:
    if faults := [fault for line in lines for fault in line.faults]:
        raise BadLembar(faults)


def _lines(rows: Sequence[Row], needed: Sequence[str]) -> list[_Baris]:
    head = [cell.text.strip().lower().replace(" ", "_") for cell in rows[0]] if rows else []
    if missing := [E165.at("baris 1", kolom=kolom) for kolom in needed if kolom not in head]:
        raise BadLembar(missing)
    lines = [
        _Baris(number, dict(zip(head, row, strict=False)))
        for number, row in enumerate(rows[1:], start=2)
        if any(cell.text.strip() for cell in row)
    ]
    if not lines:
        raise BadLembar([E163.at("berkas", baris=2, kolom=needed[0], apa="belum ada isinya")])
    return lines


def _stage(line: _Baris, satuan: SatuanHari) -> dict[str, object]:
    return {
        "kode": line.text("kode"),
        "jalur": line.word("jalur", Jalur, None),
        "kegiatan": line.text("kegiatan"),
        "satuan": line.word("satuan", SatuanHari, satuan),
        "mulai": line.day("mulai"),
        "selesai": line.day("selesai"),
        "lama": line.number_in("lama", None),
        "acuan": line.text("acuan"),
        "geser": line.number_in("geser", 1),
        "kunci": line.text("kunci"),
        "sesudah": tuple(line.text("sesudah").split()),
        "tanda": line.word("tanda", Tanda, None),
        "dasar_hukum": line.text("dasar_hukum"),
    }


def _own_day(line: _Baris) -> dict[str, object]:
    return {
        "tanggal": line.day("tanggal"),
        "jenis": line.word("jenis", JenisHari, JenisHari.LIBUR),
        "alasan": line.text("alasan"),
        "dasar": line.text("dasar"),
    }
