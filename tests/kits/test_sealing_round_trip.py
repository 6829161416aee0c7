"""Sealing and opening: what goes in comes out, nothing else stays behind."""

import shutil
import subprocess
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pilkades_desk.core.errors import AccessError, StorageError
from pilkades_desk.kits.sealing.age_keys import check_recipient, new_identity, recipient_of
from pilkades_desk.kits.sealing.header import Draft
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from pilkades_desk.kits.sealing.stream import decrypt, encrypt
from pilkades_desk.kits.sealing.tar import FolderStaging, Unpacker, tar_header
from pilkades_desk.kits.sealing.writing import Source, file_name, seal
from tests.kits.sealing_makers import (
    DESK,
    FILES,
    VILLAGE,
    age_of,
    make_bundle,
    make_draft,
    open_all,
    verify,
)

NAMES = st.from_regex(r"[a-z0-9]{4,8}(/[a-z]{4,6})?\.[a-z]{2,4}", fullmatch=True)
CONTENTS = st.one_of(st.binary(max_size=1_500), st.just(bytes(70_000)), st.just(bytes(512)))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(files=st.dictionaries(NAMES, CONTENTS, max_size=6), is_open=st.booleans())
def test_open_of_seal_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes], is_open: bool
) -> None:
    path = make_bundle(tmp_path_factory.mktemp("r"), files, is_open=is_open)
    opened = open_all(path)
    assert list(opened.items()) == list(files.items())


@pytest.mark.skipif(
    not (shutil.which("age") and shutil.which("tar")),
    reason="the programs age and tar are not both on this machine",
)
def test_age_and_tar_open_our_payload(tmp_path: Path) -> None:
    archive = zipfile.ZipFile(make_bundle(tmp_path))
    (tmp_path / "key").write_text(DESK.identity + "\n")
    command = ["age", "--decrypt", "-i", str(tmp_path / "key")]
    plain = subprocess.run(
        command, input=archive.read("payload.age"), capture_output=True, check=True
    )
    out = tmp_path / "out"
    out.mkdir()
    unpack = ["tar", "-x", "-C", str(out)]
    subprocess.run(unpack, input=plain.stdout, check=True)
    found = {name: (out / name).read_bytes() for name in FILES}
    assert found == FILES


def test_only_the_bundle_stays_in_the_folder(tmp_path: Path) -> None:
    path = make_bundle(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


def test_name_tells_area_serial_kind_and_short_code(tmp_path: Path) -> None:
    path = make_bundle(tmp_path, serial=12)
    envelope = verify(path).envelope
    assert path.name == file_name(envelope)
    assert path.name.startswith("PKD-3328012001-0012-hasil-")
    assert path.suffix == ".pilkades"


@pytest.mark.syarat("S-013")
def test_rehearsal_has_its_own_ending(tmp_path: Path) -> None:
    assert make_bundle(tmp_path, mode="gladi").suffix == ".pilkades-latihan"


def test_signature_is_over_domain_and_envelope(tmp_path: Path) -> None:
    path = make_bundle(tmp_path)
    envelope = verify(path).envelope
    raw = zipfile.ZipFile(path).read("envelope.json")
    assert envelope.message == b"pilkades-bundle/v1/envelope\n" + raw


def test_unsafe_name_is_refused_when_sealing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="path"):
        make_bundle(tmp_path, {"../x": b""})


def test_files_can_come_from_disk(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"abc" * 1000)
    sources = [Source("a.bin", tmp_path / "in")]
    path, _ = seal(tmp_path, make_draft(), sources, VILLAGE.signer, [DESK.recipient])
    assert open_all(path) == {"a.bin": b"abc" * 1000}


class Changing(Source):
    """A file that another program writes to while it is sealed."""

    def chunks(self) -> Iterator[bytes]:
        assert isinstance(self.content, Path)
        yield self.content.read_bytes()
        self.content.write_bytes(b"new")


@pytest.mark.parametrize("recipients", [(), (DESK.recipient,)], ids=["open", "sealed"])
def test_file_that_changes_meanwhile_is_an_error(tmp_path: Path, recipients: list[str]) -> None:
    (tmp_path / "in").write_bytes(b"old")
    sources = [Changing("a.bin", tmp_path / "in")]
    with pytest.raises(StorageError, match="berubah"):
        seal(tmp_path, make_draft(), sources, VILLAGE.signer, recipients)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_disk_failure_while_encrypting_comes_through(tmp_path: Path) -> None:
    with ExitStack() as stack:
        full = stack.enter_context(Path("/dev/full").open("wb", buffering=0))
        stack.enter_context(pytest.raises(OSError, match="No space left"))
        encrypt(iter([bytes(100_000)]), full, [DESK.recipient])


def failing_read() -> Iterator[bytes]:
    header = tar_header("manifest.json", 200_000)
    yield age_of(header + bytes(300_000), DESK)[:70_000]
    raise OSError(5, "stick removed")


def test_stick_removed_while_decrypting_is_no_fault_of_the_bundle(tmp_path: Path) -> None:
    envelope = verify(make_bundle(tmp_path)).envelope
    unpacker = Unpacker(envelope, FolderStaging(tmp_path))
    with pytest.raises(OSError, match="stick removed"):
        decrypt(failing_read(), unpacker, DESK.identity)


def test_large_files_are_staged_under_numbers(tmp_path: Path) -> None:
    staging_folder = tmp_path / "s"
    staging_folder.mkdir()
    staging = FolderStaging(staging_folder)
    manifest = verify(make_bundle(tmp_path)).unpack(staging, DESK.identity)
    assert [entry.name for entry in manifest.files] == list(FILES)
    assert sorted(path.name for path in staging_folder.iterdir()) == ["0000.9", "0001.909"]
    assert staging.paths["hasil.json"].read_bytes() == FILES["hasil.json"]


def test_refused_bundle_leaves_nothing_staged(tmp_path: Path) -> None:
    path = make_bundle(tmp_path, {"a.bin": bytes(200_000), "b.bin": bytes(200_000)})
    bundle = verify(path)
    raw = bytearray(path.read_bytes())
    raw[-30_000] ^= 1
    path.write_bytes(raw)
    staging = FolderStaging(tmp_path)
    with pytest.raises(Refused) as caught:
        bundle.unpack(staging, DESK.identity)
    assert caught.value.fault is Fault.DECRYPT
    assert [left.name for left in tmp_path.iterdir()] == [path.name]


def test_memory_stays_flat_for_a_large_bundle(tmp_path: Path) -> None:
    with (tmp_path / "in").open("wb") as file:
        file.truncate(48 << 20)
    tracemalloc.start()
    sources = [Source("a.bin", tmp_path / "in")]
    path, _ = seal(tmp_path, make_draft(), sources, VILLAGE.signer, [DESK.recipient])
    verify(path).unpack(FolderStaging(tmp_path), DESK.identity)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20


def test_recipient_that_is_no_key_is_an_error() -> None:
    with pytest.raises(AccessError, match="penerima"):
        check_recipient("age1salah")


def test_identity_that_is_no_key_is_an_error() -> None:
    with pytest.raises(AccessError, match="pembuka"):
        recipient_of("AGE-SECRET-KEY-1SALAH")


@pytest.mark.skipif(not shutil.which("age"), reason="the age program is not on this machine")
def test_identity_gives_the_recipient_age_keygen_gives() -> None:
    identity = new_identity()
    command = ["age-keygen", "-y"]
    result = subprocess.run(command, input=identity.encode(), capture_output=True, check=True)
    assert result.stdout.decode().strip() == recipient_of(identity)


def test_draft_survives_its_own_dump() -> None:
    draft = make_draft()
    assert Draft.model_validate(draft.model_dump()) == draft
