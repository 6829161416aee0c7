"""Who may do what: one table of role × act; every use case that writes names its act here."""

from enum import StrEnum

from pilkades_desk.panitia.values import Peran


class Aksi(StrEnum):
    """Every act that writes, in the order of the election."""

    BUAT_PEMILIHAN = "buat-pemilihan"
    MASUK = "masuk"
    TAMBAH_AKUN = "tambah-akun"
    ATUR_ULANG_AKUN = "atur-ulang-akun"
    NONAKTIFKAN_AKUN = "nonaktifkan-akun"
    PULIHKAN_AKUN = "pulihkan-akun"
    GANTI_SANDI = "ganti-sandi"
    GANTI_LEMBAR_PEMULIHAN = "ganti-lembar-pemulihan"
    BUKTIKAN_LEMBAR_PEMULIHAN = "buktikan-lembar-pemulihan"
    CADANGKAN = "cadangkan"
    UJI_CADANGAN = "uji-cadangan"
    PULIHKAN_CADANGAN = "pulihkan-cadangan"
    EKSPOR_RIWAYAT = "ekspor-riwayat"
    MUSNAHKAN = "musnahkan"
    TAMBAH_ORANG = "tambah-orang"
    ATUR_ULANG_ORANG = "atur-ulang-orang"
    CABUT_ORANG = "cabut-orang"
    LIHAT_DATA_PRIBADI = "lihat-data-pribadi"
    EKSPOR_DATA = "ekspor-data"
    BUAT_KUNCI_DESA = "buat-kunci-desa"
    GANTI_PROFIL = "ganti-profil"
    KONFIRMASI_ASUMSI = "konfirmasi-asumsi"
    UBAH_KALENDER = "ubah-kalender"
    TANDAI_TAHAP = "tandai-tahap"
    IMPOR_PEMILIH = "impor-pemilih"
    SIMPAN_PEMETAAN = "simpan-pemetaan"
    PERBAIKI_PEMILIH = "perbaiki-pemilih"
    UBAH_PEMILIH = "ubah-pemilih"
    TARIK_BATCH = "tarik-batch"
    CORET_PEMILIH = "coret-pemilih"
    PUTUSKAN_GANDA = "putuskan-ganda"
    CATAT_USUL = "catat-usul"
    PUTUS_USUL = "putus-usul"
    TETAPKAN_DPS = "tetapkan-dps"
    KUNCI_DPT = "kunci-dpt"
    BUKA_DPT = "buka-dpt"
    CATAT_SETELAH_DPT = "catat-setelah-dpt"
    CETAK_DAFTAR = "cetak-daftar"
    KELUARKAN_BAGIAN = "keluarkan-bagian"
    GABUNG_BAGIAN = "gabung-bagian"
    TARIK_BAGIAN = "tarik-bagian"
    BUAT_LEMBAR_COKLIT = "buat-lembar-coklit"
    KETIK_COKLIT = "ketik-coklit"
    SIMPAN_COKLIT = "simpan-coklit"
    LAYANI_LOKET = "layani-loket"
    DAFTAR_CALON = "daftar-calon"
    TETAPKAN_CALON = "tetapkan-calon"
    UNDI_NOMOR = "undi-nomor"
    BAGI_UNIT = "bagi-unit"
    KUNCI_UNIT = "kunci-unit"
    ENTRI_FORM = "entri-form"
    KERTAS_MEMANG_BEGINI = "kertas-memang-begini"
    FINALKAN_FORM = "finalkan-form"
    ATUR_ULANG_FORM = "atur-ulang-form"
    TARIK_FORM = "tarik-form"
    BEKUKAN_DOKUMEN = "bekukan-dokumen"
    TANDA_TANGANI = "tanda-tangani"
    CETAK_DOKUMEN = "cetak-dokumen"
    PUTUSKAN_TERTULIS = "putuskan-tertulis"
    ISI_LAPORAN = "isi-laporan"
    CATAT_KEBERATAN = "catat-keberatan"
    TARIK_DOKUMEN = "tarik-dokumen"
    TERIMA_PDF = "terima-pdf"
    TANDAI_BASAH = "tandai-basah"
    COCOKKAN_KERTAS = "cocokkan-kertas"
    EKSPOR_PAKET = "ekspor-paket"
    BACA_KIT = "baca-kit"
    BACA_TANDA_TERIMA = "baca-tanda-terima"
    BUAT_MEJA = "buat-meja"
    BUAT_KIT = "buat-kit"
    TERBITKAN_SERTIFIKAT = "terbitkan-sertifikat"
    TERIMA_PAKET = "terima-paket"
    TULIS_TANDA_TERIMA = "tulis-tanda-terima"


_SEMUA = frozenset({Aksi.MASUK, Aksi.GANTI_SANDI})
"""Everybody's own."""
_JAGA = frozenset({Aksi.CADANGKAN, Aksi.UJI_CADANGAN})
"""Of everybody who writes: a backup is made without being asked, whoever sits there."""
_PIMPINAN = frozenset(
    {
        Aksi.TAMBAH_AKUN,
        Aksi.ATUR_ULANG_AKUN,
        Aksi.NONAKTIFKAN_AKUN,
        Aksi.PULIHKAN_AKUN,
        Aksi.GANTI_LEMBAR_PEMULIHAN,
        Aksi.BUKTIKAN_LEMBAR_PEMULIHAN,
        Aksi.PULIHKAN_CADANGAN,
        Aksi.EKSPOR_RIWAYAT,
        Aksi.MUSNAHKAN,
    }
)
"""Of those who answer for a file, at both desks."""
_MEJA = frozenset(
    {
        Aksi.BUAT_MEJA,
        Aksi.BUAT_KIT,
        Aksi.TERBITKAN_SERTIFIKAT,
        Aksi.TERIMA_PAKET,
        Aksi.TULIS_TANDA_TERIMA,
    }
)
_DESA = frozenset(Aksi) - _MEJA
_KETUA_SAJA = frozenset(
    {
        Aksi.BUAT_PEMILIHAN,
        Aksi.TAMBAH_AKUN,
        Aksi.NONAKTIFKAN_AKUN,
        Aksi.PULIHKAN_AKUN,
        Aksi.GANTI_LEMBAR_PEMULIHAN,
        Aksi.MUSNAHKAN,
        Aksi.CABUT_ORANG,
        Aksi.GANTI_PROFIL,
        Aksi.KONFIRMASI_ASUMSI,
        Aksi.KUNCI_DPT,
        Aksi.BUKA_DPT,
        Aksi.TETAPKAN_CALON,
        Aksi.UNDI_NOMOR,
        Aksi.KERTAS_MEMANG_BEGINI,
        Aksi.TARIK_FORM,
        Aksi.PUTUSKAN_TERTULIS,
    }
)

RIGHTS: dict[Peran, frozenset[Aksi]] = {
    Peran.KETUA: _DESA,
    Peran.SEKRETARIS: _DESA - _KETUA_SAJA,
    Peran.OPERATOR: _SEMUA
    | _JAGA
    | {
        Aksi.TANDAI_TAHAP,
        Aksi.IMPOR_PEMILIH,
        Aksi.SIMPAN_PEMETAAN,
        Aksi.PERBAIKI_PEMILIH,
        Aksi.UBAH_PEMILIH,
        Aksi.CORET_PEMILIH,
        Aksi.PUTUSKAN_GANDA,
        Aksi.CATAT_USUL,
        Aksi.GABUNG_BAGIAN,
        Aksi.BUAT_LEMBAR_COKLIT,
        Aksi.KETIK_COKLIT,
        Aksi.SIMPAN_COKLIT,
        Aksi.LAYANI_LOKET,
        Aksi.LIHAT_DATA_PRIBADI,
        Aksi.CETAK_DAFTAR,
        Aksi.CETAK_DOKUMEN,
        Aksi.CATAT_KEBERATAN,
        Aksi.DAFTAR_CALON,
        Aksi.BAGI_UNIT,
        Aksi.ENTRI_FORM,
        Aksi.COCOKKAN_KERTAS,
    },
    Peran.KETUA_KPPS: _SEMUA | _JAGA | {Aksi.ENTRI_FORM, Aksi.CETAK_DOKUMEN},
    Peran.PENGAMAT: _SEMUA,
    Peran.PETUGAS: _SEMUA | _JAGA | _MEJA - {Aksi.BUAT_MEJA, Aksi.TERBITKAN_SERTIFIKAT},
    Peran.PENGESAH: _SEMUA | _JAGA | _PIMPINAN | _MEJA,
}


VILLAGE_ROLES = (
    Peran.SEKRETARIS,
    Peran.OPERATOR,
    Peran.KETUA_KPPS,
    Peran.PENGAMAT,
    Peran.KETUA,
)
"""Roles an account of a village may have, the usual ones first."""

DESK_ROLES = (Peran.PETUGAS, Peran.PENGESAH)
"""Roles an account of the kabupaten's desk may have, the usual one first."""

_DUA = frozenset({Peran.KETUA, Peran.SEKRETARIS, Peran.OPERATOR})
_DUA_MEJA = _DUA | {Peran.PETUGAS, Peran.PENGESAH}

APPROVERS: dict[Aksi, frozenset[Peran]] = {
    Aksi.TAMBAH_AKUN: _DUA_MEJA,
    Aksi.ATUR_ULANG_AKUN: _DUA_MEJA,
    Aksi.NONAKTIFKAN_AKUN: _DUA_MEJA,
    Aksi.PULIHKAN_AKUN: _DUA_MEJA,
    Aksi.PULIHKAN_CADANGAN: _DUA_MEJA,
    Aksi.MUSNAHKAN: _DUA_MEJA,
    Aksi.GANTI_PROFIL: _DUA,
    Aksi.KUNCI_DPT: _DUA,
    Aksi.BUKA_DPT: _DUA,
    Aksi.FINALKAN_FORM: _DUA | {Peran.KETUA_KPPS},
    Aksi.TARIK_FORM: _DUA,
    Aksi.PUTUSKAN_TERTULIS: _DUA,
}
"""Acts that need two people, and who may be one of them."""

PENTING = frozenset(APPROVERS) | {
    Aksi.BUAT_PEMILIHAN,
    Aksi.BUAT_MEJA,
    Aksi.GANTI_SANDI,
    Aksi.GANTI_LEMBAR_PEMULIHAN,
    Aksi.TAMBAH_ORANG,
    Aksi.ATUR_ULANG_ORANG,
    Aksi.CABUT_ORANG,
    Aksi.KONFIRMASI_ASUMSI,
    Aksi.CADANGKAN,
    Aksi.UNDI_NOMOR,
    Aksi.KUNCI_UNIT,
    Aksi.BEKUKAN_DOKUMEN,
    Aksi.TANDA_TANGANI,
    Aksi.TERIMA_PDF,
    Aksi.TANDAI_BASAH,
    Aksi.EKSPOR_PAKET,
    Aksi.EKSPOR_RIWAYAT,
    Aksi.KELUARKAN_BAGIAN,
    Aksi.GABUNG_BAGIAN,
    Aksi.TERBITKAN_SERTIFIKAT,
    Aksi.TERIMA_PAKET,
    Aksi.TULIS_TANDA_TERIMA,
    Aksi.BACA_TANDA_TERIMA,
}
"""After these the head of the log is signed and written beside the file as well."""


CADANGKAN_SETELAH = frozenset(
    {
        Aksi.TAMBAH_AKUN,
        Aksi.ATUR_ULANG_AKUN,
        Aksi.NONAKTIFKAN_AKUN,
        Aksi.PULIHKAN_AKUN,
        Aksi.GANTI_SANDI,
        Aksi.BUAT_KUNCI_DESA,
        Aksi.GANTI_PROFIL,
        Aksi.TETAPKAN_DPS,
        Aksi.KUNCI_DPT,
        Aksi.GABUNG_BAGIAN,
        Aksi.BUKA_DPT,
        Aksi.UNDI_NOMOR,
        Aksi.KUNCI_UNIT,
        Aksi.FINALKAN_FORM,
        Aksi.BEKUKAN_DOKUMEN,
        Aksi.TANDA_TANGANI,
        Aksi.TERIMA_PDF,
        Aksi.TANDAI_BASAH,
        Aksi.EKSPOR_PAKET,
        Aksi.BUAT_KIT,
        Aksi.TERIMA_PAKET,
        Aksi.TULIS_TANDA_TERIMA,
    }
)
"""After these a backup is made at once, not only at login and at close."""

TANPA_CADANGAN = frozenset({Aksi.MASUK, Aksi.CADANGKAN, Aksi.UJI_CADANGAN})
"""These alone are no reason for another backup."""


def may(peran: Peran, aksi: Aksi) -> bool:
    """Tell whether a role has the right to an act."""
    return aksi in RIGHTS[peran]
