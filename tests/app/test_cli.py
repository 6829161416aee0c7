from pathlib import Path

import pytest

from pilkades_desk.app.cli import COMMANDS, main, parse
from tests.processes import run_program


def refused_words(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as stop:
        parse(words)
    assert stop.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("word", [*COMMANDS, "--out", "--pemilih"])
def test_help_names_every_command(capsys: pytest.CaptureFixture[str], word: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["demo", "--help"] if word.startswith("--") else ["--help"])
    assert stop.value.code == 0
    assert word in capsys.readouterr().out


def test_a_bare_path_opens_it() -> None:
    assert parse(["/srv/pemilihan"]) == parse(["buka", "/srv/pemilihan"])


def test_no_word_opens_the_window_over_the_users_own_folder() -> None:
    bare, opened = parse([]), parse(["buka", "a"])
    assert (bare.jalankan, bare.folder) == (opened.jalankan, None)


def test_a_folder_named_like_a_command_is_opened_with_a_dot() -> None:
    assert parse(["./demo"]).folder == Path("demo")


def test_the_desk_opens_with_or_without_a_folder() -> None:
    assert (parse(["meja"]).folder, parse(["meja", "a"]).folder) == (None, Path("a"))


def test_the_demo_plays_3000_voters_in_6_units_unless_told_otherwise() -> None:
    options = parse(["demo"])
    assert (options.pemilih, options.tps, options.seed, options.out) == (3000, 6, 1, None)


def test_the_demo_takes_its_figures() -> None:
    options = parse(
        ["demo", "--pemilih", "50", "--tps", "120", "--seed", "9", "--json", "--out", "a"]
    )
    assert (options.pemilih, options.tps, options.seed) == (50, 120, 9)
    assert (options.json, options.out) == (True, Path("a"))


@pytest.mark.parametrize("words", ["--pemilih 49", "--pemilih 60001", "--tps 0", "--tps 121"])
def test_a_figure_out_of_range_is_refused(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "harus antara" in refused_words(capsys, "demo", *words.split())


def test_a_figure_that_is_no_number_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "'banyak' bukan bilangan" in refused_words(capsys, "demo", "--pemilih", "banyak")


@pytest.mark.parametrize("words", ["--salah", "demo --salah", "periksa", "periksa surat a", "buka"])
def test_unknown_or_missing_words_are_refused(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "pilkades-desk" in refused_words(capsys, *words.split())


@pytest.mark.parametrize("words", [("buka",), (), ("meja",)], ids=["buka", "langsung", "meja"])
def test_a_file_is_no_election_folder(words: tuple[str, ...], tmp_path: Path) -> None:
    bundle = tmp_path / "hasil.pilkades"
    bundle.write_bytes(b"PK")
    answer = run_program(*words, bundle)
    sentence, hint = answer.stderr.splitlines()
    assert (answer.returncode, sentence) == (1, "'hasil.pilkades' bukan map.")
    assert "periksa paket" in hint


def test_a_failure_is_two_lines_and_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "paket", "tidak-ada.pilkades"]) == 1
    sentence, hint = capsys.readouterr().err.splitlines()
    assert sentence.endswith(".")
    assert hint.endswith(".")


def test_a_failure_prints_nothing_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    main(["periksa", "paket", "tidak-ada.pilkades"])
    assert capsys.readouterr().out == ""
