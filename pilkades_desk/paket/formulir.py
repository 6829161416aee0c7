"""Step 7's form: F-38, the receipt printed for every handover, USB bundles included."""

from collections.abc import Mapping
from typing import ClassVar

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.naskah.formulir import Bahan, Worked

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


class TandaTerimaUmum(Bahan):
    """Who gave what to whom; of a digest both ends are printed."""

    kode: ClassVar[str] = "F-38"

    dari: str = ""
    kepada: str = ""
    waktu_terima: str = ""
    barang: tuple[BarangDiserahkan, ...] = ()
    berkas: tuple[BerkasDiserahkan, ...] = ()

    def worked_out(self) -> Mapping[str, Worked]:
        """Shorten the digests."""
        return {
            "berkas": tuple(
                (one.nama, one.ukuran, f"{one.sha256[:_SHOWN]} … {one.sha256[-_SHOWN:]}")
                for one in self.berkas
            )
        }
