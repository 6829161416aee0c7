"""Putting a backup in the place of a file: what would change, who agrees, and the swap itself.

The backup is unpacked beside the file, proven, and opened with the passwords of its own day; the
agreement of two people is its first new entry. Only then the files change places, in steps that
the next start finishes when the plug is pulled (kits/storage/swap.py).
"""

from collections.abc import Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pilkades_desk.core.audit import AuditHead
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import AccessError, PilkadesError, RightsError, StorageError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.keybox.slots import Slots, parse_slots, read_slots
from pilkades_desk.kits.storage.backup import About, Backup, parse_head, read_slots_member
from pilkades_desk.kits.storage.copying import describe, head_of
from pilkades_desk.kits.storage.disk import make_folder
from pilkades_desk.kits.storage.election_file import (
    DamagedFile,
    ElectionFile,
    Schema,
    alone,
    read_file,
)
from pilkades_desk.kits.storage.place import check_place
from pilkades_desk.kits.storage.swap import (
    SET_ASIDE,
    STAGING,
    decide,
    drop_staged,
    finish_alone,
    is_decided,
)
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import (
    ATTEMPTS_NAME,
    FILE_NAME,
    RESTORED,
    SLOTS_NAME,
    restore_digest,
    try_password,
    try_slots,
)
from pilkades_desk.panitia.akun import own_account
from pilkades_desk.panitia.cadangan import demand_same, proven_backup, refusal, unpack
from pilkades_desk.panitia.findings import E131, E132, E133, E135, W134, W135, W136
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.panitia.values import Akun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pilkades_desk.kits.keybox.slots import AccountKeys

Orang = tuple[str, str]
"""An account's name and its password."""


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """What a backup would bring; `akun` are who can open it, `temuan` what would be lost.

    `saksi` are accounts of the file that is replaced which the backup does not know.
    """

    path: Path
    about: About
    akun: tuple[str, ...]
    saksi: tuple[str, ...]
    sekarang: AuditHead | None
    temuan: tuple[Finding, ...]

    @property
    def perlu_dua(self) -> bool:
        """Tell whether two people have to agree: either file has a second account."""
        return len(self.akun) + len(self.saksi) > 1


@dataclass(frozen=True, slots=True)
class Dipulihkan:
    """What was restored: from which head to which, and where the files before lie."""

    about: About
    kepala_lama: str
    disisihkan: Path


def preview(folder: Path, path: Path, schema: Schema, jenis: str) -> Pratinjau:
    """Prove a backup and compare it with what is in the folder; nothing is changed.

    Args:
        folder: where it would be restored to; may be empty or missing.
        path: the file somebody picked, untrusted.
        schema: this program's layout.
        jenis: the kind of desk, `desa` or `kabupaten`.

    Raises:
        BackupError: the file is no good here; the code says why (E130 to E135).
    """
    backup = proven_backup(path)
    about, slots = backup.about, _slots_in(backup)
    if about.asal.jenis != jenis:
        raise refusal(E135.at("cadangan", jenis=about.asal.jenis))
    if about.skema > schema.version:
        raise refusal(E133.at("cadangan"))
    present = _present_slots(folder)
    if present is not None and present.file_id != slots.file_id:
        raise refusal(E132.at("cadangan", nama=about.asal.nama))
    sekarang = _anchor(present)
    names = slots.names
    saksi = tuple(one for one in (present.names if present else ()) if one not in names)
    return Pratinjau(path, about, names, saksi, sekarang, _compared(about.kepala, sekarang))


def restore(
    folder: Path, seen: Pratinjau, people: Sequence[Orang], schema: Schema, clock: Clock
) -> Dipulihkan:
    """Put a backup in the place of the folder's file, which is set aside, never removed (S-132).

    Args:
        folder: the election's, with no program having it open.
        seen: what was shown, and is restored unless the file changed since.
        people: who agrees, with the passwords of the backup's day; two where there are two
            accounts, the second of the file that is replaced where the backup knows one only.
        schema: this program's layout; an older backup is brought up to it.
        clock: dates the first entry.

    Raises:
        AccessError: a password does not open the backup.
        RightsError: one person is not enough, or may not do this.
        StorageError: the disk refuses; the next start goes on or goes back, and says which.
    """
    make_folder(folder)
    check_place(folder)
    with alone(folder / FILE_NAME):
        finish_alone(folder, RESTORED)
        with _staged(folder):
            old = _prepare(folder, seen, people, schema, clock)
            aside = f"{SET_ASIDE}-{clock.now():%Y%m%d-%H%M%S}"
            decide(folder, aside)
        finish_alone(folder, RESTORED)
    return Dipulihkan(seen.about, old, folder / aside)


@contextmanager
def _staged(folder: Path) -> "Iterator[None]":
    """Drop what was staged unless it was decided that it is the right one."""
    try:
        yield
    except BaseException:
        if not is_decided(folder):
            drop_staged(folder)
        raise


def _prepare(
    folder: Path, seen: Pratinjau, people: Sequence[Orang], schema: Schema, clock: Clock
) -> str:
    """Leave a finished file with its first entry in the staging folder; gives the old head."""
    staging = folder / STAGING
    backup = unpack(seen.path, staging)
    if backup.about != seen.about:
        raise refusal(E131.at("cadangan"))
    people = _demand_two(folder, seen, people, clock)
    opened = [_open_slot(folder, one, clock) for one in people]
    key = _prove(staging, backup, opened[0], schema)
    old = _old_head(folder, opened[0])
    file = ElectionFile.open(staging / FILE_NAME, key, schema)
    try:
        desks = _desks(staging, file, list(zip(people, opened, strict=True)), clock)
        _agree(desks, seen.about.kepala, old)
    finally:
        file.close()
    journal = staging / f"{FILE_NAME}-wal"
    if journal.is_file() and journal.stat().st_size:  # it would stay behind
        raise StorageError("Pemulihan belum selesai.", "Kosongkan ruang disk, lalu ulangi.")
    return old


def _demand_two(
    folder: Path, seen: Pratinjau, people: Sequence[Orang], clock: Clock
) -> list[Orang]:
    """Let who is known to the present file only say yes by password; gives the others."""
    if seen.perlu_dua and len({nama for nama, _ in people}) < 2:
        raise RightsError(
            "Perlu persetujuan dua orang.", "Minta anggota panitia lain memasukkan sandinya."
        )
    for nama, sandi in people:
        if nama in seen.saksi:
            try_password(folder, nama, sandi, clock.now())
    return [one for one in people if one[0] not in seen.saksi]


def _open_slot(folder: Path, orang: Orang, clock: Clock) -> "AccountKeys":
    slots = folder / STAGING / SLOTS_NAME
    try:
        return try_slots(slots, folder / ATTEMPTS_NAME, *orang, clock.now())
    except AccessError as error:
        hint = "Pakai kata sandi yang berlaku saat cadangan dibuat."
        raise AccessError(f"{orang[0]}: {error.sentence}", hint) from error


def _prove(staging: Path, backup: Backup, keys: "AccountKeys", schema: Schema) -> bytes:
    """Read the whole unpacked file and compare it with what the backup says; gives its key."""
    slots = _slots_in(backup)
    for key in keys.file_keys:
        with (
            suppress(DamagedFile),
            read_file(staging / FILE_NAME, key) as session,
        ):
            found = describe(session, schema, slots.file_id, backup.about.dibuat)
            demand_same(backup.about, found)
            return key
    raise refusal(E131.at("cadangan"))


def _desks(
    staging: Path,
    file: ElectionFile,
    people: "Sequence[tuple[Orang, AccountKeys]]",
    clock: Clock,
) -> list[MejaAkun]:
    """Give everybody's desk on the unpacked file, whoever may restore first."""
    with file.read() as session:
        accounts = store.read_akun(session)
    desks = []
    for (nama, _), keys in people:
        akun = own_account(accounts, nama, keys.signing)
        desks.append(MejaAkun(staging, file, akun, clock, keys.signing, store.read_akun))
    return sorted(desks, key=_may_not)


def _may_not(meja: MejaAkun) -> bool:
    return not may(meja.akun.peran, Aksi.PULIHKAN_CADANGAN)


def _agree(desks: list[MejaAkun], head: AuditHead, old: str) -> None:
    digest = restore_digest(head.full, old)
    approvals = [meja.approve(Aksi.PULIHKAN_CADANGAN, digest) for meja in desks]
    with desks[0].act(Aksi.PULIHKAN_CADANGAN) as act:
        if len(_open_accounts(store.read_akun(act.session))) > 1:
            act.require_two(digest, approvals)
        act.record(f"cadangan/{head.text}", kepala_baru=head.full, kepala_lama=old)
        act.commit()


def _open_accounts(accounts: dict[int, Akun]) -> list[Akun]:
    return [akun for akun in accounts.values() if akun.aktif]


def _old_head(folder: Path, keys: "AccountKeys") -> str:
    """Give the head of the file that is replaced: its own, else what its keyslots remember."""
    path = folder / FILE_NAME
    heads = [head_of(path, key) for key in keys.file_keys] if path.is_file() else []
    found = next((head for head in heads if head is not None), _anchor(_present_slots(folder)))
    return found.full if found else ""


def _slots_in(backup: Backup) -> Slots:
    try:
        return parse_slots(read_slots_member(backup))
    except AccessError:
        raise refusal(E131.at("cadangan")) from None


def _present_slots(folder: Path) -> Slots | None:
    try:
        return read_slots(folder / SLOTS_NAME)
    except PilkadesError:  # lost or damaged, which may be why somebody restores
        return None


def _anchor(slots: Slots | None) -> AuditHead | None:
    if slots is None:
        return None
    try:
        return parse_head(slots.head)
    except ValueError:
        return None


def _compared(head: AuditHead, sekarang: AuditHead | None) -> tuple[Finding, ...]:
    if sekarang is None or sekarang == head:
        return ()
    steps = sekarang.seq - head.seq
    if steps > 0:
        return (W134.at("cadangan", langkah=steps),)
    if steps < 0:
        return (W135.at("cadangan", langkah=-steps),)
    return (W136.at("cadangan"),)
