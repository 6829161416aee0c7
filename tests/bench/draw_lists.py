"""One list of 10.000 voters drawn in a process of its own: prints CPU seconds and memory growth."""

import resource
import sys
import time
from collections.abc import Callable

from pilkades_desk.kits.pdf.fonts import ready
from pilkades_desk.pemilih.pdf import daftar as pdf
from pilkades_desk.tps.pdf.f18 import draw_f18
from tests.bench.hand import write_invitations, write_list
from tests.pemilih.lists import f06, voters
from tests.tps.lists import f18

COUNT = 10_000


def raw(drawn: bytes, *_rest: object) -> bytes:
    return drawn


def job(name: str) -> Callable[[], bytes]:
    if name == "hand":
        rows = voters(COUNT)
        return lambda: write_list(rows)
    if name in {"f06", "f06 archived"}:
        isi = f06(COUNT)
        if name == "f06":
            pdf.document.__globals__["archive"] = raw  # what the yardstick does not do either
        return lambda: pdf.draw_daftar(isi)
    invitations = f18(COUNT)
    if name == "mask":
        return lambda: write_invitations(invitations)
    return lambda: draw_f18(invitations)


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


ready()
work = job(sys.argv[1])
before, began = memory(), time.process_time()
size = len(work())
print(f"{time.process_time() - began:.3f} {memory() - before:.0f} {memory():.0f} {size // 1024}")
