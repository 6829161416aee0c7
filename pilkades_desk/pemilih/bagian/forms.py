"""What is shown and asked about the differences of a return, as texts and forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pilkades_desk.core.terbilang import angka
from pilkades_desk.pemilih.bagian.values import Bidang, Butir, Keputusan, Kunci, Pihak, Pratinjau

TAKEN, OPEN, OURS, THEIRS = "diambil", "putuskan", "tetap di sini", "yang kembali"
REASON = "Tulis dasarnya, misalnya KTP-el atau KK yang dicocokkan."
NOTHING = "–"
_NAMES = {Bidang.NIK: "NIK", Bidang.KK: "Nomor KK", Bidang.RT: "RT", Bidang.RW: "RW"}
_NAMES |= {Bidang.TPS: "TPS", Bidang.CORET: "Dicoret"}


@dataclass(frozen=True, slots=True)
class ButirTampil:
    """A difference with what was decided about it."""

    butir: Butir
    keputusan: Keputusan | None

    @property
    def nasib(self) -> tuple[str, str]:
        """Say what will come of it, and in which tone."""
        if self.keputusan is not None:
            ours = self.keputusan.pihak is Pihak.KITA
            return (OURS, "info") if ours else (THEIRS, "ok")
        return (OPEN, "bad") if self.butir.bentrok else (TAKEN, "ok")


def with_decisions(
    butir: Sequence[Butir], said: Mapping[Kunci, Keputusan]
) -> tuple[ButirTampil, ...]:
    """Give the differences with the decisions: those that wait first."""
    waiting = sorted(butir, key=lambda one: not one.bentrok)
    return tuple(ButirTampil(one, said.get(one.kunci)) for one in waiting)


def field_name(butir: Butir) -> str:
    """Name the field a difference is about."""
    bidang = butir.kunci.bidang
    if bidang is None:
        return "Warga baru"
    return _NAMES.get(bidang, bidang.value.replace("_", " ").capitalize())


def text_of(text: str | None) -> str:
    """Write a value; nothing is a dash."""
    return text or NOTHING


def headline(shown: Pratinjau, said: Mapping[Kunci, Keputusan]) -> str:
    """Say what a return brings and what is left to decide."""
    if shown.berulang:
        return shown.temuan[0].text
    left = sum(one.bentrok and one.kunci not in said for one in shown.butir)
    brings = f"Bagian {shown.nomor} dari {shown.oleh}: {angka(len(shown.butir))} perbedaan"
    return f"{brings}, {angka(left)} perlu diputuskan." if left else f"{brings}, siap digabung."


def why(butir: Butir) -> str:
    """Say why and by what proof the other laptop changed it."""
    proof = f" Bukti: {butir.sebab.bukti}." if butir.sebab.bukti else ""
    return f"Alasan di sana: {butir.sebab.alasan}.{proof}"
