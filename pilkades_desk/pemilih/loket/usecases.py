"""What happens at the counter: answer a resident, write down how often that was."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.cari import store
from pilkades_desk.pemilih.cari.usecases import find_in
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.loket.rules import APOSTROPHES, MOST, fits, read_question
from pilkades_desk.pemilih.loket.values import (
    HasilLoket,
    HitungLoket,
    Jawaban,
    Pertanyaan,
    TpsOf,
)
from pilkades_desk.pemilih.values import Pemilih, Saring

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

_AT_ONCE = 256


def answer(meja: Meja, teks: str, tps_of: TpsOf) -> HasilLoket:
    """Say who on the list has this name or NIK; nothing of who asked is kept (S-250, S-251).

    Raises:
        RightsError: this role does not serve the counter.
        StateError: what was typed is neither a name nor a whole NIK.
    """
    meja.demand(Aksi.LAYANI_LOKET)
    asked = read_question(teks)
    if asked is None:
        raise StateError(
            "Ketik kata nama yang utuh, atau 16 angka NIK.",
            "Kata terpanjang minimal 3 huruf; nama dan angka jangan dicampur.",
        )
    found: list[Pemilih] = []
    with meja.read() as session:
        for pemilih in _near_by_name(meja, session, asked):
            if not fits(asked, pemilih.nama, pemilih.nik):
                continue
            if len(found) == MOST:
                return HasilLoket((), terlalu_banyak=True)
            found.append(pemilih)
    return HasilLoket(
        tuple(Jawaban(one.nama, one.kelamin, one.rt, one.rw, tps_of(one.id)) for one in found)
    )


def record_loket(meja: Meja, hitung: HitungLoket) -> None:
    """Write down that the counter was open and how often it answered, nobody's name (S-251)."""
    with meja.act(Aksi.LAYANI_LOKET) as act:
        act.record("loket", ditanya=hitung.ditanya, ketemu=hitung.ketemu)
        act.commit()


def _near_by_name(meja: Meja, session: "Session", asked: Pertanyaan) -> Iterator[Pemilih]:
    """Give who may fit by name, a page at a time: mostly the first page is enough."""
    cari = Cari(asked.nik or " ".join(asked.kata), status=Saring.TERDAFTAR)
    ids = find_in(meja, session, cari, near=False)
    if not asked.nik:
        # the index knows Nur'aini by its parts alone
        ids = tuple(dict.fromkeys((*ids, *store.find_containing(session, APOSTROPHES))))
    for start in range(0, len(ids), _AT_ONCE):
        page = store.read_baris(session, ids[start : start + _AT_ONCE])
        yield from (pemilih for pemilih, _, _ in page)
