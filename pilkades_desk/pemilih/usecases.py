"""What the committee does in step 2: import, repair, strike, set the DPS, lock the DPT."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.profil.usecases import UNTUK_DPT, find_asumsi
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Persetujuan
from pilkades_desk.pemilih import records, store
from pilkades_desk.pemilih.deteksi import Deteksi
from pilkades_desk.pemilih.dpt import store as dpt_store
from pilkades_desk.pemilih.dpt.susun import compose_dpt, left_to_do, standing
from pilkades_desk.pemilih.findings import W242
from pilkades_desk.pemilih.ganda.nik import leave_decided
from pilkades_desk.pemilih.impor.store import add_met
from pilkades_desk.pemilih.intake import Intake
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.rules import changes_to
from pilkades_desk.pemilih.kini.usecases import change_in
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Sebab
from pilkades_desk.pemilih.pemetaan.usecases import profiles_of
from pilkades_desk.pemilih.pratinjau import (
    BerkasLembar,
    notes_about,
    open_sheet_file,
    tables_of,
    take_all,
)
from pilkades_desk.pemilih.rules import (
    Penilaian,
    check_dpt,
    count_sex,
    judge_row,
    seal_dps,
)
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    Asal,
    BarisPerbaikan,
    Dps,
    Dpt,
    HasilImpor,
    Isian,
    PemilihDpt,
    PratinjauDpt,
    RingkasanPemilih,
    SyaratPemilih,
)

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

_STORED_AT_ONCE = 5_000
"""Voters; all of a long list at once would be held in memory three times over."""


def import_sheet(
    meja: Meja,
    source: Path | BerkasLembar,
    progress: Progress = quiet,
    deteksi: Deteksi | None = None,
) -> HasilImpor:
    """Take in every sheet of one file; the same file twice changes nothing (S-008, S-202, S-204).

    A file somebody looked at is stored as it was looked at. `deteksi` is how somebody wants it
    read (`impor`); None reads it as found.

    Raises:
        SheetError: the file is no voter sheet, or not the one `deteksi` was made from.
        StateError: the DPT is locked.
        Cancelled: `progress` said stop; nothing is stored.
    """
    meja.demand(Aksi.IMPOR_PEMILIH)
    berkas = source if isinstance(source, BerkasLembar) else open_sheet_file(source)
    profiles = profiles_of(meja)
    with meja.act(Aksi.IMPOR_PEMILIH) as act:
        demand_unlocked(act.session)
        before = store.find_batch(act.session, berkas.sha256)
        if before:
            note = W242.at(berkas.nama)
            return HasilImpor(before[0], 0, (note,), (), sudah_ada=before[1], berulang=True)
        deteksi, tables = tables_of(berkas, deteksi, profiles)
        intake = start_intake(meja, act.session)
        take_all(intake, tables, progress)
        batch = add_batch(act, intake, berkas.nama, berkas.sha256)
        notes = notes_about(berkas, deteksi, tables)
        store.add_rows(act.session, store.TemuanRow, records.temuan_records(notes, batch))
        store_taken(act.session, intake, batch)
        add_met(act.session, batch, intake.met)
        refused = _store_refused(act.session, intake, batch, berkas.nama)
        perbaikan = leave_decided(act, refused)
        diterima, ditolak = len(intake.taken), len(intake.refused)
        act.record(f"batch/{batch}", berkas=berkas.sha256, diterima=diterima, ditolak=ditolak)
        act.commit()
    found = tuple(finding for one in intake.taken for finding in one.temuan)
    return HasilImpor(batch, diterima, (*notes, *found), perbaikan, intake.already)


def repair_row(meja: Meja, perbaikan_id: int, corrected: Mapping[Isian, str]) -> Penilaian:
    """Judge a refused row again, corrected; it stays in the list while it has errors (S-204)."""
    with meja.act(Aksi.PERBAIKI_PEMILIH) as act:
        demand_unlocked(act.session)
        record = _waiting(act.session, perbaikan_id)
        intake = start_intake(meja, act.session)
        judged = intake.take(records.read_row(record, corrected))
        if judged.pemilih is None:
            return judged
        taken = store_taken(act.session, intake, record["batch_id"])
        finish_repair(act, perbaikan_id, taken[0] if taken else None, "diperbaiki")
        act.record(f"perbaikan/{perbaikan_id}", isian=",".join(sorted(corrected)))
        act.commit()
    return judged


def set_row_aside(meja: Meja, perbaikan_id: int, alasan: str) -> None:
    """Take a row off the repair list that is no voter, such as a total or a signature (S-204)."""
    with meja.act(Aksi.PERBAIKI_PEMILIH) as act:
        set_aside_in(act, perbaikan_id, alasan)
        act.record(f"perbaikan/{perbaikan_id}", hasil="disisihkan")
        act.commit()


def set_aside_in(act: Act, perbaikan_id: int, alasan: str) -> None:
    """Set a row aside within an act that does more (S-204)."""
    alasan = demand_reason(alasan)
    demand_unlocked(act.session)
    _waiting(act.session, perbaikan_id)
    finish_repair(act, perbaikan_id, None, alasan)


def judge_repair(
    meja: Meja, perbaikan_id: int, corrected: Mapping[Isian, str]
) -> tuple[Finding, ...]:
    """Give the errors a refused row would still have by itself; changes nothing (S-203, S-204)."""
    with meja.read() as session:
        record = _waiting(session, perbaikan_id)
    judged = judge_row(records.read_row(record, corrected), syarat_of(meja))
    return judged.temuan if judged.pemilih is None else ()


def strike(meja: Meja, pemilih_id: int, alasan: AlasanCoret, keterangan: str) -> None:
    """Strike a voter off with reason and proof, or take one back (BATAL_DICORET) (S-206)."""
    with meja.act(Aksi.CORET_PEMILIH) as act:
        strike_in(act, pemilih_id, alasan, keterangan)
        act.record(f"pemilih/{pemilih_id}", alasan=alasan.value)
        act.commit()


def strike_in(
    act: Act,
    pemilih_id: int,
    alasan: AlasanCoret,
    keterangan: str,
    jalur: Jalur = Jalur.PERORANGAN,
) -> None:
    """Strike a voter off, or take one back, within an act that does more (S-206)."""
    keterangan = demand_reason(keterangan)
    demand_unlocked(act.session)
    pemilih = kini.find_pemilih(act.session, pemilih_id)
    if pemilih is None:
        raise StateError("Pemilih ini tidak ada.", "Cari lagi namanya.")
    if bool(pemilih.coret) is not (alasan is AlasanCoret.BATAL_DICORET):
        state = "sudah" if pemilih.coret else "tidak"
        raise StateError(f"Pemilih ini {state} dicoret.", "Muat ulang daftarnya.")
    back = alasan is AlasanCoret.BATAL_DICORET
    changes = changes_to(pemilih, {"coret": "" if back else alasan.value})
    jenis = Jenis.BATAL_CORET if back else Jenis.CORET
    change_in(act, changes, Sebab(jenis, jalur, keterangan))


def set_dps(meja: Meja) -> Dps:
    """Set the DPS: everyone who stands now; whoever comes later is pemilih tambahan (S-207)."""
    with meja.act(Aksi.TETAPKAN_DPS) as act:
        if store.read_dps(act.session):
            raise StateError("DPS sudah ditetapkan.", "Pemilih baru menjadi pemilih tambahan.")
        daftar = standing(kini.read_pemilih(act.session))
        if not daftar:
            raise StateError("Belum ada pemilih.", "Impor daftar pemilih dahulu.")
        men, women = count_sex(daftar)
        dps = Dps(jumlah_l=men, jumlah_p=women, segel=seal_dps(daftar), ditetapkan=act.now)
        row = dps.model_dump() | {"id": 1, "ditetapkan": utc_text(act.now)}
        store.add_rows(act.session, store.DpsRow, [row])
        members = [{"pemilih_id": pemilih.id} for pemilih in daftar]
        store.add_rows(act.session, store.DpsPemilihRow, members)
        act.record("dps/1", segel=dps.segel, l=men, p=women)
        act.commit()
    return dps


def dpt_preview(meja: Meja) -> Dpt:
    """Give the DPT as it would be locked now; its `segel` is what two people approve (S-208)."""
    with meja.read() as session:
        return compose_dpt(meja.clock.now(), session)[0]


def preview_lock(meja: Meja) -> PratinjauDpt:
    """Give the DPT as it would be locked now, and what to look at first (S-208)."""
    with meja.read() as session:
        dpt, lines = compose_dpt(meja.clock.now(), session)
        found = _check_lock(meja, session, dpt, lines)
    return PratinjauDpt(dpt, found)


def lock_dpt(meja: Meja, persetujuan: Sequence[Persetujuan]) -> Dpt:
    """Freeze the DPT (F-07) as its next version; two people have approved its seal (S-006, S-209).

    Every line is copied.
    """
    with meja.act(Aksi.KUNCI_DPT) as act:
        demand_unlocked(act.session)
        dpt, lines = compose_dpt(meja.clock.now(), act.session)
        act.require_two(dpt.segel, persetujuan)
        found = _check_lock(meja, act.session, dpt, lines)
        errors = [finding for finding in found if finding.is_error]
        if errors:
            raise StateError(f"{errors[0].code}: {errors[0].text}", errors[0].do_now)
        dpt = dpt.model_copy(update={"dikunci": act.now})
        row = dpt.model_dump() | {"dikunci": utc_text(act.now)}
        store.add_rows(act.session, dpt_store.DptRow, [row])
        rows = dpt_store.line_rows(dpt.versi, lines)
        store.add_rows(act.session, dpt_store.DptPemilihRow, rows)
        act.record(f"dpt/{dpt.versi}", segel=dpt.segel, l=dpt.jumlah_l, p=dpt.jumlah_p)
        act.commit()
    return dpt


def read_dpt(meja: Meja) -> Dpt:
    """Give the locked DPT; StateError before it is locked (S-209)."""
    dpt = find_dpt(meja)
    if dpt is None:
        raise StateError("DPT belum dikunci.", "Kunci DPT di langkah Pemilih dahulu.")
    return dpt


def find_dpt(meja: Meja) -> Dpt | None:
    """Give the locked DPT; None before it is locked (S-209)."""
    with meja.read() as session:
        return dpt_store.read_dpt(session)


def count_struck(meja: Meja) -> Mapping[str, int]:
    """Count by reason who was struck from the DPS: the DPT's `dicoret` (F-07, S-208)."""
    with meja.read() as session:
        members = store.read_dps_ids(session)
        daftar = kini.read_pemilih(session)
    return Counter(one.coret for one in daftar if one.coret and one.id in members)


def read_warnings(meja: Meja, pemilih_id: int | None = None) -> tuple[Finding, ...]:
    """Give one voter's warnings, or all of them with those about whole sheets (S-205, S-210)."""
    with meja.read() as session:
        stored = store.read_temuan(session, pemilih_id)
    return tuple(records.read_finding(*one) for one in stored)


def summarise(meja: Meja) -> RingkasanPemilih:
    """Give the figures for the first page (S-204)."""
    with meja.read() as session:
        counts = kini.count_pemilih(session)
        return RingkasanPemilih(
            jumlah_l=counts["L"],
            jumlah_p=counts["P"],
            dicoret=counts["coret"],
            peringatan=counts["peringatan"],
            perlu_diperbaiki=store.count_perbaikan(session),
            dps=store.read_dps(session),
            dpt=dpt_store.read_dpt(session),
        )


def syarat_of(meja: Meja) -> SyaratPemilih:
    """Give what the rules of this election measure a voter by (S-201)."""
    return SyaratPemilih(
        tanggal=meja.pemilihan.tanggal,
        usia_min=meja.profil.nilai("pemilih.usia_min"),
        kode_desa=meja.pemilihan.kode_desa,
    )


def start_intake(meja: Meja, session: "Session") -> Intake:
    """Give an intake that knows everybody of the list (S-202, S-205)."""
    intake = Intake(syarat_of(meja))
    intake.remember(kini.read_pemilih(session), store.read_places(session))
    intake.remember_received(kini.read_received(session, changed=True))
    return intake


def add_batch(act: Act, intake: Intake, berkas: str, sha256: str) -> int:
    """Keep what an intake came from; gives its number (S-204)."""
    batch = store.next_id(act.session, store.BatchRow)
    asal = _asal(act.session)
    row = {"id": batch, "sha256": sha256, "berkas": berkas, "waktu": utc_text(act.now)}
    row |= {"asal": asal.value, "diterima": len(intake.taken), "sudah_ada": intake.already}
    row |= {"ditolak": len(intake.refused), "akun_id": act.akun.id}
    store.add_rows(act.session, store.BatchRow, [row])
    return batch


def _asal(session: "Session") -> Asal:
    return Asal.TAMBAHAN if store.read_dps(session) else Asal.DPS


def store_taken(session: "Session", intake: Intake, batch: int) -> list[int]:
    """Put whoever an intake took on the list; gives their numbers (S-204)."""
    first, asal = store.next_id(session, store.PemilihRow), _asal(session)
    for start in range(0, len(intake.taken), _STORED_AT_ONCE):
        daftar, warnings = [], []
        part = intake.taken[start : start + _STORED_AT_ONCE]
        for number, one in enumerate(part, first + start):
            daftar.append(records.pemilih_record(one, number, batch, asal))
            warnings += records.temuan_records(one.temuan, batch, number)
        kini.take_in(session, daftar)
        store.add_rows(session, store.TemuanRow, warnings)
        kini.count_warnings(session, {one["pemilih_id"] for one in warnings})
    return list(range(first, first + len(intake.taken)))


def _store_refused(
    session: "Session", intake: Intake, batch: int, berkas: str
) -> tuple[BarisPerbaikan, ...]:
    first = store.next_id(session, store.PerbaikanRow)
    rows = [
        records.perbaikan_record(one, number, batch)
        for number, one in enumerate(intake.refused, first)
    ]
    store.add_rows(session, store.PerbaikanRow, rows)
    return tuple(records.read_perbaikan(row | {"berkas": berkas}) for row in rows)


def _waiting(session: "Session", perbaikan_id: int) -> records.Record:
    found = store.read_perbaikan(session, perbaikan_id)
    if not found:
        raise StateError("Baris ini sudah tidak di daftar perbaikan.", "Muat ulang daftarnya.")
    return found[0]


def finish_repair(act: Act, perbaikan_id: int, pemilih_id: int | None, alasan: str) -> None:
    """Take a row off the repair list within an act: as a voter, or set aside (S-204)."""
    row = {"perbaikan_id": perbaikan_id, "pemilih_id": pemilih_id, "alasan": alasan}
    row |= {"waktu": utc_text(act.now), "akun_id": act.akun.id}
    store.add_rows(act.session, store.PerbaikanSelesaiRow, [row])


def _check_lock(
    meja: Meja, session: "Session", dpt: Dpt, lines: Sequence[PemilihDpt]
) -> tuple[Finding, ...]:
    found = check_dpt(dpt, lines, syarat_of(meja), left_to_do(session))
    return (*found, *find_asumsi(session, meja.profil, UNTUK_DPT))


def demand_unlocked(session: "Session") -> None:
    """Refuse to change a list whose DPT is locked (S-209)."""
    if dpt_store.read_dpt(session):
        raise StateError(
            "DPT sudah dikunci.",
            "Catat perubahan sesudah DPT, atau buka kuncinya berdua dengan alasan.",
        )


def demand_reason(text: str) -> str:
    """Give a reason without needless blanks; StateError when it is no reason (S-206)."""
    text = " ".join(text.split())
    if not 3 <= len(text) <= 200:
        raise StateError("Alasan belum ditulis.", "Tulis alasan atau nomor suratnya, 3-200 huruf.")
    return text
