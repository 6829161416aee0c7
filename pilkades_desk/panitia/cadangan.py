"""What is done to lose nothing: back up to three places, list what lies there, rehearse a restore.

A backup holds exactly what the file held at its audit head, under the file's own key, with the
keyslots of that moment. The format and its refusals are in docs/cadangan.md.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pilkades_desk.core import files
from pilkades_desk.core.clock import Clock, laptop_text
from pilkades_desk.core.errors import BackupError, PilkadesError, StorageError
from pilkades_desk.core.findings import Finding, FindingKind
from pilkades_desk.kits.keybox.slots import parse_slots
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.backup import (
    DATABASE,
    ENDING,
    SLOTS,
    About,
    Backup,
    BackupFault,
    RefusedBackup,
    extract,
    read_backup,
    read_slots_member,
    verify,
)
from pilkades_desk.kits.storage.copying import copy_backup, describe, make_backup
from pilkades_desk.kits.storage.disk import make_folder, named_readings, named_refusals
from pilkades_desk.kits.storage.election_file import Schema
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.kits.usb.status import StickError, StickStatus
from pilkades_desk.kits.usb.writing import copy_to_drive
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import (
    BACKUPS,
    closed_on_failure,
    keyslot_bytes,
    open_file,
)
from pilkades_desk.panitia.akun import enter, own_account
from pilkades_desk.panitia.findings import E130, E131, E133, E134, E136, W130, W131
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.panitia.rights import TANPA_CADANGAN, Aksi
from pilkades_desk.panitia.values import CatatanCadangan, CatatanUji, Tempat

KEEP = 10
"""Backups of one election that stay in each place."""
OUTSIDE = "Cadangan Pilkades"
"""The folder's name among the documents and on a stick."""
_REHEARSAL = "uji-pulih"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_REFUSALS: dict[BackupFault, FindingKind] = {
    BackupFault.NOT_BACKUP: E130,
    BackupFault.DAMAGED: E131,
    BackupFault.NEWER: E133,
}


@dataclass(frozen=True, slots=True)
class Simpanan:
    """One place for backups."""

    tempat: Tempat
    folder: Path


@dataclass(frozen=True, slots=True)
class Ditemukan:
    """One file in a place; `about` is None when it cannot be read as a backup."""

    path: Path
    tempat: Tempat
    about: About | None


@dataclass(frozen=True, slots=True)
class HasilCadangan:
    """What came of backing up: what was made, and a warning for every place that refused."""

    catatan: CatatanCadangan
    temuan: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class KeadaanCadangan:
    """How safe the file is: the last backup, the last rehearsal, whether another is due."""

    terakhir: CatatanCadangan | None
    uji: CatatanUji | None
    perlu: bool

    @property
    def kalimat(self) -> str:
        """Say in a line when the last backup was made."""
        return _last_words(self.terakhir)

    @property
    def kalimat_uji(self) -> str:
        """Say in a line when the last restore was rehearsed, and how it went."""
        if self.uji is None:
            return "Cadangan belum pernah diuji pulih"
        how = "gagal" if self.uji.temuan else "pulih utuh"
        return f"Cadangan terakhir diuji pulih: {laptop_text(self.uji.pada)}, {how}"


def places_of(folder: Path, second: Path | None, sticks: Sequence[Path]) -> tuple[Simpanan, ...]:
    """Give the places a folder's backups go to: itself, a second folder, the one stick there is."""
    found = [Simpanan(Tempat.LAPTOP, folder / BACKUPS)]
    if second is not None:
        found.append(Simpanan(Tempat.KEDUA, second))
    if len(sticks) == 1:  # of several, nobody said which may hold the election
        found.append(Simpanan(Tempat.FLASHDISK, sticks[0] / OUTSIDE))
    return tuple(found)


def log_in_anywhere(folder: Path, nama: str, sandi: str, schema: Schema, clock: Clock) -> MejaAkun:
    """Open a village's or a kabupaten's file for what both have in common."""
    opened = open_file(folder, nama, sandi, schema, clock.now())
    with closed_on_failure(opened):
        with opened.file.read() as session:
            akun = own_account(store.read_akun(session), nama, opened.key)
        meja = MejaAkun(folder, opened.file, akun, clock, opened.key, store.read_akun)
        return enter(meja, opened)


def back_up(meja: MejaAkun, schema: Schema, places: Sequence[Simpanan]) -> HasilCadangan:
    """Make a backup, copy it to every place, and record which took it (S-130, S-135).

    A place that refuses is a warning as long as one took it.

    Raises:
        StorageError, StickError: no place took it.
    """
    meja.demand(Aksi.CADANGKAN)
    made: Backup | None = None
    failures: list[tuple[Simpanan, PilkadesError]] = []
    taken: list[Tempat] = []
    for place in places:
        try:
            made = _put(meja, schema, place, made)
            taken.append(place.tempat)
        except PilkadesError as error:
            failures.append((place, error))
    if made is None:
        raise failures[0][1]
    found = [W130.at(one.tempat.value, tempat=one.tempat, sebab=e.sentence) for one, e in failures]
    catatan = CatatanCadangan(
        nama=made.path.name,
        kepala_seq=made.about.kepala.seq,
        pada=made.about.dibuat,
        tempat=tuple(taken),
    )
    try:
        _record(meja, catatan, made)
    except StorageError as error:  # the backup is there, whatever the log's disk says
        found.append(W131.at("riwayat", sebab=error.sentence))
    return HasilCadangan(catatan, tuple(found))


def is_due(meja: MejaAkun) -> bool:
    """Tell whether more than logins and backups happened since the last backup (S-130, S-141)."""
    with meja.read() as session:
        last = store.read_cadangan(session)
        bodies = audit_log.read_bodies_after(session, last.kepala_seq if last else 0)
    acts = [json.loads(body)["aksi"] for body in bodies]
    if acts and acts[-1] == Aksi.MUSNAHKAN:
        return False  # ordered to be destroyed: nobody wants another copy
    return any(aksi not in TANPA_CADANGAN for aksi in acts)


def read_keadaan_cadangan(meja: MejaAkun) -> KeadaanCadangan:
    """Give the last backup and the last rehearsal."""
    with meja.read() as session:
        terakhir, uji = store.read_cadangan(session), store.read_uji(session)
    return KeadaanCadangan(terakhir, uji, is_due(meja))


def read_last_words(meja: MejaAkun) -> str:
    """Say in a line when the last backup was made."""
    with meja.read() as session:
        return _last_words(store.read_cadangan(session))


def _last_words(terakhir: CatatanCadangan | None) -> str:
    return f"Cadangan terakhir: {laptop_text(terakhir.pada)}" if terakhir else "Belum ada cadangan"


def find_backups(places: Sequence[Simpanan]) -> tuple[Ditemukan, ...]:
    """List the backups in all places, the newest first; unreadable ones last."""
    found = [
        Ditemukan(path, place.tempat, _about(path))
        for place in places
        for path in _files_in(place.folder)
    ]
    return tuple(sorted(found, key=_made_at, reverse=True))


def rehearse_restore(meja: MejaAkun, schema: Schema, places: Sequence[Simpanan]) -> CatatanUji:
    """Restore the newest backup beside the file, compare, remove, record how it went (S-134).

    Raises:
        StorageError: there is no backup yet, or the log cannot be written.
    """
    meja.demand(Aksi.UJI_CADANGAN)
    newest = next((one for one in find_backups(places) if _is_ours(meja, one)), None)
    if newest is None:
        raise StorageError("Belum ada cadangan untuk diuji.", "Buat cadangan dahulu.")
    temuan = ""
    try:
        _rehearse(meja, schema, newest.path)
    except PilkadesError as error:
        kind = E136.at("cadangan", nama=newest.path.name, sebab=error.sentence)
        temuan = f"{kind.text} {kind.do_now}"
    with meja.act(Aksi.UJI_CADANGAN) as act:
        catatan = CatatanUji(nama=newest.path.name, pada=act.now, temuan=temuan)
        store.add_uji(act.session, catatan)
        act.record(f"cadangan/{catatan.nama}", hasil="gagal" if temuan else "pulih utuh")
        act.commit()
    return catatan


def unpack(path: Path, staging: Path) -> Backup:
    """Write a backup's two files into a folder; BackupError when the file is no good."""
    make_folder(staging)
    with refusals_named(), named_readings(path):
        backup = read_backup(path)
    with refusals_named(), named_refusals(staging):
        for name in (DATABASE, SLOTS):
            extract(backup, name, staging / name)
    return backup


def proven_backup(path: Path) -> Backup:
    """Read a file and every digest in it; BackupError when it is no good as a backup (S-131)."""
    with refusals_named(), named_readings(path):
        backup = read_backup(path)
        verify(backup)
    return backup


@contextmanager
def refusals_named() -> Iterator[None]:
    """Turn what the reader refused into a coded sentence."""
    try:
        yield
    except RefusedBackup as error:
        raise refusal(_REFUSALS[error.fault].at("cadangan")) from error


def refusal(finding: Finding) -> BackupError:
    """Give the failure a finding about a backup is shown as."""
    return BackupError(finding.code, finding.text, finding.do_now)


def demand_same(claimed: About, found: About) -> None:
    """Refuse a backup whose database is not what its first member says."""
    says = (claimed.asal, claimed.kepala, claimed.skema, dict(claimed.jumlah), claimed.berkas)
    if says != (found.asal, found.kepala, found.skema, dict(found.jumlah), found.berkas):
        raise refusal(E134.at("cadangan"))


def _put(meja: MejaAkun, schema: Schema, place: Simpanan, made: Backup | None) -> Backup:
    if place.tempat is Tempat.FLASHDISK and not place.folder.parent.is_dir():
        raise StickError(StickStatus.REMOVED)  # else the folder would be made on the laptop
    if made is None:
        now = meja.clock.now()
        with refusals_named():
            made = make_backup(
                meja.file, place.folder, schema, lambda: keyslot_bytes(meja.folder), now
            )
        path = made.path
    elif place.tempat is Tempat.FLASHDISK:
        make_folder(place.folder)
        path = _to_stick(made.path, place.folder)
    else:
        path = copy_backup(made.path, place.folder)
    _rotate(place.folder, made.about.asal.id, path)
    return made


def _to_stick(source: Path, folder: Path) -> Path:
    target = folder / source.name
    if target.is_file() and files.digest(target) != files.digest(source):
        # same head, so the same content: what differs was cut off or has gone bad
        with named_refusals(target):
            files.system.remove(target)
    return copy_to_drive(FolderDrive(folder), source)


def _rotate(folder: Path, own: str, fresh: Path) -> None:
    """Remove the oldest backups of this election beyond the number kept; nothing else."""
    mine = []
    for path in _files_in(folder):
        about = _about(path)
        if about is not None and about.asal.id == own and path != fresh:
            mine.append((about.dibuat, about.kepala.seq, path))
    for _, _, path in sorted(mine, reverse=True)[KEEP - 1 :]:
        files.drop(path)


def _record(meja: MejaAkun, catatan: CatatanCadangan, made: Backup) -> None:
    with meja.act(Aksi.CADANGKAN) as act:
        store.add_cadangan(act.session, catatan)
        act.record(
            f"cadangan/{made.about.kepala.text}",
            sidik=made.digests[DATABASE],
            tempat=[{"tempat": one.value} for one in catatan.tempat],
        )
        act.commit()


def _rehearse(meja: MejaAkun, schema: Schema, path: Path) -> None:
    staging = meja.folder / _REHEARSAL
    try:
        backup = unpack(path, staging)
        slots = parse_slots(read_slots_member(backup))
        with meja.file.read_copy(staging / DATABASE) as session:
            found = describe(session, schema, slots.file_id, backup.about.dibuat)
        demand_same(backup.about, found)
        with meja.read() as session:
            known = audit_log.holds(session, found.kepala)
        if not known or meja.akun.nama not in slots.names:
            raise refusal(E134.at("cadangan"))
    finally:
        for left in sorted(staging.iterdir()) if staging.is_dir() else ():
            files.drop(left)


def _is_ours(meja: MejaAkun, one: Ditemukan) -> bool:
    return one.about is not None and one.about.berkas == keyslot_bytes(meja.folder)[0]


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob(f"*.{ENDING}"))
    except OSError:  # a stick pulled while it is looked at
        return []


def _about(path: Path) -> About | None:
    try:
        return read_backup(path).about
    except (OSError, RefusedBackup):
        return None


def _made_at(one: Ditemukan) -> tuple[datetime, int]:
    return (one.about.dibuat, one.about.kepala.seq) if one.about else (_LONG_AGO, 0)
