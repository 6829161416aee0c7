"""Binds the counter to an open desk; the TPS comes from step 4, which step 2 does not know."""

from functools import cache, partial

from pilkades_desk.app.pdf_pages import PdfPages
from pilkades_desk.app.printing import choose_printer, recorder
from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.qt.printing import print_document
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih import pribadi
from pilkades_desk.pemilih.loket import usecases
from pilkades_desk.pemilih.loket.cetak import draw_f03
from pilkades_desk.pemilih.loket.screen import LoketActs
from pilkades_desk.pemilih.loket.values import HasilLoket, Jawaban, TpsOf
from pilkades_desk.tps.usecases import read_pembagian, read_rencana, read_units


def make_loket_acts(meja: Meja) -> LoketActs:
    """Give the counter what it may do."""
    tps_of = tps_teller(meja)

    def answer(teks: str) -> HasilLoket:
        return usecases.answer(meja, teks, tps_of)

    record = partial(usecases.record_loket, meja)
    return LoketActs(meja.pemilihan.desa, answer, record, partial(_print_f03, meja))


def _print_f03(meja: Meja, jawaban: Jawaban | None) -> None:
    drawn = draw_f03(meja, jawaban)
    printer = choose_printer(meja, drawn.nama_berkas)
    if printer is not None:
        print_document(PdfPages(drawn.pdf), printer, recorder(meja, drawn.identitas))


def tps_teller(meja: Meja) -> TpsOf:
    """Give what tells a voter's TPS, read when the first one is asked for."""
    places = cache(partial(tps_places, meja))
    return lambda number: places().get(number, "")


def tps_places(meja: Meja) -> dict[int, str]:
    """Give by voter which TPS to go to; empty until the split is locked, it may still change."""
    try:
        rencana = read_rencana(meja)
    except StateError:
        return {}
    if not rencana.terkunci:
        return {}
    units = {unit.nomor: unit for unit in read_units(meja)}
    named = {n: f"{unit.nama}, {unit.lokasi}".rstrip(", ") for n, unit in units.items()}
    by_line = {
        line: named[part.nomor]
        for part in read_pembagian(meja, rencana.versi)
        for line in part.no_urut
    }
    return {line.id: by_line.get(line.no_urut, "") for line in pribadi.read_dpt_baris(meja)}
