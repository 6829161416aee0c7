"""`python -m tests.matriks`: write docs/matriks.md, requirement → law → use case → test.

Requirements stand in docs/syarat.toml. What keeps one names its code in its docstring, "(S-201)";
what proves it carries `@pytest.mark.syarat("S-201")`. Source is read, never imported.
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.architecture.trees import ROOT, STEPS, sources

SYARAT = ROOT / "docs/syarat.toml"
PAGE = ROOT / "docs/matriks.md"
OWN = "kebijakan program"
STATUS = {"terverifikasi", "asumsi"}
KODE = re.compile(r"\bS-[0-9]{3}\b")
Syarat = Mapping[str, Mapping[str, str]]
Trees = Mapping[str, ast.Module]
Marks = Mapping[str, tuple[str, ...]]
HEAD = """\
# Requirement → law → use case → test

Written by `python -m tests.matriks` from the requirements in [syarat.toml](syarat.toml) and the
marks in code and tests; a test fails when this page is stale or something stands alone. `asumsi`:
nobody of this project has read the legal text. *Kebijakan program*: our own design, no law.
"""


@dataclass(frozen=True)
class Matrix:
    """The requirements, what keeps and what proves each, and the use cases that name none."""

    syarat: Syarat
    code: Marks
    tests: Marks
    unmarked: tuple[str, ...] = ()


def read_matrix() -> Matrix:
    """Read requirements and marks as they stand in the tree."""
    tests = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
    }
    syarat = tomllib.loads(SYARAT.read_text("utf-8"))
    return Matrix(syarat, keeping_marks(sources()), proof_marks(tests), unmarked(sources()))


def keeping_marks(trees: Trees) -> Marks:
    """Give the codes each function or method names in its docstring, by `path::name`."""
    found = {
        f"{path}::{name}": tuple(KODE.findall(ast.get_docstring(node) or ""))
        for path, tree in trees.items()
        for name, node in _functions(tree)
    }
    return {place: codes for place, codes in found.items() if codes}


def proof_marks(trees: Trees) -> Marks:
    """Give the codes each test carries, by `path::name`."""
    found = {
        f"{path}::{name}": tuple(code for one in node.decorator_list for code in _marked(one))
        for path, tree in trees.items()
        for name, node in _functions(tree)
    }
    return {place: codes for place, codes in found.items() if codes}


def unmarked(trees: Trees) -> tuple[str, ...]:
    """Name the public use cases, and whatever else opens an act, that keep no requirement."""
    return tuple(
        f"{path}::{name}"
        for path, tree in trees.items()
        for name, node in _functions(tree)
        if not node.name.startswith("_")
        and (_is_use_case(path, name) or _opens_act(node))
        and not KODE.search(ast.get_docstring(node) or "")
    )


def faults(matrix: Matrix) -> list[str]:
    """Say of everything that stands alone or is badly written what to add where."""
    found = [
        f'{place}: name its requirement in the docstring, "(S-…)"' for place in matrix.unmarked
    ]
    for place, codes in (*matrix.code.items(), *matrix.tests.items()):
        found += [
            f"{place}: {code} is not in {SYARAT.name}"
            for code in codes
            if code not in matrix.syarat
        ]
    kept, proven = _by_code(matrix.code), _by_code(matrix.tests)
    for code, entry in matrix.syarat.items():
        found += [f"{code}: {fault}" for fault in _faults_of(code, entry)]
        if code not in kept:
            found.append(f'{code}: write "({code})" in the docstring of the use case that keeps it')
        if code not in proven:
            found.append(
                f'{code}: put @pytest.mark.syarat("{code}") on the test that fails without it'
            )
    return found


def page(matrix: Matrix) -> str:
    """Write the page: one table per step."""
    kept, proven = _by_code(matrix.code), _by_code(matrix.tests)
    parts = [HEAD]
    for digit, title in enumerate(("semua langkah", *STEPS)):
        rows = [
            f"| {code} | {entry['syarat']} | {_basis(entry)} "
            f"| {_places(kept.get(code, ()))} | {_places(proven.get(code, ()))} |"
            for code, entry in matrix.syarat.items()
            if code[2] == str(digit)
        ]
        head = (
            f"## {digit} {title}\n\n| | syarat | dasar | use case | uji |\n|---|---|---|---|---|\n"
        )
        parts.append(head + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Give module functions and methods by the name they go under."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            methods = (item for item in node.body if isinstance(item, ast.FunctionDef))
            yield from ((f"{node.name}.{item.name}", item) for item in methods)


def _is_use_case(path: str, name: str) -> bool:
    return "usecases" in Path(path).with_suffix("").parts and "." not in name


def _opens_act(node: ast.FunctionDef) -> bool:
    """Tell whether `.act(Aksi.SOMETHING)` is called in it."""
    return any(
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "act"
        and ast.unparse(call).find("(Aksi.") > 0
        for call in ast.walk(node)
    )


def _marked(decorator: ast.expr) -> tuple[str, ...]:
    if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.syarat":
        return tuple(str(ast.literal_eval(argument)) for argument in decorator.args)
    return ()


def _by_code(marks: Marks) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place, codes in marks.items():
        for code in codes:
            found.setdefault(code, []).append(place)
    return found


def _faults_of(code: str, entry: Mapping[str, Any]) -> Iterator[str]:
    if not KODE.fullmatch(code) or int(code[2]) > len(STEPS):
        yield f"a code is S- and three digits, the first one 0 to {len(STEPS)}"
    if not entry.get("syarat", "").endswith("."):
        yield "`syarat` is one sentence with its full stop"
    if not entry.get("dasar"):
        yield f"`dasar` names regulation and pasal, or {OWN!r}"
    wanted = {None} if entry.get("dasar") == OWN else STATUS
    if entry.get("status") not in wanted:
        yield f"`status` of {entry.get('dasar')!r} is one of {sorted(map(str, wanted))}"


def _basis(entry: Mapping[str, str]) -> str:
    return f"{entry['dasar']} – {entry['status']}" if "status" in entry else f"*{OWN}*"


def _places(places: Iterable[str]) -> str:
    """Write places short: the part of the path that tells, and the name in words for a test."""
    shown = []
    for place in places:
        path, name = place.split("::")
        stem = path.removeprefix("pilkades_desk/").removeprefix("tests/").removesuffix(".py")
        test = path.startswith("tests/")
        words = name.removeprefix("test_").replace("_", " ")
        shown.append(f"{stem}: {words}" if test else f"`{stem.replace('/', '.')}.{name}`")
    return "<br>".join(shown)


if __name__ == "__main__":
    PAGE.write_text(page(read_matrix()), "utf-8")
