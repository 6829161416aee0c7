"""Looks a scheduled calendar over: order, overlaps, years, days off, decree against arithmetic."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from pilkades_desk.core.clock import long_date, plain_date
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.kalender.findings import E160, E161, E162, W162, W163, W164, W165, W166
from pilkades_desk.panitia.kalender.rules import walk, why_off
from pilkades_desk.panitia.kalender.values import (
    PUNGUT,
    CutiBersama,
    Hari,
    HariLibur,
    Jadwal,
    SatuanHari,
)

HALF_A_YEAR = timedelta(days=183)


def check_schedule(
    jadwal: Sequence[Jadwal], pemungutan: date, hari: Hari, cuti: CutiBersama
) -> tuple[Finding, ...]:
    """Find what is wrong with a schedule; a stage in the wrong year is told once (S-163)."""
    slipped = {one.tahap.kode for one in jadwal if _right_year(one, jadwal)}
    return (
        *_slips(jadwal),
        *_order(jadwal, slipped),
        *_voting_day(jadwal, pemungutan),
        *_days(jadwal, hari.libur, slipped),
        *_guesses(jadwal, hari, cuti),
    )


def _right_year(one: Jadwal, jadwal: Sequence[Jadwal]) -> int:
    """Give the year a stage must be meant for, 0 when its own is right.

    A stage half a year from the middle of all others comes nearer when its year is one off.
    """
    others = sorted(each.mulai for each in jadwal if each is not one) or [one.mulai]
    middle = others[len(others) // 2]
    if one.tahap.mulai is None or abs(one.mulai - middle) <= HALF_A_YEAR:
        return 0
    return one.mulai.year + (1 if one.mulai < middle else -1)


def _slips(jadwal: Sequence[Jadwal]) -> Iterator[Finding]:
    for one in jadwal:
        if year := _right_year(one, jadwal):
            name = one.tahap.kegiatan
            yield E161.at(one.tahap.kode, kegiatan=name, tahun=one.mulai.year, benar=year)


def _order(jadwal: Sequence[Jadwal], slipped: set[str]) -> Iterator[Finding]:
    by_code = {one.tahap.kode: one for one in jadwal if one.tahap.kode not in slipped}
    for one in by_code.values():
        for kode in one.tahap.sesudah:
            other = by_code.get(kode)
            if other is None or one.mulai >= other.selesai:
                continue
            early = one.mulai < other.mulai
            yield (E160 if early else W162).at(
                one.tahap.kode,
                kegiatan=one.tahap.kegiatan,
                mulai=plain_date(one.mulai),
                lain=other.tahap.kegiatan,
                batas=plain_date(other.mulai if early else other.selesai),
            )


def _voting_day(jadwal: Sequence[Jadwal], pemungutan: date) -> Iterator[Finding]:
    for one in jadwal:
        if one.tahap.kode == PUNGUT and one.mulai != pemungutan:
            days = {"kalender": long_date(one.mulai), "pemilihan": long_date(pemungutan)}
            yield E162.at(one.tahap.kode, **days)


def _days(
    jadwal: Sequence[Jadwal], libur: Mapping[date, HariLibur], slipped: set[str]
) -> Iterator[Finding]:
    for one in jadwal:
        name = one.tahap.kegiatan
        if one.tahap.kode in slipped or one.tahap.mulai is None:
            continue
        if one.tahap.satuan is SatuanHari.KERJA:
            for day in dict.fromkeys((one.mulai, one.selesai)):
                if why := why_off(day, libur):
                    yield W163.at(one.tahap.kode, kegiatan=name, tanggal=long_date(day), sebab=why)
        if not agrees(one, libur):
            yield W164.at(
                one.tahap.kode,
                kegiatan=name,
                tertulis=span(one.mulai, one.selesai),
                hitungan=span(one.hitung_mulai or one.mulai, one.hitung_selesai or one.selesai),
            )


def agrees(one: Jadwal, libur: Mapping[date, HariLibur]) -> bool:
    """Tell whether a decree's dates are what the rule gives.

    A decree may let a term of working days run over a weekend: its last working day counts.
    """
    if one.hitung_mulai is None or one.hitung_selesai is None:
        return True
    back = timedelta(days=1) if one.tahap.satuan is SatuanHari.KERJA else timedelta()
    last, _ = walk(one.selesai + back, -1, one.tahap.satuan, libur) if back else (one.selesai, ())
    return (one.mulai, last) == (one.hitung_mulai, one.hitung_selesai)


def _guesses(jadwal: Sequence[Jadwal], hari: Hari, cuti: CutiBersama) -> Iterator[Finding]:
    for one in jadwal:
        if one.asumsi:
            yield W165.at(one.tahap.kode, kegiatan=one.tahap.kegiatan)
    years = {one.mulai.year for one in jadwal} | {one.selesai.year for one in jadwal}
    for year in sorted(years & set(hari.belum_diumumkan)):
        if cuti is CutiBersama.LIBUR:
            yield W166.at(str(year), tahun=year)


def span(first: date, last: date) -> str:
    """Write `3 Februari 2027` or `29 Januari 2027 s.d. 2 Februari 2027`."""
    if first == last:
        return plain_date(first)
    return f"{plain_date(first)} s.d. {plain_date(last)}"
