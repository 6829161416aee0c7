"""Importing as Python does it, without PySide's look at every source.

PySide puts a hook into `import` for its `from __feature__ import snake_case`. The hook reads the
source of every module loaded after it, and `linecache` keeps the lines: 22 MB for the database
libraries alone, and a tenth of the time to the login screen. Nothing here uses `__feature__`.
"""

import builtins


def import_without_sources() -> None:
    """Put back the import PySide found; nothing happens where it left no hook."""
    before = vars(builtins).get("__orig_import__")
    if before is not None:
        builtins.__import__ = before
