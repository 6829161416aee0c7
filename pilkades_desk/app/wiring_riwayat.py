"""Binds the log to an open desk, of a village or of a kabupaten, and makes its page."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.qt.ask import Ask
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.paket.banding import compare_village
from pilkades_desk.panitia import riwayat
from pilkades_desk.panitia.meja import Meja, MejaAkun
from pilkades_desk.panitia.periksa import Laporan
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.panitia.riwayat_screen import RiwayatActs, RiwayatScreen
from pilkades_desk.penerimaan.banding import compare_desk
from pilkades_desk.penerimaan.desk import MejaKabupaten

RIWAYAT = ("Riwayat", "Setiap langkah: siapa, kapan, dan apakah catatannya utuh")


def village_riwayat(meja: Meja, ask: Ask) -> RiwayatScreen:
    """Make the page of a village's log."""
    own = meja.pemilihan
    compare = partial(compare_village, meja)
    return RiwayatScreen(_acts(meja, compare, (own.kode_desa, f"Desa {own.desa}"), own.zona), ask)


def desk_riwayat(meja: MejaKabupaten, ask: Ask) -> RiwayatScreen:
    """Make the page of a desk's log."""
    own = meja.kabupaten
    names = (own.kode_kabupaten, f"Meja Kabupaten {own.kabupaten}")
    return RiwayatScreen(_acts(meja, partial(compare_desk, meja), names, Zona.WIB), ask)


def _acts(
    meja: MejaAkun,
    compare: Callable[[Sequence[Path]], Laporan],
    names: tuple[str, str],
    zona: Zona,
) -> RiwayatActs:
    kode, tempat = names

    def export(folder: Path) -> Path:
        return riwayat.export_riwayat(meja, kode, FolderDrive(folder))

    def write_akses(sejak: date, folder: Path) -> Path:
        lembar = riwayat.read_akses(meja, sejak, zona, tempat)
        return riwayat.export_akses(meja, lembar, FolderDrive(folder))

    return RiwayatActs(
        zona=zona,
        opened=meja.pembukaan,
        may=partial(may, meja.akun.peran, Aksi.EKSPOR_RIWAYAT),
        read_names=partial(riwayat.read_names, meja),
        read_days=partial(riwayat.read_days, meja, zona),
        find=partial(riwayat.find_riwayat, meja, zona=zona),
        read=partial(riwayat.read_riwayat, meja),
        verify=partial(compare, ()),
        compare=lambda place: compare((place,)),
        export=export,
        write_akses=write_akses,
    )
