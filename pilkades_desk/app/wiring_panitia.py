"""Binds the use cases of step 1 to an open desk, for its screen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from pilkades_desk.app.backup_places import elsewhere
from pilkades_desk.app.seat import Seat
from pilkades_desk.app.typed import bad_fields, faults_of
from pilkades_desk.app.wiring_akun import BOXES, check_repeat, make_akun_acts
from pilkades_desk.app.wiring_kalender import make_kalender_acts
from pilkades_desk.app.wiring_profil import make_profil_acts
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.panitia.akun import approve_together, other_approvers, read_accounts
from pilkades_desk.panitia.forms import GO, PACKETS, SECOND, SECOND_PASSWORD
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.musnah import (
    UntrustedPermintaan,
    destruction_digest,
    order_destruction,
)
from pilkades_desk.panitia.musnah_screen import MusnahActs
from pilkades_desk.panitia.orang import (
    OrangBaru,
    add_orang,
    check_new_orang,
    reset_orang,
    revoke_orang,
)
from pilkades_desk.panitia.rights import VILLAGE_ROLES, Aksi, may
from pilkades_desk.panitia.rules import check_password, needs_second, same_person
from pilkades_desk.panitia.screen import PanitiaActs
from pilkades_desk.panitia.usecases import make_village_keys, read_keadaan, read_keeping
from pilkades_desk.panitia.values import AlasanCabut, Orang, PerintahMusnah


def make_panitia_acts(
    meja: Meja,
    new_sheet: Callable[[], None],
    leave: Callable[[], object],
    on_change: Callable[[Meja], None] = lambda _meja: None,
) -> PanitiaActs:
    """Give the screen of step 1 what it may do.

    `new_sheet` opens the recovery sheet's own page, `leave` shuts the desk, `on_change` learns of
    the desk that works by another profile.
    """
    seat = Seat(meja, on_change)
    return PanitiaActs(
        akun=make_akun_acts(meja, meja.pemilihan.zona, VILLAGE_ROLES, new_sheet),
        read=seat.bind(read_keadaan),
        profil=make_profil_acts(seat),
        may=partial(may, meja.akun.peran),
        check_orang=partial(_check_orang, meja),
        add_orang=partial(_add_orang, meja),
        check_orang_password=partial(_check_orang_password, meja),
        reset_orang=partial(_reset_orang, meja),
        revoke_orang=partial(_revoke_orang, meja),
        make_keys=partial(make_village_keys, meja),
        musnah=MusnahActs(
            may=partial(may, meja.akun.peran, Aksi.MUSNAHKAN),
            desa=meja.pemilihan.desa,
            last=read_keeping(meja),
            second=partial(_second_for_end, meja),
            places=elsewhere,
            check=partial(_check_end, meja),
            order=partial(_order_end, meja),
            leave=leave,
        ),
        kalender=make_kalender_acts(seat),
    )


def _second_for_end(meja: Meja) -> tuple[str, ...]:
    alone = not needs_second(read_accounts(meja))
    return () if alone else other_approvers(meja, Aksi.MUSNAHKAN)


def _check_end(meja: Meja, answers: Answers) -> Mapping[str, str]:
    faults = {} if answers["oleh"] else {"oleh": "Isi nama lengkap."}
    if not same_person(answers["desa"], meja.pemilihan.desa):
        faults["desa"] = f"Ketik {meja.pemilihan.desa} dengan lengkap."
    return faults


def _order_end(meja: Meja, answers: Answers, places: Sequence[Path]) -> PerintahMusnah:
    minta = UntrustedPermintaan(
        desa=answers["desa"],
        oleh=answers["oleh"],
        saksi=answers["saksi"],
        tempat=tuple(places),
        dengan_paket=answers[PACKETS] == GO,
    )
    if SECOND not in answers:
        return order_destruction(meja, minta)
    kedua = (answers[SECOND], answers[SECOND_PASSWORD])
    digest = destruction_digest(meja, minta)
    return order_destruction(meja, minta, approve_together(meja, Aksi.MUSNAHKAN, digest, kedua))


def _check_orang(meja: Meja, answers: Answers) -> Mapping[str, str]:
    if bad_fields(OrangBaru, _orang_fields(answers)):
        return {"nama": "Isi nama lengkap."}
    found = check_new_orang(meja, OrangBaru.model_validate(_orang_fields(answers)))
    return faults_of(found, BOXES) | check_repeat(answers)


def _add_orang(meja: Meja, answers: Answers) -> str:
    return add_orang(meja, OrangBaru.model_validate(_orang_fields(answers))).nama


def _check_orang_password(meja: Meja, answers: Answers) -> Mapping[str, str]:
    return faults_of(check_password(answers["sandi"], meja.words), BOXES) | check_repeat(answers)


def _reset_orang(meja: Meja, orang: Orang, answers: Answers) -> None:
    reset_orang(meja, orang, answers["sandi"], AlasanCabut(answers["alasan"]))


def _revoke_orang(meja: Meja, orang: Orang, answers: Answers) -> None:
    revoke_orang(meja, orang, AlasanCabut(answers["alasan"]))


def _orang_fields(answers: Answers) -> dict[str, object]:
    unit = int(answers["unit"]) if answers["unit"] else None
    fields: dict[str, object] = {name: answers[name] for name in ("nama", "jabatan", "sandi")}
    return fields | {"unit": unit}
