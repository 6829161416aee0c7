"""The words of the tab of former imports."""

from collections.abc import Mapping, Sequence

from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form
from pilkades_desk.pemilih.batch.values import Batch, HasilTarik
from pilkades_desk.pemilih.impor.values import Banding, HanyaDiSatu

REASON, FORCE = "alasan", "paksa"
KEEP, TAKE = "Jangan tarik", "Tarik juga yang sudah diubah"
LEAST, MOST = 3, 200
Baris = tuple[str, HanyaDiSatu]
"""The file's name, and who is only there."""


def count_words(batches: Sequence[Batch]) -> str:
    """Say how many imports there were, and how many were taken back."""
    away = sum(one.ditarik is not None for one in batches)
    return f"{angka(len(batches))} impor" + (f", {angka(away)} ditarik" if away else "")


def batch_words(one: Batch) -> str:
    """Name an import."""
    return f"{one.id}. {one.berkas}"


def withdraw_form(one: Batch) -> Form:
    """Ask why an import is taken back."""
    return Form(
        f"Tarik impor {one.berkas}",
        f"{angka(one.diterima)} pemilih dan baris perbaikannya keluar dari daftar. Tidak ada yang"
        " dihapus; berkas yang sama dapat diimpor lagi.",
        "Tarik impor",
        (
            Box(REASON, "Alasan", hint="3-200 huruf, misalnya berkas desa lain."),
            Box(
                FORCE,
                "Bila ada yang sudah diubah dengan tangan",
                BoxKind.CHOICE,
                choices=(KEEP, TAKE),
            ),
        ),
    )


def check_reason(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with the reason."""
    fits = LEAST <= len(" ".join(answers[REASON].split())) <= MOST
    return {} if fits else {REASON: f"Tulis {LEAST}-{MOST} huruf."}


def is_forced(answers: Answers) -> bool:
    """Tell whether changes by hand are taken back too."""
    return answers[FORCE] == TAKE


def withdrawn(one: Batch, hasil: HasilTarik) -> tuple[str, str, str]:
    """Say what left the list: tone, sentence and hint."""
    sentence = (
        f"Impor {one.berkas} ditarik: {angka(hasil.pemilih)} pemilih dan"
        f" {angka(hasil.perbaikan)} baris perbaikan keluar."
    )
    if not hasil.temuan:
        return ("ok", sentence, "")
    first = hasil.temuan[0]
    return ("warn", sentence, f"{first.code}: {first.text} {first.do_now}")


def banding_lines(found: Banding, names: Mapping[int, str]) -> tuple[Baris, ...]:
    """Give who is only in one import, with that import's file."""
    return tuple((f"{one.batch}. {names[one.batch]}", one) for one in found.hanya)


def banding_words(found: Banding) -> str:
    """Say how much two imports differ."""
    both = f"{angka(found.keduanya)} orang ada di keduanya"
    if not found.hanya:
        return f"{both}; tidak ada yang hanya di salah satunya."
    return f"{both}; {angka(len(found.hanya))} hanya di salah satunya:"
