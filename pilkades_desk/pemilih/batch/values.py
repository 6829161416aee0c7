"""An import as listed, and what withdrawing one did."""

from dataclasses import dataclass
from datetime import datetime

from pilkades_desk.core.findings import Finding


@dataclass(frozen=True, slots=True)
class Batch:
    """One import: rows taken, known before, refused; when it was withdrawn, with the reason."""

    id: int
    berkas: str
    waktu: datetime
    oleh: str
    diterima: int
    sudah_ada: int
    ditolak: int
    ditarik: datetime | None = None
    alasan: str = ""
    ditarik_oleh: str = ""


@dataclass(frozen=True, slots=True)
class HasilTarik:
    """What left the list with an import: voters, rows of the repair list, what to do then."""

    pemilih: int
    perbaikan: int
    temuan: tuple[Finding, ...] = ()
