"""The lines of Beranda's calendar card: overdue, due today, next, each with its one button."""

from datetime import date

from pilkades_desk.app.beranda_content import Tenggatan
from pilkades_desk.app.steps import STEPS
from pilkades_desk.core.clock import long_date
from pilkades_desk.panitia.kalender.values import Pekerjaan, Tanda, Tenggat

STEP_OF = {
    Tanda.DPS: 2,
    Tanda.DPT: 2,
    Tanda.UNDIAN: 3,
    Tanda.TPS: 4,
    Tanda.HITUNG: 5,
    Tanda.BERITA_ACARA: 6,
    Tanda.PAKET: 7,
    Tanda.TANDA_TERIMA: 8,
}
KALENDER = 0
"""Stands for the calendar's tab where a step's number stands for a step."""


def calendar_lines(work: Pekerjaan | None, today: date) -> tuple[Tenggatan, ...]:
    """Give a line for each of the three kinds there is something of."""
    if work is None:
        return ()
    lines = []
    if work.lewat:
        ago = (today - work.lewat[0].selesai).days
        words = f"Lewat: {len(work.lewat)} tahap", f"lewat {ago} hari", "triangle-alert", "bad"
        lines.append(_line(work.lewat[0], words))
    if work.sekarang:
        left = (work.sekarang[0].selesai - today).days
        due = f"tinggal {left} hari" if left else "hari terakhir"
        words = f"Hari ini: {len(work.sekarang)} tahap", due, "circle-dot", "warn"
        lines.append(_line(work.sekarang[0], words))
    if work.berikut:
        ahead = (work.berikut[0].mulai - today).days
        words = "Sesudah itu", f"mulai {ahead} hari lagi", "arrow-right", "info"
        lines.append(_line(work.berikut[0], words))
    return tuple(lines)


def _line(one: Tenggat, words: tuple[str, str, str, str]) -> Tenggatan:
    kepala, when, ikon, nada = words
    step = STEP_OF[one.tanda] if one.tanda else KALENDER
    day = one.mulai if kepala == "Sesudah itu" else one.selesai
    return Tenggatan(
        kepala=kepala,
        teks=one.kegiatan,
        keterangan=f"{long_date(day)} · {when}",
        ikon=ikon,
        nada=nada,
        tombol=f"Buka {STEPS[step - 1].title.lower()}" if step else "Buka kalender",
        langkah=step,
    )
