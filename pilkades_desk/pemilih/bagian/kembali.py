"""A return: looked at beside the list, decided by people, merged in one unit of work."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih.bagian import store
from pilkades_desk.pemilih.bagian.findings import E271, W272
from pilkades_desk.pemilih.bagian.gabung import (
    carry_out,
    check_after,
    compare,
    decide,
    mask_butir,
    note_gone,
    print_of,
)
from pilkades_desk.pemilih.bagian.rules import as_baris, check_kembali, seal_kembali
from pilkades_desk.pemilih.bagian.terapkan import take_plan
from pilkades_desk.pemilih.bagian.untrusted import parse_bagian, parse_kembali
from pilkades_desk.pemilih.bagian.usecases import demand_out, refusal, refuse
from pilkades_desk.pemilih.bagian.values import (
    Akhir,
    BagianKembali,
    BarisBagian,
    Bidang,
    Butir,
    HasilGabung,
    Keputusan,
    Kunci,
    Pratinjau,
    Rencana,
)
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.usecases import demand_reason, demand_unlocked, syarat_of
from pilkades_desk.pemilih.values import Asal

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


@dataclass(frozen=True, slots=True)
class _Beside:
    """A return beside those of this list it is about."""

    kembali: BagianKembali
    kini: dict[int, BarisBagian]
    butir: tuple[Butir, ...]


def preview_return(meja: Meja, untrusted_bytes: bytes) -> Pratinjau:
    """Show what comes back beside the list as it is, masked; stores nothing (S-240, S-247, S-248).

    Raises:
        RightsError: this role merges no parts.
        StateError: E270 to E274 or E281, this return does not belong here.
    """
    meja.demand(Aksi.GABUNG_BAGIAN)
    kembali = _read(meja, untrusted_bytes)
    with meja.read() as session:
        if _is_merged(session, kembali):
            about = f"bagian {kembali.nomor}"
            return Pratinjau(kembali.nomor, kembali.oleh, (), "", (W272.at(about),), berulang=True)
        seen = _lay_beside(session, kembali)
    found = note_gone(seen.kembali, seen.kini)
    masked = tuple(map(mask_butir, seen.butir))
    return Pratinjau(kembali.nomor, kembali.oleh, masked, print_of(seen.butir), found)


def reveal_return(meja: Meja, untrusted_bytes: bytes, kunci: Kunci, tujuan: TujuanAkses) -> Butir:
    """Give one difference with whole numbers, to be held against the card; logged (S-241).

    Raises:
        StateError: the return does not belong here, or has no such difference.
    """
    with meja.act(Aksi.LIHAT_DATA_PRIBADI) as act:
        seen = _lay_beside(act.session, _read(meja, untrusted_bytes))
        found = next((one for one in seen.butir if one.kunci == kunci), None)
        if found is None:
            raise StateError("Perbedaan ini sudah tidak ada.", "Buka ulang berkas kembali.")
        act.record(f"pemilih/{kunci.id}", tujuan=tujuan.value)
        act.commit()
    return found


def check_return(
    meja: Meja, untrusted_bytes: bytes, keputusan: Sequence[Keputusan]
) -> tuple[Finding, ...]:
    """Say what stands against merging with these decisions; stores nothing (S-248)."""
    kembali = _read(meja, untrusted_bytes)
    with meja.read() as session:
        if _is_merged(session, kembali):
            return ()
        return _plan(meja, _lay_beside(session, kembali), keputusan)[1]


def merge_return(
    meja: Meja, untrusted_bytes: bytes, sidik: str, keputusan: Sequence[Keputusan]
) -> HasilGabung:
    """Merge a return as shown and decided; the same one again changes nothing (S-248, S-249).

    `sidik` is the one of the preview that was decided on.

    Raises:
        RightsError: this role merges no parts.
        StateError: a conflict is undecided, a rule stands against the result, the list changed
            since it was shown, the return does not belong here, or the DPT is locked. Nothing is
            stored then.
    """
    with meja.act(Aksi.GABUNG_BAGIAN) as act:
        kembali = _read(meja, untrusted_bytes)
        about, segel = f"bagian {kembali.nomor}", seal_kembali(kembali)
        if _is_merged(act.session, kembali):
            return HasilGabung(kembali.nomor, temuan=(W272.at(about),), berulang=True)
        demand_unlocked(act.session)
        said = [Keputusan(one.kunci, one.pihak, demand_reason(one.alasan)) for one in keputusan]
        seen = _lay_beside(act.session, kembali)
        if print_of(seen.butir) != sidik:
            raise StateError("Daftar berubah sejak ditampilkan.", "Buka ulang berkas kembali.")
        plan, found = _plan(meja, seen, said)
        refuse(found)
        take_plan(act, meja, plan, (about, segel))
        _end(act, kembali.nomor, Akhir(segel, "digabung"), untrusted_bytes, said)
        diubah, baru = len(plan.koreksi), len(plan.baru)
        act.record(f"bagian/{kembali.nomor}", segel=segel, diubah=diubah, baru=baru)
        act.commit()
    return HasilGabung(kembali.nomor, diubah, baru, note_gone(seen.kembali, seen.kini))


def _read(meja: Meja, untrusted_bytes: bytes) -> BagianKembali:
    kembali = parse_kembali(untrusted_bytes)
    if isinstance(kembali, Finding):
        raise refusal(kembali)
    if kembali.pemilihan != meja.pemilihan.id:
        raise refusal(E271.at("bagian"))
    return kembali


def _is_merged(session: "Session", kembali: BagianKembali) -> bool:
    akhir = store.read_end(session, kembali.nomor)
    return akhir is not None and akhir.segel == seal_kembali(kembali)


def _lay_beside(session: "Session", kembali: BagianKembali) -> _Beside:
    isi = demand_out(session, kembali.nomor)
    bagian = parse_bagian(isi)
    if isinstance(bagian, Finding):  # what we kept ourselves; the file was tampered with
        raise refusal(bagian)
    refuse(check_kembali(kembali, bagian))
    ids = {baris.id for baris in bagian.baris}
    ids |= set(kini.find_ids(session, _numbers(kembali)).values())
    now = {one.id: as_baris(one) for one in kini.read_pemilih(session, ids)}
    return _Beside(kembali, now, compare(bagian, now, kembali))


def _numbers(kembali: BagianKembali) -> set[str]:
    """Give every NIK a return brings: whoever has one of them here must be looked at as well."""
    corrected = {
        koreksi.nilai
        for ubahan in kembali.ubahan
        for koreksi in ubahan.koreksi
        if koreksi.bidang is Bidang.NIK
    }
    return corrected | {orang.isi.nik for orang in kembali.baru}


def _plan(
    meja: Meja, seen: _Beside, keputusan: Sequence[Keputusan]
) -> tuple[Rencana, tuple[Finding, ...]]:
    plan, found = decide(seen.butir, keputusan, seen.kembali)
    after = carry_out(seen.kini, plan, Asal.DPS)
    return plan, (*found, *check_after(seen.kini, after, syarat_of(meja)))


def _end(act: Act, nomor: int, akhir: Akhir, isi: bytes, keputusan: Sequence[Keputusan]) -> None:
    store.add_keputusan(act.session, nomor, keputusan)
    store.add_end(act.session, nomor, akhir, isi, (act.akun.id, utc_text(act.now)))
