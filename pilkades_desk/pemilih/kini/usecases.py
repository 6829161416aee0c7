"""Changing the list within an act: the history, the list and its warnings in one unit of work."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.pemilih import records
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.kini import store
from pilkades_desk.pemilih.kini.rules import (
    alters_likeness,
    check_replay,
    find_likenesses,
    keys_of,
)
from pilkades_desk.pemilih.kini.values import Perubahan, Sebab
from pilkades_desk.pemilih.values import Pemilih

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


def change_in(
    act: Act,
    changes: Sequence[Perubahan],
    sebab: Sebab,
    temuan: Mapping[int, Sequence[Finding]] | None = None,
) -> int:
    """Change voters within an act; gives the number the act's changes share (S-264).

    `temuan` has the warnings that now hold of a voter by themselves, in place of all before;
    those about others alike are found here, for whoever they concern.
    """
    session = act.session
    alike = alters_likeness(changes)
    before = store.read_pemilih(session, alike)
    number = store.write_changes(session, changes, sebab, (act.akun.id, utc_text(act.now)))
    if temuan:
        _replace_own(session, temuan)
    if alike:
        _look_for_likeness(session, (*before, *store.read_pemilih(session, alike)))
    return number


def check_kini(meja: Meja) -> tuple[Finding, ...]:
    """Compare the list with what was received and every change since (S-264)."""
    with meja.read() as session:
        entries: defaultdict[int, list[Perubahan]] = defaultdict(list)
        for one in store.read_entries(session):
            entries[one.perubahan.pemilih_id].append(one.perubahan)
        return check_replay(store.read_received(session), entries, store.read_kini(session))


def _replace_own(session: "Session", temuan: Mapping[int, Sequence[Finding]]) -> None:
    gone = [(nomor, kode) for nomor, kode, *_ in pemilih_store.read_temuan_of(session, temuan)]
    lines = pemilih_store.read_lines(session, temuan)
    rows: list[records.Record] = []
    for nomor, found in temuan.items():
        rows += records.temuan_records(found, lines[nomor].batch, nomor)
    store.replace_warnings(session, gone, rows)


def _look_for_likeness(session: "Session", daftar: Sequence[Pemilih]) -> None:
    """Judge anew who reminds of whom among all that share a key with these, before and now."""
    near = store.read_likely(session, daftar)
    told = list(find_likenesses(near, keys_of(daftar)))
    ids = {other for _, _, other in told if other} | {nomor for nomor, _, _ in told}
    lines = pemilih_store.read_lines(session, ids)
    rows = []
    for nomor, kind, other in told:
        if other is not None:
            finding = kind.at(lines[nomor].subject, tempat=lines[other].place)
            rows += records.temuan_records((finding,), lines[nomor].batch, nomor)
    store.replace_warnings(session, [(nomor, kind.code) for nomor, kind, _ in told], rows)
