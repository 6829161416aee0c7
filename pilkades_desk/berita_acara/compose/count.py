"""F-27 and F-28: one unit's count, copied from its final form line by line."""

from collections.abc import Mapping, Sequence

from pilkades_desk.berita_acara.certificate import certificate_of
from pilkades_desk.berita_acara.compose.composed import Composed
from pilkades_desk.berita_acara.compose.sources import read_seals
from pilkades_desk.berita_acara.content import IsiF27
from pilkades_desk.berita_acara.result_qr import parse_f27
from pilkades_desk.berita_acara.values import (
    Pemeriksaan,
    PemilihHadir,
    Perolehan,
    Selisih,
    Suara,
    SuratSuara,
)
from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.calon.values import Calon
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.akun import read_accounts
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.compose import ANGGOTA_KPPS, KETUA_KPPS, common, kpps, wording
from pilkades_desk.panitia.naskah.values import LakiPerempuan, Saksi
from pilkades_desk.penghitungan.usecases import read_form
from pilkades_desk.penghitungan.values import FormFinal, FormHitung
from pilkades_desk.tps.usecases import read_units

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


def compose_f28(meja: Meja, unit: int, frozen: Mapping[str, bytes]) -> Composed:
    """Compose F-28 out of the unit's frozen F-27, whose data code it names (S-603).

    Nobody signs it digitally but the village.
    """
    dok = f"F27{unit:03d}"
    if dok not in frozen:
        raise StateError(
            f"Berita acara F-27 unit {unit} belum dibekukan.", "Bekukan F-27 lebih dulu."
        )
    isi = parse_f27(frozen[dok], "Asli", meja.profil.nilai("format.kertas"))
    made = certificate_of(isi, wording(meja, "F-28", isi.wilayah, isi.waktu))
    fresh = {"dibekukan": meja.clock.now(), "kepala_audit": meja.head().text}
    return Composed(made.model_copy(update=fresh), (), ())


def _wanted(meja: Meja) -> tuple[str, ...]:
    return (KETUA_KPPS, *[ANGGOTA_KPPS] * int(meja.profil.nilai("ba.tps.min_anggota")))


def _f27(meja: Meja, final: FormFinal, fields: dict[str, object]) -> IsiF27:
    form = final.form
    place = next(each for each in read_units(meja) if each.nomor == final.unit)
    calon = read_calon(meja)
    selisih = explained(meja, final)
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
                penjelasan="; ".join(dict.fromkeys(one.alasan for one in selisih)),
            ),
            "suara": votes(form.suara, calon, (form.sah, form.tidak_sah, form.jumlah_suara)),
            "pemeriksaan": cross_checks(form),
            "keberatan": tuple(str(number) for number in range(1, form.kejadian_khusus + 1)),
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

    Syarat: S-607.
    """
    names = {akun.id: akun.nama_lengkap for akun in read_accounts(meja)}
    approved = tuple(names[akun] for akun in final.penyetuju)
    return tuple(
        Selisih(kode=one.kode, uraian=one.teks, alasan=one.alasan, disetujui=approved)
        for one in final.penjelasan
    )


def cross_checks(form: FormHitung) -> tuple[Pemeriksaan, ...]:
    """Write invariants I1-I6 with this form's figures and whether each holds."""
    lines = (
        ("I1", form.diterima, (form.digunakan, form.rusak, form.sisa)),
        ("I2", form.digunakan, (form.sah, form.tidak_sah)),
        ("I3", form.sah, form.suara),
    )
    sums = [
        Pemeriksaan(
            kode=kode,
            hitungan=f"{angka(whole)} {_sign(whole, sum(parts))} {_plus(parts)}",
            cocok=whole == sum(parts),
        )
        for kode, whole, parts in lines
    ]
    came, missing = form.hadir_dpt_jumlah, form.dpt_jumlah - form.hadir_dpt_jumlah
    return (
        *sums,
        _equal("I4", form.digunakan, form.hadir_jumlah),
        Pemeriksaan(
            kode="I5",
            hitungan=f"{angka(came)} {'≤' if came <= form.dpt_jumlah else '>'} "
            f"{angka(form.dpt_jumlah)}",
            cocok=came <= form.dpt_jumlah,
        ),
        Pemeriksaan(
            kode="I6",
            hitungan=f"{angka(form.tidak_hadir)} {_sign(form.tidak_hadir, missing)} "
            f"{angka(form.dpt_jumlah)} − {angka(came)}",
            cocok=form.tidak_hadir == missing,
        ),
    )


def _attendance(form: FormHitung, *, outside: bool) -> PemilihHadir:
    return PemilihHadir(
        b1=_three(form, "dpt"),
        b2=_three(form, "hadir_dpt"),
        b3=_three(form, "hadir_lain"),
        b4=_three(form, "hadir_luar") if outside or form.hadir_luar_jumlah else None,
        b5=_three(form, "hadir"),
        b6=form.tidak_hadir,
        b7=form.disabilitas_hadir,
    )


def _three(form: FormHitung, stem: str) -> LakiPerempuan:
    laki, perempuan, jumlah = (getattr(form, f"{stem}_{end}") for end in ("l", "p", "jumlah"))
    return LakiPerempuan(laki=laki, perempuan=perempuan, jumlah=jumlah)


def _equal(kode: str, one: int, other: int) -> Pemeriksaan:
    return Pemeriksaan(
        kode=kode, hitungan=f"{angka(one)} {_sign(one, other)} {angka(other)}", cocok=one == other
    )


def _plus(parts: Sequence[int]) -> str:
    return " + ".join(angka(part) for part in parts)


def _sign(one: int, other: int) -> str:
    return "=" if one == other else "≠"
