"""What can be wrong with candidates: E holds up, W warns."""

from pilkades_desk.core.findings import FindingKind, catalogue

_UU = "UU 6/2014 Pasal 33 jo. UU 3/2024"
_PP = "PP 16/2026 Pasal 39; UU 3/2024 Pasal 34A"
_TUNGGAL = "UU 3/2024 Pasal 34A ayat (2) sampai (4); PP 16/2026 Pasal 44 dan 46"
_UNDIAN = "Profil peraturan, undian nomor urut: satu nomor tiap calon, tanpa lompatan"

E301 = FindingKind(
    "E301",
    "{nama} berusia {usia} tahun saat mendaftar; syaratnya paling sedikit {usia_min} tahun.",
    "Periksa tanggal lahir pada akta; bila benar, nyatakan tidak memenuhi syarat.",
    _UU,
)
E302 = FindingKind(
    "E302",
    "NIK {nama} sudah dipakai pendaftar {lain}.",
    "Periksa KTP keduanya, lalu betulkan atau tolak salah satu.",
    _UU,
)
E303 = FindingKind(
    "E303",
    "Calon yang ditetapkan baru {jumlah}; paling sedikit {calon_min}.",
    "Tetapkan pendaftar yang memenuhi syarat, atau perpanjang pendaftaran.",
    _PP,
)
E304 = FindingKind(
    "E304",
    "Calon yang ditetapkan {jumlah}; paling banyak {calon_maks}.",
    "Adakan seleksi tambahan, lalu tolak yang tidak terpilih beserta alasannya (F-13).",
    _PP,
)
E305 = FindingKind(
    "E305",
    "Pendidikan {nama} {pendidikan}; syaratnya paling rendah {pendidikan_min}.",
    "Periksa ijazah; bila benar, nyatakan tidak memenuhi syarat.",
    _UU,
)
E306 = FindingKind(
    "E306",
    "{nama} sudah {kali} kali masa jabatan; paling banyak {kali_maks}.",
    "Periksa surat pernyataan; bila benar, nyatakan tidak memenuhi syarat.",
    "UU 3/2024 Pasal 39",
)
E307 = FindingKind(
    "E307",
    "Isian {isian} belum benar.",
    "Isi kembali sesuai KTP dan berkas pendaftar.",
    _UU,
)
E308 = FindingKind(
    "E308",
    "Undian menyebut {nama} lebih dari sekali.",
    "Catat kembali urutan undian: satu calon satu nomor.",
    _UNDIAN,
)
E309 = FindingKind(
    "E309",
    "Undian tidak memuat {nama}.",
    "Catat kembali urutan undian sampai semua calon mendapat nomor.",
    _UNDIAN,
)
E310 = FindingKind(
    "E310",
    "Undian memuat pendaftar {id} yang belum ditetapkan sebagai calon.",
    "Hapus dari urutan undian, atau tetapkan dahulu.",
    _UNDIAN,
)
W311 = FindingKind(
    "W311",
    "Nama {nama} sama dengan pendaftar lain.",
    "Sepakati nama pada surat suara supaya pemilih dapat membedakan.",
    "Kehati-hatian, bukan aturan",
)
W312 = FindingKind(
    "W312",
    "{nama} tidak ada di DPT desa ini.",
    "Boleh bukan warga desa; periksa KTP dan hak pilihnya.",
    "Putusan MK 128/PUU-XIII/2015",
)
W313 = FindingKind(
    "W313",
    "Foto {nama} belum ada.",
    "Minta pasfoto; surat suara memuat nomor, foto dan nama.",
    "Permendagri 112/2014 Pasal 40",
)
W314 = FindingKind(
    "W314",
    "NIK {nama} tidak cocok dengan tanggal lahirnya.",
    "Periksa KTP; salah ketik di salah satunya.",
    "Susunan NIK",
)
W315 = FindingKind(
    "W315",
    "Baru satu calon. Calon tunggal dipilih melawan kolom kosong ({status}).",
    "Perpanjang pendaftaran dua kali. Bila tetap satu, musyawarah bersama BPD harus mufakat.",
    _TUNGGAL,
)
E316 = FindingKind(
    "E316",
    "Baru satu calon, dan profil tidak mengatur pemungutan calon tunggal.",
    "Perpanjang pendaftaran; bila tetap satu, minta keputusan tertulis kabupaten.",
    _TUNGGAL,
)
E317 = FindingKind(
    "E317",
    "Berita acara musyawarah calon tunggal (F-14) belum disebut.",
    "Tulis nomor dan tanggalnya seperti di kertas.",
    _TUNGGAL,
)

KINDS = catalogue(
    E301, E302, E303, E304, E305, E306, E307, E308, E309, E310, W311, W312, W313,
    W314, W315, E316, E317,
)  # fmt: skip
