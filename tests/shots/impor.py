"""Pictures of the import: a sheet that is known, and books whose columns a person chooses."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.app.desk_window import DeskWindow
from pilkades_desk.pemilih.screen import PemilihScreen
from pilkades_desk.pemilih.usecases import import_sheet
from tests.answering import Answering
from tests.makers import make_meja
from tests.pemilih.lembar_asing import rt_rows
from tests.pemilih.lembar_contoh import xlsx_bytes
from tests.pemilih.lembar_orang import invent
from tests.shots.camera import Shot, settle
from tests.shots.rounds import round_shots

ROWS = 3000


def import_shots(folder: Path) -> Iterator[Shot]:
    """The page of the import, on an election that has nobody yet."""
    folder.mkdir()
    meja = make_meja(folder)
    window = DeskWindow(meja, Answering())
    window.frame.open_page(2)
    window.frame.show()
    write_kpu33(folder / "daftar-pemilih.xlsx", seed=3, jumlah=ROWS)
    yield "2-impor", opened(window, folder / "daftar-pemilih.xlsx")
    people = invent(1, 36)
    books = [(f"RT 0{n + 1}", rt_rows(people[n * 12 : n * 12 + 12])) for n in range(3)]
    for _, rows in books:
        rows[1].append("Uang saku")
        for row in rows[2:]:
            row.append("50 ribu")
    (folder / "buku-rt.xlsx").write_bytes(xlsx_bytes(books))
    yield "2-impor-kolom", opened(window, folder / "buku-rt.xlsx")
    write_kpu33(folder / "susulan.xlsx", seed=4, jumlah=40)
    for name in ("daftar-pemilih.xlsx", "susulan.xlsx"):
        import_sheet(meja, folder / name)
    yield "2-impor-sebelumnya", side_by_side(window)
    yield from round_shots(meja, window)
    meja.close()


def side_by_side(window: DeskWindow) -> QWidget:
    page = window.frame.findChild(PemilihScreen)
    assert page is not None
    page.importing.page.back.click()
    page.reload()
    page.tabs.open_view(page.batches)
    page.batches.compare.click()
    settle()
    return window.frame


def opened(window: DeskWindow, path: Path) -> QWidget:
    page = window.frame.findChild(PemilihScreen)
    assert page is not None
    page.importing.open(path)
    settle()
    settle()
    return window.frame
