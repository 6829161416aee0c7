"""The table of bundles sent, each with what became of it."""

from types import MappingProxyType

from PySide6.QtCore import Qt

from pilkades_desk.core.clock import Zona, moment_text, parse_utc
from pilkades_desk.kits.qt.table import Column
from pilkades_desk.paket.values import IsiTerima, JenisPaket, PaketKeluar, kode_singkat

Kiriman = tuple[PaketKeluar, IsiTerima | None]
"""A bundle sent and the answer to it, where there is one."""

KINDS = MappingProxyType(
    {
        JenisPaket.HASIL: "Hasil, terkunci untuk kabupaten",
        JenisPaket.PUBLIK: "Hasil, untuk umum",
        JenisPaket.DAFTAR: "Permohonan sertifikat",
    }
)


def columns(zona: Zona) -> tuple[Column[Kiriman], ...]:
    """Make the columns; hours are those of the village."""
    return (
        Column[Kiriman]("No", lambda each: str(each[0].serial), 52, Qt.AlignmentFlag.AlignRight),
        Column[Kiriman]("Isi", lambda each: KINDS[each[0].jenis], 220, takes_rest=True),
        Column[Kiriman]("Dibuat", lambda each: moment_text(parse_utc(each[0].waktu), zona), 170),
        Column[Kiriman]("Kode", lambda each: kode_singkat(each[0].amplop), 200),
        Column[Kiriman](
            "Tanda terima", lambda each: _answer(each)[0], 150, tone=lambda each: _answer(each)[1]
        ),
    )


def _answer(each: Kiriman) -> tuple[str, str]:
    paket, terima = each
    if terima is not None:
        return f"Diterima, no. {terima.nomor}", "ok"
    return ("Ditunggu", "warn") if paket.jenis is JenisPaket.HASIL else ("Tidak perlu", "info")
