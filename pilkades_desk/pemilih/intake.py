"""One import in memory: takes rows one by one and sorts them into voters and rows to repair."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pilkades_desk.core.findings import Finding
from pilkades_desk.pemilih.findings import E202
from pilkades_desk.pemilih.rules import (
    Penilaian,
    TwinKeys,
    find_twin,
    judge_row,
    subject_of,
    twin_keys,
)
from pilkades_desk.pemilih.spreadsheet import UntrustedRow
from pilkades_desk.pemilih.values import Pemilih, PemilihBaru, PemilihFields, SyaratPemilih


@dataclass(frozen=True, slots=True)
class Taken:
    """A row that became a voter, with its warnings."""

    row: UntrustedRow
    pemilih: PemilihBaru
    temuan: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that did not, with the errors against it."""

    row: UntrustedRow
    temuan: tuple[Finding, ...]


@dataclass(slots=True)
class Intake:
    """Knows who is in the list already; `stored` holds them by NIK, `places` where each stands."""

    syarat: SyaratPemilih
    stored: dict[str, Pemilih] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    twins: dict[str, str] = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    met: list[int] = field(default_factory=list)
    """Whom rows named again with the same content, by number, once for every such row."""
    received: dict[str, list[Pemilih]] = field(default_factory=dict)
    """By NIK, as they came, those who were corrected since: the same row again is no news."""

    @property
    def already(self) -> int:
        """Count the rows that were no news."""
        return len(self.met)

    def remember(self, daftar: Iterable[Pemilih], places: Mapping[int, str]) -> None:
        """Start from the voters already stored; struck ones are no likeness to warn of."""
        for pemilih in daftar:
            self.stored[pemilih.nik] = pemilih
            self._note(pemilih, places[pemilih.id], () if pemilih.coret else twin_keys(pemilih))

    def remember_received(self, daftar: Iterable[Pemilih]) -> None:
        """Know rows that were taken before and corrected since."""
        for pemilih in daftar:
            self.received.setdefault(pemilih.nik, []).append(pemilih)

    def take(self, row: UntrustedRow) -> Penilaian:
        """Judge one row against the law and against all rows before it."""
        judged = judge_row(row, self.syarat)
        subject = subject_of(row)
        if judged.pemilih is None:
            self.refused.append(Refused(row, judged.temuan))
            return judged
        pemilih = judged.pemilih
        same = (one for one in self.received.get(pemilih.nik, ()) if _same(one, pemilih))
        again = next(same, None)
        if again:
            self.met.append(again.id)
            return Penilaian(pemilih, ())
        if pemilih.nik in self.places:
            return self._meet_again(row, pemilih, subject)
        keys = twin_keys(pemilih)
        twins = find_twin(keys, self.twins, subject)
        judged = Penilaian(pemilih, (*judged.temuan, *twins))
        self.taken.append(Taken(row, pemilih, judged.temuan))
        self._note(pemilih, subject, keys)
        return judged

    def _meet_again(self, row: UntrustedRow, pemilih: PemilihBaru, subject: str) -> Penilaian:
        """The same content as stored before is no news; anything else is a second use of a NIK."""
        known = self.stored.get(pemilih.nik)
        if known and _same(known, pemilih):
            self.met.append(known.id)
            return Penilaian(pemilih, ())
        errors = (E202.at(subject, tempat=self.places[pemilih.nik]),)
        self.refused.append(Refused(row, errors))
        return Penilaian(None, errors)

    def _note(self, pemilih: PemilihFields, place: str, keys: TwinKeys) -> None:
        self.places[pemilih.nik] = place
        for _, key in keys:
            self.twins.setdefault(key, place)


_FIELDS = set(PemilihFields.model_fields)


def _same(one: PemilihFields, two: PemilihFields) -> bool:
    return one.model_dump(include=_FIELDS) == two.model_dump(include=_FIELDS)
