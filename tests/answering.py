"""Answers a screen's questions in the order given, and remembers what was asked."""

from pathlib import Path

from pilkades_desk.kits.qt.ask import Answers, Check, FileKind, Form, Question, no_faults


class Answering:
    """Stands in for the person at the keyboard; a question without an answer left is a fault."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.forms: list[Form] = []
        self.checks: list[Check] = []

    def _answer(self, title: str) -> object:
        self.asked.append(title)
        return self.answers.pop(0)

    def choose_file(self, title: str, kind: FileKind) -> Path | None:
        answer = self._answer(title)
        return None if answer is None else Path(str(answer))

    def choose_folder(self, title: str) -> Path | None:
        answer = self._answer(title)
        return None if answer is None else Path(str(answer))

    def choose_new_file(self, title: str, kind: FileKind, name: str) -> Path | None:
        answer = self._answer(title)
        return None if answer is None else Path(str(answer))

    def confirm(self, question: Question) -> bool:
        return bool(self._answer(question.title))

    def password(self, title: str, sentence: str) -> str | None:
        answer = self._answer(title)
        return None if answer is None else str(answer)

    def form(self, form: Form, check: Check = no_faults) -> Answers | None:
        self.forms.append(form)
        self.checks.append(check)
        answer = self._answer(form.title)
        if answer is None:
            return None
        assert isinstance(answer, dict)
        answers = {box.name: str(answer.get(box.name, box.value)) for box in form.boxes}
        assert check(answers) == {}, "the form would stay open"
        return answers

    def choose_files(self, title: str, kind: FileKind) -> tuple[Path, ...]:
        answer = self._answer(title)
        assert isinstance(answer, tuple)
        return tuple(Path(str(one)) for one in answer)

    def text(self, title: str, sentence: str, least: int = 1) -> str | None:
        answer = self._answer(title)
        return None if answer is None else str(answer)

    def tell(self, title: str, sentence: str, hint: str = "") -> None:
        self.asked.append(title)
