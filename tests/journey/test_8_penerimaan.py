from pathlib import Path

import pytest

from pilkades_desk.core.errors import BundleError
from pilkades_desk.penerimaan.desk import MejaKabupaten
from pilkades_desk.penerimaan.usecases import read_masuk, receive, rekap
from tests.journey.conftest import Played


def test_the_desk_has_accepted_one_bundle(desk: MejaKabupaten) -> None:
    assert len(read_masuk(desk)) == 1


def test_the_recap_of_the_kabupaten_is_the_villages_result(
    desk: MejaKabupaten, played: Played
) -> None:
    table = rekap(desk)
    assert [row.sah for row in table.baris] == [played.facts["hasil"]["sah"]]
    assert len(table.belum) == 2


def test_receiving_it_again_changes_nothing(desk: MejaKabupaten, played: Played) -> None:
    again = receive(desk, Path(played.facts["paket"]))
    assert again.sudah
    assert len(read_masuk(desk)) == 1


def test_a_bundle_cut_in_half_is_refused_and_nothing_stored(
    desk: MejaKabupaten, played: Played, tmp_path: Path
) -> None:
    content = Path(played.facts["paket"]).read_bytes()
    half = tmp_path / "separuh.pilkades"
    half.write_bytes(content[: len(content) // 2])
    with pytest.raises(BundleError):
        receive(desk, half)
    assert len(read_masuk(desk)) == 1
