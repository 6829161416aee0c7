"""The demo in a bad place: one sentence, one hint, nothing touched."""

from pathlib import Path

from tests.app.refusals import refused_by_program
from tests.processes import POWERLESS, run_program


def test_the_demo_does_not_touch_a_folder_in_use(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("milik orang")
    told = refused_by_program(run_program("demo", "--out", tmp_path))
    assert "tidak kosong" in told.sentence
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]


def test_the_demo_does_not_take_a_file_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("milik orang")
    for out in (tmp_path / "surat.txt", tmp_path / "surat.txt" / "demo"):
        assert refused_by_program(run_program("demo", "--out", out)).hint
    assert (tmp_path / "surat.txt").read_text() == "milik orang"


def test_the_demo_names_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    answer = run_program("demo", "--out", tmp_path / "demo", before=POWERLESS)
    tmp_path.chmod(0o755)
    assert "tidak dapat ditulisi" in refused_by_program(answer).sentence
