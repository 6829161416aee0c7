"""A bundle that disappears or changes under the reader."""

from pathlib import Path

import pytest

from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.sealing.header import Mode
from pilkades_desk.paket.sending import FOLDER
from pilkades_desk.paket.untrusted import open_paket, require_sealed, trust_typed
from pilkades_desk.paket.usecases import read_sent
from pilkades_desk.paket.values import JenisPaket
from pilkades_desk.penerimaan.usecases import make_kit, read_root_digits
from tests.penerimaan.makers import Handover


def test_a_stick_pulled_before_the_files_are_opened_is_named(handover: Handover) -> None:
    path = make_kit(handover.desk, handover.stick)
    trust = trust_typed(read_root_digits(handover.desk), handover.village.clock.now())
    paket = open_paket(path, (JenisPaket.KIT,), Mode.RESMI, trust)
    path.unlink()
    with pytest.raises(StorageError, match="tidak terbaca") as caught:
        paket.files()
    assert caught.value.hint


def sealed(handover: Handover) -> tuple[Path, str]:
    (paket, _), *_ = read_sent(handover.village)
    return handover.village.folder / FOLDER / paket.berkas, paket.amplop


def test_a_bundle_of_ours_may_go_out_while_it_is_what_was_sealed(handover: Handover) -> None:
    require_sealed(*sealed(handover))


def test_no_byte_of_a_bundle_of_ours_may_change(handover: Handover) -> None:
    path, amplop = sealed(handover)
    whole = path.read_bytes()
    for at in range(0, len(whole), 211):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(StorageError, match="rusak"):
            require_sealed(path, amplop)


@pytest.mark.parametrize("content", [b"", None], ids=["kosong", "hilang"])
def test_a_lost_bundle_of_ours_is_named(handover: Handover, content: bytes | None) -> None:
    path, amplop = sealed(handover)
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StorageError, match="rusak atau hilang"):
        require_sealed(path, amplop)


def test_another_whole_bundle_does_not_pass_for_it(handover: Handover) -> None:
    path, amplop = sealed(handover)
    path.write_bytes(make_kit(handover.desk, handover.stick).read_bytes())
    with pytest.raises(StorageError, match="rusak"):
        require_sealed(path, amplop)
