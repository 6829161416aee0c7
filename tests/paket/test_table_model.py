from typing import Any

from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.qt.table import TupleTableModel
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.paket.table_model import KINDS, Kiriman, columns
from pilkades_desk.paket.untrusted import SIGNERS
from pilkades_desk.paket.values import JenisPaket, kode_singkat
from tests.paket.bundles import make_paket, make_terima

COLUMNS = columns(Zona.WIB)


def answer(kiriman: Kiriman) -> tuple[str, str]:
    column = COLUMNS[-1]
    assert column.tone is not None
    return column.text(kiriman), column.tone(kiriman)


def test_the_bundles_satisfy_qt(qtmodeltester: Any) -> None:
    model = TupleTableModel(COLUMNS)
    model.show_values([(make_paket(), None), (make_paket(), make_terima())])
    qtmodeltester.check(model)


def test_only_the_sealed_result_waits_for_a_receipt() -> None:
    assert answer((make_paket(), None)) == ("Ditunggu", "warn")
    assert answer((make_paket(jenis=JenisPaket.PUBLIK), None)) == ("Tidak perlu", "info")


def test_a_receipt_shows_the_number_it_has_at_the_kabupaten() -> None:
    assert answer((make_paket(), make_terima(nomor=7))) == ("Diterima, no. 7", "ok")


def test_every_kind_a_village_sends_has_words() -> None:
    ours = {kind for kind, peran in SIGNERS.items() if peran is PeranSertifikat.DESA}
    assert ours == KINDS.keys()


def test_the_short_code_is_the_one_in_the_file_name() -> None:
    paket = make_paket(amplop="00" * 32)
    assert kode_singkat(paket.amplop) == "AAAA AAAA AAAA AAAA"
