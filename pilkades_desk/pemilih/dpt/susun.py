"""The DPT as it would be locked now, as the next version of the one before."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from pilkades_desk.core.errors import StateError
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.bagian.store import read_keluar
from pilkades_desk.pemilih.dpt import store
from pilkades_desk.pemilih.ganda.nik import read_undecided
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.rules import count_sex, number_dpt, seal_dpt
from pilkades_desk.pemilih.values import Dpt, Pemilih, PemilihDpt, SisaKerja

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


def compose_dpt(now: datetime, session: "Session") -> tuple[Dpt, tuple[PemilihDpt, ...]]:
    """Compose the next version from the list; the three figures are counted apart from the lines.

    Syarat: S-208, S-270. StateError before the DPS is set.
    """
    dps = pemilih_store.read_dps(session)
    if dps is None:
        raise StateError("DPS belum ditetapkan.", "Tetapkan dan umumkan DPS dahulu.")
    daftar = kini.read_pemilih(session)
    members = pemilih_store.read_dps_ids(session)
    last = store.read_last(session)
    dari = last.segel if last else ""
    opened = store.read_opening(session, last.versi) if last else None
    numbers = store.read_numbers(session)
    lines = number_dpt(standing(daftar), numbers, store.last_number(session))
    men, women = count_sex(lines)
    dpt = Dpt(
        jumlah_l=men,
        jumlah_p=women,
        jumlah_dps=dps.jumlah,
        dicoret=sum(bool(pemilih.coret) for pemilih in daftar if pemilih.id in members),
        tambahan=sum(not pemilih.coret for pemilih in daftar if pemilih.id not in members),
        segel=seal_dpt(lines, dari),
        dikunci=now,
        versi=last.versi + 1 if last else 1,
        dari_segel=dari,
        alasan=opened["alasan"] if opened else "",
    )
    return dpt, lines


def left_to_do(session: "Session") -> SisaKerja:
    """Count what stands open before a list may be locked (S-208)."""
    return SisaKerja(
        perlu_diperbaiki=pemilih_store.count_perbaikan(session),
        nik_ganda=len(read_undecided(session)),
        di_laptop_lain=len(read_keluar(session)),
    )


def standing(daftar: Sequence[Pemilih]) -> tuple[Pemilih, ...]:
    """Leave out who is struck."""
    return tuple(pemilih for pemilih in daftar if not pemilih.coret)
