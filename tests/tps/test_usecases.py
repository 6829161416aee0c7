from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError  # noqa: TID251 -- what a trigger says

from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.usecases import dpt_preview, import_sheet, lock_dpt, set_dps
from pilkades_desk.tps.usecases import (
    check_units,
    lock_units,
    plan_digest,
    plan_units,
    read_pembagian,
    read_rencana,
    read_status,
    read_unit_pemilih,
    read_units,
)
from pilkades_desk.tps.values import ModelUnit
from tests.makers import approve_both, make_meja, make_operators

HOMES = ((1, 1, 20), (1, 2, 40), (2, 1, 30), (2, 2, 30))
HEAD = "NKK;NIK;NAMA;TEMPAT LAHIR;TANGGAL LAHIR;STS KAWIN;KELAMIN;ALAMAT;RT;RW"


def write_sheet(path: Path) -> Path:
    """Invented voters, two to a family, men and women by turns."""
    rows = [HEAD]
    for rw, rt, count in HOMES:
        for i in range(count):
            n, sex = len(rows), "LP"[i % 2]
            day = "41" if sex == "P" else "01"
            rows.append(
                f"33990120010{rw}{rt}{i // 2:03d};339901{day}0180{n:04d};Pemilih Rekaan {n};"
                f"Sukamaju;01|01|1980;S;{sex};Jl. Melati;{rt:03d};{rw:03d}"
            )
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def open_desks(folder: Path) -> tuple[Meja, Meja]:
    """The ketua's and an operator's desk at one file with a locked DPT of 120 voters."""
    meja = make_meja(folder)
    operator, _ = make_operators(meja)
    assert import_sheet(meja, write_sheet(folder / "pemilih.csv")).diterima == 120
    set_dps(meja)
    lock_dpt(meja, approve_both(meja, operator, Aksi.KUNCI_DPT, dpt_preview(meja).segel))
    return meja, operator


@pytest.fixture(scope="module")
def meja(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    """One desk for all tests that only add plans: each looks at the newest."""
    meja, _ = open_desks(tmp_path_factory.mktemp("tps"))
    yield meja
    meja.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[tuple[Meja, Meja]]:
    """Desks of their own for the tests that lock."""
    meja, operator = open_desks(tmp_path)
    yield meja, operator
    meja.close()


@pytest.mark.syarat("S-406")
def test_units_need_a_locked_dpt(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    with pytest.raises(StateError, match="DPT belum dikunci"):
        plan_units(meja, 2)
    meja.close()


def test_a_plan_is_read_as_it_was_made(meja: Meja) -> None:
    units = plan_units(meja, 2, ["Balai Desa", "SD 1"])
    assert read_units(meja) == units
    assert [(unit.nama, unit.lokasi, unit.dpt) for unit in units] == [
        ("TPS 1", "Balai Desa", 60),
        ("TPS 2", "SD 1", 60),
    ]


def test_men_women_and_sheets_are_counted_by_unit(meja: Meja) -> None:
    first, _ = plan_units(meja, 2)
    assert (first.dpt_l, first.dpt_p, first.surat_suara) == (30, 30, 62)


@pytest.mark.syarat("S-401")
def test_every_voter_of_the_dpt_votes_once_under_the_number_of_the_dpt(meja: Meja) -> None:
    units = plan_units(meja, 3)
    daftar = [one for unit in units for one in read_unit_pemilih(meja, unit.nomor)]
    assert sorted(one.no_urut for one in daftar) == list(range(1, 121))


def test_the_voters_of_a_unit_live_in_its_areas(meja: Meja) -> None:
    plan_units(meja, 4)
    assert {(one.rw, one.rt) for one in read_unit_pemilih(meja, 2)} == {(1, 2)}
    assert read_units(meja)[1].wilayah == ("RT 002/RW 001",)


@pytest.mark.syarat("S-004")
def test_a_new_plan_takes_the_place_of_the_old_which_is_kept(meja: Meja) -> None:
    plan_units(meja, 2)
    old = read_rencana(meja).versi
    before = read_pembagian(meja, old)
    plan_units(meja, 3)
    assert (read_rencana(meja).versi, len(read_units(meja))) == (old + 1, 3)
    assert read_pembagian(meja, old) == before


def test_the_same_split_gives_the_same_digest(meja: Meja) -> None:
    plan_units(meja, 3)
    first = read_rencana(meja).versi
    plan_units(meja, 3)
    assert plan_digest(read_pembagian(meja, first)) == plan_digest(read_pembagian(meja, first + 1))


@pytest.mark.syarat("S-012")
def test_the_model_of_the_profile_is_recorded(meja: Meja) -> None:
    plan_units(meja, 2)
    assert read_rencana(meja).model is ModelUnit.BANYAK_TPS


def test_an_unknown_unit_is_told(meja: Meja) -> None:
    plan_units(meja, 2)
    with pytest.raises(StateError, match="TPS 3 tidak ada"):
        read_unit_pemilih(meja, 3)


def test_more_places_than_units_are_refused(meja: Meja) -> None:
    with pytest.raises(StateError, match="Lokasi"):
        plan_units(meja, 1, ["Balai Desa", "SD 1"])


@pytest.mark.syarat("S-404")
def test_w412_a_unit_below_thirty_is_warned_of(meja: Meja) -> None:
    plan_units(meja, 4)
    assert [(one.code, one.subject) for one in check_units(meja)] == [("W412", "TPS 1")]


def test_before_the_first_plan_there_is_nothing_to_read_or_lock(
    fresh: tuple[Meja, Meja],
) -> None:
    ketua, _ = fresh
    assert read_units(ketua) == ()
    for question in (read_rencana, lock_units, check_units):
        with pytest.raises(StateError, match="belum dibagi"):
            question(ketua)


@pytest.mark.syarat("S-406")
def test_the_operator_plans_the_ketua_locks_and_the_plan_stays(fresh: tuple[Meja, Meja]) -> None:
    ketua, operator = fresh
    plan_units(operator, 2)
    with pytest.raises(RightsError):
        lock_units(operator)
    assert lock_units(ketua).terkunci
    assert read_rencana(ketua).terkunci
    for change in (lambda: plan_units(ketua, 3), lambda: lock_units(ketua)):
        with pytest.raises(StateError, match="sudah dikunci"):
            change()
    assert len(read_units(ketua)) == 2


@pytest.mark.syarat("S-004")
def test_the_tables_take_no_change(fresh: tuple[Meja, Meja]) -> None:
    ketua, _ = fresh
    plan_units(ketua, 2)
    lock_units(ketua)
    for table in ("rencana_unit", "kunci_unit", "unit_hitung", "unit_pemilih"):
        with ketua.file.work() as session, pytest.raises(IntegrityError, match="append-only"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 -- named above


def test_the_status_says_how_far_the_share_out_is(fresh: tuple[Meja, Meja]) -> None:
    ketua, _ = fresh
    before = read_status(ketua)
    assert (before.rencana, before.pemilih, before.usul) == (None, 120, 1)
    units = plan_units(ketua, 2)
    assert not read_status(ketua).terkunci
    lock_units(ketua)
    assert (read_status(ketua).units, read_status(ketua).terkunci) == (units, True)
