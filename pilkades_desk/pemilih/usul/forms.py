"""What is asked about an usul (F-03), as forms made from data."""

from collections.abc import Mapping

from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form
from pilkades_desk.pemilih.forms import format_of, label_of
from pilkades_desk.pemilih.usul.values import JenisUsul, Menunggu, Putusan, Usul, UsulBaru
from pilkades_desk.pemilih.values import Isian, PemilihTersamar

JENIS, PELAPOR, NIK, ALAMAT = "jenis", "pelapor", "nik_pelapor", "alamat_pelapor"
HUBUNGAN, URAIAN, BUKTI = "hubungan", "uraian", "bukti"
PUTUSAN, ALASAN = "putusan", "alasan"
WITH_FIELDS = (JenisUsul.SALAH_IDENTITAS, JenisUsul.BELUM_TERDAFTAR)
"""Kinds that say how some fields should be."""
FIELDS = tuple(isian for isian in Isian if isian not in (Isian.SUMBER, Isian.TPS))
_NIK, _LONG = 16, 2000


def receive_form(pemilih: PemilihTersamar | None) -> Form:
    """Ask what is handed in and by whom; about a voter of the list, or about nobody on it."""
    about = pemilih.nama if pemilih else "orang di luar daftar"
    return Form(
        f"Usul tentang {about}",
        "Salin dari F-03 yang dibawa pelapor. Nomornya tercetak di tanda terima.",
        "Terima usul",
        (
            Box(JENIS, "Jenis", BoxKind.CHOICE, choices=tuple(_kinds(pemilih))),
            Box(PELAPOR, "Nama pelapor"),
            Box(NIK, "NIK pelapor", hint="16 angka; kosongkan bila tidak dibawa."),
            Box(ALAMAT, "Alamat pelapor"),
            Box(HUBUNGAN, "Hubungan dengan pemilih", hint="Misalnya: sendiri, anak, ketua RT."),
            Box(URAIAN, "Uraian", hint="Wajib untuk jenis lainnya."),
            Box(BUKTI, "Bukti", hint="Misalnya: akta kematian 12/2026."),
        ),
    )


def _kinds(pemilih: PemilihTersamar | None) -> tuple[str, ...]:
    if pemilih is None:
        return (JenisUsul.BELUM_TERDAFTAR.sebutan, JenisUsul.LAINNYA.sebutan)
    return tuple(one.sebutan for one in JenisUsul if one is not JenisUsul.BELUM_TERDAFTAR)


def check_receive(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with what was typed about who hands it in."""
    wrong = {}
    if not 0 < len(answers[PELAPOR].strip()) <= 100:
        wrong[PELAPOR] = "Tulis 1-100 huruf."
    nik = answers[NIK].strip()
    if nik and not (len(nik) == _NIK and nik.isdecimal() and nik[0] != "0"):
        wrong[NIK] = "Ketik 16 angka, atau kosongkan."
    if jenis_of(answers) is JenisUsul.LAINNYA and not answers[URAIAN].strip():
        wrong[URAIAN] = "Tulis apa yang diusulkan."
    return wrong


def jenis_of(answers: Answers) -> JenisUsul:
    """Read the chosen kind."""
    return next(one for one in JenisUsul if one.sebutan == answers[JENIS])


def fields_form(pemilih: PemilihTersamar | None) -> Form:
    """Ask how the fields should be: only the wrong ones of a voter, all of somebody new."""
    boxes = (Box(each, label_of(each), hint=format_of(each)) for each in FIELDS)
    if pemilih is None:
        sentence = "Ketik dari KTP-el atau kartu keluarga yang dibawa."
        return Form("Data orang yang belum terdaftar", sentence, "Simpan usul", tuple(boxes))
    sentence = "Isi yang keliru saja, dengan isian yang seharusnya."
    return Form(f"Seharusnya untuk {pemilih.nama}", sentence, "Simpan usul", tuple(boxes))


def check_fields(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong when nothing was filled in."""
    return {} if typed_of(answers) else {FIELDS[0]: "Isi paling sedikit satu isian."}


def typed_of(answers: Answers) -> dict[Isian, str]:
    """Give the fields that were filled in."""
    return {each: answers[each].strip() for each in FIELDS if answers[each].strip()}


def usul_of(answers: Answers, pemilih: PemilihTersamar | None, isian: dict[Isian, str]) -> UsulBaru:
    """Read what was handed in."""
    said = {name: answers[name].strip()[:_LONG] for name in (ALAMAT, HUBUNGAN, URAIAN, BUKTI)}
    return UsulBaru(
        jenis=jenis_of(answers),
        pelapor=answers[PELAPOR],
        nik_pelapor=answers[NIK].strip(),
        pemilih_id=pemilih.id if pemilih else None,
        isian=isian,
        **said,
    )


def decide_form(usul: Usul) -> Form:
    """Ask for the decision, with what is asked before the eyes."""
    isi = usul.isi
    asked = [f"{label_of(each)} → {text}" for each, text in isi.isian.items()]
    said = "; ".join(filter(None, (isi.uraian, *asked, f"bukti: {isi.bukti}" if isi.bukti else "")))
    sentence = f"{isi.jenis.sebutan.capitalize()}. {said}".strip()
    return Form(
        f"Putuskan usul no. {usul.nomor}: {usul.nama_pemilih or isi.pelapor}",
        f"{sentence}\nYang diterima langsung dijalankan di daftar.",
        "Simpan putusan",
        (
            Box(PUTUSAN, "Putusan", BoxKind.CHOICE, choices=tuple(Putusan)),
            Box(ALASAN, "Alasan", hint="3-200 huruf."),
        ),
    )


def check_decide(answers: Answers) -> Mapping[str, str]:
    """Give what is wrong with a reason."""
    fits = 3 <= len(answers[ALASAN].strip()) <= 200
    return {} if fits else {ALASAN: "Tulis alasannya, 3-200 huruf."}


def waited(one: Menunggu) -> str:
    """Say how long an usul has been waiting."""
    return f"{one.hari} hari" if one.hari else "hari ini"
