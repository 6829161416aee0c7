import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.audit import (
    START,
    AuditEntry,
    AuditHead,
    BrokenChain,
    link,
    parse_head,
    walk,
)

BODIES = st.lists(st.text(max_size=20), min_size=1, max_size=12)


def make_chain(bodies: list[str]) -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    prev = START
    for seq, body in enumerate(bodies, start=1):
        entries.append(AuditEntry(seq, body, prev, link(prev, body)))
        prev = entries[-1].hash
    return entries


def broken_at(entries: list[AuditEntry]) -> int:
    with pytest.raises(BrokenChain) as broken:
        walk(entries)
    assert str(broken.value.seq) in str(broken.value)
    return broken.value.seq


def test_an_empty_log_has_the_head_zero() -> None:
    head = walk([])
    assert (head, head.text) == (AuditHead(0, bytes(32)), "0-000000000000")


def test_a_link_is_sha_256_over_domain_and_prev_and_body() -> None:
    raw = b"pilkades-desk/audit/v1\0" + bytes(32) + b'{"aksi":"coba"}'
    assert link(START, '{"aksi":"coba"}') == hashlib.sha256(raw).digest()


@given(BODIES)
def test_a_whole_chain_gives_its_last_entry(bodies: list[str]) -> None:
    entries = make_chain(bodies)
    assert walk(entries) == AuditHead(len(bodies), entries[-1].hash)


@given(BODIES)
def test_the_head_is_printed_as_number_and_twelve_digits(bodies: list[str]) -> None:
    head = walk(make_chain(bodies))
    assert head.text == f"{len(bodies)}-{head.hash.hex()[:12]}"


@pytest.mark.syarat("S-002")
@given(BODIES, st.data())
def test_an_edited_body_is_found_where_it_is(bodies: list[str], data: st.DataObject) -> None:
    entries = make_chain(bodies)
    at = data.draw(st.integers(0, len(entries) - 1))
    body = data.draw(st.text(max_size=20).filter(lambda text: text != entries[at].body))
    entries[at] = entries[at]._replace(body=body)
    assert broken_at(entries) == at + 1


@given(BODIES, st.data())
def test_an_edit_with_a_new_hash_is_found_at_the_next_entry(
    bodies: list[str], data: st.DataObject
) -> None:
    entries = make_chain([*bodies, "akhir"])
    at = data.draw(st.integers(0, len(bodies) - 1))
    body = entries[at].body + "!"
    entries[at] = entries[at]._replace(body=body, hash=link(entries[at].prev, body))
    assert broken_at(entries) == at + 2


@pytest.mark.syarat("S-002")
@given(BODIES, st.data())
def test_a_deleted_entry_leaves_a_gap(bodies: list[str], data: st.DataObject) -> None:
    entries = make_chain([*bodies, "akhir"])
    at = data.draw(st.integers(0, len(bodies) - 1))
    del entries[at]
    assert broken_at(entries) == at + 2


@given(BODIES, st.data())
def test_a_deleted_entry_is_found_even_when_the_rest_is_renumbered(
    bodies: list[str], data: st.DataObject
) -> None:
    entries = make_chain([*bodies, "akhir"])
    at = data.draw(st.integers(0, len(bodies) - 1))
    rest = [entry._replace(seq=entry.seq - 1) for entry in entries[at + 1 :]]
    assert broken_at(entries[:at] + rest) == at + 1


@pytest.mark.syarat("S-002")
@given(BODIES, st.data())
def test_two_entries_swapped_are_found(bodies: list[str], data: st.DataObject) -> None:
    entries = make_chain([*bodies, "akhir"])
    at = data.draw(st.integers(0, len(bodies) - 1))
    entries[at], entries[at + 1] = entries[at + 1], entries[at]
    assert broken_at(entries) == at + 2


@given(BODIES, st.data(), st.sampled_from(["prev", "hash"]))
def test_a_flipped_bit_in_a_link_is_found(
    bodies: list[str], data: st.DataObject, field: str
) -> None:
    entries = make_chain(bodies)
    at = data.draw(st.integers(0, len(entries) - 1))
    digest = bytearray(getattr(entries[at], field))
    digest[data.draw(st.integers(0, 31))] ^= 1 << data.draw(st.integers(0, 7))
    entries[at] = entries[at]._replace(**{field: bytes(digest)})
    assert broken_at(entries) == at + 1


@given(BODIES, st.data())
def test_a_cut_off_end_gives_another_head(bodies: list[str], data: st.DataObject) -> None:
    entries = make_chain([*bodies, "akhir"])
    kept = data.draw(st.integers(0, len(bodies)))
    assert walk(entries[:kept]) != walk(entries)


@given(BODIES)
def test_an_entry_repeated_is_found(bodies: list[str]) -> None:
    entries = make_chain(bodies)
    assert broken_at([*entries, entries[-1]]) == len(bodies)


@given(BODIES)
def test_a_head_in_full_is_read_back(bodies: list[str]) -> None:
    head = walk(make_chain(bodies))
    assert parse_head(head.full) == head


@pytest.mark.parametrize(
    "text", ["", "12", "-", "1-ab", "x-" + "0" * 64, "01-" + "0" * 64, "1-" + "A" * 64, "1-zz"]
)
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_head(text)
