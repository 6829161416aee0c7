"""What can be wrong with a regulation profile, and with relying on one."""

from pilkades_desk.core.findings import FindingKind

_ASK = "Minta profil yang benar dari kabupaten, atau betulkan baris ini."
_KEYS = "daftar kunci profil (resources/profil-kunci.toml)"

E142 = FindingKind(
    "E142",
    "Tulisan TOML salah: {sebab}.",
    "Minta berkas profil yang utuh dari kabupaten.",
    "TOML 1.0",
)
E143 = FindingKind(
    "E143",
    "Kunci '{kunci}' tidak dikenal{usul}.",
    "Betulkan ejaannya, atau hapus bagian ini.",
    _KEYS,
)
E144 = FindingKind(
    "E144",
    "Kunci '{kunci}' ({sebutan}) tidak ada.",
    "Tambahkan dengan nilai, dasar, dan status.",
    _KEYS,
)
E145 = FindingKind(
    "E145",
    "'{kunci}' tertulis dua kali, juga di baris {pertama}.",
    "Pilih satu nilai, lalu hapus yang lain.",
    _KEYS,
)
E146 = FindingKind(
    "E146",
    "Kunci '{kunci}': {apa}.",
    "Setiap kunci memuat nilai, dasar, dan status (terverifikasi atau asumsi).",
    _KEYS,
)
E147 = FindingKind("E147", "Kunci '{kunci}' harus berisi {harus}.", _ASK, _KEYS)
E148 = FindingKind(
    "E148",
    "Kunci '{kunci}': satuan {apa}.",
    'Tulis satuan = "hari_kerja" atau "hari_kalender", hanya untuk lama waktu.',
    _KEYS,
)
E149 = FindingKind("E149", "Kunci '{kunci}' harus {batas}, tertulis {nilai}.", _ASK, _KEYS)
E150 = FindingKind(
    "E150",
    "Kunci '{kunci}': '{nilai}' tidak dikenal.",
    "Pakai salah satu kata yang dikenal program; lihat daftar kunci profil.",
    _KEYS,
)
E151 = FindingKind(
    "E151",
    "Kunci '{kunci}': aturan suara sama '{nilai}' tidak dikenal.",
    "Pakai TB1 sampai TB8.",
    "Permendagri 112/2014 Pasal 42 dan aturan kabupaten",
)
E152 = FindingKind(
    "E152", "Kunci '{kunci}' memuat '{nilai}' dua kali.", "Hapus yang berulang.", _KEYS
)
E153 = FindingKind(
    "E153",
    "{jumlah} nilai peraturan yang dipakai masih asumsi: {kunci}.",
    "Ketua memeriksanya lalu menekan Konfirmasi asumsi: langkah Panitia, tab Profil peraturan.",
    "kebijakan program: asumsi dipakai dengan sadar",
)
E154 = FindingKind(
    "E154",
    "{jumlah} nilai yang berubah sudah dipakai: {kunci}.",
    "Pakai profil yang sama untuk nilai itu; yang lain boleh berbeda.",
    "kebijakan program: aturan tidak berubah di tengah jalan",
)

KINDS = (E142, E143, E144, E145, E146, E147, E148, E149, E150, E151, E152, E153, E154)
