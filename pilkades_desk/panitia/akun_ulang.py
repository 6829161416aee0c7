"""Accounts after they were made: change the own password, reset, deactivate, list what changed.

A reset or deactivation needs two people, and never the one it is about. Only where nobody else is
left to approve do two names of people present stand in for the second password; then the log says
so and F-29 names the case.
"""

import json
from collections.abc import Sequence
from typing import Any

from pilkades_desk.core.clock import parse_utc
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia import store
from pilkades_desk.panitia.accounts import (
    BadAccount,
    change_slot_password,
    key_digest,
    new_keys,
    put_slot,
    slots_as_they_are,
    try_password,
)
from pilkades_desk.panitia.akun import change_file_key, key_facts, other_approvers
from pilkades_desk.panitia.findings import E108
from pilkades_desk.panitia.meja import Act, Fact, MejaAkun
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.rules import WITHOUT_PASSWORD, check_password
from pilkades_desk.panitia.values import (
    Akun,
    Persetujuan,
    PerubahanAkun,
    SaksiHadir,
    SebabKunci,
)

Kedua = Sequence[Persetujuan] | SaksiHadir
"""Who stands beside the person at the desk: two approvals, or two names of people present."""
_SEBAB = {
    Aksi.TAMBAH_AKUN: SebabKunci.DIBUAT,
    Aksi.ATUR_ULANG_AKUN: SebabKunci.DIATUR_ULANG,
    Aksi.PULIHKAN_AKUN: SebabKunci.DIPULIHKAN,
    Aksi.NONAKTIFKAN_AKUN: SebabKunci.DINONAKTIFKAN,
}
_GIVING = frozenset(_SEBAB) - {Aksi.NONAKTIFKAN_AKUN}


def check_new_password(meja: MejaAkun, nama: str, sandi: str) -> list[Finding]:
    """Find what is wrong with an account's new password (S-102, S-108)."""
    return check_password(sandi, (nama, *meja.words))


def demand_password(meja: MejaAkun, nama: str, sandi: str) -> None:
    """Refuse a weak new password; BadAccount carries the findings."""
    found = check_new_password(meja, nama, sandi)
    if found:
        raise BadAccount(found)


def change_password(meja: MejaAkun, lama: str, baru: str) -> None:
    """Change the own password; the keys stay, so approvals given before stay valid (S-109)."""
    nama = meja.akun.nama
    with meja.act(Aksi.GANTI_SANDI) as act:
        demand_password(meja, nama, baru)
        if lama == baru:
            raise BadAccount([E108.at("kata sandi")])
        keys = try_password(meja.folder, nama, lama, act.now)
        act.undone_by(slots_as_they_are(meja.folder))
        change_slot_password(meja.folder, nama, keys, baru)
        act.record(f"akun/{meja.akun.id}")
        act.commit()


def change_digest(akun: Akun) -> str:
    """Give what two people approve when an account is reset or deactivated: whose, which keys."""
    return key_digest(akun.id, akun.kunci_publik)


def reset_account(
    meja: MejaAkun, sandi_sendiri: str, akun: Akun, sandi_baru: str, kedua: Kedua
) -> Akun:
    """Give an account new keys and a password; opens a deactivated one again (S-110)."""
    with meja.act(Aksi.ATUR_ULANG_AKUN) as act:
        _refuse_own(meja, akun)
        demand_password(meja, akun.nama, sandi_baru)
        _demand_second(act, meja, akun, kedua)
        opener = try_password(meja.folder, meja.akun.nama, sandi_sendiri, act.now)
        act.undone_by(slots_as_they_are(meja.folder))
        kunci = put_slot(meja.folder, akun.nama, sandi_baru, new_keys(opener.file_keys))
        store.add_kunci_akun(act.session, akun.id, kunci, SebabKunci.DIATUR_ULANG, act.now)
        facts = saksi_facts(act, akun, kedua)
        fresh = store.read_akun(act.session)[akun.id]
        act.record(f"akun/{akun.id}", kunci=key_facts(fresh), **facts)
        act.commit()
    return fresh


def deactivate_account(meja: MejaAkun, sandi_sendiri: str, akun: Akun, kedua: Kedua) -> None:
    """Take an account's access: its slot goes and the file gets a new key.

    Syarat: S-110.

    Only a leader may, and never to themselves, so a leader always stays. The decision is stored
    first: cut off after it, the account is refused by name and the next login ends its slot.
    """
    with meja.act(Aksi.NONAKTIFKAN_AKUN) as act:
        _refuse_own(meja, akun)
        _demand_second(act, meja, akun, kedua)
        opener = try_password(meja.folder, meja.akun.nama, sandi_sendiri, act.now)
        store.mark_kunci_akun(act.session, akun.id, SebabKunci.DINONAKTIFKAN, act.now)
        facts = saksi_facts(act, akun, kedua)
        act.record(f"akun/{akun.id}", **facts)
        act.commit()
    change_file_key(meja, opener)


def may_stand_in(meja: MejaAkun, aksi: Aksi, akun: Akun) -> bool:
    """Tell whether names of people present may stand in: nobody is left who could approve."""
    return not other_approvers(meja, aksi, akun)


def _refuse_own(meja: MejaAkun, akun: Akun) -> None:
    if akun.id == meja.akun.id:
        raise StateError(
            "Ini akun Anda sendiri.",
            "Ganti sandi sendiri, atau minta orang lain masuk dengan akunnya.",
        )


def _demand_second(act: Act, meja: MejaAkun, akun: Akun, kedua: Kedua) -> None:
    if not isinstance(kedua, SaksiHadir):
        if any(one.akun_id == akun.id for one in kedua):
            raise RightsError(
                "Pemegang akun itu tidak boleh ikut menyetujui.", "Minta orang lain menyetujui."
            )
        act.require_two(change_digest(store.read_akun(act.session)[akun.id]), kedua)
    elif not may_stand_in(meja, act.aksi, akun):
        raise RightsError(
            "Masih ada orang lain yang dapat menyetujui.", "Minta orang itu memasukkan sandinya."
        )


def saksi_facts(act: Act, akun: Akun, kedua: Kedua) -> dict[str, Fact]:
    """Store the names of those present, which stay out of the log; give what the log says."""
    if isinstance(kedua, SaksiHadir):
        number = store.add_saksi(act.session, akun.id, kedua)
        return {"cara": WITHOUT_PASSWORD, "saksi": number}
    return {}


def changes_to_name(meja: MejaAkun) -> tuple[PerubahanAkun, ...]:
    """Give the changes of accounts that F-29 and the bundle name, in order.

    They are those after the DPT was locked, and any at which names of people present stood in for
    a second password. The order is the log's, not the clock's: a clock set back hides nothing.
    """
    with meja.read() as session:
        akun, saksi = store.read_akun(session), store.read_saksi(session)
        bodies = [json.loads(entry.body) for entry in audit_log.read_entries(session)]
    acts = [body["aksi"] for body in bodies]
    locked = acts.index(Aksi.KUNCI_DPT) if Aksi.KUNCI_DPT in acts else len(acts)
    return tuple(
        _change(akun, saksi, body)
        for at, body in enumerate(bodies)
        if (at > locked and body["aksi"] in _GIVING) or "saksi" in body
    )


def _change(
    accounts: dict[int, Akun], saksi: dict[int, SaksiHadir], body: dict[str, Any]
) -> PerubahanAkun:
    akun = accounts[int(body["objek"].partition("/")[2])]
    return PerubahanAkun(
        akun=akun.nama,
        nama_lengkap=akun.nama_lengkap,
        peran=akun.peran,
        sebab=_SEBAB[Aksi(body["aksi"])],
        waktu=parse_utc(body["at"]),
        saksi=saksi.get(body.get("saksi", 0)),
    )
