"""What the committee does in step 1: make the election, log in, add accounts, people and keys."""

import uuid
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pilkades_desk.core.clock import Clock, plain_date
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.resources import resource_text
from pilkades_desk.core.value import Value
from pilkades_desk.kits.signing.certificates import (
    Authority,
    Subject,
    is_self_signed,
    self_sign,
)
from pilkades_desk.kits.signing.keys import fingerprint, fingerprint_digits, new_key
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope
from pilkades_desk.kits.storage.election_file import Schema
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import (
    BadAccount,
    OpenedFile,
    closed_on_failure,
    created_file,
    now_text,
    open_file,
)
from pilkades_desk.panitia.akun import add_first_account, enter, key_facts, own_account
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.pemulihan import Pemulihan, account_named, recover_account
from pilkades_desk.panitia.profil.naskah import parse_profile
from pilkades_desk.panitia.profil.values import Profil
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.rules import check_account, check_keeping, keep_until, needs_second
from pilkades_desk.panitia.values import (
    Akun,
    AkunBaru,
    KunciDesa,
    Orang,
    Pemilihan,
    PemilihanBaru,
    StatusKunci,
)

CERTIFICATE_DAYS = 366
"""Certificates of a village and its people last one year at most."""
KEEP_DAYS = "simpan.data_pemilih_hari"


@dataclass(frozen=True)
class PemilihanDibuat:
    """A new election: the ketua's desk and the recovery code to print once."""

    meja: Meja
    kode_pemulihan: str = field(repr=False)


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
    found = check_account(ketua, (), (baru.desa, now_text(clock)))
    if found:
        raise BadAccount(found)
    teks = resource_text("profil", f"{baru.profil}.toml")
    profil = parse_profile(baru.profil, teks)
    pemilihan = Pemilihan(id=uuid.uuid4().hex, **baru.model_dump(exclude={"profil"}))
    with created_file(folder, ketua, schema) as created:
        with created.file.work() as session:
            store.add_pemilihan(session, pemilihan, baru.profil, teks)
            akun = add_first_account(session, ketua, created, clock)
            session.commit()
        meja = _desk(folder, created, akun, clock, (pemilihan, profil))
        with meja.act(Aksi.BUAT_PEMILIHAN) as act:
            act.record(f"pemilihan/{pemilihan.id}", profil=profil.sidik, kunci=key_facts(akun))
            act.commit()
    return PemilihanDibuat(meja, created.kode)


def log_in(folder: Path, nama: str, sandi: str, schema: Schema, clock: Clock) -> Meja:
    """Open an election with an account's password (S-101)."""
    opened = open_file(folder, nama, sandi, schema, clock.now())
    with closed_on_failure(opened):
        with opened.file.read() as session:
            found = store.read_pemilihan(session)
            akun = own_account(store.read_akun(session), nama, opened.key)
        if found is None:
            raise StateError("Ini berkas meja kabupaten.", "Buka dengan perintah meja.")
        meja = _desk(folder, opened, akun, clock, found)
        last = last_day(meja)
        overdue = check_keeping(last, clock.now().date()) if last else []
        return enter(replace(meja, pembukaan=(*meja.pembukaan, *overdue)), opened)


def last_day(meja: Meja) -> date | None:
    """Give the last day voters' data are kept; None by a profile that does not say (S-140)."""
    days = meja.profil.isi.get(KEEP_DAYS)
    return keep_until(meja.pemilihan, meja.profil.nilai(KEEP_DAYS)) if days else None


def read_keeping(meja: Meja) -> str:
    """Say until when voters' data are kept and how sure that is (S-012, S-140)."""
    last = last_day(meja)
    status = f" ({meja.profil.isi[KEEP_DAYS].status.value})" if last else ""
    return f"{plain_date(last)}{status}" if last else "waktu yang ditentukan kabupaten"


def recover(folder: Path, opened: OpenedFile, asked: Pemulihan, clock: Clock) -> tuple[Meja, str]:
    """Recover an account of a file opened with the printed code; gives its desk and the new code.

    Syarat: S-112.

    What was typed may be wrong: the file stays open, so that it can be typed again.
    """
    with opened.file.read() as session:
        found = store.read_pemilihan(session)
        akun = account_named(session, asked.akun)
    if found is None:
        raise StateError("Ini berkas meja kabupaten.", "Buka dengan perintah meja.")
    meja, code = recover_account(_desk(folder, opened, akun, clock, found), opened, asked)
    return enter(meja, replace(opened, gagal={})), code


def _desk(
    folder: Path, opened: OpenedFile, akun: Akun, clock: Clock, found: tuple[Pemilihan, Profil]
) -> Meja:
    return Meja(folder, opened.file, akun, clock, opened.key, store.read_akun, *found)


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
            pem = self_sign(key, village_subject(meja, peran), act.now, CERTIFICATE_DAYS)
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
