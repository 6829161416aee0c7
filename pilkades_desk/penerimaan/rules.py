"""Step 8's rules: the desk adds everything up again from the published forms alone."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from pilkades_desk.core.audit import AuditEntry, BrokenChain, walk
from pilkades_desk.core.clock import parse_utc
from pilkades_desk.core.findings import Finding
from pilkades_desk.paket.values import HasilPublik, IsiRiwayat
from pilkades_desk.penerimaan.findings import E804, E805, E806, E807, W808, W809, W816
from pilkades_desk.penerimaan.values import BarisF39, Masuk

_DRIFT = timedelta(hours=26)
"""A clock in the wrong zone plus a bundle that travelled a day."""


def check_hasil(hasil: HasilPublik) -> list[Finding]:
    """Add up every unit and find the winner again (S-480, S-808)."""
    found = []
    for unit in hasil.unit:
        line = unit.isi.get
        sah, tidak_sah, jumlah = line("sah", 0), line("tidak_sah", 0), line("jumlah_suara", 0)
        votes = sum(unit.isi.get(f"suara_{nomor}", 0) for nomor in vote_lines(hasil))
        if votes != sah:
            found.append(E804.at(unit.nama, jumlah=votes, sah=sah))
        if sah + tidak_sah != jumlah:
            found.append(E805.at(unit.nama, sah=sah, tidak_sah=tidak_sah, jumlah=jumlah))
    leading = leading_numbers(hasil)
    if not _agrees(hasil, leading):
        words = " dan ".join(map(str, leading)) or "tidak ada"
        named = hasil.nomor_urut or "tidak ada"
        found.append(E806.at(hasil.desa, disebut=named, status=hasil.status, dihitung=words))
    elif hasil.nomor_urut is None:
        # the village's last step says who decides, or who was decided for
        kata = "".join(filter(str.isprintable, "".join(hasil.langkah[-1:])))
        found.append(W816.at(hasil.desa, status=hasil.status.replace("_", " "), kata=kata))
    return found


def vote_lines(hasil: HasilPublik) -> range:
    """Give the numbers of the vote lines; a single candidate faces a blank column as number 2."""
    return range(1, max(len(hasil.calon), 2) + 1)


def leading_numbers(hasil: HasilPublik) -> tuple[int, ...]:
    """Give the number with the most votes, or all that share them."""
    totals = {nomor: hasil.total(f"suara_{nomor}") for nomor in vote_lines(hasil)}
    most = max(totals.values())
    return tuple(nomor for nomor, votes in totals.items() if votes == most)


def _agrees(hasil: HasilPublik, leading: tuple[int, ...]) -> bool:
    if len(hasil.calon) == 1:
        # people judge a single candidate against the blank column, the form does not
        return (hasil.status, hasil.nomor_urut) == ("calon_tunggal", None)
    if len(leading) == 1:
        return (hasil.status, hasil.nomor_urut) == ("unggul", leading[0])
    if hasil.status == "seri":
        return hasil.nomor_urut is None
    return hasil.status == "seri_terselesaikan" and hasil.nomor_urut in leading


def riwayat_ends_at(riwayat: IsiRiwayat, seq: int, kepala: str) -> bool:
    """Tell whether the audit extract is unbroken and ends at the head on the envelope."""
    entries = [
        AuditEntry(one.seq, one.body, bytes.fromhex(one.prev), bytes.fromhex(one.hash))
        for one in riwayat.entri
    ]
    try:
        head = walk(entries)
    except BrokenChain:
        return False
    return (head.seq, head.hash.hex()) == (seq, kepala)


def check_masuk(masuk: Masuk, riwayat: IsiRiwayat, before: Masuk | None) -> list[Finding]:
    """Check a bundle against the one received before from the same sender (S-806, S-808)."""
    found = []
    if masuk.bolong:
        found.append(W808.at(masuk.kode_desa, bolong=", ".join(map(str, masuk.bolong))))
    if before and (before.kepala_seq, before.kepala_hash) not in _heads(riwayat):
        found.append(E807.at(masuk.kode_desa))
    return found


def check_clock(kode_desa: str, created: str, now: datetime) -> list[Finding]:
    """Warn when the sender's clock is far from ours; a wrong clock stops nothing (S-033, S-808)."""
    try:
        drift = abs(parse_utc(created) - now)
    except ValueError:
        return [W809.at(kode_desa, jam="tak terhitung")]
    if drift <= _DRIFT:
        return []
    return [W809.at(kode_desa, jam=int(drift.total_seconds() // 3600))]


def recap_row(hasil: HasilPublik) -> BarisF39:
    """Give one village's row of F-39; the blank column of a single candidate is no candidate.

    Syarat: S-810.
    """
    return BarisF39(
        kecamatan=hasil.kecamatan,
        desa=hasil.desa,
        calon=tuple(calon.nama for calon in hasil.calon),
        dpt_l=hasil.total("dpt_l"),
        dpt_p=hasil.total("dpt_p"),
        sah=hasil.total("sah"),
        tidak_sah=hasil.total("tidak_sah"),
        tidak_digunakan=hasil.total("sisa"),
        hadir=hasil.total("hadir_jumlah"),
        suara=tuple(hasil.total(f"suara_{calon.nomor}") for calon in hasil.calon),
    )


def _heads(riwayat: IsiRiwayat) -> set[tuple[int, str]]:
    return {(one.seq, one.hash) for one in riwayat.entri} | {(0, "0" * 64)}


def has_other_sender(known: Iterable[Masuk], kode_desa: str, sender: tuple[str, str]) -> bool:
    """Tell whether a village has already sent under another key or election (key, election).

    Syarat: S-812.
    """
    ours = [one for one in known if one.kode_desa == kode_desa]
    return any((one.kunci, one.pemilihan) != sender for one in ours)
