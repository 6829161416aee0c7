"""What screens ask about bundles: which file, and the digits that are typed from paper."""

from collections.abc import Mapping

from pilkades_desk.kits.qt.ask import Answers, Ask, Box, FileKind, Form

BUNDLE = FileKind("Paket Pilkades Desk", ("pilkades", "pilkades-latihan"))
DIGITS = 40


def ask_digits(ask: Ask, source: str) -> str | None:
    """Ask for the 40 digits of a fingerprint, typed from paper."""
    words = f"Ketik 40 angka dari {source}. Jangan menyalin dari flashdisk."
    box = Box("sidik", "Sidik jari, 40 angka", hint="Delapan kelompok lima angka.")
    answers = ask.form(Form("Cocokkan sidik jari", words, "Cocokkan", (box,)), _check_digits)
    return answers["sidik"] if answers else None


def _check_digits(answers: Answers) -> Mapping[str, str]:
    typed = sum(sign.isdigit() for sign in answers["sidik"])
    return {} if typed == DIGITS else {"sidik": f"Baru {typed} dari {DIGITS} angka."}
