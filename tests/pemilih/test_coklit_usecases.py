"""Coklit sheets on a real file: numbered for good, typed back once, all or nothing."""

from datetime import date
from pathlib import Path

import pytest

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.values import Peran
from pilkades_desk.pemilih import usecases
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.batch.usecases import withdraw_batch
from pilkades_desk.pemilih.cari.usecases import read_baris
from pilkades_desk.pemilih.coklit.usecases import (
    keep_typed,
    list_lembar,
    make_every_lembar,
    make_lembar,
    read_lembar,
    read_typed,
    save_coklit,
)
from pilkades_desk.pemilih.coklit.values import (
    HasilCoklit,
    HasilSimpan,
    IsianLembar,
    JawabanCoklit,
    Konsep,
    WargaBaru,
)
from pilkades_desk.pemilih.kini.usecases import check_kini
from pilkades_desk.pemilih.riwayat.usecases import read_history
from pilkades_desk.pemilih.ubah.usecases import correct
from pilkades_desk.pemilih.values import AlasanCoret, Isian, PemilihTersamar
from tests.app.test_rights_of_use_cases import as_role
from tests.pemilih.kpu_sheet import NIK, write_rows

RT1 = Cakupan(rw=1, rt=1)
FINE = JawabanCoklit(no=1, hasil=HasilCoklit.SESUAI)
CHANGED = JawabanCoklit(no=2, hasil=HasilCoklit.UBAH, ubah={Isian.RT: "4"}, bukti="KK")
STRUCK = JawabanCoklit(
    no=3, hasil=HasilCoklit.DICORET, alasan=AlasanCoret.MENINGGAL, bukti="akta 12/2026"
)
NEW = WargaBaru(
    isian={
        Isian.NIK: "3399015205900099", Isian.KK: "3399010101150099", Isian.NAMA: "WARGA BARU",
        Isian.TANGGAL_LAHIR: "12-05-1990", Isian.KELAMIN: "P", Isian.KAWIN: "S", Isian.RT: "1",
        Isian.RW: "1", Isian.TEMPAT_LAHIR: "CIKEMBAR", Isian.ALAMAT: "JL. MAWAR",
    },
    bukti="KTP-el",
)  # fmt: skip


@pytest.fixture
def filled(meja: Meja, tmp_path: Path) -> Meja:
    """A sheet of three people of RT 1; somebody lives in RT 2."""
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}, {}, {"RT": 2}))
    make_lembar(meja, RT1)
    return meja


def typed(*jawaban: JawabanCoklit, baru: tuple[WargaBaru, ...] = ()) -> IsianLembar:
    return IsianLembar(petugas="Yanto Uji", tanggal=date(2026, 12, 1), jawaban=jawaban, baru=baru)


def voter(meja: Meja, number: int) -> PemilihTersamar:
    return read_baris(meja, [number])[0].pemilih


@pytest.mark.syarat("S-252")
def test_a_printed_number_means_the_same_person_until_it_is_typed_back(filled: Meja) -> None:
    before = [(line.no, line.pemilih.id) for line in read_lembar(filled, 1)]
    correct(filled, 1, {Isian.RT: "2", Isian.NAMA: "ZULKIFLI"}, "pindah rumah")
    assert [(line.no, line.pemilih.id) for line in read_lembar(filled, 1)] == before
    assert before == [(1, 1), (2, 2), (3, 3)]
    [sheet] = list_lembar(filled)
    assert (sheet.cakupan, sheet.jumlah, sheet.disimpan) == (RT1, 3, 0)


@pytest.mark.syarat("S-252")
def test_every_rt_without_a_sheet_gets_one_in_one_act(filled: Meja, tmp_path: Path) -> None:
    third = {"NIK": NIK.format(9), "RT": 3}
    usecases.import_sheet(filled, write_rows(tmp_path / "b.xlsx", third))
    before = filled.head().seq
    made = make_every_lembar(filled)
    assert [(one.nomor, one.cakupan.rt, one.jumlah) for one in made] == [(2, 2, 1), (3, 3, 1)]
    assert filled.head().seq == before + 1
    with pytest.raises(StateError, match="Semua RT sudah punya lembar"):
        make_every_lembar(filled)


@pytest.mark.syarat("S-340")
def test_what_was_typed_stays_until_the_sheet_is_saved(filled: Meja) -> None:
    keep_typed(filled, 1, Konsep(jawaban=(FINE, STRUCK)))
    keep_typed(filled, 1, Konsep(jawaban=(CHANGED.model_copy(update={"no": 3}),), baru=(NEW,)))
    typed_so_far = read_typed(filled, 1)
    assert [(one.no, one.hasil) for one in typed_so_far.jawaban] == [
        (1, HasilCoklit.SESUAI), (3, HasilCoklit.UBAH),
    ]  # fmt: skip
    assert typed_so_far.baru == (NEW,)
    assert [(one.disimpan, one.diketik) for one in list_lembar(filled)] == [(0, 3)]
    assert voter(filled, 3).coret == "", "it counts when the sheet is saved"
    save_coklit(filled, 1, typed(*typed_so_far.jawaban, baru=typed_so_far.baru))
    assert read_typed(filled, 1) == Konsep()
    assert [(one.disimpan, one.diketik) for one in list_lembar(filled)] == [(2, 0)]
    keep_typed(filled, 1, Konsep(jawaban=(CHANGED,)))
    assert [one.no for one in read_typed(filled, 1).jawaban] == [2]


@pytest.mark.syarat("S-240", "S-340")
def test_a_role_that_types_no_sheets_sees_nothing_of_what_was_typed(filled: Meja) -> None:
    keep_typed(filled, 1, Konsep(baru=(NEW,)))
    assert read_typed(as_role(filled, Peran.PENGAMAT), 1) == Konsep()
    with pytest.raises(StateError, match="tidak ada"):
        keep_typed(filled, 9, Konsep(jawaban=(FINE,)))


def test_lines_are_shown_masked(filled: Meja) -> None:
    assert {line.pemilih.nik[6:] for line in read_lembar(filled, 1)} == {"*" * 10}


@pytest.mark.syarat("S-253")
def test_what_was_written_beside_the_lines_goes_through_the_same_acts(filled: Meja) -> None:
    hasil = save_coklit(filled, 1, typed(FINE, CHANGED, STRUCK, baru=(NEW,)))
    assert hasil == HasilSimpan(sesuai=1, diubah=1, dicoret=1, baru=1)
    assert (voter(filled, 2).rt, voter(filled, 3).coret, voter(filled, 5).nama) == (
        4, "meninggal", "WARGA BARU",
    )  # fmt: skip
    [*_, last] = read_history(filled, 2)
    assert (last.alasan, last.bukti, last.keterangan) == (
        "lembar coklit 1, Yanto Uji, 01-12-2026, no. 2", "KK", "coklit",
    )  # fmt: skip
    assert [line.hasil for line in read_lembar(filled, 1)] == [
        HasilCoklit.SESUAI, HasilCoklit.UBAH, HasilCoklit.DICORET,
    ]  # fmt: skip
    assert list_lembar(filled)[0].disimpan == 3
    assert check_kini(filled) == ()


@pytest.mark.syarat("S-253")
def test_e285_a_line_is_saved_once(filled: Meja) -> None:
    save_coklit(filled, 1, typed(FINE))
    with pytest.raises(StateError, match="E285: Nomor 1 sudah disimpan sebagai sesuai"):
        save_coklit(filled, 1, typed(FINE.model_copy(update={"hasil": HasilCoklit.SESUAI})))
    assert save_coklit(filled, 1, typed(CHANGED)).diubah == 1


@pytest.mark.syarat("S-253")
@pytest.mark.parametrize(
    ("last", "said"),
    [
        (CHANGED.model_copy(update={"ubah": {Isian.NIK: "33"}}), "Nomor 2: E201"),
        (CHANGED.model_copy(update={"ubah": {Isian.NIK: NIK.format(4)}}), "Nomor 2: E202"),
        (CHANGED.model_copy(update={"ubah": {Isian.RT: "1"}}), "Nomor 2: Tidak ada yang berubah"),
        (JawabanCoklit(no=9, hasil=HasilCoklit.SESUAI), "E284: Nomor 9"),
    ],
)
def test_one_bad_line_holds_up_the_sheet_and_is_named(
    filled: Meja, last: JawabanCoklit, said: str
) -> None:
    head = filled.head()
    with pytest.raises(StateError, match=said):
        save_coklit(filled, 1, typed(FINE, STRUCK, last, baru=(NEW,)))
    assert (filled.head(), voter(filled, 3).coret, list_lembar(filled)[0].disimpan) == (head, "", 0)


@pytest.mark.syarat("S-202", "S-253")
def test_somebody_new_is_judged_like_a_row(filled: Meja) -> None:
    twice = WargaBaru(isian=NEW.isian | {Isian.NIK: NIK.format(4)})
    with pytest.raises(StateError, match="E202: lembar coklit 1, baris 1: NIK ini sudah dipakai"):
        save_coklit(filled, 1, typed(FINE, baru=(twice,)))
    assert list_lembar(filled)[0].disimpan == 0


def test_the_same_new_person_twice_is_no_news(filled: Meja) -> None:
    save_coklit(filled, 1, typed(FINE, baru=(NEW,)))
    assert save_coklit(filled, 1, typed(CHANGED, baru=(NEW,))).baru == 1
    assert usecases.summarise(filled).jumlah == 5


def test_no_sheet_without_people_and_no_answer_without_a_sheet(filled: Meja) -> None:
    with pytest.raises(StateError, match="Tidak ada pemilih di daerah ini"):
        make_lembar(filled, Cakupan(rw=9))
    with pytest.raises(StateError, match="tidak ada"):
        read_lembar(filled, 7)


def test_who_left_the_list_is_no_longer_shown(filled: Meja) -> None:
    withdraw_batch(filled, 1, "salah berkas")
    assert read_lembar(filled, 1) == ()
