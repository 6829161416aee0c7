"""The log against a stick: bundles and receipts remember its head, a folder put back does not.

A bundle is believed when our own key signed it, a receipt when the kabupaten's kit vouches for it;
both name entry and hash of our log just before the export. The export was the next entry, so a
bundle that left this machine and is not among those sent proves one entry more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pilkades_desk.core.audit import AuditHead
from pilkades_desk.core.errors import BundleError, StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.sealing.header import Mode
from pilkades_desk.kits.sealing.refusal import Refused
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.keys import public_pem
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.paket.asking import BUNDLE
from pilkades_desk.paket.sending import FOLDER, mode_of
from pilkades_desk.paket.untrusted import open_paket, parse_isi, read_signed, trust_in
from pilkades_desk.paket.usecases import find_kit, kit_trust, read_sent
from pilkades_desk.paket.values import IsiTerima, JenisPaket
from pilkades_desk.panitia.findings import W129
from pilkades_desk.panitia.meja import Meja, MejaAkun
from pilkades_desk.panitia.periksa import Laporan, Tanda
from pilkades_desk.panitia.riwayat import verify_riwayat
from pilkades_desk.panitia.usecases import read_village_authority

_NOTHING = "Tidak ada paket atau tanda terima berkas ini di flashdisk."
_STRANGE = (
    "{n} paket di flashdisk menyebut pemilihan ini, tetapi kuncinya tidak dikenal berkas ini."
)


@dataclass(frozen=True, slots=True)
class Pengenal:
    """Whom a desk believes about its own log: its public keys, and who signs its receipts."""

    pemilihan: str
    mode: Mode
    milik: frozenset[str]
    kabupaten: Trust | None = None
    terkirim: frozenset[str] = frozenset()

    def mark(self, sumber: str, amplop: str, seq: int, digest: str) -> Tanda:
        """Give what a bundle sent proves about the log; `amplop` is the bundle's own hash."""
        known = amplop in self.terkirim
        head = AuditHead(seq, bytes.fromhex(digest)) if known else AuditHead(seq + 1, b"")
        return Tanda(sumber, head)


def compare_village(meja: Meja, places: Sequence[Path]) -> Laporan:
    """Verify a village's log and compare it with what lies in these places (files or folders).

    Syarat: S-016.
    """
    own = meja.pemilihan
    kit = find_kit(meja)
    pengenal = Pengenal(
        own.id,
        mode_of(gladi=own.gladi),
        _village_keys(meja),
        kit_trust(kit, meja.clock.now()) if kit else None,
    )
    return compare(meja, pengenal, places)


def compare(meja: MejaAkun, pengenal: Pengenal, places: Sequence[Path]) -> Laporan:
    """Verify a desk's log, also against bundles in its own folder, then against those places."""
    sent = [paket for paket, _ in read_sent(meja)]
    pengenal = replace(pengenal, terkirim=frozenset(paket.amplop for paket in sent))
    # a crash may leave a bundle in our own folder that was never sent; only those sent count there
    kept = [meja.folder / FOLDER / paket.berkas for paket in sent]
    ours, _ = read_marks(pengenal, kept)
    marks, strange = read_marks(pengenal, places)
    laporan = verify_riwayat(meja, (*ours, *marks))
    found: list[Finding] = list(laporan.temuan)
    if strange:
        found.append(W129.at("flashdisk", apa=_STRANGE.format(n=strange)))
    elif places and not marks:
        found.append(W129.at("flashdisk", apa=_NOTHING))
    return replace(laporan, temuan=tuple(found), dibandingkan=len(marks))


def read_marks(pengenal: Pengenal, places: Sequence[Path]) -> tuple[list[Tanda], int]:
    """Give every head believed, and how many bundles of this election nobody here vouches for."""
    marks, strange = [], 0
    for untrusted_path in _bundles(places):
        try:
            mark = _mark(untrusted_path, pengenal)
        except (Refused, BundleError, OSError):
            continue  # a bundle that is refused says nothing about us
        if isinstance(mark, Tanda):
            marks.append(mark)
        else:
            strange += mark
    return marks, strange


def _mark(untrusted_path: Path, pengenal: Pengenal) -> Tanda | bool:
    """Give the head a bundle remembers, or whether it claims our election without proof."""
    envelope, kunci = read_signed(untrusted_path)
    if kunci in pengenal.milik:
        sumber, head = f"paket {envelope.kind} no. {envelope.serial}", envelope.audit_head
        return pengenal.mark(sumber, envelope.hash, head.seq, head.hash)
    if envelope.pemilihan != pengenal.pemilihan:
        return False
    if envelope.kind != JenisPaket.TERIMA or pengenal.kabupaten is None:
        return True
    percaya = trust_in(pengenal.kabupaten)
    paket = open_paket(untrusted_path, (JenisPaket.TERIMA,), pengenal.mode, percaya)
    isi = parse_isi(IsiTerima, paket.files(), "terima.json")
    sumber = f"tanda terima no. {isi.nomor}"
    return pengenal.mark(sumber, isi.amplop, isi.kepala_seq, isi.kepala_hash)


def _bundles(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        if not place.is_dir():
            yield place
        for ending in BUNDLE.endings:
            yield from sorted(place.glob(f"*.{ending}"))


def _village_keys(meja: Meja) -> frozenset[str]:
    try:
        return frozenset({public_pem(read_village_authority(meja, PeranSertifikat.DESA).key)})
    except StateError:  # rolled back to before its key was made, or never had one
        return frozenset()
