"""Columns a person chooses: suggested from headers alone, kept under a name, changed at will."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from pilkades_desk.core.errors import SheetError, StateError
from pilkades_desk.kits.spreadsheet.guard import MAX_BYTES
from pilkades_desk.pemilih import pribadi
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.impor.rules import deteksi_of
from pilkades_desk.pemilih.impor.usecases import open_import
from pilkades_desk.pemilih.pemetaan.rules import as_source, suggest_columns
from pilkades_desk.pemilih.pemetaan.usecases import read_pemetaan, save_pemetaan
from pilkades_desk.pemilih.pemetaan.values import Pemetaan
from pilkades_desk.pemilih.usecases import import_sheet, summarise
from pilkades_desk.pemilih.values import Isian
from tests.kits.test_spreadsheet_formats import add_members
from tests.pemilih.lembar_asing import book_of_rt
from tests.pemilih.lembar_contoh import write_layout
from tests.pemilih.lembar_orang import invent

CHOSEN = Pemetaan(
    nama="Buku RT 3",
    sumber="panitia-tiga-sel",
    kolom={
        Isian.NIK: ("No Induk",), Isian.KK: ("Kartu",), Isian.NAMA: ("Nama Warga",),
        Isian.TEMPAT_LAHIR: ("Lahir di",), Isian.TANGGAL_LAHIR: ("Lahir tgl",),
        Isian.KELAMIN: ("Sex",), Isian.KAWIN: ("Kawin?",),
    },
)  # fmt: skip


@pytest.mark.syarat("S-261")
def test_a_header_known_once_is_sure_and_one_that_only_holds_the_word_is_not():
    found = suggest_columns(["NO", "NIK", "Nama Kepala Keluarga", "Nama Ibu", "RT", "Catatan"])
    assert found.yakin == {Isian.NIK: 1, Isian.RT: 4}
    assert found.ragu == {Isian.NAMA: (2, 3)}
    assert Isian.TANGGAL_LAHIR in found.kosong


@pytest.mark.syarat("S-261")
def test_two_columns_of_one_header_and_one_column_of_two_fields_are_for_a_person():
    found = suggest_columns(["NIK", "NIK", "Tempat/Tgl Lahir"])
    assert found.yakin == {}
    assert found.ragu[Isian.NIK] == (0, 1)
    assert found.ragu[Isian.TEMPAT_LAHIR] == found.ragu[Isian.TANGGAL_LAHIR] == (2,)


def test_suggestions_look_at_no_value():
    assert suggest_columns(["3399015205900001", "SITI", "12-05-1990"]).yakin == {}


@pytest.mark.parametrize("change", [{"nama": "x"}, {"kolom": {}}, {"kolom": {"usia": ("A",)}}])
def test_a_mapping_is_checked_when_made(change):
    with pytest.raises(ValidationError):
        Pemetaan.model_validate(CHOSEN.model_dump() | change)


@pytest.mark.syarat("S-261")
def test_a_kept_mapping_reads_the_next_file_with_these_headers(meja, tmp_path):
    path = book_of_rt(tmp_path / "a.xlsx")
    with pytest.raises(SheetError, match="Tidak ada lembar"):
        import_sheet(meja, path)
    save_pemetaan(meja, CHOSEN)
    found = deteksi_of(open_import(meja, path)).lembar[0]
    assert (found.tata_letak, found.baris_judul) == ("panitia-tiga-sel", 2)
    assert import_sheet(meja, path).diterima == 5
    assert import_sheet(meja, book_of_rt(tmp_path / "b.xlsx", 1)).berulang


def test_a_mapping_saved_again_replaces_the_one_of_its_name_and_both_are_kept(meja):
    save_pemetaan(meja, CHOSEN)
    changed = CHOSEN.model_copy(update={"sumber": "opensid-43"})
    save_pemetaan(meja, changed)
    assert read_pemetaan(meja) == (changed,)
    with meja.read() as session:
        rows = session.connection().exec_driver_sql("SELECT sumber FROM pemetaan ORDER BY id")
        assert rows.scalars().all() == ["panitia-tiga-sel", "opensid-43"]


def test_a_mapping_of_an_unknown_layout_is_refused(meja):
    head = meja.head()
    with pytest.raises(StateError, match="tidak dikenal"):
        save_pemetaan(meja, CHOSEN.model_copy(update={"sumber": "entah"}))
    assert (read_pemetaan(meja), meja.head()) == ((), head)


def test_a_mapping_is_known_by_all_its_headers():
    source = as_source(CHOSEN)
    assert source.penanda == {
        "NO INDUK", "KARTU", "NAMA WARGA", "LAHIR DI", "LAHIR TGL", "SEX", "KAWIN",
    }  # fmt: skip


@pytest.mark.syarat("S-262")
def test_what_was_detected_can_be_changed_before_anything_is_stored(meja, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_layout("siak-37", invent(3, 6)))
    found = deteksi_of(open_import(meja, path))
    first = found.lembar[0]
    kolom = {isian: places for isian, places in first.kolom.items() if isian != Isian.ALAMAT}
    changed = replace(found, lembar=(replace(first, kolom=kolom),))
    assert summarise(meja).kosong
    assert import_sheet(meja, path, deteksi=changed).diterima == 6
    assert {one.alamat for one in _shown(meja)} == {""}


@pytest.mark.syarat("S-262")
def test_a_file_changed_since_it_was_looked_at_is_not_imported(meja, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_layout("siak-37", invent(3, 6)))
    found = deteksi_of(open_import(meja, path))
    path.write_bytes(write_layout("siak-37", invent(4, 6)))
    with pytest.raises(SheetError, match="berubah"):
        import_sheet(meja, path, deteksi=found)
    assert summarise(meja).kosong


def test_the_tps_of_the_sheet_is_kept_beside_the_voter(meja, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_layout("kpu-model-a", invent(3, 3)))
    import_sheet(meja, path)
    with meja.read() as session:
        rows = session.connection().exec_driver_sql("SELECT tps FROM pemilih")
        assert rows.scalars().all() == ["003"] * 3


def test_a_macro_is_named_in_the_outcome_and_not_run(meja, tmp_path):
    path = tmp_path / "a.xlsm"
    book = write_layout("opensid-43", invent(3, 3))
    path.write_bytes(add_members(book, {"xl/vbaProject.bin": b"\0"}))
    hasil = import_sheet(meja, path)
    assert (hasil.diterima, [f.code for f in hasil.temuan][-1:]) == (3, ["W262"])


@pytest.mark.parametrize("content", [b"\xff\xd8\xff foto", b"PK\x03\x04", b"," * (MAX_BYTES + 1)])
def test_a_refused_file_stores_nothing(meja, tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    head = meja.head()
    with pytest.raises(SheetError):
        import_sheet(meja, path)
    assert (meja.head(), summarise(meja).kosong) == (head, True)


@pytest.mark.parametrize("layout", ["bip-2016", "kpu-dari-pdf"])
def test_rows_of_other_layouts_are_repaired_from_the_list(meja, tmp_path, layout):
    path = tmp_path / "a.bin"
    people = invent(5, 3)
    path.write_bytes(write_layout(layout, people))
    hasil = import_sheet(meja, path)
    assert (hasil.diterima, len(hasil.perbaikan)) == (0, 3)
    assert [one.isian[Isian.NAMA] for one in hasil.perbaikan] == [one.nama for one in people]
    assert len(pribadi.read_repair_list(meja)) == 3


def _shown(meja):

    ids = find_pemilih_ids(meja, Cari())
    return [baris.pemilih for baris in read_baris(meja, ids)]
