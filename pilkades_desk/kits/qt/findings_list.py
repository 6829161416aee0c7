"""Findings as a list: code and subject, what is wrong, what to do now."""

from collections.abc import Sequence

from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.entries_list import EntriesList, EntriesModel, Entry
from pilkades_desk.kits.qt.widgets import Card, label


class FindingsModel(EntriesModel):
    """One row a finding, errors before warnings."""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, errors first, otherwise in the order given."""
        ordered = sorted(findings, key=lambda each: not each.is_error)
        self.show_entries([_entry(each) for each in ordered])


class FindingsList(EntriesList):
    """Findings under each other, read out with code, subject, fault and remedy."""

    def __init__(self, name: str = "Temuan") -> None:
        self._model = FindingsModel()
        super().__init__(name, self._model)
        self._model.setParent(self)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        self._model.show_findings(findings)


class FindingsPanel(Card):
    """The findings with their number above; says so when there are none."""

    def __init__(self) -> None:
        self._heading = label("", "heading")
        self._list = FindingsList()
        super().__init__(self._heading, self._list, spacing=8)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        wrong = sum(each.is_error for each in findings)
        words = f"{wrong} galat, {len(findings) - wrong} peringatan"
        self._heading.setText(words if findings else "Tidak ada temuan")
        self._list.show_findings(findings)


def _entry(finding: Finding) -> Entry:
    icon, tone = ("circle-x", "bad") if finding.is_error else ("triangle-alert", "warn")
    head = f"{finding.code} · {finding.subject}"
    return Entry(icon, tone, head, finding.text, f"→ {finding.do_now}")
