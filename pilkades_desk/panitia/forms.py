"""The questions of step 1 as forms, made from data."""

from collections.abc import Sequence
from pathlib import Path

from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form
from pilkades_desk.panitia.rules import JABATAN_KPPS, JABATAN_PANITIA
from pilkades_desk.panitia.sandi import suggest_password
from pilkades_desk.panitia.values import AlasanCabut, Peran

OWN, SECOND, SECOND_PASSWORD = "sandi_sendiri", "akun_kedua", "sandi_kedua"
REPEAT = "sandi_ulang"
PRESENT = ("hadir_satu", "hadir_dua")
_LONG = "Sedikitnya 10 huruf, misalnya empat kata."

COPIES, NO, PICK = "salinan", "tidak ada", "pilih mapnya"
_PLUG_IN = "Flashdisk yang tidak tercantum di atas tidak ikut; batalkan, colokkan, lalu ulangi."
PACKETS, STAY, GO = "paket", "tetap disimpan", "ikut dimusnahkan"


USULAN = Box("usulan", "Usulan, bila perlu", BoxKind.OFFER, offer=suggest_password)


def password_boxes(words: str) -> tuple[Box, ...]:
    """Give the boxes for a new password: a suggestion, the password, and once more."""
    return (
        USULAN,
        Box("sandi", words, BoxKind.PASSWORD, hint=_LONG),
        Box(REPEAT, "Ulangi", BoxKind.PASSWORD),
    )


def account_form(roles: Sequence[Peran]) -> Form:
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
                choices=tuple(peran.sebutan for peran in roles),
            ),
            *password_boxes("Kata sandi pemegang akun baru"),
        ),
    )


def change_form() -> Form:
    """Ask for the own password and a new one."""
    return Form(
        "Ganti kata sandi saya",
        "Sejak disimpan hanya kata sandi baru yang membuka pemilihan.",
        "Ganti kata sandi",
        (Box(OWN, "Kata sandi sekarang", BoxKind.PASSWORD), *password_boxes("Kata sandi baru")),
    )


def reset_form(nama: str) -> Form:
    """Ask for the new password of somebody else's account."""
    return Form(
        f"Atur ulang akun {nama}",
        "Pemegang akun mengetik sendiri kata sandi barunya. Kata sandi lama berhenti berlaku.",
        "Lanjut ke persetujuan",
        password_boxes("Kata sandi baru"),
    )


def approval_form(do: str, about: str, second: Sequence[str], *, names: bool = False) -> Form:
    """Ask for the own password, and for a second person out of `second` where there are any.

    `names` asks for two people present instead, when nobody is left who could approve.
    """
    boxes = [Box(OWN, "Kata sandi Anda", BoxKind.PASSWORD)]
    sentence = about
    if second:
        boxes += second_boxes(second)
        sentence = f"{about} Anda dan orang kedua memasukkan kata sandi masing-masing."
    elif names:
        boxes += present_boxes()
        sentence = f"{about} Tidak ada akun lain yang dapat menyetujui; tulis dua orang yang hadir."
    return Form("Setujui", sentence, do, tuple(boxes))


def present_boxes() -> tuple[Box, Box]:
    """Give the boxes for two people who are there."""
    return (
        Box(PRESENT[0], "Orang yang hadir, nama lengkap"),
        Box(PRESENT[1], "Orang lain yang hadir, nama lengkap"),
    )


def sheet_form() -> Form:
    """Ask for the own password before a new recovery sheet is made."""
    return Form(
        "Lembar pemulihan baru",
        "Lembar yang lama berhenti berlaku. Siapkan pencetak atau dua lembar kertas.",
        "Buat lembar baru",
        (Box(OWN, "Kata sandi Anda", BoxKind.PASSWORD),),
    )


def reset_orang_form(nama: str) -> Form:
    """Ask for a signing person's new password, and why the certificate before is revoked."""
    return Form(
        f"Atur ulang kunci {nama}",
        "Orang ini mengetik sandi barunya. Sertifikat lama dicabut; yang sudah ditandatangani sah.",
        "Atur ulang kunci",
        (_alasan(AlasanCabut.LUPA), *password_boxes("Sandi tanda tangan baru")),
    )


def revoke_form(nama: str) -> Form:
    """Ask why a signing person's certificate is revoked."""
    return Form(
        f"Cabut {nama}",
        "Orang ini tidak dapat menandatangani lagi. Yang sudah ditandatangani tetap sah.",
        "Cabut",
        (_alasan(AlasanCabut.BERHENTI),),
    )


def _alasan(usual: AlasanCabut) -> Box:
    reasons = tuple(one.value for one in AlasanCabut)
    return Box("alasan", "Alasan", BoxKind.CHOICE, usual.value, choices=reasons)


def second_boxes(second: Sequence[str]) -> tuple[Box, Box]:
    """Give the boxes for the second person: which account, and its password."""
    return (
        Box(SECOND, "Akun orang kedua", BoxKind.CHOICE, choices=tuple(second)),
        Box(SECOND_PASSWORD, "Kata sandi orang kedua", BoxKind.PASSWORD),
    )


def check_second(answers: Answers) -> dict[str, str]:
    """Say by box what is missing of the second person."""
    found = {}
    if not answers[SECOND]:
        found[SECOND] = "Belum ada akun lain. Tambah akun di langkah Panitia."
    if not answers[SECOND_PASSWORD]:
        found[SECOND_PASSWORD] = "Isi kata sandi orang kedua."
    return found


def destroy_form(desa: str, last: str, places: Sequence[Path], second: Sequence[str]) -> Form:
    """Ask for everything a destruction needs; `last` is the last day the data must be kept.

    `places` are those outside the election's folder whose copies go too.
    """
    boxes = [
        Box("desa", "Ketik nama desa", hint=f"Persis seperti ini: {desa}"),
        Box("oleh", "Dilakukan oleh"),
        Box("saksi", "Disaksikan oleh"),
        Box(COPIES, "Map lain berisi salinan", BoxKind.CHOICE, hint=_PLUG_IN, choices=(NO, PICK)),
        Box(PACKETS, "Berkas paket di map pemilihan", BoxKind.CHOICE, choices=(STAY, GO)),
    ]
    if second:
        boxes += second_boxes(second)
    sentence = (
        f"Data pemilih disimpan sampai {last}. Yang musnah: kunci dan data desa {desa} di map"
        f" pemilihan, dan salinannya di {'; '.join(map(str, places))}. Salinan di tempat lain tetap"
        " dapat dibuka. Cetak dan serahkan dahulu arsip yang wajib disimpan."
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
            *password_boxes("Sandi tanda tangan"),
        ),
    )
