"""Searching and counting the list, on a real encrypted election file."""

from dataclasses import replace

import pytest

from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.panitia.values import Peran
from pilkades_desk.pemilih import usecases
from pilkades_desk.pemilih.cari.rules import in_order, read_words
from pilkades_desk.pemilih.cari.usecases import (
    count_by_area,
    find_pemilih_ids,
    read_areas,
    read_choices,
    read_tps,
)
from pilkades_desk.pemilih.cari.values import Cari, JumlahWilayah, Urutan
from pilkades_desk.pemilih.ubah.usecases import change_many, correct
from pilkades_desk.pemilih.values import AlasanCoret, Isian, JenisKelamin, Saring
from tests.pemilih.kpu_sheet import NIK
from tests.pemilih.test_ubah import import_rows

KK = "3399010101150001"
PEOPLE = (
    {"NAMA": "ANI", "ALAMAT": "JL. KENANGA"},
    {"NAMA": "BUDI", "KELAMIN": "L", "NIK": "3399011205900002"},
    {"NAMA": "CICI", "RT": "2"},
    {"NAMA": "DEDI", "KELAMIN": "L", "NIK": "3399011205900004", "RT": "2"},
    {"NAMA": "EKA_", "RT": "3"},
)


@pytest.fixture
def desk(meja, tmp_path):
    import_rows(meja, tmp_path / "a.xlsx", *PEOPLE)
    change_many(meja, [3, 4], {Isian.DUSUN: "Kidul", Isian.TPS: "2"}, "pembagian awal")
    return meja


@pytest.mark.syarat("S-212")
@pytest.mark.parametrize(
    ("cari", "ids"),
    [
        (Cari(), (1, 2, 3, 4, 5)),
        (Cari("kenanga"), (1,)),
        (Cari("an"), (1,)),
        (Cari("a_"), (5,)),
        (Cari("%"), ()),
        (Cari(KK), (1,)),
        (Cari(f"ani {KK}"), (1,)),
        (Cari(KK[:15]), ()),
        (Cari(dusun="Kidul"), (3, 4)),
        (Cari(dusun=""), (1, 2, 5)),
        (Cari(rt=2, kelamin=JenisKelamin.L), (4,)),
        (Cari(rw=1, rt=3), (5,)),
        (Cari(tps="2"), (3, 4)),
        (Cari("melati", tps=""), (2, 5)),
        (Cari(status=Saring.BERPERINGATAN), ()),
    ],
)
def test_a_list_is_narrowed_by_words_areas_and_sex(desk, cari, ids):
    assert find_pemilih_ids(desk, cari) == ids


def test_people_are_found_by_a_finding_as_it_is_now(desk):
    correct(desk, 1, {Isian.KELAMIN: "L"}, "salah ketik")
    assert find_pemilih_ids(desk, Cari(kode="W222")) == (1,)
    correct(desk, 1, {Isian.KELAMIN: "P"}, "ternyata benar")
    assert find_pemilih_ids(desk, Cari(kode="W222")) == ()


@pytest.mark.syarat("S-240")
@pytest.mark.parametrize(
    "peran", [peran for peran in Peran if not may(peran, Aksi.LIHAT_DATA_PRIBADI)]
)
def test_streets_and_family_cards_find_nobody_for_who_may_not_see_them(desk, peran):
    blind = replace(desk, akun=desk.akun.model_copy(update={"peran": peran}))
    assert find_pemilih_ids(blind, Cari("kenanga")) == ()
    assert find_pemilih_ids(blind, Cari(KK)) == ()
    assert count_by_area(blind, Cari(KK)) == ()
    assert find_pemilih_ids(blind, Cari(NIK.format(1))) == (1,)


def test_a_corrected_name_is_found_and_the_former_is_not(desk):
    correct(desk, 1, {Isian.NAMA: "RATNA", Isian.ALAMAT: "JL. MAWAR"}, "ganti nama")
    assert find_pemilih_ids(desk, Cari("ratna mawar")) == (1,)
    assert find_pemilih_ids(desk, Cari("kenanga")) == ()


@pytest.mark.syarat("S-267")
def test_men_and_women_are_counted_by_area_among_those_found(desk):
    usecases.strike(desk, 5, AlasanCoret.PINDAH, "surat pindah")
    every = count_by_area(desk, Cari(status=Saring.TERDAFTAR))
    assert every == (JumlahWilayah("", 1, 1, 1, 1), JumlahWilayah("Kidul", 1, 2, 1, 1))
    assert sum(one.jumlah for one in every) == 4
    assert count_by_area(desk, Cari("ani")) == (JumlahWilayah("", 1, 1, 0, 1),)
    assert read_tps(desk) == ("", "2")


def test_words_are_looked_up_by_their_length():
    kata = read_words('siti "x ab 3399010101150001 siti', near=False)
    assert kata.frasa == 'nama : "siti"'
    assert (kata.pendek, kata.nomor) == (('"x', "ab"), (KK,))
    assert read_words('a"bc', near=True).frasa == '{nama alamat} : "a""bc"'


ORDER = Urutan((1, 1), (3, 1, 2), ("ANI", "BUDI AN", "CICI"), {3: 0, 1: 1, 2: 2}, frozenset({1}))


@pytest.mark.parametrize(
    ("teks", "status", "found", "ids"),
    [
        ("", Saring.SEMUA, None, (3, 1, 2)),
        ("", Saring.SEMUA, {2, 3, 9}, (3, 2)),
        ("", Saring.TERDAFTAR, None, (3, 2)),
        ("", Saring.TERDAFTAR, {1, 2}, (2,)),
        ("", Saring.DICORET, None, (1,)),
        ("", Saring.DICORET, {2, 3}, ()),
        ("an", Saring.SEMUA, None, (3, 1)),
        ("an bu", Saring.SEMUA, None, (1,)),
        ("an", Saring.SEMUA, [2, 1], (1,)),
        ("i", Saring.TERDAFTAR, None, (3, 2)),
    ],
)
def test_who_was_found_comes_in_the_order_of_names(teks, status, found, ids):
    assert in_order(ORDER, read_words(teks, near=False), status, found) == ids


def test_the_order_follows_the_list(desk, tmp_path):
    assert find_pemilih_ids(desk, Cari()) == (1, 2, 3, 4, 5)
    correct(desk, 1, {Isian.NAMA: "ZAKI"}, "ganti nama")
    assert find_pemilih_ids(desk, Cari()) == (2, 3, 4, 5, 1)
    usecases.strike(desk, 2, AlasanCoret.PINDAH, "surat pindah")
    assert find_pemilih_ids(desk, Cari(status=Saring.TERDAFTAR)) == (3, 4, 5, 1)
    import_rows(desk, tmp_path / "b.xlsx", {"NIK": NIK.format(30), "NAMA": "AAN"})
    assert find_pemilih_ids(desk, Cari())[0] == 6


@pytest.mark.syarat("S-320")
def test_a_list_is_narrowed_only_to_what_stands_in_it(desk):
    correct(desk, 1, {Isian.KELAMIN: "L"}, "salah ketik")
    choices = read_choices(desk)
    assert (choices.dusun, choices.rw, choices.rt) == (("", "Kidul"), (1,), (1, 2, 3))
    assert (choices.tps, choices.kode) == (("", "2"), (("W222", 1),))


@pytest.mark.syarat("S-267")
def test_areas_are_counted_wherever_the_list_is_narrowed_to(desk):
    nameless, kidul = read_areas(desk, Cari(dusun="Kidul", rt=2))
    assert (nameless.dusun, nameless.jumlah, len(nameless.bagian)) == ("", 3, 1)
    (rw,) = kidul.bagian
    assert (kidul.laki, kidul.perempuan, rw.rw, rw.bagian[0].rt) == (1, 1, 1, 2)
    assert [one.rt for one in nameless.bagian[0].bagian] == [1, 3]


def test_what_narrows_a_list_is_counted():
    assert Cari("siti").tersaring == 0
    assert Cari(dusun="", status=Saring.DICORET, kode="W221").tersaring == 3
