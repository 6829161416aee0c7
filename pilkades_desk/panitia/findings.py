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

E107 = FindingKind(
    "E107",
    "Kata sandi mudah ditebak: {sebab}.",
    "Pakai empat kata yang tidak berhubungan, atau minta usulan.",
    "kebijakan program",
)

E108 = FindingKind(
    "E108",
    "Kata sandi baru sama dengan yang lama.",
    "Ketik kata sandi yang lain.",
    "kebijakan program",
)

W120 = FindingKind(
    "W120",
    "Masuk ini tidak tercatat: {sebab}",
    "Kosongkan ruang disk sebelum mengubah apa pun, lalu masuk lagi.",
    "kebijakan program: riwayat",
)

W121 = FindingKind(
    "W121",
    "Lembar pemulihan belum dibuktikan dari kertas.",
    "Cetak lembar baru, lalu ketik ulang kodenya. Tanpa lembar itu, sandi yang hilang mengunci"
    " data selamanya.",
    "kebijakan program: pemulihan",
)

KINDS = catalogue(E101, E102, E103, E104, E105, E106, E107, E108, W120, W121)
