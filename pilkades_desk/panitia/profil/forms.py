"""The questions about the profile as forms, made from data."""

from collections.abc import Sequence

from pilkades_desk.kits.qt.ask import Box, BoxKind, FileKind, Form, Question
from pilkades_desk.panitia.forms import second_boxes
from pilkades_desk.panitia.profil.naskah import BAWAAN
from pilkades_desk.panitia.profil.values import Pergantian

PROFIL, BERKAS = "profil", "dari berkas …"
TOML = FileKind("Profil peraturan", ("toml",))
_SHOWN = 10
"""Changes told in full; of the rest only the names, so that the buttons stay in sight."""
_LONG = 36


def choice_form() -> Form:
    """Ask which profile is taken."""
    return Form(
        "Ganti profil peraturan",
        "Pakai profil kabupaten Anda. Nilai yang sudah dipakai tidak dapat berubah lagi.",
        "Lihat perubahannya",
        (Box(PROFIL, "Profil", BoxKind.CHOICE, choices=(BERKAS, *BAWAAN)),),
    )


def replace_form(seen: Pergantian, second: Sequence[str]) -> Form:
    """Show what changes and ask for the second person."""
    changes = [
        f"{one.kunci.sebutan}: {_short(one.lama)} → {_short(one.baru)}"
        for one in seen.perubahan[:_SHOWN]
    ]
    changes += [one.kunci.sebutan for one in seen.perubahan[_SHOWN:]]
    words = "; ".join(changes) or "hanya dasar atau statusnya"
    return Form(
        f"Ganti profil menjadi {seen.nama}?",
        f"Yang berubah: {words}. Profil sekarang tetap tersimpan.",
        "Ganti profil",
        second_boxes(second),
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1].rstrip()}…"


def confirm_question(count: int, names: str) -> Question:
    """Ask the ketua to stand by the assumptions the program uses."""
    return Question(
        f"Konfirmasi {count} asumsi?",
        f"Anda menyatakan sudah memeriksa dan memakai: {names}. Pernyataan ini tercatat.",
        "Konfirmasi",
        is_grave=True,
    )
