"""Why a bundle is refused: one word for each row of the failure table in docs/format-paket.md."""

from enum import StrEnum


class Fault(StrEnum):
    """What the reader found; a step turns it into a code, a sentence and a hint."""

    NOT_BUNDLE = "not_bundle"
    TRUNCATED = "truncated"
    LAYOUT = "layout"
    MEMBERS = "members"
    TOO_LARGE = "too_large"
    NEWER_FORMAT = "newer_format"
    DAMAGED = "damaged"
    NOT_CANONICAL = "not_canonical"
    FIELDS = "fields"
    NEWER_SCHEMA = "newer_schema"
    FORGED_SIGNER = "forged_signer"
    SIGNATURE = "signature"
    SIGNER_MISMATCH = "signer_mismatch"
    SCOPE = "scope"
    PAYLOAD_HASH = "payload_hash"
    MODE = "mode"
    NOT_FOR_US = "not_for_us"
    TOO_MANY_RECIPIENTS = "too_many_recipients"
    AGE_HEADER = "age_header"
    DECRYPT = "decrypt"
    MANIFEST_FIRST = "manifest_first"
    MANIFEST_HASH = "manifest_hash"
    MANIFEST_BINDING = "manifest_binding"
    PATH = "path"
    BOMB = "bomb"
    TAR = "tar"
    MEMBER_TYPE = "member_type"
    UNLISTED = "unlisted"
    MISSING_FILE = "missing_file"
    FILE_HASH = "file_hash"
    DUPLICATE = "duplicate"
    REPLAY_OLDER = "replay_older"
    FORK = "fork"
    GAP = "gap"
    ROLE = "role"
    KIND = "kind"
    CONTENT = "content"


class Refused(Exception):  # noqa: N818 -- names what happened to the bundle
    """The bundle is refused for one reason; `detail` is for the log, never for belief."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail
