"""Every layout is known by its headers, read whole, and what it does not say is never made up."""

from datetime import date

import pytest

from pilkades_desk.core.errors import ResourceError, SheetError
from pilkades_desk.kits.spreadsheet.reader import read_sheets
from pilkades_desk.pemilih.deteksi import detect
from pilkades_desk.pemilih.intake import Intake
from pilkades_desk.pemilih.pratinjau import PratinjauImpor, preview_file
from pilkades_desk.pemilih.spreadsheet import find_tables, read_rows
from pilkades_desk.pemilih.sumber import code_tables, parse_source, sources
from pilkades_desk.pemilih.values import Isian
from tests.pemilih.lembar_contoh import LAYOUTS, write_layout
from tests.pemilih.lembar_orang import Orang, invent
from tests.pemilih.rows import SYARAT

DAY = date(2027, 2, 3)
BARE = 'sebutan="x"\npenanda=[]\nkelamin=[]\nkawin=[]\ndisabilitas=[]\n[kolom]\n'
WHOLE = [name for name, layout in LAYOUTS.items() if not layout.lacks]
PARTS = [name for name, layout in LAYOUTS.items() if layout.lacks]


def intake_of(content: bytes) -> Intake:
    sheets = read_sheets(content)
    intake = Intake(SYARAT)
    for table in find_tables(sheets, detect(sheets)):
        for row in read_rows(table):
            intake.take(row)
    return intake


def preview(tmp_path, content: bytes, layout=None) -> PratinjauImpor:
    path = tmp_path / "lembar.bin"
    path.write_bytes(content)
    return preview_file(path, DAY, 17, layout)


def test_every_layout_has_an_example():
    assert LAYOUTS.keys() == sources().keys()


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_known_by_its_headers(name):
    deteksi = detect(read_sheets(write_layout(name, invent(1, 12))))
    first = deteksi.lembar[0]
    assert (first.tata_letak, first.baris_judul) == (name, LAYOUTS[name].header)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("seed", [2, 3])
def test_every_voter_of_a_whole_layout_goes_in_as_invented(name, seed):
    people = invent(seed, 25)
    intake = intake_of(write_layout(name, people))
    assert [(one.row.baris, [f.text for f in one.temuan]) for one in intake.refused] == []
    assert [one.pemilih.nik for one in intake.taken] == [one.nik for one in people]
    for taken, orang in zip(intake.taken, people, strict=True):
        pemilih = taken.pemilih
        assert (pemilih.kk, pemilih.nama, pemilih.tempat_lahir) == (
            orang.kk, orang.nama, orang.tempat,
        )  # fmt: skip
        assert (pemilih.tanggal_lahir, pemilih.kelamin, pemilih.kawin) == (
            orang.lahir, orang.kelamin, orang.kawin,
        )  # fmt: skip
        assert places(taken.row, pemilih) == places_of(orang, taken.row.columns)
        assert pemilih.alamat.startswith(orang.alamat) or Isian.ALAMAT not in taken.row.columns
        assert pemilih.disabilitas == 0


def places(row, pemilih):
    found = {Isian.RT: pemilih.rt, Isian.RW: pemilih.rw, Isian.DUSUN: pemilih.dusun}
    return {isian: what for isian, what in found.items() if isian in row.columns}


def places_of(orang: Orang, columns):
    said = {Isian.RT: orang.rt, Isian.RW: orang.rw, Isian.DUSUN: orang.dusun}
    return {isian: what for isian, what in said.items() if isian in columns}


@pytest.mark.parametrize("name", PARTS)
def test_what_a_layout_does_not_say_is_asked_for_in_every_row(name):
    people = invent(4, 10)
    intake = intake_of(write_layout(name, people))
    assert intake.taken == []
    assert len(intake.refused) == len(people)
    for one in intake.refused:
        assert {found.code for found in one.temuan} == set(LAYOUTS[name].lacks)


@pytest.mark.parametrize("name", PARTS)
def test_a_sheet_that_lacks_columns_says_so_once(tmp_path, name):
    assert preview(tmp_path, write_layout(name, invent(5, 4))).temuan["W260"] == 1


@pytest.mark.parametrize(
    ("name", "tps"), [("kpu-model-a", "003"), ("p2kd-a4", ""), ("kpu-33", None), ("umum", None)]
)
def test_the_tps_comes_from_the_title_the_column_or_not_at_all(name, tps):
    people = invent(6, 5)
    intake = intake_of(write_layout(name, people))
    rows = [one.row for one in (*intake.taken, *intake.refused)]
    said = [row.text(Isian.TPS) for row in rows]
    assert said == [str(one.tps) if tps is None else tps for one in people]


def test_rt_and_rw_are_read_in_the_order_the_headers_say():
    for name in ("opensid-43", "siak-37", "opensid-unduhan"):
        orang = next(one for one in invent(7, 30) if one.rt != one.rw)
        pemilih = intake_of(write_layout(name, [orang])).taken[0].pemilih
        assert (pemilih.rt, pemilih.rw) == (orang.rt, orang.rw)


def test_the_same_digit_means_what_its_source_says():
    one_by_source = {name: sources()[name].kawin.get("1") for name in sources()}
    assert one_by_source["panitia-tiga-sel"] == "S"
    assert one_by_source["opensid-43"] == "B"
    known = {name for name, what in one_by_source.items() if what}
    assert known == {"panitia-tiga-sel", "opensid-43"}


def test_codes_that_mark_somebody_without_a_vote_become_a_warning():
    content = write_layout("opensid-43", invent(8, 3))
    sheets = list(read_sheets(content))
    head = [cell.text for cell in sheets[0].rows[0]]
    rows = [list(row) for row in sheets[0].rows]
    rows[2][head.index("status_dasar")] = rows[2][head.index("status_dasar")]._replace(text="2")
    sheets[0] = sheets[0]._replace(rows=tuple(map(tuple, rows)))
    intake = Intake(SYARAT)
    for row in read_rows(find_tables(sheets, detect(sheets))[0]):
        intake.take(row)
    found = {one.row.baris: [f.code for f in one.temuan] for one in intake.taken}
    assert found == {2: [], 3: ["W231"], 4: []}
    assert "meninggal" in intake.taken[1].temuan[0].text


@pytest.mark.parametrize("name", WHOLE)
def test_a_layout_asked_for_by_name_is_taken(tmp_path, name):
    found = preview(tmp_path, write_layout(name, invent(9, 6)), sources()[name])
    assert (found.deteksi.lembar[0].tata_letak, found.dibaca, found.masuk) == (name, 6, 6)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("penanda = 3", "sebutan"),
        ("[", "Expected"),
        (BARE.replace("kelamin=[]", 'kelamin=["tak ada"]'), "tak ada"),
        (f'{BARE}usia=["A"]', "usia"),
    ],
)
def test_a_layout_file_that_is_wrong_is_named(text, word):
    with pytest.raises(ResourceError) as caught:
        parse_source("salah", text)
    assert "salah" in caught.value.sentence
    assert word in caught.value.sentence or word == "Expected"


def test_no_layout_names_a_table_twice_or_a_header_by_two_spellings():
    from pilkades_desk.pemilih.sumber import spelling

    for source in sources().values():
        spelled = [one for aliases in source.headers.values() for alias in aliases for one in alias]
        assert [text for text in (*spelled, *source.penanda) if spelling(text) != text] == []
    assert code_tables().terlarang


def test_a_photo_of_a_list_has_no_layout(tmp_path):
    with pytest.raises(SheetError):
        preview(tmp_path, b"\xff\xd8\xff\xe0 foto")
