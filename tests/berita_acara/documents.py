"""Sample documents and people for the screen; no file behind them."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pilkades_desk.berita_acara.basah import BasahBaru
from pilkades_desk.berita_acara.dokumen import Dokumen, TandaAsing, TandaBasah, Tempat
from pilkades_desk.berita_acara.kertas_screen import KertasActs
from pilkades_desk.berita_acara.kode_kertas import HasilKode, Tantangan
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


class DariLuar:
    """Plays the use cases on what comes back from outside."""

    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.received: list[Path] = []
        self.marked: list[tuple[BasahBaru, Path | None]] = []
        self.saved: list[Path] = []
        self.typed: list[tuple[str, str, str]] = []

    def acts(self) -> KertasActs:
        return KertasActs(
            receive=self.receive,
            read_tempat=lambda dokumen: PLACES,
            read_today=lambda: date(2027, 2, 3),
            mark_wet=self.mark,
            scan_name=lambda dokumen: "F-27-001-pindaian.pdf",
            save_scan=self.save,
            new_challenge=lambda dokumen: Tantangan(dokumen=dokumen.id, kelompok=(1, 3, 6)),
            answer=self.answer,
        )

    def receive(self, dokumen: Dokumen, path: Path) -> Dokumen:
        self._maybe_fail()
        self.received.append(path)
        stranger = TandaAsing(kolom="x", nama="Slamet", penerbit="Otoritas Rekaan")
        return dokumen.model_copy(update={"asing": (stranger,)})

    def mark(self, dokumen: Dokumen, baru: BasahBaru, scan: Path | None) -> Dokumen:
        self._maybe_fail()
        self.marked.append((baru, scan))
        return dokumen.model_copy(update={"basah": WET})

    def save(self, dokumen: Dokumen, path: Path) -> Path:
        self.saved.append(path)
        return path

    def answer(self, tantangan: Tantangan, typed: tuple[str, str, str]) -> HasilKode:
        self._maybe_fail()
        self.typed.append(typed)
        right = typed == ("1234", "9012", "1234")
        return HasilKode(cocok=right, salah=0 if right else len(self.typed))

    def _maybe_fail(self) -> None:
        if self.fault:
            raise self.fault


WET = TandaBasah(
    tanggal=date(2027, 2, 3), menandatangani=("p0",), menolak=(("s0", "x"),), pindaian="ab" * 32
)
PLACES = (
    Tempat(kunci="p0", nama="Slamet Uji", jabatan="Ketua KPPS"),
    Tempat(kunci="p1", nama="", jabatan="Anggota KPPS"),
    Tempat(kunci="s0", nama="Wati Uji", jabatan="Saksi calon no. 1"),
)
