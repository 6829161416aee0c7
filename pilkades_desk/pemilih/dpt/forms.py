"""What is asked to open the DPT again, and to note what happened after its lock."""

from collections.abc import Mapping, Sequence
from datetime import date

from pilkades_desk.core.clock import Zona, moment_text
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form
from pilkades_desk.kits.qt.entries_list import Entry
from pilkades_desk.pemilih.dpt.values import VersiDpt
from pilkades_desk.pemilih.forms import SECOND, SECOND_PASSWORD
from pilkades_desk.pemilih.values import PemilihTersamar

REASON, KIND, DOCUMENT, DAY = "alasan", "jenis", "dokumen", "tanggal"


def opening_form(kode: str, second: Sequence[str]) -> Form:
    """Ask why the DPT is opened, and for the second person."""
    return Form(
        "Buka kunci DPT",
        f"DPT berkode {kode} tetap tersimpan. Sesudah diperbaiki, kunci lagi sebagai versi baru;"
        " nomor urut yang ada tidak berubah.",
        "Buka kunci",
        (
            Box(REASON, "Alasan", hint="3-200 huruf, misalnya: putusan panitia no. 7."),
            Box(SECOND, "Akun orang kedua", BoxKind.CHOICE, choices=tuple(second)),
            Box(SECOND_PASSWORD, "Kata sandi orang kedua", BoxKind.PASSWORD),
        ),
    )


def check_opening(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with a reason."""
    fits = 3 <= len(answers[REASON].strip()) <= 200
    return {} if fits else {REASON: "Tulis alasannya, 3-200 huruf."}


def note_form(pemilih: PemilihTersamar, kinds: Sequence[str], today: date) -> Form:
    """Ask what became of a voter after the lock, by which document and when."""
    return Form(
        f"Catatan tentang {pemilih.nama}",
        "DPT dan nomornya tidak berubah; catatan ini tercetak di keterangan (F-09).",
        "Simpan catatan",
        (
            Box(KIND, "Catatan", BoxKind.CHOICE, choices=tuple(kinds)),
            Box(DOCUMENT, "Surat", hint="3-200 huruf, misalnya: akta kematian 12/2026."),
            Box(DAY, "Tanggal", BoxKind.DATE, today.isoformat()),
        ),
    )


def check_note(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with a document."""
    fits = 3 <= len(answers[DOCUMENT].strip()) <= 200
    return {} if fits else {DOCUMENT: "Tulis surat dan nomornya, 3-200 huruf."}


def opened_words(one: VersiDpt, zona: Zona) -> str:
    """Say when, by whom and why a version was opened; nothing when it was not."""
    if one.dibuka is None:
        return ""
    return f"{moment_text(one.dibuka, zona)}, {one.dibuka_oleh}: {one.alasan_dibuka}"


def counted(one: VersiDpt) -> str:
    """Say how many a version has."""
    dpt = one.dpt
    return f"{angka(dpt.jumlah)} ({angka(dpt.jumlah_l)} L, {angka(dpt.jumlah_p)} P)"


def difference_entries(sentences: Sequence[str]) -> tuple[Entry, ...]:
    """Tell what changed, one sentence an entry."""
    return tuple(Entry("circle-dot", "muted", sentence, "") for sentence in sentences)
