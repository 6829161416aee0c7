import ast
import re
from collections.abc import Iterator

from tests.architecture.trees import ROOT, length, sources

FILE, FUNCTION, CLASS, PUBLIC, SIGNALS, MOCKS = 400, 60, 250, 15, 5, 10
EXEMPT: frozenset[str] = frozenset()  # named here, and only shrinking
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{path}:{node.name}", node


def classes() -> Iterator[tuple[str, ast.ClassDef]]:
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                yield f"{path}:{node.name}", node


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in sources()}
    assert {p: n for p, n in lengths.items() if n > FILE and p not in EXEMPT} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    long = {name: length(node) for name, node in functions() if length(node) > FUNCTION}
    assert {name: n for name, n in long.items() if name not in EXEMPT} == {}


def test_no_class_is_longer_than_250_lines() -> None:
    assert {name: length(node) for name, node in classes() if length(node) > CLASS} == {}


def test_no_class_has_more_than_15_public_methods() -> None:
    def public(node: ast.ClassDef) -> int:
        names = [item.name for item in node.body if isinstance(item, Function)]
        return sum(not name.startswith("_") for name in names)

    assert {name: public(node) for name, node in classes() if public(node) > PUBLIC} == {}


def test_package_files_hold_a_docstring_and_nothing_else() -> None:
    packages = {path: tree for path, tree in sources().items() if path.endswith("__init__.py")}
    assert [path for path, tree in packages.items() if len(tree.body) != 1] == []


def test_no_class_has_more_than_5_signals() -> None:
    def signals(node: ast.ClassDef) -> int:
        made = [item.value for item in node.body if isinstance(item, ast.Assign)]
        calls = [call.func for call in made if isinstance(call, ast.Call)]
        return sum(isinstance(func, ast.Name) and func.id == "Signal" for func in calls)

    assert {name: signals(node) for name, node in classes() if signals(node) > SIGNALS} == {}


def test_nothing_connects_a_lambda() -> None:
    found = []
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                connects = node.func.attr == "connect"
                if connects and any(isinstance(arg, ast.Lambda) for arg in node.args):
                    found.append(f"{path}:{node.lineno}")
    assert found == []


def test_tests_use_real_objects() -> None:
    words = re.compile(r"\b(mocker|monkeypatch|MagicMock|Mock\(|patch\()")
    texts = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py")]
    lines = sum(len(text.splitlines()) for text in texts)
    count = sum(len(words.findall(text)) for text in texts) - 1  # this pattern itself
    assert count * 1000 <= MOCKS * lines
