"""Who sits at the keyboard, and by which profile: acts bound here are always of the desk of now."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from pilkades_desk.panitia.meja import Meja

P = ParamSpec("P")
R = TypeVar("R")


class Seat:
    """The place at the keyboard: the desk of the person who sits there now."""

    def __init__(self, meja: Meja, on_change: Callable[[Meja], None]) -> None:
        self.meja = meja
        self._on_change = on_change

    def bind(self, act: Callable[Concatenate[Meja, P], R]) -> Callable[P, R]:
        """Make an act that is always done by the person who sits here then."""

        def bound(*args: P.args, **kwargs: P.kwargs) -> R:
            return act(self.meja, *args, **kwargs)

        return bound

    def take(self, desk: object) -> None:
        """Let the person of another desk on the same file sit down."""
        if not isinstance(desk, Meja):
            raise TypeError(f"{type(desk).__name__} is no desk")
        self.meja = desk
        self._on_change(desk)
