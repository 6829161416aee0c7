"""Every failing write while documents and lists are saved; freezing and importing write none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.app.wiring_pemilih import make_pemilih_acts
from pilkades_desk.berita_acara.usecases import export_pdf, freeze, read_dokumen, read_pdf
from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih.forms import MASKED, NUMBERS, PURPOSE
from pilkades_desk.pemilih.pribadi import export_repair_list
from pilkades_desk.pemilih.usecases import import_sheet
from tests.app.locked import enter, make_locked
from tests.chaos.failing_files import ONCE, PULLED, FailingSystem, Fault, failing
from tests.chaos.striking import Work, strike_everywhere
from tests.makers import make_meja


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    """An election with one document, frozen on a disk that takes no file."""
    meja = enter(make_locked(tmp_path_factory.mktemp("siap")))
    with failing(PULLED, 1) as disk:
        freeze(meja, "F-07")
    assert disk.elsewhere == 0, "freezing writes a file"
    yield meja
    meja.close()


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    """A new election with a sheet, imported on a disk that takes no file."""
    folder = tmp_path_factory.mktemp("impor")
    expected = write_kpu33(folder / "pemilih.xlsx", 5, 120)
    meja = make_meja(folder)
    with failing(PULLED, 1) as disk:
        assert import_sheet(meja, folder / "pemilih.xlsx").diterima == expected.taken
    assert disk.elsewhere == 0, "importing writes a file"
    yield meja
    meja.close()


@pytest.mark.parametrize("old", [None, b"lama"], ids=["baru", "menimpa"])
@pytest.mark.parametrize("fault", ONCE, ids=str)
def test_a_document_is_saved_whole_or_not_at_all(
    ready: Meja, tmp_path: Path, fault: Fault, old: bytes | None
) -> None:
    (dokumen,) = read_dokumen(ready)
    folder = tmp_path / "dokumen"
    path, right = folder / dokumen.file_name, read_pdf(ready, dokumen)

    def begin() -> Work:
        if old is not None:
            folder.mkdir(exist_ok=True)
            path.write_bytes(old)
        elif path.exists():
            path.unlink()
        return lambda: export_pdf(ready, folder)

    def check(told: PilkadesError | None, disk: FailingSystem) -> None:
        there = {one.name: one.read_bytes() for one in folder.iterdir()} if folder.exists() else {}
        kept = right if told is None else old
        assert there == ({} if kept is None else {path.name: kept})

    assert strike_everywhere(fault, begin, check) > 0


@pytest.mark.parametrize("fault", ONCE, ids=str)
def test_the_repair_list_is_saved_whole_or_not_at_all(
    imported: Meja, tmp_path: Path, fault: Fault
) -> None:
    path, right = tmp_path / "perbaikan.xlsx", export_repair_list(imported, TujuanAkses.PERBAIKI)
    save = make_pemilih_acts(imported, open_loket=lambda: None).repairs.save
    why = {PURPOSE: TujuanAkses.PERBAIKI.sebutan, NUMBERS: MASKED}

    def check(told: PilkadesError | None, disk: FailingSystem) -> None:
        there = {one.name: len(one.read_bytes()) for one in tmp_path.iterdir()}
        path.unlink(missing_ok=True)
        assert there == ({} if told else {path.name: len(right)})

    assert strike_everywhere(fault, lambda: lambda: save(path, why), check) > 0
