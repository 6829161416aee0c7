"""Printing as an act: asked before the printer is, recorded once the printer took it."""

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah import store
from pilkades_desk.panitia.naskah.tercetak import Identitas, Tercetak
from pilkades_desk.panitia.rights import Aksi


def record_print(meja: Meja, identitas: Identitas, lembar: int) -> None:
    """Record what a printer took: how many copies, or 0 of only some pages (S-621)."""
    with meja.act(Aksi.CETAK_DOKUMEN) as act:
        printed = Tercetak(identitas=identitas, lembar=lembar, akun=act.akun.id, waktu=act.now)
        store.add_print(act.session, printed)
        act.record(f"cetak/{identitas.dok}", kode=identitas.kode, lembar=lembar,
                   sidik=identitas.sidik)  # fmt: skip
        act.commit()


def read_prints(meja: Meja) -> tuple[Tercetak, ...]:
    """Give every printing in its order (S-621)."""
    with meja.read() as session:
        return store.read_prints(session)
