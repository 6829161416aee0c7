"""Who may stand, how many, and whether a drawn order gives each exactly one number."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from pydantic import ValidationError

from pilkades_desk.calon import findings
from pilkades_desk.calon.values import (
    BerkasCalon,
    Calon,
    CalonBaru,
    ModeTunggal,
    StatusCalon,
    SyaratCalon,
    Undian,
)
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.identity import nik_matches_birth


def age_on(day: date, born: date) -> int:
    """Count full years of life; who was born on 29 February grows older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def check_isian(untrusted_isian: Mapping[str, object]) -> tuple[Finding, ...]:
    """Find the fields of a typed application that cannot be right; none: CalonBaru will take it."""
    try:
        CalonBaru.model_validate(dict(untrusted_isian))
    except ValidationError as err:
        fields = sorted({str(fault["loc"][0]) for fault in err.errors()})
        return tuple(findings.E307.at("Isian", isian=field.replace("_", " ")) for field in fields)
    return ()


def check_berkas(
    semua: Sequence[BerkasCalon], syarat: SyaratCalon, nik_dpt: Collection[str] | None
) -> Mapping[int, tuple[Finding, ...]]:
    """Find what is wrong with each applicant not turned down, by calon id.

    Args:
        semua: every applicant, in order of registration.
        syarat: the figures of the profile.
        nik_dpt: the NIK of the locked DPT, or None while there is none.
    """
    standing = [berkas for berkas in semua if berkas.calon.status is not StatusCalon.DITOLAK]
    return {
        berkas.calon.id: (
            *_conditions(berkas, syarat),
            *_twins(berkas, standing),
            *_paper(berkas, nik_dpt),
        )
        for berkas in standing
    }


def check_jumlah(ditetapkan: int, syarat: SyaratCalon) -> tuple[Finding, ...]:
    """Find too few or too many confirmed candidates; one alone stands only as the profile says."""
    if ditetapkan == 1:
        if syarat.tunggal is ModeTunggal.KOLOM_KOSONG:
            return (findings.W315.at("Calon", status=syarat.tunggal_status),)
        return (findings.E316.at("Calon"),)
    if ditetapkan < syarat.calon_min:
        return (findings.E303.at("Calon", jumlah=ditetapkan, calon_min=syarat.calon_min),)
    if ditetapkan > syarat.calon_maks:
        return (findings.E304.at("Calon", jumlah=ditetapkan, calon_maks=syarat.calon_maks),)
    return ()


def check_musyawarah(ditetapkan: int, untrusted_dasar: str) -> tuple[Finding, ...]:
    """Find a single candidate without the minutes in which committee and BPD agreed (F-14)."""
    if ditetapkan == 1 and not untrusted_dasar.strip():
        return (findings.E317.at("Calon"),)
    return ()


def check_urutan(urutan: Sequence[int], ditetapkan: Sequence[Calon]) -> tuple[Finding, ...]:
    """Find candidates drawn twice, not at all, or never confirmed."""
    drawn = Counter(urutan)
    known = {calon.id for calon in ditetapkan}
    return (
        *(findings.E310.at("Undian", id=other) for other in sorted(drawn.keys() - known)),
        *(
            findings.E308.at("Undian", nama=calon.nama)
            for calon in ditetapkan
            if drawn[calon.id] > 1
        ),
        *(
            findings.E309.at("Undian", nama=calon.nama)
            for calon in ditetapkan
            if not drawn[calon.id]
        ),
    )


def number(urutan: Sequence[int]) -> tuple[Undian, ...]:
    """Number a checked order 1 to n."""
    return tuple(Undian(nomor=n, calon_id=calon_id) for n, calon_id in enumerate(urutan, start=1))


def _conditions(berkas: BerkasCalon, syarat: SyaratCalon) -> Iterator[Finding]:
    calon = berkas.calon
    usia = age_on(berkas.terdaftar, calon.tanggal_lahir)
    if usia < syarat.usia_min:
        yield findings.E301.at(calon.nama, nama=calon.nama, usia=usia, usia_min=syarat.usia_min)
    if not calon.pendidikan.reaches(syarat.pendidikan_min):
        yield findings.E305.at(
            calon.nama,
            nama=calon.nama,
            pendidikan=calon.pendidikan,
            pendidikan_min=syarat.pendidikan_min,
        )
    if berkas.masa_jabatan >= syarat.masa_jabatan_maks:
        yield findings.E306.at(
            calon.nama,
            nama=calon.nama,
            kali=berkas.masa_jabatan,
            kali_maks=syarat.masa_jabatan_maks,
        )


def _twins(berkas: BerkasCalon, standing: Sequence[BerkasCalon]) -> Iterator[Finding]:
    """Blame the later of two for the same NIK, both for the same name."""
    nama = berkas.calon.nama
    for other in standing:
        if other.nik == berkas.nik and other.calon.id < berkas.calon.id:
            yield findings.E302.at(nama, nama=nama, lain=other.calon.nama)
    names = [_folded(other.calon.nama) for other in standing if other.nik != berkas.nik]
    if _folded(nama) in names:
        yield findings.W311.at(nama, nama=nama)


def _paper(berkas: BerkasCalon, nik_dpt: Collection[str] | None) -> Iterator[Finding]:
    calon = berkas.calon
    if nik_dpt is not None and berkas.nik not in nik_dpt:
        yield findings.W312.at(calon.nama, nama=calon.nama)
    if not calon.foto:
        yield findings.W313.at(calon.nama, nama=calon.nama)
    if not nik_matches_birth(berkas.nik, calon.tanggal_lahir):
        yield findings.W314.at(calon.nama, nama=calon.nama)


def _folded(nama: str) -> str:
    return " ".join(nama.casefold().split())
