"""What went wrong or well, in one sentence and one hint, at the top of a page."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel

from pilkades_desk.core.errors import PilkadesError
from pilkades_desk.kits.qt.icons import wear
from pilkades_desk.kits.qt.widgets import button, column, icon_label, label, row, tool_button

_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-x", "info": "info"}
_WORDS = {"ok": "Berhasil", "warn": "Perhatian", "bad": "Tidak berhasil", "info": "Keterangan"}


class Banner(QFrame):
    """Hidden until told something; closes with its cross."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self._icon = icon_label("info", "info", 22)
        self._sentence = label("", "strong", wrap=True)
        self._hint = label("", wrap=True)
        self.offered = button("", self._take)
        self._act: Callable[[], object] | None = None
        close = tool_button("Tutup pemberitahuan", "x", self.hide, look="bare")
        words = column(self._sentence, self._hint, spacing=2)
        filled = row(self._icon, words, self.offered, close, spacing=12)
        filled.setStretch(1, 1)
        filled.setContentsMargins(14, 8, 8, 8)
        self.setLayout(filled)
        self.hide()

    def tell(self, tone: str, sentence: str, hint: str = "") -> None:
        """Show a sentence; tones are ok, warn, bad, info. What was offered before is gone."""
        self._act = None
        self.offered.hide()
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        wear(self._icon, _ICONS[tone], tone, 22)
        self._icon.setAccessibleName(_WORDS[tone])
        self.setAccessibleName(f"{_WORDS[tone]}: {sentence} {hint}".strip())
        _say(self._sentence, sentence)
        _say(self._hint, hint)
        self.show()

    def offer(self, text: str, act: Callable[[], object]) -> None:
        """Offer one act beside what was just told, such as taking it back."""
        self._act = act
        self.offered.setText(text)
        self.offered.setAccessibleName(text)
        self.offered.show()

    def tell_failure(self, sentence: str, hint: str) -> None:
        """Show an expected failure; fits a job's `failed` signal."""
        self.tell("bad", sentence, hint)

    def tell_error(self, error: PilkadesError) -> None:
        """Show an expected failure caught by a screen."""
        self.tell("bad", error.sentence, error.hint)

    def _take(self) -> None:
        if self._act is not None:
            self._act()


def _say(place: QLabel, text: str) -> None:
    place.setText(text)
    place.setVisible(bool(text))
