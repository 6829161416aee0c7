"""`python -m tests.chaos MAP KALI BENIH [JENIS …]`: kill the writing; tells as JSON what came."""

import json
import sys
from pathlib import Path

from tests.chaos.killing import kill_often
from tests.chaos.writes import KINDS
from tests.passwords import quick_passwords


def main(folder: str, times: str, seed: str, *names: str) -> int:
    """Kill each kind of write as often as it asks for, so many times over."""
    kinds = [kind for kind in KINDS if not names or kind.name in names]
    with quick_passwords():
        for kind in kinds:
            told = kill_often(kind, Path(folder) / kind.name, int(times) * kind.rounds, seed)
            print(json.dumps(vars(told)), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
