"""What in later steps stands against opening the DPT again; step 2 may not know of them."""

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.tps.usecases import find_rencana


def later_steps_against(meja: Meja) -> str:
    """Say why the DPT may not be opened any more; nothing when it may (S-270).

    A plan of TPS that is only drawn is no hindrance: made from another seal, it is drawn again.
    Once it is locked, ballots and invitations go by it, and only then does a count begin.
    """
    rencana = find_rencana(meja)
    if rencana is None or not rencana.terkunci:
        return ""
    return "Pembagian TPS sudah dikunci; undangan dan surat suara dibuat darinya."
