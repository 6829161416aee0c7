"""The questions about signed paper as forms, made from data, and what the answers mean."""

from collections.abc import Mapping, Sequence
from datetime import date

from pilkades_desk.berita_acara.basah import BasahBaru
from pilkades_desk.berita_acara.dokumen import Tempat
from pilkades_desk.berita_acara.kode_kertas import Tantangan
from pilkades_desk.kits.qt.ask import Answers, Box, BoxKind, Form

TIDAK, YA, MENOLAK = "Tidak menandatangani", "Menandatangani", "Menolak"
TANPA, PILIH = "Tanpa pindaian", "Pilih berkas setelah ini"
_GROUP = 4


def wet_form(title: str, places: Sequence[Tempat], today: date) -> Form:
    """Ask what stands on a signed paper, place by place."""
    boxes = [
        Box("tanggal", "Tanggal di kertas", BoxKind.DATE, today.isoformat()),
        Box("pindaian", "Pindaian kertas", BoxKind.CHOICE, TANPA, choices=(TANPA, PILIH)),
    ]
    for place in places:
        answers = (TIDAK, YA, MENOLAK) if place.saksi else (TIDAK, YA)
        who = f"{place.jabatan}: {place.nama or 'tanpa nama'}"
        boxes.append(Box(place.kunci, who, BoxKind.CHOICE, TIDAK, choices=answers))
        if place.saksi:
            hint = "Isi bila menolak, seperti tertulis di kertas."
            boxes.append(Box(_reason(place), f"Alasan {place.jabatan} menolak", hint=hint))
    words = "Tandai yang benar-benar ada di kertas. Kertas tetap yang asli."
    return Form(title, words, "Catat", tuple(boxes))


def wet_faults(places: Sequence[Tempat], answers: Answers) -> Mapping[str, str]:
    """Find what is wrong with the answers, by box."""
    faults = {
        _reason(place): "Isi alasan menolak, atau kosongkan bila tidak menolak."
        for place in places
        if place.saksi and (answers[place.kunci] == MENOLAK) != bool(answers[_reason(place)])
    }
    if YA not in [answers[place.kunci] for place in places]:
        faults[places[0].kunci] = "Tandai paling sedikit satu orang."
    return faults


def wet_answers(places: Sequence[Tempat], answers: Answers) -> BasahBaru:
    """Make the answers what the use case takes."""
    return BasahBaru(
        tanggal=date.fromisoformat(answers["tanggal"]),
        menandatangani=tuple(place.kunci for place in places if answers[place.kunci] == YA),
        menolak={
            place.kunci: answers[_reason(place)]
            for place in places
            if answers[place.kunci] == MENOLAK
        },
    )


def code_form(title: str, tantangan: Tantangan) -> Form:
    """Ask for three groups of the code on paper; what they are stands nowhere."""
    boxes = (
        Box(f"kelompok_{number}", f"Kelompok ke-{number} dari 6", hint="Empat angka.")
        for number in tantangan.kelompok
    )
    words = "Baca kode data di kaki kertas yang Anda pegang, bukan dari layar."
    return Form(title, words, "Cocokkan", tuple(boxes))


def code_faults(answers: Answers) -> Mapping[str, str]:
    """Find groups that are no four digits."""
    return {
        name: "Ketik empat angka."
        for name, typed in answers.items()
        if not (len(typed) == _GROUP and typed.isascii() and typed.isdecimal())
    }


def code_answers(tantangan: Tantangan, answers: Answers) -> tuple[str, str, str]:
    """Make the answers what the use case takes, in the order asked."""
    one, two, three = (answers[f"kelompok_{number}"] for number in tantangan.kelompok)
    return one, two, three


def _reason(place: Tempat) -> str:
    return f"alasan_{place.kunci}"
