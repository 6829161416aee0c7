"""Qt ships no Indonesian catalogue; these are the words its own buttons and menus need."""

from PySide6.QtCore import QTranslator

WORDS = {
    "OK": "OK", "&OK": "&OK", "Cancel": "Batal", "&Cancel": "&Batal", "Close": "Tutup",
    "&Close": "&Tutup", "&Yes": "&Ya", "&No": "&Tidak", "Save": "Simpan", "&Save": "&Simpan",
    "Open": "Buka", "&Open": "&Buka", "Discard": "Buang", "Apply": "Terapkan", "Help": "Bantuan",
    "Retry": "Ulangi", "Choose": "Pilih", "&Choose": "&Pilih", "Directory:": "Folder:",
    "Look in:": "Lihat di:", "File &name:": "&Nama berkas:", "Files of type:": "Jenis berkas:",
    "Name": "Nama", "Size": "Ukuran", "Type": "Jenis", "Kind": "Jenis",
    "Date Modified": "Diubah", "Back": "Kembali", "Forward": "Maju",
    "Parent Directory": "Folder induk",
    "Create New Folder": "Buat folder baru", "List View": "Daftar", "Detail View": "Rincian",
    "My Computer": "Komputer ini", "Computer": "Komputer", "All Files (*)": "Semua berkas (*)",
    "&Undo": "&Urungkan", "&Redo": "U&langi", "Cu&t": "Po&tong", "&Copy": "&Salin",
    "&Paste": "&Tempel", "Delete": "Hapus", "Select All": "Pilih semua",
    "Print": "Cetak", "&Print": "&Cetak", "Printer": "Pencetak", "Copies": "Rangkap",
}  # fmt: skip


class IndonesianWords(QTranslator):
    """Answers Qt's own English source texts; anything unknown stays as it is."""

    def translate(
        self,
        context: str,  # noqa: ARG002 -- Qt's signature
        sourceText: str,  # noqa: N803 -- Qt's signature
        disambiguation: str | None = None,  # noqa: ARG002 -- Qt's signature
        n: int = -1,  # noqa: ARG002 -- Qt's signature
    ) -> str:
        """Give the Indonesian word, or the text itself: Qt would show an empty word as nothing."""
        return WORDS.get(sourceText, sourceText)

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        """Say that there are words, or Qt never asks."""
        return False
