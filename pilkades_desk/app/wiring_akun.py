"""Binds the use cases on accounts to an open desk, the village's or the kabupaten's."""

from collections.abc import Callable, Mapping
from functools import partial

from pydantic import ValidationError

from pilkades_desk.app.typed import bad_fields, faults_of
from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.panitia.accounts import account_digest
from pilkades_desk.panitia.akun import (
    add_account,
    approve_together,
    check_new_account,
    other_approvers,
    read_accounts,
)
from pilkades_desk.panitia.akun_screen import AkunActs
from pilkades_desk.panitia.akun_ulang import (
    Kedua,
    change_digest,
    change_password,
    check_new_password,
    deactivate_account,
    reset_account,
)
from pilkades_desk.panitia.forms import OWN, PRESENT, REPEAT, SECOND, SECOND_PASSWORD
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.panitia.pemulihan import sheet_is_proven
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.panitia.values import Akun, AkunBaru, Peran, SaksiHadir

BOXES = {
    "E101": "sandi",
    "E102": "sandi",
    "E103": "nama",
    "E104": "unit",
    "E105": "unit",
    "E106": "nama_lengkap",
    "E107": "sandi",
}
_FAULTS = {
    "nama_lengkap": "Isi nama lengkap.",
    "nama": "Huruf kecil di depan, lalu huruf kecil, angka, atau tanda hubung.",
}
_PERAN = {peran.sebutan: peran for peran in Peran}


def make_akun_acts(
    meja: MejaAkun, zona: Zona, roles: tuple[Peran, ...], new_sheet: Callable[[], None]
) -> AkunActs:
    """Give the card of accounts what it may do."""
    return AkunActs(
        zona=zona,
        own=meja.akun.id,
        roles=roles,
        read=partial(read_accounts, meja),
        may=partial(may, meja.akun.peran),
        approvers=partial(other_approvers, meja),
        check_new=partial(_check_new, meja),
        add=partial(_add, meja),
        check_change=partial(_check_password, meja, meja.akun),
        change=partial(_change, meja),
        check_reset=partial(_check_password, meja),
        reset=partial(_reset, meja),
        deactivate=partial(_deactivate, meja),
        check_approval=check_present,
        new_sheet=new_sheet,
        sheet_is_proven=partial(sheet_is_proven, meja),
    )


def check_repeat(answers: Answers) -> dict[str, str]:
    """Find a new password that was not typed twice alike."""
    same = answers["sandi"] == answers[REPEAT]
    return {} if same else {REPEAT: "Kedua kata sandi tidak sama."}


def check_present(answers: Answers) -> dict[str, str]:
    """Find a name of somebody present that is missing or given twice."""
    names = [answers[box] for box in PRESENT if box in answers]
    faults = {
        box: "Isi nama lengkap."
        for box in PRESENT
        if box in answers and present_of(answers[box], "x") is None
    }
    if len(names) == 2 and not faults and present_of(*names) is None:
        return {PRESENT[1]: "Isi nama orang lain."}
    return faults


def present_of(satu: str, dua: str) -> SaksiHadir | None:
    """Give the two people present; None where a name is none, or both are one person's."""
    try:
        return SaksiHadir(satu=satu, dua=dua)
    except ValidationError:
        return None


def _check_new(meja: MejaAkun, answers: Answers) -> Mapping[str, str]:
    bad = bad_fields(AkunBaru, _fields(answers))
    if bad:
        return {name: _FAULTS[name] for name in bad}
    found = check_new_account(meja, AkunBaru.model_validate(_fields(answers)))
    return faults_of(found, BOXES) | check_repeat(answers)


def _add(meja: MejaAkun, answers: Answers) -> str:
    baru = AkunBaru.model_validate(_fields(answers))
    if SECOND not in answers:
        return add_account(meja, answers[OWN], baru).nama_lengkap
    kedua = (answers[SECOND], answers[SECOND_PASSWORD])
    approvals = approve_together(meja, Aksi.TAMBAH_AKUN, account_digest(baru), kedua)
    return add_account(meja, answers[OWN], baru, approvals).nama_lengkap


def _check_password(meja: MejaAkun, akun: Akun, answers: Answers) -> Mapping[str, str]:
    found = check_new_password(meja, akun.nama, answers["sandi"])
    return faults_of(found, BOXES) | check_repeat(answers)


def _change(meja: MejaAkun, answers: Answers) -> None:
    change_password(meja, answers[OWN], answers["sandi"])


def _reset(meja: MejaAkun, akun: Akun, answers: Answers) -> None:
    kedua = _second(meja, Aksi.ATUR_ULANG_AKUN, akun, answers)
    reset_account(meja, answers[OWN], akun, answers["sandi"], kedua)


def _deactivate(meja: MejaAkun, akun: Akun, answers: Answers) -> None:
    kedua = _second(meja, Aksi.NONAKTIFKAN_AKUN, akun, answers)
    deactivate_account(meja, answers[OWN], akun, kedua)


def _second(meja: MejaAkun, aksi: Aksi, akun: Akun, answers: Answers) -> Kedua:
    if SECOND in answers:
        kedua = (answers[SECOND], answers[SECOND_PASSWORD])
        return approve_together(meja, aksi, change_digest(akun), kedua)
    return SaksiHadir(satu=answers[PRESENT[0]], dua=answers[PRESENT[1]])


def _fields(answers: Answers) -> dict[str, object]:
    fields: dict[str, object] = {name: answers[name] for name in ("nama", "nama_lengkap", "sandi")}
    return fields | {"peran": _PERAN[answers["peran"]]}
