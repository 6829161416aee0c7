"""The bill of materials is whole, says the same every time, and keeps CycloneDX 1.6's shape."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from installers.locked import read_lock
from installers.sbom import LOCK, ROOT, compose, read_licences, write

PURL = re.compile(r"pkg:pypi/[a-z0-9]+(-[a-z0-9]+)*@[0-9][0-9a-z.]*")
LIBRARY = {"type", "bom-ref", "name", "version", "purl", "licenses", "hashes"}


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    return json.loads(write(compose()))


def test_it_says_what_it_is(bill: dict[str, Any]) -> None:
    head = {name: bill[name] for name in ("bomFormat", "specVersion", "version")}
    assert head == {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
    assert bill.keys() - head == {"$schema", "metadata", "components", "dependencies"}


def test_it_is_about_this_program_in_its_own_version(bill: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    own = bill["metadata"]["component"]
    assert (own["type"], own["name"]) == ("application", project["name"])
    assert own["version"] == project["version"]
    assert own["licenses"] == [{"license": {"id": project["license"]}}]


def test_every_locked_package_is_a_component_with_all_its_hashes(bill: dict[str, Any]) -> None:
    locked = read_lock(LOCK.read_text("utf-8")).values()
    shipped = {
        (one["name"], one["version"]): {entry["content"] for entry in one["hashes"]}
        for one in bill["components"]
    }
    assert shipped == {(one.name, one.version): set(one.hashes) for one in locked}
    assert len(bill["components"]) == len(shipped)


def test_each_component_has_the_fields_asked_for(bill: dict[str, Any]) -> None:
    for one in bill["components"]:
        assert one.keys() == LIBRARY
        assert one["type"] == "library"
        assert one["bom-ref"] == one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}"
        assert PURL.fullmatch(one["purl"])
        for entry in one["hashes"]:
            assert entry["alg"] == "SHA-256"
            assert re.fullmatch(r"[0-9a-f]{64}", entry["content"])
        contents = [entry["content"] for entry in one["hashes"]]
        assert len(contents) == len(set(contents)) > 0


def test_a_licence_is_one_id_or_one_expression(bill: dict[str, Any]) -> None:
    _, listed = read_licences()
    for one in bill["components"]:
        (licence,) = one["licenses"]
        asked = listed[one["name"]]["lisensi"]
        compound = " " in asked
        assert licence == ({"expression": asked} if compound else {"license": {"id": asked}})


def test_references_are_unique_and_all_there(bill: dict[str, Any]) -> None:
    own = bill["metadata"]["component"]["bom-ref"]
    refs = [own, *(one["bom-ref"] for one in bill["components"])]
    assert len(refs) == len(set(refs))
    (ours,) = bill["dependencies"]
    assert ours["ref"] == own
    assert set(ours["dependsOn"]) < set(refs)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert len(ours["dependsOn"]) == len(project["dependencies"])


def test_another_process_with_another_hash_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "sbom.cdx.json"
    command = [sys.executable, "-m", "installers.sbom", str(path)]
    subprocess.run(command, cwd=ROOT, env={"PYTHONHASHSEED": "4711"}, check=True)
    assert path.read_text("utf-8") == write(compose())
    assert "timestamp" not in path.read_text("utf-8")
