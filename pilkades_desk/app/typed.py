"""What was typed into a form, turned into a value or into the fault of each box."""

from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ValidationError

from pilkades_desk.core.findings import Finding


def bad_fields(shape: type[BaseModel], untrusted_typed: Mapping[str, object]) -> frozenset[str]:
    """Name the fields of a value that what was typed does not fill."""
    try:
        shape.model_validate(dict(untrusted_typed))
    except ValidationError as error:
        return frozenset(str(fault["loc"][0]) for fault in error.errors())
    return frozenset()


def faults_of(found: Iterable[Finding], boxes: Mapping[str, str]) -> dict[str, str]:
    """Put each finding beside its box; `boxes` names the box of a code."""
    return {boxes[each.code]: f"{each.text} {each.do_now}" for each in found}
