"""F-27 and F-28: one unit's count, copied from its final form line by line."""

from collections.abc import Sequence

from pilkades_desk.berita_acara.certificate import certificate_of
from pilkades_desk.berita_acara.compose.checks import cross_checks, three
from pilkades_desk.berita_acara.compose.composed import Composed
from pilkades_desk.berita_acara.compose.sources import Stored, read_seals
from pilkades_desk.berita_acara.content import IsiF27
from pilkades_desk.berita_acara.result_qr import parse_f27
from pilkades_desk.berita_acara.values import (
    PemilihHadir,
    Perolehan,
    Selisih,
    Suara,
    SuratSuara,
)
from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.calon.values import Calon
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.akun import read_accounts
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.compose import (
    ANGGOTA_KPPS,
    KETUA_KPPS,
    common,
    kpps,
    signing_place,
    wording,
)
from pilkades_desk.panitia.naskah.data_code import code_of, digest_of
from pilkades_desk.panitia.naskah.values import Saksi
from pilkades_desk.penghitungan.findings import W511
from pilkades_desk.penghitungan.usecases import read_form
from pilkades_desk.penghitungan.values import FormFinal, FormHitung
from pilkades_desk.tps.usecases import read_units

_OF_C5 = ("E506", "E507")
"""Findings whose reason explains line C5."""
_NOT_YET = "Belum tercatat di F-30; tulis di sini: " + "." * 60
COPIES = (
    "asli, dalam kotak suara",
    "setiap saksi yang hadir, satu lembar",
    "ditempel untuk umum, satu lembar",
    "Panitia, BPD, dan Camat",
)


def compose_f27(meja: Meja, unit: int) -> Composed:
    """Compose F-27 from a unit's final form (S-602)."""
    final = read_form(meja, unit)
    signers = kpps(meja, unit)
    return Composed(_f27(meja, final, common(meja, "F-27", f"F27{unit:03d}", signers)), signers,
                    _wanted(meja))  # fmt: skip


def compose_f28(meja: Meja, unit: int, stored: Stored) -> Composed:
    """Compose F-28 out of the unit's frozen F-27, whose data code it names (S-603, S-615).

    The same people sign it as the minutes: those of the unit who are there now.
    """
    dok, frozen = f"F27{unit:03d}", stored.contents
    if dok not in frozen:
        raise StateError(
            f"Berita acara F-27 unit {unit} belum dibekukan.", "Bekukan F-27 lebih dulu."
        )
    isi = parse_f27(frozen[dok], "Asli", meja.profil.nilai("format.kertas"))
    made = certificate_of(isi, wording(meja, "F-28", isi.wilayah, isi.waktu))
    signers = kpps(meja, unit)
    fresh = {
        "dibekukan": meja.clock.now(),
        "kepala_audit": meja.head().text,
        "dari_segel": stored.sumber,
        "dari": code_of(digest_of("F-27", frozen[dok])),
        "penandatangan": tuple(map(signing_place, signers)),
    }
    return Composed(made.model_copy(update=fresh), signers, _wanted(meja))


def _wanted(meja: Meja) -> tuple[str, ...]:
    return (KETUA_KPPS, *[ANGGOTA_KPPS] * int(meja.profil.nilai("ba.tps.min_anggota")))


def _f27(meja: Meja, final: FormFinal, fields: dict[str, object]) -> IsiF27:
    form = final.form
    place = next(each for each in read_units(meja) if each.nomor == final.unit)
    calon = read_calon(meja)
    selisih = explained(meja, final)
    about_c5 = dict.fromkeys(one.alasan for one in selisih if one.kode in _OF_C5)
    outside = bool(meja.profil.nilai("pemilih_di_luar_dpt.boleh"))
    return IsiF27.model_validate(
        fields
        | {
            "dari_segel": read_seals(meja).of("F-27", final.unit),
            "unit": final.unit,
            "nama_unit": place.nama,
            "lokasi": place.lokasi or meja.pemilihan.desa,
            "hitung_ke": final.versi,
            "mulai_pungut": form.jam_buka or "",
            "selesai_pungut": form.jam_tutup or "",
            "mulai_hitung": form.hitung_mulai or "",
            "selesai_hitung": form.hitung_selesai or "",
            "pemilih": _attendance(form, outside=outside),
            "surat_suara": SuratSuara(
                c1=form.diterima,
                c2=form.rusak,
                c3=form.sisa,
                c4=form.digunakan,
                c5=form.selisih,
                penjelasan="; ".join(about_c5),
            ),
            "suara": votes(form.suara, calon, (form.sah, form.tidak_sah, form.jumlah_suara)),
            "pemeriksaan": cross_checks(form),
            "keberatan": _f30(form),
            "selisih": selisih,
            "saksi": tuple(
                Saksi(nomor_calon=one.nomor, nama="") for one in calon
            ),
            "salinan_untuk": COPIES,
        }
    )  # fmt: skip


def votes(suara: Sequence[int], calon: Sequence[Calon], totals: tuple[int, int, int]) -> Suara:
    """Put names to votes; with one candidate the second figure is the blank column."""
    perolehan = tuple(
        Perolehan(nomor=one.nomor or 0, nama=one.nama, suara=count)
        for one, count in zip(calon, suara, strict=False)
    )
    sah, tidak_sah, jumlah = totals
    return Suara(
        perolehan=perolehan,
        kolom_kosong=suara[1] if len(calon) == 1 else None,
        sah=sah,
        tidak_sah=tidak_sah,
        jumlah=jumlah,
    )


def explained(meja: Meja, final: FormFinal) -> tuple[Selisih, ...]:
    """Give each difference that stands on the paper, its reason and who confirmed the form.

    Syarat: S-470, S-607.
    """
    names = {akun.id: akun.nama_lengkap for akun in read_accounts(meja)}
    approved = tuple(names[akun] for akun in final.penyetuju)
    explanations = tuple(
        Selisih(kode=one.kode, uraian=one.teks, alasan=one.alasan, disetujui=approved)
        for one in final.penjelasan
    )
    return (*explanations, *_not_as_many(final, approved))


def _not_as_many(final: FormFinal, approved: tuple[str, ...]) -> tuple[Selisih, ...]:
    """Give I4's difference, which nobody is asked to explain on screen: its reason is in F-30."""
    form = final.form
    if form.digunakan == form.hadir_jumlah:
        return ()
    found = W511.at(
        str(final.unit), isian="digunakan", tertulis=form.digunakan, hitung=form.hadir_jumlah
    )
    numbers = ", ".join(_f30(form))
    alasan = f"Diuraikan dalam catatan F-30 nomor {numbers}." if numbers else _NOT_YET
    return (Selisih(kode=found.code, uraian=found.text, alasan=alasan, disetujui=approved),)


def _f30(form: FormHitung) -> tuple[str, ...]:
    """Number the records of special events the form counts."""
    return tuple(str(number) for number in range(1, form.kejadian_khusus + 1))


def _attendance(form: FormHitung, *, outside: bool) -> PemilihHadir:
    return PemilihHadir(
        b1=three(form, "dpt"),
        b2=three(form, "hadir_dpt"),
        b3=three(form, "hadir_lain"),
        b4=three(form, "hadir_luar") if outside or form.hadir_luar_jumlah else None,
        b5=three(form, "hadir"),
        b6=form.tidak_hadir,
        b7=form.disabilitas_hadir,
    )
