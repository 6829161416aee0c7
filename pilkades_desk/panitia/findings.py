"""What can be wrong with step 1's data."""

from pilkades_desk.core.findings import FindingKind, catalogue

E101 = FindingKind(
    "E101",
    "Kata sandi terlalu pendek: {panjang} huruf.",
    "Pakai sedikitnya 10 huruf, misalnya empat kata.",
    "kebijakan program",
)
E102 = FindingKind(
    "E102",
    "Kata sandi memuat {kata}.",
    "Jangan pakai nama akun, nama desa, atau tahun.",
    "kebijakan program",
)
E103 = FindingKind(
    "E103",
    "Nama akun '{nama}' sudah dipakai.",
    "Pilih nama akun lain.",
    "kebijakan program",
)
E104 = FindingKind(
    "E104",
    "Nomor TPS {jabatan} belum diisi.",
    "Isi nomor TPS tempat orang ini bertugas.",
    "F-27 ditandatangani KPPS unitnya",
)
E105 = FindingKind(
    "E105",
    "{jabatan} tidak bertugas di satu TPS.",
    "Kosongkan nomor TPS.",
    "F-29 ditandatangani panitia",
)

E106 = FindingKind(
    "E106",
    "{nama} sudah punya akun.",
    "Satu orang satu akun; bila dua orang senama, tambahkan gelar atau dusunnya.",
    "kebijakan program: dua orang yang berbeda",
)

W120 = FindingKind(
    "W120",
    "Masuk ini tidak tercatat: {sebab}",
    "Kosongkan ruang disk sebelum mengubah apa pun, lalu masuk lagi.",
    "kebijakan program: riwayat",
)

_UU27 = "UU 27/2022 Pasal 43 dan 44"

E140 = FindingKind(
    "E140",
    "Berkas kunci tidak ada, jadi data pemilihan di map ini tidak dapat dibuka.",
    "Salin kembali pemilihan.kunci.json dari cadangan ke {map}, lalu buka lagi programnya.",
    "kebijakan program: kunci terpisah dari data",
)
W140 = FindingKind(
    "W140",
    "Masa simpan data pemilih berakhir {tanggal}.",
    "Serahkan arsip yang wajib disimpan, lalu musnahkan data di langkah Panitia.",
    _UU27,
)
W141 = FindingKind(
    "W141",
    "Pemusnahan data belum selesai: kunci sudah musnah, {jumlah} berkas masih ada.",
    "Tekan Selesaikan pemusnahan, lalu simpan catatannya.",
    _UU27,
)

KINDS = catalogue(E101, E102, E103, E104, E105, E106, W120, E140, W140, W141)
