"""Versions of the DPT, notes after the lock, and lists that can be proven, on a real file."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.app.dpt_opening import later_steps_against
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.riwayat import verify_riwayat
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.baris import UNUSED, baris_dpt, with_unused_numbers
from pilkades_desk.pemilih.cari.usecases import read_baris
from pilkades_desk.pemilih.content import Tujuan
from pilkades_desk.pemilih.dpt.rules import differences
from pilkades_desk.pemilih.dpt.usecases import (
    difference,
    list_notes,
    note_after_dpt,
    read_left,
    read_notes,
    read_opening_digest,
    read_versions,
    unlock_dpt,
)
from pilkades_desk.pemilih.riwayat.usecases import read_history
from pilkades_desk.pemilih.riwayat.values import Babak
from pilkades_desk.pemilih.rules import number_dpt, seal_dpt
from pilkades_desk.pemilih.ubah.usecases import correct
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    Isian,
    Pemilih,
)
from pilkades_desk.tps.usecases import (
    find_rencana,
    lock_units,
    plan_units,
    read_rencana,
    read_status,
    read_units,
)
from tests.makers import approve_both
from tests.pemilih.dpt_makers import OTHER, line, lock
from tests.pemilih.kpu_sheet import NIK, write_rows
from tests.pemilih.samples import FIELDS
from tests.pemilih.test_ubah import last_entry
from tests.pemilih.test_usecases import second_person

WHY = "putusan pengadilan no. 7"


def unlock(meja, alasan=WHY, halangan=lambda _meja: ""):
    digest = read_opening_digest(meja, alasan)
    approvals = approve_both(meja, second_person(meja), Aksi.BUKA_DPT, digest)
    return unlock_dpt(meja, alasan, approvals, halangan)


def numbers(meja):
    return {line.nama[-1]: line.no_urut for line in pribadi.read_dpt_pemilih(meja)}


def add(meja, path, letter, number):
    row = {"NAMA": f"SITI UJI {letter}", "NIK": NIK.format(number), "NKK": "3399010101170001"}
    usecases.import_sheet(meja, write_rows(path, row))


@pytest.mark.syarat("S-209", "S-211", "S-270")
def test_numbers_stay_with_their_people_over_versions(desk, tmp_path):
    first = usecases.read_dpt(desk)
    assert unlock(desk) == first
    with pytest.raises(StateError, match="belum dikunci"):
        usecases.read_dpt(desk)
    usecases.strike(desk, 2, AlasanCoret.MENINGGAL, "akta kematian 3")
    add(desk, tmp_path / "b.xlsx", "E", 5)
    second = lock(desk)
    assert (second.versi, second.dari_segel, second.alasan) == (2, first.segel, WHY)
    assert numbers(desk) == {"A": 1, "C": 3, "D": 4, "E": 5}
    assert [line.no_urut for line in pribadi.read_dpt_pemilih(desk)] == [1, 3, 4, 5]
    unlock(desk, "satu orang kembali")
    usecases.strike(desk, 2, AlasanCoret.BATAL_DICORET, "ternyata hidup")
    usecases.strike(desk, 5, AlasanCoret.PINDAH, "surat pindah")
    add(desk, tmp_path / "c.xlsx", "Z", 6)
    third = lock(desk)
    assert numbers(desk) == {"A": 1, "B": 2, "C": 3, "D": 4, "Z": 6}
    assert third.dari_segel == second.segel
    assert [one.no_urut for one in read_baris(desk, [1, 5, 6])] == [1, None, 6]
    assert not [found for found in verify_riwayat(desk).temuan if found.is_error]


@pytest.mark.syarat("S-208", "S-270", "S-271")
def test_old_versions_stay_listed_with_their_lines_and_seals(desk):
    lines = pribadi.read_dpt_pemilih(desk)
    unlock(desk)
    correct(desk, 3, {Isian.RT: "7"}, WHY)
    lock(desk)
    one, two = read_versions(desk)
    assert (one.alasan_dibuka, one.dibuka_oleh, two.dibuka) == (WHY, "Sutrisno Uji", None)
    assert one.dpt.segel == seal_dpt(lines)
    assert two.dpt.segel == seal_dpt(pribadi.read_dpt_pemilih(desk), one.dpt.segel)
    assert len(one.kode.split()) == 6
    assert difference(desk, 1, 2) == ("No. 3 SITI UJI C: RT “1” menjadi “7”.",)
    assert difference(desk, 1, 1) == ()
    with pytest.raises(StateError, match="versi 9"):
        difference(desk, 1, 9)


@pytest.mark.syarat("S-208")
def test_in_every_version_dpt_is_dps_minus_struck_plus_added(desk, tmp_path):
    for number in (5, 6, 7):
        unlock(desk, f"perbaikan ke-{number}")
        add(desk, tmp_path / f"{number}.xlsx", "QRS"[number - 5], number)
        usecases.strike(desk, number - 4, AlasanCoret.PINDAH, "surat pindah")
        dpt = lock(desk)
        assert dpt.jumlah == dpt.jumlah_dps - dpt.dicoret + dpt.tambahan == 4
        assert dpt.jumlah == len(pribadi.read_dpt_pemilih(desk))
    assert len(read_versions(desk)) == 4


@pytest.mark.syarat("S-006", "S-270")
def test_the_dpt_is_opened_by_two_for_the_reason_they_were_shown(desk):
    two = second_person(desk)
    digest = read_opening_digest(desk, WHY)
    with pytest.raises(RightsError, match="dua orang"):
        unlock_dpt(desk, WHY, (desk.approve(Aksi.BUKA_DPT, digest),), lambda _: "")
    other = approve_both(desk, two, Aksi.BUKA_DPT, digest)
    with pytest.raises(RightsError, match="tidak cocok"):
        unlock_dpt(desk, "alasan lain", other, lambda _: "")
    with pytest.raises(StateError, match="Alasan"):
        read_opening_digest(desk, " ")
    unlock(desk)
    entry = last_entry(desk)
    assert (entry["aksi"], entry["objek"], entry["segel"]) == ("buka-dpt", "dpt/1", digest)
    assert "pengadilan" not in json.dumps(entry)
    with pytest.raises(StateError, match="tidak terkunci"):
        unlock_dpt(desk, WHY, (), lambda _: "")


@pytest.mark.syarat("S-270", "S-274")
def test_a_drawn_plan_is_drawn_again_and_a_locked_one_forbids_opening(desk):
    plan_units(desk, 2)
    unlock(desk, halangan=later_steps_against)
    assert (find_rencana(desk), read_units(desk)) == (None, ())
    correct(desk, 1, {Isian.RT: "9"}, WHY)
    lock(desk)
    assert read_status(desk).rencana is None
    for refused in (read_rencana, lock_units):
        with pytest.raises(StateError, match="belum dibagi"):
            refused(desk)
    plan_units(desk, 1)
    assert read_rencana(desk).segel == usecases.read_dpt(desk).segel
    lock_units(desk)
    with pytest.raises(StateError, match="Pembagian TPS sudah dikunci"):
        unlock(desk, halangan=later_steps_against)
    assert usecases.read_dpt(desk).versi == 2


@pytest.mark.syarat("S-272")
def test_a_death_after_the_lock_is_a_note_and_moves_nothing(desk):
    before, lines = usecases.read_dpt(desk), pribadi.read_dpt_pemilih(desk)
    note_after_dpt(desk, 2, "meninggal dunia", "akta kematian 12", date(2027, 1, 9))
    assert (usecases.read_dpt(desk), pribadi.read_dpt_pemilih(desk)) == (before, lines)
    notes, day = read_notes(desk), desk.pemilihan.tanggal
    told = {
        untuk: [baris_dpt(one, 1, untuk, day, notes.get(one.id, ())).keterangan for one in lines]
        for untuk in Tujuan
    }
    whole = "meninggal dunia (akta kematian 12, 09-01-2027)"
    assert told[Tujuan.KERJA] == told[Tujuan.BUKU] == ["", whole, "", ""]
    assert told[Tujuan.UMUM] == ["", "meninggal dunia", "", ""]
    last = read_history(desk, 2)[-1]
    assert (last.babak, last.alasan, last.bukti) == (Babak.CATATAN, "meninggal dunia", whole)
    assert last_entry(desk)["jenis"] == "meninggal dunia"
    assert "akta" not in json.dumps(last_entry(desk))


@pytest.mark.syarat("S-297")
def test_the_next_version_says_why_a_number_is_used_no_longer(desk):
    unlock(desk)
    usecases.strike(desk, 1, AlasanCoret.PINDAH, "surat 4")
    usecases.strike(desk, 2, AlasanCoret.MENINGGAL, "akta 3")
    usecases.strike(desk, 3, AlasanCoret.TERGANGGU_INGATAN, "surat dokter")
    usecases.strike(desk, 1, AlasanCoret.BATAL_DICORET, "kembali")
    lock(desk)
    lines, day = pribadi.read_dpt_pemilih(desk), desk.pemilihan.tanggal
    rows = [baris_dpt(one, one.no_urut, Tujuan.UMUM, day) for one in lines]
    remarks = {
        inside: [
            one.keterangan for one in with_unused_numbers(rows, read_left(desk, inside=inside))
        ]
        for inside in (True, False)
    }
    assert remarks[True] == [
        "", f"{UNUSED}: meninggal: akta 3", f"{UNUSED}: terganggu ingatan: surat dokter", "",
    ]  # fmt: skip
    assert remarks[False] == ["", f"{UNUSED}: meninggal", UNUSED, ""]


@pytest.mark.syarat("S-295")
def test_a_note_stays_in_the_register_when_its_voter_left_with_a_later_version(desk):
    note_after_dpt(desk, 2, "meninggal dunia", "akta 12", date(2027, 1, 9))
    unlock(desk)
    usecases.strike(desk, 2, AlasanCoret.MENINGGAL, "akta 12")
    lock(desk)
    [line] = list_notes(desk, lambda _one: "")
    assert (line.no_dpt, line.nama, line.nik) == (2, "SITI UJI B", "339901**********")


def test_notes_are_for_people_of_the_locked_dpt_and_kinds_of_the_profile(desk):
    day = date(2027, 1, 9)
    for number, kind, document, match in (
        (9, "meninggal dunia", "akta 12", "tidak ada di DPT"),
        (1, "pindah", "surat 3", "tidak dikenal profil"),
        (1, "meninggal dunia", "", "Alasan belum ditulis"),
    ):
        with pytest.raises(StateError, match=match):
            note_after_dpt(desk, number, kind, document, day)
    unlock(desk)
    with pytest.raises(StateError, match="tidak ada di DPT"):
        note_after_dpt(desk, 1, "meninggal dunia", "akta 12", day)


@pytest.mark.syarat("S-271")
@given(st.integers(0, 4), st.sampled_from(sorted(OTHER)))
def test_any_one_field_of_any_row_changes_the_seal(place, name):
    lines = [line(n, nik=f"339901010101000{n}") for n in range(1, 6)]
    changed = [*lines]
    changed[place] = lines[place].model_copy(update={name: OTHER[name]})
    assert changed[place] != lines[place]
    assert seal_dpt(changed) != seal_dpt(lines)
    assert seal_dpt(lines, "ab" * 32) not in (seal_dpt(lines), seal_dpt(lines, "cd" * 32))
    said = "".join(differences(lines, changed, {}))
    assert "3399010101010" not in said
    assert bool(said) is (name != "no_urut")


def test_differences_say_who_came_who_left_and_why():
    before = (line(1, nama="ANI"), line(2, nama="BUDI"), line(4, nama="EKA"))
    born = line(1, nama="ANI", tanggal_lahir=date(1991, 5, 12), nik=OTHER["nik"])
    after = (born, line(3, nama="CICI"))
    assert tuple(differences(before, after, {2: "dicoret, pindah: surat 7"})) == (
        "No. 2 BUDI (339901**********) keluar: dicoret, pindah: surat 7.",
        "No. 4 EKA (339901**********) keluar: tanpa alasan tercatat.",
        (
            "No. 1 ANI: NIK “339901**********” menjadi “339901**********”;"
            " Tanggal lahir “12-05-1990” menjadi “12-05-1991”."
        ),
        "No. 3 CICI (339901**********) masuk.",
    )


def standing(number: int, **changes: object) -> Pemilih:
    return Pemilih.model_validate(FIELDS | {"id": number, "asal": "dps"} | changes)


def test_new_ones_follow_by_area_after_the_highest_number_ever_given():
    daftar = [standing(7, rt=2), standing(8, rt=1), standing(3), standing(9, rt=3)]
    numbered = number_dpt(daftar, {3: 2, 5: 4}, 4)
    assert [(one.id, one.no_urut) for one in numbered] == [(3, 2), (8, 5), (7, 6), (9, 7)]
