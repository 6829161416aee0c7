"""What is done with the log: verify it, look through it, take it out.

Works for both desks. Reading is everybody's; what leaves the machine is recorded first.
"""

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.clock import Zona, utc_text
from pilkades_desk.core.errors import PilkadesError, StorageError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.audit_log import Wanted, Word
from pilkades_desk.kits.storage.disk import write_whole
from pilkades_desk.kits.usb.writing import copy_to_drive
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import SLOTS_NAME
from pilkades_desk.panitia.findings import W125, W128
from pilkades_desk.panitia.kalimat import AKSES, acts_saying, baris
from pilkades_desk.panitia.periksa import (
    Laporan,
    Tanda,
    Terdaftar,
    check_anchor,
    check_log,
    check_marks,
    read_anchor,
)
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import BarisRiwayat, LembarAkses, SaringRiwayat

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in stores

    from pilkades_desk.kits.usb.folder_drive import Drive
    from pilkades_desk.panitia.meja import MejaAkun


def verify_riwayat(meja: "MejaAkun", tanda: Sequence[Tanda] = ()) -> Laporan:
    """Verify the whole log against itself, the keyslot file and heads seen elsewhere (S-015)."""
    anchor = _anchor(meja.folder)
    with meja.read() as session:
        found = check_log(
            audit_log.read_entries(session),
            audit_log.read_checkpoints(session),
            Terdaftar.of(store.read_akun(session), store.read_account_keys(session)),
        )
        if not found.menyambung:
            return found
        named = read_anchor(anchor)
        seqs = [each.kepala.seq for each in (*tanda, *([named] if named else []))]
        hashes = audit_log.read_hashes(session, seqs)
    outside = check_anchor(anchor, hashes, found.kepala)
    outside += check_marks(tanda, hashes, found.kepala)
    return Laporan(found.kepala, (*found.temuan, *outside))


def look_on_opening(meja: "MejaAkun") -> Laporan:
    """Verify the log as it was found and fold a journal left behind by a sudden end (S-015)."""
    laporan = verify_riwayat(meja)
    found = [each for each in laporan.temuan if each.kind is not W128]
    if meja.file.journal:
        with suppress(StorageError):  # on a full disk the journal stays, and with it every act
            meja.file.checkpoint()
        found.append(W125.at("berkas pemilihan"))
    return Laporan(laporan.kepala, tuple(found))


def noted(found: Sequence[Finding]) -> dict[str, str]:
    """Give what a login writes into the log about its opening: a rollback must not be forgotten."""
    codes = sorted({each.code for each in found if each.is_error or each.kind is W125})
    return {"temuan": " ".join(codes)} if codes else {}


def find_riwayat(meja: "MejaAkun", saring: SaringRiwayat, zona: Zona) -> list[int]:
    """Give the numbers of the entries wanted, newest first (S-017)."""
    with meja.read() as session:
        names = _names(session)
        words = tuple(_word(each, names) for each in saring.teks.split())
        wanted = Wanted(
            acts=saring.aksi,
            account=saring.akun,
            since=_start(saring.dari, zona),
            until=_start(saring.sampai + timedelta(days=1), zona) if saring.sampai else "",
            words=words,
        )
        return audit_log.find(session, wanted)


def read_riwayat(meja: "MejaAkun", seqs: Sequence[int]) -> tuple[BarisRiwayat, ...]:
    """Give these entries in words, in the order asked for (S-017)."""
    with meja.read() as session:
        names = _names(session)
        return tuple(baris(entry, names) for entry in audit_log.read_some(session, seqs))


def read_names(meja: "MejaAkun") -> dict[int, str]:
    """Give the full names of all accounts by id."""
    with meja.read() as session:
        return _names(session)


def read_days(meja: "MejaAkun", zona: Zona) -> tuple[date, date]:
    """Give the day the log begins and today, or the day of its last entry if that is later."""
    ends = read_riwayat(meja, (1, meja.head().seq))
    moments = [each.waktu for each in ends if each.waktu]
    days = [each.astimezone(zona.tz).date() for each in (*moments, meja.clock.now())]
    return days[0], max(days)


def export_riwayat(meja: "MejaAkun", tempat: str, drive: "Drive") -> Path:
    """Write the log as NIST SP 1500-101 JSON; recorded first, as it leaves the machine.

    Syarat: S-017.

    Args:
        meja: the desk.
        tempat: code of the village or kabupaten, as the log's election.
        drive: the stick.
    """
    meja.demand(Aksi.EKSPOR_RIWAYAT)
    from pilkades_desk.panitia.cdf import log_json

    with meja.read() as session:
        entries = tuple(audit_log.read_entries(session))
    head = meja.head()
    content = log_json(entries, tempat)
    return _take_out(meja, "riwayat", (f"riwayat-{tempat}-{head.text}.json", content), drive)


def read_akses(meja: "MejaAkun", sejak: date, zona: Zona, tempat: str) -> LembarAkses:
    """Give who opened the file, saw personal data or took something out since a day (S-018)."""
    acts = tuple(aksi.value for aksi in AKSES)
    seqs = find_riwayat(meja, SaringRiwayat(aksi=acts, dari=sejak), zona)
    return LembarAkses(
        tempat=tempat,
        sejak=sejak,
        dibuat=meja.clock.now(),
        zona=zona,
        kepala=meja.head().text,
        baris=read_riwayat(meja, seqs[::-1]),
    )


def export_akses(meja: "MejaAkun", lembar: LembarAkses, drive: "Drive") -> Path:
    """Write the access sheet as PDF; recorded first (S-018)."""
    meja.demand(Aksi.EKSPOR_RIWAYAT)
    from pilkades_desk.panitia.pdf import draw_akses

    name = f"akses-sejak-{lembar.sejak.isoformat()}-{lembar.kepala}.pdf"
    return _take_out(meja, "akses", (name, draw_akses(lembar)), drive)


def _take_out(meja: "MejaAkun", what: str, file: tuple[str, bytes], drive: "Drive") -> Path:
    name, content = file
    with meja.act(Aksi.EKSPOR_RIWAYAT) as act:
        act.record(what, berkas=name, sha256=sha256_hex(content))
        act.commit()
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / name
        write_whole(source, content)
        return copy_to_drive(drive, source)


def _anchor(folder: Path) -> str:
    try:
        return read_slots(folder / SLOTS_NAME).head
    except PilkadesError:  # gone or damaged since the login: told as an anchor nobody can read
        return ""


def _names(session: "Session") -> dict[int, str]:
    return {akun.id: akun.nama_lengkap for akun in store.read_akun(session).values()}


def _word(text: str, names: dict[int, str]) -> Word:
    low = text.casefold()
    people = tuple(akun for akun, name in names.items() if low in name.casefold())
    return Word(text, acts_saying(text), people)


def _start(day: date | None, zona: Zona) -> str:
    return utc_text(datetime.combine(day, time(), zona.tz)) if day else ""
