"""Rows kept back because their NIK is taken (E202): the voter each is about, and what was decided.

Decided to be the same person it leaves the repair list, now and whenever it is imported again, and
the voter may be given what it says; decided to be another it waits there for the right NIK.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Act
from pilkades_desk.pemilih import records
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.findings import E202
from pilkades_desk.pemilih.ganda import store
from pilkades_desk.pemilih.ganda.rules import pair_print
from pilkades_desk.pemilih.ganda.values import Putusan
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.rules import read_pemilih
from pilkades_desk.pemilih.values import BarisPerbaikan, Pemilih, PemilihBaru

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

SETTLED = "sudah diputuskan: orang yang sama"


@dataclass(frozen=True, slots=True)
class NikGanda:
    """A row of the repair list and the voter whose NIK it brings."""

    perbaikan: int
    pemilih: Pemilih
    baris: PemilihBaru
    letak: str
    temuan: tuple[Finding, ...]

    @property
    def jejak(self) -> str:
        """Give the fingerprint of the pair."""
        return pair_print(self.pemilih, self.baris)


def read_nik_doubles(session: "Session", only: int | None = None) -> tuple[NikGanda, ...]:
    """Give the rows of the repair list (or one of them) whose NIK a voter has, in their order."""
    return tuple(_doubles(session, pemilih_store.read_perbaikan(session, only)))


def read_undecided(session: "Session") -> tuple[NikGanda, ...]:
    """Give those nobody has decided on; they hold up the DPT (E244)."""
    decided = store.read_putusan(session)
    return tuple(one for one in read_nik_doubles(session) if one.jejak not in decided)


def leave_decided(act: Act, rows: Sequence[BarisPerbaikan]) -> tuple[BarisPerbaikan, ...]:
    """Set those of some new rows aside that were decided to be a voter; gives the others."""
    session = act.session
    same = {jejak for jejak, what in store.read_putusan(session).items() if what is Putusan.SAMA}
    if not same:
        return tuple(rows)
    wanted = {row.id for row in rows}
    waiting = (one for one in pemilih_store.read_perbaikan(session) if one["id"] in wanted)
    done = {one.perbaikan for one in _doubles(session, waiting) if one.jejak in same}
    how = {"alasan": SETTLED, "akun_id": act.akun.id, "waktu": utc_text(act.now)}
    ends = [how | {"perbaikan_id": each, "pemilih_id": None} for each in done]
    pemilih_store.add_rows(session, pemilih_store.PerbaikanSelesaiRow, ends)
    return tuple(row for row in rows if row.id not in done)


def _doubles(session: "Session", waiting: Iterable[records.Record]) -> Iterable[NikGanda]:
    found = []
    for record in waiting:
        row = records.read_perbaikan(record)
        said = read_pemilih(records.read_row(record, {})) if E202.code in row.kode else None
        if said is not None:
            found.append((row, said))
    ids = kini.find_ids(session, {said.nik for _, said in found})
    daftar = {one.id: one for one in kini.read_pemilih(session, ids.values())}
    for row, said in found:
        known = daftar.get(ids.get(said.nik, 0))
        if known is not None:
            place = f"{row.berkas}, {row.lembar}, baris {row.baris}"
            yield NikGanda(row.id, known, said, place, row.temuan)
