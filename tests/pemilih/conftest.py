"""One village with three accounts, copied for each test that asks for a desk."""

import shutil
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.pemilih import usecases
from tests.makers import KETUA, make_clock, make_meja, make_operators
from tests.pemilih.dpt_makers import lock
from tests.pemilih.kpu_sheet import write_rows


@pytest.fixture(scope="module")
def village(tmp_path_factory) -> Path:
    """A closed election, made once."""
    folder = tmp_path_factory.mktemp("desa")
    meja = make_meja(folder)
    make_operators(meja)
    meja.close()
    return folder / "pemilihan"


@pytest.fixture
def meja(village: Path, tmp_path: Path):
    folder = Path(shutil.copytree(village, tmp_path / "pemilihan"))
    meja = log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
    yield meja
    meja.close()


@pytest.fixture
def desk(meja, tmp_path):
    """Four in the DPS, locked."""
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}, {}, {}))
    usecases.set_dps(meja)
    lock(meja)
    return meja
