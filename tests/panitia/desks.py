"""A village with a ketua, a sekretaris and an operator, opened again as often as a test needs."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.panitia.accounts import account_digest
from pilkades_desk.panitia.akun import add_account, approve_together, log_in_again
from pilkades_desk.panitia.akun_ulang import change_digest
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.panitia.values import Akun, AkunBaru, Peran, Persetujuan
from tests.makers import KETUA, OPERATOR_1, START, make_pemilihan

SEKRETARIS = AkunBaru(
    nama="sekretaris", nama_lengkap="Wati Uji", peran=Peran.SEKRETARIS, sandi="gelas pasir dua roda"
)
FRESH = "jendela kapur siang ungu"
"""A good new password nobody has."""


@dataclass(frozen=True)
class Village:
    """The ketua's open desk and the code on the recovery sheet."""

    meja: Meja
    kode: str

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return self.meja.folder

    def akun(self, nama: str) -> Akun:
        """One account as it stands now."""
        with self.meja.read() as session:
            return next(a for a in self.meja.accounts(session).values() if a.nama == nama)

    def desk(self, baru: AkunBaru) -> Meja:
        """Another person's desk on the same open file."""
        return log_in_again(self.meja, baru.nama, baru.sandi)

    def approvals(self, aksi: Aksi, nama: str, kedua: AkunBaru) -> tuple[Persetujuan, ...]:
        """The ketua's and a second person's approval of an act about an account."""
        digest = change_digest(self.akun(nama))
        return approve_together(self.meja, aksi, digest, (kedua.nama, kedua.sandi))

    def pull_the_plug(self, where: Path) -> Path:
        """Copy the folder as it lies on the disk at this moment, without its locks."""
        ignore = shutil.ignore_patterns("*.pakai")
        return Path(shutil.copytree(self.folder, where, ignore=ignore))


def make_village(folder: Path, *others: AkunBaru) -> Village:
    """The ketua and, by default, a sekretaris and an operator."""
    made = make_pemilihan(folder)
    for number, baru in enumerate(others):
        pair = (others[0].nama, others[0].sandi)
        digest = account_digest(baru)
        approvals = approve_together(made.meja, Aksi.TAMBAH_AKUN, digest, pair) if number else ()
        add_account(made.meja, KETUA.sandi, baru, approvals)
    return Village(made.meja, made.kode_pemulihan)


def three(folder: Path) -> Village:
    """Ketua, sekretaris, operator."""
    return make_village(folder, SEKRETARIS, OPERATOR_1)


class UnpluggedError(Exception):
    """The program ended here."""


def pull_at(
    village: Village, monkeypatch: pytest.MonkeyPatch, where: Path, place: tuple[object, str]
) -> None:
    """Copy the folder at the moment a function is entered, and end the act there."""

    def plug(*_args: object, **_kinds: object) -> None:
        village.pull_the_plug(where)
        raise UnpluggedError

    monkeypatch.setattr(*place, plug)


def enters(folder: Path, nama: str, sandi: str) -> Akun:
    """Log in and out again; gives the account."""
    meja = log_in(folder, nama, sandi, SCHEMA, SteppingClock(START))
    meja.close()
    return meja.akun
