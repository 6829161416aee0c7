"""An open election that is written to: what every kind of write shares."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.akun import log_in_again
from pilkades_desk.panitia.meja import Meja, MejaAkun
from tests.makers import OPERATOR_1


def refused(work: Callable[[], object]) -> bool:
    """Tell whether the act is refused as one that was done."""
    with suppress(StateError):
        work()
        return False
    return True


@dataclass
class Village:
    """One open file; each kind adds its steps and what must hold."""

    meja: Meja

    def files(self) -> tuple[MejaAkun, ...]:
        return (self.meja,)

    def hold(self, told: list[str]) -> None:
        return None

    def operator(self) -> Meja:
        return log_in_again(self.meja, OPERATOR_1.nama, OPERATOR_1.sandi)
