"""The desk's log against a stick: kits and receipts it signed remember its head."""

from collections.abc import Sequence
from pathlib import Path

from pilkades_desk.kits.signing.keys import public_pem
from pilkades_desk.paket.banding import Pengenal, compare
from pilkades_desk.paket.sending import mode_of
from pilkades_desk.panitia.periksa import Laporan
from pilkades_desk.penerimaan import store
from pilkades_desk.penerimaan.desk import AKAR, MEJA, MejaKabupaten


def compare_desk(meja: MejaKabupaten, places: Sequence[Path]) -> Laporan:
    """Verify the desk's log and compare it with what lies in these places (files or folders)."""
    with meja.read() as session:
        keys = [store.read_key(session, nama)[0] for nama in (AKAR, MEJA)]
    own = meja.kabupaten
    mode = mode_of(gladi=own.gladi)
    return compare(meja, Pengenal(own.id, mode, frozenset(map(public_pem, keys))), places)
