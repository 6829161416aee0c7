"""The register of objections (F-37): written down when one comes, decided once, never changed."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.daftar import JenisKeberatan, Keberatan, KeberatanBaru
from pilkades_desk.berita_acara.formulir import (
    KeberatanCalon,
    RegisterKeberatan,
    TandaTerimaKeberatan,
)
from pilkades_desk.berita_acara.rules import decision_due
from pilkades_desk.core.clock import moment_text, plain_date
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.kalender.usecases import read_days_off
from pilkades_desk.panitia.kalender.values import SatuanHari
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.compose import KETUA, SEKRETARIS, make_dasar, orang_holding, place
from pilkades_desk.panitia.naskah.formulir import Bahan, make_formulir
from pilkades_desk.panitia.naskah.tercetak import identify
from pilkades_desk.panitia.naskah.values import WaktuTempat
from pilkades_desk.panitia.rights import Aksi

DAYS = "sengketa.putus"
_MOST = {"pemohon": 100, "pokok": 2000, "bukti": 2000}
"""Letters the register takes."""
HOUR = re.compile(r"([01]?[0-9]|2[0-3])\.[0-5][0-9]")


def add_keberatan(meja: Meja, baru: KeberatanBaru) -> Keberatan:
    """Write an objection into the register with the last day for deciding it (S-624).

    Raises:
        StateError: it would have come in after now.
    """
    meja.demand(Aksi.CATAT_KEBERATAN)
    if baru.diterima > meja.clock.now():
        raise StateError("Waktu diterima belum lewat.", "Periksa tanggal dan jamnya.")
    received = baru.diterima.astimezone(meja.pemilihan.zona.tz).date()
    due = _due(meja, received)
    with meja.act(Aksi.CATAT_KEBERATAN) as act:
        nomor = store.add_keberatan(act.session, baru, due, act.now)
        act.record(f"keberatan/{nomor}", langkah="diterima")
        act.commit()
    return find_keberatan(meja, nomor)


def parse_keberatan(meja: Meja, untrusted: Mapping[str, str]) -> KeberatanBaru:
    """Read what was typed about an objection (S-624); StateError names what is wrong."""
    faults = check_keberatan(untrusted)
    if faults:
        raise StateError("Keberatan belum lengkap.", next(iter(faults.values())))
    hour, minute = (int(part) for part in untrusted["jam"].split("."))
    day = date.fromisoformat(untrusted["tanggal"])
    received = datetime.combine(day, time(hour, minute), meja.pemilihan.zona.tz)
    return KeberatanBaru(
        diterima=received,
        pemohon=untrusted["pemohon"],
        jenis=JenisKeberatan(untrusted["jenis"]),
        pokok=untrusted["pokok"],
        bukti=untrusted["bukti"],
    )


def check_keberatan(untrusted: Mapping[str, str]) -> dict[str, str]:
    """Say by box what keeps an objection from being written down."""
    faults = {}
    if not untrusted["pemohon"].strip():
        faults["pemohon"] = "Tulis nama pemohon."
    if not HOUR.fullmatch(untrusted["jam"]):
        faults["jam"] = "Tulis jam seperti 09.30."
    if not untrusted["pokok"].strip():
        faults["pokok"] = "Tulis pokok keberatannya."
    for nama, most in _MOST.items():
        if len(untrusted.get(nama, "").strip()) > most:
            faults[nama] = f"Singkatkan menjadi paling banyak {most} huruf."
    return faults


def decide_keberatan(meja: Meja, nomor: int, putusan: str, diputus: date) -> Keberatan:
    """Write the decision on an objection beside it; a later one holds instead (S-624).

    Raises:
        StateError: no words, or a day before the objection came in.
    """
    meja.demand(Aksi.CATAT_KEBERATAN)
    found = find_keberatan(meja, nomor)
    if not putusan.strip():
        raise StateError("Putusan belum ditulis.", "Tulis putusannya.")
    if diputus < found.diterima.astimezone(meja.pemilihan.zona.tz).date():
        raise StateError("Putusan lebih dulu daripada keberatannya.", "Periksa tanggalnya.")
    if diputus > meja.clock.now().astimezone(meja.pemilihan.zona.tz).date():
        raise StateError("Tanggal putusan belum tiba.", "Periksa tanggal dan jam laptop.")
    if len(putusan) > _MOST["pokok"]:
        raise StateError("Putusannya terlalu panjang.", "Singkatkan menjadi 2000 huruf.")
    with meja.act(Aksi.CATAT_KEBERATAN) as act:
        store.add_putusan(act.session, nomor, (putusan.strip(), diputus), act.now)
        act.record(f"keberatan/{nomor}", langkah="diputus")
        act.commit()
    return find_keberatan(meja, nomor)


def read_keberatan(meja: Meja) -> tuple[Keberatan, ...]:
    """Give the register in the order of its numbers (S-624)."""
    with meja.read() as session:
        return store.read_keberatan(session)


def find_keberatan(meja: Meja, nomor: int) -> Keberatan:
    """Give one objection; StateError when there is none of that number (S-624)."""
    found = [one for one in read_keberatan(meja) if one.nomor == nomor]
    if not found:
        raise StateError(f"Keberatan no. {nomor} tidak ada.", "Pilih dari register.")
    return found[0]


def deadline_words(meja: Meja) -> str:
    """Say how the deadline is computed and how sure the rule is (S-624)."""
    value = meja.profil.isi[DAYS]
    term = f"{value.nilai} {_unit(meja).replace('_', ' ')} sesudah diterima"
    return f"{term} ({value.status.value}: {value.dasar})"


def _due(meja: Meja, received: date) -> date:
    unit = _unit(meja)
    libur = read_days_off(meja, received) if unit is SatuanHari.KERJA else frozenset()
    return decision_due(received, int(meja.profil.nilai(DAYS)), unit, libur)


def _unit(meja: Meja) -> SatuanHari:
    return meja.profil.isi[DAYS].satuan or SatuanHari.KALENDER


def draw_register(meja: Meja) -> Cetakan:
    """Draw the register; the same entries give the same file (S-624)."""
    entries = read_keberatan(meja)
    names = {one.jabatan: one.nama for one in orang_holding(meja, (SEKRETARIS, KETUA))}
    bahan = RegisterKeberatan(
        keberatan=tuple(_row(meja, one) for one in entries),
        sekretaris=names.get(SEKRETARIS, ""),
        ketua=names.get(KETUA, ""),
    )
    if not entries:
        raise StateError("Register masih kosong.", "Catat keberatan, atau cetak F-37 kosong.")
    return _draw(meja, bahan, entries[-1], "F-37-register.pdf")


def draw_tanda_terima(meja: Meja, nomor: int) -> Cetakan:
    """Draw the receipt for the one who objects; it names nobody else (S-624)."""
    one = find_keberatan(meja, nomor)
    bahan = TandaTerimaKeberatan(
        nomor_register=str(one.nomor),
        waktu_terima=moment_text(one.diterima, meja.pemilihan.zona),
        pemohon=one.pemohon,
        pokok=f"{one.jenis.value.capitalize()}: {one.pokok}",
        bukti=one.bukti,
        batas=one.batas,
    )
    return _draw(meja, bahan, one, f"F-37-tanda-terima-{nomor}.pdf")


def _row(meja: Meja, one: Keberatan) -> KeberatanCalon:
    decided = f"{one.putusan} ({plain_date(one.diputus)})" if one.diputus else ""
    return KeberatanCalon(
        waktu=moment_text(one.diterima, meja.pemilihan.zona),
        pemohon=one.pemohon,
        pokok=f"{one.jenis.value.capitalize()}: {one.pokok}",
        bukti=one.bukti,
        batas=one.batas,
        putusan=decided,
    )


def _draw(meja: Meja, bahan: Bahan, dated_by: Keberatan, file_name: str) -> Cetakan:
    """Draw, dated by an objection and naming no audit head: printing twice is the same file."""
    from pilkades_desk.panitia.naskah.pdf.formulir import draw

    day = dated_by.diterima.astimezone(meja.pemilihan.zona.tz).date()
    dasar = make_dasar(meja).model_copy(
        update={
            "dibekukan": dated_by.diterima,
            "kepala_audit": "–",
            "waktu": WaktuTempat(tanggal=day, tempat=place(meja)),
        }
    )
    isi = make_formulir(dasar, bahan)
    return Cetakan(isi.naskah.judul[0], file_name, draw(isi), identify(isi))
