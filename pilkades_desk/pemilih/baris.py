"""One voter as a line of a printed list: what its purpose shows and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import date

from pilkades_desk.core.clock import short_date
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.pemilih.content import BarisDpt, Tujuan
from pilkades_desk.pemilih.dpt.rules import remarks
from pilkades_desk.pemilih.dpt.values import CatatanDpt
from pilkades_desk.pemilih.rules import age_on
from pilkades_desk.pemilih.values import PemilihDpt

UNUSED = "nomor tidak dipakai lagi"
"""What stands where a number's voter was struck off after an earlier version."""
_NOTHING = BarisDpt(0, 0, *[""] * (len(BarisDpt._fields) - 2))


def baris_dpt(
    line: PemilihDpt, number: int, untuk: Tujuan, day: date, notes: Sequence[CatatanDpt] = ()
) -> BarisDpt:
    """Give one line with what its purpose shows and nothing else; `day` is voting day.

    Syarat: S-213, S-272. Notes made after the lock stand among the remarks.
    """
    inside = untuk is not Tujuan.UMUM
    age = str(age_on(line.tanggal_lahir, day))
    return BarisDpt(
        no=number,
        no_dpt=line.no_urut,
        kk=line.kk if untuk is Tujuan.BUKU else "",
        nik=line.nik if untuk is Tujuan.BUKU else mask_nik(line.nik) if inside else "",
        nama=line.nama,
        tempat_lahir=line.tempat_lahir if inside else "",
        lahir=short_date(line.tanggal_lahir) if inside else age,
        kelamin=line.kelamin.value,
        kawin=line.kawin.value if inside else "",
        alamat=address(line),
        rt_rw=area(line),
        disabilitas=str(line.disabilitas) if inside and line.disabilitas else "",
        keterangan=remarks(line, notes, inside=inside),
    )


def with_unused_numbers(baris: Sequence[BarisDpt], why: Mapping[int, str]) -> tuple[BarisDpt, ...]:
    """Give the list of a village with a line for every number up to the last (S-297).

    `why` says by number for what reason it is used no longer, as far as everybody may know.
    """
    there = {one.no_dpt: one for one in baris}
    return tuple(
        there.get(number)
        or _NOTHING._replace(no=number, no_dpt=number, keterangan=_unused(why.get(number, "")))
        for number in range(1, max(there, default=0) + 1)
    )


def _unused(why: str) -> str:
    return f"{UNUSED}: {why}" if why else UNUSED


def address(line: PemilihDpt) -> str:
    """Give street and hamlet, as far as they are known."""
    return ", ".join(part for part in (line.alamat, line.dusun) if part)


def area(line: PemilihDpt) -> str:
    """Give RT and RW as `001/002`; nothing where neither is known."""
    return f"{line.rt:03}/{line.rw:03}" if line.rt or line.rw else ""
