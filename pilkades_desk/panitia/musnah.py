"""What ends an election file: two people order it, its keys go first, the rest after, on record.

The order lies in clear beside the file until the record is saved, so a start after a crash knows
what is left to do. From the moment the keyslots are gone nothing in the folder can be opened.
"""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from pilkades_desk.core import files
from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.errors import AccessError, StateError, StorageError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage.disk import named_refusals, write_whole
from pilkades_desk.panitia.accounts import SLOTS_NAME
from pilkades_desk.panitia.findings import W141
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.musnah_berkas import (
    OPENING,
    ORDER_NAME,
    files_to_destroy,
    kept_files,
    keyslots_of,
    places_away,
    unseen_files,
)
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.rules import needs_second, same_person
from pilkades_desk.panitia.values import CatatanMusnah, PerintahMusnah, Persetujuan

_LIMIT = 1 << 20


@dataclass(frozen=True, slots=True)
class UntrustedPermintaan:
    """What was typed: the village's name as a safeguard, who does it and who looks on."""

    desa: str
    oleh: str
    saksi: str = ""
    tempat: tuple[Path, ...] = ()
    dengan_paket: bool = False


def destruction_digest(meja: Meja, minta: UntrustedPermintaan) -> str:
    """Give what two people approve: which election, which places, whether bundles go (S-141)."""
    facts = {
        "pemilihan": meja.pemilihan.id,
        "tempat": [str(each) for each in minta.tempat],
        "paket": minta.dengan_paket,
    }
    return sha256_hex(canonical(facts))


def order_destruction(
    meja: Meja, minta: UntrustedPermintaan, persetujuan: Sequence[Persetujuan] = ()
) -> PerintahMusnah:
    """Destroy the keys of this election; `finish_destruction` does the rest (S-006, S-141).

    The desk is of no use afterwards and has to be closed.

    Raises:
        StateError: the typed village is another one.
        RightsError: not two people where there are two.
    """
    meja.demand(Aksi.MUSNAHKAN)
    if not same_person(minta.desa, meja.pemilihan.desa):
        raise StateError("Nama desa tidak cocok.", f"Ketik {meja.pemilihan.desa} dengan lengkap.")
    with meja.act(Aksi.MUSNAHKAN) as act:
        digest = destruction_digest(meja, minta)
        if needs_second(meja.accounts(act.session).values()):
            act.require_two(digest, persetujuan)
        draft = _order(meja, minta)
        found = files_to_destroy(meja.folder, draft)
        counts = {"tempat": len(minta.tempat), "berkas": len(found)}
        act.record(f"pemilihan/{meja.pemilihan.id}", segel=digest, **counts)
        act.commit()
    paths = files_to_destroy(meja.folder, draft)
    named = {"daftar": tuple(map(str, paths)), "kepala": meja.head().full}
    perintah = draft.model_copy(update=named)
    write_whole(meja.folder / ORDER_NAME, perintah.model_dump_json(indent=1).encode("utf-8"))
    _destroy_keys(meja.folder)
    _destroy(keyslots_of(paths))
    return perintah


def check_start(folder: Path) -> Finding | None:
    """Say what an ordered destruction has left; None when none was ordered or keys are there.

    Syarat: S-141.
    """
    perintah = read_order(folder)
    if perintah is None or _can_open(folder):
        return None
    return W141.at("map pemilihan", jumlah=len(_left(folder, perintah)))


def forget_void_order(folder: Path) -> None:
    """Forget an order that ended before the keys went: nothing was destroyed (S-141)."""
    if _can_open(folder):
        files.drop(folder / ORDER_NAME)


def read_order(folder: Path) -> PerintahMusnah | None:
    """Give the order of a destruction that was begun; None when there is none (S-141)."""
    try:
        with (folder / ORDER_NAME).open("rb") as stream:
            untrusted_content = json.loads(stream.read(_LIMIT))
        return PerintahMusnah.model_validate(untrusted_content)
    except (OSError, ValidationError, ValueError, RecursionError):
        return None


def finish_destruction(folder: Path) -> CatatanMusnah:
    """Destroy what is left and look that it is gone; may be repeated (S-141).

    Raises:
        StateError: nobody ordered it, or the keys are still there.
    """
    perintah = read_order(folder)
    if perintah is None or _can_open(folder):
        raise StateError("Pemusnahan belum diperintahkan.", "Mulai dari langkah Panitia.")
    _destroy(files_to_destroy(folder, perintah))
    left = _left(folder, perintah)
    return CatatanMusnah(
        perintah=perintah,
        hilang=tuple(path for path in perintah.daftar if path not in left),
        sisa=tuple(sorted(left)),
        tetap=tuple(str(path) for path in kept_files(folder, perintah)),
        lepas=places_away(perintah),
    )


def save_record(folder: Path, catatan: CatatanMusnah, path: Path) -> None:
    """Save the record as PDF, and forget the order once nothing is left (S-141)."""
    from pilkades_desk.panitia.musnah_pdf import draw_catatan

    write_whole(path, draw_catatan(catatan))
    if catatan.sisa:
        raise StorageError(f"{len(catatan.sisa)} berkas belum terhapus.", _what_helps(catatan))
    files.drop(folder / ORDER_NAME)


def _left(folder: Path, perintah: PerintahMusnah) -> set[str]:
    found = {str(path) for path in files_to_destroy(folder, perintah)}
    listed = {path for path in perintah.daftar if Path(path).exists()}
    return found | listed | {*unseen_files(folder, perintah)}


def _what_helps(catatan: CatatanMusnah) -> str:
    for place in catatan.lepas:
        if any(Path(path).is_relative_to(place) for path in catatan.sisa):
            return f"Colokkan lagi tempat '{place}', lalu selesaikan lagi."
    return "Cabut flashdisk yang terkunci atau tutup program lain, lalu selesaikan lagi."


def _order(meja: Meja, minta: UntrustedPermintaan) -> PerintahMusnah:
    pemilihan = meja.pemilihan
    names = ("desa", "kecamatan", "kabupaten", "tanggal", "zona")
    return PerintahMusnah(
        **{name: getattr(pemilihan, name) for name in names},
        berkas=read_slots(meja.folder / SLOTS_NAME).file_id,
        kepala=meja.head().full,
        pada=meja.clock.now(),
        oleh=minta.oleh,
        saksi=minta.saksi,
        tempat=tuple(str(each.absolute()) for each in minta.tempat),
        dengan_paket=minta.dengan_paket,
    )


def _can_open(folder: Path) -> bool:
    """Tell whether a keyslot file is left that opens the election; an unreadable one counts."""
    try:
        read_slots(folder / SLOTS_NAME)
    except AccessError:  # written over
        return False
    except StorageError:
        return any((folder / name).exists() for name in OPENING)
    return True


def _destroy_keys(folder: Path) -> None:
    """Destroy what opens the file, the last that does so last; refused, all stays as it was."""
    try:
        for name in OPENING:
            with named_refusals(folder / name):
                files.shred(folder / name)
    except StorageError:
        if _can_open(folder):
            files.drop(folder / ORDER_NAME)
            raise


def _destroy(paths: Iterable[Path]) -> None:
    """Destroy in this order; what refuses is passed over, and found by whoever looks after."""
    for path in paths:
        with suppress(StorageError), named_refusals(path):
            files.shred(path)
