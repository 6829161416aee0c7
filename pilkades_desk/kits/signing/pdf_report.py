"""What a signed PDF was found to prove, as values."""

from datetime import datetime
from enum import StrEnum

from pilkades_desk.core.value import Value
from pilkades_desk.kits.signing.faults import ChainFault
from pilkades_desk.kits.signing.scope import Scope


class PdfFault(StrEnum):
    """Why a signed PDF is not believed."""

    TAK_TERBACA = "tak-terbaca"
    """No PDF, or so damaged that signatures cannot be read."""
    TANPA_TANDA_TANGAN = "tanpa-tanda-tangan"
    TANPA_PENGESAHAN = "tanpa-pengesahan"
    """The first signature does not close the document as the village's does."""
    ISI_BERUBAH = "isi-berubah"
    """Signed bytes were altered, or something other than a signature was added."""
    TIDAK_TERTUTUP = "tidak-tertutup"
    """Bytes follow the last signature."""
    KOLOM_BERUBAH = "kolom-berubah"
    """Signature fields were added or taken away after certification."""
    PENANDA_TANGAN = "penanda-tangan"
    """A signer is not believed; the report of that signature says why."""
    PENANDA_ASING = "penanda-asing"
    """Somebody signed with a certificate of another system; nothing is wrong with the rest."""


HARMLESS = frozenset({PdfFault.PENANDA_TANGAN, PdfFault.PENANDA_ASING})
"""Faults about who signed; with these alone the content is still what was certified."""


class SignatureReport(Value):
    """One signature, in the order they were made; `pada` is what the signer's laptop claimed.

    `scope` is whose certificate it is where that was believed, now or at the moment claimed.
    """

    kolom: str
    nama: str
    scope: Scope | None
    pada: datetime | None
    intact: bool
    valid: bool
    trusted: bool
    coverage: str
    modification: str
    docmdp_ok: bool
    chain_fault: ChainFault | None
    serial: str = ""
    """The signer's certificate's, in hex."""
    sertifikat: str = ""
    """The signer's certificate as PEM; not believed, only compared."""
    penerbit: str = ""
    """Who issued it, as it says itself."""
    asing: bool = False
    """Whether the certificate names no role of this program, such as one from a state authority."""
    lewat: bool = False
    """Whether only the time is wrong now: at the moment claimed the certificate was believed."""

    @property
    def unchanged(self) -> bool:
        """Whether nothing but further signatures came after it."""
        return self.intact and self.valid and self.docmdp_ok

    @property
    def ok(self) -> bool:
        """Whether it counts."""
        return self.unchanged and self.trusted and self.chain_fault is None


class PdfReport(Value):
    """All signatures and what is wrong with the whole; believed only without problems."""

    signatures: tuple[SignatureReport, ...] = ()
    problems: tuple[PdfFault, ...] = ()
    kosong: tuple[str, ...] = ()
    """Fields made for signatures nobody has given yet."""

    @property
    def ok(self) -> bool:
        """Whether the document and every signature in it are believed."""
        return not self.problems

    @property
    def ok_but_strangers(self) -> bool:
        """Whether it is believed, signatures of another system apart, which count for nobody."""
        return not set(self.problems) - {PdfFault.PENANDA_ASING}

    @property
    def utuh(self) -> bool:
        """Whether the content is what was certified and only signatures followed."""
        return bool(self.signatures) and HARMLESS.issuperset(self.problems)
