"""The record of a destruction: what went, when, by whom, and what may still exist elsewhere."""

from collections.abc import Sequence
from pathlib import Path

from pilkades_desk.core.clock import long_date, moment_text
from pilkades_desk.kits.pdf.page import A4, AuditFoot
from pilkades_desk.kits.pdf.prose import (
    LEFT,
    NOTE,
    Item,
    heading,
    numbered,
    pairs,
    paragraph,
    plain,
    title,
)
from pilkades_desk.kits.pdf.sheet import Sheet, draw
from pilkades_desk.panitia.values import CatatanMusnah

_MEANING = (
    "Kunci berkas pemilihan dimusnahkan lebih dahulu; tanpa kunci, salinan data yang mungkin masih"
    " tertinggal tidak dapat dibaca, kecuali salinan yang membawa kuncinya sendiri. Berkas ditimpa"
    " lalu dihapus; flashdisk dan disk tertentu dapat menyimpan sisa, jadi hancurkan medianya bila"
    " tidak dipakai lagi."
)
_ELSEWHERE = (
    "berkas cadangan pada flashdisk atau map yang tidak disebut di atas; ia membawa kuncinya",
    "lembar kerja asal, daftar perbaikan yang diekspor, dan cetakan daftar pemilih",
    "berkas paket yang sudah diserahkan, terenkripsi untuk penerimanya",
    "arsip di kabupaten",
)
_NOTHING = "Tidak ada."


def draw_catatan(catatan: CatatanMusnah) -> bytes:
    """Draw the record."""
    perintah = catatan.perintah

    def compose(sheet: Sheet) -> None:
        title(sheet, ["Catatan pemusnahan data pemilih", f"Desa {perintah.desa}"])
        pairs(
            sheet,
            [
                ("Desa", f"{perintah.desa}, {perintah.kecamatan}, {perintah.kabupaten}"),
                ("Pemungutan suara", long_date(perintah.tanggal)),
                ("Diperintahkan", moment_text(perintah.pada, perintah.zona)),
                ("Dilakukan oleh", perintah.oleh),
                ("Disaksikan oleh", perintah.saksi or "–"),
                ("Kepala riwayat", _grouped(perintah.kepala)),
            ],
        )
        sheet.gap(3)
        paragraph(sheet, plain(_MEANING), LEFT)
        _files(sheet, "Musnah dan diperiksa tidak ada lagi", catatan.hilang)
        _files(sheet, "Belum terhapus", catatan.sisa)
        _files(sheet, "Tetap disimpan", catatan.tetap)
        _places(sheet, catatan.lepas)
        heading(sheet, "Salinan yang mungkin masih ada di tempat lain")
        numbered(sheet, [Item(f"{n}.", each) for n, each in enumerate(_ELSEWHERE, 1)])
        sheet.gap(8)
        paragraph(
            sheet, plain("Tanda tangan: ______________________   ______________________"), LEFT
        )

    return draw(compose, A4, AuditFoot(perintah.kepala[:24]))


def _files(sheet: Sheet, name: str, paths: Sequence[str]) -> None:
    heading(sheet, f"{name} ({len(paths)})")
    if not paths:
        paragraph(sheet, _NOTHING, LEFT)
        return
    by_folder: dict[str, list[str]] = {}
    for path in map(Path, paths):
        by_folder.setdefault(str(path.parent), []).append(path.name)
    for folder, names in by_folder.items():
        paragraph(sheet, plain(f"{folder}: {', '.join(names)}"), NOTE)


def _places(sheet: Sheet, places: Sequence[str]) -> None:
    if places:
        heading(sheet, "Tidak terpasang saat diperiksa; colokkan lalu selesaikan lagi")
        numbered(sheet, [Item(f"{n}.", each) for n, each in enumerate(places, 1)])


def _grouped(kepala: str) -> str:
    seq, _, digits = kepala.partition("-")
    return f"{seq} – {' '.join(digits[at : at + 8] for at in range(0, len(digits), 8))}"
