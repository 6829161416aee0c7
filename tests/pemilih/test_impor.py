"""What the page of the import decides: how a file would be read, and what that would do."""

from dataclasses import replace
from pathlib import Path

import pytest

from pilkades_desk.core.errors import Cancelled, RightsError, SheetError, StateError
from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell, Sheet
from pilkades_desk.panitia.values import Peran
from pilkades_desk.pemilih.impor.rules import (
    assign,
    contoh_of,
    deteksi_of,
    guess_header,
    last_header_row,
    layout_of,
    move_header,
    sasaran_of,
    tick,
    use_codes,
    use_layout,
    use_own,
)
from pilkades_desk.pemilih.impor.usecases import compare_batches, open_import, try_import
from pilkades_desk.pemilih.impor.values import (
    PILIHAN,
    TIDAK_DIBACA,
    TIGA_SEL,
    BerkasDibuka,
    Sasaran,
    Susunan,
)
from pilkades_desk.pemilih.pemetaan.rules import mapping_of
from pilkades_desk.pemilih.pemetaan.usecases import save_pemetaan
from pilkades_desk.pemilih.spreadsheet import find_tables, read_rows
from pilkades_desk.pemilih.ubah.usecases import correct
from pilkades_desk.pemilih.usecases import import_sheet, summarise
from pilkades_desk.pemilih.values import Isian
from tests.pemilih.kpu_sheet import NIK, write_rows
from tests.pemilih.lembar_asing import HEAD, book_of_rt, rt_rows
from tests.pemilih.lembar_contoh import LAYOUTS, write_layout, xlsx_bytes
from tests.pemilih.lembar_orang import invent

CODES = "panitia-tiga-sel"
BY_HAND = (
    Isian.NIK, Isian.KK, Isian.NAMA, Isian.TEMPAT_LAHIR, Isian.TANGGAL_LAHIR, Isian.KELAMIN,
    Isian.KAWIN,
)  # fmt: skip


def opened(meja, path: Path, content: bytes = b"") -> BerkasDibuka:
    if content:
        path.write_bytes(content)
    return open_import(meja, path)


def chosen_by_hand(buka: BerkasDibuka) -> BerkasDibuka:
    for column, isian in enumerate(BY_HAND):
        buka = assign(buka, 0, column, Sasaran((isian,)))
    return use_codes(buka, 0, CODES)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_known_layout_is_offered_as_the_import_would_read_it(meja, tmp_path, name):
    buka = opened(meja, tmp_path / "a.bin", write_layout(name, invent(1, 3)))
    first = next(one for one in buka.susunan if one.dibaca)
    assert (first.lembar.tata_letak, first.sendiri) == (name, False)
    assert layout_of(buka, first.lembar).name == name


@pytest.mark.syarat("S-260")
@pytest.mark.syarat("S-280")
@pytest.mark.parametrize("name", LAYOUTS)
def test_the_figures_shown_are_those_of_the_import(meja, tmp_path, name):
    path = tmp_path / "a.bin"
    write_rows(tmp_path / "stored.xlsx", {}, {})
    import_sheet(meja, tmp_path / "stored.xlsx")
    buka = opened(meja, path, write_layout(name, invent(1, 6)))
    head = meja.head()
    seen = try_import(meja, buka)
    assert meja.head() == head
    hasil = import_sheet(meja, buka.berkas, deteksi=deteksi_of(buka))
    assert (seen.masuk, seen.menunggu) == (hasil.diterima, len(hasil.perbaikan))
    assert seen.dibaca == seen.masuk + seen.menunggu + seen.sudah_ada


@pytest.mark.syarat("S-280")
def test_rows_are_judged_against_the_list_as_stored(meja, tmp_path):
    import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}))
    other = {"NAMA": "ORANG LAIN"}
    seen = try_import(meja, open_import(meja, write_rows(tmp_path / "b.xlsx", {}, other, {})))
    assert (seen.dibaca, seen.masuk, seen.menunggu, seen.sudah_ada) == (3, 1, 1, 1)
    assert seen.temuan["E202"] == 1
    assert [found.code for found in seen.contoh] == sorted(seen.temuan)


@pytest.mark.syarat("S-008")
def test_a_file_imported_before_is_said_at_once(meja, tmp_path):
    path = write_rows(tmp_path / "a.xlsx", {})
    assert not open_import(meja, path).berulang
    import_sheet(meja, path)
    assert open_import(meja, path).berulang


@pytest.mark.syarat("S-009")
@pytest.mark.parametrize("at", [0, 1, 2])
def test_opening_stops_when_told_to(meja, tmp_path, at):
    def stop(done: int, _total: int) -> None:
        if done == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        open_import(meja, write_rows(tmp_path / "a.xlsx", {}), stop)


def test_who_may_not_import_opens_nothing(meja, tmp_path):
    path = write_rows(tmp_path / "a.xlsx", {})
    buka = open_import(meja, path)
    other = replace(meja, akun=meja.akun.model_copy(update={"peran": Peran.PENGAMAT}))
    for act in (lambda: open_import(other, path), lambda: try_import(other, buka)):
        with pytest.raises(RightsError):
            act()


def test_a_sheet_of_no_layout_is_offered_with_its_likeliest_header(meja, tmp_path):
    buka = open_import(meja, book_of_rt(tmp_path / "a.xlsx"))
    (one,) = buka.susunan
    assert (one.dibaca, one.sendiri, one.lembar.baris_judul) == (True, True, 2)
    assert one.lembar.kepala == tuple(HEAD)
    assert Isian.NIK in one.lembar.kurang


@pytest.mark.syarat("S-261")
@pytest.mark.syarat("S-262")
def test_columns_chosen_by_hand_are_read_and_kept_for_the_next_file(meja, tmp_path):
    path = book_of_rt(tmp_path / "a.xlsx")
    buka = chosen_by_hand(open_import(meja, path))
    assert try_import(meja, buka).masuk == 5
    assert summarise(meja).kosong
    save_pemetaan(meja, mapping_of(buka.susunan[0].lembar, "Buku RT"))
    assert import_sheet(meja, path, deteksi=deteksi_of(buka)).diterima == 5
    again = open_import(meja, book_of_rt(tmp_path / "b.xlsx", 2))
    lembar = again.susunan[0].lembar
    assert (lembar.pemetaan, lembar.tata_letak) == ("Buku RT", CODES)
    assert layout_of(again, lembar).pemetaan == "Buku RT"
    assert try_import(meja, again).masuk == 5


@pytest.mark.syarat("S-262")
def test_a_field_has_one_place_and_a_column_one_use(meja, tmp_path):
    buka = open_import(meja, book_of_rt(tmp_path / "a.xlsx"))
    buka = assign(buka, 0, 2, Sasaran((Isian.NAMA,)))
    buka = assign(buka, 0, 3, Sasaran((Isian.NAMA,)))
    kolom = buka.susunan[0].lembar.kolom
    assert sasaran_of(kolom, 2) == TIDAK_DIBACA
    assert kolom[Isian.NAMA] == (3,)
    buka = assign(buka, 0, 3, Sasaran((Isian.RT, Isian.RW)))
    kolom = buka.susunan[0].lembar.kolom
    assert Isian.NAMA not in kolom
    assert sasaran_of(kolom, 3) == Sasaran((Isian.RT, Isian.RW))
    assert Isian.RT not in assign(buka, 0, 3, TIDAK_DIBACA).susunan[0].lembar.kolom


def test_a_birth_date_in_three_cells_is_chosen_once(meja, tmp_path):
    buka = opened(meja, tmp_path / "a.xlsx", write_layout("panitia-tiga-sel", invent(1, 4)))
    one = buka.susunan[0]
    at = one.lembar.kolom[Isian.TANGGAL_LAHIR]
    own = assign(buka, 0, at[1], TIDAK_DIBACA)
    assert Isian.TANGGAL_LAHIR in own.susunan[0].lembar.kurang
    back = assign(own, 0, at[0], TIGA_SEL).susunan[0].lembar.kolom
    assert back == one.lembar.kolom
    assert [sasaran_of(back, column).bagian for column in at] == [1, 2, 3]


def test_every_choice_is_shown_as_it_was_made(meja, tmp_path):
    buka = open_import(meja, book_of_rt(tmp_path / "a.xlsx"))
    for choice in PILIHAN:
        kolom = assign(buka, 0, 1, choice).susunan[0].lembar.kolom
        assert sasaran_of(kolom, 1) == choice


def test_another_layout_finds_its_own_header(meja, tmp_path):
    content = write_layout("siak-37", invent(1, 4))
    buka = opened(meja, tmp_path / "a.xlsx", content)
    at = buka.susunan[0].lembar
    names = {one.name: one for one in buka.tata_letak}
    usual = use_layout(buka, 0, names["umum"]).susunan[0].lembar
    assert (usual.tata_letak, usual.baris_judul) == ("umum", at.baris_judul)
    none = use_layout(buka, 0, names["daftar-word"]).susunan[0]
    assert (none.lembar.tata_letak, none.sendiri) == ("daftar-word", False)
    assert use_layout(buka, 0, names["siak-37"]).susunan[0].lembar.kolom == at.kolom


def test_a_header_pointed_at_is_read_anew(meja, tmp_path):
    buka = opened(meja, tmp_path / "a.xlsx", write_layout("kpu-model-a", invent(1, 4)))
    one = buka.susunan[0]
    moved = move_header(buka, 0, 1, 1).susunan[0].lembar
    assert (moved.baris_judul, moved.kolom) == (1, {})
    back = move_header(buka, 0, one.lembar.baris_judul, 1).susunan[0].lembar
    assert back.kolom == one.lembar.kolom
    own = move_header(use_own(buka, 0), 0, one.lembar.baris_judul, 1).susunan[0].lembar
    assert (own.tata_letak, own.kolom[Isian.NIK]) == ("kpu-model-a", one.lembar.kolom[Isian.NIK])
    last = last_header_row(one.sheet)
    low = move_header(buka, 0, 99, 2).susunan[0].lembar
    assert low.baris_judul == last == len(one.sheet.rows)
    assert low.tinggi_judul == 1


def test_own_columns_start_from_what_was_found(meja, tmp_path):
    buka = opened(meja, tmp_path / "a.xlsx", write_layout("siak-37", invent(1, 4)))
    assert use_own(buka, 0).susunan[0].lembar == buka.susunan[0].lembar
    blank = move_header(buka, 0, len(buka.susunan[0].sheet.rows), 1)
    assert use_own(blank, 0).susunan[0].lembar.kolom


def test_sheets_with_one_header_follow_and_others_do_not(meja, tmp_path):
    sheets = [(f"RT {n}", rt_rows(invent(n, 3))) for n in (1, 2)]
    sheets += [("Catatan", [["isi"]]), ("Rekap", [["BUKU"], ["a", "b"], ["c", "d"]])]
    buka = chosen_by_hand(opened(meja, tmp_path / "a.xlsx", xlsx_bytes(sheets)))
    assert [one.dibaca for one in buka.susunan] == [True, False, False, False]
    assert buka.susunan[1].lembar.kolom == buka.susunan[0].lembar.kolom
    assert buka.susunan[3].lembar.kolom == {}
    both = tick(buka, 1, dibaca=True)
    assert [one.lembar for one in deteksi_of(both).lembar] == ["RT 1", "RT 2"]
    assert set(deteksi_of(both).dilewati) == {"Catatan", "Rekap"}
    assert try_import(meja, both).masuk == 6
    assert "RT 2" not in deteksi_of(buka).dilewati


def test_no_sheet_to_read_is_said(meja, tmp_path):
    buka = tick(open_import(meja, write_rows(tmp_path / "a.xlsx", {})), 0, dibaca=False)
    with pytest.raises(SheetError, match="Tidak ada lembar"):
        try_import(meja, buka)


@pytest.mark.syarat("S-263")
def test_choices_and_money_are_never_read_whatever_a_person_chooses(meja, tmp_path):
    rows = rt_rows(invent(1, 2))
    rows = [rows[0], [*rows[1], "Uang Saku"], *([*row, "50 ribu"] for row in rows[2:])]
    buka = chosen_by_hand(opened(meja, tmp_path / "a.xlsx", xlsx_bytes([("Sheet1", rows)])))
    buka = assign(buka, 0, 7, Sasaran((Isian.KETERANGAN,)))
    for baris in (2, 1):
        buka = replace(
            buka,
            susunan=(
                replace(
                    buka.susunan[0],
                    lembar=replace(buka.susunan[0].lembar, baris_judul=baris),
                ),
            ),
        )
        shown = contoh_of(buka.susunan[0])
        assert shown.sasaran[7] is None
        assert [row.sel[7:] for row in shown.baris[1:]] == [("Uang Saku",), ("",), ("",)]
        assert "W261" in try_import(meja, buka).temuan
        (table,) = find_tables(buka.berkas.sheets, deteksi_of(buka))
        assert {row.cells[7:] for row in read_rows(table)} <= {(EMPTY,), ()}
    assert import_sheet(meja, tmp_path / "a.xlsx", deteksi=deteksi_of(buka)).diterima == 2
    with meja.read() as session:
        stored = session.connection().exec_driver_sql(
            "SELECT keterangan FROM pemilih UNION SELECT sel FROM perbaikan"
        )
        assert "ribu" not in str(stored.all())


def test_the_top_of_a_sheet_is_shown_with_its_numbers_hidden(meja, tmp_path):
    people = invent(1, 30)
    buka = opened(meja, tmp_path / "a.xlsx", write_layout("kpu-model-a", people))
    lembar = buka.susunan[0].lembar
    shown = contoh_of(buka.susunan[0])
    assert len(shown.baris) == 12
    assert [row.nomor for row in shown.baris if row.judul] == [lembar.baris_judul]
    said = " ".join(cell for row in shown.baris for cell in row.sel)
    assert people[0].nama in said
    assert f"{people[0].nik[:6]}**********" in said
    assert people[0].nik not in said
    deep = contoh_of(move_header(buka, 0, 15, 1).susunan[0])
    assert len(deep.baris) == 23


def test_a_number_inside_words_is_hidden_too():
    cells = (Cell("NIK 3399015205900001 a.n. SITI", "text"), Cell("NAMA", "text"))
    sheet = Sheet("S", (cells, cells))
    shown = contoh_of(Susunan(sheet, guess_header(sheet), dibaca=True, sendiri=True))
    assert "3399015205900001" not in shown.baris[0].sel[0]
    assert "SITI" in shown.baris[0].sel[0]


def test_a_header_of_two_rows_is_guessed():
    rows = [["LAHIR", "", "NIK"], ["TEMPAT", "TANGGAL", ""], ["CIKEMBAR", "1-1-1990", "3" * 16]]
    sheet = Sheet("S", tuple(tuple(Cell(t, "text") if t else EMPTY for t in row) for row in rows))
    found = guess_header(sheet)
    assert (found.baris_judul, found.tinggi_judul) == (1, 2)
    assert set(found.kolom) == {Isian.NIK, Isian.TEMPAT_LAHIR, Isian.TANGGAL_LAHIR}


@pytest.mark.syarat("S-261")
@pytest.mark.parametrize(
    ("head", "said"),
    [("", "tidak berjudul"), ("N" * 201, "terlalu panjang"), ("Kartu", "lebih dari satu kolom")],
)
def test_a_mapping_its_headers_would_not_find_again_is_not_kept(meja, tmp_path, head, said):
    rows = rt_rows(invent(1, 2))
    rows[1][0] = head
    buka = opened(meja, tmp_path / "a.xlsx", xlsx_bytes([("Sheet1", rows)]))
    lembar = replace(buka.susunan[0].lembar, baris_judul=2, kepala=tuple(map(str, rows[1])))
    buka = replace(buka, susunan=(replace(buka.susunan[0], lembar=lembar),))
    with pytest.raises(StateError, match=said):
        mapping_of(chosen_by_hand(buka).susunan[0].lembar, "Buku RT")


def test_a_column_past_the_header_cannot_be_kept(meja, tmp_path):
    buka = chosen_by_hand(open_import(meja, book_of_rt(tmp_path / "a.xlsx")))
    with pytest.raises(StateError, match="Kolom ke-9"):
        mapping_of(assign(buka, 0, 8, Sasaran((Isian.TPS,))).susunan[0].lembar, "Buku RT")


@pytest.mark.syarat("S-281")
def test_two_imports_show_who_is_only_in_one(meja, tmp_path):
    import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}, {"NIK": "12", "NAMA": "RINI"}))
    moved = {"NIK": NIK.format(9), "NKK": "3399010101150009", "NAMA": "YANTO"}
    import_sheet(meja, write_rows(tmp_path / "b.xlsx", {}, moved, {"ALAMAT": "JL. LAIN"}))
    found = compare_batches(meja, 1, 2)
    assert found.keduanya == 1
    assert [(one.batch, one.nama, one.letak) for one in found.hanya] == [
        (1, "RINI", "Sheet1, baris 4"),
        (1, "SITI UJI B", "Sheet1, baris 3"),
        (2, "SITI UJI C", "Sheet1, baris 4"),
        (2, "YANTO", "Sheet1, baris 3"),
    ]
    assert {one.nik for one in found.hanya} == {"12", "339901**********"}
    assert compare_batches(meja, 1, 1).hanya == ()


@pytest.mark.syarat("S-281")
def test_a_row_met_again_after_a_correction_is_in_both_imports(meja, tmp_path):
    import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}))
    correct(meja, 1, {Isian.RT: "4"}, "sesuai KK")
    import_sheet(meja, write_rows(tmp_path / "b.xlsx", {}, {}, {}))
    found = compare_batches(meja, 2, 1)
    assert (found.keduanya, [one.nama for one in found.hanya]) == (2, ["SITI UJI C"])


def test_rows_without_a_number_are_told_apart_by_where_they_stood(meja, tmp_path):
    import_sheet(meja, write_rows(tmp_path / "a.xlsx", {"NIK": ""}, {"NIK": ""}))
    import_sheet(meja, write_rows(tmp_path / "b.xlsx", {"NIK": ""}))
    found = compare_batches(meja, 1, 2)
    assert (found.keduanya, len(found.hanya)) == (0, 3)
