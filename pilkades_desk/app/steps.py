"""The eight steps in the order of the election: the sidebar, and where each screen is found.

The order is the same as in the step docstrings and in the import contract; a test holds them equal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any


class Keadaan(StrEnum):
    """How far a step is, as the sidebar shows it."""

    SELESAI = "selesai"
    BERJALAN = "sedang dikerjakan"
    TERBUKA = "terbuka"
    TERKUNCI = "belum terbuka"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its number, its folder, what the sidebar and the title say."""

    number: int
    folder: str
    title: str
    icon: str
    subtitle: str


STEPS = (
    Step(1, "panitia", "Panitia", "id-card", "Data desa, anggota, akun, dan kunci"),
    Step(2, "pemilih", "Daftar pemilih", "users", "Lembar kerja → DPS → pemilih tambahan → DPT"),
    Step(3, "calon", "Calon", "user-check", "Berkas calon, penetapan, dan nomor urut"),
    Step(4, "tps", "TPS", "map-pin", "Pembagian DPT, undangan, dan surat suara"),
    Step(5, "penghitungan", "Penghitungan", "vote", "Formulir diketik dua kali, lalu dibandingkan"),
    Step(6, "berita_acara", "Berita acara", "signature", "Dokumen dicetak dan ditandatangani"),
    Step(7, "paket", "Paket kiriman", "package", "Disegel dan ditulis ke flashdisk"),
    Step(8, "penerimaan", "Meja kabupaten", "inbox", "Paket diperiksa dan dijawab tanda terima"),
)


def load_screen(step: Step) -> tuple[Callable[..., Any], Callable[..., Any]]:
    """Import what makes a step's screen and what binds its acts to a desk, and only that step's."""
    screen = import_module(f"pilkades_desk.{step.folder}.screen")
    wiring = import_module(f"pilkades_desk.app.wiring_{step.folder}")
    return screen.make_screen, getattr(wiring, f"make_{step.folder}_acts")
