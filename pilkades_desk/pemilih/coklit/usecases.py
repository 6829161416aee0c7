"""Paper rounds: number the lines of a sheet, take back what was written beside them."""

from typing import TYPE_CHECKING

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import short_date, utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.pemilih.bagian.usecases import refuse
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.cari.usecases import may_see
from pilkades_desk.pemilih.coklit import store
from pilkades_desk.pemilih.coklit.rules import areas_without_sheet, check_jawaban, sheet_lines
from pilkades_desk.pemilih.coklit.values import (
    BarisCoklit,
    HasilCoklit,
    HasilSimpan,
    IsianLembar,
    JawabanCoklit,
    Konsep,
    LembarCoklit,
)
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Sebab
from pilkades_desk.pemilih.rules import mask_pemilih
from pilkades_desk.pemilih.tambah import add_people_in, typed_row
from pilkades_desk.pemilih.ubah.usecases import correct_in
from pilkades_desk.pemilih.usecases import demand_unlocked, strike_in

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


def make_lembar(meja: Meja, cakupan: Cakupan) -> LembarCoklit:
    """Number the lines of a sheet for good, before it is printed (S-252).

    Raises:
        StateError: nobody stands in that area, or the DPT is locked.
    """
    with meja.act(Aksi.BUAT_LEMBAR_COKLIT) as act:
        demand_unlocked(act.session)
        ids = sheet_lines(cakupan, kini.read_pemilih(act.session))
        if not ids:
            raise StateError("Tidak ada pemilih di daerah ini.", "Pilih RT yang lain.")
        nomor = store.add_lembar(act.session, cakupan, ids, (act.akun.id, utc_text(act.now)))
        act.record(f"coklit/{nomor}", jumlah=len(ids))
        [lembar] = store.read_lembar(act.session, nomor)
        act.commit()
    return lembar


def make_every_lembar(meja: Meja) -> tuple[LembarCoklit, ...]:
    """Number a sheet for every RT that has none yet, all in one act (S-252).

    Raises:
        StateError: every RT has its sheet, or the DPT is locked.
    """
    with meja.act(Aksi.BUAT_LEMBAR_COKLIT) as act:
        demand_unlocked(act.session)
        daftar = kini.read_pemilih(act.session)
        there = {one.nomor: one.cakupan for one in store.read_lembar(act.session)}
        areas = areas_without_sheet(daftar, there.values())
        if not areas:
            raise StateError("Semua RT sudah punya lembar coklit.", "Pilih lembarnya di daftar.")
        who = act.akun.id, utc_text(act.now)
        for area in areas:
            store.add_lembar(act.session, area, sheet_lines(area, daftar), who)
        made = [one for one in store.read_lembar(act.session) if one.nomor not in there]
        numbers = f"{made[0].nomor}-{made[-1].nomor}"
        act.record(f"coklit/{numbers}", jumlah=sum(one.jumlah for one in made), lembar=len(made))
        act.commit()
    return tuple(made)


def list_lembar(meja: Meja) -> tuple[LembarCoklit, ...]:
    """Give every sheet and how far it is typed back (S-252)."""
    with meja.read() as session:
        return store.read_lembar(session)


def read_lembar(meja: Meja, nomor: int) -> tuple[BarisCoklit, ...]:
    """Give the lines of a sheet by number, masked, with what was saved (S-240, S-252).

    Whoever left the list since with a withdrawn import is left out.
    """
    near = may_see(meja)
    with meja.read() as session:
        lines, saved = _demand_lines(session, nomor), store.read_saved(session, nomor)
        daftar = {one.id: one for one in kini.read_pemilih(session, lines.values())}
    return tuple(
        BarisCoklit(no, mask_pemilih(daftar[each], near=near), saved.get(no))
        for no, each in lines.items()
        if each in daftar
    )


def keep_typed(meja: Meja, nomor: int, konsep: Konsep) -> None:
    """Keep what was typed at once; it counts when the sheet is saved (S-340).

    Raises:
        StateError: there is no such sheet, or the DPT is locked.
    """
    with meja.act(Aksi.KETIK_COKLIT) as act:
        demand_unlocked(act.session)
        _demand_lines(act.session, nomor)
        store.add_konsep(act.session, nomor, konsep, (act.akun.id, utc_text(act.now)))
        act.record(f"coklit/{nomor}", jumlah=len(konsep.jawaban), baru=len(konsep.baru))
        act.commit()


def read_typed(meja: Meja, nomor: int) -> Konsep:
    """Give what was typed for a sheet and is not saved yet, by whomever (S-340).

    It holds whole numbers as written: nothing for a role that does not type sheets (S-240).
    """
    if not may(meja.akun.peran, Aksi.KETIK_COKLIT):
        return Konsep()
    with meja.read() as session:
        return store.read_konsep(session, nomor)


def save_coklit(meja: Meja, nomor: int, isian: IsianLembar) -> HasilSimpan:
    """Take back what was written on a sheet, all of it or nothing (S-253).

    Raises:
        StateError: E284 to E289 stand against a line, or a rule against what it changes, which is
            then named by its number; or the DPT is locked.
    """
    with meja.act(Aksi.SIMPAN_COKLIT) as act:
        demand_unlocked(act.session)
        lines, saved = _demand_lines(act.session, nomor), store.read_saved(act.session, nomor)
        refuse(check_jawaban(isian.jawaban, {no: saved.get(no) for no in lines}))
        about = f"lembar coklit {nomor}, {isian.petugas}, {short_date(isian.tanggal)}"
        for one in isian.jawaban:
            _carry_out(act, meja, (lines[one.no], one), about)
        _take_in(act, meja, isian, (f"lembar coklit {nomor}", about))
        who = act.akun.id, utc_text(act.now)
        petugas = isian.petugas, isian.tanggal
        store.add_jawaban(act.session, nomor, isian.jawaban, petugas, who)
        store.end_konsep(act.session, nomor, who)
        hasil = _count(isian)
        facts = {"diubah": hasil.diubah, "dicoret": hasil.dicoret, "baru": hasil.baru}
        act.record(f"coklit/{nomor}", jumlah=len(isian.jawaban), **facts)
        act.commit()
    return hasil


def _carry_out(act: Act, meja: Meja, line: tuple[int, JawabanCoklit], about: str) -> None:
    pemilih_id, said = line
    try:
        if said.hasil is HasilCoklit.UBAH:
            sebab = Sebab(Jenis.KOREKSI, Jalur.COKLIT, f"{about}, no. {said.no}", said.bukti)
            refuse(correct_in(act, meja, {pemilih_id: said.ubah}, sebab).temuan)
        elif said.alasan is not None:
            strike_in(act, pemilih_id, said.alasan, said.bukti, Jalur.COKLIT)
    except StateError as error:
        raise StateError(f"Nomor {said.no}: {error.sentence}", error.hint) from error


def _take_in(act: Act, meja: Meja, isian: IsianLembar, asal: tuple[str, str]) -> None:
    rows = [typed_row(one.isian, asal[0], n) for n, one in enumerate(isian.baru, 1)]
    if rows:
        digest = sha256_hex(canonical([asal[1], *(one.model_dump() for one in isian.baru)]))
        add_people_in(act, meja, rows, (asal[1], digest))


def _count(isian: IsianLembar) -> HasilSimpan:
    def of(hasil: HasilCoklit) -> int:
        return sum(one.hasil is hasil for one in isian.jawaban)

    changed = of(HasilCoklit.UBAH), of(HasilCoklit.DICORET)
    return HasilSimpan(of(HasilCoklit.SESUAI), *changed, len(isian.baru))


def _demand_lines(session: "Session", nomor: int) -> dict[int, int]:
    lines = store.read_lines(session, nomor)
    if not lines:
        raise StateError("Lembar coklit ini tidak ada.", "Cocokkan nomor lembar dengan kertas.")
    return lines
