"""Files and keyslots: make an encrypted file, open it, give, change and take away access.

A password opens an account's own keys: the one it signs approvals with, and the one the file key
is sealed to. The village desk and the kabupaten desk use the same mechanics. Keyslots are written
before the database says so, so a cut-off act leaves a slot that opens nothing new.
"""

import secrets
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pilkades_desk.core import files
from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import AccessError, PilkadesError, StorageError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.keybox.attempts import (
    after_logging,
    after_success,
    demand_patience,
    failed_again,
    read_attempts,
    to_log,
    write_attempts,
)
from pilkades_desk.kits.keybox.envelope import envelope_public, new_envelope_key
from pilkades_desk.kits.keybox.password import WrongPassword
from pilkades_desk.kits.keybox.recovery import new_code, read_code
from pilkades_desk.kits.keybox.slots import (
    RECOVERY,
    AccountKeys,
    Slots,
    read_slots,
    slots_bytes,
    write_slots,
)
from pilkades_desk.kits.signing.keys import new_key, public_pem
from pilkades_desk.kits.storage.copying import make_backup
from pilkades_desk.kits.storage.disk import named_refusals
from pilkades_desk.kits.storage.election_file import DamagedFile, ElectionFile, Schema
from pilkades_desk.kits.storage.swap import Interrupted, finish
from pilkades_desk.panitia.findings import W132, W133, W137
from pilkades_desk.panitia.values import AkunBaru, KunciAkun

FILE_NAME = "pemilihan.db"
SLOTS_NAME = "pemilihan.kunci.json"
ATTEMPTS_NAME = "pemilihan.gagal.json"
BACKUPS = "cadangan"
RESTORED = (
    (FILE_NAME, (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm")),
    (SLOTS_NAME, ("pemilihan.kunci.lama",)),
)
"""The files a restore replaces, each with what went with the one before."""
_SAID = {
    Interrupted.FINISHED: (W132.at("cadangan"),),
    Interrupted.DROPPED: (W133.at("cadangan"),),
}
_KEY_LENGTH = 32


class BadAccount(PilkadesError):  # noqa: N818 -- carries findings, see `findings`
    """The account or signing person asked for breaks a rule; every finding says what to do."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings[0].text, findings[0].do_now)
        self.findings = tuple(findings)


@dataclass(frozen=True)
class OpenedFile:
    """What a password opened: the file and the account's signing key.

    `gagal` counts wrong tries by name that are in no log yet; `pembuka` holds the account's keys,
    with the one file key that fits; `setengah` when giving the file a new key was cut off;
    `pembukaan` what was found on opening and what was done about it.
    """

    file: ElectionFile = field(repr=False)
    key: bytes = field(repr=False)
    gagal: Mapping[str, int] = field(default_factory=dict)
    pembuka: AccountKeys | None = field(default=None, repr=False)
    setengah: bool = False
    pembukaan: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class CreatedFile(OpenedFile):
    """A file just made: public keys of its first account and of the code, the code to print."""

    pertama: KunciAkun = field(kw_only=True)
    pemulihan: KunciAkun = field(kw_only=True)
    kode: str = field(repr=False, kw_only=True)


@contextmanager
def created_file(folder: Path, first: AkunBaru, schema: Schema) -> Iterator[CreatedFile]:
    """Make file and keyslots for the first account.

    Whatever fails inside leaves no file behind, so that it can be tried again in the same folder.
    """
    keyslots = folder / SLOTS_NAME
    if keyslots.exists():
        raise StorageError(
            f"Berkas '{SLOTS_NAME}' sudah ada.", "Pilih map lain atau buka pemilihan yang ada."
        )
    file_key, code = secrets.token_bytes(_KEY_LENGTH), new_code()
    own, spare = new_keys((file_key,)), replace(new_keys((file_key,)), signing=b"")
    file = ElectionFile.create(folder / FILE_NAME, file_key, schema)
    slots = Slots(uuid.uuid4().hex)
    slots = slots.with_slot(first.nama, first.sandi, own).with_slot(RECOVERY, code, spare)
    try:
        save_slots(folder, slots)
        yield CreatedFile(
            file, own.signing, pertama=publics(own), pemulihan=publics(spare), kode=code
        )
    except BaseException:
        file.discard()
        files.drop(keyslots)
        raise


def account_names(folder: Path) -> tuple[str, ...]:
    """Name the accounts of a file without opening it; for the login screen."""
    return read_slots(folder / SLOTS_NAME).names


def open_file(folder: Path, nama: str, sandi: str, schema: Schema, now: datetime) -> OpenedFile:
    """Open a file with one account's password; AccessError also when tries come too fast."""
    found = finish_restore(folder)
    keys = try_password(folder, nama, sandi, now)
    opened = open_with(folder, keys, schema)
    return replace(opened, gagal=read_failed(folder, now), pembukaan=(*found, *opened.pembukaan))


def finish_restore(folder: Path) -> tuple[Finding, ...]:
    """Finish or drop a restore that was cut off before anything is opened; tells which (S-133)."""
    return _SAID.get(finish(folder, RESTORED), ())


def open_with(folder: Path, keys: AccountKeys, schema: Schema) -> OpenedFile:
    """Open a file with an account's keys; a lost keyslot file is written anew (S-031)."""
    opened = _open_fitting(folder, keys, schema)
    return replace(opened, pembukaan=_mend_slots(folder))


def _mend_slots(folder: Path) -> tuple[Finding, ...]:
    """Put the version before in the place of a lost keyslot file."""
    slots = read_slots(folder / SLOTS_NAME)
    if not slots.before:
        return ()
    with suppress(StorageError):  # on a full disk it is read from the version before once more
        save_slots(folder, slots)
    return (W137.at("berkas kunci"),)


def _open_fitting(folder: Path, keys: AccountKeys, schema: Schema) -> OpenedFile:
    """Open with the first of the file keys that fits.

    Two keys mean that giving the file a new one was cut off; the one that fits tells how far.
    """
    path = folder / FILE_NAME
    if len(keys.file_keys) == 1:
        file = ElectionFile.open(path, keys.file_keys[0], schema, keep_before_upgrade)
        return OpenedFile(file, keys.signing, pembuka=keys)
    for key in keys.file_keys:
        with suppress(DamagedFile):
            file = ElectionFile.open(path, key, schema, keep_before_upgrade)
            fitting = replace(keys, file_keys=(key,))
            return OpenedFile(file, keys.signing, pembuka=fitting, setengah=True)
    raise DamagedFile(path)


def keep_before_upgrade(file: ElectionFile, schema: Schema) -> None:
    """Make a backup of a file whose tables are about to change; dated when it last changed."""
    folder = file.path.parent
    changed = datetime.fromtimestamp(file.path.stat().st_mtime, UTC)
    make_backup(file, folder / BACKUPS, schema, lambda: keyslot_bytes(folder), changed)


def keyslot_bytes(folder: Path) -> tuple[str, bytes]:
    """Give the keyslot file's id and content, as a backup carries them."""
    slots = read_slots(folder / SLOTS_NAME)
    return slots.file_id, slots_bytes(slots)


@contextmanager
def closed_on_failure(opened: OpenedFile) -> Iterator[None]:
    """Close a file again when what was found in it is refused."""
    try:
        yield
    except BaseException:
        opened.file.close()
        raise


def try_password(folder: Path, nama: str, sandi: str, now: datetime) -> AccountKeys:
    """Open a slot and count the tries.

    Raises:
        AccessError: wrong, or tried again too soon after too many wrong ones.
    """
    return try_slots(folder / SLOTS_NAME, folder / ATTEMPTS_NAME, nama, sandi, now)


def try_slots(slots_path: Path, path: Path, nama: str, sandi: str, now: datetime) -> AccountKeys:
    """Do what `try_password` does with any keyslot file, counting the tries in another file."""
    attempts = read_attempts(path, now)
    try:
        demand_patience(attempts, nama, now)
    except AccessError:
        write_attempts(path, attempts)  # a try dated in the future now counts from today
        raise
    slots = read_slots(slots_path)
    try:
        keys = slots.open_slot(nama, sandi)
    except WrongPassword:
        write_attempts(path, failed_again(attempts, nama, now))
        raise
    if attempts:
        write_attempts(path, after_success(attempts, nama))
    return keys


def read_failed(folder: Path, now: datetime) -> dict[str, int]:
    """Give the wrong passwords that are in no log yet, by name."""
    return to_log(read_attempts(folder / ATTEMPTS_NAME, now))


def forget_failed(folder: Path, logged: Mapping[str, int], now: datetime) -> None:
    """Forget the wrong passwords an act has written into the log and committed."""
    if logged:
        path = folder / ATTEMPTS_NAME
        write_attempts(path, after_logging(read_attempts(path, now), logged))


def read_account_key(folder: Path, nama: str, sandi: str, now: datetime) -> bytes:
    """Give another account's own key while the file is already open (the second person)."""
    return try_password(folder, nama, sandi, now).signing


def new_keys(file_keys: tuple[bytes, ...]) -> AccountKeys:
    """Make an account's own two keys."""
    return AccountKeys(file_keys, new_envelope_key(), new_key())


def publics(keys: AccountKeys) -> KunciAkun:
    """Give the public halves, for the database; the recovery code signs nothing."""
    return KunciAkun(
        kunci_publik=public_pem(keys.signing) if keys.signing else "",
        amplop=envelope_public(keys.envelope).hex(),
    )


def slots_as_they_are(folder: Path) -> Callable[[], None]:
    """Give what puts these keyslots back, for an act that is refused after all."""
    before = read_slots(folder / SLOTS_NAME)

    def put_back() -> None:
        with suppress(PilkadesError):
            save_slots(folder, before, keep=False)

    return put_back


def put_slot(folder: Path, nama: str, sandi: str, keys: AccountKeys) -> KunciAkun:
    """Let an account open the file with these keys and this password; gives the public halves."""
    slots = read_slots(folder / SLOTS_NAME)
    keep = nama not in slots.names  # a reset ends the password before
    save_slots(folder, slots.with_slot(nama, sandi, keys), keep=keep)
    return publics(keys)


def change_slot_password(folder: Path, nama: str, keys: AccountKeys, sandi: str) -> None:
    """Wrap an account's keys under a new password; the old one opens nothing any more."""
    slots = read_slots(folder / SLOTS_NAME)
    save_slots(folder, slots.with_password(nama, sandi, keys), keep=False)


def new_recovery(opener: AccountKeys) -> tuple[str, AccountKeys]:
    """Make a new recovery code and its keys; it opens nothing before its slot is put."""
    return new_code(), AccountKeys(opener.file_keys, new_envelope_key())


def put_recovery_slot(folder: Path, code: str, keys: AccountKeys) -> None:
    """Let a new recovery code open the file, and no other."""
    slots = read_slots(folder / SLOTS_NAME)
    save_slots(folder, slots.with_slot(RECOVERY, code, keys), keep=False)


def open_recovery(folder: Path, untrusted_code: str, schema: Schema, now: datetime) -> OpenedFile:
    """Open a file with the printed code; AccessError when it does not fit."""
    code = read_code(untrusted_code)
    try:
        keys = try_password(folder, RECOVERY, code, now)
    except WrongPassword:
        raise AccessError(
            "Kode pemulihan tidak cocok.",
            "Ketik ulang dari lembar yang terakhir dicetak.",
        ) from None
    return replace(open_with(folder, keys, schema), gagal=read_failed(folder, now))


def rekey(folder: Path, file: ElectionFile, opener: AccountKeys, stay: Mapping[str, bytes]) -> None:
    """Give the file a new key and seal it to the accounts that stay; others lose their slot.

    Args:
        folder: the election's.
        file: open, and no session on it.
        opener: one account's keys.
        stay: public envelope key of every account that stays and of the recovery code.

    Cut off at any point, everybody who stays can still open the file: first both keys are sealed,
    then the file changes, then the old key is forgotten.
    """
    old, key = opener.file_keys[0], secrets.token_bytes(_KEY_LENGTH)
    slots = read_slots(folder / SLOTS_NAME)
    save_slots(folder, slots.resealed(stay, (old, key)))
    file.change_key(old, key)
    save_slots(folder, slots.resealed(stay, (key,)), keep=False)


def check_recovery_code(folder: Path, untrusted_code: str) -> KunciAkun:
    """Prove that the printed code opens the file, give its public half; AccessError when not.

    Syarat: S-104.
    """
    try:
        return publics(
            read_slots(folder / SLOTS_NAME).open_slot(RECOVERY, read_code(untrusted_code))
        )
    except AccessError:
        raise AccessError(
            "Kode pemulihan tidak cocok.", "Ketik ulang dari lembar yang baru dicetak."
        ) from None


def anchor_head(folder: Path, head: str) -> None:
    """Write the audit head into the keyslot file: a database put back to an older state shows.

    The act is committed already, so a disk that refuses is no failure of it.
    """
    with suppress(PilkadesError):
        slots = read_slots(folder / SLOTS_NAME)
        save_slots(folder, replace(slots, head=head))


def save_slots(folder: Path, slots: Slots, *, keep: bool = True) -> None:
    """Write the keyslot file; StorageError when the disk refuses, and the old one stays."""
    path = folder / SLOTS_NAME
    with named_refusals(path):
        write_slots(path, slots, keep=keep)


def account_digest(baru: AkunBaru) -> str:
    """Give what two people approve when an account is added: name, person and role."""
    return sha256_hex(canonical(baru.model_dump(mode="json", exclude={"sandi"})))


def key_digest(akun: int, pem: str) -> str:
    """Give what two people approve about an account that is there: whose it is, with which key."""
    return sha256_hex(canonical({"akun": akun, "kunci": pem}))


def restore_digest(kepala_baru: str, kepala_lama: str) -> str:
    """Give what two people approve when a backup takes the place of a file: both audit heads."""
    return sha256_hex(canonical({"kepala_baru": kepala_baru, "kepala_lama": kepala_lama}))


def now_text(clock: Clock) -> str:
    """Give today's year, a word no password may hold."""
    return str(clock.now().year)
