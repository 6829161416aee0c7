"""Step 7's form: F-38, the receipt printed for every handover, USB bundles included."""

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.formulir import Lembar, make_formulir, rows, texts
from pilkades_desk.panitia.naskah.susunan import Isian
from pilkades_desk.panitia.naskah.values import Dasar

_SHOWN = 8


class BarangDiserahkan(Value):
    """One document or thing handed over."""

    nama: str
    banyak: str = ""
    segel: str = ""
    keterangan: str = ""


class BerkasDiserahkan(Value):
    """One file on the stick; `sha256` in 64 hexadecimal digits."""

    nama: str
    ukuran: int
    sha256: str


class TandaTerimaUmum(Value):
    """Who gave what to whom."""

    dari: str = ""
    kepada: str = ""
    waktu_terima: str = ""
    barang: tuple[BarangDiserahkan, ...] = ()
    berkas: tuple[BerkasDiserahkan, ...] = ()


def make_tanda_terima(dasar: Dasar, terima: TandaTerimaUmum, lembar: Lembar) -> IsiFormulir:
    """Compose F-38 (S-617)."""
    files = tuple(
        (one.nama, one.ukuran, f"{one.sha256[:_SHOWN]} … {one.sha256[-_SHOWN:]}")
        for one in terima.berkas
    )
    table = {"barang": rows(terima.barang), "berkas": files}
    return make_formulir(dasar, "F-38", Isian(nilai=texts(terima), tabel=table), lembar)
