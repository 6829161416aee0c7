"""Imports a KPU sheet into a new election, beside the parser alone reading the same cells.

Prints as its last line: CPU seconds of the parser, of the import, and voters stored.
"""

import io
import sys
import tempfile
import time
from pathlib import Path

from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pilkades_desk.pemilih.usecases import import_sheet, summarise
from tests.makers import make_meja


def plain(path: Path) -> float:
    """CPU seconds of reading the same cells by the parser alone."""
    began = time.process_time()
    with CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())) as book:
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return time.process_time() - began


def main(path: Path, *, beside: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        meja = make_meja(Path(folder))
        alone = plain(path) if beside else 0.0
        began = time.process_time()
        import_sheet(meja, path)
        took = time.process_time() - began
        stored = summarise(meja).jumlah
        meja.close()
    print(alone, took, stored)


main(Path(sys.argv[1]), beside=len(sys.argv) > 2)
