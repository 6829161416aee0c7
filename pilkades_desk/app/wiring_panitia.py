"""Binds the use cases of step 1 to an open desk, for its screen."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from pilkades_desk.app.typed import bad_fields, faults_of
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.panitia.accounts import account_digest
from pilkades_desk.panitia.akun import (
    add_account,
    approve_together,
    check_new_account,
    other_approvers,
    read_accounts,
)
from pilkades_desk.panitia.forms import GO, OWN, PACKETS, REPEAT, SECOND, SECOND_PASSWORD
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.musnah import (
    UntrustedPermintaan,
    destruction_digest,
    order_destruction,
)
from pilkades_desk.panitia.musnah_screen import MusnahActs
from pilkades_desk.panitia.orang import OrangBaru, add_orang, check_new_orang
from pilkades_desk.panitia.rights import VILLAGE_ROLES, Aksi, may
from pilkades_desk.panitia.rules import needs_second, same_person
from pilkades_desk.panitia.screen import PanitiaActs
from pilkades_desk.panitia.usecases import make_village_keys, read_keadaan, read_keeping
from pilkades_desk.panitia.values import AkunBaru, PerintahMusnah

_BOXES = {
    "E101": "sandi",
    "E102": "sandi",
    "E103": "nama",
    "E104": "unit",
    "E105": "unit",
    "E106": "nama_lengkap",
}
_FAULTS = {
    "nama_lengkap": "Isi nama lengkap.",
    "nama": "Huruf kecil di depan, lalu huruf kecil, angka, atau tanda hubung.",
}
_PERAN = {peran.sebutan: peran for peran in VILLAGE_ROLES}


def make_panitia_acts(meja: Meja, leave: Callable[[], object]) -> PanitiaActs:
    """Give the screen of step 1 what it may do; `leave` shuts the desk."""
    return PanitiaActs(
        zona=meja.pemilihan.zona,
        read=partial(read_keadaan, meja),
        may=partial(may, meja.akun.peran),
        approvers=partial(other_approvers, meja, Aksi.TAMBAH_AKUN),
        check_account=partial(_check_account, meja),
        add_account=partial(_add_account, meja),
        check_orang=partial(_check_orang, meja),
        add_orang=partial(_add_orang, meja),
        make_keys=partial(make_village_keys, meja),
        musnah=MusnahActs(
            may=partial(may, meja.akun.peran, Aksi.MUSNAHKAN),
            desa=meja.pemilihan.desa,
            last=read_keeping(meja),
            second=partial(_second_for_end, meja),
            check=partial(_check_end, meja),
            order=partial(_order_end, meja),
            leave=leave,
        ),
    )


def _second_for_end(meja: Meja) -> tuple[str, ...]:
    alone = not needs_second(read_accounts(meja))
    return () if alone else other_approvers(meja, Aksi.MUSNAHKAN)


def _check_end(meja: Meja, answers: Answers) -> Mapping[str, str]:
    faults = {} if answers["oleh"] else {"oleh": "Isi nama lengkap."}
    if not same_person(answers["desa"], meja.pemilihan.desa):
        faults["desa"] = f"Ketik {meja.pemilihan.desa} dengan lengkap."
    return faults


def _order_end(meja: Meja, answers: Answers, place: Path | None) -> PerintahMusnah:
    minta = UntrustedPermintaan(
        desa=answers["desa"],
        oleh=answers["oleh"],
        saksi=answers["saksi"],
        tempat=(place,) if place else (),
        dengan_paket=answers[PACKETS] == GO,
    )
    if SECOND not in answers:
        return order_destruction(meja, minta)
    kedua = (answers[SECOND], answers[SECOND_PASSWORD])
    digest = destruction_digest(meja, minta)
    return order_destruction(meja, minta, approve_together(meja, Aksi.MUSNAHKAN, digest, kedua))


def _check_account(meja: Meja, answers: Answers) -> Mapping[str, str]:
    bad = bad_fields(AkunBaru, _account_fields(answers))
    if bad:
        return {name: _FAULTS[name] for name in bad}
    found = check_new_account(meja, AkunBaru.model_validate(_account_fields(answers)))
    return faults_of(found, _BOXES) | _check_repeat(answers)


def _add_account(meja: Meja, answers: Answers) -> str:
    baru = AkunBaru.model_validate(_account_fields(answers))
    if SECOND not in answers:
        return add_account(meja, answers[OWN], baru).nama_lengkap
    kedua = (answers[SECOND], answers[SECOND_PASSWORD])
    approvals = approve_together(meja, Aksi.TAMBAH_AKUN, account_digest(baru), kedua)
    return add_account(meja, answers[OWN], baru, approvals).nama_lengkap


def _check_orang(meja: Meja, answers: Answers) -> Mapping[str, str]:
    if bad_fields(OrangBaru, _orang_fields(answers)):
        return {"nama": "Isi nama lengkap."}
    found = check_new_orang(meja, OrangBaru.model_validate(_orang_fields(answers)))
    return faults_of(found, _BOXES) | _check_repeat(answers)


def _add_orang(meja: Meja, answers: Answers) -> str:
    return add_orang(meja, OrangBaru.model_validate(_orang_fields(answers))).nama


def _check_repeat(answers: Answers) -> dict[str, str]:
    same = answers["sandi"] == answers[REPEAT]
    return {} if same else {REPEAT: "Kedua kata sandi tidak sama."}


def _account_fields(answers: Answers) -> dict[str, object]:
    fields: dict[str, object] = {name: answers[name] for name in ("nama", "nama_lengkap", "sandi")}
    return fields | {"peran": _PERAN[answers["peran"]]}


def _orang_fields(answers: Answers) -> dict[str, object]:
    unit = int(answers["unit"]) if answers["unit"] else None
    fields: dict[str, object] = {name: answers[name] for name in ("nama", "jabatan", "sandi")}
    return fields | {"unit": unit}
