"""People who come in by name and not by a sheet: from another laptop or from a paper round.

They run through the same rules as a row of a sheet and stand in a batch of their own.
"""

from collections.abc import Mapping, Sequence

from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.pemilih.spreadsheet import UntrustedRow
from pilkades_desk.pemilih.sumber import UMUM, sources
from pilkades_desk.pemilih.usecases import add_batch, start_intake, store_taken
from pilkades_desk.pemilih.values import Isian


def typed_row(typed: Mapping[Isian, str], lembar: str, baris: int) -> UntrustedRow:
    """Give somebody's fields as typed, as a row that says where they were typed from."""
    cells = {isian: Cell(text, "text") if text.strip() else EMPTY for isian, text in typed.items()}
    return UntrustedRow(sources()[UMUM], lembar, baris, (), (), {}, cells)


def add_people_in(
    act: Act, meja: Meja, rows: Sequence[UntrustedRow], asal: tuple[str, str]
) -> tuple[int, ...]:
    """Take people in within an act that does more; refused as a whole (S-202, S-203, S-204).

    `asal` names where they come from and the digest of it.

    Raises:
        StateError: a rule stands against one of them, named with where it was typed from.
    """
    intake = start_intake(meja, act.session)
    for row in rows:
        judged = intake.take(row)
        if judged.pemilih is None:
            first = judged.temuan[0]
            raise StateError(f"{first.code}: {first.subject}: {first.text}", first.do_now)
    batch = add_batch(act, intake, *asal)
    return tuple(store_taken(act.session, intake, batch))
