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

W137 = FindingKind(
    "W137",
    "Berkas kunci hilang atau rusak; versi sebelumnya dipakai dan disimpan kembali.",
    "Buat cadangan sekarang; akun yang baru ditambah atau diubah perlu diperiksa.",
    "kebijakan program: berkas kunci",
)
W138 = FindingKind(
    "W138",
    "Program terhenti tanpa ditutup; yang tersimpan di jurnalnya sudah dimasukkan ke berkas.",
    "Periksa langkah terakhir Anda; bila belum tampil, ulangi.",
    "kebijakan program: terhenti di tengah",
)
W139 = FindingKind(
    "W139",
    "Penggantian kunci berkas terputus; sekarang sudah diselesaikan.",
    "Lanjutkan seperti biasa; buat cadangan sebelum laptop dimatikan.",
    "kebijakan program: terhenti di tengah",
)

KINDS = catalogue(E101, E102, E103, E104, E105, E106, W120, W137, W138, W139)
