"""What can be wrong with a count form (regulation part 12); numbers in brackets are invariants.

The texts are for the ketua and carry figures; a typist reads `typist_text`, which names boxes only,
because a figure steers the eye that reads handwriting.
"""

from collections.abc import Sequence

from pilkades_desk.core.findings import Finding, FindingKind, catalogue
from pilkades_desk.penghitungan.values import Isian

_PAPER = "Cocokkan lagi dengan kertas. Bila kertas memang begini, ketua menulis alasannya."
_LOGIC = "Aturan hitung F-27"

E501 = FindingKind("E501", "{label} masih kosong.", "Isi sesuai kertas; kosong bukan nol.", _LOGIC)
E502 = FindingKind(
    "E502", "{label} tertulis {tertulis}, L + P = {hitung}.", _PAPER, "L + P = jumlah (I5)"
)
E503 = FindingKind(
    "E503", "{label} ({tertulis}) melebihi DPT ({batas}).", _PAPER, "Hadir dari DPT ≤ DPT (I5)"
)
E504 = FindingKind(
    "E504", "{label} tertulis {tertulis}, B2 + B3 + B4 = {hitung}.", _PAPER, "Jumlah hadir (I5)"
)
E505 = FindingKind(
    "E505", "DPT {tertulis}, tetapi hadir + tidak hadir = {hitung}.", _PAPER, "Tidak hadir (I6)"
)
E506 = FindingKind(
    "E506",
    "Diterima {tertulis}, tetapi digunakan + rusak + sisa = {hitung}.",
    _PAPER,
    "Surat suara diterima = digunakan + rusak + sisa (I1)",
)
E507 = FindingKind(
    "E507", "Selisih tertulis {tertulis}, seharusnya {hitung}.", _PAPER, "Baris C5 (I1)"
)
E508 = FindingKind(
    "E508",
    "Digunakan {tertulis}, tetapi sah + tidak sah = {hitung}.",
    _PAPER,
    "Surat suara di kotak = sah + tidak sah (I2)",
)
E509 = FindingKind(
    "E509", "Suara sah {tertulis}, jumlah semua calon {hitung}.", _PAPER, "Σ suara = sah (I3)"
)
E510 = FindingKind(
    "E510", "D3 tertulis {tertulis}, sah + tidak sah = {hitung}.", _PAPER, "D3 = D1 + D2 (I2)"
)
W511 = FindingKind(
    "W511",
    "Surat suara digunakan {tertulis}, pemilih hadir {hitung}.",
    "Catat sebabnya di F-30 (misalnya surat suara dibawa pulang).",
    "Digunakan = hadir (I4)",
)
E512 = FindingKind(
    "E512",
    "Ada {tertulis} pemilih di luar DPT, padahal tidak diperbolehkan.",
    _PAPER,
    "Profil: pemilih_di_luar_dpt.boleh (I8)",
)
E513 = FindingKind(
    "E513",
    "Pemilih di luar DPT {tertulis}, kuotanya {batas}.",
    _PAPER,
    "Profil: pemilih_di_luar_dpt.kuota (I8)",
)
E514 = FindingKind(
    "E514",
    "{label} tertulis {tertulis}, DPT terkunci {batas}.",
    "Periksa apakah ini kertas dari unit yang benar, lalu cocokkan lagi angkanya.",
    "DPT terkunci (I12)",
)
W515 = FindingKind(
    "W515",
    "Surat suara diterima {tertulis}, rencana {batas}.",
    "Periksa BA serah terima surat suara (F-21).",
    "DPT + cadangan (I7)",
)
W516 = FindingKind(
    "W516",
    "Surat suara rusak atau keliru {tertulis}, pemilih hadir {batas}.",
    "Periksa jumlah surat suara yang diganti.",
    "Satu pengganti per pemilih (I9)",
)
E517 = FindingKind(
    "E517",
    "{tertulis} surat suara cadangan terpakai.",
    "Buat BA cadangan (F-24), lalu ketua menulis nomor atau tanggalnya sebagai alasan.",
    "BA penggunaan surat suara cadangan (I10)",
)
W518 = FindingKind(
    "W518",
    "Urutan jam tidak wajar: {tertulis}.",
    "Cocokkan jam dengan kertas.",
    "Mulai ≤ selesai ≤ hitung mulai ≤ hitung selesai (I17)",
)
E519 = FindingKind(
    "E519",
    "Suara terbanyak sama untuk nomor {nomor}.",
    "Buat keputusan tertulis menurut peraturan, lalu catat keputusannya.",
    "Suara terbanyak sama (I19)",
)
E520 = FindingKind(
    "E520",
    "Tanda tangan: ketua {ketua}, anggota {anggota}; perlu ketua dan {batas} anggota.",
    "Minta tanda tangan yang kurang, atau ketua menulis alasannya.",
    "BA ditandatangani ketua dan sekurangnya dua anggota (I20)",
)
E521 = FindingKind(
    "E521", "{label} ({tertulis}) melebihi seluruh yang hadir ({batas}).", _PAPER, _LOGIC
)
W522 = FindingKind("W522", "{label} kosong.", "Isi bila tertulis di kertas.", _LOGIC)
W523 = FindingKind(
    "W523",
    "Hari ini {hari_ini}, sebelum hari pemungutan {hari}.",
    "Periksa tanggal laptop. Teruskan hanya bila kertas hasil hitung sudah ada.",
    "Penghitungan sesudah pemungutan suara",
)

KINDS = catalogue(
    E501, E502, E503, E504, E505, E506, E507, E508, E509, E510, W511,
    E512, E513, E514, W515, W516, E517, W518, E519, E520, E521, W522, W523,
)  # fmt: skip


def fields_of(finding: Finding) -> tuple[str, ...]:
    """Name the boxes a finding is about, in paper order."""
    return tuple(finding.evidence["isian"].split())


def key_of(finding: Finding) -> str:
    """Identify one finding with its figures: other figures are another finding."""
    facts = " ".join(f"{name}={finding.evidence[name]}" for name in sorted(finding.evidence))
    return f"{finding.code} {facts}"


def typist_text(finding: Finding, boxes: Sequence[Isian]) -> str:
    """Say it to a typist: which boxes to read again, no figure and no verdict."""
    names = fields_of(finding)
    labels = [isian.label for isian in boxes if isian.id in names]
    return f"Baca lagi di kertas: {'; '.join(labels)}."
