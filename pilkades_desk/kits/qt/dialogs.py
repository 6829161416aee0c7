"""The questions of `ask` as short dialogs: one decision each, the safe button first in line."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from pilkades_desk.kits.qt.ask import Answers, Check, FileKind, Form, Question, no_faults
from pilkades_desk.kits.qt.form import FormRow, PasswordField
from pilkades_desk.kits.qt.form_dialog import FormDialog
from pilkades_desk.kits.qt.short_dialog import ShortDialog


class TextDialog(ShortDialog):
    """Asks for one text; the button wakes when there is enough of it."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, least: int) -> None:
        super().__init__(parent, title, sentence)
        self._least = least
        self.field = QPlainTextEdit()
        self.field.setFixedHeight(96)
        self.field.setTabChangesFocus(True)
        self.put(
            FormRow("Isian", self.field, f"Paling sedikit {least} huruf." if least > 1 else "")
        )
        self.close_with("Simpan")
        self.field.textChanged.connect(self._weigh)
        self._weigh()

    def answer(self) -> str:
        """Give the text without blanks around it."""
        return self.field.toPlainText().strip()

    def _weigh(self) -> None:
        self.do_button.setEnabled(len(self.answer()) >= self._least)


class PasswordDialog(ShortDialog):
    """Asks for one password; it leaves with the dialog."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str) -> None:
        super().__init__(parent, title, sentence)
        self.field = PasswordField()
        self.put(FormRow("Kata sandi", self.field))
        self.close_with("Lanjut")
        self.do_button.setEnabled(False)
        self.field.textChanged.connect(self._weigh)

    def _weigh(self, text: str) -> None:
        self.do_button.setEnabled(bool(text))


class AskWindow:
    """Asks with real dialogs over one window."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def choose_file(self, title: str, kind: FileKind) -> Path | None:
        """Ask for one existing file."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", kind.filter)
        return Path(name) if name else None

    def choose_files(self, title: str, kind: FileKind) -> tuple[Path, ...]:
        """Ask for one or more existing files."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, title, "", kind.filter)
        return tuple(Path(name) for name in names)

    def choose_folder(self, title: str) -> Path | None:
        """Ask for one existing folder."""
        name = QFileDialog.getExistingDirectory(self._parent, title)
        return Path(name) if name else None

    def choose_new_file(self, title: str, kind: FileKind, name: str) -> Path | None:
        """Ask where to write a file, suggesting a name."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, name, kind.filter)
        return Path(chosen) if chosen else None

    def confirm(self, question: Question) -> bool:
        """Ask for a yes; Escape and closing mean no."""
        dialog = ShortDialog(self._parent, question.title, question.sentence)
        dialog.close_with(question.do, look="danger" if question.is_grave else "primary")
        return self._asked(dialog)

    def password(self, title: str, sentence: str) -> str | None:
        """Ask for a password."""
        dialog = PasswordDialog(self._parent, title, sentence)
        return self._answered(dialog, dialog.field.text)

    def form(self, form: Form, check: Check = no_faults) -> Answers | None:
        """Ask for several things at once."""
        dialog = FormDialog(self._parent, form, check)
        return dialog.answers() if self._asked(dialog) else None

    def text(self, title: str, sentence: str, least: int = 1) -> str | None:
        """Ask for words of at least so many characters."""
        dialog = TextDialog(self._parent, title, sentence, least)
        return self._answered(dialog, dialog.answer)

    def tell(self, title: str, sentence: str, hint: str = "") -> None:
        """Say something and wait until it is read."""
        dialog = ShortDialog(self._parent, title, sentence, hint)
        dialog.close_with("Tutup", may_cancel=False)
        self._asked(dialog)

    def _answered(self, dialog: QDialog, answer: Callable[[], str]) -> str | None:
        return answer() if self._asked(dialog) else None

    @staticmethod
    def _asked(dialog: QDialog) -> bool:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted
