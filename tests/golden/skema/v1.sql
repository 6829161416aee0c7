CREATE TABLE pemilihan (
	id TEXT NOT NULL, 
	kode_desa TEXT NOT NULL, 
	desa TEXT NOT NULL, 
	kecamatan TEXT NOT NULL, 
	kabupaten TEXT NOT NULL, 
	provinsi TEXT NOT NULL, 
	tanggal TEXT NOT NULL, 
	zona TEXT NOT NULL, 
	gladi INTEGER NOT NULL, 
	sekretariat TEXT NOT NULL, 
	profil_nama TEXT NOT NULL, 
	profil_teks TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE akun (
	id INTEGER NOT NULL, 
	nama TEXT NOT NULL, 
	nama_lengkap TEXT NOT NULL, 
	peran TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (nama)
)
 STRICT

;
CREATE TABLE kunci_akun (
	id INTEGER NOT NULL, 
	akun INTEGER NOT NULL, 
	kunci_publik TEXT NOT NULL, 
	amplop TEXT NOT NULL, 
	sebab TEXT NOT NULL, 
	sejak TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE orang (
	id INTEGER NOT NULL, 
	nama TEXT NOT NULL, 
	jabatan TEXT NOT NULL, 
	unit INTEGER, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE kunci_desa (
	peran TEXT NOT NULL, 
	kunci BLOB NOT NULL, 
	PRIMARY KEY (peran)
)
 STRICT

;
CREATE TABLE sertifikat (
	id INTEGER NOT NULL, 
	peran TEXT NOT NULL, 
	pem TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE cadangan (
	id INTEGER NOT NULL, 
	nama TEXT NOT NULL, 
	kepala_seq INTEGER NOT NULL, 
	pada TEXT NOT NULL, 
	tempat TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE uji_cadangan (
	id INTEGER NOT NULL, 
	nama TEXT NOT NULL, 
	pada TEXT NOT NULL, 
	temuan TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE audit (
	seq INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	prev BLOB NOT NULL, 
	hash BLOB NOT NULL, 
	perintah TEXT, 
	PRIMARY KEY (seq), 
	UNIQUE (hash), 
	UNIQUE (perintah)
)
 STRICT

;
CREATE TABLE audit_cp (
	seq INTEGER NOT NULL, 
	hash BLOB NOT NULL, 
	akun INTEGER NOT NULL, 
	signature BLOB NOT NULL, 
	PRIMARY KEY (seq)
)
 STRICT

;
CREATE TABLE dokumen (
	id INTEGER NOT NULL, 
	kode TEXT NOT NULL, 
	dok TEXT NOT NULL, 
	unit INTEGER, 
	kode_data TEXT NOT NULL, 
	sidik TEXT NOT NULL, 
	penanda TEXT NOT NULL, 
	dari_segel TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	isi BLOB NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE surat_isian (
	id INTEGER NOT NULL, 
	kode TEXT NOT NULL, 
	isi TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE keberatan (
	nomor INTEGER NOT NULL, 
	diterima TEXT NOT NULL, 
	pemohon TEXT NOT NULL, 
	jenis TEXT NOT NULL, 
	pokok TEXT NOT NULL, 
	bukti TEXT NOT NULL, 
	batas TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	PRIMARY KEY (nomor)
)
 STRICT

;
CREATE TABLE calon (
	id INTEGER NOT NULL, 
	terdaftar TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE foto_calon (
	sha256 TEXT NOT NULL, 
	jpeg BLOB NOT NULL, 
	PRIMARY KEY (sha256)
)
 STRICT

;
CREATE TABLE paket_keluar (
	id INTEGER NOT NULL, 
	jenis TEXT NOT NULL, 
	wilayah TEXT NOT NULL, 
	stream TEXT NOT NULL, 
	serial INTEGER NOT NULL, 
	amplop TEXT NOT NULL, 
	berkas TEXT NOT NULL, 
	waktu TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (amplop)
)
 STRICT

;
CREATE TABLE kit (
	nomor INTEGER NOT NULL, 
	amplop TEXT NOT NULL, 
	isi BLOB NOT NULL, 
	PRIMARY KEY (nomor)
)
 STRICT

;
CREATE TABLE cetak (
	id INTEGER NOT NULL, 
	kode TEXT NOT NULL, 
	dok TEXT NOT NULL, 
	unit INTEGER, 
	sidik TEXT NOT NULL, 
	sumber TEXT NOT NULL, 
	lembar INTEGER NOT NULL, 
	akun INTEGER NOT NULL, 
	waktu TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE batch (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	berkas TEXT NOT NULL, 
	waktu TEXT NOT NULL, 
	asal TEXT NOT NULL, 
	diterima INTEGER NOT NULL, 
	sudah_ada INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sha256)
)
 STRICT

;
CREATE TABLE dps (
	id INTEGER NOT NULL, 
	jumlah_l INTEGER NOT NULL, 
	jumlah_p INTEGER NOT NULL, 
	segel TEXT NOT NULL, 
	ditetapkan TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE dpt (
	id INTEGER NOT NULL, 
	jumlah_l INTEGER NOT NULL, 
	jumlah_p INTEGER NOT NULL, 
	jumlah_dps INTEGER NOT NULL, 
	dicoret INTEGER NOT NULL, 
	tambahan INTEGER NOT NULL, 
	segel TEXT NOT NULL, 
	dikunci TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE pemetaan (
	id INTEGER NOT NULL, 
	nama TEXT NOT NULL, 
	sumber TEXT NOT NULL, 
	kolom TEXT NOT NULL, 
	waktu TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE meja_kabupaten (
	id TEXT NOT NULL, 
	kode_kabupaten TEXT NOT NULL, 
	kabupaten TEXT NOT NULL, 
	gladi INTEGER NOT NULL, 
	profil TEXT NOT NULL, 
	profil_sidik TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE desa (
	kode_desa TEXT NOT NULL, 
	desa TEXT NOT NULL, 
	kecamatan TEXT NOT NULL, 
	PRIMARY KEY (kode_desa)
)
 STRICT

;
CREATE TABLE kunci_meja (
	nama TEXT NOT NULL, 
	kunci BLOB NOT NULL, 
	umum TEXT NOT NULL, 
	PRIMARY KEY (nama)
)
 STRICT

;
CREATE TABLE sertifikat_terbit (
	serial TEXT NOT NULL, 
	kode_desa TEXT NOT NULL, 
	pemilihan TEXT NOT NULL, 
	peran TEXT NOT NULL, 
	pem TEXT NOT NULL, 
	PRIMARY KEY (serial)
)
 STRICT

;
CREATE TABLE paket_masuk (
	nomor INTEGER NOT NULL, 
	amplop TEXT NOT NULL, 
	kode_desa TEXT NOT NULL, 
	pemilihan TEXT NOT NULL, 
	kunci TEXT NOT NULL, 
	tujuan TEXT NOT NULL, 
	stream TEXT NOT NULL, 
	serial INTEGER NOT NULL, 
	bolong TEXT NOT NULL, 
	kepala_seq INTEGER NOT NULL, 
	kepala_hash TEXT NOT NULL, 
	waktu TEXT NOT NULL, 
	PRIMARY KEY (nomor), 
	UNIQUE (amplop)
)
 STRICT

;
CREATE TABLE terima_ditulis (
	masuk TEXT NOT NULL, 
	amplop TEXT NOT NULL, 
	PRIMARY KEY (masuk)
)
 STRICT

;
CREATE TABLE form_hitung (
	unit INTEGER NOT NULL, 
	nomor INTEGER NOT NULL, 
	keadaan TEXT NOT NULL, 
	PRIMARY KEY (unit)
)
 STRICT

;
CREATE TABLE form_perintah (
	id INTEGER NOT NULL, 
	unit INTEGER NOT NULL, 
	nomor INTEGER NOT NULL, 
	waktu TEXT NOT NULL, 
	akun INTEGER NOT NULL, 
	kata TEXT NOT NULL, 
	isian TEXT, 
	nilai INTEGER, 
	keterangan TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (unit, nomor)
)
 STRICT

;
CREATE TABLE form_final (
	id INTEGER NOT NULL, 
	unit INTEGER NOT NULL, 
	versi INTEGER NOT NULL, 
	segel TEXT NOT NULL, 
	isi TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (unit, versi)
)
 STRICT

;
CREATE TABLE saksi_akun (
	kunci INTEGER NOT NULL, 
	satu TEXT NOT NULL, 
	dua TEXT NOT NULL, 
	PRIMARY KEY (kunci), 
	FOREIGN KEY(kunci) REFERENCES kunci_akun (id)
)
 STRICT

;
CREATE TABLE kunci_orang (
	id INTEGER NOT NULL, 
	orang INTEGER NOT NULL, 
	sertifikat TEXT NOT NULL, 
	kunci TEXT NOT NULL, 
	sebab TEXT NOT NULL, 
	alasan TEXT NOT NULL, 
	sejak TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(orang) REFERENCES orang (id)
)
 STRICT

;
CREATE TABLE dokumen_berkas (
	id INTEGER NOT NULL, 
	dokumen INTEGER NOT NULL, 
	orang INTEGER, 
	sha256 TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	pdf BLOB NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(dokumen) REFERENCES dokumen (id)
)
 STRICT

;
CREATE TABLE dokumen_ditarik (
	dokumen INTEGER NOT NULL, 
	alasan TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	PRIMARY KEY (dokumen), 
	FOREIGN KEY(dokumen) REFERENCES dokumen (id)
)
 STRICT

;
CREATE TABLE dokumen_basah (
	id INTEGER NOT NULL, 
	dokumen INTEGER NOT NULL, 
	tanda TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	pindaian BLOB, 
	PRIMARY KEY (id), 
	FOREIGN KEY(dokumen) REFERENCES dokumen (id)
)
 STRICT

;
CREATE TABLE dokumen_kode (
	id INTEGER NOT NULL, 
	dokumen INTEGER NOT NULL, 
	cocok INTEGER NOT NULL, 
	dibuat TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(dokumen) REFERENCES dokumen (id)
)
 STRICT

;
CREATE TABLE keberatan_putusan (
	id INTEGER NOT NULL, 
	nomor INTEGER NOT NULL, 
	putusan TEXT NOT NULL, 
	diputus TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(nomor) REFERENCES keberatan (nomor)
)
 STRICT

;
CREATE TABLE berkas_calon (
	nik TEXT NOT NULL, 
	nama TEXT NOT NULL, 
	tempat_lahir TEXT NOT NULL, 
	tanggal_lahir TEXT NOT NULL, 
	pekerjaan TEXT NOT NULL, 
	alamat TEXT NOT NULL, 
	masa_jabatan INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	calon_id INTEGER NOT NULL, 
	pendidikan TEXT NOT NULL, 
	foto TEXT, 
	alasan TEXT NOT NULL, 
	waktu TEXT NOT NULL, 
	akun_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(calon_id) REFERENCES calon (id), 
	FOREIGN KEY(foto) REFERENCES foto_calon (sha256), 
	FOREIGN KEY(akun_id) REFERENCES akun (id)
)
 STRICT

;
CREATE TABLE keputusan_calon (
	id INTEGER NOT NULL, 
	calon_id INTEGER NOT NULL, 
	status TEXT NOT NULL, 
	alasan TEXT NOT NULL, 
	waktu TEXT NOT NULL, 
	akun_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(calon_id) REFERENCES calon (id), 
	FOREIGN KEY(akun_id) REFERENCES akun (id)
)
 STRICT

;
CREATE TABLE undian (
	nomor INTEGER NOT NULL, 
	calon_id INTEGER NOT NULL, 
	PRIMARY KEY (nomor), 
	UNIQUE (calon_id), 
	FOREIGN KEY(calon_id) REFERENCES calon (id)
)
 STRICT

;
CREATE TABLE tanda_terima (
	id INTEGER NOT NULL, 
	amplop TEXT NOT NULL, 
	untuk TEXT NOT NULL, 
	isi BLOB NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (amplop), 
	FOREIGN KEY(untuk) REFERENCES paket_keluar (amplop)
)
 STRICT

;
CREATE TABLE pemilih (
	kk TEXT NOT NULL, 
	nik TEXT NOT NULL, 
	nama TEXT NOT NULL, 
	tempat_lahir TEXT NOT NULL, 
	tanggal_lahir TEXT NOT NULL, 
	kelamin TEXT NOT NULL, 
	kawin TEXT NOT NULL, 
	alamat TEXT NOT NULL, 
	dusun TEXT NOT NULL, 
	rt INTEGER NOT NULL, 
	rw INTEGER NOT NULL, 
	disabilitas INTEGER NOT NULL, 
	keterangan TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	batch_id INTEGER NOT NULL, 
	asal TEXT NOT NULL, 
	lembar TEXT NOT NULL, 
	baris INTEGER NOT NULL, 
	tps TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (nik), 
	FOREIGN KEY(batch_id) REFERENCES batch (id)
)
 STRICT

;
CREATE VIRTUAL TABLE pemilih_cari USING fts5(nama, nik, content='pemilih', content_rowid='id', tokenize='trigram remove_diacritics 1');
CREATE TABLE perbaikan (
	id INTEGER NOT NULL, 
	batch_id INTEGER NOT NULL, 
	sumber TEXT NOT NULL, 
	lembar TEXT NOT NULL, 
	baris INTEGER NOT NULL, 
	kepala TEXT NOT NULL, 
	sel TEXT NOT NULL, 
	kolom TEXT NOT NULL, 
	temuan TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_id) REFERENCES batch (id)
)
 STRICT

;
CREATE TABLE berkas_masuk (
	amplop TEXT NOT NULL, 
	nama TEXT NOT NULL, 
	isi BLOB NOT NULL, 
	PRIMARY KEY (amplop, nama), 
	FOREIGN KEY(amplop) REFERENCES paket_masuk (amplop)
)
 STRICT

;
CREATE TABLE rencana_unit (
	versi INTEGER NOT NULL, 
	model TEXT NOT NULL, 
	segel TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	akun_id INTEGER NOT NULL, 
	PRIMARY KEY (versi), 
	FOREIGN KEY(akun_id) REFERENCES akun (id)
)
 STRICT

;
CREATE TABLE lembar_undangan (
	nomor INTEGER NOT NULL, 
	isi BLOB NOT NULL, 
	sidik TEXT NOT NULL, 
	dibuat TEXT NOT NULL, 
	akun_id INTEGER NOT NULL, 
	PRIMARY KEY (nomor), 
	FOREIGN KEY(akun_id) REFERENCES akun (id)
)
 STRICT

;
CREATE TABLE dokumen_kembali (
	berkas INTEGER NOT NULL, 
	orang TEXT NOT NULL, 
	asing TEXT NOT NULL, 
	PRIMARY KEY (berkas), 
	FOREIGN KEY(berkas) REFERENCES dokumen_berkas (id)
)
 STRICT

;
CREATE TABLE temuan_pemilih (
	id INTEGER NOT NULL, 
	batch_id INTEGER NOT NULL, 
	pemilih_id INTEGER, 
	kode TEXT NOT NULL, 
	letak TEXT NOT NULL, 
	bukti TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_id) REFERENCES batch (id), 
	FOREIGN KEY(pemilih_id) REFERENCES pemilih (id)
)
 STRICT

;
CREATE TABLE perbaikan_selesai (
	perbaikan_id INTEGER NOT NULL, 
	pemilih_id INTEGER, 
	alasan TEXT NOT NULL, 
	waktu TEXT NOT NULL, 
	PRIMARY KEY (perbaikan_id), 
	FOREIGN KEY(perbaikan_id) REFERENCES perbaikan (id), 
	FOREIGN KEY(pemilih_id) REFERENCES pemilih (id)
)
 STRICT

;
CREATE TABLE coret (
	id INTEGER NOT NULL, 
	pemilih_id INTEGER NOT NULL, 
	alasan TEXT NOT NULL, 
	keterangan TEXT NOT NULL, 
	waktu TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(pemilih_id) REFERENCES pemilih (id)
)
 STRICT

;
CREATE TABLE dps_pemilih (
	pemilih_id INTEGER NOT NULL, 
	PRIMARY KEY (pemilih_id), 
	FOREIGN KEY(pemilih_id) REFERENCES pemilih (id)
)
 STRICT

;
CREATE TABLE dpt_pemilih (
	nik TEXT NOT NULL, 
	kk TEXT NOT NULL, 
	nama TEXT NOT NULL, 
	tempat_lahir TEXT NOT NULL, 
	tanggal_lahir TEXT NOT NULL, 
	kelamin TEXT NOT NULL, 
	kawin TEXT NOT NULL, 
	alamat TEXT NOT NULL, 
	dusun TEXT NOT NULL, 
	rt INTEGER NOT NULL, 
	rw INTEGER NOT NULL, 
	disabilitas INTEGER NOT NULL, 
	keterangan TEXT NOT NULL, 
	no_urut INTEGER NOT NULL, 
	pemilih_id INTEGER NOT NULL, 
	PRIMARY KEY (no_urut), 
	UNIQUE (pemilih_id), 
	UNIQUE (nik), 
	FOREIGN KEY(pemilih_id) REFERENCES pemilih (id)
)
 STRICT

;
CREATE TABLE keputusan_ganda (
	id INTEGER NOT NULL, 
	pemilih_id INTEGER NOT NULL, 
	lain_id INTEGER, 
	perbaikan_id INTEGER, 
	jejak TEXT NOT NULL, 
	putusan TEXT NOT NULL, 
	dipakai INTEGER, 
	alasan TEXT NOT NULL, 
	akun_id INTEGER NOT NULL, 
	waktu TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(pemilih_id) REFERENCES pemilih (id), 
	FOREIGN KEY(lain_id) REFERENCES pemilih (id), 
	FOREIGN KEY(perbaikan_id) REFERENCES perbaikan (id), 
	FOREIGN KEY(dipakai) REFERENCES pemilih (id), 
	FOREIGN KEY(akun_id) REFERENCES akun (id)
)
 STRICT

;
CREATE TABLE kunci_unit (
	id INTEGER NOT NULL, 
	versi INTEGER NOT NULL, 
	waktu TEXT NOT NULL, 
	akun_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(versi) REFERENCES rencana_unit (versi), 
	FOREIGN KEY(akun_id) REFERENCES akun (id)
)
 STRICT

;
CREATE TABLE unit_hitung (
	versi INTEGER NOT NULL, 
	nomor INTEGER NOT NULL, 
	nama TEXT NOT NULL, 
	lokasi TEXT NOT NULL, 
	wilayah TEXT NOT NULL, 
	dpt_l INTEGER NOT NULL, 
	dpt_p INTEGER NOT NULL, 
	surat_suara INTEGER NOT NULL, 
	PRIMARY KEY (versi, nomor), 
	FOREIGN KEY(versi) REFERENCES rencana_unit (versi)
)
 STRICT

;
CREATE TABLE unit_pemilih (
	versi INTEGER NOT NULL, 
	no_urut INTEGER NOT NULL, 
	nomor INTEGER NOT NULL, 
	nomor_unit INTEGER NOT NULL, 
	PRIMARY KEY (versi, no_urut), 
	UNIQUE (versi, nomor, nomor_unit), 
	FOREIGN KEY(versi) REFERENCES rencana_unit (versi)
)
 STRICT

;
CREATE TABLE undangan (
	no_urut INTEGER NOT NULL, 
	nomor INTEGER NOT NULL, 
	sidik_kode TEXT NOT NULL, 
	PRIMARY KEY (no_urut), 
	FOREIGN KEY(nomor) REFERENCES lembar_undangan (nomor), 
	UNIQUE (sidik_kode)
)
 STRICT

;
INSERT INTO pemilihan VALUES('fc57ec873c38470ba8e78679974d1aae','3399012001','Sukamaju','Cikembar','Contoh','Jawa Contoh','2027-02-03','WIB',0,'','nasional-acuan','# Neutral reference profile. `asumsi` = nobody of this project has seen the legal text.

["sebutan.panitia"]
nilai = "Panitia Pemilihan Kepala Desa"
dasar = "Permendagri 112/2014"
status = "asumsi"

["sebutan.kpps"]
nilai = "KPPS"
dasar = "Perbup setempat"
status = "asumsi"

["sebutan.tambahan"]
nilai = "Daftar Pemilih Tambahan"
dasar = "Perbup setempat"
status = "asumsi"

["sebutan.unit"]
nilai = "TPS"
dasar = "Perbup setempat"
status = "asumsi"

["dasar_hukum"]
nilai = [
    "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana diubah terakhir dengan Undang-Undang Nomor 3 Tahun 2024",
    "Peraturan Pemerintah Nomor 16 Tahun 2026 tentang Peraturan Pelaksanaan Undang-Undang Desa",
    "Peraturan Menteri Dalam Negeri Nomor 112 Tahun 2014 tentang Pemilihan Kepala Desa beserta perubahannya",
]
dasar = "disusun dari sumber sekunder"
status = "asumsi"

["dpt.penandatangan"]
nilai = ["Ketua Panitia", "Sekretaris"]
dasar = "Perbup Klaten 41/2018 Lampiran X (contoh)"
status = "asumsi"

["pemilih.usia_min"]
nilai = 17
dasar = "Permendagri 112/2014 Pasal 10 jo. 65/2017"
status = "asumsi"

["pemilih_di_luar_dpt.boleh"]
nilai = false
dasar = "Permendagri 112/2014 Pasal 10 jo. 65/2017"
status = "asumsi"

["pemilih_tps_lain.boleh"]
nilai = false
dasar = "Perbup setempat"
status = "asumsi"

["tps.maks_pemilih"]
nilai = 500
dasar = "Permendagri 72/2020 Pasal 44D; masa pandemi"
status = "asumsi"

["tps.model"]
nilai = "A"
dasar = "Perbup setempat"
status = "asumsi"

["hitung.unit_kecil"]
nilai = 30
dasar = "kebijakan program: menjaga rahasia suara"
status = "asumsi"

["surat_suara.cadangan_persen"]
nilai = "2.5"
dasar = "Perbup setempat"
status = "asumsi"

["surat_suara.pembulatan"]
nilai = "ke_atas_per_tps"
dasar = "Perbup setempat"
status = "asumsi"

["calon.min"]
nilai = 2
dasar = "UU 3/2024 Pasal 34A ayat (1)"
status = "asumsi"

["calon.maks"]
nilai = 5
dasar = "PP 16/2026 Pasal 39 ayat (3) huruf c"
status = "asumsi"

["calon.tunggal.mode"]
nilai = "kolom_kosong"
dasar = "UU 3/2024 Pasal 34A ayat (4); PP 16/2026 Pasal 44 dan 46"
status = "asumsi"

["calon.usia_min"]
nilai = 25
dasar = "UU 3/2024 Pasal 33"
status = "asumsi"

["calon.pendidikan_min"]
nilai = "SMP"
dasar = "UU 3/2024 Pasal 33"
status = "asumsi"

["calon.masa_jabatan_maks"]
nilai = 2
dasar = "UU 3/2024 Pasal 39"
status = "asumsi"

["kpps.jumlah"]
nilai = 7
dasar = "Perbup setempat"
status = "asumsi"

["jam.mulai"]
nilai = "07.00"
dasar = "Keputusan Bupati setempat"
status = "asumsi"

["jam.selesai"]
nilai = "13.00"
dasar = "Keputusan Bupati setempat"
status = "asumsi"

["ba.tps.min_anggota"]
nilai = 2
dasar = "Permendagri 112/2014 Pasal 41"
status = "asumsi"

["rekap.penandatangan"]
nilai = ["Ketua Panitia", "Sekretaris", "Anggota"]
dasar = "Perda kabupaten (contoh Pasal 49)"
status = "asumsi"

["seri.rantai"]
nilai = ["TB1", "TB2"]
dasar = "Permendagri 112/2014 Pasal 42 ayat (2) dan (3)"
status = "asumsi"

["seri.dasar_terbesar"]
nilai = "dpt"
dasar = "praktik Demak dan Ngawi"
status = "asumsi"

["sengketa.putus"]
nilai = 30
dasar = "UU 6/2014 Pasal 37 ayat (6); hari kalender, dihitung dari hari sesudah diterima"
status = "asumsi"

["format.kertas"]
nilai = "F4"
dasar = "kebiasaan kantor desa"
status = "asumsi"

["simpan.data_pemilih_hari"]
nilai = 365
dasar = "UU 27/2022 Pasal 43 dan 44; lamanya tidak disebut"
status = "asumsi"

["cetak.nik_publik"]
nilai = "samar"
dasar = "UU 27/2022"
status = "asumsi"
');
INSERT INTO akun VALUES(1,'ketua','Sutrisno Uji','ketua','2026-12-01T01:00:01.000000Z');
INSERT INTO akun VALUES(2,'operator1','Rini Uji','operator','2026-12-01T01:00:03.000000Z');
INSERT INTO akun VALUES(3,'operator2','Yanto Uji','operator','2026-12-01T01:00:06.000000Z');
INSERT INTO kunci_akun VALUES(1,1,'-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE4TZLWBrJQNqNLDN0xAwhMN2/kkW4
8Dr9W/qvvioq8H49WXqNvc2KtMgOxW0FUcai3cyQlRMV7z2n5OrDiT+E0A==
-----END PUBLIC KEY-----
','4cffd1f3a19ff34f9e013f796fecf3e52455ea8e658a8af3a4ca0d8693ca803b','dibuat','2026-12-01T01:00:01.000000Z');
INSERT INTO kunci_akun VALUES(2,0,'','e2a57bfc0a640264d564a5c722c60eda7b1127409bae454008368ef95f56862a','dibuat','2026-12-01T01:00:01.000000Z');
INSERT INTO kunci_akun VALUES(3,2,'-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvZb1mtD96Bfo/aC68/Ux8NmnYo/j
Elo0NIWTJbdlmX8qe6usBtNimfDP0t5VfxP6bb/7OzaxdZvGvmrbkRKuRg==
-----END PUBLIC KEY-----
','f72336eb7e67ec47818b0ef0785d130f53a167d9d8f5f435b02adf254b4c0348','dibuat','2026-12-01T01:00:03.000000Z');
INSERT INTO kunci_akun VALUES(4,3,'-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDk9xP+B6kXF4FkVHOb2DW59gsL76
INMHLmgm9S/kINVmWTc6DRuyeBSpBSfOdRsSv8suatPKsec6y/VdUrGs8g==
-----END PUBLIC KEY-----
','0c9802186bf9b9cd72ab09d41bf583a6a62e76f1089603b668788f8d7060562c','dibuat','2026-12-01T01:00:06.000000Z');
INSERT INTO audit VALUES(1,'{"aksi":"buat-pemilihan","akun":1,"at":"2026-12-01T01:00:02.000000Z","kunci":[{"akun":1,"sidik":"6a8d59f37805bda95558331ab820ab475ad4cc79a60382318ed6cb987ca0e1d2"}],"objek":"pemilihan/fc57ec873c38470ba8e78679974d1aae","profil":"0068537a2164cd2bdbad2d08a28744b31a43de82aac1f4d7595ad7ffe6437b40","versi":"0.1.0"}',X'0000000000000000000000000000000000000000000000000000000000000000',X'3F9106F1668E992D17506F63C1DF78AE152420A67EBA246D3148C49DB4709885',NULL);
INSERT INTO audit VALUES(2,'{"aksi":"tambah-akun","akun":1,"at":"2026-12-01T01:00:03.000000Z","kunci":[{"akun":2,"sidik":"71fd4400009df67cc2d764f8e68a727c6fe6bd0365643e806c7a8e0c4c50ff65"}],"objek":"akun/2","peran":"operator","versi":"0.1.0"}',X'3F9106F1668E992D17506F63C1DF78AE152420A67EBA246D3148C49DB4709885',X'D7470E1B696AAB4A7A5575DDAB02F101E3DC715382DD48A37CE15A023E6BC25B',NULL);
INSERT INTO audit VALUES(3,'{"aksi":"tambah-akun","akun":1,"at":"2026-12-01T01:00:06.000000Z","kunci":[{"akun":3,"sidik":"0af7517f26a6a6ba8d71589778683eb6b03eb0720cb5c17711efa3508b74b50f"}],"objek":"akun/3","peran":"operator","setuju":[{"aksi":"tambah-akun","akun_id":1,"digest":"54459c88a8e09442add7779890dd2b2cde29ae36ad3dd266e2cf2ebf7ac484f6","kepala":"2-d7470e1b696aab4a7a5575ddab02f101e3dc715382dd48a37ce15a023e6bc25b","tanda_tangan":"3046022100aeb73b946d0f108aea2dd62f9d13f467b6a9b0f441071777e8ccec06d7f4d8ef022100a80a7539c08274119df388e18d20cfa59f57c58e181ef61dd6ffbf9a318fefc8"},{"aksi":"tambah-akun","akun_id":2,"digest":"54459c88a8e09442add7779890dd2b2cde29ae36ad3dd266e2cf2ebf7ac484f6","kepala":"2-d7470e1b696aab4a7a5575ddab02f101e3dc715382dd48a37ce15a023e6bc25b","tanda_tangan":"3046022100a82a5817deed82a654a3df24734247585ae13448ecba37ef27e25a4c220a4bbb022100a248234aa9c5fd59237b5301dc7834f25025ea76101a18c27823b08ba102e991"}],"versi":"0.1.0"}',X'D7470E1B696AAB4A7A5575DDAB02F101E3DC715382DD48A37CE15A023E6BC25B',X'18CBF4A3079884EB270919E81F7297BC80F0F2F41EE12FCFE242AD984D68AB9D',NULL);
INSERT INTO audit VALUES(4,'{"aksi":"impor-pemilih","akun":2,"at":"2026-12-01T01:00:09.000000Z","berkas":"e870dda40158f6665c1b9782a78d30fa6403e1cc31b109f4bfa8e70704e676b3","diterima":7,"ditolak":3,"objek":"batch/1","versi":"0.1.0"}',X'18CBF4A3079884EB270919E81F7297BC80F0F2F41EE12FCFE242AD984D68AB9D',X'68597C559FE71791A5ABBB1782132E3888E16E2193ABC86D48919CDC766BB144',NULL);
INSERT INTO audit VALUES(5,'{"aksi":"perbaiki-pemilih","akun":2,"at":"2026-12-01T01:00:10.000000Z","isian":"nik","objek":"perbaikan/1","versi":"0.1.0"}',X'68597C559FE71791A5ABBB1782132E3888E16E2193ABC86D48919CDC766BB144',X'630C52A6A93030AB49101DF4A2044DF87B67EC6D195CD798918900360AA2836D',NULL);
INSERT INTO audit VALUES(6,'{"aksi":"perbaiki-pemilih","akun":1,"at":"2026-12-01T01:00:11.000000Z","hasil":"disisihkan","objek":"perbaikan/2","versi":"0.1.0"}',X'630C52A6A93030AB49101DF4A2044DF87B67EC6D195CD798918900360AA2836D',X'2EE866712DB025293B01CDFF8EFABB340A357BFD6BA13264D98389701DEBE8DB',NULL);
INSERT INTO audit VALUES(7,'{"aksi":"coret-pemilih","akun":2,"alasan":"ganda","at":"2026-12-01T01:00:12.000000Z","objek":"pemilih/6","versi":"0.1.0"}',X'2EE866712DB025293B01CDFF8EFABB340A357BFD6BA13264D98389701DEBE8DB',X'5328B82C7C5DCE72FFCDB78674E9D2749FCD60644BCDB9DF0F3BAAB87F97C2EE',NULL);
INSERT INTO audit VALUES(8,'{"aksi":"coret-pemilih","akun":1,"alasan":"pindah","at":"2026-12-01T01:00:13.000000Z","objek":"pemilih/5","versi":"0.1.0"}',X'5328B82C7C5DCE72FFCDB78674E9D2749FCD60644BCDB9DF0F3BAAB87F97C2EE',X'6ACE9A7F0B981423338190C9E4DDF59A7F415BA2BBD438FF1600E1ADA821F541',NULL);
INSERT INTO audit VALUES(9,'{"aksi":"coret-pemilih","akun":1,"alasan":"batal dicoret","at":"2026-12-01T01:00:14.000000Z","objek":"pemilih/5","versi":"0.1.0"}',X'6ACE9A7F0B981423338190C9E4DDF59A7F415BA2BBD438FF1600E1ADA821F541',X'74D7C12EF0ADF5F6F258D2C08035C451768C18AFC9AFF10E66E95CDE2F6BF9E4',NULL);
INSERT INTO audit VALUES(10,'{"aksi":"putuskan-ganda","akun":1,"at":"2026-12-01T01:00:15.000000Z","baris":3,"dipakai":1,"lain":0,"objek":"ganda/1","pemilih":1,"putusan":"orang yang sama","versi":"0.1.0"}',X'74D7C12EF0ADF5F6F258D2C08035C451768C18AFC9AFF10E66E95CDE2F6BF9E4',X'484ED2C6A827ADC6F9EF57F62FEFBC723AEDD77B7C357620242BF79999D02E37',NULL);
INSERT INTO audit VALUES(11,'{"aksi":"tetapkan-dps","akun":1,"at":"2026-12-01T01:00:16.000000Z","l":1,"objek":"dps/1","p":6,"segel":"ee8740242a8409cde6d061e23b48f7f214d1f417b27381f1563564f12c0f2b60","versi":"0.1.0"}',X'484ED2C6A827ADC6F9EF57F62FEFBC723AEDD77B7C357620242BF79999D02E37',X'D31CF65A7BAFCA1C56ACB360D467072A8136BB1C55646E7DEEBD03873D0111DD',NULL);
INSERT INTO audit VALUES(12,'{"aksi":"impor-pemilih","akun":1,"at":"2026-12-01T01:00:17.000000Z","berkas":"7faf8da990f410839f385a28e1f17a6aea77d4f8e1ec45a1dfa93929d83d1ff1","diterima":2,"ditolak":1,"objek":"batch/2","versi":"0.1.0"}',X'D31CF65A7BAFCA1C56ACB360D467072A8136BB1C55646E7DEEBD03873D0111DD',X'B626AFCF63F780FEB9BC492D96B38CDD1910F6327735A12294AE5BF207BA5D20',NULL);
INSERT INTO audit VALUES(13,'{"aksi":"coret-pemilih","akun":1,"alasan":"meninggal","at":"2026-12-01T01:00:18.000000Z","objek":"pemilih/1","versi":"0.1.0"}',X'B626AFCF63F780FEB9BC492D96B38CDD1910F6327735A12294AE5BF207BA5D20',X'248600A0D43841373E9CCA8742A94CB9AD3B822926E21DBEE4F10A166699D3FC',NULL);
INSERT INTO audit VALUES(14,'{"aksi":"kunci-dpt","akun":1,"at":"2026-12-01T01:00:20.000000Z","l":1,"objek":"dpt/1","p":7,"segel":"5874fbb0d734724d0305726627d9a97c00b9e002f9123fd0a54fbfbc811a3978","setuju":[{"aksi":"kunci-dpt","akun_id":1,"digest":"5874fbb0d734724d0305726627d9a97c00b9e002f9123fd0a54fbfbc811a3978","kepala":"13-248600a0d43841373e9cca8742a94cb9ad3b822926e21dbee4f10a166699d3fc","tanda_tangan":"3045022100eb654b2db78652ac6ea2f545cccb0a6556844cf723b307e1ffe202b2a66d656e022059d4bc5d6ebe153b8b8658d1f60eafdf28182a68a40907bf314dd3442892985b"},{"aksi":"kunci-dpt","akun_id":2,"digest":"5874fbb0d734724d0305726627d9a97c00b9e002f9123fd0a54fbfbc811a3978","kepala":"13-248600a0d43841373e9cca8742a94cb9ad3b822926e21dbee4f10a166699d3fc","tanda_tangan":"3046022100c4b39b61a6a9c31e02ca5019530e1f75b3f12b671d398ccf845b3d6652aecb27022100c0f13b3010d8525dd133bcd4e6b250c5bf96f17ab3eebf5d66945808db173ab3"}],"versi":"0.1.0"}',X'248600A0D43841373E9CCA8742A94CB9AD3B822926E21DBEE4F10A166699D3FC',X'A76DA45835874F8FF995CAC164B892F176CA44913BDA377357D860B2FA35E7F6',NULL);
INSERT INTO audit VALUES(15,'{"aksi":"bagi-unit","akun":1,"at":"2026-12-01T01:00:22.000000Z","digest":"2f9300c931f8fcf3961a4cabdf38b6e40e9eddf53e0dd883490c1766bc7b8e18","jumlah":2,"objek":"rencana-unit/1","versi":"0.1.0"}',X'A76DA45835874F8FF995CAC164B892F176CA44913BDA377357D860B2FA35E7F6',X'7C117C5A25A92C75C84441D966E10EF274A05D69BBA1F01DB329CC02F1040D62',NULL);
INSERT INTO audit_cp VALUES(1,X'3F9106F1668E992D17506F63C1DF78AE152420A67EBA246D3148C49DB4709885',1,X'304402206672752431914F62DAC41AC46BF676964867807C57949BD49EF9DABF7FC9B7D402200343244B2E7C5CE3341555092BAA351743129E8F5ED7F56FA15985F0108DDCE7');
INSERT INTO audit_cp VALUES(2,X'D7470E1B696AAB4A7A5575DDAB02F101E3DC715382DD48A37CE15A023E6BC25B',1,X'3045022079A8F2F0BC39317F73A82AF3D0D153AEC72B64E05D1458D5BE5D6D96D1BA866402210086DB88FECFBDFABBA9F993401164581C7306D77BCA73F9C05297631DA082002A');
INSERT INTO audit_cp VALUES(3,X'18CBF4A3079884EB270919E81F7297BC80F0F2F41EE12FCFE242AD984D68AB9D',1,X'3046022100CC110602CA2EF1825F6668EE24836A6815E7C0111259A9519FAB810BF8B8D173022100F8442FAC81571BCA60F495E443E26E54102D3A60055A77740C9B5B6F19A61147');
INSERT INTO audit_cp VALUES(14,X'A76DA45835874F8FF995CAC164B892F176CA44913BDA377357D860B2FA35E7F6',1,X'304402204F693B0D2A43484A335508A16925A38C068B4CED6611AD3DDCD8AF55AA3AEF0F02205FE5F30EEC93B0C6F5526AE6D7C975327258A04C9D3A21C4BA621E5BD472922B');
INSERT INTO batch VALUES(1,'e870dda40158f6665c1b9782a78d30fa6403e1cc31b109f4bfa8e70704e676b3','a.xlsx','2026-12-01T01:00:09.000000Z','dps',7,0);
INSERT INTO batch VALUES(2,'7faf8da990f410839f385a28e1f17a6aea77d4f8e1ec45a1dfa93929d83d1ff1','b.xlsx','2026-12-01T01:00:17.000000Z','tambahan',2,0);
INSERT INTO dps VALUES(1,1,6,'ee8740242a8409cde6d061e23b48f7f214d1f417b27381f1563564f12c0f2b60','2026-12-01T01:00:16.000000Z');
INSERT INTO dpt VALUES(1,1,7,7,1,2,'5874fbb0d734724d0305726627d9a97c00b9e002f9123fd0a54fbfbc811a3978','2026-12-01T01:00:20.000000Z');
INSERT INTO pemilih VALUES('3399010101150001','3399015205900001','SITI UJI A','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',1,1,'dps','Sheet1',2,'');
INSERT INTO pemilih VALUES('3399010101150002','3399015205900002','SITI UJI B','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',2,1,'dps','Sheet1',3,'');
INSERT INTO pemilih VALUES('3399010101150003','3399015205900003','SITI UJI C','CIKEMBAR','1990-05-12','L','S','JL. MELATI','',1,1,0,'',3,1,'dps','Sheet1',4,'');
INSERT INTO pemilih VALUES('3399010101150004','3399015205900004','SITI UJI D','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',4,1,'dps','Sheet1',5,'');
INSERT INTO pemilih VALUES('3399010101150005','3399015205900005','SITI UJI E','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',5,1,'dps','Sheet1',6,'');
INSERT INTO pemilih VALUES('3399010101150006','3399015205900006','SITI UJI F','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',6,1,'dps','Sheet1',7,'');
INSERT INTO pemilih VALUES('3399010101150002','3399015205900020','SITI UJI B','CIKEMBAR','1990-05-13','P','S','JL. MELATI','',1,1,0,'',7,1,'dps','Sheet1',11,'');
INSERT INTO pemilih VALUES('3399010101150007','3399015205900015','RUSAK UJI','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',8,1,'dps','Sheet1',8,'');
INSERT INTO pemilih VALUES('3399010101170001','3399015205900017','BARU 17','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',9,2,'tambahan','Sheet1',2,'');
INSERT INTO pemilih VALUES('3399010101170001','3399015205900018','BARU 18','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',10,2,'tambahan','Sheet1',3,'');
INSERT INTO perbaikan VALUES(1,1,'kpu-33','Sheet1',8,'["NO","KEC_ID","KECAMATAN","KEL_ID","KELURAHAN","DPID","NKK","NIK","NAMA","TEMPAT LAHIR","TANGGAL LAHIR","STS KAWIN","KELAMIN","ALAMAT","RT","RW","DISABILITAS","EKTP","KETERANGAN","SUMBER","TPS_ID","TPS","K1","K2","K3","UPDATED_AT","STATUS","RANK","TAHAPAN_ID","PROV_ASAL","KAB_ASAL","KEC_ASAL","KEL_ASAL"]','[["7","number"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["3399010101150007","text"],["1","text"],["RUSAK UJI","text"],["CIKEMBAR","text"],["12|05|1990","text"],["S","text"],["P","text"],["JL. MELATI","text"],["1","number"],["1","number"],["0","number"],["null","text"],["0","text"],["dp4","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"]]','{"nik":7,"kk":6,"nama":8,"tempat lahir":9,"tanggal lahir":10,"jenis kelamin":12,"status perkawinan":11,"alamat":13,"rt":14,"rw":15,"disabilitas":16,"keterangan":18,"sumber":19,"tps":21}','[["E201","Sheet1, baris 8",{"digit":"1"}]]');
INSERT INTO perbaikan VALUES(2,1,'kpu-33','Sheet1',9,'["NO","KEC_ID","KECAMATAN","KEL_ID","KELURAHAN","DPID","NKK","NIK","NAMA","TEMPAT LAHIR","TANGGAL LAHIR","STS KAWIN","KELAMIN","ALAMAT","RT","RW","DISABILITAS","EKTP","KETERANGAN","SUMBER","TPS_ID","TPS","K1","K2","K3","UPDATED_AT","STATUS","RANK","TAHAPAN_ID","PROV_ASAL","KAB_ASAL","KEC_ASAL","KEL_ASAL"]','[["8","number"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["3399010101150008","text"],["JUMLAH","text"],["SITI UJI H","text"],["CIKEMBAR","text"],["12|05|1990","text"],["S","text"],["P","text"],["JL. MELATI","text"],["1","number"],["1","number"],["0","number"],["null","text"],["0","text"],["dp4","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"]]','{"nik":7,"kk":6,"nama":8,"tempat lahir":9,"tanggal lahir":10,"jenis kelamin":12,"status perkawinan":11,"alamat":13,"rt":14,"rw":15,"disabilitas":16,"keterangan":18,"sumber":19,"tps":21}','[["E201","Sheet1, baris 9",{"digit":"0"}]]');
INSERT INTO perbaikan VALUES(3,1,'kpu-33','Sheet1',10,'["NO","KEC_ID","KECAMATAN","KEL_ID","KELURAHAN","DPID","NKK","NIK","NAMA","TEMPAT LAHIR","TANGGAL LAHIR","STS KAWIN","KELAMIN","ALAMAT","RT","RW","DISABILITAS","EKTP","KETERANGAN","SUMBER","TPS_ID","TPS","K1","K2","K3","UPDATED_AT","STATUS","RANK","TAHAPAN_ID","PROV_ASAL","KAB_ASAL","KEC_ASAL","KEL_ASAL"]','[["9","number"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["3399010101150009","text"],["3399015205900001","text"],["SITI UJI LAIN","text"],["CIKEMBAR","text"],["12|05|1990","text"],["S","text"],["P","text"],["JL. MELATI","text"],["1","number"],["1","number"],["0","number"],["null","text"],["0","text"],["dp4","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"]]','{"nik":7,"kk":6,"nama":8,"tempat lahir":9,"tanggal lahir":10,"jenis kelamin":12,"status perkawinan":11,"alamat":13,"rt":14,"rw":15,"disabilitas":16,"keterangan":18,"sumber":19,"tps":21}','[["E202","Sheet1, baris 10",{"tempat":"Sheet1, baris 2"}]]');
INSERT INTO perbaikan VALUES(4,2,'kpu-33','Sheet1',4,'["NO","KEC_ID","KECAMATAN","KEL_ID","KELURAHAN","DPID","NKK","NIK","NAMA","TEMPAT LAHIR","TANGGAL LAHIR","STS KAWIN","KELAMIN","ALAMAT","RT","RW","DISABILITAS","EKTP","KETERANGAN","SUMBER","TPS_ID","TPS","K1","K2","K3","UPDATED_AT","STATUS","RANK","TAHAPAN_ID","PROV_ASAL","KAB_ASAL","KEC_ASAL","KEL_ASAL"]','[["3","number"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["3399010101150003","text"],["3","text"],["SITI UJI C","text"],["CIKEMBAR","text"],["12|05|1990","text"],["S","text"],["P","text"],["JL. MELATI","text"],["1","number"],["1","number"],["0","number"],["null","text"],["0","text"],["dp4","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"],["null","text"]]','{"nik":7,"kk":6,"nama":8,"tempat lahir":9,"tanggal lahir":10,"jenis kelamin":12,"status perkawinan":11,"alamat":13,"rt":14,"rw":15,"disabilitas":16,"keterangan":18,"sumber":19,"tps":21}','[["E201","Sheet1, baris 4",{"digit":"1"}]]');
INSERT INTO rencana_unit VALUES(1,'A','5874fbb0d734724d0305726627d9a97c00b9e002f9123fd0a54fbfbc811a3978','2026-12-01T01:00:22.000000Z',1);
INSERT INTO temuan_pemilih VALUES(1,1,3,'W222','Sheet1, baris 4','{}');
INSERT INTO temuan_pemilih VALUES(2,1,7,'W221','Sheet1, baris 11','{}');
INSERT INTO temuan_pemilih VALUES(3,1,7,'W230','Sheet1, baris 11','{"tempat":"Sheet1, baris 3"}');
INSERT INTO perbaikan_selesai VALUES(1,8,'diperbaiki','2026-12-01T01:00:10.000000Z');
INSERT INTO perbaikan_selesai VALUES(2,NULL,'baris jumlah','2026-12-01T01:00:11.000000Z');
INSERT INTO perbaikan_selesai VALUES(3,NULL,'KTP-el dicocokkan','2026-12-01T01:00:15.000000Z');
INSERT INTO coret VALUES(1,6,'ganda','dengan no. 5','2026-12-01T01:00:12.000000Z');
INSERT INTO coret VALUES(2,5,'pindah','surat pindah','2026-12-01T01:00:13.000000Z');
INSERT INTO coret VALUES(3,5,'batal dicoret','salah orang','2026-12-01T01:00:14.000000Z');
INSERT INTO coret VALUES(4,1,'meninggal','akta kematian 12','2026-12-01T01:00:18.000000Z');
INSERT INTO dps_pemilih VALUES(1);
INSERT INTO dps_pemilih VALUES(2);
INSERT INTO dps_pemilih VALUES(3);
INSERT INTO dps_pemilih VALUES(4);
INSERT INTO dps_pemilih VALUES(5);
INSERT INTO dps_pemilih VALUES(7);
INSERT INTO dps_pemilih VALUES(8);
INSERT INTO dpt_pemilih VALUES('3399015205900002','3399010101150002','SITI UJI B','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',1,2);
INSERT INTO dpt_pemilih VALUES('3399015205900020','3399010101150002','SITI UJI B','CIKEMBAR','1990-05-13','P','S','JL. MELATI','',1,1,0,'',2,7);
INSERT INTO dpt_pemilih VALUES('3399015205900003','3399010101150003','SITI UJI C','CIKEMBAR','1990-05-12','L','S','JL. MELATI','',1,1,0,'',3,3);
INSERT INTO dpt_pemilih VALUES('3399015205900004','3399010101150004','SITI UJI D','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',4,4);
INSERT INTO dpt_pemilih VALUES('3399015205900005','3399010101150005','SITI UJI E','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',5,5);
INSERT INTO dpt_pemilih VALUES('3399015205900015','3399010101150007','RUSAK UJI','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',6,8);
INSERT INTO dpt_pemilih VALUES('3399015205900017','3399010101170001','BARU 17','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',7,9);
INSERT INTO dpt_pemilih VALUES('3399015205900018','3399010101170001','BARU 18','CIKEMBAR','1990-05-12','P','S','JL. MELATI','',1,1,0,'',8,10);
INSERT INTO keputusan_ganda VALUES(1,1,NULL,3,'5838928e341921b1f7c86981b6be9cc3aff8f6704f88b6c02b16ec1f9ccaa15b','orang yang sama',1,'KTP-el dicocokkan',1,'2026-12-01T01:00:15.000000Z');
INSERT INTO unit_hitung VALUES(1,1,'TPS 1','','["RT 001/RW 001 (sebagian)"]',1,3,5);
INSERT INTO unit_hitung VALUES(1,2,'TPS 2','','["RT 001/RW 001 (sebagian)"]',0,4,5);
INSERT INTO unit_pemilih VALUES(1,1,1,1);
INSERT INTO unit_pemilih VALUES(1,2,1,2);
INSERT INTO unit_pemilih VALUES(1,3,1,3);
INSERT INTO unit_pemilih VALUES(1,4,1,4);
INSERT INTO unit_pemilih VALUES(1,5,2,1);
INSERT INTO unit_pemilih VALUES(1,6,2,2);
INSERT INTO unit_pemilih VALUES(1,7,2,3);
INSERT INTO unit_pemilih VALUES(1,8,2,4);
INSERT INTO pemilih_cari(pemilih_cari) VALUES('rebuild');
CREATE INDEX ix_kunci_akun_akun ON kunci_akun (akun);
CREATE INDEX ix_surat_isian_kode ON surat_isian (kode);
CREATE INDEX ix_kunci_orang_orang ON kunci_orang (orang);
CREATE INDEX ix_dokumen_berkas_dokumen ON dokumen_berkas (dokumen);
CREATE INDEX ix_dokumen_basah_dokumen ON dokumen_basah (dokumen);
CREATE INDEX ix_dokumen_kode_dokumen ON dokumen_kode (dokumen);
CREATE INDEX ix_keberatan_putusan_nomor ON keberatan_putusan (nomor);
CREATE INDEX ix_berkas_calon_calon_id ON berkas_calon (calon_id);
CREATE INDEX ix_keputusan_calon_calon_id ON keputusan_calon (calon_id);
CREATE INDEX ix_pemilih_kelamin ON pemilih (kelamin);
CREATE INDEX ix_pemilih_nama ON pemilih (nama);
CREATE INDEX ix_pemilih_batch_id ON pemilih (batch_id);
CREATE INDEX ix_perbaikan_batch_id ON perbaikan (batch_id);
CREATE INDEX ix_temuan_pemilih_pemilih_id ON temuan_pemilih (pemilih_id);
CREATE INDEX ix_temuan_pemilih_batch_id ON temuan_pemilih (batch_id);
CREATE INDEX ix_coret_pemilih_id ON coret (pemilih_id);
CREATE INDEX ix_keputusan_ganda_jejak ON keputusan_ganda (jejak);
CREATE TRIGGER akun_no_update BEFORE UPDATE ON akun BEGIN SELECT RAISE(ABORT, 'akun is append-only'); END;
CREATE TRIGGER akun_no_delete BEFORE DELETE ON akun BEGIN SELECT RAISE(ABORT, 'akun is append-only'); END;
CREATE TRIGGER cadangan_no_update BEFORE UPDATE ON cadangan BEGIN SELECT RAISE(ABORT, 'cadangan is append-only'); END;
CREATE TRIGGER cadangan_no_delete BEFORE DELETE ON cadangan BEGIN SELECT RAISE(ABORT, 'cadangan is append-only'); END;
CREATE TRIGGER uji_cadangan_no_update BEFORE UPDATE ON uji_cadangan BEGIN SELECT RAISE(ABORT, 'uji_cadangan is append-only'); END;
CREATE TRIGGER uji_cadangan_no_delete BEFORE DELETE ON uji_cadangan BEGIN SELECT RAISE(ABORT, 'uji_cadangan is append-only'); END;
CREATE TRIGGER kunci_akun_no_update BEFORE UPDATE ON kunci_akun BEGIN SELECT RAISE(ABORT, 'kunci_akun is append-only'); END;
CREATE TRIGGER kunci_akun_no_delete BEFORE DELETE ON kunci_akun BEGIN SELECT RAISE(ABORT, 'kunci_akun is append-only'); END;
CREATE TRIGGER orang_no_update BEFORE UPDATE ON orang BEGIN SELECT RAISE(ABORT, 'orang is append-only'); END;
CREATE TRIGGER orang_no_delete BEFORE DELETE ON orang BEGIN SELECT RAISE(ABORT, 'orang is append-only'); END;
CREATE TRIGGER kunci_orang_no_update BEFORE UPDATE ON kunci_orang BEGIN SELECT RAISE(ABORT, 'kunci_orang is append-only'); END;
CREATE TRIGGER kunci_orang_no_delete BEFORE DELETE ON kunci_orang BEGIN SELECT RAISE(ABORT, 'kunci_orang is append-only'); END;
CREATE TRIGGER saksi_akun_no_update BEFORE UPDATE ON saksi_akun BEGIN SELECT RAISE(ABORT, 'saksi_akun is append-only'); END;
CREATE TRIGGER saksi_akun_no_delete BEFORE DELETE ON saksi_akun BEGIN SELECT RAISE(ABORT, 'saksi_akun is append-only'); END;
CREATE TRIGGER kunci_desa_no_update BEFORE UPDATE ON kunci_desa BEGIN SELECT RAISE(ABORT, 'kunci_desa is append-only'); END;
CREATE TRIGGER kunci_desa_no_delete BEFORE DELETE ON kunci_desa BEGIN SELECT RAISE(ABORT, 'kunci_desa is append-only'); END;
CREATE TRIGGER sertifikat_no_update BEFORE UPDATE ON sertifikat BEGIN SELECT RAISE(ABORT, 'sertifikat is append-only'); END;
CREATE TRIGGER sertifikat_no_delete BEFORE DELETE ON sertifikat BEGIN SELECT RAISE(ABORT, 'sertifikat is append-only'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_cp_no_update BEFORE UPDATE ON audit_cp BEGIN SELECT RAISE(ABORT, 'audit_cp is append-only'); END;
CREATE TRIGGER audit_cp_no_delete BEFORE DELETE ON audit_cp BEGIN SELECT RAISE(ABORT, 'audit_cp is append-only'); END;
CREATE TRIGGER audit_chain BEFORE INSERT ON audit BEGIN SELECT CASE WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) THEN RAISE(ABORT, 'audit gap') WHEN NEW.prev IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32)) THEN RAISE(ABORT, 'audit chain break') END; END;
CREATE TRIGGER dokumen_no_update BEFORE UPDATE ON dokumen BEGIN SELECT RAISE(ABORT, 'dokumen is append-only'); END;
CREATE TRIGGER dokumen_no_delete BEFORE DELETE ON dokumen BEGIN SELECT RAISE(ABORT, 'dokumen is append-only'); END;
CREATE TRIGGER dokumen_berkas_no_update BEFORE UPDATE ON dokumen_berkas BEGIN SELECT RAISE(ABORT, 'dokumen_berkas is append-only'); END;
CREATE TRIGGER dokumen_berkas_no_delete BEFORE DELETE ON dokumen_berkas BEGIN SELECT RAISE(ABORT, 'dokumen_berkas is append-only'); END;
CREATE TRIGGER dokumen_ditarik_no_update BEFORE UPDATE ON dokumen_ditarik BEGIN SELECT RAISE(ABORT, 'dokumen_ditarik is append-only'); END;
CREATE TRIGGER dokumen_ditarik_no_delete BEFORE DELETE ON dokumen_ditarik BEGIN SELECT RAISE(ABORT, 'dokumen_ditarik is append-only'); END;
CREATE TRIGGER dokumen_kembali_no_update BEFORE UPDATE ON dokumen_kembali BEGIN SELECT RAISE(ABORT, 'dokumen_kembali is append-only'); END;
CREATE TRIGGER dokumen_kembali_no_delete BEFORE DELETE ON dokumen_kembali BEGIN SELECT RAISE(ABORT, 'dokumen_kembali is append-only'); END;
CREATE TRIGGER dokumen_basah_no_update BEFORE UPDATE ON dokumen_basah BEGIN SELECT RAISE(ABORT, 'dokumen_basah is append-only'); END;
CREATE TRIGGER dokumen_basah_no_delete BEFORE DELETE ON dokumen_basah BEGIN SELECT RAISE(ABORT, 'dokumen_basah is append-only'); END;
CREATE TRIGGER dokumen_kode_no_update BEFORE UPDATE ON dokumen_kode BEGIN SELECT RAISE(ABORT, 'dokumen_kode is append-only'); END;
CREATE TRIGGER dokumen_kode_no_delete BEFORE DELETE ON dokumen_kode BEGIN SELECT RAISE(ABORT, 'dokumen_kode is append-only'); END;
CREATE TRIGGER surat_isian_no_update BEFORE UPDATE ON surat_isian BEGIN SELECT RAISE(ABORT, 'surat_isian is append-only'); END;
CREATE TRIGGER surat_isian_no_delete BEFORE DELETE ON surat_isian BEGIN SELECT RAISE(ABORT, 'surat_isian is append-only'); END;
CREATE TRIGGER keberatan_no_update BEFORE UPDATE ON keberatan BEGIN SELECT RAISE(ABORT, 'keberatan is append-only'); END;
CREATE TRIGGER keberatan_no_delete BEFORE DELETE ON keberatan BEGIN SELECT RAISE(ABORT, 'keberatan is append-only'); END;
CREATE TRIGGER keberatan_putusan_no_update BEFORE UPDATE ON keberatan_putusan BEGIN SELECT RAISE(ABORT, 'keberatan_putusan is append-only'); END;
CREATE TRIGGER keberatan_putusan_no_delete BEFORE DELETE ON keberatan_putusan BEGIN SELECT RAISE(ABORT, 'keberatan_putusan is append-only'); END;
CREATE TRIGGER calon_no_update BEFORE UPDATE ON calon BEGIN SELECT RAISE(ABORT, 'calon is append-only'); END;
CREATE TRIGGER calon_no_delete BEFORE DELETE ON calon BEGIN SELECT RAISE(ABORT, 'calon is append-only'); END;
CREATE TRIGGER foto_calon_no_update BEFORE UPDATE ON foto_calon BEGIN SELECT RAISE(ABORT, 'foto_calon is append-only'); END;
CREATE TRIGGER foto_calon_no_delete BEFORE DELETE ON foto_calon BEGIN SELECT RAISE(ABORT, 'foto_calon is append-only'); END;
CREATE TRIGGER berkas_calon_no_update BEFORE UPDATE ON berkas_calon BEGIN SELECT RAISE(ABORT, 'berkas_calon is append-only'); END;
CREATE TRIGGER berkas_calon_no_delete BEFORE DELETE ON berkas_calon BEGIN SELECT RAISE(ABORT, 'berkas_calon is append-only'); END;
CREATE TRIGGER keputusan_calon_no_update BEFORE UPDATE ON keputusan_calon BEGIN SELECT RAISE(ABORT, 'keputusan_calon is append-only'); END;
CREATE TRIGGER keputusan_calon_no_delete BEFORE DELETE ON keputusan_calon BEGIN SELECT RAISE(ABORT, 'keputusan_calon is append-only'); END;
CREATE TRIGGER undian_no_update BEFORE UPDATE ON undian BEGIN SELECT RAISE(ABORT, 'undian is append-only'); END;
CREATE TRIGGER undian_no_delete BEFORE DELETE ON undian BEGIN SELECT RAISE(ABORT, 'undian is append-only'); END;
CREATE TRIGGER paket_keluar_no_update BEFORE UPDATE ON paket_keluar BEGIN SELECT RAISE(ABORT, 'paket_keluar is append-only'); END;
CREATE TRIGGER paket_keluar_no_delete BEFORE DELETE ON paket_keluar BEGIN SELECT RAISE(ABORT, 'paket_keluar is append-only'); END;
CREATE TRIGGER kit_no_update BEFORE UPDATE ON kit BEGIN SELECT RAISE(ABORT, 'kit is append-only'); END;
CREATE TRIGGER kit_no_delete BEFORE DELETE ON kit BEGIN SELECT RAISE(ABORT, 'kit is append-only'); END;
CREATE TRIGGER tanda_terima_no_update BEFORE UPDATE ON tanda_terima BEGIN SELECT RAISE(ABORT, 'tanda_terima is append-only'); END;
CREATE TRIGGER tanda_terima_no_delete BEFORE DELETE ON tanda_terima BEGIN SELECT RAISE(ABORT, 'tanda_terima is append-only'); END;
CREATE TRIGGER cetak_no_update BEFORE UPDATE ON cetak BEGIN SELECT RAISE(ABORT, 'cetak is append-only'); END;
CREATE TRIGGER cetak_no_delete BEFORE DELETE ON cetak BEGIN SELECT RAISE(ABORT, 'cetak is append-only'); END;
CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch BEGIN SELECT RAISE(ABORT, 'batch is append-only'); END;
CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'batch is append-only'); END;
CREATE TRIGGER pemilih_no_update BEFORE UPDATE ON pemilih BEGIN SELECT RAISE(ABORT, 'pemilih is append-only'); END;
CREATE TRIGGER pemilih_no_delete BEFORE DELETE ON pemilih BEGIN SELECT RAISE(ABORT, 'pemilih is append-only'); END;
CREATE TRIGGER temuan_pemilih_no_update BEFORE UPDATE ON temuan_pemilih BEGIN SELECT RAISE(ABORT, 'temuan_pemilih is append-only'); END;
CREATE TRIGGER temuan_pemilih_no_delete BEFORE DELETE ON temuan_pemilih BEGIN SELECT RAISE(ABORT, 'temuan_pemilih is append-only'); END;
CREATE TRIGGER perbaikan_no_update BEFORE UPDATE ON perbaikan BEGIN SELECT RAISE(ABORT, 'perbaikan is append-only'); END;
CREATE TRIGGER perbaikan_no_delete BEFORE DELETE ON perbaikan BEGIN SELECT RAISE(ABORT, 'perbaikan is append-only'); END;
CREATE TRIGGER perbaikan_selesai_no_update BEFORE UPDATE ON perbaikan_selesai BEGIN SELECT RAISE(ABORT, 'perbaikan_selesai is append-only'); END;
CREATE TRIGGER perbaikan_selesai_no_delete BEFORE DELETE ON perbaikan_selesai BEGIN SELECT RAISE(ABORT, 'perbaikan_selesai is append-only'); END;
CREATE TRIGGER coret_no_update BEFORE UPDATE ON coret BEGIN SELECT RAISE(ABORT, 'coret is append-only'); END;
CREATE TRIGGER coret_no_delete BEFORE DELETE ON coret BEGIN SELECT RAISE(ABORT, 'coret is append-only'); END;
CREATE TRIGGER dps_no_update BEFORE UPDATE ON dps BEGIN SELECT RAISE(ABORT, 'dps is append-only'); END;
CREATE TRIGGER dps_no_delete BEFORE DELETE ON dps BEGIN SELECT RAISE(ABORT, 'dps is append-only'); END;
CREATE TRIGGER dps_pemilih_no_update BEFORE UPDATE ON dps_pemilih BEGIN SELECT RAISE(ABORT, 'dps_pemilih is append-only'); END;
CREATE TRIGGER dps_pemilih_no_delete BEFORE DELETE ON dps_pemilih BEGIN SELECT RAISE(ABORT, 'dps_pemilih is append-only'); END;
CREATE TRIGGER dpt_no_update BEFORE UPDATE ON dpt BEGIN SELECT RAISE(ABORT, 'dpt is append-only'); END;
CREATE TRIGGER dpt_no_delete BEFORE DELETE ON dpt BEGIN SELECT RAISE(ABORT, 'dpt is append-only'); END;
CREATE TRIGGER dpt_pemilih_no_update BEFORE UPDATE ON dpt_pemilih BEGIN SELECT RAISE(ABORT, 'dpt_pemilih is append-only'); END;
CREATE TRIGGER dpt_pemilih_no_delete BEFORE DELETE ON dpt_pemilih BEGIN SELECT RAISE(ABORT, 'dpt_pemilih is append-only'); END;
CREATE TRIGGER keputusan_ganda_no_update BEFORE UPDATE ON keputusan_ganda BEGIN SELECT RAISE(ABORT, 'keputusan_ganda is append-only'); END;
CREATE TRIGGER keputusan_ganda_no_delete BEFORE DELETE ON keputusan_ganda BEGIN SELECT RAISE(ABORT, 'keputusan_ganda is append-only'); END;
CREATE TRIGGER pemetaan_no_update BEFORE UPDATE ON pemetaan BEGIN SELECT RAISE(ABORT, 'pemetaan is append-only'); END;
CREATE TRIGGER pemetaan_no_delete BEFORE DELETE ON pemetaan BEGIN SELECT RAISE(ABORT, 'pemetaan is append-only'); END;
CREATE TRIGGER meja_kabupaten_no_update BEFORE UPDATE ON meja_kabupaten BEGIN SELECT RAISE(ABORT, 'meja_kabupaten is append-only'); END;
CREATE TRIGGER meja_kabupaten_no_delete BEFORE DELETE ON meja_kabupaten BEGIN SELECT RAISE(ABORT, 'meja_kabupaten is append-only'); END;
CREATE TRIGGER kunci_meja_no_update BEFORE UPDATE ON kunci_meja BEGIN SELECT RAISE(ABORT, 'kunci_meja is append-only'); END;
CREATE TRIGGER kunci_meja_no_delete BEFORE DELETE ON kunci_meja BEGIN SELECT RAISE(ABORT, 'kunci_meja is append-only'); END;
CREATE TRIGGER sertifikat_terbit_no_update BEFORE UPDATE ON sertifikat_terbit BEGIN SELECT RAISE(ABORT, 'sertifikat_terbit is append-only'); END;
CREATE TRIGGER sertifikat_terbit_no_delete BEFORE DELETE ON sertifikat_terbit BEGIN SELECT RAISE(ABORT, 'sertifikat_terbit is append-only'); END;
CREATE TRIGGER paket_masuk_no_update BEFORE UPDATE ON paket_masuk BEGIN SELECT RAISE(ABORT, 'paket_masuk is append-only'); END;
CREATE TRIGGER paket_masuk_no_delete BEFORE DELETE ON paket_masuk BEGIN SELECT RAISE(ABORT, 'paket_masuk is append-only'); END;
CREATE TRIGGER berkas_masuk_no_update BEFORE UPDATE ON berkas_masuk BEGIN SELECT RAISE(ABORT, 'berkas_masuk is append-only'); END;
CREATE TRIGGER berkas_masuk_no_delete BEFORE DELETE ON berkas_masuk BEGIN SELECT RAISE(ABORT, 'berkas_masuk is append-only'); END;
CREATE TRIGGER terima_ditulis_no_update BEFORE UPDATE ON terima_ditulis BEGIN SELECT RAISE(ABORT, 'terima_ditulis is append-only'); END;
CREATE TRIGGER terima_ditulis_no_delete BEFORE DELETE ON terima_ditulis BEGIN SELECT RAISE(ABORT, 'terima_ditulis is append-only'); END;
CREATE TRIGGER form_perintah_no_update BEFORE UPDATE ON form_perintah BEGIN SELECT RAISE(ABORT, 'form_perintah is append-only'); END;
CREATE TRIGGER form_perintah_no_delete BEFORE DELETE ON form_perintah BEGIN SELECT RAISE(ABORT, 'form_perintah is append-only'); END;
CREATE TRIGGER form_final_no_update BEFORE UPDATE ON form_final BEGIN SELECT RAISE(ABORT, 'form_final is append-only'); END;
CREATE TRIGGER form_final_no_delete BEFORE DELETE ON form_final BEGIN SELECT RAISE(ABORT, 'form_final is append-only'); END;
CREATE TRIGGER rencana_unit_no_update BEFORE UPDATE ON rencana_unit BEGIN SELECT RAISE(ABORT, 'rencana_unit is append-only'); END;
CREATE TRIGGER rencana_unit_no_delete BEFORE DELETE ON rencana_unit BEGIN SELECT RAISE(ABORT, 'rencana_unit is append-only'); END;
CREATE TRIGGER kunci_unit_no_update BEFORE UPDATE ON kunci_unit BEGIN SELECT RAISE(ABORT, 'kunci_unit is append-only'); END;
CREATE TRIGGER kunci_unit_no_delete BEFORE DELETE ON kunci_unit BEGIN SELECT RAISE(ABORT, 'kunci_unit is append-only'); END;
CREATE TRIGGER unit_hitung_no_update BEFORE UPDATE ON unit_hitung BEGIN SELECT RAISE(ABORT, 'unit_hitung is append-only'); END;
CREATE TRIGGER unit_hitung_no_delete BEFORE DELETE ON unit_hitung BEGIN SELECT RAISE(ABORT, 'unit_hitung is append-only'); END;
CREATE TRIGGER unit_pemilih_no_update BEFORE UPDATE ON unit_pemilih BEGIN SELECT RAISE(ABORT, 'unit_pemilih is append-only'); END;
CREATE TRIGGER unit_pemilih_no_delete BEFORE DELETE ON unit_pemilih BEGIN SELECT RAISE(ABORT, 'unit_pemilih is append-only'); END;
CREATE TRIGGER lembar_undangan_no_update BEFORE UPDATE ON lembar_undangan BEGIN SELECT RAISE(ABORT, 'lembar_undangan is append-only'); END;
CREATE TRIGGER lembar_undangan_no_delete BEFORE DELETE ON lembar_undangan BEGIN SELECT RAISE(ABORT, 'lembar_undangan is append-only'); END;
CREATE TRIGGER undangan_no_update BEFORE UPDATE ON undangan BEGIN SELECT RAISE(ABORT, 'undangan is append-only'); END;
CREATE TRIGGER undangan_no_delete BEFORE DELETE ON undangan BEGIN SELECT RAISE(ABORT, 'undangan is append-only'); END;
PRAGMA user_version=1;
