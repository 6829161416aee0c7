"""The words of the import's page, made from what was found."""

from collections.abc import Mapping, Sequence

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Answers, Box, Form
from pilkades_desk.pemilih.findings import W242
from pilkades_desk.pemilih.forms import label_of
from pilkades_desk.pemilih.impor.rules import layout_of
from pilkades_desk.pemilih.impor.values import PILIHAN, BerkasDibuka, Sasaran, Susunan
from pilkades_desk.pemilih.pratinjau import HitunganImpor
from pilkades_desk.pemilih.sumber import UMUM, SourceProfile, sources
from pilkades_desk.pemilih.values import Isian

OWN = "Kolom saya sendiri"
NAME = "nama"
NEVER = "tidak pernah dibaca"
NOT_READ = "tidak dibaca"
_PARTS = ("", "hari", "bulan", "tahun")
_LONGEST = 44
Said = tuple[str, str, str]
"""Tone, sentence and hint."""
Chosen = tuple[str, Sasaran]


def sasaran_words(sasaran: Sasaran | None) -> str:
    """Say where a column goes; None for one that is never read."""
    if sasaran is None:
        return NEVER
    if not sasaran.isian:
        return NOT_READ
    words = " + ".join(label_of(isian) for isian in sasaran.isian)
    return f"{words} ({_PARTS[sasaran.bagian]})" if sasaran.bagian else words


def choices(width: int, column: int) -> tuple[Chosen, ...]:
    """Give what may be chosen for a column, in words; three cells need two more at the right."""
    return tuple(
        ("Tanggal lahir di 3 kolom mulai sini" if one.bagian else sasaran_words(one), one)
        for one in PILIHAN
        if not one.bagian or column + 2 < width
    )


def file_words(name: str) -> str:
    """Give a file's name, shortened in its middle."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 13]}…{name[-12:]}"


def layout_words(one: SourceProfile) -> str:
    """Name a layout or a saved mapping."""
    return f"{one.pemetaan} (susunan tersimpan)" if one.pemetaan else one.sebutan


def code_words() -> Mapping[str, str]:
    """Name the sources whose codes may be meant, by layout."""
    words = {name: source.sebutan for name, source in sources().items() if name != UMUM}
    return {UMUM: "Huruf dan kata saja (L, P, kawin)"} | words


def sheet_words(one: Susunan) -> str:
    """Name a sheet with its rows."""
    return f"{one.lembar.lembar} · {angka(len(one.sheet.rows))} baris"


def figures(seen: HitunganImpor) -> tuple[str, str, str, str]:
    """Say what would happen: read, in, waiting, known; nothing of the last two where none is."""
    return (
        f"{angka(seen.dibaca)} baris dibaca",
        f"{angka(seen.masuk)} akan masuk",
        f"{angka(seen.menunggu)} menunggu perbaikan" if seen.menunggu else "",
        f"{angka(seen.sudah_ada)} sudah ada" if seen.sudah_ada else "",
    )


def counted(seen: HitunganImpor) -> tuple[Finding, ...]:
    """Give one finding of each code, saying how many rows have it."""
    return tuple(
        Finding(each.kind, f"{angka(seen.temuan[each.code])} kali", each.evidence)
        for each in seen.contoh
    )


def verdict(buka: BerkasDibuka, seen: HitunganImpor) -> Said:
    """Say in one glance whether the file may go in as it is."""
    read = [one for one in buka.susunan if one.dibaca]
    lacking = next((one.lembar for one in read if one.lembar.kurang), None)
    if buka.berulang:
        return ("warn", W242.at(buka.berkas.nama).text, W242.do_now)
    if lacking is not None:
        where = f"Lembar {lacking.lembar}: belum" if len(buka.susunan) > 1 else "Belum"
        return (
            "warn",
            f"{where} ada kolom {_listed(lacking.kurang)}.",
            "Pilih di kepala kolomnya. Tanpa itu barisnya menunggu di daftar perbaikan.",
        )
    if not seen.masuk:
        return ("warn", "Tidak ada baris baru yang akan masuk.", "Periksa temuan di sebelah kanan.")
    return ("ok", f"{_read_as(buka, read)}.", "Tekan Enter untuk mengimpor.")


def counting(done: int = 0, total: int = 0) -> Said:
    """Say that the rows are being judged."""
    far = f" {angka(done)} dari {angka(total)} baris" if total else ""
    return ("info", f"Memeriksa{far} …", "Belum ada yang disimpan.")


def no_sheet() -> Said:
    """Say that nothing is to be read."""
    return ("warn", "Belum ada lembar yang dibaca.", "Centang lembar yang memuat pemilih.")


def name_form(buka: BerkasDibuka) -> Form:
    """Ask under which name the columns are kept."""
    kept = ", ".join(one.pemetaan for one in buka.tata_letak if one.pemetaan)
    return Form(
        "Simpan susunan kolom",
        "Berkas berikutnya dengan judul kolom ini dibaca dengan susunan yang sama."
        + (f" Sudah tersimpan: {kept}. Nama yang sama menggantikan." if kept else ""),
        "Simpan",
        (Box(NAME, "Nama susunan", hint="3-60 huruf, misalnya Buku RT 3."),),
    )


def check_name(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with the name."""
    fits = 3 <= len(answers[NAME].strip()) <= 60
    return {} if fits else {NAME: "Tulis 3-60 huruf."}


def _read_as(buka: BerkasDibuka, read: Sequence[Susunan]) -> str:
    first = read[0]
    if first.sendiri:
        return "Kolom pilihan Anda lengkap"
    return f"Dikenali: {layout_words(layout_of(buka, first.lembar))}"


def _listed(fields: Sequence[Isian]) -> str:
    words = [label_of(isian) for isian in fields]
    return " dan ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
