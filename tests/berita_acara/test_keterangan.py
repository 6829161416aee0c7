"""The words of the list, the checklist and the register."""

from pilkades_desk.berita_acara.daftar import (
    BarisDaftar,
    ButirLampiran,
    Cara,
    Kelengkapan,
    StatusLembar,
    Wajib,
)
from pilkades_desk.berita_acara.keterangan import (
    count_words,
    line_words,
    missing_count,
    missing_words,
)
from tests.berita_acara.documents import PEOPLE, make_dokumen

NAMES = {one.id: one for one in PEOPLE}


def line(cara: Cara, status: StatusLembar, **fields: object) -> BarisDaftar:
    wajib = Wajib(kode="F-27", nama="Penghitungan suara", cara=cara, unit=1)
    return BarisDaftar.model_validate({"wajib": wajib, "status": status, **fields})


def test_every_line_says_what_to_do_now() -> None:
    assert "angkanya final" in line_words(line(Cara.BEKU, StatusLembar.BELUM), NAMES)
    assert "Tetapkan DPS, kunci DPT" in line_words(line(Cara.DAFTAR, StatusLembar.BELUM), NAMES)
    ready = line(Cara.DAFTAR, StatusLembar.DIBUAT, keterangan="Siap dicetak.")
    assert line_words(ready, NAMES).startswith("Siap dicetak. Cetak di langkah")
    assert "Formulir kosong" in line_words(line(Cara.TANGAN, StatusLembar.TANGAN), NAMES)
    assert line_words(line(Cara.DAFTAR, StatusLembar.DICETAK), NAMES) == ""


def test_a_document_names_who_is_still_to_sign() -> None:
    open_ = line(Cara.BEKU, StatusLembar.DIBUAT, dokumen=make_dokumen(1, sudah=(1, 2)))
    assert "Belum menandatangani: Joko Uji (Anggota KPPS)." in line_words(open_, NAMES)
    whole = make_dokumen(1, sudah=(1, 2, 3))
    signed = line(Cara.BEKU, StatusLembar.DITANDATANGANI, dokumen=whole)
    assert "Semua penanda sudah." in line_words(signed, NAMES)
    certified = line(Cara.BEKU, StatusLembar.DIBUAT, dokumen=make_dokumen(1, penanda=()))
    assert "Catat tanda tangan basahnya" in line_words(certified, NAMES)


def test_withdrawn_documents_are_counted_apart() -> None:
    lines = [line(Cara.BEKU, status) for status in StatusLembar]
    assert count_words(lines) == "2 dari 5 dokumen sudah dicetak atau ditandatangani, 1 ditarik"
    assert count_words(lines[:1]) == "0 dari 1 dokumen sudah dicetak atau ditandatangani"


def test_the_checklist_counts_what_is_missing_and_says_of_whom() -> None:
    f27 = ButirLampiran(
        nama="F-27 BA hasil", kelengkapan=Kelengkapan.KURANG, ditanya=False,
        keterangan="belum: TPS 2",
    )  # fmt: skip
    assert missing_count([f27]) == "1 dari 1 lampiran belum ada. F-27 belum: TPS 2."
    assert missing_words([f27]) == "1 dari 1 lampiran belum ada. Belum: F-27 BA hasil."
    there = f27.model_copy(update={"kelengkapan": Kelengkapan.ADA})
    assert missing_count([there]).startswith("Semua lampiran ada.")
    assert missing_words([there]) == "0 dari 1 lampiran belum ada."
