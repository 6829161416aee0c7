"""What the committee does on the page of the import: open a file, see what it would do, keep."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pilkades_desk.core.masking import mask_nik
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import records, store
from pilkades_desk.pemilih.deteksi import detect
from pilkades_desk.pemilih.impor.rules import deteksi_of, start, use_layout
from pilkades_desk.pemilih.impor.store import Bernama, read_named
from pilkades_desk.pemilih.impor.values import Banding, BerkasDibuka, HanyaDiSatu
from pilkades_desk.pemilih.pemetaan.rules import mapping_of
from pilkades_desk.pemilih.pemetaan.usecases import profiles_of, save_pemetaan
from pilkades_desk.pemilih.pratinjau import HitunganImpor, count_import, open_sheet_file
from pilkades_desk.pemilih.usecases import demand_unlocked, start_intake
from pilkades_desk.pemilih.values import Isian

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

_STEPS = 2


def open_import(meja: Meja, path: Path, progress: Progress = quiet) -> BerkasDibuka:
    """Read a file and say how it would be read, saved mappings included (S-260, S-262).

    Raises:
        SheetError: the file is no sheet, damaged, or would burst.
        StateError: the DPT is locked.
        Cancelled: `progress` said stop.
    """
    meja.demand(Aksi.IMPOR_PEMILIH)
    progress(0, _STEPS)
    berkas = open_sheet_file(path)
    progress(1, _STEPS)
    tata_letak = profiles_of(meja)
    deteksi = detect(berkas.sheets, tata_letak, berkas.sha256)
    with meja.read() as session:
        demand_unlocked(session)
        before = store.find_batch(session, berkas.sha256)
    progress(_STEPS, _STEPS)
    return BerkasDibuka(berkas, tata_letak, start(berkas.sheets, deteksi), bool(before))


def keep_susunan(meja: Meja, buka: BerkasDibuka, at: int, nama: str) -> BerkasDibuka:
    """Keep the columns of a sheet under a name, and read the sheet by them from now on (S-261).

    Raises:
        StateError: a header is missing or stands above two columns.
    """
    save_pemetaan(meja, mapping_of(buka.susunan[at].lembar, nama.strip()))
    kept = replace(buka, tata_letak=profiles_of(meja))
    source = next(one for one in kept.tata_letak if one.pemetaan == nama.strip())
    return use_layout(kept, at, source)


def try_import(meja: Meja, buka: BerkasDibuka, progress: Progress = quiet) -> HitunganImpor:
    """Judge every row against the list as stored, and store nothing (S-260, S-280).

    Raises:
        SheetError: no sheet is to be read, or formulas lack their results.
        Cancelled: `progress` said stop.
    """
    meja.demand(Aksi.IMPOR_PEMILIH)
    with meja.read() as session:
        intake = start_intake(meja, session)
    return count_import(buka.berkas, deteksi_of(buka), intake, progress)


def compare_batches(meja: Meja, one: int, other: int) -> Banding:
    """Give who is only in one of two imports, waiting rows with a NIK too (S-281)."""
    with meja.read() as session:
        left, right = _named(session, one), _named(session, other)
    return Banding(
        hanya=(*_only(one, left, right), *_only(other, right, left)),
        keduanya=len(left.keys() & right.keys()),
    )


def _named(session: "Session", batch: int) -> Mapping[str, Bernama]:
    waiting = (
        records.read_perbaikan(row)
        for row in store.read_perbaikan(session)
        if row["batch_id"] == batch
    )
    unsure = (
        Bernama(row.isian.get(Isian.NIK, ""), row.isian.get(Isian.NAMA, ""), row.lembar, row.baris)
        for row in waiting
    )
    # without a NIK nobody is known again, so such a row is only here
    found = {each.nik or f"{batch}, {each.lembar}, {each.baris}": each for each in unsure}
    return found | {each.nik: each for each in read_named(session, batch)}


def _only(
    batch: int, here: Mapping[str, Bernama], there: Mapping[str, Bernama]
) -> Iterable[HanyaDiSatu]:
    return (
        HanyaDiSatu(batch, each.nama, mask_nik(each.nik), f"{each.lembar}, baris {each.baris}")
        for nik, each in here.items()
        if nik not in there
    )
