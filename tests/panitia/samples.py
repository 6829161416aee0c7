"""What step 1's screen shows in tests; everybody is invented."""

from datetime import UTC, date, datetime

from pilkades_desk.panitia.usecases import KeadaanPanitia
from pilkades_desk.panitia.values import Akun, KunciDesa, Orang, Pemilihan, Peran, StatusKunci

PEMILIHAN = Pemilihan(
    id="0" * 32,
    kode_desa="3399012001",
    desa="Sukamaju",
    kecamatan="Cikembar",
    kabupaten="Contoh",
    provinsi="Jawa Contoh",
    tanggal=date(2027, 2, 3),
)
MADE = datetime(2026, 8, 3, 22, 0, tzinfo=UTC)
KETUA = Akun(
    id=1,
    nama="ketua",
    nama_lengkap="Sutrisno Uji",
    peran=Peran.KETUA,
    kunci_publik="",
    dibuat=MADE,
    sejak=MADE,
)
KPPS = Akun(
    id=2, nama="kpps1", nama_lengkap="Rini Uji", peran=Peran.KETUA_KPPS, kunci_publik="",
    dibuat=MADE, sejak=MADE,
)  # fmt: skip
SRI = Orang(id=1, nama="Sri Uji", jabatan="Ketua KPPS", unit=3, sertifikat="", sejak=MADE)
NO_KEY = KunciDesa(status=StatusKunci.BELUM_ADA)
OWN_KEY = KunciDesa(status=StatusKunci.BELUM_DISAHKAN, sidik="12345 " * 7 + "67890")


def keadaan(**changes: object) -> KeadaanPanitia:
    """A village on its first day, apart from what is given."""
    facts = {
        "pemilihan": PEMILIHAN,
        "profil": "nasional-acuan",
        "asumsi": 27,
        "akun": (KETUA,),
        "penanda": (),
        "kunci": NO_KEY,
        "perlu_dua": False,
    }
    return KeadaanPanitia.model_validate(facts | changes)
