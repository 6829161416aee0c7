"""Keeps libraries from loading what only a network needs; nothing of this program goes out.

pyHanko loads its client for time stamps and revocation lists, aiohttp, whether asked to or not: as
long as all the rest of it. asyncio, which SQLAlchemy loads, takes TLS with it: 4 MB.
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
    """Put an empty module where the client would be, load asyncio as on a machine without TLS.

    What was loaded before stays.
    """
    sys.modules.setdefault("aiohttp", _NoClient("aiohttp"))
    if "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # Python's own sign for "not there"
        import asyncio  # noqa: F401 -- for what it leaves in sys.modules

        del sys.modules["ssl"]
