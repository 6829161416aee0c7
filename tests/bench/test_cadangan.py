"""What a backup, its rehearsal and a restore cost a village of 10,000 voters."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.panitia.cadangan import back_up, places_of, rehearse_restore
from pilkades_desk.panitia.cadangan_pulih import preview, restore
from pilkades_desk.pemilih.usecases import import_sheet
from tests.bench.measure import middle, report
from tests.makers import KETUA, make_clock, make_meja

pytestmark = pytest.mark.bench
VOTERS, RUNS = 10_000, 3


def seconds(act: Callable[[], object]) -> float:
    began = time.monotonic()
    act()
    return time.monotonic() - began


def test_backup_rehearsal_and_restore_of_10000_voters(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    write_kpu33(tmp_path / "daftar.xlsx", 1, VOTERS)
    import_sheet(meja, tmp_path / "daftar.xlsx")
    places = places_of(meja.folder, tmp_path / "kedua", ())
    (tmp_path / "stick").mkdir()
    all_three = places_of(meja.folder, tmp_path / "kedua", [tmp_path / "stick"])
    made = middle([seconds(lambda: back_up(meja, SCHEMA, all_three)) for _ in range(RUNS)])
    tried = middle([seconds(lambda: rehearse_restore(meja, SCHEMA, places)) for _ in range(RUNS)])
    path = places[0].folder / back_up(meja, SCHEMA, places).catatan.nama
    meja.close()
    people = ((KETUA.nama, KETUA.sandi),)
    clock = make_clock()

    def put() -> None:
        restore(meja.folder, preview(meja.folder, path, SCHEMA, "desa"), people, SCHEMA, clock)

    back = middle([seconds(put) for _ in range(RUNS)])
    size = path.stat().st_size / 1e6
    report(f"backup to three places, 10.000 voters ({size:.1f} MB)", f"{made:.2f} s", "≤ 5 s")
    report("rehearsed restore, 10.000 voters", f"{tried:.2f} s", "≤ 30 s")
    report("preview and restore, 10.000 voters", f"{back:.2f} s", "≤ 30 s")
    assert made <= 5
    assert max(tried, back) <= 30
