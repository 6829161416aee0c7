"""Printing step 2's documents: asks which and what for, because that decides what it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Ask, Box, BoxKind, Form
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.pemilih import forms
from pilkades_desk.pemilih.content import DokumenPemilih, Tujuan
from pilkades_desk.pemilih.values import Penyerahan


@dataclass(frozen=True, slots=True)
class Pesanan:
    """What is to be printed; a book is known by who gets it."""

    dokumen: DokumenPemilih
    untuk: Tujuan | Penyerahan


PrintDokumen = Callable[[Pesanan, Progress], tuple[Printout, ...]]
PURPOSES = {
    Tujuan.KERJA: "Meja panitia: NIK disamarkan",
    Tujuan.UMUM: "Diumumkan: tanpa NIK",
    Tujuan.BUKU: "Buku resmi: NIK dan KK lengkap",
}


def ask_print(ask: Ask, ready: Sequence[DokumenPemilih], *, may_export: bool) -> Pesanan | None:
    """Ask for a document and its purpose; None when the person changed their mind."""
    form = Form(
        "Cetak",
        "Pilih dokumen. Yang berikutnya muncul setelah DPS ditetapkan dan DPT dikunci.",
        "Lanjut",
        (_choice("dokumen", "Dokumen", [one.value for one in ready], _usual(ready).value),),
    )
    answers = ask.form(form)
    if answers is None:
        return None
    dokumen = DokumenPemilih(answers["dokumen"])
    untuk = _ask_purpose(ask, dokumen, may_export=may_export)
    return None if untuk is None else Pesanan(dokumen, untuk)


def _ask_purpose(
    ask: Ask, dokumen: DokumenPemilih, *, may_export: bool
) -> Tujuan | Penyerahan | None:
    purposes = [one for one in dokumen.untuk if may_export or one is not Tujuan.BUKU]
    if len(purposes) == 1:
        return purposes[0]
    form = Form(
        f"Cetak {dokumen.value}",
        "Pilih untuk apa. Buku resmi berisi data pribadi lengkap; simpan terkunci.",
        "Buat daftar",
        (_choice("untuk", "Untuk", [PURPOSES[one] for one in purposes]),),
    )
    answers = ask.form(form)
    if answers is None:
        return None
    untuk = next(one for one, words in PURPOSES.items() if words == answers["untuk"])
    return _ask_receiver(ask) if untuk is Tujuan.BUKU else untuk


def _usual(ready: Sequence[DokumenPemilih]) -> DokumenPemilih:
    lists = (DokumenPemilih.DPT, DokumenPemilih.DPS, DokumenPemilih.COKLIT)
    return next(one for one in lists if one in ready)


def _choice(name: str, label: str, choices: Sequence[str], value: str = "") -> Box:
    return Box(name, label, BoxKind.CHOICE, value, choices=tuple(choices))


def _ask_receiver(ask: Ask) -> Penyerahan | None:
    answers = ask.form(forms.book_form(), forms.check_book)
    return None if answers is None else forms.penyerahan_of(answers)
