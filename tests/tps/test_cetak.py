"""Printing the lists of the units, on a real file with a locked plan."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError  # noqa: TID251 -- what a trigger says

from pilkades_desk.core.errors import Cancelled, StateError
from pilkades_desk.kits.pdf.archive import attached_data
from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import OrangBaru, add_orang
from pilkades_desk.panitia.usecases import make_village_keys
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih.cetak import print_book, print_dokumen
from pilkades_desk.pemilih.content import DokumenPemilih, Tujuan
from pilkades_desk.pemilih.pribadi import read_dpt_pemilih
from pilkades_desk.pemilih.values import Penyerahan
from pilkades_desk.tps.cetak import find_invited, print_lists
from pilkades_desk.tps.usecases import lock_units, plan_units, read_unit_dpt
from pilkades_desk.tps.values import Daftar
from tests.kits.pdf_pages import all_text, overflows, qr_texts
from tests.tps.test_usecases import open_desks

KEPADA = Penyerahan(penerima="Panwas Kecamatan", tujuan=TujuanAkses.PENGAWASAN)
NIK = re.compile(r"[0-9]{16}")
PEOPLE = (("Slamet Uji", "Ketua Panitia", None), ("Wati Uji", "Sekretaris", None))


def add_people(meja: Meja, *people: tuple[str, str, int | None]) -> None:
    for nama, jabatan, unit in people:
        add_orang(meja, OrangBaru(nama=nama, jabatan=jabatan, unit=unit, sandi="awan putih senja"))


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    """A desk with two locked units of sixty voters and two people of the committee."""
    meja, _ = open_desks(tmp_path_factory.mktemp("cetak"))
    make_village_keys(meja)
    add_people(meja, *PEOPLE)
    plan_units(meja, 2, ["Balai Desa", "SD 1"])
    lock_units(meja)
    yield meja
    meja.close()


def newest(meja: Meja) -> str:
    with meja.read() as session:
        return list(audit_log.read_entries(session))[-1].body


@pytest.mark.syarat("S-406")
def test_nothing_is_printed_of_a_plan_that_can_still_change(tmp_path: Path) -> None:
    meja, _ = open_desks(tmp_path)
    plan_units(meja, 2)
    before = meja.head()
    with pytest.raises(StateError, match="belum dikunci"):
        print_lists(meja, Daftar.UNDANGAN, ())
    assert meja.head() == before
    meja.close()


@pytest.mark.syarat("S-407")
def test_the_attendance_list_of_a_unit_names_its_voters_and_no_whole_nik(meja: Meja) -> None:
    (one,) = print_lists(meja, Daftar.HADIR, (2,))
    text = all_text(one.pdf)
    assert one.nama_berkas == "F-10-TPS-2.pdf"
    for line in read_unit_dpt(meja, 2):
        assert f"{line.nama} {line.nik[:6]}**********" in text
    assert NIK.findall(text) == []
    assert "Ketua KPPS" in text


def test_a_list_printed_in_the_year_before_names_the_year_of_the_election(meja: Meja) -> None:
    (one,) = print_lists(meja, Daftar.UNDANGAN, (1,))
    assert meja.clock.now().year == 2026
    assert "Tahun 2027" in all_text(one.pdf)
    assert "Tahun 2026" not in all_text(one.pdf)


def test_an_attendance_list_names_the_kpps_that_is_there(meja: Meja) -> None:
    add_people(meja, ("Agus Ketua", "Ketua KPPS", 1), ("Mia Anggota", "Anggota KPPS", 1))
    (one,) = print_lists(meja, Daftar.HADIR, (1,))
    assert "Agus Ketua" in all_text(one.pdf)
    assert "Mia Anggota" in all_text(one.pdf)


def test_without_a_choice_every_unit_gets_its_list(meja: Meja) -> None:
    names = [one.nama_berkas for one in print_lists(meja, Daftar.DPT, ())]
    assert names == ["F-06-TPS-1.pdf", "F-06-TPS-2.pdf"]


def test_an_unknown_unit_is_told(meja: Meja) -> None:
    with pytest.raises(StateError, match="TPS 3 tidak ada"):
        print_lists(meja, Daftar.HADIR, (1, 3))


@pytest.mark.syarat("S-408")
def test_invitations_printed_again_are_the_same_to_the_byte(meja: Meja) -> None:
    (first,) = print_lists(meja, Daftar.UNDANGAN, (1,))
    (second,) = print_lists(meja, Daftar.UNDANGAN, (1,))
    assert first.pdf == second.pdf


@pytest.mark.syarat("S-408")
def test_the_code_of_an_invitation_finds_its_voter_and_is_stored_as_a_hash(meja: Meja) -> None:
    (one,) = print_lists(meja, Daftar.UNDANGAN, (2,))
    found = []
    for page in range(page_count(one.pdf)):
        codes = [text[4:] for text in qr_texts(one.pdf, page) if text.startswith("PU1*")]
        found += [find_invited(meja, code) for code in codes]
        assert not any(code in all_text(one.pdf) for code in codes)
    assert sorted(filter(None, found)) == [line.no_urut for line in read_unit_dpt(meja, 2)]
    assert find_invited(meja, "A" * 16) is None


@pytest.mark.syarat("S-408")
def test_every_code_is_another(meja: Meja) -> None:
    print_lists(meja, Daftar.UNDANGAN, ())
    with meja.read() as session:
        rows = session.connection().exec_driver_sql("SELECT sidik_kode FROM undangan").all()
    assert len(set(rows)) == 120


@pytest.mark.syarat("S-004")
def test_the_tables_of_invitations_take_no_change(meja: Meja) -> None:
    print_lists(meja, Daftar.UNDANGAN, ())
    for table in ("lembar_undangan", "undangan"):
        with meja.file.work() as session, pytest.raises(IntegrityError, match="append-only"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 -- named above


@pytest.mark.syarat("S-003")
@pytest.mark.parametrize("daftar", Daftar)
def test_each_list_is_logged_by_form_count_and_digest_and_no_name(
    meja: Meja, daftar: Daftar
) -> None:
    before = meja.head().seq
    count = len(print_lists(meja, daftar, ()))
    assert meja.head().seq == before + count
    body = newest(meja)
    assert '"aksi":"cetak-daftar"' in body
    assert '"sidik":"' in body
    assert "Rekaan" not in body


def test_stopped_work_logs_nothing_and_gives_no_code(tmp_path: Path) -> None:
    meja, _ = open_desks(tmp_path)
    make_village_keys(meja)
    add_people(meja, *PEOPLE)
    plan_units(meja, 1)
    lock_units(meja)
    before = meja.head()

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_lists(meja, Daftar.UNDANGAN, (), stop)
    assert meja.head() == before
    with meja.read() as session:
        assert session.connection().exec_driver_sql("SELECT * FROM undangan").all() == []
    meja.close()


def test_progress_counts_the_voters_of_all_chosen_units(meja: Meja) -> None:
    seen: list[tuple[int, int]] = []
    print_lists(meja, Daftar.HADIR, (), lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (120, 120)


@pytest.mark.syarat("S-214")
def test_the_recap_of_the_dpt_adds_up_to_the_dpt(meja: Meja) -> None:
    (one,) = print_lists(meja, Daftar.REKAP_DPT, ())
    assert "Jumlah 60 60 120 0 124" in all_text(one.pdf)


@pytest.mark.syarat("S-409")
def test_the_recap_of_the_invitations_starts_from_the_dpt_of_each_unit(meja: Meja) -> None:
    (one,) = print_lists(meja, Daftar.REKAP_UNDANGAN, ())
    assert "1 TPS 1 60" in all_text(one.pdf)


@pytest.mark.syarat("S-213")
@pytest.mark.parametrize(("untuk", "whole"), [(Tujuan.UMUM, 0), (Tujuan.KERJA, 0)])
def test_no_list_but_the_book_holds_a_whole_nik(meja: Meja, untuk: Tujuan, whole: int) -> None:
    pdf = print_dokumen(meja, DokumenPemilih.DPT, untuk)[0].pdf
    data = attached_data(pdf).decode()
    lines = read_dpt_pemilih(meja)
    assert sum(line.nik in all_text(pdf) for line in lines) == whole
    assert sum(line.nik in data or line.kk in data for line in lines) == whole


@pytest.mark.syarat("S-213")
def test_the_public_list_shows_no_digit_of_a_nik_and_no_birth_date(meja: Meja) -> None:
    text = all_text(print_dokumen(meja, DokumenPemilih.DPT, Tujuan.UMUM)[0].pdf)
    assert "****" not in text
    assert "01-01-1980" not in text


@pytest.mark.syarat("S-213")
def test_the_book_holds_every_nik_and_is_logged_as_an_export(meja: Meja) -> None:
    (book,) = print_book(meja, KEPADA)
    text = all_text(book.pdf)
    assert all(line.nik in text for line in read_dpt_pemilih(meja))
    entry = json.loads(newest(meja))
    assert entry["aksi"] == "ekspor-data"
    assert (entry["angka"], entry["tujuan"]) == ("utuh", "diminta-pengawas")
    assert entry["penerima"] == "Panwas Kecamatan"
    assert book.nama_berkas == "F-06-buku.pdf"


@pytest.mark.syarat("S-213", "S-242")
def test_every_page_of_the_book_says_to_whom_by_whom_when_and_what_for(meja: Meja) -> None:
    pdf = print_book(meja, KEPADA)[0].pdf
    said = (
        "Diserahkan kepada Panwas Kecamatan. Diekspor 01-12-2026 ",
        f" oleh {meja.akun.nama_lengkap} untuk diminta pengawas atau kabupaten. NIK dan KK utuh.",
    )
    assert page_count(pdf) > 2
    for page in range(page_count(pdf)):
        text = " ".join(page_text(pdf, page).split())
        assert all(words in text for words in said)
    assert overflows(pdf) == []


@pytest.mark.syarat("S-242")
def test_no_book_is_printed_for_nobody(meja: Meja) -> None:
    before = meja.head()
    with pytest.raises(StateError, match="belum disebut untuk siapa"):
        print_dokumen(meja, DokumenPemilih.DPT, Tujuan.BUKU)
    assert meja.head() == before
