"""Whatever a bug carries, the log tells where it happened and nothing about a person."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.app.crash_log import CrashLog
from pilkades_desk.app.crash_text import bug_line, bug_report
from pilkades_desk.app.demo_voters import LAST, MEN, WOMEN
from pilkades_desk.pemilih.values import PemilihBaru

NIK = st.from_regex(r"\A[1-9][0-9]{15}\Z")
NAMES = st.tuples(st.sampled_from(MEN + WOMEN), st.sampled_from(LAST)).map(
    lambda two: " ".join(two).upper()
)


class BrokenError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no text")


def bare(nik: str, nama: str) -> None:
    raise ValueError(nik, nama)


def worded(nik: str, nama: str) -> None:
    held = {"nik": nik, "nama": nama}
    raise RuntimeError(f"pemilih {nama} dengan NIK {nik} ganda: {held!r}")


def missing(nik: str, nama: str) -> None:
    places: dict[str, int] = {nama: 1}
    places[nik]


def renamed(nik: str, nama: str) -> None:
    getattr(nama, nama.replace(" ", "_"))


def validated(nik: str, nama: str) -> None:
    PemilihBaru.model_validate({"nik": nik + "9", "nama": [nama], "kk": nama})


def chained(nik: str, nama: str) -> None:
    try:
        worded(nik, nama)
    except RuntimeError as error:
        raise OSError(2, nama, f"/rumah/{nama}/{nik}.xlsx") from error


def grouped(nik: str, nama: str) -> None:
    noted = ValueError(nama)
    noted.add_note(nik)
    raise ExceptionGroup(nama, [noted, KeyError(nik)])


def speechless(nik: str, nama: str) -> None:
    raise BrokenError(nik, nama)


WAYS = (bare, worded, missing, renamed, validated, chained, grouped, speechless)


def caught(fail: Callable[[str, str], None], nik: str, nama: str) -> Exception:
    try:
        fail(nik, nama)
    except Exception as error:  # noqa: BLE001 -- any bug
        return error
    raise AssertionError("nothing failed")


@pytest.mark.syarat("S-010")
@pytest.mark.parametrize("fail", WAYS)
@given(nik=NIK, nama=NAMES)
def test_no_bug_carries_a_person_into_the_log(
    fail: Callable[[str, str], None], nik: str, nama: str
) -> None:
    error = caught(fail, nik, nama)
    told = f"{bug_report(error)}\n{bug_line(error)}"
    assert nik[-6:] not in told
    for word in nama.split():
        assert word not in told
    assert type(error).__name__ in told
    assert f" {fail.__name__}" in told


def test_the_programs_own_words_stay() -> None:
    def fail() -> None:
        raise ValueError("alamat tidak terbaca: " + str([1990]))

    with pytest.raises(ValueError, match="alamat") as caught:
        fail()
    assert bug_line(caught.value) == "ValueError: alamat tidak terbaca: […]"


def test_what_the_language_says_of_a_missing_name_stays() -> None:
    with pytest.raises(AttributeError) as caught:
        Path().gone  # type: ignore[attr-defined]  # noqa: B018 -- the bug
    assert bug_line(caught.value).endswith("object has no attribute 'gone'")


def test_the_first_cause_is_told_first_and_places_are_modules_and_lines() -> None:
    told = bug_report(caught(chained, "3399015205900001", "SITI"))
    lines = told.splitlines()
    kinds = [line.partition(":")[0] for line in lines if not line.startswith("  ")]
    assert kinds == ["RuntimeError", "FileNotFoundError"]
    assert any(line.endswith(" worded") for line in lines)
    assert ".py" not in told


def test_a_log_line_of_our_own_hides_numbers_too(tmp_path: Path) -> None:
    made = CrashLog(tmp_path, print)
    logging.getLogger("pilkades_desk").info("baris %s", "3399 0152 0590 0001")
    made.uninstall()
    assert "3399" not in made.path.read_text("utf-8")
