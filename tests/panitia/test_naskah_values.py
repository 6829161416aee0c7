"""What every form is made of adds up."""

import pytest

from pilkades_desk.panitia.naskah.values import LakiPerempuan, Naskah, count_kelamin


def test_rows_are_counted_by_sex() -> None:
    assert count_kelamin(["P", "L", "P"]) == LakiPerempuan(laki=1, perempuan=2, jumlah=3)


def test_a_line_is_found_by_its_code_and_a_missing_one_is_a_bug() -> None:
    naskah = Naskah(judul=("BERITA ACARA",), baris=(("A1", "Pemilih laki-laki"),))
    assert naskah.label("A1") == "Pemilih laki-laki"
    with pytest.raises(KeyError):
        naskah.label("A2")
