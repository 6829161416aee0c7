from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from pilkades_desk.kits.signing import certificates
from pilkades_desk.kits.signing.certificates import Authority, Subject
from pilkades_desk.kits.signing.chain import Trust, verify_chain
from pilkades_desk.kits.signing.faults import ChainFault, ChainProblem
from pilkades_desk.kits.signing.keys import new_key, public_pem
from pilkades_desk.kits.signing.scope import Scope
from tests.kits.signing_makers import (
    KABUPATEN,
    NOW,
    OTHER_DESA,
    OTHER_PEMILIHAN,
    START,
    make_issued,
    make_root,
    make_village,
    scope,
)

VILLAGE = make_village()
PERSON = make_issued(VILLAGE.ca, "Budi Santoso", scope("orang"))
TRUST = Trust([VILLAGE.root.cert_pem], NOW)


def forge(issuer: Authority, whose: Scope, key: bytes | None = None) -> str:
    """Issue what `issue` refuses to; the rogue owns the issuer's key."""
    loaded = x509.load_pem_x509_certificate(issuer.cert_pem.encode())
    public = certificates.load_public(public_pem(key or new_key()))
    draft = certificates._draft(Subject(nama="Penyusup", scope=whose), public, START, 700)
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(loaded.public_key())  # type: ignore[arg-type]
    draft = draft.issuer_name(loaded.subject).add_extension(identifier, critical=False)
    signed = draft.sign(certificates.load_key(issuer.key), SHA256())
    return signed.public_bytes(Encoding.PEM).decode()


def fault(leaf: str, between: list[str], expect: object, trust: Trust = TRUST) -> ChainFault:
    with pytest.raises(ChainProblem) as caught:
        verify_chain(leaf, between, trust, expect)  # type: ignore[arg-type]
    return caught.value.code


@pytest.mark.parametrize("peran", ["meja", "desa", "desa-ca"])
def test_certificate_issued_by_the_kabupaten_is_believed(peran: str) -> None:
    whose = scope(peran, KABUPATEN) if peran == "meja" else scope(peran)
    leaf = make_issued(VILLAGE.root, "Uji", whose)
    assert verify_chain(leaf.cert_pem, [], TRUST, whose) == whose


@pytest.mark.parametrize("peran", ["orang", "kpps"])
def test_certificate_issued_by_the_village_is_believed(peran: str) -> None:
    leaf = make_issued(VILLAGE.ca, "Uji", scope(peran))
    assert verify_chain(leaf.cert_pem, [VILLAGE.ca.cert_pem], TRUST, scope(peran)) == scope(peran)


def test_root_itself_is_believed_as_kabupaten() -> None:
    root = VILLAGE.root.cert_pem
    assert verify_chain(root, [], TRUST, ("kabupaten",)).desa == KABUPATEN  # type: ignore[arg-type]


def test_person_without_the_certificate_of_the_village_is_refused() -> None:
    assert fault(PERSON.cert_pem, [], scope("orang")) == ChainFault.PENERBIT


def test_another_authority_of_the_same_name_is_refused() -> None:
    leaf = make_issued(make_root(), "Panitia Sukamaju", scope("desa"))
    assert fault(leaf.cert_pem, [], scope("desa")) == ChainFault.PENERBIT


def test_certificate_with_a_changed_byte_is_refused() -> None:
    der = bytearray(
        x509.load_pem_x509_certificate(PERSON.cert_pem.encode()).public_bytes(Encoding.DER)
    )
    der[der.index(b"Budi")] ^= 1
    leaf = x509.load_der_x509_certificate(bytes(der)).public_bytes(Encoding.PEM).decode()
    assert fault(leaf, [VILLAGE.ca.cert_pem], scope("orang")) == ChainFault.PENERBIT


@pytest.mark.parametrize("days", [-400, 900])
def test_genuine_certificate_outside_its_time_is_refused(days: int) -> None:
    trust = Trust([VILLAGE.root.cert_pem], NOW + timedelta(days=days))
    between = [VILLAGE.ca.cert_pem]
    assert fault(PERSON.cert_pem, between, scope("orang"), trust) == ChainFault.MASA


def test_forged_certificate_outside_its_time_counts_as_forged() -> None:
    trust = Trust([VILLAGE.root.cert_pem], NOW + timedelta(days=900))
    leaf = make_issued(make_root(), "Panitia Sukamaju", scope("desa"))
    assert fault(leaf.cert_pem, [], scope("desa"), trust) == ChainFault.PENERBIT


@pytest.mark.parametrize(
    "wanted", [scope("orang", OTHER_DESA), scope("orang", pemilihan=OTHER_PEMILIHAN)]
)
def test_certificate_of_another_village_or_election_is_refused(wanted: Scope) -> None:
    assert fault(PERSON.cert_pem, [VILLAGE.ca.cert_pem], wanted) == ChainFault.CAKUPAN


def test_certificate_of_another_role_is_refused() -> None:
    assert fault(VILLAGE.desa.cert_pem, [], scope("desa-ca")) == ChainFault.PERAN


@pytest.mark.parametrize("withdrawn", [PERSON.cert_pem, VILLAGE.ca.cert_pem])
def test_withdrawn_serial_anywhere_in_the_chain_is_refused(withdrawn: str) -> None:
    trust = Trust([VILLAGE.root.cert_pem], NOW, {certificates.serial(withdrawn)})
    between = [VILLAGE.ca.cert_pem]
    assert fault(PERSON.cert_pem, between, scope("orang"), trust) == ChainFault.DICABUT


@pytest.mark.parametrize(
    "whose",
    [scope("orang", OTHER_DESA), scope("orang", pemilihan=OTHER_PEMILIHAN), scope("desa")],
)
def test_village_certifying_beyond_itself_is_refused(whose: Scope) -> None:
    leaf = forge(VILLAGE.ca, whose)
    assert fault(leaf, [VILLAGE.ca.cert_pem], whose) == ChainFault.CAKUPAN


def test_kabupaten_certifying_a_village_elsewhere_is_refused() -> None:
    whose = scope("desa", "3301012001")
    assert fault(forge(VILLAGE.root, whose), [], whose) == ChainFault.CAKUPAN


def test_authority_below_the_village_is_refused() -> None:
    key = new_key()
    below = forge(VILLAGE.ca, scope("desa-ca"), key)
    leaf = make_issued(Authority(key=key, cert_pem=below), "Budi", scope("orang"))
    chain = [below, VILLAGE.ca.cert_pem]
    assert fault(leaf.cert_pem, chain, scope("orang")) == ChainFault.PENERBIT


def test_authority_below_a_self_signed_village_breaks_its_path_length() -> None:
    key, below_key = new_key(), new_key()
    root = certificates.self_sign(key, Subject(nama="CA", scope=scope("desa-ca")), START, 700)
    below = forge(Authority(key=key, cert_pem=root), scope("desa-ca"), below_key)
    leaf = make_issued(Authority(key=below_key, cert_pem=below), "Budi", scope("orang"))
    trust = Trust([root], NOW)
    assert fault(leaf.cert_pem, [below], scope("orang"), trust) == ChainFault.PENERBIT


def test_leaf_acting_as_an_authority_is_refused() -> None:
    leaf = forge(VILLAGE.desa, scope("orang"))
    assert fault(leaf, [VILLAGE.desa.cert_pem], scope("orang")) == ChainFault.PENERBIT


def test_issuing_outside_the_own_scope_is_refused() -> None:
    with pytest.raises(ChainProblem):
        make_issued(VILLAGE.ca, "Budi", scope("orang", OTHER_DESA))


def test_village_without_a_kit_is_believed_once_its_fingerprint_was_compared() -> None:
    key = new_key()
    own = certificates.self_sign(key, Subject(nama="Panitia", scope=scope("desa")), START, 365)
    assert verify_chain(own, [], Trust([own], NOW), scope("desa")) == scope("desa")
    assert fault(own, [], scope("desa")) == ChainFault.PENERBIT


def test_person_of_a_village_without_a_kit_is_believed_through_its_own_authority() -> None:
    key = new_key()
    root = certificates.self_sign(key, Subject(nama="CA", scope=scope("desa-ca")), START, 365)
    person = make_issued(Authority(key=key, cert_pem=root), "Budi", scope("orang"))
    trust = Trust([VILLAGE.root.cert_pem, root], NOW)
    assert verify_chain(person.cert_pem, [], trust, scope("orang")) == scope("orang")


def test_self_signed_certificate_outside_its_time_is_refused() -> None:
    own = certificates.self_sign(new_key(), Subject(nama="Panitia", scope=scope("desa")), START, 30)
    assert fault(own, [], scope("desa"), Trust([own], NOW)) == ChainFault.MASA


@pytest.mark.parametrize("pem", ["", "bukan sertifikat", "x" * 9000])
def test_unreadable_certificate_is_refused(pem: str) -> None:
    assert fault(pem, [], scope("desa")) == ChainFault.BENTUK


def test_nothing_is_believed_without_roots() -> None:
    assert fault(VILLAGE.desa.cert_pem, [], scope("desa"), Trust([], NOW)) == ChainFault.PENERBIT


def test_key_request_gives_back_who_asked_and_their_key() -> None:
    key = new_key()
    subject = Subject(nama="Panitia Sukamaju", scope=scope("desa"))
    read = certificates.read_request(certificates.request(key, subject))
    assert (read.subject, read.public_pem) == (subject, public_pem(key))


def test_key_request_on_another_curve_is_refused() -> None:
    builder = x509.CertificateSigningRequestBuilder().subject_name(certificates._name("Panitia"))
    builder = builder.add_extension(certificates._alternative(scope("desa")), critical=False)
    asked = builder.sign(generate_private_key(SECP384R1()), SHA256())
    with pytest.raises(ChainProblem):
        certificates.read_request(asked.public_bytes(Encoding.PEM).decode())


@pytest.mark.parametrize("untrusted", ["", "x" * 9000, PERSON.cert_pem])
def test_unreadable_key_request_is_refused(untrusted: str) -> None:
    with pytest.raises(ChainProblem):
        certificates.read_request(untrusted)


def test_holder_and_scope_are_read_back() -> None:
    held = PERSON.cert_pem
    assert certificates.common_name(held) == "Budi Santoso"
    assert certificates.read_scope(held) == scope("orang")


@pytest.mark.parametrize(
    "urn",
    [
        "urn:pilkades:desa:3204012001",
        "urn:pilkades:desa:3204:" + "a" * 32,
        "urn:pilkades:desa:3204012001:-",
        "urn:pilkades:raja:3204012001:" + "a" * 32,
        "urn:lain:desa:3204012001:" + "a" * 32,
        "urn:pilkades:desa:3204012001:" + "A" * 32,
    ],
)
def test_scope_that_is_not_exactly_ours_is_refused(urn: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Scope.from_urn(urn)
