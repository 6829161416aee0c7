"""Only core/files.py changes files; elsewhere half a file could be left under a good name."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.trees import sources

LAYER = "pilkades_desk/core/files.py"
EXEMPT = {
    "pilkades_desk/_bootstrap.py": "runs before the program can be imported; a lost mark is remade",
    "pilkades_desk/app/crash_log.py": "a log grows line by line and must take a bug of the layer",
    "pilkades_desk/kits/qt/theme.py": "pictures for the style sheet, gone with the window",
}
CHANGES = {
    "chmod", "hardlink_to", "mkdir", "rename", "rmdir", "symlink_to", "touch", "unlink",
    "write_bytes", "write_text",
}  # fmt: skip
MODULES = {"os", "shutil"}
MODULE_CHANGES = CHANGES | {
    "copy", "copy2", "copyfile", "copytree", "fsync", "link", "makedirs", "move", "open", "remove",
    "replace", "rmtree", "symlink", "truncate",
}  # fmt: skip
WRITING = set("wax+")


def writes(call: ast.Call) -> bool:
    """Whether a call changes a file, judged by its name and what it is given."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    name = getattr(call.func, "attr", None) or getattr(call.func, "id", "")
    if isinstance(owner, ast.Name) and owner.id in MODULES:
        return name in MODULE_CHANGES
    if isinstance(owner, ast.Attribute) and owner.attr == "system":  # the layer itself
        return False
    if name == "open":
        return bool(WRITING & set("".join(modes(call))))
    if name == "replace":  # of a text it takes two, of a date names
        return owner is not None and len(call.args) == 1 and not call.keywords
    return owner is not None and name in CHANGES


def modes(call: ast.Call) -> list[str]:
    """The words among what is given that can be a mode of opening."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    words = [one.value for one in given if isinstance(one, ast.Constant)]
    return [word for word in words if isinstance(word, str) and set(word) <= set("rwaxbt+")]


def changes(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and writes(node):
            yield node.lineno


def test_no_other_module_changes_a_file() -> None:
    allowed = {LAYER, *EXEMPT}
    found = {path: list(changes(tree)) for path, tree in sources().items() if path not in allowed}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_every_exemption_is_still_needed() -> None:
    assert [path for path in (LAYER, *EXEMPT) if not list(changes(sources()[path]))] == []


@pytest.mark.parametrize(
    "line",
    [
        "open(path, 'w')", "path.open('wb')", "path.open(mode='a+b')", "path.write_bytes(b'')",
        "path.write_text('', 'utf-8')", "part.replace(path)", "os.replace(part, path)",
        "os.fsync(3)", "os.open(path, 1)", "path.unlink()", "path.mkdir()", "shutil.copy(a, b)",
        "shutil.rmtree(a)", "path.touch()",
    ],
)  # fmt: skip
def test_a_planted_change_is_reported(line: str) -> None:
    assert list(changes(ast.parse(line))) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "open(path)", "path.open('rb')", "path.open()", "text.replace('a', 'b')", "replace(value)",
        "when.replace(tzinfo=UTC)", "os.access(path, os.W_OK)", "files.system.remove(path)",
        "files.system.open(path, 'xb')", "ElectionFile.open(path, key, schema)",
        "shutil.disk_usage(path)", "names.append('wb')",
    ],
)  # fmt: skip
def test_what_only_reads_is_not_reported(line: str) -> None:
    assert list(changes(ast.parse(line))) == []
