"""F-07: the plenary that turned DPS and additions into the DPT."""

from pilkades_desk.berita_acara.compose.composed import Composed
from pilkades_desk.berita_acara.compose.sources import read_seals
from pilkades_desk.berita_acara.content import Dicoret, IsiF07
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.compose import KETUA, common, orang_holding
from pilkades_desk.panitia.naskah.values import LakiPerempuan
from pilkades_desk.pemilih.usecases import count_struck, read_dpt


def compose_f07(meja: Meja) -> Composed:
    """Compose F-07 from the locked DPT (S-601)."""
    dpt = read_dpt(meja)
    offices = tuple(meja.profil.nilai("dpt.penandatangan"))
    signers = orang_holding(meja, offices)
    reasons = count_struck(meja)
    isi = IsiF07(
        **common(meja, "F-07", "F07", signers),
        dps=dpt.jumlah_dps,
        dicoret=tuple(Dicoret(alasan=word, jumlah=count) for word, count in reasons.items()),
        jumlah_dicoret=dpt.dicoret,
        tambahan=dpt.tambahan,
        dpt=LakiPerempuan(laki=dpt.jumlah_l, perempuan=dpt.jumlah_p, jumlah=dpt.jumlah),
        segel=dpt.segel,
        dari_segel=read_seals(meja).of("F-07", None),
    )
    return Composed(isi, signers, (KETUA, *offices[1:2]))
