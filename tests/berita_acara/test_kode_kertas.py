"""The code typed from paper: three groups chosen anew, never shown, every attempt logged."""

import json

import pytest

from pilkades_desk.berita_acara import kode_kertas
from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.berita_acara.kode_kertas import (
    HasilKode,
    Tantangan,
    answer_challenge,
    new_challenge,
)
from pilkades_desk.berita_acara.usecases import freeze
from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.meja import Meja
from tests.berita_acara.makers import take_back
from tests.penghitungan.desks import Desks


@pytest.fixture
def dokumen(desks: Desks) -> Dokumen:
    return freeze(desks.ketua, "F-27", 1)


def right(dokumen: Dokumen, tantangan: Tantangan) -> tuple[str, str, str]:
    """What a person with the paper types."""
    groups = dokumen.kode_data.split(" ")
    one, two, three = (groups[number - 1] for number in tantangan.kelompok)
    return one, two, three


def wrong(dokumen: Dokumen, tantangan: Tantangan) -> tuple[str, str, str]:
    one, two, three = right(dokumen, tantangan)
    return one, two, f"{(int(three) + 1) % 10_000:04d}"


def last_entry(meja: Meja) -> str:
    with meja.read() as session:
        return list(audit_log.read_entries(session))[-1].body


@pytest.mark.syarat("S-634")
def test_three_different_groups_are_chosen_anew_each_time() -> None:
    asked = [new_challenge(1).kelompok for _ in range(300)]
    assert all(1 <= one < two < three <= 6 for one, two, three in asked)
    assert len(set(asked)) > 15, "20 are possible"


def test_the_choice_is_the_operating_system_s() -> None:
    assert type(kode_kertas._CHOOSE).__name__ == "SystemRandom"


def test_a_challenge_says_nothing_of_what_it_expects(dokumen: Dokumen) -> None:
    words = new_challenge(dokumen.id).model_dump_json()
    assert not any(group in words for group in dokumen.kode_data.split(" "))


@pytest.mark.syarat("S-634")
def test_the_right_paper_fits_and_is_logged(desks: Desks, dokumen: Dokumen) -> None:
    tantangan = new_challenge(dokumen.id)
    one, two, three = right(dokumen, tantangan)
    found = answer_challenge(desks.ketua, tantangan, (f" {one}", two, f"{three[:2]} {three[2:]}"))
    assert found == HasilKode(cocok=True, salah=0)
    assert '"hasil":"cocok"' in last_entry(desks.ketua)


@pytest.mark.syarat("S-634")
def test_wrong_attempts_are_counted_and_logged_until_a_right_one(
    desks: Desks, dokumen: Dokumen
) -> None:
    counts = []
    for answer in (wrong, wrong, right, wrong):
        tantangan = new_challenge(dokumen.id)
        counts.append(answer_challenge(desks.ketua, tantangan, answer(dokumen, tantangan)))
    assert [(each.cocok, each.salah) for each in counts] == [
        (False, 1), (False, 2), (True, 0), (False, 1),
    ]  # fmt: skip
    body = last_entry(desks.ketua)
    assert '"aksi":"cocokkan-kertas"' in body
    assert '"hasil":"tidak cocok"' in body
    said = str({name: told for name, told in json.loads(body).items() if name != "at"})
    assert not any(group in said for group in dokumen.kode_data.split(" "))


@pytest.mark.parametrize("typed", [("", "", ""), ("12", "ab", "٣٤٥٦"), ("0" * 500,) * 3])
def test_any_other_text_is_wrong_and_no_fault(
    desks: Desks, dokumen: Dokumen, typed: tuple[str, str, str]
) -> None:
    assert not answer_challenge(desks.ketua, new_challenge(dokumen.id), typed).cocok


def test_one_document_s_attempts_are_not_another_s(desks: Desks, dokumen: Dokumen) -> None:
    other = freeze(desks.ketua, "F-27", 2)
    for each in (dokumen, other):
        tantangan = new_challenge(each.id)
        assert answer_challenge(desks.ketua, tantangan, wrong(each, tantangan)).salah == 1


def test_groups_in_another_order_do_not_fit(desks: Desks, dokumen: Dokumen) -> None:
    tantangan = new_challenge(dokumen.id)
    one, two, three = right(dokumen, tantangan)
    assert not answer_challenge(desks.ketua, tantangan, (two, one, three)).cocok


def test_paper_of_a_withdrawn_document_is_refused(desks: Desks, dokumen: Dokumen) -> None:
    take_back(desks, 1)
    head = desks.ketua.head()
    tantangan = new_challenge(dokumen.id)
    with pytest.raises(StateError, match="sudah ditarik"):
        answer_challenge(desks.ketua, tantangan, right(dokumen, tantangan))
    assert desks.ketua.head() == head


def test_an_operator_may_look_at_paper_too(desks: Desks, dokumen: Dokumen) -> None:
    tantangan = new_challenge(dokumen.id)
    assert answer_challenge(desks.rini, tantangan, right(dokumen, tantangan)).cocok
