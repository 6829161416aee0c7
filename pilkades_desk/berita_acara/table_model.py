"""The tables of step 6: all documents, the report's enclosures, objections, blank forms."""

from types import MappingProxyType

from PySide6.QtCore import Qt

from pilkades_desk.berita_acara.daftar import (
    BarisDaftar,
    ButirLampiran,
    Keberatan,
    Kelengkapan,
    StatusLembar,
)
from pilkades_desk.core.clock import short_date
from pilkades_desk.kits.qt.table import Column
from pilkades_desk.panitia.naskah.katalog import Formulir

TONES = MappingProxyType(
    {
        StatusLembar.BELUM: "warn",
        StatusLembar.TANGAN: "info",
        StatusLembar.DIBUAT: "info",
        StatusLembar.DICETAK: "ok",
        StatusLembar.DITANDATANGANI: "ok",
        StatusLembar.DITARIK: "bad",
    }
)
THERE = MappingProxyType(
    {Kelengkapan.ADA: "ok", Kelengkapan.TIDAK_PERLU: "info", Kelengkapan.KURANG: "warn"}
)


def _signed(baris: BarisDaftar) -> str:
    dokumen = baris.dokumen
    if dokumen is None or not dokumen.penanda:
        return "–"
    return f"{len(dokumen.sudah)}/{len(dokumen.penanda)}"


COLUMNS = (
    Column[BarisDaftar]("Kode", lambda each: each.wajib.kode, 60),
    Column[BarisDaftar]("Judul", lambda each: each.wajib.nama, 120, takes_rest=True),
    Column[BarisDaftar]("Tempat", lambda each: each.tempat, 70),
    Column[BarisDaftar](
        "Status", lambda each: each.status.value, 128, tone=lambda each: TONES[each.status]
    ),
    Column[BarisDaftar]("Penanda", _signed, 74, Qt.AlignmentFlag.AlignHCenter),
    Column[BarisDaftar](
        "Rangkap", lambda each: str(each.lembar or "–"), 74, Qt.AlignmentFlag.AlignHCenter
    ),
)

ENCLOSURES = (
    Column[ButirLampiran]("Lampiran laporan", lambda each: each.nama, 200, takes_rest=True),
    Column[ButirLampiran](
        "Ada",
        lambda each: each.kelengkapan.value.capitalize(),
        116,
        tone=lambda each: THERE[each.kelengkapan],
    ),
)

REGISTER = (
    Column[Keberatan]("No", lambda each: str(each.nomor), 48, Qt.AlignmentFlag.AlignRight),
    Column[Keberatan]("Pemohon", lambda each: each.pemohon, 120, takes_rest=True),
    Column[Keberatan]("Tentang", lambda each: each.jenis.value.capitalize(), 80),
    Column[Keberatan]("Batas putus", lambda each: short_date(each.batas), 104),
    Column[Keberatan](
        "Putusan",
        lambda each: "Sudah" if each.diputus else "Belum",
        90,
        tone=lambda each: "ok" if each.diputus else "warn",
    ),
)

KOSONG = (
    Column[Formulir]("Kode", lambda each: each.kode, 66),
    Column[Formulir]("Formulir kosong", lambda each: each.nama, 200, takes_rest=True),
    Column[Formulir]("Kertas", lambda each: ", ".join(each.kertas), 80),
)
