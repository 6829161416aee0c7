"""What can be wrong with step 1's data."""

from pilkades_desk.core.findings import FindingKind, catalogue
from pilkades_desk.panitia.profil import findings as profil

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

E113 = FindingKind(
    "E113",
    "Langkah {seq} riwayat tidak menyambung: ada yang dihapus, diubah, atau dipindah.",
    "Jangan teruskan. Salin map pemilihan apa adanya, lalu pulihkan cadangan sebelum langkah itu.",
    "kebijakan program: riwayat",
)
E114 = FindingKind(
    "E114",
    "Langkah {seq} riwayat tidak terbaca.",
    "Jangan teruskan. Salin map pemilihan apa adanya, lalu laporkan ke kabupaten.",
    "kebijakan program: riwayat",
)
E115 = FindingKind(
    "E115",
    "Tanda tangan riwayat di langkah {seq} {sebab}.",
    "Cocokkan langkah itu dengan kertas, lalu laporkan ke kabupaten.",
    "kebijakan program: riwayat",
)
E116 = FindingKind(
    "E116",
    "Berkas pemilihan lebih lama dari {sumber}: riwayat berhenti di langkah {ada},"
    " seharusnya sampai {seq}.",
    "Bila cadangan lama baru dipulihkan, catat sebabnya. Bila tidak, jangan teruskan: pulihkan"
    " cadangan terbaru.",
    "kebijakan program: riwayat",
)
E117 = FindingKind(
    "E117",
    "Langkah {seq} riwayat bukan lagi yang dicatat {sumber}.",
    "Bila cadangan lama pernah dipulihkan, catat sebabnya. Bila tidak, jangan teruskan: salin map"
    " pemilihan apa adanya, lalu pulihkan cadangan terbaru.",
    "kebijakan program: riwayat",
)
E118 = FindingKind(
    "E118",
    "Persetujuan dua orang di langkah {seq} tidak sah: {sebab}.",
    "Tanyakan kepada kedua orang itu, lalu laporkan ke kabupaten.",
    "kebijakan program: dua orang yang berbeda",
)
E119 = FindingKind(
    "E119",
    "Kunci akun {akun} tidak berasal dari langkah yang sah.",
    "Jangan setujui apa pun dengan akun itu; minta dua orang mengatur ulang akunnya.",
    "kebijakan program: dua orang yang berbeda",
)
W121 = FindingKind(
    "W121",
    "Lembar pemulihan belum dibuktikan dari kertas.",
    "Cetak lembar baru, lalu ketik ulang kodenya. Tanpa lembar itu, sandi yang hilang mengunci"
    " data selamanya.",
    "kebijakan program: pemulihan",
)

W125 = FindingKind(
    "W125",
    "Program terakhir kali berhenti mendadak; jurnalnya sudah dilipat ke dalam berkas.",
    "Cocokkan isian terakhir Anda dengan kertas, lalu teruskan.",
    "kebijakan program: tahan putus listrik",
)
W126 = FindingKind(
    "W126",
    "Jam laptop mundur {kali} kali; pertama di langkah {seq}.",
    "Betulkan jam laptop, lalu catat jam yang benar di kertas.",
    "kebijakan program: riwayat",
)
W127 = FindingKind(
    "W127",
    "Berkas kunci tidak mencatat langkah terakhir riwayat.",
    "Bandingkan riwayat dengan flashdisk terakhir.",
    "kebijakan program: riwayat",
)
W128 = FindingKind(
    "W128",
    "Pernah ditemukan {kode} saat masuk di langkah {seq}.",
    "Lihat langkah itu, lalu catat sebabnya di kertas.",
    "kebijakan program: riwayat",
)
W129 = FindingKind(
    "W129",
    "{apa}",
    "Pasang flashdisk yang dipakai mengirim paket atau membawa tanda terima.",
    "kebijakan program: riwayat",
)


_BASIS_CADANGAN = "docs/cadangan.md"
_ANOTHER = "Pilih cadangan lain dari daftar."

E130 = FindingKind("E130", "Ini bukan berkas cadangan.", _ANOTHER, _BASIS_CADANGAN)
E131 = FindingKind("E131", "Cadangan ini rusak atau tersalin separuh.", _ANOTHER, _BASIS_CADANGAN)
E132 = FindingKind(
    "E132",
    "Cadangan ini dari pemilihan lain ({nama}).",
    "Pilih cadangan pemilihan ini, atau pulihkan ke map yang kosong.",
    _BASIS_CADANGAN,
)
E133 = FindingKind(
    "E133",
    "Cadangan ini dibuat program versi lain.",
    "Pasang Pilkades Desk versi terbaru, lalu ulangi.",
    _BASIS_CADANGAN,
)
E134 = FindingKind(
    "E134",
    "Isi cadangan tidak sama dengan keterangannya.",
    "Jangan dipakai; pilih cadangan lain dan catat kejadiannya.",
    _BASIS_CADANGAN,
)
E135 = FindingKind(
    "E135",
    "Cadangan ini dari meja {jenis}.",
    "Pilih cadangan yang dibuat meja ini.",
    _BASIS_CADANGAN,
)
E136 = FindingKind(
    "E136",
    "Cadangan {nama} tidak dapat dipulihkan: {sebab}",
    "Buat cadangan baru sekarang, lalu uji lagi.",
    _BASIS_CADANGAN,
)
W130 = FindingKind(
    "W130",
    "Cadangan ke {tempat} belum jadi: {sebab}",
    "{saran}",
    _BASIS_CADANGAN,
)
W131 = FindingKind(
    "W131",
    "Cadangan jadi, tetapi tidak tercatat: {sebab}",
    "Kosongkan ruang disk; cadangan diulang sendiri.",
    _BASIS_CADANGAN,
)
W132 = FindingKind(
    "W132",
    "Pemulihan yang terputus sudah diselesaikan.",
    "Berkas sebelumnya disimpan di map 'sebelum-pulih'.",
    _BASIS_CADANGAN,
)
W133 = FindingKind(
    "W133",
    "Pemulihan yang terputus dibatalkan; berkas tidak berubah.",
    "Ulangi pemulihan bila masih perlu.",
    _BASIS_CADANGAN,
)
W134 = FindingKind(
    "W134",
    "Cadangan ini lebih lama: sedikitnya {langkah} langkah terakhir akan hilang.",
    "Pulihkan hanya bila berkas sekarang tidak dapat dipakai.",
    _BASIS_CADANGAN,
)
W135 = FindingKind(
    "W135",
    "Cadangan ini lebih baru {langkah} langkah daripada berkas sekarang.",
    "Berkas sekarang mungkin diputar balik; tanyakan siapa yang menyalinnya.",
    _BASIS_CADANGAN,
)
W136 = FindingKind(
    "W136",
    "Riwayat cadangan ini berbeda dari riwayat berkas sekarang.",
    "Tanyakan apakah pemilihan ini pernah dikerjakan di dua laptop.",
    _BASIS_CADANGAN,
)

W137 = FindingKind(
    "W137",
    "Berkas kunci hilang atau rusak; versi sebelumnya dipakai dan disimpan kembali.",
    "Buat cadangan sekarang; akun yang baru ditambah atau diubah perlu diperiksa.",
    "kebijakan program: berkas kunci",
)
W139 = FindingKind(
    "W139",
    "Penggantian kunci berkas terputus; sekarang sudah diselesaikan.",
    "Lanjutkan seperti biasa; buat cadangan sebelum laptop dimatikan.",
    "kebijakan program: terhenti di tengah",
)

_UU27 = "UU 27/2022 Pasal 43 dan 44"

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

KINDS = catalogue(
    *(E101, E102, E103, E104, E105, E106, E107, E108, E113, E114),
    *(E115, E116, E117, E118, E119, E130, E131, E132, E133, E134),
    *(E135, E136, W120, W121, W125, W126, W127, W128, W129, W130),
    *(W131, W132, W133, W134, W135, W136, W137, W139, W140, W141),
    *profil.KINDS,
)
