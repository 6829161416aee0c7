"""What each document says, frozen: everything it needs is inside, nothing is looked up later.

F-07 sets the DPT, F-27 is one unit's count, F-28 its certificate, F-29 the village recap and F-33
names the elected candidate. The layouts are reconstructions (docs), the numbers are the law's.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from pilkades_desk.berita_acara.values import Pemeriksaan, PemilihHadir, Selisih, Suara, SuratSuara
from pilkades_desk.core.identity import Nama
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.values import (
    Angka,
    IsiUmum,
    Jam,
    LakiPerempuan,
    Saksi,
    Teks,
)


class Dicoret(Value):
    """Voters struck off the DPS for one reason."""

    alasan: Nama
    jumlah: Angka


class IsiF07(IsiUmum):
    """Minutes of the plenary that turns DPS plus additions into the DPT."""

    kode: Literal["F-07"] = "F-07"
    dps: Angka
    dicoret: tuple[Dicoret, ...]
    jumlah_dicoret: Angka
    tambahan: Angka
    dpt: LakiPerempuan
    segel: str
    keberatan: tuple[Teks, ...] = ()


class IsiUnit(IsiUmum):
    """What F-27 and F-28 have: one counting unit and how often it was counted."""

    unit: Annotated[int, Field(ge=1, le=999)]
    nama_unit: Nama
    lokasi: Teks
    hitung_ke: Annotated[int, Field(ge=1, le=9)] = 1
    suara: Suara
    saksi: tuple[Saksi, ...]


class IsiF27(IsiUnit):
    """Minutes of one unit's count, sections A to H."""

    kode: Literal["F-27"] = "F-27"
    mulai_pungut: Jam
    selesai_pungut: Jam
    mulai_hitung: Jam
    selesai_hitung: Jam
    pemilih: PemilihHadir
    surat_suara: SuratSuara
    pemeriksaan: tuple[Pemeriksaan, ...]
    keberatan: tuple[str, ...] = ()
    selisih: tuple[Selisih, ...] = ()
    pindaian: str = ""
    salinan_untuk: tuple[str, ...]


class IsiF28(IsiUnit):
    """The certificate of one unit's result, made from its F-27 and never typed."""

    kode: Literal["F-28"] = "F-28"
    dpt: LakiPerempuan
    hadir: LakiPerempuan
    dari: str
    ada_selisih: bool


class BarisUnit(Value):
    """One row of the village recap, a unit's or the total's."""

    nama: Nama
    dpt: LakiPerempuan
    hadir: LakiPerempuan
    diterima: Angka
    rusak: Angka
    sisa: Angka
    digunakan: Angka
    suara: tuple[Angka, ...]
    kolom_kosong: Angka | None = None
    sah: Angka
    tidak_sah: Angka
    jumlah: Angka


class IsiF29(IsiUmum):
    """The recap of the village with its minutes; `langkah_seri` holds every tie step in words."""

    kode: Literal["F-29"] = "F-29"
    calon: tuple[tuple[int, Nama], ...] = Field(min_length=1, max_length=9)
    unit: tuple[BarisUnit, ...] = Field(min_length=1)
    total: BarisUnit
    langkah_seri: tuple[Teks, ...] = ()
    hasil: Teks
    selisih: tuple[Selisih, ...] = ()
    akun_setelah_dpt: tuple[str, ...] = ()
    saksi: tuple[Saksi, ...]

    @model_validator(mode="after")
    def _every_row_has_every_calon(self) -> Self:
        if any(len(row.suara) != len(self.calon) for row in (*self.unit, self.total)):
            raise ValueError("a row has more or fewer votes than there are candidates")
        return self


class CalonTerpilih(Value):
    """The elected candidate."""

    nomor: int
    nama: Nama
    tempat_lahir: str
    tanggal_lahir: str
    alamat: Teks
    suara: Angka


class IsiF33(IsiUmum):
    """The committee's decision naming the elected candidate, with all results, and its minutes.

    The first of those who sign is the ketua, who signs the decision; all sign the minutes.
    """

    kode: Literal["F-33"] = "F-33"
    menimbang: tuple[Teks, ...]
    mengingat: tuple[Teks, ...]
    memperhatikan: tuple[Teks, ...] = ()
    terpilih: CalonTerpilih
    dasar_terpilih: Teks
    suara: Suara
    salinan_untuk: tuple[str, ...]

    @model_validator(mode="after")
    def _terpilih_is_a_calon(self) -> Self:
        votes = {calon.nomor: calon.suara for calon in self.suara.perolehan}
        if votes.get(self.terpilih.nomor) != self.terpilih.suara:
            raise ValueError("the elected candidate is not among the results with these votes")
        return self


Isi = IsiF07 | IsiF27 | IsiF28 | IsiF29 | IsiF33 | IsiFormulir
