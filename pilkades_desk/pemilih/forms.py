"""What step 2 asks and tells, as forms and lines made from data."""

from collections.abc import Mapping, Sequence

from pilkades_desk.core.clock import Zona, moment_text
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form, Question
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih.rules import isian_of
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    BarisPerbaikan,
    Isian,
    PemilihTersamar,
    Penyerahan,
    PratinjauDpt,
    RingkasanPemilih,
)

PURPOSE, NUMBERS, RECEIVER = "tujuan", "angka", "penerima"
MASKED, WHOLE = "disamarkan", "utuh"
SECOND, SECOND_PASSWORD = "akun_kedua", "sandi_kedua"
REASON, PROOF = "alasan", "keterangan"
_FORMATS = {
    Isian.NIK: "16 angka dari KTP-el.",
    Isian.KK: "16 angka dari kartu keluarga.",
    Isian.TANGGAL_LAHIR: "Hari-bulan-tahun, misalnya 12-05-1990.",
    Isian.KELAMIN: "L atau P.",
    Isian.KAWIN: "B belum, S sudah, P pernah kawin.",
}
_REST = tuple(isian for isian in Isian if isian not in (Isian.SUMBER, Isian.TPS))
_LABELS = {Isian.NIK: "NIK", Isian.KK: "Nomor KK", Isian.RT: "RT", Isian.RW: "RW", Isian.TPS: "TPS"}


def repair_form(baris: BarisPerbaikan) -> Form:
    """Ask for the fields of a refused row, the wrong ones first."""
    wrong = wrong_fields(baris)
    order = (*wrong, *(isian for isian in _REST if isian not in wrong))
    boxes = (
        Box(
            isian.value,
            label_of(isian),
            value="" if isian in wrong else baris.isian.get(isian, ""),
            hint=_hint(baris, isian),
        )
        for isian in order
    )
    return Form(
        f"Perbaiki {baris.lembar}, baris {baris.baris}",
        "Ketik ulang dari KTP-el atau kartu keluarga. Isian yang galat ada di atas.",
        "Kirim lagi",
        tuple(boxes),
    )


def label_of(isian: Isian) -> str:
    """Name a field as it stands beside a box."""
    return _LABELS.get(isian, isian.capitalize())


def format_of(isian: Isian) -> str:
    """Say how a field is typed; empty where any words will do."""
    return _FORMATS.get(isian, "")


def wrong_fields(baris: BarisPerbaikan) -> dict[Isian, str]:
    """Give the wrong fields of a row with what is wrong."""
    return {isian_of(found): found.text for found in baris.temuan}


def corrected(baris: BarisPerbaikan, answers: Answers) -> dict[Isian, str]:
    """Give what a person typed: every wrong field, and the others where they differ.

    A wrong field counts even when the same signs were typed: a NIK out of a number cell is
    believed only once somebody has read it from the card.
    """
    wrong = wrong_fields(baris)
    typed = {Isian(name): text for name, text in answers.items()}
    return {
        isian: text
        for isian, text in typed.items()
        if isian in wrong or text != baris.isian.get(isian, "").strip()
    }


def _hint(baris: BarisPerbaikan, isian: Isian) -> str:
    fault = wrong_fields(baris).get(isian)
    written = baris.isian.get(isian)
    if fault is None:
        return _FORMATS.get(isian, "")
    was = f"Tertulis “{written}”." if written else ""
    return " ".join(filter(None, (fault, was, _FORMATS.get(isian))))


def strike_form(pemilih: PemilihTersamar) -> Form:
    """Ask for the reason a voter is struck off, and the proof."""
    reasons = (each.value for each in AlasanCoret if each is not AlasanCoret.BATAL_DICORET)
    return Form(
        f"Coret {pemilih.nama}",
        "Datanya tetap tersimpan. Coretan dapat dibatalkan sebelum DPT dikunci.",
        "Coret pemilih",
        (
            Box(REASON, "Alasan", BoxKind.CHOICE, choices=tuple(reasons)),
            Box(PROOF, "Keterangan atau nomor surat", hint="3-200 huruf."),
        ),
    )


def reveal_form(nama: str) -> Form:
    """Ask why somebody looks at the whole numbers of one voter."""
    return Form(
        f"Tampilkan NIK {nama}",
        "Pembukaan ini tercatat dengan akun dan tujuannya. Angkanya ditutup lagi setelah 60 detik.",
        "Tampilkan",
        (_purpose_box(),),
    )


def book_form() -> Form:
    """Ask who is given the official book, and what for."""
    return Form(
        "Cetak buku resmi",
        "NIK dan KK lengkap. Penerima, nama Anda, waktu, dan tujuan tercetak di tiap halaman dan"
        " tercatat.",
        "Buat buku",
        (Box(RECEIVER, "Untuk siapa", hint="Nama atau lembaga yang menerima."), _purpose_box()),
    )


def check_book(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with what was typed there."""
    fits = 0 < len(answers[RECEIVER].strip()) <= 100
    return {} if fits else {RECEIVER: "Tulis 1-100 huruf."}


def penyerahan_of(answers: Answers) -> Penyerahan:
    """Read who is given the book."""
    return Penyerahan(penerima=answers[RECEIVER], tujuan=tujuan_of(answers))


def export_form(title: str = "Simpan daftar perbaikan") -> Form:
    """Ask why a list is taken out, and whether its numbers may be hidden."""
    hint = "NIK, KK, dan tanggal lahir. Utuh hanya bila penerima memang harus membacanya."
    return Form(
        title,
        "Berkas memuat nama Anda, waktu, dan tujuannya. Ekspor ini tercatat.",
        "Pilih tempat",
        (_purpose_box(), Box(NUMBERS, "Angka", BoxKind.CHOICE, MASKED, hint, (MASKED, WHOLE))),
    )


def tujuan_of(answers: Answers) -> TujuanAkses:
    """Read the chosen purpose."""
    return next(each for each in TujuanAkses if each.sebutan == answers[PURPOSE])


def _purpose_box() -> Box:
    return Box(
        PURPOSE, "Tujuan", BoxKind.CHOICE, choices=tuple(each.sebutan for each in TujuanAkses)
    )


def figures(seen: RingkasanPemilih, zona: Zona) -> tuple[str, ...]:
    """Tell how far the list is, one fact a line."""
    lines = [
        f"{angka(seen.jumlah)} pemilih: {angka(seen.jumlah_l)} L, {angka(seen.jumlah_p)} P",
        f"{angka(seen.dicoret)} dicoret, {angka(seen.peringatan)} peringatan",
    ]
    if seen.dps:
        when = moment_text(seen.dps.ditetapkan, zona)
        lines += ["", f"DPS {angka(seen.dps.jumlah)} pemilih", f"ditetapkan {when}"]
    if seen.dpt:
        when = moment_text(seen.dpt.dikunci, zona)
        sums = f"{angka(seen.dpt.jumlah_dps)} − {angka(seen.dpt.dicoret)}"
        lines += ["", f"DPT {angka(seen.dpt.jumlah)} = {sums} + {angka(seen.dpt.tambahan)}"]
        lines += [f"terkunci {when}", f"segel {_seal(seen.dpt.segel)} …"]
    return tuple(lines)


def dps_question(seen: RingkasanPemilih) -> Question:
    """Say what setting the DPS means."""
    return Question(
        "Tetapkan DPS",
        f"{angka(seen.jumlah)} pemilih menjadi DPS. Yang datang sesudahnya"
        " dicatat sebagai pemilih tambahan.",
        "Tetapkan DPS",
    )


def lock_question(seen: PratinjauDpt) -> Question:
    """Show the DPT as it would be locked."""
    dpt = seen.dpt
    sums = f"DPS {angka(dpt.jumlah_dps)} − dicoret {angka(dpt.dicoret)}"
    lines = [
        f"DPT {angka(dpt.jumlah)} pemilih: {angka(dpt.jumlah_l)} L, {angka(dpt.jumlah_p)} P.",
        f"{sums} + tambahan {angka(dpt.tambahan)}.",
        f"Segel {_seal(dpt.segel)} …",
        *(f"{found.code}: {found.text} {found.do_now}" for found in seen.temuan),
        "Sesudah dikunci daftar tidak dapat diubah.",
    ]
    return Question("Kunci DPT", "\n".join(lines), "Lanjut ke persetujuan")


def approval_form(second: Sequence[str]) -> Form:
    """Ask for the second person."""
    return Form(
        "Persetujuan orang kedua",
        "Minta satu pemegang akun lain memeriksa angkanya dan memasukkan kata sandinya.",
        "Kunci DPT",
        (
            Box(SECOND, "Akun orang kedua", BoxKind.CHOICE, choices=tuple(second)),
            Box(SECOND_PASSWORD, "Kata sandi orang kedua", BoxKind.PASSWORD),
        ),
    )


def _seal(segel: str) -> str:
    return " ".join(segel[at : at + 4] for at in range(0, 16, 4))
