"""The recovery sheet: prove it from paper, replace it, open the file with it and recover a leader.

Recovering gives the leader new keys and ends the code that was used. A second person confirms
with their account's password; where nobody has one, two people present give their names.
"""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from pilkades_desk.core.errors import AccessError
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import (
    OpenedFile,
    check_recovery_code,
    forget_failed,
    new_keys,
    new_recovery,
    publics,
    put_recovery_slot,
    put_slot,
    slots_as_they_are,
    try_password,
)
from pilkades_desk.panitia.akun import (
    RECOVERY_ID,
    failed_facts,
    key_facts,
    log_in_again,
)
from pilkades_desk.panitia.akun_ulang import change_digest, demand_password, saksi_facts
from pilkades_desk.panitia.meja import Act, MejaAkun
from pilkades_desk.panitia.rights import APPROVERS, Aksi, may
from pilkades_desk.panitia.values import Akun, Persetujuan, SaksiHadir, SebabKunci

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

    from pilkades_desk.kits.keybox.slots import AccountKeys

_Desk = TypeVar("_Desk", bound=MejaAkun)


@dataclass(frozen=True, slots=True)
class Pemulihan:
    """What is asked to recover an account; `kedua` is a second account and its password."""

    akun: str
    sandi: str = field(repr=False)
    kedua: tuple[str, str] | None = field(default=None, repr=False)
    saksi: SaksiHadir | None = None


@dataclass(frozen=True, slots=True)
class AkunPulih:
    """Whom the code may recover, and whose password may confirm it."""

    pimpinan: tuple[str, ...]
    kedua: tuple[str, ...]


def sheet_is_proven(meja: MejaAkun) -> bool:
    """Tell whether the recovery code in force was typed back from paper."""
    with meja.read() as session:
        return store.read_recovery(session)[1] is SebabKunci.DIBUKTIKAN


def prove_recovery_sheet(meja: MejaAkun, untrusted_code: str) -> None:
    """Note that the paper holds the code in force; AccessError when it does not (S-111)."""
    with meja.act(Aksi.BUKTIKAN_LEMBAR_PEMULIHAN) as act:
        kunci = check_recovery_code(meja.folder, untrusted_code)
        amplop, sebab = store.read_recovery(act.session)
        if kunci.amplop != amplop:  # a newer sheet was stored, and putting its slot was cut off
            raise AccessError("Lembar ini sudah diganti.", "Cetak lembar pemulihan yang baru.")
        if sebab is not SebabKunci.DIBUKTIKAN:
            store.mark_kunci_akun(act.session, RECOVERY_ID, SebabKunci.DIBUKTIKAN, act.now)
            act.record("lembar-pemulihan")
            act.commit()


def new_recovery_sheet(meja: MejaAkun, sandi: str) -> str:
    """Make a new recovery code, which ends the one before; gives the code to print once.

    Syarat: S-111.

    The database knows first: cut off after it, the old sheet still opens the file and the new one
    counts as unproven, so it is asked for again.
    """
    with meja.act(Aksi.GANTI_LEMBAR_PEMULIHAN) as act:
        opener = try_password(meja.folder, meja.akun.nama, sandi, act.now)
        code, keys = new_recovery(opener)
        _store_code(act, keys)
        act.record("lembar-pemulihan")
        act.commit()
    put_recovery_slot(meja.folder, code, keys)
    return code


def account_named(session: "Session", nama: str) -> Akun:
    """Give the open account of this name; AccessError when there is none.

    Whoever was removed does not come back by the code on paper.
    """
    for akun in store.read_akun(session).values():
        if akun.nama == nama and akun.aktif:
            return akun
    raise AccessError(f"Akun '{nama}' tidak ada atau dinonaktifkan.", "Pilih akun dari daftar.")


def read_recoverable(opened: OpenedFile) -> AkunPulih:
    """Name whom the code may recover and who may confirm it."""
    with opened.file.read() as session:
        akun = tuple(store.read_akun(session).values())
    return AkunPulih(
        pimpinan=tuple(
            one.nama for one in akun if one.aktif and may(one.peran, Aksi.PULIHKAN_AKUN)
        ),
        kedua=tuple(
            one.nama for one in akun if one.aktif and one.peran in APPROVERS[Aksi.PULIHKAN_AKUN]
        ),
    )


def recover_account(meja: _Desk, opened: OpenedFile, asked: Pemulihan) -> tuple[_Desk, str]:
    """Give the desk's account new keys under the code; gives the desk and the new code.

    Syarat: S-112.

    The desk's own slot is put before the database says so, the new code's after it: cut off in
    between, the code on paper still opens the file.
    """
    meja.demand(Aksi.PULIHKAN_AKUN)
    if opened.pembuka is None:
        raise AccessError("Berkas belum dibuka.", "Ketik kode pemulihan lebih dulu.")
    keys = new_keys(opened.pembuka.file_keys)
    code, spare = new_recovery(opened.pembuka)
    kunci = publics(keys)
    renewed = {"kunci_publik": kunci.kunci_publik, "sebab": SebabKunci.DIPULIHKAN}
    desk = replace(meja, akun=meja.akun.model_copy(update=renewed), key=keys.signing)
    with desk.act(Aksi.PULIHKAN_AKUN) as act:
        demand_password(desk, asked.akun, asked.sandi)
        approvals = _approvals(desk, asked)
        act.undone_by(slots_as_they_are(desk.folder))
        put_slot(desk.folder, asked.akun, asked.sandi, keys)
        store.add_kunci_akun(act.session, desk.akun.id, kunci, SebabKunci.DIPULIHKAN, act.now)
        _store_code(act, spare)
        if asked.saksi is None:
            act.require_two(change_digest(desk.akun), approvals)
        facts = saksi_facts(act, desk.akun, asked.saksi or approvals)
        facts |= failed_facts(act.session, opened)
        act.record(f"akun/{desk.akun.id}", kunci=key_facts(desk.akun), **facts)
        fresh = store.read_akun(act.session)[desk.akun.id]
        act.commit()
    forget_failed(desk.folder, opened.gagal, act.now)
    put_recovery_slot(desk.folder, code, spare)
    return replace(desk, akun=fresh), code


def _store_code(act: Act, keys: "AccountKeys") -> None:
    store.add_kunci_akun(act.session, RECOVERY_ID, publics(keys), SebabKunci.DIATUR_ULANG, act.now)


def _approvals(desk: MejaAkun, asked: Pemulihan) -> tuple[Persetujuan, ...]:
    if asked.kedua is None:
        return ()
    second = log_in_again(desk, *asked.kedua)
    digest = change_digest(desk.akun)
    return tuple(one.approve(Aksi.PULIHKAN_AKUN, digest) for one in (desk, second))
