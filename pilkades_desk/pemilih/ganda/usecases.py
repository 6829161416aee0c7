"""What the committee does about doubles: look through the pairs, decide each with a reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.ganda import nik, store
from pilkades_desk.pemilih.ganda.nama import differing
from pilkades_desk.pemilih.ganda.rules import find_doubles, pair_print, record_of
from pilkades_desk.pemilih.ganda.values import (
    BARIS,
    Dugaan,
    Pasangan,
    Putusan,
    Rentang,
    Rujukan,
    Sisi,
)
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.rules import text_of
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Sebab
from pilkades_desk.pemilih.rules import mask_pemilih
from pilkades_desk.pemilih.ubah.rules import ISIAN
from pilkades_desk.pemilih.ubah.usecases import correct_in
from pilkades_desk.pemilih.usecases import (
    demand_reason,
    demand_unlocked,
    finish_repair,
    set_aside_in,
    strike_in,
)
from pilkades_desk.pemilih.values import AlasanCoret, Asal, Pemilih, PemilihFields

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


def read_ganda(meja: Meja, progress: Progress = quiet) -> tuple[Pasangan, ...]:
    """Give the pairs still to be decided, masked: same NIK first, then who looks alike (S-215).

    Raises:
        Cancelled: `progress` said stop.
    """
    near = may(meja.akun.peran, Aksi.LIHAT_DATA_PRIBADI)
    with meja.read() as session:
        same_nik = nik.read_undecided(session)
        daftar = {one.id: one for one in kini.read_pemilih(session) if not one.coret}
        places = pemilih_store.read_places(session)
        decided = store.read_putusan(session)
    found = find_doubles([record_of(one) for one in daftar.values()], progress)
    alike = (_pair(one, daftar, places, near=near) for one in _undecided(found, daftar, decided))
    return (*(_nik_pair(one, places, near=near) for one in same_nik), *alike)


def decide_ganda(meja: Meja, pasangan: Rujukan, dipakai: int, alasan: str) -> None:
    """Decide on a pair: `dipakai` is the voter kept of one person, 0 for two people (S-216).

    Of one person the other voter is struck off as GANDA, or the other row set aside; BARIS gives
    the voter what the row says. Nothing is deleted.

    Raises:
        StateError: the DPT is locked, a reason lacks or the pair has changed.
    """
    with meja.act(Aksi.PUTUSKAN_GANDA) as act:
        alasan = demand_reason(alasan)
        demand_unlocked(act.session)
        one, two = _both(act.session, pasangan)
        if dipakai:
            _leave_out(meja, act, Dipilih(pasangan, dipakai, alasan))
        putusan = Putusan.SAMA if dipakai else Putusan.BERBEDA
        number = pemilih_store.next_id(act.session, store.KeputusanGandaRow)
        row = {
            "id": number,
            "pemilih_id": pasangan.pemilih,
            "lain_id": pasangan.lain or None,
            "perbaikan_id": pasangan.perbaikan or None,
            "jejak": pair_print(one, two),
            "putusan": putusan.value,
            "dipakai": (pasangan.pemilih if dipakai == BARIS else dipakai) or None,
            "alasan": alasan,
            "akun_id": act.akun.id,
            "waktu": utc_text(act.now),
        }
        pemilih_store.add_rows(act.session, store.KeputusanGandaRow, [row])
        facts = {"pemilih": pasangan.pemilih, "lain": pasangan.lain, "baris": pasangan.perbaikan}
        act.record(f"ganda/{number}", putusan=putusan.value, dipakai=dipakai, **facts)
        act.commit()


@dataclass(frozen=True, slots=True)
class Dipilih:
    """Which record of one person is kept, and why."""

    pasangan: Rujukan
    dipakai: int
    alasan: str


def _leave_out(meja: Meja, act: Act, pilih: Dipilih) -> None:
    pair = pilih.pasangan
    if pilih.dipakai not in (pair.pemilih, pair.lain or BARIS):
        raise StateError("Yang dipakai harus salah satu dari keduanya.", "Pilih kiri atau kanan.")
    if pilih.dipakai == BARIS:
        _take_what_the_row_says(meja, act, pilih)
    elif pair.perbaikan:
        set_aside_in(act, pair.perbaikan, pilih.alasan)
    else:
        other = pair.lain if pilih.dipakai == pair.pemilih else pair.pemilih
        strike_in(act, other, AlasanCoret.GANDA, pilih.alasan, Jalur.GANDA)


def _take_what_the_row_says(meja: Meja, act: Act, pilih: Dipilih) -> None:
    """Correct the voter to what the refused row says; the row leaves the repair list as theirs."""
    pair = pilih.pasangan
    row = _both(act.session, pair)[1]
    typed = {ISIAN[name]: text_of(getattr(row, name)) for name in PemilihFields.model_fields}
    sebab = Sebab(Jenis.KOREKSI, Jalur.GANDA, pilih.alasan)
    hasil = correct_in(act, meja, {pair.pemilih: typed}, sebab)
    if hasil.ditolak:
        raise StateError(f"{hasil.temuan[0].code}: {hasil.temuan[0].text}", hasil.temuan[0].do_now)
    finish_repair(act, pair.perbaikan, pair.pemilih, pilih.alasan)


def _both(session: "Session", pasangan: Rujukan) -> tuple[PemilihFields, PemilihFields]:
    """Give what both records of a pair say now; StateError when one of them left the list."""
    one = kini.find_pemilih(session, pasangan.pemilih)
    if pasangan.perbaikan:
        found = nik.read_nik_doubles(session, pasangan.perbaikan)
        two: PemilihFields | None = found[0].baris if found and found[0].pemilih == one else None
    else:
        two = kini.find_pemilih(session, pasangan.lain)
        two = None if one is None or one.coret or two is None or two.coret else two
    if one is None or two is None:
        raise StateError("Pasangan ini sudah berubah.", "Cari lagi kemungkinan ganda.")
    return one, two


def _undecided(
    found: Iterable[Dugaan], daftar: Mapping[int, Pemilih], decided: Mapping[str, Putusan]
) -> Iterable[Dugaan]:
    """Leave out who was decided to be two people; one person taken back comes up again."""
    return (
        one
        for one in found
        if decided.get(pair_print(daftar[one.satu], daftar[one.dua])) is not Putusan.BERBEDA
    )


def _pair(
    one: Dugaan, daftar: Mapping[int, Pemilih], places: Mapping[int, str], *, near: bool
) -> Pasangan:
    left, right = daftar[one.satu], daftar[one.dua]
    marks = differing(left.nama, right.nama)
    return Pasangan(
        Rujukan(one.satu, lain=one.dua),
        _side(left, places[one.satu], marks[0], near=near),
        _side(right, places[one.dua], marks[1], near=near),
        one.temuan,
        nik_sama=left.nik == right.nik,
        kk_sama=left.kk == right.kk,
    )


def _nik_pair(one: nik.NikGanda, places: Mapping[int, str], *, near: bool) -> Pasangan:
    fields = one.baris.model_dump() | {"id": one.perbaikan, "asal": Asal.DPS}
    marks = differing(one.pemilih.nama, one.baris.nama)
    return Pasangan(
        Rujukan(one.pemilih.id, perbaikan=one.perbaikan),
        _side(one.pemilih, places[one.pemilih.id], marks[0], near=near),
        _side(Pemilih.model_validate(fields), one.letak, marks[1], near=near),
        one.temuan,
        nik_sama=one.pemilih.nik == one.baris.nik,
        kk_sama=one.pemilih.kk == one.baris.kk,
    )


def _side(pemilih: Pemilih, letak: str, beda: tuple[Rentang, ...], *, near: bool) -> Sisi:
    return Sisi(mask_pemilih(pemilih, near=near), pemilih.tempat_lahir, letak, beda)
