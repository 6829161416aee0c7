import ast
import tomllib
from functools import cache
from typing import Any

import pytest

from tests.architecture.trees import ROOT, sources


@cache
def glossary() -> dict[str, dict[str, Any]]:
    return tomllib.loads((ROOT / "resources/glosarium.toml").read_text("utf-8"))


def forbidden() -> dict[str, str]:
    return {word: term for term, entry in glossary().items() for word in entry["bukan"]}


def names(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                found.add(name)
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                found.add(name)
            case ast.MatchAs(name=str(name)) | ast.alias(asname=str(name)):
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


def test_each_word_says_what_it_means_and_what_it_replaces() -> None:
    assert [term for term, entry in glossary().items() if set(entry) != {"arti", "bukan"}] == []
    assert [
        term for term, entry in glossary().items() if not (entry["arti"] and entry["bukan"])
    ] == []


def test_no_word_is_forbidden_twice_or_wanted_elsewhere() -> None:
    listed = [word for entry in glossary().values() for word in entry["bukan"]]
    assert len(listed) == len(set(listed))
    assert set(listed) & glossary().keys() == set()


def test_a_forbidden_word_is_found_inside_a_longer_name() -> None:
    assert "voters" in words("takeInVoters") & words("count_voters_now")
