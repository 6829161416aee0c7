"""Every form in every case: blank, usual, most, long names, diacritics; invented people only."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from pilkades_desk.berita_acara.formulir import (
    BerkasPengantar,
    KeberatanCalon,
    Lampiran,
    LampiranBpd,
    Laporan,
    LaporanBpd,
    Pengantar,
    PerolehanCalon,
    RegisterKeberatan,
    Tahap,
)
from pilkades_desk.paket.formulir import (
    BarangDiserahkan,
    BerkasDiserahkan,
    TandaTerimaUmum,
)
from pilkades_desk.panitia.formulir import (
    DaftarHadir,
    Hadirin,
    KartuTugas,
    Keputusan,
    Mandat,
    Notulen,
    RegisterSurat,
    SaksiMandat,
    SuratKeluar,
    Undangan,
)
from pilkades_desk.panitia.hari import run_term
from pilkades_desk.panitia.kalender.values import SatuanHari
from pilkades_desk.panitia.naskah.blok import IsiFormulir, KartuPengenal
from pilkades_desk.panitia.naskah.formulir import Dikenal, Lembar, make_formulir, make_kosong
from pilkades_desk.panitia.naskah.katalog import read_kosong
from pilkades_desk.panitia.naskah.values import Dasar, Kertas, LakiPerempuan, Penandatangan, Saksi
from pilkades_desk.pemilih.formulir import (
    BarisCatatan,
    BarisUsul,
    BarisWilayah,
    CatatanDpt,
    FormulirUsul,
    PenetapanDps,
    PenetapanDpt,
    PenetapanTambahan,
    Pengumuman,
)
from pilkades_desk.pemilih.usul.values import JenisUsul
from pilkades_desk.penghitungan.formulir import (
    Alasan,
    AngkaDipersoalkan,
    HasilBaru,
    Keberatan,
    Nihil,
    PlanoHitung,
    Ulang,
)
from pilkades_desk.tps.formulir import (
    AlasanCadangan,
    Barang,
    IsiKotak,
    PakaiCadangan,
    Pembukaan,
    Pendampingan,
    Penutupan,
    Penyegelan,
    SerahTerima,
    TerimaSuratSuara,
    Unsur,
)
from tests.berita_acara.contents import CALON, SEBUTAN, shared

DAY = date(2027, 2, 3)
LONG = "Raden Mas Haji Kusumaningrat Suryodiningrat Prawirodirdjo Wignjosoebroto Hadikusumo S.Sos."


@dataclass(frozen=True)
class Case:
    """How much there is: the name everybody has, rows of a list, candidates, a longer text."""

    nama: str
    banyak: int = 3
    calon: int = 3
    teks: str = "Dibacakan di depan semua yang hadir."


CASES = {
    "biasa": Case("Siti Nur'aini, S.Pd."),
    "banyak": Case("H. Bambang Wiryawan", banyak=40, calon=5, teks="Dibacakan lagi. " * 60),
    "panjang": Case(LONG.ljust(100, "x"), banyak=6, calon=5, teks="W" * 300),
    "diakritik": Case("Rāden Ājeng Ḥusnul Ṣāliḥah d’Élan Ñʿaini"),
}


def make_dasar(kertas: Kertas = "A4") -> Dasar:
    fields = shared("F-27", "F27")
    names = set(Dasar.model_fields) & fields.keys()
    known = {name: fields[name] for name in names} | {"kertas": kertas}
    return Dasar(**known, sebutan=SEBUTAN, hukum=("Undang-Undang Nomor 6 Tahun 2014 tentang Desa",))


@cache
def blank(kertas: Kertas = "A4") -> dict[str, IsiFormulir]:
    dasar, numbered = make_dasar(kertas), tuple(enumerate(CALON, 1))
    units = tuple(f"TPS {number}" for number in range(1, 7))
    dikenal = Dikenal(calon=numbered, unit=units)
    return {one.kode: make_kosong(dasar, one.kode, dikenal) for one in read_kosong()}


@cache
def filled(name: str) -> dict[str, IsiFormulir]:
    """Every form made from its layout; the least there is of them is the blank one."""
    if name not in CASES:
        return {}
    case = CASES[name]
    return {isi.kode: isi for isi in make_filled(case, make_dasar())}


def make_filled(case: Case, dasar: Dasar) -> tuple[IsiFormulir, ...]:
    return (
        *_meetings(case, dasar),
        *_voters(case, dasar),
        *_units(case, dasar),
        *_counts(case, dasar),
        *_letters(case, dasar),
    )


def nihil() -> IsiFormulir:
    return make_formulir(
        make_dasar(),
        Nihil(unit="TPS 3", ketua="Teguh Uji", saksi=_saksi(CASES["biasa"])),
        Lembar(unit=3),
    )


def _saksi(case: Case) -> tuple[Saksi, ...]:
    return tuple(
        Saksi(nomor_calon=n, nama=case.nama, hadir=True, menolak=case.nama if n == 2 else "")
        for n in range(1, case.calon + 1)
    )


def _kpps(case: Case) -> tuple[Penandatangan, ...]:
    offices = ("Ketua KPPS",) + ("Anggota KPPS",) * 6
    return tuple(Penandatangan(nama=case.nama, jabatan=office) for office in offices)


def _meetings(case: Case, dasar: Dasar) -> tuple[IsiFormulir, ...]:
    nama, n, teks = case.nama, range(case.banyak), case.teks
    rapat = {"acara": teks, "hari_tanggal": "Rabu, 3 Februari 2027", "jam": "09.00", "di": "Balai"}
    both = rapat | {"pemimpin": nama, "notulis": nama}
    return (
        make_formulir(
            dasar,
            Mandat(
                nomor_calon=1,
                nama_calon=nama,
                alamat_calon="Dusun Krajan",
                bertugas_di="TPS 3",
                saksi=(
                    SaksiMandat(kedudukan="Saksi", nama=nama, nik="33281xxxxxxx0001", alamat=nama),
                    SaksiMandat(kedudukan="Cadangan", nama=nama),
                ),
            ),
            Lembar(nomor="01/SM/II/2027", tempat="TPS 3"),
        ),
        make_formulir(
            dasar,
            Undangan(**rapat, perihal="Undangan", kepada=nama, pemimpin=nama, ketua=nama),
            Lembar(nomor="141/07/PPKD/2027"),
        ),
        make_formulir(
            dasar, DaftarHadir(**both, hadir=tuple(Hadirin(nama=nama, unsur="BPD") for _ in n))
        ),
        make_formulir(
            dasar,
            Notulen(
                **both,
                peserta=41,
                pembahasan=teks,
                keberatan="NIHIL",
                keputusan=tuple(Keputusan(isi=teks[:400], pelaksana=nama, selesai=DAY) for _ in n),
            ),
        ),
        make_formulir(
            dasar,
            KartuTugas(
                ketua=nama,
                kartu=tuple(KartuPengenal(nama=nama, tugas="Saksi", unit=f"TPS {i}") for i in n),
            ),
        ),
        make_formulir(
            dasar,
            RegisterSurat(
                sekretaris=nama,
                surat=tuple(
                    SuratKeluar(nomor=f"141/{i}", tanggal=DAY, perihal=nama, kepada=nama) for i in n
                ),
            ),
        ),
    )


def _voters(case: Case, dasar: Dasar) -> tuple[IsiFormulir, ...]:
    nama, n = case.nama, range(case.banyak)
    rekap = tuple(
        BarisWilayah(dusun=nama, rw="001", rt=f"{i:03}", laki=i, perempuan=2 * i, jumlah=3 * i)
        for i in range(max(1, case.banyak))
    )
    men = sum(n)
    facts = {
        "ketua": nama,
        "segel": "5e" * 32,
        "jumlah_pemilih": LakiPerempuan(laki=men, perempuan=2 * men, jumlah=3 * men),
        "rekap": rekap,
    }
    jangka = run_term(date(2026, 12, 18), 3, SatuanHari.KERJA)
    notice = {name: facts[name] for name in ("ketua", "jumlah_pemilih")}
    return (
        make_formulir(
            dasar, PenetapanDps(**facts, memperhatikan=(case.teks[:300],)), Lembar(nomor="1/2026")
        ),
        make_formulir(
            dasar,
            FormulirUsul(
                nomor_usul=f"7, {nama}",
                pelapor=nama,
                nik_pelapor="339901**********",
                alamat_pelapor=case.teks[:150],
                hubungan="anak",
                pemilih=f"{nama}, no. 128",
                nik_pemilih="339901**********",
                jenis=JenisUsul.SALAH_IDENTITAS,
                ringkas=f"nama atau identitas salah: {nama}",
                perubahan=(
                    BarisUsul(isian="Nama", tertulis=nama, seharusnya=nama, bukti="KTP-el"),
                ),
                diterima=f"14-12-2026 09.00 WIB, {nama}",
                petugas=nama,
                putusan="diterima",
                alasan=case.teks[:150],
                diputus=DAY,
                ketua=nama,
            ),
        ),
        make_formulir(dasar, PenetapanTambahan(**facts)),
        make_formulir(dasar, PenetapanDpt(**facts, perubahan=case.teks[:400])),
        make_formulir(
            dasar,
            CatatanDpt(
                ketua=nama,
                sekretaris=nama,
                segel="5e" * 32,
                catatan=tuple(
                    BarisCatatan(
                        no_dpt=i + 1,
                        nama=nama,
                        nik="339901**********",
                        tps="TPS 3",
                        catatan="meninggal dunia",
                        dokumen=f"Akta kematian {i}",
                        tanggal=DAY,
                        oleh=nama,
                    )
                    for i in n
                ),
            ),
        ),
        make_formulir(
            dasar,
            Pengumuman(
                **notice,
                daftar="Daftar Pemilih Sementara",
                ajakan=case.teks[:300],
                jangka=jangka,
            ),
        ),
    )


def _units(case: Case, dasar: Dasar) -> tuple[IsiFormulir, ...]:
    nama, n, sheet = case.nama, range(case.banyak), Lembar(unit=3, tempat="TPS 3")
    people = {"kpps": _kpps(case), "saksi": _saksi(case)}
    both = LakiPerempuan(laki=360, perempuan=386, jumlah=746)
    return (
        make_formulir(
            dasar,
            SerahTerima(
                penyerah=nama,
                penerima=nama,
                jabatan_penerima="Ketua KPPS",
                barang=tuple(
                    Barang(jenis=nama, satuan="buah", dikirim=i, diterima=i, segel="A 00123")
                    for i in n
                ),
            ),
            sheet,
        ),
        make_formulir(
            dasar,
            TerimaSuratSuara(**people, unit="TPS 3", surat_suara=(746, 19, 766, 2), ketua=nama),
            sheet,
        ),
        make_formulir(
            dasar,
            Pembukaan(
                **people,
                unit="TPS 3",
                jam_buka="07.00",
                catatan=case.teks,
                surat_suara=765,
                hadir=tuple(Unsur(unsur="Saksi", jumlah=i, nama=nama) for i in n),
                dilakukan=frozenset({"dibuka", "dikosongkan"}),
            ),
            sheet,
        ),
        make_formulir(
            dasar,
            Penutupan(
                **people,
                unit="TPS 3",
                jam_tutup="13.00",
                perpanjangan=case.teks[:300],
                pemilih=(both, both, None, None, both, None, None),
                surat_suara=(765, 2, None, 0, 97),
            ),
            sheet,
        ),
        make_formulir(
            dasar,
            PakaiCadangan(
                unit="TPS 3",
                cadangan=19,
                sisa=0,
                kpps=_kpps(case),
                alasan=tuple(AlasanCadangan(alasan=nama, jumlah=i) for i in n),
            ),
            sheet,
        ),
        make_formulir(
            dasar, Pendampingan(nama_pemilih=nama, no_dpt=128, nama_pendamping=nama), sheet
        ),
        make_formulir(
            dasar,
            Penyegelan(
                nomor_kotak="3",
                penjaga=nama,
                ketua=nama,
                isi=tuple(IsiKotak(isi=nama, sampul=1, lembar=i, segel="S 1") for i in n),
            ),
            sheet,
        ),
    )


def _counts(case: Case, dasar: Dasar) -> tuple[IsiFormulir, ...]:
    nama, n, sheet = case.nama, range(case.banyak), Lembar(unit=3, tempat="TPS 3")
    calon = tuple((number, nama) for number in range(1, case.calon + 1))
    return (
        make_formulir(
            dasar, PlanoHitung(surat_suara=20 * case.banyak + 500, calon=calon, kpps=_kpps(case))
        ),
        make_formulir(
            dasar,
            Keberatan(
                unit="TPS 3",
                pengaju=nama,
                uraian=case.teks,
                putusan=case.teks,
                pilihan=frozenset({"keberatan_saksi", "ditolak"}),
                angka=tuple(AngkaDipersoalkan(isian=nama, tertulis=i, menjadi=i + 1) for i in n),
            ),
            sheet,
        ),
        make_formulir(
            dasar,
            Ulang(
                apa=Alasan.HITUNG_ULANG,
                alasan=case.teks[:300],
                pemutus=nama,
                hasil=tuple(HasilBaru(unit=f"TPS {i}", isian=nama, lama=i, baru=i) for i in n),
                saksi=_saksi(case),
            ),
            sheet,
        ),
    )


def _letters(case: Case, dasar: Dasar) -> tuple[IsiFormulir, ...]:
    nama, n, sheet = case.nama, range(case.banyak), Lembar(nomor="141/12/PPKD/2027")
    return (
        make_formulir(
            dasar,
            Laporan(
                kepada=nama,
                terpilih=nama,
                sengketa=case.teks,
                ketua=nama,
                tahap=(Tahap(tanggal="3 Februari 2027", uraian=case.teks[:300]),) * 6,
                pemilih=(3720, 3012, 2990, 22),
                calon=tuple(
                    PerolehanCalon(nomor=str(i), nama=nama, suara=600 + i)
                    for i in range(1, case.calon + 1)
                ),
                lampiran_berkas=tuple(Lampiran(nama=nama, jumlah=5, ada="✔") for _ in n),
            ),
            sheet,
        ),
        make_formulir(
            dasar,
            LaporanBpd(
                kepada="Bupati Wanasaba",
                terpilih=nama,
                sah=1812,
                lampiran_berkas=tuple(LampiranBpd(nama=nama, jumlah=2) for _ in n),
            ),
            sheet,
        ),
        make_formulir(
            dasar, Pengantar(berkas=tuple(BerkasPengantar(jenis=nama) for _ in n)), sheet
        ),
        make_formulir(
            dasar,
            RegisterKeberatan(
                ketua=nama,
                keberatan=tuple(
                    KeberatanCalon(waktu="04-02-2027 10.15", pemohon=nama, batas=DAY) for _ in n
                ),
            ),
        ),
        make_formulir(
            dasar,
            TandaTerimaUmum(
                dari=nama,
                kepada=nama,
                barang=tuple(BarangDiserahkan(nama=nama, banyak="1 set") for _ in n),
                berkas=(BerkasDiserahkan(nama="hasil.pilkades", ukuran=81234, sha256="9f" * 32),),
            ),
            sheet,
        ),
    )
