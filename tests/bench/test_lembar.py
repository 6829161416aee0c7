import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.measure import Measured, middle, report, run

pytestmark = pytest.mark.bench
HERE = Path(__file__).parent
MAKE = (
    "import sys; from pathlib import Path; from pilkades_desk.app.demo_voters import write_kpu33;"
    "print(write_kpu33(Path(sys.argv[1]), 1, int(sys.argv[2])).taken)"
)


def imported(path: Path, rows: int, *words: str) -> Measured:
    """Import a sheet in a process of its own; every good row must have been stored."""
    if not path.exists():
        path.with_suffix(".txt").write_text(run("-c", MAKE, path, str(rows)).last, "utf-8")
    found = run(HERE / "import_sheet.py", path, *words)
    assert found.last.split()[2] == path.with_suffix(".txt").read_text("utf-8")
    return found


def test_10000_rows_to_stored_voters_beside_the_parser_alone(tmp_path: Path) -> None:
    runs = [imported(tmp_path / "a.xlsx", 10_000, "beside").last.split() for _ in range(3)]
    ratio = middle([float(took) / float(alone) for alone, took, _ in runs])
    report("import of 10.000 KPU-33 rows, to python-calamine alone", f"{ratio:.1f}×", "≤ 6×")
    assert ratio <= 6


def test_memory_of_60000_rows(tmp_path: Path) -> None:
    peak = imported(tmp_path / "a.xlsx", 60_000).peak
    report("import of 60.000 KPU-33 rows: peak memory", f"{peak:.0f} MB", "≤ 400 MB")
    assert peak <= 400


def write_bomb(path: Path) -> None:
    """Two gigabytes of blanks as the one sheet of a book."""
    blank = b" " * (1 << 20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(2_048):
                sheet.write(blank)


def write_blank_rows(path: Path) -> None:
    """A million formatted rows without a word, sixteen cells each."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(b"<worksheet><sheetData>")
            for number in range(1, 1_000_001):
                cells = "".join(f'<c r="{letter}{number}" s="1"/>' for letter in "ABCDEFGH")
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())


@pytest.mark.parametrize("write", [write_bomb, write_blank_rows])
def test_files_that_would_burst_are_refused_at_once(
    tmp_path: Path, write: Callable[[Path], None]
) -> None:
    path = tmp_path / "a.xlsx"
    write(path)
    found = run(HERE / "refuse_sheet.py", path)
    took, sentence = found.last.split(maxsplit=1)
    name = write.__name__.removeprefix("write_")
    report(
        f"{name} refused: CPU and peak memory",
        f"{float(took):.1f} s, {found.peak:.0f} MB",
        "≤ 5 s, 300 MB",
    )
    assert sentence != "diterima"
    assert float(took) <= 5
    assert found.peak <= 300
