"""What to print of the units: asks which list of which unit."""

from collections.abc import Callable, Mapping, Sequence

from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask, Box, BoxKind, Form
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.tps.values import Daftar, UnitHitung

PrintLists = Callable[[Daftar, Sequence[int], Progress], tuple[Printout, ...]]
EVERY = "Semua TPS"


def ask_lists(
    ask: Ask, units: Sequence[UnitHitung], chosen: int | None
) -> tuple[Daftar, tuple[int, ...]] | None:
    """Ask what to print, suggesting the chosen unit; no number means every unit."""
    names: Mapping[str, tuple[int, ...]] = {EVERY: ()} | {one.nama: (one.nomor,) for one in units}
    suggested = next((one.nama for one in units if one.nomor == chosen), EVERY)
    form = Form(
        "Cetak daftar TPS",
        "Undangan yang dicetak lagi tetap sama. Daftar berisi data pribadi; simpan di tempat aman.",
        "Buat daftar",
        (
            Box("daftar", "Daftar", BoxKind.CHOICE, choices=tuple(Daftar)),
            Box("unit", "Untuk", BoxKind.CHOICE, suggested, choices=tuple(names)),
        ),
    )
    answers: Answers | None = ask.form(form)
    if answers is None:
        return None
    return Daftar(answers["daftar"]), names[answers["unit"]]
