"""STRICT tables for SQLModel: SQLite then refuses a text in a number column; many rows read fast.

STRICT knows only INTEGER, REAL, TEXT, BLOB; the compilers below say which one each type becomes.
"""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Select, Table, types
from sqlalchemy.ext.compiler import compiles
from sqlmodel import Session, SQLModel

STRICT: Final = {"sqlite_strict": True}
"""Put into every table class: `__table_args__ = STRICT`."""


class Row(SQLModel):
    """The base of every table: the checks of a row are built when one is first checked."""

    model_config = {"defer_build": True}


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


def table_of(row: type[SQLModel]) -> Table:
    """Give the table behind a row class."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


def records_of(session: Session, query: Select[Any]) -> Iterator[dict[str, Any]]:
    """Give rows as dictionaries, faster than by SQLAlchemy's own mappings."""
    found = session.execute(query)
    names = tuple(found.keys())
    return (dict(zip(names, row, strict=True)) for row in found)
