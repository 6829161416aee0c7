from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.keybox.slots import RECOVERY
from pilkades_desk.panitia.values import (
    AkunBaru,
    NamaAkun,
    Orang,
    Pemilihan,
    Peran,
    SaksiHadir,
    SebabOrang,
    TujuanAkses,
)
from tests.makers import DESA, KETUA


def make_value(**changes: object) -> Pemilihan:
    return Pemilihan.model_validate(
        DESA.model_dump(exclude={"profil"}) | {"id": "a" * 32} | changes
    )


def test_an_election_is_real_and_in_western_time_unless_said_otherwise() -> None:
    pemilihan = make_value()
    assert (pemilihan.gladi, pemilihan.zona, pemilihan.sekretariat) == (False, Zona.WIB, "")


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "a" * 31},
        {"id": "A" * 32},
        {"kode_desa": "339901200"},
        {"desa": " "},
        {"kabupaten": "x" * 101},
        {"tanggal": "besok"},
        {"zona": "GMT"},
        {"sekretariat": "x" * 201},
    ],
    ids=str,
)
def test_a_wrong_field_of_an_election_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as refused:
        make_value(**changes)
    assert [fault["loc"][0] for fault in refused.value.errors()] == list(changes)


@pytest.mark.parametrize("nama", ["a", "Ketua", "ketua ", "1ketua", "ketua_1", "k" * 31, "ketua\n"])
def test_a_login_name_is_short_and_lower_case(nama: str) -> None:
    with pytest.raises(ValidationError):
        AkunBaru.model_validate(KETUA.model_dump() | {"nama": nama})


def test_a_login_name_may_hold_digits_and_dashes() -> None:
    baru = AkunBaru.model_validate(KETUA.model_dump() | {"nama": "kpps-tps-12"})
    assert baru.nama == "kpps-tps-12"


def test_there_are_five_roles_in_a_village_and_two_at_the_desk() -> None:
    names = [peran.value for peran in Peran]
    assert names[:5] == ["ketua", "sekretaris", "operator", "ketua-kpps", "pengamat"]
    assert names[5:] == ["petugas", "pengesah"]


def test_a_role_is_called_as_people_call_it() -> None:
    assert [Peran.KETUA.sebutan, Peran.KETUA_KPPS.sebutan] == ["Ketua", "Ketua KPPS"]


def test_no_account_can_take_the_name_of_the_recovery_code() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(NamaAkun).validate_python(RECOVERY)


def test_a_password_is_not_written_where_an_account_is() -> None:
    assert KETUA.sandi not in repr(KETUA)
    assert KETUA.sandi not in str(KETUA)


@pytest.mark.parametrize("dua", ["Pak Uji", "pak uji", " Pak  Uji "])
def test_one_person_is_not_two_who_were_there(dua: str) -> None:
    with pytest.raises(ValidationError, match="the same name twice"):
        SaksiHadir(satu="Pak Uji", dua=dua)


@pytest.mark.parametrize("tujuan", TujuanAkses)
def test_every_purpose_is_said_in_words(tujuan: TujuanAkses) -> None:
    assert tujuan.sebutan
    assert tujuan.sebutan != tujuan.value


@pytest.mark.parametrize("sebab", SebabOrang)
def test_only_a_revoked_person_signs_no_more(sebab: SebabOrang) -> None:
    since = datetime(2027, 1, 1, tzinfo=UTC)
    orang = Orang(
        id=1, nama="Rahmat Uji", jabatan="Ketua", unit=None, sertifikat="", sebab=sebab, sejak=since
    )
    assert orang.aktif is (sebab is not SebabOrang.DICABUT)


def test_two_people_who_were_there_are_kept_as_named() -> None:
    assert SaksiHadir(satu="Pak Uji", dua="Bu Uji").dua == "Bu Uji"
