"""Lists by area: which sheets a list is divided into, how many voters an area has."""

from collections.abc import Callable, Sequence

from pilkades_desk.panitia.naskah.values import LakiPerempuan
from pilkades_desk.pemilih.content import Bagi
from pilkades_desk.pemilih.formulir import BarisWilayah
from pilkades_desk.pemilih.rules import count_sex
from pilkades_desk.pemilih.values import PemilihDpt

Lines = tuple[PemilihDpt, ...]
_Key = tuple[int, int, str]


def area_of(line: PemilihDpt) -> _Key:
    """Give the RT of a voter, ordered as lists are; a hamlet spelt otherwise is another one."""
    return (line.rw, line.rt, line.dusun)


def divide(lines: Sequence[PemilihDpt], bagi: Bagi) -> tuple[tuple[str, Lines], ...]:
    """Give each sheet's area in words with its voters; the words are "" for the village (S-291)."""
    if bagi is Bagi.DESA:
        return (("", tuple(lines)),)
    return tuple((_words(bagi, part[0]), part) for part in _grouped(lines, _KEYS[bagi]))


def recap(lines: Sequence[PemilihDpt]) -> tuple[BarisWilayah, ...]:
    """Count men and women of every RT (S-290)."""
    return tuple(_recap_row(part) for part in _grouped(lines, area_of))


def count_lines(lines: Sequence[PemilihDpt]) -> LakiPerempuan:
    """Count men, women and all."""
    men, women = count_sex(lines)
    return LakiPerempuan(laki=men, perempuan=women, jumlah=men + women)


def _grouped(lines: Sequence[PemilihDpt], key: Callable[[PemilihDpt], _Key]) -> list[Lines]:
    groups: dict[_Key, list[PemilihDpt]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return [tuple(groups[one]) for one in sorted(groups)]


def _of_dusun(line: PemilihDpt) -> _Key:
    return (0, 0, line.dusun)


_KEYS: dict[Bagi, Callable[[PemilihDpt], _Key]] = {Bagi.DUSUN: _of_dusun, Bagi.RT: area_of}


def _words(bagi: Bagi, line: PemilihDpt) -> str:
    dusun = f"Dusun {line.dusun}" if line.dusun else ""
    if bagi is Bagi.DUSUN:
        return dusun or "Dusun belum diketahui"
    rt = f"RT {line.rt:03}/RW {line.rw:03}" if line.rt or line.rw else "RT belum diketahui"
    return ", ".join(filter(None, (rt, dusun)))


def _recap_row(part: Lines) -> BarisWilayah:
    line, counted = part[0], count_lines(part)
    return BarisWilayah(
        dusun=line.dusun or "–",
        rw=f"{line.rw:03}" if line.rw else "–",
        rt=f"{line.rt:03}" if line.rt else "–",
        **counted.model_dump(),
    )
