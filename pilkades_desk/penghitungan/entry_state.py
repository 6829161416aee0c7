"""The life of one count form, from the empty row to the final copy.

::

                 start A             finish A, no open error
    KOSONG ───────────────► ENTRI_1 ─────────────────────────► ENTRI_1_SELESAI ◄─┐
      ▲  ▲     discard A      │  ▲                                ▲       │       │ discard B
      │  └────────────────────┘  │ start A (back to the paper)    │       │ start B ≠ A
      │              finish A,   │                                │       ▼       │
      │              open error  ▼       mark, last open error    │    ENTRI_2 ───┘
      │                     ENTRI_1_GALAT ────────────────────────┘       │ finish B
      │ reset                                                             │
      │ (any state            ┌───────────────── differ ──────────────────┤
      │ before FINAL)         ▼                                           │ same
      │                  PEMBETULAN ── A and B typed each again ──┐       │
      │                       │                                   │       │
      │       some still differ                        all agree  │       │
      │                       ▼                                   ▼       ▼
      │              PEMBACA_KETIGA ── two equal readings ──►  errors left?
      │                 ▲     │                                 │yes      │no
      │                 └─────┘                                 ▼         ▼
      │                another third person             SAMA_GALAT ──► SIAP_FINAL
      │                                              mark, last open      │ finalise, two people,
      │ withdraw (versi + 1)                                              ▼ one who typed nothing
      └───────────────────────────────────────────────────────────────  FINAL

Promises: every final figure was read alike by two people; nobody who reads a box again is shown a
figure, his own included; whoever looked at an error saw figures and does not type afterwards.
Refuses: everything else, each refusal by name (`RefusalKind`). An empty required box is never
explained away: the KPPS completes the paper. Functions are pure: state in, state out.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Self

from pydantic import model_validator

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.value import Value
from pilkades_desk.penghitungan.findings import key_of
from pilkades_desk.penghitungan.refusals import EntryRefusedError, RefusalKind, refuse_if
from pilkades_desk.penghitungan.rules import check_differences, check_empty, check_isi
from pilkades_desk.penghitungan.values import Acuan, FormHitung, Penjelasan, Tahap, is_possible


class Entri(Value):
    """One person's typing of the whole form; an absent box is empty."""

    akun: int
    isi: Mapping[str, int] = {}


class Bacaan(Value):
    """One person's second reading of one box; no figure means the box is empty on paper."""

    isian: str
    akun: int
    nilai: int | None


class EntryState(Value):
    """Everything about one form that is not final yet, and where it stands."""

    tahap: Tahap = Tahap.KOSONG
    versi: int = 1
    entri_1: Entri | None = None
    entri_2: Entri | None = None
    beda: tuple[str, ...] = ()
    bacaan: tuple[Bacaan, ...] = ()
    konsep: tuple[Bacaan, ...] = ()
    """Boxes of second readings that go on; they count for nothing before their reader ends it."""
    penjelasan: tuple[Penjelasan, ...] = ()
    pelihat: tuple[int, ...] = ()

    @property
    def pengetik(self) -> tuple[int, ...]:
        """Give everyone who typed a figure of this form, in order of appearance."""
        people = [entri.akun for entri in (self.entri_1, self.entri_2) if entri]
        people += [bacaan.akun for bacaan in self.bacaan]
        return tuple(dict.fromkeys(people))

    @model_validator(mode="after")
    def _entries_fit_stage(self) -> Self:
        first = self.tahap is not Tahap.KOSONG
        second = self.tahap in _TWICE
        if (self.entri_1 is not None, self.entri_2 is not None) != (first, second):
            raise ValueError(f"entries do not fit stage {self.tahap}")
        return self


_RUNNING = {Tahap.ENTRI_1: "entri_1", Tahap.ENTRI_2: "entri_2"}
MARKABLE = (Tahap.ENTRI_1_GALAT, Tahap.SAMA_GALAT, Tahap.SIAP_FINAL)
"""Stages in which nobody types, so that errors may be looked at and answered for."""
_TWICE = (
    Tahap.ENTRI_2,
    Tahap.PEMBETULAN,
    Tahap.PEMBACA_KETIGA,
    Tahap.SAMA_GALAT,
    Tahap.SIAP_FINAL,
    Tahap.FINAL,
)


def start(state: EntryState, akun: int) -> EntryState:
    """Begin or go on with an entry; the same typist coming back finds his progress (S-501)."""
    owner = state.entri_1.akun if state.entri_1 else None
    match state.tahap:
        case Tahap.KOSONG:
            refuse_if(akun in state.pelihat, RefusalKind.SUDAH_MELIHAT)
            return _become(state, tahap=Tahap.ENTRI_1, entri_1=Entri(akun=akun))
        case Tahap.ENTRI_1 | Tahap.ENTRI_2:
            running = state.entri_2 or state.entri_1
            refuse_if(running is None or running.akun != akun, RefusalKind.SEDANG_DIISI)
            return state
        case Tahap.ENTRI_1_GALAT:
            refuse_if(owner != akun, RefusalKind.ADA_GALAT)
            return _become(state, tahap=Tahap.ENTRI_1)
        case Tahap.ENTRI_1_SELESAI:
            refuse_if(owner == akun, RefusalKind.PENGETIK_SAMA)
            refuse_if(akun in state.pelihat, RefusalKind.SUDAH_MELIHAT)
            return _become(state, tahap=Tahap.ENTRI_2, entri_2=Entri(akun=akun))
        case Tahap.FINAL:
            raise EntryRefusedError(RefusalKind.SUDAH_FINAL)
        case _:
            raise EntryRefusedError(RefusalKind.SUDAH_DUA_ENTRI)


def save(
    state: EntryState, akun: int, isian: str, nilai: int | None, *, acuan: Acuan
) -> EntryState:
    """Keep one box of the running entry; no figure empties it."""
    entri = own_entry(state, akun)
    _refuse_impossible(isian, nilai, acuan)
    kept = {name: figure for name, figure in entri.isi.items() if name != isian}
    if nilai is not None:
        kept[isian] = nilai
    return _with_entry(state, Entri(akun=akun, isi=kept))


def finish(state: EntryState, akun: int, acuan: Acuan) -> EntryState:
    """End the running entry: the first is checked, the second compared."""
    entri = own_entry(state, akun)
    empty = [finding for finding in check_empty(entri.isi, acuan) if finding.is_error]
    refuse_if(bool(empty), RefusalKind.BELUM_LENGKAP)
    if state.tahap is Tahap.ENTRI_1:
        left = open_errors(state, acuan)
        return _become(state, tahap=Tahap.ENTRI_1_GALAT if left else Tahap.ENTRI_1_SELESAI)
    beda = check_differences(_first(state), entri.isi, acuan.susunan)
    if beda:
        return _become(state, tahap=Tahap.PEMBETULAN, beda=beda)
    return _agree(state, acuan)


def discard(state: EntryState, akun: int) -> EntryState:
    """Throw away one's own running entry."""
    own_entry(state, akun)
    if state.tahap is Tahap.ENTRI_1:  # whoever saw its figures has still seen them
        return EntryState(versi=state.versi, pelihat=state.pelihat)
    return _become(state, tahap=Tahap.ENTRI_1_SELESAI, entri_2=None)


def mark_paper_stands(
    state: EntryState, akun: int, kode: str, alasan: str, *, acuan: Acuan
) -> EntryState:
    """Record "kertas memang begini" for every open error of one code, with the reason."""
    refuse_if(not alasan.strip(), RefusalKind.ALASAN_KOSONG)
    left = open_errors(state, acuan) if state.tahap in MARKABLE else ()
    meant = [finding for finding in left if finding.code == kode]
    refuse_if(not meant, RefusalKind.TIDAK_ADA_GALAT)
    new = tuple(
        Penjelasan(
            kunci=key_of(finding), kode=kode, teks=finding.text, alasan=alasan.strip(), akun=akun
        )
        for finding in meant
    )
    marked = _become(look(state, akun), penjelasan=(*state.penjelasan, *new))
    if open_errors(marked, acuan):
        return marked
    first = state.tahap is Tahap.ENTRI_1_GALAT
    return _become(marked, tahap=Tahap.ENTRI_1_SELESAI if first else Tahap.SIAP_FINAL)


def look(state: EntryState, akun: int) -> EntryState:
    """Remember that somebody was shown the figures of an entry; changes nothing else."""
    refuse_if(state.tahap not in MARKABLE, RefusalKind.TIDAK_ADA_GALAT)
    if akun in state.pelihat:
        return state
    return _become(state, pelihat=(*state.pelihat, akun))


def keep_reading(
    state: EntryState, akun: int, isian: str, nilai: int | None, *, acuan: Acuan
) -> EntryState:
    """Keep one box of a second reading that goes on; it can still be changed (S-504)."""
    _refuse_retyping(state, akun, isian)
    _refuse_impossible(isian, nilai, acuan)
    kept = _without(state, akun, isian)
    if nilai is not None:
        kept = (*kept, Bacaan(isian=isian, akun=akun, nilai=nilai))
    return _become(state, konsep=kept)


def retype(
    state: EntryState, akun: int, isian: str, nilai: int | None, *, acuan: Acuan
) -> EntryState:
    """Read one differing box again from the paper, seeing no figure; None says it is empty.

    Syarat: S-502.
    """
    _refuse_retyping(state, akun, isian)
    _refuse_impossible(isian, nilai, acuan)
    box = acuan.susunan.find(isian)
    refuse_if(nilai is None and box is not None and box.wajib, RefusalKind.BELUM_LENGKAP)
    reading = Bacaan(isian=isian, akun=akun, nilai=nilai)
    others = _without(state, akun, isian)
    read = _become(state, bacaan=(*state.bacaan, reading), konsep=others)
    if state.tahap is Tahap.PEMBETULAN and any(boxes_to_retype(read, a) for a in read.pengetik):
        return read
    if all(_has_two_equal(read, name) for name in read.beda):
        return _agree(read, acuan)
    return _become(read, tahap=Tahap.PEMBACA_KETIGA)


def own_reading(state: EntryState, akun: int) -> dict[str, int]:
    """Give what a reader typed so far of the reading that goes on, and of no other."""
    left = boxes_to_retype(state, akun)
    own = [one for one in state.konsep if one.akun == akun and one.isian in left]
    return {one.isian: one.nilai for one in own if one.nilai is not None}


def finalise(state: EntryState, penyetuju: Collection[int], acuan: Acuan) -> EntryState:
    """Close the form: two people approve, at least one of whom typed no figure of it."""
    refuse_if(state.tahap is Tahap.FINAL, RefusalKind.SUDAH_FINAL)
    refuse_if(state.tahap is Tahap.SAMA_GALAT, RefusalKind.GALAT_TERSISA)
    refuse_if(state.tahap is not Tahap.SIAP_FINAL, RefusalKind.BELUM_SIAP)
    refuse_if(bool(open_errors(state, acuan)), RefusalKind.GALAT_TERSISA)
    refuse_if(len(set(penyetuju)) < 2, RefusalKind.PERLU_DUA_ORANG)
    refuse_if(set(penyetuju) <= set(state.pengetik), RefusalKind.PERLU_ORANG_LAIN)
    return _become(state, tahap=Tahap.FINAL)


def reset(state: EntryState, alasan: str) -> EntryState:
    """Start over before finality; both entries are to be typed again."""
    refuse_if(state.tahap is Tahap.FINAL, RefusalKind.SUDAH_FINAL)
    refuse_if(state.tahap is Tahap.KOSONG, RefusalKind.MASIH_KOSONG)
    refuse_if(not alasan.strip(), RefusalKind.ALASAN_KOSONG)
    return EntryState(versi=state.versi, pelihat=state.pelihat)


def withdraw(state: EntryState, alasan: str) -> EntryState:
    """Take a final form back; its copy stays and the next one has the next version."""
    refuse_if(state.tahap is not Tahap.FINAL, RefusalKind.BELUM_FINAL)
    refuse_if(not alasan.strip(), RefusalKind.ALASAN_KOSONG)
    return EntryState(versi=state.versi + 1)


def own_entry(state: EntryState, akun: int) -> Entri:
    """Give the running entry to the person who types it, and to nobody else."""
    running = state.entri_2 or state.entri_1
    if state.tahap not in _RUNNING or running is None:
        raise EntryRefusedError(RefusalKind.BELUM_DIMULAI)
    refuse_if(running.akun != akun, RefusalKind.BUKAN_PENGETIK)
    return running


def boxes_to_retype(state: EntryState, akun: int) -> tuple[str, ...]:
    """Name the boxes this person is to read again now, in paper order."""
    own = {reading.isian for reading in state.bacaan if reading.akun == akun}
    if state.tahap is Tahap.PEMBETULAN and akun in _typists(state):
        return tuple(name for name in state.beda if name not in own)
    if state.tahap is Tahap.PEMBACA_KETIGA and not _has_read(state, akun):
        left = (name for name in state.beda if not _has_two_equal(state, name))
        return tuple(name for name in left if name not in own)
    return ()


def demand_retyping(state: EntryState, akun: int) -> tuple[str, ...]:
    """Name the boxes this person is to read again now; a refusal says why there is none."""
    boxes = boxes_to_retype(state, akun)
    if not boxes:
        _refuse_retyping(state, akun, state.beda[0] if state.beda else "")
    return boxes


def open_errors(state: EntryState, acuan: Acuan) -> tuple[Finding, ...]:
    """Give the errors nobody has answered for, on the first entry or on the agreed figures."""
    known = {penjelasan.kunci for penjelasan in state.penjelasan}
    found = check_isi(agreed_figures(state), acuan)
    return tuple(finding for finding in found if finding.is_error and key_of(finding) not in known)


def agreed_figures(state: EntryState) -> dict[str, int]:
    """Give the first entry with every differing box replaced by what two people read alike."""
    figures = {name: figure for name, figure in _first(state).items() if name not in state.beda}
    for name in state.beda:
        nilai = _two_equal(state, name)
        if nilai is not None:
            figures[name] = nilai
    return figures


def agreed_form(state: EntryState, acuan: Acuan) -> FormHitung:
    """Give the form as two people read it; refused before they did."""
    refuse_if(state.tahap not in (Tahap.SIAP_FINAL, Tahap.FINAL), RefusalKind.BELUM_SIAP)
    return FormHitung.from_isi(agreed_figures(state), acuan.susunan)


def agreed_explanations(state: EntryState, acuan: Acuan) -> tuple[Penjelasan, ...]:
    """Give the explanations that belong to the agreed figures; others have become void."""
    keys = {key_of(finding) for finding in check_isi(agreed_figures(state), acuan)}
    return tuple(penjelasan for penjelasan in state.penjelasan if penjelasan.kunci in keys)


def _agree(state: EntryState, acuan: Acuan) -> EntryState:
    left = open_errors(state, acuan)
    return _become(state, tahap=Tahap.SAMA_GALAT if left else Tahap.SIAP_FINAL, konsep=())


def _refuse_retyping(state: EntryState, akun: int, isian: str) -> None:
    third = state.tahap is Tahap.PEMBACA_KETIGA
    refuse_if(
        isian not in state.beda or (state.tahap is not Tahap.PEMBETULAN and not third),
        RefusalKind.BUKAN_ISIAN_BEDA,
    )
    if isian in boxes_to_retype(state, akun):
        return
    refuse_if(third and _has_two_equal(state, isian), RefusalKind.BUKAN_ISIAN_BEDA)
    refuse_if(third, RefusalKind.HARUS_ORANG_KETIGA)
    refuse_if(akun not in _typists(state), RefusalKind.BUKAN_PENGETIK_ASAL)
    raise EntryRefusedError(RefusalKind.SUDAH_DIKETIK_ULANG)


def _refuse_impossible(isian: str, nilai: int | None, acuan: Acuan) -> None:
    box = acuan.susunan.find(isian)
    if box is None:
        raise EntryRefusedError(RefusalKind.ISIAN_TIDAK_DIKENAL)
    refuse_if(nilai is not None and not is_possible(box, nilai), RefusalKind.NILAI_TIDAK_MUNGKIN)


def _has_read(state: EntryState, akun: int) -> bool:
    return akun in _typists(state) or akun in state.pelihat


def _typists(state: EntryState) -> tuple[int, ...]:
    return tuple(entri.akun for entri in (state.entri_1, state.entri_2) if entri)


def _first(state: EntryState) -> Mapping[str, int]:
    return state.entri_1.isi if state.entri_1 else {}


def _readings(state: EntryState, isian: str) -> Counter[int | None]:
    return Counter(reading.nilai for reading in state.bacaan if reading.isian == isian)


def _has_two_equal(state: EntryState, isian: str) -> bool:
    return any(count >= 2 for count in _readings(state, isian).values())


def _two_equal(state: EntryState, isian: str) -> int | None:
    return next((n for n, count in _readings(state, isian).items() if count >= 2), None)


def _without(state: EntryState, akun: int, isian: str) -> tuple[Bacaan, ...]:
    return tuple(one for one in state.konsep if (one.akun, one.isian) != (akun, isian))


def _with_entry(state: EntryState, entri: Entri) -> EntryState:
    return _become(state, **{_RUNNING[state.tahap]: entri})


def _become(state: EntryState, **changes: object) -> EntryState:
    return EntryState.model_validate({**dict(state), **changes})
