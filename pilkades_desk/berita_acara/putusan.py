"""A result no computing gives: who was elected by a decision in writing, and on what paper."""

from collections.abc import Mapping, Sequence

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.compose.sources import read_seals
from pilkades_desk.berita_acara.daftar import IsianSurat
from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Persetujuan
from pilkades_desk.penghitungan.usecases import outcome
from pilkades_desk.penghitungan.values import Hasil, StatusHasil

KODE = "F-33"
LONGEST = 400
"""Letters that say which decision it is; the bundle's line about it has room for 500."""


class Putusan(Value):
    """The number elected and the decision's number, day and maker, as written on its paper."""

    nomor_urut: int
    dasar: str

    @property
    def kalimat(self) -> str:
        """Say it as a step of finding the winner, for those who have the figures only."""
        return f"Keputusan tertulis: nomor urut {self.nomor_urut}. {self.dasar}"


def read_putusan(meja: Meja) -> Putusan | None:
    """Give the decision that stands for the figures as they are now; None without (S-478)."""
    with meja.read() as session:
        kept = store.read_answers(session, KODE)
    if not kept or kept["segel"] != _digest(meja):
        return None
    return Putusan(nomor_urut=int(kept["nomor"]), dasar=kept["dasar"])


def read_putusan_form(meja: Meja) -> tuple[IsianSurat, ...]:
    """Give what is asked of a decision in writing (S-478).

    Raises:
        StateError: the figures name the elected candidate themselves, or are not complete.
    """
    equal = _equal(outcome(meja))
    names = tuple(f"{one.nomor}. {one.nama}" for one in read_calon(meja) if one.nomor in equal)
    known = read_putusan(meja)
    chosen = next((name for name in names if known and _number(name) == known.nomor_urut), names[0])
    return (
        IsianSurat(nama="calon", label="Calon terpilih", nilai=chosen, pilihan=names),
        IsianSurat(
            nama="dasar",
            label="Keputusan tertulis",
            nilai=known.dasar if known else "",
            petunjuk="Contoh: Keputusan Bupati nomor 5, 8 Februari 2027.",
        ),
    )


def check_putusan(isi: Mapping[str, str]) -> dict[str, str]:
    """Say by box what keeps the decision from being kept."""
    dasar = isi["dasar"].strip()
    if not dasar:
        return {"dasar": "Tulis nomor, tanggal, dan siapa yang memutuskan."}
    return {"dasar": f"Singkatkan menjadi {LONGEST} huruf."} if len(dasar) > LONGEST else {}


def putusan_digest(meja: Meja, isi: Mapping[str, str]) -> str:
    """Give what two people approve: the decision and the figures it is about (S-480).

    Raises:
        StateError: the figures name the elected candidate themselves, or something is missing.
    """
    return _sidik(_kept(meja, isi))


def save_putusan(meja: Meja, isi: Mapping[str, str], persetujuan: Sequence[Persetujuan]) -> Putusan:
    """Keep a decision in writing, with two people's approval of `putusan_digest` (S-478, S-480).

    An F-33 frozen from an earlier one no longer holds.

    Raises:
        StateError: the figures name the elected candidate themselves, or something is missing.
        RightsError: two people did not approve this, or something was done meanwhile.
    """
    meja.demand(Aksi.PUTUSKAN_TERTULIS)
    kept = _kept(meja, isi)
    with meja.act(Aksi.PUTUSKAN_TERTULIS) as act:
        act.require_two(_sidik(kept), persetujuan)
        store.add_answers(act.session, KODE, kept, act.now)
        act.record("keputusan/F33", kode=KODE, nomor_urut=int(kept["nomor"]), segel=_sidik(kept))
        act.commit()
    return Putusan(nomor_urut=int(kept["nomor"]), dasar=kept["dasar"])


def _kept(meja: Meja, isi: Mapping[str, str]) -> dict[str, str]:
    faults = check_putusan(isi)
    if faults:
        raise StateError("Keputusan tertulis belum lengkap.", faults["dasar"])
    nomor = _number(isi["calon"])
    if nomor not in _equal(outcome(meja)):
        raise StateError("Calon ini tidak ikut seri.", "Pilih salah satu yang suaranya sama.")
    return {"nomor": str(nomor), "dasar": isi["dasar"].strip(), "segel": _digest(meja)}


def _sidik(kept: Mapping[str, str]) -> str:
    return sha256_hex(canonical(dict(kept)))


def _equal(hasil: Hasil) -> tuple[int, ...]:
    """Give the numbers people may decide between; refuse where there is nothing to decide."""
    if hasil.nomor_urut is not None:
        raise StateError(
            "Calon terpilih sudah ada menurut hitungan.", "Keputusan tertulis tidak diperlukan."
        )
    return (1,) if hasil.status is StatusHasil.CALON_TUNGGAL else hasil.seri


def _digest(meja: Meja) -> str:
    """Name the figures a decision is about: with others it is about nothing."""
    return sha256_hex(canonical(list(read_seals(meja).of("F-29", None))))


def _number(choice: str) -> int:
    return int(choice.partition(".")[0])
