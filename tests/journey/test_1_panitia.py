import json
from pathlib import Path
from typing import Any

import pytest

from pilkades_desk.core.audit import AuditHead
from pilkades_desk.kits.signing.certificates import read_scope
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.accounts import SLOTS_NAME
from pilkades_desk.panitia.akun import read_accounts
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import read_orang
from pilkades_desk.panitia.usecases import read_village_authority
from tests.journey.conftest import TPS, Played


def test_every_check_of_the_demo_holds(played: Played) -> None:
    assert [check["apa"] for check in played.facts["periksa"] if not check["lolos"]] == []
    assert len(played.facts["periksa"]) >= 11


def test_the_ketua_and_two_operators_have_accounts(meja: Meja) -> None:
    assert [akun.peran.value for akun in read_accounts(meja)] == ["ketua", "operator", "operator"]


def test_the_third_account_was_approved_by_two_people(meja: Meja) -> None:
    with meja.read() as session:
        bodies = [json.loads(entry.body) for entry in audit_log.read_entries(session)]
    third = next(body for body in bodies if body.get("objek") == "akun/3")
    assert {one["akun_id"] for one in third["setuju"]} == {1, 2}


def test_every_unit_has_a_kpps_with_certificates_of_the_village(meja: Meja) -> None:
    people = read_orang(meja)
    assert {orang.unit for orang in people} == {None, *range(1, TPS + 1)}
    scopes = {read_scope(orang.sertifikat).desa for orang in people}
    assert scopes == {meja.pemilihan.kode_desa}


def test_the_village_key_is_certified_by_the_kabupaten(meja: Meja) -> None:
    pem = read_village_authority(meja, PeranSertifikat.DESA).cert_pem
    assert read_scope(pem).peran is PeranSertifikat.DESA


@pytest.mark.syarat("S-001")
def test_the_history_is_one_unbroken_chain(meja: Meja) -> None:
    with meja.read() as session:
        head = audit_log.verify(session)
    assert head == meja.head()
    assert isinstance(head, AuditHead)
    assert head.seq > 50


def test_a_guess_at_a_copied_keyslot_costs_what_the_design_promises(played: Played) -> None:
    text = Path(played.facts["pemilihan"], SLOTS_NAME).read_text("utf-8")
    costs: list[tuple[int, int, int]] = []

    def note(part: dict[str, Any]) -> dict[str, Any]:
        if part.get("alg") == "argon2id":
            costs.append((part["m"], part["t"], part["p"]))
        return part

    json.loads(text, object_hook=note)
    assert len(costs) >= 3
    assert set(costs) == {(65_536, 3, 2)}
