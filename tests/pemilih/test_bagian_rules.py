"""Areas, seals, what may leave, and reading what comes from outside."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pilkades_desk.core.canonical import canonical, parse_canonical
from pilkades_desk.core.findings import Finding
from pilkades_desk.pemilih.bagian.findings import KINDS
from pilkades_desk.pemilih.bagian.rules import (
    as_baris,
    as_working_list,
    check_handout,
    check_kembali,
    covers,
    is_fitting,
    note_late,
    note_out,
    overlaps,
    rows_in,
    seal_bagian,
    seal_kembali,
    seal_rows,
    texts_of,
    with_text,
    write_content,
)
from pilkades_desk.pemilih.bagian.untrusted import MOST, parse_bagian, parse_kembali
from pilkades_desk.pemilih.bagian.values import (
    Akhir,
    Bagian,
    BagianKembali,
    BarisBagian,
    Bidang,
    Cakupan,
    Koreksi,
    Ubahan,
)
from pilkades_desk.pemilih.values import Asal
from tests.pemilih.bagian_makers import UNTIL, WHOLE, back, baris, edited, listed, make_bagian, out

LIST = listed(baris(1), baris(2, rt=2, coret="pindah"), baris(3, rt=2, tps="TPS 2"))
PART = make_bagian(LIST.values())
RETURN = back(PART, edited(LIST, {1: {Bidang.RT: "7"}}).values())
MAYBE = st.none() | st.integers(0, 2)
AREAS = st.builds(
    dict, dusun=st.none() | st.sampled_from(("", "KRAJAN", "NGEMPLAK")), rw=MAYBE, rt=MAYBE
).filter(lambda area: any(one is not None for one in area.values()))
CAKUPAN = AREAS.map(Cakupan.model_validate)
LIVING = st.builds(
    lambda dusun, rw, rt: baris(1, dusun=dusun, rw=rw, rt=rt),
    st.sampled_from(("", "Krajan", "NGEMPLAK")),
    st.integers(0, 2),
    st.integers(0, 2),
)


def content(isi: Bagian | BagianKembali) -> dict[str, object]:
    parsed: dict[str, object] = parse_canonical(write_content(isi))
    return parsed


@given(CAKUPAN, CAKUPAN, LIVING)
def test_whoever_lives_in_two_areas_makes_them_overlap(
    one: Cakupan, two: Cakupan, somebody: BarisBagian
) -> None:
    assert overlaps(one, two) is overlaps(two, one)
    assert overlaps(one, one)
    if covers(one, somebody.isi) and covers(two, somebody.isi):
        assert overlaps(one, two)


@given(CAKUPAN, CAKUPAN)
def test_areas_that_overlap_have_room_for_somebody(one: Cakupan, two: Cakupan) -> None:
    def either(a: int | str | None, b: int | str | None, otherwise: int | str) -> int | str:
        return a if a is not None else b if b is not None else otherwise

    lives = baris(
        1,
        dusun=either(one.dusun, two.dusun, ""),
        rw=either(one.rw, two.rw, 0),
        rt=either(one.rt, two.rt, 0),
    )
    assert overlaps(one, two) is (covers(one, lives.isi) and covers(two, lives.isi))


def test_an_area_says_where_it_is_and_must_say_so() -> None:
    assert Cakupan(dusun="Krajan", rw=1, rt=2).sebutan == "Krajan, RW 001, RT 002"
    assert Cakupan(dusun="").sebutan == "tanpa dusun"
    with pytest.raises(ValidationError):
        Cakupan()


def test_a_part_holds_the_voters_of_its_areas_the_struck_ones_too() -> None:
    areas = (Cakupan(rt=2), Cakupan(dusun=" krajan ", rt=2))
    assert [one.id for one in rows_in(areas, reversed([*LIST.values()]))] == [2, 3]


@pytest.mark.syarat("S-244")
def test_e278_an_area_that_is_out_does_not_leave_a_second_time() -> None:
    elsewhere = out(Cakupan(rw=9), nomor=2)
    found = check_handout((Cakupan(rw=1, rt=2),), PART.baris, [out(WHOLE), elsewhere], {1, 2, 3})
    assert [one.text for one in found] == [
        "RW 001, RT 002 sedang di laptop lain: bagian 1, dibawa Yanto Uji."
    ]


@pytest.mark.syarat("S-244")
def test_e279_somebody_who_is_out_and_moved_meanwhile_is_not_handed_out_again() -> None:
    found = check_handout((Cakupan(rw=2),), PART.baris, [out(WHOLE)], {3, 77})
    assert [(one.code, one.evidence["jumlah"]) for one in found] == [("E279", "1")]


def test_e280_nobody_lives_there() -> None:
    assert [one.code for one in check_handout((WHOLE,), (), [], ())] == ["E280"]
    assert check_handout((WHOLE,), PART.baris, [], ()) == ()


@pytest.mark.syarat("S-245")
def test_w270_a_voter_who_is_out_is_marked() -> None:
    assert note_out(out(WHOLE)).text == (
        "Sedang di laptop lain: bagian 1, dibawa Yanto Uji sampai 08-12-2026."
    )


def test_w271_a_part_is_late_the_day_after() -> None:
    assert note_late(out(WHOLE), UNTIL) == ()
    late = note_late(out(WHOLE), UNTIL + timedelta(days=1))
    assert out(WHOLE).noted(late).temuan == late
    [found] = late
    assert found.text == "Bagian 1 belum kembali, batasnya 08-12-2026."


def test_the_other_laptop_works_on_the_same_voters_under_the_same_numbers() -> None:
    working = as_working_list(PART)
    assert [(one.id, one.coret, one.asal) for one in working] == [
        (1, "", Asal.DPS), (2, "pindah", Asal.DPS), (3, "", Asal.DPS),
    ]  # fmt: skip
    assert [one.nik for one in working] == [one.isi.nik for one in PART.baris]


@given(st.sampled_from(sorted(Bidang)), st.text(max_size=8))
def test_a_text_fits_a_field_only_in_the_one_way_it_is_written(bidang: Bidang, text: str) -> None:
    if is_fitting(LIST[1], bidang, text):
        assert texts_of(with_text(LIST[1], {bidang: text})) == texts_of(LIST[1]) | {bidang: text}


@pytest.mark.parametrize(
    ("bidang", "text"),
    [(Bidang.RT, "007"), (Bidang.RT, "-1"), (Bidang.NIK, "1"), (Bidang.CORET, "batal dicoret"),
     (Bidang.NAMA, " SITI"), (Bidang.NAMA, ""), (Bidang.TANGGAL_LAHIR, "12-05-1990"),
     (Bidang.CORET, "bosan"), (Bidang.DISABILITAS, "7")],
)  # fmt: skip
def test_what_is_no_value_of_a_field_does_not_fit(bidang: Bidang, text: str) -> None:
    assert not is_fitting(LIST[1], bidang, text)


def test_a_voter_of_the_list_is_written_into_a_part_and_back() -> None:
    assert tuple(map(as_baris, as_working_list(PART))) == PART.baris


def test_a_part_ends_merged_or_withdrawn() -> None:
    assert (Akhir("a" * 64, "").cara, Akhir("", "laptop hilang").cara) == ("kembali", "ditarik")


def test_seals_tell_contents_apart() -> None:
    moved = edited(LIST, {1: {Bidang.RT: "7"}})
    assert seal_rows(LIST.values()) == PART.dasar != seal_rows(moved.values())
    assert seal_bagian(PART) != seal_bagian(PART.model_copy(update={"nomor": 2}))
    assert seal_kembali(RETURN) != seal_kembali(RETURN.model_copy(update={"oleh": "Rini Uji"}))


@pytest.mark.syarat("S-246")
def test_contents_are_read_back_as_they_were_written() -> None:
    assert parse_bagian(write_content(PART)) == PART
    assert parse_kembali(write_content(RETURN)) == RETURN


def spoiled(change: str) -> bytes:
    written = content(PART)
    rows = written["baris"]
    assert isinstance(rows, list)
    match change:
        case "a row changed under its seal":
            rows[0]["isi"]["nama"] = "ORANG LAIN"
        case "a key more":
            written["lain"] = 1
        case "somebody twice":
            rows.append(rows[0])
        case "a nik twice":
            rows[1]["isi"]["nik"] = rows[0]["isi"]["nik"]
        case "blanks round a name":
            rows[0]["isi"]["nama"] = " SITI "
        case "a strike that is none":
            rows[0]["coret"] = "batal dicoret"
        case "nobody":
            rows.clear()
        case "another version":
            written["v"] = 2
    return canonical(written)


@pytest.mark.syarat("S-246")
@pytest.mark.parametrize(
    "change",
    ["a row changed under its seal", "a key more", "somebody twice", "a nik twice", "nobody",
     "blanks round a name", "a strike that is none", "another version"],
)  # fmt: skip
def test_e270_a_part_that_is_not_whole_is_refused(change: str) -> None:
    read = parse_bagian(spoiled(change))
    assert isinstance(read, Finding)
    assert read.code == "E270"


@pytest.mark.parametrize(
    "hostile",
    [b"", b"{}", b"\xff", b"[" * 100_000, write_content(PART) + b" ", write_content(PART)[:-1],
     b'{"v":1,"v":1}', b"1.5", write_content(PART)],
)  # fmt: skip
def test_e270_what_is_no_return_is_refused(hostile: bytes) -> None:
    read = parse_kembali(hostile)
    assert isinstance(read, Finding)


def test_e270_what_is_larger_than_any_list_is_not_even_parsed() -> None:
    assert isinstance(parse_kembali(b" " * (MOST + 1)), Finding)
    assert 60_000 * len(write_content(PART)) / len(PART.baris) < MOST


@pytest.mark.syarat("S-247")
@pytest.mark.parametrize(
    ("change", "code"),
    [({"pemilihan": "cd" * 16}, "E271"), ({"bagian": "0" * 64}, "E273"),
     ({"dasar": "0" * 64}, "E273")],
)  # fmt: skip
def test_a_return_of_another_election_part_or_base_is_refused(
    change: dict[str, str], code: str
) -> None:
    other = RETURN.model_copy(update=change)
    assert [one.code for one in check_kembali(other, PART)] == [code]


@pytest.mark.syarat("S-247")
@pytest.mark.parametrize(
    ("number", "bidang", "text"), [(9, Bidang.RT, "1"), (1, Bidang.RT, "1000"), (1, Bidang.KK, "7")]
)
def test_e281_a_return_about_a_stranger_or_with_no_such_value_is_refused(
    number: int, bidang: Bidang, text: str
) -> None:
    koreksi = Koreksi(bidang=bidang, nilai=text, alasan="uji coba", bukti="")
    other = RETURN.model_copy(update={"ubahan": (Ubahan(id=number, koreksi=(koreksi,)),)})
    [found] = check_kembali(other, PART)
    assert (found.code, found.evidence) == ("E281", {"bidang": bidang.value, "id": str(number)})


def test_a_return_names_each_voter_and_each_field_once() -> None:
    koreksi = Koreksi(bidang=Bidang.RT, nilai="1", alasan="uji coba", bukti="")
    ubahan = Ubahan(id=1, koreksi=(koreksi,))
    with pytest.raises(ValidationError):
        Ubahan(id=1, koreksi=(koreksi, koreksi))
    with pytest.raises(ValidationError):
        BagianKembali.model_validate(RETURN.model_dump() | {"ubahan": [ubahan, ubahan]})


def test_every_finding_of_parts_says_what_to_do_and_on_what_basis() -> None:
    assert all(
        kind.do_now and kind.basis and kind.code[1:3] in ("27", "28") for kind in KINDS.values()
    )
