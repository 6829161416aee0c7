"""What the committee does on the page of the import: open a file, see what it would do, keep."""

from dataclasses import replace
from pathlib import Path

from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import store
from pilkades_desk.pemilih.deteksi import detect
from pilkades_desk.pemilih.impor.rules import deteksi_of, start, use_layout
from pilkades_desk.pemilih.impor.values import BerkasDibuka
from pilkades_desk.pemilih.pemetaan.rules import mapping_of
from pilkades_desk.pemilih.pemetaan.usecases import save_pemetaan
from pilkades_desk.pemilih.pratinjau import PratinjauImpor, open_sheet_file, preview_intake
from pilkades_desk.pemilih.usecases import demand_unlocked, profiles_of, start_intake

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


def try_import(meja: Meja, buka: BerkasDibuka, progress: Progress = quiet) -> PratinjauImpor:
    """Judge every row against the list as stored, and store nothing (S-260, S-280).

    Raises:
        SheetError: no sheet is to be read, or formulas lack their results.
        Cancelled: `progress` said stop.
    """
    meja.demand(Aksi.IMPOR_PEMILIH)
    with meja.read() as session:
        intake = start_intake(meja, session)
    return preview_intake(buka.berkas, deteksi_of(buka), intake, progress)
