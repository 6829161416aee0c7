import pytest
from pydantic import ValidationError

from pilkades_desk.calon.values import BarisCalon, DaftarCalon, Pendidikan, StatusCalon, Undian
from tests.calon.makers import make_baru, make_berkas, make_calon


@pytest.mark.parametrize(("own", "least", "enough"), [
    ("SD", "SMP", False),
    ("SMP", "SMP", True),
    ("S1", "SMP", True),
    ("D4", "S1", False),
])  # fmt: skip
def test_schooling_is_compared_by_level_not_by_spelling(own: str, least: str, enough: bool) -> None:
    assert Pendidikan(own).reaches(Pendidikan(least)) is enough


def test_an_application_cannot_be_changed_after_it_is_made() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        make_baru().nama = "Lain"  # type: ignore[misc]  # the point of this test


def test_a_calon_known_to_everybody_holds_no_nik() -> None:
    with pytest.raises(ValidationError, match="nik"):
        make_calon(nik="3328010101800001")


def test_a_number_below_one_cannot_be_drawn() -> None:
    with pytest.raises(ValidationError, match="nomor"):
        Undian(nomor=0, calon_id=1)


def test_a_list_knows_who_is_confirmed_and_whether_it_is_drawn() -> None:
    refused = BarisCalon(make_berkas(1, status=StatusCalon.DITOLAK), ())
    confirmed, drawn = (BarisCalon(make_berkas(2, nomor=nomor), ()) for nomor in (None, 1))
    assert DaftarCalon((refused, confirmed), ()).ditetapkan == (confirmed.calon,)
    assert not DaftarCalon((refused, confirmed), ()).diundi
    assert DaftarCalon((refused, drawn), ()).diundi
