"""Opening the DPT again by two people, its versions side by side, and notes made after the lock."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pilkades_desk.core.clock import parse_utc, utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Persetujuan
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.dpt import store
from pilkades_desk.pemilih.dpt.rules import differences, left_because, opening_digest, seal_code
from pilkades_desk.pemilih.dpt.values import CatatanDpt, VersiDpt
from pilkades_desk.pemilih.formulir import BarisCatatan
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.values import Jenis, Tercatat
from pilkades_desk.pemilih.loket.values import TpsOf
from pilkades_desk.pemilih.riwayat.rules import reason_of
from pilkades_desk.pemilih.usecases import demand_reason, read_dpt
from pilkades_desk.pemilih.values import Dpt

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store

Halangan = Callable[[Meja], str]
"""Says what in a later step forbids opening the DPT, in a sentence; nothing when nothing does."""
KINDS_KEY = "dpt.perubahan"


def unlock_dpt(
    meja: Meja, alasan: str, persetujuan: Sequence[Persetujuan], halangan: Halangan
) -> Dpt:
    """Open the locked DPT again; two people approved its seal and the reason (S-006, S-270).

    The version stays as it was, with its lines; the list is worked on as before, and locking it
    again makes the next one. Gives the version that was opened.

    Raises:
        StateError: the DPT is not locked, no reason, or a later step stands against it.
        RightsError: not two people, or they approved something else.
    """
    with meja.act(Aksi.BUKA_DPT) as act:
        alasan = demand_reason(alasan)
        dpt = store.read_dpt(act.session)
        if dpt is None:
            raise StateError("DPT tidak terkunci.", "Kunci DPT dahulu.")
        against = halangan(meja)
        if against:
            raise StateError(against, "Catat perubahannya sebagai catatan sesudah DPT.")
        digest = opening_digest(dpt.segel, alasan)
        act.require_two(digest, persetujuan)
        row = {"versi": dpt.versi, "alasan": alasan, "akun_id": act.akun.id}
        row |= {"waktu": utc_text(act.now)}
        pemilih_store.add_rows(act.session, store.DptDibukaRow, [row])
        act.record(f"dpt/{dpt.versi}", segel=digest)
        act.commit()
    return dpt


def read_opening_digest(meja: Meja, alasan: str) -> str:
    """Give what two people approve who open the locked DPT for this reason (S-006, S-270)."""
    return opening_digest(read_dpt(meja).segel, demand_reason(alasan))


def read_versions(meja: Meja) -> tuple[VersiDpt, ...]:
    """Give every version of the DPT, the opened ones too, oldest first (S-270)."""
    with meja.read() as session:
        names = {one.id: one.nama_lengkap for one in meja.accounts(session).values()}
        found = []
        for dpt in store.read_versions(session):
            opened = store.read_opening(session, dpt.versi)
            found.append(
                VersiDpt(
                    dpt,
                    seal_code(dpt.segel),
                    parse_utc(opened["waktu"]) if opened else None,
                    opened["alasan"] if opened else "",
                    names[opened["akun_id"]] if opened else "",
                )
            )
    return tuple(found)


def difference(meja: Meja, versi_a: int, versi_b: int) -> tuple[str, ...]:
    """Say in sentences what changed from one version of the DPT to another (S-271).

    Raises:
        StateError: there is no such version.
    """
    with meja.read() as session:
        known = {dpt.versi for dpt in store.read_versions(session)}
        for versi in (versi_a, versi_b):
            if versi not in known:
                raise StateError(f"DPT versi {versi} tidak ada.", "Pilih versi dari daftarnya.")
        before, after = store.read_lines(session, versi_a), store.read_lines(session, versi_b)
        reasons = {
            one.perubahan.pemilih_id: f"dicoret, {reason_of(one)}" for one in _strikes(session)
        }
    return tuple(differences(before, after, reasons))


def note_after_dpt(
    meja: Meja, pemilih_id: int, jenis: str, dokumen: str, tanggal: date
) -> CatatanDpt:
    """Note what became of a voter after the DPT was locked (F-09); no line changes (S-272).

    Raises:
        StateError: the DPT is not locked, the voter does not stand in it, the profile does not
            know this kind, or the document lacks.
    """
    with meja.act(Aksi.CATAT_SETELAH_DPT) as act:
        dokumen = demand_reason(dokumen)
        kinds = tuple(meja.profil.nilai(KINDS_KEY))
        if jenis not in kinds:
            raise StateError(
                f"Catatan “{jenis}” tidak dikenal profil.", f"Pilih: {', '.join(kinds)}."
            )
        lines = store.read_locked_lines(act.session)
        if pemilih_id not in {line.id for line in lines}:
            raise StateError("Orang ini tidak ada di DPT yang terkunci.", "Cari lagi namanya.")
        number = pemilih_store.next_id(act.session, store.CatatanDptRow)
        note = CatatanDpt(number, pemilih_id, jenis, dokumen, tanggal, act.akun.id, act.now)
        row = {"id": number, "pemilih_id": pemilih_id, "jenis": jenis, "dokumen": dokumen}
        row |= {"tanggal": tanggal.isoformat(), "akun_id": act.akun.id}
        pemilih_store.add_rows(
            act.session, store.CatatanDptRow, [row | {"waktu": utc_text(act.now)}]
        )
        act.record(f"catatan-dpt/{number}", jenis=jenis, pemilih=pemilih_id)
        act.commit()
    return note


def read_notes(meja: Meja) -> Mapping[int, tuple[CatatanDpt, ...]]:
    """Give by voter the notes made after the lock, oldest first (S-272)."""
    found: dict[int, tuple[CatatanDpt, ...]] = {}
    with meja.read() as session:
        for note in store.read_notes(session):
            found[note.pemilih_id] = (*found.get(note.pemilih_id, ()), note)
    return found


def list_notes(meja: Meja, tps_of: TpsOf) -> tuple[BarisCatatan, ...]:
    """Give the notes as the lines of F-09, oldest first, numbers masked (S-240, S-295).

    Whoever left the DPT with a later version keeps the number the note was made under.
    """
    with meja.read() as session:
        notes, numbers = store.read_notes(session), store.read_numbers(session)
        daftar = {
            one.id: one for one in kini.read_pemilih(session, {one.pemilih_id for one in notes})
        }
        names = {one.id: one.nama_lengkap for one in meja.accounts(session).values()}
    return tuple(
        BarisCatatan(
            no_dpt=numbers[one.pemilih_id],
            nama=daftar[one.pemilih_id].nama,
            nik=mask_nik(daftar[one.pemilih_id].nik),
            tps=tps_of(one.pemilih_id),
            catatan=one.jenis,
            dokumen=one.dokumen,
            tanggal=one.tanggal,
            oleh=names[one.akun_id],
        )
        for one in notes
    )


def read_left(meja: Meja, *, inside: bool) -> Mapping[int, str]:
    """Give by number why whoever had it was struck off, as far as a list may say it (S-297)."""
    with meja.read() as session:
        numbers = store.read_numbers(session)
        strikes = {one.perubahan.pemilih_id: one for one in _strikes(session)}
    return {
        numbers[each]: left_because(one, inside=inside)
        for each, one in strikes.items()
        if each in numbers
    }


def _strikes(session: "Session") -> Iterator[Tercatat]:
    """Give the strikes, oldest first: the last one of a voter is the one that counts."""
    return (one for one in kini.read_entries(session) if one.sebab.jenis is Jenis.CORET)
