import json

import pytest

from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.penghitungan.usecases import outcome, read_forms, recap
from tests.journey.conftest import TPS, Played


@pytest.mark.syarat("S-501")
def test_every_unit_has_a_final_form_typed_by_two_people(meja: Meja) -> None:
    forms = read_forms(meja)
    assert [final.unit for final in forms] == list(range(1, TPS + 1))
    assert all(len(set(final.pengetik)) == 2 for final in forms)


def test_one_form_has_an_explained_difference(meja: Meja) -> None:
    explained = [final for final in read_forms(meja) if final.penjelasan]
    assert [final.unit for final in explained] == [TPS]
    assert "dibawa pulang" in explained[0].penjelasan[0].alasan


def test_one_slip_was_typed_again_by_both_typists(meja: Meja) -> None:
    with meja.read() as session:
        bodies = [json.loads(entry.body) for entry in audit_log.read_entries(session)]
    again = [body for body in bodies if body.get("langkah") == "ketik-ulang"]
    assert {body["akun"] for body in again} == {2, 3}
    assert {body["isian"] for body in again} == {"suara_1"}


@pytest.mark.syarat("S-519")
def test_the_history_never_holds_a_typed_figure(meja: Meja) -> None:
    with meja.read() as session:
        bodies = [json.loads(entry.body) for entry in audit_log.read_entries(session)]
    assert not any("nilai" in body for body in bodies)


@pytest.mark.syarat("S-513")
def test_the_recap_is_the_sum_of_the_forms(meja: Meja, played: Played) -> None:
    rekap = recap(meja)
    columns = zip(*(final.form.suara for final in read_forms(meja)), strict=True)
    assert rekap.jumlah.suara == tuple(sum(column) for column in columns)
    assert list(rekap.jumlah.suara) == played.facts["hasil"]["suara"]


def test_the_winner_has_the_most_votes(meja: Meja) -> None:
    suara = recap(meja).jumlah.suara
    assert outcome(meja).nomor_urut == suara.index(max(suara)) + 1
