"""The signature fields of a document; wholly about pyHanko, imported when a PDF is signed.

All fields are invisible, made before the first signature and never after; ink and stamps keep
their own boxes on the paper.
"""

from collections.abc import Sequence

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

FIELD_DESA = "desa"


def append_fields(writer: IncrementalPdfFileWriter, names: Sequence[str]) -> None:
    """Add the village's field and one empty field per name, on the first page, without a box."""
    for name in (FIELD_DESA, *names):
        append_signature_field(writer, SigFieldSpec(name, on_page=0))
