"""`pilkades-desk cadangan` and `pulihkan`: the same use cases as the window, for one line.

Passwords are typed without an echo; without a terminal they come from standard input, one a line.
"""

import getpass
import sys
from collections.abc import Sequence
from pathlib import Path

from pilkades_desk.app.backup_places import second_folder
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.app.wiring_cadangan import describe
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import AccessError
from pilkades_desk.kits.usb.sticks import find_sticks
from pilkades_desk.panitia.accounts import account_names, finish_restore
from pilkades_desk.panitia.cadangan import back_up, log_in_anywhere, places_of, proven_backup
from pilkades_desk.panitia.cadangan_pulih import preview, restore


def print_backup(folder: Path, second: Path | None, akun: str | None, clock: Clock) -> int:
    """Back up a folder to itself, a second folder and the stick; 0 when every place took it."""
    _tell_cut_off(folder)
    nama = akun or account_names(folder)[0]
    sandi = _password(nama)
    meja = log_in_anywhere(folder, nama, sandi, SCHEMA, clock)
    try:
        there = places_of(folder, second or second_folder(), find_sticks())
        made = back_up(meja, SCHEMA, there)
    finally:
        meja.close()
    print(f"Cadangan {made.catatan.nama}: {', '.join(made.catatan.tempat)}.")
    for one in made.temuan:
        print(f"{one.text}\n{one.do_now}", file=sys.stderr)
    return 1 if made.temuan else 0


def print_restore(path: Path, folder: Path, names: Sequence[str] | None, clock: Clock) -> int:
    """Show what a backup holds, ask for the passwords, and put it in the folder's place."""
    _tell_cut_off(folder)
    jenis = proven_backup(path).about.asal.jenis
    seen = preview(folder, path, SCHEMA, jenis)
    print(f"{seen.about.asal.nama}\n{describe(seen)}")
    for one in seen.temuan:
        print(f"{one.text} {one.do_now}")
    chosen = list(names or (*seen.akun, *seen.saksi)[:2])
    people = [(nama, _password(nama)) for nama in chosen]
    done = restore(folder, seen, people, SCHEMA, clock)
    print(f"Dipulihkan. Berkas sebelumnya: {done.disisihkan}")
    return 0


def _tell_cut_off(folder: Path) -> None:
    for one in finish_restore(folder):
        print(one.text)


def _password(nama: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(f"Kata sandi {nama}: ")
    line = sys.stdin.readline()
    if not line:
        raise AccessError(
            f"Kata sandi {nama} belum diberikan.", "Ketik di terminal, atau satu baris per akun."
        )
    return line.rstrip("\r\n")
