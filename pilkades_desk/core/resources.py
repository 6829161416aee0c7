"""What travels with the program (fonts, profiles, wording): beside the checkout or in the wheel."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pilkades_desk.core.errors import ResourceError


def resource(*names: str) -> Traversable:
    """Find one file or folder under `resources/`; ResourceError when the installation lacks it."""
    package = files("pilkades_desk")
    packaged = package / "resources"
    root = packaged if packaged.is_dir() else Path(str(package)).parent / "resources"
    found = root.joinpath(*names)
    if not (found.is_file() or found.is_dir()):
        raise ResourceError(
            f"Berkas program '{'/'.join(names)}' tidak ada.",
            "Pasang ulang Pilkades Desk dari berkas pemasang yang utuh.",
        )
    return found


def resource_bytes(*names: str) -> bytes:
    """Read one resource whole."""
    return resource(*names).read_bytes()


def resource_text(*names: str) -> str:
    """Read one UTF-8 resource whole."""
    return resource(*names).read_text("utf-8")
