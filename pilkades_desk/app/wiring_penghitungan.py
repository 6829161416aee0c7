"""Binds step 5's use cases to the desk of whoever types now; people change, the file stays."""

from collections.abc import Callable

from pilkades_desk.app.seat import Seat
from pilkades_desk.panitia.akun import (
    approve_together,
    log_in_again,
    other_approvers,
    read_accounts,
)
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Akun
from pilkades_desk.penghitungan import lembar, usecases
from pilkades_desk.penghitungan.entry_screen import EntryActs
from pilkades_desk.penghitungan.screen import PenghitunganActs
from pilkades_desk.penghitungan.values import FormFinal, FormSiap


def make_penghitungan_acts(
    meja: Meja, on_change: Callable[[Meja], None] = lambda _meja: None
) -> PenghitunganActs:
    """Give step 5's acts; `on_change` learns of the desk of each person who sits down."""
    seat = Seat(meja, on_change)
    entry = EntryActs(
        open_entry=seat.bind(lembar.open_entry),
        open_retyping=seat.bind(lembar.open_retyping),
        save_field=seat.bind(usecases.save_field),
        finish_entry=seat.bind(usecases.finish_entry),
        discard_entry=seat.bind(usecases.discard_entry),
        keep_reading=seat.bind(usecases.keep_reading),
        retype_fields=seat.bind(usecases.retype_fields),
        who=lambda: seat.meja.akun.nama_lengkap,
    )
    return PenghitunganActs(
        entry=entry,
        who=seat.bind(_akun),
        accounts=seat.bind(read_accounts),
        log_in=seat.bind(log_in_again),
        take_seat=seat.take,
        read_states=seat.bind(usecases.read_states),
        read_rekap=seat.bind(lembar.read_rekap_desa),
        show_findings=seat.bind(usecases.show_findings),
        mark_paper_stands=seat.bind(usecases.mark_paper_stands),
        reset_entry=seat.bind(usecases.reset_entry),
        read_ready=seat.bind(usecases.read_ready),
        finalise=seat.bind(finalise_with),
        read_form=seat.bind(usecases.read_form),
        approvers=seat.bind(other_approvers),
        withdraw=seat.bind(withdraw_with),
    )


def finalise_with(meja: Meja, siap: FormSiap, nama: str, sandi: str) -> FormFinal:
    """Close what was shown, approved by this person and by a second one with their password."""
    approvals = approve_together(meja, Aksi.FINALKAN_FORM, siap.digest, (nama, sandi))
    return usecases.finalise(meja, siap.unit, approvals)


def withdraw_with(meja: Meja, final: FormFinal, alasan: str, kedua: tuple[str, str]) -> None:
    """Take back what was shown, approved by this person and by a second one (name, password)."""
    approvals = approve_together(meja, Aksi.TARIK_FORM, final.segel, kedua)
    usecases.withdraw_form(meja, final.unit, alasan, approvals)


def _akun(meja: Meja) -> Akun:
    return meja.akun
