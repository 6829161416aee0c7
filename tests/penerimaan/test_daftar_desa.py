import pytest

from pilkades_desk.penerimaan.daftar_desa import parse_desa

GOOD = "3399012001; Sukamaju; Cikembar\n3399012002; Karangrejo; Cikembar"


def codes(text: str) -> list[str]:
    return [each.code for each in parse_desa(text, "3399").temuan]


def test_each_line_gives_a_village() -> None:
    read = parse_desa(GOOD, "3399")
    assert [(one.kode_desa, one.desa) for one in read.desa] == [
        ("3399012001", "Sukamaju"),
        ("3399012002", "Karangrejo"),
    ]
    assert read.temuan == ()


@pytest.mark.parametrize("sign", ["\t", ",", " ; "])
def test_a_list_pasted_from_a_spreadsheet_is_read(sign: str) -> None:
    text = f"Kode desa{sign}Desa{sign}Kecamatan\n\n3399012001{sign}Sukamaju{sign}Cikembar\n"
    assert len(parse_desa(text, "3399").desa) == 1


def test_e810_line_without_kecamatan_is_refused() -> None:
    assert codes("3399012001; Sukamaju") == ["E810"]


@pytest.mark.parametrize("kode", ["339901200", "3301012001", "33990120a1", "٣٣٩٩٠١٢٠٠١"])
def test_e811_code_of_another_shape_or_kabupaten_is_refused(kode: str) -> None:
    assert codes(f"{kode}; Sukamaju; Cikembar") == ["E811"]


def test_e811_code_that_starts_with_zero_is_refused() -> None:
    assert [one.code for one in parse_desa("0399012001; A; B", "").temuan] == ["E811"]


def test_e812_same_village_twice_is_refused() -> None:
    assert codes(f"{GOOD}\n3399012001; Sukamaju; Cikembar") == ["E812"]


def test_e813_empty_list_is_refused() -> None:
    assert codes(" \n") == ["E813"]


def test_a_fault_names_its_line() -> None:
    assert parse_desa(f"{GOOD}\nxx", "3399").temuan[0].subject == "baris 3"
