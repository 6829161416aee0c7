"""A village's log as its acts wrote it, and what an insider with the file's key may do to it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pilkades_desk.core.audit import AuditEntry, AuditHead, Checkpoint, link, walk
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import SLOTS_NAME
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import OrangBaru, add_orang
from pilkades_desk.panitia.periksa import Laporan, Terdaftar, check_anchor, check_log
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import make_village_keys
from tests.makers import approve_both, make_meja, make_operators

SEAL = "ab" * 32


@dataclass(frozen=True)
class Log:
    """Entries, signed heads, accounts, and the head the keyslot file keeps."""

    entries: tuple[AuditEntry, ...]
    checkpoints: tuple[Checkpoint, ...]
    terdaftar: Terdaftar
    anchor: str

    def check(self) -> Laporan:
        """The log against itself, its accounts and the keyslot file."""
        found = check_log(self.entries, self.checkpoints, self.terdaftar)
        if not found.menyambung:
            return found
        hashes = {each.seq: each.hash for each in self.entries}
        outside = check_anchor(self.anchor, hashes, found.kepala)
        return Laporan(found.kepala, (*found.temuan, *outside))

    @property
    def codes(self) -> list[str]:
        """The codes found, each once."""
        return sorted({each.code for each in self.check().temuan})

    @property
    def own_codes(self) -> list[str]:
        """The codes found without the keyslot file."""
        found = check_log(self.entries, self.checkpoints, self.terdaftar)
        return sorted({each.code for each in found.temuan})

    def at(self, aksi: Aksi) -> int:
        """The place of the last entry of an act."""
        return max(n for n, each in enumerate(self.entries) if f'"{aksi.value}"' in each.body)

    def rebuilt(self, bodies: list[str]) -> "Log":
        """Other bodies under right hashes; signed heads stay where they were."""
        return replace(self, entries=chained(bodies))

    @property
    def bodies(self) -> list[str]:
        """The bodies alone."""
        return [each.body for each in self.entries]


def chained(bodies: list[str]) -> tuple[AuditEntry, ...]:
    """Entries that follow from each other."""
    entries: list[AuditEntry] = []
    head = walk(())
    for body in bodies:
        entry = AuditEntry(head.seq + 1, body, head.hash, link(head.hash, body))
        entries.append(entry)
        head = AuditHead(entry.seq, entry.hash)
    return tuple(entries)


def play(meja: Meja) -> tuple[Meja, Meja]:
    """A village's first days: accounts, keys, a signing person, entries, a final form."""
    first, second = make_operators(meja)
    make_village_keys(meja)
    add_orang(meja, OrangBaru(nama="Sri Uji", jabatan="Sekretaris", sandi="daun pisang sore"))
    for number in range(12):
        note(first if number % 2 else second, f"form-hitung/{number % 3 + 1}/1")
    approve_form(meja, first)
    for number in range(4):
        note(second, f"form-hitung/{number % 3 + 1}/1")
    return first, second


def note(meja: Meja, objek: str) -> None:
    """One small act."""
    with meja.act(Aksi.ENTRI_FORM) as act:
        act.record(objek, langkah="isi", isian="suara_1")
        act.commit()


def approve_form(meja: Meja, second: Meja) -> None:
    """One act of two people."""
    approvals = approve_both(meja, second, Aksi.FINALKAN_FORM, SEAL)
    with meja.act(Aksi.FINALKAN_FORM) as act:
        act.require_two(SEAL, approvals)
        act.record("form-hitung/1/1", langkah="final", segel=SEAL)
        act.commit()


def read_log(meja: Meja) -> Log:
    """What the file and its keyslots say now."""
    with meja.read() as session:
        return Log(
            tuple(audit_log.read_entries(session)),
            tuple(audit_log.read_checkpoints(session)),
            Terdaftar.of(store.read_akun(session), store.read_account_keys(session)),
            read_slots(meja.folder / SLOTS_NAME).head,
        )


@cache
def whole_log() -> Log:
    """The log of a village that was closed as it should be."""
    with TemporaryDirectory() as folder:
        meja = make_meja(Path(folder))
        play(meja)
        meja.close()
        again = replace_file(meja)
        try:
            return read_log(again)
        finally:
            again.file.close()


def replace_file(meja: Meja) -> Meja:
    """The same desk on its file opened anew, without a login."""
    from pilkades_desk.app.schema import SCHEMA
    from pilkades_desk.kits.storage.election_file import ElectionFile
    from tests.makers import KETUA

    keys = read_slots(meja.folder / SLOTS_NAME).open_slot(KETUA.nama, KETUA.sandi)
    file = ElectionFile.open(meja.folder / "pemilihan.db", keys.file_keys[0], SCHEMA)
    return replace(meja, file=file)


def delete(log: Log, chance: random.Random) -> list[str]:
    bodies = log.bodies
    del bodies[chance.randrange(len(bodies))]
    return bodies


def edit(log: Log, chance: random.Random) -> list[str]:
    bodies = log.bodies
    at = chance.randrange(len(bodies))
    place = chance.randrange(len(bodies[at]))
    sign = chance.choice([each for each in "0123456789abcxyz" if each != bodies[at][place]])
    bodies[at] = bodies[at][:place] + sign + bodies[at][place + 1 :]
    return bodies


def swap(log: Log, chance: random.Random) -> list[str]:
    bodies = log.bodies
    one, other = chance.sample(range(len(bodies)), 2)
    bodies[one], bodies[other] = bodies[other], bodies[one]
    return bodies


def truncate(log: Log, chance: random.Random) -> list[str]:
    return log.bodies[: chance.randrange(len(log.entries))]


def insert(log: Log, chance: random.Random) -> list[str]:
    bodies = log.bodies
    # inside only: whoever has the key may go on writing small acts at the end, like any account
    bodies.insert(chance.randrange(len(bodies)), chance.choice(bodies))
    return bodies


DEEDS: tuple[Callable[[Log, random.Random], list[str]], ...] = (
    delete, edit, swap, truncate, insert,
)  # fmt: skip


def plain(log: Log, bodies: list[str]) -> Log:
    """Rows changed as they lie: numbers, links and hashes travel with their bodies or stay."""
    rows = {each.body: each for each in log.entries}
    kept = tuple(
        (rows.get(body) or log.entries[min(place, len(log.entries) - 1)])._replace(body=body)
        for place, body in enumerate(bodies)
    )
    return replace(log, entries=kept)


def rebuilt(log: Log, bodies: list[str]) -> Log:
    """All hashes made anew, signed heads left."""
    return log.rebuilt(bodies)


def rebuilt_and_cut(log: Log, bodies: list[str]) -> Log:
    """All hashes made anew, signed heads that no longer fit thrown away."""
    made = log.rebuilt(bodies)
    heads = {(each.seq, each.hash) for each in made.entries}
    fit = tuple(each for each in log.checkpoints if (each.head.seq, each.head.hash) in heads)
    return replace(made, checkpoints=fit)


def rebuilt_and_moved(log: Log, bodies: list[str]) -> Log:
    """All hashes made anew, signed heads pointed at the new ones; the signatures stay old."""
    made = log.rebuilt(bodies)
    heads = {each.seq: AuditHead(each.seq, each.hash) for each in made.entries}
    moved = (
        replace(each, head=heads[each.head.seq])
        for each in log.checkpoints
        if each.head.seq in heads
    )
    return replace(made, checkpoints=tuple(moved))


WAYS: tuple[Callable[[Log, list[str]], Log], ...] = (
    plain, rebuilt, rebuilt_and_cut, rebuilt_and_moved,
)  # fmt: skip


def manipulations(log: Log, count: int) -> Iterator[tuple[str, Log]]:
    """So many random manipulations, every deed in every way in turn, with its name."""
    chance = random.Random(2027)
    for number in range(count):
        deed, way = DEEDS[number % len(DEEDS)], WAYS[number // len(DEEDS) % len(WAYS)]
        yield f"{number} {deed.__name__} {way.__name__}", way(log, deed(log, chance))
