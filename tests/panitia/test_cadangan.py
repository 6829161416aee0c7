"""Backing up: three places, each proven; what refuses is named and the rest goes on."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.errors import BackupError, PilkadesError, StorageError
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.backup import ENDING, is_intact, read_backup
from pilkades_desk.panitia.accounts import keyslot_bytes
from pilkades_desk.panitia.akun import add_account
from pilkades_desk.panitia.cadangan import (
    KEEP,
    Simpanan,
    back_up,
    find_backups,
    is_due,
    places_of,
    proven_backup,
    read_keadaan_cadangan,
    rehearse_restore,
)
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import create_pemilihan
from pilkades_desk.panitia.values import Tempat
from tests.chaos.failing_files import FULL, PULLED, failing
from tests.makers import DESA, KETUA, OPERATOR_1, make_clock, make_meja


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    meja = make_meja(tmp_path)
    yield meja
    meja.close()


@pytest.fixture
def places(tmp_path: Path) -> tuple[Simpanan, ...]:
    (tmp_path / "stick").mkdir()
    return places_of(tmp_path / "pemilihan", tmp_path / "dokumen", [tmp_path / "stick"])


def work(meja: Meja, kata: str = "coba") -> None:
    """One act that is worth a backup."""
    with meja.act(Aksi.BAGI_UNIT) as act:
        act.record(kata)
        act.commit()


def names(place: Simpanan) -> list[str]:
    return sorted(path.name for path in place.folder.iterdir())


@pytest.mark.syarat("S-130")
def test_a_backup_lies_in_all_three_places_and_is_recorded(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    head = meja.head()
    made = back_up(meja, SCHEMA, places)
    assert made.temuan == ()
    name = f"PKD-CADANGAN-{DESA.kode_desa}-{head.text}.{ENDING}"
    assert [names(place) for place in places] == [[name]] * 3
    assert {is_intact(place.folder / name) for place in places} == {True}
    assert made.catatan.tempat == (Tempat.LAPTOP, Tempat.KEDUA, Tempat.FLASHDISK)
    assert read_keadaan_cadangan(meja).terakhir == made.catatan
    assert meja.head().seq == head.seq + 1


@pytest.mark.syarat("S-135")
def test_a_backup_tells_what_is_in_it_and_nothing_of_persons(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    path = places[0].folder / back_up(meja, SCHEMA, places).catatan.nama
    about = read_backup(path).about
    assert (about.asal.jenis, about.asal.nama) == ("desa", DESA.desa)
    assert (about.berkas, about.skema) == (keyslot_bytes(meja.folder)[0], SCHEMA.version)
    assert about.jumlah["pemilih"] == 0
    start, size = read_backup(path).places["isi.json"]
    told = json.loads(path.read_bytes()[start : start + size])
    assert set(told) == {
        *("v", "jenis", "id", "kode", "nama", "berkas", "dibuat", "kepala", "skema"),
        *("jumlah", "sha256"),
    }
    for private in (KETUA.nama_lengkap, KETUA.nama, KETUA.sandi):
        assert private.encode() not in path.read_bytes()[start : start + size]
        assert private not in path.name


@pytest.mark.syarat("S-130")
def test_a_login_alone_makes_no_backup_due(meja: Meja, places: tuple[Simpanan, ...]) -> None:
    assert is_due(meja)
    back_up(meja, SCHEMA, places)
    assert not is_due(meja)
    with meja.act(Aksi.MASUK) as act:
        act.record("akun/1")
        act.commit()
    assert not is_due(meja)
    work(meja)
    assert is_due(meja)


def test_a_backup_is_made_while_others_write(meja: Meja, places: tuple[Simpanan, ...]) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            work(meja, f"coba/{number}")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [back_up(meja, SCHEMA, places[:1]).catatan for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    for one in made:
        about = proven_backup(places[0].folder / one.nama).about
        with meja.read() as session:
            assert audit_log.holds(session, about.kepala)
    assert made[0].kepala_seq < made[2].kepala_seq


@pytest.mark.parametrize("place", range(3))
def test_a_full_disk_in_one_place_is_named_and_the_others_take_it(
    meja: Meja, places: tuple[Simpanan, ...], place: int
) -> None:
    with failing(FULL, 1, places[place].folder):
        made = back_up(meja, SCHEMA, places)
    assert [one.code for one in made.temuan] == ["W130"]
    assert places[place].tempat in made.temuan[0].text
    assert len(made.catatan.tempat) == 2
    taken = [one for one in places if one.tempat in made.catatan.tempat]
    assert {is_intact(one.folder / made.catatan.nama) for one in taken} == {True}


def test_a_stick_pulled_while_it_is_written_is_named(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    places[2].folder.mkdir()
    with failing(PULLED, 2, places[2].folder):
        made = back_up(meja, SCHEMA, places)
    assert "flashdisk" in made.temuan[0].text
    assert made.catatan.tempat == (Tempat.LAPTOP, Tempat.KEDUA)


def test_a_stick_that_is_gone_gets_no_folder_on_the_laptop(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    places[2].folder.parent.rmdir()
    assert [one.code for one in back_up(meja, SCHEMA, places).temuan] == ["W130"]
    assert not places[2].folder.parent.exists()


def test_no_place_at_all_is_a_failure_and_nothing_is_recorded(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    head = meja.head()
    with failing(FULL, 1, places[0].folder), pytest.raises(StorageError, match="Disk penuh"):
        back_up(meja, SCHEMA, places[:1])
    assert (meja.head(), read_keadaan_cadangan(meja).terakhir) == (head, None)
    assert list(places[0].folder.glob("*")) == []


def test_a_broken_copy_on_the_stick_is_written_anew(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    made = back_up(meja, SCHEMA, places[:2])
    places[2].folder.mkdir()
    broken = places[2].folder / made.catatan.nama
    broken.write_bytes((places[0].folder / made.catatan.nama).read_bytes()[:5000])
    (places[1].folder / made.catatan.nama).write_bytes(b"rusak")
    from pilkades_desk.kits.storage.copying import copy_backup
    from pilkades_desk.panitia.cadangan import _to_stick

    _to_stick(places[0].folder / made.catatan.nama, places[2].folder)
    copy_backup(places[0].folder / made.catatan.nama, places[1].folder)
    assert [is_intact(one.folder / made.catatan.nama) for one in places] == [True] * 3


def test_ten_are_kept_and_nothing_else_is_removed(
    meja: Meja, places: tuple[Simpanan, ...], tmp_path: Path
) -> None:
    folder = places[0].folder
    other = create_pemilihan(tmp_path / "lain", DESA, KETUA, SCHEMA, make_clock()).meja
    theirs = back_up(other, SCHEMA, [Simpanan(Tempat.LAPTOP, folder)]).catatan.nama
    other.close()
    (folder / f"rusak.{ENDING}").write_bytes(b"PK")
    (folder / "surat.pdf").write_bytes(b"")
    made = []
    for number in range(KEEP + 2):
        work(meja, f"coba/{number}")
        made.append(back_up(meja, SCHEMA, places[:1]).catatan.nama)
    assert set(names(places[0])) == {*made[2:], theirs, f"rusak.{ENDING}", "surat.pdf"}


def test_backups_are_listed_newest_first_and_the_unreadable_last(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    first = back_up(meja, SCHEMA, places[:1]).catatan.nama
    work(meja)
    second = back_up(meja, SCHEMA, places[:2]).catatan.nama
    (places[1].folder / f"z.{ENDING}").write_bytes(b"")
    listed = find_backups(places)
    assert [one.path.name for one in listed] == [second, second, first, f"z.{ENDING}"]
    assert listed[-1].about is None


@pytest.mark.syarat("S-134")
def test_the_newest_backup_is_rehearsed_and_the_log_says_so(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    made = back_up(meja, SCHEMA, places)
    tried = rehearse_restore(meja, SCHEMA, places)
    assert (tried.nama, tried.temuan) == (made.catatan.nama, "")
    assert read_keadaan_cadangan(meja).uji == tried
    assert list((meja.folder / "uji-pulih").iterdir()) == []


@pytest.mark.syarat("S-134")
def test_a_backup_that_has_gone_bad_fails_its_rehearsal(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    path = places[0].folder / back_up(meja, SCHEMA, places[:1]).catatan.nama
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    tried = rehearse_restore(meja, SCHEMA, places)
    assert "tidak dapat dipulihkan" in tried.temuan
    assert read_keadaan_cadangan(meja).uji == tried


def test_without_a_backup_there_is_nothing_to_rehearse(
    meja: Meja, places: tuple[Simpanan, ...]
) -> None:
    with pytest.raises(StorageError, match="Belum ada cadangan"):
        rehearse_restore(meja, SCHEMA, places)


def test_a_full_disk_at_the_log_does_not_lose_the_backup(
    meja: Meja, places: tuple[Simpanan, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object) -> None:
        raise StorageError("Disk laptop penuh.", "Kosongkan.")

    monkeypatch.setattr("pilkades_desk.panitia.store.add_cadangan", full)
    made = back_up(meja, SCHEMA, places)
    assert [one.code for one in made.temuan] == ["W131"]
    assert is_intact(places[0].folder / made.catatan.nama)


def test_of_several_sticks_none_is_chosen(tmp_path: Path) -> None:
    two = places_of(tmp_path, None, [tmp_path / "a", tmp_path / "b"])
    assert [one.tempat for one in two] == [Tempat.LAPTOP]


def test_a_new_account_is_in_the_next_backup(meja: Meja, places: tuple[Simpanan, ...]) -> None:
    add_account(meja, KETUA.sandi, OPERATOR_1)
    path = places[0].folder / back_up(meja, SCHEMA, places[:1]).catatan.nama
    with pytest.raises(BackupError) as refused:
        proven_backup(Path(__file__))
    assert refused.value.code == "E130"
    assert b"operator1" in path.read_bytes()


def test_a_disk_error_says_what_failed(meja: Meja, places: tuple[Simpanan, ...]) -> None:
    missing = places[0].folder / "tidak-ada"
    with pytest.raises(PilkadesError) as refused:
        proven_backup(missing)
    assert refused.value.hint
