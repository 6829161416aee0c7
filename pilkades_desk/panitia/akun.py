"""What is done with accounts at both desks: enter, approve as a second person, add.

An entry of the log that gives an account keys names them (`kunci`), so the log alone tells which
key an approval or a checkpoint of that time must be signed with.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import AccessError, StorageError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.signing.keys import fingerprint, public_pem
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import (
    BadAccount,
    CreatedFile,
    OpenedFile,
    account_digest,
    account_names,
    forget_failed,
    new_keys,
    put_slot,
    read_account_key,
    rekey,
    slots_as_they_are,
    try_password,
)
from pilkades_desk.panitia.findings import W120, W139
from pilkades_desk.panitia.meja import Fact, MejaAkun
from pilkades_desk.panitia.rights import APPROVERS, Aksi
from pilkades_desk.panitia.riwayat import look_on_opening, noted
from pilkades_desk.panitia.rules import check_account, needs_second, same_person
from pilkades_desk.panitia.values import Akun, AkunBaru, Persetujuan, SebabKunci

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

    from pilkades_desk.kits.keybox.slots import AccountKeys

RECOVERY_ID = 0
"""The recovery code's number among the accounts' keys."""
_Desk = TypeVar("_Desk", bound=MejaAkun)


def add_first_account(
    session: "Session", pertama: AkunBaru, created: CreatedFile, clock: Clock
) -> Akun:
    """Store the account a new file starts with; nobody else is there to approve it (S-101)."""
    now = clock.now()
    akun = store.add_akun(session, pertama, created.pertama, now)
    store.add_kunci_akun(session, RECOVERY_ID, created.pemulihan, SebabKunci.DIBUAT, now)
    return akun


def accounts_in(session: "Session") -> dict[int, Akun]:
    """Give a file's accounts by id (S-005)."""
    return store.read_akun(session)


def key_facts(akun: Akun) -> list[dict[str, str | int]]:
    """Say in the log which key an account has from this entry on."""
    return [{"akun": akun.id, "sidik": fingerprint(akun.kunci_publik)}]


def own_account(accounts: dict[int, Akun], nama: str, key: bytes) -> Akun:
    """Give the account that a name and its signing key open; AccessError when it is none."""
    akun = next((one for one in accounts.values() if one.nama == nama), None)
    if akun is not None and not akun.aktif:
        raise AccessError(
            f"Akun '{nama}' dinonaktifkan.",
            "Minta ketua mengatur ulang akun itu.",
        )
    if akun is None or akun.kunci_publik != public_pem(key):
        # its keyslot was written, but the act that stores the account was cut off
        raise AccessError(
            f"Akun '{nama}' belum jadi.", "Minta ketua menambah atau mengatur ulang akun itu lagi."
        )
    return akun


def enter(meja: _Desk, opened: OpenedFile) -> _Desk:
    """Verify the log, note the login with what was found; finish what a crash cut off.

    Whatever is found, and even a full disk, keeps nobody from looking at their election.

    Syarat: S-001, S-114.
    """
    seen = look_on_opening(meja)
    found = (*meja.pembukaan, *opened.pembukaan, *seen.temuan)
    meja = replace(meja, pembukaan=found, diperiksa=seen.kepala.seq)
    try:
        if opened.pembuka is not None and (opened.setengah or _removal_is_unfinished(meja)):
            change_file_key(meja, opened.pembuka)
            meja = replace(meja, pembukaan=(*meja.pembukaan, W139.at("berkas kunci")))
        with meja.act(Aksi.MASUK) as act:
            facts = failed_facts(act.session, opened) | noted(seen.temuan)
            act.record(f"akun/{meja.akun.id}", **facts)
            act.commit()
        forget_failed(meja.folder, opened.gagal, act.now)
    except StorageError as error:
        return replace(meja, pembukaan=(*meja.pembukaan, W120.at("riwayat", sebab=error.sentence)))
    return meja


def _removal_is_unfinished(meja: MejaAkun) -> bool:
    """Tell whether somebody still has a slot who has no open account."""
    with meja.read() as session:
        open_names = {akun.nama for akun in store.read_akun(session).values() if akun.aktif}
    return not open_names.issuperset(account_names(meja.folder))


def failed_facts(session: "Session", opened: OpenedFile) -> dict[str, Fact]:
    """Say in the log how often a wrong password was given since the last login."""
    ids = {akun.nama: akun.id for akun in store.read_akun(session).values()}
    gagal: list[dict[str, str | int]] = [
        {"akun": ids.get(nama, RECOVERY_ID), "kali": kali}
        for nama, kali in sorted(opened.gagal.items())
    ]
    return {"gagal": gagal} if gagal else {}


def change_file_key(meja: MejaAkun, opener: "AccountKeys") -> None:
    """Give the file a new key for everybody whose account is open; no session may be open."""
    with meja.read() as session:
        names = {akun.id: akun.nama for akun in store.read_akun(session).values()}
        amplop = store.read_amplop(session)
    rekey(meja.folder, meja.file, opener, stay(names, amplop))


def log_in_again(meja: _Desk, nama: str, sandi: str) -> _Desk:
    """Give a second person's desk on the file that is already open (S-006)."""
    key = read_account_key(meja.folder, nama, sandi, meja.clock.now())
    with meja.read() as session:
        return replace(meja, akun=own_account(store.read_akun(session), nama, key), key=key)


def other_approvers(meja: MejaAkun, aksi: Aksi, tentang: Akun | None = None) -> tuple[str, ...]:
    """Name the accounts of other people who may be the second person of an act.

    Syarat: S-006.

    Nobody approves an act about their own account (`tentang`).
    """
    never = [one.nama_lengkap for one in (meja.akun, tentang) if one is not None]
    return tuple(
        akun.nama
        for akun in read_accounts(meja)
        if akun.aktif
        and akun.peran in APPROVERS[aksi]
        and not any(same_person(akun.nama_lengkap, one) for one in never)
    )


def approve_together(
    meja: MejaAkun, aksi: Aksi, digest: str, kedua: tuple[str, str]
) -> tuple[Persetujuan, Persetujuan]:
    """Approve what was shown, with this desk's person and a second one (account, password).

    Syarat: S-006.
    """
    second = log_in_again(meja, *kedua)
    return meja.approve(aksi, digest), second.approve(aksi, digest)


def read_accounts(meja: MejaAkun) -> tuple[Akun, ...]:
    """Give all accounts in the order they were made (S-103)."""
    with meja.read() as session:
        return tuple(store.read_akun(session).values())


def check_new_account(meja: MejaAkun, baru: AkunBaru) -> list[Finding]:
    """Find what is wrong with an account before it is added (S-102, S-103)."""
    return check_account(baru, read_accounts(meja), meja.words)


def add_account(
    meja: MejaAkun, sandi: str, baru: AkunBaru, persetujuan: Sequence[Persetujuan] = ()
) -> Akun:
    """Add an account; two people once two accounts exist. `sandi` is this desk's own.

    Syarat: S-006, S-102, S-103.
    """
    with meja.act(Aksi.TAMBAH_AKUN) as act:
        taken = tuple(store.read_akun(act.session).values())
        found = check_account(baru, taken, meja.words)
        if found:
            raise BadAccount(found)
        if needs_second(taken):
            act.require_two(account_digest(baru), persetujuan)
        opener = try_password(meja.folder, meja.akun.nama, sandi, act.now)
        act.undone_by(slots_as_they_are(meja.folder))
        kunci = put_slot(meja.folder, baru.nama, baru.sandi, new_keys(opener.file_keys))
        akun = store.add_akun(act.session, baru, kunci, act.now)
        act.record(f"akun/{akun.id}", peran=akun.peran.value, kunci=key_facts(akun))
        act.commit()
    return akun


def stay(names: dict[int, str], amplop: dict[int, str]) -> dict[str, bytes]:
    """Name whoever stays, with the public key the file key is sealed to."""
    from pilkades_desk.kits.keybox.slots import RECOVERY

    by_id = names | {RECOVERY_ID: RECOVERY}
    return {by_id[akun]: bytes.fromhex(public) for akun, public in amplop.items()}
