"""One door to all drawings; loads the drawing libraries only when something is drawn."""

from pilkades_desk.berita_acara.content import Isi, IsiF07, IsiF27, IsiF28, IsiF29, IsiF33
from pilkades_desk.panitia.naskah.blok import IsiFormulir


def draw(isi: Isi, tanda_tangan_qr: bytes | None = None) -> bytes:
    """Draw a frozen content as PDF/A-3b (S-611).

    Args:
        isi: the content.
        tanda_tangan_qr: 64 bytes r ‖ s over `pilkades-qr/v1` ‖ `result_fields(isi)`.

    Raises:
        DocumentError: a character cannot be printed or the logo cannot be archived.
    """
    from pilkades_desk.berita_acara.pdf import f07, f27, f28, f29, f33
    from pilkades_desk.panitia.naskah.pdf import formulir

    match isi:
        case IsiF07():
            return f07.draw(isi, tanda_tangan_qr)
        case IsiF27():
            return f27.draw(isi, tanda_tangan_qr)
        case IsiF28():
            return f28.draw(isi, tanda_tangan_qr)
        case IsiF29():
            return f29.draw(isi, tanda_tangan_qr)
        case IsiF33():
            return f33.draw(isi, tanda_tangan_qr)
        case IsiFormulir():
            return formulir.draw(isi)
