"""What the working list asks and tells, as forms and entries made from data."""

from collections.abc import Mapping, Sequence

from pilkades_desk.core.clock import Zona, moment_text
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form
from pilkades_desk.kits.qt.entries_list import Entry
from pilkades_desk.pemilih.findings import KINDS
from pilkades_desk.pemilih.forms import PROOF, REASON, format_of, label_of
from pilkades_desk.pemilih.riwayat.values import Babak, Beda, Peristiwa
from pilkades_desk.pemilih.rules import isian_of
from pilkades_desk.pemilih.values import Isian, JenisKelamin, PemilihTersamar, StatusKawin

CARDS = (Isian.NIK, Isian.KK)
MANY = (Isian.DUSUN, Isian.RW, Isian.RT, Isian.TPS)
EMPTY = "-"
"""Typed where many people's field is to be emptied; an empty box leaves it as it is."""
_CHOICES: Mapping[Isian, tuple[str, ...]] = {
    Isian.KELAMIN: tuple(JenisKelamin),
    Isian.KAWIN: tuple(StatusKawin),
}
_ICONS: Mapping[Babak, tuple[str, str]] = {
    Babak.DITERIMA: ("download", "muted"),
    Babak.DPS: ("stamp", "info"),
    Babak.TAMBAHAN: ("plus", "info"),
    Babak.KOREKSI: ("pencil", "brand"),
    Babak.PINDAH: ("map-pin", "brand"),
    Babak.CORET: ("circle-x", "bad"),
    Babak.BATAL_CORET: ("circle-check", "ok"),
    Babak.DITARIK: ("archive", "bad"),
    Babak.GANDA: ("users", "warn"),
    Babak.DPT: ("lock", "ok"),
}
_WARNINGS = {
    "W221": "Tanggal lahir berbeda dari NIK",
    "W222": "Jenis kelamin berbeda dari NIK",
    "W223": "NIK berakhir 00",
    "W224": "NIK kecamatan lain",
    "W225": "Nama dan tanggal lahir sama",
    "W226": "Tahun lahir tidak lazim",
    "W227": "RT atau RW tidak terbaca",
    "W228": "Tempat lahir kosong",
    "W229": "Kode disabilitas tidak dikenal",
    "W230": "Nama dan nomor KK sama",
    "W231": "Catatan tidak memenuhi syarat",
}


def place(dusun: str) -> str:
    """Name a dusun."""
    return dusun or "Dusun belum diisi"


def numbered(words: str, number: int) -> str:
    """Name an RT or RW."""
    return f"{words} {number:03d}" if number else f"{words} belum diisi"


def tps(said: str) -> str:
    """Name a TPS as sheets or people said it."""
    if not said:
        return "TPS belum diisi"
    return f"TPS {said}" if said.isdecimal() else said


def code(kode: str, count: int) -> str:
    """Name a finding to narrow the list to, with how many have it."""
    words = _WARNINGS.get(kode) or (KINDS[kode].text if kode in KINDS else "")
    return f"{kode} {words} ({angka(count)})"


def correction_form(pemilih: PemilihTersamar, isian: Mapping[Isian, str]) -> Form:
    """Ask what of a voter is wrong; every box shows what stands, cards' numbers are typed anew."""
    now = {Isian.NIK: pemilih.nik, Isian.KK: pemilih.kk}
    cards = (
        Box(each, label_of(each), hint=f"Sekarang {now[each]}. Kosongkan bila sudah benar.")
        for each in CARDS
    )
    rest = (_box(each, isian[each]) for each in Isian if each in isian)
    return Form(
        f"Koreksi {pemilih.nama}",
        "Ubah yang keliru saja. Data sebelumnya tetap tercatat di riwayat.",
        "Simpan koreksi",
        (
            *cards,
            *rest,
            Box(REASON, "Alasan", hint="3-200 huruf, misalnya: sesuai KTP-el."),
            Box(PROOF, "Bukti", hint="Kartu, surat, atau nomornya; boleh kosong."),
        ),
    )


def _box(isian: Isian, now: str) -> Box:
    kind = BoxKind.CHOICE if isian in _CHOICES else BoxKind.TEXT
    return Box(isian, label_of(isian), kind, now, format_of(isian), _CHOICES.get(isian, ()))


def retyped(isian: Mapping[Isian, str], answers: Answers) -> dict[Isian, str]:
    """Give the fields that were typed: what differs, and of cards' numbers whatever there is."""
    typed = {Isian(name): text for name, text in answers.items() if name not in (REASON, PROOF)}
    return {
        each: text
        for each, text in typed.items()
        if (text if each in CARDS else text != isian[each].strip())
    }


def many_form(count: int) -> Form:
    """Ask where many voters live or vote instead."""
    hint = f"Kosong: tidak diubah. {EMPTY} : dikosongkan."
    boxes = (Box(each, label_of(each), hint=hint) for each in MANY)
    return Form(
        f"Ubah {angka(count)} pemilih sekaligus",
        "Berlaku untuk semua yang dipilih, dan dapat diurungkan.",
        f"Ubah {angka(count)} pemilih",
        (*boxes, Box(REASON, "Alasan", hint="3-200 huruf, misalnya: pemekaran RT 05.")),
    )


def typed_for_many(answers: Answers) -> dict[Isian, str]:
    """Give the fields that were typed for many."""
    typed = {each: answers[each].strip() for each in MANY}
    return {each: "" if text == EMPTY else text for each, text in typed.items() if text}


def reason_faults(answers: Answers, typed: Mapping[Isian, str]) -> dict[str, str]:
    """Give what is wrong with a change that says nothing or has no reason."""
    if not typed:
        return {next(iter(answers)): "Belum ada yang diubah."}
    fits = 3 <= len(answers[REASON].strip()) <= 200
    return {} if fits else {REASON: "Tulis alasannya, 3-200 huruf."}


def faults_of(found: Sequence[Finding]) -> dict[str, str]:
    """Give by box what stands against what was typed, with what to do."""
    return {isian_of(each).value: f"{each.text} {each.do_now}" for each in found if each.is_error}


def warnings_of(found: Sequence[Finding]) -> str:
    """Say what somebody should look at before storing it all the same."""
    words = " ".join(f"{each.code}: {each.text} {each.do_now}" for each in found)
    return f"{words} Bila memang begitu, tekan Simpan koreksi sekali lagi."


def event_entry(one: Peristiwa, zona: Zona) -> Entry:
    """Tell one thing that happened to a voter."""
    icon, tone = _ICONS.get(one.babak, ("history", "muted"))
    by_whom = f"{one.oleh}." if one.oleh else ""
    why = (
        f"Alasan: {one.alasan}." if one.alasan else "",
        f"Bukti: {one.bukti}." if one.bukti else "",
    )
    return Entry(
        icon,
        tone,
        f"{one.babak.value}, {moment_text(one.waktu, zona)}",
        "\n".join(part for part in (*map(_difference, one.beda), one.keterangan) if part),
        " ".join(part for part in (by_whom, *why) if part),
    )


def _difference(beda: Beda) -> str:
    return f"{beda.isian}: {beda.lama or 'kosong'} → {beda.baru or 'kosong'}"
