"""Opening a bundle that came on a stick: the container's checks plus signer, scope and kind.

Everything here is hostile until `open_paket` returns; every refusal becomes a BundleError.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pilkades_desk.core.errors import BundleError, StorageError
from pilkades_desk.core.value import Value
from pilkades_desk.kits.sealing.header import Envelope, Mode, parse_value
from pilkades_desk.kits.sealing.reading import VerifiedBundle, open_container
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from pilkades_desk.kits.signing.chain import Trust, verify_chain
from pilkades_desk.kits.signing.faults import ChainFault, ChainProblem, SignatureInvalid
from pilkades_desk.kits.signing.keys import fingerprint, load_public, matches_digits, to_pem, verify
from pilkades_desk.kits.signing.scope import ANY_ELECTION, PeranSertifikat, Scope
from pilkades_desk.paket.findings import FAULTS, refusal
from pilkades_desk.paket.values import SCHEMA, JenisPaket

SIGNERS = {
    JenisPaket.KIT: PeranSertifikat.KABUPATEN,
    JenisPaket.DAFTAR: PeranSertifikat.DESA,
    JenisPaket.PUBLIK: PeranSertifikat.DESA,
    JenisPaket.HASIL: PeranSertifikat.DESA,
    JenisPaket.TERIMA: PeranSertifikat.MEJA,
}
"""Which role may sign which kind."""

_PEM = re.compile(r"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----")
_MAX_CERTIFICATES = 4
_FAULTS = {
    ChainFault.PERAN: Fault.ROLE,
    ChainFault.CAKUPAN: Fault.SCOPE,
}
ValueT = TypeVar("ValueT", bound=Value)
Percaya = Callable[[str], Trust]


@dataclass(frozen=True, slots=True)
class Penanda:
    """Who signed a bundle: leaf certificate, its public key's fingerprint and its scope."""

    pem: str
    kunci: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class PaketTerbuka:
    """A bundle of the expected kind whose signer may say this; its files are not opened yet."""

    bundle: VerifiedBundle[Penanda]

    @property
    def envelope(self) -> Envelope:
        """Give the verified envelope."""
        return self.bundle.envelope

    @property
    def penanda(self) -> Penanda:
        """Give the signer."""
        return self.bundle.signer

    def files(self, identity: str | None = None) -> dict[str, bytes]:
        """Open every file; BundleError when anything is wrong, StorageError when unreadable."""
        try:
            return dict(self.bundle.members(identity))
        except Refused as refused:
            raise refusal(refused) from refused
        except OSError as error:
            raise _unreadable() from error


def open_paket(
    path: Path, jenis: Collection[JenisPaket], mode: Mode, percaya: Percaya
) -> PaketTerbuka:
    """Verify an untrusted bundle up to its payload's hash (S-705).

    Args:
        path: the file on the stick.
        jenis: the kinds read here.
        mode: the mode of this desk.
        percaya: gives the roots believed and the time; may look at the untrusted leaf.

    Raises:
        BundleError: refused, with the code of docs/format-paket.md.
        StorageError: the file cannot be read at all.
    """

    def check(message: bytes, signature: bytes, pem: bytes) -> Penanda:
        leaf, *issuers = _certificates(pem)
        _check_signature(leaf, signature, message)
        try:
            scope = verify_chain(leaf, issuers, percaya(leaf), frozenset(SIGNERS.values()))
        except ChainProblem as problem:
            raise Refused(_FAULTS.get(problem.code, Fault.FORGED_SIGNER), str(problem)) from problem
        return Penanda(leaf, fingerprint(to_pem(load_public(leaf))), scope)

    try:
        bundle = open_container(path).verified(check, SCHEMA)
        _check_envelope(bundle.envelope, bundle.signer.scope, jenis)
        bundle.require_mode(mode)
    except Refused as refused:
        raise refusal(refused) from refused
    except OSError as error:
        raise _unreadable() from error
    return PaketTerbuka(bundle)


def require_sealed(path: Path, amplop: str) -> None:
    """Refuse to hand on a bundle of ours that the disk no longer holds as it was sealed."""
    try:
        found = open_container(path).verified(lambda *_signed: None, SCHEMA).envelope.hash
    except (Refused, OSError):
        found = ""
    if found != amplop:
        raise StorageError(
            f"Berkas '{path.name}' di laptop rusak atau hilang.",
            "Pulihkan dari cadangan, atau buat paket baru.",
        )


def read_signed(path: Path) -> tuple[Envelope, str]:
    """Verify an untrusted bundle against the certificate it carries, whosever that is.

    Gives the envelope and the signer's public key as PEM; whether that key is to be believed is
    for the caller to judge.

    Raises:
        Refused: by any check of the container, or the signature does not match.
        OSError: the file cannot be read at all.
    """

    def check(message: bytes, signature: bytes, pem: bytes) -> str:
        leaf = _certificates(pem)[0]
        _check_signature(leaf, signature, message)
        return to_pem(load_public(leaf))

    bundle = open_container(path).verified(check, SCHEMA)
    return bundle.envelope, bundle.signer


def trust_in(trust: Trust) -> Percaya:
    """Believe roots that are known already."""
    return lambda _untrusted_leaf: trust


def trust_typed(digits: str, at: datetime) -> Percaya:
    """Believe a self-signed certificate whose fingerprint somebody typed from stamped paper."""

    def percaya(untrusted_leaf: str) -> Trust:
        if not matches_digits(untrusted_leaf, digits):
            raise BundleError(
                FAULTS[Fault.FORGED_SIGNER].code,
                "Angka yang diketik bukan sidik jari pembuat paket ini.",
                "Ketik ulang dari kertas; bila tetap berbeda, hubungi pengirim lewat telepon.",
            )
        return Trust([untrusted_leaf], at)

    return percaya


def parse_isi(kind: type[ValueT], files: dict[str, bytes], name: str) -> ValueT:
    """Read one JSON file of a payload; BundleError E737 when it breaks its kind's rules."""
    try:
        return parse_value(kind, files[name])
    except (Refused, KeyError) as error:
        raise refuse(Fault.CONTENT, f"{name}: {error}") from error


def refuse(fault: Fault, detail: str = "") -> BundleError:
    """Make the refusal for a fault found by a step."""
    return refusal(Refused(fault, detail))


def _unreadable() -> StorageError:
    return StorageError(
        "Berkas paket tidak terbaca.", "Pasang flashdisk lagi, lalu pilih berkasnya."
    )


def _certificates(untrusted_pem: bytes) -> list[str]:
    blocks = _PEM.findall(untrusted_pem.decode("ascii", "replace"))
    if not 1 <= len(blocks) <= _MAX_CERTIFICATES:
        raise Refused(Fault.SIGNER_MISMATCH, f"{len(blocks)} certificates")
    return [block + "\n" for block in blocks]


def _check_signature(leaf: str, signature: bytes, message: bytes) -> None:
    try:
        verify(leaf, signature, message)
    except SignatureInvalid as invalid:
        raise Refused(Fault.SIGNATURE, str(invalid)) from invalid


def _check_envelope(envelope: Envelope, scope: Scope, jenis: Collection[JenisPaket]) -> None:
    if envelope.kind not in {one.value for one in jenis}:
        raise Refused(Fault.KIND, envelope.kind)
    if SIGNERS[JenisPaket(envelope.kind)] is not scope.peran:
        raise Refused(Fault.ROLE, scope.urn)
    inside = envelope.wilayah.startswith(scope.desa)
    if not inside or scope.pemilihan not in (ANY_ELECTION, envelope.pemilihan):
        raise Refused(Fault.SCOPE, scope.urn)
