"""Who may do what: one table of role × act; every use case that writes names its act here."""

from enum import StrEnum

from pilkades_desk.panitia.values import Peran


class Aksi(StrEnum):
    """Every act that writes, in the order of the election."""

    BUAT_PEMILIHAN = "buat-pemilihan"
    TAMBAH_AKUN = "tambah-akun"
    TAMBAH_ORANG = "tambah-orang"
    BUAT_KUNCI_DESA = "buat-kunci-desa"
    IMPOR_PEMILIH = "impor-pemilih"
    PERBAIKI_PEMILIH = "perbaiki-pemilih"
    CORET_PEMILIH = "coret-pemilih"
    TETAPKAN_DPS = "tetapkan-dps"
    KUNCI_DPT = "kunci-dpt"
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
    TARIK_DOKUMEN = "tarik-dokumen"
    EKSPOR_PAKET = "ekspor-paket"
    BACA_KIT = "baca-kit"
    BACA_TANDA_TERIMA = "baca-tanda-terima"
    BUAT_MEJA = "buat-meja"
    BUAT_KIT = "buat-kit"
    TERBITKAN_SERTIFIKAT = "terbitkan-sertifikat"
    TERIMA_PAKET = "terima-paket"
    TULIS_TANDA_TERIMA = "tulis-tanda-terima"


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
        Aksi.KUNCI_DPT,
        Aksi.TETAPKAN_CALON,
        Aksi.UNDI_NOMOR,
        Aksi.KERTAS_MEMANG_BEGINI,
        Aksi.TARIK_FORM,
    }
)

RIGHTS: dict[Peran, frozenset[Aksi]] = {
    Peran.KETUA: _DESA,
    Peran.SEKRETARIS: _DESA - _KETUA_SAJA,
    Peran.OPERATOR: frozenset(
        {
            Aksi.IMPOR_PEMILIH,
            Aksi.PERBAIKI_PEMILIH,
            Aksi.CORET_PEMILIH,
            Aksi.DAFTAR_CALON,
            Aksi.BAGI_UNIT,
            Aksi.ENTRI_FORM,
        }
    ),
    Peran.KETUA_KPPS: frozenset({Aksi.ENTRI_FORM}),
    Peran.PENGAMAT: frozenset(),
    Peran.PETUGAS: _MEJA - {Aksi.BUAT_MEJA, Aksi.TERBITKAN_SERTIFIKAT},
    Peran.PENGESAH: _MEJA,
}


VILLAGE_ROLES = (
    Peran.SEKRETARIS,
    Peran.OPERATOR,
    Peran.KETUA_KPPS,
    Peran.PENGAMAT,
    Peran.KETUA,
)
"""Roles an account of a village may have, the usual ones first."""

APPROVERS: dict[Aksi, frozenset[Peran]] = {
    Aksi.TAMBAH_AKUN: frozenset({Peran.KETUA, Peran.SEKRETARIS, Peran.OPERATOR}),
    Aksi.KUNCI_DPT: frozenset({Peran.KETUA, Peran.SEKRETARIS, Peran.OPERATOR}),
    Aksi.FINALKAN_FORM: frozenset(
        {Peran.KETUA, Peran.SEKRETARIS, Peran.OPERATOR, Peran.KETUA_KPPS}
    ),
    Aksi.TARIK_FORM: frozenset({Peran.KETUA, Peran.SEKRETARIS, Peran.OPERATOR}),
}
"""Acts that need two people, and who may be one of them."""


def may(peran: Peran, aksi: Aksi) -> bool:
    """Tell whether a role has the right to an act."""
    return aksi in RIGHTS[peran]
