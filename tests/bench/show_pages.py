"""Pages of every kind of document made ready for the screen: prints p50 and p95 in ms, and pages.

As the preview asks for them: page by page, each opening its document anew, at 1,5 times 96 dpi.
"""

import random
import time

from pilkades_desk.kits.pdf.render import page_count, page_picture
from tests.naskah.documents import draw
from tests.naskah.golden import CODES, cases, drawn
from tests.pemilih.lists import f06

DPI, OF_THE_LIST = 144, 60


def pages() -> list[tuple[bytes, int]]:
    """Give every page of every form in every case, and some of a list of 10.000 voters."""
    forms = [drawn(kode, case) for kode in CODES for case in cases(kode)]
    voters = draw(f06(10_000))
    some = random.Random(1).sample(range(page_count(voters)), OF_THE_LIST)
    every = [(pdf, index) for pdf in forms for index in range(page_count(pdf))]
    return [*every, *((voters, index) for index in some)]


def took(pdf: bytes, index: int) -> float:
    began = time.perf_counter()
    page_picture(pdf, index, DPI)
    return (time.perf_counter() - began) * 1000


times = sorted(took(pdf, index) for pdf, index in pages())
print(f"{times[len(times) // 2]:.1f} {times[len(times) * 95 // 100]:.1f} {len(times)}")
