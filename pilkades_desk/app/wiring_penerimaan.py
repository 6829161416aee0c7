"""Binds step 8's use cases: the village's page, and the three pages of the kabupaten's desk."""

from functools import partial
from pathlib import Path

from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.paket.usecases import read_answers
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.penerimaan import usecases
from pilkades_desk.penerimaan.desk import MejaKabupaten
from pilkades_desk.penerimaan.inbox_screen import InboxActs
from pilkades_desk.penerimaan.kit_screen import KitActs
from pilkades_desk.penerimaan.recap_screen import RecapActs
from pilkades_desk.penerimaan.screen import PenerimaanActs
from pilkades_desk.penerimaan.values import Masuk


def make_penerimaan_acts(meja: Meja) -> PenerimaanActs:
    """Give the village's page what it reads."""
    return PenerimaanActs(zona=meja.pemilihan.zona, read_answers=partial(read_answers, meja))


def make_kit_acts(meja: MejaKabupaten) -> KitActs:
    """Give the page of kits and certificates what it may do."""

    def make_kit(folder: Path) -> Path:
        return usecases.make_kit(meja, FolderDrive(folder))

    return KitActs(
        read_digits=partial(usecases.read_root_digits, meja),
        read_states=partial(usecases.read_village_states, meja),
        make_kit=make_kit,
        issue=partial(usecases.issue_certificates, meja),
    )


def make_inbox_acts(meja: MejaKabupaten) -> InboxActs:
    """Give the inbox what it may do."""

    def answer(masuk: Masuk, folder: Path) -> Path:
        return usecases.write_tanda_terima(meja, masuk, FolderDrive(folder))

    return InboxActs(
        read_states=partial(usecases.read_village_states, meja),
        receive=partial(usecases.receive_all, meja),
        answer=answer,
    )


def make_recap_acts(meja: MejaKabupaten) -> RecapActs:
    """Give the recap what it reads."""
    return RecapActs(read_rekap=partial(usecases.rekap, meja))
