"""The table of documents: which form, how far, who signed."""

from types import MappingProxyType

from PySide6.QtCore import Qt

from pilkades_desk.berita_acara.dokumen import JUDUL, Dokumen, StatusDokumen
from pilkades_desk.kits.qt.table import Column
from pilkades_desk.panitia.naskah.katalog import Formulir

TONES = MappingProxyType(
    {
        StatusDokumen.BEKU: "info",
        StatusDokumen.DITANDATANGANI: "warn",
        StatusDokumen.LENGKAP: "ok",
        StatusDokumen.BASAH: "ok",
        StatusDokumen.DITARIK: "bad",
    }
)


def _signed(dokumen: Dokumen) -> str:
    wanted = len(dokumen.penanda)
    return f"{len(dokumen.sudah)}/{wanted}" if wanted else "–"


COLUMNS = (
    Column[Dokumen]("Kode", lambda each: each.kode, 66),
    Column[Dokumen]("Judul", lambda each: JUDUL[each.kode], 150, takes_rest=True),
    Column[Dokumen]("Unit", lambda each: str(each.unit or "–"), 52, Qt.AlignmentFlag.AlignRight),
    Column[Dokumen](
        "Status",
        lambda each: each.status.value.capitalize(),
        136,
        tone=lambda each: TONES[each.status],
    ),
    Column[Dokumen]("Penanda", _signed, 80, Qt.AlignmentFlag.AlignHCenter),
)

KOSONG = (
    Column[Formulir]("Kode", lambda each: each.kode, 66),
    Column[Formulir]("Formulir kosong", lambda each: each.nama, 200, takes_rest=True),
    Column[Formulir]("Kertas", lambda each: ", ".join(each.kertas), 80),
)
