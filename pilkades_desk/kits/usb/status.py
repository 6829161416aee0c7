"""Every state a stick can be in, each told apart before and after writing."""

from enum import StrEnum

from pilkades_desk.core.errors import PilkadesError


class StickStatus(StrEnum):
    """What is known about the stick; only SAFE means it may be pulled out after writing."""

    NONE = "none"
    SEVERAL = "several"
    LOCKED = "locked"
    READY = "ready"
    WRITING = "writing"
    VERIFYING = "verifying"
    SAFE = "safe"
    FULL = "full"
    READ_ONLY = "read_only"
    REMOVED = "removed"
    TAKEN = "taken"
    LYING = "lying"
    FAILED = "failed"


_WORDS = {
    StickStatus.NONE: ("Flashdisk tidak ditemukan.", "Pasang flashdisk, lalu ulangi."),
    StickStatus.SEVERAL: ("Lebih dari satu flashdisk terpasang.", "Cabut yang tidak dipakai."),
    StickStatus.LOCKED: ("Flashdisk terkunci sandi.", "Buka kuncinya dahulu, lalu ulangi."),
    StickStatus.FULL: ("Flashdisk penuh.", "Pakai flashdisk lain atau kosongkan sebagian."),
    StickStatus.READ_ONLY: (
        "Flashdisk tidak dapat ditulisi.",
        "Geser sakelar pengunci tulis, atau pakai flashdisk lain.",
    ),
    StickStatus.REMOVED: (
        "Flashdisk tercabut sebelum selesai.",
        "Pasang lagi dan ulangi; berkas di laptop tidak berubah.",
    ),
    StickStatus.TAKEN: (
        "Di flashdisk sudah ada berkas lain dengan nama ini.",
        "Pakai folder atau flashdisk lain; berkas lama tidak ditimpa.",
    ),
    StickStatus.LYING: (
        "Isi flashdisk tidak sama dengan yang ditulis.",
        "Jangan pakai flashdisk ini; ulangi dengan flashdisk lain.",
    ),
    StickStatus.FAILED: ("Flashdisk gagal ditulisi.", "Ulangi dengan flashdisk lain."),
}


class StickError(PilkadesError):
    """The stick did not take the file; `status` says which way."""

    def __init__(self, status: StickStatus) -> None:
        super().__init__(*_WORDS[status])
        self.status = status
