"""Places to sign on paper: signature blocks with a stamp area, member rows, witness rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from pilkades_desk.kits.pdf.fonts import BOLD, ITALIC, REGULAR, fit_line, width
from pilkades_desk.kits.pdf.page import FAINT, INK, MM
from pilkades_desk.kits.pdf.prose import centred, centred_height, dotted
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Look, Row, table

_INK_ROOM = 23 * MM
_NO_NAME = 13.0
_PRESENT = {True: "ya", False: "tidak", None: "ya / tidak"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to sign; an empty name prints dots, `stamp` leaves room for the seal."""

    role: str
    name: str = ""
    stamp: bool = False


@dataclass(frozen=True, slots=True)
class SaksiLine:
    """One witness row: for which candidate, name, and a refusal with its reason if there is one."""

    calon: str
    name: str
    present: bool | None
    refusal: str = ""


def signature_block(sheet: Sheet, slots: Sequence[Slot], columns: int = 2, above: str = "") -> None:
    """Draw places to sign in columns; `above` (place and date) stands over the last column."""
    for start in range(0, len(slots), columns):
        _line_of_slots(sheet, slots[start : start + columns], columns, above if start == 0 else "")


def _line_of_slots(sheet: Sheet, slots: Sequence[Slot], columns: int, above: str) -> None:
    share = sheet.width / columns
    room = share - 6 * MM
    sheet.need(_line_height(slots, room, above))
    offset = columns - len(slots)  # a lone slot stands on the right, as ketua does in letters
    if above:
        middle = sheet.left + share * (columns - 0.5)
        sheet.y -= centred(sheet, middle, above, (REGULAR, 10.5, share - 4 * MM)) + 2
    middles = [sheet.left + share * (index + offset + 0.5) for index in range(len(slots))]
    roles = [
        centred(sheet, middle, slot.role, (REGULAR, 10.5, room))
        for slot, middle in zip(slots, middles, strict=True)
    ]
    sheet.y -= max(roles) + _INK_ROOM
    for slot, middle in zip(slots, middles, strict=True):
        if slot.stamp:
            _stamp_area(sheet, middle - min(room / 2, 30 * MM), sheet.y + _INK_ROOM / 2)
    names = [
        _name(sheet, middle, slot.name, room) for slot, middle in zip(slots, middles, strict=True)
    ]
    sheet.y -= max(names) + 4 * MM


def _line_height(slots: Sequence[Slot], room: float, above: str) -> float:
    """Give what a line of slots takes: no more, or its heading would stay alone on a page."""
    roles = max(centred_height(slot.role, (REGULAR, 10.5, room)) for slot in slots)
    names = max(_name_height(slot.name, room) for slot in slots)
    date = centred_height(above, (REGULAR, 10.5, room + 2 * MM)) + 2 if above else 0
    return date + roles + _INK_ROOM + names + 4 * MM


def _name_height(name: str, room: float) -> float:
    return (centred_height(name, (BOLD, 10.5, room)) if name else _NO_NAME) + 4


def _name(sheet: Sheet, middle: float, name: str, room: float) -> float:
    if name:
        height = centred(sheet, middle, name, (BOLD, 10.5, room))
        length = min(room, max(50 * MM, width(name, BOLD, 10.5) + 6))
    else:
        height, length = _NO_NAME, min(room, 55 * MM)
    dotted(sheet, middle - length / 2, sheet.y - height - 3.5, length)
    return height + 4


def _stamp_area(sheet: Sheet, x: float, y: float) -> None:
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setStrokeGray(0.78)
    canvas.setLineWidth(0.6)
    canvas.setDash(2, 2.4)
    canvas.circle(x + 11 * MM, y, 11 * MM)
    canvas.setFillGray(FAINT)
    text, size = fit_line("Cap", ITALIC, 8, 20 * MM)
    canvas.setFont(ITALIC, size)
    canvas.drawCentredString(x + 11 * MM, y - 2.5, text)
    canvas.restoreState()
    canvas.setFillGray(INK)


def chief_and_members(sheet: Sheet, chief: Slot, members: Sequence[Slot], above: str = "") -> None:
    """Draw the chief's place with the stamp area on the right, the members' rows on the left."""
    right = 66 * MM
    left = sheet.width - right - 6 * MM
    top, page = sheet.y, sheet.page
    with sheet.inset(left=left + 6 * MM):
        signature_block(sheet, (chief,), 1, above)
    bottom = sheet.y
    if members and sheet.page == page:
        sheet.y = top
    if members:
        with sheet.inset(right=right + 6 * MM):
            signing_rows(sheet, members)
    sheet.y = min(sheet.y, bottom) if sheet.page == page else sheet.y


def signing_rows(sheet: Sheet, slots: Sequence[Slot], height: float = 8.2) -> None:
    """Draw numbered rows to sign, `height` millimetres high."""
    total = sheet.width / MM
    sign = total * 0.36
    columns = (
        Column("No", 8, "c"),
        Column("Nama", (total - sign - 8) * 0.55),
        Column("Jabatan", (total - sign - 8) * 0.45),
        Column("Tanda tangan", sign),
    )
    rows = [
        Row((str(number), slot.name or "." * 20, slot.role, f"{number}."), height=height)
        for number, slot in enumerate(slots, 1)
    ]
    table(sheet, columns, rows, Look(size=9.2))


def saksi_rows(sheet: Sheet, saksi: Sequence[SaksiLine], height: float = 9) -> None:
    """Draw one row per witness: present or not, signature, or a box to refuse with a reason."""
    total = sheet.width / MM
    free = total - 15 - 14
    columns = (
        Column("Calon", 15, "c"),
        Column("Nama saksi", free * 0.36),
        Column("Hadir", 14, "c"),
        Column("Tanda tangan", free * 0.31),
        Column("Menolak, alasan", free * 0.33),
    )
    rows = [
        Row(
            (
                one.calon,
                one.name or "." * 18,
                _PRESENT[one.present],
                "",
                f"☑ {one.refusal}" if one.refusal else f"☐ {'.' * 14}",
            ),
            height=height,
        )
        for one in saksi
    ]
    table(sheet, columns, rows, Look(size=9.2))


def rows_side_by_side(
    sheet: Sheet, slots: Sequence[Slot], saksi: Sequence[SaksiLine], height: float
) -> None:
    """Draw signing rows on the left and witness rows on the right, kept together by the caller."""
    left = sheet.width * 0.46
    top, page = sheet.y, sheet.page
    with sheet.inset(right=sheet.width - left + 2 * MM):
        signing_rows(sheet, slots, height)
    bottom = sheet.y
    if saksi:
        if sheet.page == page:
            sheet.y = top
        with sheet.inset(left=left + 2 * MM):
            saksi_rows(sheet, saksi, height)
    sheet.y = min(sheet.y, bottom) if sheet.page == page else sheet.y
