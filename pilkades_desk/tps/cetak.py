"""Printing the lists of the units: DPT, attendance, invitations and their recaps.

Each list is one act, logged by form, unit, count and digest, never by a name.
"""

import base64
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.data_code import sidik
from pilkades_desk.panitia.naskah.tercetak import identify
from pilkades_desk.panitia.naskah.values import IsiUmum
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.content import Tujuan
from pilkades_desk.tps import store
from pilkades_desk.tps.compose import (
    compose_f08,
    compose_f10,
    compose_f18,
    compose_f18b,
    compose_unit_f06,
    locked_units,
)
from pilkades_desk.tps.content import IsiF18
from pilkades_desk.tps.usecases import read_unit_pemilih
from pilkades_desk.tps.values import Daftar, LembarUndangan, UnitHitung

CODE_BYTES = 10
"""80 bits."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    isi: IsiUmum
    count: int
    pdf: bytes


def print_lists(
    meja: Meja, daftar: Daftar, units: Sequence[int], progress: Progress = quiet
) -> tuple[Cetakan, ...]:
    """Print one list for each of these units, in their order; none means all (S-407).

    What was printed before it is stopped stays in the log, and codes given out stay valid.

    Raises:
        StateError: the plan is not locked, a unit is unknown, or nobody is there to sign.
    """
    meja.demand(Aksi.CETAK_DAFTAR)
    every = {unit.nomor: unit for unit in locked_units(meja)}
    unknown = sorted(set(units) - every.keys())
    if unknown:
        raise StateError(f"TPS {unknown[0]} tidak ada.", f"Pilih TPS 1 sampai {len(every)}.")
    if not daftar.per_unit:
        return (_print_recap(meja, daftar),)
    chosen = [every[nomor] for nomor in units or every]
    scale = sum(unit.dpt for unit in chosen)
    printed: list[Cetakan] = []
    done = 0
    for unit in chosen:
        step = _after(progress, done, scale)
        act = _print_invitations if daftar is Daftar.UNDANGAN else _PRINT_UNIT[daftar]
        printed.append(act(meja, unit, step))
        done += unit.dpt
    return tuple(printed)


def find_invited(meja: Meja, kode: str) -> int | None:
    """Give the number of the DPT of an invitation's code; None when it is none of ours (S-408)."""
    with meja.read() as session:
        return store.find_undangan(session, code_hash(kode))


def code_hash(kode: str) -> str:
    """Give what is stored and handed on of a code: it finds the voter, it makes no invitation."""
    return sha256_hex(b"pilkades-desk/undangan/v1\n" + kode.encode("ascii"))


def new_code() -> str:
    """Give 80 bits of chance in base32, sixteen letters and digits."""
    return base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode("ascii")


def _print_invitations(meja: Meja, unit: UnitHitung, progress: Progress) -> Cetakan:
    """Print a unit's invitations; printed again they are the same to the byte (S-408)."""
    from pilkades_desk.tps.pdf.f18 import draw_f18

    with meja.read() as session:
        before = store.read_undangan(session, unit.nomor)
    if before is not None:
        isi = IsiF18.model_validate_json(before.isi)
    else:
        lines = read_unit_pemilih(meja, unit.nomor)
        isi = compose_f18(meja, unit, {line.no_urut: new_code() for line in lines})
    pdf = draw_f18(isi, progress)
    with meja.act(Aksi.CETAK_DAFTAR) as act:
        there = store.read_undangan(act.session, unit.nomor)
        if (there is None) != (before is None):
            raise StateError("Undangan TPS ini baru saja dicetak.", "Cetak sekali lagi.")
        if there is None:
            lembar = LembarUndangan(
                nomor=unit.nomor,
                isi=canonical(isi.model_dump(mode="json")),
                sidik=sidik(isi),
                dibuat=utc_text(act.now),
            )
            codes = [(baris.no_dpt, code_hash(baris.kode)) for baris in isi.baris]
            store.add_undangan(act.session, lembar, act.akun.id, codes)
        act.record(f"cetak/{isi.dok}", jumlah=len(isi.baris), sidik=sidik(isi))
        act.commit()
    return _cetakan(_Drawn(isi, len(isi.baris), pdf), Daftar.UNDANGAN, unit)


def _print_dpt(meja: Meja, unit: UnitHitung, progress: Progress) -> Cetakan:
    return _print_f06(meja, unit, (Daftar.DPT, Tujuan.KERJA), progress)


def _print_public(meja: Meja, unit: UnitHitung, progress: Progress) -> Cetakan:
    return _print_f06(meja, unit, (Daftar.PENGUMUMAN, Tujuan.UMUM), progress)


def _print_f06(
    meja: Meja, unit: UnitHitung, kind: tuple[Daftar, Tujuan], progress: Progress
) -> Cetakan:
    from pilkades_desk.pemilih.pdf.daftar import draw_daftar

    isi = compose_unit_f06(meja, unit, kind[1])
    drawn = _Drawn(isi, len(isi.baris), draw_daftar(isi, progress))
    return _cetakan(_log(meja, drawn), kind[0], unit)


def _print_attendance(meja: Meja, unit: UnitHitung, progress: Progress) -> Cetakan:
    from pilkades_desk.tps.pdf.f10 import draw_f10

    isi = compose_f10(meja, unit)
    drawn = _Drawn(isi, len(isi.baris), draw_f10(isi, progress))
    return _cetakan(_log(meja, drawn), Daftar.HADIR, unit)


def _print_recap(meja: Meja, daftar: Daftar) -> Cetakan:
    from pilkades_desk.pemilih.pdf.daftar import draw_f08
    from pilkades_desk.tps.pdf.f18 import draw_f18b

    if daftar is Daftar.REKAP_DPT:
        recap = compose_f08(meja)
        return _cetakan(_log(meja, _Drawn(recap, len(recap.rekap), draw_f08(recap))), daftar)
    invited = compose_f18b(meja)
    return _cetakan(_log(meja, _Drawn(invited, len(invited.baris), draw_f18b(invited))), daftar)


def _log(meja: Meja, drawn: _Drawn) -> _Drawn:
    with meja.act(Aksi.CETAK_DAFTAR) as act:
        act.record(f"cetak/{drawn.isi.dok}", jumlah=drawn.count, sidik=sidik(drawn.isi))
        act.commit()
    return drawn


_PRINT_UNIT: dict[Daftar, Callable[[Meja, UnitHitung, Progress], Cetakan]] = {
    Daftar.DPT: _print_dpt,
    Daftar.PENGUMUMAN: _print_public,
    Daftar.HADIR: _print_attendance,
}


def _after(progress: Progress, done: int, total: int) -> Progress:
    return lambda step, _of: progress(done + step, total)


def _cetakan(drawn: _Drawn, daftar: Daftar, unit: UnitHitung | None = None) -> Cetakan:
    where = f" {unit.nama}" if unit else ""
    name = f"{drawn.isi.kode}{where.replace(' ', '-')}"
    public = "-umum" if daftar is Daftar.PENGUMUMAN else ""
    title = f"{drawn.isi.naskah.judul[0]}{where}"
    which = identify(drawn.isi, unit.nomor if unit else None)
    return Cetakan(title, f"{name}{public}.pdf", drawn.pdf, which)
