"""F-33: the committee's decision naming the elected candidate, and the minutes of it."""

from collections.abc import Sequence
from functools import partial

from pilkades_desk.berita_acara.content import IsiF33
from pilkades_desk.berita_acara.pdf.blocks import beside_result_qr, votes_table
from pilkades_desk.core.terbilang import angka, terbilang
from pilkades_desk.kits.pdf.fonts import BOLD
from pilkades_desk.kits.pdf.page import MM
from pilkades_desk.kits.pdf.prose import (
    BODY,
    CENTRED,
    NOTE,
    Item,
    centred,
    clause,
    numbered,
    pairs,
    paragraph,
    plain,
    title,
)
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.signature_block import Slot, signature_block
from pilkades_desk.panitia.naskah.pdf.blocks import document, opening, place_and_date, slots

_SIGN_BERITA_ACARA = 3
"""Places side by side."""
_DIKTUM = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM")


def draw(isi: IsiF33, tanda_tangan_qr: bytes | None) -> bytes:
    """Draw the decision."""

    def compose(sheet: Sheet) -> None:
        opening(sheet, isi)
        paragraph(sheet, "TENTANG", CENTRED)
        sheet.gap(1)
        paragraph(sheet, f"<b>{plain(isi.naskah.pembuka.upper())}</b>", CENTRED)
        sheet.gap(3)
        _grounds(sheet, isi)
        _centre(sheet, "MEMUTUSKAN:")
        _decision(sheet, isi, tanda_tangan_qr)
        sheet.gap(2)
        ketua, *_ = slots(isi)
        sheet.gap(5)
        signature_block(sheet, [ketua], 2, place_and_date(isi))
        _copies(sheet, isi.salinan_untuk)
        _berita_acara(sheet, isi)

    return document(isi, compose)


def _berita_acara(sheet: Sheet, isi: IsiF33) -> None:
    naskah, winner = isi.naskah, isi.terpilih
    sheet.new_page()
    title(sheet, [naskah.label("ba_judul")], "")
    paragraph(sheet, plain(naskah.label("ba")))
    sheet.gap(2)
    with sheet.inset(left=10 * MM):
        _winner(sheet, isi)
    sheet.gap(3)
    paragraph(sheet, plain(naskah.label("ba_penutup")))
    sheet.gap(5)
    terpilih = Slot("Calon terpilih", winner.nama)
    ketua, *others = slots(isi)
    signature_block(sheet, [terpilih, *others, ketua], _SIGN_BERITA_ACARA, place_and_date(isi))


def _grounds(sheet: Sheet, isi: IsiF33) -> None:
    letters = [
        Item(f"{chr(ord('a') + index)}.", plain(text)) for index, text in enumerate(isi.menimbang)
    ]
    clause(sheet, "Menimbang", letters)
    clause(sheet, "Mengingat", _counted(isi.mengingat))
    if isi.memperhatikan:
        clause(sheet, "Memperhatikan", _counted(isi.memperhatikan))


def _counted(texts: Sequence[str]) -> list[Item]:
    return [Item(f"{number}.", plain(text)) for number, text in enumerate(texts, 1)]


def _centre(sheet: Sheet, text: str) -> None:
    sheet.gap(4)
    sheet.need(40 * MM)
    middle = sheet.frame.width / 2
    sheet.y -= centred(sheet, middle, text, (BOLD, 11.5, sheet.width)) + 4


def _decision(sheet: Sheet, isi: IsiF33, signature: bytes | None) -> None:
    clause(sheet, "Menetapkan", [Item("", plain(isi.naskah.pembuka + "."))])
    for index, text in enumerate(isi.naskah.butir):
        item = Item("", plain(text))
        if index == 1:
            sheet.together(partial(_all_votes, isi=isi, item=item))
        else:
            clause(sheet, _DIKTUM[index], [item])
        if index == 0:
            sheet.gap(2)
            with sheet.inset(left=32 * MM):
                beside_result_qr(sheet, isi, signature, lambda: _winner(sheet, isi))


def _all_votes(sheet: Sheet, isi: IsiF33, item: Item) -> None:
    clause(sheet, _DIKTUM[1], [item])
    sheet.gap(2)
    votes_table(sheet, isi.suara, isi.naskah, share=True)
    sheet.gap(1.5)
    paragraph(sheet, plain(isi.naskah.label("persen_dasar")), NOTE)


def _winner(sheet: Sheet, isi: IsiF33) -> None:
    one = isi.terpilih
    pairs(
        sheet,
        [
            ("Nomor urut", f"{one.nomor} ({terbilang(one.nomor)})"),
            ("Nama", one.nama),
            ("Lahir", f"{one.tempat_lahir}, {one.tanggal_lahir}"),
            ("Alamat", one.alamat),
            ("Suara sah", f"{angka(one.suara)} ({terbilang(one.suara)})"),
            ("Dasar", isi.dasar_terpilih),
        ],
        24,
    )


def _copies(sheet: Sheet, texts: Sequence[str]) -> None:
    if not texts:
        return
    sheet.gap(3)
    sheet.need(BODY.leading * (len(texts) + 1))
    paragraph(sheet, "Salinan keputusan ini disampaikan kepada:")
    numbered(sheet, _counted(texts), 6)
