import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.errors import AccessError
from pilkades_desk.kits.keybox.envelope import envelope_public, new_envelope_key, seal, unseal

KEY = new_envelope_key()
SECRET = bytes(range(32))
SEALED = seal(SECRET, envelope_public(KEY), b"berkas-1/ketua")


def test_an_envelope_opens_with_its_key_and_label() -> None:
    assert unseal(SEALED, KEY, b"berkas-1/ketua") == SECRET


def test_an_envelope_does_not_open_with_another_key() -> None:
    with pytest.raises(AccessError):
        unseal(SEALED, new_envelope_key(), b"berkas-1/ketua")


def test_an_envelope_moved_to_another_account_does_not_open() -> None:
    with pytest.raises(AccessError):
        unseal(SEALED, KEY, b"berkas-1/operator1")


def test_the_same_secret_is_never_sealed_alike() -> None:
    assert seal(SECRET, envelope_public(KEY), b"") != seal(SECRET, envelope_public(KEY), b"")


@given(st.integers(0, len(SEALED) * 8 - 1))
def test_a_flipped_bit_is_refused(bit: int) -> None:
    changed = bytearray(SEALED)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(AccessError):
        unseal(bytes(changed), KEY, b"berkas-1/ketua")


@given(st.integers(0, len(SEALED) - 1))
def test_an_envelope_cut_short_is_refused(length: int) -> None:
    with pytest.raises(AccessError):
        unseal(SEALED[:length], KEY, b"berkas-1/ketua")
