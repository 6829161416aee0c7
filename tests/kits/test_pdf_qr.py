import io

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pilkades_desk.kits.pdf.qr import mask, matrix, paint
from tests.kits.pdf_pages import qr_texts

PAYLOAD = "PD1*B*3328112005*2027*F27003*1*63XNTOWADRJD6FSO"
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def drawn(text: str, level: str, side: float) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(side + 60, side + 60), invariant=1)
    paint(canvas, text, level, (30, 30, side))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_47_character_payload_at_level_h_has_33_modules() -> None:
    assert (len(PAYLOAD), matrix(PAYLOAD, "H")[0]) == (47, 33)


def test_every_module_has_its_byte() -> None:
    side, pixels = matrix(PAYLOAD, "H")
    assert len(pixels) == side * side
    assert set(pixels) == {0, 255}


def test_a_page_qr_is_read_at_150_dpi() -> None:
    assert qr_texts(drawn(PAYLOAD, "H", 56.7), 0, 150) == (PAYLOAD,)


def test_a_mask_is_read_as_well_as_a_path() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(130, 130), invariant=1)
    canvas._code.append(mask("PU1*ABCDEFGH234567AB", "Q", (30, 30, 68)))
    canvas.showPage()
    canvas.save()
    for dpi in (100, 150, 300):
        assert qr_texts(out.getvalue(), 0, dpi) == ("PU1*ABCDEFGH234567AB",)


@settings(max_examples=25)
@given(st.text(ALPHANUMERIC, min_size=20, max_size=250).filter(lambda text: text == text.strip()))
def test_any_result_text_is_read_as_written(text: str) -> None:
    assert qr_texts(drawn(text, "Q", 110), 0, 200) == (text,)


def test_a_fixed_pattern_is_the_same_text_on_as_many_modules() -> None:
    free, fixed = (matrix("PU1*ABCDEFGH234567AB", "Q", pattern) for pattern in (None, 5))
    assert free[0] == fixed[0]
    assert free[1] != fixed[1]
