"""`cadangan` and `pulihkan` as somebody types them; passwords on standard input."""

import io
import sys
from pathlib import Path

import pytest

from pilkades_desk.app.cli import main
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.kits.storage.backup import is_intact
from pilkades_desk.panitia.akun import add_account
from pilkades_desk.panitia.usecases import log_in
from tests.makers import KETUA, OPERATOR_1, make_clock, make_meja
from tests.penerimaan.makers import PENGESAH, make_desk

Patch = pytest.MonkeyPatch
Capture = pytest.CaptureFixture[str]


def say(
    monkeypatch: Patch,
    capsys: Capture,
    words: list[str],
    *typed: str,
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{one}\n" for one in typed)))
    code = main(words)
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    meja = make_meja(tmp_path)
    add_account(meja, KETUA.sandi, OPERATOR_1)
    meja.close()
    return meja.folder


def test_backing_up_and_restoring_by_command(
    folder: Path,
    tmp_path: Path,
    monkeypatch: Patch,
    capsys: Capture,
) -> None:
    second = tmp_path / "kedua"
    words = ["cadangan", str(folder), "--ke", str(second)]
    code, out, err = say(monkeypatch, capsys, words, KETUA.sandi)
    assert (code, err) == (0, "")
    assert "map pemilihan, map kedua" in out
    [path] = second.iterdir()
    assert is_intact(path)

    new = tmp_path / "laptop-baru"
    words = ["pulihkan", str(path), str(new)]
    code, out, err = say(monkeypatch, capsys, words, KETUA.sandi, OPERATOR_1.sandi)
    assert (code, err) == (0, "")
    assert "Sukamaju" in out
    assert "Berkas sekarang: belum ada" in out
    assert out.splitlines()[-1] == "Dipulihkan."
    log_in(new, KETUA.nama, KETUA.sandi, SCHEMA, make_clock()).close()


def test_a_kabupaten_desk_is_backed_up_alike(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    desk = make_desk(tmp_path).meja
    desk.close()
    words = ["cadangan", str(desk.folder), "--ke", str(tmp_path / "kedua")]
    code, out, _ = say(monkeypatch, capsys, words, PENGESAH.sandi)
    assert (code, "PKD-CADANGAN-3399-" in out) == (0, True)
    [path] = (tmp_path / "kedua").iterdir()
    words = ["pulihkan", str(path), str(desk.folder)]
    code, out, _ = say(monkeypatch, capsys, words, PENGESAH.sandi)
    assert (code, "sebelum-pulih" in out) == (0, True)


@pytest.mark.parametrize("typed", [(), ("salah salah salah",)])
def test_a_missing_or_wrong_password_is_one_sentence_and_a_hint(
    folder: Path, typed: tuple[str, ...],
    monkeypatch: Patch, capsys: Capture,
) -> None:  # fmt: skip
    code, out, err = say(monkeypatch, capsys, ["cadangan", str(folder)], *typed)
    assert (code, out, len(err.splitlines())) == (1, "", 2)


def test_a_place_that_refuses_is_told_and_the_code_says_so(
    folder: Path,
    tmp_path: Path,
    monkeypatch: Patch,
    capsys: Capture,
) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    words = ["cadangan", str(folder), "--ke", str(tmp_path / "berkas" / "map")]
    code, out, err = say(monkeypatch, capsys, words, KETUA.sandi)
    assert (code, len(err.splitlines())) == (1, 2)
    assert "map pemilihan." in out
    assert "map kedua" in err


@pytest.mark.parametrize(("name", "told"), [("lupa", "tidak ada."), ("", "tidak terbaca.")])
def test_a_backup_that_cannot_be_read_is_not_said_to_be_written(
    folder: Path, tmp_path: Path, name: str, told: str, monkeypatch: Patch, capsys: Capture
) -> None:
    code, out, err = say(monkeypatch, capsys, ["pulihkan", str(tmp_path / name), str(folder)])
    sentence, hint = err.splitlines()
    assert (code, out, sentence.endswith(told)) == (1, "", True)
    assert hint.startswith("Periksa")


def test_a_present_file_whose_keys_are_lost_is_not_said_to_be_missing(
    folder: Path, tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    words = ["cadangan", str(folder), "--ke", str(tmp_path / "kedua")]
    say(monkeypatch, capsys, words, KETUA.sandi)
    for path in folder.glob("pemilihan.kunci.*"):
        path.unlink()
    [path] = (tmp_path / "kedua").iterdir()
    words = ["pulihkan", str(path), str(folder)]
    code, out, _ = say(monkeypatch, capsys, words, KETUA.sandi, OPERATOR_1.sandi)
    assert (code, "Berkas sekarang: tidak terbaca" in out) == (0, True)
    assert "Berkas sebelumnya ada di map sebelum-pulih" in out


def test_what_is_no_backup_is_refused(folder: Path, monkeypatch: Patch, capsys: Capture) -> None:
    words = ["pulihkan", __file__, str(folder)]
    code, out, err = say(monkeypatch, capsys, words)
    assert (code, out) == (1, "")
    assert err.startswith("Ini bukan berkas cadangan.")
