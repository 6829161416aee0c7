"""Sample villages, bundles and rows for the pages; no file behind them."""

from typing import Any

from pilkades_desk.paket.values import DesaKit
from pilkades_desk.penerimaan.values import BarisF39, KeadaanDesa, Masuk, RekapKabupaten
from tests.paket.bundles import WHEN

OURS = DesaKit(kode_desa="3399012001", desa="Sukamaju", kecamatan="Cikembar")
OTHER = DesaKit(kode_desa="3399012002", desa="Karangrejo", kecamatan="Cikembar")
MASUK = Masuk(
    nomor=1, amplop="cd" * 32, kode_desa="3399012001", pemilihan="ab" * 16, kunci="ab" * 32,
    tujuan="ab" * 32, stream="ab" * 16, serial=1, bolong=(), kepala_seq=9, kepala_hash="ef" * 32,
    waktu=WHEN,
)  # fmt: skip


def make_state(**changes: Any) -> KeadaanDesa:
    fields: dict[str, Any] = {
        "desa": OURS, "sertifikat": True, "paket": 0, "terakhir": None, "dijawab": False,
    }  # fmt: skip
    return KeadaanDesa.model_validate(fields | changes)


def make_row(**changes: Any) -> BarisF39:
    fields: dict[str, Any] = {
        "kecamatan": "Cikembar", "desa": "Sukamaju", "calon": ("Rahmat Uji", "Lestari Uji"),
        "dpt_l": 600, "dpt_p": 650, "sah": 900, "tidak_sah": 12, "tidak_digunakan": 338,
        "hadir": 912, "suara": (500, 400),
    }  # fmt: skip
    return BarisF39.model_validate(fields | changes)


REKAP = RekapKabupaten(baris=(make_row(), make_row(desa="Mekarsari", dpt_l=100)), belum=(OTHER,))
