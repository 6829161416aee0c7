"""What a change did, or what stands against it."""

from dataclasses import dataclass

from pilkades_desk.core.findings import Finding


@dataclass(frozen=True, slots=True)
class HasilUbah:
    """What a change did: `kelompok` is the number by which it is taken back, 0 when refused.

    `temuan` holds what stood against it, or the warnings that now go along with the person.
    """

    kelompok: int
    jumlah: int
    temuan: tuple[Finding, ...] = ()

    @property
    def ditolak(self) -> bool:
        """Tell whether nothing was changed."""
        return not self.kelompok
