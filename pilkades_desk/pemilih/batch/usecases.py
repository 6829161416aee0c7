"""The imports as they came, and withdrawing one before the DPS is set: nothing is deleted."""

from typing import TYPE_CHECKING, Any

from pilkades_desk.core.clock import parse_utc, utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import store
from pilkades_desk.pemilih.batch.values import Batch, HasilTarik
from pilkades_desk.pemilih.findings import W255
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.rules import changes_to, name_some
from pilkades_desk.pemilih.kini.usecases import change_in
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Sebab
from pilkades_desk.pemilih.usecases import demand_reason
from pilkades_desk.pemilih.values import DITARIK

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


def list_batches(meja: Meja) -> tuple[Batch, ...]:
    """Give every import, the withdrawn too, in the order they came (S-268)."""
    with meja.read() as session:
        names = {one.id: one.nama_lengkap for one in meja.accounts(session).values()}
        rows = store.read_batches(session)
    return tuple(_batch(row, names) for row in rows)


def read_batch_ids(meja: Meja, batch_id: int) -> tuple[int, ...]:
    """Give whom of the list an import brought, in the order they came (S-268)."""
    with meja.read() as session:
        return tuple(one.id for one in kini.read_of_batch(session, batch_id))


def withdraw_batch(meja: Meja, batch_id: int, alasan: str, *, paksa: bool = False) -> HasilTarik:
    """Take an import off the list again; the same file may then be imported anew (S-268).

    Raises:
        StateError: the DPS is set, the import is none or withdrawn already, no reason, or
            somebody it brought was changed by hand since (named), unless `paksa`.
    """
    with meja.act(Aksi.TARIK_BATCH) as act:
        alasan = demand_reason(alasan)
        standing = _demand_withdrawable(act.session, batch_id)
        if not paksa:
            _refuse_touched(act.session, batch_id)
        daftar = kini.read_of_batch(act.session, batch_id)
        changes = [one for each in daftar for one in changes_to(each, {"coret": DITARIK})]
        if changes:
            change_in(act, changes, Sebab(Jenis.DITARIK, Jalur.BATCH, alasan))
        waiting = _leave_repairs(act, batch_id, alasan)
        store.withdraw_batch(
            act.session,
            {
                "batch_id": batch_id,
                "alasan": alasan,
                "jumlah": len(daftar),
                "akun_id": act.akun.id,
                "waktu": utc_text(act.now),
            },
        )
        kini.count_warnings(act.session, [one.id for one in daftar])
        act.record(f"batch/{batch_id}", jumlah=len(daftar), perbaikan=waiting)
        act.commit()
    found = tuple(
        W255.at(row["berkas"], berkas=row["berkas"], jumlah=row["sudah_ada"])
        for row in standing
        if row["id"] > batch_id and row["sudah_ada"]
    )
    return HasilTarik(len(daftar), waiting, found)


def _demand_withdrawable(session: "Session", batch_id: int) -> list[dict[str, Any]]:
    """Give the imports that stand; StateError when this one is not among them."""
    if store.read_dps(session):
        raise StateError("DPS sudah ditetapkan.", "Coret orangnya satu per satu dengan alasannya.")
    standing = [row for row in store.read_batches(session) if not row["ditarik"]]
    if batch_id not in {row["id"] for row in standing}:
        raise StateError("Impor ini tidak ada atau sudah ditarik.", "Muat ulang daftarnya.")
    return standing


def _refuse_touched(session: "Session", batch_id: int) -> None:
    ids = kini.find_touched(session, batch_id)
    if ids:
        names = name_some(one.nama for one in kini.read_pemilih(session, ids))
        raise StateError(
            f"Sudah diubah dengan tangan: {names}.",
            "Tarik juga perubahannya bila memang seluruh berkas ini salah.",
        )


def _leave_repairs(act: Act, batch_id: int, alasan: str) -> int:
    rows = [one for one in store.read_perbaikan(act.session) if one["batch_id"] == batch_id]
    how = {"alasan": f"impor ditarik: {alasan}", "waktu": utc_text(act.now)}
    who = {"pemilih_id": None, "akun_id": act.akun.id}
    ends = [{**how, **who, "perbaikan_id": one["id"]} for one in rows]
    store.add_rows(act.session, store.PerbaikanSelesaiRow, ends)
    return len(rows)


def _batch(row: dict[str, Any], names: dict[int, str]) -> Batch:
    away = row["ditarik"]
    return Batch(
        id=row["id"],
        berkas=row["berkas"],
        waktu=parse_utc(row["waktu"]),
        oleh=names[row["akun_id"]],
        diterima=row["diterima"],
        sudah_ada=row["sudah_ada"],
        ditolak=row["ditolak"],
        ditarik=parse_utc(away["waktu"]) if away else None,
        alasan=away["alasan"] if away else "",
        ditarik_oleh=names[away["akun_id"]] if away else "",
    )
