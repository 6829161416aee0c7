"""What is done with the profile: look at it, take another one, stand by its assumptions."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.profil import store
from pilkades_desk.panitia.profil.naskah import parse_profile, skema
from pilkades_desk.panitia.profil.rules import (
    check_asumsi,
    check_changes,
    digest_of,
    list_changes,
    replacement_digest,
    say_value,
)
from pilkades_desk.panitia.profil.values import (
    BarisProfil,
    IsiProfil,
    Kunci,
    Pergantian,
    Profil,
    StatusNilai,
    Tahap,
)
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Persetujuan

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in stores

UNTUK_DPT = frozenset({Tahap.PEMILIH, Tahap.DPS, Tahap.DPT})
"""Stages whose values a DPT rests on."""
_SESUDAH = frozenset({Tahap.SENGKETA, Tahap.AKHIR})
_BERITA_ACARA = {"F-07": UNTUK_DPT | {Tahap.DOKUMEN}}
_MULAI: Mapping[Tahap, Aksi] = {
    Tahap.PEMILIH: Aksi.IMPOR_PEMILIH,
    Tahap.DPS: Aksi.TETAPKAN_DPS,
    Tahap.DPT: Aksi.KUNCI_DPT,
    Tahap.CALON: Aksi.DAFTAR_CALON,
    Tahap.UNDIAN: Aksi.UNDI_NOMOR,
    Tahap.TPS: Aksi.KUNCI_UNIT,
    Tahap.HITUNG: Aksi.ENTRI_FORM,
    Tahap.DOKUMEN: Aksi.BEKUKAN_DOKUMEN,
    Tahap.SENGKETA: Aksi.CATAT_KEBERATAN,
    Tahap.AKHIR: Aksi.MUSNAHKAN,
}
"""The act each stage begins with; the log says whether it was done."""
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{2,39}")


def read_isi(meja: Meja) -> IsiProfil:
    """Give every value with its basis and how sure it is (S-012, S-142)."""
    profil = meja.profil
    with meja.read() as session:
        stood = store.read_asumsi(session)
        begun = _begun(session)
    baris = []
    for nama, kunci in skema().items():
        nilai = profil.isi[nama]
        baris.append(
            BarisProfil(
                kunci=kunci,
                nilai=say_value(kunci, nilai),
                dasar=nilai.dasar,
                asumsi=nilai.status is StatusNilai.ASUMSI,
                dikonfirmasi=(nama, digest_of(nilai)) in stood,
                dari_acuan=nama in profil.dari_acuan,
                mulai=kunci.tahap in begun,
            )
        )
    return IsiProfil(label=profil.label, baris=tuple(baris))


def confirm_asumsi(meja: Meja, keys: Sequence[str]) -> tuple[str, ...]:
    """Stand by these assumptions as the ketua, once and in the log; gives the new ones.

    Syarat: S-145.

    Raises:
        StateError: a key is no assumption of this profile, or all are stood by already.
    """
    with meja.act(Aksi.KONFIRMASI_ASUMSI) as act:
        strange = [key for key in keys if key not in meja.profil.asumsi]
        if strange:
            raise StateError(f"'{strange[0]}' bukan asumsi.", "Muat ulang profilnya.")
        stood = store.read_asumsi(act.session)
        digests = {key: digest_of(meja.profil.isi[key]) for key in keys}
        new = {key: digest for key, digest in digests.items() if (key, digest) not in stood}
        if not new:
            raise StateError("Tidak ada asumsi yang menunggu.", "Lanjutkan langkah berikutnya.")
        store.add_asumsi(act.session, new, act.akun.id, act.now)
        act.record(f"profil/{meja.profil.sidik[:8]}", jumlah=len(new), aturan=" ".join(new))
        act.commit()
    return tuple(new)


def find_asumsi(session: "Session", profil: Profil, tahap: Collection[Tahap]) -> list[Finding]:
    """Find the assumptions of these stages nobody stands by yet (S-145)."""
    return check_asumsi(_open_keys(session, profil, tahap))


def demand_confirmed(meja: Meja, kode: str) -> None:
    """Refuse a berita acara that rests on assumptions nobody stands by; StateError names them.

    Syarat: S-145.
    """
    tahap = _BERITA_ACARA.get(kode, frozenset(Tahap) - _SESUDAH)
    with meja.read() as session:
        _demand_none(find_asumsi(session, meja.profil, tahap))


def preview_replacement(meja: Meja, nama: str, untrusted_text: str) -> Pergantian:
    """Say what another profile would change, and what of it comes too late (S-144).

    Raises:
        BadProfile: the text is no profile.
        StateError: the name cannot be printed, or the profile is the one in use.
    """
    baru = _checked(meja, nama, untrusted_text)
    with meja.read() as session:
        return _compare(session, meja.profil, baru)


def replace_profile(
    meja: Meja, nama: str, untrusted_text: str, persetujuan: Sequence[Persetujuan]
) -> Meja:
    """Take another profile, approved by two people; gives the desk that works by it.

    Syarat: S-006, S-144.

    The one before stays in the file with its hash. Refused when a changed value was used already.
    """
    meja.demand(Aksi.GANTI_PROFIL)
    baru = _checked(meja, nama, untrusted_text)
    lama = meja.profil
    with meja.act(Aksi.GANTI_PROFIL) as act:
        seen = _compare(act.session, lama, baru)
        act.require_two(seen.digest, persetujuan)
        _demand_none(check_changes(seen.terlambat))
        row = {"nama": nama, "teks": untrusted_text, "sidik": baru.sidik}
        nomor = store.add_profil(
            act.session, row | {"menggantikan": lama.sidik}, act.akun.id, act.now
        )
        words = " ".join(each.kunci.nama for each in seen.perubahan)
        facts = {"nama": nama, "lama": lama.sidik, "sidik": baru.sidik, "aturan": words}
        facts["segel"] = seen.digest  # what was approved, for whoever verifies the log
        act.record(f"profil/{nomor}", jumlah=len(seen.perubahan), **facts)
        act.commit()
    return replace(meja, profil=baru)


def _checked(meja: Meja, nama: str, untrusted_text: str) -> Profil:
    if not _NAME.fullmatch(nama):
        raise StateError(
            f"Nama profil '{nama[:40]}' tidak dapat dipakai.",
            "Pakai huruf kecil, angka, dan tanda hubung, misalnya tegal-2027.",
        )
    baru = parse_profile(nama, untrusted_text)
    if baru.sidik == meja.profil.sidik:
        raise StateError("Profil ini sudah dipakai.", "Pilih profil lain.")
    return baru


def _compare(session: "Session", lama: Profil, baru: Profil) -> Pergantian:
    changes = list_changes(lama, baru, skema())
    begun = _begun(session)
    return Pergantian(
        nama=baru.nama,
        sidik=baru.sidik,
        digest=replacement_digest(lama, baru),
        perubahan=changes,
        terlambat=tuple(each for each in changes if each.kunci.tahap in begun),
    )


def _begun(session: "Session") -> frozenset[Tahap]:
    done = audit_log.read_acts(session)
    return frozenset(tahap for tahap, aksi in _MULAI.items() if aksi.value in done)


def _open_keys(session: "Session", profil: Profil, tahap: Collection[Tahap]) -> tuple[Kunci, ...]:
    stood = store.read_asumsi(session)
    return tuple(
        kunci
        for nama, kunci in skema().items()
        if kunci.dipakai
        and kunci.tahap in tahap
        and nama in profil.asumsi
        and (nama, digest_of(profil.isi[nama])) not in stood
    )


def _demand_none(found: Sequence[Finding]) -> None:
    if found:
        raise StateError(f"{found[0].code}: {found[0].text}", found[0].do_now)
