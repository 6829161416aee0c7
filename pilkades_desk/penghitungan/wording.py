"""What step 5 says about forms and results; figures only where two people may see them."""

from typing import NamedTuple

from pilkades_desk.core.terbilang import angka, persen
from pilkades_desk.penghitungan.lembar import RekapDesa
from pilkades_desk.penghitungan.status import StatusForm
from pilkades_desk.penghitungan.values import FormFinal, FormSiap, StatusHasil, Tahap


class Kata(NamedTuple):
    """How a stage is shown: the pill, its tone, the next deed for who may, who may, its meaning."""

    keadaan: str
    nada: str
    langkah: str
    oleh: str
    kalimat: str


_GALAT = "Cocokkan lagi dengan kertas. Bila kertas memang begini, ketua menulis alasannya."
_LATER = "Diteruskan oleh yang memulainya."
KATA = {
    Tahap.KOSONG: Kata(
        "Belum diketik",
        "info",
        "Mulai entri 1",
        "Entri 1 oleh orang lain",
        "Entri pertama diketik dari kertas, baris demi baris.",
    ),
    Tahap.ENTRI_1: Kata(
        "Entri 1 berjalan", "info", "Teruskan entri 1", "Diteruskan pengetiknya", _LATER
    ),
    Tahap.ENTRI_1_GALAT: Kata(
        "Entri 1 ada galat", "bad", "Jelaskan galat", "Dijelaskan ketua", _GALAT
    ),
    Tahap.ENTRI_1_SELESAI: Kata(
        "Menunggu entri 2",
        "warn",
        "Mulai entri 2",
        "Entri 2 oleh orang lain",
        "Entri kedua diketik orang lain dari kertas.",
    ),
    Tahap.ENTRI_2: Kata(
        "Entri 2 berjalan", "info", "Teruskan entri 2", "Diteruskan pengetiknya", _LATER
    ),
    Tahap.PEMBETULAN: Kata(
        "Dua entri berbeda",
        "warn",
        "Ketik ulang {ulang} isian",
        "Ketik ulang oleh pengetik lain",
        "Kedua pengetik mengetik ulang isian yang berbeda, langsung dari kertas.",
    ),
    Tahap.PEMBACA_KETIGA: Kata(
        "Masih berbeda",
        "bad",
        "Ketik ulang {ulang} isian",
        "Ketik ulang oleh orang ketiga",
        "Orang yang belum membaca formulir ini mengetik isian yang masih berbeda.",
    ),
    Tahap.SAMA_GALAT: Kata(
        "Entri sama, ada galat", "bad", "Jelaskan galat", "Dijelaskan ketua", _GALAT
    ),
    Tahap.SIAP_FINAL: Kata(
        "Siap final",
        "ok",
        "Finalkan",
        "Difinalkan ketua atau sekretaris",
        "Dua entri sama. Dua orang menyetujui; satu tidak mengetik.",
    ),
    Tahap.FINAL: Kata(
        "FINAL", "ok", "", "", "Tidak diubah lagi; hanya dua orang bersama dapat menariknya."
    ),
}


def langkah_text(status: StatusForm) -> str:
    """Name the next deed on one form for who may do it, else who may; a final one has none."""
    kata = KATA[status.tahap]
    return kata.langkah.format(ulang=status.ulang) if status.langkah else kata.oleh


def sesudah_text(status: StatusForm) -> str:
    """Say what has become of a form somebody just typed."""
    count = f" ({len(status.beda)} isian)" if status.tahap is Tahap.PEMBETULAN else ""
    kata = KATA[status.tahap]
    return f"{status.nama}: {kata.keadaan}{count}. {kata.kalimat}"


def siap_text(siap: FormSiap | FormFinal, nama: str) -> str:
    """Say what form two people are about to close or to take back."""
    form = siap.form
    votes = ", ".join(f"nomor {n}: {angka(votes)}" for n, votes in enumerate(form.suara, start=1))
    words = (
        f"{nama}: DPT {angka(form.dpt_jumlah)}, hadir {angka(form.hadir_jumlah)}, "
        f"suara sah {angka(form.sah)}, tidak sah {angka(form.tidak_sah)}. Suara {votes}."
    )
    if siap.penjelasan:
        words += " Dijelaskan: " + "; ".join(f"{p.kode} {p.alasan}" for p in siap.penjelasan) + "."
    return words


def hasil_text(desa: RekapDesa) -> str:
    """Say who leads; before every unit is final it is provisional and names nobody."""
    hasil, jumlah = desa.hasil, desa.rekap.jumlah
    if hasil is None:
        done, all_units = len(desa.rekap.baris), len(desa.rekap.baris) + len(desa.rekap.belum)
        return f"{done} dari {all_units} TPS final. Angka ini sementara dan belum lengkap."
    if hasil.status is StatusHasil.SERI:
        tied = " dan ".join(f"nomor {n}" for n in hasil.seri)
        return f"Suara terbanyak sama: {tied}. Buat keputusan tertulis menurut peraturan."
    if hasil.nomor_urut is None:
        return hasil.langkah[0]
    nomor = hasil.nomor_urut
    votes = (
        f"{angka(jumlah.suara[nomor - 1])} suara ({persen(jumlah.suara[nomor - 1], jumlah.sah)})"
    )
    if hasil.status is StatusHasil.SERI_TERSELESAIKAN:
        return f"Suara terbanyak sama; menurut aturan seri unggul {desa.sebut(nomor)}, {votes}."
    return f"Suara terbanyak: {desa.sebut(nomor)}, {votes}."
