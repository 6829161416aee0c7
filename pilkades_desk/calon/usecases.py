"""What the committee does with candidates, from the first application to the drawn numbers."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pilkades_desk.calon import rules, store
from pilkades_desk.calon.store import Stamp
from pilkades_desk.calon.values import (
    BarisCalon,
    BerkasCalon,
    Calon,
    CalonBaru,
    DaftarCalon,
    ModeTunggal,
    Pendidikan,
    StatusCalon,
    SyaratCalon,
)
from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.pribadi import find_dpt_nik

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in the store


def register_calon(meja: Meja, berkas: CalonBaru, perintah: str = "") -> Calon:
    """Take an application, whatever is wrong with it; ImageError when the photo cannot be used.

    Syarat: S-310.
    """
    meja.demand(Aksi.DAFTAR_CALON)
    jpeg = _normalised(berkas)
    with meja.act(Aksi.DAFTAR_CALON, perintah) as act:
        _refuse_after_draw(act.session)
        calon_id = store.add_calon(act.session, act.now.astimezone(meja.pemilihan.zona.tz).date())
        foto = store.add_foto(act.session, jpeg) if jpeg else ""
        store.add_berkas(act.session, calon_id, berkas, foto, _stamp(act))
        act.record(f"calon/{calon_id}", foto=foto)
        act.commit()
        return _find(act.session, calon_id).calon


def correct_calon(meja: Meja, calon_id: int, berkas: CalonBaru, alasan: str) -> Calon:
    """Put a new version of an application beside the old; who was confirmed is confirmed anew.

    Syarat: S-309.

    Without a new photo the one there is kept.
    """
    meja.demand(Aksi.DAFTAR_CALON)
    jpeg = _normalised(berkas)
    with meja.act(Aksi.DAFTAR_CALON) as act:
        _refuse_after_draw(act.session)
        before = _find(act.session, calon_id).calon
        stamp = _stamp(act, _reason(alasan))
        foto = store.add_foto(act.session, jpeg) if jpeg else before.foto
        store.add_berkas(act.session, calon_id, berkas, foto, stamp)
        if before.status is not StatusCalon.BAKAL:
            store.add_keputusan(act.session, calon_id, StatusCalon.BAKAL, stamp)
        act.record(f"calon/{calon_id}", foto=foto)
        act.commit()
        return _find(act.session, calon_id).calon


def confirm_calon(meja: Meja, calon_id: int) -> Calon:
    """Confirm an applicant; StateError while an error stands against them or the list is full.

    Syarat: S-301, S-302, S-303, S-305.
    """
    meja.demand(Aksi.TETAPKAN_CALON)
    nik_dpt = _nik_dpt(meja, read_bakal(meja))
    with meja.act(Aksi.TETAPKAN_CALON) as act:
        _refuse_after_draw(act.session)
        if _find(act.session, calon_id).calon.status is not StatusCalon.BAKAL:
            raise StateError("Pendaftar ini sudah diputuskan.", "Pilih pendaftar lain.")
        semua = store.read_berkas(act.session)
        syarat = _syarat(meja)
        _refuse(rules.check_berkas(semua, syarat, nik_dpt)[calon_id])
        confirmed = len(_confirmed(semua)) + 1
        if confirmed > syarat.calon_maks:
            _refuse(rules.check_jumlah(confirmed, syarat))
        store.add_keputusan(act.session, calon_id, StatusCalon.DITETAPKAN, _stamp(act))
        act.record(f"calon/{calon_id}", status=StatusCalon.DITETAPKAN.value)
        act.commit()
        return _find(act.session, calon_id).calon


def reject_calon(meja: Meja, calon_id: int, alasan: str) -> Calon:
    """Turn an applicant down, with the reason that goes into the minutes of the study (F-12).

    Syarat: S-308.
    """
    with meja.act(Aksi.TETAPKAN_CALON) as act:
        _refuse_after_draw(act.session)
        _find(act.session, calon_id)
        stamp = _stamp(act, _reason(alasan))
        store.add_keputusan(act.session, calon_id, StatusCalon.DITOLAK, stamp)
        act.record(f"calon/{calon_id}", status=StatusCalon.DITOLAK.value)
        act.commit()
        return _find(act.session, calon_id).calon


def draw_numbers(meja: Meja, urutan: Sequence[int], dasar: str = "") -> tuple[Calon, ...]:
    """Enter the drawn order: the ids of all confirmed candidates, number 1 first.

    A single candidate, where the profile lets one stand, gets number 1 against the blank column;
    `dasar` then names the F-14 and is kept as the reason of a decision of its own.

    Syarat: S-304, S-306, S-307.

    Refused with StateError: too few candidates, one missing, twice or unknown, a second draw.
    """
    with meja.act(Aksi.UNDI_NOMOR) as act:
        _refuse_after_draw(act.session)
        confirmed = _confirmed(store.read_berkas(act.session))
        _refuse(rules.check_jumlah(len(confirmed), _syarat(meja)))
        _refuse(rules.check_urutan(urutan, confirmed))
        _refuse(rules.check_musyawarah(len(confirmed), dasar))
        if len(confirmed) == 1:
            stamp = _stamp(act, dasar.strip())
            store.add_keputusan(act.session, confirmed[0].id, StatusCalon.DITETAPKAN, stamp)
        store.add_undian(act.session, rules.number(urutan))
        act.record("undian", jumlah=len(urutan), urutan=sha256_hex(canonical(list(urutan))))
        act.commit()
        return _standing(store.read_berkas(act.session))


def read_calon(meja: Meja) -> tuple[Calon, ...]:
    """Give the confirmed candidates, after the draw by number, before it by registration.

    Syarat: S-306.
    """
    with meja.read() as session:
        return _standing(store.read_berkas(session))


def count_drawn(meja: Meja) -> int:
    """Count the candidates on the ballot paper (S-307); 0 before the draw, unchanged after it."""
    with meja.read() as session:
        return store.count_drawn(session)


def read_bakal(meja: Meja) -> tuple[BerkasCalon, ...]:
    """Give everybody who applied, the confirmed and the turned down too, by registration.

    Syarat: S-308.
    """
    with meja.read() as session:
        return store.read_berkas(session)


def check_calon(meja: Meja) -> Mapping[int, tuple[Finding, ...]]:
    """Find what is wrong with each applicant, by calon id; under 0 what is wrong with the list.

    Syarat: S-301, S-302, S-303, S-311.
    """
    syarat, semua = _syarat(meja), read_bakal(meja)
    found = rules.check_berkas(semua, syarat, _nik_dpt(meja, semua))
    return {0: rules.check_jumlah(len(_confirmed(semua)), syarat), **found}


def read_daftar(meja: Meja) -> DaftarCalon:
    """Give everybody who applied with what is found, drawn ones first by number (S-311)."""
    found = check_calon(meja)
    everybody = sorted(read_bakal(meja), key=lambda one: (not one.calon.nomor, one.calon.nomor))
    baris = (BarisCalon(one, found.get(one.calon.id, ())) for one in everybody)
    return DaftarCalon(tuple(baris), found[0])


def check_draw(meja: Meja, urutan: Sequence[int], dasar: str = "") -> tuple[Finding, ...]:
    """Find what is wrong with a drawn order before it is entered (S-304, S-306)."""
    confirmed = _confirmed(read_bakal(meja))
    return (
        *rules.check_jumlah(len(confirmed), _syarat(meja)),
        *rules.check_urutan(urutan, confirmed),
        *rules.check_musyawarah(len(confirmed), dasar),
    )


def read_photo(meja: Meja, calon_id: int) -> bytes:
    """Give the normalised JPEG of an applicant; StateError while there is none (S-310)."""
    with meja.read() as session:
        calon = _find(session, calon_id).calon
        if not calon.foto:
            raise StateError(f"Foto {calon.nama} belum ada.", "Tambahkan pasfoto pada berkasnya.")
        return store.read_foto(session, calon.foto)


def _normalised(berkas: CalonBaru) -> bytes:
    from pilkades_desk.kits.image.photo import normalise

    return normalise(berkas.untrusted_foto) if berkas.untrusted_foto else b""


def _nik_dpt(meja: Meja, semua: Sequence[BerkasCalon]) -> frozenset[str] | None:
    return find_dpt_nik(meja, [berkas.nik for berkas in semua])


def _syarat(meja: Meja) -> SyaratCalon:
    return SyaratCalon(
        usia_min=meja.profil.nilai("calon.usia_min"),
        pendidikan_min=Pendidikan(meja.profil.nilai("calon.pendidikan_min")),
        masa_jabatan_maks=meja.profil.nilai("calon.masa_jabatan_maks"),
        calon_min=meja.profil.nilai("calon.min"),
        calon_maks=meja.profil.nilai("calon.maks"),
        tunggal=ModeTunggal(meja.profil.nilai("calon.tunggal.mode")),
        tunggal_status=meja.profil.isi["calon.tunggal.mode"].status.value,
    )


def _stamp(act: Act, alasan: str = "") -> Stamp:
    return Stamp(akun_id=act.akun.id, waktu=utc_text(act.now), alasan=alasan)


def _reason(alasan: str) -> str:
    if not alasan.strip():
        raise StateError("Alasannya belum diisi.", "Tulis alasan yang akan dicatat.")
    return alasan.strip()


def _find(session: "Session", calon_id: int) -> BerkasCalon:
    for berkas in store.read_berkas(session):
        if berkas.calon.id == calon_id:
            return berkas
    raise StateError(f"Pendaftar nomor {calon_id} tidak ada.", "Muat ulang daftar calon.")


def _confirmed(semua: Sequence[BerkasCalon]) -> tuple[Calon, ...]:
    calon = (berkas.calon for berkas in semua)
    return tuple(one for one in calon if one.status is StatusCalon.DITETAPKAN)


def _standing(semua: Sequence[BerkasCalon]) -> tuple[Calon, ...]:
    return tuple(sorted(_confirmed(semua), key=lambda calon: (calon.nomor or 0, calon.id)))


def _refuse_after_draw(session: "Session") -> None:
    if any(berkas.calon.nomor for berkas in store.read_berkas(session)):
        raise StateError(
            "Nomor urut sudah diundi; daftar calon tidak berubah lagi.",
            "Bila ada yang berhalangan tetap, minta keputusan tertulis kabupaten.",
        )


def _refuse(found: Sequence[Finding]) -> None:
    for finding in found:
        if finding.is_error:
            raise StateError(f"{finding.code}: {finding.text}", finding.do_now)
