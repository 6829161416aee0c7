"""All documents of a village of 10.000 voters and 20 TPS, in a process of its own.

Prints CPU seconds, peak memory in MB and how many documents it drew.
"""

import gc
import resource
import time

from pilkades_desk.kits.pdf.fonts import ready
from pilkades_desk.panitia.naskah.values import IsiUmum
from tests.naskah.documents import documents, draw
from tests.naskah.samples import blank, filled
from tests.pemilih.lists import f06, f08
from tests.tps.lists import f10, f18, f18b

UNITS, VOTERS = 20, 500
OF_A_UNIT = ("F-20", "F-21", "F-22", "F-23", "F-24", "F-26", "F-30", "F-32")
OWN = ("F-06", "F-10", "F-18", "F-27", "F-28", "F-08", "F-18b", "F-29")


def contents() -> list[IsiUmum]:
    """Make what is printed: lists and minutes per unit, the village's own, every form blank."""
    usual, most = documents("biasa"), documents("banyak")
    simple = filled("biasa")
    unit = [*(simple[kode] for kode in OF_A_UNIT), usual["F-27"], usual["F-28"]]
    lists = [f06(VOTERS), f10(VOTERS), f18(VOTERS)]
    village = [isi for kode, isi in {**usual, **simple}.items() if kode not in (*OF_A_UNIT, *OWN)]
    return [
        *[isi for _ in range(UNITS) for isi in (*lists, *unit)],
        *(f08(UNITS), f18b(UNITS), most["F-29"]),
        *village,
        *blank().values(),
    ]


gc.set_threshold(10_000)  # as the program does
ready()
every = contents()
began = time.process_time()
for isi in every:
    draw(isi)
spent = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{spent:.2f} {peak:.0f} {len(every)}")
