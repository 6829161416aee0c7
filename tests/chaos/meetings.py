"""What village and kabupaten write with a stick between them, step by step."""

from dataclasses import dataclass
from functools import partial

from pilkades_desk.paket import store as paket_store
from pilkades_desk.paket.sending import FOLDER, copy_paket
from pilkades_desk.paket.untrusted import require_sealed
from pilkades_desk.paket.values import JenisPaket, PaketKeluar
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.penerimaan.usecases import read_masuk, receive, write_tanda_terima
from tests.chaos.killing import Step
from tests.penerimaan.makers import Handover


@dataclass
class Meeting:
    """Village and kabupaten with a stick between them."""

    both: Handover

    def files(self) -> tuple[MejaAkun, ...]:
        return (self.both.village, self.both.desk)

    def hold(self, told: list[str]) -> None:
        for meja in self.files():
            with meja.read() as session:
                for one in paket_store.read_paket(session):
                    require_sealed(meja.folder / FOLDER / one.berkas, one.amplop)
        masuk = read_masuk(self.both.desk)
        assert [one.nomor for one in masuk] == list(range(1, len(masuk) + 1))


class Sending(Meeting):
    """A result sealed and copied, twice."""

    def steps(self) -> list[Step]:
        return [
            Step(f"paket {serial}", partial(self._send, serial), partial(self._sent, serial))
            for serial in (1, 2)
        ]

    def _send(self, serial: int) -> None:
        sent = self._hasil()
        if len(sent) < serial:
            self.both.send()
        else:  # sealed, and cut off before it was copied
            copy_paket(self.both.village, sent[serial - 1], self.both.stick)

    def _sent(self, serial: int) -> bool:
        sent = self._hasil()
        if len(sent) < serial or not (self.both.stick.root / sent[serial - 1].berkas).exists():
            return False
        require_sealed(self.both.stick.root / sent[serial - 1].berkas, sent[serial - 1].amplop)
        return True

    def _hasil(self) -> list[PaketKeluar]:
        with self.both.village.read() as session:
            sent = paket_store.read_paket(session)
        return [one for one in sent if one.jenis is JenisPaket.HASIL]


class Receiving(Meeting):
    """A bundle received, and its receipt written."""

    def steps(self) -> list[Step]:
        desk, stick = self.both.desk, self.both.stick
        (bundle,) = stick.root.glob("*-hasil-*")
        answer = lambda: write_tanda_terima(desk, read_masuk(desk)[0], stick)  # noqa: E731
        return [
            Step(
                "terima",
                lambda: receive(desk, bundle),
                lambda: bool(read_masuk(desk)),
                lambda: receive(desk, bundle).sudah,
            ),
            Step("tanda terima", answer, self._answered, lambda: answer().exists()),
        ]

    def _answered(self) -> bool:
        return any(self.both.stick.root.glob("*-terima-*"))
