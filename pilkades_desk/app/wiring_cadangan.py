"""Binds backing up and restoring to a folder, for their two pages and the command line."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pilkades_desk.app.backup_places import choose_second, places
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import Clock, laptop_text
from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.cadangan import (
    Ditemukan,
    HasilCadangan,
    back_up,
    find_backups,
    read_keadaan_cadangan,
    rehearse_restore,
)
from pilkades_desk.panitia.cadangan_pulih import (
    Dipulihkan,
    Orang,
    Pratinjau,
    preview,
    restore,
)
from pilkades_desk.panitia.cadangan_screen import CadanganActs, IsiCadangan
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.panitia.pulih_screen import PulihActs
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.panitia.values import CatatanUji


def make_cadangan_acts(meja: MejaAkun) -> CadanganActs:
    """Give the page of backups what it may do."""

    def rehearse() -> CatatanUji:
        return rehearse_restore(meja, SCHEMA, places(meja.folder))

    return CadanganActs(
        read=partial(_read, meja),
        may_back_up=may(meja.akun.peran, Aksi.CADANGKAN),
        may_restore=may(meja.akun.peran, Aksi.PULIHKAN_CADANGAN),
        back_up=partial(back_up_now, meja),
        rehearse=rehearse,
        choose_second=partial(choose_second, meja.folder),
    )


def make_pulih_acts(folder: Path, jenis: str, clock: Clock) -> PulihActs:
    """Give the page of restoring what it may do."""

    def look(path: Path) -> Pratinjau:
        return preview(folder, path, SCHEMA, jenis)

    def put(seen: Pratinjau, people: Sequence[Orang]) -> Dipulihkan:
        return restore(folder, seen, people, SCHEMA, clock)

    def find() -> tuple[Ditemukan, ...]:
        return find_backups(places(folder))

    return PulihActs(find=find, preview=look, describe=partial(describe, folder), restore=put)


def back_up_now(meja: MejaAkun) -> HasilCadangan:
    """Back up to all places there are now."""
    return back_up(meja, SCHEMA, places(meja.folder))


def describe(folder: Path, seen: Pratinjau) -> str:
    """Say in lines what a backup holds, and how the present file stands to it."""
    about = seen.about
    counts = [f"{angka(count)} {label}" for label, count in about.jumlah.items() if count]
    there = any((folder / name).exists() for name in (FILE_NAME, SLOTS_NAME))
    known = f"langkah {seen.sekarang.seq}" if seen.sekarang else "tidak terbaca"
    lines = (
        f"Dibuat: {laptop_text(about.dibuat)}",
        f"Kepala riwayat: {about.kepala.text}",
        f"Isi: {', '.join(counts) or 'baru dibuat'}",
        f"Berkas sekarang: {known if there else 'belum ada'}",
        f"Akun: {', '.join(seen.akun)}",
    )
    return "\n".join(lines)


def describe_aside(done: Dipulihkan) -> str:
    """Say where the file before lies; empty where there was none."""
    place = done.disisihkan
    return f"Berkas sebelumnya ada di map {place.name}." if place.is_dir() else ""


def _read(meja: MejaAkun) -> IsiCadangan:
    there = places(meja.folder)
    lines = tuple(f"{one.tempat.value.capitalize()}: {one.folder}" for one in there)
    return IsiCadangan(read_keadaan_cadangan(meja), lines, find_backups(there))
