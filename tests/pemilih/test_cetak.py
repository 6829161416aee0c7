"""Step 2's documents, composed from a real file: before the DPS, after it, after the lock."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.kits.pdf.archive import attached_data
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.akun import log_in_again
from pilkades_desk.panitia.kalender.usecases import set_hari
from pilkades_desk.panitia.kalender.values import HariPanitia, JenisHari
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.orang import OrangBaru, add_orang
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import make_village_keys
from pilkades_desk.panitia.values import Peran, TujuanAkses
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.cetak import Dari, print_book, print_dokumen
from pilkades_desk.pemilih.coklit.usecases import make_lembar, read_lembar
from pilkades_desk.pemilih.content import DokumenPemilih as D
from pilkades_desk.pemilih.content import Tujuan
from pilkades_desk.pemilih.dpt.usecases import note_after_dpt
from pilkades_desk.pemilih.ubah.usecases import correct
from pilkades_desk.pemilih.values import AlasanCoret, Isian, Penyerahan
from tests.app.test_rights_of_use_cases import as_role
from tests.kits.pdf_pages import all_text, overflows, qr_texts
from tests.makers import OPERATOR_1, approve_both, make_meja, make_operators
from tests.pemilih.kpu_sheet import write_rows

KERJA, UMUM, BUKU = Tujuan.KERJA, Tujuan.UMUM, Tujuan.BUKU
KEPADA = Penyerahan(penerima="Panwas Kecamatan", tujuan=TujuanAkses.PENGAWASAN)
DIGITS = re.compile(r"\d{6}\*|\d{16}|33990")
BIRTH = re.compile(r"\d\d-\d\d-(19|200)\d")
FOOT = re.compile(r"Kode data [\d ]{29}|Profil .*? Halaman|\(SHA-256\): \w+")
"""Digits by chance."""
LISTS = (D.DPS, D.DPS_DUSUN, D.DPS_RT, D.TAMBAHAN, D.DPT)
DECISIONS = {D.KEPUTUSAN_DPS: D.DPS, D.KEPUTUSAN_TAMBAHAN: D.TAMBAHAN, D.KEPUTUSAN_DPT: D.DPT}
FIRST = tuple(
    {"RT": rt, "RW": 1 + rt // 3, "KELAMIN": "LP"[rt % 2], "ALAMAT": f"JL. MELATI {rt}"}
    for rt in (1, 1, 2, 3, 3, 3)
)


def make_lists(folder: Path) -> Meja:
    """Six voters, two people of the committee, nothing set."""
    meja = make_meja(folder)
    make_operators(meja)
    make_village_keys(meja)
    for nama, jabatan in (("Slamet Uji", "Ketua Panitia"), ("Wati Uji", "Sekretaris")):
        add_orang(meja, OrangBaru(nama=nama, jabatan=jabatan, sandi="awan putih senja"))
    usecases.import_sheet(meja, write_rows(folder / "a.xlsx", *FIRST))
    return meja


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    """A DPS of six, one of them struck off, two added, two sheets of coklit, the DPT locked."""
    folder = tmp_path_factory.mktemp("cetak")
    meja = make_lists(folder)
    usecases.set_dps(meja)
    late = ({"NAMA": "BARU SATU", "KELAMIN": "L"}, {"NAMA": "BARU DUA"})
    usecases.import_sheet(meja, write_rows(folder / "b.xlsx", *FIRST, *late))
    (struck,) = find_pemilih_ids(meja, Cari("SITI UJI A"))
    make_lembar(meja, Cakupan(rw=1, rt=1))
    make_lembar(meja, Cakupan(rw=2, rt=3))
    usecases.strike(meja, struck, AlasanCoret.MENINGGAL, "akta kematian 12")
    second = log_in_again(meja, OPERATOR_1.nama, OPERATOR_1.sandi)
    seal = usecases.dpt_preview(meja).segel
    usecases.lock_dpt(meja, approve_both(meja, second, Aksi.KUNCI_DPT, seal))
    yield meja
    meja.close()


@pytest.fixture
def early(tmp_path: Path) -> Iterator[Meja]:
    meja = make_lists(tmp_path)
    yield meja
    meja.close()


def newest(meja: Meja) -> dict[str, object]:
    with meja.read() as session:
        body: dict[str, object] = json.loads(list(audit_log.read_entries(session))[-1].body)
        return body


def said(drawn: Cetakan) -> str:
    return " ".join(all_text(drawn.pdf).split())


def totals(text: str) -> list[str]:
    """The figures of `… terdiri atas` a decision, or of `Jumlah pemilih …` a list."""
    decided = re.search(r"terdiri atas (\d+) .*? dan (\d+) .*? seluruhnya (\d+) ", text)
    listed = re.search(
        r"Jumlah pemilih.*?: laki-laki (\d+) .*? perempuan (\d+) .*?nya (\d+) ", text
    )
    found = decided or listed
    assert found
    return [*found.groups()]


@pytest.mark.syarat("S-290")
@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision_has_the_totals_of_its_list(meja: Meja, decision: D) -> None:
    (decided,) = print_dokumen(meja, decision, UMUM)
    (listed,) = print_dokumen(meja, DECISIONS[decision], KERJA)
    assert totals(said(decided)) == totals(said(listed))
    assert overflows(decided.pdf) == []
    assert "Slamet Uji" in said(decided)
    assert "Tahun 2027" in said(decided)


def test_a_decision_is_dated_when_the_list_was_set(meja: Meja) -> None:
    dpt = usecases.read_dpt(meja)
    (decided,) = print_dokumen(meja, D.KEPUTUSAN_DPT, UMUM)
    assert "1 Desember 2026" in said(decided)
    assert decided.identitas.sumber == (dpt.segel,)
    assert "tidak diubah; pemilih yang meninggal dunia diberi catatan" in said(decided)


@pytest.mark.syarat("S-213", "S-291")
@pytest.mark.parametrize("dokumen", LISTS)
def test_a_public_list_holds_no_digit_of_a_nik_and_no_birth_date(meja: Meja, dokumen: D) -> None:
    for drawn in print_dokumen(meja, dokumen, UMUM):
        data = attached_data(drawn.pdf).decode()
        people = json.loads(data)["baris"]
        assert people
        for text in (FOOT.sub("", said(drawn)), json.dumps(people)):
            assert DIGITS.findall(text) == []
            assert BIRTH.findall(text) == []


@pytest.mark.syarat("S-213", "S-242", "S-291")
@pytest.mark.parametrize("dokumen", [*LISTS, D.COKLIT])
def test_only_the_book_holds_whole_numbers_and_says_who_gets_it(meja: Meja, dokumen: D) -> None:
    people = (*pribadi.read_dps_pemilih(meja), *pribadi.read_dpt_pemilih(meja))
    nik = {line.nik for line in people}
    inside = "".join(said(one) for one in print_dokumen(meja, dokumen, KERJA))
    assert not any(one in inside for one in nik)
    assert "339901**********" in inside
    book = print_book(meja, KEPADA, dokumen=dokumen)
    entry = newest(meja)
    assert (entry["aksi"], entry["penerima"]) == ("ekspor-data", "Panwas Kecamatan")
    text = "".join(map(said, book))
    assert any(one in text for one in nik)
    assert all("Diserahkan kepada Panwas Kecamatan." in said(one) for one in book)
    assert [overflows(one.pdf) for one in book] == [[]] * len(book)


@pytest.mark.syarat("S-291")
def test_the_dps_is_one_list_or_one_a_hamlet_or_one_an_rt(meja: Meja) -> None:
    names = {
        dokumen: [one.nama_berkas for one in print_dokumen(meja, dokumen, KERJA)]
        for dokumen in (D.DPS, D.DPS_DUSUN, D.DPS_RT)
    }
    assert names[D.DPS] == ["F-02-kerja.pdf"]
    assert names[D.DPS_DUSUN] == ["F-02-kerja-001.pdf"]
    assert names[D.DPS_RT] == [f"F-02-kerja-00{number}.pdf" for number in (1, 2, 3)]
    entry = newest(meja)
    assert (entry["objek"], entry["jumlah"], entry["lembar"]) == ("cetak/F02", 6, 3)


def test_who_was_struck_after_the_dps_still_stands_in_it(meja: Meja) -> None:
    (drawn,) = print_dokumen(meja, D.DPS, KERJA)
    assert "SITI UJI A" in said(drawn)
    (dpt,) = print_dokumen(meja, D.DPT, KERJA)
    assert "SITI UJI A" not in said(dpt)


@pytest.mark.syarat("S-291")
def test_the_dps_stays_as_it_was_set_whatever_was_corrected_since(early: Meja) -> None:
    dps = usecases.set_dps(early)
    before = pribadi.read_dps_pemilih(early)
    correct(early, 1, {Isian.NAMA: "NAMA BARU", Isian.KELAMIN: "L"}, "sesuai KTP-el")
    usecases.strike(early, 2, AlasanCoret.PINDAH, "surat pindah 4")
    assert pribadi.read_dps_pemilih(early) == before
    (decided,) = print_dokumen(early, D.KEPUTUSAN_DPS, UMUM)
    assert totals(said(decided)) == [str(dps.jumlah_l), str(dps.jumlah_p), str(dps.jumlah)]


def test_whoever_was_added_comes_with_the_sheet_they_came_from(meja: Meja) -> None:
    (drawn,) = print_dokumen(meja, D.TAMBAHAN, KERJA)
    rows = json.loads(attached_data(drawn.pdf))["baris"]
    assert [row[-1] for row in rows] == ["b.xlsx, Sheet1, baris 8", "b.xlsx, Sheet1, baris 9"]
    (public,) = print_dokumen(meja, D.TAMBAHAN, UMUM)
    assert "b.xlsx" not in said(public)


@pytest.mark.syarat("S-252", "S-293")
def test_a_printed_sheet_has_the_numbers_it_is_typed_back_by(meja: Meja) -> None:
    sheets = print_dokumen(meja, D.COKLIT, KERJA)
    assert [one.judul for one in sheets] == [
        "R-06 Lembar 1: RW 001, RT 001", "R-06 Lembar 2: RW 002, RT 003",
    ]  # fmt: skip
    for number, one in enumerate(sheets, 1):
        rows = json.loads(attached_data(one.pdf))["baris"]
        kept = [(line.no, line.pemilih.id, line.pemilih.nama) for line in read_lembar(meja, number)]
        assert [(row[0], row[1], row[4]) for row in rows] == kept
        assert qr_texts(one.pdf, 0)[0].split("*")[4:6] == [f"R06{number:03d}", "1"]
    (alone,) = print_dokumen(meja, D.COKLIT, KERJA, dari=Dari(lembar=2))
    assert alone.judul == sheets[1].judul


@pytest.mark.syarat("S-252")
def test_a_sheet_printed_again_bears_the_same_numbers_whatever_happened_since(early: Meja) -> None:
    make_lembar(early, Cakupan(rw=1, rt=1))
    (first,) = print_dokumen(early, D.COKLIT, KERJA)
    correct(early, 1, {Isian.NAMA: "ZZ PALING AKHIR", Isian.RT: "9"}, "pindah rumah")
    usecases.strike(early, 2, AlasanCoret.PINDAH, "surat pindah 4")
    (again,) = print_dokumen(early, D.COKLIT, KERJA)
    rows = [
        [row[:2] for row in json.loads(attached_data(one.pdf))["baris"]] for one in (first, again)
    ]
    assert rows[0] == rows[1] == [[1, 1], [2, 2]]
    assert "ZZ PALING AKHIR" in said(again)


@pytest.mark.syarat("S-292")
@pytest.mark.parametrize("dokumen", [D.UMUM_DPS, D.UMUM_TAMBAHAN, D.UMUM_DPT])
def test_a_notice_says_from_when_to_when_and_how_that_was_counted(meja: Meja, dokumen: D) -> None:
    (drawn,) = print_dokumen(meja, dokumen, UMUM)
    text = said(drawn)
    assert "Selasa, 1 Desember 2026" in text
    assert "Kamis, 3 Desember 2026" in text
    counted = "Sabtu, Minggu, dan hari libur tidak dihitung."
    assert f"3 hari kerja, hari pertama ikut dihitung; {counted}" in text
    assert overflows(drawn.pdf) == []


@pytest.mark.syarat("S-161", "S-292")
def test_a_notice_is_up_a_day_longer_over_the_committees_own_day_off(meja: Meja) -> None:
    off = HariPanitia(tanggal=date(2026, 12, 2), jenis=JenisHari.LIBUR, alasan="Hari jadi desa")
    set_hari(meja, off)
    (drawn,) = print_dokumen(meja, D.UMUM_DPS, UMUM)
    set_hari(meja, off.model_copy(update={"jenis": JenisHari.DICABUT}))
    assert "Jumat, 4 Desember 2026" in said(drawn)


@pytest.mark.syarat("S-295")
def test_notes_after_the_lock_are_bound_to_the_dpt_and_signed_by_two(meja: Meja) -> None:
    refused(lambda: print_dokumen(meja, D.CATATAN, KERJA), "Belum ada catatan setelah DPT")
    line = pribadi.read_dpt_pemilih(meja)[1]
    note_after_dpt(meja, line.id, "meninggal dunia", "akta 12", date(2027, 1, 9))
    places = {line.id: "TPS 3"}.__getitem__
    (drawn,) = print_dokumen(meja, D.CATATAN, KERJA, dari=Dari(tps_of=places))
    assert drawn.identitas.sumber == (usecases.read_dpt(meja).segel,)
    assert overflows(drawn.pdf) == []
    text = said(drawn)
    written = f"1 2 {line.nama} 339901********** TPS 3 meninggal dunia akta 12 9 Januari 2027"
    assert f"{written} Sutrisno Uji" in text
    assert "Slamet Uji" in text
    assert "Wati Uji" in text


@pytest.mark.syarat("S-272", "S-295")
@pytest.mark.parametrize("untuk", Tujuan)
def test_a_note_stands_among_the_remarks_of_every_list(meja: Meja, untuk: Tujuan) -> None:
    line = pribadi.read_dpt_pemilih(meja)[3]
    note_after_dpt(meja, line.id, "meninggal dunia", "akta 77", date(2027, 1, 9))
    book = untuk is BUKU
    (drawn,) = print_book(meja, KEPADA) if book else print_dokumen(meja, D.DPT, untuk)
    (remark,) = {row[-1] for row in json.loads(attached_data(drawn.pdf))["baris"] if row[1] == 4}
    assert remark.startswith("meninggal dunia")
    assert ("akta 77" in remark) == (untuk is not UMUM)
    assert "meninggal dunia" in said(drawn)


def refused(act: Callable[[], object], words: str) -> None:
    with pytest.raises(StateError, match=words):
        act()


def test_what_is_not_there_yet_is_told(early: Meja) -> None:
    head = early.head()
    refused(lambda: print_dokumen(early, D.KEPUTUSAN_DPS, UMUM), "DPS belum ditetapkan")
    refused(lambda: print_dokumen(early, D.KEPUTUSAN_DPT, UMUM), "DPT belum dikunci")
    refused(lambda: print_dokumen(early, D.COKLIT, UMUM), "tidak dibuat untuk itu")
    refused(lambda: print_dokumen(early, D.COKLIT, BUKU), "belum disebut untuk siapa")
    assert early.head() == head
    usecases.set_dps(early)
    refused(lambda: print_dokumen(early, D.TAMBAHAN, KERJA), "Belum ada pemilih tambahan")


def test_no_sheet_is_printed_before_its_lines_are_numbered(early: Meja) -> None:
    refused(lambda: print_dokumen(early, D.COKLIT, KERJA), "Belum ada lembar coklit")
    make_lembar(early, Cakupan(rw=1, rt=1))
    refused(lambda: print_dokumen(early, D.COKLIT, KERJA, dari=Dari(lembar=2)), "Belum ada lembar")


@pytest.mark.syarat("S-240")
def test_who_may_not_see_whole_numbers_gets_no_list(meja: Meja) -> None:
    watcher = as_role(meja, Peran.PENGAMAT)
    for read in (pribadi.read_dps_pemilih, pribadi.read_tambahan):
        with pytest.raises(RightsError):
            read(watcher)
    with pytest.raises(RightsError):
        pribadi.read_coklit_lines(watcher, 1)
