"""The tree of areas: the village, its dusun, their RW and RT, each with men and women."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from pilkades_desk.core.terbilang import angka
from pilkades_desk.pemilih.cari.values import Wilayah
from pilkades_desk.pemilih.daftar import forms

AREA = 0x0100  # Qt.ItemDataRole.UserRole
TITLES = ("Wilayah", "L", "P", "L+P")
EVERYWHERE = "Seluruh desa"
Key = tuple[str | None, int | None, int | None]
"""Dusun, RW and RT by which the list is narrowed."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AreaModel(QStandardItemModel):
    """Shows counts by area below the whole village."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.show_areas(())

    def show_areas(self, areas: Sequence[Wilayah]) -> None:
        """Show these counts."""
        self.clear()
        self.setHorizontalHeaderLabels(list(TITLES))
        for at in range(1, len(TITLES)):
            self.horizontalHeaderItem(at).setTextAlignment(_RIGHT)
        men = sum(one.laki for one in areas)
        women = sum(one.perempuan for one in areas)
        whole = _line(EVERYWHERE, men, women, (None, None, None))
        self.appendRow(whole)
        # a village that knows no dusun begins with its RW
        nameless = len(areas) == 1 and not areas[0].dusun
        _hang(whole[0], areas[0].bagian if nameless else areas, with_dusun=not nameless)

    def key_of(self, item: QStandardItem) -> Key:
        """Give the area of a line."""
        found: Key = item.data(AREA)
        return found


def _hang(above: QStandardItem, areas: Sequence[Wilayah], *, with_dusun: bool) -> None:
    for one in areas:
        dusun = one.dusun if with_dusun else None
        line = _line(_name(one), one.laki, one.perempuan, (dusun, one.rw, one.rt))
        above.appendRow(line)
        _hang(line[0], one.bagian, with_dusun=with_dusun)


def _line(name: str, men: int, women: int, key: Key) -> list[QStandardItem]:
    line = [QStandardItem(name), *(_number(count) for count in (men, women, men + women))]
    for item in line:
        item.setEditable(False)
        item.setData(key, AREA)
    spoken = f"{name}: {angka(men)} laki-laki, {angka(women)} perempuan"
    line[0].setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return line


def _number(count: int) -> QStandardItem:
    item = QStandardItem(angka(count))
    item.setTextAlignment(_RIGHT)
    return item


def _name(one: Wilayah) -> str:
    if one.rt is not None:
        return forms.numbered("RT", one.rt)
    return forms.place(one.dusun) if one.rw is None else forms.numbered("RW", one.rw)
