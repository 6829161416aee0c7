"""What can be frozen, on a real counted election; and files that cannot be written."""

from pathlib import Path

import pytest

from pilkades_desk.berita_acara.dokumen import Pembekuan
from pilkades_desk.berita_acara.usecases import freeze_all, read_freezable, save_pdf
from pilkades_desk.core.errors import PilkadesError, StorageError
from tests.berita_acara.documents import make_dokumen
from tests.makers import make_meja
from tests.penghitungan.desks import MAJALENGKA, close_form, open_desks, type_twice


def test_nothing_can_be_frozen_on_the_first_day(tmp_path: Path) -> None:
    assert read_freezable(make_meja(tmp_path)) == ()


def test_a_final_unit_can_be_frozen_while_others_are_open(tmp_path: Path) -> None:
    desks = open_desks(tmp_path, units=(MAJALENGKA, MAJALENGKA))
    type_twice(desks)
    close_form(desks)
    ready = read_freezable(desks.ketua)
    assert ready == (Pembekuan(kode="F-27", unit=1), Pembekuan(kode="F-28", unit=1))


def test_the_last_final_unit_opens_recap_and_decision(tmp_path: Path) -> None:
    desks = open_desks(tmp_path)
    type_twice(desks)
    close_form(desks)
    assert [one.kode for one in read_freezable(desks.ketua)] == ["F-27", "F-28", "F-29", "F-33"]


def test_freezing_is_refused_while_the_village_has_no_key(tmp_path: Path) -> None:
    with pytest.raises(PilkadesError) as caught:
        freeze_all(make_meja(tmp_path), [Pembekuan(kode="F-07")])
    assert caught.value.hint


def test_short_names_are_those_of_frozen_documents() -> None:
    assert Pembekuan(kode="F-27", unit=3).dok == "F27003"
    assert Pembekuan(kode="F-29").dok == "F29"


def test_nobody_is_missing_on_a_withdrawn_document() -> None:
    assert make_dokumen(sudah=(2,)).belum == (1, 3)
    assert make_dokumen(ditarik="diganti").belum == ()


def test_a_place_that_takes_no_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(StorageError) as caught:
        save_pdf(make_meja(tmp_path), make_dokumen(), tmp_path / "berkas" / "F-27.pdf")
    assert "berkas" in caught.value.sentence
    assert caught.value.hint
