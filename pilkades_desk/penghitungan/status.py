"""How far one form is for the account that asks: its stage and what that account may do now.

No figure of the paper in it. A deed is offered when the use case behind it would accept it, found
by asking the same functions: an offer and a refusal can never say two things.
"""

from collections.abc import Callable
from enum import StrEnum

from pilkades_desk.core.value import Value
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.panitia.values import Akun
from pilkades_desk.penghitungan import entry_state as steps
from pilkades_desk.penghitungan.entry_state import EntryState
from pilkades_desk.penghitungan.refusals import EntryRefusedError
from pilkades_desk.penghitungan.values import Tahap


class Langkah(StrEnum):
    """What somebody can do with a form."""

    KETIK = "ketik"
    KETIK_ULANG = "ketik-ulang"
    JELASKAN = "jelaskan"
    FINALKAN = "finalkan"
    ATUR_ULANG = "atur-ulang"
    TARIK = "tarik"


NEXT = {
    Tahap.KOSONG: Langkah.KETIK,
    Tahap.ENTRI_1: Langkah.KETIK,
    Tahap.ENTRI_1_GALAT: Langkah.JELASKAN,
    Tahap.ENTRI_1_SELESAI: Langkah.KETIK,
    Tahap.ENTRI_2: Langkah.KETIK,
    Tahap.PEMBETULAN: Langkah.KETIK_ULANG,
    Tahap.PEMBACA_KETIGA: Langkah.KETIK_ULANG,
    Tahap.SAMA_GALAT: Langkah.JELASKAN,
    Tahap.SIAP_FINAL: Langkah.FINALKAN,
}
"""The deed that brings a form further; a final one has none."""
_ACTS = {
    Langkah.KETIK: Aksi.ENTRI_FORM,
    Langkah.KETIK_ULANG: Aksi.ENTRI_FORM,
    Langkah.JELASKAN: Aksi.KERTAS_MEMANG_BEGINI,
    Langkah.FINALKAN: Aksi.FINALKAN_FORM,
    Langkah.ATUR_ULANG: Aksi.ATUR_ULANG_FORM,
    Langkah.TARIK: Aksi.TARIK_FORM,
}
_REASON = "alasan"  # any reason will do to ask whether a deed fits the stage


class StatusForm(Value):
    """Where one form stands, for the list on the screen; `boleh` is for the account that asks."""

    unit: int
    nama: str
    versi: int
    tahap: Tahap
    pengetik: tuple[int, ...]
    terisi: int
    dari: int
    beda: tuple[str, ...]
    galat: tuple[str, ...]
    ulang: int = 0
    """Boxes the account that asks is to read again now."""
    boleh: frozenset[Langkah] = frozenset()

    @property
    def langkah(self) -> Langkah | None:
        """Give the deed that brings the form further, when the account that asks may do it."""
        deed = NEXT.get(self.tahap)
        return deed if deed in self.boleh else None


def offered(state: EntryState, akun: Akun, *, terkunci: bool) -> frozenset[Langkah]:
    """Give what this account may do with a form now; nobody types before the plan is locked."""
    fits = {
        Langkah.KETIK: terkunci and _accepted(lambda: steps.start(state, akun.id)),
        Langkah.KETIK_ULANG: bool(steps.boxes_to_retype(state, akun.id)),
        Langkah.ATUR_ULANG: _accepted(lambda: steps.reset(state, _REASON)),
        Langkah.TARIK: _accepted(lambda: steps.withdraw(state, _REASON)),
        Langkah.JELASKAN: NEXT.get(state.tahap) is Langkah.JELASKAN,
        Langkah.FINALKAN: NEXT.get(state.tahap) is Langkah.FINALKAN,
    }
    return frozenset(deed for deed, fit in fits.items() if fit and may(akun.peran, _ACTS[deed]))


def _accepted(step: Callable[[], EntryState]) -> bool:
    try:
        step()
    except EntryRefusedError:
        return False
    return True
