"""Findings about what was typed back from a coklit sheet."""

from pilkades_desk.core.findings import FindingKind, catalogue

_SHEET = "Lembar coklit"
_PS11 = "Permendagri 112/2014 Pasal 11"

E284 = FindingKind(
    "E284", "Nomor {no} tidak ada di lembar ini.", "Cocokkan nomornya dengan kertas.", _SHEET
)
E285 = FindingKind(
    "E285",
    "Nomor {no} sudah disimpan sebagai {hasil}.",
    "Betulkan di daftar pemilih bila keliru.",
    _SHEET,
)
E286 = FindingKind(
    "E286",
    "Nomor {no} ditandai ubah data, isian barunya belum diketik.",
    "Ketik isian yang berubah, atau pilih sesuai.",
    _SHEET,
)
E287 = FindingKind(
    "E287",
    "Nomor {no} ditandai TMS tanpa alasan atau bukti.",
    "Pilih alasannya dan tulis buktinya, misalnya nomor surat kematian.",
    _PS11,
)
E288 = FindingKind(
    "E288",
    "Nomor {no} memuat isian yang bukan untuk {hasil}.",
    "Kosongkan isian itu, atau pilih hasil yang lain.",
    _SHEET,
)
E289 = FindingKind("E289", "Nomor {no} diketik dua kali.", "Ketik tiap nomor satu kali.", _SHEET)

KINDS = catalogue(E284, E285, E286, E287, E288, E289)
