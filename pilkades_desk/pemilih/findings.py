"""Findings of step 2: E201-E2xx keep a row or the DPT back, W2xx go along with the voter."""

from pilkades_desk.core.findings import FindingKind, catalogue

_PS10 = "Permendagri 112/2014 jo. 65/2017 Pasal 10"
_COLUMNS = "Kolom daftar pemilih"
_CARE = "Kehati-hatian; tidak ada pasal"
_DOUBLE = "Cocokkan KTP-el atau KK keduanya, lalu putuskan."
_KK = "Ketik ulang dari kartu keluarga."
_KTP = "Ketik ulang dari KTP-el atau kartu keluarga."

E201 = FindingKind("E201", "NIK berisi {digit} angka, harus 16.", _KTP, _COLUMNS)
E202 = FindingKind(
    "E202",
    "NIK ini sudah dipakai pada {tempat}.",
    "Tentukan baris yang benar dari KTP-el, perbaiki atau sisihkan yang lain.",
    _PS10,
)
E203 = FindingKind(
    "E203",
    "NIK tersimpan sebagai bilangan, angka terakhirnya tidak dapat dipercaya.",
    _KTP,
    "Sel bilangan hanya menyimpan 15 angka dengan tepat",
)
E204 = FindingKind("E204", "Nomor KK berisi {digit} angka, harus 16.", _KK, _COLUMNS)
E205 = FindingKind(
    "E205",
    "Nomor KK tersimpan sebagai bilangan, angka terakhirnya tidak dapat dipercaya.",
    _KK,
    "Sel bilangan hanya menyimpan 15 angka dengan tepat",
)
E206 = FindingKind("E206", "Nama kosong atau lebih dari 100 huruf.", _KTP, _COLUMNS)
E207 = FindingKind("E207", "Tanggal lahir “{isi}” tidak terbaca.", _KTP, _PS10)
E208 = FindingKind("E208", "Jenis kelamin “{isi}” tidak terbaca.", _KTP, _COLUMNS)
E209 = FindingKind("E209", "Status perkawinan “{isi}” tidak terbaca.", _KK, _PS10)
E210 = FindingKind(
    "E210",
    "Berumur {umur} tahun pada hari pemungutan suara dan belum pernah kawin.",
    "Periksa tanggal lahir dan status perkawinan; bila benar, sisihkan.",
    _PS10,
)
E211 = FindingKind(
    "E211",
    "{isian} lebih panjang dari {batas} huruf.",
    "Singkatkan isiannya, kirim lagi.",
    _COLUMNS,
)

W221 = FindingKind(
    "W221",
    "Tanggal lahir di NIK berbeda dengan tanggal lahir tertulis.",
    "Cocokkan dengan KTP-el; bila memang begitu di KTP-el, biarkan.",
    _CARE,
)
W222 = FindingKind(
    "W222",
    "Jenis kelamin di NIK berbeda dengan yang tertulis.",
    "Cocokkan dengan KTP-el.",
    _CARE,
)
W223 = FindingKind(
    "W223",
    "NIK berakhir 00, biasa terjadi bila angkanya pernah rusak.",
    "Cocokkan NIK dengan KTP-el.",
    _CARE,
)
W224 = FindingKind(
    "W224",
    "NIK diterbitkan di kecamatan lain ({awalan}).",
    "Pastikan sudah berdomisili 6 bulan sebelum DPS.",
    _PS10,
)
W225 = FindingKind(
    "W225",
    "Nama dan tanggal lahir sama dengan {tempat}.",
    "Periksa apakah orang yang sama; bila ya, coret salah satu sebagai ganda.",
    _CARE,
)
W226 = FindingKind("W226", "Tahun lahir {tahun} tidak lazim.", "Cocokkan dengan KTP-el.", _CARE)
W227 = FindingKind(
    "W227",
    "RT atau RW tidak terbaca (RT “{rt}”, RW “{rw}”).",
    "Lengkapi sebelum membagi TPS.",
    _COLUMNS,
)
W228 = FindingKind("W228", "Tempat lahir kosong.", "Lengkapi dari kartu keluarga.", _COLUMNS)
W229 = FindingKind(
    "W229",
    "Kode disabilitas “{isi}” tidak dikenal, dicatat tanpa disabilitas.",
    "Tanyakan jenisnya supaya TPS dapat disiapkan.",
    _CARE,
)
W230 = FindingKind(
    "W230",
    "Nama dan nomor KK sama dengan {tempat}.",
    "Periksa apakah orang yang sama; bila ya, coret salah satu sebagai ganda.",
    _CARE,
)
W231 = FindingKind(
    "W231",
    "Catatan sumber “{isi}” menyebut tidak memenuhi syarat.",
    "Periksa apakah masih berhak; bila tidak, coret dengan alasannya.",
    _PS10,
)

W241 = FindingKind(
    "W241",
    "Lembar ini tidak dibaca: tidak ada kolom {kolom}.",
    "Bila lembar ini berisi pemilih, lengkapi kepala kolomnya dan impor lagi.",
    _COLUMNS,
)
W242 = FindingKind(
    "W242",
    "Berkas yang sama sudah pernah diimpor; tidak ada yang berubah.",
    "Pilih berkas lain bila ada.",
    _CARE,
)
W243 = FindingKind(
    "W243",
    "{jumlah} baris masih di daftar perbaikan.",
    "Perbaiki atau sisihkan tiap baris sebelum mengunci DPT.",
    _PS10,
)
W244 = FindingKind("W244", "Nomor KK sama, nama {beda}.", _DOUBLE, _CARE)
W245 = FindingKind("W245", "Tanggal lahir sama, nama {beda}.", _DOUBLE, _CARE)
W246 = FindingKind("W246", "Hari dan bulan lahir tertukar, nama {beda}.", _DOUBLE, _CARE)
W247 = FindingKind("W247", "NIK hanya beda satu angka.", _DOUBLE, _CARE)

E244 = FindingKind(
    "E244",
    "{jumlah} baris dengan NIK yang sudah terdaftar belum diputuskan.",
    "Buka tab Kemungkinan ganda, putuskan tiap pasangan.",
    _PS10,
)
E251 = FindingKind(
    "E251",
    "DPT {dpt} tidak sama dengan DPS {dps} − dicoret {dicoret} + tambahan {tambahan}.",
    "Jangan kunci; hubungi pendamping program dengan kode ini.",
    "Berita acara penetapan DPT (F-07)",
)
E252 = FindingKind(
    "E252",
    "{jumlah} pemilih belum cukup umur pada hari pemungutan suara dan belum pernah kawin.",
    "Coret dengan alasan belum cukup umur, atau betulkan datanya.",
    _PS10,
)
E253 = FindingKind("E253", "Tidak ada seorang pun pemilih.", "Impor daftar pemilih dahulu.", _PS10)
E255 = FindingKind(
    "E255",
    "Daftar {jumlah} pemilih, misalnya no. {nomor}, tidak sama dengan catatan perubahannya.",
    "Berhenti bekerja di berkas ini; pulihkan dari cadangan terakhir.",
    _CARE,
)
E256 = FindingKind("E256", "{isian} “{isi}” bukan angka 1-999.", "Ketik angkanya saja.", _COLUMNS)
W255 = FindingKind(
    "W255",
    "Berkas {berkas} menyebut {jumlah} orang yang saat itu sudah terdaftar, jadi tidak diambil.",
    "Bila di antaranya ada yang baru ditarik, tarik juga berkas itu lalu impor lagi.",
    _CARE,
)

E260 = FindingKind(
    "E260",
    "Tahun lahir “{isi}” hanya dua angka, abadnya tidak tertulis.",
    "Ketik ulang tanggal lahir dari KTP-el atau kartu keluarga, tahunnya empat angka.",
    _PS10,
)
E261 = FindingKind(
    "E261",
    "Tanggal lahir tertulis sebagai bilangan {isi}.",
    "Beri kolomnya format tanggal di Excel lalu impor lagi, atau ketik ulang dari KTP-el.",
    "Bilangan tanggal dihitung dari 1900 atau 1904 menurut pengaturan berkas",
)
E262 = FindingKind("E262", "{isian} disamarkan dengan bintang.", _KTP, _COLUMNS)
W260 = FindingKind(
    "W260",
    "Lembar ini tidak memuat kolom {kolom}; barisnya menunggu di daftar perbaikan.",
    "Pakai lembar yang lengkap bila ada, atau ketik isiannya di daftar perbaikan.",
    _COLUMNS,
)
W261 = FindingKind(
    "W261",
    "Kolom {kolom} tidak dibaca dan tidak disimpan.",
    "Hapus kolom pilihan atau uang dari berkasnya; panitia tidak boleh menyimpannya.",
    "Rahasia suara, UU 6/2014",
)
W262 = FindingKind(
    "W262",
    "Berkas ini memuat makro; makronya tidak dijalankan.",
    "Tidak perlu apa-apa; simpan sebagai .xlsx bila akan dibagikan.",
    _CARE,
)

W274 = FindingKind(
    "W274",
    "{jumlah} bagian daftar masih di laptop lain; sesudah dikunci tidak dapat digabung lagi.",
    "Tunggu bagiannya kembali dan gabungkan, atau tarik dengan alasannya.",
    _CARE,
)

KINDS = catalogue(
    E201, E202, E203, E204, E205, E206, E207, E208, E209, E210, E211,
    W221, W222, W223, W224, W225, W226, W227, W228, W229, W230, W231,
    W241, W242, W243, W244, W245, W246, W247, E244, E251, E252, E253,
    E255, E256, W255,
    E260, E261, E262, W260, W261, W262, W274,
)  # fmt: skip
