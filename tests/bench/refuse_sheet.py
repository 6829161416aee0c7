"""Hands one bad file to the importer; prints CPU seconds and the sentence it is refused with."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pilkades_desk.core.errors import SheetError
from pilkades_desk.pemilih.pratinjau import open_sheet_file

began = time.process_time()
try:
    open_sheet_file(Path(sys.argv[1]))
    SENTENCE = "diterima"
except SheetError as error:
    SENTENCE = error.sentence
print(time.process_time() - began, SENTENCE)
