"""Makers of frozen contents, invented figures that fit each other unless told otherwise."""

from datetime import UTC, date, datetime
from typing import Any

from pilkades_desk.berita_acara.certificate import certificate_of
from pilkades_desk.berita_acara.content import (
    BarisUnit,
    CalonTerpilih,
    Dicoret,
    Isi,
    IsiF07,
    IsiF27,
    IsiF28,
    IsiF29,
    IsiF33,
)
from pilkades_desk.berita_acara.values import (
    Pemeriksaan,
    PemilihHadir,
    Perolehan,
    Selisih,
    Suara,
    SuratSuara,
)
from pilkades_desk.core.clock import Zona
from pilkades_desk.panitia.naskah.values import (
    Kop,
    LakiPerempuan,
    Naskah,
    Penandatangan,
    Saksi,
    WaktuTempat,
    Wilayah,
)
from pilkades_desk.panitia.naskah.wording import naskah_values, read_naskah

WILAYAH = Wilayah(
    kode_desa="3328112005",
    desa="Karangsari",
    kecamatan="Bojongjati",
    kabupaten="Wanasaba",
    provinsi="Jawa Tengah",
)
WAKTU = WaktuTempat(tanggal=date(2027, 2, 3), tempat="Balai Desa Karangsari")
SEBUTAN = {
    "panitia": "Panitia Pemilihan Kepala Desa",
    "kpps": "Kelompok Penyelenggara Pemungutan Suara",
    "unit": "TPS",
    "tambahan": "Daftar Pemilih Tambahan",
}
CALON = ("Siti Nur'aini, S.Pd.", "H. Bambang Wiryawan", "Raden Ājeng Kusumaningtyas")
KETUA = Penandatangan(nama="Drs. Suparman Hadi", jabatan="Ketua Panitia", cap=True)
SEKRETARIS = Penandatangan(nama="Wulan Sekarsari", jabatan="Sekretaris")
SIGNATURE = bytes(range(64))


def naskah(kode: str, wilayah: Wilayah = WILAYAH) -> Naskah:
    return read_naskah(kode, naskah_values(wilayah, WAKTU, SEBUTAN))


def shared(kode: str, dok: str, **changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "dok": dok,
        "salinan": "Asli",
        "kertas": "A4",
        "profil": "tegal-2027",
        "profil_hash": "9f2c41ab" + "0" * 56,
        "kepala_audit": "128-9f2c41ab77e0",
        "gladi": False,
        "dibekukan": datetime(2027, 2, 3, 9, 30, tzinfo=UTC),
        "zona": Zona.WIB,
        "wilayah": WILAYAH,
        "kop": Kop(
            baris=(
                "Panitia Pemilihan Kepala Desa",
                "Desa Karangsari Kecamatan Bojongjati",
                "Kabupaten Wanasaba",
            ),
            sekretariat="Sekretariat: Jalan Melati Nomor 1, Karangsari 52100, telepon 0283 000000",
        ),
        "waktu": WAKTU,
        "naskah": naskah(kode),
        "penandatangan": (KETUA, SEKRETARIS),
    }
    return fields | changes


def both(laki: int, perempuan: int) -> LakiPerempuan:
    return LakiPerempuan(laki=laki, perempuan=perempuan, jumlah=laki + perempuan)


def votes(*figures: int, tidak_sah: int = 6, names: tuple[str, ...] = CALON) -> Suara:
    perolehan = tuple(
        Perolehan(nomor=number, nama=name, suara=figure)
        for number, (name, figure) in enumerate(zip(names, figures, strict=True), 1)
    )
    sah = sum(figures)
    return Suara(perolehan=perolehan, sah=sah, tidak_sah=tidak_sah, jumlah=sah + tidak_sah)


def kpps(count: int = 7) -> tuple[Penandatangan, ...]:
    names = ("Teguh Prasetyo", "Ratna Dewi", "Agus Salim", "Lestari", "Joko Umbaran", "Mia", "")
    offices = ("Ketua KPPS",) + ("Anggota KPPS",) * 6
    pairs = list(zip(names, offices, strict=True))[:count]
    return tuple(
        Penandatangan(nama=name, jabatan=office, cap=index == 0)
        for index, (name, office) in enumerate(pairs)
    )


def f27(**changes: Any) -> IsiF27:
    fields = shared("F-27", "F27003") | {
        "penandatangan": kpps(),
        "unit": 3,
        "nama_unit": "TPS 3",
        "lokasi": "SD Negeri 1 Karangsari",
        "mulai_pungut": "07.00",
        "selesai_pungut": "13.00",
        "mulai_hitung": "13.30",
        "selesai_hitung": "15.10",
        "pemilih": PemilihHadir(
            b1=both(360, 386),
            b2=both(318, 346),
            b3=both(1, 1),
            b4=None,
            b5=both(319, 347),
            b6=82,
            b7=5,
        ),
        "surat_suara": SuratSuara(c1=765, c2=2, c3=97, c4=666, c5=0),
        "suara": votes(239, 321, 100),
        "pemeriksaan": tuple(
            Pemeriksaan(kode=kode, hitungan=text, cocok=True)
            for kode, text in (
                ("I1", "765 = 666 + 2 + 97"),
                ("I2", "666 = 660 + 6"),
                ("I3", "239 + 321 + 100 = 660"),
                ("I4", "666 = 666"),
                ("I5", "664 ≤ 746"),
                ("I6", "82 = 746 − 664"),
            )
        ),
        "saksi": (
            Saksi(nomor_calon=1, nama="Dewi Anggraini", hadir=True),
            Saksi(nomor_calon=2, nama="Slamet Riyadi", hadir=True, menolak="minta hitung ulang"),
            Saksi(nomor_calon=3, nama="", hadir=False),
        ),
        "pindaian": "",
        "salinan_untuk": (
            "asli, dalam kotak suara",
            "setiap saksi yang hadir, satu lembar",
            "ditempel untuk umum, satu lembar",
            "Panitia, BPD, dan Camat",
        ),
    }
    return IsiF27(**(fields | changes))


def f27_with_difference() -> IsiF27:
    return f27(
        surat_suara=SuratSuara(
            c1=765, c2=2, c3=97, c4=665, c5=1, penjelasan="satu surat suara dibawa pulang pemilih"
        ),
        pemeriksaan=(
            Pemeriksaan(kode="I1", hitungan="765 = 665 + 2 + 97 (764)", cocok=False),
            Pemeriksaan(kode="I2", hitungan="665 = 659 + 6", cocok=True),
        ),
        suara=votes(238, 321, 100),
        keberatan=("1", "2"),
        selisih=(
            Selisih(
                kode="E501",
                uraian="Diterima 765, tetapi digunakan + rusak + sisa = 764.",
                alasan="Satu surat suara dibawa pulang pemilih, disaksikan semua saksi.",
                disetujui=("Drs. Suparman Hadi", "Teguh Prasetyo"),
            ),
        ),
        pindaian="ab" * 32,
    )


def f28(**changes: Any) -> IsiF28:
    return certificate_of(f27(**changes), naskah("F-28"))


def unit_row(number: int, calon: int, name: str = "") -> BarisUnit:
    suara = tuple(40 + (number * 37 + nomor * 53) % 160 for nomor in range(calon))
    sah = sum(suara)
    return BarisUnit(
        nama=name or f"TPS {number}",
        dpt=both(500, 520),
        hadir=both(sah // 2, sah + 4 - sah // 2),
        diterima=1046,
        rusak=1,
        sisa=1041 - sah,
        digunakan=sah + 4,
        suara=suara,
        sah=sah,
        tidak_sah=4,
        jumlah=sah + 4,
    )


def total_row(rows: tuple[BarisUnit, ...]) -> BarisUnit:
    def both_sums(name: str) -> LakiPerempuan:
        parts = [getattr(row, name) for row in rows]
        return both(sum(part.laki for part in parts), sum(part.perempuan for part in parts))

    figures = ("diterima", "rusak", "sisa", "digunakan", "sah", "tidak_sah", "jumlah")
    return BarisUnit(
        nama="Jumlah",
        dpt=both_sums("dpt"),
        hadir=both_sums("hadir"),
        suara=tuple(sum(column) for column in zip(*(row.suara for row in rows), strict=True)),
        **{name: sum(getattr(row, name) for row in rows) for name in figures},
    )


def f29(units: int = 6, names: tuple[str, ...] = CALON, **changes: Any) -> IsiF29:
    rows = tuple(unit_row(number, len(names)) for number in range(1, units + 1))
    fields = shared("F-29", "F29") | {
        "calon": tuple(enumerate(names, 1)),
        "unit": rows,
        "total": total_row(rows),
        "hasil": f"Suara sah terbanyak diperoleh calon nomor urut 1, {names[0]}",
        "saksi": tuple(
            Saksi(nomor_calon=number, nama="Saksi " + name[:12], hadir=True)
            for number, name in enumerate(names, 1)
        ),
    }
    return IsiF29(**(fields | changes))


def f29_with_tie() -> IsiF29:
    return f29(
        langkah_seri=(
            (
                "TB1: perolehan di TPS dengan DPT terbesar, TPS 1 (591 pemilih): nomor 1 "
                "memperoleh 210 suara, nomor 2 memperoleh 190 suara."
            ),
            "Nomor 1 unggul pada TB1. Aturan berikutnya tidak diterapkan.",
        ),
        akun_setelah_dpt=(
            "Yanto Uji, akun operator2 (Operator), dibuat 02-02-2027 10.15 WIB",
            "Rini Uji, akun operator1 (Operator), diatur ulang 02-02-2027 19.40 WIB",
            (
                "Sutrisno Uji, akun ketua (Ketua), dipulihkan 03-02-2027 05.10 WIB,"
                " tanpa sandi orang kedua; hadir Bambang Uji dan Hartini Uji"
            ),
        ),
    )


def f33(**changes: Any) -> IsiF33:
    fields = shared("F-33", "F33") | {
        "menimbang": (
            (
                "bahwa pemungutan dan penghitungan suara pemilihan kepala desa telah dilaksanakan "
                "pada tanggal 3 Februari 2027;"
            ),
            (
                "bahwa berdasarkan berita acara rekapitulasi, calon dengan suara sah terbanyak "
                "perlu ditetapkan sebagai calon terpilih;"
            ),
        ),
        "mengingat": (
            (
                "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana telah diubah terakhir "
                "dengan Undang-Undang Nomor 3 Tahun 2024;"
            ),
            "Peraturan Bupati tentang Tata Cara Pemilihan Kepala Desa;",
        ),
        "terpilih": CalonTerpilih(
            nomor=2,
            nama=CALON[1],
            tempat_lahir="Wanasaba",
            tanggal_lahir="17 Agustus 1979",
            alamat="Dusun Krajan RT 002 RW 001, Desa Karangsari",
            suara=1812,
        ),
        "dasar_terpilih": "perolehan suara sah terbanyak",
        "suara": votes(1640, 1812, 541, tidak_sah=37),
        "salinan_untuk": ("Badan Permusyawaratan Desa", "Camat Bojongjati", "arsip"),
    }
    return IsiF33(**(fields | changes))


def f07(**changes: Any) -> IsiF07:
    fields = shared("F-07", "F07") | {
        "dps": 3741,
        "dicoret": (
            Dicoret(alasan="meninggal dunia", jumlah=19),
            Dicoret(alasan="pindah domisili", jumlah=14),
            Dicoret(alasan="terdaftar ganda", jumlah=6),
        ),
        "jumlah_dicoret": 39,
        "tambahan": 18,
        "dpt": both(1821, 1899),
        "segel": "5e" * 32,
    }
    return IsiF07(**(fields | changes))


def all_contents(kertas: str = "A4") -> tuple[Isi, ...]:
    everything = (f07(), f27(), f27_with_difference(), f28(), f29(), f29_with_tie(), f33())
    return tuple(isi.model_copy(update={"kertas": kertas}) for isi in everything)
