"""Blank forms to fill in by hand, with what the file knows already: names, ballots, paper."""

from pathlib import Path

from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.kits.storage.disk import make_folder, write_whole
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.compose import make_dasar_kosong
from pilkades_desk.panitia.naskah.formulir import Dikenal, Nomor, make_kosong
from pilkades_desk.panitia.naskah.katalog import Formulir
from pilkades_desk.panitia.naskah.tercetak import Identitas, identify
from pilkades_desk.panitia.naskah.values import Kertas
from pilkades_desk.panitia.rapat import know_rapat
from pilkades_desk.penghitungan.lembar import vote_lines
from pilkades_desk.tps.usecases import read_units


def draw_kosong(meja: Meja, formulir: Formulir, kertas: Kertas) -> bytes:
    """Draw a blank form; a wall sheet holds the ballots of the largest unit (S-618)."""
    return kosong_cetakan(meja, formulir, kertas).pdf


def kosong_cetakan(
    meja: Meja, formulir: Formulir, kertas: Kertas, unit: int | None = None
) -> Cetakan:
    """Draw a blank form to be printed, for one unit where it is printed for one (S-618)."""
    from pilkades_desk.panitia.naskah.pdf.formulir import draw

    isi = _compose(meja, formulir, kertas)
    name = f"{formulir.kode}-kosong.pdf"
    return Cetakan(formulir.nama, name, draw(isi), identify(isi, unit))


def identify_kosong(meja: Meja, formulir: Formulir, kertas: Kertas) -> Identitas:
    """Name the blank form a sheet shows."""
    return identify(_compose(meja, formulir, kertas))


def _compose(meja: Meja, formulir: Formulir, kertas: Kertas) -> IsiFormulir:
    units = read_units(meja)
    most = max((unit.surat_suara for unit in units), default=0)
    paper = kertas if kertas in formulir.kertas else formulir.kertas[0]
    dasar = make_dasar_kosong(meja, paper)
    dikenal = Dikenal(
        calon=_drawn(meja),
        surat_suara=most,
        unit=tuple(unit.nama for unit in units),
        isian=know_rapat(meja, formulir.kode),
    )
    return make_kosong(dasar, formulir.kode, dikenal)


def save_kosong(meja: Meja, formulir: Formulir, kertas: Kertas, path: Path) -> Path:
    """Write a blank form (S-618); StorageError when the place does not take it."""
    make_folder(path.parent)
    write_whole(path, draw_kosong(meja, formulir, kertas))
    return path


def _drawn(meja: Meja) -> tuple[Nomor, ...]:
    """Give the lines of the ballot by number, 0 for the blank column; none before the draw."""
    calon = read_calon(meja)
    if not calon or not all(one.nomor for one in calon):
        return ()
    numbers = [one.nomor or 0 for one in calon]
    names = vote_lines(calon)
    return tuple(zip([*numbers, *[0] * (len(names) - len(numbers))], names, strict=True))
