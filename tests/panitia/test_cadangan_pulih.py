"""Restoring: what is shown first, who must agree, and that no moment leaves nothing to open."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core import files
from pilkades_desk.core.errors import AccessError, BackupError, PilkadesError, RightsError
from pilkades_desk.core.files import System
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.swap import PLAN, SET_ASIDE, STAGING
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME, finish_restore
from pilkades_desk.panitia.akun import add_account
from pilkades_desk.panitia.cadangan import back_up, places_of
from pilkades_desk.panitia.cadangan_pulih import Dipulihkan, preview, restore
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import create_pemilihan, log_in
from tests.makers import DESA, KETUA, OPERATOR_1, make_clock, make_meja

ALONE = ((KETUA.nama, KETUA.sandi),)
BOTH = (*ALONE, (OPERATOR_1.nama, OPERATOR_1.sandi))


@dataclass(frozen=True)
class Made:
    """A closed election with one backup, and the heads of backup and file."""

    folder: Path
    backup: Path
    old: str
    now: str


def make(tmp_path: Path, *, second: bool = False) -> Made:
    """A village that was backed up and then went two steps on."""
    meja = make_meja(tmp_path)
    if second:
        add_account(meja, KETUA.sandi, OPERATOR_1)
    old = meja.head().full
    places = places_of(meja.folder, None, ())
    backup = places[0].folder / back_up(meja, SCHEMA, places).catatan.nama
    step(meja)
    now = meja.head().full
    meja.close()
    return Made(meja.folder, backup, old, now)


def step(meja: Meja) -> None:
    with meja.act(Aksi.BAGI_UNIT) as act:
        act.record("coba")
        act.commit()


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make(tmp_path)


def run(
    made: Made, people: tuple[tuple[str, str], ...] = ALONE, to: Path | None = None
) -> Dipulihkan:
    folder = to or made.folder
    return restore(
        folder, preview(folder, made.backup, SCHEMA, "desa"), people, SCHEMA, make_clock()
    )


def opened(folder: Path) -> Meja:
    return log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())


def entries(meja: Meja) -> list[dict[str, Any]]:
    with meja.read() as session:
        return [json.loads(entry.body) for entry in audit_log.read_entries(session)]


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(BackupError) as refused:
        act()
    assert refused.value.hint
    return refused.value.code


def test_the_preview_says_whose_it_is_and_what_would_be_lost(made: Made) -> None:
    seen = preview(made.folder, made.backup, SCHEMA, "desa")
    assert seen.about.asal.nama == DESA.desa
    assert (seen.about.kepala.full, seen.akun) == (made.old, (KETUA.nama,))
    assert [one.code for one in seen.temuan] == ["W134"]
    assert "2 langkah" in seen.temuan[0].text


@pytest.mark.syarat("S-132")
def test_a_restored_file_begins_with_who_restored_it_and_from_what(made: Made) -> None:
    done = run(made)
    meja = opened(made.folder)
    seq = int(made.old.split("-")[0])
    first = entries(meja)[seq]
    meja.close()
    assert (first["aksi"], first["akun"]) == ("pulihkan-cadangan", 1)
    assert (first["kepala_baru"], first["kepala_lama"]) == (made.old, made.now)
    assert done.kepala_lama == made.now


def test_the_files_before_are_set_aside_and_still_open(made: Made) -> None:
    done = run(made)
    assert done.disisihkan.name.startswith(SET_ASIDE)
    before = opened(done.disisihkan)
    assert "bagi-unit" in [one["aksi"] for one in entries(before)]
    before.close()
    assert list((made.folder / STAGING).iterdir()) == []
    assert not (made.folder / PLAN).exists()


def test_a_backup_restores_into_an_empty_folder(made: Made, tmp_path: Path) -> None:
    new = tmp_path / "laptop-baru"
    assert preview(new, made.backup, SCHEMA, "desa").temuan == ()
    run(made, to=new)
    meja = opened(new)
    assert meja.pemilihan.desa == DESA.desa
    meja.close()


@pytest.mark.parametrize("lost", [FILE_NAME, SLOTS_NAME])
def test_a_lost_or_damaged_file_is_no_hindrance(made: Made, lost: str) -> None:
    (made.folder / lost).write_bytes(b"rusak" * 2000)
    run(made)
    opened(made.folder).close()


@pytest.mark.syarat("S-132")
def test_two_accounts_need_two_people(tmp_path: Path) -> None:
    made = make(tmp_path, second=True)
    with pytest.raises(RightsError, match="dua orang"):
        run(made)
    assert opened_head(made.folder) >= made.now.split("-")[0]
    run(made, BOTH)
    meja = opened(made.folder)
    first = entries(meja)[int(made.old.split("-")[0])]
    meja.close()
    assert [one["akun_id"] for one in first["setuju"]] == [1, 2]


@pytest.mark.syarat("S-006", "S-132")
def test_a_backup_older_than_the_second_account_needs_its_password_all_the_same(
    tmp_path: Path,
) -> None:
    made = make(tmp_path)
    meja = opened(made.folder)
    add_account(meja, KETUA.sandi, OPERATOR_1)
    meja.close()
    before = (made.folder / FILE_NAME).read_bytes()
    with pytest.raises(RightsError, match="dua orang"):
        run(made)
    with pytest.raises(AccessError):
        run(made, (*ALONE, (OPERATOR_1.nama, "salah salah salah")))
    assert (made.folder / FILE_NAME).read_bytes() == before
    run(made, (*ALONE, BOTH[1]))
    opened(made.folder).close()


def test_an_operator_restores_nothing_alone(tmp_path: Path) -> None:
    made = make(tmp_path, second=True)
    before = (made.folder / FILE_NAME).read_bytes()
    with pytest.raises(RightsError, match="dua orang"):
        run(made, (BOTH[1],))
    assert (made.folder / FILE_NAME).read_bytes() == before


def test_the_second_person_may_be_named_first(tmp_path: Path) -> None:
    made = make(tmp_path, second=True)
    run(made, (BOTH[1], BOTH[0]))
    opened(made.folder).close()


def opened_head(folder: Path) -> str:
    meja = opened(folder)
    head = meja.head().full.split("-")[0]
    meja.close()
    return head


def test_a_wrong_password_changes_nothing_and_is_counted(made: Made) -> None:
    before = (made.folder / FILE_NAME).read_bytes()
    for _ in range(5):
        with pytest.raises(AccessError, match="ketua"):
            run(made, ((KETUA.nama, "salah salah salah"),))
    with pytest.raises(AccessError, match="tunggu"):
        run(made)
    assert (made.folder / FILE_NAME).read_bytes() == before
    assert list((made.folder / STAGING).iterdir()) == []


@pytest.mark.syarat("S-131")
def test_a_backup_of_another_election_is_refused_here(made: Made, tmp_path: Path) -> None:
    other = create_pemilihan(tmp_path / "lain", DESA, KETUA, SCHEMA, make_clock()).meja
    other.close()
    assert code_of(lambda: preview(other.folder, made.backup, SCHEMA, "desa")) == "E132"


def test_a_village_backup_is_refused_at_the_kabupaten(made: Made) -> None:
    assert code_of(lambda: preview(made.folder, made.backup, SCHEMA, "kabupaten")) == "E135"


def test_a_backup_of_a_newer_program_is_refused(made: Made) -> None:
    from dataclasses import replace

    older = replace(SCHEMA, version=0)
    assert code_of(lambda: preview(made.folder, made.backup, older, "desa")) == "E133"


def test_a_file_exchanged_after_the_preview_is_refused(made: Made, tmp_path: Path) -> None:
    seen = preview(made.folder, made.backup, SCHEMA, "desa")
    meja = opened(made.folder)
    places = places_of(tmp_path / "kedua", None, ())
    newer = places[0].folder / back_up(meja, SCHEMA, places).catatan.nama
    meja.close()
    made.backup.write_bytes(newer.read_bytes())
    assert code_of(lambda: restore(made.folder, seen, ALONE, SCHEMA, make_clock())) == "E131"


@pytest.mark.syarat("S-131")
def test_a_half_copied_or_flipped_backup_is_refused(made: Made) -> None:
    whole = made.backup.read_bytes()
    for wrong in (whole[:-1], whole[: len(whole) // 2], whole[:40], whole + b"x", b""):
        made.backup.write_bytes(wrong)
        code = code_of(lambda: preview(made.folder, made.backup, SCHEMA, "desa"))
        assert code in {"E130", "E131"}
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << (place % 8)
        made.backup.write_bytes(flipped)
        code = code_of(lambda: preview(made.folder, made.backup, SCHEMA, "desa"))
        assert code in {"E130", "E131", "E133"}


class CutOff(Exception):  # noqa: N818 -- names what happened
    """The plug was pulled."""


class CuttingSystem(System):
    """Lets the n-th change of a file happen, and nothing after it."""

    def __init__(self, at: int) -> None:
        self.calls = 0
        self._at = at

    def _count(self) -> None:
        if self._at and self.calls > self._at:
            raise CutOff
        self.calls += 1

    def _after(self) -> None:
        if self.calls == self._at:
            self.calls += 1
            raise CutOff

    def open(self, path: Path, mode: str) -> IO[bytes]:
        self._count()
        return super().open(path, mode)

    def write(self, stream: IO[bytes], piece: bytes) -> None:
        self._count()
        super().write(stream, piece)
        self._after()

    def flush(self, stream: IO[bytes]) -> None:
        self._count()
        super().flush(stream)
        self._after()

    def replace(self, part: Path, path: Path) -> None:
        self._count()
        super().replace(part, path)
        self._after()

    def remove(self, path: Path) -> None:
        self._count()
        super().remove(path)
        self._after()

    def make_folder(self, folder: Path) -> None:
        self._count()
        super().make_folder(folder)
        self._after()


@pytest.fixture
def usual() -> Iterator[None]:
    before = files.system
    yield
    files.system = before


@pytest.mark.syarat("S-133")
def test_a_restore_cut_off_anywhere_leaves_the_old_or_the_new_file_and_says_which(
    made: Made, usual: None
) -> None:
    """One folder is restored over and over, each time cut off one change later."""
    seen = preview(made.folder, made.backup, SCHEMA, "desa")
    told, at = set(), 0
    while True:
        at += 1
        files.system = CuttingSystem(at)
        with suppress(CutOff, PilkadesError):
            restore(made.folder, seen, ALONE, SCHEMA, make_clock())
        cut = files.system.calls > at
        files.system = System()
        told |= {one.code for one in finish_restore(made.folder)}
        meja = opened(made.folder)
        last = [one["aksi"] for one in entries(meja)]
        step(meja)
        meja.close()
        assert {"bagi-unit", "pulihkan-cadangan"} & set(last)
        assert list((made.folder / STAGING).glob("*")) == []
        if not cut:
            break
    assert at > 20
    assert told == {"W132", "W133"}
    aside = [path for path in made.folder.iterdir() if path.name.startswith(SET_ASIDE)]
    assert aside
