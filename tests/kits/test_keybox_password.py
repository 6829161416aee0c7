import base64
import copy
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades_desk.core.errors import AccessError
from pilkades_desk.kits.keybox.password import INSIDE, OUTSIDE, Cost, unwrap, wrap

QUICK = Cost(memory=8, passes=1, lanes=1)
LABEL = {"berkas": "ab", "nama": "ketua"}
SECRET = bytes(range(32))
SANDI = "kuda jalan lima batu"
BOX = wrap(SECRET, SANDI, LABEL, QUICK)


def changed(path: str, value: object) -> dict[str, Any]:
    box = copy.deepcopy(BOX)
    *above, last = path.split(".")
    place = box
    for name in above:
        place = place[name]
    place[last] = value
    return box


def flipped(path: str) -> dict[str, Any]:
    text = BOX["kdf"]["salt"] if path == "kdf.salt" else BOX[path]
    raw = bytearray(base64.b64decode(text))
    raw[-1] ^= 1
    return changed(path, base64.b64encode(raw).decode())


@settings(max_examples=50)
@given(st.binary(max_size=200), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_what_is_wrapped_comes_back_under_the_same_password(secret: bytes, sandi: str) -> None:
    assert unwrap(wrap(secret, sandi, LABEL, QUICK), sandi) == secret


def test_the_same_secret_is_never_wrapped_alike() -> None:
    again = wrap(SECRET, SANDI, LABEL, QUICK)
    assert (again["nonce"], again["wrapped"]) != (BOX["nonce"], BOX["wrapped"])
    assert again["kdf"]["salt"] != BOX["kdf"]["salt"]


@pytest.mark.parametrize("sandi", ["", SANDI[:-1], SANDI + " ", SANDI.upper(), SANDI + "\0"])
def test_another_password_opens_nothing(sandi: str) -> None:
    with pytest.raises(AccessError, match="Kata sandi tidak cocok") as refused:
        unwrap(BOX, sandi)
    assert refused.value.hint


@pytest.mark.parametrize("path", ["kdf.salt", "nonce", "wrapped"])
def test_a_flipped_bit_opens_nothing(path: str) -> None:
    with pytest.raises(AccessError):
        unwrap(flipped(path), SANDI)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("v", 2),
        ("label.nama", "operator1"),
        ("label.berkas", "cd"),
        ("label.lain", "x"),
        ("label", None),
        ("kdf.alg", "scrypt"),
        ("kdf.lain", 1),
        ("kdf.m", 16),
        ("kdf.t", 2),
        ("kdf.m", 8.5),
        ("kdf.m", "8"),
        ("kdf.t", None),
        ("kdf.salt", "AAAA"),
        ("kdf.salt", "bukan base64!"),
        ("kdf.salt", 7),
        ("kdf", []),
        ("nonce", ""),
        ("nonce", "AAAA"),
        ("wrapped", ""),
        ("wrapped", "AAAA"),
        ("wrapped", None),
    ],
)
def test_a_changed_field_opens_nothing(path: str, value: object) -> None:
    with pytest.raises(AccessError) as refused:
        unwrap(changed(path, value), SANDI)
    assert refused.value.hint


@pytest.mark.parametrize("field", list(BOX))
def test_a_missing_field_is_named_damage(field: str) -> None:
    box = {name: value for name, value in BOX.items() if name != field}
    with pytest.raises(AccessError, match="rusak"):
        unwrap(box, SANDI)


@pytest.mark.parametrize(
    ("m", "t", "p"),
    [
        (1 << 31, 3, 2),
        ((1 << 20) + 1, 1, 1),
        (65536, 1 << 30, 2),
        (65536, 0, 2),
        (0, 3, 2),
        (-1, 3, 2),
        (65536, 3, 17),
        (65536, 3, 0),
        (15, 1, 2),
    ],
)
def test_an_absurd_cost_is_refused_before_any_work(m: int, t: int, p: int) -> None:
    box = changed("kdf", BOX["kdf"] | {"m": m, "t": t, "p": p})
    began = time.monotonic()
    with pytest.raises(AccessError, match="rusak"):
        unwrap(box, SANDI)
    assert time.monotonic() - began < 0.5


def test_a_box_outside_costs_a_guess_more_than_one_inside() -> None:
    assert OUTSIDE.memory * OUTSIDE.passes > 3 * INSIDE.memory * INSIDE.passes


def test_a_box_does_not_show_its_secret() -> None:
    assert SECRET.hex() not in str(BOX)
    assert base64.b64encode(SECRET).decode() not in str(BOX)
