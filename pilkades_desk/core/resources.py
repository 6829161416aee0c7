"""What travels with the program (fonts, profiles, wording): beside the checkout or in the wheel."""

from pathlib import Path

from pilkades_desk.core.errors import ResourceError


def resource(*names: str) -> Path:
    """Find one file or folder under `resources/`; ResourceError when the installation lacks it."""
    package = Path(__file__).parents[1]
    packaged = package / "resources"
    root = packaged if packaged.is_dir() else package.parent / "resources"
    found = root.joinpath(*names)
    if not (found.is_file() or found.is_dir()):
        raise _fault(names, "tidak ada")
    return found


def resource_bytes(*names: str) -> bytes:
    """Read one resource whole; ResourceError when it is missing or cannot be read."""
    try:
        return resource(*names).read_bytes()
    except OSError as error:
        raise _fault(names, "tidak terbaca") from error


def resource_text(*names: str) -> str:
    """Read one UTF-8 resource whole; ResourceError when it is missing or damaged."""
    try:
        return resource_bytes(*names).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _fault(names, "rusak") from error


def _fault(names: tuple[str, ...], what: str) -> ResourceError:
    return ResourceError(
        f"Berkas program '{'/'.join(names)}' {what}.",
        "Pasang ulang Pilkades Desk dari berkas pemasang yang utuh.",
    )
