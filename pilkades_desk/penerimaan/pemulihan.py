"""The kabupaten's desk opened with its printed code."""

from dataclasses import replace
from pathlib import Path

from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.accounts import OpenedFile
from pilkades_desk.panitia.akun import accounts_in, enter
from pilkades_desk.panitia.pemulihan import Pemulihan, account_named, recover_account
from pilkades_desk.penerimaan import store
from pilkades_desk.penerimaan.desk import MejaKabupaten


def recover_desk(
    folder: Path, opened: OpenedFile, asked: Pemulihan, clock: Clock
) -> tuple[MejaKabupaten, str]:
    """Recover a desk's account of a file opened with the printed code, as `panitia` does."""
    with opened.file.read() as session:
        kabupaten = store.read_kabupaten(session)
        akun = account_named(session, asked.akun)
    if kabupaten is None:
        raise StateError("Ini berkas desa, bukan meja kabupaten.", "Buka sebagai meja desa.")
    key = opened.key
    meja = MejaKabupaten(folder, opened.file, akun, clock, key, accounts_in, kabupaten)
    desk, code = recover_account(meja, opened, asked)
    return enter(desk, replace(opened, gagal={})), code
