"""Merging a part: three ways side by side, conflicts decided by people, nothing invented."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.pemilih.bagian.gabung import (
    carry_out,
    check_after,
    compare,
    compose_kembali,
    decide,
    mask_butir,
    nik_first,
    note_gone,
    print_of,
)
from pilkades_desk.pemilih.bagian.rules import check_kembali, texts_of
from pilkades_desk.pemilih.bagian.values import (
    BagianKembali,
    BarisBagian,
    Bidang,
    Keputusan,
    Kunci,
    Pihak,
)
from pilkades_desk.pemilih.values import Asal
from tests.pemilih.bagian_makers import (
    AT,
    REASON,
    all_for,
    back,
    baris,
    edited,
    listed,
    make_bagian,
    orang,
)
from tests.pemilih.rows import SYARAT

Daftar = dict[int, BarisBagian]
Edits = Mapping[int, dict[Bidang, str]]

LIST = listed(baris(1), baris(2, rt=2), baris(3, rt=2), baris(4, rt=3, rw=2))
PART = make_bagian(LIST.values())
FREE = orang(60).nik
IDS = tuple(one.id for one in PART.baris)
VALUES = {
    Bidang.NAMA: ("SITI", "SITI AMINAH", "SITTI"),
    Bidang.ALAMAT: ("", "JL. MAWAR", "JL. KENANGA"),
    Bidang.RT: ("1", "2", "3"),
    Bidang.TANGGAL_LAHIR: ("1990-05-12", "1990-12-05"),
    Bidang.KAWIN: ("B", "S"),
    Bidang.TPS: ("", "TPS 1"),
    Bidang.CORET: ("", "meninggal", "pindah"),
}
FIELD_EDITS = st.fixed_dictionaries(
    {}, optional={bidang: st.sampled_from(texts) for bidang, texts in VALUES.items()}
)
EDITS = st.dictionaries(st.sampled_from(IDS), FIELD_EDITS)
NEW = st.lists(st.integers(50, 55), unique=True, max_size=3)


def theirs(changes: Edits, new: list[int] | None = None) -> BagianKembali:
    """What comes back when the other laptop did this."""
    over_there = edited({number: LIST[number] for number in IDS}, changes)
    added = {number: baris(number, rt=9) for number in new or ()}
    return back(PART, (over_there | added).values())


def merged(kini: Daftar, kembali: BagianKembali, pihak: Pihak = Pihak.KITA) -> Daftar:
    butir = compare(PART, kini, kembali)
    plan, found = decide(butir, all_for(pihak, butir), kembali)
    assert found == ()
    return carry_out(kini, plan, Asal.DPS)


def of(daftar: Daftar, number: int, bidang: Bidang) -> str:
    return texts_of(daftar[number])[bidang]


@pytest.mark.syarat("S-248")
@given(EDITS)
def test_merging_what_was_not_edited_is_identity(ours: Edits) -> None:
    here = edited(LIST, ours)
    assert compare(PART, here, theirs({})) == ()
    assert merged(here, theirs({})) == here


@pytest.mark.syarat("S-248")
@given(EDITS, EDITS)
def test_disjoint_edits_commute(one: Edits, two: Edits) -> None:
    apart = {
        number: {b: text for b, text in some.items() if b not in one.get(number, {})}
        for number, some in two.items()
    }
    there_first = merged(edited(LIST, apart), theirs(one))
    here_first = merged(edited(LIST, one), theirs(apart))
    assert there_first == here_first == edited(edited(LIST, one), apart)
    butir = compare(PART, edited(LIST, apart), theirs(one))
    assert not any(each.bentrok for each in butir)


@pytest.mark.syarat("S-249")
@given(EDITS, EDITS, NEW, st.sampled_from(Pihak))
def test_merging_twice_is_merging_once(
    ours: Edits, others: Edits, new: list[int], pihak: Pihak
) -> None:
    here, kembali = edited(LIST, ours), theirs(others, new)
    once = merged(here, kembali, pihak)
    assert merged(once, kembali, pihak) == once


@pytest.mark.syarat("S-248")
@given(EDITS, EDITS, NEW, st.sampled_from(Pihak))
def test_no_field_changes_that_neither_side_changed(
    ours: Edits, others: Edits, new: list[int], pihak: Pihak
) -> None:
    here, kembali = edited(LIST, ours), theirs(others, new)
    after = merged(here, kembali, pihak)
    there = edited({number: LIST[number] for number in IDS}, others)
    for number in LIST:
        for bidang in Bidang:
            said = {of(here, number, bidang), of(there, number, bidang) if number in there else ""}
            base = of(LIST, number, bidang)
            if {of(here, number, bidang)} | (said if number in there else set()) == {base}:
                assert of(after, number, bidang) == base
            assert of(after, number, bidang) in said | {base}


@pytest.mark.syarat("S-248")
@given(EDITS, EDITS, NEW, st.sampled_from(Pihak))
def test_everybody_of_the_base_is_still_there_and_the_new_ones_once(
    ours: Edits, others: Edits, new: list[int], pihak: Pihak
) -> None:
    here, kembali = edited(LIST, ours), theirs(others, new)
    after = merged(here, kembali, pihak)
    assert after.keys() >= LIST.keys()
    assert len(after) == len(LIST) + len(new)
    assert len({one.isi.nik for one in after.values()}) == len(after)


@given(EDITS, EDITS)
def test_what_both_sides_say_alike_or_only_one_side_says_is_no_conflict(
    ours: Edits, others: Edits
) -> None:
    here, kembali = edited(LIST, ours), theirs(others)
    there = edited({number: LIST[number] for number in IDS}, others)
    for butir in compare(PART, here, kembali):
        number, bidang = butir.kunci.id, butir.kunci.bidang
        assert bidang is not None
        said = (of(LIST, number, bidang), of(here, number, bidang), of(there, number, bidang))
        assert (butir.dasar, butir.kita, butir.mereka) == said
        assert said[2] not in said[:2]
        assert butir.bentrok is (said[0] != said[1])


@given(EDITS, NEW)
def test_a_composed_return_belongs_to_its_part(others: Edits, new: list[int]) -> None:
    assert check_kembali(theirs(others, new), PART) == ()


def conflict() -> tuple[Daftar, BagianKembali]:
    here = edited(LIST, {2: {Bidang.NAMA: "SITI AMINAH"}})
    return here, theirs({2: {Bidang.NAMA: "SITTI", Bidang.RT: "7"}})


@pytest.mark.syarat("S-248")
def test_e275_a_conflict_waits_for_a_person_and_the_rest_is_taken() -> None:
    here, kembali = conflict()
    taken, clash = sorted(compare(PART, here, kembali), key=lambda one: one.bentrok)
    assert (taken.kunci, taken.dasar, taken.mereka) == (Kunci(2, Bidang.RT), "2", "7")
    assert (clash.dasar, clash.kita, clash.mereka) == ("SITI UJI 2", "SITI AMINAH", "SITTI")
    assert clash.sebab == REASON
    _, found = decide((taken, clash), (), kembali)
    assert [one.text for one in found] == ["1 perbedaan belum diputuskan."]


@pytest.mark.parametrize(("pihak", "nama"), [(Pihak.KITA, "SITI AMINAH"), (Pihak.MEREKA, "SITTI")])
def test_a_decision_says_whose_word_counts(pihak: Pihak, nama: str) -> None:
    here, kembali = conflict()
    assert of(merged(here, kembali, pihak), 2, Bidang.NAMA) == nama
    assert of(merged(here, kembali, pihak), 2, Bidang.RT) == "7"


def test_a_decided_correction_carries_both_reasons() -> None:
    here, kembali = conflict()
    butir = compare(PART, here, kembali)
    plan, _ = decide(butir, all_for(Pihak.MEREKA, butir), kembali)
    by_field = {one.bidang: one.alasan for one in plan.koreksi[2]}
    assert by_field[Bidang.RT] == "sesuai kartu keluarga"
    assert by_field[Bidang.NAMA] == "KTP-el dicocokkan; sesuai kartu keluarga"


def test_what_would_be_taken_can_be_declined() -> None:
    kembali = theirs({1: {Bidang.RT: "8"}}, [50])
    butir = compare(PART, LIST, kembali)
    declined = [Keputusan(one.kunci, Pihak.KITA, "salah ketik") for one in butir]
    plan, found = decide(butir, declined, kembali)
    assert (plan.kosong, found) == (True, ())
    assert not decide(butir, (), kembali)[0].kosong


def test_e276_a_decision_about_nothing_or_made_twice_is_named() -> None:
    here, kembali = conflict()
    butir = compare(PART, here, kembali)
    said = all_for(Pihak.KITA, butir)
    lost = Keputusan(Kunci(3, Bidang.RT), Pihak.KITA, "tidak ada")
    _, found = decide(butir, [*said, *all_for(Pihak.MEREKA, butir), lost], kembali)
    assert [one.evidence["nama"] for one in found] == ["SITI AMINAH", "seseorang"]
    assert {one.code for one in found} == {"E276"}


@pytest.mark.syarat("S-202")
def test_somebody_new_whose_nik_is_here_is_a_conflict_field_by_field() -> None:
    here = LIST | listed(baris(50, rt=1, alamat="JL. MAWAR", coret="pindah"))
    kembali = theirs({}, [50])
    butir = compare(PART, here, kembali)
    assert {one.kunci.bidang: (one.dasar, one.kita, one.mereka) for one in butir} == {
        Bidang.RT: (None, "1", "9"),
        Bidang.ALAMAT: (None, "JL. MAWAR", "JL. MELATI"),
        Bidang.CORET: (None, "pindah", ""),
    }
    assert all(one.bentrok and one.kunci.baru == 1 for one in butir)
    assert merged(here, kembali, Pihak.KITA) == here
    assert merged(here, kembali, Pihak.MEREKA)[50] == baris(50, rt=9)


def test_somebody_new_who_is_here_alike_is_no_news() -> None:
    here = LIST | listed(baris(50, rt=9))
    assert compare(PART, here, theirs({}, [50])) == ()


def test_a_nik_set_free_by_a_correction_may_be_used_by_somebody_new() -> None:
    wrong, right = texts_of(LIST[1])[Bidang.NIK], orang(60).nik
    there = edited({number: LIST[number] for number in IDS}, {1: {Bidang.NIK: right}})
    kembali = back(PART, [*there.values(), baris(70, nik=wrong)])
    after = merged(LIST, kembali)
    assert (of(after, 1, Bidang.NIK), of(after, 5, Bidang.NIK)) == (right, wrong)
    assert check_after(LIST, after, SYARAT) == ()


def test_e283_niks_that_go_round_in_a_ring_are_named_and_a_chain_is_not() -> None:
    niks = {number: of(LIST, number, Bidang.NIK) for number in LIST}
    swapped = theirs({1: {Bidang.NIK: niks[2]}, 2: {Bidang.NIK: niks[1]}, 3: {Bidang.RT: "9"}})
    [found] = check_after(LIST, merged(LIST, swapped), SYARAT)
    assert (found.code, found.evidence["nama"]) == ("E283", "SITI UJI 1, SITI UJI 2")
    chain = theirs({1: {Bidang.NIK: niks[2]}, 2: {Bidang.NIK: niks[3]}, 3: {Bidang.NIK: FREE}})
    assert check_after(LIST, merged(LIST, chain), SYARAT) == ()


def test_a_nik_is_given_up_before_somebody_else_gets_it() -> None:
    niks = {number: of(LIST, number, Bidang.NIK) for number in LIST}
    chain = theirs({
        1: {Bidang.NIK: niks[2], Bidang.RT: "7"}, 2: {Bidang.NIK: niks[3]}, 3: {Bidang.NIK: FREE},
    })  # fmt: skip
    plan, _ = decide(compare(PART, LIST, chain), (), chain)
    assert [(number, one.bidang) for number, one in nik_first(plan.koreksi, niks)] == [
        (3, Bidang.NIK), (2, Bidang.NIK), (1, Bidang.NIK), (1, Bidang.RT),
    ]  # fmt: skip


def test_w273_who_left_the_list_with_a_withdrawn_import_takes_no_change() -> None:
    kembali = theirs({1: {Bidang.RT: "7"}, 2: {Bidang.RT: "8"}})
    without = {number: one for number, one in LIST.items() if number != 1}
    assert [one.kunci.id for one in compare(PART, without, kembali)] == [2]
    assert [one.text for one in note_gone(kembali, without)] == [
        "Pemilih no. 1 tidak di daftar lagi karena impornya ditarik; perubahannya tidak diambil."
    ]
    assert note_gone(kembali, LIST) == ()


@pytest.mark.syarat("S-240")
def test_numbers_of_cards_are_shown_by_their_region_alone() -> None:
    nik, rt = compare(PART, LIST, theirs({1: {Bidang.NIK: FREE, Bidang.RT: "9"}}))
    hidden = "339901" + "*" * 10
    masked = mask_butir(nik)
    assert (masked.dasar, masked.kita, masked.mereka) == (hidden, hidden, hidden)
    assert mask_butir(rt) is rt
    [clash] = compare(PART, LIST | listed(baris(50, rt=9, kk=orang(7).kk)), theirs({}, [50]))
    masked = mask_butir(clash)
    assert (masked.dasar, masked.kita, masked.mereka) == (None, hidden, hidden)


def test_what_was_shown_is_named_by_what_it_says() -> None:
    here, kembali = conflict()
    assert print_of(compare(PART, here, kembali)) == print_of(compare(PART, here, kembali))
    assert print_of(compare(PART, here, kembali)) != print_of(compare(PART, LIST, kembali))


@pytest.mark.syarat("S-202")
def test_e277_a_merge_never_gives_two_people_one_nik() -> None:
    kembali = theirs({1: {Bidang.NIK: of(LIST, 4, Bidang.NIK)}})
    after = merged(LIST, kembali)
    [found] = check_after(LIST, after, SYARAT)
    assert (found.code, found.evidence["satu"], found.evidence["dua"]) == (
        "E277", "SITI UJI 1", "SITI UJI 4",
    )  # fmt: skip


@pytest.mark.syarat("S-201")
def test_e282_a_change_that_makes_somebody_too_young_is_named() -> None:
    young = {Bidang.TANGGAL_LAHIR: "2012-01-01", Bidang.KAWIN: "B"}
    after = merged(LIST, theirs({1: young}))
    assert [one.code for one in check_after(LIST, after, SYARAT)] == ["E282"]
    struck = merged(LIST, theirs({1: young | {Bidang.CORET: "belum cukup umur"}}))
    assert check_after(LIST, struck, SYARAT) == ()
    assert check_after(after, after, SYARAT) == (), "what was so before is no fault of the merge"


def test_e276_two_new_words_for_one_field_cannot_both_count() -> None:
    here = edited(LIST, {1: {Bidang.NIK: orang(50).nik}})
    kembali = theirs({1: {Bidang.RT: "5"}}, [50])
    butir = compare(PART, here, kembali)
    plan, found = decide(butir, all_for(Pihak.MEREKA, butir), kembali)
    assert [one.code for one in found] == ["E276"]
    assert {one.nilai for one in plan.koreksi[1] if one.bidang is Bidang.RT} == {"5"}


def test_a_return_names_nobody_missing_and_nothing_without_reason() -> None:
    whole = [LIST[number] for number in IDS]
    with pytest.raises(ValueError, match="missing"):
        back(PART, whole[1:])
    changed = edited(listed(*whole), {1: {Bidang.RT: "4"}}).values()
    with pytest.raises(KeyError):
        compose_kembali(PART, changed, {}, "Yanto Uji", AT)
    with pytest.raises(KeyError):
        compose_kembali(PART, [*whole, baris(50)], {}, "Yanto Uji", AT)


def test_a_return_holds_changes_only() -> None:
    kembali = theirs({2: {Bidang.RT: "4", Bidang.CORET: "meninggal"}}, [51, 50])
    [ubahan] = kembali.ubahan
    assert [(one.bidang, one.nilai) for one in ubahan.koreksi] == [
        (Bidang.CORET, "meninggal"),
        (Bidang.RT, "4"),
    ]
    assert [one.isi.nik for one in kembali.baru] == [orang(50).nik, orang(51).nik]
    assert all(one.alasan == REASON.alasan for one in (*ubahan.koreksi, *kembali.baru))


def test_nobody_is_new_in_an_empty_list() -> None:
    plan, _ = decide(compare(PART, LIST, theirs({}, [50])), (), theirs({}, [50]))
    assert [*carry_out({}, plan, Asal.TAMBAHAN)] == [1]
    assert carry_out({}, plan, Asal.TAMBAHAN)[1].asal is Asal.TAMBAHAN
