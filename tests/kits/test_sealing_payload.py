"""Rows of the failure table inside the signature: what an insider or a swapped payload can do."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pilkades_desk.core.canonical import canonical
from pilkades_desk.kits.sealing import manifest as caps
from pilkades_desk.kits.sealing.header import SIGN_DOMAIN, Mode
from pilkades_desk.kits.sealing.reading import open_container
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from pilkades_desk.kits.sealing.tar import END, tar_header
from tests.kits.sealing_makers import (
    DESK,
    FILES,
    SPARE,
    VILLAGE,
    Office,
    age_of,
    check_signature,
    fault_of,
    forge,
    forge_open,
    make_bundle,
    manifest_dict,
    open_all,
    tar_member,
    tar_of,
    verify,
    write_raw,
)

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "x.pilkades"


def test_a_forged_open_bundle_without_fault_is_accepted(target: Path) -> None:
    assert open_all(forge_open(target, canonical(manifest_dict()))) == FILES


def test_a_forged_sealed_bundle_without_fault_is_accepted(target: Path) -> None:
    manifest = canonical(manifest_dict(recipients=verify_prints()))
    assert open_all(forge(target, age_of(tar_of(manifest), DESK), manifest, [DESK])) == FILES


def verify_prints() -> list[str]:
    from pilkades_desk.kits.sealing.age_keys import fingerprint

    return [fingerprint(DESK.recipient)]


def test_forged_signature_stops_before_anything_is_parsed(target: Path) -> None:
    write_raw(target, b"not json at all", b"t")

    def check(message: bytes, signature: bytes, pem: bytes) -> str:
        assert message == SIGN_DOMAIN + b"not json at all"
        return check_signature(message + b"x", signature, pem)

    with pytest.raises(Refused, match="signature"):
        open_container(target).verified(check, 1)


def test_the_check_sees_who_signed(tmp_path: Path) -> None:
    assert verify(make_bundle(tmp_path)).signer == "CN=Desa Contoh"


def test_duplicate_json_key_is_refused(target: Path) -> None:
    assert fault_of(write_raw(target, b'{"v":1,"v":1}', b"t")) is Fault.NOT_CANONICAL


def test_json_with_spaces_is_refused(target: Path) -> None:
    assert fault_of(write_raw(target, b'{"v": 1}', b"t")) is Fault.NOT_CANONICAL


def test_deeply_nested_json_is_refused(target: Path) -> None:
    assert fault_of(write_raw(target, b"[" * 60_000, b"t")) is Fault.NOT_CANONICAL


@pytest.mark.parametrize(
    "change",
    [
        {"surprise": 1}, {"serial": 0}, {"serial": "1"}, {"kind": "Hasil"}, {"mode": "uji"},
        {"wilayah": "12"}, {"prev": "AA" * 32}, {"v": True}, {"v": 2}, {"payload": []},
        {"recipients": ["cd" * 32, "ab" * 32]}, {"recipients": ["cd" * 32] * 2},
        {"recipients": [f"{n:064x}" for n in range(17)]}, {"app": ""}, {"created": "kemarin"},
        {"pemilihan": "ab" * 16 + "\n"},
    ],
    ids=str,
)  # fmt: skip
def test_wrong_envelope_field_is_refused(target: Path, change: dict[str, Any]) -> None:
    path = forge_open(target, canonical(manifest_dict()), **change)
    assert fault_of(path) is Fault.FIELDS


def test_newer_schema_is_refused(target: Path) -> None:
    path = forge_open(target, canonical(manifest_dict()), schema=2)
    assert fault_of(path) is Fault.NEWER_SCHEMA


def test_certificate_other_than_the_named_one_is_refused(target: Path) -> None:
    path = forge_open(target, canonical(manifest_dict()), signer="ab" * 32)
    assert fault_of(path) is Fault.SIGNER_MISMATCH


def test_open_payload_with_recipients_is_refused(target: Path) -> None:
    path = forge_open(target, canonical(manifest_dict()), recipients=["ab" * 32])
    assert fault_of(path) is Fault.MEMBERS


def test_payload_of_another_bundle_is_refused(target: Path) -> None:
    manifest = canonical(manifest_dict())
    other = {"sha256": "ab" * 32, "size": len(tar_of(manifest))}
    assert fault_of(forge_open(target, manifest, payload=other)) is Fault.PAYLOAD_HASH


@pytest.mark.syarat("S-013")
def test_rehearsal_is_refused_at_the_real_desk(tmp_path: Path) -> None:
    bundle = verify(make_bundle(tmp_path, mode="gladi"))
    with pytest.raises(Refused, match="mode"):
        bundle.require_mode(Mode.RESMI)


def test_real_bundle_passes_at_the_real_desk(tmp_path: Path) -> None:
    verify(make_bundle(tmp_path)).require_mode(Mode.RESMI)


def test_wrong_recipient_key_is_named(tmp_path: Path) -> None:
    assert fault_of(make_bundle(tmp_path), Office().identity) is Fault.NOT_FOR_US


def test_sealed_bundle_without_a_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not_for_us: Meja Kabupaten"):
        verify(make_bundle(tmp_path)).members()


def test_spare_key_opens_too(tmp_path: Path) -> None:
    assert open_all(make_bundle(tmp_path), SPARE.identity) == FILES


def stanza_flood(count: int) -> bytes:
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
    return b"age-encryption.org/v1\n" + stanza * count + b"--- " + b"A" * 43 + b"\n" + bytes(64)


@pytest.mark.parametrize("count", [17, 500, 1_000, 4_000])
def test_stanza_flood_is_refused_in_50_ms(target: Path, count: int) -> None:
    bundle = verify(forge(target, stanza_flood(count), b"", [DESK]))
    start = time.perf_counter()
    with pytest.raises(Refused, match="too_many_recipients"):
        bundle.members(DESK.identity)
    assert time.perf_counter() - start < 0.05


def test_payload_that_is_no_age_file_is_refused(target: Path) -> None:
    assert fault_of(forge(target, b"%PDF-1.7", b"", [DESK])) is Fault.AGE_HEADER


def test_age_header_without_end_is_refused(target: Path) -> None:
    endless = b"age-encryption.org/v1\n" + b"A" * (70 << 10) + b"\n--- x\n"
    assert fault_of(forge(target, endless, b"", [DESK])) is Fault.AGE_HEADER


def test_sixteen_bogus_stanzas_fail_in_age_itself(target: Path) -> None:
    assert fault_of(forge(target, stanza_flood(16), b"", [DESK])) is Fault.DECRYPT


def test_sealed_for_another_than_the_envelope_says_is_refused(target: Path) -> None:
    payload = age_of(tar_of(canonical(manifest_dict())), SPARE)
    assert fault_of(forge(target, payload, b"", [DESK])) is Fault.DECRYPT


@pytest.mark.parametrize("cut", [1, 17, 200])
def test_age_stream_cut_at_its_end_is_refused(target: Path, cut: int) -> None:
    manifest = canonical(manifest_dict(recipients=verify_prints()))
    payload = age_of(tar_of(manifest), DESK)[:-cut]
    assert fault_of(forge(target, payload, manifest, [DESK])) is Fault.DECRYPT


def test_first_member_other_than_the_manifest_is_refused(target: Path) -> None:
    tar = tar_member("hasil.json", b"{}") + END
    assert fault_of(forge_open(target, b"{}", tar)) is Fault.MANIFEST_FIRST


@pytest.mark.parametrize("size", [b"00000000000", b"0000000000x", b"00000000009", b"77777777777"])
def test_manifest_of_odd_size_is_refused(target: Path, size: bytes) -> None:
    header = tar_header("manifest.json", 2)
    tar = header[:124] + size + header[135:] + bytes(512) + END
    assert fault_of(forge_open(target, b"{}", tar)) is Fault.MANIFEST_FIRST


def test_replaced_manifest_is_refused(target: Path) -> None:
    other = canonical(manifest_dict(nonce="78" * 32))
    path = forge_open(target, canonical(manifest_dict()), tar_of(other))
    assert fault_of(path) is Fault.MANIFEST_HASH


@pytest.mark.parametrize(
    "change",
    [
        {"serial": 2}, {"wilayah": "3328012002"}, {"kind": "dpt"}, {"mode": "gladi"},
        {"stream": "0d" * 16}, {"bundle_id": "1e" * 16}, {"pemilihan": "ac" * 16}, {"schema": 2},
        {"recipients": ["ab" * 32]}, {"publik_sha256": "ab" * 32},
    ],
    ids=str,
)  # fmt: skip
def test_envelope_that_differs_from_the_manifest_is_refused(
    target: Path, change: dict[str, Any]
) -> None:
    path = forge_open(target, canonical(manifest_dict(**change)))
    assert fault_of(path) is Fault.MANIFEST_BINDING


@pytest.mark.parametrize(
    "name",
    [
        "../x", "/etc/passwd", "a/../b", "c:/x", "c:x", "a\\b", "é.json", "A.json", "a b", "a//b",
        "a/", "", ".x", "x.", "a..b", "nul", "dokumen/con.pdf", "com1", "lpt9.txt", "a" * 101,
        "manifest.json", "x\n", "-rf",
    ],
)  # fmt: skip
def test_name_that_could_leave_its_place_is_refused(target: Path, name: str) -> None:
    entry = {"name": name, "size": 1, "sha256": "ab" * 32}
    path = forge_open(target, canonical(manifest_dict(files=[entry])))
    assert fault_of(path) is Fault.PATH


def test_name_listed_twice_is_refused(target: Path) -> None:
    entry = {"name": "a", "size": 1, "sha256": "ab" * 32}
    path = forge_open(target, canonical(manifest_dict(files=[entry, entry])))
    assert fault_of(path) is Fault.PATH


@pytest.mark.parametrize(
    ("count", "size"),
    [(1, caps.MAX_FILE + 1), (2, caps.MAX_TOTAL // 2 + 1), (caps.MAX_FILES + 1, 1)],
)
def test_declared_sizes_above_the_caps_are_refused(target: Path, count: int, size: int) -> None:
    files = [{"name": f"f{n}", "size": size, "sha256": "ab" * 32} for n in range(count)]
    assert fault_of(forge_open(target, canonical(manifest_dict(files=files)))) is Fault.BOMB


def test_bundle_too_large_for_memory_is_refused_before_it_is_read(target: Path) -> None:
    files = [{"name": "f", "size": 65 << 20, "sha256": "ab" * 32}]
    manifest = canonical(manifest_dict(files=files))
    tar = tar_of(manifest, {}, tar_header("f", 65 << 20))
    assert fault_of(forge_open(target, manifest, tar)) is Fault.BOMB


@pytest.mark.parametrize("kind", [b"1", b"2", b"3", b"5", b"x"])
def test_link_device_or_folder_is_refused(target: Path, kind: bytes) -> None:
    manifest = canonical(manifest_dict())
    header = tar_header("hasil.json", 9)
    tar = tar_of(manifest, {}, header[:156] + kind + header[157:] + bytes(1024))
    assert fault_of(forge_open(target, manifest, tar)) is Fault.MEMBER_TYPE


@pytest.mark.parametrize(
    ("files", "end", "fault"),
    [
        ({"lain.json": b'{"sah":1}'}, END, Fault.UNLISTED),
        (dict(reversed(FILES.items())), END, Fault.UNLISTED),
        (FILES | {"x.exe": b"MZ"}, END, Fault.UNLISTED),
        ({"hasil.json": b'{"sah":1}'}, END, Fault.MISSING_FILE),
        (FILES | {"hasil.json": b'{"sah":2}'}, END, Fault.FILE_HASH),
        (FILES, bytes(512), Fault.TAR),
        (FILES, bytes(512) + b"x" * 512, Fault.TAR),
        (FILES, END + b"x", Fault.TAR),
        (FILES, END + bytes(512), Fault.TAR),
        (FILES, b"", Fault.TAR),
    ],
    ids=["unlisted", "reordered", "more", "missing", "altered", "one block", "no zeros",
         "trailing", "long end", "no end"],
)  # fmt: skip
def test_tar_other_than_its_manifest_is_refused(
    target: Path, files: dict[str, bytes], end: bytes, fault: Fault
) -> None:
    manifest = canonical(manifest_dict())
    assert fault_of(forge_open(target, manifest, tar_of(manifest, files, end))) is fault


def test_padding_that_is_not_zero_is_refused(target: Path) -> None:
    manifest = canonical(manifest_dict())
    tar = tar_of(manifest)
    at = tar.index(b'{"sah":1}') + 9
    path = forge_open(target, manifest, tar[:at] + b"x" + tar[at + 1 :])
    assert fault_of(path) is Fault.TAR


def test_pem_without_a_certificate_is_refused(target: Path) -> None:
    from pilkades_desk.kits.sealing.writing import leaf_fingerprint

    for pem in (b"", b"-----BEGIN CERTIFICATE-----A-----END CERTIFICATE-----"):
        with pytest.raises(Refused, match="no certificate"):
            leaf_fingerprint(pem)


def test_the_leaf_is_the_first_certificate() -> None:
    from pilkades_desk.kits.sealing.writing import leaf_fingerprint

    assert leaf_fingerprint(VILLAGE.pem + DESK.pem) == leaf_fingerprint(VILLAGE.pem)
