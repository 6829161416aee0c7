"""What can be wrong with a calendar, with the file it came in, and with the days it counts on."""

from pilkades_desk.core.findings import FindingKind, catalogue

_SENDIRI = "kebijakan program: kalender"
_BERKAS = "Perbaiki berkasnya, lalu impor lagi. Tidak ada yang disimpan."

E160 = FindingKind(
    "E160",
    "{kegiatan} mulai {mulai}, sebelum {lain} mulai {batas}.",
    "Cocokkan dengan Keputusan Bupati, perbaiki berkasnya, lalu impor lagi.",
    _SENDIRI,
)
E161 = FindingKind(
    "E161",
    "{kegiatan} jatuh tahun {tahun}; tahap lain menunjukkan tahun {benar}.",
    "Cocokkan tahunnya dengan Keputusan Bupati, perbaiki berkasnya, lalu impor lagi.",
    _SENDIRI,
)
E162 = FindingKind(
    "E162",
    "Kalender memungut suara {kalender}, berkas pemilihan ini {pemilihan}.",
    "Pastikan hari pemungutan suara dengan Keputusan Bupati.",
    "Keputusan Bupati tentang tahapan",
)
E163 = FindingKind("E163", "Baris {baris}, kolom {kolom}: {apa}.", _BERKAS, _SENDIRI)
E164 = FindingKind(
    "E164",
    "Baris {baris}, kolom {kolom}: '{isi}' bukan tanggal yang dapat dibaca.",
    "Tulis tanggal sebagai 2026-11-12 (tahun-bulan-hari), lalu impor lagi. Tidak ada yang"
    " disimpan.",
    _SENDIRI,
)
E165 = FindingKind("E165", "Kolom '{kolom}' tidak ada di baris judul.", _BERKAS, _SENDIRI)
W162 = FindingKind(
    "W162",
    "{kegiatan} mulai {mulai}, padahal {lain} baru selesai {batas}.",
    "Pastikan kedua tahap memang boleh berjalan bersamaan.",
    _SENDIRI,
)
W163 = FindingKind(
    "W163",
    "{kegiatan} dihitung dalam hari kerja, tetapi {tanggal} bukan hari kerja ({sebab}).",
    "Selesaikan pada hari kerja sebelumnya, atau tanyakan ke kabupaten.",
    "regulasi memakai satuan hari kerja",
)
W164 = FindingKind(
    "W164",
    "{kegiatan}: kalender menulis {tertulis}, hitungan memberi {hitungan}.",
    "Yang tertulis dipakai. Tanyakan ke kabupaten bila ragu.",
    _SENDIRI,
)
W165 = FindingKind(
    "W165",
    "{kegiatan} melewati hari libur yang masih perkiraan.",
    "Hitung ulang sesudah pemerintah menetapkan hari liburnya.",
    "SKB 3 Menteri tahun itu belum dikenal program",
)
W166 = FindingKind(
    "W166",
    "Cuti bersama tahun {tahun} belum dikenal program.",
    "Tambahkan sendiri sebagai hari libur bila sudah ditetapkan.",
    "SKB 3 Menteri",
)
W167 = FindingKind(
    "W167",
    "Tanggal dihitung dengan profil peraturan yang lain.",
    "Tekan Hitung ulang.",
    _SENDIRI,
)

KINDS = catalogue(E160, E161, E162, E163, E164, E165, W162, W163, W164, W165, W166, W167)
