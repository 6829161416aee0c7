"""What a village sent, after signature and decryption and before belief: content against cover."""

from datetime import datetime
from typing import Any

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.clock import utc_text
from pilkades_desk.kits.sealing.chain import Placed
from pilkades_desk.kits.sealing.header import Envelope
from pilkades_desk.kits.sealing.refusal import Fault
from pilkades_desk.kits.signing.certificates import Request, read_request
from pilkades_desk.kits.signing.faults import ChainProblem
from pilkades_desk.kits.signing.keys import load_public, to_pem
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope
from pilkades_desk.paket.untrusted import PaketTerbuka, parse_isi, refuse
from pilkades_desk.paket.values import (
    AKUN,
    HASIL,
    RIWAYAT,
    HasilPublik,
    IsiAkun,
    IsiDaftar,
    IsiRiwayat,
)
from pilkades_desk.penerimaan import findings
from pilkades_desk.penerimaan.rules import riwayat_ends_at

_PDF = b"%PDF-"


def check_files(envelope: Envelope, files: dict[str, bytes]) -> tuple[HasilPublik, IsiRiwayat]:
    """Read result and audit extract and hold them against the envelope.

    Raises:
        BundleError: E737 another kind of content, E801 another result than published, E802 the
            audit extract, E803 another village or election.
    """
    hasil = parse_isi(HasilPublik, files, HASIL)
    riwayat = parse_isi(IsiRiwayat, files, RIWAYAT)
    if sha256_hex(files[HASIL]) != envelope.publik_sha256:
        raise findings.refusal(findings.E801)
    if not riwayat_ends_at(riwayat, envelope.audit_head.seq, envelope.audit_head.hash):
        raise findings.refusal(findings.E802)
    if (hasil.kode_desa, hasil.pemilihan) != (envelope.wilayah, envelope.pemilihan):
        raise findings.refusal(findings.E803)
    for nama, content in files.items():
        is_pdf = nama.startswith("dokumen/") and content.startswith(_PDF)
        if nama not in (HASIL, RIWAYAT, AKUN) and not is_pdf:
            raise refuse(Fault.CONTENT, nama)
    if AKUN in files:
        parse_isi(IsiAkun, files, AKUN)
    return hasil, riwayat


def read_requests(isi: IsiDaftar, paket: PaketTerbuka) -> list[Request]:
    """Read both key requests of a village; the first must be for the sender's own key.

    Raises:
        BundleError: a request is malformed, for another village, or for another key.
    """
    if (isi.kode_desa, isi.pemilihan) != (paket.envelope.wilayah, paket.envelope.pemilihan):
        raise refuse(Fault.SCOPE, isi.kode_desa)
    desa = _read_request(isi, PeranSertifikat.DESA, isi.permohonan_desa)
    issuing = _read_request(isi, PeranSertifikat.DESA_CA, isi.permohonan_ca)
    if desa.public_pem != to_pem(load_public(paket.penanda.pem)):
        raise refuse(Fault.CONTENT, "request for another key than the sender's")
    return [desa, issuing]


def chain_of(paket: PaketTerbuka) -> tuple[str, str, str]:
    """Name the chain of serials a bundle belongs to, as `Masuk.rantai` does."""
    return paket.penanda.kunci, paket.envelope.to.fingerprint, paket.envelope.stream


def masuk_fields(paket: PaketTerbuka, placed: Placed, now: datetime) -> dict[str, Any]:
    """Give the fields of Masuk but its number."""
    envelope = paket.envelope
    return {
        "amplop": envelope.hash,
        "kode_desa": envelope.wilayah,
        "pemilihan": envelope.pemilihan,
        "kunci": paket.penanda.kunci,
        "tujuan": envelope.to.fingerprint,
        "stream": envelope.stream,
        "serial": envelope.serial,
        "bolong": placed.missing,
        "kepala_seq": envelope.audit_head.seq,
        "kepala_hash": envelope.audit_head.hash,
        "waktu": utc_text(now),
    }


def _read_request(isi: IsiDaftar, peran: PeranSertifikat, untrusted_pem: str) -> Request:
    scope = Scope(peran=peran, desa=isi.kode_desa, pemilihan=isi.pemilihan)
    try:
        asked = read_request(untrusted_pem)
    except ChainProblem as problem:
        raise refuse(Fault.CONTENT, str(problem)) from problem
    if asked.subject.scope != scope:
        raise refuse(Fault.SCOPE, asked.subject.scope.urn)
    return asked
