"""Three desks on one real encrypted election with counting units and drawn candidates."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pilkades_desk.calon import store as calon_store
from pilkades_desk.calon.store import Stamp
from pilkades_desk.calon.values import CalonBaru, StatusCalon, Undian
from pilkades_desk.core.clock import utc_text
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.dpt.store import DptRow
from pilkades_desk.pemilih.store import add_rows
from pilkades_desk.penghitungan.usecases import (
    finalise,
    finish_entry,
    read_ready,
    save_fields,
    start_entry,
)
from pilkades_desk.penghitungan.values import FormFinal
from pilkades_desk.tps import store as tps_store
from pilkades_desk.tps.values import ModelUnit, Pembagian, Rencana, UnitHitung
from tests.makers import approve_both, make_meja, make_operators
from tests.penghitungan.makers import make_form

GOOD = make_form().isi
MAJALENGKA = (370, 376, 765)


class Desks(NamedTuple):
    """One file, three people."""

    ketua: Meja
    rini: Meja
    yanto: Meja


def bare_dpt(desks: Desks) -> str:
    """A locked DPT without lines, which a count never looks at; gives its seal."""
    figures = dict.fromkeys(("jumlah_l", "jumlah_p", "jumlah_dps", "dicoret", "tambahan"), 0)
    with desks.ketua.act(Aksi.BAGI_UNIT) as act:
        words = {"segel": "0" * 64, "dari_segel": "", "alasan": "", "dikunci": utc_text(act.now)}
        add_rows(act.session, DptRow, [{"versi": 1} | figures | words])
        act.record("dpt/1")
        act.commit()
    return "0" * 64


def open_desks(
    folder: Path,
    units: Sequence[tuple[int, int, int]] = (MAJALENGKA,),
    calon: int = 2,
    *,
    locked: bool = True,
    lock_list: Callable[[Desks], str] = bare_dpt,
) -> Desks:
    """Units as (DPT L, DPT P, ballots), put straight into the tables of the steps before."""
    ketua = make_meja(folder)
    desks = Desks(ketua, *make_operators(ketua))
    _add_units(ketua, units, lock_list(desks), locked=locked)
    _add_calon(ketua, calon)
    return desks


def type_form(meja: Meja, unit: int = 1, isi: Mapping[str, int] = GOOD) -> None:
    """Type a whole form and finish."""
    start_entry(meja, unit)
    save_fields(meja, unit, isi)
    finish_entry(meja, unit)


def type_twice(desks: Desks, unit: int = 1, isi: Mapping[str, int] = GOOD) -> None:
    """Both operators type the same figures."""
    type_form(desks.rini, unit, isi)
    type_form(desks.yanto, unit, isi)


def close_form(desks: Desks, unit: int = 1) -> FormFinal:
    """The ketua and one operator approve what is ready."""
    digest = read_ready(desks.ketua, unit).digest
    approvals = approve_both(desks.ketua, desks.rini, Aksi.FINALKAN_FORM, digest)
    return finalise(desks.ketua, unit, approvals)


def _add_units(
    meja: Meja, units: Sequence[tuple[int, int, int]], segel: str, *, locked: bool
) -> None:
    plan = [
        UnitHitung(nomor=n, nama=f"TPS {n}", wilayah=(), dpt_l=men, dpt_p=women, surat_suara=sheets)
        for n, (men, women, sheets) in enumerate(units, start=1)
    ]
    parts = [Pembagian(nomor=unit.nomor, wilayah=(), no_urut=(unit.nomor,)) for unit in plan]
    with meja.act(Aksi.BAGI_UNIT) as act:
        made = utc_text(act.now)
        rencana = Rencana(versi=1, model=ModelUnit.BANYAK_TPS, segel=segel, dibuat=made)
        tps_store.add_rencana(act.session, rencana, act.akun.id)
        tps_store.add_units(act.session, 1, plan, parts)
        if locked:
            tps_store.add_kunci(act.session, 1, made, act.akun.id)
        act.record("rencana-unit/1")
        act.commit()


def _add_calon(meja: Meja, count: int) -> None:
    with meja.act(Aksi.UNDI_NOMOR) as act:
        stamp = Stamp(akun_id=act.akun.id, waktu=utc_text(act.now))
        ids = [calon_store.add_calon(act.session, act.now.date()) for _ in range(count)]
        for one in ids:
            facts = {
                "nik": f"332801010180{one:04d}", "nama": f"Calon Rekaan {one}",
                "tempat_lahir": "Sumberjati", "tanggal_lahir": "1980-01-01",
                "pendidikan": "SMA", "pekerjaan": "Petani", "alamat": "RT 001/RW 002",
            }  # fmt: skip
            calon_store.add_berkas(act.session, one, CalonBaru.model_validate(facts), "", stamp)
            calon_store.add_keputusan(act.session, one, StatusCalon.DITETAPKAN, stamp)
        drawn = (Undian(nomor=nomor, calon_id=one) for nomor, one in enumerate(ids, start=1))
        calon_store.add_undian(act.session, tuple(drawn))
        act.record("undian")
        act.commit()
