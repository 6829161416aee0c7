"""What somebody does to a signed PDF who should not."""

from io import BytesIO

from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def add_text(pdf: bytes) -> bytes:
    """Write a line over page 1 in a revision of its own."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    text = writer.add_object(StreamObject(stream_data=b"BT /F1 12 Tf 100 600 Td (lagi) Tj ET"))
    writer.add_stream_to_page(0, text)
    writer.write_in_place()
    return writer.prev.stream.getvalue()
