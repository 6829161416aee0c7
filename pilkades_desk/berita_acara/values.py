"""The figures the count documents are composed of; all frozen."""

from typing import Annotated

from pydantic import Field, StringConstraints

from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.values import Angka, LakiPerempuan, Teks


class Perolehan(Value):
    """One candidate's votes."""

    nomor: Annotated[int, Field(ge=1, le=9)]
    nama: Nama
    suara: Angka


class PemilihHadir(Value):
    """Lines B1 to B7; B4 only where the profile allows it, B7 where it was counted."""

    b1: LakiPerempuan
    b2: LakiPerempuan
    b3: LakiPerempuan
    b4: LakiPerempuan | None
    b5: LakiPerempuan
    b6: Angka
    b7: Angka | None


class SuratSuara(Value):
    """Lines C1 to C5; C5 may be negative."""

    c1: Angka
    c2: Angka
    c3: Angka
    c4: Angka
    c5: int = Field(ge=-999_999, le=999_999)
    penjelasan: Teks = ""


class Suara(Value):
    """Lines D: votes by candidate, the empty column where there is one, and the three totals."""

    perolehan: tuple[Perolehan, ...] = Field(min_length=1, max_length=9)
    kolom_kosong: Angka | None = None
    sah: Angka
    tidak_sah: Angka
    jumlah: Angka


class Pemeriksaan(Value):
    """One line of the cross-check box: rule (I1 …), how it reads with figures, whether it holds."""

    kode: Annotated[str, StringConstraints(pattern=r"^I[0-9]{1,2}$")]
    hitungan: Teks
    cocok: bool


class Selisih(Value):
    """A difference that stays, with the reason people gave and who confirmed it.

    `unit` names whose it is where a document speaks of several.
    """

    kode: str
    unit: Annotated[str, StringConstraints(max_length=100)] = ""
    uraian: Teks
    alasan: Teks
    disetujui: tuple[str, ...]
