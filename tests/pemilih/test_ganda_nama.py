"""Names that are one name written differently, and names that only look alike."""

import pytest

from pilkades_desk.pemilih.ganda.nama import (
    compare,
    differing,
    is_one_slip,
    lacks_of,
    take_apart,
)
from pilkades_desk.pemilih.ganda.values import Beda

SPELT = (
    ("SOEHARTO", "Suharto"), ("DJOKO TJAHJONO", "Joko Cahyono"), ("JUSUF", "Yusuf"),
    ("SJAMSUL ARIFIN", "Syamsul Arifin"), ("ACHMAD CHOLIL", "Ahmad Kholil"),
    ("KHASANAH", "Kasanah"), ("KHASANAH", "Hasanah"), ("TAUFIQ", "Taufik"), ("FATIMAH", "Patimah"),
    ("SITI AISYAH", "St. Aisah"), ("SULISTIYO", "Sulistyo"), ("ZAENAL", "Zainal"),
    ("M. Yusuf", "Muhammad Yusuf"), ("Moch. Ridwan", "Mohamad Ridwan"),
    ("ABD. ROHMAN", "Abdul Rohman"), ("ABDURRAHMAN", "Abdul Rahman"), ("NURHIDAYAH", "Nur Hidayah"),
    ("NURʼAINI", "Noer Aini"), ("SUWARNO", "Suarno"), ("Annisa", "Anisah"),
)  # fmt: skip
TITLED = (
    ("H. SLAMET", "SLAMET"), ("HJ.SITI AMINAH", "SITI AMINAH"), ("SLAMET, S.Pd.", "SLAMET"),
    ("SLAMET S PD", "SLAMET"),
    ("Prof. Dr. H. Slamet, M.Si.", "Slamet"), ("Budi, S.H., M.H.", "BUDI"),
    ("DRS. KH. MUSTOFA", "MUSTOFA"), ("Rina, A.Md.Keb", "Rina"), ("SLAMET, H.", "SLAMET"),
)  # fmt: skip
TWO_PEOPLE = (
    ("BUDI SANTOSO", "BAMBANG SANTOSO"), ("SITI AMINAH", "SITI AISYAH"), ("SITI", "SITI AMINAH"),
    ("HASAN", "HUSEN"), ("SLAMET", "SUTRISNO"), ("MUHAMMAD", "MUHAMMAD RIZKI"),
    ("SUTRISNO WIDADA", "SUTRISMO WIDODO"), ("RINA SARI DEWI", "RINI SARI"),
    ("A. FAUZI", "B. FAUZI"),
    ("EDI", "ADI SUTRISNO"), ("DIAN A.", "DIAN B."),
)  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SPELT)
def test_one_sound_is_one_name(one: str, two: str) -> None:
    found = compare(one, two)
    assert found is not None
    assert found.beda is Beda.EJAAN


@pytest.mark.parametrize(("one", "two"), TITLED)
def test_titles_make_no_other_name(one: str, two: str) -> None:
    found = compare(one, two)
    assert found is not None
    assert found.beda is Beda.GELAR


@pytest.mark.parametrize(("one", "two"), TWO_PEOPLE)
def test_names_of_two_people_are_not_near(one: str, two: str) -> None:
    assert compare(one, two) is None
    assert compare(two, one) is None


@pytest.mark.parametrize(
    ("one", "two", "beda"),
    [
        ("SUTRISNO", "sutrisno", Beda.SAMA),
        ("NUR AINI", "AINI NUR", Beda.URUTAN),
        ("SLAMET", "SLAMET RIYADI", Beda.BAGIAN),
        ("SLAMET W.", "SLAMET WIDODO", Beda.BAGIAN),
        ("AHMAD NUR FAUZI", "AHMAD FAUZI", Beda.BAGIAN),
        ("AHMAD NUR", "AHMAD NUR FAUZI", Beda.BAGIAN),
        ("SUTRISNO", "SUTRSNO", Beda.KETIK),
        ("SUTRISNO WIDODO", "WIDOOD SUTRISNO", Beda.KETIK),
        ("NUR HIDAYATI", "NURHIDAIATY", Beda.KETIK),
        ("SLAMET BIN KARTO", "SLAMET KARTO", Beda.SAMA),
    ],
)
def test_near_names_say_how_they_differ(one: str, two: str, beda: Beda) -> None:
    for pair in ((one, two), (two, one)):
        found = compare(*pair)
        assert found is not None
        assert found.beda is beda


def test_a_name_that_is_nothing_but_a_title_stays() -> None:
    assert take_apart("H.").tulis == ("h",)
    assert take_apart("BIN").tulis == ("bin",)
    assert take_apart("Drs. S.Pd.").tulis == ("spd",)


@pytest.mark.parametrize(
    ("one", "two", "slipped"),
    [
        ("sutrisno", "sutrsno", True), ("sutrisno", "sutrismo", True),
        ("sutrisno", "sutrinso", True), ("sutrisno", "sutrissno", True),
        ("sutrisno", "sutrisno", False), ("sutrisno", "sutrimso", False),
        ("sutrisno", "sutris", False), ("abcd", "badc", False), ("a", "", True),
    ],
)  # fmt: skip
def test_one_slip_is_one_letter_more_less_other_or_turned(
    one: str, two: str, slipped: bool
) -> None:
    assert is_one_slip(one, two) is slipped
    assert is_one_slip(two, one) is slipped
    assert not slipped or set(lacks_of(one)) & set(lacks_of(two))


def test_the_differing_letters_of_both_names_are_told() -> None:
    assert differing("SOETRISNO", "sutrisno") == (((1, 3),), ((1, 2),))
    assert differing("SLAMET", "SLAMET RIYADI") == ((), ((6, 13),))
    assert differing("SLAMET", "slamet") == ((), ())
