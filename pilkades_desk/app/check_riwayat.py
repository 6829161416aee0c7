"""`pilkades-desk periksa riwayat FOLDER`: the log of a village or a desk, verified on demand.

The password is asked without echo, or read from standard input where there is no terminal. Opening
the file is a login like any other and is recorded as one.
"""

import getpass
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import AccessError, StateError
from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.accounts import account_names
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.periksa import Laporan
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.pemilih.kini.usecases import check_kini
from pilkades_desk.penerimaan.desk import MejaKabupaten
from pilkades_desk.penerimaan.usecases import log_in_desk

WHOLE, FOUND = 0, 1


def check_riwayat(
    folder: Path, akun: str, sandi: str, usb: Sequence[Path], clock: Clock
) -> Laporan:
    """Log in, verify, compare with the stick; what was found on opening comes first."""
    from pilkades_desk.paket.banding import compare_village
    from pilkades_desk.penerimaan.banding import compare_desk

    with closing(_log_in_either(folder, akun, sandi, clock)) as meja:
        laporan = compare_village(meja, usb) if isinstance(meja, Meja) else compare_desk(meja, usb)
        listed = check_kini(meja) if isinstance(meja, Meja) else ()
    fresh = [each for each in laporan.temuan if each not in meja.pembukaan]
    return Laporan(laporan.kepala, (*meja.pembukaan, *fresh, *listed), laporan.dibandingkan)


def _log_in_either(folder: Path, akun: str, sandi: str, clock: Clock) -> Meja | MejaKabupaten:
    try:
        return log_in(folder, akun, sandi, SCHEMA, clock)
    except StateError:  # the file is a kabupaten's
        return log_in_desk(folder, akun, sandi, SCHEMA, clock)


def print_riwayat(
    folder: Path, akun: str | None, usb: Sequence[Path], clock: Clock, *, as_json: bool
) -> int:
    """Ask for the password, print what was found and give the exit code: 1 with an error found."""
    nama = akun or _only_account(folder)
    laporan = check_riwayat(folder, nama, read_password(nama), usb, clock)
    print(json.dumps(as_facts(laporan), ensure_ascii=False) if as_json else describe(laporan))
    return WHOLE if laporan.utuh else FOUND


def read_password(nama: str) -> str:
    """Ask for a password without showing it; from standard input where nobody sits."""
    if sys.stdin.isatty():
        return getpass.getpass(f"Kata sandi {nama}: ")
    return sys.stdin.readline().rstrip("\r\n")


def as_facts(laporan: Laporan) -> dict[str, object]:
    """Give what `--json` prints."""
    return {
        "utuh": laporan.utuh,
        "langkah": laporan.kepala.seq,
        "kepala": laporan.kepala.full,
        "dibandingkan": laporan.dibandingkan,
        "temuan": [
            {"kode": each.code, "tentang": each.subject, "teks": each.text, "lakukan": each.do_now}
            for each in laporan.temuan
        ],
    }


def describe(laporan: Laporan) -> str:
    """Say in Indonesian what was found."""
    lines = [f"{each.code}: {each.text} {each.do_now}" for each in laporan.temuan]
    if laporan.utuh:
        lines.append(f"Riwayat {angka(laporan.kepala.seq)} langkah utuh.")
    if laporan.dibandingkan:
        lines.append(f"Dibandingkan dengan {laporan.dibandingkan} paket atau tanda terima.")
    return "\n".join([*lines, f"Kepala riwayat: {laporan.kepala.text}"])


def _only_account(folder: Path) -> str:
    names = account_names(folder)
    if len(names) != 1:
        raise AccessError(
            "Sebutkan akun yang membuka berkas ini.", f"Tambahkan --akun, misalnya {names[0]}."
        )
    return names[0]
