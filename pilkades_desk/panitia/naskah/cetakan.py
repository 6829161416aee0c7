"""A drawn document on its way to the preview, a file or the printer."""

from dataclasses import dataclass, field

from pilkades_desk.panitia.naskah.tercetak import Identitas


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A document by the words of its title and its file name, with the PDF and what it shows."""

    judul: str
    nama_berkas: str
    pdf: bytes = field(repr=False)
    identitas: Identitas
