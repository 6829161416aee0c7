"""The base of every frozen value: checked when made, equal by content, unknown fields refused."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Frozen and checked on creation; what was refused is in no message (it may be a password)."""

    model_config = ConfigDict(
        frozen=True, defer_build=True, extra="forbid", hide_input_in_errors=True
    )
