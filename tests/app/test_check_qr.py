"""`periksa qr`: figures shown, and proven only by the kit."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades_desk.app.check_qr import check_qr, describe, print_check_qr
from pilkades_desk.app.cli import main
from pilkades_desk.berita_acara.qr_text import QrHasil, parse_qr
from pilkades_desk.berita_acara.result_qr import base45, from_base45
from pilkades_desk.core.errors import DocumentError
from tests.app.papers import Paper, make_paper
from tests.berita_acara.makers import keep_counted

SHARED = settings(max_examples=300)
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    folder = tmp_path_factory.mktemp("kode")
    return make_paper(keep_counted(folder / "terhitung"), folder / "sah")


@pytest.mark.syarat("S-631")
def test_the_kit_proves_the_figures_and_says_what_it_does_not_prove(paper: Paper) -> None:
    found = check_qr(paper.result, paper.kit, paper.clock)
    words = describe(found)
    assert (found.code, found.asli) == (0, True)
    assert "Nomor urut 1: 239" in words
    assert "Terbukti        : angka di atas ditandatangani dengan kunci panitia" in words
    assert "Tidak terbukti  : angka itu sama dengan kertas TPS" in words


@pytest.mark.syarat("S-631")
def test_without_a_kit_the_figures_are_shown_and_not_proven(paper: Paper) -> None:
    found = check_qr(paper.result, None, paper.clock)
    assert found.code == 3
    assert "Nomor urut 2: 421" in describe(found)
    assert "Belum dibuktikan: beri --kit" in describe(found)


@pytest.mark.syarat("S-631")
def test_a_page_code_proves_nothing_even_with_a_kit(paper: Paper) -> None:
    found = check_qr(paper.page, paper.kit, paper.clock)
    assert found.code == 3
    assert "Belum dibuktikan: QR halaman tidak bertanda tangan." in describe(found)


@pytest.mark.syarat("S-631")
def test_other_figures_under_the_same_signature_are_refused(paper: Paper) -> None:
    found = check_qr(paper.result.replace("1:239", "1:932"), paper.kit, paper.clock)
    assert found.code == 1
    assert "DITOLAK         : tanda tangan tidak cocok" in describe(found)


def test_a_village_the_kit_does_not_know_is_not_proven(paper: Paper) -> None:
    found = check_qr(paper.result.replace("3399012001", "3399012009"), paper.kit, paper.clock)
    assert (found.code, "tidak memuat sertifikat desa 3399012009" in found.sebab) == (3, True)


def test_a_certificate_out_of_its_time_is_said(paper: Paper) -> None:
    later = paper.later(3)
    found = check_qr(paper.result, paper.kit, later.clock)
    assert (found.code, "di luar masa berlaku" in found.sebab) == (1, True)


def test_a_rehearsal_is_called_one(paper: Paper) -> None:
    text = paper.result.replace("*F27001*", "*F27001*LATIHAN*")
    assert "LATIHAN" in describe(check_qr(text, None, paper.clock))


BAD = [
    "",
    "halo",
    "PU1*ABCDEFGHIJKLMNOP",
    "PR1*",
    "PD1*B*3399012001*2026*F27001*0*J65QB2HBFPJWS4IJ",
]


@pytest.mark.syarat("S-631")
@pytest.mark.parametrize("text", BAD)
def test_another_text_is_one_sentence_and_one_hint(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", "qr", text]) == 1
    told = capsys.readouterr()
    sentence, hint = told.err.splitlines()
    assert (told.out, sentence[-1], hint[-1]) == ("", ".", ".")


def test_a_text_cut_at_either_end_is_refused(paper: Paper) -> None:
    for text in (paper.result[:-1], paper.result[1:], paper.result + "A"):
        with pytest.raises(DocumentError):
            check_qr(text, paper.kit, paper.clock)


def test_a_line_end_after_the_text_does_no_harm(paper: Paper) -> None:
    assert check_qr(paper.result + "\r\n", paper.kit, paper.clock).asli


@SHARED
@given(st.text(max_size=400) | st.text(LETTERS, max_size=400).map("PR1*{}".format))
def test_any_text_is_read_or_refused_and_never_proven(paper: Paper, text: str) -> None:
    with suppress(DocumentError):
        assert check_qr(text, paper.kit, paper.clock).asli is not True


@SHARED
@given(data=st.data())
def test_one_changed_letter_never_proves_other_figures(paper: Paper, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(paper.result) - 1))
    letter = data.draw(st.sampled_from(LETTERS) | st.characters())
    text = paper.result[:place] + letter + paper.result[place + 1 :]
    try:
        found = check_qr(text, paper.kit, paper.clock)
    except DocumentError:
        return
    assert not found.asli or text == paper.result


@given(st.binary(max_size=70))
def test_base45_reads_back_what_it_wrote(content: bytes) -> None:
    assert from_base45(base45(content)) == content


@pytest.mark.parametrize("text", [":::", "A", "ab", "ÄÄ", "A::"])
def test_base45_refuses_what_nobody_wrote(text: str) -> None:
    with pytest.raises(ValueError, match="base45"):
        from_base45(text)


def test_json_says_the_same(paper: Paper, capsys: pytest.CaptureFixture[str]) -> None:
    assert print_check_qr(paper.result, paper.kit, paper.clock, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["asli"], told["angka"]["1"], told["jenis"]) == (True, 239, "hasil")


def test_figures_keep_their_order(paper: Paper) -> None:
    isi = parse_qr(paper.result)
    assert isinstance(isi, QrHasil)
    assert [name for name, _ in isi.angka][:5] == ["UNIT", "HITUNG", "DPT", "HADIR", "1"]


def test_a_kit_that_is_none_is_refused(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "kit.pilkades"
    path.write_bytes(b"PK")
    assert main(["periksa", "qr", paper.result, "--kit", str(path)]) == 1
