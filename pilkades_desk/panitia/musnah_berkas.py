"""Which files hold an election's data, in the order they are destroyed: what opens it goes first.

In the election's folder files are known by name, elsewhere only by the keyslot file inside them:
nothing else of the people's is ever touched.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pilkades_desk.core.errors import AccessError
from pilkades_desk.kits.keybox.slots import parse_slots
from pilkades_desk.kits.storage.backup import ENDING, RefusedBackup, read_backup
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.values import PerintahMusnah

ORDER_NAME = "pemilihan.musnah.json"
OPENING = ("pemilihan.kunci.lama", SLOTS_NAME)
"""What opens the election, the version before first."""
PACKETS = "paket"
"""Same as `paket.usecases.FOLDER`, a later step: signed bundles, public record or sealed."""
_OWN = re.compile(r"pemilihan\.[a-z0-9.-]+", re.ASCII)
_FOLDERS = re.compile(r"cadangan|pulih|uji-pulih|sebelum-pulih(-.+)?")
_BACKUP = f".{ENDING}"
_LIMIT = 1 << 20


def files_to_destroy(folder: Path, perintah: PerintahMusnah) -> tuple[Path, ...]:
    """Give every file to destroy that is there: keyslots, then copies holding some, then data."""
    found = {*_own(folder.absolute(), with_packets=perintah.dengan_paket), *_listed(perintah)}
    for place in perintah.tempat:
        found |= {*_copies(Path(place), perintah.berkas)}
    return tuple(sorted(found, key=_rank))


def keyslots_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give those that are keyslot files, the versions before and those of copies too."""
    return tuple(path for path in paths if _rank(path)[0] == 0)


def unseen_files(folder: Path, perintah: PerintahMusnah) -> tuple[str, ...]:
    """Give the listed files whose own folder is not there: nobody can say that they are gone."""
    parents = {path: Path(path).parent for path in perintah.daftar}
    return tuple(
        path
        for path, parent in parents.items()
        if not parent.is_relative_to(folder.absolute()) and not parent.is_dir()
    )


def places_away(perintah: PerintahMusnah) -> tuple[str, ...]:
    """Give the places that are not there, such as a stick that was pulled out."""
    return tuple(place for place in perintah.tempat if not Path(place).is_dir())


def kept_files(folder: Path, perintah: PerintahMusnah) -> tuple[Path, ...]:
    """Give the bundles that stay because nobody asked for them to go."""
    return () if perintah.dengan_paket else tuple(sorted(_inside(folder / PACKETS)))


def _rank(path: Path) -> tuple[int, str]:
    if path.name.startswith(Path(SLOTS_NAME).stem):
        return 0, str(path)
    return 2 if path.name.startswith(FILE_NAME) else 1, str(path)


def _own(folder: Path, *, with_packets: bool) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if _FOLDERS.fullmatch(path.name) or (with_packets and path.name == PACKETS):
                yield from _inside(path)
        elif _OWN.fullmatch(path.name) and path.name != ORDER_NAME:
            yield path


def _listed(perintah: PerintahMusnah) -> Iterator[Path]:
    # beside a keyslot file that went first; a list from the disk names nothing but files like ours
    for path in map(Path, perintah.daftar):
        if (_OWN.fullmatch(path.name) or path.suffix == _BACKUP) and path.is_file():
            yield path


def _inside(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _copies(place: Path, berkas: str) -> Iterator[Path]:
    if not place.is_dir():
        return
    for path in _inside(place):
        if path.suffix == _BACKUP and _keyslot_id(path) == berkas:
            yield path
        elif path.name == SLOTS_NAME and _id_in(path.read_bytes()[:_LIMIT]) == berkas:
            yield path
            yield from (each for each in path.parent.iterdir() if _OWN.fullmatch(each.name))


def _keyslot_id(untrusted_backup: Path) -> str:
    try:
        return read_backup(untrusted_backup).about.berkas
    except (OSError, RefusedBackup):
        return ""


def _id_in(untrusted_bytes: bytes) -> str:
    try:
        return parse_slots(untrusted_bytes).file_id
    except AccessError:
        return ""
