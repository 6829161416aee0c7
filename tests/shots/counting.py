"""Pictures of step 5 half-way: one unit in every state worth seeing, then the sheet itself.

The demo's own functions make the election; the screens are driven to the states worth a picture.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pilkades_desk.app.demo_count import count_unit, paper_form, slip, type_form
from pilkades_desk.app.demo_prepare import (
    Panitia,
    add_operators,
    import_pemilih,
    seal_dpt,
    share_out,
    stand_for_election,
)
from pilkades_desk.app.demo_say import Story
from pilkades_desk.app.demo_village import (
    DESA,
    KETUA,
    PENETAPAN_DPT,
    PENGHITUNGAN,
    PERSIAPAN,
    UNDIAN,
    votes_by_unit,
)
from pilkades_desk.app.desk_content import DeskContent
from pilkades_desk.app.main_window import MainWindow
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.app.wiring_penghitungan import make_penghitungan_acts
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import create_pemilihan
from pilkades_desk.penghitungan.screen import make_screen as make_hitung
from pilkades_desk.penghitungan.usecases import finish_entry
from pilkades_desk.tps.usecases import read_units
from tests.answering import Answering
from tests.shots.camera import Shot

PEMILIH, TPS, YES = 1200, 6, True


def make_people(folder: Path) -> tuple[Panitia, SteppingClock]:
    """A village whose candidates have their numbers; nothing is shared out yet."""
    clock = SteppingClock(PERSIAPAN)
    ketua = create_pemilihan(folder / "pemilihan", DESA, KETUA, SCHEMA, clock).meja
    people = Panitia(ketua, *add_operators(ketua, KETUA.sandi), {})
    clock.jump(PENETAPAN_DPT)
    story = Story(lambda _words: None, 14)
    import_pemilih(people, folder, PEMILIH, 1, story)
    seal_dpt(people, story)
    clock.jump(UNDIAN)
    stand_for_election(people, story)
    return people, clock


def framed(meja: Meja, page: QWidget) -> MainWindow:
    """Step 5's page in the window it is used in."""
    window = MainWindow(DeskContent(meja).window(), lambda _number: page)
    window.open_page(5)
    return window


def hitung_shots(people: Panitia) -> Iterator[Shot]:
    """One unit in every state worth seeing, then the sheet itself."""
    units = read_units(people.ketua)
    came = votes_by_unit([(unit.dpt_l, unit.dpt_p) for unit in units], 3, 1)
    forms = [paper_form(unit, votes) for unit, votes in zip(units, came, strict=True)]
    for unit, form in list(zip(units, forms, strict=True))[:2]:
        count_unit(people, unit, form, slips=False)
    type_form(people.operator_1, 3, forms[2].isi)
    finish_entry(people.operator_1, 3)
    type_form(people.operator_2, 3, slip(slip(forms[2].isi, "suara_1"), "rusak"))
    finish_entry(people.operator_2, 3)
    type_form(people.operator_1, 4, forms[3].isi)
    finish_entry(people.operator_1, 4)
    pages = make_hitung(make_penghitungan_acts(people.operator_1), Answering())
    window = framed(people.operator_1, pages)
    window.show()
    pages.overview.table.selectRow(2)
    yield "5-formulir", window
    pages.overview.deed.click()
    yield "5-ketik-ulang", window
    pages.entry._close()
    pages.overview.table.selectRow(4)
    pages.overview.deed.click()
    for isian_id, nilai in list(forms[4].isi.items())[:12]:
        pages.entry.rows[isian_id].box.setText(str(nilai))
        pages.entry.rows[isian_id].box.walked.emit(1)
    pages.entry.rows["hitung_mulai"].box.setText("1375")
    pages.entry.rows["hitung_mulai"].box.walked.emit(1)
    yield "5-entri", window
    wrong = forms[4].isi | {"sisa": 3, "hadir_jumlah": 1}
    for isian_id, nilai in wrong.items():
        pages.entry.rows[isian_id].box.setText(str(nilai))
    pages.entry.done.click()
    yield "5-lihat-kertas", window
    pages = make_hitung(make_penghitungan_acts(people.ketua), Answering(YES))
    window = framed(people.ketua, pages)
    window.show()
    pages.overview.table.selectRow(4)
    pages.overview.deed.click()
    yield "5-galat", window
    pages.overview.tabs.open_view(pages.overview._rekap_view)
    yield "5-rekap-sementara", window


def counting_shots(folder: Path) -> Iterator[Shot]:
    """Step 5 with two units final, one differing, one half typed."""
    people, clock = make_people(folder)
    share_out(people, TPS, Story(lambda _words: None, 14))
    clock.jump(PENGHITUNGAN)
    yield from hitung_shots(people)
    people.ketua.close()
