"""A parser that speaks Indonesian: usage, help, and why the words typed do not fit.

`argparse` words its reasons in English and inside itself. Each reason it can give for this command
line is listed once in `_REASONS`; one that is not listed is left out rather than said in English.
"""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

MISUSED = 2
_HEADINGS = {"positional arguments": "isian", "options": "pilihan"}
_REASONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"unrecognized arguments: (.+)", r"'\1' tidak dikenal."),
        (r"the following arguments are required: (.+)", r"\1 belum ditulis."),
        (r"argument (\S+): expected one argument", r"Nilai \1 belum ditulis."),
        (r"argument (\S+): ignored explicit argument (.+)", r"\1 tidak diikuti nilai."),
        (r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", r"\2 bukan \1; ada \3."),
        (
            r"argument ([^:]+): ([^:]+ bukan (?:bilangan|tanggal)|harus antara \d+ dan \d+)",
            r"\1: \2.",
        ),
    )
)


class IndonesianParser(argparse.ArgumentParser):
    """An `ArgumentParser` without English; its subparsers are of the same kind.

    Options are written in full, so that a shortened one is unknown and never ambiguous.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            **settings, add_help=False, allow_abbrev=False, formatter_class=_IndonesianHelp
        )
        self.add_argument("-h", "--help", action="help", help="menampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Stop with code 2: the usage, what is wrong, and where to look."""
        reason = reason_text(message)
        self.exit(
            MISUSED,
            f"{self.format_usage()}Perintah ini salah ketik. {reason}".rstrip()
            + f"\nLihat {self.prog} --help\n",
        )


class _IndonesianHelp(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        # an empty prefix comes from subparsers, which take this usage as the head of their own
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))


def reason_text(message: str) -> str:
    """Give argparse's reason in Indonesian; empty for one that is not listed."""
    for pattern, words in _REASONS:
        match = pattern.fullmatch(message)
        if match:
            return match.expand(words)
    return ""
