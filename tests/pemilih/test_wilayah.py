from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pilkades_desk.panitia.hari import run_term
from pilkades_desk.panitia.kalender.values import SatuanHari
from pilkades_desk.pemilih.baris import UNUSED, baris_dpt, with_unused_numbers
from pilkades_desk.pemilih.content import Bagi, Tujuan
from pilkades_desk.pemilih.formulir import PenetapanDps, PenetapanDpt, PenetapanTambahan
from pilkades_desk.pemilih.values import PemilihDpt
from pilkades_desk.pemilih.wilayah import count_lines, divide, recap
from tests.berita_acara.contents import both
from tests.pemilih.samples import FIELDS

DAY = date(2027, 2, 3)
KERJA, KALENDER = SatuanHari.KERJA, SatuanHari.KALENDER


def line(number: int, **changes: object) -> PemilihDpt:
    return PemilihDpt.model_validate(FIELDS | {"no_urut": number, "id": 100 + number} | changes)


areas = st.tuples(st.sampled_from(["", "Krajan", "Ngemplak"]), st.integers(0, 3), st.integers(0, 4))
lists = st.lists(st.tuples(areas, st.sampled_from("LP")), min_size=1, max_size=40).map(
    lambda people: tuple(
        line(number, dusun=dusun, rw=rw, rt=rt, kelamin=kelamin)
        for number, ((dusun, rw, rt), kelamin) in enumerate(people, 1)
    )
)


@pytest.mark.syarat("S-290")
@given(lists)
def test_the_totals_of_a_decision_are_those_of_the_rows(lines: tuple[PemilihDpt, ...]) -> None:
    rows, total = recap(lines), count_lines(lines)
    assert sum(row.laki for row in rows) == sum(one.kelamin == "L" for one in lines) == total.laki
    assert sum(row.jumlah for row in rows) == len(lines) == total.jumlah
    for decision in (PenetapanDps, PenetapanTambahan):
        said = decision(jumlah_pemilih=total, rekap=rows).isian().nilai
        assert said["laki"].startswith(f"{total.laki} (")
        assert said["jumlah"].startswith(f"{total.jumlah} (")
    assert PenetapanDpt(jumlah_pemilih=total, rekap=rows, perubahan="x").perubahan == "x"


@pytest.mark.syarat("S-290")
def test_a_decision_whose_totals_are_not_those_of_its_areas_is_refused() -> None:
    rows = recap((line(1, kelamin="L"), line(2)))
    with pytest.raises(ValidationError, match="perempuan: the total is not that of the areas"):
        PenetapanDps(jumlah_pemilih=both(1, 2), rekap=rows)
    with pytest.raises(ValidationError):
        PenetapanDps(jumlah_pemilih=both(0, 0), rekap=())


@pytest.mark.syarat("S-291")
@given(lists, st.sampled_from(Bagi))
def test_the_sheets_of_a_list_hold_every_voter_once(
    lines: tuple[PemilihDpt, ...], bagi: Bagi
) -> None:
    sheets = divide(lines, bagi)
    assert sorted(one.no_urut for _, part in sheets for one in part) == [*range(1, len(lines) + 1)]
    assert all(part for _, part in sheets)
    assert (len(sheets) == 1 and sheets[0][0] == "") == (bagi is Bagi.DESA)


@pytest.mark.parametrize(
    ("bagi", "changes", "words"),
    [
        (Bagi.RT, {"rt": 2, "rw": 1, "dusun": "Krajan"}, "RT 002/RW 001, Dusun Krajan"),
        (Bagi.RT, {"rt": 2, "rw": 0, "dusun": ""}, "RT 002/RW 000"),
        (Bagi.RT, {"rt": 0, "rw": 0, "dusun": ""}, "RT belum diketahui"),
        (Bagi.DUSUN, {"dusun": "Krajan"}, "Dusun Krajan"),
        (Bagi.DUSUN, {"dusun": ""}, "Dusun belum diketahui"),
    ],
)
def test_a_sheet_names_its_area(bagi: Bagi, changes: dict[str, object], words: str) -> None:
    assert [name for name, _ in divide((line(1, **changes),), bagi)] == [words]


def test_an_area_nobody_knows_is_a_dash() -> None:
    (row,) = recap((line(1, rt=0, rw=0, dusun=""),))
    assert (row.dusun, row.rw, row.rt) == ("–", "–", "–")


@pytest.mark.syarat("S-297")
def test_a_number_nobody_has_any_more_keeps_its_line_and_is_not_counted() -> None:
    lines = (line(1), line(3, kelamin="L"))
    rows = tuple(baris_dpt(one, one.no_urut, Tujuan.KERJA, DAY) for one in lines)
    first, second, third = with_unused_numbers(rows, {})
    assert (first, third) == rows
    assert (second.no, second.no_dpt, second.nama, second.kelamin) == (2, 2, "", "")
    assert second.keterangan == UNUSED
    told = with_unused_numbers(rows, {2: "pindah", 9: "nobody's"})
    assert [one.keterangan for one in told] == ["", f"{UNUSED}: pindah", ""]
    assert with_unused_numbers((), {}) == ()


@pytest.mark.syarat("S-292")
@pytest.mark.parametrize(
    ("mulai", "hari", "satuan", "libur", "first", "last"),
    [
        ((2026, 12, 14), 3, KERJA, (), (2026, 12, 14), (2026, 12, 16)),
        ((2026, 12, 22), 3, KERJA, (), (2026, 12, 22), (2026, 12, 24)),
        ((2026, 12, 29), 3, KERJA, (), (2026, 12, 29), (2026, 12, 31)),
        ((2026, 12, 18), 3, KERJA, (), (2026, 12, 18), (2026, 12, 22)),
        ((2026, 12, 19), 1, KERJA, (), (2026, 12, 21), (2026, 12, 21)),
        ((2026, 12, 24), 2, KERJA, (date(2026, 12, 25),), (2026, 12, 24), (2026, 12, 28)),
        ((2026, 12, 18), 3, KALENDER, (), (2026, 12, 18), (2026, 12, 20)),
    ],
)  # the first three are those of Keputusan Bupati Tegal 100.3.3.2/713 Tahun 2026
def test_a_term_ends_on_the_day_the_rule_gives(
    mulai: tuple[int, int, int],
    hari: int,
    satuan: SatuanHari,
    libur: tuple[date, ...],
    first: tuple[int, int, int],
    last: tuple[int, int, int],
) -> None:
    jangka = run_term(date(*mulai), hari, satuan, libur)
    assert (jangka.mulai, jangka.sampai) == (date(*first), date(*last))
    assert jangka.hitungan.startswith(f"{hari} hari {satuan.value.removeprefix('hari_')}, ")
    assert ("libur" in jangka.hitungan) == bool(libur)
