"""What the desk adds up again, from the published lines alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.audit import START, link
from pilkades_desk.core.clock import utc_text
from pilkades_desk.paket.values import EntriRiwayat, HasilPublik, IsiRiwayat
from pilkades_desk.penerimaan.rules import (
    check_clock,
    check_hasil,
    check_masuk,
    has_other_sender,
    leading_numbers,
    recap_row,
    riwayat_ends_at,
)
from pilkades_desk.penerimaan.values import Masuk

NOW = datetime(2027, 2, 4, 3, 0, tzinfo=UTC)


def hasil(*units: tuple[int, ...], **changes: Any) -> HasilPublik:
    totals = [sum(column) for column in zip(*units, strict=True)]
    alone = totals.index(max(totals)) + 1 if totals.count(max(totals)) == 1 else None
    fields: dict[str, Any] = {
        "pemilihan": "ab" * 16, "kode_desa": "3399012001", "desa": "Sukamaju",
        "kecamatan": "Cikembar", "kabupaten": "Contoh", "provinsi": "Jawa Contoh",
        "tanggal": "2027-02-03", "gladi": False, "profil": "uji", "profil_sidik": "cd" * 32,
        "nilai": (), "langkah": (), "nomor_urut": alone, "status": "unggul" if alone else "seri",
        "calon": [{"nomor": n, "nama": f"Calon {n}"} for n in range(1, len(totals) + 1)],
        "unit": [unit(nomor, votes) for nomor, votes in enumerate(units, start=1)],
    }  # fmt: skip
    return HasilPublik.model_validate(fields | changes)


def unit(nomor: int, votes: tuple[int, ...], **changes: int) -> dict[str, Any]:
    isi = {f"suara_{n}": count for n, count in enumerate(votes, start=1)}
    isi |= {"sah": sum(votes), "tidak_sah": 3, "jumlah_suara": sum(votes) + 3} | changes
    form = {"versi": 1, "isi": isi, "segel": "ab" * 32}
    return {"nomor": nomor, "nama": f"TPS {nomor}", "form": [form]}


def codes(one: HasilPublik) -> list[str]:
    return [finding.code for finding in check_hasil(one)]


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500)),
        min_size=1,
        max_size=6,
    )
)
def test_right_result_has_no_findings_and_recap_is_the_sum(
    units: list[tuple[int, ...]],
) -> None:
    one = hasil(*units)
    assert codes(one) == ([] if one.nomor_urut else ["W816"])
    assert recap_row(one).suara == tuple(sum(column) for column in zip(*units, strict=True))


@pytest.mark.syarat("S-808")
def test_e804_votes_that_do_not_make_the_valid_total() -> None:
    assert codes(hasil((5, 3), unit=[unit(1, (5, 3), sah=9, jumlah_suara=12)])) == ["E804"]


@pytest.mark.syarat("S-808")
def test_e805_valid_and_invalid_that_do_not_make_the_total() -> None:
    assert codes(hasil((5, 3), unit=[unit(1, (5, 3), jumlah_suara=12)])) == ["E805"]


def test_newest_version_of_a_form_counts() -> None:
    changed = unit(1, (5, 3))
    changed["form"].append(unit(1, (2, 6))["form"][0] | {"versi": 2})
    assert leading_numbers(hasil((2, 6), unit=[changed])) == (2,)


@pytest.mark.syarat("S-808")
@pytest.mark.parametrize(
    ("votes", "changes", "found"),
    [
        ((5, 3), {"nomor_urut": 2}, ["E806"]),
        ((5, 3), {"nomor_urut": None, "status": "seri"}, ["E806"]),
        ((4, 4), {}, ["W816"]),
        ((4, 4), {"status": "unggul", "nomor_urut": 1}, ["E806"]),
        ((4, 4), {"nomor_urut": 1}, ["E806"]),
        ((4, 4), {"status": "seri_terselesaikan", "nomor_urut": 2}, []),
        ((4, 4, 1), {"status": "seri_terselesaikan", "nomor_urut": 3}, ["E806"]),
    ],
)
def test_e806_winner_is_found_again(
    votes: tuple[int, ...], changes: dict[str, Any], found: list[str]
) -> None:
    assert codes(hasil(votes, **changes)) == found


def test_single_candidate_faces_the_blank_column_and_people_judge() -> None:
    only = {"calon": [{"nomor": 1, "nama": "Calon 1"}], "status": "calon_tunggal"}
    one = hasil((5, 3), **only, nomor_urut=None)
    assert codes(one) == ([] if one.nomor_urut else ["W816"])
    assert recap_row(one).suara == (5,)


def test_e806_single_candidate_declared_by_the_form_is_asked_about() -> None:
    only = {"calon": [{"nomor": 1, "nama": "Calon 1"}]}
    assert codes(hasil((5, 3), **only)) == ["E806"]


def riwayat(length: int) -> IsiRiwayat:
    prev, entries = START, []
    for seq in range(1, length + 1):
        now = link(prev, f"body {seq}")
        entries.append(EntriRiwayat(seq=seq, body=f"body {seq}", prev=prev.hex(), hash=now.hex()))
        prev = now
    return IsiRiwayat(entri=tuple(entries))


def masuk(**changes: Any) -> Masuk:
    fields = {
        "nomor": 1, "amplop": "ab" * 32, "kode_desa": "3399012001", "pemilihan": "ab" * 16,
        "kunci": "cd" * 32, "tujuan": "ef" * 32, "stream": "12" * 16, "serial": 1, "bolong": (),
        "kepala_seq": 0, "kepala_hash": "00" * 32, "waktu": "",
    }  # fmt: skip
    return Masuk.model_validate(fields | changes)


def test_riwayat_that_ends_at_the_head_is_accepted() -> None:
    assert riwayat_ends_at(riwayat(3), 3, riwayat(3).entri[-1].hash)


def test_riwayat_that_ends_elsewhere_is_refused() -> None:
    assert not riwayat_ends_at(riwayat(2), 3, riwayat(3).entri[-1].hash)


def test_riwayat_with_a_changed_body_is_refused() -> None:
    whole = riwayat(3)
    changed = whole.entri[1].model_copy(update={"body": "other"})
    broken = IsiRiwayat(entri=(whole.entri[0], changed, whole.entri[2]))
    assert not riwayat_ends_at(broken, 3, whole.entri[-1].hash)


@pytest.mark.syarat("S-808")
def test_e807_riwayat_that_does_not_go_on_from_the_one_before() -> None:
    before = masuk(kepala_seq=2, kepala_hash="ab" * 32)
    assert [one.code for one in check_masuk(masuk(), riwayat(3), before)] == ["E807"]


def test_riwayat_that_goes_on_is_silent() -> None:
    before = masuk(kepala_seq=2, kepala_hash=riwayat(3).entri[1].hash)
    assert check_masuk(masuk(), riwayat(3), before) == []


def test_w808_gap_is_named() -> None:
    (finding,) = check_masuk(masuk(bolong=(2, 3)), riwayat(1), None)
    assert finding.text == "Paket nomor 2, 3 belum pernah diterima."


@pytest.mark.syarat("S-808")
@pytest.mark.parametrize("year", [1980, 2080])
def test_w809_far_clock_is_warned_about(year: int) -> None:
    (finding,) = check_clock("3399012001", utc_text(NOW.replace(year=year)), NOW)
    assert finding.code == "W809"


def test_clock_some_hours_off_is_silent() -> None:
    assert check_clock("3399012001", utc_text(NOW - timedelta(hours=9)), NOW) == []


def test_w809_moment_that_is_none_is_warned_about() -> None:
    (finding,) = check_clock("3399012001", "2027-99-99T00:00:00.000000Z", NOW)
    assert finding.code == "W809"


@pytest.mark.syarat("S-812")
@pytest.mark.parametrize(
    ("kode_desa", "sender", "other"),
    [
        ("3399012001", ("cd" * 32, "ab" * 16), False),
        ("3399012001", ("00" * 32, "ab" * 16), True),
        ("3399012001", ("cd" * 32, "00" * 16), True),
        ("3399012002", ("00" * 32, "00" * 16), False),
    ],
)
def test_e815_a_village_sends_under_one_key_and_election(
    kode_desa: str, sender: tuple[str, str], other: bool
) -> None:
    assert has_other_sender([masuk()], kode_desa, sender) is other


@pytest.mark.parametrize(
    "changes",
    [
        {"calon": [{"nomor": 1, "nama": "A"}, {"nomor": 3, "nama": "B"}]},
        {"unit": [unit(1, (3, 2)), unit(1, (3, 2))]},
        {"unit": [unit(1, (3, 2, 9))]},
    ],
)
def test_a_result_that_counts_twice_or_for_nobody_is_no_result(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"numbered|twice|nobody"):
        hasil((3, 2), **changes)
