"""The elections a process is killed in: made once, then opened by password as a person does."""

from pathlib import Path

from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.clock import Clock, SteppingClock
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage.election_file import Schema
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.panitia.accounts import SLOTS_NAME
from pilkades_desk.panitia.akun import add_account
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.pemilih.usecases import import_sheet
from pilkades_desk.penerimaan.usecases import log_in_desk
from tests.makers import KETUA, OPERATOR_1, make_meja
from tests.penerimaan.makers import LATER, PENGESAH, Handover, enrol, make_strangers
from tests.penghitungan.desks import open_desks, type_twice

PEOPLE = 60
SHEET, TAKEN, OLD_KEY = "pemilih.xlsx", "layak", "kunci-lama"


def make_clock() -> Clock:
    """Give the time of every desk that is opened."""
    return SteppingClock(LATER)


def enter(folder: Path, schema: Schema = SCHEMA) -> Meja:
    """The ketua's desk, by password as a person opens it."""
    return log_in(folder / "pemilihan", KETUA.nama, KETUA.sandi, schema, make_clock())


def make_desa(folder: Path) -> Meja:
    """A new election."""
    meja = make_meja(folder)
    key = read_slots(meja.folder / SLOTS_NAME).open_slot(KETUA.nama, KETUA.sandi).file_keys[0]
    (folder / OLD_KEY).write_text(sha256_hex(key))
    (folder / TAKEN).write_text(str(write_kpu33(folder / SHEET, 3, PEOPLE).taken))
    return meja


def make_new(folder: Path) -> None:
    make_desa(folder).close()


def make_listed(folder: Path) -> None:
    """With voters and an operator."""
    meja = make_desa(folder)
    add_account(meja, KETUA.sandi, OPERATOR_1)
    import_sheet(meja, folder / SHEET)
    meja.close()


def make_staffed(folder: Path) -> None:
    """With an operator."""
    meja = make_desa(folder)
    add_account(meja, KETUA.sandi, OPERATOR_1)
    meja.close()


def make_counting(folder: Path) -> None:
    open_desks(folder).ketua.close()


def make_counted(folder: Path) -> None:
    desks = open_desks(folder)
    type_twice(desks)
    desks.ketua.close()


def make_known(folder: Path) -> None:
    """Two desks that know each other."""
    both = enrol(make_strangers(folder))
    for path in both.stick.root.iterdir():
        path.unlink()
    both.close()


def make_sent(folder: Path) -> None:
    make_known(folder)
    both = open_both(folder)
    both.send()
    both.close()


def open_both(folder: Path) -> Handover:
    """Both desks, by password."""
    desk = log_in_desk(folder / "meja", PENGESAH.nama, PENGESAH.sandi, SCHEMA, make_clock())
    return Handover(desk, enter(folder), FolderDrive(folder / "stick"))
