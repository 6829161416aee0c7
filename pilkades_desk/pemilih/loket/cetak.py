"""F-03 from the counter: to be filled in by hand, with what the counter showed of one voter."""

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.compose import make_dasar_kosong
from pilkades_desk.panitia.naskah.formulir import Dikenal, make_kosong
from pilkades_desk.panitia.naskah.katalog import read_kosong
from pilkades_desk.panitia.naskah.tempat import Isian
from pilkades_desk.panitia.naskah.tercetak import identify
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.loket.values import Jawaban

KODE = "F-03"


def draw_f03(meja: Meja, jawaban: Jawaban | None) -> Cetakan:
    """Draw a blank F-03, name and RT/RW of whoever was shown written in, no number (S-250, S-294).

    It counts as the blank form: what is kept of its printing names nobody (S-251).

    Raises:
        RightsError: this role does not serve the counter.
    """
    from pilkades_desk.panitia.naskah.pdf.formulir import draw

    meja.demand(Aksi.LAYANI_LOKET)
    formulir = next(one for one in read_kosong() if one.kode == KODE)
    dasar = make_dasar_kosong(meja, formulir.kertas[0])
    shown = {"pemilih": f"{jawaban.nama}, {jawaban.daerah}"} if jawaban else {}
    filled = make_kosong(dasar, KODE, Dikenal(isian=Isian(nilai=shown)))
    blank = make_kosong(dasar, KODE)
    return Cetakan(formulir.nama, f"{KODE}.pdf", draw(filled), identify(blank))
