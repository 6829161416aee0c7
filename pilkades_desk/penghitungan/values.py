"""The count form (F-27): one table of its lines, and the values made from it.

Promises: every line of the paper is typed, totals too; the order of `ISIAN` is the order of the
paper, of the Enter key and of every list of fields. An empty box is absent, never zero.
Persons, sheets of ballot paper and votes are whole numbers; an hour is typed as HHMM (705, 1300).
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.terbilang import persen
from pilkades_desk.core.value import Value

TERBESAR = 99_999  # no village counts more in one unit; a stuck key does
_HOUR = re.compile(r"([01]?\d|2[0-3])[.:]?([0-5]\d)")


class Jenis(StrEnum):
    """What a box on the form holds."""

    JAM = "jam"
    ORANG = "orang"
    LEMBAR = "lembar"
    SUARA = "suara"
    BERKAS = "berkas"


class Isian(Value):
    """One box of the paper form: its name in the program, its words, its place and its kind."""

    id: str
    label: str
    bagian: str
    jenis: Jenis
    wajib: bool = True


def _rows(bagian: str, row: str, stem: str, words: str) -> tuple[Isian, ...]:
    """Give the three boxes of one line of part B: L, P and the written total."""
    columns = (("l", "laki-laki"), ("p", "perempuan"), ("jumlah", "jumlah"))
    return tuple(
        Isian(
            id=f"{stem}_{key}", label=f"{row} {words}, {column}", bagian=bagian, jenis=Jenis.ORANG
        )
        for key, column in columns
    )


BAGIAN = {
    "A": "Waktu",
    "B": "Data pemilih",
    "C": "Surat suara",
    "D": "Perolehan suara",
    "F": "Keberatan dan kejadian khusus",
    "G": "Tanda tangan",
}

ISIAN: tuple[Isian, ...] = (
    Isian(id="jam_buka", label="A1 Pemungutan mulai", bagian="A", jenis=Jenis.JAM, wajib=False),
    Isian(id="jam_tutup", label="A2 Pemungutan selesai", bagian="A", jenis=Jenis.JAM, wajib=False),
    Isian(id="hitung_mulai", label="A3 Hitung mulai", bagian="A", jenis=Jenis.JAM, wajib=False),
    Isian(id="hitung_selesai", label="A4 Hitung selesai", bagian="A", jenis=Jenis.JAM, wajib=False),
    *_rows("B", "B1", "dpt", "DPT"),
    *_rows("B", "B2", "hadir_dpt", "Hadir dari DPT"),
    *_rows("B", "B3", "hadir_lain", "Hadir dari TPS lain"),
    *_rows("B", "B4", "hadir_luar", "Hadir di luar DPT"),
    *_rows("B", "B5", "hadir", "Seluruh yang hadir"),
    Isian(id="tidak_hadir", label="B6 Tidak hadir", bagian="B", jenis=Jenis.ORANG),
    Isian(
        id="disabilitas_hadir",
        label="B7 Penyandang disabilitas hadir",
        bagian="B",
        jenis=Jenis.ORANG,
        wajib=False,
    ),
    Isian(id="diterima", label="C1 Diterima", bagian="C", jenis=Jenis.LEMBAR),
    Isian(id="rusak", label="C2 Rusak atau keliru coblos", bagian="C", jenis=Jenis.LEMBAR),
    Isian(id="sisa", label="C3 Tidak terpakai", bagian="C", jenis=Jenis.LEMBAR),
    Isian(id="digunakan", label="C4 Digunakan", bagian="C", jenis=Jenis.LEMBAR),
    Isian(id="selisih", label="C5 Selisih", bagian="C", jenis=Jenis.LEMBAR),
    Isian(id="suara", label="D Calon nomor", bagian="D", jenis=Jenis.SUARA),
    Isian(id="sah", label="D1 Suara sah", bagian="D", jenis=Jenis.SUARA),
    Isian(id="tidak_sah", label="D2 Suara tidak sah", bagian="D", jenis=Jenis.SUARA),
    Isian(id="jumlah_suara", label="D3 Sah dan tidak sah", bagian="D", jenis=Jenis.SUARA),
    Isian(id="kejadian_khusus", label="F Jumlah lembar F-30", bagian="F", jenis=Jenis.BERKAS),
    Isian(id="ttd_ketua", label="G1 Tanda tangan ketua KPPS", bagian="G", jenis=Jenis.ORANG),
    Isian(id="ttd_anggota", label="G2 Tanda tangan anggota KPPS", bagian="G", jenis=Jenis.ORANG),
)


class Susunan(Value):
    """How the form is laid out: the number of candidates; one candidate faces a blank column."""

    calon: int = Field(ge=1, le=20)

    @property
    def baris_suara(self) -> int:
        """Count the vote lines, the blank column included."""
        return 2 if self.calon == 1 else self.calon

    @property
    def isian(self) -> tuple[Isian, ...]:
        """Give every box of this form in paper order, the vote line once per candidate."""
        boxes: list[Isian] = []
        for isian in ISIAN:
            boxes.extend(self._vote_boxes() if isian.id == "suara" else (isian,))
        return tuple(boxes)

    def find(self, isian_id: str) -> Isian | None:
        """Give one box by its name, or nothing when the form has no such box."""
        return next((isian for isian in self.isian if isian.id == isian_id), None)

    def _vote_boxes(self) -> list[Isian]:
        words = [f"Calon nomor {nomor}" for nomor in range(1, self.calon + 1)]
        if self.calon == 1:
            words.append("Kolom kosong")
        return [
            Isian(id=f"suara_{nomor}", label=word, bagian="D", jenis=Jenis.SUARA)
            for nomor, word in enumerate(words, start=1)
        ]


def parse_isian(isian: Isian, untrusted_text: str) -> int | None:
    """Read what a person typed into one box; empty gives None; ValueError when it cannot be."""
    text = untrusted_text.strip()
    if not text:
        return None
    if isian.jenis is Jenis.JAM:
        match = _HOUR.fullmatch(text)
        if match is None:
            raise ValueError("not an hour")
        return int(match[1]) * 100 + int(match[2])
    if not (text.isascii() and text.isdigit()) or int(text) > TERBESAR:
        raise ValueError("not a count")
    return int(text)


def is_possible(isian: Isian, nilai: int) -> bool:
    """Tell whether a number can stand in this box at all."""
    if isian.jenis is Jenis.JAM:
        return 0 <= nilai // 100 <= 23 and 0 <= nilai % 100 <= 59
    return 0 <= nilai <= TERBESAR


def isian_text(isian: Isian, nilai: int | None) -> str:
    """Write a number as it stands in its box; an empty box is an empty text."""
    if nilai is None:
        return ""
    return hour_of(nilai) if isian.jenis is Jenis.JAM else str(nilai)


def hour_of(nilai: int) -> str:
    """Write 705 as `07.05`."""
    return f"{nilai // 100:02}.{nilai % 100:02}"


Angka = Field(ge=0, le=TERBESAR)
Jam = Field(default=None, pattern=r"^([01]\d|2[0-3])\.[0-5]\d$")


class FormHitung(Value):
    """The count form of one unit as the paper says it, nothing derived.

    Hours are local, `HH.MM`. `suara` is by number; with one candidate the second is the blank
    column. `rusak` … `digunakan` are sheets. It may contradict itself: rules say so, paper decides.
    """

    jam_buka: str | None = Jam
    jam_tutup: str | None = Jam
    hitung_mulai: str | None = Jam
    hitung_selesai: str | None = Jam
    dpt_l: int = Angka
    dpt_p: int = Angka
    dpt_jumlah: int = Angka
    hadir_dpt_l: int = Angka
    hadir_dpt_p: int = Angka
    hadir_dpt_jumlah: int = Angka
    hadir_lain_l: int = Angka
    hadir_lain_p: int = Angka
    hadir_lain_jumlah: int = Angka
    hadir_luar_l: int = Angka
    hadir_luar_p: int = Angka
    hadir_luar_jumlah: int = Angka
    hadir_l: int = Angka
    hadir_p: int = Angka
    hadir_jumlah: int = Angka
    tidak_hadir: int = Angka
    disabilitas_hadir: int | None = Field(default=None, ge=0, le=TERBESAR)
    diterima: int = Angka
    rusak: int = Angka
    sisa: int = Angka
    digunakan: int = Angka
    selisih: int = Angka
    suara: tuple[int, ...] = Field(min_length=2)
    sah: int = Angka
    tidak_sah: int = Angka
    jumlah_suara: int = Angka
    kejadian_khusus: int = Angka
    ttd_ketua: int = Angka
    ttd_anggota: int = Angka

    @classmethod
    def from_isi(cls, isi: Mapping[str, int], susunan: Susunan) -> Self:
        """Make the form from what was typed, box by box; a missing required box raises KeyError."""
        fields: dict[str, object] = {"suara": _votes(isi, susunan)}
        for isian in susunan.isian:
            if isian.id.startswith("suara_") or (isian.id not in isi and not isian.wajib):
                continue
            nilai = isi[isian.id]
            fields[isian.id] = hour_of(nilai) if isian.jenis is Jenis.JAM else nilai
        return cls.model_validate(fields)

    @property
    def isi(self) -> dict[str, int]:
        """Give the figures box by box, as they were typed; empty boxes are absent."""
        typed: dict[str, int] = {}
        for name, nilai in self:
            if name == "suara":
                typed.update({f"suara_{n}": votes for n, votes in enumerate(nilai, start=1)})
            elif isinstance(nilai, str):
                typed[name] = int(nilai.replace(".", ""))
            elif nilai is not None:
                typed[name] = nilai
        return typed


def _votes(isi: Mapping[str, int], susunan: Susunan) -> tuple[int, ...]:
    return tuple(isi[f"suara_{nomor}"] for nomor in range(1, susunan.baris_suara + 1))


class Acuan(Value):
    """What the form of one unit is held against: the locked DPT, the plan and the profile."""

    unit: str
    susunan: Susunan
    dpt_l: int
    dpt_p: int
    surat_suara: int
    luar_boleh: bool = False
    luar_kuota: int | None = None
    min_anggota: int = 2


class Penjelasan(Value):
    """One error that stands on the paper ("kertas memang begini"), and why; goes to F-30."""

    kunci: str
    kode: str
    teks: str
    alasan: str
    akun: int


class Tahap(StrEnum):
    """Where a form stands."""

    KOSONG = "kosong"
    ENTRI_1 = "entri_1"
    ENTRI_1_GALAT = "entri_1_galat"
    ENTRI_1_SELESAI = "entri_1_selesai"
    ENTRI_2 = "entri_2"
    PEMBETULAN = "pembetulan"
    PEMBACA_KETIGA = "pembaca_ketiga"
    SAMA_GALAT = "sama_galat"
    SIAP_FINAL = "siap_final"
    FINAL = "final"


class FormFinal(Value):
    """One final form: append-only copy, its digest and who stands for it."""

    unit: int
    versi: int
    form: FormHitung
    penjelasan: tuple[Penjelasan, ...]
    pengetik: tuple[int, ...]
    penyetuju: tuple[int, ...]
    segel: str
    waktu: str


class FormSiap(Value):
    """What two people are shown before finality; `digest` is what they approve."""

    unit: int
    versi: int
    form: FormHitung
    penjelasan: tuple[Penjelasan, ...]

    @property
    def digest(self) -> str:
        """Hash unit, version, every figure and every explanation."""
        content = self.model_dump(mode="json", exclude={"form"}) | {"isi": self.form.isi}
        return sha256_hex(canonical(content))


class BarisRekap(Value):
    """One row of F-29; the total row has unit 0."""

    unit: int
    nama: str
    dpt_l: int
    dpt_p: int
    dpt_jumlah: int
    hadir_l: int
    hadir_p: int
    hadir_jumlah: int
    diterima: int
    rusak: int
    sisa: int
    digunakan: int
    suara: tuple[int, ...]
    sah: int
    tidak_sah: int
    jumlah_suara: int

    @property
    def partisipasi(self) -> str:
        """Give turnout, attendance ÷ DPT."""
        return persen(self.hadir_jumlah, self.dpt_jumlah)

    def bagian_suara(self, nomor: int) -> str:
        """Give the share of one number, votes ÷ valid votes."""
        return persen(self.suara[nomor - 1], self.sah)


class Rekap(Value):
    """F-29: a row per final unit and the totals, which are sums of the rows and never typed."""

    baris: tuple[BarisRekap, ...]
    jumlah: BarisRekap
    belum: tuple[int, ...]

    @property
    def lengkap(self) -> bool:
        """Tell whether every unit is final."""
        return not self.belum

    @model_validator(mode="after")
    def _same_width(self) -> Self:
        if any(len(baris.suara) != len(self.jumlah.suara) for baris in self.baris):
            raise ValueError("rows count different numbers of candidates")
        return self


class StatusHasil(StrEnum):
    """How the village result came about."""

    UNGGUL = "unggul"
    SERI_TERSELESAIKAN = "seri_terselesaikan"
    SERI = "seri"
    CALON_TUNGGAL = "calon_tunggal"


class Hasil(Value):
    """The leading number, or why there is none; `seri` lists the numbers still equal."""

    status: StatusHasil
    nomor_urut: int | None
    seri: tuple[int, ...]
    langkah: tuple[str, ...]
