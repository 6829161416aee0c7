"""Certificates of this program: one profile per role, made here, asked for here, read here.

kabupaten (pathLen 1) issues meja, desa and desa-ca (pathLen 0); desa-ca issues orang and kpps.
"""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pilkades_desk.core.value import Value
from pilkades_desk.kits.signing.faults import UNREADABLE, ChainFault, ChainProblem, SignatureInvalid
from pilkades_desk.kits.signing.keys import load_key, load_public, to_pem
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope

_PATH_LENGTH = {PeranSertifikat.KABUPATEN: 1, PeranSertifikat.DESA_CA: 0}
# pdfsig trusts document signing only together with e-mail protection
_DOCUMENTS = (x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"), ExtendedKeyUsageOID.EMAIL_PROTECTION)
_COMMON_NAME_MAX = 64
_PEM_MAX = 8192


class Subject(Value):
    """Who a certificate is for."""

    nama: str
    scope: Scope


class Request(Value):
    """A checked key request: who asks, and the public key (PEM) they proved to hold."""

    subject: Subject
    public_pem: str


class Authority(Value):
    """A key that issues, with its own certificate (PEM)."""

    key: bytes
    cert_pem: str

    def __repr__(self) -> str:
        """Keep the key out of logs."""
        return "Authority(…)"


def self_sign(key: bytes, subject: Subject, not_before: datetime, days: int) -> str:
    """Make a certificate nobody else vouches for: the kabupaten root, or a village without a kit.

    It counts only where its fingerprint was compared by hand. Gives PEM.
    """
    own = load_key(key)
    builder = _draft(subject, own.public_key(), not_before, days).issuer_name(_name(subject.nama))
    return _pem(builder.sign(own, hashes.SHA256(), ecdsa_deterministic=True))


def issue(
    authority: Authority, subject: Subject, public_pem: str, not_before: datetime, days: int
) -> str:
    """Issue a certificate (PEM); the role in the subject's scope decides its profile.

    Raises:
        ChainProblem: the authority may not issue this role, village or election.
    """
    issuer = load_certificate(authority.cert_pem)
    if not scope_of(issuer).may_issue(subject.scope):
        raise ChainProblem(ChainFault.CAKUPAN, subject.scope.urn)
    key_id = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    builder = (
        _draft(subject, load_public(public_pem), not_before, days)
        .issuer_name(issuer.subject)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(key_id), critical=False
        )
    )
    own = load_key(authority.key)
    return _pem(builder.sign(own, hashes.SHA256(), ecdsa_deterministic=True))


def is_self_signed(cert_pem: str) -> bool:
    """Tell whether nobody else vouches for a certificate of our own."""
    certificate = load_certificate(cert_pem)
    return certificate.issuer == certificate.subject


def request(key: bytes, subject: Subject) -> str:
    """Ask for a certificate: a PKCS#10 request (PEM), small enough for a QR code as DER."""
    builder = x509.CertificateSigningRequestBuilder().subject_name(_name(subject.nama))
    builder = builder.add_extension(_alternative(subject.scope), critical=False)
    signed = builder.sign(load_key(key), hashes.SHA256(), ecdsa_deterministic=True)
    return signed.public_bytes(Encoding.PEM).decode()


def read_request(untrusted_pem: str) -> Request:
    """Read a key request: its own signature, key kind, name and scope are checked.

    Raises:
        ChainProblem: it is not a proper request.
    """
    if len(untrusted_pem) > _PEM_MAX:
        raise ChainProblem(ChainFault.BENTUK, "size")
    try:
        asked = x509.load_pem_x509_csr(untrusted_pem.encode())
        public = asked.public_key()
        if not isinstance(public, ec.EllipticCurvePublicKey) or not asked.is_signature_valid:
            raise ChainProblem(ChainFault.BENTUK, "key")
        pem = to_pem(load_public(to_pem(public)))
        nama, scope = _name_of(asked.subject), _scope_in(asked.extensions)
    except (*UNREADABLE, SignatureInvalid) as error:
        raise ChainProblem(ChainFault.BENTUK, "request") from error
    return Request(subject=Subject(nama=nama, scope=scope), public_pem=pem)


def load_certificate(untrusted_pem: str) -> x509.Certificate:
    """Read one certificate; nothing in it is believed yet.

    Raises:
        ChainProblem: it is no certificate.
    """
    if len(untrusted_pem) > _PEM_MAX:
        raise ChainProblem(ChainFault.BENTUK, "size")
    try:
        return x509.load_pem_x509_certificate(untrusted_pem.encode())
    except UNREADABLE as error:
        raise ChainProblem(ChainFault.BENTUK, "certificate") from error


def scope_of(certificate: x509.Certificate) -> Scope:
    """Read role, village and election.

    Raises:
        ChainProblem: it names none, more than one, or nonsense.
    """
    try:
        return _scope_in(certificate.extensions)
    except UNREADABLE as error:
        raise ChainProblem(ChainFault.BENTUK, "scope") from error


def read_scope(cert_pem: str) -> Scope:
    """Read role, village and election of a PEM certificate; raises like `scope_of`."""
    return scope_of(load_certificate(cert_pem))


def common_name(cert_pem: str) -> str:
    """Read the holder's name.

    Raises:
        ChainProblem: there is not exactly one.
    """
    try:
        return _name_of(load_certificate(cert_pem).subject)
    except UNREADABLE as error:
        raise ChainProblem(ChainFault.BENTUK, "name") from error


def serial(cert_pem: str) -> int:
    """Read the serial number, as the revocation list names it."""
    return load_certificate(cert_pem).serial_number


def _draft(
    subject: Subject, public: ec.EllipticCurvePublicKey, not_before: datetime, days: int
) -> x509.CertificateBuilder:
    peran = subject.scope.peran
    authority = peran in _PATH_LENGTH
    start = not_before.astimezone(UTC).replace(microsecond=0)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject.nama))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
        .add_extension(x509.BasicConstraints(authority, _PATH_LENGTH.get(peran)), critical=True)
        .add_extension(_usage(authority=authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(_alternative(subject.scope), critical=False)
    )
    if peran is PeranSertifikat.ORANG:
        return builder.add_extension(x509.ExtendedKeyUsage(_DOCUMENTS), critical=False)
    return builder


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _alternative(scope: Scope) -> x509.SubjectAlternativeName:
    return x509.SubjectAlternativeName([x509.UniformResourceIdentifier(scope.urn)])


def _scope_in(extensions: x509.Extensions) -> Scope:
    try:
        names = extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound as error:
        raise ValueError("no scope") from error
    (only,) = names
    if not isinstance(only, x509.UniformResourceIdentifier):
        raise ValueError("scope kind")  # noqa: TRY004 -- what a stranger sent, not how we called
    return Scope.from_urn(only.value)


def _name(nama: str) -> x509.Name:
    # X.520 ends a common name at 64 characters
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nama[:_COMMON_NAME_MAX])])


def _name_of(name: x509.Name) -> str:
    (only,) = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    if not isinstance(only.value, str):
        raise ValueError("name kind")  # noqa: TRY004 -- what a stranger sent, not how we called
    return only.value


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode()
