"""Keeps pyHanko from loading its network client.

It would fetch time stamps and revocation lists by aiohttp, which it loads whether asked to or not:
as long as all the rest of it. This program has nobody to ask, and nothing of it may go out.
"""

import sys
from types import ModuleType


class Absent:
    """Stands for every name of the client, in annotations only; nothing can be made of it."""

    def __init__(self, *_given: object, **_named: object) -> None:
        raise RuntimeError("this program opens no connection")


class _NoClient(ModuleType):
    def __getattr__(self, name: str) -> type[Absent]:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent


def close_network() -> None:
    """Put an empty module where the client would be; one loaded before stays."""
    sys.modules.setdefault("aiohttp", _NoClient("aiohttp"))
