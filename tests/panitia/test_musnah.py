"""Destroying an election's data, on real files."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core import files
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.core.errors import PilkadesError, RightsError, StateError, StorageError
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.panitia import musnah
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.akun import add_account, log_in_again
from pilkades_desk.panitia.cadangan import Simpanan, back_up, is_due
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.musnah import UntrustedPermintaan
from pilkades_desk.panitia.musnah_berkas import ORDER_NAME
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import last_day, log_in, read_keeping
from pilkades_desk.panitia.values import Persetujuan, Tempat
from tests.makers import DESA, KETUA, OPERATOR_1, START, approve_both, make_clock, make_meja

MINTA = UntrustedPermintaan(desa=" sukamaju ", oleh="Sutrisno Uji", saksi="Rini Uji")
OWN_FILES = (
    *("pemilihan.kunci.lama", "pemilihan.gagal.json", "cadangan/sebelum-skema-2.db"),
    *("sebelum-pulih/pemilihan.db", "sebelum-pulih-20261201-080000/pemilihan.db"),
)
BEFORE = "pemilihan.kunci.lama"
BYSTANDERS = ("foto.jpg", "surat/pemilihan.txt", "paket/PKD-1.pilkades")


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    meja = make_meja(tmp_path_factory.mktemp("desa"))
    add_account(meja, KETUA.sandi, OPERATOR_1)
    meja.close()
    return meja.folder


@pytest.fixture
def meja(village: Path, tmp_path: Path) -> Iterator[Meja]:
    folder = Path(shutil.copytree(village, tmp_path / "pemilihan"))
    for name in (*OWN_FILES, *BYSTANDERS):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"isi")
    opened = log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
    yield opened
    if (folder / SLOTS_NAME).exists():
        opened.close()


def approved(meja: Meja, minta: UntrustedPermintaan = MINTA) -> tuple[Persetujuan, ...]:
    second = log_in_again(meja, OPERATOR_1.nama, OPERATOR_1.sandi)
    digest = musnah.destruction_digest(meja, minta)
    return approve_both(meja, second, Aksi.MUSNAHKAN, digest)


def ordered(meja: Meja, minta: UntrustedPermintaan = MINTA) -> Path:
    musnah.order_destruction(meja, minta, approved(meja, minta))
    meja.close()
    return meja.folder


def put_backup(meja: Meja, folder: Path) -> Path:
    """A backup as the program makes it."""
    made = back_up(meja, SCHEMA, (Simpanan(Tempat.KEDUA, folder),))
    return folder / made.catatan.nama


def left(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.syarat("S-006", "S-141")
def test_two_people_end_it_and_everything_of_the_election_is_gone(
    meja: Meja, tmp_path: Path
) -> None:
    folder = ordered(meja)
    catatan = musnah.finish_destruction(folder)
    assert left(folder) == {*BYSTANDERS, ORDER_NAME}
    assert {Path(path).name for path in catatan.hilang} >= {SLOTS_NAME, FILE_NAME}
    assert (catatan.sisa, [Path(each).name for each in catatan.tetap]) == ((), ["PKD-1.pilkades"])
    musnah.save_record(folder, catatan, tmp_path / "catatan.pdf")
    assert left(folder) == set(BYSTANDERS)
    assert musnah.check_start(folder) is None


@pytest.mark.syarat("S-141")
def test_one_person_or_a_wrong_village_ends_nothing(meja: Meja) -> None:
    before = meja.head(), left(meja.folder)
    with pytest.raises(RightsError, match="dua orang"):
        musnah.order_destruction(meja, MINTA, approved(meja)[:1])
    wrong = UntrustedPermintaan(desa="Sukamakmur", oleh="Sutrisno Uji")
    with pytest.raises(StateError, match="tidak cocok"):
        musnah.order_destruction(meja, wrong, approved(meja, wrong))
    operator = log_in_again(meja, OPERATOR_1.nama, OPERATOR_1.sandi)
    with pytest.raises(RightsError, match="tidak boleh"):
        musnah.order_destruction(operator, MINTA, approved(meja))
    assert (meja.head(), left(meja.folder)) == before


def test_what_two_people_approved_cannot_grow(meja: Meja, tmp_path: Path) -> None:
    wider = UntrustedPermintaan(desa="Sukamaju", oleh="Sutrisno Uji", tempat=(tmp_path,))
    with pytest.raises(RightsError, match="tidak cocok"):
        musnah.order_destruction(meja, wider, approved(meja))


def test_the_only_account_ends_it_alone(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    musnah.order_destruction(meja, MINTA)
    meja.close()
    assert musnah.finish_destruction(meja.folder).sisa == ()


@pytest.mark.syarat("S-141")
def test_copies_elsewhere_go_when_asked_and_nobody_elses(meja: Meja, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    ours = put_backup(meja, stick / "Cadangan Pilkades")
    other = make_meja(tmp_path / "lain")
    theirs = put_backup(other, stick)
    other.close()
    (stick / "rusak.pilkades-cadangan").write_bytes(b"PK\x03\x04 bukan arsip")
    copied = Path(shutil.copytree(meja.folder, stick / "salinan"))
    asked = UntrustedPermintaan(
        desa="Sukamaju", oleh="Sutrisno Uji", tempat=(stick, tmp_path / "tercabut"),
        dengan_paket=True,
    )  # fmt: skip
    folder = ordered(meja, asked)
    catatan = musnah.finish_destruction(folder)
    assert not ours.exists()
    assert theirs.exists()
    assert (stick / "rusak.pilkades-cadangan").exists()
    assert not list(copied.glob("pemilihan.*"))
    assert str(ours) in catatan.hilang
    assert catatan.tetap == ()
    assert left(folder) == {"foto.jpg", "surat/pemilihan.txt", ORDER_NAME}


@pytest.mark.syarat("S-141")
def test_files_on_a_stick_that_was_pulled_out_are_not_called_gone(
    meja: Meja, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    ours = put_backup(meja, stick / "Cadangan Pilkades")
    folder = ordered(meja, replace(MINTA, tempat=(stick / "Cadangan Pilkades",)))
    stick.rename(tmp_path / "tercabut")
    found = musnah.check_start(folder)
    assert found is not None
    catatan = musnah.finish_destruction(folder)
    assert (catatan.sisa, catatan.lepas) == ((str(ours),), (str(ours.parent),))
    assert str(ours) not in catatan.hilang
    with pytest.raises(StorageError) as refused:
        musnah.save_record(folder, catatan, tmp_path / "catatan.pdf")
    assert f"Colokkan lagi tempat '{ours.parent}'" in refused.value.hint
    pdf = (tmp_path / "catatan.pdf").read_bytes()
    text = " ".join(page_text(pdf, n) for n in range(page_count(pdf)))
    assert "Tidak terpasang saat diperiksa" in text
    (tmp_path / "tercabut").rename(stick)
    catatan = musnah.finish_destruction(folder)
    assert not ours.exists()
    assert (catatan.sisa, catatan.lepas) == ((), ())
    assert str(ours) in catatan.hilang


def test_what_was_ordered_from_within_the_folder_is_found_from_elsewhere(
    meja: Meja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(meja.folder)
    musnah.order_destruction(replace(meja, folder=Path()), MINTA, approved(meja))
    meja.close()
    monkeypatch.chdir(tmp_path)
    catatan = musnah.finish_destruction(Path("pemilihan"))
    assert str(meja.folder / FILE_NAME) in catatan.hilang
    assert catatan.sisa == ()


@pytest.mark.syarat("S-141")
def test_an_empty_mount_point_does_not_stand_for_the_stick(meja: Meja, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    ours = put_backup(meja, stick / "Cadangan Pilkades")
    folder = ordered(meja, replace(MINTA, tempat=(stick,)))
    (stick / "Cadangan Pilkades").rename(tmp_path / "tercabut")
    assert musnah.finish_destruction(folder).sisa == (str(ours),)


@pytest.mark.syarat("S-009", "S-141")
def test_cut_off_anywhere_nothing_opens_and_the_next_start_finishes(
    meja: Meja, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ordered(meja)
    shred, done = files.shred, 0
    while True:
        calls = 0

        def cut_off(path: Path, allowed: int = done) -> None:
            nonlocal calls
            if calls == allowed:
                raise KeyboardInterrupt
            calls += 1
            shred(path)

        monkeypatch.setattr(files, "shred", cut_off)
        try:
            catatan = musnah.finish_destruction(folder)
            break
        except KeyboardInterrupt:
            found = musnah.check_start(folder)
            assert found is not None
            assert found.code == "W141"
            with pytest.raises(PilkadesError):
                log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
        done = 1
    assert catatan.sisa == ()
    assert len(catatan.hilang) >= 5


@pytest.mark.syarat("S-141")
def test_keys_that_cannot_go_keep_everything_else(
    meja: Meja, monkeypatch: pytest.MonkeyPatch
) -> None:
    persetujuan = approved(meja)

    def refuse(path: Path) -> None:
        raise PermissionError(13, "refused", str(path))

    monkeypatch.setattr(files, "shred", refuse)
    with pytest.raises(StorageError):
        musnah.order_destruction(meja, MINTA, persetujuan)
    monkeypatch.undo()
    assert (meja.folder / SLOTS_NAME).exists()
    assert musnah.check_start(meja.folder) is None
    with pytest.raises(StateError, match="belum diperintahkan"):
        musnah.finish_destruction(meja.folder)


@pytest.mark.syarat("S-141")
@pytest.mark.parametrize("stays", [SLOTS_NAME, BEFORE])
def test_an_order_that_was_refused_is_forgotten(
    meja: Meja, monkeypatch: pytest.MonkeyPatch, stays: str
) -> None:
    persetujuan, shred = approved(meja), files.shred

    def refuse_one(path: Path) -> None:
        if path.name == stays:
            raise PermissionError(13, "refused", str(path))
        shred(path)

    monkeypatch.setattr(files, "shred", refuse_one)
    with pytest.raises(StorageError):
        musnah.order_destruction(meja, MINTA, persetujuan)
    assert not (meja.folder / ORDER_NAME).exists()
    assert read_slots(meja.folder / SLOTS_NAME).names
    meja.close()
    log_in(meja.folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock()).close()


@pytest.mark.syarat("S-141")
def test_while_the_keys_before_open_the_file_nothing_was_destroyed(meja: Meja) -> None:
    keys = (meja.folder / SLOTS_NAME).read_bytes()
    folder = ordered(meja)
    (folder / BEFORE).write_bytes(keys)
    assert musnah.check_start(folder) is None
    with pytest.raises(StateError, match="belum diperintahkan"):
        musnah.finish_destruction(folder)
    musnah.forget_void_order(folder)
    assert musnah.read_order(folder) is None


@pytest.mark.syarat("S-141")
def test_keys_written_over_count_as_destroyed_though_their_file_stays(
    meja: Meja, monkeypatch: pytest.MonkeyPatch
) -> None:
    persetujuan, remove = approved(meja), files.system.remove

    def refuse_removal(path: Path) -> None:
        if path.name == SLOTS_NAME:
            raise PermissionError(13, "refused", str(path))
        remove(path)

    monkeypatch.setattr(files.system, "remove", refuse_removal)
    musnah.order_destruction(meja, MINTA, persetujuan)
    meja.close()
    assert musnah.check_start(meja.folder) is not None
    musnah.forget_void_order(meja.folder)
    assert [Path(each).name for each in musnah.finish_destruction(meja.folder).sisa] == [SLOTS_NAME]
    monkeypatch.undo()
    assert musnah.finish_destruction(meja.folder).sisa == ()


def test_a_file_that_stays_is_named_and_the_order_is_kept(
    meja: Meja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, shred = ordered(meja), files.shred

    def refuse_one(path: Path) -> None:
        if path == folder / FILE_NAME:
            raise PermissionError(13, "refused", str(path))
        shred(path)

    monkeypatch.setattr(files, "shred", refuse_one)
    catatan = musnah.finish_destruction(folder)
    assert [Path(each).name for each in catatan.sisa] == [FILE_NAME]
    with pytest.raises(StorageError, match="1 berkas belum terhapus"):
        musnah.save_record(folder, catatan, tmp_path / "catatan.pdf")
    monkeypatch.undo()
    assert musnah.finish_destruction(folder).sisa == ()


@pytest.mark.syarat("S-141")
def test_the_record_says_what_when_who_and_what_may_be_left(meja: Meja, tmp_path: Path) -> None:
    folder = ordered(meja)
    catatan = musnah.finish_destruction(folder)
    musnah.save_record(folder, catatan, tmp_path / "catatan.pdf")
    pdf = (tmp_path / "catatan.pdf").read_bytes()
    text = " ".join(" ".join(page_text(pdf, n) for n in range(page_count(pdf))).split())
    digits = catatan.perintah.kepala.partition("-")[2]
    for words in (
        "DESA SUKAMAJU", "Rabu, 3 Februari 2027", "01-12-2026", "Sutrisno Uji", "Rini Uji",
        SLOTS_NAME, FILE_NAME, "PKD-1.pilkades", "cadangan pada flashdisk", digits[:8], digits[-8:],
    ):  # fmt: skip
        assert words in text


def test_lost_keys_are_no_destruction(meja: Meja) -> None:
    meja.close()
    for name in (SLOTS_NAME, "pemilihan.kunci.lama"):
        (meja.folder / name).unlink()
    assert musnah.check_start(meja.folder) is None
    assert musnah.read_order(meja.folder) is None


@pytest.mark.syarat("S-130", "S-141")
def test_a_desk_ordered_to_be_destroyed_makes_no_last_backup(meja: Meja) -> None:
    assert is_due(meja)
    musnah.order_destruction(meja, MINTA, approved(meja))
    assert not is_due(meja)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"[" * 5000, b'{"berkas": 1}'])
def test_a_broken_order_is_no_order(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ORDER_NAME).write_bytes(content)
    assert musnah.read_order(tmp_path) is None


@pytest.mark.syarat("S-140")
def test_after_the_last_day_of_keeping_the_login_says_so(meja: Meja) -> None:
    assert last_day(meja) == DESA.tanggal + timedelta(days=365)
    assert not [one for one in meja.pembukaan if one.code == "W140"]
    meja.close()
    assert read_keeping(meja) == "3 Februari 2028 (asumsi)"
    silent = replace(meja, profil=meja.profil.model_copy(update={"isi": {}}))
    assert (last_day(silent), read_keeping(silent)) == (None, "waktu yang ditentukan kabupaten")
    later = SteppingClock(START + timedelta(days=500))
    again = log_in(meja.folder, KETUA.nama, KETUA.sandi, SCHEMA, later)
    (found,) = (one for one in again.pembukaan if one.code == "W140")
    assert "3 Februari 2028" in found.text
    again.close()
