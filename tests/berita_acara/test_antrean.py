"""Everything one unit needs on paper, on a real counted election, taken by a captured job."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pilkades_desk.app.wiring_berita_acara import make_berita_acara_acts
from pilkades_desk.berita_acara.antrean import queue_unit
from pilkades_desk.berita_acara.daftar import Cara, StatusLembar
from pilkades_desk.berita_acara.usecases import freeze, read_daftar, read_pdf
from pilkades_desk.core.progress import quiet
from pilkades_desk.kits.pdf.render import page_count
from pilkades_desk.kits.qt.printing import print_queue
from pilkades_desk.panitia.naskah.pencetakan import read_prints
from pilkades_desk.panitia.usecases import make_village_keys
from pilkades_desk.tps.usecases import lock_units, plan_units
from tests.kits.test_qt_printing import file_printer
from tests.penghitungan.desks import Desks
from tests.tps.test_cetak import PEOPLE, add_people
from tests.tps.test_usecases import open_desks

BLANK = [f"F-{number} kosong" for number in (20, 21, 22, 23, 24)]


@pytest.mark.syarat("S-625")
def test_a_unit_is_given_its_documents_its_lists_and_its_blank_forms(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    queue = {one.nama: one for one in queue_unit(desks.ketua, 1)}
    assert [*queue][-3:] == ["F-27", "F-28 kosong", "F-30 kosong"]
    assert set(BLANK) <= queue.keys()
    assert "F-26 kosong" not in queue
    assert queue["F-27"].draw(quiet).pdf == read_pdf(desks.ketua, dokumen)
    blank = queue["F-23 kosong"].draw(quiet)
    assert (blank.identitas.kode, blank.identitas.unit) == ("F-23", 1)
    other = {one.nama for one in queue_unit(desks.ketua, 2)}
    assert "F-27 kosong" in other


@pytest.mark.syarat("S-625")
def test_the_lists_of_a_locked_plan_are_printed_with_the_rest(qtbot: QtBot, tmp_path: Path) -> None:
    meja, _ = open_desks(tmp_path / "desa")
    make_village_keys(meja)
    add_people(meja, *PEOPLE)
    plan_units(meja, 2)
    assert not {"F-06", "F-10", "F-18"} & {one.nama for one in queue_unit(meja, 1)}
    lock_units(meja)
    queue = queue_unit(meja, 1)
    assert [one.nama for one in queue][:4] == ["F-06", "F-06", "F-10", "F-18"]
    assert print_queue(
        make_berita_acara_acts(meja).read_queue(1), file_printer(tmp_path / "cetak.pdf")
    ) == len(queue)
    copies = {
        one.wajib.kode: (one.status, one.lembar)
        for one in read_daftar(meja)
        if one.wajib.unit == 1 and one.wajib.cara is Cara.DAFTAR
    }
    assert copies == {
        "F-06": (StatusLembar.DICETAK, 2),
        "F-10": (StatusLembar.DICETAK, 1),
        "F-18": (StatusLembar.DICETAK, 1),
    }
    meja.close()


@pytest.mark.syarat("S-621", "S-625")
def test_what_the_printer_took_of_a_unit_is_in_the_list(
    desks: Desks, qtbot: QtBot, tmp_path: Path
) -> None:
    meja = desks.ketua
    freeze(meja, "F-27", 1)
    queue = make_berita_acara_acts(meja).read_queue(1)
    count = print_queue(queue, file_printer(tmp_path / "cetak.pdf"))
    assert count == len(queue) == len(read_prints(meja))
    assert page_count((tmp_path / "cetak.pdf").read_bytes()) > count
    printed = {
        one.wajib.kode
        for one in read_daftar(meja)
        if one.wajib.unit == 1 and one.status is StatusLembar.DICETAK
    }
    assert {"F-20", "F-23", "F-27", "F-30"} <= printed
    second = [one for one in read_daftar(meja) if one.wajib.unit == 2]
    assert all(one.lembar == 0 for one in second)
