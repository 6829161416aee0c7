"""Parts on a real file: handed out, marked, merged once, refused, withdrawn."""

from datetime import timedelta
from pathlib import Path

import pytest

from pilkades_desk.core.canonical import canonical, parse_canonical
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.bagian.kembali import (
    check_return,
    merge_return,
    preview_return,
    reveal_return,
)
from pilkades_desk.pemilih.bagian.rules import as_baris, write_content
from pilkades_desk.pemilih.bagian.untrusted import parse_bagian
from pilkades_desk.pemilih.bagian.usecases import (
    find_out,
    hand_out,
    list_keluar,
    prepare_handout,
    read_handed_out,
    withdraw_bagian,
)
from pilkades_desk.pemilih.bagian.values import (
    Bagian,
    BarisBagian,
    Bidang,
    Cakupan,
    HasilGabung,
    Keluaran,
    Keputusan,
    Kunci,
    Pihak,
)
from pilkades_desk.pemilih.batch.usecases import withdraw_batch
from pilkades_desk.pemilih.cari.usecases import read_baris
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.usecases import check_kini
from pilkades_desk.pemilih.kini.values import Jalur
from pilkades_desk.pemilih.riwayat.usecases import read_history
from pilkades_desk.pemilih.ubah.usecases import correct
from pilkades_desk.pemilih.values import AlasanCoret, Asal, Isian
from tests.makers import START, approve_both, stand_by_all
from tests.pemilih.bagian_makers import REASON, UNTIL, all_for, back, edited, orang
from tests.pemilih.kpu_sheet import NIK, write_rows

RT1, RT2 = Cakupan(rw=1, rt=1), Cakupan(rw=1, rt=2)
OUT = Keluaran((RT1,), "Yanto Uji", UNTIL)


@pytest.fixture
def filled(meja: Meja, tmp_path: Path) -> Meja:
    """Three people of RT 1, one of RT 2."""
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}, {}, {"RT": 2}))
    return meja


def listed(meja: Meja) -> dict[int, BarisBagian]:
    with meja.read() as session:
        return {one.id: as_baris(one) for one in kini.read_pemilih(session)}


def taken(content: bytes) -> Bagian:
    bagian = parse_bagian(content)
    assert isinstance(bagian, Bagian)
    return bagian


def returned(content: bytes, changes: dict[int, dict[Bidang, str]], *new: BarisBagian) -> bytes:
    """What the other laptop sends back after doing this."""
    bagian = taken(content)
    there = edited({one.id: one for one in bagian.baris}, changes)
    return write_content(back(bagian, [*there.values(), *new]))


def newcomer(number: int, **changes: object) -> BarisBagian:
    isi = orang(number, **{"dusun": "", "alamat": "JL. MELATI"} | changes)
    return BarisBagian(id=number, asal=Asal.DPS, coret="", tps="TPS 2", isi=isi)


def merge(meja: Meja, content: bytes, *said: Keputusan) -> HasilGabung:
    return merge_return(meja, content, preview_return(meja, content).sidik, said)


@pytest.mark.syarat("S-246")
def test_a_part_holds_the_rows_of_its_area_whole_and_is_logged_as_taken_out(filled: Meja) -> None:
    bagian = taken(hand_out(filled, OUT))
    assert [one.id for one in bagian.baris] == [1, 2, 3]
    assert bagian.baris[0].isi.nik == NIK.format(1)
    assert (bagian.dibawa_oleh, bagian.sampai, bagian.nomor) == ("Yanto Uji", UNTIL, 1)
    assert bagian.pemilihan == filled.pemilihan.id
    assert taken(read_handed_out(filled, 1)) == bagian


@pytest.mark.syarat("S-244")
def test_e278_one_area_is_out_at_one_time(filled: Meja) -> None:
    hand_out(filled, OUT)
    with pytest.raises(StateError, match="E278: RW 001, RT 001 sedang di laptop lain: bagian 1"):
        hand_out(filled, OUT)
    assert [one.nomor for one in list_keluar(filled)] == [1]
    assert prepare_handout(filled, [RT2]).temuan == ()
    assert taken(hand_out(filled, Keluaran((RT2,), "Rini Uji", UNTIL))).nomor == 2


@pytest.mark.syarat("S-244")
def test_e279_who_is_out_does_not_leave_again_after_moving(filled: Meja) -> None:
    hand_out(filled, OUT)
    correct(filled, 1, {Isian.RT: "2"}, "pindah rumah")
    prepared = prepare_handout(filled, [RT2])
    assert (prepared.jumlah, [one.code for one in prepared.temuan]) == (2, ["E279"])


def test_e280_nobody_lives_there_and_a_day_gone_by_is_refused(filled: Meja) -> None:
    with pytest.raises(StateError, match="E280"):
        hand_out(filled, Keluaran((Cakupan(rw=9),), "Yanto Uji", UNTIL))
    with pytest.raises(StateError, match="sudah lewat"):
        hand_out(filled, Keluaran((RT1,), "Yanto Uji", START.date() - timedelta(days=1)))
    assert list_keluar(filled) == ()


@pytest.mark.syarat("S-245")
def test_w270_whoever_is_out_is_marked_and_may_still_be_corrected(filled: Meja) -> None:
    hand_out(filled, OUT)
    assert [one.code for one in find_out(filled, 1)] == ["W270"]
    assert find_out(filled, 4) == ()
    assert not correct(filled, 1, {Isian.RT: "7"}, "salah ketik").ditolak


def test_w271_a_late_part_is_said_to_be_late(filled: Meja) -> None:
    hand_out(filled, Keluaran((RT1,), "Yanto Uji", START.date()))
    assert [one.temuan for one in list_keluar(filled)] == [()]
    filled.clock.jump(START + timedelta(days=3))
    [late] = list_keluar(filled)
    assert [one.code for one in late.temuan] == ["W271"]


@pytest.mark.syarat("S-248")
def test_what_changed_on_one_side_is_taken_with_its_reason(filled: Meja) -> None:
    content = hand_out(filled, OUT)
    correct(filled, 2, {Isian.ALAMAT: "JL. KENANGA"}, "salah ketik")
    changes = {
        1: {Bidang.NAMA: "SITI AMINAH", Bidang.TPS: "TPS 2"},
        2: {Bidang.RT: "9"},
        3: {Bidang.CORET: "meninggal"},
    }
    comes = returned(content, changes, newcomer(50))
    shown = preview_return(filled, comes)
    assert not any(one.bentrok for one in shown.butir)
    assert check_return(filled, comes, ()) == ()
    assert merge(filled, comes) == HasilGabung(1, diubah=3, baru=1)
    now = listed(filled)
    assert (now[1].isi.nama, now[1].tps, now[3].coret) == ("SITI AMINAH", "TPS 2", "meninggal")
    assert (now[2].isi.alamat, now[2].isi.rt) == ("JL. KENANGA", 9)
    assert now[5] == newcomer(50).model_copy(update={"id": 5})
    [*_, last] = read_history(filled, 1)
    assert (last.alasan, last.bukti, last.keterangan) == (
        REASON.alasan, REASON.bukti, Jalur.BAGIAN.value,
    )  # fmt: skip
    assert check_kini(filled) == ()
    assert (list_keluar(filled), find_out(filled, 1)) == ((), ())


@pytest.mark.syarat("S-248")
def test_e275_nothing_is_stored_until_every_conflict_is_decided(filled: Meja) -> None:
    content = hand_out(filled, OUT)
    correct(filled, 1, {Isian.NAMA: "SITI"}, "KTP-el dicocokkan")
    comes = returned(content, {1: {Bidang.NAMA: "SITTI"}, 2: {Bidang.RT: "9"}})
    before, head = listed(filled), filled.head()
    with pytest.raises(StateError, match="E275: 1 perbedaan belum diputuskan"):
        merge(filled, comes)
    assert [one.code for one in check_return(filled, comes, ())] == ["E275"]
    assert (listed(filled), filled.head()) == (before, head)
    said = all_for(Pihak.MEREKA, preview_return(filled, comes).butir)
    assert merge(filled, comes, *said).diubah == 2
    assert listed(filled)[1].isi.nama == "SITTI"
    [*_, last] = read_history(filled, 1)
    assert last.alasan == "KTP-el dicocokkan; sesuai kartu keluarga"


def test_a_decision_needs_a_reason(filled: Meja) -> None:
    comes = returned(hand_out(filled, OUT), {2: {Bidang.RT: "9"}})
    with pytest.raises(StateError, match="Alasan belum ditulis"):
        merge(filled, comes, Keputusan(Kunci(2, Bidang.RT), Pihak.KITA, " "))
    declined = Keputusan(Kunci(2, Bidang.RT), Pihak.KITA, "salah ketik")
    assert merge(filled, comes, declined) == HasilGabung(1)
    assert listed(filled)[2].isi.rt == 1


@pytest.mark.syarat("S-249", "S-008")
def test_w272_the_same_return_again_changes_nothing(filled: Meja) -> None:
    comes = returned(hand_out(filled, OUT), {2: {Bidang.RT: "9"}}, newcomer(50))
    merge(filled, comes)
    before, head = listed(filled), filled.head()
    again = merge(filled, comes)
    assert (again.berulang, [one.code for one in again.temuan]) == (True, ["W272"])
    assert preview_return(filled, comes).berulang
    assert check_return(filled, comes, ()) == ()
    assert (listed(filled), filled.head()) == (before, head)


@pytest.mark.syarat("S-247")
def test_e274_a_second_return_of_a_part_is_refused(filled: Meja) -> None:
    content = hand_out(filled, OUT)
    merge(filled, returned(content, {2: {Bidang.RT: "9"}}))
    with pytest.raises(StateError, match="E274: Bagian 1 sudah kembali"):
        preview_return(filled, returned(content, {2: {Bidang.RT: "8"}}))


@pytest.mark.syarat("S-247")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"pemilihan": "cd" * 16}, "E271"),
        ({"nomor": 7}, "E272"),
        ({"bagian": "0" * 64}, "E273"),
        ({"dasar": "0" * 64}, "E273"),
        ({"v": 2}, "E270"),
    ],
)
def test_a_return_that_does_not_belong_here_is_refused_with_its_code(
    filled: Meja, change: dict[str, object], code: str
) -> None:
    comes = parse_canonical(returned(hand_out(filled, OUT), {2: {Bidang.RT: "9"}}))
    other, head = canonical(comes | change), filled.head()
    for act in (preview_return, merge):
        with pytest.raises(StateError, match=code):
            act(filled, other)
    assert filled.head() == head


@pytest.mark.syarat("S-244", "S-247")
def test_a_withdrawn_part_frees_its_area_and_takes_nothing_any_more(filled: Meja) -> None:
    content = hand_out(filled, OUT)
    with pytest.raises(StateError, match="Alasan"):
        withdraw_bagian(filled, 1, "")
    withdraw_bagian(filled, 1, "laptop hilang")
    assert prepare_handout(filled, [RT1]).temuan == ()
    with pytest.raises(StateError, match="E274: Bagian 1 sudah ditarik"):
        preview_return(filled, returned(content, {}))
    with pytest.raises(StateError, match="E274"):
        withdraw_bagian(filled, 1, "sekali lagi")
    with pytest.raises(StateError, match="E272"):
        withdraw_bagian(filled, 9, "tidak ada")


@pytest.mark.syarat("S-248")
def test_a_list_that_changed_since_it_was_shown_is_shown_again(filled: Meja) -> None:
    comes = returned(hand_out(filled, OUT), {2: {Bidang.RT: "9"}})
    shown = preview_return(filled, comes)
    correct(filled, 2, {Isian.RT: "5"}, "KTP-el dicocokkan")
    with pytest.raises(StateError, match="berubah sejak ditampilkan"):
        merge_return(filled, comes, shown.sidik, ())


@pytest.mark.syarat("S-202")
def test_somebody_new_whose_nik_is_on_the_list_is_decided_field_by_field(filled: Meja) -> None:
    twin = newcomer(50, nik=NIK.format(4), nama="SITI AMINAH")
    comes = returned(hand_out(filled, OUT), {}, twin)
    shown = preview_return(filled, comes)
    assert all(one.bentrok and one.kunci.id == 4 for one in shown.butir)
    by_field = {one.kunci.bidang: one for one in shown.butir}
    said = [
        Keputusan(key.kunci, Pihak.MEREKA if bidang is Bidang.NAMA else Pihak.KITA, "dicocokkan")
        for bidang, key in by_field.items()
    ]
    before = listed(filled)[4]
    assert merge(filled, comes, *said) == HasilGabung(1, diubah=1)
    after = listed(filled)[4]
    assert after.isi == before.isi.model_copy(update={"nama": "SITI AMINAH"})
    assert len(listed(filled)) == 4


@pytest.mark.syarat("S-202")
def test_e277_a_nik_somebody_else_has_is_refused_as_a_whole(filled: Meja) -> None:
    comes = returned(hand_out(filled, OUT), {1: {Bidang.NIK: NIK.format(4)}, 2: {Bidang.RT: "9"}})
    with pytest.raises(StateError, match="E277: NIK yang sama"):
        merge(filled, comes)
    assert listed(filled)[2].isi.rt == 1


@pytest.mark.syarat("S-240", "S-241")
def test_numbers_are_shown_masked_and_whole_only_one_by_one_and_logged(filled: Meja) -> None:
    content, other = hand_out(filled, OUT), NIK.format(77)
    comes = returned(content, {1: {Bidang.NIK: other, Bidang.RT: "9"}})
    nik, rt = preview_return(filled, comes).butir
    assert (nik.dasar, nik.kita, nik.mereka) == ("339901" + "*" * 10,) * 3
    assert (rt.kita, rt.mereka) == ("1", "9")
    head = filled.head().seq
    whole = reveal_return(filled, comes, nik.kunci, TujuanAkses.COCOKKAN)
    assert (whole.kita, whole.mereka, filled.head().seq) == (NIK.format(1), other, head + 1)
    with pytest.raises(StateError, match="sudah tidak ada"):
        reveal_return(filled, comes, Kunci(9, Bidang.RT), TujuanAkses.COCOKKAN)


def test_somebody_new_with_a_nik_of_the_list_shows_none_of_its_digits(filled: Meja) -> None:
    twin = newcomer(50, nik=NIK.format(4))
    shown = preview_return(filled, returned(hand_out(filled, OUT), {}, twin)).butir
    assert not any(NIK.format(4)[6:] in str(one) or twin.isi.kk in str(one) for one in shown)


def test_niks_handed_on_in_a_chain_are_taken(filled: Meja) -> None:
    content = hand_out(filled, OUT)
    changes = {
        1: {Bidang.NIK: NIK.format(2)}, 2: {Bidang.NIK: NIK.format(3)},
        3: {Bidang.NIK: NIK.format(77)},
    }  # fmt: skip
    merge(filled, returned(content, changes, newcomer(50, nik=NIK.format(1))))
    assert [listed(filled)[n].isi.nik for n in (1, 2, 3, 5)] == [
        NIK.format(2), NIK.format(3), NIK.format(77), NIK.format(1),
    ]  # fmt: skip
    assert check_kini(filled) == ()


@pytest.mark.syarat("S-201")
def test_e282_a_change_that_makes_somebody_too_young_is_refused_and_can_be_declined(
    filled: Meja,
) -> None:
    young = {Bidang.TANGGAL_LAHIR: "2012-01-01", Bidang.KAWIN: "B"}
    comes = returned(hand_out(filled, OUT), {1: young, 2: {Bidang.RT: "9"}})
    with pytest.raises(StateError, match="E282"):
        merge(filled, comes)
    said = Keputusan(Kunci(1, Bidang.TANGGAL_LAHIR), Pihak.KITA, "KK menyebut 1990")
    merge(filled, comes, said)
    assert (listed(filled)[1].isi.kawin, listed(filled)[1].isi.tanggal_lahir.year) == ("B", 1990)


def test_the_warnings_of_a_voter_follow_what_was_taken(filled: Meja) -> None:
    assert usecases.read_warnings(filled, 1) == ()
    merge(filled, returned(hand_out(filled, OUT), {1: {Bidang.NIK: "3399015205900000"}}))
    assert [one.code for one in usecases.read_warnings(filled, 1)] == ["W223"]
    assert read_baris(filled, [1])[0].peringatan == 1


def test_a_strike_here_and_there_for_other_reasons_is_a_conflict(filled: Meja) -> None:
    content = hand_out(filled, OUT)
    usecases.strike(filled, 1, AlasanCoret.PINDAH, "surat pindah")
    comes = returned(content, {1: {Bidang.CORET: "meninggal"}})
    [clash] = preview_return(filled, comes).butir
    assert (clash.dasar, clash.kita, clash.mereka) == ("", "pindah", "meninggal")
    merge(filled, comes, Keputusan(clash.kunci, Pihak.MEREKA, "akta kematian"))
    assert listed(filled)[1].coret == "meninggal"
    assert check_kini(filled) == ()


def test_a_strike_taken_back_there_is_taken_back_here(filled: Meja) -> None:
    usecases.strike(filled, 1, AlasanCoret.PINDAH, "surat pindah")
    merge(filled, returned(hand_out(filled, OUT), {1: {Bidang.CORET: ""}}))
    assert listed(filled)[1].coret == ""


def test_w273_changes_to_who_left_with_a_withdrawn_import_are_named(
    filled: Meja, tmp_path: Path
) -> None:
    more = {"NIK": NIK.format(9), "NAMA": "BUDI", "NKK": "3399010101159999"}
    usecases.import_sheet(filled, write_rows(tmp_path / "b.xlsx", more))
    comes = returned(hand_out(filled, OUT), {5: {Bidang.RT: "9"}, 2: {Bidang.RT: "9"}})
    withdraw_batch(filled, 2, "salah berkas")
    assert [one.code for one in preview_return(filled, comes).temuan] == ["W273"]
    hasil = merge(filled, comes)
    assert (hasil.diubah, [one.code for one in hasil.temuan]) == (1, ["W273"])


@pytest.mark.syarat("S-207", "S-209")
def test_after_the_dps_new_people_are_tambahan_and_after_the_dpt_nothing_is_taken(
    filled: Meja,
) -> None:
    first, _ = make_operators_of(filled)
    one, two = hand_out(filled, OUT), hand_out(filled, Keluaran((RT2,), "Rini Uji", UNTIL))
    usecases.set_dps(filled)
    merge(filled, returned(one, {}, newcomer(50)))
    assert listed(filled)[5].asal is Asal.TAMBAHAN
    comes = returned(two, {4: {Bidang.RT: "9"}})
    stand_by_all(filled)
    assert [found.code for found in usecases.preview_lock(filled).temuan] == ["W274"]
    segel = usecases.dpt_preview(filled).segel
    usecases.lock_dpt(filled, approve_both(filled, first, Aksi.KUNCI_DPT, segel))
    with pytest.raises(StateError, match="DPT sudah dikunci"):
        merge(filled, comes)
    with pytest.raises(StateError, match="DPT sudah dikunci"):
        hand_out(filled, OUT)


def make_operators_of(meja: Meja) -> tuple[Meja, Meja]:
    from pilkades_desk.panitia.akun import log_in_again
    from tests.makers import OPERATOR_1, OPERATOR_2

    one = log_in_again(meja, OPERATOR_1.nama, OPERATOR_1.sandi)
    return one, log_in_again(meja, OPERATOR_2.nama, OPERATOR_2.sandi)


def test_whole_numbers_are_asked_for_as_before_while_a_part_is_out(filled: Meja) -> None:
    hand_out(filled, OUT)
    assert pribadi.reveal(filled, 1, TujuanAkses.COCOKKAN).nik == NIK.format(1)
