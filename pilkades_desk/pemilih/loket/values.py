"""What a resident asks at the counter, and the little that is answered."""

from collections.abc import Callable
from dataclasses import dataclass

from pilkades_desk.pemilih.values import JenisKelamin

TpsOf = Callable[[int], str]
"""Gives the TPS of a voter by number, "" while it is not shared out; a later step knows it."""


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """What was typed: all sixteen digits of a NIK, or else whole words of a name."""

    nik: str
    kata: tuple[str, ...]
    rapat: tuple[str, ...] = ()
    """The same words with every apostrophe left out: Nur'aini is also Nuraini."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One voter as the counter shows them: nothing else of them leaves the use case."""

    nama: str
    kelamin: JenisKelamin
    rt: int
    rw: int
    tps: str

    @property
    def daerah(self) -> str:
        """Write `RT 001 / RW 002`, a dash for what is not known."""
        return f"RT {_known(self.rt)} / RW {_known(self.rw)}"


@dataclass(frozen=True, slots=True)
class HasilLoket:
    """Who was found; `terlalu_banyak` when the name is so common that nobody is shown."""

    jawaban: tuple[Jawaban, ...]
    terlalu_banyak: bool = False


@dataclass(frozen=True, slots=True)
class HitungLoket:
    """How often somebody asked while the counter was open, and how often somebody was found."""

    ditanya: int = 0
    ketemu: int = 0

    def plus(self, hasil: HasilLoket) -> "HitungLoket":
        """Count one question more."""
        return HitungLoket(self.ditanya + 1, self.ketemu + bool(hasil.jawaban))


def _known(number: int) -> str:
    return f"{number:03d}" if number else "–"
