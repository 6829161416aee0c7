"""Puts what happened to a voter into words, masked as the list is (S-240, S-269)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from pilkades_desk.core.clock import parse_utc, short_date
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Perubahan, Tercatat
from pilkades_desk.pemilih.riwayat.values import Babak, Beda, Peristiwa
from pilkades_desk.pemilih.rules import hide

_MASKED = frozenset({"nik", "kk"})
_NEAR_ONLY = frozenset({"tanggal_lahir", "alamat"})
_PLACES = frozenset({"dusun", "rt", "rw", "tps"})
_WORDS: Mapping[str, str] = {
    "nik": "NIK",
    "kk": "Nomor KK",
    "kelamin": "Jenis kelamin",
    "kawin": "Status perkawinan",
    "rt": "RT",
    "rw": "RW",
    "tps": "TPS",
}
_OF_JENIS = {
    Jenis.CORET: Babak.CORET,
    Jenis.BATAL_CORET: Babak.BATAL_CORET,
    Jenis.DITARIK: Babak.DITARIK,
}


def tell(
    entries: Iterable[Tercatat], names: Mapping[int, str], *, near: bool
) -> Iterator[Peristiwa]:
    """Give one event for each act that changed a voter; `near` for who may see birth dates."""
    for kelompok, grouped in groupby(entries, key=lambda one: one.kelompok):
        those = tuple(grouped)
        first = those[0]
        fields = {one.perubahan.kolom for one in those}
        babak = _OF_JENIS.get(first.sebab.jenis)
        if babak is None:
            babak = Babak.PINDAH if fields <= _PLACES else Babak.KOREKSI
        beda = tuple(difference(one.perubahan, near=near) for one in those)
        yield Peristiwa(
            waktu=parse_utc(first.waktu),
            babak=babak,
            oleh=names[first.akun_id],
            beda=beda if first.sebab.jenis is Jenis.KOREKSI else (),
            alasan=reason_of(first),
            bukti=first.sebab.bukti,
            keterangan="" if first.sebab.jalur is Jalur.PERORANGAN else first.sebab.jalur.value,
            kelompok=kelompok if first.sebab.jenis is Jenis.KOREKSI else 0,
        )


def reason_of(entry: Tercatat) -> str:
    """Give why: of a strike its ground first, then what was written."""
    ground = entry.perubahan.baru if entry.sebab.jenis is Jenis.CORET else ""
    return ": ".join(part for part in (ground, entry.sebab.alasan) if part)


def difference(one: Perubahan, *, near: bool) -> Beda:
    """Give one field before and after: of numbers of cards the region alone."""
    return Beda(
        name_of(one.kolom),
        _shown(one.kolom, one.lama, near=near),
        _shown(one.kolom, one.baru, near=near),
    )


def name_of(isian: str) -> str:
    """Name a field as forms do."""
    return _WORDS.get(isian, isian.replace("_", " ").capitalize())


def _shown(isian: str, text: str, *, near: bool) -> str:
    if isian in _MASKED:
        return mask_nik(text)
    if isian in _NEAR_ONLY and not near:
        return hide(text)
    return short_date(date.fromisoformat(text)) if isian == "tanggal_lahir" else text
