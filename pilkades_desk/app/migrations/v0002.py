"""Version 2: the list as a table of its own with a history, strikes in it, imports withdrawable.

Who made a strike, an import or a repair is read from the log, whose entries bear the same moment.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

STEPS = """\
CREATE TEMP TABLE siapa (waktu TEXT PRIMARY KEY, akun INTEGER);
INSERT OR IGNORE INTO siapa SELECT json_extract(body, '$.at'), json_extract(body, '$.akun')
    FROM audit ORDER BY seq;
-- the same file may come again after it was withdrawn
ALTER TABLE batch RENAME TO lama;
CREATE TABLE batch (id INTEGER NOT NULL, sha256 TEXT NOT NULL, berkas TEXT NOT NULL, waktu
    TEXT NOT NULL, asal TEXT NOT NULL, diterima INTEGER NOT NULL, sudah_ada INTEGER NOT NULL,
    ditolak INTEGER NOT NULL, akun_id INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(akun_id)
    REFERENCES akun (id)) STRICT;
INSERT INTO batch SELECT id, sha256, berkas, waktu, asal, diterima, sudah_ada, (SELECT
    count(*) FROM perbaikan WHERE batch_id = lama.id), COALESCE((SELECT akun FROM siapa WHERE
    siapa.waktu = lama.waktu), (SELECT min(id) FROM akun)) FROM lama;
DROP TABLE lama;
CREATE INDEX ix_batch_sha256 ON batch (sha256);
CREATE TABLE batch_ditarik (batch_id INTEGER NOT NULL, alasan TEXT NOT NULL, jumlah INTEGER
    NOT NULL, akun_id INTEGER NOT NULL, waktu TEXT NOT NULL, PRIMARY KEY (batch_id), FOREIGN
    KEY(batch_id) REFERENCES batch (id), FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE TABLE batch_bertemu (batch_id INTEGER NOT NULL, pemilih_id INTEGER NOT NULL, PRIMARY
    KEY (batch_id, pemilih_id), FOREIGN KEY(batch_id) REFERENCES batch (id), FOREIGN
    KEY(pemilih_id) REFERENCES pemilih (id)) STRICT;
-- as received: a NIK may come back once its first import was withdrawn or corrected
DROP TABLE pemilih_cari;
ALTER TABLE pemilih RENAME TO lama;
CREATE TABLE pemilih (nik TEXT NOT NULL, kk TEXT NOT NULL, nama TEXT NOT NULL, tempat_lahir
    TEXT NOT NULL, tanggal_lahir TEXT NOT NULL, kelamin TEXT NOT NULL, kawin TEXT NOT NULL, alamat
    TEXT NOT NULL, dusun TEXT NOT NULL, rt INTEGER NOT NULL, rw INTEGER NOT NULL, disabilitas
    INTEGER NOT NULL, keterangan TEXT NOT NULL, id INTEGER NOT NULL, batch_id INTEGER NOT NULL,
    asal TEXT NOT NULL, lembar TEXT NOT NULL, baris INTEGER NOT NULL, tps TEXT NOT NULL, PRIMARY
    KEY (id), FOREIGN KEY(batch_id) REFERENCES batch (id)) STRICT;
INSERT INTO pemilih (nik, kk, nama, tempat_lahir, tanggal_lahir, kelamin, kawin, alamat,
    dusun, rt, rw, disabilitas, keterangan, id, batch_id, asal, lembar, baris, tps) SELECT nik,
    kk, nama, tempat_lahir, tanggal_lahir, kelamin, kawin, alamat, dusun, rt, rw, disabilitas,
    keterangan, id, batch_id, asal, lembar, baris, tps FROM lama;
DROP TABLE lama;
CREATE INDEX ix_pemilih_batch_id ON pemilih (batch_id);
ALTER TABLE perbaikan_selesai RENAME TO lama;
CREATE TABLE perbaikan_selesai (perbaikan_id INTEGER NOT NULL, pemilih_id INTEGER, alasan TEXT
    NOT NULL, waktu TEXT NOT NULL, akun_id INTEGER NOT NULL, PRIMARY KEY (perbaikan_id), FOREIGN
    KEY(perbaikan_id) REFERENCES perbaikan (id), FOREIGN KEY(pemilih_id) REFERENCES pemilih (id),
    FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
INSERT INTO perbaikan_selesai SELECT perbaikan_id, pemilih_id, alasan, waktu, COALESCE((SELECT
    akun FROM siapa WHERE siapa.waktu = lama.waktu), (SELECT min(id) FROM akun)) FROM lama;
DROP TABLE lama;
-- strikes become entries of the one history
CREATE TABLE perubahan_pemilih (id INTEGER NOT NULL, kelompok INTEGER NOT NULL, pemilih_id
    INTEGER NOT NULL, jenis TEXT NOT NULL, asal TEXT NOT NULL, kolom TEXT NOT NULL, lama TEXT NOT
    NULL, baru TEXT NOT NULL, alasan TEXT NOT NULL, bukti TEXT NOT NULL, akun_id INTEGER NOT NULL,
    waktu TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(pemilih_id) REFERENCES pemilih (id),
    FOREIGN KEY(akun_id) REFERENCES akun (id)) STRICT;
CREATE INDEX ix_perubahan_pemilih_kelompok ON perubahan_pemilih (kelompok);
CREATE INDEX ix_perubahan_pemilih_pemilih_id ON perubahan_pemilih (pemilih_id);
INSERT INTO perubahan_pemilih SELECT id, id, pemilih_id,
    iif(alasan = 'batal dicoret', 'batal coret', 'coret'), 'perorangan', 'coret',
    coalesce((SELECT nullif(alasan, 'batal dicoret') FROM coret AS dulu
        WHERE dulu.pemilih_id = lama.pemilih_id AND dulu.id < lama.id
        ORDER BY id DESC LIMIT 1), ''),
    coalesce(nullif(alasan, 'batal dicoret'), ''), keterangan, '',
    coalesce((SELECT akun FROM siapa WHERE siapa.waktu = lama.waktu), (SELECT min(id) FROM akun)),
    waktu FROM coret AS lama ORDER BY id;
DROP TABLE coret;
-- the list of now
CREATE TABLE pemilih_kini (nik TEXT NOT NULL, kk TEXT NOT NULL, nama TEXT NOT NULL,
    tempat_lahir TEXT NOT NULL, tanggal_lahir TEXT NOT NULL, kelamin TEXT NOT NULL, kawin TEXT NOT
    NULL, alamat TEXT NOT NULL, dusun TEXT NOT NULL, rt INTEGER NOT NULL, rw INTEGER NOT NULL,
    disabilitas INTEGER NOT NULL, keterangan TEXT NOT NULL, id INTEGER NOT NULL, batch_id INTEGER
    NOT NULL, asal TEXT NOT NULL, tps TEXT NOT NULL, coret TEXT NOT NULL, peringatan INTEGER NOT
    NULL, PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES pemilih (id), FOREIGN KEY(batch_id)
    REFERENCES batch (id)) STRICT;
INSERT INTO pemilih_kini (nik, kk, nama, tempat_lahir, tanggal_lahir, kelamin, kawin, alamat,
    dusun, rt, rw, disabilitas, keterangan, id, batch_id, asal, tps, coret, peringatan) SELECT
    nik, kk, nama, tempat_lahir, tanggal_lahir, kelamin, kawin, alamat, dusun, rt, rw,
    disabilitas, keterangan, id, batch_id, asal, tps, coalesce((SELECT baru FROM perubahan_pemilih
    WHERE pemilih_id = pemilih.id ORDER BY id DESC LIMIT 1), ''), (SELECT count(*) FROM
    temuan_pemilih WHERE pemilih_id = pemilih.id) FROM pemilih;
CREATE UNIQUE INDEX ux_pemilih_kini_nik ON pemilih_kini (nik) WHERE coret <> 'ditarik';
CREATE INDEX ix_pemilih_kini_daftar ON pemilih_kini (nama, id, coret, kelamin, dusun, rw, rt,
    tps, asal, peringatan);
CREATE INDEX ix_pemilih_kini_kk ON pemilih_kini (kk);
CREATE INDEX ix_pemilih_kini_tanggal_lahir ON pemilih_kini (tanggal_lahir);
CREATE INDEX ix_pemilih_kini_batch_id ON pemilih_kini (batch_id);
CREATE VIRTUAL TABLE pemilih_cari USING fts5(nama, alamat, content='pemilih_kini',
    content_rowid='id', tokenize='trigram remove_diacritics 1');
INSERT INTO pemilih_cari(pemilih_cari) VALUES ('rebuild');
-- warnings are those of now and written over
DROP TRIGGER temuan_pemilih_no_update;
DROP TRIGGER temuan_pemilih_no_delete;
DROP TABLE siapa;
"""


def upgrade(op: "Operations") -> None:
    """Walk the steps; whoever calls it has switched foreign keys off and checks them after."""
    op.execute("PRAGMA legacy_alter_table = ON")  # references go by name, to the table made anew
    for step in STEPS.split(";\n"):
        if step:
            op.execute(step)
    op.execute("PRAGMA legacy_alter_table = OFF")
