"""`pilkades-desk periksa paket`: intact, vouched for and in order are three questions."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pilkades_desk.app.check import REFUSED, SAH, UNVOUCHED, print_check
from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.penerimaan.usecases import make_kit
from tests.app.refusals import refused_by
from tests.makers import make_clock
from tests.penerimaan.makers import Handover, copy_of, enrol, keep, make_strangers


@dataclass
class Sent:
    """A village's bundles by serial, from 0, and the kit."""

    both: Handover
    kit: Path
    publik: tuple[Path, ...]
    hasil: tuple[Path, ...]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    both = enrol(make_strangers(tmp_path_factory.mktemp("kenal")))
    kit = make_kit(both.desk, both.stick)
    made = [both.send(both.hasil(votes)) for votes in ((120, 80), (119, 81), (118, 82))]
    yield Sent(both, kit, tuple(one.publik for one in made), tuple(one.hasil for one in made))
    both.close()


Ask = Callable[..., tuple[int, dict[str, object]]]


@pytest.fixture
def ask(sent: Sent, capsys: pytest.CaptureFixture[str]) -> Ask:
    def look(path: Path, kit: Path | None, before: Path | None) -> tuple[int, dict[str, object]]:
        code = print_check(path, kit, before, sent.both.desk.clock, as_json=True)
        return code, json.loads(capsys.readouterr().out)

    return look


@pytest.mark.syarat("S-705", "S-706")
@pytest.mark.parametrize("jenis", ["publik", "hasil"])
def test_a_bundle_is_sah_when_it_is_intact_vouched_for_and_next(
    sent: Sent, ask: Ask, jenis: str
) -> None:
    paths = getattr(sent, jenis)
    code, said = ask(paths[1], sent.kit, paths[0])
    assert (code, said["utuh"], said["asli"], said["urut"], said["sah"]) == (SAH, *[True] * 4)
    assert (said["kode"], said["jenis"], said["serial"]) == ("", jenis, 2)


@pytest.mark.parametrize(
    ("with_kit", "with_before", "answers"),
    [(False, False, (None, None)), (True, False, (True, None)), (False, True, (None, True))],
)
def test_what_was_not_asked_is_null_and_the_code_says_so(
    sent: Sent, ask: Ask, with_kit: bool, with_before: bool, answers: tuple[bool | None, ...]
) -> None:
    kit, before = sent.kit if with_kit else None, sent.publik[0] if with_before else None
    code, said = ask(sent.publik[1], kit, before)
    assert (code, said["sah"], said["asli"], said["urut"]) == (UNVOUCHED, False, *answers)


@pytest.mark.parametrize(("before", "kode"), [(2, "E732"), (1, "E731")])
def test_a_bundle_that_came_earlier_is_not_in_order(
    sent: Sent, ask: Ask, before: int, kode: str
) -> None:
    code, said = ask(sent.publik[1], sent.kit, sent.publik[before])
    assert (code, said["urut"], said["sah"], said["kode"]) == (REFUSED, False, False, kode)


def test_serials_in_between_leave_the_order_open(sent: Sent, ask: Ask) -> None:
    code, said = ask(sent.publik[2], sent.kit, sent.publik[0])
    assert (code, said["urut"], said["kode"]) == (UNVOUCHED, None, "W734")


def test_a_second_bundle_of_one_serial_is_a_fork(sent: Sent, ask: Ask, tmp_path: Path) -> None:
    both = copy_of(keep(enrol(make_strangers(tmp_path / "asli"))), tmp_path / "kenal")
    both.send()
    copy = both.twin(tmp_path / "kembar")
    first = both.send().publik
    stick = tmp_path / "usb"
    stick.mkdir()
    other = Handover(both.desk, copy, FolderDrive(stick)).send(both.hasil((1, 2))).publik
    code, said = ask(other, None, first)
    assert (code, said["urut"], said["kode"]) == (REFUSED, False, "E733")
    copy.close()
    both.close()


def test_the_bundle_before_must_be_of_the_same_kind_and_sender(sent: Sent) -> None:
    clock = make_clock()
    clock.jump(sent.both.desk.clock.now())
    told = refused_by(
        StateError,
        lambda: print_check(sent.publik[1], None, sent.hasil[0], clock, as_json=False),
    )
    assert sent.hasil[0].name in told.sentence


def test_a_broken_file_beside_it_is_named_and_the_bundle_is_not_called_broken(
    sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "rusak.pilkades"
    broken.write_bytes(sent.publik[0].read_bytes()[:-100])
    clock = sent.both.desk.clock
    for kit, before in ((broken, None), (None, broken)):
        told = refused_by(
            StateError,
            lambda kit=kit, before=before: print_check(
                sent.publik[1], kit, before, clock, as_json=True
            ),
        )
        assert told.sentence.startswith("'rusak.pilkades': ")
    assert capsys.readouterr().out == ""


def test_people_read_whether_it_is_in_order(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    clock = sent.both.desk.clock
    for before, words in (
        (sent.publik[0], "ya"), (sent.publik[2], "tidak"), (None, "beri --setelah"),
    ):  # fmt: skip
        print_check(sent.publik[1], None, before, clock, as_json=False)
        line = next(x for x in capsys.readouterr().out.splitlines() if x.startswith("Urut"))
        assert words in line
