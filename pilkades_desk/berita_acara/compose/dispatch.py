"""From a form's code to the function that composes it."""

from collections.abc import Sequence

from pilkades_desk.berita_acara.compose.composed import Composed
from pilkades_desk.berita_acara.compose.count import compose_f27, compose_f28
from pilkades_desk.berita_acara.compose.dpt import compose_f07
from pilkades_desk.berita_acara.compose.recap import compose_f29, compose_f33
from pilkades_desk.berita_acara.compose.report import compose_f34
from pilkades_desk.berita_acara.compose.sources import Stored
from pilkades_desk.berita_acara.daftar import ButirLampiran
from pilkades_desk.berita_acara.dokumen import Pembekuan
from pilkades_desk.core.errors import DocumentError
from pilkades_desk.panitia.meja import Meja


def compose(
    meja: Meja, pembekuan: Pembekuan, stored: Stored, enclosures: Sequence[ButirLampiran] = ()
) -> Composed:
    """Compose one document; DocumentError when an office that must sign it is vacant.

    F-28 repeats a stored content, F-29 and F-33 find the winner once more in them; F-34 repeats
    F-29 and F-33 and lists its enclosures.
    """
    kode, unit, frozen = pembekuan.kode, pembekuan.unit, stored.contents
    if kode == "F-07":
        composed = compose_f07(meja)
    elif kode == "F-34":
        composed = compose_f34(meja, stored, enclosures)
    elif kode == "F-33":
        composed = compose_f33(meja, stored)
    elif unit is None:
        composed = compose_f29(meja, frozen)
    elif kode == "F-28":
        composed = compose_f28(meja, unit, stored)
    else:
        composed = compose_f27(meja, unit)
    if composed.missing:
        raise DocumentError(
            f"Penanda tangan {kode} belum lengkap: {', '.join(composed.missing)}.",
            "Tambahkan orangnya di langkah Panitia.",
        )
    return composed
