"""What is asked about a pair, and its two records line by line."""

from collections.abc import Callable

from pilkades_desk.core.clock import short_date
from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form
from pilkades_desk.pemilih.ganda.values import BARIS, Pasangan, Sisi

KEPT, REASON = "dipakai", "alasan"
DIFFERENT = (
    "Orang berbeda",
    "Keduanya tetap di daftar. Tulis dasar keputusan, misalnya hasil mencocokkan KTP-el.",
)


def _born(sisi: Sisi) -> str:
    born = sisi.pemilih.tanggal_lahir
    return short_date(born) if born else str(sisi.pemilih.tahun_lahir)


def _area(sisi: Sisi) -> str:
    pemilih = sisi.pemilih
    return " ".join((f"{pemilih.rt:03d}/{pemilih.rw:03d}", pemilih.dusun)).strip()


_LINES: tuple[tuple[str, Callable[[Sisi], str]], ...] = (
    ("NIK", lambda sisi: sisi.pemilih.nik),
    ("Nomor KK", lambda sisi: sisi.pemilih.kk),
    ("Lahir", _born),
    ("Tempat lahir", lambda sisi: sisi.tempat_lahir or "–"),
    ("L/P", lambda sisi: sisi.pemilih.kelamin.value),
    ("RT/RW", _area),
    ("Alamat", lambda sisi: sisi.pemilih.alamat or "–"),
    ("Asal baris", lambda sisi: sisi.letak),
)
LABELS = tuple(label for label, _ in _LINES)


def lines(pasangan: Pasangan) -> tuple[tuple[str, str, bool], ...]:
    """Give both records in the order of `LABELS`, the name apart, and whether they agree."""
    numbers = {"NIK": pasangan.nik_sama, "Nomor KK": pasangan.kk_sama}
    shown = ((label, text(pasangan.kiri), text(pasangan.kanan)) for label, text in _LINES)
    return tuple((left, right, numbers.get(label, left == right)) for label, left, right in shown)


def same_form(pasangan: Pasangan) -> Form:
    """Ask which record of one person is kept, and why."""
    left = "Yang lain disisihkan, atau isinya menggantikan yang terdaftar."
    what = left if pasangan.hanya_kiri else "Yang lain dicoret: ganda."
    return Form(
        "Orang yang sama",
        f"{what} Tidak ada data yang dihapus.",
        "Simpan keputusan",
        (
            Box(KEPT, "Yang dipakai", BoxKind.CHOICE, choices=_choices(pasangan)),
            Box(REASON, "Alasan", hint="3-200 huruf, misalnya hasil mencocokkan KTP-el."),
        ),
    )


def kept_of(pasangan: Pasangan, answers: Answers) -> int:
    """Give the number of the voter who was chosen."""
    right = _choices(pasangan).index(answers[KEPT])
    return (pasangan.rujukan.lain or BARIS) if right else pasangan.rujukan.pemilih


def _choices(pasangan: Pasangan) -> tuple[str, ...]:
    return f"Kiri: {pasangan.kiri.pemilih.nama}", f"Kanan: {pasangan.kanan.pemilih.nama}"
