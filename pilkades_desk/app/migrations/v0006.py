"""Version 6: the calendar, the committee's own days, computed dates and stages marked as done."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

STEPS = """\
CREATE TABLE kalender (id INTEGER NOT NULL, sha256 TEXT NOT NULL, nama TEXT NOT NULL, isi TEXT NOT
    NULL, waktu TEXT NOT NULL, akun_id INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(akun_id)
    REFERENCES akun (id)) STRICT;
CREATE TABLE hari_panitia (id INTEGER NOT NULL, tanggal TEXT NOT NULL, jenis TEXT NOT NULL, alasan
    TEXT NOT NULL, dasar TEXT NOT NULL, waktu TEXT NOT NULL, akun_id INTEGER NOT NULL, PRIMARY KEY
    (id), FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE TABLE kalender_hitung (id INTEGER NOT NULL, kalender_id INTEGER NOT NULL, profil TEXT NOT
    NULL, tenggat TEXT NOT NULL, jadwal TEXT NOT NULL, temuan TEXT NOT NULL, waktu TEXT NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(kalender_id) REFERENCES kalender (id)) STRICT;
CREATE TABLE tahap_selesai (id INTEGER NOT NULL, kode TEXT NOT NULL, selesai INTEGER NOT NULL,
    catatan TEXT NOT NULL, waktu TEXT NOT NULL, akun_id INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN
    KEY(akun_id) REFERENCES akun (id)) STRICT;
"""


def upgrade(op: "Operations") -> None:
    """Make the four tables; whoever calls it makes their triggers."""
    for step in STEPS.split(";\n"):
        if step:
            op.execute(step)
