"""A desk: an open file with one logged-in account; every use case goes through `act` or `read`.

`act` checks the right, opens the unit of work and writes the audit entry in the same commit.
Leaving an act without `commit()` rolls everything back, and removes the files that went with it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from pilkades_desk.core import files
from pilkades_desk.core.audit import AuditHead, Checkpoint, checkpoint_message
from pilkades_desk.core.canonical import canonical
from pilkades_desk.core.clock import Clock, utc_text
from pilkades_desk.core.errors import RightsError, StorageError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.signing.faults import SignatureInvalid
from pilkades_desk.kits.signing.keys import sign, verify
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.accounts import anchor_head, now_text
from pilkades_desk.panitia.percobaan import tries_logged
from pilkades_desk.panitia.profil.values import Profil
from pilkades_desk.panitia.rights import APPROVERS, PENTING, Aksi, may
from pilkades_desk.panitia.rules import approval_message
from pilkades_desk.panitia.values import Akun, Pemilihan, Persetujuan

if TYPE_CHECKING:
    from pathlib import Path

    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in stores

    from pilkades_desk.kits.storage.election_file import ElectionFile


Fact = str | int | list[dict[str, str | int]]
"""What an entry may hold: ids, counts, digests; lists of such things."""


def _nobody(_aksi: Aksi) -> None:
    """Tell nobody what was committed."""


class Act:
    """The unit of work of one use case."""

    def __init__(self, session: "Session", meja: "MejaAkun", aksi: Aksi, perintah: str) -> None:
        self.session = session
        self.now: datetime = meja.clock.now()
        self.akun = meja.akun
        self._meja = meja
        self.aksi = aksi
        self._perintah = perintah
        self._undo: list[Callable[[], None]] = []
        self._facts: dict[str, Fact] = {}

    def record(self, objek: str, **facts: Fact) -> None:
        """Say what the act changed: object ids, counts and digests, never a name or a NIK.

        Syarat: S-003.
        """
        self._facts |= {"objek": objek, **facts}

    def goes_with(self, path: "Path") -> None:
        """Remove a file again unless the act commits: a bundle no row knows is nobody's."""
        self.undone_by(partial(files.drop, path))

    def undone_by(self, step: Callable[[], None]) -> None:
        """Take back, unless the act commits, what it wrote beside the database."""
        self._undo.append(step)

    def undo(self) -> None:
        """Take back what was written for an act that did not commit, the last thing first."""
        while self._undo:
            self._undo.pop()()

    def require_two(self, digest: str, persetujuan: Sequence[Persetujuan]) -> None:
        """Demand valid approvals of this act by two people; RightsError otherwise (S-006)."""
        kepala = audit_log.read_head(self.session).full
        accounts = self._meja.accounts(self.session)
        people = set()
        for one in persetujuan:
            akun = accounts.get(one.akun_id)
            stale = (one.aksi, one.digest, one.kepala) != (self.aksi.value, digest, kepala)
            if akun is None or not akun.aktif or stale or akun.peran not in APPROVERS[self.aksi]:
                raise _stale()
            message = approval_message(one.akun_id, one.aksi, one.digest, one.kepala)
            try:
                verify(akun.kunci_publik, bytes.fromhex(one.tanda_tangan), message)
            except (SignatureInvalid, ValueError):
                raise _stale() from None
            people.add(tuple(akun.nama_lengkap.casefold().split()))
        if len(people) < 2:
            raise RightsError(
                "Perlu persetujuan dua orang.", "Minta anggota panitia lain memasukkan sandinya."
            )
        self._facts["setuju"] = [one.model_dump() for one in persetujuan]

    def commit(self) -> None:
        """Write the audit entry and commit both together (S-001, S-030)."""
        if "objek" not in self._facts:
            raise RuntimeError(f"act {self.aksi} recorded nothing")
        with tries_logged(self._meja.folder, self.now) as tries:
            body = {
                "at": utc_text(self.now),
                "akun": self.akun.id,
                "aksi": self.aksi.value,
                "versi": program_version(),
                **self._facts,
                **tries,
            }
            head = audit_log.append(self.session, canonical(body).decode("utf-8"), self._perintah)
            if self.aksi in PENTING:
                audit_log.add_checkpoint(self.session, self._meja.signed(head))
            self.session.commit()
        self._undo.clear()
        if self.aksi in PENTING:
            self._meja.settle(head)
        self._meja.committed(self.aksi)


@dataclass(frozen=True)
class MejaAkun:
    """An open file with one logged-in account; `pembukaan` is what was found on opening it.

    `diperiksa` counts the entries of the log that were verified then; 0 for a file just made.
    `committed` is told every act that was committed, from whatever thread it ran on.
    """

    folder: "Path"
    file: "ElectionFile" = field(repr=False)
    akun: Akun
    clock: Clock
    key: bytes = field(repr=False)
    accounts: Callable[["Session"], dict[int, Akun]] = field(repr=False)
    pembukaan: tuple[Finding, ...] = field(default=(), kw_only=True)
    diperiksa: int = field(default=0, kw_only=True)
    committed: Callable[[Aksi], None] = field(default=_nobody, repr=False, kw_only=True)

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words no password of this desk may hold."""
        return (now_text(self.clock),)

    def demand(self, aksi: Aksi) -> None:
        """Refuse whoever has no right to an act, before anything of it is looked at.

        Syarat: S-005, S-009.
        """
        if not may(self.akun.peran, aksi):
            raise RightsError(
                f"Peran {self.akun.peran.value} tidak boleh melakukan ini.",
                "Masuk dengan akun yang berhak, misalnya ketua.",
            )

    @contextmanager
    def act(self, aksi: Aksi, perintah: str = "") -> Iterator[Act]:
        """Open the unit of work of one act; RightsError when the role has no right to it."""
        self.demand(aksi)
        with self.file.work() as session:
            act = Act(session, self, aksi, perintah)
            try:
                yield act
            finally:
                act.undo()

    def read(self) -> "AbstractContextManager[Session]":
        """Open a reading session."""
        return self.file.read()

    def head(self) -> AuditHead:
        """Give the audit head as it stands."""
        with self.read() as session:
            return audit_log.read_head(session)

    def approve(self, aksi: Aksi, digest: str) -> Persetujuan:
        """Sign one act with this account's key, for exactly what was shown and this audit head."""
        kepala = self.head().full
        message = approval_message(self.akun.id, aksi.value, digest, kepala)
        return Persetujuan(
            akun_id=self.akun.id,
            aksi=aksi.value,
            digest=digest,
            kepala=kepala,
            tanda_tangan=sign(self.key, message).hex(),
        )

    def signed(self, head: AuditHead) -> Checkpoint:
        """Sign a head of the log with this account's key."""
        return Checkpoint(head, self.akun.id, sign(self.key, checkpoint_message(head)))

    def settle(self, head: AuditHead) -> None:
        """Fold the journal into the file and write the head into the keyslot file."""
        with suppress(StorageError):  # on a full disk the journal stays, and with it every act
            self.file.checkpoint()
        anchor_head(self.folder, head.full)

    def close(self) -> None:
        """Settle, and forget the key."""
        with suppress(StorageError):
            self.settle(self.head())
        self.file.close()


@dataclass(frozen=True)
class Meja(MejaAkun):
    """The village's desk."""

    pemilihan: Pemilihan
    profil: Profil

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words no password of this desk may hold."""
        return (self.pemilihan.desa, *super().words)


def program_version() -> str:
    """Give the version of this program, as printed and logged."""
    try:
        return version("pilkades-desk")
    except PackageNotFoundError:
        return "0.1.0"


def _stale() -> RightsError:
    return RightsError(
        "Persetujuan tidak cocok dengan keadaan sekarang.",
        "Tampilkan ulang, lalu minta persetujuan sekali lagi.",
    )
