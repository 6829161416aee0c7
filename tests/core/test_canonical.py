import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.canonical import canonical, parse_canonical, sha256_hex

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
CONTENT = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXT, inner, max_size=5),
    max_leaves=25,
)


@given(CONTENT)
def test_what_is_written_reads_back_the_same(content: Any) -> None:
    assert parse_canonical(canonical(content)) == content


@given(st.dictionaries(TEXT, st.integers(), max_size=8), st.randoms())
def test_the_order_of_keys_does_not_matter(table: dict[str, int], chance: Any) -> None:
    pairs = list(table.items())
    chance.shuffle(pairs)
    assert canonical(dict(pairs)) == canonical(table)


@given(CONTENT)
def test_spaces_make_it_another_writing(content: Any) -> None:
    spaced = json.dumps(content, indent=1).encode() + b" "
    with pytest.raises(ValueError, match="not canonical"):
        parse_canonical(spaced)


def test_keys_are_sorted_and_letters_are_utf_8() -> None:
    assert canonical({"ü": 1, "b": [True, None], "a": "é"}) == (
        '{"a":"é","b":[true,null],"ü":1}'.encode()
    )


def test_a_tuple_is_written_as_a_list() -> None:
    assert canonical((1, 2)) == b"[1,2]"


@pytest.mark.parametrize("content", [1.0, [1.5], {"a": {"b": float("nan")}}, ({"a": 0.1},)])
def test_floats_are_never_written(content: Any) -> None:
    with pytest.raises(TypeError, match="floats"):
        canonical(content)


@pytest.mark.parametrize("key", [1, None, True])
def test_keys_are_strings(key: object) -> None:
    with pytest.raises(TypeError, match="keys"):
        canonical([{key: 1}])


@pytest.mark.parametrize("raw", [b"1.0", b"[1e5]", b'{"a":NaN}', b"-Infinity", b"0.5"])
def test_floats_are_never_read(raw: bytes) -> None:
    with pytest.raises(ValueError, match="float"):
        parse_canonical(raw)


@pytest.mark.parametrize("raw", [b'{"a":1,"a":1}', b'[{"b":{"a":1,"a":2}}]'])
def test_a_repeated_key_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="duplicate key"):
        parse_canonical(raw)


@pytest.mark.parametrize(
    "raw",
    [b'{"b":1,"a":2}', b'{"a": 1}', b'"\\u0061"', b'"\\/"', b"-0", b"[1]\n", b'"\\u00e9"'],
)
def test_another_way_to_write_the_same_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="not canonical"):
        parse_canonical(raw)


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"\xef\xbb\xbf1", b"01", b"[1,]", b"1 2"])
def test_what_is_no_json_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_canonical(raw)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_exactly_or_refused(raw: bytes) -> None:
    try:
        content = parse_canonical(raw)
    except ValueError:
        return
    assert canonical(content) == raw


def test_half_a_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        parse_canonical(b'"\\ud800"')


@given(st.binary())
def test_the_digest_is_sha_256(raw: bytes) -> None:
    assert sha256_hex(raw) == hashlib.new("sha256", raw).hexdigest()
