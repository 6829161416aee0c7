"""Printing the DPT of the village: asks what for, because that decides what it shows."""

from collections.abc import Callable

from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Ask, Box, BoxKind, Form
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.pemilih import forms
from pilkades_desk.pemilih.content import Tujuan
from pilkades_desk.pemilih.values import Penyerahan

PrintDpt = Callable[[Tujuan | Penyerahan, Progress], tuple[Printout, ...]]
"""A book is known by who gets it."""
PURPOSES = {
    "Meja panitia: NIK disamarkan": Tujuan.KERJA,
    "Diumumkan: tanpa NIK": Tujuan.UMUM,
    "Buku resmi: NIK dan KK lengkap": Tujuan.BUKU,
}


def ask_purpose(ask: Ask, *, may_export: bool) -> Tujuan | Penyerahan | None:
    """Ask what the list is for; None when the person changed their mind."""
    purposes = [words for words, one in PURPOSES.items() if may_export or one is not Tujuan.BUKU]
    form = Form(
        "Cetak DPT",
        "Pilih untuk apa. Buku resmi berisi data pribadi lengkap; simpan terkunci.",
        "Buat daftar",
        (Box("untuk", "Untuk", BoxKind.CHOICE, choices=tuple(purposes)),),
    )
    answers = ask.form(form)
    if answers is None:
        return None
    untuk = PURPOSES[answers["untuk"]]
    return _ask_receiver(ask) if untuk is Tujuan.BUKU else untuk


def _ask_receiver(ask: Ask) -> Penyerahan | None:
    answers = ask.form(forms.book_form(), forms.check_book)
    return None if answers is None else forms.penyerahan_of(answers)
