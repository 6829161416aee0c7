import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy.exc import IntegrityError  # noqa: TID251 -- what a trigger says

from pilkades_desk.calon.usecases import (
    check_calon,
    check_draw,
    confirm_calon,
    correct_calon,
    draw_numbers,
    read_bakal,
    read_calon,
    read_photo,
    register_calon,
    reject_calon,
)
from pilkades_desk.calon.values import StatusCalon
from pilkades_desk.core.errors import ImageError, RightsError, StateError
from pilkades_desk.panitia.meja import Meja
from tests.calon.makers import make_baru
from tests.makers import make_meja, make_operators

F14 = "14/P2KD/2026, 12 Desember 2026"


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    meja = make_meja(tmp_path)
    yield meja
    meja.close()


def make_photo(color: str = "red") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (60, 80), color).save(buffer, "PNG")
    return buffer.getvalue()


def confirmed(meja: Meja, count: int) -> list[int]:
    ids = [register_calon(meja, make_baru(n)).id for n in range(1, count + 1)]
    for calon_id in ids:
        confirm_calon(meja, calon_id)
    return ids


def test_an_applicant_is_a_bakal_calon_and_no_calon_yet(meja: Meja) -> None:
    register_calon(meja, make_baru())
    assert read_calon(meja) == ()
    assert [one.calon.status for one in read_bakal(meja)] == [StatusCalon.BAKAL]


def test_the_day_of_registration_is_the_village_s_own(meja: Meja) -> None:
    register_calon(meja, make_baru())
    moment = meja.clock.now().astimezone(meja.pemilihan.zona.tz)
    assert read_bakal(meja)[0].terdaftar == moment.date()


@pytest.mark.syarat("S-310")
def test_the_photo_comes_back_normalised(meja: Meja) -> None:
    calon = register_calon(meja, make_baru(untrusted_foto=make_photo()))
    photo = Image.open(io.BytesIO(read_photo(meja, calon.id)))
    assert (photo.format, photo.size, len(calon.foto)) == ("JPEG", (60, 80), 64)


@pytest.mark.syarat("S-310")
def test_a_bad_photo_leaves_no_applicant_behind(meja: Meja) -> None:
    with pytest.raises(ImageError):
        register_calon(meja, make_baru(untrusted_foto=b"bukan foto"))
    assert read_bakal(meja) == ()


def test_a_missing_photo_is_told(meja: Meja) -> None:
    calon = register_calon(meja, make_baru())
    with pytest.raises(StateError, match="belum ada"):
        read_photo(meja, calon.id)


@pytest.mark.syarat("S-008")
def test_the_same_command_twice_registers_once(meja: Meja) -> None:
    register_calon(meja, make_baru(), "perintah-1")
    with pytest.raises(StateError, match="sudah dijalankan"):
        register_calon(meja, make_baru(), "perintah-1")
    assert len(read_bakal(meja)) == 1


def test_findings_are_told_by_applicant_and_for_the_list(meja: Meja) -> None:
    calon = register_calon(meja, make_baru(tanggal_lahir="2010-01-01"))
    found = {key: [one.code for one in some] for key, some in check_calon(meja).items()}
    assert found == {0: ["E303"], calon.id: ["E301", "W313", "W314"]}


@pytest.mark.syarat("S-301")
def test_e301_keeps_an_applicant_from_being_confirmed(meja: Meja) -> None:
    calon = register_calon(meja, make_baru(tanggal_lahir="2010-01-01"))
    with pytest.raises(StateError, match="E301"):
        confirm_calon(meja, calon.id)
    assert read_calon(meja) == ()


@pytest.mark.syarat("S-305")
def test_e304_the_sixth_cannot_be_confirmed(meja: Meja) -> None:
    confirmed(meja, 5)
    sixth = register_calon(meja, make_baru(6))
    with pytest.raises(StateError, match="E304"):
        confirm_calon(meja, sixth.id)
    assert len(read_calon(meja)) == 5


def test_who_is_decided_upon_is_not_confirmed_again(meja: Meja) -> None:
    (calon_id,) = confirmed(meja, 1)
    with pytest.raises(StateError, match="sudah diputuskan"):
        confirm_calon(meja, calon_id)


@pytest.mark.syarat("S-308")
def test_who_is_turned_down_is_kept_and_never_a_calon(meja: Meja) -> None:
    calon = register_calon(meja, make_baru())
    assert reject_calon(meja, calon.id, "Ijazah tidak sah").status is StatusCalon.DITOLAK
    assert read_calon(meja) == ()
    assert len(read_bakal(meja)) == 1


@pytest.mark.syarat("S-308")
def test_turning_down_needs_a_reason(meja: Meja) -> None:
    calon = register_calon(meja, make_baru())
    with pytest.raises(StateError, match="Alasannya"):
        reject_calon(meja, calon.id, "  ")


@pytest.mark.syarat("S-309")
def test_a_correction_asks_for_a_new_confirmation_and_keeps_the_photo(meja: Meja) -> None:
    before = register_calon(meja, make_baru(untrusted_foto=make_photo()))
    confirm_calon(meja, before.id)
    after = correct_calon(meja, before.id, make_baru(nama="Nama Betul"), "Salah ketik")
    assert (after.nama, after.foto, after.status) == ("Nama Betul", before.foto, StatusCalon.BAKAL)


def test_a_correction_before_confirmation_may_bring_a_photo(meja: Meja) -> None:
    calon = register_calon(meja, make_baru())
    after = correct_calon(meja, calon.id, make_baru(untrusted_foto=make_photo()), "Foto menyusul")
    assert after.foto


def test_an_unknown_applicant_is_told(meja: Meja) -> None:
    with pytest.raises(StateError, match="tidak ada"):
        confirm_calon(meja, 99)


@pytest.mark.syarat("S-306")
def test_numbers_follow_the_drawn_order(meja: Meja) -> None:
    first, second, third = confirmed(meja, 3)
    drawn = draw_numbers(meja, [third, first, second])
    assert [(one.nomor, one.id) for one in drawn] == [(1, third), (2, first), (3, second)]
    assert read_calon(meja) == drawn


@pytest.mark.syarat("S-306")
@pytest.mark.parametrize(("pick", "code"), [
    ((0,), "E309"), ((0, 0, 1), "E308"), ((0, 1, 7), "E310"),
])  # fmt: skip
def test_a_gap_a_double_and_a_stranger_are_refused(
    meja: Meja, pick: tuple[int, ...], code: str
) -> None:
    ids = [*confirmed(meja, 2), *range(900, 910)]
    with pytest.raises(StateError, match=code):
        draw_numbers(meja, [ids[place] for place in pick])
    assert [one.nomor for one in read_calon(meja)] == [None, None]


def test_e303_nobody_is_drawn(meja: Meja) -> None:
    with pytest.raises(StateError, match="E303"):
        draw_numbers(meja, [])


def test_e317_one_alone_is_not_drawn_without_the_musyawarah(meja: Meja) -> None:
    ids = confirmed(meja, 1)
    with pytest.raises(StateError, match="E317"):
        draw_numbers(meja, ids, "  ")
    assert "E317" in [one.code for one in check_draw(meja, ids)]
    assert [one.nomor for one in read_calon(meja)] == [None]


def test_one_alone_gets_number_one_by_the_musyawarah(meja: Meja) -> None:
    ids = confirmed(meja, 1)
    assert [one.code for one in check_draw(meja, ids, F14)] == ["W315"]
    assert [(one.nomor, one.id) for one in draw_numbers(meja, ids, F14)] == [(1, ids[0])]
    with meja.read() as session:
        reasons = session.connection().exec_driver_sql("SELECT alasan FROM keputusan_calon").all()
    assert [reason for (reason,) in reasons] == ["", F14]


def test_e316_one_alone_is_refused_where_the_profile_knows_no_blank_column(meja: Meja) -> None:
    mode = meja.profil.isi["calon.tunggal.mode"].model_copy(update={"nilai": "tidak_diatur"})
    isi = {**meja.profil.isi, "calon.tunggal.mode": mode}
    strict = replace(meja, profil=meja.profil.model_copy(update={"isi": isi}))
    ids = confirmed(strict, 1)
    with pytest.raises(StateError, match="E316: Baru satu calon, dan profil tidak mengatur"):
        draw_numbers(strict, ids, F14)


def test_the_shipped_profile_lets_one_alone_stand_by_assumption(meja: Meja) -> None:
    assert meja.profil.nilai("calon.tunggal.mode") == "kolom_kosong"
    assert "calon.tunggal.mode" in meja.profil.asumsi


@pytest.mark.syarat("S-307")
def test_after_the_draw_nothing_about_candidates_changes(meja: Meja) -> None:
    ids = confirmed(meja, 2)
    drawn = draw_numbers(meja, ids)
    for change in (
        lambda: draw_numbers(meja, ids[::-1]),
        lambda: register_calon(meja, make_baru(3)),
        lambda: correct_calon(meja, ids[0], make_baru(4), "Terlambat"),
        lambda: reject_calon(meja, ids[0], "Terlambat"),
        lambda: confirm_calon(meja, ids[0]),
    ):
        with pytest.raises(StateError, match="sudah diundi"):
            change()
    assert read_calon(meja) == drawn


@pytest.mark.syarat("S-005")
def test_only_the_ketua_confirms_and_draws(meja: Meja) -> None:
    operator, _ = make_operators(meja)
    calon = register_calon(operator, make_baru())
    with pytest.raises(RightsError):
        confirm_calon(operator, calon.id)
    with pytest.raises(RightsError):
        draw_numbers(operator, [calon.id])


@pytest.mark.syarat("S-004")
@pytest.mark.parametrize(
    "table", ["calon", "berkas_calon", "foto_calon", "keputusan_calon", "undian"]
)
def test_the_tables_take_no_change(meja: Meja, table: str) -> None:
    ids = confirmed(meja, 2)
    correct_calon(meja, ids[0], make_baru(untrusted_foto=make_photo()), "Foto menyusul")
    confirm_calon(meja, ids[0])
    draw_numbers(meja, ids)
    with meja.file.work() as session, pytest.raises(IntegrityError, match="append-only"):
        session.connection().exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 -- named above
