"""STRICT tables for SQLModel: SQLite then refuses a text in a number column.

STRICT knows only INTEGER, REAL, TEXT, BLOB; the compilers below say which one each type becomes.
"""

from typing import Any, Final

from sqlalchemy import types
from sqlalchemy.ext.compiler import compiles

STRICT: Final = {"sqlite_strict": True}
"""Put into every table class: `__table_args__ = STRICT`."""


@compiles(types.String, "sqlite")
@compiles(types.VARCHAR, "sqlite")
@compiles(types.Date, "sqlite")
@compiles(types.DateTime, "sqlite")
@compiles(types.Enum, "sqlite")
@compiles(types.JSON, "sqlite")
def _as_text(_type: Any, _compiler: Any, **_options: Any) -> str:
    return "TEXT"


@compiles(types.Boolean, "sqlite")
@compiles(types.BigInteger, "sqlite")
def _as_integer(_type: Any, _compiler: Any, **_options: Any) -> str:
    return "INTEGER"
