"""A laptop whose clock is wrong, or goes backwards, goes on working; its log stays whole."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pilkades_desk.core.clock import Clock, SteppingClock
from pilkades_desk.core.errors import AccessError, BundleError
from pilkades_desk.panitia.akun import log_in_again
from pilkades_desk.penerimaan.usecases import receive
from tests.app.refusals import refused_by
from tests.chaos import grounds
from tests.chaos.grounds import enter, make_known, make_new, make_sent, open_both
from tests.chaos.killing import Kind, copied
from tests.chaos.refusing import close, look_again
from tests.chaos.writes import WORKING
from tests.makers import KETUA
from tests.penerimaan.makers import LATER

CLOCKS: dict[str, Clock] = {
    "1980": SteppingClock(datetime(1980, 1, 1, tzinfo=UTC)),
    "hari pemungutan": SteppingClock(datetime(2027, 2, 3, 5, tzinfo=UTC)),
    "setahun lagi": SteppingClock(LATER + timedelta(days=400)),
    "mundur": SteppingClock(LATER, timedelta(minutes=-7)),
}


NOT_WITHIN = ("1980", "setahun lagi")
"""Certificates are held against the desk's own clock: it receives nothing then, see below."""
TRIED = [
    pytest.param(kind, clock, id=f"{kind.name}-{clock}")
    for kind in WORKING
    for clock in CLOCKS
    if kind.name != "terima" or clock not in NOT_WITHIN
]


@pytest.mark.syarat("S-033")
@pytest.mark.parametrize(("kept", "clock"), TRIED, indirect=["kept"], scope="session")
def test_work_goes_on_with_a_wrong_clock(
    kept: tuple[Kind, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    kind, folder = kept
    place = copied(folder, tmp_path / "jam")
    monkeypatch.setattr(grounds, "make_clock", lambda: CLOCKS[clock])
    desks = kind.open(place)
    for step in desks.steps():
        step.do()
        assert step.done()
    close(desks)
    look_again(kind, place, [])


@pytest.mark.syarat("S-033")
def test_a_village_whose_clock_is_wrong_is_warned_not_stopped(tmp_path: Path) -> None:
    make_known(tmp_path)
    both = open_both(tmp_path)
    both.village = replace(both.village, clock=CLOCKS["1980"])
    got = receive(both.desk, both.send().hasil)
    assert [found.code for found in got.temuan] == ["W809"]
    both.close()


@pytest.mark.syarat("S-033")
def test_a_desk_whose_clock_is_wrong_is_told_to_look_at_it_and_receives_afterwards(
    tmp_path: Path,
) -> None:
    make_sent(tmp_path)
    both = open_both(tmp_path)
    (bundle,) = both.stick.root.glob("*-hasil-*")
    for wrong in NOT_WITHIN:
        desk = replace(both.desk, clock=CLOCKS[wrong])
        told = refused_by(BundleError, lambda desk=desk: receive(desk, bundle))  # type: ignore[misc]  # bound at once
        assert "jam laptop" in told.hint
    assert receive(both.desk, bundle).masuk.nomor == 1
    both.close()


@pytest.mark.syarat("S-033")
@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=365 * 46)], ids=str)
def test_a_clock_set_back_after_wrong_passwords_locks_nobody_out(
    tmp_path: Path, back: timedelta
) -> None:
    make_new(tmp_path)
    with closing(enter(tmp_path)) as meja:
        for _ in range(5):
            refused_by(AccessError, lambda: log_in_again(meja, KETUA.nama, "salah sekali ini"))
        told = refused_by(AccessError, lambda: log_in_again(meja, KETUA.nama, KETUA.sandi))
        assert "tunggu" in told.sentence
        earlier = SteppingClock(LATER - back, timedelta(seconds=30))
        village = replace(meja, clock=earlier)
        refused_by(AccessError, lambda: log_in_again(village, KETUA.nama, KETUA.sandi))
        assert log_in_again(village, KETUA.nama, KETUA.sandi).akun.nama == KETUA.nama
