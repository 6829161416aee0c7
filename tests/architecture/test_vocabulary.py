import ast
import tomllib

import pytest

from tests.architecture.trees import ROOT, sources


def forbidden() -> dict[str, str]:
    entries = tomllib.loads((ROOT / "resources/glosarium.toml").read_text("utf-8"))
    return {word: term for term, entry in entries.items() for word in entry["bukan"]}


def names(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                found.add(name)
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                found.add(name)
    return found


def words(name: str) -> set[str]:
    spaced = "".join(f"_{letter}" if letter.isupper() else letter for letter in name)
    parts = [part for part in spaced.lower().split("_") if part]
    return {"_".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1)}


@pytest.mark.parametrize("path", sources())
def test_names_use_one_word_per_concept(path: str) -> None:
    table = forbidden()
    wrong = {
        name: table[word] for name in names(sources()[path]) for word in words(name) & table.keys()
    }
    assert wrong == {}, "use the word of resources/glosarium.toml"
