"""What can be wrong with the share-out: E401 to E403 hold up, W411 to W414 warn."""

from pilkades_desk.core.findings import FindingKind, catalogue

_I12 = "Invarian I12: jumlah DPT semua TPS = DPT desa, tidak ada pemilih di dua TPS"

E401 = FindingKind(
    "E401",
    "{jumlah} pemilih DPT belum mendapat TPS, mulai nomor {contoh}.",
    "Bagi ulang TPS dari DPT yang terkunci.",
    _I12,
)
E402 = FindingKind(
    "E402",
    "Pemilih nomor {no_urut} tercatat lebih dari sekali.",
    "Bagi ulang TPS dari DPT yang terkunci.",
    _I12,
)
E403 = FindingKind(
    "E403",
    "{jumlah} nomor di pembagian TPS tidak ada di DPT, mulai nomor {contoh}.",
    "Bagi ulang TPS dari DPT yang terkunci.",
    _I12,
)
W411 = FindingKind(
    "W411",
    "{nama} berisi {dpt} pemilih, lebih dari batas {maks}.",
    "Tambah jumlah TPS, atau catat persetujuan kabupaten.",
    "Profil peraturan, tps.maks_pemilih; Permendagri 72/2020 Pasal 44D",
)
W412 = FindingKind(
    "W412",
    "{nama} hanya {dpt} pemilih, di bawah {batas}; hasilnya dapat membuka pilihan orang{usul}.",
    "Bagi ulang dengan jumlah TPS lebih sedikit, supaya bergabung dengan tetangganya.",
    "Profil peraturan, hitung.unit_kecil; asas rahasia",
)
W413 = FindingKind(
    "W413",
    "{jumlah} pemilih tanpa RT dan RW, mulai nomor {contoh}.",
    "Tanyakan alamatnya; beri tahu mereka di TPS mana memilih.",
    "Pembagian TPS menurut wilayah",
)
W414 = FindingKind(
    "W414",
    "{jumlah} keluarga tercatat di lebih dari satu RT, mulai pemilih nomor {contoh}.",
    "Periksa alamatnya; sekeluarga ditempatkan di TPS yang sama.",
    "Kemudahan pemilih: sekeluarga satu TPS",
)

KINDS = catalogue(E401, E402, E403, W411, W412, W413, W414)
