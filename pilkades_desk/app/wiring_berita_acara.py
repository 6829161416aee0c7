"""Binds step 6's use cases to an open desk."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from pilkades_desk.app.pdf_pages import PdfPages
from pilkades_desk.app.printing import choose_printer
from pilkades_desk.app.wiring_laporan import make_laporan_acts
from pilkades_desk.berita_acara import basah, usecases
from pilkades_desk.berita_acara.antrean import Antrean, identify_dokumen, queue_unit
from pilkades_desk.berita_acara.basah import BasahBaru
from pilkades_desk.berita_acara.daftar import BarisDaftar
from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.berita_acara.kembali import receive_signed
from pilkades_desk.berita_acara.kertas_screen import KertasActs
from pilkades_desk.berita_acara.keterangan import count_words, line_words
from pilkades_desk.berita_acara.kode_kertas import Tantangan, answer_challenge, new_challenge
from pilkades_desk.berita_acara.kosong import draw_kosong, identify_kosong, save_kosong
from pilkades_desk.berita_acara.kosong_screen import KosongActs
from pilkades_desk.berita_acara.rules import filter_documents
from pilkades_desk.berita_acara.salinan import draw_copies, starts_with_original
from pilkades_desk.berita_acara.screen import BeritaAcaraActs
from pilkades_desk.berita_acara.verdict import Vonis, judge
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.printing import Copies, Queued
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.paket.usecases import find_kit
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.katalog import Formulir, read_kosong
from pilkades_desk.panitia.naskah.pencetakan import record_print
from pilkades_desk.panitia.naskah.values import Kertas
from pilkades_desk.panitia.orang import read_orang
from pilkades_desk.panitia.values import Orang


def make_berita_acara_acts(meja: Meja) -> BeritaAcaraActs:
    """Give the screen what it may do on this desk."""

    def sign(dokumen: Dokumen, orang: Orang, sandi: str) -> Dokumen:
        return usecases.sign_dokumen(meja, dokumen.id, orang, sandi)

    def check(dokumen: Dokumen) -> Vonis:
        found = usecases.check_dokumen(meja, dokumen, trust_of(meja))
        return judge(found, meja.pemilihan.zona)

    def read_pages(dokumen: Dokumen) -> PdfPages:
        return PdfPages(usecases.read_pdf(meja, dokumen))

    def say_line(baris: BarisDaftar) -> str:
        return line_words(baris, {orang.id: orang for orang in read_orang(meja)})

    def took(dokumen: Dokumen, copies: int) -> None:
        record_print(meja, identify_dokumen(dokumen), copies)

    def choose_copies(dokumen: Dokumen) -> QPrinter | None:
        first = starts_with_original(meja, dokumen)
        return choose_printer(meja, dokumen.file_name, original=first)

    def save_all(folder: Path) -> tuple[Path, ...]:
        return usecases.export_pdf(meja, folder)

    return BeritaAcaraActs(
        read_daftar=partial(usecases.read_daftar, meja),
        keep=filter_documents,
        say_line=say_line,
        say_count=count_words,
        read_freezable=partial(usecases.read_freezable, meja),
        read_orang=partial(read_orang, meja),
        read_pages=read_pages,
        freeze=partial(usecases.freeze_all, meja),
        sign=sign,
        save=partial(usecases.save_pdf, meja),
        save_all=save_all,
        check=check,
        choose_printer=partial(choose_printer, meja),
        choose_copies=choose_copies,
        read_copies=partial(_copies, meja),
        took=took,
        read_queue=partial(_read_queue, meja),
        kosong=_make_kosong_acts(meja),
        kertas=_make_kertas_acts(meja),
        laporan=make_laporan_acts(meja),
    )


def _make_kertas_acts(meja: Meja) -> KertasActs:
    def receive(dokumen: Dokumen, path: Path) -> Dokumen:
        return receive_signed(meja, dokumen.id, path)

    def mark(dokumen: Dokumen, baru: BasahBaru, scan: Path | None) -> Dokumen:
        return basah.mark_wet(meja, dokumen.id, baru, scan)

    def read_today() -> date:
        return meja.clock.now().astimezone(meja.pemilihan.zona.tz).date()

    def challenge(dokumen: Dokumen) -> Tantangan:
        return new_challenge(dokumen.id)

    return KertasActs(
        receive=receive,
        read_tempat=partial(basah.read_tempat, meja),
        read_today=read_today,
        mark_wet=mark,
        scan_name=partial(basah.scan_name, meja),
        save_scan=partial(basah.save_scan, meja),
        new_challenge=challenge,
        answer=partial(answer_challenge, meja),
    )


def _read_queue(meja: Meja, unit: int) -> tuple[Queued, ...]:
    return tuple(_queued(meja, one) for one in queue_unit(meja, unit))


def _copies(meja: Meja, dokumen: Dokumen) -> Copies:
    def draw(count: int, original: bool | None) -> tuple[PdfPages, ...]:
        return tuple(map(PdfPages, draw_copies(meja, dokumen, count, original)))

    return draw


def _queued(meja: Meja, one: Antrean) -> Queued:
    """Draw when it is its turn; what was drawn then is what is recorded."""
    drawn: list[Cetakan] = []

    def draw(progress: Progress) -> PdfPages:
        drawn[:] = [one.draw(progress)]
        return PdfPages(drawn[0].pdf)

    def took(copies: int) -> None:
        record_print(meja, drawn[0].identitas, copies)

    copies = _copies(meja, one.dokumen) if one.dokumen else None
    return Queued(one.nama, draw, took, copies)


def _make_kosong_acts(meja: Meja) -> KosongActs:
    def read_pages(formulir: Formulir, kertas: Kertas) -> PdfPages:
        return PdfPages(draw_kosong(meja, formulir, kertas))

    def read_kertas() -> Kertas:
        return "F4" if meja.profil.nilai("format.kertas") == "F4" else "A4"

    def took(formulir: Formulir, kertas: Kertas, copies: int) -> None:
        record_print(meja, identify_kosong(meja, formulir, kertas), copies)

    return KosongActs(
        read_formulir=read_kosong,
        read_kertas=read_kertas,
        read_pages=read_pages,
        save=partial(save_kosong, meja),
        choose_printer=partial(choose_printer, meja),
        took=took,
    )


def trust_of(meja: Meja) -> Trust:
    """Believe the root of the newest kit; nobody before there is one."""
    kit = find_kit(meja)
    if kit is None:
        return Trust([], meja.clock.now())
    return Trust([kit.akar], meja.clock.now(), frozenset(int(one, 16) for one in kit.dicabut))
