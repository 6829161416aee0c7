"""Places to sign on paper: signature blocks with a stamp area, member rows, witness rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from pilkades_desk.kits.pdf.fonts import BOLD, ITALIC, REGULAR, fit_line, width
from pilkades_desk.kits.pdf.page import FAINT, INK, MM
from pilkades_desk.kits.pdf.prose import centred, dotted
from pilkades_desk.kits.pdf.sheet import Sheet
from pilkades_desk.kits.pdf.tables import Column, Look, Row, table

_INK_ROOM = 23 * MM


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to sign; an empty name prints dots, `stamp` leaves room for the seal."""

    role: str
    name: str = ""
    stamp: bool = False


@dataclass(frozen=True, slots=True)
class Witness:
    """One witness row: for which candidate, name, and a refusal with its reason if there is one."""

    candidate: str
    name: str
    present: bool
    refusal: str = ""


def signature_block(sheet: Sheet, slots: Sequence[Slot], columns: int = 2, above: str = "") -> None:
    """Draw places to sign in columns; `above` (place and date) stands over the last column."""
    for start in range(0, len(slots), columns):
        _line_of_slots(sheet, slots[start : start + columns], columns, above if start == 0 else "")


def _line_of_slots(sheet: Sheet, slots: Sequence[Slot], columns: int, above: str) -> None:
    sheet.need(_INK_ROOM + 62)
    share = sheet.width / columns
    offset = columns - len(slots)  # a lone slot stands on the right, as ketua does in letters
    if above:
        middle = sheet.left + share * (columns - 0.5)
        sheet.y -= centred(sheet, middle, above, (REGULAR, 10.5, share - 4 * MM)) + 2
    middles = [sheet.left + share * (index + offset + 0.5) for index in range(len(slots))]
    room = share - 6 * MM
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


def _name(sheet: Sheet, middle: float, name: str, room: float) -> float:
    if name:
        height = centred(sheet, middle, name, (BOLD, 10.5, room))
        length = min(room, max(50 * MM, width(name, BOLD, 10.5) + 6))
    else:
        height, length = 13.0, min(room, 55 * MM)
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


def member_rows(sheet: Sheet, members: Sequence[Slot]) -> None:
    """Draw numbered rows to sign."""
    total = sheet.width / MM
    sign = total * 0.42
    columns = (
        Column("No", 9, "c"),
        Column("Nama", total * 0.58 - 9 - 34),
        Column("Jabatan", 34),
        Column("Tanda tangan", sign),
    )
    rows = [
        Row((str(number), slot.name or "." * 34, slot.role, f"{number}."), height=9.5)
        for number, slot in enumerate(members, 1)
    ]
    table(sheet, columns, rows, Look())


def witness_rows(sheet: Sheet, witnesses: Sequence[Witness]) -> None:
    """Draw one row per witness: present or not, signature, or a box to refuse with a reason."""
    total = sheet.width / MM
    columns = (
        Column("Calon", 40),
        Column("Nama saksi", (total - 58) * 0.36),
        Column("Hadir", 18, "c"),
        Column("Tanda tangan", (total - 58) * 0.27),
        Column("Menolak, alasan", (total - 58) * 0.37),
    )
    rows = [
        Row(
            (
                witness.candidate,
                witness.name or "." * 24,
                "ya" if witness.present else "tidak",
                "",
                f"☑ {witness.refusal}" if witness.refusal else f"☐ {'.' * 26}",
            ),
            height=11,
        )
        for witness in witnesses
    ]
    table(sheet, columns, rows, Look())
