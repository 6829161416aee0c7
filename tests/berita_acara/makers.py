"""A small election whose two units are counted, kept closed on disk and copied for each test."""

import shutil
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.berita_acara.usecases import freeze, sign_dokumen
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage.election_file import ElectionFile
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import OrangBaru, add_orang, read_orang
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import make_village_keys
from pilkades_desk.panitia.values import Orang
from pilkades_desk.pemilih.usecases import dpt_preview, import_sheet, lock_dpt, set_dps
from pilkades_desk.penghitungan.usecases import read_form, withdraw_form
from tests.makers import KETUA, START, approve_both
from tests.penghitungan.desks import (
    GOOD,
    MAJALENGKA,
    Desks,
    close_form,
    open_desks,
    type_twice,
)

SANDI = "tanda tangan uji"
SWAPPED = {**GOOD, "suara_1": GOOD["suara_2"], "suara_2": GOOD["suara_1"]}
"""Typed for unit 2, it makes the two candidates equal in the village."""
SIGNERS = (
    ("Ketua Panitia", None), ("Sekretaris", None), ("Anggota", None),
    ("Ketua KPPS", 1), ("Anggota KPPS", 1), ("Anggota KPPS", 1),
    ("Ketua KPPS", 2), ("Anggota KPPS", 2), ("Anggota KPPS", 2),
)  # fmt: skip


@dataclass(frozen=True)
class Kept:
    """The closed election and what opens it."""

    folder: Path
    desks: Desks
    key: bytes


def keep_counted(folder: Path) -> Kept:
    """Lock a DPT, add signers, count both units alike, close."""
    desks = open_desks(folder, [MAJALENGKA] * 2, lock_list=partial(_lock_dpt, folder=folder))
    ketua = desks.ketua
    make_village_keys(ketua)
    for number, (jabatan, unit) in enumerate(SIGNERS, start=1):
        orang = OrangBaru(nama=f"Penanda Uji {number}", jabatan=jabatan, unit=unit, sandi=SANDI)
        add_orang(ketua, orang)
    for unit in (1, 2):
        type_twice(desks, unit)
        close_form(desks, unit)
    ketua.close()
    slots = read_slots(ketua.folder / SLOTS_NAME)
    return Kept(ketua.folder, desks, slots.open_slot(KETUA.nama, KETUA.sandi).file_keys[0])


def copy_of(kept: Kept, folder: Path) -> Desks:
    """The same desks on a file of their own; the clock goes on an hour later."""
    shutil.copytree(kept.folder, folder)
    file = ElectionFile.open(folder / FILE_NAME, kept.key, SCHEMA)
    same: dict[str, Any] = {"folder": folder, "file": file}
    clock = SteppingClock(START.replace(hour=START.hour + 1))
    return Desks(*(replace(meja, clock=clock, **same) for meja in kept.desks))


def count_again(desks: Desks, unit: int, isi: dict[str, int]) -> None:
    """Withdraw a unit's form and close it with other figures."""
    take_back(desks, unit)
    type_twice(desks, unit, isi)
    close_form(desks, unit)


def freeze_f27s(meja: Meja) -> list[Dokumen]:
    """Freeze the minutes of both units, which the village's own documents wait for."""
    return [freeze(meja, "F-27", unit) for unit in (1, 2)]


def take_back(desks: Desks, unit: int) -> None:
    """Withdraw a unit's form."""
    segel = read_form(desks.ketua, unit).segel
    approvals = approve_both(desks.ketua, desks.rini, Aksi.TARIK_FORM, segel)
    withdraw_form(desks.ketua, unit, "salah baca", approvals)


def signer(meja: Meja, orang_id: int) -> Orang:
    """One signing person."""
    return next(orang for orang in read_orang(meja) if orang.id == orang_id)


def sign_by_all(meja: Meja, dokumen: Dokumen) -> Dokumen:
    """Everybody named signs."""
    for orang_id in dokumen.penanda:
        dokumen = sign_dokumen(meja, dokumen.id, signer(meja, orang_id), SANDI)
    return dokumen


def _lock_dpt(desks: Desks, folder: Path) -> str:
    write_kpu33(folder / "pemilih.xlsx", seed=3, jumlah=50)
    import_sheet(desks.ketua, folder / "pemilih.xlsx")
    set_dps(desks.ketua)
    digest = dpt_preview(desks.ketua).segel
    approvals = approve_both(desks.ketua, desks.rini, Aksi.KUNCI_DPT, digest)
    return lock_dpt(desks.ketua, approvals).segel
