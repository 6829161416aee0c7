"""The questions of step 3 as forms, made from data."""

from collections.abc import Sequence

from pilkades_desk.calon.values import BerkasCalon, Calon, Pendidikan
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form, Question

REASON, BASIS = "alasan", "dasar"
_NOBODY = "Pilih calon"
_BIRTH = "1980-01-01"


def register_form(berkas: BerkasCalon | None = None) -> Form:
    """Ask for an application; with `berkas` for a corrected one and the reason."""
    if berkas is None:
        return Form(
            "Daftarkan calon",
            "Isi dari KTP-el dan berkas pendaftar. Pasfoto dipilih sesudahnya.",
            "Daftarkan",
            _boxes({}),
        )
    calon = berkas.calon
    known = calon.model_dump(mode="json") | {
        "nik": berkas.nik,
        "masa_jabatan": str(berkas.masa_jabatan),
    }
    return Form(
        f"Perbaiki berkas {calon.nama}",
        "Berkas lama tetap tersimpan. Calon yang sudah ditetapkan harus ditetapkan lagi.",
        "Simpan perbaikan",
        (*_boxes(known), Box(REASON, "Alasan perbaikan")),
    )


def draw_form(calon: Sequence[Calon]) -> Form:
    """Ask who drew each number; of a single candidate, the minutes that let them stand alone."""
    if len(calon) == 1:
        return Form(
            "Calon tunggal",
            f"{calon[0].nama} mendapat nomor urut 1 dan dipilih melawan kolom kosong. Lanjutkan"
            " hanya sesudah pendaftaran diperpanjang dua kali dan musyawarah bersama BPD mufakat.",
            "Periksa",
            (Box(BASIS, "Nomor dan tanggal BA musyawarah (F-14)"),),
        )
    choices = (_NOBODY, *(named(each) for each in calon))
    return Form(
        "Undi nomor urut",
        "Undi di depan semua calon, lalu pilih siapa yang mendapat tiap nomor.",
        "Periksa urutan",
        tuple(
            Box(str(number), f"Nomor urut {number}", BoxKind.CHOICE, choices=choices)
            for number in range(1, len(calon) + 1)
        ),
    )


def drawn_order(answers: Answers, calon: Sequence[Calon]) -> list[int]:
    """Give the ids in the order of the numbers; 0 where nobody was picked."""
    if len(calon) == 1:
        return [calon[0].id]
    ids = {named(each): each.id for each in calon}
    return [ids.get(answers[str(number)], 0) for number in range(1, len(calon) + 1)]


def draw_faults(order: Sequence[int], found: Sequence[Finding]) -> dict[str, str]:
    """Put what is wrong with an order beside the numbers it is about; warnings hold up nothing."""
    wrong = [one for one in found if one.is_error]
    faults = {
        str(number): "Calon ini dipilih dua kali." if each else "Pilih calonnya."
        for number, each in enumerate(order, start=1)
        if not each or order.count(each) > 1
    }
    if wrong and not faults:
        faults[BASIS if len(order) == 1 else str(len(order))] = f"{wrong[0].text} {wrong[0].do_now}"
    return faults if wrong else {}


def draw_question(order: Sequence[int], calon: Sequence[Calon]) -> Question:
    """Show the order once more before it stands for good."""
    names = {each.id: each.nama for each in calon}
    lines = [f"{number}. {names[each]}" for number, each in enumerate(order, start=1)]
    if len(order) == 1:
        lines.append("Di sebelahnya kolom kosong.")
    lines.append("Sesudah dicatat, nomor urut tidak berubah.")
    return Question("Catat nomor urut", "\n".join(lines), "Catat nomor urut")


def named(calon: Calon) -> str:
    """Tell candidates of the same name apart by birthplace and year."""
    return f"{calon.nama} ({calon.tempat_lahir}, {calon.tanggal_lahir.year})"


def _boxes(known: dict[str, str]) -> tuple[Box, ...]:
    schooling = tuple(each.value for each in Pendidikan)
    boxes = (
        Box("nama", "Nama sesuai surat suara"),
        Box("nik", "NIK", hint="16 angka dari KTP-el."),
        Box("tempat_lahir", "Tempat lahir"),
        Box("tanggal_lahir", "Tanggal lahir", BoxKind.DATE, _BIRTH),
        Box("pendidikan", "Pendidikan terakhir", BoxKind.CHOICE, "SMA", choices=schooling),
        Box("pekerjaan", "Pekerjaan"),
        Box("alamat", "Alamat"),
        Box("masa_jabatan", "Sudah berapa kali menjadi kepala desa", BoxKind.NUMBER, "0"),
    )
    return tuple(
        Box(each.name, each.label, each.kind, known.get(each.name, each.value), each.hint,
            each.choices)
        for each in boxes
    )  # fmt: skip
