"""Signing persons: add one with a certificate from the village, reset, revoke, open their key.

Certificates are never overwritten; which ones are revoked and since when follows from their order.
"""

import json

from pydantic import Field

from pilkades_desk.core.clock import parse_utc
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.kits.keybox.password import INSIDE, unwrap, wrap
from pilkades_desk.kits.signing.certificates import Authority, Subject, issue, serial
from pilkades_desk.kits.signing.keys import fingerprint, new_key, public_pem
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import BadAccount
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.percobaan import counted_orang
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.rules import check_duty, check_password
from pilkades_desk.panitia.usecases import CERTIFICATE_DAYS, read_village_authority
from pilkades_desk.panitia.values import AlasanCabut, KunciOrang, Orang, SertifikatDicabut


class OrangBaru(Value):
    """What is asked for a signing person; the password is their own."""

    nama: Nama
    jabatan: Nama
    unit: int | None = None
    sandi: str = Field(repr=False)


def add_orang(meja: Meja, baru: OrangBaru) -> Orang:
    """Add a signing person with a certificate from the village and a key of their own.

    Syarat: S-106, S-107.
    """
    meja.demand(Aksi.TAMBAH_ORANG)
    found = check_new_orang(meja, baru)
    if found:
        raise BadAccount(found)
    issuer = read_village_authority(meja, PeranSertifikat.DESA_CA)
    with meja.act(Aksi.TAMBAH_ORANG) as act:
        kunci = _new_key(act, meja, issuer, (baru.nama, baru.sandi))
        number = store.add_orang(act.session, baru.model_dump(exclude={"sandi"}))
        store.add_kunci_orang(act.session, number, kunci, act.now, None)
        act.record(f"orang/{number}", sertifikat=fingerprint(kunci.sertifikat))
        act.commit()
    return find_orang(meja, number)


def reset_orang(meja: Meja, orang: Orang, sandi: str, alasan: AlasanCabut) -> Orang:
    """Give a person a new key and certificate; the one before is revoked from now on (S-113)."""
    meja.demand(Aksi.ATUR_ULANG_ORANG)
    found = check_password(sandi, meja.words)
    if found:
        raise BadAccount(found)
    issuer = read_village_authority(meja, PeranSertifikat.DESA_CA)
    with meja.act(Aksi.ATUR_ULANG_ORANG) as act:
        kunci = _new_key(act, meja, issuer, (orang.nama, sandi))
        store.add_kunci_orang(act.session, orang.id, kunci, act.now, alasan)
        words = {"sertifikat": fingerprint(kunci.sertifikat), "alasan": alasan.name}
        act.record(f"orang/{orang.id}", **words)
        act.commit()
    return find_orang(meja, orang.id)


def revoke_orang(meja: Meja, orang: Orang, alasan: AlasanCabut) -> Orang:
    """Revoke a person's certificate; what they signed before stays signed (S-113)."""
    with meja.act(Aksi.CABUT_ORANG) as act:
        if not store.read_orang_key(act.session, orang.id):
            raise _revoked(orang)
        store.revoke_orang(act.session, orang.id, alasan, act.now)
        gone = fingerprint(orang.sertifikat)
        act.record(f"orang/{orang.id}", sertifikat=gone, alasan=alasan.name)
        act.commit()
    return find_orang(meja, orang.id)


def read_revoked(meja: Meja) -> tuple[SertifikatDicabut, ...]:
    """Give every revoked certificate of a signing person, in the order they were revoked."""
    with meja.read() as session:
        rows = store.read_orang_rows(session)
    held: dict[int, str] = {}
    gone: dict[str, SertifikatDicabut] = {}
    for number, pem, alasan, sejak in rows:
        before = held.get(number)
        held[number] = pem
        if before is not None and (hex_serial := f"{serial(before):x}") not in gone:
            gone[hex_serial] = SertifikatDicabut(
                serial=hex_serial,
                orang=number,
                waktu=parse_utc(sejak),
                alasan=AlasanCabut(alasan),
            )
    return tuple(gone.values())


def read_orang(meja: Meja) -> tuple[Orang, ...]:
    """Give all signing persons, revoked ones too (S-106)."""
    with meja.read() as session:
        return store.read_orang(session)


def find_orang(meja: Meja, orang_id: int) -> Orang:
    """Give one signing person as they stand now."""
    return next(one for one in read_orang(meja) if one.id == orang_id)


def open_orang_key(meja: Meja, orang: Orang, sandi: str) -> bytes:
    """Open a person's key with their own password; asked at every signature, never kept.

    Syarat: S-106.

    Raises:
        AccessError: another password, or tried again too soon after too many of them.
        StateError: the person was revoked.
    """
    with meja.read() as session:
        box = store.read_orang_key(session, orang.id)
    if not box:
        raise _revoked(orang)
    with counted_orang(meja.folder, orang.id, meja.clock.now()):
        return unwrap(json.loads(box), sandi)


def _revoked(orang: Orang) -> StateError:
    return StateError(
        f"Sertifikat {orang.nama} sudah dicabut.",
        "Atur ulang kuncinya di langkah Panitia bila ia masih bertugas.",
    )


def _new_key(act: Act, meja: Meja, issuer: Authority, whose: tuple[str, str]) -> KunciOrang:
    """Make a key under the person's password (name, password) and certify it."""
    nama, sandi = whose
    key = new_key()
    scope = Scope(
        peran=PeranSertifikat.ORANG, desa=meja.pemilihan.kode_desa, pemilihan=meja.pemilihan.id
    )
    subject = Subject(nama=nama[:64], scope=scope)
    pem = issue(issuer, subject, public_pem(key), act.now, CERTIFICATE_DAYS - 1)
    box = wrap(key, sandi, {"orang": fingerprint(pem)}, INSIDE)
    return KunciOrang(sertifikat=pem, kunci=json.dumps(box))


def check_new_orang(meja: Meja, baru: OrangBaru) -> list[Finding]:
    """Find what is wrong with a signing person before they are added (S-102, S-107)."""
    return check_duty(baru.jabatan, baru.unit) + check_password(baru.sandi, meja.words)
