"""A file as each former program left it is brought up to date and says the same as before."""

import shutil
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage import triggers
from pilkades_desk.kits.storage.election_file import ElectionFile, _connect
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.riwayat import verify_riwayat
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.batch.usecases import list_batches
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.dpt.usecases import read_versions
from pilkades_desk.pemilih.kini.usecases import check_kini
from pilkades_desk.pemilih.riwayat.usecases import read_history
from pilkades_desk.pemilih.riwayat.values import Babak
from pilkades_desk.pemilih.rules import seal_dpt
from pilkades_desk.pemilih.values import Saring
from pilkades_desk.tps.usecases import read_rencana
from tests.architecture.trees import ROOT
from tests.makers import KETUA, make_clock

KEY = bytes(range(32))
FORMER = ROOT / "tests/golden/skema"
"""Each a dump of an invented election, with its keyslots; the passwords are those of the makers."""


def pour(path: Path, key: bytes) -> None:
    """Make a file of version 1 from its dump."""
    raw = _connect(path, key)
    raw.executescript((FORMER / "v1.sql").read_text("utf-8"))
    raw.close()


@pytest.fixture
def meja(tmp_path: Path):
    folder = tmp_path / "pemilihan"
    folder.mkdir()
    shutil.copy(FORMER / "v1.kunci.json", folder / "pemilihan.kunci.json")
    keys = read_slots(folder / "pemilihan.kunci.json").open_slot(KETUA.nama, KETUA.sandi)
    pour(folder / "pemilihan.db", keys.file_keys[0])
    opened = log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
    yield opened
    opened.close()


def shape(file: ElectionFile) -> dict[str, object]:
    """Columns, references and indexes of every table, and everything else as it is written."""
    with file.read() as session:
        run = session.connection().exec_driver_sql
        found: dict[str, object] = {}
        rows = run("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        for kind, name, sql in rows:
            if kind != "table" or "VIRTUAL" in sql:
                found[name] = " ".join(sql.split())
            elif not name.startswith("pemilih_cari_"):
                columns = [(*row[1:4], row[5]) for row in run(f"PRAGMA table_xinfo({name})")]
                refers = sorted(tuple(row[2:5]) for row in run(f"PRAGMA foreign_key_list({name})"))
                unique = sorted(
                    (row[2], [each[2] for each in run(f"PRAGMA index_info({row[1]})")])
                    for row in run(f"PRAGMA index_list({name})")
                )
                found[name] = (columns, refers, unique)
    return found


def test_an_upgraded_file_is_built_like_a_new_one(tmp_path: Path) -> None:
    pour(tmp_path / "pemilihan.db", KEY)
    old = ElectionFile.open(tmp_path / "pemilihan.db", KEY, SCHEMA)
    new = ElectionFile.create(tmp_path / "baru.db", KEY, SCHEMA)
    before, after = shape(old), shape(new)
    assert before.keys() == after.keys()
    assert {name for name in after if before[name] != after[name]} == set()
    with old.read() as session:
        assert triggers.missing(session.connection()) == []
    old.close()
    new.close()


def test_a_former_list_says_the_same_as_before(meja: Meja) -> None:
    assert check_kini(meja) == ()
    assert verify_riwayat(meja).utuh
    seen = usecases.summarise(meja)
    assert (seen.jumlah, seen.dicoret, seen.perlu_diperbaiki) == (8, 2, 1)
    assert [one.pemilih.coret for one in read_baris(meja, [1, 5, 6])] == ["meninggal", "", "ganda"]
    assert find_pemilih_ids(meja, Cari("baru 17")) == (9,)
    assert find_pemilih_ids(meja, Cari(status=Saring.TAMBAHAN)) == (9, 10)
    assert {one.code for one in usecases.read_warnings(meja)} == {"W221", "W222", "W230"}


def test_a_former_history_knows_who_did_what(meja: Meja) -> None:
    told = [(one.babak, one.oleh) for one in read_history(meja, 5)]
    assert told == [
        (Babak.DITERIMA, "Rini Uji"),
        (Babak.CORET, "Sutrisno Uji"),
        (Babak.BATAL_CORET, "Sutrisno Uji"),
        (Babak.DPS, ""),
        (Babak.DPT, ""),
    ]
    assert read_history(meja, 6)[1].alasan == "ganda: dengan no. 5"
    first, second = list_batches(meja)
    assert (first.oleh, first.ditolak, second.oleh) == ("Rini Uji", 3, "Sutrisno Uji")


def test_a_former_dpt_is_version_one_with_its_seal(meja: Meja) -> None:
    [only] = read_versions(meja)
    lines = pribadi.read_dpt_pemilih(meja)
    assert only.dpt.segel == seal_dpt(lines)
    assert (only.dpt.versi, only.dpt.jumlah, len(lines)) == (1, 8, 8)
    assert read_rencana(meja).segel == only.dpt.segel
