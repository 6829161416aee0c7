"""The log of a real file: what is found on opening, on demand, and after an insider's work."""

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SteppingClock, Zona
from pilkades_desk.core.errors import RightsError
from pilkades_desk.kits.keybox.slots import read_slots, write_slots
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.election_file import ElectionFile
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.kalimat import AKSES
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.riwayat import (
    export_akses,
    export_riwayat,
    find_riwayat,
    read_akses,
    read_days,
    read_names,
    read_riwayat,
    verify_riwayat,
)
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.panitia.values import SaringRiwayat
from tests.makers import KETUA, START, approve_both, make_meja
from tests.panitia.logs import DEEDS, SEAL, WAYS, Log, approve_form, note, play, read_log

DAY = date(2026, 12, 1)
DROP = "DROP TRIGGER audit_no_{0}; DROP TRIGGER audit_cp_no_{0};"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Meja, bytes]:
    """A village after its first days, closed; and the file's key."""
    meja = make_meja(tmp_path_factory.mktemp("riwayat"))
    play(meja)
    meja.close()
    slots = read_slots(meja.folder / SLOTS_NAME)
    return meja, slots.open_slot(KETUA.nama, KETUA.sandi).file_keys[0]


@pytest.fixture
def village(kept: tuple[Meja, bytes], tmp_path: Path) -> Iterator[Meja]:
    meja = opened(kept, tmp_path)
    yield meja
    meja.file.close()


def opened(kept: tuple[Meja, bytes], place: Path) -> Meja:
    """A copy of the village on a file of its own."""
    folder = place / "pemilihan"
    if not folder.exists():
        shutil.copytree(kept[0].folder, folder)
    file = ElectionFile.open(folder / FILE_NAME, kept[1], SCHEMA)
    clock = SteppingClock(START + timedelta(days=1))
    return replace(kept[0], folder=folder, file=file, clock=clock)


def forge(folder: Path, key: bytes, log: Log) -> None:
    """Do what an insider with the raw key can: drop the triggers, write any rows."""
    raw = sqlcipher.connect(str(folder / FILE_NAME), isolation_level=None)
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    raw.executescript(DROP.format("update") + DROP.format("delete"))
    raw.executescript("DROP TRIGGER audit_chain; DELETE FROM audit; DELETE FROM audit_cp;")
    rows = [(place, e.body, e.prev, e.hash) for place, e in enumerate(log.entries, start=1)]
    raw.executemany("INSERT INTO audit(seq, body, prev, hash) VALUES (?, ?, ?, ?)", rows)
    heads = [(c.head.seq, c.head.hash, c.akun, c.signature) for c in log.checkpoints]
    raw.executemany("INSERT INTO audit_cp(seq, hash, akun, signature) VALUES (?, ?, ?, ?)", heads)
    raw.close()


def enter(folder: Path, clock_days: int = 1) -> Meja:
    clock = SteppingClock(START + timedelta(days=clock_days))
    return log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, clock)


def codes(meja: Meja) -> list[str]:
    return [each.code for each in meja.pembukaan]


def test_a_log_written_by_real_acts_is_whole(village: Meja) -> None:
    laporan = verify_riwayat(village)
    assert (laporan.temuan, laporan.kepala) == ((), village.head())


@pytest.mark.parametrize("number", range(len(DEEDS) * len(WAYS[1:]) * 2))
def test_an_insider_with_the_raw_key_is_found(
    kept: tuple[Meja, bytes], tmp_path: Path, number: int
) -> None:
    meja = opened(kept, tmp_path)
    log, chance = read_log(meja), random.Random(number)
    meja.file.close()
    deed, way = DEEDS[number % len(DEEDS)], WAYS[1:][number % len(WAYS[1:])]
    forge(meja.folder, kept[1], way(log, deed(log, chance)))
    again = opened(kept, tmp_path)
    assert not verify_riwayat(again).utuh
    again.file.close()


def test_a_login_says_that_the_log_is_whole(kept: tuple[Meja, bytes], tmp_path: Path) -> None:
    opened(kept, tmp_path).file.close()
    meja = enter(tmp_path / "pemilihan")
    assert (meja.pembukaan, meja.diperiksa + 1) == ((), meja.head().seq)
    meja.close()


@pytest.mark.syarat("S-015")
def test_an_older_file_under_newer_keyslots_is_told_and_never_forgotten(
    kept: tuple[Meja, bytes], tmp_path: Path
) -> None:
    meja = opened(kept, tmp_path)
    old = (meja.folder / FILE_NAME).read_bytes()
    approve_form(meja, play_second(meja))
    meja.close()
    (meja.folder / FILE_NAME).write_bytes(old)
    first = enter(meja.folder)
    assert codes(first) == ["E116"]
    assert "Saat dibuka ditemukan E116." in read_riwayat(first, (first.head().seq,))[0].kalimat
    first.close()  # the keyslots now keep the head of this history
    second = enter(meja.folder, clock_days=2)
    assert codes(second) == []
    assert [each.code for each in verify_riwayat(second).temuan] == ["W128"]
    second.close()


def play_second(meja: Meja) -> Meja:
    from pilkades_desk.panitia.akun import log_in_again
    from tests.makers import OPERATOR_1

    return log_in_again(meja, OPERATOR_1.nama, OPERATOR_1.sandi)


def test_a_broken_chain_is_told_at_every_login_and_opens_all_the_same(
    kept: tuple[Meja, bytes], tmp_path: Path
) -> None:
    meja = opened(kept, tmp_path)
    log = read_log(meja)
    meja.file.close()
    forge(meja.folder, kept[1], replace(log, entries=log.entries[:5] + log.entries[6:]))
    for days in (1, 2):
        found = enter(meja.folder, days)
        assert codes(found) == ["E113"]
        found.close()


def test_a_journal_left_behind_is_folded_and_told(kept: tuple[Meja, bytes], tmp_path: Path) -> None:
    meja = opened(kept, tmp_path)
    note(meja, "form-hitung/1/1")
    cut = tmp_path / "mati"
    shutil.copytree(meja.folder, cut)  # as a pulled plug leaves it
    meja.file.close()
    after = enter(cut)
    assert codes(after) == ["W125"]
    assert "W125" in read_riwayat(after, (after.head().seq,))[0].kalimat
    after.close()
    again = enter(cut, clock_days=2)
    assert codes(again) == []
    again.close()


def test_a_keyslot_file_that_is_gone_is_told(village: Meja) -> None:
    slots = village.folder / SLOTS_NAME
    slots.unlink()
    slots.with_suffix(".lama").unlink()  # with the version before, nothing would be missing
    assert [each.code for each in verify_riwayat(village).temuan] == ["W127"]


def test_a_change_in_between_voids_approvals(village: Meja) -> None:
    second = play_second(village)
    approvals = approve_both(village, second, Aksi.FINALKAN_FORM, SEAL)
    note(second, "form-hitung/1/1")
    with village.act(Aksi.FINALKAN_FORM) as act, pytest.raises(RightsError, match="Persetujuan"):
        act.require_two(SEAL, approvals)
    assert verify_riwayat(village).temuan == ()


def test_approvals_written_around_the_check_are_found(village: Meja) -> None:
    """Someone who changes the program writes approvals of an older state, or by whom he likes."""
    second = play_second(village)
    approvals = approve_both(village, second, Aksi.FINALKAN_FORM, SEAL)
    note(second, "form-hitung/1/1")
    with village.act(Aksi.FINALKAN_FORM) as act:
        stale = [one.model_dump() for one in approvals]
        act.record("form-hitung/1/1", langkah="final", segel=SEAL, setuju=stale)
        act.commit()
    (found,) = verify_riwayat(village).temuan
    assert "diberikan untuk keadaan yang lain" in found.text


def test_an_approver_whose_role_may_not_is_found(village: Meja) -> None:
    second = play_second(village)
    approvals = approve_both(village, second, Aksi.TAMBAH_ORANG, SEAL)
    with village.act(Aksi.TAMBAH_ORANG) as act:
        act.record("orang/9", segel=SEAL, setuju=[one.model_dump() for one in approvals])
        act.commit()
    assert "tidak berhak menyetujui" in verify_riwayat(village).temuan[0].text


def find(meja: Meja, **wanted: object) -> list[str]:
    seqs = find_riwayat(meja, SaringRiwayat.model_validate(wanted), Zona.WIB)
    return [each.kalimat for each in read_riwayat(meja, seqs)]


def test_entries_are_found_by_act_account_day_and_words(village: Meja) -> None:
    total = village.head().seq
    assert len(find(village)) == total
    assert find(village)[0] == "Yanto Uji mengetik formulir TPS 1: isi."  # the newest first
    assert find(village, aksi=("tambah-orang",)) == ["Sutrisno Uji menambah penanda tangan no. 1."]
    assert {each.partition(" ")[0] for each in find(village, akun=3)} == {"Yanto"}
    assert len(find(village, dari=DAY, sampai=DAY)) == total
    assert find(village, dari=DAY + timedelta(days=1)) == []
    assert find(village, sampai=DAY - timedelta(days=1)) == []
    assert len(find(village, teks="rini tps")) == 6
    assert find(village, teks="memfinalkan") == [
        "Sutrisno Uji memfinalkan formulir TPS 1. Disetujui Sutrisno Uji dan Rini Uji."
    ]
    assert find(village, teks="100%") == []


def test_days_are_those_of_the_desk_s_clock(village: Meja) -> None:
    village.clock.jump(START.replace(hour=16))  # type: ignore[attr-defined]  # a stepping clock
    assert read_days(village, Zona.WIB) == (DAY, DAY)
    assert read_days(village, Zona.WIT) == (DAY, DAY + timedelta(days=1))


def test_a_log_with_an_unreadable_entry_can_still_be_looked_through(
    kept: tuple[Meja, bytes], tmp_path: Path
) -> None:
    meja = opened(kept, tmp_path)
    log = read_log(meja)
    meja.file.close()
    forge(meja.folder, kept[1], log.rebuilt([*log.bodies[:-1], "rusak"]))
    again = opened(kept, tmp_path)
    assert find(again)[0] == "Langkah ini tidak terbaca."
    assert len(find(again, akun=3)) > 3
    again.file.close()


def test_names_of_accounts_are_given_by_id(village: Meja) -> None:
    assert read_names(village) == {1: "Sutrisno Uji", 2: "Rini Uji", 3: "Yanto Uji"}


@pytest.mark.syarat("S-017")
def test_an_export_holds_the_whole_chain_and_is_recorded(village: Meja, tmp_path: Path) -> None:
    with village.read() as session:
        entries = tuple(audit_log.read_entries(session))
    path = export_riwayat(village, "3399012001", stick(tmp_path))
    events = json.loads(path.read_bytes())["Device"][0]["Event"]
    assert [each["Details"] for each in events] == [each.body for each in entries]
    assert path.name.endswith(f"{len(entries)}-{entries[-1].hash.hex()[:12]}.json")
    assert "mengekspor riwayat" in find(village)[0]
    assert verify_riwayat(village).temuan == ()


def stick(place: Path) -> FolderDrive:
    (place / "usb").mkdir()
    return FolderDrive(place / "usb")


def test_an_operator_may_not_take_the_log_out(village: Meja, tmp_path: Path) -> None:
    with pytest.raises(RightsError):
        export_riwayat(play_second(village), "3399012001", stick(tmp_path))
    assert list((tmp_path / "usb").iterdir()) == []


@pytest.mark.syarat("S-018")
def test_the_access_sheet_lists_who_opened_or_took_out(village: Meja, tmp_path: Path) -> None:
    from pilkades_desk.kits.pdf.render import page_text

    export_riwayat(village, "3399012001", stick(tmp_path))
    lembar = read_akses(village, DAY, Zona.WIB, "Desa Sukamaju")
    assert [each.kalimat for each in lembar.baris] == ["Sutrisno Uji mengekspor riwayat (riwayat)."]
    path = export_akses(village, lembar, FolderDrive(tmp_path / "usb"))
    text = page_text(path.read_bytes(), 0)
    for words in ("sejak 1 Desember 2026".upper(), "Desa Sukamaju", "Sutrisno Uji", "3 × 24 jam"):
        assert words in text
    assert f"Riwayat {lembar.kepala} · Halaman 1 dari 1" in text
    assert "(akses)" in find(village)[0]


def test_an_empty_access_sheet_says_so(village: Meja, tmp_path: Path) -> None:
    from pilkades_desk.kits.pdf.render import page_text
    from pilkades_desk.panitia.pdf import draw_akses

    lembar = read_akses(village, DAY + timedelta(days=9), Zona.WIB, "Desa Sukamaju")
    assert "Tidak ada yang membuka" in page_text(draw_akses(lembar), 0)
    assert Aksi.LIHAT_DATA_PRIBADI in AKSES


def test_an_anchor_somebody_emptied_is_told(village: Meja) -> None:
    path = village.folder / SLOTS_NAME
    write_slots(path, replace(read_slots(path), head=""))
    assert [each.code for each in verify_riwayat(village).temuan] == ["W127"]
