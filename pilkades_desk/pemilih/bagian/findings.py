"""Findings about parts of the list on other laptops, and about what comes back from there."""

from pilkades_desk.core.findings import FindingKind, catalogue

_ONE = "Satu daerah berada di satu laptop pada satu waktu"
_OURS = "Bagian kembali digabung hanya ke daftar asalnya"
_PERSON = "Yang berbeda diputuskan orang dengan alasan"
_PS10 = "Permendagri 112/2014 jo. 65/2017 Pasal 10"
_RIGHT_FILE = "Minta berkas kembali dari laptop yang membawa bagian ini."

E270 = FindingKind(
    "E270",
    "Berkas ini bukan bagian daftar pemilih yang utuh.",
    "Minta berkasnya dibuat ulang di laptop asalnya.",
    _OURS,
)
E271 = FindingKind("E271", "Bagian ini dari pemilihan lain.", _RIGHT_FILE, _OURS)
E272 = FindingKind(
    "E272", "Bagian nomor {nomor} tidak pernah keluar dari sini.", _RIGHT_FILE, _OURS
)
E273 = FindingKind(
    "E273", "Bagian {nomor} ini bukan salinan yang dikeluarkan di sini.", _RIGHT_FILE, _OURS
)
E274 = FindingKind(
    "E274",
    "Bagian {nomor} sudah {cara}, tidak diterima lagi.",
    "Ketik perubahan yang masih kurang di daftar pemilih.",
    _OURS,
)
E275 = FindingKind(
    "E275", "{jumlah} perbedaan belum diputuskan.", "Putuskan tiap perbedaan dahulu.", _PERSON
)
E276 = FindingKind(
    "E276",
    "Keputusan untuk {nama} tidak cocok lagi dengan daftarnya.",
    "Buka ulang berkas kembali, lalu putuskan lagi.",
    _PERSON,
)
E277 = FindingKind(
    "E277",
    "NIK yang sama akan dipakai {satu} dan {dua}.",
    "Tolak salah satu, lalu cocokkan KTP-el keduanya.",
    _PS10,
)
E278 = FindingKind(
    "E278",
    "{daerah} sedang di laptop lain: bagian {nomor}, dibawa {oleh}.",
    "Tunggu bagian itu kembali, atau tarik dengan alasannya.",
    _ONE,
)
E279 = FindingKind(
    "E279",
    "{jumlah} pemilih daerah ini sedang di laptop lain.",
    "Tunggu bagiannya kembali, atau tarik dengan alasannya.",
    _ONE,
)
E280 = FindingKind("E280", "Tidak ada pemilih di daerah ini.", "Pilih daerah lain.", _ONE)
E281 = FindingKind(
    "E281",
    "Isian {bidang} pemilih nomor {id} tidak sah di berkas ini.",
    "Minta berkasnya dibuat ulang di laptop asalnya.",
    _OURS,
)
E282 = FindingKind(
    "E282",
    "{nama} belum cukup umur pada hari pemungutan suara dan belum pernah kawin.",
    "Tolak perubahan ini, lalu cocokkan KTP-el atau kartu keluarga.",
    _PS10,
)

E283 = FindingKind(
    "E283",
    "NIK beberapa orang saling tertukar: {nama}.",
    "Tolak perubahan NIK mereka di sini, lalu cocokkan KTP-el semuanya.",
    _PS10,
)

W270 = FindingKind(
    "W270",
    "Sedang di laptop lain: bagian {nomor}, dibawa {oleh} sampai {sampai}.",
    "Boleh dikoreksi di sini; bila di sana juga diubah, bedanya diputuskan saat kembali.",
    _ONE,
)
W271 = FindingKind(
    "W271",
    "Bagian {nomor} belum kembali, batasnya {sampai}.",
    "Hubungi {oleh}, atau tarik bagian ini dengan alasannya.",
    _ONE,
)
W272 = FindingKind(
    "W272",
    "Berkas kembali ini sudah pernah digabung; tidak ada yang berubah.",
    "Pilih berkas lain bila ada.",
    _OURS,
)

W273 = FindingKind(
    "W273",
    "{nama} tidak di daftar lagi karena impornya ditarik; perubahannya tidak diambil.",
    "Impor lagi lembarnya bila orang ini memang pemilih, lalu koreksi di daftar.",
    _OURS,
)

KINDS = catalogue(
    E270, E271, E272, E273, E274, E275, E276, E277, E278, E279, E280, E281, E282,
    E283, W270, W271, W272, W273,
)  # fmt: skip
