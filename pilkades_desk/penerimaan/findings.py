"""What the desk finds in a whole bundle: refusals (E801 to E803) and things to ask about."""

from pilkades_desk.core.errors import BundleError
from pilkades_desk.core.findings import FindingKind, catalogue

_FORMAT = "docs/format-paket.md"
_ASK = "Hubungi panitia desa dan bandingkan dengan berita acara kertas."

E801 = FindingKind(
    "E801",
    "Hasil di dalam paket tidak sama dengan hasil yang diumumkan.",
    "Minta panitia mengekspor ulang; catat kejadiannya.",
    _FORMAT,
)
E802 = FindingKind(
    "E802",
    "Riwayat di dalam paket tidak berakhir pada kepala yang tertulis di sampul.",
    "Minta panitia mengekspor ulang; catat kejadiannya.",
    _FORMAT,
)
E803 = FindingKind("E803", "Hasil di dalam paket menyebut desa atau pemilihan lain.", _ASK, _FORMAT)
E804 = FindingKind(
    "E804",
    "Jumlah suara calon {jumlah}, tetapi suara sah tertulis {sah}.",
    _ASK,
    "F-27 bagian D",
)
E805 = FindingKind(
    "E805",
    "Suara sah {sah} ditambah tidak sah {tidak_sah} bukan {jumlah}.",
    _ASK,
    "F-27 bagian D",
)
E806 = FindingKind(
    "E806",
    "Hasil menyebut nomor {disebut} ({status}), hitung ulang memberi {dihitung}.",
    _ASK,
    "F-29",
)
E807 = FindingKind(
    "E807",
    "Riwayat desa tidak melanjutkan riwayat yang sudah diterima.",
    "Tanyakan apakah cadangan lama dipulihkan; catat jawabannya.",
    _FORMAT,
)
W808 = FindingKind(
    "W808",
    "Paket nomor {bolong} belum pernah diterima.",
    "Tanyakan kepada panitia; tanda terima menyebutnya.",
    _FORMAT,
)
W809 = FindingKind(
    "W809",
    "Jam laptop desa berbeda {jam} jam dari jam meja ini.",
    "Catat selisihnya; urutan paket tidak bergantung pada jam.",
    _FORMAT,
)

_AS_SHOWN = "Tulis seperti contoh: 3399012001; Sukamaju; Cikembang"
E810 = FindingKind("E810", "Baris bukan kode; desa; kecamatan.", _AS_SHOWN, "data Kemendagri")
E811 = FindingKind(
    "E811",
    "Kode desa '{kode}' bukan 10 angka yang diawali {kabupaten}.",
    "Periksa pada data Kemendagri.",
    "data Kemendagri",
)
E812 = FindingKind("E812", "Kode desa {kode} tertulis dua kali.", "Hapus salah satu.", "–")
E813 = FindingKind("E813", "Belum ada desa di daftar.", _AS_SHOWN, "–")

E814 = FindingKind("E814", "Berkas tidak terbaca.", "Pasang flashdisk lagi, lalu ulangi.", "–")

E815 = FindingKind(
    "E815",
    "Desa ini sudah mengirim hasil dengan kunci atau pemilihan lain.",
    "Simpan kedua flashdisk terpisah; panggil dua petugas dan tanyakan ke panitia desa.",
    "docs/format-paket.md bagian 5",
)

W816 = FindingKind(
    "W816",
    "Hitungan tidak menetapkan calon terpilih ({status}). {kata}",
    "Cocokkan dengan F-33 dan keputusan tertulisnya di kertas.",
    "F-33",
)

KINDS = catalogue(
    *(E801, E802, E803, E804, E805, E806, E807, W808, W809),
    *(E810, E811, E812, E813, E814, E815, W816),
)


def refusal(kind: FindingKind) -> BundleError:
    """Give the exception of a kind that refuses the bundle."""
    return BundleError(kind.code, kind.text, kind.do_now)
