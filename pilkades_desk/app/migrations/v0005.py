"""Version 5: the DPT in versions, and notes made after it was locked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

STEPS = """\
DROP INDEX ix_pemilih_kini_daftar;
CREATE INDEX ix_pemilih_kini_nama ON pemilih_kini (nama);
CREATE INDEX ix_pemilih_kini_saring ON pemilih_kini
    (dusun, rw, rt, kelamin, coret, tps, asal, peringatan);
ALTER TABLE dpt RENAME TO lama;
CREATE TABLE dpt (versi INTEGER NOT NULL, jumlah_l INTEGER NOT NULL, jumlah_p INTEGER NOT NULL,
    jumlah_dps INTEGER NOT NULL, dicoret INTEGER NOT NULL, tambahan INTEGER NOT NULL,
    segel TEXT NOT NULL, dari_segel TEXT NOT NULL, alasan TEXT NOT NULL, dikunci TEXT NOT NULL,
    PRIMARY KEY (versi)) STRICT;
INSERT INTO dpt SELECT id, jumlah_l, jumlah_p, jumlah_dps, dicoret, tambahan, segel, '', '',
    dikunci FROM lama;
DROP TABLE lama;
ALTER TABLE dpt_pemilih RENAME TO lama;
CREATE TABLE dpt_pemilih (nik TEXT NOT NULL, kk TEXT NOT NULL, nama TEXT NOT NULL,
    tempat_lahir TEXT NOT NULL,
    tanggal_lahir TEXT NOT NULL, kelamin TEXT NOT NULL, kawin TEXT NOT NULL, alamat TEXT NOT NULL,
    dusun TEXT NOT NULL, rt INTEGER NOT NULL, rw INTEGER NOT NULL, disabilitas INTEGER NOT NULL,
    keterangan TEXT NOT NULL, versi INTEGER NOT NULL, no_urut INTEGER NOT NULL,
    pemilih_id INTEGER NOT NULL, PRIMARY KEY (versi, no_urut), UNIQUE (versi, pemilih_id),
    UNIQUE (versi, nik), FOREIGN KEY(versi) REFERENCES dpt (versi),
    FOREIGN KEY(pemilih_id) REFERENCES pemilih (id)) STRICT;
INSERT INTO dpt_pemilih (nik, kk, nama, tempat_lahir, tanggal_lahir, kelamin, kawin, alamat, dusun,
    rt, rw, disabilitas, keterangan, versi, no_urut, pemilih_id)
    SELECT nik, kk, nama, tempat_lahir, tanggal_lahir, kelamin, kawin, alamat, dusun,
    rt, rw, disabilitas, keterangan, 1, no_urut, pemilih_id FROM lama;
DROP TABLE lama;
CREATE INDEX ix_dpt_pemilih_pemilih_id ON dpt_pemilih (pemilih_id);
CREATE TABLE dpt_dibuka (versi INTEGER NOT NULL, alasan TEXT NOT NULL, akun_id INTEGER NOT NULL,
    waktu TEXT NOT NULL, PRIMARY KEY (versi), FOREIGN KEY(versi) REFERENCES dpt (versi),
    FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE TABLE catatan_dpt (id INTEGER NOT NULL, pemilih_id INTEGER NOT NULL, jenis TEXT NOT NULL,
    dokumen TEXT NOT NULL, tanggal TEXT NOT NULL, akun_id INTEGER NOT NULL, waktu TEXT NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(pemilih_id) REFERENCES pemilih (id),
    FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE INDEX ix_catatan_dpt_pemilih_id ON catatan_dpt (pemilih_id)"""


def upgrade(op: "Operations") -> None:
    """Build both tables anew, the one DPT there may be as version 1, and make the new ones."""
    op.execute("PRAGMA legacy_alter_table = ON")  # references go by name, to the table made anew
    for step in STEPS.split(";\n"):
        op.execute(step)
    op.execute("PRAGMA legacy_alter_table = OFF")
