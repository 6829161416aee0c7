"""Files and accounts: make an encrypted file, log in, add a second person.

A keyslot holds 32 bytes of file key and the account's own signing key, so one password opens
both. The village desk and the kabupaten desk use the same mechanics.
"""

import secrets
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import AccessError, PilkadesError, StorageError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.keybox.recovery import new_code, read_code
from pilkades_desk.kits.keybox.slots import RECOVERY, Slots, read_slots, write_slots
from pilkades_desk.kits.signing.keys import new_key, public_pem
from pilkades_desk.kits.storage.disk import named_refusals
from pilkades_desk.kits.storage.election_file import ElectionFile, Schema
from pilkades_desk.panitia.values import AkunBaru

FILE_NAME = "pemilihan.db"
SLOTS_NAME = "pemilihan.kunci.json"
_KEY_LENGTH = 32


class BadAccount(PilkadesError):  # noqa: N818 -- carries findings, see `findings`
    """The account or signing person asked for breaks a rule; every finding says what to do."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings[0].text, findings[0].do_now)
        self.findings = tuple(findings)


@dataclass(frozen=True)
class OpenedFile:
    """What a password opened: the file and the account's own key."""

    file: ElectionFile = field(repr=False)
    key: bytes = field(repr=False)


@contextmanager
def created_file(folder: Path, first: AkunBaru, schema: Schema) -> Iterator[tuple[OpenedFile, str]]:
    """Make file and keyslots for the first account; gives the recovery code to print.

    Whatever fails inside leaves no file behind, so that it can be tried again in the same folder.
    """
    keyslots = folder / SLOTS_NAME
    if keyslots.exists():
        raise StorageError(
            f"Berkas '{SLOTS_NAME}' sudah ada.", "Pilih map lain atau buka pemilihan yang ada."
        )
    file_key, key, code = secrets.token_bytes(_KEY_LENGTH), new_key(), new_code()
    file = ElectionFile.create(folder / FILE_NAME, file_key, schema)
    slots = Slots(uuid.uuid4().hex)
    slots = slots.with_slot(first.nama, first.sandi, file_key + key)
    slots = slots.with_slot(RECOVERY, code, file_key)
    try:
        with named_refusals(keyslots):
            write_slots(keyslots, slots)
        yield OpenedFile(file, key), code
    except BaseException:
        file.discard()
        with suppress(OSError):
            keyslots.unlink(missing_ok=True)
        raise


def account_names(folder: Path) -> tuple[str, ...]:
    """Name the accounts of a file without opening it; for the login screen."""
    return read_slots(folder / SLOTS_NAME).names


def open_file(folder: Path, nama: str, sandi: str, schema: Schema) -> OpenedFile:
    """Open a file with one account's password."""
    secret = read_slots(folder / SLOTS_NAME).open_slot(nama, sandi)
    file = ElectionFile.open(folder / FILE_NAME, secret[:_KEY_LENGTH], schema)
    return OpenedFile(file, secret[_KEY_LENGTH:])


@contextmanager
def closed_on_failure(opened: OpenedFile) -> Iterator[None]:
    """Close a file again when what was found in it is refused."""
    try:
        yield
    except BaseException:
        opened.file.close()
        raise


def read_account_key(folder: Path, nama: str, sandi: str) -> bytes:
    """Give another account's own key while the file is already open (the second person)."""
    return read_slots(folder / SLOTS_NAME).open_slot(nama, sandi)[_KEY_LENGTH:]


def add_slot(folder: Path, opener: tuple[str, str], baru: AkunBaru) -> str:
    """Let one more account open the file; gives its public key.

    `opener` is name and password of someone who can open it already: the file key is in no memory
    but the driver's, so it is unwrapped once more.
    """
    path = folder / SLOTS_NAME
    slots = read_slots(path)
    file_key = slots.open_slot(*opener)[:_KEY_LENGTH]
    key = new_key()
    with named_refusals(path):
        write_slots(path, slots.with_slot(baru.nama, baru.sandi, file_key + key))
    return public_pem(key)


def check_recovery_code(folder: Path, untrusted_code: str) -> None:
    """Prove that the printed code opens the file; AccessError when it does not (S-104)."""
    try:
        read_slots(folder / SLOTS_NAME).open_slot(RECOVERY, read_code(untrusted_code))
    except AccessError:
        raise AccessError(
            "Kode pemulihan tidak cocok.", "Ketik ulang dari lembar yang baru dicetak."
        ) from None


def account_digest(baru: AkunBaru) -> str:
    """Give what two people approve when an account is added: name, person and role."""
    return sha256_hex(canonical(baru.model_dump(mode="json", exclude={"sandi"})))


def now_text(clock: Clock) -> str:
    """Give today's year, a word no password may hold."""
    return str(clock.now().year)
