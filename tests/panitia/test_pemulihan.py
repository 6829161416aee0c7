"""The recovery sheet: proven, replaced, used; and what a pulled plug leaves of each."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.core.errors import AccessError, RightsError, StateError
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia import pemulihan, store
from pilkades_desk.panitia.accounts import (
    ATTEMPTS_NAME,
    SLOTS_NAME,
    BadAccount,
    OpenedFile,
    check_recovery_code,
    open_recovery,
)
from pilkades_desk.panitia.akun_ulang import changes_to_name
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.pemulihan import (
    Pemulihan,
    new_recovery_sheet,
    prove_recovery_sheet,
    read_recoverable,
    sheet_is_proven,
)
from pilkades_desk.panitia.usecases import recover
from pilkades_desk.panitia.values import SaksiHadir, SebabKunci
from pilkades_desk.penerimaan.pemulihan import recover_desk
from pilkades_desk.penerimaan.usecases import log_in_desk
from tests.makers import KETUA, OPERATOR_1, START
from tests.panitia.desks import FRESH, SEKRETARIS, UnpluggedError, Village, enters, pull_at, three
from tests.penerimaan.makers import PENGESAH, make_desk

PRESENT = SaksiHadir(satu="Pak Uji", dua="Bu Uji")
CLOCK = SteppingClock(START)
WITH_SECOND = Pemulihan("ketua", FRESH, kedua=(SEKRETARIS.nama, SEKRETARIS.sandi))
WITH_NAMES = Pemulihan("ketua", FRESH, saksi=PRESENT)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    made = three(tmp_path)
    yield made
    made.meja.close()


def by_code(folder: Path, kode: str) -> OpenedFile:
    return open_recovery(folder, kode, SCHEMA, CLOCK.now())


def recovered(folder: Path, kode: str, asked: Pemulihan = WITH_SECOND) -> tuple[Meja, str]:
    opened = by_code(folder, kode)
    try:
        return recover(folder, opened, asked, CLOCK)
    except BaseException:
        opened.file.close()
        raise


def bodies(meja: Meja) -> list[dict[str, object]]:
    with meja.read() as session:
        return [json.loads(entry.body) for entry in audit_log.read_entries(session)]


def test_a_new_file_has_a_sheet_nobody_has_proven(village: Village) -> None:
    assert not sheet_is_proven(village.meja)


def test_the_code_typed_back_proves_the_sheet_once(village: Village) -> None:
    prove_recovery_sheet(village.meja, village.kode.lower().replace("-", " "))
    assert sheet_is_proven(village.meja)
    head = village.meja.head()
    assert bodies(village.meja)[-1]["aksi"] == "buktikan-lembar-pemulihan"
    prove_recovery_sheet(village.meja, village.kode)
    assert village.meja.head() == head


def test_a_wrong_code_proves_nothing(village: Village) -> None:
    with pytest.raises(AccessError, match="tidak cocok"):
        prove_recovery_sheet(village.meja, "0000-" * 7 + "0000")
    assert not sheet_is_proven(village.meja)


@pytest.mark.syarat("S-111")
def test_a_new_sheet_ends_the_old_one_and_waits_to_be_proven(village: Village) -> None:
    prove_recovery_sheet(village.meja, village.kode)
    fresh = new_recovery_sheet(village.meja, KETUA.sandi)
    assert not sheet_is_proven(village.meja)
    with pytest.raises(AccessError):
        prove_recovery_sheet(village.meja, village.kode)
    prove_recovery_sheet(village.meja, fresh)
    assert sheet_is_proven(village.meja)


def test_the_code_opens_the_ketua_again_with_a_second_persons_password(village: Village) -> None:
    village.meja.close()
    meja, fresh = recovered(village.folder, village.kode)
    assert meja.akun.nama == "ketua"
    assert meja.akun.sebab is SebabKunci.DIPULIHKAN
    assert [body["aksi"] for body in bodies(meja)[-2:]] == ["pulihkan-akun", "masuk"]
    assert len(bodies(meja)[-2]["setuju"]) == 2  # type: ignore[arg-type]  # JSON
    assert not sheet_is_proven(meja)
    prove_recovery_sheet(meja, fresh)
    meja.close()
    assert enters(village.folder, "ketua", FRESH).nama == "ketua"
    for old in (lambda: enters(village.folder, "ketua", KETUA.sandi),
                lambda: by_code(village.folder, village.kode)):  # fmt: skip
        with pytest.raises(AccessError):
            old()


def test_without_anybody_elses_password_two_names_are_kept_out_of_the_log(
    village: Village,
) -> None:
    village.meja.close()
    meja, _ = recovered(village.folder, village.kode, WITH_NAMES)
    body = bodies(meja)[-2]
    assert body["cara"] == "tanpa-sandi-kedua"
    assert "Uji" not in json.dumps(body)
    (named,) = changes_to_name(meja)
    assert (named.akun, named.saksi) == ("ketua", PRESENT)
    meja.close()


@pytest.mark.syarat("S-112")
def test_the_code_alone_recovers_nobody(village: Village) -> None:
    village.meja.close()
    with pytest.raises(RightsError, match="dua orang"):
        recovered(village.folder, village.kode, Pemulihan("ketua", FRESH))
    assert enters(village.folder, "ketua", KETUA.sandi).sebab is SebabKunci.DIBUAT
    check_recovery_code(village.folder, village.kode)


def test_the_ketuas_own_other_name_is_no_second_person(village: Village) -> None:
    asked = Pemulihan("ketua", FRESH, kedua=("ketua", KETUA.sandi))
    village.meja.close()
    with pytest.raises(RightsError):
        recovered(village.folder, village.kode, asked)
    assert enters(village.folder, "ketua", KETUA.sandi).aktif


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (Pemulihan("operator1", FRESH, saksi=PRESENT), RightsError),
        (Pemulihan("siapa", FRESH, saksi=PRESENT), AccessError),
        (Pemulihan("ketua", "pendek", saksi=PRESENT), BadAccount),
        (Pemulihan("ketua", "di sukamaju lima", saksi=PRESENT), BadAccount),
        (Pemulihan("ketua", FRESH, kedua=("sekretaris", "bukan sandinya")), AccessError),
    ],
)
def test_a_recovery_asked_wrongly_leaves_everything_as_it_was(
    village: Village, asked: Pemulihan, fault: type[Exception]
) -> None:
    village.meja.close()
    with pytest.raises(fault):
        recovered(village.folder, village.kode, asked)
    check_recovery_code(village.folder, village.kode)
    assert enters(village.folder, "ketua", KETUA.sandi).sebab is SebabKunci.DIBUAT


@pytest.mark.syarat("S-114")
def test_wrong_codes_slow_down_and_are_logged_by_the_recovery(village: Village) -> None:
    village.meja.close()
    for _ in range(2):
        with pytest.raises(AccessError, match="tidak cocok"):
            by_code(village.folder, "0000-" * 7 + "0000")
    assert json.loads((village.folder / ATTEMPTS_NAME).read_text())["#pemulihan"]["kali"] == 2
    meja, _ = recovered(village.folder, village.kode)
    assert bodies(meja)[-2]["gagal"] == [{"akun": 0, "kali": 2}]
    assert "gagal" not in bodies(meja)[-1]
    meja.close()


def test_the_page_after_the_code_names_leaders_and_those_who_may_confirm(village: Village) -> None:
    village.meja.close()
    opened = by_code(village.folder, village.kode)
    found = read_recoverable(opened)
    opened.file.close()
    assert found.pimpinan == ("ketua",)
    assert found.kedua == ("ketua", "sekretaris", OPERATOR_1.nama)


def test_a_desk_of_the_kabupaten_is_recovered_the_same_way(tmp_path: Path) -> None:
    made = make_desk(tmp_path)
    made.meja.close()
    folder = made.meja.folder
    opened = by_code(folder, made.kode_pemulihan)
    desk, fresh = recover_desk(folder, opened, Pemulihan("pengesah", FRESH, saksi=PRESENT), CLOCK)
    prove_recovery_sheet(desk, fresh)
    desk.close()
    log_in_desk(folder, "pengesah", FRESH, SCHEMA, CLOCK).close()
    with pytest.raises(AccessError):
        log_in_desk(folder, "pengesah", PENGESAH.sandi, SCHEMA, CLOCK)


def test_a_village_is_not_recovered_as_a_desk_nor_a_desk_as_a_village(
    village: Village, tmp_path: Path
) -> None:
    village.meja.close()
    opened = by_code(village.folder, village.kode)
    with pytest.raises(StateError, match="berkas desa"):
        recover_desk(village.folder, opened, WITH_NAMES, CLOCK)
    opened.file.close()
    made = make_desk(tmp_path)
    made.meja.close()
    opened = by_code(made.meja.folder, made.kode_pemulihan)
    with pytest.raises(StateError, match="meja kabupaten"):
        recover(made.meja.folder, opened, Pemulihan("pengesah", FRESH, saksi=PRESENT), CLOCK)
    opened.file.close()


PLACES: list[Callable[[], tuple[object, str]]] = [
    lambda: (pemulihan, "put_slot"),
    lambda: (store, "add_kunci_akun"),
    lambda: (audit_log, "append"),
]


@pytest.mark.parametrize("place", PLACES, ids=["before the slot", "after the slot", "at the log"])
def test_a_plug_pulled_before_the_recovery_is_stored_leaves_the_code_on_paper_working(
    village: Village,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    place: Callable[[], tuple[object, str]],
) -> None:
    where = tmp_path / "cabut"
    village.meja.close()
    pull_at(village, monkeypatch, where, place())
    with pytest.raises(UnpluggedError):
        recovered(village.folder, village.kode)
    monkeypatch.undo()
    meja, _ = recovered(where, village.kode)
    meja.close()
    assert enters(where, "ketua", FRESH).sebab is SebabKunci.DIPULIHKAN


def test_a_plug_pulled_after_the_recovery_is_stored_leaves_password_and_old_code(
    village: Village, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    where = tmp_path / "cabut"
    village.meja.close()
    pull_at(village, monkeypatch, where, (pemulihan, "put_recovery_slot"))
    with pytest.raises(UnpluggedError):
        recovered(village.folder, village.kode)
    monkeypatch.undo()
    assert enters(where, "ketua", FRESH).nama == "ketua"
    assert read_slots(where / SLOTS_NAME).open_slot("#pemulihan", village.kode).file_keys


def test_a_plug_pulled_while_the_sheet_is_replaced_leaves_the_old_one_and_the_reminder(
    village: Village, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    prove_recovery_sheet(village.meja, village.kode)
    pull_at(village, monkeypatch, tmp_path / "cabut", (pemulihan, "put_recovery_slot"))
    with pytest.raises(UnpluggedError):
        new_recovery_sheet(village.meja, KETUA.sandi)
    monkeypatch.undo()
    assert not sheet_is_proven(village.meja)
    check_recovery_code(tmp_path / "cabut", village.kode)
    with pytest.raises(AccessError, match="sudah diganti"):
        prove_recovery_sheet(village.meja, village.kode)
    prove_recovery_sheet(village.meja, new_recovery_sheet(village.meja, KETUA.sandi))
    assert sheet_is_proven(village.meja)
