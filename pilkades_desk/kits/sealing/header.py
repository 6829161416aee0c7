"""The envelope: the clear, signed page outside the payload (docs/format-paket.md part 3).

Promises one byte string for each envelope. Refuses JSON that is not canonical, unknown or missing
fields, a newer schema. Holds no personal data.
"""

from enum import StrEnum
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, StringConstraints, ValidationError, model_validator

from pilkades_desk.core.canonical import canonical, parse_canonical, sha256_hex
from pilkades_desk.core.value import Value
from pilkades_desk.kits.sealing.refusal import Fault, Refused

SIGN_DOMAIN = b"pilkades-bundle/v1/envelope\n"
ZEROS = "0" * 64
MAX_RECIPIENTS = 16
MAX_SERIAL = 999_999

Hex32 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Hex64 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Kind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]{1,19}$")]
Wilayah = Annotated[str, StringConstraints(pattern=r"^[1-9]([0-9]{3}|[0-9]{5}|[0-9]{9})$")]
Moment = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([0-9]{2}:){2}[0-9]{2}\.[0-9]{6}Z$"),
]
Serial = Annotated[int, Field(ge=1, le=MAX_SERIAL)]


class Mode(StrEnum):
    """Real election or rehearsal."""

    RESMI = "resmi"
    GLADI = "gladi"


class Addressee(Value):
    """For whom the bundle is: a readable name and the fingerprint of the age recipient."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    fingerprint: Hex64 = ZEROS


class AuditMark(Value):
    """Head of the sender's audit log when the bundle was made."""

    seq: Annotated[int, Field(ge=0)]
    hash: Hex64


class PayloadMark(Value):
    """Hash and size in bytes of the payload member."""

    sha256: Hex64
    size: Annotated[int, Field(ge=1)]


class Draft(Value):
    """What the sender decides; sealing adds what follows from the files, keys and certificate."""

    kind: Kind
    mode: Mode
    pemilihan: Hex32
    wilayah: Wilayah
    stream: Hex32
    serial: Serial
    prev: Hex64
    bundle_id: Hex32
    schema_version: Annotated[int, Field(ge=1, le=9999, alias="schema")]
    app: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    created: Moment
    to: Addressee
    audit_head: AuditMark
    publik_sha256: Hex64 | None = None

    model_config = {"frozen": True, "extra": "forbid", "populate_by_name": True}


class Envelope(Draft):
    """Everything that is signed; names the manifest, the payload, the readers and the signer."""

    format: Literal["pilkades-bundle"] = "pilkades-bundle"
    v: Literal[1] = 1
    manifest_sha256: Hex64
    payload: PayloadMark
    recipients: Annotated[tuple[Hex64, ...], Field(max_length=MAX_RECIPIENTS)]
    signer: Hex64

    @model_validator(mode="after")
    def _recipients_sorted(self) -> Self:
        if list(self.recipients) != sorted(set(self.recipients)):
            raise ValueError("recipients are sorted, each once")
        return self

    @property
    def is_sealed(self) -> bool:
        """Tell the sealed shape from the open one."""
        return bool(self.recipients)

    @property
    def content(self) -> bytes:
        """Give the canonical bytes."""
        return value_bytes(self)

    @property
    def hash(self) -> str:
        """Give the identity of the bundle."""
        return sha256_hex(self.content)

    @property
    def message(self) -> bytes:
        """Give the bytes that are signed."""
        return SIGN_DOMAIN + self.content


ValueT = TypeVar("ValueT", bound=Value)


def value_bytes(value: Value) -> bytes:
    """Write a value as canonical JSON."""
    return canonical(value.model_dump(mode="json", by_alias=True))


def parse_value(kind: type[ValueT], untrusted_bytes: bytes) -> ValueT:
    """Read canonical JSON into a value; writing it again must give the same bytes."""
    try:
        content = parse_canonical(untrusted_bytes)
    except (ValueError, TypeError, RecursionError) as error:
        raise Refused(Fault.NOT_CANONICAL, type(error).__name__) from error
    try:
        value = kind.model_validate(content)
    except ValidationError as error:
        raise Refused(Fault.FIELDS, str(error.errors()[0]["loc"])) from error
    if value_bytes(value) != untrusted_bytes:
        raise Refused(Fault.FIELDS, "a field is missing or of another type")
    return value


def parse_envelope(verified_bytes: bytes, schema: int) -> Envelope:
    """Read an envelope whose signature holds; `schema` is the highest this reader knows."""
    envelope = parse_value(Envelope, verified_bytes)
    if envelope.schema_version > schema:
        raise Refused(Fault.NEWER_SCHEMA, str(envelope.schema_version))
    return envelope
