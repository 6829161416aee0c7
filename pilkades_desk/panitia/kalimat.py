"""The log in words: one Indonesian sentence an act, and the group it is filtered by.

A sentence may name `siapa` (who did it), `nomor` (the number of what it is about), `tentang` (the
account it is about) and any fact of the entry; what an entry does not say is written "–".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pilkades_desk.core.audit import AuditEntry
from pilkades_desk.core.clock import parse_utc
from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import BarisRiwayat, TujuanAkses


class Kelompok(StrEnum):
    """Kinds of act as the filter names them."""

    AKUN = "Masuk dan akun"
    PANITIA = "Panitia dan kunci"
    PEMILIH = "Daftar pemilih"
    CALON = "Calon"
    TPS = "TPS"
    HITUNG = "Penghitungan"
    BERITA_ACARA = "Berita acara"
    PAKET = "Paket dan tanda terima"
    CADANGAN = "Cadangan"
    DATA = "Melihat dan mengekspor data"


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One act in words."""

    kelompok: Kelompok
    teks: str


K = Kelompok
KALIMAT: Mapping[Aksi, Kalimat] = {
    Aksi.BUAT_PEMILIHAN: Kalimat(K.PANITIA, "{siapa} membuat berkas pemilihan."),
    Aksi.MASUK: Kalimat(K.AKUN, "{siapa} masuk."),
    Aksi.TAMBAH_AKUN: Kalimat(K.AKUN, "{siapa} menambah akun {tentang}, peran {peran}."),
    Aksi.ATUR_ULANG_AKUN: Kalimat(K.AKUN, "{siapa} mengatur ulang akun {tentang}."),
    Aksi.NONAKTIFKAN_AKUN: Kalimat(K.AKUN, "{siapa} menonaktifkan akun {tentang}."),
    Aksi.PULIHKAN_AKUN: Kalimat(K.AKUN, "Akun {tentang} dipulihkan dengan lembar pemulihan."),
    Aksi.GANTI_SANDI: Kalimat(K.AKUN, "{siapa} mengganti kata sandinya."),
    Aksi.GANTI_LEMBAR_PEMULIHAN: Kalimat(K.AKUN, "{siapa} membuat lembar pemulihan baru."),
    Aksi.BUKTIKAN_LEMBAR_PEMULIHAN: Kalimat(K.AKUN, "{siapa} membuktikan lembar pemulihan."),
    Aksi.CADANGKAN: Kalimat(K.CADANGAN, "Cadangan dibuat saat {siapa} bekerja."),
    Aksi.UJI_CADANGAN: Kalimat(K.CADANGAN, "Cadangan diuji pulih saat {siapa} bekerja."),
    Aksi.PULIHKAN_CADANGAN: Kalimat(K.CADANGAN, "{siapa} memulihkan berkas dari cadangan."),
    Aksi.EKSPOR_RIWAYAT: Kalimat(K.DATA, "{siapa} mengekspor riwayat ({objek})."),
    Aksi.MUSNAHKAN: Kalimat(K.DATA, "{siapa} memerintahkan pemusnahan data."),
    Aksi.TAMBAH_ORANG: Kalimat(K.PANITIA, "{siapa} menambah penanda tangan no. {nomor}."),
    Aksi.ATUR_ULANG_ORANG: Kalimat(
        K.PANITIA, "{siapa} mengatur ulang kunci penanda tangan no. {nomor}."
    ),
    Aksi.CABUT_ORANG: Kalimat(K.PANITIA, "{siapa} mencabut sertifikat penanda tangan no. {nomor}."),
    Aksi.LIHAT_DATA_PRIBADI: Kalimat(
        K.DATA, "{siapa} melihat NIK dan KK utuh ({objek}). Tujuan: {tujuan}."
    ),
    Aksi.EKSPOR_DATA: Kalimat(
        K.DATA, "{siapa} mengekspor data ({objek}), NIK dan KK {angka}. Tujuan: {tujuan}."
    ),
    Aksi.BUAT_KUNCI_DESA: Kalimat(K.PANITIA, "{siapa} membuat kunci desa."),
    Aksi.GANTI_PROFIL: Kalimat(
        K.PANITIA, "{siapa} mengganti profil peraturan menjadi {nama}: {jumlah} nilai berubah."
    ),
    Aksi.KONFIRMASI_ASUMSI: Kalimat(
        K.PANITIA, "{siapa} mengonfirmasi {jumlah} nilai peraturan yang masih asumsi."
    ),
    Aksi.UBAH_KALENDER: Kalimat(
        K.PANITIA, "{siapa} mengubah kalender ({objek}): {jumlah} tahap dihitung."
    ),
    Aksi.TANDAI_TAHAP: Kalimat(K.PANITIA, "{siapa} menandai {jumlah} tahap {keadaan} ({objek})."),
    Aksi.IMPOR_PEMILIH: Kalimat(
        K.PEMILIH, "{siapa} mengimpor pemilih: {diterima} baris diterima, {ditolak} ditolak."
    ),
    Aksi.SIMPAN_PEMETAAN: Kalimat(K.PEMILIH, "{siapa} menyimpan pemetaan kolom ({sumber})."),
    Aksi.PERBAIKI_PEMILIH: Kalimat(K.PEMILIH, "{siapa} memperbaiki baris no. {nomor}."),
    Aksi.UBAH_PEMILIH: Kalimat(K.PEMILIH, "{siapa} mengubah data pemilih ({objek})."),
    Aksi.TARIK_BATCH: Kalimat(
        K.PEMILIH, "{siapa} menarik impor no. {nomor}: {jumlah} pemilih keluar dari daftar."
    ),
    Aksi.CORET_PEMILIH: Kalimat(K.PEMILIH, "{siapa} mencoret pemilih no. {nomor}: {alasan}."),
    Aksi.PUTUSKAN_GANDA: Kalimat(
        K.PEMILIH, "{siapa} memutuskan kemungkinan ganda no. {nomor}: {putusan}."
    ),
    Aksi.CATAT_USUL: Kalimat(K.PEMILIH, "{siapa} menerima usul perbaikan no. {nomor}: {jenis}."),
    Aksi.PUTUS_USUL: Kalimat(K.PEMILIH, "{siapa} memutus usul perbaikan no. {nomor}: {putusan}."),
    Aksi.TETAPKAN_DPS: Kalimat(K.PEMILIH, "{siapa} menetapkan DPS: {l} laki-laki, {p} perempuan."),
    Aksi.KUNCI_DPT: Kalimat(K.PEMILIH, "{siapa} mengunci DPT: {l} laki-laki, {p} perempuan."),
    Aksi.BUKA_DPT: Kalimat(K.PEMILIH, "{siapa} membuka kunci DPT versi {nomor}."),
    Aksi.CATAT_SETELAH_DPT: Kalimat(
        K.PEMILIH, "{siapa} mencatat perubahan sesudah DPT no. {nomor}: {jenis}."
    ),
    Aksi.CETAK_DAFTAR: Kalimat(K.DATA, "{siapa} mencetak daftar ({objek}): {jumlah} baris."),
    Aksi.KELUARKAN_BAGIAN: Kalimat(
        K.DATA, "{siapa} menyerahkan bagian daftar no. {nomor}: {jumlah} pemilih, angka utuh."
    ),
    Aksi.GABUNG_BAGIAN: Kalimat(
        K.PEMILIH, "{siapa} menggabungkan bagian no. {nomor}: {diubah} diubah, {baru} baru."
    ),
    Aksi.TARIK_BAGIAN: Kalimat(K.PEMILIH, "{siapa} menarik bagian daftar no. {nomor}."),
    Aksi.BUAT_LEMBAR_COKLIT: Kalimat(
        K.DATA, "{siapa} membuat lembar coklit no. {nomor}: {jumlah} baris."
    ),
    Aksi.KETIK_COKLIT: Kalimat(
        K.PEMILIH, "{siapa} mengetik lembar coklit no. {nomor}: {jumlah} baris, {baru} baru."
    ),
    Aksi.SIMPAN_COKLIT: Kalimat(
        K.PEMILIH,
        "{siapa} menyimpan lembar coklit no. {nomor}: {jumlah} baris, {diubah} diubah,"
        " {dicoret} dicoret, {baru} baru.",
    ),
    Aksi.LAYANI_LOKET: Kalimat(
        K.PEMILIH, "{siapa} menutup loket: {ditanya} pertanyaan, {ketemu} ketemu."
    ),
    Aksi.DAFTAR_CALON: Kalimat(K.CALON, "{siapa} mencatat berkas calon no. {nomor}."),
    Aksi.TETAPKAN_CALON: Kalimat(K.CALON, "{siapa} memutus calon no. {nomor}: {status}."),
    Aksi.UNDI_NOMOR: Kalimat(K.CALON, "{siapa} mencatat undian nomor urut {jumlah} calon."),
    Aksi.BAGI_UNIT: Kalimat(K.TPS, "{siapa} membagi DPT ke {jumlah} TPS."),
    Aksi.KUNCI_UNIT: Kalimat(K.TPS, "{siapa} mengunci pembagian TPS."),
    Aksi.ENTRI_FORM: Kalimat(K.HITUNG, "{siapa} mengetik formulir TPS {nomor}: {langkah}."),
    Aksi.KERTAS_MEMANG_BEGINI: Kalimat(
        K.HITUNG, "{siapa} menandai kertas TPS {nomor} memang begini."
    ),
    Aksi.FINALKAN_FORM: Kalimat(K.HITUNG, "{siapa} memfinalkan formulir TPS {nomor}."),
    Aksi.ATUR_ULANG_FORM: Kalimat(K.HITUNG, "{siapa} mengulang formulir TPS {nomor} dari kosong."),
    Aksi.TARIK_FORM: Kalimat(K.HITUNG, "{siapa} menarik formulir final TPS {nomor}."),
    Aksi.BEKUKAN_DOKUMEN: Kalimat(K.BERITA_ACARA, "{siapa} membekukan {kode}."),
    Aksi.TANDA_TANGANI: Kalimat(
        K.BERITA_ACARA, "Penanda tangan no. {orang} menandatangani dokumen no. {nomor}."
    ),
    Aksi.CETAK_DOKUMEN: Kalimat(K.BERITA_ACARA, "{siapa} mencetak {kode}: {lembar} rangkap."),
    Aksi.PUTUSKAN_TERTULIS: Kalimat(
        K.BERITA_ACARA, "{siapa} mencatat keputusan tertulis: nomor urut {nomor_urut} terpilih."
    ),
    Aksi.ISI_LAPORAN: Kalimat(K.BERITA_ACARA, "{siapa} mengisi laporan {kode}."),
    Aksi.CATAT_KEBERATAN: Kalimat(
        K.BERITA_ACARA, "{siapa} mencatat keberatan no. {nomor}: {langkah}."
    ),
    Aksi.TARIK_DOKUMEN: Kalimat(K.BERITA_ACARA, "Dokumen no. {nomor} ditarik; isinya berubah."),
    Aksi.TERIMA_PDF: Kalimat(
        K.BERITA_ACARA, "{siapa} menerima PDF bertanda tangan untuk dokumen no. {nomor}."
    ),
    Aksi.TANDAI_BASAH: Kalimat(
        K.BERITA_ACARA,
        "{siapa} mencatat tanda tangan basah di dokumen no. {nomor}: {jumlah} orang.",
    ),
    Aksi.COCOKKAN_KERTAS: Kalimat(
        K.BERITA_ACARA, "{siapa} mengetik kode dari kertas dokumen no. {nomor}: {hasil}."
    ),
    Aksi.EKSPOR_PAKET: Kalimat(K.PAKET, "{siapa} menulis paket no. {serial} ke flashdisk."),
    Aksi.BACA_KIT: Kalimat(K.PAKET, "{siapa} membaca kit kabupaten no. {nomor}."),
    Aksi.BACA_TANDA_TERIMA: Kalimat(K.PAKET, "{siapa} membaca tanda terima kabupaten."),
    Aksi.BUAT_MEJA: Kalimat(K.PANITIA, "{siapa} membuat meja kabupaten."),
    Aksi.BUAT_KIT: Kalimat(K.PAKET, "{siapa} menulis kit no. {nomor}."),
    Aksi.TERBITKAN_SERTIFIKAT: Kalimat(K.PAKET, "{siapa} menerbitkan sertifikat desa {nomor}."),
    Aksi.TERIMA_PAKET: Kalimat(K.PAKET, "{siapa} menerima paket no. {serial}."),
    Aksi.TULIS_TANDA_TERIMA: Kalimat(K.PAKET, "{siapa} menulis tanda terima."),
}
"""Every act; a test holds this table complete."""

AKSES = (
    Aksi.MASUK,
    Aksi.PULIHKAN_AKUN,
    Aksi.CADANGKAN,
    Aksi.PULIHKAN_CADANGAN,
    Aksi.LIHAT_DATA_PRIBADI,
    Aksi.EKSPOR_DATA,
    Aksi.CETAK_DAFTAR,
    Aksi.KELUARKAN_BAGIAN,
    Aksi.EKSPOR_RIWAYAT,
    Aksi.EKSPOR_PAKET,
    Aksi.MUSNAHKAN,
    Aksi.BUAT_KIT,
    Aksi.TERIMA_PAKET,
    Aksi.TULIS_TANDA_TERIMA,
)
"""Who opened the file, saw personal data or took something out (UU 27/2022 art. 46)."""

MISSING = "–"


class _Facts(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return MISSING


def acts_of(kelompok: Kelompok) -> tuple[str, ...]:
    """Give the acts of one kind."""
    return tuple(aksi.value for aksi, each in KALIMAT.items() if each.kelompok is kelompok)


def acts_saying(word: str) -> tuple[str, ...]:
    """Give the acts whose sentence holds a word, whatever its case."""
    low = word.casefold()
    return tuple(aksi.value for aksi, each in KALIMAT.items() if low in each.teks.casefold())


def baris(entry: AuditEntry, names: Mapping[int, str]) -> BarisRiwayat:
    """Put one entry of a log into words; `names` are those of the accounts."""
    try:
        body = json.loads(entry.body)
        return BarisRiwayat(
            seq=entry.seq,
            waktu=parse_utc(body["at"]),
            siapa=_name(body["akun"], names),
            kalimat=sentence(body, names),
        )
    except (KeyError, TypeError, ValueError):  # found and told by `periksa` as E114
        return BarisRiwayat(seq=entry.seq, kalimat="Langkah ini tidak terbaca.")


def sentence(body: Mapping[str, Any], names: Mapping[int, str]) -> str:
    """Put one entry's body into words."""
    kind, _, rest = str(body.get("objek", "")).partition("/")
    nomor = rest.partition("/")[0]
    facts = _Facts({key: _shown(value) for key, value in body.items()})
    facts["siapa"] = _name(body["akun"], names)
    facts["nomor"] = nomor or MISSING
    if body.get("tujuan") in set(TujuanAkses):
        facts["tujuan"] = TujuanAkses(body["tujuan"]).sebutan
    about = kind == "akun" and nomor.isdecimal()
    facts["tentang"] = _name(int(nomor), names) if about else MISSING
    known = body["aksi"] in set(Aksi)
    teks = KALIMAT[Aksi(body["aksi"])].teks if known else "{siapa} melakukan '{aksi}'."
    return " ".join([teks.format_map(facts), *_additions(body, names)])


def _additions(body: Mapping[str, Any], names: Mapping[int, str]) -> list[str]:
    added = []
    if body.get("penerima"):
        added.append(f"Diserahkan kepada {body['penerima']}.")
    if body.get("setuju"):
        people = [_name(each["akun_id"], names) for each in body["setuju"]]
        added.append(f"Disetujui {' dan '.join(people)}.")
    if body.get("gagal"):
        times = sum(each["kali"] for each in body["gagal"])
        added.append(f"Sebelumnya kata sandi salah {times} kali.")
    if body.get("gagal_orang"):
        times = sum(each["kali"] for each in body["gagal_orang"])
        added.append(f"Sebelumnya kata sandi penanda tangan salah {times} kali.")
    if body.get("temuan"):
        added.append(f"Saat dibuka ditemukan {body['temuan'].replace(' ', ', ')}.")
    return added


def _name(akun: int, names: Mapping[int, str]) -> str:
    return names.get(akun, f"akun {akun}")


def _shown(value: object) -> str:
    return angka(value) if isinstance(value, int) else str(value)
