"""The command line: `pilkades-desk [demo | meja | periksa …]`; no word opens the window.

Every failure is one sentence and one hint on standard error and an exit code other than 0.
"""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from pilkades_desk.app.cli_words import IndonesianParser
from pilkades_desk.core.errors import PilkadesError, ResourceError, StorageError

REFUSED = 1
NOBODY_READS = 141
"""What a shell says of a program whose reader went away."""
_NEW_OBJECTS = 10_000
"""How many before the demo looks for rings among them: 700 would cost it a second for nothing."""
COMMANDS = ("buka", "cadangan", "demo", "meja", "periksa", "pulihkan")
Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 1 with sentence and hint when it did not."""
    try:
        try:
            return _run(argv)
        finally:
            if sys.stdout:  # a window on Windows has none
                sys.stdout.flush()
    except BrokenPipeError:  # whoever read has had enough, as `| head` does
        _, nowhere = os.pipe()  # takes the last words, which Python writes once more at the end
        os.dup2(nowhere, sys.stdout.fileno())
        return NOBODY_READS


def _run(argv: Sequence[str] | None) -> int:
    options = parse(sys.argv[1:] if argv is None else argv)
    command: Command = options.jalankan
    try:
        return command(options)
    except PilkadesError as error:
        print(f"{error.sentence}\n{error.hint}", file=sys.stderr)
        return REFUSED


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the words; a path that is there, or is written as one, is an election to open."""
    words = list(argv)
    if words and words[0] not in COMMANDS and _is_path(words[0]):
        words.insert(0, "buka")
    return _parser().parse_args(words)


def _is_path(word: str) -> bool:
    """Tell a path from a command typed wrong; an option is neither."""
    written = "/" in word or "\\" in word or bool(Path(word).suffix)
    return not word.startswith("-") and (written or Path(word).exists())


def _parser() -> argparse.ArgumentParser:
    parser = IndonesianParser(prog="pilkades-desk", description="Meja kerja pilkades.")
    parser.set_defaults(jalankan=_window, folder=None)
    commands = parser.add_subparsers(title="perintah", metavar="PERINTAH")
    opened = commands.add_parser("buka", help="membuka pemilihan di sebuah map")
    opened.add_argument("folder", type=Path, metavar="MAP", help="map pemilihan")
    opened.set_defaults(jalankan=_window)

    demo = commands.add_parser("demo", help="memainkan seluruh pekerjaan utama")
    demo.add_argument(
        "--out", type=Path, metavar="MAP", help="map keluaran (harus kosong atau belum ada)"
    )
    demo.add_argument(
        "--pemilih", type=_count(50, 60_000), default=3000, metavar="N", help="banyak pemilih"
    )
    demo.add_argument("--tps", type=_count(1, 120), default=6, metavar="N", help="banyak TPS")
    demo.add_argument(
        "--seed", type=_count(0, 999_999_999), default=1, metavar="N", help="pangkal acak"
    )
    demo.add_argument("--json", action="store_true", help="baris terakhir keluaran berupa JSON")
    demo.set_defaults(jalankan=_demo)

    kept = commands.add_parser("cadangan", help="mencadangkan pemilihan atau meja kabupaten")
    kept.add_argument("folder", type=Path, metavar="MAP", help="map pemilihan")
    kept.add_argument("--ke", type=Path, metavar="MAP", help="map kedua, menggantikan yang biasa")
    kept.add_argument(
        "--akun", metavar="NAMA", help="akun yang mencadangkan (biasanya yang pertama)"
    )
    kept.set_defaults(jalankan=_back_up)

    back = commands.add_parser("pulihkan", help="memulihkan cadangan ke sebuah map")
    back.add_argument("file", type=Path, metavar="CADANGAN")
    back.add_argument("folder", type=Path, metavar="MAP", help="map pemilihan; boleh belum ada")
    back.add_argument(
        "--akun", action="append", metavar="NAMA", help="yang menyetujui; tulis dua kali untuk dua"
    )
    back.set_defaults(jalankan=_restore)

    meja = commands.add_parser("meja", help="membuka meja kabupaten")
    meja.add_argument("folder", nargs="?", type=Path, metavar="MAP", help="map meja kabupaten")
    meja.set_defaults(jalankan=_desk_window)

    words = "memeriksa paket, PDF, atau QR tanpa kunci, lembar pemilih, atau riwayat"
    check = commands.add_parser("periksa", help=words)
    checks = check.add_subparsers(required=True, metavar="APA")
    paket = checks.add_parser("paket", help="apa isinya, dari siapa, utuh atau tidak")
    paket.add_argument("file", type=Path, metavar="PAKET", help="berkas paket *.pilkades")
    paket.add_argument(
        "--kit", type=Path, metavar="KIT", help="kit kabupaten untuk memeriksa pengirim"
    )
    paket.add_argument(
        "--setelah", type=Path, metavar="PAKET", help="paket tepat sebelumnya, memeriksa urutan"
    )
    paket.add_argument("--json", action="store_true", help="keluaran berupa JSON")
    paket.set_defaults(jalankan=_check_bundle)
    _add_paper(checks)
    _add_pemilih(checks.add_parser("pemilih", help="apa jadinya bila sebuah lembar diimpor"))
    _add_daftar(checks.add_parser("daftar", help="apakah DPT yang diekspor sama dengan segelnya"))
    _add_riwayat(checks.add_parser("riwayat", help="apakah riwayat sebuah berkas utuh"))
    return parser


def _add_paper(checks: "argparse._SubParsersAction[IndonesianParser]") -> None:
    pdf = checks.add_parser("pdf", help="siapa menandatangani, berubah atau tidak")
    pdf.add_argument("file", type=Path, metavar="PDF", help="berita acara yang ditandatangani")
    pdf.set_defaults(jalankan=_check_pdf)
    qr = checks.add_parser("qr", help="apa kata QR di kertas, terbukti atau belum")
    qr.add_argument("teks", metavar="TEKS", help="teks hasil pindaian, di antara tanda kutip")
    qr.set_defaults(jalankan=_check_qr)
    for each in (pdf, qr):
        each.add_argument(
            "--kit", type=Path, metavar="KIT", help="kit kabupaten sebagai pembanding"
        )
        each.add_argument("--json", action="store_true", help="keluaran berupa JSON")


def _add_pemilih(pemilih: argparse.ArgumentParser) -> None:
    pemilih.add_argument("file", type=Path, metavar="LEMBAR", help="berkas lembar kerja pemilih")
    pemilih.add_argument("--profil", metavar="NAMA", help="profil aturan, atau tata letak lembar")
    pemilih.add_argument(
        "--tanggal-pemungutan", type=_day, metavar="TTTT-BB-HH", help="untuk menghitung umur"
    )
    pemilih.add_argument("--json", action="store_true", help="keluaran berupa JSON")
    pemilih.set_defaults(jalankan=_check_pemilih)


def _add_daftar(daftar: argparse.ArgumentParser) -> None:
    daftar.add_argument("file", type=Path, metavar="DAFTAR", help="berkas DPT yang diekspor utuh")
    daftar.add_argument("--json", action="store_true", help="keluaran berupa JSON")
    daftar.set_defaults(jalankan=_check_daftar)


def _day(untrusted_text: str) -> date:
    try:
        return date.fromisoformat(untrusted_text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{untrusted_text}' bukan tanggal") from error


def _add_riwayat(riwayat: argparse.ArgumentParser) -> None:
    riwayat.add_argument("folder", type=Path, help="map pemilihan atau meja kabupaten")
    riwayat.add_argument("--akun", metavar="NAMA", help="akun yang membuka berkas")
    riwayat.add_argument(
        "--usb", type=Path, nargs="+", default=(), metavar="TEMPAT", help="flashdisk atau paketnya"
    )
    riwayat.add_argument("--json", action="store_true")
    riwayat.set_defaults(jalankan=_check_riwayat)


def _count(least: int, most: int) -> Callable[[str], int]:
    def read(untrusted_text: str) -> int:
        if not (untrusted_text.isascii() and untrusted_text.isdecimal()):
            raise argparse.ArgumentTypeError(f"'{untrusted_text}' bukan bilangan")
        number = int(untrusted_text)
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"harus antara {least} dan {most}")
        return number

    return read


def _window(options: argparse.Namespace) -> int:
    _demand_folder(options.folder)
    _demand_window()
    from pilkades_desk.app.start import run_window

    return run_window(options.folder)


def _demand_folder(place: Path | None) -> None:
    if place is not None and place.is_file():
        raise StorageError(
            f"'{place.name}' bukan map.", "Pilih mapnya; paket dilihat dengan 'periksa paket'."
        )


def _demand_window() -> None:
    """Refuse what Qt would end the program for: no screen, or libraries it does not find."""
    from pilkades_desk import _bootstrap

    if not _bootstrap.has_display():
        raise ResourceError(
            "Tidak ada layar, jadi jendela tidak dibuka.",
            "Jalankan di desktop; yang tanpa jendela ada di pilkades-desk --help.",
        )
    missing = _bootstrap.missing_packages(window=True)
    if missing:
        raise ResourceError(
            "Jendela memerlukan pustaka sistem.",
            f"Pasang dahulu dengan '{_bootstrap.install_line(missing)}'.",
        )


def _desk_window(options: argparse.Namespace) -> int:
    _demand_folder(options.folder)
    _demand_window()
    from pilkades_desk.app.start import run_desk

    return run_desk(options.folder)


def _demo(options: argparse.Namespace) -> int:
    gc.set_threshold(_NEW_OBJECTS)
    from pilkades_desk.app.demo import DemoOptions, play_demo

    wanted = DemoOptions(
        out=options.out, pemilih=options.pemilih, tps=options.tps, seed=options.seed
    )
    outcome = play_demo(wanted, print)
    if options.json:
        print(json.dumps(outcome.as_json(), ensure_ascii=False))
        return 0 if outcome.holds else REFUSED
    if not outcome.holds:
        return REFUSED
    sandi = outcome.facts["kata_sandi"]["ketua"]
    print(f"Untuk melihatnya: akun ketua, kata sandi {sandi}")
    return _window_if_possible(outcome.folder)


def _window_if_possible(folder: Path) -> int:
    try:
        _demand_window()
    except ResourceError as error:  # the election is played all the same
        print(f"{error.sentence}\n{error.hint}")
        return 0
    from pilkades_desk.app.start import run_window

    return run_window(folder)


def _back_up(options: argparse.Namespace) -> int:
    from pilkades_desk.app.backup_cli import print_backup
    from pilkades_desk.core.clock import SystemClock

    return print_backup(options.folder, options.ke, options.akun, SystemClock())


def _restore(options: argparse.Namespace) -> int:
    from pilkades_desk.app.backup_cli import print_restore
    from pilkades_desk.core.clock import SystemClock

    return print_restore(options.file, options.folder, options.akun, SystemClock())


def _check_bundle(options: argparse.Namespace) -> int:
    from pilkades_desk.app.check import print_check
    from pilkades_desk.core.clock import SystemClock

    clock = SystemClock()
    return print_check(options.file, options.kit, options.setelah, clock, as_json=options.json)


def _check_pdf(options: argparse.Namespace) -> int:
    from pilkades_desk.app.check_pdf import print_check_pdf
    from pilkades_desk.core.clock import SystemClock

    return print_check_pdf(options.file, options.kit, SystemClock(), as_json=options.json)


def _check_qr(options: argparse.Namespace) -> int:
    from pilkades_desk.app.check_qr import print_check_qr
    from pilkades_desk.core.clock import SystemClock

    return print_check_qr(options.teks, options.kit, SystemClock(), as_json=options.json)


def _check_pemilih(options: argparse.Namespace) -> int:
    from pilkades_desk.app.check_pemilih import check_pemilih, print_pemilih
    from pilkades_desk.core.clock import SystemClock

    found = check_pemilih(options.file, options.profil, options.tanggal_pemungutan, SystemClock())
    return print_pemilih(found, as_json=options.json)


def _check_daftar(options: argparse.Namespace) -> int:
    from pilkades_desk.app.check_daftar import check_daftar, print_daftar

    return print_daftar(check_daftar(options.file), as_json=options.json)


def _check_riwayat(options: argparse.Namespace) -> int:
    _demand_folder(options.folder)
    from pilkades_desk.app.check_riwayat import print_riwayat
    from pilkades_desk.core.clock import SystemClock

    places = tuple(options.usb)
    return print_riwayat(options.folder, options.akun, places, SystemClock(), as_json=options.json)
