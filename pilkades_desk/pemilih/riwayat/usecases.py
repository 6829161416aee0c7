"""The history of one voter: stage, import, corrections, moves, strikes, oldest first."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pilkades_desk.core.clock import parse_utc
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih import store
from pilkades_desk.pemilih.cari.usecases import may_see
from pilkades_desk.pemilih.dpt import store as dpt_store
from pilkades_desk.pemilih.ganda import store as ganda_store
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.riwayat.rules import tell
from pilkades_desk.pemilih.riwayat.values import Babak, Peristiwa
from pilkades_desk.pemilih.values import Asal

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


def read_history(meja: Meja, pemilih_id: int) -> tuple[Peristiwa, ...]:
    """Give everything that happened to a voter, the withdrawn too, oldest first (S-269, S-240).

    Raises:
        StateError: nobody of that number was ever received.
    """
    near = may_see(meja)
    with meja.read() as session:
        names = {one.id: one.nama_lengkap for one in meja.accounts(session).values()}
        events = [*_received(session, pemilih_id, names), *_stages(session, pemilih_id)]
        events += tell(kini.read_entries(session, pemilih_id=pemilih_id), names, near=near)
        events += _decided(session, pemilih_id, names)
        events += _noted(session, pemilih_id, names)
    return tuple(sorted(events, key=lambda one: one.waktu))


def _received(session: "Session", pemilih_id: int, names: Mapping[int, str]) -> Iterator[Peristiwa]:
    letak = store.read_lines(session, (pemilih_id,)).get(pemilih_id)
    if letak is None:
        raise StateError("Pemilih ini tidak ada.", "Cari lagi namanya.")
    [batch] = [row for row in store.read_batches(session) if row["id"] == letak.batch]
    repaired = store.find_repair(session, pemilih_id)
    how = repaired or batch
    yield Peristiwa(
        waktu=parse_utc(how["waktu"]),
        babak=Babak.TAMBAHAN
        if store.read_asal(session, pemilih_id) == Asal.TAMBAHAN
        else Babak.DITERIMA,
        oleh=names[how["akun_id"]],
        alasan=repaired["alasan"] if repaired else "",
        keterangan=letak.place,
    )


def _stages(session: "Session", pemilih_id: int) -> Iterator[Peristiwa]:
    dps = store.read_dps(session)
    if dps and pemilih_id in store.read_dps_ids(session):
        yield Peristiwa(dps.ditetapkan, Babak.DPS)
    versions = {dpt.versi: dpt for dpt in dpt_store.read_versions(session)}
    for versi, number in dpt_store.read_places_in(session, pemilih_id):
        where = f"no. {number}" if versi == 1 else f"no. {number}, versi {versi}"
        yield Peristiwa(versions[versi].dikunci, Babak.DPT, keterangan=where)


def _noted(session: "Session", pemilih_id: int, names: Mapping[int, str]) -> Iterator[Peristiwa]:
    for note in dpt_store.read_notes(session, pemilih_id):
        yield Peristiwa(
            note.waktu, Babak.CATATAN, names[note.akun_id], alasan=note.jenis, bukti=note.teks
        )


def _decided(session: "Session", pemilih_id: int, names: Mapping[int, str]) -> Iterator[Peristiwa]:
    for one in ganda_store.read_about(session, pemilih_id):
        yield Peristiwa(
            waktu=parse_utc(one["waktu"]),
            babak=Babak.GANDA,
            oleh=names[one["akun_id"]],
            alasan=one["alasan"],
            keterangan=one["putusan"],
        )
