import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.core.findings import Finding, FindingKind, catalogue

E201 = FindingKind("E201", "NIK berisi {panjang} angka.", "Periksa KTP.", "Permendagri")
W202 = FindingKind("W202", "Umur {umur} tahun.", "Periksa lagi.", "Permendagri")


def test_a_finding_says_what_is_wrong_with_its_figures() -> None:
    found = E201.at("baris 12", panjang=15)
    assert found.text == "NIK berisi 15 angka."
    assert (found.subject, found.evidence) == ("baris 12", {"panjang": "15"})


def test_a_finding_says_what_to_do_now() -> None:
    found = E201.at("baris 12", panjang=15)
    assert (found.code, found.do_now) == ("E201", "Periksa KTP.")


def test_e_holds_up_and_w_warns() -> None:
    assert E201.at("baris 1", panjang=3).is_error
    assert not W202.at("baris 1", umur=120).is_error


def test_evidence_cannot_be_changed_afterwards() -> None:
    found = E201.at("baris 12", panjang=15)
    with pytest.raises(TypeError):
        found.evidence["panjang"] = "16"  # type: ignore[index]  # the point of the test


def test_a_finding_needs_no_evidence() -> None:
    kind = FindingKind("W203", "Kosong.", "Isi.", "")
    assert Finding(kind, "TPS 1").text == "Kosong."


@given(st.text(max_size=5).filter(lambda code: code[:1] not in set("EW") or len(code) != 4))
def test_any_other_code_is_a_bug(code: str) -> None:
    with pytest.raises(ValueError, match="bad finding code"):
        FindingKind(code, "", "", "")


@pytest.mark.parametrize("code", ["E20", "E2011", "X201", "E2A1", "e201", "E20²"])
def test_near_misses_of_a_code_are_a_bug(code: str) -> None:
    with pytest.raises(ValueError, match="bad finding code"):
        FindingKind(code, "", "", "")


def test_a_catalogue_finds_kinds_by_code() -> None:
    assert catalogue(E201, W202) == {"E201": E201, "W202": W202}


def test_a_code_used_twice_is_a_bug() -> None:
    with pytest.raises(ValueError, match="twice"):
        catalogue(E201, E201)
