"""Every bad input: one sentence, one hint, nothing stored, nothing lost."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.berita_acara.usecases import export_pdf, freeze
from pilkades_desk.core.clock import SystemClock
from pilkades_desk.core.errors import (
    AccessError,
    SheetError,
    StateError,
    StorageError,
)
from pilkades_desk.kits.keybox.slots import read_slots, write_slots
from pilkades_desk.kits.storage import place
from pilkades_desk.panitia.accounts import ATTEMPTS_NAME, FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.akun import add_account
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.panitia.naskah.compose import common
from pilkades_desk.panitia.usecases import create_pemilihan, log_in
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih.pribadi import export_repair_list
from pilkades_desk.pemilih.usecases import import_sheet
from tests.app.locked import enter, make_locked
from tests.app.refusals import content_of, fill_disk, make_room, refused_by, refused_by_program
from tests.makers import DESA, KETUA, OPERATOR_1, make_clock, make_meja
from tests.penerimaan.makers import (
    make_desk,
)
from tests.processes import POWERLESS, ROOT, files_up_to, run_code

LOG_IN = """
from pathlib import Path
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.berita_acara.usecases import freeze
from pilkades_desk.core.clock import SystemClock
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.panitia.usecases import log_in
def enter():
    return log_in(Path(sys.argv[1]), "ketua", sys.argv[2], SCHEMA, SystemClock())
def tell(work):
    try:
        work()
    except PilkadesError as error:
        print(error.sentence, error.hint, sep="\\n", file=sys.stderr)
        raise SystemExit(1)
"""
HOLD = LOG_IN + 'meja = enter(); print("terbuka", flush=True); sys.stdin.read()'


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed election with a locked DPT, so that documents can be made."""
    return make_locked(tmp_path_factory.mktemp("siap"))


@pytest.fixture(scope="module")
def kept_new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    meja = make_meja(tmp_path_factory.mktemp("baru"))
    meja.close()
    return meja.folder


@pytest.fixture
def closed(kept_new: Path, tmp_path: Path) -> Path:
    """A new election, closed."""
    return Path(shutil.copytree(kept_new, tmp_path / "pemilihan"))


@pytest.fixture
def meja(closed: Path) -> Iterator[MejaAkun]:
    meja = enter(closed)
    yield meja
    meja.close()


@pytest.fixture
def ready(prepared: Path, tmp_path: Path) -> Iterator[MejaAkun]:
    """The election with a locked DPT, open."""
    meja = enter(Path(shutil.copytree(prepared, tmp_path / "siap")))
    yield meja
    meja.close()


# --- wrong password -------------------------------------------------------------------------


def test_a_wrong_password_changes_nothing(closed: Path) -> None:
    before = {path.name: path.read_bytes() for path in closed.iterdir() if path.is_file()}
    work = lambda: log_in(closed, "ketua", "bukan sandi saya", SCHEMA, SystemClock())  # noqa: E731
    assert "Kata sandi tidak cocok" in refused_by(AccessError, work).sentence
    after = {path.name: path.read_bytes() for path in closed.iterdir() if path.is_file()}
    assert set(after) - set(before) == {ATTEMPTS_NAME}  # the try is counted, nothing else
    assert {name: after[name] for name in before} == before
    enter(closed).close()


def test_an_account_cut_off_while_it_was_added_does_not_get_in(closed: Path) -> None:
    slots = read_slots(closed / SLOTS_NAME)
    secret = slots.open_slot(KETUA.nama, KETUA.sandi)
    write_slots(closed / SLOTS_NAME, slots.with_slot("operator1", OPERATOR_1.sandi, secret))
    told = refused_by(
        AccessError,
        lambda: log_in(closed, "operator1", OPERATOR_1.sandi, SCHEMA, SystemClock()),
    )
    assert "belum jadi" in told.sentence
    enter(closed).close()


def test_the_file_of_a_desk_is_no_election(tmp_path: Path) -> None:
    desk = make_desk(tmp_path).meja
    desk.close()
    told = refused_by(
        StateError,
        lambda: log_in(desk.folder, "pengesah", "sungai batu teh manis", SCHEMA, SystemClock()),
    )
    assert "meja kabupaten" in told.sentence


# --- a removable drive ----------------------------------------------------------------------


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the list of mounts calls a stick; stands in for the hardware."""
    stick = (tmp_path / "STIK").resolve()
    stick.mkdir()
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda2 / ext4 rw 0 0\n/dev/sdb1 {stick} vfat rw 0 0\n")
    monkeypatch.setattr(place, "MOUNTS", mounts)
    return stick


@pytest.mark.syarat("S-014")
def test_an_election_is_not_made_on_a_stick(stick: Path) -> None:
    told = refused_by(
        StorageError, lambda: create_pemilihan(stick / "a", DESA, KETUA, SCHEMA, make_clock())
    )
    assert "USB" in told.sentence
    assert list(stick.iterdir()) == []


@pytest.mark.syarat("S-014")
def test_an_election_is_not_opened_on_a_stick(closed: Path, stick: Path) -> None:
    moved = Path(shutil.copytree(closed, stick / "pemilihan"))
    before = (moved / FILE_NAME).read_bytes()
    assert "USB" in refused_by(StorageError, lambda: enter(moved)).sentence
    assert (moved / FILE_NAME).read_bytes() == before
    enter(closed).close()


# --- open already ---------------------------------------------------------------------------


@pytest.mark.syarat("S-014")
def test_an_election_open_in_another_process_is_not_opened_twice(closed: Path) -> None:
    command = [sys.executable, "-c", f"import sys\n{HOLD}", str(closed), KETUA.sandi]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "terbuka\n"
        told = refused_by(StorageError, lambda: enter(closed))
        other.communicate()
    assert "sedang dibuka" in told.sentence
    enter(closed).close()


def test_an_election_whose_window_was_killed_opens_again(closed: Path) -> None:
    command = [sys.executable, "-c", f"import sys\n{HOLD}", str(closed), KETUA.sandi]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "terbuka\n"
        other.kill()
    enter(closed).close()


# --- a folder that can only be read ---------------------------------------------------------


def test_an_election_in_a_read_only_folder_is_not_opened(closed: Path) -> None:
    closed.chmod(0o555)
    answer = run_code(POWERLESS + LOG_IN + "tell(enter)", closed, KETUA.sandi)
    closed.chmod(0o755)
    assert "tidak dapat ditulisi" in refused_by_program(answer).sentence
    enter(closed).close()


def test_an_election_file_that_is_read_only_is_not_opened(closed: Path) -> None:
    (closed / FILE_NAME).chmod(0o444)
    answer = run_code(POWERLESS + LOG_IN + "tell(enter)", closed, KETUA.sandi)
    (closed / FILE_NAME).chmod(0o644)
    assert "dibaca" in refused_by_program(answer).sentence
    enter(closed).close()


def test_a_folder_of_somebody_else_is_refused(closed: Path) -> None:
    closed.chmod(0o000)
    answer = run_code(POWERLESS + LOG_IN + "tell(enter)", closed, KETUA.sandi)
    closed.chmod(0o755)
    assert refused_by_program(answer).hint
    enter(closed).close()


def test_documents_are_not_written_where_a_file_is(ready: MejaAkun, tmp_path: Path) -> None:
    freeze(ready, "F-07")
    (tmp_path / "dokumen").write_bytes(b"")
    refused_by(StorageError, lambda: export_pdf(ready, tmp_path / "dokumen"))
    assert (tmp_path / "dokumen").read_bytes() == b""


def test_a_document_nobody_is_to_sign_is_not_frozen(meja: MejaAkun) -> None:
    told = refused_by(StateError, lambda: common(meja, "F-07", "F07", ()))
    assert "menandatangani" in told.sentence


# --- a full disk ----------------------------------------------------------------------------


def test_an_import_onto_a_full_disk_leaves_the_file_as_it_was(
    meja: MejaAkun, tmp_path: Path
) -> None:
    sheet = tmp_path / "pemilih.xlsx"
    expected = write_kpu33(sheet, 1, 400)
    before = content_of(meja)
    fill_disk(meja)
    told = refused_by(StorageError, lambda: import_sheet(meja, sheet))
    assert "penuh" in told.sentence
    assert content_of(meja) == before
    make_room(meja)
    assert import_sheet(meja, sheet).diterima == expected.taken


def test_an_election_that_does_not_fit_is_not_left_half_made(tmp_path: Path) -> None:
    folder = tmp_path / "pemilihan"
    with files_up_to(40_000):
        told = refused_by(
            StorageError, lambda: create_pemilihan(folder, DESA, KETUA, SCHEMA, make_clock())
        )
    assert told.hint
    assert not (folder / FILE_NAME).exists()
    assert not (folder / SLOTS_NAME).exists()
    create_pemilihan(folder, DESA, KETUA, SCHEMA, make_clock()).meja.close()


def test_an_account_that_does_not_fit_leaves_the_keyslots_whole(meja: MejaAkun) -> None:
    before, slots = content_of(meja), read_slots(meja.folder / SLOTS_NAME)
    with files_up_to(600):
        told = refused_by(StorageError, lambda: add_account(meja, KETUA.sandi, OPERATOR_1))
    assert told.sentence.startswith("Disk")
    assert (content_of(meja), read_slots(meja.folder / SLOTS_NAME)) == (before, slots)


def test_a_document_that_does_not_fit_leaves_no_half_file(ready: MejaAkun, tmp_path: Path) -> None:
    freeze(ready, "F-07")
    folder = tmp_path / "dokumen"
    folder.mkdir()
    with files_up_to(1000):
        told = refused_by(StorageError, lambda: export_pdf(ready, folder))
    assert "Disk penuh" in told.sentence
    assert list(folder.iterdir()) == []
    assert export_pdf(ready, folder)[0].read_bytes().startswith(b"%PDF")


# --- a resource that is missing or damaged --------------------------------------------------


def program_without(folder: Path, missing: str) -> Path:
    """The program with every resource but one."""
    (folder / "pilkades_desk").symlink_to(ROOT / "pilkades_desk")
    shutil.copytree(ROOT / "resources", folder / "resources")
    (folder / "resources" / missing).unlink()
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    return folder


def test_a_missing_profile_is_named_before_anything_is_made(
    elsewhere: Path, tmp_path: Path
) -> None:
    program = program_without(elsewhere, "profil/nasional-acuan.toml")
    code = "from pilkades_desk.app.cli import main; raise SystemExit(main(sys.argv[1:]))"
    answer = run_code(code, "demo", "--out", tmp_path / "demo", cwd=program)
    told = refused_by_program(answer)
    assert told.sentence == "Berkas program 'profil/nasional-acuan.toml' tidak ada."
    assert "Pasang ulang" in told.hint
    assert not (tmp_path / "demo" / "pemilihan").exists()


@pytest.mark.parametrize("missing", ["fonts/SourceSans3-Bold.ttf", "forms/f07.toml"])
def test_a_document_without_its_font_or_wording_is_not_frozen(
    prepared: Path, elsewhere: Path, tmp_path: Path, missing: str
) -> None:
    folder = Path(shutil.copytree(prepared, tmp_path / "siap"))
    meja = enter(folder)
    before = content_of(meja)
    meja.close()
    code = LOG_IN + 'tell(lambda: freeze(enter(), "F-07"))'
    answer = run_code(code, folder, KETUA.sandi, cwd=program_without(elsewhere, missing))
    assert missing in refused_by_program(answer).sentence
    meja = enter(folder)
    assert content_of(meja) == before
    meja.close()


# --- a sheet that is something else ---------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "foto"),
        (b"\x89PNG\r\n\x1a\n", "foto"),
        (b"\0\0\0\x18ftypheic", "foto"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04", "rusak"),
        (b"", "kosong"),
    ],
    ids=["jpeg", "png", "heic", "pdf", "zip", "kosong"],
)
def test_a_photo_named_like_a_sheet_is_refused(
    meja: MejaAkun, tmp_path: Path, head: bytes, word: str
) -> None:
    sheet = tmp_path / "pemilih.xlsx"
    sheet.write_bytes(head + bytes(2000) if head else b"")
    before = content_of(meja)
    assert word in refused_by(SheetError, lambda: import_sheet(meja, sheet)).sentence
    assert content_of(meja) == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_sheet_cut_off_while_copying_is_refused(
    meja: MejaAkun, tmp_path: Path, share: float
) -> None:
    sheet = tmp_path / "pemilih.xlsx"
    write_kpu33(sheet, 1, 60)
    whole = sheet.read_bytes()
    sheet.write_bytes(whole[: int(len(whole) * share)])
    before = content_of(meja)
    refused_by(SheetError, lambda: import_sheet(meja, sheet))
    assert content_of(meja) == before


def test_our_own_repair_list_is_told_from_a_list_of_voters(meja: MejaAkun, tmp_path: Path) -> None:
    sheet = tmp_path / "perbaikan.xlsx"
    sheet.write_bytes(export_repair_list(meja, TujuanAkses.PERBAIKI))
    before = content_of(meja)
    refused_by(SheetError, lambda: import_sheet(meja, sheet))
    assert content_of(meja) == before
