"""Damaged, cut and missing files: noticed, said in a sentence, and never shown as data."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.audit import AuditEntry
from pilkades_desk.core.errors import PilkadesError, StorageError
from pilkades_desk.kits.keybox.slots import parse_slots, read_slots
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.election_file import ElectionFile
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.akun import add_account
from pilkades_desk.panitia.meja import Meja, MejaAkun
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.values import BarisPemilih
from tests.app.locked import enter, make_locked
from tests.app.refusals import refused_by
from tests.chaos.failing_files import FULL, failing
from tests.chaos.striking import LONG
from tests.makers import KETUA, OPERATOR_1, make_meja

FLIPS = 2_000 if LONG else 200
JOURNALS = 500 if LONG else 40
LAMA = "pemilihan.kunci.lama"
Harm = Callable[[Path], None]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed election with a locked DPT."""
    return make_locked(tmp_path_factory.mktemp("utuh"))


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "pemilihan"))


def key_of(folder: Path) -> bytes:
    return read_slots(folder / SLOTS_NAME).open_slot(KETUA.nama, KETUA.sandi).file_keys[0]


# --- the database ---------------------------------------------------------------------------


def notice(path: Path, key: bytes) -> str:
    """What is said when a file is opened and looked over; empty when nothing is noticed."""
    try:
        with closing(ElectionFile.open(path, key, SCHEMA)) as file, file.read() as session:
            ask = session.connection().exec_driver_sql
            return " ".join(ask("PRAGMA cipher_integrity_check").scalars())
    except StorageError as told:
        return f"{told.sentence} {told.hint}"


@pytest.mark.syarat("S-034")
def test_every_flipped_bit_of_the_database_is_noticed(folder: Path) -> None:
    path, key, chance = folder / FILE_NAME, key_of(folder), random.Random(200)
    whole = path.read_bytes()
    assert notice(path, key) == ""
    missed = []
    for _ in range(FLIPS):
        place = chance.randrange(len(whole))
        harmed = bytearray(whole)
        harmed[place] ^= 1 << chance.randrange(8)
        path.write_bytes(harmed)
        if not notice(path, key):
            missed.append(place)
    assert missed == []


def read_voters(meja: Meja) -> tuple[BarisPemilih, ...]:
    return read_baris(meja, find_pemilih_ids(meja, Cari()))


@pytest.mark.syarat("S-034")
def test_a_damaged_page_is_never_read_as_data(folder: Path) -> None:
    with closing(enter(folder)) as meja:
        voters = read_voters(meja)
    path, key, chance = folder / FILE_NAME, key_of(folder), random.Random(19)
    whole, told = path.read_bytes(), 0
    for _ in range(40):
        harmed = bytearray(whole)
        harmed[chance.randrange(4096, len(whole))] ^= 1
        path.write_bytes(harmed)
        try:
            with closing(ElectionFile.open(path, key, SCHEMA)) as file:
                assert read_voters(replace(meja, file=file)) == voters
        except StorageError as refused:
            told += bool(refused.hint)
    assert told > 0


@pytest.mark.syarat("S-034")
@pytest.mark.parametrize("size", [0, 1, 4095])
def test_an_emptied_database_is_named_and_left_alone(folder: Path, size: int) -> None:
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes()[:size])
    assert "terpotong" in refused_by(StorageError, lambda: enter(folder)).sentence
    assert path.stat().st_size == size


# --- the journal ----------------------------------------------------------------------------


@pytest.fixture
def unclosed(folder: Path, tmp_path: Path) -> Path:
    """A copy taken while the election was open, with acts in its journal."""
    meja = enter(folder)
    for number in range(12):
        with meja.act(Aksi.MASUK) as act:
            act.record(f"coba/{number}")
            act.commit()
    copy = Path(shutil.copytree(folder, tmp_path / "mati"))
    meja.close()
    (copy / "pemilihan.pakai").unlink(missing_ok=True)
    return copy


def flipped(journal: bytes, chance: random.Random) -> bytes:
    harmed = bytearray(journal)
    harmed[chance.randrange(len(harmed))] ^= 1 << chance.randrange(8)
    return bytes(harmed)


def truncated(journal: bytes, chance: random.Random) -> bytes:
    return journal[: chance.randrange(len(journal))]


def zero_tailed(journal: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(journal))
    return journal[:place] + bytes(len(journal) - place)


def entries_of(path: Path, key: bytes) -> list[AuditEntry]:
    with closing(ElectionFile.open(path, key, SCHEMA)) as file, file.read() as session:
        audit_log.verify(session)
        ask = session.connection().exec_driver_sql
        assert ask("PRAGMA cipher_integrity_check").first() is None
        assert ask("PRAGMA integrity_check").scalars().all() == ["ok"]
        return list(audit_log.read_entries(session))


def anchored(folder: Path) -> int:
    return int(read_slots(folder / SLOTS_NAME).head.split("-")[0])


@pytest.mark.syarat("S-030", "S-034")
@pytest.mark.parametrize("harm", [flipped, truncated, zero_tailed], ids=lambda harm: harm.__name__)
def test_a_damaged_journal_leaves_a_clean_beginning_with_every_important_act(
    unclosed: Path, harm: Callable[[bytes, random.Random], bytes]
) -> None:
    path, key, chance = unclosed / FILE_NAME, key_of(unclosed), random.Random(harm.__name__)
    journal = path.with_name(path.name + "-wal")
    main, recent = path.read_bytes(), journal.read_bytes()
    whole, lengths = entries_of(path, key), set()
    for _ in range(JOURNALS):
        path.write_bytes(main)
        journal.write_bytes(harm(recent, chance))
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
        left = entries_of(path, key)
        assert left == whole[: len(left)]
        assert len(left) >= anchored(unclosed), "an important act was only in the journal"
        lengths.add(len(left))
    assert len(lengths) > 2, "no damage mattered"


@pytest.mark.syarat("S-031")
def test_an_election_left_open_says_so_when_it_opens(unclosed: Path) -> None:
    with closing(enter(unclosed)) as meja:
        assert "W125" in said(meja)
    with closing(enter(unclosed)) as meja:
        assert "W125" not in said(meja)


def said(meja: MejaAkun) -> list[str]:
    return [found.code for found in meja.pembukaan]


@pytest.mark.syarat("S-030")
def test_a_lost_index_of_the_journal_is_made_anew(unclosed: Path) -> None:
    path = unclosed / FILE_NAME
    before = len(
        entries_of(
            Path(shutil.copytree(unclosed, unclosed.parent / "b")) / FILE_NAME, key_of(unclosed)
        )
    )
    path.with_name(path.name + "-shm").unlink()
    assert len(entries_of(path, key_of(unclosed))) == before


def test_a_database_put_back_shows_against_the_keyslot_file(folder: Path) -> None:
    old = (folder / FILE_NAME).read_bytes()
    with closing(enter(folder)):
        pass
    (folder / FILE_NAME).write_bytes(old)
    assert len(entries_of(folder / FILE_NAME, key_of(folder))) < anchored(folder)


# --- the keyslots ---------------------------------------------------------------------------


def missing(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:200])


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.syarat("S-031")
@pytest.mark.parametrize("harm", [missing, cut, zeros], ids=lambda harm: harm.__name__)
def test_lost_keyslots_are_replaced_by_the_version_before_and_said(
    folder: Path, harm: Harm
) -> None:
    path = folder / SLOTS_NAME
    harm(path)
    with closing(enter(folder)) as meja:
        assert "W137" in said(meja)
        assert parse_slots(path.read_bytes()).names == (KETUA.nama, OPERATOR_1.nama)
    with closing(enter(folder)) as meja:
        assert "W137" not in said(meja)


@pytest.mark.syarat("S-031")
@pytest.mark.parametrize("harm", [missing, cut, zeros], ids=lambda harm: harm.__name__)
def test_with_both_keyslot_files_lost_the_first_one_is_named(folder: Path, harm: Harm) -> None:
    path = folder / SLOTS_NAME
    harm(path)
    cut(folder / LAMA)
    before = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    told = refused_by(PilkadesError, lambda: enter(folder))
    assert "erkas kunci" in told.sentence
    assert "cadangan" in told.hint
    after = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    assert after == before


@pytest.mark.parametrize("harm", [missing, cut], ids=lambda harm: harm.__name__)
def test_damaged_keyslots_never_take_the_place_of_the_version_before(
    folder: Path, harm: Harm
) -> None:
    path, good = folder / SLOTS_NAME, (folder / LAMA).read_bytes()
    harm(path)
    for at in range(1, 7):
        with failing(FULL, at, folder):
            enter(folder).close()
        assert read_slots(path).names == (KETUA.nama, OPERATOR_1.nama)
        assert parse_slots((folder / LAMA).read_bytes()).names == parse_slots(good).names


def test_an_account_added_last_is_in_the_version_before_too(tmp_path: Path) -> None:
    with closing(make_meja(tmp_path)) as meja:
        add_account(meja, KETUA.sandi, OPERATOR_1)
        before = parse_slots((meja.folder / LAMA).read_bytes())
    assert before.names == (KETUA.nama, OPERATOR_1.nama)
