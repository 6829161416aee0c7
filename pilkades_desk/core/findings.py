"""Findings: what is wrong with the election data, as values and never as exceptions.

A code is a letter and three digits: E holds up finality, W warns; the hundreds digit is the step
(E201 belongs to step 2, pemilih). A kind says what is wrong, what to do now and on what basis.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One row of a step's catalogue; `text` may name evidence in braces."""

    code: str
    text: str
    do_now: str
    basis: str

    def __post_init__(self) -> None:
        if len(self.code) != 4 or self.code[0] not in "EW" or not self.code[1:].isdecimal():
            raise ValueError(f"bad finding code {self.code!r}")

    def at(self, subject: str, **evidence: object) -> "Finding":
        """Make a finding of this kind about one subject, with the figures that prove it."""
        return Finding(self, subject, MappingProxyType({k: str(v) for k, v in evidence.items()}))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: its kind, what it is about ("baris 12", "TPS 3") and the evidence."""

    kind: FindingKind
    subject: str
    evidence: Mapping[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """Give the code, such as E201."""
        return self.kind.code

    @property
    def is_error(self) -> bool:
        """Tell errors from warnings."""
        return self.kind.code[0] == "E"

    @property
    def text(self) -> str:
        """Say it in one Indonesian sentence with the figures filled in."""
        return self.kind.text.format_map(self.evidence)

    @property
    def do_now(self) -> str:
        """Say what to do now."""
        return self.kind.do_now


def catalogue(*kinds: FindingKind) -> Mapping[str, FindingKind]:
    """Index a step's kinds by code; a code used twice is a bug."""
    table = {kind.code: kind for kind in kinds}
    if len(table) != len(kinds):
        raise ValueError("a finding code is used twice")
    return MappingProxyType(table)
