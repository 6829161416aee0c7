"""The questions of step 5 that name a second person, as forms made from data."""

from collections.abc import Mapping, Sequence

from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form, Question
from pilkades_desk.penghitungan.values import FormFinal, FormSiap
from pilkades_desk.penghitungan.wording import siap_text

PERSON, PASSWORD, REASON = "akun", "sandi", "alasan"
LEAST = 10
"""Characters a reason has at least; shorter ones explain nothing years later."""

_SECOND = "Cocokkan dengan kertas. Orang kedua menyetujui dengan kata sandinya."


def change_form(accounts: Sequence[str]) -> Form:
    """Ask who types from now on."""
    words = "Orang yang akan mengetik masuk dengan akun dan kata sandinya sendiri."
    return Form("Ganti pengetik", words, "Ganti pengetik", _person(accounts))


def finalise_form(siap: FormSiap, nama: str, accounts: Sequence[str]) -> Form:
    """Show what is closed and ask for the second person."""
    words = f"{siap_text(siap, nama)} {_SECOND}"
    return Form(f"Finalkan {nama}", words, "Finalkan", _person(accounts))


def withdraw_question(final: FormFinal, nama: str) -> Question:
    """Show the final form once more and what becomes of it and of its documents."""
    words = (
        f"{siap_text(final, nama)}\nKedua entri diketik lagi dari awal; salinan final ini tetap "
        "tersimpan. F-27, F-28, F-29, dan F-33 yang dibuat darinya ikut ditarik."
    )
    return Question(f"Tarik formulir {nama}?", words, "Lanjut ke persetujuan", is_grave=True)


def withdraw_form(nama: str, accounts: Sequence[str]) -> Form:
    """Ask the reason and the second person."""
    return Form(
        f"Tarik formulir {nama}",
        _SECOND,
        "Tarik formulir",
        (Box(REASON, "Alasan penarikan"), *_person(accounts)),
    )


def faults(answers: Answers) -> Mapping[str, str]:
    """Find boxes that are not filled."""
    found = {}
    if not answers[PERSON]:
        found[PERSON] = "Belum ada akun lain. Tambah akun di langkah Panitia."
    if not answers[PASSWORD]:
        found[PASSWORD] = "Isi kata sandi."
    if len(answers.get(REASON, "").strip()) < LEAST and REASON in answers:
        found[REASON] = f"Tulis alasannya, paling sedikit {LEAST} huruf."
    return found


def _person(accounts: Sequence[str]) -> tuple[Box, ...]:
    first = accounts[0] if accounts else ""
    return (
        Box(PERSON, "Akun", BoxKind.CHOICE, first, choices=tuple(accounts)),
        Box(PASSWORD, "Kata sandi", BoxKind.PASSWORD),
    )
