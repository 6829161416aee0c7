from pathlib import Path

from pilkades_desk.kits.storage.election_file import alone
from pilkades_desk.kits.storage.swap import (
    PLAN,
    SET_ASIDE,
    STAGING,
    Interrupted,
    decide,
    finish,
)

NAMES = (("a.db", ("a.db-wal",)), ("a.json", ()))
ASIDE = f"{SET_ASIDE}-20261201-010000"


def put(folder: Path, **contents: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name.replace("_", ".")).write_text(content)


def read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def test_decided_files_take_their_places_and_those_before_are_kept(tmp_path: Path) -> None:
    put(tmp_path, a_db="lama", a_json="lama")
    (tmp_path / "a.db-wal").write_text("jurnal lama")
    put(tmp_path / STAGING, a_db="baru", a_json="baru", sisa="x")
    decide(tmp_path, ASIDE)
    assert finish(tmp_path, NAMES) is Interrupted.FINISHED
    assert read(tmp_path) == {"a.db": "baru", "a.json": "baru", "a.pakai": ""}
    assert read(tmp_path / ASIDE) == {"a.db": "lama", "a.db-wal": "jurnal lama", "a.json": "lama"}
    assert read(tmp_path / STAGING) == {}


def test_undecided_files_are_dropped_and_nothing_changes(tmp_path: Path) -> None:
    put(tmp_path, a_db="lama")
    put(tmp_path / STAGING, a_db="baru")
    assert finish(tmp_path, NAMES) is Interrupted.DROPPED
    assert read(tmp_path)["a.db"] == "lama"
    assert read(tmp_path / STAGING) == {}


def test_without_anything_begun_there_is_nothing_to_finish(tmp_path: Path) -> None:
    assert finish(tmp_path, NAMES) is Interrupted.NOTHING
    assert list(tmp_path.iterdir()) == []


def test_a_journal_of_the_new_file_is_not_set_aside(tmp_path: Path) -> None:
    put(tmp_path, a_db="baru", a_json="lama")
    (tmp_path / "a.db-wal").write_text("jurnal baru")
    put(tmp_path / STAGING, a_json="baru")
    decide(tmp_path, ASIDE)
    finish(tmp_path, NAMES)
    assert (tmp_path / "a.db-wal").read_text() == "jurnal baru"
    assert read(tmp_path / ASIDE) == {"a.json": "lama"}


def test_a_plan_that_cannot_be_read_still_decides(tmp_path: Path) -> None:
    put(tmp_path, a_db="lama")
    put(tmp_path / STAGING, a_db="baru")
    (tmp_path / PLAN).write_bytes(b"../../lain")
    assert finish(tmp_path, NAMES) is Interrupted.FINISHED
    assert read(tmp_path / SET_ASIDE) == {"a.db": "lama"}


def test_nothing_set_aside_is_written_over(tmp_path: Path) -> None:
    put(tmp_path / ASIDE, a_db="lebih lama")
    put(tmp_path, a_db="lama")
    put(tmp_path / STAGING, a_db="baru")
    decide(tmp_path, ASIDE)
    finish(tmp_path, NAMES)
    assert read(tmp_path / ASIDE) == {"a.db": "lebih lama", "a.db.1": "lama"}


def test_another_program_at_it_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path / STAGING, a_db="baru")
    with alone(tmp_path / "a.db"):
        assert finish(tmp_path, NAMES) is Interrupted.NOTHING
    assert read(tmp_path / STAGING) == {"a.db": "baru"}
