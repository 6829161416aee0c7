"""From a form's code to the function that composes it."""

from pilkades_desk.berita_acara.compose.count import compose_f27, compose_f28
from pilkades_desk.berita_acara.compose.dpt import compose_f07
from pilkades_desk.berita_acara.compose.frame import Composed
from pilkades_desk.berita_acara.compose.recap import compose_f29, compose_f33
from pilkades_desk.core.errors import DocumentError
from pilkades_desk.panitia.meja import Meja

_OF_VILLAGE = {"F-07": compose_f07, "F-29": compose_f29, "F-33": compose_f33}
_OF_UNIT = {"F-27": compose_f27, "F-28": compose_f28}
KODE = (*_OF_VILLAGE, *_OF_UNIT)


def compose(meja: Meja, kode: str, unit: int | None) -> Composed:
    """Compose one document; DocumentError when an office that must sign it is vacant."""
    composed = _OF_UNIT[kode](meja, unit) if unit is not None else _OF_VILLAGE[kode](meja)
    if composed.missing:
        raise DocumentError(
            f"Penanda tangan {kode} belum lengkap: {', '.join(composed.missing)}.",
            "Tambahkan orangnya di langkah Panitia.",
        )
    return composed
