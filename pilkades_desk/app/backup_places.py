"""Where this laptop keeps backups outside the election's folder; a choice of the laptop's user."""

from pathlib import Path

from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.storage.disk import make_folder, write_whole
from pilkades_desk.kits.usb.sticks import find_sticks
from pilkades_desk.panitia.cadangan import OUTSIDE, Simpanan, places_of

_NAME = "pilkades-desk"
_CHOICE = "map-cadangan"


def second_folder() -> Path:
    """Give the folder chosen on this laptop, else `Cadangan Pilkades` among the documents."""
    import platformdirs

    try:
        chosen = (_settings() / _CHOICE).read_text("utf-8").strip()
    except (OSError, ValueError):
        chosen = ""
    return Path(chosen) if chosen else Path(platformdirs.user_documents_path()) / OUTSIDE


def choose_second(election: Path, folder: Path) -> None:
    """Keep another folder from now on; StateError when it lies inside the election's own."""
    if folder.resolve().is_relative_to(election.resolve()):
        raise StateError(
            "Map kedua tidak boleh di dalam map pemilihan.", "Pilih map lain, misalnya di Dokumen."
        )
    make_folder(_settings())
    write_whole(_settings() / _CHOICE, str(folder).encode("utf-8"))


def places(election: Path) -> tuple[Simpanan, ...]:
    """Give the places of an election's backups as they are now."""
    return places_of(election, second_folder(), find_sticks())


def elsewhere() -> tuple[Path, ...]:
    """Give where copies lie outside an election's folder now: second folder, every stick."""
    on_sticks = (stick / OUTSIDE for stick in find_sticks())
    return (second_folder(), *(place for place in on_sticks if place.is_dir()))


def _settings() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir(_NAME, appauthor=False))
