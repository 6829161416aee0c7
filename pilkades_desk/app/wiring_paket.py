"""Binds step 7's use cases to an open desk; the folder a person picks is the stick."""

from functools import partial
from pathlib import Path

from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.paket import usecases
from pilkades_desk.paket.screen import PaketActs
from pilkades_desk.paket.sending import copy_paket
from pilkades_desk.paket.values import PaketKeluar
from pilkades_desk.panitia.meja import Meja


def make_paket_acts(meja: Meja) -> PaketActs:
    """Give the screen what it may do on this desk."""

    def request(folder: Path) -> Path:
        return usecases.export_key_request(meja, FolderDrive(folder))

    def export(folder: Path) -> usecases.HasilEkspor:
        return usecases.export_hasil(meja, FolderDrive(folder))

    def copy(paket: PaketKeluar, folder: Path) -> Path:
        return copy_paket(meja, paket, FolderDrive(folder))

    return PaketActs(
        zona=meja.pemilihan.zona,
        read_kit_state=partial(usecases.read_kit_state, meja),
        read_sent=partial(usecases.read_sent, meja),
        read_kit=partial(usecases.read_kit, meja),
        request=request,
        export=export,
        copy=copy,
        read_tanda_terima=partial(usecases.read_tanda_terima, meja),
    )
