"""`python -m installers.sbom [FILE]`: what the installers carry, as CycloneDX 1.6 JSON.

Made from requirements.lock, lisensi.toml and pyproject.toml alone: no network, no time stamp, no
random number, so the same tree gives the same bytes. A lock holds the hash of every file published
for a version; the hashes of a component are all of them, and the one installed is among them.
"""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from installers.locked import Pinned, read_lock, spelled

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "installers/requirements.lock"
LICENCES = ROOT / "installers/lisensi.toml"
Table = dict[str, Any]


def read_licences() -> tuple[dict[str, str], dict[str, Table]]:
    """Give the allowed SPDX ids with their reasons, and version, licence, note by package."""
    content = tomllib.loads(LICENCES.read_text("utf-8"))
    return content["boleh"], content["paket"]


def compose() -> Table:
    """Compose the bill of materials; KeyError when a locked package has no licence entry."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    _, licences = read_licences()
    locked = read_lock(LOCK.read_text("utf-8"))
    own = _component(project["name"], project["version"], project["license"])
    direct = {_name_of(line) for line in project["dependencies"]}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": own | {"type": "application", "description": project["description"]}
        },
        "components": [
            _library(locked[name], licences[name]["lisensi"]) for name in sorted(locked)
        ],
        "dependencies": [
            {
                "ref": own["bom-ref"],
                "dependsOn": [_purl(name, locked[name].version) for name in sorted(direct)],
            }
        ],
    }


def write(content: Table) -> str:
    """Write the bill as text, one way only."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _library(pinned: Pinned, licence: str) -> Table:
    hashes = [{"alg": "SHA-256", "content": one} for one in sorted(pinned.hashes)]
    return _component(pinned.name, pinned.version, licence) | {"hashes": hashes}


def _component(name: str, version: str, licence: str) -> Table:
    alone = {"license": {"id": licence}}
    purl = _purl(name, version)
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "licenses": [{"expression": licence} if " " in licence else alone],
        "purl": purl,
    }


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{spelled(name)}@{version}"


def _name_of(requirement: str) -> str:
    return spelled(re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0])


if __name__ == "__main__":
    text = write(compose())
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
