"""What the committee does in step 1: make the election, log in, add accounts, people and keys."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import AccessError, StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.identity import Nama
from pilkades_desk.core.resources import resource_text
from pilkades_desk.core.value import Value
from pilkades_desk.kits.keybox.password import INSIDE, unwrap, wrap
from pilkades_desk.kits.signing.certificates import (
    Authority,
    Subject,
    is_self_signed,
    issue,
    self_sign,
)
from pilkades_desk.kits.signing.keys import fingerprint, fingerprint_digits, new_key, public_pem
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope
from pilkades_desk.kits.storage.election_file import Schema
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import (
    BadAccount,
    account_digest,
    add_slot,
    closed_on_failure,
    created_file,
    now_text,
    open_file,
    read_account_key,
)
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.profile import parse_profile
from pilkades_desk.panitia.rights import APPROVERS, Aksi
from pilkades_desk.panitia.rules import (
    check_account,
    check_duty,
    check_password,
    needs_second,
    same_person,
)
from pilkades_desk.panitia.values import (
    Akun,
    AkunBaru,
    KunciDesa,
    Orang,
    Pemilihan,
    PemilihanBaru,
    Persetujuan,
    StatusKunci,
)

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

_DAYS = 366
"""Certificates of a village and its people last one year at most."""


@dataclass(frozen=True)
class PemilihanDibuat:
    """A new election: the ketua's desk and the recovery code to print once."""

    meja: Meja
    kode_pemulihan: str = field(repr=False)


class OrangBaru(Value):
    """What is asked for a signing person; the password is their own."""

    nama: Nama
    jabatan: Nama
    unit: int | None = None
    sandi: str = Field(repr=False)


class KeadaanPanitia(Value):
    """Everything step 1 shows; `asumsi` counts the profile's values nobody has verified."""

    pemilihan: Pemilihan
    profil: str
    asumsi: int
    akun: tuple[Akun, ...]
    penanda: tuple[Orang, ...]
    kunci: KunciDesa
    perlu_dua: bool


def create_pemilihan(
    folder: Path, baru: PemilihanBaru, ketua: AkunBaru, schema: Schema, clock: Clock
) -> PemilihanDibuat:
    """Make the encrypted file with the ketua's account; nothing is left behind on failure.

    Syarat: S-007, S-101.
    """
    _demand_good(ketua, (), (baru.desa, now_text(clock)))
    teks = resource_text("profil", f"{baru.profil}.toml")
    profil = parse_profile(baru.profil, teks)
    pemilihan = Pemilihan(id=uuid.uuid4().hex, **baru.model_dump(exclude={"profil"}))
    with created_file(folder, ketua, schema) as (opened, code):
        file, key = opened.file, opened.key
        with file.work() as session:
            store.add_pemilihan(session, pemilihan, baru.profil, teks)
            akun = add_first_account(session, ketua, key, clock)
            session.commit()
        meja = Meja(folder, file, akun, clock, key, store.read_akun, pemilihan, profil)
        with meja.act(Aksi.BUAT_PEMILIHAN) as act:
            act.record(f"pemilihan/{pemilihan.id}", profil=profil.sidik)
            act.commit()
    return PemilihanDibuat(meja, code)


def add_first_account(session: "Session", pertama: AkunBaru, key: bytes, clock: Clock) -> Akun:
    """Store the account a new file starts with; nobody else is there to approve it (S-101)."""
    return store.add_akun(session, pertama, public_pem(key), clock.now())


def accounts_in(session: "Session") -> dict[int, Akun]:
    """Give a file's accounts by id (S-005)."""
    return store.read_akun(session)


def log_in(folder: Path, nama: str, sandi: str, schema: Schema, clock: Clock) -> Meja:
    """Open an election with an account's password (S-101)."""
    opened = open_file(folder, nama, sandi, schema)
    with closed_on_failure(opened):
        with opened.file.read() as session:
            found = store.read_pemilihan(session)
            akun = named_account(store.read_akun(session), nama)
        if found is None:
            raise StateError("Ini berkas meja kabupaten.", "Buka dengan perintah meja.")
    pemilihan, profil = found
    return Meja(folder, opened.file, akun, clock, opened.key, store.read_akun, pemilihan, profil)


def log_in_again(meja: Meja, nama: str, sandi: str) -> Meja:
    """Give a second person's desk on the file that is already open (S-006)."""
    key = read_account_key(meja.folder, nama, sandi)
    with meja.read() as session:
        return replace(meja, akun=named_account(store.read_akun(session), nama), key=key)


def other_approvers(meja: Meja, aksi: Aksi) -> tuple[str, ...]:
    """Name the accounts of other people who may be the second person of an act (S-006)."""
    own = meja.akun.nama_lengkap
    return tuple(
        akun.nama
        for akun in read_accounts(meja)
        if akun.peran in APPROVERS[aksi] and not same_person(akun.nama_lengkap, own)
    )


def approve_together(
    meja: Meja, aksi: Aksi, digest: str, kedua: tuple[str, str]
) -> tuple[Persetujuan, Persetujuan]:
    """Approve what was shown, with this desk's person and a second one (account, password).

    Syarat: S-006.
    """
    second = log_in_again(meja, *kedua)
    return meja.approve(aksi, digest), second.approve(aksi, digest)


def read_accounts(meja: Meja) -> tuple[Akun, ...]:
    """Give all accounts in the order they were made (S-103)."""
    with meja.read() as session:
        return tuple(store.read_akun(session).values())


def check_new_account(meja: Meja, baru: AkunBaru) -> list[Finding]:
    """Find what is wrong with an account before it is added (S-102, S-103)."""
    return check_account(baru, read_accounts(meja), _words(meja))


def add_account(
    meja: Meja, sandi: str, baru: AkunBaru, persetujuan: Sequence[Persetujuan] = ()
) -> Akun:
    """Add an account; two people once two accounts exist. `sandi` is the ketua's own.

    Syarat: S-006, S-102, S-103.
    """
    with meja.act(Aksi.TAMBAH_AKUN) as act:
        taken = tuple(store.read_akun(act.session).values())
        _demand_good(baru, taken, _words(meja))
        if needs_second(taken):
            act.require_two(account_digest(baru), persetujuan)
        kunci = add_slot(meja.folder, (meja.akun.nama, sandi), baru)
        akun = store.add_akun(act.session, baru, kunci, act.now)
        act.record(f"akun/{akun.id}", peran=akun.peran.value)
        act.commit()
    return akun


def make_village_keys(meja: Meja) -> None:
    """Make the village's signing key and its issuing key, self-signed until a kit answers.

    Syarat: S-105.
    """
    with meja.act(Aksi.BUAT_KUNCI_DESA) as act:
        if store.read_key(act.session, PeranSertifikat.DESA) is not None:
            raise StateError("Kunci desa sudah ada.", "Lanjutkan ke permohonan sertifikat.")
        for peran in (PeranSertifikat.DESA, PeranSertifikat.DESA_CA):
            key = new_key()
            store.add_key(act.session, peran, key)
            pem = self_sign(key, village_subject(meja, peran), act.now, _DAYS)
            store.add_certificate(act.session, peran, pem)
            act.record("kunci-desa", **{peran.value: fingerprint(pem)})
        act.commit()


def village_subject(meja: Meja, peran: PeranSertifikat) -> Subject:
    """Name the village as a certificate holder (S-702)."""
    scope = Scope(peran=peran, desa=meja.pemilihan.kode_desa, pemilihan=meja.pemilihan.id)
    return Subject(nama=f"Panitia Pilkades {meja.pemilihan.desa}"[:64], scope=scope)


def take_certificates(act: Act, certificates: dict[PeranSertifikat, str]) -> dict[str, str]:
    """Store the certificates a checked kit brought for this village; gives their fingerprints.

    Syarat: S-702.
    """
    for peran, pem in certificates.items():
        store.add_certificate(act.session, peran, pem)
    return {peran.value: fingerprint(pem) for peran, pem in certificates.items()}


def read_village_authority(meja: Meja, peran: PeranSertifikat) -> Authority:
    """Give one of the village's keys with its newest certificate (S-105)."""
    with meja.read() as session:
        key = store.read_key(session, peran)
        pem = store.read_certificate(session, peran)
    if key is None or pem is None:
        raise StateError("Kunci desa belum ada.", "Buat kunci desa di langkah Panitia.")
    return Authority(key=key, cert_pem=pem)


def add_orang(meja: Meja, baru: OrangBaru) -> Orang:
    """Add a signing person with a certificate from the village and a key of their own.

    Syarat: S-106, S-107.
    """
    found = check_new_orang(meja, baru)
    if found:
        raise BadAccount(found)
    issuer = read_village_authority(meja, PeranSertifikat.DESA_CA)
    key = new_key()
    scope = Scope(
        peran=PeranSertifikat.ORANG, desa=meja.pemilihan.kode_desa, pemilihan=meja.pemilihan.id
    )
    with meja.act(Aksi.TAMBAH_ORANG) as act:
        subject = Subject(nama=baru.nama[:64], scope=scope)
        pem = issue(issuer, subject, public_pem(key), act.now, _DAYS - 1)
        box = wrap(key, baru.sandi, {"orang": fingerprint(pem)}, INSIDE)
        fields = baru.model_dump(exclude={"sandi"})
        orang = store.add_orang(act.session, fields | {"sertifikat": pem, "kunci": json.dumps(box)})
        act.record(f"orang/{orang.id}", sertifikat=fingerprint(pem))
        act.commit()
    return orang


def read_orang(meja: Meja) -> tuple[Orang, ...]:
    """Give all signing persons (S-106)."""
    with meja.read() as session:
        return store.read_orang(session)


def open_orang_key(meja: Meja, orang: Orang, sandi: str) -> bytes:
    """Open a person's key with their own password; asked at every signature, never kept (S-106)."""
    with meja.read() as session:
        return unwrap(json.loads(store.read_orang_key(session, orang.id)), sandi)


def named_account(accounts: dict[int, Akun], nama: str) -> Akun:
    """Give the account of a name; AccessError when the file does not hold it (S-101)."""
    for akun in accounts.values():
        if akun.nama == nama:
            return akun
    # its keyslot was written, but the act that stores the account was cut off
    raise AccessError(f"Akun '{nama}' belum jadi.", "Minta ketua menambahkan akun itu lagi.")


def check_new_orang(meja: Meja, baru: OrangBaru) -> list[Finding]:
    """Find what is wrong with a signing person before they are added (S-102, S-107)."""
    return check_duty(baru.jabatan, baru.unit) + check_password(baru.sandi, _words(meja))


def read_keadaan(meja: Meja) -> KeadaanPanitia:
    """Give everything step 1 shows (S-012, S-105)."""
    with meja.read() as session:
        akun = tuple(store.read_akun(session).values())
        penanda = store.read_orang(session)
        pem = store.read_certificate(session, PeranSertifikat.DESA)
    return KeadaanPanitia(
        pemilihan=meja.pemilihan,
        profil=meja.profil.nama,
        asumsi=len(meja.profil.asumsi),
        akun=akun,
        penanda=penanda,
        kunci=_key_seen(pem),
        perlu_dua=needs_second(akun),
    )


def _key_seen(pem: str | None) -> KunciDesa:
    if pem is None:
        return KunciDesa(status=StatusKunci.BELUM_ADA)
    own = is_self_signed(pem)
    status = StatusKunci.BELUM_DISAHKAN if own else StatusKunci.DISAHKAN
    return KunciDesa(status=status, sidik=fingerprint_digits(pem))


def _words(meja: Meja) -> tuple[str, ...]:
    """Give the words no password may hold."""
    return (meja.pemilihan.desa, now_text(meja.clock))


def _demand_good(baru: AkunBaru, taken: tuple[Akun, ...], words: tuple[str, ...]) -> None:
    found = check_account(baru, taken, words)
    if found:
        raise BadAccount(found)
