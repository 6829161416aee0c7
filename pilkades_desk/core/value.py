"""The base of every frozen value: checked when made, equal by content, unknown fields refused."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Frozen and checked on creation."""

    model_config = ConfigDict(frozen=True, extra="forbid")
