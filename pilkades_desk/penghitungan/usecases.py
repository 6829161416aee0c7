"""What people do with count forms: type, type again, answer for the paper, close, add up.

Each is one unit of work. The audit entry names form, step and box, never a figure: whoever reads
the history must not learn what a colleague typed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from pilkades_desk.calon.usecases import count_drawn
from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.panitia.values import Persetujuan
from pilkades_desk.penghitungan import entry_state as steps
from pilkades_desk.penghitungan import store
from pilkades_desk.penghitungan.entry_state import Entri, EntryState
from pilkades_desk.penghitungan.outcome import decide
from pilkades_desk.penghitungan.rules import add_up, check_empty, check_isi, quota_of, rekap_row
from pilkades_desk.penghitungan.status import StatusForm, offered
from pilkades_desk.penghitungan.values import (
    Acuan,
    FormFinal,
    FormSiap,
    Hasil,
    Rekap,
    Susunan,
    Tahap,
)
from pilkades_desk.tps.usecases import read_rencana, read_units
from pilkades_desk.tps.values import UnitHitung

Step = Callable[[EntryState], EntryState]


class BoxStep(Protocol):
    """One step of a form's life about one box."""

    def __call__(
        self, state: EntryState, akun: int, isian: str, nilai: int | None, *, acuan: Acuan
    ) -> EntryState:
        """Give the state after it."""
        ...


def start_entry(meja: Meja, unit: int) -> Entri:
    """Begin or go on with one's own entry, and give what is in it so far (S-406, S-501).

    Raises:
        StateError: the share-out is not locked, or the form's state does not allow it.
    """
    meja.demand(Aksi.ENTRI_FORM)
    _unit(meja, unit)
    _refuse_open_plan(meja)
    akun = meja.akun.id
    state = _take(meja, Aksi.ENTRI_FORM, unit, "mulai", lambda state: steps.start(state, akun))
    return steps.own_entry(state, akun)


def save_field(meja: Meja, unit: int, isian: str, nilai: int | None) -> None:
    """Keep one box at once; None empties it. Hours are HHMM (S-504)."""
    save_fields(meja, unit, {isian: nilai})


def save_fields(meja: Meja, unit: int, isi: Mapping[str, int | None]) -> None:
    """Keep several boxes in one unit of work, each as a command of its own (S-504)."""
    _take_boxes(meja, unit, "isi", isi, steps.save)


def finish_entry(meja: Meja, unit: int) -> tuple[Finding, ...]:
    """End the running entry; the first typist gets what to read again, the second nothing.

    Syarat: S-501.
    """
    meja.demand(Aksi.ENTRI_FORM)
    acuan, akun = read_acuan(meja, unit), meja.akun.id
    state = _take(
        meja, Aksi.ENTRI_FORM, unit, "selesai", lambda state: steps.finish(state, akun, acuan)
    )
    return _found(state, acuan) if state.entri_2 is None else ()


def discard_entry(meja: Meja, unit: int) -> None:
    """Throw away one's own running entry (S-504)."""
    akun = meja.akun.id
    _take(meja, Aksi.ENTRI_FORM, unit, "buang", lambda state: steps.discard(state, akun))


def mark_paper_stands(meja: Meja, unit: int, kode: str, alasan: str) -> None:
    """Answer for one error: "kertas memang begini", with the reason that goes to F-30 (S-511)."""
    meja.demand(Aksi.KERTAS_MEMANG_BEGINI)
    acuan, akun = read_acuan(meja, unit), meja.akun.id

    def step(state: EntryState) -> EntryState:
        return steps.mark_paper_stands(state, akun, kode, alasan, acuan=acuan)

    keterangan = f"{kode}: {alasan}"
    _take(meja, Aksi.KERTAS_MEMANG_BEGINI, unit, "jelaskan", step, keterangan=keterangan)


def start_retyping(meja: Meja, unit: int) -> tuple[str, ...]:
    """Name the boxes this account is to read again now; refused when there is none for it.

    Syarat: S-502.
    """
    with meja.read() as session:
        return steps.demand_retyping(store.read_state(session, unit), meja.akun.id)


def keep_reading(meja: Meja, unit: int, isian: str, nilai: int | None) -> None:
    """Keep one box of a second reading at once; it counts when the reading is ended (S-504)."""
    _take_boxes(meja, unit, "konsep", {isian: nilai}, steps.keep_reading)


def read_own_reading(meja: Meja, unit: int) -> dict[str, int]:
    """Give what this account typed so far of its own second reading (S-504)."""
    with meja.read() as session:
        return steps.own_reading(store.read_state(session, unit), meja.akun.id)


def retype_fields(meja: Meja, unit: int, isi: Mapping[str, int | None]) -> None:
    """Read several differing boxes again in one unit of work: all of them or none (S-502)."""
    _take_boxes(meja, unit, "ketik-ulang", isi, steps.retype)


def reset_entry(meja: Meja, unit: int, alasan: str) -> None:
    """Have both entries typed again from the start (S-512)."""
    _take(
        meja,
        Aksi.ATUR_ULANG_FORM,
        unit,
        "atur-ulang",
        lambda state: steps.reset(state, alasan),
        keterangan=alasan,
    )


def read_ready(meja: Meja, unit: int) -> FormSiap:
    """Show what two people are asked to approve; refused before two entries agree (S-006)."""
    acuan = read_acuan(meja, unit)
    with meja.read() as session:
        return _ready(unit, store.read_state(session, unit), acuan)


def finalise(meja: Meja, unit: int, persetujuan: Sequence[Persetujuan]) -> FormFinal:
    """Close one form with two people's approval of `read_ready().digest` (S-006, S-501)."""
    meja.demand(Aksi.FINALKAN_FORM)
    acuan = read_acuan(meja, unit)
    people = [one.akun_id for one in persetujuan]
    with meja.act(Aksi.FINALKAN_FORM) as act:
        before = store.read_state(act.session, unit)
        state = steps.finalise(before, people, acuan)
        ready = _ready(unit, state, acuan)
        act.require_two(ready.digest, persetujuan)
        final = FormFinal(
            unit=unit,
            versi=ready.versi,
            form=ready.form,
            penjelasan=ready.penjelasan,
            pengetik=state.pengetik,
            penyetuju=tuple(people),
            segel=ready.digest,
            waktu=utc_text(act.now),
        )
        store.add_final(act.session, final)
        _keep(act, unit, state, store.Perintah(akun=meja.akun.id, kata="final"))
        act.record(_objek(unit, state), langkah="final", segel=ready.digest)
        act.commit()
    return final


def withdraw_form(meja: Meja, unit: int, alasan: str, persetujuan: Sequence[Persetujuan]) -> None:
    """Take a final form back with two people's approval of its seal; the copy stays.

    Syarat: S-006, S-512.
    """
    with meja.act(Aksi.TARIK_FORM) as act:
        before = store.read_state(act.session, unit)
        state = steps.withdraw(before, alasan)
        (final,) = (
            final
            for final in store.read_finals(act.session)
            if (final.unit, final.versi) == (unit, before.versi)
        )
        act.require_two(final.segel, persetujuan)
        perintah = store.Perintah(akun=meja.akun.id, kata="tarik", keterangan=alasan)
        _keep(act, unit, state, perintah)
        act.record(_objek(unit, before), langkah="tarik", segel=final.segel)
        act.commit()


def read_boxes_to_retype(meja: Meja, unit: int) -> tuple[str, ...]:
    """Name the boxes this account is to read again now (S-502)."""
    with meja.read() as session:
        return steps.boxes_to_retype(store.read_state(session, unit), meja.akun.id)


def show_findings(meja: Meja, unit: int) -> tuple[Finding, ...]:
    """Show open errors and warnings with their figures to who may answer; remembers who looked.

    Syarat: S-503.

    Empty while somebody types: whoever saw a figure may not type this form afterwards.
    """
    if not may(meja.akun.peran, Aksi.KERTAS_MEMANG_BEGINI):
        raise RightsError("Hanya ketua yang melihat angka galat.", "Panggil ketua.")
    acuan, akun = read_acuan(meja, unit), meja.akun.id
    with meja.read() as session:
        state = store.read_state(session, unit)
    if state.tahap not in steps.MARKABLE:
        return ()
    if akun not in state.pelihat:
        state = _take(
            meja, Aksi.KERTAS_MEMANG_BEGINI, unit, "lihat", lambda state: steps.look(state, akun)
        )
    return _found(state, acuan)


def read_states(meja: Meja) -> tuple[StatusForm, ...]:
    """Tell how far each form is and what this account may do with it, without a figure (S-519)."""
    units = read_units(meja)
    terkunci = bool(units) and read_rencana(meja).terkunci
    with meja.read() as session:
        states = store.read_states(session)
    return tuple(
        _status(meja, unit, states.get(unit.nomor, EntryState()), terkunci=terkunci)
        for unit in units
    )


def read_forms(meja: Meja) -> tuple[FormFinal, ...]:
    """Give the final forms that stand, one per unit at most, by unit (S-513)."""
    with meja.read() as session:
        states = store.read_states(session)
        finals = store.read_finals(session)
    return tuple(
        final
        for final in finals
        if states[final.unit].tahap is Tahap.FINAL and states[final.unit].versi == final.versi
    )


def read_form_versions(meja: Meja) -> tuple[FormFinal, ...]:
    """Give every final form ever made, withdrawn ones too, by unit and version (S-512)."""
    with meja.read() as session:
        return store.read_finals(session)


def read_form(meja: Meja, unit: int) -> FormFinal:
    """Give one unit's final form; StateError when it is not final (S-513)."""
    for final in read_forms(meja):
        if final.unit == unit:
            return final
    raise StateError(f"Formulir unit {unit} belum final.", "Selesaikan dan finalkan lebih dulu.")


def recap(meja: Meja) -> Rekap:
    """Add up the final forms; the recap names the units that are still missing (S-513)."""
    finals = {final.unit: final.form for final in read_forms(meja)}
    units = read_units(meja)
    rows = [
        rekap_row(unit.nomor, unit.nama, finals[unit.nomor])
        for unit in units
        if unit.nomor in finals
    ]
    belum = [unit.nomor for unit in units if unit.nomor not in finals]
    return add_up(rows, _susunan(meja).baris_suara, belum)


def outcome(meja: Meja) -> Hasil:
    """Give the leading number, or the tie and what remains to be decided; every unit is final.

    Syarat: S-514.
    """
    rekap = recap(meja)
    if not rekap.lengkap or not rekap.baris:
        missing = ", ".join(map(str, rekap.belum))
        raise StateError(f"Unit {missing} belum final.", "Finalkan semua formulir lebih dulu.")
    return decide(rekap.baris, _susunan(meja).calon, meja.profil.nilai("seri.rantai"))


def read_acuan(meja: Meja, unit: int) -> Acuan:
    """Give what one unit's form is held against, and with it the boxes of the form.

    Syarat: S-507, S-520.
    """
    return _acuan(meja, _unit(meja, unit))


def _take(meja: Meja, aksi: Aksi, unit: int, kata: str, step: Step, **words: str) -> EntryState:
    """Take one step of a form's life and keep it."""
    with meja.act(aksi) as act:
        state = step(store.read_state(act.session, unit))
        fields = {"akun": meja.akun.id, "kata": kata, **words}
        _keep(act, unit, state, store.Perintah.model_validate(fields))
        act.record(_objek(unit, state), langkah=kata)
        act.commit()
    return state


def _take_boxes(
    meja: Meja, unit: int, kata: str, isi: Mapping[str, int | None], step: BoxStep
) -> None:
    """Take one step per box, all in one unit of work."""
    meja.demand(Aksi.ENTRI_FORM)
    acuan, akun = read_acuan(meja, unit), meja.akun.id
    with meja.act(Aksi.ENTRI_FORM) as act:
        state = store.read_state(act.session, unit)
        for isian, nilai in isi.items():
            state = step(state, akun, isian, nilai, acuan=acuan)
        perintah = [
            store.Perintah(akun=akun, kata=kata, isian=isian, nilai=nilai)
            for isian, nilai in isi.items()
        ]
        _keep(act, unit, state, *perintah)
        act.record(_objek(unit, state), langkah=kata, isian=" ".join(isi))
        act.commit()


def _keep(act: Act, unit: int, state: EntryState, *perintah: store.Perintah) -> None:
    store.write_state(act.session, unit, state, perintah, utc_text(act.now))


def _objek(unit: int, state: EntryState) -> str:
    return f"form-hitung/{unit}/{state.versi}"


def _ready(unit: int, state: EntryState, acuan: Acuan) -> FormSiap:
    return FormSiap(
        unit=unit,
        versi=state.versi,
        form=steps.agreed_form(state, acuan),
        penjelasan=steps.agreed_explanations(state, acuan),
    )


def _found(state: EntryState, acuan: Acuan) -> tuple[Finding, ...]:
    """Give open errors and all warnings of the first entry, or of the agreed figures."""
    figures = steps.agreed_figures(state)
    warnings = [*check_empty(figures, acuan), *check_isi(figures, acuan)]
    return (*steps.open_errors(state, acuan), *(one for one in warnings if not one.is_error))


def _status(meja: Meja, unit: UnitHitung, state: EntryState, *, terkunci: bool) -> StatusForm:
    acuan = _acuan(meja, unit)
    running = state.entri_2 or state.entri_1
    shows_errors = state.tahap in (Tahap.ENTRI_1_GALAT, Tahap.SAMA_GALAT)
    errors = steps.open_errors(state, acuan) if shows_errors else ()
    return StatusForm(
        unit=unit.nomor,
        nama=unit.nama,
        versi=state.versi,
        tahap=state.tahap,
        pengetik=state.pengetik,
        terisi=len(running.isi) if running else 0,
        dari=len(acuan.susunan.isian),
        beda=state.beda,
        galat=tuple(dict.fromkeys(error.code for error in errors)),
        ulang=len(steps.boxes_to_retype(state, meja.akun.id)),
        boleh=offered(state, meja.akun, terkunci=terkunci),
    )


def _refuse_open_plan(meja: Meja) -> None:
    """A plan made anew would move voters between units that are already counted."""
    if not read_rencana(meja).terkunci:
        raise StateError("Pembagian TPS belum dikunci.", "Kunci pembagian di langkah TPS dahulu.")


def _unit(meja: Meja, nomor: int) -> UnitHitung:
    for unit in read_units(meja):
        if unit.nomor == nomor:
            return unit
    raise StateError(f"Unit {nomor} tidak ada.", "Pilih unit dari daftar.")


def _acuan(meja: Meja, unit: UnitHitung) -> Acuan:
    profil = meja.profil
    return Acuan(
        unit=unit.nama,
        susunan=_susunan(meja),
        dpt_l=unit.dpt_l,
        dpt_p=unit.dpt_p,
        surat_suara=unit.surat_suara,
        luar_boleh=profil.nilai("pemilih_di_luar_dpt.boleh"),
        luar_kuota=quota_of(
            profil.nilai("pemilih_di_luar_dpt.kuota"), unit.dpt_l + unit.dpt_p, unit.surat_suara
        ),
        min_anggota=profil.nilai("ba.tps.min_anggota"),
    )


def _susunan(meja: Meja) -> Susunan:
    drawn = count_drawn(meja)
    if not drawn:
        raise StateError("Nomor urut calon belum diundi.", "Undi nomor urut lebih dulu.")
    return Susunan(calon=drawn)
