"""Slips of one height below each other, to be cut apart: what all share is drawn once a page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.pdf.cutting import cut_line
from pilkades_desk.kits.pdf.page import MM, stamp
from pilkades_desk.kits.pdf.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Slips:
    """How a slip is drawn, given its upper edge in points.

    `standing` draws what is the same on all, `own` gives the operators of one by its index.
    """

    height: float
    """In millimetres."""
    standing: Callable[[float], None]
    own: Callable[[int, float], Iterable[str]]


def slips(sheet: Sheet, plan: Slips, count: int, progress: Progress = quiet) -> None:
    """Draw all slips, as many on a page as fit, with a dashed line to cut below each."""
    height = plan.height * MM
    done = 0
    while done < count:
        sheet.need(height)
        fitting = min(count - done, int(sheet.room / height))
        if sheet.draws:
            _page(sheet, plan, (done, fitting))
            progress(done + fitting, count)
        sheet.y -= fitting * height
        done += fitting


def _page(sheet: Sheet, plan: Slips, span: tuple[int, int]) -> None:
    first, fitting = span
    tops = [sheet.y - number * plan.height * MM for number in range(fitting)]

    def standing() -> None:
        for top in tops:
            plan.standing(top)
            cut_line(sheet, top - plan.height * MM)

    stamp(sheet.canvas, f"lembar-{sheet.y:.0f}-{fitting}", sheet.frame, standing)
    code = [part for number, top in enumerate(tops) for part in plan.own(first + number, top)]
    sheet.canvas._code.append("\n".join(code))  # noqa: SLF001 -- a page's text in one piece
