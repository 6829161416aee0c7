"""Sample bundles and receipts for the screen; no file behind them."""

from typing import Any

from pilkades_desk.paket.values import IsiTerima, JenisPaket, PaketKeluar

WHEN = "2027-02-03T09:00:00.000000Z"


def make_paket(**changes: Any) -> PaketKeluar:
    fields: dict[str, Any] = {
        "jenis": JenisPaket.HASIL, "wilayah": "3399012001", "stream": "ab" * 16, "serial": 1,
        "amplop": "cd" * 32, "berkas": "PKD-hasil.pilkades", "waktu": WHEN,
    }  # fmt: skip
    return PaketKeluar.model_validate(fields | changes)


def make_terima(**changes: Any) -> IsiTerima:
    fields: dict[str, Any] = {
        "amplop": "cd" * 32, "serial": 1, "bolong": (), "kepala_seq": 9, "kepala_hash": "ef" * 32,
        "putusan": "berkas diterima utuh", "nomor": 3, "waktu": WHEN, "meja": "Meja Contoh",
    }  # fmt: skip
    return IsiTerima.model_validate(fields | changes)
