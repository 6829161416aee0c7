"""Every failing write while a bundle is sealed and copied: told, nothing half, and repeated."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from pilkades_desk.core.errors import PilkadesError, StorageError
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.usb.status import StickError, StickStatus
from pilkades_desk.paket import store
from pilkades_desk.paket.sending import FOLDER
from pilkades_desk.paket.untrusted import require_sealed
from pilkades_desk.paket.usecases import export_key_request, read_kit, read_tanda_terima
from pilkades_desk.paket.values import PaketKeluar
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.penerimaan.usecases import make_kit, receive, write_tanda_terima
from tests.app.refusals import fill_disk, make_room
from tests.chaos.failing_files import (
    FULL,
    GARBLED,
    GONE,
    LATE,
    ON_STICK,
    ONCE,
    PULLED,
    REMOVE,
    SHORT,
    FailingSystem,
    Fault,
    failing,
)
from tests.chaos.striking import Work, parts, refusal_of, strike_everywhere
from tests.penerimaan.makers import Handover

Begin = Callable[[Handover], Work]


def send(both: Handover) -> Work:
    return lambda: both.send(both.hasil())


def ask_certificates(both: Handover) -> Work:
    return lambda: export_key_request(both.village, both.stick)


def hand_out_kit(both: Handover) -> Work:
    return lambda: make_kit(both.desk, both.stick)


def answer(both: Handover) -> Work:
    masuk = receive(both.desk, both.send(both.hasil()).hasil).masuk
    clear(both.stick.root)
    return lambda: write_tanda_terima(both.desk, masuk, both.stick)


class Honesty:
    """What must hold on laptop and stick after every failing and every repeating."""

    def __init__(self, meja: MejaAkun, stick: Path) -> None:
        self.meja, self.stick, self.folder = meja, stick, meja.folder / FOLDER
        self.known = {one.berkas for one in self.sent()}

    def starting(self, begin: Callable[[], Work]) -> Work:
        """Make ready, and remember how things stood before the work."""
        work = begin()
        self.head = self.meja.head()
        return work

    def __call__(self, told: PilkadesError | None, disk: FailingSystem) -> None:
        if told is not None and not isinstance(told, StickError):
            assert self.meja.head() == self.head, "refused on the laptop, and yet stored"
        self._hold_laptop(left=disk.struck == REMOVE)
        self._hold_stick(left=disk.fault.for_good)

    def sent(self) -> tuple[PaketKeluar, ...]:
        with self.meja.read() as session:
            return store.read_paket(session)

    def _hold_laptop(self, *, left: bool) -> None:
        sent, half = self.sent(), parts(self.folder)
        assert left or half == []
        there = {path.name for path in self.folder.iterdir()} - set(half)
        assert there == {one.berkas for one in sent}, "a bundle without a row, or a row without one"
        for one in sent:
            if one.berkas not in self.known:
                require_sealed(self.folder / one.berkas, one.amplop)
        self.known = there

    def _hold_stick(self, *, left: bool) -> None:
        half = parts(self.stick)
        assert left or half == []
        for path in self.stick.iterdir():
            if path.name not in half:
                assert path.read_bytes() == (self.folder / path.name).read_bytes()
        clear(self.stick)


def clear(stick: Path) -> None:
    for path in stick.iterdir():
        path.unlink()


WHO = {send: "village", ask_certificates: "village", hand_out_kit: "desk", answer: "desk"}
EACH = pytest.mark.parametrize("begin", WHO, ids=lambda begin: begin.__name__)


@EACH
@pytest.mark.parametrize("fault", ONCE, ids=str)
def test_a_bundle_is_sealed_and_copied_or_neither(
    handover: Handover, begin: Begin, fault: Fault
) -> None:
    meja = getattr(handover, WHO[begin])
    honesty = Honesty(meja, handover.stick.root)
    step = 1 if begin is send and fault in (FULL, GARBLED) else 6
    assert (
        strike_everywhere(
            fault, lambda: honesty.starting(partial(begin, handover)), honesty, step=step
        )
        > 1
    )
    with meja.read() as session:
        assert audit_log.verify(session) == audit_log.read_head(session)


@EACH
@pytest.mark.parametrize("fault", ON_STICK, ids=str)
def test_a_stick_that_fails_is_named_and_another_one_serves(
    handover: Handover, begin: Begin, fault: Fault
) -> None:
    stick = handover.stick.root
    honesty = Honesty(getattr(handover, WHO[begin]), stick)
    assert (
        strike_everywhere(fault, lambda: honesty.starting(partial(begin, handover)), honesty, stick)
        > 0
    )


@pytest.mark.parametrize("fault", [GONE, GARBLED, LATE, SHORT], ids=str)
def test_a_lying_stick_is_found_by_reading_back(handover: Handover, fault: Fault) -> None:
    stick = handover.stick.root
    with failing(fault, 1, stick):
        told = refusal_of(send(handover))
    assert isinstance(told, StickError)
    assert told.status is StickStatus.LYING
    assert list(stick.iterdir()) == []


def test_a_bundle_gone_bad_on_the_laptop_is_not_copied(handover: Handover) -> None:
    folder, stick = handover.village.folder / FOLDER, handover.stick.root
    with failing(LATE, 1, folder):
        told = refusal_of(send(handover))
    assert isinstance(told, StorageError)
    assert "rusak" in told.sentence
    assert list(stick.iterdir()) == []
    assert receive(handover.desk, handover.send().hasil).masuk.serial == 2


def test_a_bundle_is_not_kept_when_the_database_refuses_its_row(handover: Handover) -> None:
    folder = handover.village.folder / FOLDER
    fill_disk(handover.village)
    before = sorted(folder.iterdir())
    told = refusal_of(send(handover))
    assert isinstance(told, StorageError)
    assert sorted(folder.iterdir()) == before
    make_room(handover.village)
    assert receive(handover.desk, handover.send().hasil).masuk.serial == 1


def test_reading_what_came_on_a_stick_writes_no_file(handover: Handover) -> None:
    desk, village, stick = handover.desk, handover.village, handover.stick
    kit, sent = make_kit(desk, stick), handover.send()
    with failing(PULLED, 1) as disk:
        read_kit(village, kit)
        got = receive(desk, sent.hasil)
    answered = write_tanda_terima(desk, got.masuk, stick)
    with failing(PULLED, 1) as again:
        assert read_tanda_terima(village, answered).riwayat_cocok
    assert disk.elsewhere == again.elsewhere == 0
