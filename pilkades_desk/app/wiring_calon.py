"""Binds the use cases of step 3 to an open desk, for its screen."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from pilkades_desk.calon import usecases
from pilkades_desk.calon.forms import REASON
from pilkades_desk.calon.rules import check_isian
from pilkades_desk.calon.screen import CalonActs
from pilkades_desk.calon.values import BerkasFields, Calon, CalonBaru
from pilkades_desk.core.errors import ImageError
from pilkades_desk.kits.image.photo import MAX_BYTES
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import may

_FAULTS = {
    "nik": "NIK harus 16 angka.",
    "masa_jabatan": "Isi 0 bila belum pernah, paling banyak 9.",
}


def make_calon_acts(meja: Meja) -> CalonActs:
    """Give the screen of step 3 what it may do."""
    return CalonActs(
        may=partial(may, meja.akun.peran),
        read=partial(usecases.read_daftar, meja),
        read_photo=partial(usecases.read_photo, meja),
        check=_check,
        register=partial(_register, meja),
        correct=partial(_correct, meja),
        confirm=partial(usecases.confirm_calon, meja),
        reject=partial(usecases.reject_calon, meja),
        check_draw=partial(usecases.check_draw, meja),
        draw=partial(usecases.draw_numbers, meja),
    )


def _check(answers: Answers) -> Mapping[str, str]:
    faults = {}
    for found in check_isian(_fields(answers)):
        box = found.evidence["isian"].replace(" ", "_")
        faults[box] = _FAULTS.get(box, f"{found.text} {found.do_now}")
    if not answers.get(REASON, "-").strip():
        faults[REASON] = "Tulis alasan yang akan dicatat."
    return faults


def _register(meja: Meja, answers: Answers, path: Path | None) -> Calon:
    return usecases.register_calon(meja, _berkas(answers, path))


def _correct(meja: Meja, calon_id: int, answers: Answers, path: Path | None) -> Calon:
    return usecases.correct_calon(meja, calon_id, _berkas(answers, path), answers[REASON])


def _berkas(answers: Answers, path: Path | None) -> CalonBaru:
    foto = _read_photo(path) if path else b""
    return CalonBaru.model_validate(_fields(answers) | {"untrusted_foto": foto})


def _fields(answers: Answers) -> dict[str, object]:
    return {name: answers[name] for name in BerkasFields.model_fields}


def _read_photo(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)  # one more than is taken, so that it is refused
    except OSError as error:
        raise ImageError(
            f"Foto '{path.name}' tidak dapat dibaca.", "Salin fotonya ke laptop, lalu pilih lagi."
        ) from error
