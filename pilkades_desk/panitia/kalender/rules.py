"""Deadline arithmetic: which days count, what falls where, and why; pure functions.

A working week has five days. Nothing here knows a holiday by itself: days off are handed in.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from pilkades_desk.core.clock import long_date
from pilkades_desk.panitia.kalender.values import (
    CutiBersama,
    Dilewati,
    Hari,
    HariLibur,
    HariPanitia,
    Jadwal,
    JenisHari,
    Kalender,
    KeadaanTahap,
    Pekerjaan,
    SatuanHari,
    Tahap,
    Tenggat,
)

ONE = timedelta(days=1)
SATURDAY = 5
Lengths = Callable[[str], int | None]
"""Gives the length in days a profile key stands for; None when the profile has none."""


def days_off(
    national: Iterable[HariLibur], own: Iterable[HariPanitia], cuti: CutiBersama
) -> Mapping[date, HariLibur]:
    """Put national days and the committee's own together; the committee's word comes last (S-161).

    Joint leave counts as a day off only where `cuti` says so (S-162).
    """
    off = {
        one.tanggal: one for one in national if not one.cuti_bersama or cuti is CutiBersama.LIBUR
    }
    for said in own:
        if said.jenis is JenisHari.LIBUR:
            off[said.tanggal] = HariLibur(tanggal=said.tanggal, nama=said.alasan)
        elif said.jenis is JenisHari.HARI_KERJA:
            off.pop(said.tanggal, None)
    return off


def why_off(day: date, libur: Mapping[date, HariLibur]) -> str:
    """Say why a day is no working day; empty when it is one."""
    if day in libur:
        mark = " (perkiraan)" if libur[day].perkiraan else ""
        return f"{libur[day].nama}{mark}"
    return "akhir pekan" if day.weekday() >= SATURDAY else ""


def walk(
    day: date, count: int, satuan: SatuanHari, libur: Mapping[date, HariLibur]
) -> tuple[date, tuple[Dilewati, ...]]:
    """Go `count` days from a day, backwards when negative; gives where, and the days not counted.

    In working days 0 stays on a working day and goes on to the next one from any other.
    """
    if satuan is SatuanHari.KALENDER:
        return day + count * ONE, ()
    step = ONE if count >= 0 else -ONE
    left, skipped = abs(count), []
    if left:
        day += step
    while (why := why_off(day, libur)) or left > 1:
        if why:
            skipped.append(Dilewati(day, why))
        else:
            left -= 1
        day += step
    return day, tuple(sorted(skipped, key=lambda one: one.tanggal))


def schedule(
    kalender: Kalender, pemungutan: date, hari: Hari, length: Lengths
) -> tuple[Jadwal, ...]:
    """Give every stage its dates, in the order of the calendar (S-160).

    Dates of a decree count as they stand; what the rule gives is kept beside them.
    """
    by_code = {one.kode: one for one in kalender.tahap}
    done: dict[str, Jadwal] = {}

    def place(tahap: Tahap) -> Jadwal:
        if tahap.kode not in done:
            base = place(by_code[tahap.acuan]) if _needs_base(tahap) else None
            done[tahap.kode] = _placed(tahap, base, pemungutan, (hari, length))
        return done[tahap.kode]

    for one in kalender.tahap:
        place(one)
    return tuple(_compared(done[one.kode], done, hari, length) for one in kalender.tahap)


def _needs_base(tahap: Tahap) -> bool:
    return tahap.mulai is None and bool(tahap.acuan)


def _placed(
    tahap: Tahap, base: Jadwal | None, pemungutan: date, counting: tuple[Hari, Lengths]
) -> Jadwal:
    """Give a stage the dates that count; by its decree, by its rule, or voting day itself."""
    if base is not None:
        return _ruled(tahap, base, *counting)
    first = tahap.mulai or pemungutan
    last, skipped = _end(tahap, first, *counting)
    words = "Ditulis dalam kalender." if tahap.mulai else "Hari pemungutan suara pemilihan ini."
    return Jadwal(
        tahap,
        first,
        tahap.selesai or last,
        words,
        dilewati=skipped,
        asumsi=_guessed(skipped, counting[0]),
    )


def _compared(jadwal: Jadwal, done: Mapping[str, Jadwal], hari: Hari, length: Lengths) -> Jadwal:
    """Put beside a decree's dates what the rule, or the length alone, would have given."""
    tahap = jadwal.tahap
    if tahap.mulai is None:
        return jadwal
    if tahap.acuan:
        ruled = _ruled(tahap, done[tahap.acuan], hari, length)
    elif days_of(tahap, length) is not None:
        ruled = _counted(jadwal, hari, length)
    else:
        return jadwal
    return Jadwal(
        tahap,
        jadwal.mulai,
        jadwal.selesai,
        f"Ditulis dalam kalender. {ruled.aturan}",
        ruled.mulai,
        ruled.selesai,
        ruled.dilewati,
        ruled.asumsi,
    )


def _counted(jadwal: Jadwal, hari: Hari, length: Lengths) -> Jadwal:
    tahap = jadwal.tahap
    last, skipped = _end(tahap, jadwal.mulai, hari, length)
    words = f"{days_of(tahap, length)} {tahap.satuan.sebutan} sejak {long_date(jadwal.mulai)}."
    return Jadwal(tahap, jadwal.mulai, last, words, None, None, skipped, _guessed(skipped, hari))


def days_of(tahap: Tahap, length: Lengths) -> int | None:
    """Give how many days a stage takes; None when neither it nor the profile says."""
    return tahap.lama or (length(tahap.kunci) if tahap.kunci else None)


def _ruled(tahap: Tahap, base: Jadwal, hari: Hari, length: Lengths) -> Jadwal:
    days = days_of(tahap, length) or 1
    unit = tahap.satuan
    if tahap.geser < 0:
        last, near = walk(base.mulai, tahap.geser, unit, hari.libur)
        first, within = walk(last, 1 - days, unit, hari.libur)
    else:
        first, near = walk(base.selesai, tahap.geser, unit, hari.libur)
        last, within = walk(first, days - 1, unit, hari.libur)
    skipped = tuple(sorted({*near, *within}, key=lambda one: one.tanggal))
    return Jadwal(
        tahap,
        first,
        last,
        _rule_in_words(tahap, base, days),
        first,
        last,
        skipped,
        _guessed(skipped, hari),
    )


def _end(
    tahap: Tahap, first: date, hari: Hari, length: Lengths
) -> tuple[date, tuple[Dilewati, ...]]:
    """Give the last day of a stage that begins on `first`, which counts if it is a working day."""
    days = days_of(tahap, length)
    if days is None:
        return first, ()
    begin, before = walk(first, 0, tahap.satuan, hari.libur)
    last, within = walk(begin, days - 1, tahap.satuan, hari.libur)
    return last, (*before, *within)


def _guessed(skipped: Sequence[Dilewati], hari: Hari) -> bool:
    libur = hari.libur
    return any(one.tanggal in libur and libur[one.tanggal].perkiraan for one in skipped)


def _rule_in_words(tahap: Tahap, base: Jadwal, days: int) -> str:
    unit = tahap.satuan.sebutan
    name = base.tahap.kegiatan
    if tahap.geser < 0:
        where = f"berakhir {-tahap.geser} {unit} sebelum {name} ({long_date(base.mulai)})"
    elif tahap.geser == 0:
        where = f"mulai pada hari terakhir {name} ({long_date(base.selesai)})"
    else:
        where = f"mulai {tahap.geser} {unit} sesudah {name} ({long_date(base.selesai)})"
    source = f" menurut profil '{tahap.kunci}'" if tahap.kunci and not tahap.lama else ""
    return f"{days} {unit}{source}, {where}."


def sort_by_day(tenggat: Sequence[Tenggat], today: date, done: Iterable[str]) -> Pekerjaan:
    """Sort stages by what they ask for today; what is done asks for nothing (S-166)."""
    finished = set(done)
    waiting = sorted(
        (one for one in tenggat if one.kode not in finished),
        key=lambda one: (one.selesai, one.mulai),
    )

    def those(keadaan: KeadaanTahap) -> list[Tenggat]:
        return [one for one in waiting if state_of(one.mulai, one.selesai, today) is keadaan]

    return Pekerjaan(
        lewat=tuple(sorted(those(KeadaanTahap.LEWAT), key=_by_weight)),
        sekarang=tuple(those(KeadaanTahap.SEKARANG)),
        berikut=tuple(sorted(those(KeadaanTahap.NANTI), key=_by_start)),
    )


def state_of(mulai: date, selesai: date, today: date) -> KeadaanTahap:
    """Tell what a stage that is not done is today."""
    if selesai < today:
        return KeadaanTahap.LEWAT
    return KeadaanTahap.SEKARANG if mulai <= today else KeadaanTahap.NANTI


def explain(jadwal: Jadwal) -> tuple[str, ...]:
    """Say why a stage has its dates: rule, first day, each day not counted (S-165)."""
    first = jadwal.hitung_mulai or jadwal.mulai
    lines = [jadwal.aturan, f"Hari pertama: {long_date(first)}."]
    skipped = [f"{long_date(one.tanggal)}: {one.sebab}" for one in jadwal.dilewati]
    if skipped:
        lines.append("Tidak dihitung:\n" + "\n".join(f"– {each}" for each in skipped))
    elif jadwal.tahap.satuan is SatuanHari.KERJA and jadwal.hitung_mulai:
        lines.append("Semua hari di antaranya dihitung.")
    if jadwal.asumsi:
        lines.append("Asumsi: salah satu hari libur itu masih perkiraan.")
    if jadwal.tahap.dasar_hukum:
        lines.append(f"Dasar: {jadwal.tahap.dasar_hukum}.")
    return tuple(lines)


def _by_weight(one: Tenggat) -> tuple[bool, date]:
    """What the program sees is not done comes first, then what nobody marked, oldest first."""
    return one.tanda is None, one.selesai


def _by_start(one: Tenggat) -> tuple[date, date]:
    return one.mulai, one.selesai


def years_of(kalender: Kalender, pemungutan: date) -> tuple[int, int]:
    """Give the first and last year whose days off are needed, a year to spare on both sides."""
    years = [one.mulai.year for one in kalender.tahap if one.mulai] + [pemungutan.year]
    return min(years) - 1, max(years) + 1
