"""What a value of a profile must be like, what differs between two, and how a value is said."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.kalender.values import SatuanHari
from pilkades_desk.panitia.profil.findings import (
    E143,
    E144,
    E146,
    E147,
    E148,
    E149,
    E150,
    E151,
    E152,
    E153,
    E154,
)
from pilkades_desk.panitia.profil.values import (
    BarisProfil,
    Jenis,
    Kunci,
    NilaiProfil,
    Perubahan,
    Profil,
    StatusNilai,
)

_PARTS = ("nilai", "satuan", "dasar", "status")
_SHOWN = 5
"""Keys a sentence names before it counts the rest."""
_PERCENT = re.compile(r"(?:100|[0-9]{1,2}(?:\.[0-9]{1,2})?)")
_HOUR = re.compile(r"(?:[01][0-9]|2[0-3])\.[0-5][0-9]")
_SERI = "seri.rantai"


def _whole(one: object) -> bool:
    return isinstance(one, int) and not isinstance(one, bool)


def _texts(one: object) -> bool:
    return isinstance(one, list) and all(isinstance(each, str) and each for each in one)


def _matches(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda one: isinstance(one, str) and (not one or bool(pattern.fullmatch(one)))


def _days(one: object) -> bool:
    if not (isinstance(one, list) and _texts(one)):
        return False
    try:
        return all(date.fromisoformat(each) for each in one)
    except ValueError:
        return False


def _rows(one: object) -> bool:
    return isinstance(one, list) and all(
        isinstance(row, dict) and all(isinstance(cell, str) for cell in row.values()) for row in one
    )


_SHAPES: Mapping[Jenis, tuple[Callable[[object], bool], str]] = {
    Jenis.YA_TIDAK: (lambda one: isinstance(one, bool), "true atau false"),
    Jenis.BILANGAN: (_whole, "bilangan bulat tanpa tanda petik"),
    Jenis.LAMA: (_whole, "bilangan bulat tanpa tanda petik"),
    Jenis.DAFTAR_LAMA: (
        lambda one: isinstance(one, list) and all(map(_whole, one)),
        "daftar bilangan bulat, misalnya [15, 10]",
    ),
    Jenis.PERSEN: (_matches(_PERCENT), 'persen di antara tanda petik, misalnya "2.5"'),
    Jenis.JAM: (_matches(_HOUR), 'jam di antara tanda petik, misalnya "07.00"'),
    Jenis.PILIHAN: (lambda one: isinstance(one, str), "satu kata di antara tanda petik"),
    Jenis.DAFTAR_PILIHAN: (_texts, 'daftar kata, misalnya ["TB1", "TB2"]'),
    Jenis.DAFTAR: (_texts, "daftar teks di antara kurung siku"),
    Jenis.DAFTAR_TANGGAL: (_days, 'daftar tanggal, misalnya ["2027-02-05"]'),
    Jenis.TEKS: (lambda one: isinstance(one, str), "teks di antara tanda petik"),
    Jenis.TABEL: (_rows, "daftar baris berisi teks"),
}


def check_entry(kunci: Kunci, entry: object) -> list[Finding]:
    """Check one key's entry as TOML gives it; the first fault of it, with the part it is in."""
    for check in (_check_parts, _check_shape, _check_unit, _check_limits, _check_words):
        found = next(check(kunci, entry), None)
        if found is not None:
            return [found]
    return []


def check_keys(keys: Sequence[str], skema: Mapping[str, Kunci]) -> list[Finding]:
    """Find keys nobody knows, with the one probably meant, and keys that are missing."""
    unknown = [E143.at(key, kunci=key, usul=_meant(key, skema)) for key in keys if key not in skema]
    missing = [
        E144.at(nama, kunci=nama, sebutan=kunci.sebutan)
        for nama, kunci in skema.items()
        if nama not in keys
    ]
    return [*unknown, *missing]


def _meant(key: str, skema: Mapping[str, Kunci]) -> str:
    close = get_close_matches(key, skema, 1)
    return f" (maksudnya '{close[0]}')" if close else ""


def _at(kind: Any, kunci: Kunci, bagian: str, **evidence: object) -> Finding:
    finding: Finding = kind.at(kunci.nama, kunci=kunci.nama, bagian=bagian, **evidence)
    return finding


def _check_parts(kunci: Kunci, entry: Any) -> Iterator[Finding]:
    if not isinstance(entry, dict):
        yield _at(E146, kunci, "", apa="nilai, dasar, dan status belum tertulis")
    else:
        yield from _check_fields(kunci, entry)


def _check_fields(kunci: Kunci, entry: Mapping[str, Any]) -> Iterator[Finding]:
    for part in sorted(entry.keys() - set(_PARTS)):
        yield _at(E146, kunci, part, apa=f"'{part}' tidak dikenal")
    for part in ("nilai", "dasar", "status"):
        if part not in entry:
            yield _at(E146, kunci, "", apa=f"{part} belum tertulis")
    if not isinstance(entry.get("dasar"), str) or not entry["dasar"].strip():
        yield _at(E146, kunci, "dasar", apa="dasar harus teks dan tidak kosong")
    if entry.get("status") not in list(StatusNilai):
        yield _at(E146, kunci, "status", apa="status harus terverifikasi atau asumsi")


def _check_shape(kunci: Kunci, entry: Any) -> Iterator[Finding]:
    fits, words = _SHAPES[kunci.jenis]
    if not fits(entry["nilai"]):
        yield _at(E147, kunci, "nilai", harus=words)
    elif kunci.jenis is Jenis.TABEL:
        for row in entry["nilai"]:
            if set(row) != set(kunci.kolom):
                yield _at(E147, kunci, "nilai", harus=f"kolom {', '.join(kunci.kolom)}")


def _check_unit(kunci: Kunci, entry: Any) -> Iterator[Finding]:
    unit = entry.get("satuan")
    if kunci.jenis.bersatuan and unit is None:
        yield _at(E148, kunci, "", apa="belum tertulis")
    elif kunci.jenis.bersatuan and unit not in list(SatuanHari):
        yield _at(E148, kunci, "satuan", apa=f"'{unit}' tidak dikenal")
    elif not kunci.jenis.bersatuan and unit is not None:
        yield _at(E148, kunci, "satuan", apa="tidak berlaku di sini")


def _check_limits(kunci: Kunci, entry: Any) -> Iterator[Finding]:
    nilai = entry["nilai"]
    if nilai in ("", []) and not kunci.kosong and kunci.jenis is not Jenis.DAFTAR_TANGGAL:
        yield _at(E149, kunci, "nilai", batas="diisi", nilai="kosong")
    elif not isinstance(nilai, bool):
        yield from _check_sizes(kunci, nilai)


def _check_sizes(kunci: Kunci, nilai: Any) -> Iterator[Finding]:
    low, high = kunci.paling_kecil, kunci.paling_besar
    numbers = nilai if kunci.jenis is Jenis.DAFTAR_LAMA else [nilai]
    for one in numbers:
        size = one if isinstance(one, int) else len(one)
        if not low <= size <= high:
            unit = {int: "", str: " huruf"}.get(type(one), " butir")
            batas = f"{angka(low)} sampai {angka(high)}{unit}"
            yield _at(E149, kunci, "nilai", batas=batas, nilai=f"{angka(size)}{unit}")


def _check_words(kunci: Kunci, entry: Any) -> Iterator[Finding]:
    nilai = entry["nilai"]
    if isinstance(nilai, str) and kunci.kata and nilai not in kunci.kata:
        yield _at(E150, kunci, "nilai", nilai=nilai)
    if not isinstance(nilai, list):
        return
    for number, one in enumerate(nilai):
        if kunci.kata and one not in kunci.kata:
            yield _at(E151 if kunci.nama == _SERI else E150, kunci, "nilai", nilai=one)
        if one in nilai[:number]:
            yield _at(E152, kunci, "nilai", nilai=say(one))


def say(nilai: object) -> str:
    """Write a bare value in words."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, int):
        return angka(nilai)
    if isinstance(nilai, dict):
        return " · ".join(cell for cell in nilai.values() if cell)
    if isinstance(nilai, list):
        return ", ".join(map(say, nilai)) or "–"
    return str(nilai) or "–"


def say_value(kunci: Kunci, nilai: NilaiProfil) -> str:
    """Write a value in words with its unit: 15, 10 hari kerja."""
    if kunci.jenis is Jenis.TABEL:
        return "; ".join(map(say, nilai.nilai)) if nilai.nilai else "–"  # type: ignore[arg-type]
    if kunci.jenis is Jenis.PERSEN and nilai.nilai:
        return f"{Decimal(str(nilai.nilai)):f}".replace(".", ",") + " %"
    words = say(nilai.nilai)
    if kunci.kata:
        words = words.replace("_", " ")
    return f"{words} {nilai.satuan.replace('_', ' ')}" if nilai.satuan else words


def keep_rows(baris: Sequence[BarisProfil], teks: str, *, asumsi: bool) -> tuple[BarisProfil, ...]:
    """Keep the rows that hold every word typed, and if wanted only the assumptions."""
    words = teks.casefold().split()
    return tuple(
        one
        for one in baris
        if (one.asumsi or not asumsi)
        and all(
            word in f"{one.kunci.sebutan} {one.kunci.nama} {one.nilai} {one.dasar}".casefold()
            for word in words
        )
    )


def digest_of(nilai: NilaiProfil) -> str:
    """Name a value with its unit and basis, so that standing by it does not outlive a change."""
    return sha256_hex(canonical(nilai.model_dump(mode="json", exclude={"status"})))


def replacement_digest(lama: Profil, baru: Profil) -> str:
    """Name a replacement: what two people approve."""
    return sha256_hex(canonical({"dari": lama.sidik, "ke": baru.sidik, "nama": baru.nama}))


def list_changes(lama: Profil, baru: Profil, skema: Mapping[str, Kunci]) -> tuple[Perubahan, ...]:
    """Give every key whose value or unit differs; another basis alone changes no rule."""
    return tuple(
        Perubahan(kunci=kunci, lama=say_value(kunci, lama.isi[nama]), baru=say_value(kunci, other))
        for nama, kunci in skema.items()
        if (other := baru.isi[nama])
        and (other.nilai, other.satuan) != (lama.isi[nama].nilai, lama.isi[nama].satuan)
    )


def check_changes(terlambat: Sequence[Perubahan]) -> list[Finding]:
    """Refuse changes of what was used already."""
    if not terlambat:
        return []
    words = [f"{each.kunci.sebutan} (sejak {each.kunci.tahap.sebutan})" for each in terlambat]
    return [E154.at("profil peraturan", jumlah=len(words), kunci=_listed(words))]


def check_asumsi(open_keys: Sequence[Kunci]) -> list[Finding]:
    """Hold up what relies on assumptions nobody stands by."""
    if not open_keys:
        return []
    words = [kunci.sebutan for kunci in open_keys]
    return [E153.at("profil peraturan", jumlah=len(words), kunci=_listed(words))]


def _listed(words: Sequence[str]) -> str:
    rest = len(words) - _SHOWN
    shown = list(words[:_SHOWN])
    return ", ".join(shown) + (f", dan {rest} lainnya" if rest > 0 else "")
