"""A content on its way to being frozen: with its signers and the offices it cannot do without."""

from dataclasses import dataclass

from pilkades_desk.berita_acara.content import Isi
from pilkades_desk.panitia.values import Orang


@dataclass(frozen=True)
class Composed:
    """A content, the people who are to sign it digitally, and the offices it cannot do without."""

    isi: Isi
    penanda: tuple[Orang, ...]
    jabatan_wajib: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the offices nobody of the signers holds."""
        there = [orang.jabatan for orang in self.penanda]
        wanted = dict.fromkeys(self.jabatan_wajib)
        return tuple(
            jabatan
            for jabatan in wanted
            if there.count(jabatan) < self.jabatan_wajib.count(jabatan)
        )
