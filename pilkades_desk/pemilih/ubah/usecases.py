"""Correcting a voter, changing many at once, taking such a change back.

Every one of them is judged like a row of a sheet and leaves an entry of its own; what stood before
is never written over.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import records
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.findings import E202
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.rules import name_some
from pilkades_desk.pemilih.kini.usecases import change_in
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Perubahan, Sebab
from pilkades_desk.pemilih.ubah.rules import (
    MASSAL,
    isian_of_pemilih,
    judge_correction,
    typed_again,
    warnings_after,
)
from pilkades_desk.pemilih.ubah.values import HasilUbah
from pilkades_desk.pemilih.usecases import demand_reason, demand_unlocked, syarat_of
from pilkades_desk.pemilih.values import Isian, Pemilih

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

Typed = Mapping[int, Mapping[Isian, str]]


def correct(
    meja: Meja, pemilih_id: int, typed: Mapping[Isian, str], alasan: str, bukti: str = ""
) -> HasilUbah:
    """Correct fields of one voter, with reason and evidence (S-265).

    Errors in what was typed come back as findings and nothing is changed.

    Raises:
        StateError: no reason, a locked DPT, nobody of that number, or nothing that differs.
    """
    with meja.act(Aksi.UBAH_PEMILIH) as act:
        sebab = Sebab(Jenis.KOREKSI, Jalur.PERORANGAN, alasan, bukti)
        hasil = correct_in(act, meja, {pemilih_id: typed}, sebab)
        if not hasil.ditolak:
            act.record(f"pemilih/{pemilih_id}", isian=_names(typed), kelompok=hasil.kelompok)
            act.commit()
    return hasil


def change_many(
    meja: Meja, ids: Collection[int], typed: Mapping[Isian, str], alasan: str
) -> HasilUbah:
    """Give many voters another dusun, RT, RW or TPS as one change (S-266).

    Who has it already is left out; one error refuses the whole.

    Raises:
        StateError: another field was asked for, or as for `correct`.
    """
    with meja.act(Aksi.UBAH_PEMILIH) as act:
        if not typed or not MASSAL.issuperset(typed):
            raise StateError(
                "Isian ini tidak dapat diubah sekaligus.", "Pilih dusun, RT, RW, atau TPS."
            )
        sebab = Sebab(Jenis.KOREKSI, Jalur.MASSAL, alasan)
        hasil = correct_in(act, meja, dict.fromkeys(ids, typed), sebab)
        if not hasil.ditolak:
            act.record(f"perubahan/{hasil.kelompok}", isian=_names(typed), jumlah=hasil.jumlah)
            act.commit()
    return hasil


def undo_change(meja: Meja, kelompok: int) -> HasilUbah:
    """Put back what a correction or a change of many replaced, as a change of its own (S-266).

    Raises:
        StateError: there is no such change, somebody changed the same fields again since, a rule
            now stands against the old values, or the DPT is locked.
    """
    with meja.act(Aksi.UBAH_PEMILIH) as act:
        entries = kini.read_entries(act.session, kelompok=kelompok)
        if not entries or entries[0].sebab.jenis is not Jenis.KOREKSI:
            raise StateError("Perubahan ini tidak dapat diurungkan.", "Pilih perubahan yang lain.")
        _refuse_changed_again(act.session, kelompok)
        typed = typed_again(one.perubahan for one in entries)
        sebab = Sebab(Jenis.KOREKSI, Jalur.URUNG, f"mengurungkan perubahan no. {kelompok}")
        hasil = correct_in(act, meja, typed, sebab)
        if hasil.ditolak:
            first = hasil.temuan[0]
            raise StateError(f"{first.code}: {first.text}", first.do_now)
        act.record(f"perubahan/{hasil.kelompok}", urung=kelompok, jumlah=hasil.jumlah)
        act.commit()
    return hasil


def correct_in(act: Act, meja: Meja, typed: Typed, sebab: Sebab) -> HasilUbah:
    """Correct voters within an act that does more; refused as a whole with findings (S-265)."""
    sebab = Sebab(sebab.jenis, sebab.jalur, demand_reason(sebab.alasan), sebab.bukti.strip())
    demand_unlocked(act.session)
    tried = _try(meja, act.session, typed)
    if tried.errors:
        return HasilUbah(0, 0, tried.errors)
    if not tried.changes:
        raise StateError("Tidak ada yang berubah.", "Ketik isian yang benar dahulu.")
    kelompok = change_in(act, tried.changes, sebab, tried.warnings)
    told = read_warnings_of(act.session, typed) if len(typed) == 1 else {}
    who = {one.pemilih_id for one in tried.changes}
    return HasilUbah(kelompok, len(who), tuple(one for found in told.values() for one in found))


def read_isian(meja: Meja, pemilih_id: int) -> dict[Isian, str]:
    """Give the fields of a voter as they stand, to be corrected (S-265, S-321).

    NIK and family card are left out: they are typed from the card or not at all.
    """
    meja.demand(Aksi.UBAH_PEMILIH)
    with meja.read() as session:
        return isian_of_pemilih(_all_of(session, {pemilih_id: {}})[pemilih_id])


def try_correction(meja: Meja, pemilih_id: int, typed: Mapping[Isian, str]) -> tuple[Finding, ...]:
    """Give what stands against a correction, or else the warnings it would bring (S-321).

    Changes nothing.
    """
    meja.demand(Aksi.UBAH_PEMILIH)
    with meja.read() as session:
        tried = _try(meja, session, {pemilih_id: typed})
        before = read_warnings_of(session, (pemilih_id,))[pemilih_id]
    after = tried.warnings.get(pemilih_id, ())
    return tried.errors or tuple(one for one in after if one not in before)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What typing would change, what stands against it, and the warnings that would then hold."""

    changes: tuple[Perubahan, ...]
    errors: tuple[Finding, ...]
    warnings: Mapping[int, tuple[Finding, ...]]


def _all_of(session: "Session", typed: Typed) -> Mapping[int, Pemilih]:
    daftar = {one.id: one for one in kini.read_pemilih(session, typed)}
    if daftar.keys() != set(typed):
        raise StateError("Pemilih ini tidak ada.", "Cari lagi namanya.")
    return daftar


def _try(meja: Meja, session: "Session", typed: Typed) -> _Tried:
    daftar = _all_of(session, typed)
    lines = pemilih_store.read_lines(session, typed)
    before = read_warnings_of(session, typed)
    changes: list[Perubahan] = []
    errors: list[Finding] = []
    warnings: dict[int, tuple[Finding, ...]] = {}
    for nomor, fields in typed.items():
        letak = lines[nomor].lembar, lines[nomor].baris
        judged, made = judge_correction(daftar[nomor], fields, syarat_of(meja), letak)
        if judged.pemilih is None:
            errors += judged.temuan
        changes += made
        after = warnings_after(judged.temuan, before[nomor], fields)
        if after != before[nomor]:
            warnings[nomor] = after
    errors += _taken_nik(session, changes)
    return _Tried(tuple(changes), tuple(errors), warnings)


def read_warnings_of(session: "Session", ids: Collection[int]) -> Mapping[int, tuple[Finding, ...]]:
    """Give the warnings of some voters by number (S-210)."""
    found: dict[int, list[Finding]] = {nomor: [] for nomor in ids}
    for nomor, *stored in pemilih_store.read_temuan_of(session, ids):
        found[nomor].append(records.read_finding(*stored))
    return {nomor: tuple(those) for nomor, those in found.items()}


def _taken_nik(session: "Session", changes: Collection[Perubahan]) -> list[Finding]:
    """Find NIK that would stand twice, on the list or within the change itself."""
    claims = [(one.baru, one.pemilih_id) for one in changes if one.kolom == "nik"]
    wanted = dict(claims)
    twice = [(nomor, wanted[nik]) for nik, nomor in claims if wanted[nik] != nomor]
    taken = kini.find_ids(session, wanted)
    twice += [(wanted[nik], other) for nik, other in taken.items() if other != wanted[nik]]
    lines = pemilih_store.read_lines(session, {nomor for pair in twice for nomor in pair})
    return [E202.at(lines[one].subject, tempat=lines[other].place) for one, other in twice]


def _refuse_changed_again(session: "Session", kelompok: int) -> None:
    ids = kini.find_later(session, kelompok)
    if ids:
        names = name_some(one.nama for one in kini.read_pemilih(session, ids))
        raise StateError(
            f"Sudah diubah lagi sesudahnya: {names}.", "Betulkan orang itu satu per satu."
        )


def _names(typed: Mapping[Isian, str]) -> str:
    return ", ".join(sorted(typed))
