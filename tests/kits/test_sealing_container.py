"""The outer ZIP: rows of the failure table that need no key (docs/format-paket.md part 1)."""

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pilkades_desk.core.stored_zip import Member
from pilkades_desk.kits.sealing.container import MIME, Layout, read_layout, write_container
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from tests.kits.sealing_makers import FILES, fault_of, make_bundle, open_all

LOCAL_SIZE = 30


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_bundle(tmp_path_factory.mktemp("b")).read_bytes()


def refused(tmp_path: Path, content: bytes) -> Fault:
    path = tmp_path / "x.pilkades"
    path.write_bytes(content)
    return fault_of(path)


def zipped(tmp_path: Path, names: list[str], method: int = zipfile.ZIP_STORED) -> Path:
    path = tmp_path / "x.pilkades"
    with zipfile.ZipFile(path, "w", method) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), MIME, method)
    return path


def contents(mime: bytes, envelope: bytes = b"{}", name: str = "payload.tar") -> bytes:
    """Write five members, the first with any content."""
    buffer = io.BytesIO()
    write_container(buffer, (envelope, b"s", b"p"), Member(name, zlib.crc32(b"t"), 1), [b"t"])
    first = Member("mimetype", zlib.crc32(mime), len(mime))
    return first.local + mime + buffer.getvalue()[LOCAL_SIZE + 8 + len(MIME) :]


def test_any_unzip_opens_the_outside(bundle: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(bundle))
    assert archive.testzip() is None
    assert [entry.filename for entry in archive.infolist()] == [
        "mimetype", "envelope.json", "envelope.sig", "signer.pem", "payload.age",
    ]  # fmt: skip


def test_empty_file_is_truncated(tmp_path: Path) -> None:
    assert refused(tmp_path, b"") is Fault.TRUNCATED


@pytest.mark.syarat("S-705")
def test_truncation_at_every_offset_is_named_truncated(tmp_path: Path, bundle: bytes) -> None:
    path = tmp_path / "x.pilkades"
    for size in range(len(bundle)):
        path.write_bytes(bundle[:size])
        with pytest.raises(Refused) as caught:
            read_layout(path)
        assert caught.value.fault is Fault.TRUNCATED, size


@pytest.mark.syarat("S-705")
def test_every_byte_flip_is_refused(tmp_path: Path, bundle: bytes) -> None:
    path = tmp_path / "x.pilkades"
    for offset in range(len(bundle)):
        flipped = bytearray(bundle)
        flipped[offset] ^= 1 << offset % 8
        path.write_bytes(flipped)
        assert fault_of(path), offset


@pytest.mark.parametrize("size", [1, 22, 65_535, 65_537])
def test_appended_bytes_are_refused(tmp_path: Path, bundle: bytes, size: int) -> None:
    assert refused(tmp_path, bundle + bytes(size)) is Fault.LAYOUT


def test_prepended_bytes_are_refused(tmp_path: Path, bundle: bytes) -> None:
    assert refused(tmp_path, b"MZ" + bundle) is Fault.NOT_BUNDLE


def test_bytes_between_members_are_refused(tmp_path: Path, bundle: bytes) -> None:
    gap = bundle.index(b"PK\x03\x04", 4)
    assert refused(tmp_path, bundle[:gap] + bytes(4) + bundle[gap:]) is Fault.LAYOUT


def test_a_sixth_member_is_refused(tmp_path: Path, bundle: bytes) -> None:
    directory = bundle.index(b"PK\x01\x02")
    extra = Member("mimetype", zlib.crc32(b"MZ"), 2).local + b"MZ"
    grown = bundle[:directory] + extra + bundle[directory:]
    assert refused(tmp_path, grown) is Fault.MEMBERS


def test_missing_member_is_refused(tmp_path: Path, bundle: bytes) -> None:
    start, end = bundle.index(b"signer.pem") - LOCAL_SIZE, bundle.index(b"payload.age") - LOCAL_SIZE
    assert refused(tmp_path, bundle[:start] + bundle[end:]) is Fault.MEMBERS


def test_missing_payload_is_refused(tmp_path: Path, bundle: bytes) -> None:
    start, end = bundle.index(b"payload.age") - LOCAL_SIZE, bundle.index(b"PK\x01\x02")
    assert refused(tmp_path, bundle[:start] + bundle[end:]) is Fault.MEMBERS


def test_header_written_by_another_zip_program_is_refused(tmp_path: Path) -> None:
    assert fault_of(zipped(tmp_path, ["mimetype"])) is Fault.LAYOUT


def test_renamed_member_is_refused(tmp_path: Path, bundle: bytes) -> None:
    assert refused(tmp_path, bundle.replace(b"signer.pem", b"signer.exe")) is Fault.MEMBERS


def test_compressed_member_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, ["mimetype"], zipfile.ZIP_DEFLATED)
    assert fault_of(path) is Fault.MEMBERS


def test_another_zip_is_no_bundle(tmp_path: Path) -> None:
    assert fault_of(zipped(tmp_path, ["[Content_Types].xml"])) is Fault.NOT_BUNDLE


def test_another_mimetype_is_no_bundle(tmp_path: Path) -> None:
    assert refused(tmp_path, contents(b"application/epub+zip")) is Fault.NOT_BUNDLE


def test_newer_format_is_named_and_not_parsed(tmp_path: Path) -> None:
    newer = contents(MIME[:-1] + b"2", b"not json")
    assert refused(tmp_path, newer) is Fault.NEWER_FORMAT


def test_oversize_envelope_is_refused_before_reading(tmp_path: Path) -> None:
    assert refused(tmp_path, contents(MIME, bytes((64 << 10) + 1))) is Fault.TOO_LARGE


def test_flipped_small_member_is_damaged(tmp_path: Path, bundle: bytes) -> None:
    assert refused(tmp_path, bundle.replace(b"resmi", b"resmy", 1)) is Fault.DAMAGED


def test_file_that_shrinks_while_read_is_truncated(tmp_path: Path, bundle: bytes) -> None:
    path = tmp_path / "x.pilkades"
    path.write_bytes(bundle)
    layout: Layout = read_layout(path)
    path.write_bytes(bundle[: layout.payload_offset + 1])
    with pytest.raises(Refused, match="truncated"):
        list(layout.payload_chunks())


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(noise=st.binary(max_size=300))
def test_noise_is_refused_and_never_crashes(tmp_path: Path, noise: bytes) -> None:
    assert refused(tmp_path, noise) in {Fault.NOT_BUNDLE, Fault.TRUNCATED}


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_spliced_bytes_are_refused(tmp_path: Path, bundle: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(bundle)))
    stop = data.draw(st.integers(start, len(bundle)))
    changed = bundle[:start] + data.draw(st.binary(max_size=40)) + bundle[stop:]
    if changed != bundle:
        assert refused(tmp_path, changed)


def test_the_untouched_bundle_is_accepted(tmp_path: Path, bundle: bytes) -> None:
    path = tmp_path / "x.pilkades"
    path.write_bytes(bundle)
    assert open_all(path) == FILES
