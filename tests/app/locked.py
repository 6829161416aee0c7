"""An election far enough that documents can be made of it."""

from pathlib import Path

from pilkades_desk.app.demo_prepare import add_signers
from pilkades_desk.app.demo_voters import write_kpu33
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SystemClock
from pilkades_desk.panitia.akun import add_account, log_in_again
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import log_in, make_village_keys
from pilkades_desk.pemilih.usecases import dpt_preview, import_sheet, lock_dpt, set_dps
from tests.makers import KETUA, OPERATOR_1, approve_both, make_meja


def make_locked(folder: Path) -> Path:
    """A closed election with a locked DPT of sixty invented voters; gives its folder."""
    meja = make_meja(folder)
    add_account(meja, KETUA.sandi, OPERATOR_1)
    make_village_keys(meja)
    add_signers(meja, 1, 1)
    write_kpu33(folder / "pemilih.xlsx", 1, 60)
    import_sheet(meja, folder / "pemilih.xlsx")
    set_dps(meja)
    operator = log_in_again(meja, OPERATOR_1.nama, OPERATOR_1.sandi)
    digest = dpt_preview(meja).segel
    lock_dpt(meja, approve_both(meja, operator, Aksi.KUNCI_DPT, digest))
    meja.close()
    return meja.folder


def enter(folder: Path) -> Meja:
    """The ketua's desk on an election that was closed."""
    return log_in(folder, KETUA.nama, KETUA.sandi, SCHEMA, SystemClock())
