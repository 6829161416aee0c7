"""`python -m tests.chaos.syncing MAP` tells as JSON how often each act forces a file to the disk.

The library shim.c must be preloaded.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from pilkades_desk.penghitungan.usecases import (
    finish_entry,
    save_field,
    save_fields,
    start_entry,
)
from tests.chaos.shim import Shim
from tests.passwords import quick_passwords
from tests.penghitungan.desks import GOOD, Desks, close_form, open_desks, type_form


def acts(desks: Desks) -> dict[str, Callable[[], object]]:
    """Everything between an empty and a final form, in order."""
    rini = desks.rini
    return {
        "mulai": lambda: start_entry(rini, 1),
        "satu kotak": lambda: save_field(rini, 1, "suara_1", 211),
        "seluruh formulir": lambda: save_fields(rini, 1, GOOD),
        "selesai": lambda: finish_entry(rini, 1),
    }


def main(folder: str) -> int:
    """Type a form, then close it."""
    place, shim = Path(folder), Shim()
    with quick_passwords():
        desks = open_desks(place)
        told = {name: shim.syncs(place, act) for name, act in acts(desks).items()}
        type_form(desks.yanto)
        told["final"] = shim.syncs(place, lambda: close_form(desks))
        desks.ketua.close()
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
