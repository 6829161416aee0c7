"""Version 4: parts of the list on other laptops, and coklit sheets."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

STEPS = """\
CREATE TABLE bagian (nomor INTEGER NOT NULL, segel TEXT NOT NULL, cakupan TEXT NOT NULL,
    dibawa_oleh TEXT NOT NULL, sampai TEXT NOT NULL, jumlah INTEGER NOT NULL, isi TEXT NOT NULL,
    akun_id INTEGER NOT NULL, waktu TEXT NOT NULL, PRIMARY KEY (nomor), UNIQUE (segel), FOREIGN
    KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE TABLE bagian_pemilih (nomor INTEGER NOT NULL, pemilih_id INTEGER NOT NULL, PRIMARY KEY
    (nomor, pemilih_id), FOREIGN KEY(nomor) REFERENCES bagian (nomor), FOREIGN KEY(pemilih_id)
    REFERENCES pemilih (id)) STRICT;
CREATE INDEX ix_bagian_pemilih_pemilih_id ON bagian_pemilih (pemilih_id);
CREATE TABLE bagian_selesai (nomor INTEGER NOT NULL, segel TEXT NOT NULL, isi TEXT NOT NULL, alasan
    TEXT NOT NULL, akun_id INTEGER NOT NULL, waktu TEXT NOT NULL, PRIMARY KEY (nomor), FOREIGN
    KEY(nomor) REFERENCES bagian (nomor), FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE TABLE bagian_putusan (id INTEGER NOT NULL, nomor INTEGER NOT NULL, pemilih_id INTEGER NOT
    NULL, bidang TEXT NOT NULL, baru INTEGER NOT NULL, pihak TEXT NOT NULL, alasan TEXT NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(nomor) REFERENCES bagian (nomor)) STRICT;
CREATE INDEX ix_bagian_putusan_nomor ON bagian_putusan (nomor);
CREATE TABLE lembar_coklit (nomor INTEGER NOT NULL, cakupan TEXT NOT NULL, akun_id INTEGER NOT NULL,
    waktu TEXT NOT NULL, PRIMARY KEY (nomor), FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE TABLE baris_coklit (nomor INTEGER NOT NULL, no INTEGER NOT NULL, pemilih_id INTEGER NOT NULL,
    PRIMARY KEY (nomor, no), FOREIGN KEY(nomor) REFERENCES lembar_coklit (nomor), FOREIGN
    KEY(pemilih_id) REFERENCES pemilih (id)) STRICT;
CREATE TABLE jawaban_coklit (nomor INTEGER NOT NULL, no INTEGER NOT NULL, hasil TEXT NOT NULL, isi
    TEXT NOT NULL, petugas TEXT NOT NULL, tanggal TEXT NOT NULL, akun_id INTEGER NOT NULL, waktu
    TEXT NOT NULL, PRIMARY KEY (nomor, no), FOREIGN KEY(nomor) REFERENCES lembar_coklit (nomor),
    FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT"""


def upgrade(op: "Operations") -> None:
    """Make the tables."""
    for step in STEPS.split(";"):
        op.execute(step)
