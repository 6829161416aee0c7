"""Every bad bundle, kit or receipt: one sentence, one hint, nothing stored, nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.errors import (
    BundleError,
    PilkadesError,
    StorageError,
)
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.paket.usecases import read_kit, read_tanda_terima
from pilkades_desk.panitia.usecases import create_pemilihan, make_village_keys
from pilkades_desk.penerimaan.usecases import make_kit, receive, write_tanda_terima
from tests.app.refusals import content_of, refused_by, refused_by_program
from tests.makers import DESA, KETUA, make_clock
from tests.penerimaan.makers import (
    OTHER,
    Handover,
    Kept,
    copy_of,
    enrol,
    keep,
    make_strangers,
)
from tests.processes import files_up_to, run_program


@pytest.fixture(scope="module")
def kept_handover(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return keep(enrol(make_strangers(tmp_path_factory.mktemp("kenal"))))


@pytest.fixture
def handover(kept_handover: Kept, tmp_path: Path) -> Iterator[Handover]:
    both = copy_of(kept_handover, tmp_path / "kenal")
    yield both
    both.close()


# --- a full disk ----------------------------------------------------------------------------


def test_a_bundle_that_does_not_fit_takes_no_serial(handover: Handover) -> None:
    before = content_of(handover.village)
    with files_up_to(2000):
        told = refused_by(StorageError, handover.send)
    assert "penuh" in told.sentence
    assert content_of(handover.village) == before
    assert receive(handover.desk, handover.send().hasil).masuk.serial == 1


# --- a bundle cut in half -------------------------------------------------------------------


def halve(path: Path) -> Path:
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    return path


def test_half_a_bundle_is_not_received(handover: Handover) -> None:
    path, before = halve(handover.send().hasil), content_of(handover.desk)
    told = refused_by(BundleError, lambda: receive(handover.desk, path))
    assert "tidak lengkap" in told.sentence
    assert content_of(handover.desk) == before


@pytest.mark.parametrize("words", [(), ("--json",)], ids=["teks", "json"])
def test_half_a_bundle_is_named_on_the_command_line(handover: Handover, words: tuple[str]) -> None:
    path = halve(handover.send().publik)
    answer = run_program("periksa", "paket", path, *words)
    assert "tidak lengkap" in refused_by_program(answer).sentence


def test_half_a_kit_is_not_read(handover: Handover) -> None:
    path, before = halve(make_kit(handover.desk, handover.stick)), content_of(handover.village)
    refused_by(BundleError, lambda: read_kit(handover.village, path))
    assert content_of(handover.village) == before


def test_half_a_receipt_is_not_read(handover: Handover) -> None:
    got = receive(handover.desk, handover.send().hasil)
    path = halve(write_tanda_terima(handover.desk, got.masuk, handover.stick))
    before = content_of(handover.village)
    refused_by(BundleError, lambda: read_tanda_terima(handover.village, path))
    assert content_of(handover.village) == before


# --- a receipt that is another's ------------------------------------------------------------


def neighbour(handover: Handover, folder: Path) -> Handover:
    """A second village of the same desk."""
    desa = DESA.model_copy(update={"kode_desa": OTHER.kode_desa, "desa": OTHER.desa})
    village = create_pemilihan(folder / "tetangga", desa, KETUA, SCHEMA, make_clock()).meja
    make_village_keys(village)
    village.clock.jump(handover.village.clock.now())
    return enrol(Handover(handover.desk, village, handover.stick))


@pytest.mark.syarat("S-708")
def test_a_receipt_of_another_village_is_refused(handover: Handover, tmp_path: Path) -> None:
    other = neighbour(handover, tmp_path)
    handover.send()
    got = receive(handover.desk, other.send().hasil)
    path = write_tanda_terima(handover.desk, got.masuk, handover.stick)
    before = content_of(handover.village)
    told = refused_by(BundleError, lambda: read_tanda_terima(handover.village, path))
    assert told.hint
    assert content_of(handover.village) == before
    assert read_tanda_terima(other.village, path).isi.serial == 1
    other.village.close()


def test_a_result_handed_back_as_a_receipt_is_refused(handover: Handover) -> None:
    path = handover.send().publik
    before = content_of(handover.village)
    refused_by(BundleError, lambda: read_tanda_terima(handover.village, path))
    assert content_of(handover.village) == before


def test_the_log_still_holds_after_all_refusals(handover: Handover) -> None:
    for wrong in (halve(handover.send().publik), Path("tidak-ada.pilkades")):
        refused_by(PilkadesError, lambda wrong=wrong: read_tanda_terima(handover.village, wrong))
    with handover.village.read() as session:
        assert audit_log.verify(session) == audit_log.read_head(session)


# --- a file that is no bundle ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["tidak-ada.pilkades", "."])
def test_a_bundle_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    answer = run_program("periksa", "paket", tmp_path / name)
    assert refused_by_program(answer).sentence == "Berkas paket tidak terbaca."


def test_any_other_file_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "surat.pilkades").write_text("Yth. Bapak Kepala Desa")
    answer = run_program("periksa", "paket", tmp_path / "surat.pilkades")
    assert "bukan berkas paket" in refused_by_program(answer).sentence
