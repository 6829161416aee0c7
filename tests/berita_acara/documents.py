"""Sample documents and people for the screen; no file behind them."""

from datetime import UTC, datetime
from typing import Any

from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.panitia.values import Orang

WHEN = datetime(2027, 2, 3, 9, 0, tzinfo=UTC)
PEOPLE = tuple(
    Orang(id=number, nama=nama, jabatan=jabatan, unit=1, sertifikat="", sejak=WHEN)
    for number, (nama, jabatan) in enumerate(
        (("Slamet Uji", "Ketua KPPS"), ("Ratna Uji", "Anggota KPPS"), ("Joko Uji", "Anggota KPPS")),
        start=1,
    )
)


def make_dokumen(number: int = 1, **changes: Any) -> Dokumen:
    fields: dict[str, Any] = {
        "id": number, "kode": "F-27", "dok": f"F27{number:03d}", "unit": number,
        "kode_data": "1234 5678 9012 3456 7890 1234", "sidik": "ab" * 32, "dibuat": WHEN,
        "penanda": (1, 2, 3), "dari_segel": (), "sudah": (), "ditarik": "",
        "sha256": f"{number:064d}",
    }  # fmt: skip
    return Dokumen.model_validate(fields | changes)
