"""The sheets of one document on paper: the original, then copies numbered on and on.

A copy says the same and has the same data code; only its label differs, and nobody signed it yet.
"""

from types import MappingProxyType

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.content import Isi, IsiF07, IsiF27, IsiF28, IsiF29, IsiF33
from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.berita_acara.result_qr import from_base45, split_result_text
from pilkades_desk.berita_acara.rules import ASLI, label_copies
from pilkades_desk.berita_acara.usecases import find_dokumen, find_stale, read_pdf
from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.pdf.untrusted import page_codes
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.pencetakan import read_prints

_KINDS: MappingProxyType[str, type[Isi]] = MappingProxyType(
    {"F-07": IsiF07, "F-27": IsiF27, "F-28": IsiF28, "F-29": IsiF29, "F-33": IsiF33}
)
DITARIK = "Ditarik, tidak berlaku"
"""Stands on every sheet of a document that no longer holds, whenever it was frozen."""
_RESULT = "PR1*"
_DPI = (150, 300)


def count_printed(meja: Meja, dokumen: Dokumen) -> int:
    """Tell how many whole sheets of this very content went to paper (S-477)."""
    return sum(one.lembar for one in read_prints(meja) if one.identitas.sidik == dokumen.sidik)


def starts_with_original(meja: Meja, dokumen: Dokumen) -> bool | None:
    """Tell whether the first sheet most likely is the original; None for a withdrawn one."""
    return None if _is_gone(meja, dokumen) else not count_printed(meja, dokumen)


def draw_copies(
    meja: Meja, dokumen: Dokumen, count: int, original: bool | None = None
) -> tuple[bytes, ...]:
    """Give the files of so many sheets, each labelled as what it is (S-477, S-613).

    Args:
        meja: the open desk.
        dokumen: the document.
        count: how many sheets.
        original: whether the first is the original; None: it is, unless one was printed before.
    """
    pdf = read_pdf(meja, dokumen)
    if _is_gone(meja, dokumen):
        return (_redraw(meja, dokumen, pdf, DITARIK),) * count
    printed = count_printed(meja, dokumen)
    first = not printed if original is None else original
    return tuple(
        pdf if label == ASLI else _redraw(meja, dokumen, pdf, label)
        for label in label_copies(printed, count, original=first)
    )


def _is_gone(meja: Meja, dokumen: Dokumen) -> bool:
    stale = any(one.id == dokumen.id for one, _ in find_stale(meja))
    return stale or bool(find_dokumen(meja, dokumen.id).ditarik)


def _redraw(meja: Meja, dokumen: Dokumen, pdf: bytes, label: str) -> bytes:
    from pilkades_desk.berita_acara.pdf.dispatch import draw

    with meja.read() as session:
        content = parse_canonical(store.read_content(session, dokumen.id))
    sheet = {"salinan": label, "kertas": meja.profil.nilai("format.kertas")}
    isi = _KINDS.get(dokumen.kode, IsiFormulir).model_validate({**content, **sheet})
    with_result = dokumen.kode in _KINDS and dokumen.kode != "F-07"
    return draw(isi, _result_signature(pdf) if with_result else None)


def _result_signature(pdf: bytes) -> bytes:
    """Read the signature of the result off the original, so that every sheet has the same code."""
    texts = (text for dpi in _DPI for text in page_codes(pdf, 0, dpi) if text.startswith(_RESULT))
    for text in texts:
        return from_base45(split_result_text(text)[1])
    raise DocumentError("QR hasil di berkas ini tidak terbaca.", "Bekukan ulang dokumennya.")
