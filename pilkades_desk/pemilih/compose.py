"""From the stored lists to the frozen content of step 2's documents."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.hari import Jangka, run_term
from pilkades_desk.panitia.kalender.usecases import read_days_off
from pilkades_desk.panitia.kalender.values import SatuanHari
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.compose import (
    KETUA,
    SEKRETARIS,
    common,
    make_dasar,
    orang_holding,
    place,
)
from pilkades_desk.panitia.naskah.formulir import Bahan, make_formulir
from pilkades_desk.panitia.naskah.values import Penandatangan, WaktuTempat
from pilkades_desk.panitia.values import Orang
from pilkades_desk.pemilih.baris import baris_dpt, with_unused_numbers
from pilkades_desk.pemilih.content import Bagi, IsiF02, IsiF04b, IsiF06, IsiR06, Tujuan
from pilkades_desk.pemilih.dpt.usecases import read_notes
from pilkades_desk.pemilih.formulir import (
    BarisCatatan,
    CatatanDpt,
    PenetapanDps,
    PenetapanDpt,
    PenetapanTambahan,
    Pengumuman,
)
from pilkades_desk.pemilih.pribadi import (
    read_dps_pemilih,
    read_dpt_pemilih,
    read_tambahan,
    read_working_list,
)
from pilkades_desk.pemilih.usecases import read_dpt, summarise
from pilkades_desk.pemilih.values import Dps, PemilihDpt, Tambahan
from pilkades_desk.pemilih.wilayah import count_lines, divide, recap

_CORRECT = "Usul perbaikan dan tanggapan disampaikan kepada panitia selama masa pengumuman (F-03)."
_FIXED = "Bawa KTP-el ke panitia bila nama Anda belum tercantum atau keliru."
DIUMUMKAN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "dps": ("Daftar Pemilih Sementara", _CORRECT),
        "tambahan": ("{tambahan}", _CORRECT),
        "dpt": ("Daftar Pemilih Tetap", _FIXED),
    }
)
"""By the list put up: its name, and what whoever reads it can do."""
OFFICER = Penandatangan(nama="", jabatan="Petugas pemutakhiran")


def compose_f01(meja: Meja) -> IsiFormulir:
    """Freeze the decision that set the DPS, dated as it was set (S-290)."""
    dps = demand_dps(meja)
    facts = _decided(meja, read_dps_pemilih(meja), dps.segel)
    return make_form(meja, PenetapanDps(**facts), dps.ditetapkan, dps.segel)


def compose_f04(meja: Meja) -> IsiFormulir:
    """Freeze the decision on who is added to the DPS (S-290)."""
    dps = demand_dps(meja)
    lines = [one.baris for one in _demand_tambahan(meja)]
    facts = _decided(meja, lines, dps.segel)
    return make_form(meja, PenetapanTambahan(**facts), meja.clock.now(), dps.segel)


def compose_f05(meja: Meja) -> IsiFormulir:
    """Freeze the decision that set the DPT, dated as it was locked (S-290)."""
    dpt = read_dpt(meja)
    facts = _decided(meja, read_dpt_pemilih(meja), dpt.segel)
    words = str(meja.profil.nilai("dpt.diktum_perubahan"))
    return make_form(meja, PenetapanDpt(**facts, perubahan=words), dpt.dikunci, dpt.segel)


def compose_f09(meja: Meja, catatan: Sequence[BarisCatatan]) -> IsiFormulir:
    """Freeze what became known after the lock: notes, no number changed, nobody deleted (S-295)."""
    dpt, holding = read_dpt(meja), orang_holding(meja, (SEKRETARIS,))
    bahan = CatatanDpt(
        ketua=ketua_name(meja),
        sekretaris=next((orang.nama for orang in holding), ""),
        segel=dpt.segel,
        catatan=tuple(catatan),
    )
    return make_form(meja, bahan, meja.clock.now(), dpt.segel)


def compose_f11(meja: Meja, daftar: str) -> IsiFormulir:
    """Freeze the notice of a list, `dps`, `tambahan` or `dpt`, from today on (S-292)."""
    lines, segel = _announced(meja, daftar)
    nama, ajakan = DIUMUMKAN[daftar]
    now = meja.clock.now()
    bahan = Pengumuman(
        ketua=ketua_name(meja),
        daftar=nama.format(tambahan=meja.profil.nilai("sebutan.tambahan")),
        ajakan=ajakan,
        jumlah_pemilih=count_lines(lines),
        jangka=announced_term(meja, daftar, local_date(meja, now)),
    )
    return make_form(meja, bahan, now, segel)


def announced_term(meja: Meja, daftar: str, mulai: date) -> Jangka:
    """Count the days a list is up as the profile says (S-292)."""
    lama = meja.profil.isi[f"{daftar}.umum_hari"]
    libur = read_days_off(meja, mulai)
    return run_term(mulai, int(str(lama.nilai)), lama.satuan or SatuanHari.KERJA, libur)


def compose_f02(meja: Meja, untuk: Tujuan, bagi: Bagi, tanda: str = "") -> tuple[IsiF02, ...]:
    """Freeze the DPS, sheet by sheet as it is divided (S-291)."""
    dps, day = demand_dps(meja), meja.pemilihan.tanggal
    return tuple(
        IsiF02(
            **_listed(meja, "F-02", number, dpt_signers(meja)),
            tanda=tanda,
            untuk=untuk,
            cakupan=words,
            jumlah=count_lines(lines),
            segel=dps.segel,
            dari_segel=(dps.segel,),
            baris=tuple(baris_dpt(line, at, untuk, day) for at, line in enumerate(lines, 1)),
        )
        for number, words, lines in _sheets(read_dps_pemilih(meja), bagi)
    )


def compose_f04b(meja: Meja, untuk: Tujuan, tanda: str = "") -> IsiF04b:
    """Freeze the list of who is added; where each came from is the committee's alone (S-291)."""
    dps, day = demand_dps(meja), meja.pemilihan.tanggal
    added, inside = _demand_tambahan(meja), untuk is not Tujuan.UMUM
    rows = (baris_dpt(one.baris, at, untuk, day) for at, one in enumerate(added, 1))
    return IsiF04b(
        **_listed(meja, "F-04b", 0, dpt_signers(meja)),
        tanda=tanda,
        untuk=untuk,
        jumlah=count_lines([one.baris for one in added]),
        segel=dps.segel,
        dari_segel=(dps.segel,),
        baris=tuple(
            row._replace(keterangan=one.sumber if inside else "")
            for row, one in zip(rows, added, strict=True)
        ),
    )


def compose_f06(meja: Meja, lines: Sequence[PemilihDpt], untuk: Tujuan, **more: Any) -> IsiF06:
    """Freeze the list of a unit, whose fields are in `more`, or of the village without them.

    On the list of the village a number nobody has any more keeps its line (S-297).
    """
    dpt, nomor, notes = read_dpt(meja), more.get("unit"), read_notes(meja)
    day = meja.pemilihan.tanggal
    rows = tuple(
        baris_dpt(line, number if nomor else line.no_urut, untuk, day, notes.get(line.id, ()))
        for number, line in enumerate(lines, 1)
    )
    return IsiF06(
        **common(meja, "F-06", f"F06{nomor:03d}" if nomor else "F06", dpt_signers(meja)),
        **more,
        untuk=untuk,
        jumlah=count_lines(lines),
        segel=dpt.segel,
        dari_segel=(dpt.segel,),
        baris=rows if nomor else with_unused_numbers(rows),
    )


def compose_r06(meja: Meja, untuk: Tujuan, tanda: str = "") -> tuple[IsiR06, ...]:
    """Freeze the sheets of a house-to-house check, one an RT (S-293).

    Each line bears the number of its voter in this file, so that it can be typed back after the
    list has grown.
    """
    lines, day = read_working_list(meja), meja.pemilihan.tanggal
    if not lines:
        raise StateError("Belum ada pemilih.", "Impor daftar pemilih dahulu.")
    places = {"penandatangan": (OFFICER,)}
    return tuple(
        IsiR06(
            **_listed(meja, "R-06", number, orang_holding(meja, (KETUA,))) | places,
            tanda=tanda,
            untuk=untuk,
            cakupan=words,
            jumlah=count_lines(part),
            baris=tuple(
                baris_dpt(line, at, untuk, day)._replace(no_dpt=line.id)
                for at, line in enumerate(part, 1)
            ),
        )
        for number, words, part in _sheets(lines, Bagi.RT)
    )


def dpt_signers(meja: Meja) -> tuple[Orang, ...]:
    """Give who signs lists of voters, as the profile says."""
    return orang_holding(meja, tuple(meja.profil.nilai("dpt.penandatangan")))


def demand_dps(meja: Meja) -> Dps:
    """Give the DPS; StateError before it is set."""
    dps = summarise(meja).dps
    if dps is None:
        raise StateError("DPS belum ditetapkan.", "Tetapkan DPS di langkah Pemilih dahulu.")
    return dps


def local_date(meja: Meja, moment: datetime) -> date:
    """Give the day of a moment where the village lies."""
    return moment.astimezone(meja.pemilihan.zona.tz).date()


def _demand_tambahan(meja: Meja) -> tuple[Tambahan, ...]:
    added = read_tambahan(meja)
    if not added:
        raise StateError("Belum ada pemilih tambahan.", "Impor yang datang sesudah DPS ditetapkan.")
    return added


def _announced(meja: Meja, daftar: str) -> tuple[Sequence[PemilihDpt], str]:
    if daftar == "dpt":
        return read_dpt_pemilih(meja), read_dpt(meja).segel
    segel = demand_dps(meja).segel
    if daftar == "dps":
        return read_dps_pemilih(meja), segel
    return [one.baris for one in _demand_tambahan(meja)], segel


def _decided(meja: Meja, lines: Sequence[PemilihDpt], segel: str) -> dict[str, Any]:
    return {
        "ketua": ketua_name(meja),
        "segel": segel,
        "jumlah_pemilih": count_lines(lines),
        "rekap": recap(lines),
    }


def make_form(meja: Meja, bahan: Bahan, moment: datetime, segel: str = "") -> IsiFormulir:
    """Compose a form dated by a moment, bound to the seal of the list it repeats."""
    waktu = WaktuTempat(tanggal=local_date(meja, moment), tempat=place(meja))
    dasar = make_dasar(meja).model_copy(update={"waktu": waktu})
    return make_formulir(dasar, bahan).model_copy(update={"dari_segel": (segel,) if segel else ()})


def ketua_name(meja: Meja) -> str:
    """Name the ketua; empty where nobody was entered."""
    return next((orang.nama for orang in orang_holding(meja, (KETUA,))), "")


def _listed(meja: Meja, kode: str, number: int, signers: Sequence[Orang]) -> dict[str, Any]:
    stem = kode.replace("-", "").upper()
    return common(meja, kode, f"{stem}{number:03d}" if number else stem, signers)


def _sheets(
    lines: Sequence[PemilihDpt], bagi: Bagi
) -> list[tuple[int, str, tuple[PemilihDpt, ...]]]:
    """Give number, area and voters of every sheet; the one of the village has number 0."""
    first = 0 if bagi is Bagi.DESA else 1
    return [(at, words, part) for at, (words, part) in enumerate(divide(lines, bagi), first)]
