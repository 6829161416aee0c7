"""Handing parts of the list to other committee laptops: out, marked, late, withdrawn."""

from typing import TYPE_CHECKING

from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.bagian import store
from pilkades_desk.pemilih.bagian.findings import E272, E274
from pilkades_desk.pemilih.bagian.rules import (
    as_baris,
    check_handout,
    note_late,
    note_out,
    rows_in,
    seal_bagian,
    seal_rows,
    write_content,
)
from pilkades_desk.pemilih.bagian.values import (
    Akhir,
    Bagian,
    BagianKeluar,
    BarisBagian,
    Cakupan,
    Keluaran,
    Persiapan,
    Tahap,
)
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.usecases import demand_reason, demand_unlocked, syarat_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


def prepare_handout(meja: Meja, cakupan: "Sequence[Cakupan]") -> Persiapan:
    """Say how many voters some areas have, and why they may not leave now (S-244)."""
    with meja.read() as session:
        rows, found = _look_at(session, cakupan)
    return Persiapan(len(rows), found)


def hand_out(meja: Meja, keluaran: Keluaran) -> bytes:
    """Give a part as canonical JSON with whole numbers; from now on it is out (S-244, S-246).

    Raises:
        StateError: E278, E279 or E280 stand against it, the day is over, or the DPT is locked.
    """
    with meja.act(Aksi.KELUARKAN_BAGIAN) as act:
        demand_unlocked(act.session)
        if keluaran.sampai < today_of(meja):
            raise StateError("Batas kembalinya sudah lewat.", "Pilih hari ini atau sesudahnya.")
        rows, found = _look_at(act.session, keluaran.cakupan)
        refuse(found)
        dps = pemilih_store.read_dps(act.session)
        bagian = Bagian(
            pemilihan=meja.pemilihan.id,
            desa=meja.pemilihan.desa,
            syarat=syarat_of(meja),
            nomor=store.next_nomor(act.session),
            tahap=Tahap.DPS if dps else Tahap.SEBELUM_DPS,
            dasar=seal_rows(rows),
            cakupan=keluaran.cakupan,
            dibawa_oleh=keluaran.dibawa_oleh,
            dikeluarkan=act.now,
            sampai=keluaran.sampai,
            baris=rows,
        )
        store.add_bagian(act.session, bagian, act.akun.id)
        act.record(f"bagian/{bagian.nomor}", segel=seal_bagian(bagian), jumlah=len(rows))
        act.commit()
    return write_content(bagian)


def read_handed_out(meja: Meja, nomor: int) -> bytes:
    """Give a part that is out once more, byte for byte, when its file was lost (S-246).

    Raises:
        StateError: it is not out.
    """
    with meja.act(Aksi.KELUARKAN_BAGIAN) as act:
        isi = demand_out(act.session, nomor)
        again = store.read_keluar(act.session)
        jumlah = next(one.jumlah for one in again if one.nomor == nomor)
        act.record(f"bagian/{nomor}", ulang="ya", jumlah=jumlah)
        act.commit()
    return isi


def list_keluar(meja: Meja) -> tuple[BagianKeluar, ...]:
    """Give the parts that are out, each with a warning once it is late (S-244)."""
    with meja.read() as session:
        parts = store.read_keluar(session)
    today = today_of(meja)
    return tuple(one.noted(note_late(one, today)) for one in parts)


def find_out(meja: Meja, pemilih_id: int) -> tuple[Finding, ...]:
    """Warn that a voter is on another laptop; correcting them here stays allowed (S-245)."""
    with meja.read() as session:
        return tuple(map(note_out, store.read_keluar(session, pemilih_id)))


def withdraw_bagian(meja: Meja, nomor: int, alasan: str) -> None:
    """Give up a part whose laptop is lost; nothing it brings is taken any more (S-244, S-247)."""
    with meja.act(Aksi.TARIK_BAGIAN) as act:
        alasan = demand_reason(alasan)
        demand_out(act.session, nomor)
        who = act.akun.id, utc_text(act.now)
        store.add_end(act.session, nomor, Akhir("", alasan), b"", who)
        act.record(f"bagian/{nomor}")
        act.commit()


def demand_out(session: "Session", nomor: int) -> bytes:
    """Give the content of a part that is out; StateError E272 or E274 otherwise (S-247)."""
    isi, akhir = store.read_isi(session, nomor), store.read_end(session, nomor)
    if isi is None:
        raise refusal(E272.at(f"bagian {nomor}", nomor=nomor))
    if akhir is not None:
        raise refusal(E274.at(f"bagian {nomor}", nomor=nomor, cara=akhir.cara))
    return isi


def refuse(found: "Sequence[Finding]") -> None:
    """Raise the first error found as a StateError that names its code (S-247)."""
    for finding in found:
        if finding.is_error:
            raise refusal(finding)


def refusal(finding: Finding) -> StateError:
    """Give an error as a StateError that names its code (S-247)."""
    return StateError(f"{finding.code}: {finding.text}", finding.do_now)


def today_of(meja: Meja) -> "date":
    """Give the day it is in the village (S-244)."""
    return meja.clock.now().astimezone(meja.pemilihan.zona.tz).date()


def _look_at(
    session: "Session", cakupan: "Sequence[Cakupan]"
) -> tuple[tuple[BarisBagian, ...], tuple[Finding, ...]]:
    rows = rows_in(cakupan, map(as_baris, kini.read_pemilih(session)))
    out = store.read_out_ids(session)
    return rows, check_handout(cakupan, rows, store.read_keluar(session), out)
