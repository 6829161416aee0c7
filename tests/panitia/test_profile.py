import pytest

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import ResourceError
from pilkades_desk.core.resources import resource_text
from pilkades_desk.panitia.profile import parse_profile, read_profile

WHOLE = '["pemilih.usia_min"]\nnilai = 17\ndasar = "Pasal 10"\nstatus = "{}"\n'


def test_the_reference_profile_is_read_whole() -> None:
    profil = read_profile("nasional-acuan")
    assert profil.nilai("pemilih.usia_min") == 17


def test_a_profile_is_known_by_the_hash_of_its_file() -> None:
    profil = read_profile("nasional-acuan")
    assert profil.sidik == sha256_hex(resource_text("profil", "nasional-acuan.toml").encode())
    assert profil.label == f"nasional-acuan {profil.sidik[:8]}"


@pytest.mark.syarat("S-012")
def test_nothing_in_the_reference_profile_is_passed_off_as_verified() -> None:
    profil = read_profile("nasional-acuan")
    unsure = {key for key, nilai in profil.isi.items() if nilai.status == "asumsi"}
    assert set(profil.asumsi) == unsure
    assert all(nilai.dasar for nilai in profil.isi.values())


def test_a_verified_value_is_no_assumption() -> None:
    assert parse_profile("uji", WHOLE.format("terverifikasi")).asumsi == ()


def test_a_key_the_profile_lacks_is_named() -> None:
    with pytest.raises(ResourceError, match=r"'uji' tidak memuat 'calon\.maks'") as missing:
        parse_profile("uji", WHOLE.format("asumsi")).nilai("calon.maks")
    assert missing.value.hint


@pytest.mark.syarat("S-012")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ini bukan toml", "tidak terbaca"),
        ('["a.b"]\nnilai = 17\ndasar = "x"\nstatus = "pasti"\n', "'a.b': status salah"),
        ('["a.b"]\nnilai = 17\nstatus = "asumsi"\n', "'a.b': dasar salah"),
        ('["a.b"]\nnilai = 1.5\ndasar = "x"\nstatus = "asumsi"\n', "'a.b': nilai"),
        ('["a.b"]\nnilai = 1\ndasar = "x"\nstatus = "asumsi"\nlain = 1\n', "'a.b': lain salah"),
        ("umur = 17\n", "'umur': nilai salah"),
    ],
)
def test_a_fault_in_a_profile_is_named_by_key_and_field(text: str, said: str) -> None:
    with pytest.raises(ResourceError, match="'uji'") as refused:
        parse_profile("uji", text)
    assert said in refused.value.sentence
    assert "kabupaten" in refused.value.hint


def test_a_profile_that_is_not_there_is_named() -> None:
    with pytest.raises(ResourceError, match=r"'profil/kabupaten-x\.toml' tidak ada"):
        read_profile("kabupaten-x")
