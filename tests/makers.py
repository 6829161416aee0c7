"""Small builders of real things, for every test that needs one."""

from datetime import UTC, date, datetime
from pathlib import Path

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.panitia.accounts import account_digest
from pilkades_desk.panitia.akun import add_account, log_in_again
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.profil.usecases import confirm_asumsi, read_isi
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import PemilihanDibuat, create_pemilihan
from pilkades_desk.panitia.values import AkunBaru, PemilihanBaru, Peran, Persetujuan

START = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
KETUA = AkunBaru(
    nama="ketua", nama_lengkap="Sutrisno Uji", peran=Peran.KETUA, sandi="kuda jalan lima batu"
)
OPERATOR_1 = AkunBaru(
    nama="operator1", nama_lengkap="Rini Uji", peran=Peran.OPERATOR, sandi="pagar biru daun sore"
)
OPERATOR_2 = AkunBaru(
    nama="operator2", nama_lengkap="Yanto Uji", peran=Peran.OPERATOR, sandi="lampu kayu hujan pagi"
)
DESA = PemilihanBaru(
    kode_desa="3399012001",
    desa="Sukamaju",
    kecamatan="Cikembar",
    kabupaten="Contoh",
    provinsi="Jawa Contoh",
    tanggal=date(2027, 2, 3),
)


def make_clock() -> SteppingClock:
    """A clock that moves one second at every question."""
    return SteppingClock(START)


def make_pemilihan(folder: Path) -> PemilihanDibuat:
    """A new election on a real encrypted file, with the ketua logged in."""
    return create_pemilihan(folder / "pemilihan", DESA, KETUA, SCHEMA, make_clock())


def make_meja(folder: Path) -> Meja:
    """The ketua's desk on a new election."""
    return make_pemilihan(folder).meja


def make_operators(ketua: Meja) -> tuple[Meja, Meja]:
    """Two operators' desks on the ketua's open file."""
    add_account(ketua, KETUA.sandi, OPERATOR_1)
    first = log_in_again(ketua, OPERATOR_1.nama, OPERATOR_1.sandi)
    approvals = approve_both(ketua, first, Aksi.TAMBAH_AKUN, account_digest(OPERATOR_2))
    add_account(ketua, KETUA.sandi, OPERATOR_2, approvals)
    return first, log_in_again(ketua, OPERATOR_2.nama, OPERATOR_2.sandi)


def stand_by_all(ketua: Meja) -> None:
    """The ketua stands by every assumption of the profile that is not stood by yet."""
    menunggu = read_isi(ketua).menunggu
    if menunggu:
        confirm_asumsi(ketua, menunggu)


def approve_both(one: Meja, two: Meja, aksi: Aksi, digest: str) -> tuple[Persetujuan, ...]:
    """The approvals of two people for the same thing; a DPT rests on nothing merely assumed."""
    if aksi is Aksi.KUNCI_DPT:
        stand_by_all(one)
    return (one.approve(aksi, digest), two.approve(aksi, digest))
