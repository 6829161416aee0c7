"""Binds step 4's use cases to one desk for its screen."""

from functools import partial

from pilkades_desk.panitia.meja import Meja
from pilkades_desk.tps import usecases
from pilkades_desk.tps.screen import TpsActs


def make_tps_acts(meja: Meja) -> TpsActs:
    """Give step 4's acts on this desk."""
    return TpsActs(
        read_status=partial(usecases.read_status, meja),
        plan_units=partial(usecases.plan_units, meja),
        lock_units=partial(usecases.lock_units, meja),
        check_units=partial(usecases.check_units, meja),
        read_unit_pemilih=partial(usecases.read_unit_pemilih, meja),
    )
