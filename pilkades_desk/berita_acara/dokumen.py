"""A document of the election: frozen once, signed by people, never changed; and what became of it.

Life: beku (certified by the village key) → ditandatangani (by some) → lengkap (by all named);
tinta basah once somebody noted who signed the paper, which is the original;
ditarik at any time, when something it was made from changed. The file of every step is kept.
"""

from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from pilkades_desk.core.clock import plain_date
from pilkades_desk.core.value import Value


class StatusDokumen(StrEnum):
    """How far a document is."""

    BEKU = "beku"
    DITANDATANGANI = "ditandatangani"
    LENGKAP = "lengkap"
    BASAH = "tinta basah"
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
    dari_segel: tuple[str, ...]


class TandaAsing(Value):
    """A signature with a certificate of another system: kept and named, counted for nobody."""

    kolom: str
    nama: str
    penerbit: str


class Kembali(Value):
    """What a file signed elsewhere adds: ids of the people it counts for, and strangers."""

    orang: tuple[int, ...]
    asing: tuple[TandaAsing, ...]


class Tempat(Value):
    """One place to sign on paper: a signer's `p0` …, or a witness's `s0` …, in order."""

    kunci: str
    nama: str
    jabatan: str

    @property
    def saksi(self) -> bool:
        """Tell whether it is a witness's, who may refuse."""
        return self.kunci.startswith("s")


class TandaBasah(Value):
    """Who signed the paper by hand and when, by place; refusals with their reason.

    `pindaian` is the SHA-256 of the scan kept with it, empty for none.
    """

    tanggal: date
    menandatangani: tuple[str, ...]
    menolak: tuple[tuple[str, str], ...] = ()
    pindaian: str = ""

    @property
    def kalimat(self) -> str:
        """Say it in one line."""
        refused = f", {len(self.menolak)} saksi menolak" if self.menolak else ""
        scan = ", pindaian tersimpan" if self.pindaian else ""
        people = len(self.menandatangani)
        return f"Tanda tangan basah {plain_date(self.tanggal)}: {people} orang{refused}{scan}."


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
    dari_segel: tuple[str, ...]
    sudah: tuple[int, ...]
    ditarik: str
    sha256: str
    asing: tuple[TandaAsing, ...] = ()
    basah: TandaBasah | None = None

    @property
    def status(self) -> StatusDokumen:
        """Say how far it is."""
        if self.ditarik:
            return StatusDokumen.DITARIK
        if self.basah:
            return StatusDokumen.BASAH
        if self.penanda and set(self.penanda) <= set(self.sudah):
            return StatusDokumen.LENGKAP  # whom nobody is named to sign is signed on paper only
        return StatusDokumen.DITANDATANGANI if self.sudah else StatusDokumen.BEKU

    @property
    def selesai(self) -> bool:
        """Tell whether it is signed: by everybody digitally, or by hand on paper."""
        return self.status in {StatusDokumen.LENGKAP, StatusDokumen.BASAH}

    @property
    def belum(self) -> tuple[int, ...]:
        """Give who is still to sign; nobody signs what was withdrawn."""
        return () if self.ditarik else tuple(one for one in self.penanda if one not in self.sudah)

    @property
    def file_name(self) -> str:
        """Give the name of its file, without anybody's name in it."""
        return f"{self.kode}-{self.unit:03d}.pdf" if self.unit else f"{self.kode}.pdf"


class Pembekuan(Value):
    """One document that can be frozen now: a form of the village, or of one counting unit."""

    kode: str
    unit: int | None = None

    @property
    def dok(self) -> str:
        """Give the short name the document will have."""
        stem = self.kode.replace("-", "")
        return f"{stem}{self.unit:03d}" if self.unit else stem


JUDUL = MappingProxyType(
    {
        "F-07": "Pleno penetapan DPT",
        "F-27": "Penghitungan suara",
        "F-28": "Sertifikat hasil",
        "F-29": "Rekapitulasi desa",
        "F-33": "Penetapan calon terpilih",
        "F-34": "Laporan panitia kepada BPD",
    }
)
"""What each form is called in a list."""


def field_name(orang_id: int) -> str:
    """Name the signature field of one person."""
    return f"orang-{orang_id}"
