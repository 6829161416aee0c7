from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pilkades_desk.core.errors import AccessError
from pilkades_desk.kits.keybox.attempts import (
    FREE,
    Failed,
    after_logging,
    after_success,
    demand_patience,
    failed_again,
    read_attempts,
    seconds_left,
    to_log,
    wait_after,
    write_attempts,
)

NOW = datetime(2027, 2, 3, 12, 0, tzinfo=UTC)


def wrong(times: int) -> dict[str, Failed]:
    attempts: dict[str, Failed] = {}
    for _ in range(times):
        attempts = failed_again(attempts, "ketua", NOW)
    return attempts


def test_the_first_tries_cost_no_wait() -> None:
    assert [wait_after(count) for count in range(FREE)] == [timedelta()] * FREE


def test_every_further_wrong_password_doubles_the_wait_up_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after(count).seconds for count in range(FREE, FREE + 8)]
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900]
    assert wait_after(10_000) == timedelta(minutes=15)


def test_a_try_that_comes_too_early_is_refused_with_the_seconds_left() -> None:
    with pytest.raises(AccessError, match="tunggu 11 detik"):
        demand_patience(wrong(FREE), "ketua", NOW + timedelta(seconds=4, milliseconds=500))


def test_after_the_wait_the_next_try_is_open() -> None:
    demand_patience(wrong(FREE), "ketua", NOW + timedelta(seconds=15))


def test_one_account_does_not_slow_another() -> None:
    demand_patience(wrong(20), "operator1", NOW)


def test_success_ends_the_wait_and_forgets_nothing_that_is_to_be_logged() -> None:
    left = after_success(failed_again(wrong(9), "operator1", NOW), "ketua")
    assert seconds_left(left, "ketua", NOW) == 0
    assert to_log(left) == {"ketua": 9, "operator1": 1}


def test_a_wrong_password_is_logged_once_and_one_typed_meanwhile_the_next_time() -> None:
    attempts = after_success(wrong(3), "ketua")
    logged = to_log(attempts)
    left = after_logging(failed_again(attempts, "ketua", NOW), logged)
    assert to_log(left) == {"ketua": 1}
    assert after_logging(after_success(left, "ketua"), to_log(left)) == {}


def test_the_wait_of_another_account_goes_on_when_its_tries_are_logged() -> None:
    attempts = wrong(6)
    left = after_logging(attempts, to_log(attempts))
    assert (to_log(left), seconds_left(left, "ketua", NOW) > 0) == ({}, True)


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "gagal.json"
    write_attempts(path, wrong(7))
    assert read_attempts(path, NOW) == wrong(7)


def test_a_last_try_in_the_future_counts_as_now(tmp_path: Path) -> None:
    path = tmp_path / "gagal.json"
    write_attempts(path, failed_again(wrong(9), "ketua", NOW + timedelta(days=9000)))
    demand_patience(read_attempts(path, NOW), "ketua", NOW + timedelta(minutes=15))
    assert read_attempts(path, NOW)["ketua"].last == NOW


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"ketua": 3}', '{"ketua": {"kali": "x"}}', "[" * 100_000, '{"ketua": {}}'],
)
def test_a_damaged_count_keeps_nobody_out(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gagal.json"
    path.write_text(content)
    assert read_attempts(path, NOW) == {}


def test_a_disk_that_refuses_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "gagal.json"
    path.mkdir()
    write_attempts(path, wrong(1))
    assert read_attempts(path, NOW) == {}
