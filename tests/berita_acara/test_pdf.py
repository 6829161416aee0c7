import hashlib
import os
import subprocess
import sys
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades_desk.berita_acara.certificate import certificate_of
from pilkades_desk.berita_acara.content import Isi
from pilkades_desk.berita_acara.pdf.dispatch import draw
from pilkades_desk.berita_acara.result_qr import result_fields, result_text
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.pdf.archive import attached_data
from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.panitia.naskah.data_code import kanonik, kode_data, page_qr
from pilkades_desk.panitia.naskah.values import Penandatangan, Saksi
from tests.berita_acara.contents import (
    SIGNATURE,
    all_contents,
    f07,
    f27,
    f27_with_difference,
    f28,
    f29,
    f29_with_tie,
    f33,
    kpps,
    naskah,
    votes,
)
from tests.kits.pdf_pages import all_text, fonts_not_embedded, overflows, qr_texts
from tests.naskah.names import NAMES

EVERYTHING = (*all_contents("A4"), *all_contents("F4"))
each = pytest.mark.parametrize("isi", EVERYTHING, ids=lambda isi: f"{isi.kode}-{isi.kertas}")
SHEETS = st.sampled_from(["A4", "F4"])
DIGESTS = """
import hashlib
from tests.berita_acara.contents import SIGNATURE, all_contents
from pilkades_desk.berita_acara.pdf.dispatch import draw
for isi in all_contents():
    signature = None if isi.kode == "F-07" else SIGNATURE
    print(hashlib.sha256(draw(isi, signature)).hexdigest())
"""


@lru_cache(maxsize=20)
def signed(isi: Isi) -> bytes:
    return draw(isi, None if isi.kode == "F-07" else SIGNATURE)


@pytest.mark.syarat("S-611")
def test_another_process_with_another_hash_seed_draws_the_same_bytes() -> None:
    here = [hashlib.sha256(signed(isi)).hexdigest() for isi in all_contents()]
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    there = subprocess.run(
        [sys.executable, "-c", DIGESTS], env=environment, capture_output=True, text=True, check=True
    )
    assert there.stdout.split() == here


@pytest.mark.syarat("S-610")
@each
def test_every_page_names_form_profile_code_copy_and_number(isi: Isi) -> None:
    pdf = signed(isi)
    total = page_count(pdf)
    for index in range(total):
        text = " ".join(page_text(pdf, index).split())
        for part in (isi.kode, "tegal-2027 9f2c41ab", kode_data(isi), isi.salinan):
            assert part in text
        assert f"Halaman {index + 1} dari {total}" in text


@each
def test_page_and_result_qr_are_read_at_150_dpi(isi: Isi) -> None:
    pdf = signed(isi)
    head, tail = page_qr(isi)
    for index in range(page_count(pdf)):
        expected = {f"{head}*{index + 1}*{tail}"}
        if index == 0 and isi.kode != "F-07":
            expected.add(result_text(result_fields(isi), SIGNATURE))
        assert set(qr_texts(pdf, index)) == expected


@each
def test_no_text_runs_over_a_line_or_off_the_paper(isi: Isi) -> None:
    pdf = signed(isi)
    assert overflows(pdf) == []
    assert fonts_not_embedded(pdf) == set()


@pytest.mark.syarat("S-611")
@each
def test_the_content_is_inside_the_pdf(isi: Isi) -> None:
    assert attached_data(signed(isi)) == kanonik(isi)


@pytest.mark.syarat("S-601")
def test_the_dpt_minutes_show_how_the_dpt_came_about() -> None:
    text = all_text(draw(f07(), None))
    for part in ("3.720 = 3.741 − 39 + 18", "meninggal dunia", "1.821", "1.899"):
        assert part in text


@pytest.mark.syarat("S-602")
def test_minutes_show_all_sections_and_figures_in_words() -> None:
    text = all_text(draw(f27(), SIGNATURE))
    for part in ("A. Identitas", "B. Data", "C. Surat", "D. Per", "E. Uji", "F. Keb", "G. Tan"):
        assert part in text
    for part in ("H. Salinan", "enam ratus enam puluh enam", "✔ cocok", "NIHIL", "entri ganda"):
        assert part in text
    assert "SELISIH" not in text


@pytest.mark.syarat("S-607")
def test_an_explained_difference_shows_its_box_and_a_cross() -> None:
    text = all_text(draw(f27_with_difference(), SIGNATURE))
    for part in ("SELISIH YANG DIJELASKAN", "dibawa pulang", "✘ selisih", "F-30 nomor: 1, 2"):
        assert part in text


@pytest.mark.syarat("S-607")
def test_a_difference_of_the_village_names_its_unit() -> None:
    (one,) = f27_with_difference().selisih
    of_unit = one.model_copy(update={"unit": "TPS 4"})
    assert "E501 TPS 4" in all_text(draw(f29(selisih=(of_unit,)), SIGNATURE))


@pytest.mark.parametrize("outside", [True, False])
def test_the_sum_of_voters_names_only_the_rows_that_are_printed(outside: bool) -> None:
    isi = f27()
    row = isi.pemilih.b3 if outside else None
    text = all_text(draw(f27(pemilih=isi.pemilih.model_copy(update={"b4": row})), SIGNATURE))
    assert ("(B2 + B3 + B4)" in text, "(B2 + B3)" in text) == (outside, not outside)


@pytest.mark.syarat("S-604")
def test_every_page_of_the_recap_adds_up_its_own_rows() -> None:
    isi = f29(units=40)
    pdf = draw(isi, SIGNATURE)
    texts = [page_text(pdf, page) for page in range(page_count(pdf))]
    closed = [text for text in texts if "Jumlah halaman ini" in text]
    assert len(closed) == 3
    for text in closed:
        shown = [row for row in isi.unit if f" {row.nama} 500 " in text]
        sums = (sum(row.dpt.jumlah for row in shown), sum(row.hadir.laki for row in shown))
        dpt, hadir = map(angka, sums)
        line = text[text.index("Jumlah halaman ini") :].split()
        assert (line[5], line[6]) == (dpt, hadir)
    assert "Jumlah halaman ini" not in all_text(draw(f29(units=3), SIGNATURE))


@pytest.mark.syarat("S-475")
def test_the_ketua_signs_the_decision_and_everybody_its_minutes() -> None:
    pdf = draw(f33(), SIGNATURE)
    *decision, minutes = (page_text(pdf, page) for page in range(page_count(pdf)))
    assert "BERITA ACARA PENETAPAN" in minutes
    for office in ("Calon terpilih", "Sekretaris", "Ketua Panitia"):
        assert office in minutes
    assert "Wulan Sekarsari" in minutes
    assert "Drs. Suparman Hadi" in "".join(decision)
    assert "Wulan Sekarsari" not in "".join(decision)


@pytest.mark.syarat("S-608")
def test_a_refusing_witness_is_named_with_the_reason() -> None:
    assert "☑ minta hitung ulang" in all_text(draw(f27(), None))


def test_a_negative_difference_is_written_as_such() -> None:
    ballots = f27().surat_suara.model_copy(update={"c5": -2})
    text = all_text(draw(f27(surat_suara=ballots), None))
    assert "−2 kurang dua" in text


@pytest.mark.syarat("S-609")
def test_an_empty_number_prints_dots_and_a_typed_one_itself() -> None:
    assert "Nomor: ......" in all_text(draw(f33(), None))
    assert "Nomor: 141/07/PPKD/2027" in all_text(draw(f33(nomor="141/07/PPKD/2027"), None))


@pytest.mark.parametrize("kertas", ["A4", "F4"])
def test_the_certificate_takes_one_page_with_five_candidates(kertas: str) -> None:
    names = ("Siti", "Bambang", "Kusumaningtyas", "Slamet", "Wulandari")
    saksi = tuple(Saksi(nomor_calon=n, nama=f"Saksi {n}", hadir=True) for n in range(1, 6))
    suara = votes(101, 92, 83, 74, 65, names=names)
    assert page_count(draw(f28(kertas=kertas, suara=suara, saksi=saksi), SIGNATURE)) == 1


@pytest.mark.syarat("S-604")
def test_a_recap_shows_participation_shares_and_tie_steps() -> None:
    text = all_text(draw(f29_with_tie(), SIGNATURE))
    for part in ("34,46% (hadir dibagi DPT)", "33,43%", "TB1: perolehan", "operator2"):
        assert part in text


@pytest.mark.syarat("S-013")
def test_a_rehearsal_is_marked_on_every_page() -> None:
    pdf = draw(f27(gladi=True), SIGNATURE)
    assert all("LATIHAN" in page_text(pdf, index) for index in range(page_count(pdf)))


def test_a_signature_for_the_dpt_minutes_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no result QR"):
        draw(f07(), SIGNATURE)


@settings(max_examples=15)
@given(st.lists(NAMES, min_size=1, max_size=5), st.integers(0, 7), SHEETS)
def test_any_minutes_render_without_overflow(names: list[str], signers: int, kertas: str) -> None:
    figures = tuple(range(100, 100 + len(names)))
    people = tuple(Penandatangan(nama=names[0], jabatan="Anggota KPPS") for _ in range(signers))
    saksi = tuple(
        Saksi(nomor_calon=number, nama=name, hadir=True, menolak=name)
        for number, name in enumerate(names, 1)
    )
    isi = f27(
        suara=votes(*figures, names=tuple(names)),
        penandatangan=kpps(1) + people,
        saksi=saksi,
        nama_unit=names[-1],
        kertas=kertas,
    )
    assert overflows(draw(isi, SIGNATURE)) == []
    assert overflows(draw(certificate_of(isi, naskah("F-28")), None)) == []


@settings(max_examples=12)
@given(st.lists(NAMES, min_size=1, max_size=5), st.integers(1, 40), SHEETS)
def test_any_recap_renders_without_overflow(names: list[str], units: int, kertas: str) -> None:
    pdf = draw(f29(units, tuple(names), kertas=kertas), SIGNATURE)
    assert overflows(pdf) == []
    assert "Rekapitulasi hasil per TPS" in all_text(pdf)


@settings(max_examples=8)
@given(st.lists(NAMES, min_size=1, max_size=5), SHEETS)
def test_any_decision_renders_without_overflow(names: list[str], kertas: str) -> None:
    suara = votes(*range(100, 100 + len(names)), names=tuple(names))
    change = {"nomor": 1, "nama": names[0], "alamat": names[-1], "suara": 100}
    terpilih = f33().terpilih.model_copy(update=change)
    isi = f33(suara=suara, terpilih=terpilih, memperhatikan=(names[-1],), kertas=kertas)
    assert overflows(draw(isi, SIGNATURE)) == []


@settings(max_examples=8)
@given(NAMES, SHEETS)
def test_any_objections_render_without_overflow(name: str, kertas: str) -> None:
    isi = f07(kertas=kertas, keberatan=(name,) * 3)
    assert overflows(draw(isi)) == []


def test_the_empty_column_has_its_own_line_and_witness() -> None:
    suara = votes(239, names=("Siti",)).model_copy(update={"kolom_kosong": 12})
    saksi = (Saksi(nomor_calon=None, nama="Pemantau", hadir=True),)
    text = all_text(draw(f27(suara=suara, saksi=saksi)))
    assert "– Kolom kosong 12 dua belas" in text
    assert "kosong Pemantau ya" in text


def test_a_certificate_of_minutes_with_a_difference_says_so() -> None:
    isi = certificate_of(f27_with_difference(), naskah("F-28"))
    assert "Ada selisih yang dijelaskan" in all_text(draw(isi))


def test_a_recap_without_later_accounts_says_nihil() -> None:
    assert "setelah DPT dikunci NIHIL." in all_text(draw(f29()))


def test_a_recap_with_an_empty_column_shows_it_per_unit() -> None:
    isi = f29(2, ("Siti",))
    unit = tuple(row.model_copy(update={"kolom_kosong": 7}) for row in isi.unit)
    total = isi.total.model_copy(update={"kolom_kosong": 14})
    text = all_text(draw(isi.model_copy(update={"unit": unit, "total": total})))
    assert "Kolom kosong 14" in text
    assert " 77 7 77 4 81 " in text


def test_a_decision_lists_what_it_heeds_and_may_go_to_nobody() -> None:
    isi = f33(memperhatikan=("Berita acara rekapitulasi;",), salinan_untuk=())
    text = all_text(draw(isi))
    assert "Memperhatikan : 1. Berita acara rekapitulasi;" in text
    assert "Salinan keputusan" not in text


def test_the_drawing_libraries_are_loaded_only_to_draw() -> None:
    check = (
        "import sys, pilkades_desk.berita_acara.pdf.dispatch, pilkades_desk.kits.pdf.render; "
        "print({'reportlab', 'pikepdf', 'pypdfium2', 'zxingcpp'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_saksi_nobody_noted_may_circle_yes_or_no() -> None:
    saksi = (Saksi(nomor_calon=1, nama=""),)
    assert "ya / tidak" in all_text(draw(f27(saksi=saksi)))
