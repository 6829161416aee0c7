"""Version 7: profiles that replaced the first one, and assumptions the ketua stands by."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

STEPS = """\
CREATE TABLE profil (id INTEGER NOT NULL, nama TEXT NOT NULL, teks TEXT NOT NULL, sidik TEXT NOT
    NULL, menggantikan TEXT NOT NULL, akun_id INTEGER NOT NULL, waktu TEXT NOT NULL, PRIMARY KEY
    (id), FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE TABLE asumsi (id INTEGER NOT NULL, kunci TEXT NOT NULL, sidik TEXT NOT NULL, akun_id
    INTEGER NOT NULL, waktu TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(akun_id) REFERENCES akun
    (id)) STRICT
"""


def upgrade(op: "Operations") -> None:
    """Make both tables; an older file has replaced and confirmed nothing."""
    for step in STEPS.split(";\n"):
        op.execute(step)
