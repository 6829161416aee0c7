"""Signing persons: add one with a certificate from the village, open their key."""

import json

from pydantic import Field

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.kits.keybox.password import INSIDE, unwrap, wrap
from pilkades_desk.kits.signing.certificates import Subject, issue
from pilkades_desk.kits.signing.keys import fingerprint, new_key, public_pem
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import BadAccount
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.rules import check_duty, check_password
from pilkades_desk.panitia.usecases import CERTIFICATE_DAYS, read_village_authority
from pilkades_desk.panitia.values import Orang


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
        pem = issue(issuer, subject, public_pem(key), act.now, CERTIFICATE_DAYS - 1)
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


def check_new_orang(meja: Meja, baru: OrangBaru) -> list[Finding]:
    """Find what is wrong with a signing person before they are added (S-102, S-107)."""
    return check_duty(baru.jabatan, baru.unit) + check_password(baru.sandi, meja.words)
