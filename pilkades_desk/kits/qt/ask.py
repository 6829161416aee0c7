"""What a screen may ask a person; screens know this interface and never a dialog class.

An answer of None means the person changed their mind, which is an answer and no failure.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file by its words and endings: `FileKind("Lembar kerja", ("xlsx", "ods"))`."""

    words: str
    endings: tuple[str, ...]

    @property
    def filter(self) -> str:
        """Give the kind the way a file dialog filters by it."""
        return f"{self.words} ({' '.join(f'*.{ending}' for ending in self.endings)})"


@dataclass(frozen=True, slots=True)
class Question:
    """One decision: what it is, what it does, and the verb on the button ("Kunci DPT")."""

    title: str
    sentence: str
    do: str
    is_grave: bool = False


class BoxKind(StrEnum):
    """What is typed into a box of a form."""

    TEXT = "text"
    PASSWORD = "password"  # noqa: S105 -- the name of a kind of box
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a form; answers are texts, a date as `2027-02-03`, an empty box as "".

    An offer is no answer: it shows what `offer` suggests, to be typed into the boxes below.
    """

    name: str
    label: str
    kind: BoxKind = BoxKind.TEXT
    value: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()
    offer: Callable[[], str] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A short form: title, sentence, the verb on the button, and its boxes."""

    title: str
    sentence: str
    do: str
    boxes: tuple[Box, ...]


Answers = dict[str, str]
Check = Callable[[Answers], Mapping[str, str]]
"""Gives what is wrong, by box; empty when the form may be closed."""


def no_faults(_answers: Answers) -> Mapping[str, str]:
    """Find nothing wrong."""
    return {}


class Ask(Protocol):
    """Everything a screen may ask."""

    def choose_file(self, title: str, kind: FileKind) -> Path | None:
        """Ask for one existing file."""

    def choose_files(self, title: str, kind: FileKind) -> tuple[Path, ...]:
        """Ask for one or more existing files; empty when the person changed their mind."""

    def choose_folder(self, title: str) -> Path | None:
        """Ask for one existing folder."""

    def choose_new_file(self, title: str, kind: FileKind, name: str) -> Path | None:
        """Ask where to write a file, suggesting a name."""

    def confirm(self, question: Question) -> bool:
        """Ask for a yes; the safe answer is the default."""

    def password(self, title: str, sentence: str) -> str | None:
        """Ask for a password or signing password, never kept."""

    def form(self, form: Form, check: Check = no_faults) -> Answers | None:
        """Ask for several things at once; stays open while `check` finds a fault."""

    def text(self, title: str, sentence: str, least: int = 1) -> str | None:
        """Ask for words, such as a reason, of at least so many characters."""

    def tell(self, title: str, sentence: str, hint: str = "") -> None:
        """Say something that needs no decision."""
