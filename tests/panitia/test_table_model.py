from typing import Any

from pilkades_desk.core.clock import Zona
from pilkades_desk.panitia.table_model import akun_model, penanda_model
from tests.panitia.samples import KETUA, KPPS, SRI


def texts(model: Any, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_models_satisfy_qt(qtmodeltester: Any) -> None:
    accounts, signers = akun_model(Zona.WIB), penanda_model(Zona.WIB)
    accounts.show_values([KETUA, KPPS])
    signers.show_values([SRI])
    qtmodeltester.check(accounts)
    qtmodeltester.check(signers)


def test_an_account_shows_its_role_and_the_local_day(qapp: object) -> None:
    model = akun_model(Zona.WIB)
    model.show_values([KETUA, KPPS])
    assert texts(model, 1) == ["kpps1", "Rini Uji", "Ketua KPPS", "Aktif sejak 04-08-2026"]


def test_a_committee_member_has_no_tps(qapp: object) -> None:
    model = penanda_model(Zona.WIB)
    model.show_values([SRI, SRI.model_copy(update={"jabatan": "Sekretaris", "unit": None})])
    assert texts(model, 0) == ["Sri Uji", "Ketua KPPS", "3", "Aktif sejak 04-08-2026"]
    assert texts(model, 1) == ["Sri Uji", "Sekretaris", "–", "Aktif sejak 04-08-2026"]
