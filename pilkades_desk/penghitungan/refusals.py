"""Every named refusal of the count form's life cycle (entry_state.py)."""

from enum import Enum

from pilkades_desk.core.errors import StateError


class RefusalKind(Enum):
    """Why a step was refused: one sentence, one hint."""

    PENGETIK_SAMA = (
        "Entri kedua harus diketik orang lain.",
        "Minta orang lain masuk dengan akunnya sendiri.",
    )
    SUDAH_MELIHAT = (
        "Anda sudah melihat angka formulir ini.",
        "Minta orang lain mengetik entri kedua.",
    )
    SEDANG_DIISI = ("Formulir ini sedang diisi orang lain.", "Pilih formulir lain atau tunggu.")
    BUKAN_PENGETIK = (
        "Entri ini bukan milik Anda.",
        "Yang memulai entri yang meneruskan atau membuangnya.",
    )
    BELUM_DIMULAI = ("Tidak ada entri yang sedang berjalan.", "Mulai entri lebih dulu.")
    ADA_GALAT = (
        "Entri pertama masih memuat galat.",
        "Pengetik pertama kembali ke kertas, atau ketua menulis alasannya.",
    )
    BELUM_LENGKAP = ("Masih ada isian kosong.", "Isi sesuai kertas; kosong bukan nol.")
    ISIAN_TIDAK_DIKENAL = ("Isian ini tidak ada di formulir.", "Muat ulang formulirnya.")
    NILAI_TIDAK_MUNGKIN = ("Angka ini tidak mungkin di isian ini.", "Ketik lagi sesuai kertas.")
    SUDAH_DUA_ENTRI = (
        "Formulir ini sudah diketik dua kali.",
        "Lihat langkah berikutnya di daftar.",
    )
    BUKAN_ISIAN_BEDA = ("Isian ini tidak perlu diketik ulang.", "Ketik hanya isian yang ditandai.")
    BUKAN_PENGETIK_ASAL = (
        "Pembetulan diketik oleh dua pengetik semula.",
        "Minta pengetik semula mengetik ulang isian yang ditandai.",
    )
    SUDAH_DIKETIK_ULANG = (
        "Isian ini sudah Anda ketik ulang.",
        "Ketik isian lain yang ditandai, atau minta pengetik lain mengetik ulang.",
    )
    HARUS_ORANG_KETIGA = (
        "Isian ini harus dibaca orang yang belum membacanya.",
        "Minta orang ketiga masuk dengan akunnya sendiri.",
    )
    TIDAK_ADA_GALAT = ("Tidak ada galat seperti itu pada formulir ini.", "Muat ulang daftar galat.")
    ALASAN_KOSONG = ("Alasan belum ditulis.", "Tulis mengapa kertas memang begini.")
    GALAT_TERSISA = ("Masih ada galat tanpa alasan.", "Ketua menulis alasan tiap galat.")
    BELUM_SIAP = ("Formulir ini belum siap difinalkan.", "Selesaikan dua entri yang sama.")
    PERLU_DUA_ORANG = ("Perlu persetujuan dua orang.", "Minta orang kedua menyetujui.")
    PERLU_ORANG_LAIN = (
        "Yang mengetik tidak boleh menyetujui sendiri.",
        "Minta persetujuan orang yang tidak mengetik formulir ini.",
    )
    SUDAH_FINAL = ("Formulir ini sudah final.", "Lihat rekap atau berita acaranya.")
    BELUM_FINAL = ("Formulir ini belum final.", "Atur ulang entrinya bila perlu.")
    MASIH_KOSONG = ("Formulir ini masih kosong.", "Tidak ada yang perlu diatur ulang.")


class EntryRefusedError(StateError):
    """A step the form's state does not allow, with its name."""

    def __init__(self, kind: RefusalKind) -> None:
        super().__init__(*kind.value)
        self.kind = kind


def refuse_if(wrong: bool, kind: RefusalKind) -> None:
    """Stop with a named refusal when the condition holds."""
    if wrong:
        raise EntryRefusedError(kind)
