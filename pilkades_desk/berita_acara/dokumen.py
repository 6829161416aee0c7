"""A document of the election: frozen once, signed by people, never changed; and what became of it.

Life: beku (certified by the village key) → ditandatangani (by some) → lengkap (by all named);
ditarik at any time, when something it was made from changed. The file of every step is kept.
"""

from datetime import datetime
from enum import StrEnum

from pilkades_desk.core.value import Value


class StatusDokumen(StrEnum):
    """How far a document is."""

    BEKU = "beku"
    DITANDATANGANI = "ditandatangani"
    LENGKAP = "lengkap"
    DITARIK = "ditarik"


class DokumenBaru(Value):
    """What is stored when a content is frozen: the content's bytes and who is to sign."""

    kode: str
    dok: str
    unit: int | None
    isi: bytes
    kode_data: str
    sidik: str
    penanda: tuple[int, ...]


class Dokumen(Value):
    """One frozen document; `penanda` and `sudah` are ids of Orang, `berkas` the newest file."""

    id: int
    kode: str
    dok: str
    unit: int | None
    kode_data: str
    sidik: str
    dibuat: datetime
    penanda: tuple[int, ...]
    sudah: tuple[int, ...]
    ditarik: str
    sha256: str

    @property
    def status(self) -> StatusDokumen:
        """Say how far it is."""
        if self.ditarik:
            return StatusDokumen.DITARIK
        if set(self.penanda) <= set(self.sudah):
            return StatusDokumen.LENGKAP
        return StatusDokumen.DITANDATANGANI if self.sudah else StatusDokumen.BEKU

    @property
    def file_name(self) -> str:
        """Give the name of its file, without anybody's name in it."""
        return f"{self.kode}-{self.unit:03d}.pdf" if self.unit else f"{self.kode}.pdf"


def field_name(orang_id: int) -> str:
    """Name the signature field of one person."""
    return f"orang-{orang_id}"
