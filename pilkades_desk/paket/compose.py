"""The published result, composed from what is final: no voter and no account gets into it.

The page holds every line of every final form, withdrawn versions too, so that anyone can add it up.
"""

from pilkades_desk.berita_acara.putusan import read_putusan
from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.core.canonical import canonical
from pilkades_desk.core.clock import utc_text
from pilkades_desk.paket.values import (
    AkunBerubah,
    CalonPublik,
    FormPublik,
    HasilPublik,
    IsiAkun,
    NilaiDipakai,
    UnitPublik,
)
from pilkades_desk.panitia.akun_ulang import changes_to_name
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.profil.values import NilaiProfil, Profil
from pilkades_desk.penghitungan.usecases import outcome, read_form_versions
from pilkades_desk.penghitungan.values import FormFinal
from pilkades_desk.tps.usecases import read_units

_USED = ("hitung.", "pemilih_di_luar_dpt.", "seri.", "surat_suara.", "tps.")
"""Profile values the figures and the winner depend on."""


def compose_hasil(meja: Meja) -> HasilPublik:
    """Compose the result; StateError while a form is not final (S-704, S-480).

    The result is what figures give; a decision in writing stands behind the steps, in words.
    """
    hasil, putusan = outcome(meja), read_putusan(meja)
    versions: dict[int, list[FormFinal]] = {}
    for final in read_form_versions(meja):
        versions.setdefault(final.unit, []).append(final)
    own = meja.pemilihan
    return HasilPublik(
        pemilihan=own.id,
        kode_desa=own.kode_desa,
        desa=own.desa,
        kecamatan=own.kecamatan,
        kabupaten=own.kabupaten,
        provinsi=own.provinsi,
        tanggal=own.tanggal.isoformat(),
        gladi=own.gladi,
        profil=meja.profil.nama,
        profil_sidik=meja.profil.sidik,
        nilai=_used_values(meja.profil),
        calon=tuple(
            CalonPublik(nomor=calon.nomor, nama=calon.nama)
            for calon in read_calon(meja)
            if calon.nomor is not None
        ),
        unit=tuple(
            UnitPublik(
                nomor=unit.nomor,
                nama=unit.nama,
                form=tuple(
                    FormPublik(versi=final.versi, isi=final.form.isi, segel=final.segel)
                    for final in versions[unit.nomor]
                ),
            )
            for unit in read_units(meja)
        ),
        status=hasil.status.value,
        nomor_urut=hasil.nomor_urut,
        langkah=(*hasil.langkah, *([putusan.kalimat] if putusan else [])),
    )


def compose_akun(meja: Meja) -> IsiAkun:
    """List the changes of accounts, for the desk only."""
    return IsiAkun(
        akun=tuple(
            AkunBerubah(
                akun=one.akun,
                nama=one.nama_lengkap,
                peran=one.peran.value,
                sebab=one.sebab.value,
                waktu=utc_text(one.waktu),
                hadir=(one.saksi.satu, one.saksi.dua) if one.saksi else (),
            )
            for one in changes_to_name(meja)
        )
    )


def _used_values(profil: Profil) -> tuple[NilaiDipakai, ...]:
    return tuple(
        NilaiDipakai(kunci=kunci, nilai=_text(value), status=value.status.value)
        for kunci, value in sorted(profil.isi.items())
        if kunci.startswith(_USED)
    )


def _text(value: NilaiProfil) -> str:
    return canonical(value.nilai).decode("utf-8")
