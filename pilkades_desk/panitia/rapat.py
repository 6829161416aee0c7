"""What step 1 knows of its own papers: who invites, comes, wears a card, keeps the register."""

from collections.abc import Sequence

from pilkades_desk.panitia.formulir import (
    DaftarHadir,
    Hadirin,
    KartuTugas,
    RegisterSurat,
    Undangan,
)
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.blok import KartuPengenal
from pilkades_desk.panitia.naskah.compose import KETUA, SEKRETARIS
from pilkades_desk.panitia.naskah.formulir import Bahan
from pilkades_desk.panitia.naskah.tempat import Isian
from pilkades_desk.panitia.orang import read_orang
from pilkades_desk.panitia.values import Orang

_LINES = 30
"""Lines to sign; what the committee leaves is for guests."""
_SHEET = 8
"""Cards on one; what people leave of the last one is for witnesses, written by hand."""


def know_rapat(meja: Meja, kode: str) -> Isian:
    """Fill in the committee's people on R-01, R-02, R-04 and R-05; nothing on another form.

    Syarat: S-476.
    """
    people = [one for one in read_orang(meja) if one.aktif]
    panitia = [one for one in people if one.unit is None]
    names = {one.jabatan: one.nama for one in panitia}
    ketua = names.get(KETUA, "")
    unit = str(meja.profil.nilai("sebutan.unit"))
    papers: dict[str, Bahan] = {
        "R-01": Undangan(ketua=ketua),
        "R-02": DaftarHadir(hadir=_present(panitia)),
        "R-04": KartuTugas(ketua=ketua, kartu=_cards(people, unit)),
        "R-05": RegisterSurat(sekretaris=names.get(SEKRETARIS, "")),
    }
    known = papers.get(kode)
    return known.isian() if known else Isian()


def _present(people: Sequence[Orang]) -> tuple[Hadirin, ...]:
    rows = [Hadirin(nama=one.nama, unsur=one.jabatan) for one in people]
    return (*rows, *[Hadirin()] * (_LINES - len(rows)))


def _cards(people: Sequence[Orang], unit: str) -> tuple[KartuPengenal, ...]:
    cards = [
        KartuPengenal(
            nama=one.nama,
            tugas=one.jabatan,
            unit="Desa" if one.unit is None else f"{unit} {one.unit}",
        )
        for one in people
    ]
    return (*cards, *[KartuPengenal()] * (_SHEET - len(cards) % _SHEET))
