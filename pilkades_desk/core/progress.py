"""How long work tells how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, total), both in the work's own unit; may raise Cancelled to stop the work."""


def quiet(done: int, total: int) -> None:
    """Report nothing."""
