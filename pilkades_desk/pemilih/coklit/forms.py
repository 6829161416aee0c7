"""What is asked about a line of a coklit sheet, as forms made from data."""

from collections.abc import Mapping, Sequence
from datetime import date

from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form
from pilkades_desk.pemilih.bagian.values import Cakupan
from pilkades_desk.pemilih.coklit.values import (
    BarisCoklit,
    HasilCoklit,
    IsianLembar,
    JawabanCoklit,
    LembarCoklit,
    WargaBaru,
)
from pilkades_desk.pemilih.values import AlasanCoret, Isian, PemilihTersamar

PROOF, REASON, OFFICER, DAY = "bukti", "alasan", "petugas", "tanggal"
DUSUN, RW, RT = "dusun", "rw", "rt"
_FIELDS = tuple(isian for isian in Isian if isian not in (Isian.SUMBER, Isian.TPS))
_LABELS = {Isian.NIK: "NIK", Isian.KK: "Nomor KK", Isian.RT: "RT", Isian.RW: "RW"}
_HINTS = {
    Isian.NIK: "16 angka.",
    Isian.KK: "16 angka.",
    Isian.TANGGAL_LAHIR: "Misalnya 12-05-1990.",
    Isian.KELAMIN: "L atau P.",
    Isian.KAWIN: "B, S, atau P.",
}
_NEEDED = (Isian.NIK, Isian.KK, Isian.NAMA, Isian.TANGGAL_LAHIR, Isian.KELAMIN, Isian.KAWIN)
_LEAST = 3


def sheet_title(lembar: LembarCoklit) -> str:
    """Name a sheet and say how far it is typed back."""
    far = f"{lembar.disimpan}/{lembar.jumlah}"
    far += f", {lembar.diketik} belum disimpan" if lembar.diketik else ""
    return f"Lembar {lembar.nomor}: {lembar.cakupan.sebutan} ({far})"


def made_words(made: Sequence[LembarCoklit]) -> str:
    """Say which sheets were made."""
    lines = angka(sum(one.jumlah for one in made))
    if len(made) == 1:
        return f"Lembar {made[0].nomor} dibuat: {lines} baris."
    return f"Lembar {made[0].nomor} sampai {made[-1].nomor} dibuat: {lines} baris."


def change_form(baris: BarisCoklit) -> Form:
    """Ask for the fields that read differently on paper; an empty box leaves its field."""
    known = _shown(baris.pemilih)
    boxes = [
        Box(isian.value, _label(isian), hint=f"Sekarang {known[isian]}." if isian in known else
            _HINTS.get(isian, ""))
        for isian in _FIELDS
    ]  # fmt: skip
    boxes.append(Box(PROOF, "Bukti", hint="Misalnya KTP-el atau KK yang dilihat petugas."))
    return Form(
        f"Nomor {baris.no}: {baris.pemilih.nama}",
        "Isi hanya yang berubah menurut kertas.",
        "Catat perubahan",
        tuple(boxes),
    )


def check_change(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong when nothing was filled in."""
    return {} if _filled(answers) else {Isian.NIK.value: "Isi paling sedikit satu isian."}


def change_of(no: int, answers: Answers) -> JawabanCoklit:
    """Read a line whose fields changed."""
    return JawabanCoklit(
        no=no, hasil=HasilCoklit.UBAH, ubah=_filled(answers), bukti=answers[PROOF][:200]
    )


def strike_form(baris: BarisCoklit) -> Form:
    """Ask why somebody may not vote, and the proof."""
    reasons = tuple(one.value for one in AlasanCoret if one is not AlasanCoret.BATAL_DICORET)
    return Form(
        f"Nomor {baris.no}: {baris.pemilih.nama}",
        "Tidak memenuhi syarat. Datanya tetap tersimpan.",
        "Catat TMS",
        (
            Box(REASON, "Alasan", BoxKind.CHOICE, choices=reasons),
            Box(PROOF, "Bukti atau nomor surat", hint="3-200 huruf."),
        ),
    )


def check_strike(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with a proof."""
    fits = _LEAST <= len(answers[PROOF].strip()) <= 200
    return {} if fits else {PROOF: "Tulis 3-200 huruf."}


def strike_of(no: int, answers: Answers) -> JawabanCoklit:
    """Read a line that is struck off."""
    return JawabanCoklit(
        no=no,
        hasil=HasilCoklit.DICORET,
        alasan=AlasanCoret(answers[REASON]),
        bukti=answers[PROOF],
    )


def newcomer_form(lembar: LembarCoklit) -> Form:
    """Ask for somebody who is not on the sheet; where they live is that of the sheet."""
    area = {Isian.DUSUN: lembar.cakupan.dusun, Isian.RW: lembar.cakupan.rw}
    area |= {Isian.RT: lembar.cakupan.rt}
    boxes = [
        Box(isian.value, _label(isian), value=str(area.get(isian) or ""),
            hint=_HINTS.get(isian, ""))
        for isian in _FIELDS
    ]  # fmt: skip
    boxes.append(Box(PROOF, "Bukti", hint="Misalnya KTP-el yang dilihat petugas."))
    sentence = "Ketik dari baris tambahan di lembar."
    return Form("Warga baru", sentence, "Catat warga", tuple(boxes))


def check_newcomer(answers: Answers) -> Mapping[str, str]:
    """Give the boxes that may not stay empty."""
    return {one.value: "Wajib diisi." for one in _NEEDED if not answers[one.value].strip()}


def newcomer_of(answers: Answers) -> WargaBaru:
    """Read somebody new."""
    return WargaBaru(isian=_filled(answers), bukti=answers[PROOF][:200])


def area_form() -> Form:
    """Ask for which area a sheet is made."""
    return Form(
        "Buat lembar coklit",
        "Satu lembar untuk satu RT; nomor barisnya tetap."
        " Kosongkan semua untuk tiap RT yang belum punya lembar.",
        "Buat lembar",
        (
            Box(RW, "RW", BoxKind.NUMBER),
            Box(RT, "RT", BoxKind.NUMBER),
            Box(DUSUN, "Dusun", hint="Kosongkan bila RT dan RW sudah cukup."),
        ),
    )


def check_area(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with an area; nothing at all is every RT."""
    if not any(map(str.strip, answers.values())):
        return {}
    wrong = {name: "Tulis 1-999." for name in (RW, RT) if not 0 < _number(answers[name]) <= 999}
    return wrong | ({DUSUN: "Paling banyak 100 huruf."} if len(answers[DUSUN]) > 100 else {})


def area_of(answers: Answers) -> Cakupan | None:
    """Read an area; None for every RT that has no sheet yet."""
    if not any(map(str.strip, answers.values())):
        return None
    dusun = answers[DUSUN].strip() or None
    return Cakupan(dusun=dusun, rw=_number(answers[RW]), rt=_number(answers[RT]))


def save_form(lines: int, petugas: str, today: date) -> Form:
    """Ask who went round and when, before a sheet is saved."""
    return Form(
        "Simpan lembar coklit",
        f"{lines} baris disimpan. Sesudah disimpan, pembetulan lewat daftar pemilih.",
        "Simpan lembar",
        (
            Box(OFFICER, "Petugas", value=petugas, hint="Nama di kaki lembar."),
            Box(DAY, "Tanggal di lembar", BoxKind.DATE, today.isoformat()),
        ),
    )


def check_save(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with the officer's name."""
    fits = 0 < len(answers[OFFICER].strip()) <= 100
    return {} if fits else {OFFICER: "Tulis 1-100 huruf."}


def isian_of(
    answers: Answers, jawaban: Mapping[int, JawabanCoklit], baru: tuple[WargaBaru, ...]
) -> IsianLembar:
    """Put together what is typed back from a sheet."""
    return IsianLembar(
        petugas=answers[OFFICER],
        tanggal=date.fromisoformat(answers[DAY]),
        jawaban=tuple(jawaban[no] for no in sorted(jawaban)),
        baru=baru,
    )


def _filled(answers: Answers) -> dict[Isian, str]:
    return {isian: answers[isian.value] for isian in _FIELDS if answers[isian.value].strip()}


def _shown(pemilih: PemilihTersamar) -> dict[Isian, str]:
    known = {Isian.NAMA: pemilih.nama, Isian.KELAMIN: pemilih.kelamin.value}
    known |= {Isian.RT: str(pemilih.rt), Isian.RW: str(pemilih.rw)}
    known |= {Isian.DUSUN: pemilih.dusun, Isian.ALAMAT: pemilih.alamat}
    return {isian: text for isian, text in known.items() if text}


def _label(isian: Isian) -> str:
    return _LABELS.get(isian, isian.capitalize())


def _number(text: str) -> int:
    return int(text) if text.strip().isdecimal() else 0
