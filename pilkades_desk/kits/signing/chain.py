"""Is a certificate to be believed, at this time, for this role, village and election?

The path (signatures, basic constraints, path length, validity) is the library's work; roles,
scopes and revocation are ours. Whether the time is right is asked about the time given: at the
desk that is when the bundle was received.
"""

from collections.abc import Collection, Sequence
from copy import copy
from datetime import datetime
from itertools import pairwise

from cryptography import x509
from cryptography.x509 import verification

from pilkades_desk.kits.signing.certificates import load_certificate, scope_of
from pilkades_desk.kits.signing.faults import UNREADABLE, ChainFault, ChainProblem
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope

_MAX_INTERMEDIATES = 1

Expected = Scope | Collection[PeranSertifikat]


class Trust:
    """What is believed beforehand: root certificates (PEM), withdrawn serials, and the time.

    A root may also be a village's self-signed certificate whose fingerprint was compared by hand.
    """

    def __init__(
        self, roots: Sequence[str], at: datetime, revoked: Collection[int] = frozenset()
    ) -> None:
        self.roots = tuple(load_certificate(root) for root in roots)
        self.at = at
        self.revoked = frozenset(revoked)

    def asked_at(self, at: datetime) -> "Trust":
        """Give the same belief, asked about another time."""
        other = copy(self)
        other.at = at
        return other


def verify_chain(
    untrusted_leaf_pem: str, untrusted_intermediates: Sequence[str], trust: Trust, expect: Expected
) -> Scope:
    """Check a certificate and give its scope; `expect` is one scope, or the roles allowed.

    Raises:
        ChainProblem: it is refused, with the first reason found.
    """
    leaf = load_certificate(untrusted_leaf_pem)
    try:
        path = _path(leaf, [load_certificate(pem) for pem in untrusted_intermediates], trust)
    except UNREADABLE as error:
        raise ChainProblem(ChainFault.BENTUK, "chain") from error
    scopes = [scope_of(certificate) for certificate in path]
    for inner, outer in pairwise(scopes):
        if not outer.may_issue(inner):
            raise ChainProblem(ChainFault.CAKUPAN, f"{outer.urn} > {inner.urn}")
    if any(certificate.serial_number in trust.revoked for certificate in path):
        raise ChainProblem(ChainFault.DICABUT)
    _check_expected(scopes[0], expect)
    return scopes[0]


def _check_expected(scope: Scope, expect: Expected) -> None:
    roles = (expect.peran,) if isinstance(expect, Scope) else expect
    if scope.peran not in roles:
        raise ChainProblem(ChainFault.PERAN, scope.urn)
    if isinstance(expect, Scope) and scope != expect:
        raise ChainProblem(ChainFault.CAKUPAN, scope.urn)


def _path(
    leaf: x509.Certificate, intermediates: list[x509.Certificate], trust: Trust
) -> list[x509.Certificate]:
    if leaf in trust.roots:
        return _pinned(leaf, trust)
    if not trust.roots:
        raise ChainProblem(ChainFault.PENERBIT, "no roots")
    try:
        return _build(leaf, intermediates, trust.roots, trust.at)
    except verification.VerificationError as error:
        problem = ChainProblem(ChainFault.PENERBIT, str(error)[:120])
        problem.__cause__ = error
    # genuine but at another time is another finding than forged
    try:
        _build(leaf, intermediates, trust.roots, leaf.not_valid_before_utc)
    except verification.VerificationError:
        raise problem from None
    raise ChainProblem(ChainFault.MASA, leaf.not_valid_after_utc.isoformat())


def _pinned(leaf: x509.Certificate, trust: Trust) -> list[x509.Certificate]:
    if not leaf.not_valid_before_utc <= trust.at <= leaf.not_valid_after_utc:
        raise ChainProblem(ChainFault.MASA, leaf.not_valid_after_utc.isoformat())
    return [leaf]


def _build(
    leaf: x509.Certificate,
    intermediates: list[x509.Certificate],
    roots: Sequence[x509.Certificate],
    at: datetime,
) -> list[x509.Certificate]:
    verifier = (
        verification.PolicyBuilder()
        .store(verification.Store(list(roots)))
        .time(at)
        .max_chain_depth(_MAX_INTERMEDIATES)
        .extension_policies(ee_policy=_LEAF, ca_policy=_AUTHORITY)
        .build_client_verifier()
    )
    return verifier.verify(leaf, intermediates).chain


def _check_usage(
    _policy: verification.Policy, _certificate: x509.Certificate, usage: x509.KeyUsage
) -> None:
    if not (usage.digital_signature and usage.content_commitment) and not usage.key_cert_sign:
        raise ValueError("key usage")


_LEAF = (
    verification.ExtensionPolicy.permit_all()
    .require_present(x509.SubjectAlternativeName, verification.Criticality.AGNOSTIC, None)
    .require_present(x509.KeyUsage, verification.Criticality.CRITICAL, _check_usage)
)
_AUTHORITY = verification.ExtensionPolicy.webpki_defaults_ca()
