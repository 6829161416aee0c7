"""What can be frozen, on a real counted election; and files that cannot be written."""

from pathlib import Path

import pytest

from pilkades_desk.berita_acara.dokumen import Pembekuan
from pilkades_desk.berita_acara.usecases import (
    freeze,
    freeze_all,
    read_dokumen,
    read_freezable,
    save_pdf,
)
from pilkades_desk.core.errors import DocumentError, PilkadesError, StateError, StorageError
from pilkades_desk.panitia.orang import OrangBaru, add_orang
from pilkades_desk.panitia.usecases import make_village_keys
from tests.berita_acara.documents import make_dokumen
from tests.berita_acara.makers import SANDI, count_again, freeze_f27s
from tests.makers import make_meja, stand_by_all
from tests.penghitungan.desks import (
    GOOD,
    MAJALENGKA,
    Desks,
    close_form,
    open_desks,
    type_twice,
)


def test_nothing_can_be_frozen_on_the_first_day(tmp_path: Path) -> None:
    assert read_freezable(make_meja(tmp_path)) == ()


def test_a_final_unit_can_be_frozen_while_others_are_open(tmp_path: Path) -> None:
    desks = open_desks(tmp_path, units=(MAJALENGKA, MAJALENGKA))
    type_twice(desks)
    close_form(desks)
    ready = {one.dok for one in read_freezable(desks.ketua)}
    assert ready == {"F07", "F27001", "F28001"}


def test_the_last_f27_opens_recap_and_decision(desks: Desks) -> None:
    freeze(desks.ketua, "F-27", 1)
    assert {one.dok for one in read_freezable(desks.ketua)} == {"F07", "F27002", "F28001", "F28002"}
    freeze(desks.ketua, "F-27", 2)
    ready = {one.dok for one in read_freezable(desks.ketua)}
    assert ready == {"F07", "F28001", "F28002", "F29", "F33"}


def test_an_f27_of_figures_taken_back_opens_no_recap(desks: Desks) -> None:
    freeze_f27s(desks.ketua)
    count_again(desks, 2, GOOD)
    assert "F29" not in {one.dok for one in read_freezable(desks.ketua)}


def test_everything_ready_twice_is_everything(desks: Desks) -> None:
    for _ in range(2):
        freeze_all(desks.ketua, read_freezable(desks.ketua))
    frozen = [one.dok for one in read_dokumen(desks.ketua)]
    assert frozen == ["F07", "F27001", "F28001", "F27002", "F28002", "F29", "F33"]
    assert read_freezable(desks.ketua) == ()


@pytest.mark.syarat("S-615")
def test_a_document_names_the_offices_that_are_vacant(tmp_path: Path) -> None:
    desks = open_desks(tmp_path)
    make_village_keys(desks.ketua)
    orang = OrangBaru(nama="Penanda Uji", jabatan="Ketua KPPS", unit=1, sandi=SANDI)
    add_orang(desks.ketua, orang)
    type_twice(desks)
    close_form(desks)
    with pytest.raises(StateError, match="E153"):
        freeze(desks.ketua, "F-27", 1)
    stand_by_all(desks.ketua)
    with pytest.raises(DocumentError, match=r"F-27 belum lengkap: Anggota KPPS\."):
        freeze(desks.ketua, "F-27", 1)


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
