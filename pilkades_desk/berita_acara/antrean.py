"""Everything one unit needs on paper, one document behind the other (S-625)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from pilkades_desk.berita_acara.daftar import BarisDaftar, Cara, StatusLembar
from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.berita_acara.kosong import kosong_cetakan
from pilkades_desk.berita_acara.usecases import read_daftar, read_pdf
from pilkades_desk.core.progress import Progress
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.katalog import Formulir, read_kosong
from pilkades_desk.panitia.naskah.tercetak import Identitas
from pilkades_desk.tps.cetak import print_lists
from pilkades_desk.tps.values import Daftar

_LISTS = MappingProxyType(
    {
        "F-06": (Daftar.DPT, Daftar.PENGUMUMAN),
        "F-10": (Daftar.HADIR,),
        "F-18": (Daftar.UNDANGAN,),
    }
)
_DRAWABLE = {StatusLembar.DIBUAT, StatusLembar.DICETAK}


@dataclass(frozen=True, slots=True)
class Antrean:
    """One document of the queue, drawn when it is its turn; a frozen one has labelled copies."""

    nama: str
    draw: Callable[[Progress], Cetakan]
    dokumen: Dokumen | None = None


def queue_unit(meja: Meja, unit: int) -> tuple[Antrean, ...]:
    """Give what one unit needs on paper now: frozen documents, lists, forms to fill in (S-625).

    Wall sheets are left out: they are larger than any other paper.
    """
    mine = [one for one in read_daftar(meja) if one.wajib.unit == unit]
    blank = {one.kode: one for one in read_kosong() if "A4" in one.kertas}
    return tuple(one for line in mine for one in _of_line(meja, line, blank))


def dokumen_cetakan(meja: Meja, dokumen: Dokumen) -> Cetakan:
    """Give the newest file of a document, ready to be printed (S-616)."""
    return Cetakan(
        dokumen.dok, dokumen.file_name, read_pdf(meja, dokumen), identify_dokumen(dokumen)
    )


def identify_dokumen(dokumen: Dokumen) -> Identitas:
    """Name the frozen content a sheet shows."""
    return Identitas(
        kode=dokumen.kode,
        dok=dokumen.dok,
        unit=dokumen.unit,
        sidik=dokumen.sidik,
        sumber=dokumen.dari_segel,
    )


def _of_line(meja: Meja, line: BarisDaftar, blank: dict[str, Formulir]) -> Iterator[Antrean]:
    wajib, nomor = line.wajib, line.wajib.unit or 0
    if line.status is StatusLembar.DITARIK:
        return
    if line.dokumen is not None:
        yield Antrean(wajib.kode, partial(_draw_dokumen, meja, line.dokumen), line.dokumen)
    elif wajib.cara is Cara.DAFTAR:
        for daftar in _LISTS[wajib.kode] if line.status in _DRAWABLE else ():
            yield Antrean(wajib.kode, partial(_draw_list, meja, daftar, nomor))
    elif wajib.kode in blank:
        form = blank[wajib.kode]
        yield Antrean(f"{wajib.kode} kosong", partial(_draw_blank, meja, form, nomor))


def _draw_dokumen(meja: Meja, dokumen: Dokumen, _progress: Progress) -> Cetakan:
    return dokumen_cetakan(meja, dokumen)


def _draw_list(meja: Meja, daftar: Daftar, unit: int, progress: Progress) -> Cetakan:
    (drawn,) = print_lists(meja, daftar, [unit], progress)
    return drawn


def _draw_blank(meja: Meja, formulir: Formulir, unit: int, _progress: Progress) -> Cetakan:
    return kosong_cetakan(meja, formulir, meja.profil.nilai("format.kertas"), unit)
