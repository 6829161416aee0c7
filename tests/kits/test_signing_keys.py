import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.kits.signing import keys
from pilkades_desk.kits.signing.faults import SignatureInvalid

KEY, OTHER = keys.new_key(), keys.new_key()
PEM = keys.public_pem(KEY)


@given(st.binary(max_size=200))
def test_what_a_key_signs_its_public_half_verifies(message: bytes) -> None:
    keys.verify(PEM, keys.sign(KEY, message), message)
    keys.verify_raw(PEM, keys.sign_raw(KEY, message), message)


@given(st.binary(max_size=50))
def test_signing_twice_gives_the_same_bytes(message: bytes) -> None:
    assert keys.sign(KEY, message) == keys.sign(KEY, message)


def test_raw_signature_has_64_bytes() -> None:
    assert len(keys.sign_raw(KEY, b"F-27")) == 64


def test_signature_over_another_message_is_refused() -> None:
    with pytest.raises(SignatureInvalid):
        keys.verify(PEM, keys.sign(KEY, b"120"), b"121")


def test_signature_of_another_key_is_refused() -> None:
    with pytest.raises(SignatureInvalid):
        keys.verify(PEM, keys.sign(OTHER, b"120"), b"120")


@pytest.mark.parametrize("size", [0, 63, 65])
def test_raw_signature_of_another_length_is_refused(size: int) -> None:
    with pytest.raises(SignatureInvalid):
        keys.verify_raw(PEM, bytes(size), b"120")


@pytest.mark.parametrize("pem", ["", "bukan kunci", PEM[:60], "-----BEGIN CERTIFICATE-----\nAA"])
def test_unreadable_key_is_refused(pem: str) -> None:
    with pytest.raises(SignatureInvalid):
        keys.verify(pem, b"", b"")


def test_key_on_another_curve_is_refused() -> None:
    pem = keys.to_pem(generate_private_key(SECP384R1()).public_key())
    with pytest.raises(SignatureInvalid):
        keys.load_public(pem)


def test_fingerprint_to_read_aloud_has_8_groups_of_5_digits() -> None:
    groups = keys.fingerprint_digits(PEM).split(" ")
    assert [(len(group), group.isdigit()) for group in groups] == [(5, True)] * 8


def test_typed_fingerprint_matches_whatever_the_spacing() -> None:
    assert keys.matches_digits(PEM, keys.fingerprint_digits(PEM).replace(" ", "-") + "\n")


def test_typed_fingerprint_of_another_key_does_not_match() -> None:
    assert not keys.matches_digits(PEM, keys.fingerprint_digits(keys.public_pem(OTHER)))
