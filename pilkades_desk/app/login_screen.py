"""Login: choose an account, give the password. Loads nothing of the database until it is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.form import FormRow, PasswordField, choice
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.page import ScrollPage
from pilkades_desk.kits.qt.widgets import Card, button, column, icon_label, label, row

Wait = Callable[[str], int]
"""Gives how many seconds an account has to wait after too many wrong passwords."""
_SECOND = 1000
LogIn = Callable[[str, str], object]
"""Takes account name and password, gives the opened desk; AccessError when they do not open it."""


class LoginScreen(QWidget):
    """Emits `opened` with whatever the login gave."""

    opened = Signal(object)
    recovery_requested = Signal()
    restore_requested = Signal()

    def __init__(
        self, desa: str, accounts: Sequence[str], log_in: LogIn, wait: Wait = lambda _name: 0
    ) -> None:
        super().__init__()
        self._log_in = log_in
        self._wait = wait
        self._left = 0
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._job = Job(self)
        self._account = choice(accounts)
        self._password = PasswordField()
        self._banner = Banner()
        self._enter = button("Buka pemilihan", self.enter, look="primary", icon="lock-open")
        self._lost = button("Lupa kata sandi", self.recovery_requested.emit, look="quiet")
        self._caps = label("⚠ Caps Lock menyala.", "fault")
        self._caps.hide()
        self._waiting = label("", "fault", wrap=True)
        self._waiting.hide()
        self.restore = button("Pulihkan dari cadangan", self.restore_requested.emit, icon="history")
        self.restore.hide()
        self._lay_out(desa)
        self._password.returnPressed.connect(self.enter)
        self._password.textChanged.connect(self._weigh)
        self._job.finished.connect(self._welcome)
        self._job.failed.connect(self._refuse)
        self._job.busy_changed.connect(self._hold)
        self._tick.timeout.connect(self._count_down)
        self._account.currentTextChanged.connect(self._look_at_wait)
        self._password.caps_seen.connect(self._caps.setVisible)
        self._look_at_wait()
        self.setFocusProxy(self._password)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Wait for the password at once."""
        super().showEvent(event)
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def enter(self) -> None:
        """Try the password off the window's thread: the key derivation takes a second."""
        if self._job.is_busy or self._left or not self._password.text():
            return
        self._banner.hide()
        account, password = self._account.currentText(), self._password.text()

        def work(progress: Progress) -> object:  # noqa: ARG001 -- a derivation has no steps
            return self._log_in(account, password)

        self._job.start(work)

    @Slot()
    def offer_restore(self) -> None:
        """Show the way back when the file itself is at fault."""
        self.restore.show()

    def tell(self, tone: str, sentence: str, hint: str) -> None:
        """Say what happened before this login."""
        self._banner.tell(tone, sentence, hint)

    def _lay_out(self, desa: str) -> None:
        brand = row(icon_label("vote", "brand", 36), label("Pilkades Desk", "display"), None)
        buttons = column(self._enter, self.restore, self._lost, spacing=6)
        card = Card(
            label("Masuk", "heading"),
            label(desa, "muted", wrap=True),
            self._banner,
            FormRow("Akun", self._account),
            FormRow("Kata sandi", self._password),
            self._caps,
            self._waiting,
            buttons,
            spacing=14,
        )
        note = row(icon_label("shield-check", "muted", 18), _note(), spacing=8)
        note.setStretch(1, 1)
        whole = column(None, brand, card, note, None, spacing=18)
        holder = QWidget()
        holder.setLayout(whole)
        holder.setFixedWidth(400)
        centered = QHBoxLayout()
        centered.addStretch(1)  # no alignment: an aligned item measures its text too wide
        centered.addWidget(holder)
        centered.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(centered))

    def _weigh(self) -> None:
        free = not self._job.is_busy and not self._left
        self._enter.setEnabled(bool(self._password.text()) and free)

    def _look_at_wait(self) -> None:
        """See whether the chosen account has to wait, and count the seconds."""
        self._say_wait(self._wait(self._account.currentText()))

    def _count_down(self) -> None:
        self._say_wait(self._left - 1)

    def _say_wait(self, seconds: int) -> None:
        self._left = seconds
        self._waiting.setText(f"Terlalu banyak kata sandi salah; tunggu {seconds} detik.")
        self._waiting.setVisible(bool(seconds))
        if seconds:
            self._banner.hide()  # it would say the seconds of before
            self._tick.start()
        else:
            self._tick.stop()
        self._weigh()

    def _hold(self, busy: bool) -> None:
        self._account.setDisabled(busy)
        self._password.setDisabled(busy)
        self._enter.setText(" Membuka …" if busy else " Buka pemilihan")
        self._weigh()

    def _refuse(self, sentence: str, hint: str) -> None:
        self._banner.tell_failure(sentence, hint)
        self._password.clear()
        self._password.setFocus()
        self._look_at_wait()

    def _welcome(self, desk: object) -> None:
        self._password.clear()
        self.opened.emit(desk)


def _note() -> QWidget:
    return label(
        "Data hanya ada di laptop ini dan terkunci dengan kata sandi Anda.", "muted", wrap=True
    )
