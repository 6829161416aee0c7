"""Version 7: what was typed from a coklit sheet is kept before the sheet is saved."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

STEPS = """\
CREATE TABLE konsep_coklit (id INTEGER NOT NULL, nomor INTEGER NOT NULL, no INTEGER NOT NULL,
    isi TEXT NOT NULL, akun_id INTEGER NOT NULL, waktu TEXT NOT NULL, PRIMARY KEY (id), FOREIGN
    KEY(nomor) REFERENCES lembar_coklit (nomor), FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE INDEX ix_konsep_coklit_nomor ON konsep_coklit (nomor)"""


def upgrade(op: "Operations") -> None:
    """Make the table."""
    for step in STEPS.split(";"):
        op.execute(step)
