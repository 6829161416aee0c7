"""Which pairs come up: the two named likenesses, and none of those who only look alike."""

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from pilkades_desk.core.errors import Cancelled
from pilkades_desk.pemilih.ganda import rules
from pilkades_desk.pemilih.ganda.rules import find_doubles, left_after, pair_print, print_of
from pilkades_desk.pemilih.ganda.values import Catatan, Pasangan, Rujukan, Sisi
from tests.pemilih import ganda_generator, ganda_names
from tests.pemilih.ganda_generator import make_village
from tests.pemilih.ganda_judging import tally
from tests.pemilih.samples import pemilih, tersamar

KK, OTHER_KK = "3399010101150001", "3399010101150002"
BORN = date(1971, 7, 3)
SEEN = (20011, 20012, 20013)
"""Villages of 2,000 nobody looked at while the rules were made."""


def voter(number: int, nama: str, **changes: object) -> Catatan:
    """A man of one family born on 3 July 1971, apart from what is given."""
    nik = f"33990103077100{number * 17 % 100:02d}"
    made = Catatan(number, nik, KK, nama, "CIKEMBAR", BORN, "L")
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


def codes(*daftar: Catatan) -> list[list[str]]:
    return [[found.code for found in one.temuan] for one in find_doubles(daftar)]


def test_w244_same_family_and_near_name() -> None:
    other = voter(2, "SOETRISNO", tanggal_lahir=date(1971, 12, 31))
    assert codes(voter(1, "SUTRISNO"), other) == [["W244"]]


def test_w245_near_name_and_same_birth_date_across_families() -> None:
    assert codes(voter(1, "SUTRISNO"), voter(2, "SUTRISNO WIDODO", kk=OTHER_KK)) == [["W245"]]


def test_w246_near_name_and_day_and_month_changed_round() -> None:
    turned = voter(2, "Sutrisno, S.Pd.", kk=OTHER_KK, tanggal_lahir=date(1971, 3, 7))
    assert codes(voter(1, "SUTRISNO"), turned) == [["W246"]]


def test_w247_a_nik_one_digit_apart_is_said_as_well() -> None:
    one = voter(1, "SUTRISNO")
    other = voter(2, "SUTRISNO", nik=f"{one.nik[:15]}9", kk=OTHER_KK)
    assert codes(one, other) == [["W245", "W247"]]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(voter(2, "SUGIYONO"), id="twins"),
        pytest.param(voter(2, "SUTRISNA"), id="twins by their last letter"),
        pytest.param(voter(2, "PUTRISNO"), id="twins by their first letter"),
        pytest.param(voter(2, "SUTRISNI", kelamin="P"), id="twins, boy and girl"),
        pytest.param(voter(2, "SUTRISNO", tanggal_lahir=date(1996, 7, 3)), id="father and son"),
        pytest.param(
            voter(2, "SUTRISNO ADI", tanggal_lahir=date(1974, 1, 9)), id="brothers, one name longer"
        ),
        pytest.param(
            voter(2, "SUTRISNO", kk=OTHER_KK, tanggal_lahir=date(1971, 7, 4)), id="a common name"
        ),
        pytest.param(
            voter(2, "SUTRISNO ADI", kk=OTHER_KK, kelamin="P"), id="man and woman of like names"
        ),
        pytest.param(
            voter(2, "SUTRISNO", kelamin="P", tanggal_lahir=date(1974, 1, 9)), id="wife and man"
        ),
    ],
)
def test_who_only_looks_alike_does_not_come_up(other: Catatan) -> None:
    assert codes(voter(1, "SUTRISNO"), other) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(voter(2, "SUTRINSO"), id="letters turned"),
        pytest.param(voter(2, "SUTRISNO ADI"), id="a part left out"),
        pytest.param(
            voter(2, "SUTRISNO ADI", tanggal_lahir=date(1972, 7, 3)), id="and the year wrong"
        ),
    ],
)
def test_a_slip_within_a_family_comes_up(other: Catatan) -> None:
    assert codes(voter(1, "SUTRISNO"), other) == [
        ["W244", *(["W245"] * (other.tanggal_lahir == BORN))]
    ]


def test_short_names_one_letter_apart_are_twins() -> None:
    assert codes(voter(1, "RINA"), voter(2, "RNIA")) != []
    assert codes(voter(1, "RINA"), voter(2, "RENA")) == []


def test_two_names_others_have_too_are_no_slip() -> None:
    crowd = [
        voter(10 + n, name, kk=f"33990101011510{n:02d}", tanggal_lahir=date(1950 + n, 1, 9))
        for n, name in enumerate(("SUMARNO", "SUWARNO") * 3)
    ]
    pair = voter(1, "SUMARNO"), voter(2, "SUWARNO")
    assert codes(*pair) == [["W244", "W245"]]
    assert codes(*pair, *crowd) == []


def test_a_number_for_unknown_families_says_nothing() -> None:
    crowd = [
        voter(n, f"ORANG {chr(64 + n)}ARNO", tanggal_lahir=date(1950 + n, 1, 1))
        for n in range(3, 24)
    ]
    wrong_day = voter(2, "SUTRISNO", tanggal_lahir=date(1971, 7, 5))
    assert codes(voter(1, "SUTRISNO"), wrong_day) == [["W244"]]
    assert codes(voter(1, "SUTRISNO"), wrong_day, *crowd) == []


def test_two_parts_left_out_on_a_crowded_day_are_left_alone() -> None:
    crowd = [voter(n, "SLAMET", kk=f"339901010115{n:04d}") for n in range(100, 140)]
    one = voter(1, "SLAMET", tempat_lahir="TEGAL")
    longer = voter(2, "SLAMET BUDI RAHARJO", kk=OTHER_KK)
    turned = replace(longer, tanggal_lahir=date(1971, 3, 7))
    assert len(find_doubles([one, longer])) == len(find_doubles([one, turned])) == 1
    found = find_doubles([one, longer, turned, *crowd])
    assert not any({pair.satu, pair.dua} == {1, 2} for pair in found)


def test_on_a_day_of_hundreds_who_shares_a_part_or_all_but_a_letter_is_found() -> None:
    letters = [f"{one}{two}" for one in "BCDGKLMNPRSTWZ" for two in "BCDGKLMNPRSTWZ" if one < two]
    crowd = [
        voter(1_000 + n, f"{pair[0]}A{pair[1]}U{end}", kk=f"339901010116{n:04d}")
        for n, (pair, end) in enumerate(
            (pair, end) for pair in letters for end in ("NGI", "RTO", "SKA")
        )
    ]
    pairs = (
        (voter(1, "MUSRIFAH"), voter(2, "MUSRIFH", kk=OTHER_KK)),
        (voter(3, "IBRAHIM", kk="3399010101160003"), voter(4, "IBRAHIM ALI", kk=OTHER_KK)),
    )
    found = find_doubles([*pairs[0], *pairs[1], *crowd])
    assert {(1, 2), (3, 4)} <= {(one.satu, one.dua) for one in found}


def test_hundreds_of_one_name_and_day_are_compared_with_their_neighbours_alone() -> None:
    crowd = [voter(n, "SLAMET", kk=f"33990101011{n:05d}") for n in range(1, 251)]
    found = find_doubles(crowd)
    assert {(n, n + 1) for n in range(1, 250)} <= {(one.satu, one.dua) for one in found}
    assert len(found) < 250 * 10


@pytest.mark.syarat("S-009")
def test_a_search_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    find_doubles([voter(1, "SLAMET")], lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (2, 2)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_doubles([voter(1, "SLAMET")], stop)


def test_a_fingerprint_changes_with_each_compared_field_and_with_nothing_else() -> None:
    one = pemilih(1)
    same = (pemilih(2), pemilih(1, alamat="LAIN", rt=9), pemilih(1, nama="Siti  Uji"))
    assert {print_of(each) for each in same} == {print_of(one)}
    for change in (
        {"nik": "3399015205900009"}, {"kk": OTHER_KK}, {"nama": "SITI UJJ"},
        {"tanggal_lahir": date(1990, 12, 5)},
    ):  # fmt: skip
        assert print_of(pemilih(1, **change)) != print_of(one)
    other = pemilih(3, nama="LAIN")
    assert pair_print(one, other) == pair_print(other, one) != pair_print(one, one)


def test_after_a_decision_whoever_was_struck_stands_in_no_pair() -> None:
    side = Sisi(tersamar(), "", "", ())
    first, second, third, row = (
        Pasangan(Rujukan(*numbers), side, side, (), nik_sama=False, kk_sama=True)
        for numbers in ((1, 2), (2, 3), (1, 4), (2, 0, 7))
    )
    pairs = (first, second, third, row)
    assert left_after(pairs, first, 1) == (third, row)
    assert left_after(pairs, first, 2) == (second, row)
    assert left_after(pairs, first, 0) == (second, third, row)
    assert left_after(pairs, row, 2) == (first, second, third)


@pytest.mark.syarat("S-215")
def test_of_small_villages_nearly_all_doubles_are_found_and_little_else() -> None:
    found = [tally(make_village(2_000, seed)) for seed in SEEN]
    total = found[0] + found[1] + found[2]
    assert total.recall >= 0.99
    assert total.precision >= 0.95
    assert total.worst[0] >= 0.95


def test_without_its_rule_against_chance_the_search_would_not_pass(
    widened: Callable[[float], None],
) -> None:
    widened(1000.0)
    assert tally(make_village(2_000, SEEN[0])).precision < 0.95


@pytest.fixture
def widened() -> object:
    before = rules._CHANCE

    def widen(chance: float) -> None:
        rules._CHANCE = chance

    yield widen
    rules._CHANCE = before


def imports_of(module: ModuleType) -> set[str]:
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    found = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    plain = (node.names for node in ast.walk(tree) if isinstance(node, ast.Import))
    return found | {name.name for names in plain for name in names}


def test_the_labels_come_from_nothing_of_the_program() -> None:
    own = "tests.pemilih.ganda_names"
    library = {"random", "collections.abc", "dataclasses", "datetime"}
    assert imports_of(ganda_generator) - {"collections"} == {*library, own}
    assert imports_of(ganda_names) == {"collections.abc"}


def test_the_same_seed_is_the_same_village_with_every_kind_of_double() -> None:
    one = make_village(2_000, 5)
    assert one == make_village(2_000, 5) != make_village(2_000, 6)
    assert len(one.daftar) == 2_000
    assert len({voter.nik for voter in one.daftar}) == 2_000
    assert set(one.doubles.values()) == set(ganda_generator._KINDS)
    assert {"kembar", "orang tua dan anak", "saudara"} == set(one.others.values())
