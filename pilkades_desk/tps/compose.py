"""From the locked plan to the frozen content of each list of a unit and of the village."""

from typing import Any

from pilkades_desk.core.clock import long_date
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.compose import (
    ANGGOTA_KPPS,
    KETUA,
    KETUA_KPPS,
    common,
    kpps,
    orang_holding,
)
from pilkades_desk.panitia.naskah.values import LakiPerempuan, Penandatangan
from pilkades_desk.pemilih.baris import address, area
from pilkades_desk.pemilih.compose import compose_f06, dpt_signers
from pilkades_desk.pemilih.content import BarisRekapDpt, IsiF06, IsiF08, Tujuan
from pilkades_desk.pemilih.dpt.rules import remarks
from pilkades_desk.pemilih.dpt.usecases import read_notes
from pilkades_desk.pemilih.rules import age_on
from pilkades_desk.pemilih.usecases import read_dpt
from pilkades_desk.pemilih.wilayah import count_lines
from pilkades_desk.tps.content import (
    BarisHadir,
    BarisRekapUndangan,
    BarisUndangan,
    IsiF10,
    IsiF18,
    IsiF18b,
)
from pilkades_desk.tps.rules import wilayah_text
from pilkades_desk.tps.usecases import read_rencana, read_unit_dpt, read_units
from pilkades_desk.tps.values import UnitHitung

EMPTY_LINES = 20
"""Of F-10b and F-10c."""


def locked_units(meja: Meja) -> tuple[UnitHitung, ...]:
    """Give the units of the locked plan: no list is printed that could still change (S-406)."""
    if not read_rencana(meja).terkunci:
        raise StateError("Pembagian TPS belum dikunci.", "Kunci pembagian, lalu cetak.")
    return read_units(meja)


def compose_unit_f06(meja: Meja, unit: UnitHitung, untuk: Tujuan) -> IsiF06:
    """Freeze the DPT of one unit."""
    lines = read_unit_dpt(meja, unit.nomor)
    return compose_f06(meja, lines, untuk, **_of(unit), cakupan=wilayah_text(unit.wilayah))


def compose_f08(meja: Meja) -> IsiF08:
    """Freeze the recap of the DPT by unit (S-214)."""
    dpt = read_dpt(meja)
    return IsiF08(
        **common(meja, "F-08", "F08", dpt_signers(meja)),
        segel=dpt.segel,
        dari_segel=(dpt.segel,),
        rekap=tuple(_recap_row(meja, unit) for unit in locked_units(meja)),
    )


def compose_f10(meja: Meja, unit: UnitHitung) -> IsiF10:
    """Freeze the attendance list of one unit, for its KPPS to sign (S-407)."""
    lines, notes = read_unit_dpt(meja, unit.nomor), read_notes(meja)
    day = meja.pemilihan.tanggal
    fields = common(meja, "F-10", f"F10{unit.nomor:03d}", orang_holding(meja, (KETUA,)))
    return IsiF10(
        **(fields | {"penandatangan": _kpps_places(meja, unit.nomor)}),
        **_of(unit),
        hari=long_date(day),
        jumlah=count_lines(lines),
        baris=tuple(
            BarisHadir(
                no=number,
                no_dpt=line.no_urut,
                nama=line.nama,
                nik=mask_nik(line.nik),
                kelamin=line.kelamin.value,
                umur=age_on(line.tanggal_lahir, day),
                alamat=address(line),
                rt_rw=area(line),
                keterangan=remarks(line, notes.get(line.id, ()), inside=True),
            )
            for number, line in enumerate(lines, 1)
        ),
        baris_tps_lain=EMPTY_LINES if meja.profil.nilai("pemilih_tps_lain.boleh") else 0,
        baris_luar_dpt=EMPTY_LINES if meja.profil.nilai("pemilih_di_luar_dpt.boleh") else 0,
    )


def compose_f18(meja: Meja, unit: UnitHitung, kode: dict[int, str]) -> IsiF18:
    """Freeze the invitations of one unit; `kode` has a code for each number of the DPT."""
    mulai, selesai = (meja.profil.nilai(f"jam.{name}") for name in ("mulai", "selesai"))
    return IsiF18(
        **common(meja, "F-18", f"F18{unit.nomor:03d}", orang_holding(meja, (KETUA,))),
        **_of(unit),
        hari=long_date(meja.pemilihan.tanggal),
        pukul=f"{mulai}–{selesai} {meja.pemilihan.zona.value}",
        baris=tuple(
            BarisUndangan(
                no=number,
                no_dpt=line.no_urut,
                nama=line.nama,
                alamat=", ".join(part for part in (address(line), _spelled(area(line))) if part),
                kode=kode[line.no_urut],
            )
            for number, line in enumerate(read_unit_dpt(meja, unit.nomor), 1)
        ),
    )


def compose_f18b(meja: Meja) -> IsiF18b:
    """Freeze the recap of the invitations: printed is what the DPT of each unit counts (S-409)."""
    return IsiF18b(
        **common(meja, "F-18b", "F18B", dpt_signers(meja)),
        baris=tuple(BarisRekapUndangan(unit.nama, unit.dpt) for unit in locked_units(meja)),
    )


def _of(unit: UnitHitung) -> dict[str, Any]:
    return {"unit": unit.nomor, "nama_unit": unit.nama, "lokasi": unit.lokasi}


def _recap_row(meja: Meja, unit: UnitHitung) -> BarisRekapDpt:
    lines = read_unit_dpt(meja, unit.nomor)
    return BarisRekapDpt(
        nomor=unit.nomor,
        nama=unit.nama,
        lokasi=unit.lokasi,
        wilayah=wilayah_text(unit.wilayah),
        dpt=LakiPerempuan(laki=unit.dpt_l, perempuan=unit.dpt_p, jumlah=unit.dpt),
        disabilitas=sum(line.disabilitas > 0 for line in lines),
        surat_suara=unit.surat_suara,
    )


def _kpps_places(meja: Meja, unit: int) -> tuple[Penandatangan, ...]:
    """Give the places of the unit's head and one member, to be named by hand where nobody is."""
    there = {orang.jabatan: orang.nama for orang in reversed(kpps(meja, unit))}
    return tuple(
        Penandatangan(nama=there.get(office, ""), jabatan=office, cap=office == KETUA_KPPS)
        for office in (KETUA_KPPS, ANGGOTA_KPPS)
    )


def _spelled(rt_rw: str) -> str:
    return f"RT/RW {rt_rw}" if rt_rw else ""
