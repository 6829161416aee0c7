"""The arithmetic of the count form, as tables: a sum, a limit, an expectation each one row.

A rule whose boxes are not all filled stays silent; E501 speaks for the empty ones. So the same
functions serve the half-typed screen and the finished form.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from typing import NamedTuple

from pilkades_desk.core.clock import plain_date
from pilkades_desk.core.findings import Finding, FindingKind
from pilkades_desk.penghitungan import findings as kinds
from pilkades_desk.penghitungan.values import (
    Acuan,
    BarisRekap,
    FormHitung,
    Hasil,
    Jenis,
    Rekap,
    StatusHasil,
    Susunan,
    hour_of,
)

Isi = Mapping[str, int]


def quota_of(persen: str, dpt: int, surat_suara: int) -> int:
    """Give how many from outside the DPT may vote: so many percent of it, or the reserve ballots.

    Syarat: S-508.
    """
    if not persen:
        return surat_suara - dpt
    return int((dpt * Decimal(persen) / 100).to_integral_value(ROUND_CEILING))


class Sum(NamedTuple):
    """The written total must be the sum of its parts."""

    kind: FindingKind
    total: str
    parts: tuple[str, ...]


class Limit(NamedTuple):
    """One box may not exceed another."""

    kind: FindingKind
    small: str
    large: str


_COLUMNS = ("l", "p", "jumlah")
_ROWS = ("dpt", "hadir_dpt", "hadir_lain", "hadir_luar", "hadir")

SUMS: tuple[Sum, ...] = (
    *(Sum(kinds.E502, f"{row}_jumlah", (f"{row}_l", f"{row}_p")) for row in _ROWS),
    *(
        Sum(
            kinds.E504,
            f"hadir_{c}",
            tuple(f"hadir_{source}_{c}" for source in ("dpt", "lain", "luar")),
        )
        for c in _COLUMNS
    ),
    Sum(kinds.E505, "dpt_jumlah", ("hadir_dpt_jumlah", "tidak_hadir")),
    Sum(kinds.E506, "diterima", ("digunakan", "rusak", "sisa")),
    Sum(kinds.E508, "digunakan", ("sah", "tidak_sah")),
    Sum(kinds.E510, "jumlah_suara", ("sah", "tidak_sah")),
    Sum(kinds.W511, "digunakan", ("hadir_jumlah",)),
)

LIMITS: tuple[Limit, ...] = (
    *(Limit(kinds.E503, f"hadir_dpt_{c}", f"dpt_{c}") for c in _COLUMNS),
    Limit(kinds.W516, "rusak", "hadir_jumlah"),
    Limit(kinds.E521, "disabilitas_hadir", "hadir_jumlah"),
)


def check_form(form: FormHitung, acuan: Acuan) -> tuple[Finding, ...]:
    """Hold a whole form against its own sums and against what the unit should show."""
    return check_isi(form.isi, acuan)


def check_isi(isi: Isi, acuan: Acuan) -> tuple[Finding, ...]:
    """Check what has been typed so far, in code order.

    Syarat: S-505, S-506, S-507, S-508, S-509, S-510, S-521.
    """
    found = [
        *_sums(isi, acuan),
        *_limits(isi, acuan),
        *_expectations(isi, acuan),
        *_difference(isi, acuan),
        *_outsiders(isi, acuan),
        *_reserve(isi, acuan),
        *_hours(isi, acuan),
        *_signatures(isi, acuan),
    ]
    return tuple(sorted(found, key=lambda finding: finding.code[1:]))


def check_empty(isi: Isi, acuan: Acuan) -> tuple[Finding, ...]:
    """Name the empty boxes: required ones hold up, hours only warn, the rest may be empty."""
    found = []
    for isian in acuan.susunan.isian:
        if isian.id in isi or not (isian.wajib or isian.jenis is Jenis.JAM):
            continue
        kind = kinds.E501 if isian.wajib else kinds.W522
        found.append(kind.at(acuan.unit, isian=isian.id, label=isian.label))
    return tuple(found)


def check_day(hari: date, hari_ini: date) -> tuple[Finding, ...]:
    """Warn who types before voting day; both days are the village's own. Paper is never refused."""
    if hari_ini >= hari:
        return ()
    return (kinds.W523.at("Entri", hari=plain_date(hari), hari_ini=plain_date(hari_ini)),)


def check_differences(first: Isi, second: Isi, susunan: Susunan) -> tuple[str, ...]:
    """Name the boxes two people read differently, in paper order; empty differs from zero."""
    return tuple(i.id for i in susunan.isian if first.get(i.id) != second.get(i.id))


def check_hasil(hasil: Hasil, desa: str) -> tuple[Finding, ...]:
    """Hold up a result whose tie no rule has settled."""
    if hasil.status is not StatusHasil.SERI:
        return ()
    return (kinds.E519.at(desa, isian="", nomor=", ".join(map(str, hasil.seri))),)


def add_up(baris: Sequence[BarisRekap], baris_suara: int, belum: Sequence[int] = ()) -> Rekap:
    """Make the recap: totals are sums of the rows."""
    names = ("unit", "nama", "suara")
    sums = {
        name: sum(getattr(row, name) for row in baris)
        for name in BarisRekap.model_fields
        if name not in names
    }
    votes = tuple(sum(row.suara[n] for row in baris) for n in range(baris_suara))
    jumlah = BarisRekap.model_validate({"unit": 0, "nama": "Jumlah", "suara": votes, **sums})
    return Rekap(baris=tuple(baris), jumlah=jumlah, belum=tuple(belum))


def rekap_row(unit: int, nama: str, form: FormHitung) -> BarisRekap:
    """Copy the F-29 columns from one final form."""
    columns = set(BarisRekap.model_fields) - {"unit", "nama"}
    return BarisRekap(unit=unit, nama=nama, **form.model_dump(include=columns))


def _sums(isi: Isi, acuan: Acuan) -> Iterator[Finding]:
    votes = tuple(f"suara_{n}" for n in range(1, acuan.susunan.baris_suara + 1))
    for rule in (*SUMS, Sum(kinds.E509, "sah", votes)):
        if not _filled(isi, rule.total, *rule.parts):
            continue
        hitung = sum(isi[part] for part in rule.parts)
        if isi[rule.total] != hitung:
            yield rule.kind.at(
                acuan.unit,
                isian=" ".join((rule.total, *rule.parts)),
                label=_label(rule.total, acuan),
                tertulis=isi[rule.total],
                hitung=hitung,
            )


def _limits(isi: Isi, acuan: Acuan) -> Iterator[Finding]:
    for rule in LIMITS:
        if _filled(isi, rule.small, rule.large) and isi[rule.small] > isi[rule.large]:
            yield rule.kind.at(
                acuan.unit,
                isian=f"{rule.small} {rule.large}",
                label=_label(rule.small, acuan),
                tertulis=isi[rule.small],
                batas=isi[rule.large],
            )


def _expectations(isi: Isi, acuan: Acuan) -> Iterator[Finding]:
    table = (
        (kinds.E514, "dpt_l", acuan.dpt_l),
        (kinds.E514, "dpt_p", acuan.dpt_p),
        (kinds.W515, "diterima", acuan.surat_suara),
    )
    for kind, name, expected in table:
        if _filled(isi, name) and isi[name] != expected:
            label = _label(name, acuan)
            yield kind.at(acuan.unit, isian=name, label=label, tertulis=isi[name], batas=expected)


def _difference(isi: Isi, acuan: Acuan) -> Iterator[Finding]:
    names = ("selisih", "diterima", "digunakan", "rusak", "sisa")
    if not _filled(isi, *names):
        return
    hitung = abs(isi["diterima"] - isi["digunakan"] - isi["rusak"] - isi["sisa"])
    # a difference left at zero is already what E506 says
    if isi["selisih"] not in (0, hitung):
        yield kinds.E507.at(
            acuan.unit, isian=" ".join(names), tertulis=isi["selisih"], hitung=hitung
        )


def _outsiders(isi: Isi, acuan: Acuan) -> Iterator[Finding]:
    count = isi.get("hadir_luar_jumlah", 0)
    if count and not acuan.luar_boleh:
        yield kinds.E512.at(acuan.unit, isian="hadir_luar_jumlah", tertulis=count)
    elif acuan.luar_kuota is not None and count > acuan.luar_kuota:
        yield kinds.E513.at(
            acuan.unit, isian="hadir_luar_jumlah", tertulis=count, batas=acuan.luar_kuota
        )


def _reserve(isi: Isi, acuan: Acuan) -> Iterator[Finding]:
    names = ("hadir_jumlah", "rusak", "dpt_jumlah")
    if not _filled(isi, *names):
        return
    used = isi["hadir_jumlah"] + isi["rusak"] - isi["dpt_jumlah"]
    if used > 0:
        yield kinds.E517.at(acuan.unit, isian=" ".join(names), tertulis=used)


def _hours(isi: Isi, acuan: Acuan) -> Iterator[Finding]:
    names = [i.id for i in acuan.susunan.isian if i.jenis is Jenis.JAM and i.id in isi]
    hours = [isi[name] for name in names]
    if any(earlier > later for earlier, later in pairwise(hours)):
        written = ", ".join(hour_of(hour) for hour in hours)
        yield kinds.W518.at(acuan.unit, isian=" ".join(names), tertulis=written)


def _signatures(isi: Isi, acuan: Acuan) -> Iterator[Finding]:
    names = ("ttd_ketua", "ttd_anggota")
    if not _filled(isi, *names):
        return
    ketua, anggota = isi["ttd_ketua"], isi["ttd_anggota"]
    if ketua != 1 or anggota < acuan.min_anggota:
        yield kinds.E520.at(
            acuan.unit,
            isian=" ".join(names),
            ketua=ketua,
            anggota=anggota,
            batas=acuan.min_anggota,
        )


def _filled(isi: Isi, *names: str) -> bool:
    return all(name in isi for name in names)


def _label(name: str, acuan: Acuan) -> str:
    return next(isian.label for isian in acuan.susunan.isian if isian.id == name)
