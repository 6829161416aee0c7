"""Who sees what of a voter, on a real encrypted election file."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.kits.spreadsheet.reader import read_sheets
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.akun import add_account, log_in_again
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.pdf import draw_akses
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.panitia.riwayat import read_akses
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.panitia.values import Peran, TujuanAkses
from pilkades_desk.pemilih import pribadi
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.usecases import dpt_preview, import_sheet, lock_dpt, set_dps
from pilkades_desk.pemilih.values import DataPribadi, Isian
from pilkades_desk.tps.usecases import plan_units, read_unit_pemilih
from tests.makers import KETUA, OPERATOR_1, approve_both, make_clock, make_meja
from tests.pemilih.kpu_sheet import NIK, write_rows

BLIND = [peran for peran in Peran if not may(peran, Aksi.LIHAT_DATA_PRIBADI)]
SEEING = [peran for peran in Peran if may(peran, Aksi.LIHAT_DATA_PRIBADI)]
NUMBERS = (NIK.format(1), "3399010101150001")
BROKEN = "339901520590000"


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One voter, one row to repair with a NIK of fifteen digits, one in a number cell."""
    folder = tmp_path_factory.mktemp("desa")
    meja = make_meja(folder)
    add_account(meja, KETUA.sandi, OPERATOR_1)
    rows = ({}, {"NIK": BROKEN, "NAMA": "RUSAK UJI"}, {"NIK": 3399015205900003})
    import_sheet(meja, write_rows(folder / "a.xlsx", *rows))
    meja.close()
    return folder / "pemilihan"


@pytest.fixture
def meja(village: Path, tmp_path: Path) -> Iterator[Meja]:
    folder = Path(shutil.copytree(village, tmp_path / "pemilihan"))
    meja = log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
    yield meja
    meja.close()


def sitting(meja: Meja, peran: Peran) -> Meja:
    return replace(meja, akun=meja.akun.model_copy(update={"peran": peran}))


def last_entry(meja: Meja) -> dict[str, object]:
    with meja.read() as session:
        entry = list(audit_log.read_entries(session))[-1]
    return json.loads(entry.body)


def everything_readable(meja: Meja) -> str:
    """All a screen, a file or another step can get of the voters, as text."""
    ids = find_pemilih_ids(meja, Cari())
    seen = (read_baris(meja, ids), pribadi.read_repair_list(meja))
    return repr((seen, pribadi.read_dpt_baris(meja)))


@pytest.mark.syarat("S-240")
@pytest.mark.parametrize("peran", list(Peran))
def test_no_role_reads_a_whole_number_in_a_list(meja: Meja, peran: Peran) -> None:
    seen = everything_readable(sitting(meja, peran))
    assert "SITI UJI A" in seen
    for number in (*NUMBERS, BROKEN, "3399015205900003"):
        assert number not in seen
        assert number[:12] not in seen


@pytest.mark.syarat("S-240")
@pytest.mark.parametrize("peran", BLIND)
def test_a_role_without_the_right_gets_nothing_the_nik_could_be_made_of(
    meja: Meja, peran: Peran
) -> None:
    seen = everything_readable(sitting(meja, peran))
    assert "datetime.date(" not in seen
    assert "12|05|1990" not in seen
    assert "JL. MELATI" not in seen


@pytest.mark.syarat("S-005", "S-241")
@pytest.mark.parametrize("peran", BLIND)
def test_a_role_without_the_right_cannot_ask_for_a_whole_number(meja: Meja, peran: Peran) -> None:
    desk, head = sitting(meja, peran), meja.head()
    for ask in (
        lambda: pribadi.reveal(desk, 1, TujuanAkses.COCOKKAN),
        lambda: pribadi.reveal_repair(desk, 1),
        lambda: pribadi.read_dpt_pemilih(desk),
        lambda: pribadi.export_repair_list(desk, TujuanAkses.PERBAIKI),
    ):
        with pytest.raises(RightsError):
            ask()
    assert meja.head() == head


@pytest.mark.syarat("S-003", "S-241")
@pytest.mark.parametrize("peran", SEEING)
def test_whole_numbers_are_given_for_a_purpose_and_logged(meja: Meja, peran: Peran) -> None:
    desk = sitting(meja, peran)
    assert pribadi.reveal(desk, 1, TujuanAkses.KEBERATAN) == DataPribadi(*NUMBERS)
    entry = last_entry(meja)
    assert (entry["aksi"], entry["objek"]) == ("lihat-data-pribadi", "pemilih/1")
    assert entry["tujuan"] == "jawab-keberatan"
    assert not any(number in json.dumps(entry) for number in NUMBERS)


@pytest.mark.syarat("S-018", "S-241", "S-242")
def test_the_access_sheet_says_what_for(meja: Meja) -> None:
    pribadi.reveal(meja, 1, TujuanAkses.KEBERATAN)
    pribadi.export_repair_list(meja, TujuanAkses.PENGAWASAN)
    lembar = read_akses(meja, meja.clock.now().date(), meja.pemilihan.zona, "Desa Sukamaju")
    pdf = draw_akses(lembar)
    text = " ".join(" ".join(page_text(pdf, n) for n in range(page_count(pdf))).split())
    for words in ("utuh (pemilih/1). Tujuan: menjawab keberatan.",
                  "KK disamarkan. Tujuan: diminta pengawas atau kabupaten."):  # fmt: skip
        assert words in text


@pytest.mark.syarat("S-241")
def test_a_row_to_repair_is_opened_whole_and_logged(meja: Meja) -> None:
    row = pribadi.reveal_repair(meja, 1)
    assert row.isian[Isian.NIK] == BROKEN
    assert last_entry(meja)["objek"] == "perbaikan/1"
    assert BROKEN not in json.dumps(last_entry(meja))


def test_who_is_not_there_is_not_shown_and_not_logged(meja: Meja) -> None:
    head = meja.head()
    with pytest.raises(StateError, match="tidak ada"):
        pribadi.reveal(meja, 99, TujuanAkses.COCOKKAN)
    with pytest.raises(StateError, match="tidak di daftar"):
        pribadi.reveal_repair(meja, 99)
    assert meja.head() == head


@pytest.mark.syarat("S-212", "S-240")
@pytest.mark.parametrize("peran", list(Peran))
def test_digits_spell_no_nik_for_anybody(meja: Meja, peran: Peran) -> None:
    desk = sitting(meja, peran)
    for some in ("339", "3399015205", "0001", NUMBERS[0][1:]):
        assert find_pemilih_ids(desk, Cari(some)) == ()
    assert find_pemilih_ids(desk, Cari(NUMBERS[0])) == (1,)
    assert find_pemilih_ids(desk, Cari(f"siti {NUMBERS[0]}")) == (1,)


def test_only_the_text_of_a_name_is_searched_by_who_may_not_see_numbers(meja: Meja) -> None:
    blind = sitting(meja, Peran.PENGAMAT)
    for words, ids in {
        "siti uji": (1,),
        'a" OR nik : "339': (),
        "nik:339": (),
        "sit AND": (),
    }.items():
        assert find_pemilih_ids(blind, Cari(words)) == ids


@pytest.mark.syarat("S-242")
def test_an_export_hides_the_numbers_and_says_who_when_and_why(meja: Meja) -> None:
    sheet = read_sheets(pribadi.export_repair_list(meja, TujuanAkses.PENGAWASAN))[0]
    cells = [cell.text for row in sheet.rows for cell in row]
    assert not any("3399" in cell or "1990" in cell for cell in cells)
    assert "RUSAK UJI" in cells
    mark = sheet.rows[0][0].text
    assert mark.startswith("Diekspor 01-12-2026 08.00 WIB oleh ")
    assert "Sutrisno Uji untuk diminta pengawas atau kabupaten" in mark
    assert mark.endswith("NIK dan KK disamarkan.")


@pytest.mark.syarat("S-003", "S-242")
def test_an_export_is_logged_with_what_and_why_before_it_is_given(meja: Meja) -> None:
    content = pribadi.export_repair_list(meja, TujuanAkses.PERBAIKI, whole=True)
    cells = [cell.text for row in read_sheets(content)[0].rows for cell in row]
    assert BROKEN in cells
    assert "utuh" in cells[0]
    entry = last_entry(meja)
    assert (entry["aksi"], entry["tujuan"]) == ("ekspor-data", "perbaiki-data")
    assert (entry["angka"], entry["jumlah"]) == ("utuh", 2)
    assert "Sutrisno" not in json.dumps(entry)


@pytest.mark.syarat("S-240")
def test_families_are_told_apart_without_their_numbers(meja: Meja, tmp_path: Path) -> None:
    same = {"NKK": NUMBERS[1], "NIK": NIK.format(7), "NAMA": "SITI UJI X"}
    import_sheet(meja, write_rows(tmp_path / "b.xlsx", {}, {}, same))
    set_dps(meja)
    second = log_in_again(meja, OPERATOR_1.nama, OPERATOR_1.sandi)
    lock_dpt(meja, approve_both(meja, second, Aksi.KUNCI_DPT, dpt_preview(meja).segel))
    families = {line.nama: line.kk for line in pribadi.read_dpt_baris(meja)}
    assert families == {"SITI UJI A": "1", "SITI UJI X": "1", "SITI UJI B": "2"}
    plan_units(meja, 1)
    assert NUMBERS[0] not in repr(read_unit_pemilih(meja, 1))
    assert pribadi.find_dpt_nik(meja, [NUMBERS[0], "3399010101010001"]) == {NUMBERS[0]}
    assert next(line.nik for line in pribadi.read_dpt_pemilih(meja)) == NUMBERS[0]


def test_before_the_dpt_is_locked_nobody_is_missing_from_it(meja: Meja) -> None:
    assert pribadi.find_dpt_nik(meja, [NUMBERS[0]]) is None
