from datetime import date
from pathlib import Path

import pytest

from pilkades_desk.kits.spreadsheet.reader import Cell, read_sheets
from pilkades_desk.panitia.kalender.lembar import BadLembar, parse_day, read_calendar, read_days
from pilkades_desk.panitia.kalender.values import Jalur, JenisHari, Kalender, SatuanHari, Tanda
from tests.panitia.kalender.makers import rows

HEAD = "kode;jalur;kegiatan;mulai;selesai;lama;satuan;acuan;geser;kunci;sesudah;tanda;dasar_hukum"
GOOD = "dps;daftar_pemilih;DPS ditetapkan;2026-12-11;;;;;;;;dps;Perbup"


def read(*lines: str, head: str = HEAD) -> Kalender:
    return read_calendar("uji", rows("\n".join((head, *lines))), SatuanHari.KERJA)


def refused(*lines: str, head: str = HEAD) -> list[str]:
    with pytest.raises(BadLembar) as caught:
        read(*lines, head=head)
    return [f"{one.code} {one.text}" for one in caught.value.findings]


def test_a_row_becomes_a_stage_and_an_empty_unit_is_the_profiles() -> None:
    (one,) = read(GOOD).tahap
    assert (one.mulai, one.satuan, one.tanda) == (date(2026, 12, 11), SatuanHari.KERJA, Tanda.DPS)
    assert one.dasar_hukum == "Perbup"


def test_words_may_be_written_with_blanks_and_commas_may_part_the_columns() -> None:
    text = "Kode,Jalur,Kegiatan,Mulai,Satuan\na1,Daftar Pemilih,Coklit,03/12/2026,hari kalender"
    (one,) = read_calendar("uji", rows(text), SatuanHari.KERJA).tahap
    assert (one.mulai, one.satuan) == (date(2026, 12, 3), SatuanHari.KALENDER)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-12", date(2026, 11, 12)),
        ("12-11-2026", date(2026, 11, 12)),
        ("12/11/2026", date(2026, 11, 12)),
        ("12.11.2026", date(2026, 11, 12)),
        ("12 November 2026", None),
        ("11/23/2026", None),
        ("2026-02-30", None),
        ("12-11-26", None),
        ("46338", None),
    ],
)
def test_only_dates_that_can_mean_one_day_are_read(text: str, day: date | None) -> None:
    assert parse_day(text) == day


def test_a_date_cell_of_a_workbook_is_read() -> None:
    head = tuple(Cell(word, "text") for word in ("tanggal", "alasan"))
    line = (Cell("2026-12-09T00:00:00", "date"), Cell("Hari jadi kabupaten", "text"))
    (one,) = read_days((head, line))
    assert one.tanggal == date(2026, 12, 9)


@pytest.mark.syarat("S-164")
def test_a_text_date_is_refused_by_row_and_column_with_the_way_to_write_it() -> None:
    with pytest.raises(BadLembar) as caught:
        read(GOOD, "dpt;daftar_pemilih;DPT ditetapkan;28 Desember 2026;;;;;;;;;")
    assert caught.value.sentence == (
        "Baris 3, kolom mulai: '28 Desember 2026' bukan tanggal yang dapat dibaca."
    )
    assert "2026-11-12" in caught.value.hint


@pytest.mark.syarat("S-164")
def test_every_faulty_cell_is_named() -> None:
    found = refused(
        "dps;daftar;DPS;2026-12-11;;tiga;pekan;;;;;;",
        "DPT;daftar_pemilih;DPT ditetapkan;2026-12-28;;;;;;;;;",
        ";;;;;;;;;;;;",
        "a1;pencalonan;Tahap;2026-12-28;;0;;;;;;;",
    )
    assert found == [
        "E163 Baris 2, kolom jalur: 'daftar' tidak dikenal; pilih " + ", ".join(Jalur) + ".",
        "E163 Baris 2, kolom satuan: 'pekan' tidak dikenal; pilih hari_kerja, hari_kalender.",
        "E163 Baris 2, kolom lama: 'tiga' bukan bilangan bulat.",
        "E163 Baris 3, kolom kode: pakai huruf kecil, angka, dan garis bawah.",
        "E163 Baris 5, kolom lama: isi 1 sampai 400 hari.",
    ]


def test_more_than_one_fault_is_counted_in_the_sentence() -> None:
    with pytest.raises(BadLembar, match="Ada 1 kesalahan lain"):
        read("DPS;;DPS ditetapkan;2026-12-11;;;;;;;;;")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a1;pencalonan;Tahap;;;;;;;;;;", "kolom mulai: isi mulai atau acuan"),
        ("a1;pencalonan;Tahap;2026-12-28;2026-12-01;;;;;;;;", "selesai tidak boleh sebelum mulai"),
        ("a1;pencalonan;Tahap;;;;;hilang;;;;;", "kolom acuan: tahap 'hilang' tidak ada"),
        ("a1;pencalonan;Tahap;2026-12-28;;;;;;;hilang;;", "kolom sesudah: tahap 'hilang'"),
        ("a1;pencalonan;Tahap;;;;;a1;;;;;", "kolom acuan: 'a1' dihitung dari dirinya"),
        ("dps;pencalonan;Tahap;2026-12-28;;;;;;;;;", "Baris 3, kolom kode: 'dps' dipakai dua"),
    ],
)
def test_a_stage_without_a_place_is_named(line: str, said: str) -> None:
    (found,) = refused(GOOD, line)
    assert said in found


def test_missing_columns_and_an_empty_sheet_are_named() -> None:
    assert refused("dps;DPS", head="kode;kegiatan") == [
        "E165 Kolom 'jalur' tidak ada di baris judul."
    ]
    assert refused() == ["E163 Baris 2, kolom kode: belum ada isinya."]
    with pytest.raises(BadLembar):
        read_days(())


def test_own_days_are_off_unless_another_word_is_said() -> None:
    first, second = "2026-12-09;Hari jadi;", "2027-03-11;Idul Fitri pindah;hari kerja"
    days = read_days(rows(f"tanggal;alasan;jenis\n{first}\n{second}"))
    assert [one.jenis for one in days] == [JenisHari.LIBUR, JenisHari.HARI_KERJA]


@pytest.mark.parametrize("line", ["9 Des 2026;Hari jadi", ";Hari jadi", "2026-12-09;", "x"])
def test_own_days_that_say_no_day_or_reason_are_refused(line: str) -> None:
    with pytest.raises(BadLembar):
        read_days(rows(f"tanggal;alasan\n2026-12-10;Hari jadi\n{line}"))


def test_the_calendars_that_travel_along_are_read_from_disk() -> None:
    folder = Path(__file__).parents[3] / "resources/kalender"
    for path in sorted(folder.glob("*.csv")):
        assert (
            len(
                read_calendar(
                    path.stem, read_sheets(path.read_bytes())[0].rows, SatuanHari.KERJA
                ).tahap
            )
            > 20
        )
