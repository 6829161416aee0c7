"""Binds step 4's use cases to one desk for its screen."""

from collections.abc import Sequence
from functools import partial

from pilkades_desk.app.pdf_pages import printouts
from pilkades_desk.app.printing import choose_printer
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.tps import cetak, usecases
from pilkades_desk.tps.screen import TpsActs
from pilkades_desk.tps.values import Daftar


def make_tps_acts(meja: Meja) -> TpsActs:
    """Give step 4's acts on this desk."""

    def print_lists(
        daftar: Daftar, units: Sequence[int], progress: Progress
    ) -> tuple[Printout, ...]:
        return printouts(meja, cetak.print_lists(meja, daftar, units, progress))

    return TpsActs(
        read_status=partial(usecases.read_status, meja),
        plan_units=partial(usecases.plan_units, meja),
        lock_units=partial(usecases.lock_units, meja),
        check_units=partial(usecases.check_units, meja),
        read_unit_pemilih=partial(usecases.read_unit_pemilih, meja),
        print_lists=print_lists,
        choose_printer=partial(choose_printer, meja),
        may_print=may(meja.akun.peran, Aksi.CETAK_DAFTAR),
    )
