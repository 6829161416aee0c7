"""The one registry of triggers.

A migration that rebuilds a table loses them, so they are compared with this list and made again
after every migration.
"""

from sqlalchemy import Connection, text

_REGISTRY: dict[str, str] = {}


def register(name: str, statement: str) -> None:
    """Add one trigger; the same name with another text is a bug."""
    if _REGISTRY.setdefault(name, statement) != statement:
        raise ValueError(f"trigger {name} is registered twice")


def append_only(table: str) -> None:
    """Forbid UPDATE and DELETE on a table (S-004)."""
    for verb in ("UPDATE", "DELETE"):
        register(
            f"{table}_no_{verb.lower()}",
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        )


def install(connection: Connection) -> None:
    """Make every registered trigger whose table exists and that is not there yet."""
    present = set(_stored(connection))
    for name, statement in _REGISTRY.items():
        if name not in present:
            connection.execute(text(statement))


def missing(connection: Connection) -> list[str]:
    """Name the triggers that are missing or differ from the registry."""
    stored = _stored(connection)
    return [name for name, statement in _REGISTRY.items() if stored.get(name) != statement]


def _stored(connection: Connection) -> dict[str, str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {str(row[0]): str(row[1]) for row in rows}
