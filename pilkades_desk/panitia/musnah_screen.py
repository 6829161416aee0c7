"""Destroying the election's data from step 1: everything asked first, then the keys go at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers, Ask
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.panitia import forms


@dataclass(frozen=True, slots=True)
class MusnahActs:
    """What ends the election, bound to the open desk.

    `places` gives where the program keeps copies, `order` takes what was typed and the places that
    were shown, `last` says until when data stay.
    """

    may: Callable[[], bool]
    desa: str
    last: str
    second: Callable[[], tuple[str, ...]]
    check: Callable[[Answers], Mapping[str, str]]
    places: Callable[[], Sequence[Path]]
    order: Callable[[Answers, Sequence[Path]], object]
    leave: Callable[[], object]


class Destroying(QObject):
    """Asks what is needed and gives the order; afterwards the desk is left."""

    ordered = Signal()

    def __init__(self, acts: MusnahActs, ask: Ask, banner: Banner) -> None:
        super().__init__(banner)
        self._acts = acts
        self._ask = ask
        self.job = Job(self)
        self.job.finished.connect(self._leave)

    @Slot()
    def start(self) -> None:
        """Ask and order."""
        acts = self._acts
        places = acts.places()
        form = forms.destroy_form(acts.desa, acts.last, places, acts.second())
        answers = self._ask.form(form, acts.check)
        if answers is None:
            return
        if answers[forms.COPIES] == forms.PICK:
            picked = self._ask.choose_folder("Map lain berisi salinan")
            if picked is None:
                return
            places = (*places, picked)

        def work(progress: Progress) -> object:  # noqa: ARG001 -- a few files have no steps
            return acts.order(answers, places)

        self.job.start(work)

    @Slot(object)
    def _leave(self, _perintah: object) -> None:
        self.ordered.emit()
        self._acts.leave()
