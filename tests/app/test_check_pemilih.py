"""`periksa pemilih`: what an import would do, in exactly these keys, and nothing is stored."""

import json
from pathlib import Path

import pytest

from pilkades_desk.app.cli import main
from pilkades_desk.app.demo_voters import write_kpu33
from tests.pemilih.lembar_contoh import write_layout, xlsx_bytes
from tests.pemilih.lembar_orang import invent
from tests.pemilih.test_lembar_cacat import HEAD, row_of

KEYS = [
    "tata_letak", "lembar", "baris_judul", "kolom", "dibaca", "masuk", "perbaikan", "temuan",
    "ganda",
]  # fmt: skip


def facts(capsys, path: Path, *words: str) -> dict:
    main(["periksa", "pemilih", str(path), "--tanggal-pemungutan", "2027-02-03", "--json", *words])
    return json.loads(capsys.readouterr().out)


@pytest.mark.syarat("S-260")
def test_the_keys_and_figures_are_those_of_the_sheet(tmp_path, capsys):
    expected = write_kpu33(tmp_path / "a.xlsx", seed=3, jumlah=400)
    found = facts(capsys, tmp_path / "a.xlsx")
    assert list(found) == KEYS
    assert (found["tata_letak"], found["lembar"], found["baris_judul"]) == ("kpu-33", "Sheet1", 1)
    assert (found["dibaca"], found["masuk"]) == (400, expected.taken)
    codes = [code for row in found["perbaikan"] for code in row["kode"]]
    assert {code: codes.count(code) for code in codes} == dict(expected.refused)
    assert found["temuan"] == dict(expected.refused + expected.warnings) | {"W241": 1}
    assert found["kolom"]["kk"] == "NKK"


@pytest.mark.syarat("S-260")
def test_row_numbers_are_those_of_the_spreadsheet(tmp_path, capsys):
    one, two, three = invent(4, 3)
    same = row_of(three, NIK=one.nik)
    twin = row_of(two, NAMA=one.nama, NKK=one.kk)
    rows = [["DAFTAR"], [], HEAD, row_of(one), [], twin, row_of(three, RT=""), same]
    rows.append(row_of(three, NIK=int(three.nik)))
    (tmp_path / "a.xlsx").write_bytes(xlsx_bytes([("RT 1", rows)]))
    found = facts(capsys, tmp_path / "a.xlsx")
    assert (found["baris_judul"], found["dibaca"], found["masuk"]) == (3, 5, 3)
    assert found["perbaikan"] == [
        {"baris": 8, "kode": ["E202"]}, {"baris": 9, "kode": ["E203"]},
    ]  # fmt: skip
    assert found["ganda"] == [[4, 6], [4, 8]]


def test_a_layout_or_a_regulation_profile_is_taken_by_name(tmp_path, capsys):
    (tmp_path / "a.xls").write_bytes(write_layout("opensid-unduhan", invent(5, 3)))
    assert facts(capsys, tmp_path / "a.xls", "--profil", "opensid-unduhan")["masuk"] == 3
    assert facts(capsys, tmp_path / "a.xls", "--profil", "nasional-acuan")["masuk"] == 3


def test_the_words_say_the_same_and_the_code_tells_whether_all_goes_in(tmp_path, capsys):
    (tmp_path / "a.xlsx").write_bytes(write_layout("kpu-model-a", invent(5, 3)))
    assert main(["periksa", "pemilih", str(tmp_path / "a.xlsx")]) == 0
    assert "KPU Model A, 13 isian (kpu-model-a)" in capsys.readouterr().out
    (tmp_path / "b.csv").write_bytes(write_layout("kpu-publik", invent(5, 30)))
    assert main(["periksa", "pemilih", str(tmp_path / "b.csv")]) == 1
    out = capsys.readouterr().out
    assert "Kolom tidak ada : nik, kk, tanggal lahir" in out
    assert "dan 10 baris lagi" in out
    assert "Tidak ada yang disimpan." in out


def test_what_cannot_be_checked_is_one_sentence_and_one_hint(tmp_path, capsys):
    (tmp_path / "a.csv").write_bytes(b"\xff\xd8\xff foto")
    assert main(["periksa", "pemilih", str(tmp_path / "a.csv")]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 2
    assert main(["periksa", "pemilih", str(tmp_path / "tidak-ada.csv")]) == 1
    assert "tidak dapat dibaca" in capsys.readouterr().err
    assert main(["periksa", "pemilih", str(tmp_path / "a.csv"), "--profil", "entah"]) == 1
    assert "kpu-33" in capsys.readouterr().err


def test_a_day_that_is_none_is_refused_in_indonesian(capsys):
    with pytest.raises(SystemExit):
        main(["periksa", "pemilih", "a", "--tanggal-pemungutan", "besok"])
    assert "'besok' bukan tanggal." in capsys.readouterr().err


def test_nothing_is_written_beside_the_file(tmp_path, capsys):
    (tmp_path / "a.xlsx").write_bytes(write_layout("kpu-33", invent(5, 3)))
    facts(capsys, tmp_path / "a.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
