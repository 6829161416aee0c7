"""What the demo prints: one line per step with a bar, in Indonesian."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

Say = Callable[[str], None]
_WIDTH = 20


@dataclass
class Story:
    """Tells the steps as they happen; `checks` holds what was checked and whether it held."""

    say: Say
    total: int
    checks: list[tuple[str, bool]] = field(default_factory=list)
    _done: int = 0
    _began: float = field(default_factory=perf_counter)

    def step(self, text: str) -> None:
        """Say that one step is done."""
        self._done += 1
        filled = _WIDTH * self._done // self.total
        bar = "█" * filled + "░" * (_WIDTH - filled)
        self.say(f"{bar} {self._done:>2}/{self.total}  {text}")

    def detail(self, text: str) -> None:
        """Say what was made and where."""
        self.say(f"{'':<{_WIDTH}}        {text}")

    def bar(self, what: str) -> Callable[[int, int], None]:
        """Give a progress callback that draws on one line of a terminal."""

        def show(done: int, total: int) -> None:
            if sys.stderr.isatty():
                end = "\n" if done >= total else ""
                print(f"\r{what}: {done}/{total}", end=end, file=sys.stderr, flush=True)

        return show

    def check(self, what: str, *, holds: bool) -> None:
        """Note one check and say how it went."""
        self.checks.append((what, holds))
        self.say(f"  {'✔' if holds else '✘ GAGAL'}  {what}")

    @property
    def holds(self) -> bool:
        """Tell whether every check held."""
        return bool(self.checks) and all(held for _, held in self.checks)

    @property
    def seconds(self) -> float:
        """Give the time since the story began."""
        return perf_counter() - self._began
