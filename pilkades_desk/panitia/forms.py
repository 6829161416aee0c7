"""The questions of step 1 as forms, made from data."""

from collections.abc import Sequence

from pilkades_desk.kits.qt.ask import Box, BoxKind, Form
from pilkades_desk.panitia.rights import VILLAGE_ROLES
from pilkades_desk.panitia.rules import JABATAN_KPPS, JABATAN_PANITIA

OWN, SECOND, SECOND_PASSWORD = "sandi_sendiri", "akun_kedua", "sandi_kedua"
REPEAT = "sandi_ulang"
_LONG = "Sedikitnya 10 huruf, misalnya empat kata."

COPIES, NO, PICK = "salinan", "tidak ada", "pilih mapnya"
PACKETS, STAY, GO = "paket", "tetap disimpan", "ikut dimusnahkan"


def account_form() -> Form:
    """Ask for the new person; they type the password themselves."""
    return Form(
        "Tambah akun",
        "Pemegang akun baru mengetik sendiri kata sandinya.",
        "Lanjut ke persetujuan",
        (
            Box("nama_lengkap", "Nama lengkap"),
            Box("nama", "Nama akun", hint="Huruf kecil, misalnya operator1."),
            Box(
                "peran",
                "Peran",
                BoxKind.CHOICE,
                choices=tuple(peran.sebutan for peran in VILLAGE_ROLES),
            ),
            Box("sandi", "Kata sandi pemegang akun baru", BoxKind.PASSWORD, hint=_LONG),
            Box(REPEAT, "Ulangi kata sandinya", BoxKind.PASSWORD),
        ),
    )


def approval_form(about: str, second: Sequence[str]) -> Form:
    """Ask for the own password, and for a second person out of `second` where there are any."""
    boxes = [Box(OWN, "Kata sandi Anda", BoxKind.PASSWORD)]
    if second:
        boxes += second_boxes(second)
    sentence = f"{about} Anda dan orang kedua memasukkan kata sandi masing-masing."
    return Form("Setujui akun baru", sentence if second else about, "Tambah akun", tuple(boxes))


def second_boxes(second: Sequence[str]) -> tuple[Box, Box]:
    """Give the boxes for the second person: which account, and its password."""
    return (
        Box(SECOND, "Akun orang kedua", BoxKind.CHOICE, choices=tuple(second)),
        Box(SECOND_PASSWORD, "Kata sandi orang kedua", BoxKind.PASSWORD),
    )


def destroy_form(desa: str, last: str, second: Sequence[str]) -> Form:
    """Ask for everything a destruction needs; `last` is the last day the data must be kept."""
    boxes = [
        Box("desa", "Ketik nama desa", hint=f"Persis seperti ini: {desa}"),
        Box("oleh", "Dilakukan oleh"),
        Box("saksi", "Disaksikan oleh"),
        Box(COPIES, "Salinan di map kedua atau flashdisk", BoxKind.CHOICE, choices=(NO, PICK)),
        Box(PACKETS, "Berkas paket di map pemilihan", BoxKind.CHOICE, choices=(STAY, GO)),
    ]
    if second:
        boxes += second_boxes(second)
    sentence = (
        f"Data pemilih disimpan sampai {last}. Sesudah ini data desa {desa} tidak dapat dibuka"
        " siapa pun. Cetak dan serahkan dahulu arsip yang wajib disimpan."
    )
    return Form("Musnahkan data pemilihan", sentence, "Musnahkan", tuple(boxes))


def orang_form() -> Form:
    """Ask for a signing person; they type the password themselves."""
    return Form(
        "Tambah penanda tangan",
        "Orang ini mengetik sendiri sandinya. Sandi diminta setiap kali ia menandatangani.",
        "Tambah penanda tangan",
        (
            Box("nama", "Nama lengkap"),
            Box("jabatan", "Jabatan", BoxKind.CHOICE, choices=(*JABATAN_PANITIA, *JABATAN_KPPS)),
            Box("unit", "Nomor TPS", BoxKind.NUMBER, hint="Hanya untuk KPPS."),
            Box("sandi", "Sandi tanda tangan", BoxKind.PASSWORD, hint=_LONG),
            Box(REPEAT, "Ulangi sandi tanda tangan", BoxKind.PASSWORD),
        ),
    )
