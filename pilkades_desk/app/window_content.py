"""What the window's frame shows, as one frozen value: village, account, how far each step is."""

from typing import TYPE_CHECKING

from pydantic import Field

from pilkades_desk.app.steps import STEPS, Keadaan
from pilkades_desk.core.terbilang import angka
from pilkades_desk.core.value import Value

if TYPE_CHECKING:
    from pilkades_desk.panitia.meja import MejaAkun


class Keping(Value):
    """A small status pill: words and tone (ok, warn, bad, info)."""

    teks: str
    nada: str


class IsiJendela(Value):
    """Everything around the page."""

    desa: str
    kecamatan: str
    judul: str
    akun: str
    riwayat: str = ""
    cadangan: str = ""
    versi: str = ""
    gladi: bool = False
    keping: tuple[Keping, ...] = ()
    keadaan: dict[str, Keadaan] = Field(default_factory=dict)

    def state_of(self, folder: str) -> Keadaan:
        """Tell how far a step is; a step nobody spoke of is not open yet."""
        return self.keadaan.get(folder, Keadaan.TERKUNCI)

    @property
    def current(self) -> int:
        """Give the number of the step to work on now; 1 when none is marked."""
        marked = (s.number for s in STEPS if self.state_of(s.folder) is Keadaan.BERJALAN)
        return next(marked, 1)


def opening_words(meja: "MejaAkun") -> str:
    """Say in one sentence what was found on opening, and the log's head as it stands."""
    head = f"kepala {meja.head().text}"
    if meja.pembukaan:
        return f"{len(meja.pembukaan)} temuan saat dibuka · {head}"
    seen = f"Riwayat {angka(meja.diperiksa)} langkah utuh saat dibuka"
    return f"{seen} · {head}" if meja.diperiksa else f"Riwayat baru · {head}"
