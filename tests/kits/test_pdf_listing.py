import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.pdf.listing import LOOK, Line, Listing, listing
from pilkades_desk.kits.pdf.page import A4, F4, Frame
from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.kits.pdf.sheet import Sheet, draw
from pilkades_desk.kits.pdf.slips import Slips, slips
from pilkades_desk.kits.pdf.tables import Column
from tests.kits.pdf_pages import all_text, fonts_not_embedded, overflows
from tests.kits.test_pdf_sheet import marks

COLUMNS = (Column("No", 12, "r"), Column("Nama", 60), Column("L/P", 12, "c"))
LETTERS = "abcdefghijklmnoprstuvwyz ABDEGHKLMNPRSTWY.,'’-()\\āīūḥṣḍṭẓġʿʾéèñŋ"
NAMES = st.text(LETTERS, min_size=1, max_size=100)


def drawn(rows: list[Line], frame: Frame = A4, progress: Progress = quiet) -> bytes:
    plan = Listing(COLUMNS, LOOK, lambda lines: (f"SUB {len(lines)}",), lines_below=1)
    return draw(lambda sheet: listing(sheet, plan, rows, progress), frame, marks())


def rows(count: int, name: str = "Wiryawan") -> list[Line]:
    return [(str(number), name, "LP"[number % 2]) for number in range(1, count + 1)]


@pytest.mark.parametrize("frame", [A4, F4.landscape], ids=["A4", "F4 turned"])
def test_every_row_is_there_once_and_each_page_has_head_and_subtotal(frame: Frame) -> None:
    pdf = drawn(rows(150), frame)
    pages = [" ".join(page_text(pdf, index).split()) for index in range(page_count(pdf))]
    assert len(pages) > 2
    assert sum(page.count("Wiryawan") for page in pages) == 150
    assert [page.count("No Nama L/P") for page in pages] == [1] * len(pages)
    assert sum(int(page.split("SUB")[1].split()[0]) for page in pages) == 150


@settings(max_examples=30)
@given(st.lists(NAMES, min_size=1, max_size=70))
def test_any_text_stays_in_its_column_and_is_whole(names: list[str]) -> None:
    pdf = drawn([(str(number), name, "L") for number, name in enumerate(names)])
    assert overflows(pdf) == []
    assert fonts_not_embedded(pdf) == set()
    text = "".join(all_text(pdf).split())
    assert all("".join(name.split()) in text for name in names if name.isascii())


def test_a_name_of_a_hundred_letters_stays_readable_on_two_lines() -> None:
    pdf = drawn(rows(1, "Raden Kusumaningtyas " * 4 + "Mangkunegaran Jati"))
    assert overflows(pdf) == []
    assert all_text(pdf).count("Kusumaningtyas") == 4


def test_the_same_list_is_the_same_bytes() -> None:
    assert drawn(rows(90)) == drawn(rows(90))


def test_progress_is_told_page_by_page_up_to_the_last_row() -> None:
    seen: list[tuple[int, int]] = []
    pdf = drawn(rows(150), progress=lambda done, total: seen.append((done, total)))
    assert len(seen) == page_count(pdf)
    assert seen[-1] == (150, 150)


def test_slips_fill_pages_and_what_they_share_is_drawn_on_each() -> None:
    def compose(sheet: Sheet) -> None:
        def standing(top: float) -> None:
            sheet.canvas.drawString(sheet.left, top - 20, "BERSAMA")

        slips(sheet, Slips(67, standing, lambda _index, _top: ()), 10)

    pdf = draw(compose, F4, marks())
    pages = [page_text(pdf, index) for index in range(page_count(pdf))]
    assert [page.count("BERSAMA") for page in pages] == [4, 4, 2]
