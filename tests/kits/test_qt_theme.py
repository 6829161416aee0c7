import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pilkades_desk.kits.qt.icons import change_theme, pixmap, wear
from pilkades_desk.kits.qt.theme import THEMES, current_theme, read_theme, style_sheet

TEXT = [
    ("text", "bg"), ("text", "surface"), ("text", "row_alt"), ("text", "sel"),
    ("text", "brand_soft"),
    ("muted", "bg"), ("muted", "surface"), ("muted", "row_alt"), ("muted", "brand_soft"),
    ("muted", "track"), ("brand", "surface"), ("brand", "brand_soft"),
    ("brand_ink", "brand"), ("brand_ink", "brand_hover"),
    ("side_text", "side"), ("side_text", "side_hover"), ("side_muted", "side"),
    ("side_ink", "side_active"), ("side_ink", "side"),
    ("ok", "ok_soft"), ("warn", "warn_soft"), ("bad", "bad_soft"), ("info", "info_soft"),
    ("text", "ok_soft"), ("text", "warn_soft"), ("text", "bad_soft"), ("text", "info_soft"),
    ("bad", "surface"), ("ok", "surface"), ("warn", "surface"), ("info", "surface"),
]  # fmt: skip
EDGES = [
    ("focus", "surface"), ("focus", "bg"), ("field_line", "surface"), ("field_line", "bg"),
    ("primary_focus", "brand"), ("side_mark", "side_active"), ("side_mark", "side"),
]  # fmt: skip


def luminance(color: str) -> float:
    """WCAG 2.2 relative luminance."""
    parts = [part / 255 for part in QColor(color).getRgb()[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_has_contrast_of_4_5(name: str, ink: str, ground: str) -> None:
    color = read_theme(name).color
    assert contrast(color[ink], color[ground]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_focus_have_contrast_of_3(name: str, edge: str, ground: str) -> None:
    color = read_theme(name).color
    assert contrast(color[edge], color[ground]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_bars_stand_out_and_their_numbers_can_be_read(name: str) -> None:
    theme = read_theme(name)
    assert min(contrast(bar, theme.color["surface"]) for bar in theme.bars) >= 3
    assert min(contrast(bar, theme.bar_ink) for bar in theme.bars) >= 4.5


def test_all_themes_have_the_same_tokens() -> None:
    assert len({frozenset(read_theme(name).color) for name in THEMES}) == 1


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_no_placeholder_left(qapp: QApplication, name: str) -> None:
    assert "$" not in style_sheet(read_theme(name))


def test_digits_have_one_width(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    assert len({metrics.horizontalAdvance(digit * 16) for digit in "0123456789"}) == 1


def test_a_worn_icon_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    wear(label, "lock", "text")
    change_theme(qapp, "dark")
    try:
        assert label.pixmap().toImage() == pixmap("lock", "text").toImage()
        assert current_theme().name == "dark"
    finally:
        change_theme(qapp, "light")
    assert label.pixmap().toImage() == pixmap("lock", "text").toImage()


def test_an_icon_is_drawn_in_its_token(qapp: QApplication) -> None:
    image = pixmap("lock", "bad", 48).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    solid = [
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert set(solid) == {read_theme("light").color["bad"].lower()}
    assert image.size() == QSize(48, 48) * qapp.devicePixelRatio()
