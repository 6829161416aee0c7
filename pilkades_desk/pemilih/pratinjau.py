"""What an import would do with a file, seen before anything is stored and without an election."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import SheetError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.spreadsheet.guard import has_macro
from pilkades_desk.kits.spreadsheet.reader import Sheet, read_bytes, read_sheets
from pilkades_desk.pemilih.deteksi import Deteksi, detect
from pilkades_desk.pemilih.findings import W241, W260, W261, W262
from pilkades_desk.pemilih.intake import Intake, Refused
from pilkades_desk.pemilih.rules import twin_keys
from pilkades_desk.pemilih.spreadsheet import (
    FoundTable,
    count_rows,
    find_tables,
    forbidden_headers,
    read_rows,
)
from pilkades_desk.pemilih.sumber import SourceProfile
from pilkades_desk.pemilih.values import Isian, SyaratPemilih

_PROGRESS_EVERY = 1_000
_AREA = 6
_IS_AREA = re.compile("[1-9][0-9]{5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class BerkasLembar:
    """A file as read: its sheets, its SHA-256, and whether it carries macros."""

    nama: str
    sha256: str
    bermakro: bool
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class PratinjauImpor:
    """What would happen: `ganda` holds the row numbers of each group that may be one person."""

    deteksi: Deteksi
    dibaca: int
    masuk: int
    perbaikan: tuple[Refused, ...]
    temuan: Mapping[str, int]
    ganda: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class HitunganImpor:
    """What would happen, in figures alone; `contoh` holds the first finding of each code."""

    dibaca: int
    masuk: int
    menunggu: int
    sudah_ada: int
    temuan: Mapping[str, int]
    contoh: tuple[Finding, ...]


def open_sheet_file(path: Path) -> BerkasLembar:
    """Read a file whole; SheetError when it is no sheet, damaged or would burst."""
    untrusted_bytes = read_bytes(path)
    sheets = read_sheets(untrusted_bytes)
    return BerkasLembar(path.name, sha256_hex(untrusted_bytes), has_macro(untrusted_bytes), sheets)


def tables_of(
    berkas: BerkasLembar, deteksi: Deteksi | None, profiles: Iterable[SourceProfile] = ()
) -> tuple[Deteksi, tuple[FoundTable, ...]]:
    """Find the voters' sheets, or take what a person changed in what was found; else SheetError."""
    if deteksi is None:
        deteksi = detect(berkas.sheets, profiles, berkas.sha256)
    elif deteksi.sha256 != berkas.sha256:
        raise SheetError(
            "Berkas ini berubah sejak diperiksa.", "Periksa susunan kolomnya sekali lagi."
        )
    return deteksi, find_tables(berkas.sheets, deteksi)


def take_all(intake: Intake, tables: Sequence[FoundTable], progress: Progress = quiet) -> int:
    """Judge every row of the sheets and count them; `progress` may stop it."""
    total = sum(map(count_rows, tables))
    done = 0
    for table in tables:
        for row in read_rows(table):
            if done % _PROGRESS_EVERY == 0:
                progress(done, total)
            intake.take(row)
            done += 1
    progress(total, total)
    return done


def notes_about(
    berkas: BerkasLembar, deteksi: Deteksi, tables: Sequence[FoundTable]
) -> tuple[Finding, ...]:
    """Say what concerns a whole sheet or file, not one voter (S-263)."""
    found = [
        W241.at(f"{berkas.nama}, {name}", kolom=_named(lack))
        for name, lack in deteksi.dilewati.items()
    ]
    for table in tables:
        subject = f"{berkas.nama}, {table.sheet.name}"
        if table.found.kurang:
            found.append(W260.at(subject, kolom=_named(table.found.kurang)))
        if table.forbidden:
            found.append(W261.at(subject, kolom=", ".join(forbidden_headers(table))))
    if berkas.bermakro:
        found.append(W262.at(berkas.nama))
    return tuple(found)


def preview_file(
    path: Path, tanggal: date, usia_min: int, layout: SourceProfile | None = None
) -> PratinjauImpor:
    """Say what importing this file alone would do, read by one layout or any (S-260).

    No election says which village it is: the commonest area code of the sheet counts as its own.

    Raises:
        SheetError: the file is no voter sheet.
    """
    berkas = open_sheet_file(path)
    deteksi = detect(berkas.sheets, (loosened(layout),) if layout else (), berkas.sha256)
    kode_desa = f"{_common_area(find_tables(berkas.sheets, deteksi))}0001"
    intake = Intake(SyaratPemilih(tanggal=tanggal, usia_min=usia_min, kode_desa=kode_desa))
    deteksi, tables = tables_of(berkas, deteksi)
    read = take_all(intake, tables)
    found = [*notes_about(berkas, deteksi, tables)]
    found += (each for one in intake.taken for each in one.temuan)
    found += (each for one in intake.refused for each in one.temuan)
    return PratinjauImpor(
        deteksi=deteksi,
        dibaca=read,
        masuk=len(intake.taken),
        perbaikan=tuple(intake.refused),
        temuan=Counter(sorted(each.code for each in found)),
        ganda=_groups(intake),
    )


def count_import(
    berkas: BerkasLembar, deteksi: Deteksi, intake: Intake, progress: Progress = quiet
) -> HitunganImpor:
    """Count what importing a file read this way would do to the list `intake` remembers.

    Rows are let go of once they are counted: of a long list not two copies are held.
    """
    deteksi, tables = tables_of(berkas, deteksi)
    counts, examples = Counter[str](), dict[str, Finding]()
    taken = refused = 0

    def hear(found: Iterable[Finding]) -> None:
        for each in found:
            counts[each.code] += 1
            examples.setdefault(each.code, each)

    def drain(done: int, total: int) -> None:
        nonlocal taken, refused
        taken, refused = taken + len(intake.taken), refused + len(intake.refused)
        for taken_row in intake.taken:
            hear(taken_row.temuan)
        for refused_row in intake.refused:
            hear(refused_row.temuan)
        intake.taken.clear()
        intake.refused.clear()
        progress(done, total)

    hear(notes_about(berkas, deteksi, tables))
    read = take_all(intake, tables, drain)
    return HitunganImpor(
        dibaca=read,
        masuk=taken,
        menunggu=refused,
        sudah_ada=intake.already,
        temuan=counts,
        contoh=tuple(first for _, first in sorted(examples.items())),
    )


def loosened(layout: SourceProfile) -> SourceProfile:
    """Give a layout somebody asked for by name: its marks need not be there, a name must."""
    return replace(layout, longgar=True, persis=False, needed=(Isian.NAMA,))


def _common_area(tables: Sequence[FoundTable]) -> str:
    texts = (row.text(Isian.NIK)[:_AREA] for table in tables for row in read_rows(table))
    areas = Counter(text for text in texts if _IS_AREA.fullmatch(text))
    return max(areas, key=lambda area: (areas[area], area), default="110101")


def _groups(intake: Intake) -> tuple[tuple[int, ...], ...]:
    """Give the rows with one NIK, or with one name and birth date or family card."""
    places: dict[str, list[int]] = defaultdict(list)
    for one in intake.taken:
        keys = (one.pemilih.nik, *(key for _, key in twin_keys(one.pemilih)))
        for key in keys:
            places[key].append(one.row.baris)
    for refused in intake.refused:
        if any(found.code == "E202" for found in refused.temuan):
            places[refused.row.text(Isian.NIK)].append(refused.row.baris)
    return tuple(sorted({tuple(sorted(rows)) for rows in places.values() if len(rows) > 1}))


def _named(fields: Iterable[Isian]) -> str:
    return ", ".join(isian.upper() for isian in fields)
