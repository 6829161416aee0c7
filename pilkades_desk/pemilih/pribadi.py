"""Who sees what of a voter: lists are masked for everybody, whole numbers are asked for and logged.

Every reading of voters for a screen, a file or another step goes through here.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.clock import moment_text, parse_utc
from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.spreadsheet.writer import write_xlsx
from pilkades_desk.panitia.meja import Fact, Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih import records, store
from pilkades_desk.pemilih.cari.usecases import may_see
from pilkades_desk.pemilih.coklit import store as coklit_store
from pilkades_desk.pemilih.dpt import store as dpt_store
from pilkades_desk.pemilih.dpt.lembar import dpt_sheets
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.rules import put_back
from pilkades_desk.pemilih.kini.values import Perubahan
from pilkades_desk.pemilih.repair_sheet import repair_sheet
from pilkades_desk.pemilih.rules import (
    family_numbers,
    mask_perbaikan,
    number_dpt,
)
from pilkades_desk.pemilih.values import (
    Asal,
    BarisPerbaikan,
    DataPribadi,
    DptTersamar,
    Isian,
    PemilihDpt,
    Tambahan,
)


def reveal(meja: Meja, pemilih_id: int, tujuan: TujuanAkses) -> DataPribadi:
    """Give one voter's whole numbers, logged with the purpose before they are given (S-241)."""
    with meja.act(Aksi.LIHAT_DATA_PRIBADI) as act:
        pemilih = kini.find_pemilih(act.session, pemilih_id)
        if pemilih is None:
            raise StateError("Pemilih ini tidak ada.", "Cari lagi namanya.")
        act.record(f"pemilih/{pemilih_id}", tujuan=tujuan.value)
        act.commit()
    return DataPribadi(pemilih.nik, pemilih.kk)


def read_repair_list(meja: Meja) -> tuple[BarisPerbaikan, ...]:
    """Give the rows not taken that still wait for a person, masked (S-204, S-240).

    Whoever may not see whole numbers gets the name and the reasons alone.
    """
    with meja.read() as session:
        rows = tuple(map(records.read_perbaikan, store.read_perbaikan(session)))
    if may_see(meja):
        return tuple(map(mask_perbaikan, rows))
    return tuple(
        replace(row, sel=(), isian={Isian.NAMA: row.isian.get(Isian.NAMA, "")}) for row in rows
    )


def reveal_repair(meja: Meja, perbaikan_id: int) -> BarisPerbaikan:
    """Give one refused row whole, to be typed anew from the card; logged (S-241)."""
    with meja.act(Aksi.LIHAT_DATA_PRIBADI) as act:
        found = store.read_perbaikan(act.session, perbaikan_id)
        if not found:
            raise StateError("Baris ini sudah tidak di daftar perbaikan.", "Muat ulang daftarnya.")
        act.record(f"perbaikan/{perbaikan_id}", tujuan=TujuanAkses.PERBAIKI.value)
        act.commit()
    return records.read_perbaikan(found[0])


def export_repair_list(meja: Meja, tujuan: TujuanAkses, *, whole: bool = False) -> bytes:
    """Write the repair list as a sheet that says who took it out, when and why (S-204, S-242).

    Logged before the sheet is given; `whole` shows NIK, KK and birth dates.
    """
    with meja.act(Aksi.EKSPOR_DATA) as act:
        rows = tuple(map(records.read_perbaikan, store.read_perbaikan(act.session)))
        shown = rows if whole else tuple(map(mask_perbaikan, rows))
        content = write_xlsx([repair_sheet(shown, export_mark(meja, act.now, tujuan, whole=whole))])
        what = "utuh" if whole else "disamarkan"
        facts: dict[str, Fact] = {"angka": what, "jumlah": len(rows), "berkas": sha256_hex(content)}
        act.record("daftar-perbaikan", tujuan=tujuan.value, **facts)
        act.commit()
    return content


def read_dpt_baris(meja: Meja) -> tuple[DptTersamar, ...]:
    """Give the locked DPT for sharing it out: no numbers of cards, no birth dates (S-240)."""
    with meja.read() as session:
        return tuple(family_numbers(dpt_store.read_locked_lines(session)))


def read_dpt_pemilih(meja: Meja) -> tuple[PemilihDpt, ...]:
    """Give the locked DPT whole, line by line in its order; empty before (S-209, S-240).

    Raises:
        RightsError: this role may not see whole numbers.
    """
    meja.demand(Aksi.LIHAT_DATA_PRIBADI)
    with meja.read() as session:
        return dpt_store.read_locked_lines(session)


def read_dps_pemilih(meja: Meja) -> tuple[PemilihDpt, ...]:
    """Give the DPS as it was set, numbered: who stood, with what was known (S-291, S-240).

    Empty before it is set.

    Raises:
        RightsError: this role may not see whole numbers.
    """
    meja.demand(Aksi.LIHAT_DATA_PRIBADI)
    with meja.read() as session:
        dps, members = store.read_dps(session), store.read_dps_ids(session)
        if dps is None:
            return ()
        later = defaultdict[int, list[Perubahan]](list)
        for entry in kini.read_entries(session):
            if parse_utc(entry.waktu) > dps.ditetapkan:
                later[entry.perubahan.pemilih_id].append(entry.perubahan)
        daftar = [one for one in kini.read_pemilih(session) if one.id in members]
    return number_dpt(put_back(one, later[one.id]) for one in daftar)


def read_coklit_lines(meja: Meja, nomor: int) -> tuple[PemilihDpt, ...]:
    """Give whom the lines of a coklit sheet stand for, by their numbers there (S-252, S-240).

    Whoever left the list since with a withdrawn import is left out; the other numbers stay.

    Raises:
        RightsError: this role may not see whole numbers.
    """
    meja.demand(Aksi.LIHAT_DATA_PRIBADI)
    with meja.read() as session:
        lines = coklit_store.read_lines(session, nomor)
        daftar = kini.read_pemilih(session, lines.values())
    return number_dpt(daftar, {each: no for no, each in lines.items()})


def read_tambahan(meja: Meja) -> tuple[Tambahan, ...]:
    """Give who was added to the DPS and stands, numbered, and where each came from (S-291, S-240).

    Raises:
        RightsError: this role may not see whole numbers.
    """
    meja.demand(Aksi.LIHAT_DATA_PRIBADI)
    with meja.read() as session:
        daftar, places = kini.read_pemilih(session), store.read_places(session)
    added = (one for one in daftar if one.asal is Asal.TAMBAHAN and not one.coret)
    return tuple(Tambahan(line, places[line.id]) for line in number_dpt(added))


def find_dpt_nik(meja: Meja, wanted: Collection[str]) -> frozenset[str] | None:
    """Give which of these NIK stand in the locked DPT; None before it is locked (S-311)."""
    with meja.read() as session:
        locked = dpt_store.read_dpt(session) is not None
        return dpt_store.find_nik(session, wanted) if locked else None


def export_mark(meja: Meja, at: datetime, tujuan: TujuanAkses, *, whole: bool) -> str:
    """Say who takes data out, when, what for, and whether the numbers are whole (S-242)."""
    when = moment_text(at, meja.pemilihan.zona)
    how = "NIK dan KK utuh" if whole else "NIK dan KK disamarkan"
    return f"Diekspor {when} oleh {meja.akun.nama_lengkap} untuk {tujuan.sebutan}. {how}."


def export_dpt_xlsx(meja: Meja, tujuan: TujuanAkses, *, whole: bool = False) -> bytes:
    """Write the locked DPT as a workbook that carries what proves it (S-242, S-273).

    KPU-33 columns, NIK and KK as text; masked unless `whole`, and only a whole one can be proven.
    Logged before it is given.

    Raises:
        StateError: the DPT is not locked.
    """
    with meja.act(Aksi.EKSPOR_DATA) as act:
        dpt = dpt_store.read_dpt(act.session)
        if dpt is None:
            raise StateError("DPT belum dikunci.", "Kunci DPT dahulu.")
        lines = dpt_store.read_lines(act.session, dpt.versi)
        mark = export_mark(meja, act.now, tujuan, whole=whole)
        content = write_xlsx(dpt_sheets(dpt, lines, mark, whole=whole))
        what = "utuh" if whole else "disamarkan"
        facts: dict[str, Fact] = {"angka": what, "jumlah": len(lines), "versi": dpt.versi}
        act.record("dpt-xlsx", tujuan=tujuan.value, berkas=sha256_hex(content), **facts)
        act.commit()
    return content
