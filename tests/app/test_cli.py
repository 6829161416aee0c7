import os
import subprocess
import sys
from pathlib import Path

import pytest

from pilkades_desk.app.cli import COMMANDS, NOBODY_READS, main, parse
from pilkades_desk.app.cli_words import IndonesianParser
from tests.app.refusals import refused_by_program
from tests.processes import COMMAND_LINE, ROOT, run_program

CHECKS = "'paket', 'pdf', 'qr', 'pemilih', 'daftar', 'riwayat'"


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


def test_a_command_typed_wrong_opens_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert "'dmo' bukan PERINTAH; ada 'buka'" in refused_words(capsys, "dmo")


def test_a_folder_that_is_there_needs_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pilkades").mkdir()
    assert parse(["pilkades"]) == parse(["buka", "pilkades"])


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


@pytest.mark.parametrize(("words", "reason"), [
    ("--salah", "'--salah' tidak dikenal."),
    ("demo --salah", "'--salah' tidak dikenal."),
    ("demo --pem 60", "'--pem 60' tidak dikenal."),
    ("demo --pemilih", "Nilai --pemilih belum ditulis."),
    ("demo --json=1", "--json tidak diikuti nilai."),
    ("demo --seed x", "--seed: 'x' bukan bilangan."),
    ("periksa", "APA belum ditulis."),
    ("periksa surat a", f"'surat' bukan APA; ada {CHECKS}."),
    ("periksa paket", "PAKET belum ditulis."),
    ("buka", "MAP belum ditulis."),
    ("meja a b", "'b' tidak dikenal."),
])  # fmt: skip
def test_words_that_do_not_fit_are_refused_with_the_reason_in_indonesian(
    words: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    usage, *_, sentence, hint = refused_words(capsys, *words.split()).splitlines()
    assert usage.startswith("pemakaian: pilkades-desk")
    assert sentence == f"Perintah ini salah ketik. {reason}"
    assert hint.startswith("Lihat pilkades-desk")


def test_a_reason_nobody_listed_is_left_out_and_not_said_in_english(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        IndonesianParser(prog="uji").error("conflicting option string: -h")
    assert capsys.readouterr().err.splitlines()[1:] == [
        "Perintah ini salah ketik.", "Lihat uji --help",
    ]  # fmt: skip


ENGLISH = ("usage", "options", "positional", "arguments", "show this", "exit", "error", "choose")


@pytest.mark.parametrize(
    "words", ["", "buka", "demo", "meja", "periksa", "periksa paket", "periksa pdf", "periksa qr"]
)
def test_no_help_speaks_english(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse([*words.split(), "-h"])
    said = capsys.readouterr().out
    assert "menampilkan bantuan ini" in said
    assert [word for word in ENGLISH if word in said.lower()] == []


@pytest.mark.parametrize("words", [("buka",), (), ("meja",)], ids=["buka", "langsung", "meja"])
def test_a_file_is_no_election_folder(words: tuple[str, ...], tmp_path: Path) -> None:
    bundle = tmp_path / "hasil.pilkades"
    bundle.write_bytes(b"PK")
    answer = run_program(*words, bundle)
    sentence, hint = answer.stderr.splitlines()
    assert (answer.returncode, sentence) == (1, "'hasil.pilkades' bukan map.")
    assert "periksa paket" in hint


@pytest.mark.parametrize("words", ["", "./xyz", "buka map", "meja", "meja map"])
def test_without_a_display_no_window_is_tried(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    told = refused_by_program(run_program(*words.split()))
    assert told.sentence == "Tidak ada layar, jadi jendela tidak dibuka."
    assert "--help" in told.hint


def test_a_failure_is_two_lines_and_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "paket", "tidak-ada.pilkades"]) == 1
    sentence, hint = capsys.readouterr().err.splitlines()
    assert sentence.endswith(".")
    assert hint.endswith(".")


def test_a_failure_prints_nothing_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    main(["periksa", "paket", "tidak-ada.pilkades"])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "words",
    [["--help"], ["periksa", "pdf", "README.md"], ["periksa", "pdf", "README.md", "--json"]],
)
def test_a_reader_that_goes_away_ends_every_command_quietly(words: list[str]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    command = [sys.executable, "-c", f"import sys\n{COMMAND_LINE}", *words]
    done = subprocess.run(command, stdout=writes, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    os.close(writes)
    quiet = {NOBODY_READS} if words[1:] else {0, NOBODY_READS}  # some helps take no notice
    assert done.returncode in quiet
    assert done.stderr == b""
