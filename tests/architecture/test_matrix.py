"""Every requirement has a use case and a test, every use case a requirement; the page is fresh."""

import ast
from dataclasses import replace

import pytest

from tests import matriks
from tests.matriks import Matrix, faults, page, read_matrix

CODE = '''
def open_box(meja):
    """Open the box (S-101)."""
'''
TEST = """
@pytest.mark.syarat("S-101")
def test_the_box_opens(): ...
"""
WHOLE = Matrix(
    {"S-101": {"syarat": "Kotak dibuka.", "dasar": "kebijakan program"}},
    matriks.keeping_marks({"pilkades_desk/panitia/usecases.py": ast.parse(CODE)}),
    matriks.proof_marks({"tests/panitia/test_usecases.py": ast.parse(TEST)}),
)


def test_nothing_stands_alone() -> None:
    assert "\n".join(faults(read_matrix())) == ""


def test_the_page_is_what_the_marks_say() -> None:
    fresh = matriks.PAGE.read_text("utf-8") == page(read_matrix())
    assert fresh, "docs/matriks.md is stale: run `python -m tests.matriks`"


def test_the_planted_matrix_is_whole() -> None:
    assert faults(WHOLE) == []
    assert "| S-101 | Kotak dibuka. | *kebijakan program* | `panitia.usecases.open_box` |" in (
        page(WHOLE)
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"code": {}}, 'S-101: write "(S-101)" in the docstring'),
        ({"tests": {}}, 'S-101: put @pytest.mark.syarat("S-101") on the test'),
        ({"code": WHOLE.code | {"a.py::shut": ("S-199",)}}, "a.py::shut: S-199 is not in"),
        ({"tests": WHOLE.tests | {"t.py::test_a": ("S-1",)}}, "t.py::test_a: S-1 is not in"),
        ({"unmarked": ("a.py::shut",)}, "a.py::shut: name its requirement"),
    ],
)
def test_each_planted_orphan_is_named(change: dict[str, object], said: str) -> None:
    (fault,) = faults(replace(WHOLE, **change))  # type: ignore[arg-type]  # one field at a time
    assert fault.startswith(said)


@pytest.mark.parametrize(
    "entry",
    [
        {"syarat": "Tanpa titik", "dasar": "kebijakan program"},
        {"syarat": "Tanpa dasar."},
        {"syarat": "Tanpa status.", "dasar": "UU 3/2024 Pasal 33"},
        {"syarat": "Bukan hukum.", "dasar": "kebijakan program", "status": "terverifikasi"},
        {"syarat": "Status lain.", "dasar": "UU 3/2024 Pasal 33", "status": "pasti"},
    ],
)
def test_a_requirement_badly_written_is_named(entry: dict[str, str]) -> None:
    assert faults(replace(WHOLE, syarat={"S-101": entry}))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("pilkades_desk/tps/usecases.py", "def shut(meja): ..."),
        ("pilkades_desk/tps/usecases/closing.py", "def shut(meja): ..."),
        ("pilkades_desk/tps/closing.py", "def shut(meja):\n with meja.act(Aksi.TUTUP): ..."),
        ("pilkades_desk/tps/closing.py", "class A:\n def shut(self): meja.act(Aksi.TUTUP)"),
    ],
)
def test_a_use_case_without_a_requirement_is_found(path: str, source: str) -> None:
    (place,) = matriks.unmarked({path: ast.parse(source)})
    assert place.endswith("shut")


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("pilkades_desk/tps/usecases.py", "def _shut(meja): ..."),
        ("pilkades_desk/tps/usecases.py", 'def shut(meja):\n "Shut (S-401)."'),
        ("pilkades_desk/tps/rules.py", "def shut(units): ..."),
    ],
)
def test_what_is_private_marked_or_no_use_case_is_left_alone(path: str, source: str) -> None:
    assert matriks.unmarked({path: ast.parse(source)}) == ()
