"""Version 3: the register of usul perbaikan and tanggapan."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

STEPS = """\
CREATE TABLE usul (nomor INTEGER NOT NULL, pemilih_id INTEGER, nama_pemilih TEXT NOT NULL, isi TEXT
    NOT NULL, lama TEXT NOT NULL, diterima TEXT NOT NULL, akun_id INTEGER NOT NULL, PRIMARY KEY
    (nomor), FOREIGN KEY(pemilih_id) REFERENCES pemilih (id), FOREIGN KEY(akun_id) REFERENCES
    akun (id)) STRICT;
CREATE INDEX ix_usul_pemilih_id ON usul (pemilih_id);
CREATE TABLE usul_putusan (nomor INTEGER NOT NULL, putusan TEXT NOT NULL, alasan TEXT NOT NULL,
    pemilih_id INTEGER, waktu TEXT NOT NULL, akun_id INTEGER NOT NULL, PRIMARY KEY (nomor), FOREIGN
    KEY(nomor) REFERENCES usul (nomor), FOREIGN KEY(pemilih_id) REFERENCES pemilih (id), FOREIGN
    KEY(akun_id) REFERENCES akun (id)) STRICT"""


def upgrade(op: "Operations") -> None:
    """Make the two tables."""
    for step in STEPS.split(";"):
        op.execute(step)
