"""`pilkades-desk periksa riwayat` as a person types it."""

import errno
import io
import json
import shutil
from pathlib import Path

import pytest

from pilkades_desk.app.check_riwayat import check_riwayat
from pilkades_desk.app.cli import main
from pilkades_desk.core.errors import StateError
from tests.makers import KETUA, make_clock, make_meja, make_operators
from tests.penerimaan.makers import PENGESAH, Handover, copy_of, enrol, keep, make_strangers


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Standard input without a terminal; the ketua's password stands in it."""
    stdin = io.StringIO(f"{KETUA.sandi}\n")
    monkeypatch.setattr("sys.stdin", stdin)
    return stdin


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Handover:
    """A desk and a village that exchanged one bundle, both closed; and a copy from before it."""
    kept = keep(enrol(make_strangers(tmp_path_factory.mktemp("awal"))))
    both = copy_of(kept, tmp_path_factory.mktemp("riwayat"))
    both.village.file.checkpoint()
    shutil.copytree(both.village.folder, both.village.folder.with_name("lama"))
    both.send()
    both.close()
    return both


def copied(folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(folder, tmp_path / "berkas")
    return tmp_path / "berkas"


def test_a_whole_log_is_told_in_one_sentence(
    both: Handover, tmp_path: Path, typed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", "riwayat", str(copied(both.village.folder, tmp_path))]) == 0
    said = capsys.readouterr().out.splitlines()[-2:]
    assert said[0].startswith("Riwayat ")
    assert said[0].endswith(" langkah utuh.")
    assert said[1].startswith("Kepala riwayat: ")


def test_a_stick_makes_a_folder_put_back_show(
    both: Handover, tmp_path: Path, typed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copied(both.village.folder.with_name("lama"), tmp_path)
    words = ["periksa", "riwayat", str(folder), "--usb", str(both.stick.root), "--json"]
    assert main(words) == 1
    said = json.loads(capsys.readouterr().out)
    # the login wrote an entry where the export had been, so another history stands there now
    found = {each["kode"] for each in said["temuan"]} - {"W126"}  # the day this test runs on
    assert (said["utuh"], found) == (False, {"E117"})
    assert said["dibandingkan"] == 3


def test_a_stick_that_agrees_is_counted(
    both: Handover, tmp_path: Path, typed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copied(both.village.folder, tmp_path)
    assert main(["periksa", "riwayat", str(folder), "--usb", str(both.stick.root)]) == 0
    assert "Dibandingkan dengan 3 paket" in capsys.readouterr().out


def test_the_desk_s_log_is_checked_by_the_same_words(
    both: Handover, tmp_path: Path, typed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    typed.truncate(0)
    typed.seek(0)
    typed.write(f"{PENGESAH.sandi}\n")
    typed.seek(0)
    folder = copied(both.desk.folder, tmp_path)
    words = ["periksa", "riwayat", str(folder), "--akun", "pengesah", "--usb"]
    assert main([*words, str(both.stick.root)]) == 0
    assert "Dibandingkan dengan 2 paket" in capsys.readouterr().out


def test_a_wrong_password_opens_nothing(
    both: Handover, tmp_path: Path, typed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    typed.readline()
    assert main(["periksa", "riwayat", str(copied(both.village.folder, tmp_path))]) == 1
    assert "sandi" in capsys.readouterr().err


class Pulled(type(Path())):
    """A stick that fails while it is looked at."""

    fault: Exception = OSError(errno.EIO, "pulled")

    def is_dir(self) -> bool:
        raise self.fault


@pytest.mark.parametrize("fault", [OSError(errno.EIO, "pulled"), StateError("Gagal.", "Ulangi.")])
def test_a_comparison_that_fails_leaves_the_file_closed_and_is_not_taken_for_another_file(
    both: Handover, tmp_path: Path, fault: Exception
) -> None:
    folder = copied(both.village.folder, tmp_path)
    stick = Pulled(tmp_path)
    stick.fault = fault
    with pytest.raises(type(fault)) as caught:
        check_riwayat(folder, KETUA.nama, KETUA.sandi, [stick], make_clock())
    assert caught.value is fault
    assert check_riwayat(folder, KETUA.nama, KETUA.sandi, [], make_clock()).menyambung


def test_with_several_accounts_one_must_be_named(
    tmp_path: Path, typed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    meja = make_meja(tmp_path)
    make_operators(meja)
    meja.close()
    assert main(["periksa", "riwayat", str(meja.folder)]) == 1
    assert "--akun, misalnya ketua" in capsys.readouterr().err


def test_a_folder_without_an_election_is_told(
    tmp_path: Path, typed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", "riwayat", str(tmp_path)]) == 1
    assert "tidak berisi pemilihan" in capsys.readouterr().err


def test_at_a_terminal_the_password_is_not_shown(
    both: Handover, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def unseen(prompt: str) -> str:
        asked.append(prompt)
        return KETUA.sandi

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", unseen)
    assert main(["periksa", "riwayat", str(copied(both.village.folder, tmp_path))]) == 0
    assert asked == ["Kata sandi ketua: "]
