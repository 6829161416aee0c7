"""The chain of serials: duplicate, replay, fork, gap."""

import json
from typing import Any

import pytest

from pilkades_desk.core.canonical import canonical
from pilkades_desk.kits.sealing.chain import Link, place
from pilkades_desk.kits.sealing.header import ZEROS, Envelope, parse_envelope
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from tests.kits.sealing_makers import make_draft

NOTHING: frozenset[str] = frozenset()


def envelope(serial: int, prev: str = ZEROS, **changes: Any) -> Envelope:
    more = {
        "manifest_sha256": "11" * 32, "payload": {"sha256": "22" * 32, "size": 1},
        "recipients": (), "signer": "33" * 32,
    }  # fmt: skip
    draft = make_draft(serial=serial, prev=prev, **changes)
    return Envelope.model_validate(draft.model_dump() | more)


def history(length: int) -> list[Link]:
    links: list[Link] = []
    for serial in range(1, length + 1):
        links.append(Link(serial, envelope(serial, links[-1].hash if links else ZEROS).hash))
    return links


def fault(one: Envelope, links: list[Link], known: frozenset[str] = NOTHING) -> Fault:
    with pytest.raises(Refused) as caught:
        place(one, links, known)
    return caught.value.fault


def test_first_bundle_is_placed() -> None:
    one = envelope(1)
    assert place(one, [], NOTHING).link == Link(1, one.hash)


def test_next_bundle_is_placed_without_gap() -> None:
    links = history(3)
    assert place(envelope(4, links[-1].hash), links, NOTHING).missing == ()


def test_same_bundle_again_is_a_duplicate() -> None:
    assert fault(envelope(1), history(3)) is Fault.DUPLICATE


def test_every_prefix_of_twenty_is_refused_as_seen() -> None:
    links = history(20)
    for index in range(20):
        again = envelope(index + 1, links[index - 1].hash if index else ZEROS)
        assert fault(again, links) is Fault.DUPLICATE


def test_older_serial_never_seen_is_a_replay() -> None:
    links = history(5)
    del links[1]
    assert fault(envelope(2, links[0].hash), links) is Fault.REPLAY_OLDER


def test_two_bundles_with_one_serial_are_a_fork() -> None:
    assert fault(envelope(2, "ab" * 32), history(3)) is Fault.FORK


def test_next_serial_with_another_prev_is_a_fork() -> None:
    assert fault(envelope(4, "ab" * 32), history(3)) is Fault.FORK


def test_first_serial_with_an_unknown_prev_is_a_fork() -> None:
    assert fault(envelope(1, "ab" * 32), []) is Fault.FORK


def test_new_stream_may_name_the_old_head() -> None:
    assert place(envelope(1, "ab" * 32), [], frozenset({"ab" * 32})).missing == ()


def test_new_stream_that_hides_the_old_one_is_a_fork() -> None:
    assert fault(envelope(1), [], frozenset({"ab" * 32})) is Fault.FORK


def test_gap_names_the_missing_serials() -> None:
    assert place(envelope(6, "ab" * 32), history(3), NOTHING).missing == (4, 5)


def test_envelope_bytes_read_back_as_the_same_value() -> None:
    one = envelope(1)
    assert parse_envelope(one.content, 1) == one


def test_envelope_key_is_schema_on_the_wire() -> None:
    fields = json.loads(envelope(1).content)
    assert fields["schema"] == 1
    assert "schema_version" not in fields


def test_missing_field_is_refused_even_when_it_has_a_default() -> None:
    fields = json.loads(envelope(1).content)
    del fields["publik_sha256"]
    with pytest.raises(Refused, match="fields"):
        parse_envelope(canonical(fields), 1)
