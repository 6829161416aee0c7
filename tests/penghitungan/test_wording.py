from pilkades_desk.penghitungan.lembar import RekapDesa
from pilkades_desk.penghitungan.outcome import decide
from pilkades_desk.penghitungan.rules import add_up
from pilkades_desk.penghitungan.values import BarisRekap, FormSiap, Penjelasan, Tahap
from pilkades_desk.penghitungan.wording import KATA, hasil_text, sesudah_text, siap_text
from tests.penghitungan.makers import make_form, make_row, make_status


def desa(*rows: BarisRekap, calon: int = 2, rantai: tuple[str, ...] = ()) -> RekapDesa:
    nama = ("Siti", "Budi") if calon > 1 else ("Siti", "Kolom kosong")
    return RekapDesa(rekap=add_up(rows, 2), nama=nama, hasil=decide(rows, calon, rantai))


def test_every_stage_has_words() -> None:
    assert set(KATA) == set(Tahap)
    assert all(
        kata.kalimat and kata.nada in {"ok", "warn", "bad", "info"} for kata in KATA.values()
    )


def test_before_every_unit_is_final_nobody_is_named() -> None:
    rekap = add_up([make_row("TPS 1", 746, 239, 421)], 2, [2, 3])
    words = hasil_text(RekapDesa(rekap=rekap, nama=("Siti", "Budi"), hasil=None))
    assert words == "1 dari 3 TPS final. Angka ini sementara dan belum lengkap."


def test_most_votes_are_said_with_name_and_share_and_no_winner_is_declared() -> None:
    words = hasil_text(desa(make_row("TPS 1", 746, 239, 421)))
    assert words == "Suara terbanyak: nomor 2 Budi, 421 suara (63,8%)."


def test_a_settled_tie_says_so() -> None:
    rows = make_row("TPS 1", 700, 300, 200), make_row("TPS 2", 600, 100, 200)
    words = hasil_text(desa(*rows, rantai=("TB1",)))
    assert words.startswith("Suara terbanyak sama; menurut aturan seri unggul nomor 1 Siti, 400")


def test_an_unsettled_tie_asks_for_a_written_decision() -> None:
    words = hasil_text(desa(make_row("TPS 1", 700, 200, 200)))
    assert words == (
        "Suara terbanyak sama: nomor 1 dan nomor 2. Buat keputusan tertulis menurut peraturan."
    )


def test_a_single_candidate_is_left_to_people() -> None:
    assert hasil_text(desa(make_row("TPS 1", 700, 300, 100), calon=1)).startswith("Calon tunggal")


def test_differing_boxes_are_counted_and_not_shown() -> None:
    words = sesudah_text(make_status(3, Tahap.PEMBETULAN, beda=("sisa", "sah")))
    assert words.startswith("TPS 3: Dua entri berbeda (2 isian). Kedua pengetik")


def test_what_is_approved_is_said_with_its_explanations() -> None:
    why = Penjelasan(kunci="k", kode="E506", teks="t", alasan="terbawa pulang", akun=1)
    siap = FormSiap(unit=3, versi=1, form=make_form(), penjelasan=(why,))
    assert siap_text(siap, "TPS 3") == (
        "TPS 3: DPT 746, hadir 666, suara sah 660, tidak sah 6. "
        "Suara nomor 1: 239, nomor 2: 421. Dijelaskan: E506 terbawa pulang."
    )
