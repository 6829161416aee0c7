"""What the committee does with its calendar: take one, name own days, mark stages, see what is due.

Holidays are loaded when dates are computed and at no other time; what is shown was kept then.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.spreadsheet.reader import Row, read_sheets
from pilkades_desk.panitia.kalender import store
from pilkades_desk.panitia.kalender.findings import KINDS, W167
from pilkades_desk.panitia.kalender.lembar import read_calendar, read_days
from pilkades_desk.panitia.kalender.periksa import check_schedule
from pilkades_desk.panitia.kalender.rules import (
    days_off,
    schedule,
    state_of,
    years_of,
)
from pilkades_desk.panitia.kalender.tenggat import today
from pilkades_desk.panitia.kalender.values import (
    BarisTahap,
    CutiBersama,
    Hari,
    HariLibur,
    HariPanitia,
    Jadwal,
    Jalur,
    Kalender,
    KeadaanTahap,
    SatuanHari,
    Tanda,
    Tenggat,
)
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.profil.values import NilaiProfil, Profil
from pilkades_desk.panitia.rights import Aksi

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in stores

UNIT = "hari.satuan_default"
JOINT_LEAVE = "hari.cuti_bersama"
LISTED = "libur"


@dataclass(frozen=True, slots=True)
class KeadaanKalender:
    """Everything the calendar's page shows; `nama` is empty before the first calendar."""

    nama: str
    jadwal: tuple[Jadwal, ...]
    temuan: tuple[Finding, ...]
    hari: tuple[HariPanitia, ...]
    selesai: frozenset[str]
    cuti: CutiBersama
    cuti_asumsi: bool
    hari_ini: date

    def rows(self, jalur: Jalur, seen: Mapping[Tanda, bool]) -> tuple[BarisTahap, ...]:
        """Give the lines of one track; `seen` says what the program itself sees as done."""
        return tuple(
            BarisTahap(one, self._state(one, seen), one.tahap.kode in self.selesai)
            for one in self.jadwal
            if one.tahap.jalur is jalur
        )

    def _state(self, one: Jadwal, seen: Mapping[Tanda, bool]) -> KeadaanTahap:
        tanda = one.tahap.tanda
        if one.tahap.kode in self.selesai or (tanda is not None and seen.get(tanda)):
            return KeadaanTahap.SELESAI
        return state_of(one.mulai, one.selesai, self.hari_ini)


def import_kalender(meja: Meja, nama: str, untrusted_bytes: bytes) -> tuple[Finding, ...]:
    """Take a calendar from a sheet and compute its dates; gives what is to be looked at.

    Syarat: S-160, S-163, S-164.

    Raises: BadLembar with a finding for every faulty cell; nothing is stored then.
    """
    with meja.act(Aksi.UBAH_KALENDER) as act:
        unit = SatuanHari(str(day_rule(meja.profil, UNIT).nilai))
        kalender = read_calendar(nama, _first_rows(untrusted_bytes), unit)
        digest = sha256_hex(untrusted_bytes)
        kept = store.read_kalender(act.session)
        if kept is None or kept[1] != digest:  # the same sheet again is only counted anew
            store.add_kalender(act.session, kalender, digest, utc_text(act.now), act.akun.id)
        return _settled(meja, act, kalender, f"kalender/{digest[:16]}")


def set_hari(meja: Meja, hari: HariPanitia) -> tuple[Finding, ...]:
    """Say of one day that it is off, is worked, or is taken back; computes anew (S-161)."""
    return _set_days(meja, lambda: (hari,))


def import_hari(meja: Meja, untrusted_bytes: bytes) -> tuple[Finding, ...]:
    """Take own days from a sheet, all or none; computes anew.

    Syarat: S-161, S-164.
    """
    return _set_days(meja, lambda: read_days(_first_rows(untrusted_bytes)))


def _set_days(meja: Meja, days: Callable[[], tuple[HariPanitia, ...]]) -> tuple[Finding, ...]:
    with meja.act(Aksi.UBAH_KALENDER) as act:
        said = days()
        for one in said:
            store.add_hari(act.session, one, utc_text(act.now), act.akun.id)
        kept = store.read_kalender(act.session)
        digest = sha256_hex(canonical([one.model_dump(mode="json") for one in said]))
        return _settled(meja, act, kept[0] if kept else None, f"hari/{digest[:16]}")


def recompute(meja: Meja) -> tuple[Finding, ...]:
    """Compute the dates anew: another profile, or holidays the program did not know (S-165)."""
    with meja.act(Aksi.UBAH_KALENDER) as act:
        kept = store.read_kalender(act.session)
        if kept is None:
            raise StateError("Kalender belum ada.", "Impor kalender dari Keputusan Bupati.")
        return _settled(meja, act, kept[0], f"kalender/{kept[1][:16]}")


def read_days_off(meja: Meja, first: date) -> frozenset[date]:
    """Give the days off of the year of a day and the next one; loads the holidays (S-161)."""
    with meja.read() as session:
        return frozenset(_days(meja, session, (first.year, first.year + 1)).libur)


def mark_tahap(meja: Meja, kode: str, selesai: bool, catatan: str = "") -> None:
    """Mark a stage as done, or as not done after all (S-166)."""
    with meja.act(Aksi.TANDAI_TAHAP) as act:
        kept = store.read_kalender(act.session)
        if kept is None or kode not in {one.kode for one in kept[0].tahap}:
            raise StateError("Tahap ini tidak ada di kalender.", "Pilih tahap dari daftar.")
        store.add_selesai(act.session, (kode, selesai, catatan), utc_text(act.now), act.akun.id)
        act.record(f"tahap/{kode}", jumlah=1, keadaan="selesai" if selesai else "belum selesai")
        act.commit()


def mark_past(meja: Meja) -> int:
    """Mark every stage that is over and that the program cannot see itself; gives how many.

    Syarat: S-166.
    """
    with meja.act(Aksi.TANDAI_TAHAP) as act:
        past = [
            one
            for one in store.read_tenggat(act.session)
            if one.selesai < today(meja) and not one.ditandai and one.tanda is None
        ]
        if not past:
            raise StateError("Tidak ada tahap yang perlu ditandai.", "Pilih tahap dari daftar.")
        for one in past:
            store.add_selesai(act.session, (one.kode, True, ""), utc_text(act.now), act.akun.id)
        act.record("tahap", jumlah=len(past), keadaan="selesai")
        act.commit()
    return len(past)


def read_keadaan(meja: Meja) -> KeadaanKalender:
    """Give everything the calendar's page shows, as it was computed last (S-160, S-165)."""
    with meja.read() as session:
        kept = store.read_kalender(session)
        found = store.read_hitung(session)
        hari = store.read_hari(session)
        selesai = store.read_selesai(session)
    jadwal, temuan = _unpacked(found)
    if found and found[2] != meja.profil.sidik:
        temuan = (W167.at("kalender"), *temuan)
    rule = day_rule(meja.profil, JOINT_LEAVE)
    return KeadaanKalender(
        nama=kept[0].nama if kept else "",
        jadwal=jadwal,
        temuan=temuan,
        hari=hari,
        selesai=selesai,
        cuti=CutiBersama(str(rule.nilai)),
        cuti_asumsi=rule.status == "asumsi",
        hari_ini=today(meja),
    )


def day_rule(profil: Profil, key: str) -> NilaiProfil:
    """Give one of the profile's values about days (S-162)."""
    return profil.isi[key]


def _first_rows(untrusted_bytes: bytes) -> tuple[Row, ...]:
    return read_sheets(untrusted_bytes)[0].rows


def _settled(meja: Meja, act: Act, kalender: Kalender | None, objek: str) -> tuple[Finding, ...]:
    """Compute and keep the dates with the change that made it necessary."""
    temuan: tuple[Finding, ...] = ()
    if kalender is not None:
        jadwal, temuan = _computed(meja, act.session, kalender)
        short = tuple(
            Tenggat(one.tahap.kode, one.tahap.kegiatan, one.mulai, one.selesai, one.tahap.tanda)
            for one in jadwal
        )
        packed = (_stored().dump_json(jadwal).decode("utf-8"), _packed(temuan))
        store.add_hitung(act.session, meja.profil.sidik, short, packed, utc_text(act.now))
    act.record(objek, jumlah=len(kalender.tahap) if kalender else 0, temuan_kalender=len(temuan))
    act.commit()
    return temuan


def _computed(
    meja: Meja, session: "Session", kalender: Kalender
) -> tuple[tuple[Jadwal, ...], tuple[Finding, ...]]:
    pemungutan = meja.pemilihan.tanggal
    hari = _days(meja, session, years_of(kalender, pemungutan))
    jadwal = schedule(kalender, pemungutan, hari, lambda key: _length(meja.profil, key))
    return jadwal, check_schedule(jadwal, pemungutan, hari, _joint_leave(meja))


def _days(meja: Meja, session: "Session", years: tuple[int, int]) -> Hari:
    from pilkades_desk.kits.holidays.indonesia import national_days

    known = national_days(*years)
    national = [
        HariLibur(tanggal=day, nama=name, cuti_bersama=joint, perkiraan=estimated)
        for day, name, joint, estimated in known.days
    ]
    regional = [
        HariLibur(tanggal=date.fromisoformat(day), nama="Hari libur dalam profil")
        for day in _listed(meja.profil)
    ]
    own = store.read_hari(session)
    off = days_off([*national, *regional], own, _joint_leave(meja))
    return Hari(off, known.unannounced)


def _joint_leave(meja: Meja) -> CutiBersama:
    return CutiBersama(str(day_rule(meja.profil, JOINT_LEAVE).nilai))


def _listed(profil: Profil) -> list[str]:
    value = profil.isi[LISTED].nilai if LISTED in profil.isi else []
    return [str(day) for day in value] if isinstance(value, list) else []


def _length(profil: Profil, key: str) -> int | None:
    value = profil.isi[key].nilai if key in profil.isi else None
    return value if isinstance(value, int) else None


@cache
def _stored() -> TypeAdapter[tuple[Jadwal, ...]]:
    return TypeAdapter(tuple[Jadwal, ...])


def _packed(temuan: tuple[Finding, ...]) -> str:
    return json.dumps([[one.code, one.subject, dict(one.evidence)] for one in temuan])


def _unpacked(
    found: tuple[str, str, str] | None,
) -> tuple[tuple[Jadwal, ...], tuple[Finding, ...]]:
    if found is None:
        return (), ()
    jadwal = _stored().validate_json(found[0])
    temuan = tuple(KINDS[code].at(who, **facts) for code, who, facts in json.loads(found[1]))
    return jadwal, temuan
