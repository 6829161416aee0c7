"""Finding people of the list: ids in the order of names, lines for a page, counts by area."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.pemilih.cari import store
from pilkades_desk.pemilih.cari.rules import in_order, read_words, sum_areas
from pilkades_desk.pemilih.cari.values import Cari, JumlahWilayah, PilihanSaring, Urutan, Wilayah
from pilkades_desk.pemilih.rules import mask_pemilih
from pilkades_desk.pemilih.values import BarisPemilih

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

    from pilkades_desk.kits.storage.election_file import ElectionFile


_ORDERS: "WeakKeyDictionary[ElectionFile, Urutan]" = WeakKeyDictionary()
"""Of every open file, everybody by name: sorting them anew took most of a keystroke."""


def find_pemilih_ids(meja: Meja, cari: Cari) -> tuple[int, ...]:
    """Find the ids of the voters a list shows, by name (S-212, S-240)."""
    near = may_see(meja)
    with meja.read() as session:
        return find_in(meja, session, cari, near=near)


def find_in(meja: Meja, session: "Session", cari: Cari, *, near: bool) -> tuple[int, ...]:
    """Find them while something else is read; `near` for who may see streets (S-212, S-240)."""
    urutan = store.read_urutan(session, _ORDERS.get(meja.file))
    _ORDERS[meja.file] = urutan
    kata = read_words(cari.teks, near=near)
    found = store.find_ids(session, cari, kata, near=near)
    return in_order(urutan, kata, cari.status, found)


def count_by_area(meja: Meja, cari: Cari) -> tuple[JumlahWilayah, ...]:
    """Count men and women by dusun, RW and RT among those a list shows (S-267)."""
    near = may_see(meja)
    with meja.read() as session:
        return store.count_by_area(session, cari, read_words(cari.teks, near=near), near=near)


def read_areas(meja: Meja, cari: Cari) -> tuple[Wilayah, ...]:
    """Count whom a list shows by area, added up, whichever area is chosen (S-267)."""
    return sum_areas(count_by_area(meja, replace(cari, dusun=None, rw=None, rt=None)))


def read_choices(meja: Meja) -> PilihanSaring:
    """Give what a list can be narrowed to: areas, TPS and codes that stand in it (S-320)."""
    areas = count_by_area(meja, Cari())
    with meja.read() as session:
        return PilihanSaring(
            dusun=tuple(dict.fromkeys(one.dusun for one in areas)),
            rw=tuple(sorted({one.rw for one in areas})),
            rt=tuple(sorted({one.rt for one in areas})),
            tps=store.read_tps(session),
            kode=store.count_codes(session),
        )


def read_tps(meja: Meja) -> tuple[str, ...]:
    """Give the TPS people of the list were given to, for a choice (S-212)."""
    with meja.read() as session:
        return store.read_tps(session)


def read_baris(meja: Meja, ids: Sequence[int]) -> tuple[BarisPemilih, ...]:
    """Give some lines of the working list in the order of their ids, masked (S-210, S-240)."""
    near = may_see(meja)
    with meja.read() as session:
        return tuple(
            BarisPemilih(mask_pemilih(pemilih, near=near), no_urut, peringatan)
            for pemilih, no_urut, peringatan in store.read_baris(session, ids)
        )


def may_see(meja: Meja) -> bool:
    """Tell whether this role works with the cards beside it (S-240)."""
    return may(meja.akun.peran, Aksi.LIHAT_DATA_PRIBADI)
