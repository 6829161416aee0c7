import re
from collections.abc import Callable

import pytest

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import ResourceError
from pilkades_desk.panitia.profil.naskah import (
    ACUAN,
    BAWAAN,
    BadProfile,
    open_profile,
    parse_profile,
    read_profile,
    skema,
)
from pilkades_desk.panitia.profil.rules import say_value
from pilkades_desk.panitia.profil.values import StatusNilai, Tahap
from tests.architecture.trees import ROOT
from tests.panitia.profil_samples import SAH, acuan, validity, with_nilai, without

BUILT = {
    "sebutan": ("panitia", "kpps", "tambahan", "unit"),
    "jam": ("mulai", "selesai"),
    "dps": ("umum_hari",),
    "tambahan": ("umum_hari",),
    "dpt": ("umum_hari",),
}
"""Keys the program puts together from these parts."""


def line_of(text: str, part: str) -> int:
    return 1 + [part in line for line in text.splitlines()].index(True)


def test_the_reference_profile_is_read_whole() -> None:
    assert read_profile(ACUAN).nilai("pemilih.usia_min") == 17


def test_a_profile_is_known_by_the_hash_of_its_file() -> None:
    profil = read_profile(ACUAN)
    assert profil.sidik == sha256_hex(acuan().encode())
    assert profil.label == f"nasional-acuan {profil.sidik[:8]}"


@pytest.mark.syarat("S-012", "S-142")
@pytest.mark.parametrize("nama", BAWAAN)
def test_every_profile_shipped_has_every_key_with_a_basis(nama: str) -> None:
    profil = read_profile(nama)
    assert list(profil.isi) == list(skema())
    assert all(nilai.dasar for nilai in profil.isi.values())
    assert profil.dari_acuan == frozenset()


@pytest.mark.syarat("S-012")
def test_only_what_was_read_in_a_decree_is_passed_off_as_verified() -> None:
    assert [len(read_profile(nama).asumsi) for nama in BAWAAN] == [80, 72, 80]
    tegal = read_profile("tegal-2027")
    seen = [nilai for nilai in tegal.isi.values() if nilai.status is StatusNilai.TERVERIFIKASI]
    assert {nilai.dasar for nilai in seen} == {
        "Keputusan Bupati Tegal 100.3.3.2/713 Tahun 2026 Lampiran II"
    }


def test_two_regencies_differ_where_their_decrees_do() -> None:
    said = {
        nama: [
            say_value(skema()[key], read_profile(nama).isi[key])
            for key in ("tenang.hari", "tps.model", "keberatan.ke")
        ]
        for nama in ("tegal-2027", "blitar-2026")
    }
    assert said == {
        "tegal-2027": ["5 hari kalender", "A", "bupati"],
        "blitar-2026": ["3 hari kalender", "B", "panitia"],
    }


def test_two_regencies_judge_a_hole_through_the_fold_differently() -> None:
    assert {nama: validity(nama).nilai("sah.coblos_tembus") for nama in SAH} == {
        "lombok-utara-2019": "tidak_sah",
        "pesawaran-2015": "sah_bila_tidak_mengenai_calon_lain",
    }
    assert "sah.robek" in validity("pesawaran-2015").dari_acuan
    assert "sah.robek" not in validity("lombok-utara-2019").asumsi


def test_a_key_says_rightly_whether_the_program_reads_it() -> None:
    code = "\n".join(
        path.read_text("utf-8")
        for path in (ROOT / "pilkades_desk").rglob("*.py")
        if "migrations" not in path.parts
    )
    read = {key for key in skema() if f'"{key}"' in code}
    read |= {f"{group}.{part}" for group, parts in BUILT.items() for part in parts}
    assert {key for key, kunci in skema().items() if kunci.dipakai} == read


@pytest.mark.parametrize("key", skema())
def test_a_key_says_what_it_decides_in_one_sentence(key: str) -> None:
    said = skema()[key]
    assert re.fullmatch(r"[A-Z0-9][^.]*(\d\.\d[^.]*)*\.", said.arti), said.arti
    assert said.sebutan
    assert said.tahap.sebutan


def test_every_stage_has_words() -> None:
    assert len({tahap.sebutan for tahap in Tahap}) == len(Tahap)


def test_a_key_the_profile_lacks_is_named() -> None:
    profil = read_profile(ACUAN).model_copy(update={"isi": {}})
    with pytest.raises(ResourceError, match=r"'nasional-acuan' tidak memuat 'calon\.maks'"):
        profil.nilai("calon.maks")


BAD: list[tuple[str, Callable[[], str], str, str, str]] = [
    ("E142", lambda: acuan() + "ini bukan toml\n", "ini bukan", "petik", "utuh"),
    ("E142", lambda: 'a = "tak tertutup', "a =", "petik", "utuh"),
    ("E142", lambda: "a = " + "[" * 3000, "", "terlalu dalam", "utuh"),
    ("E142", lambda: with_nilai("calon.min", "1" + "0" * 5000), "", "tidak dapat", "utuh"),
    (
        "E143",
        lambda: acuan().replace('"calon.min"', '"calon.mim"'),
        "calon.mim",
        "maksudnya 'calon.min'",
        "ejaan",
    ),
    (
        "E143",
        lambda: acuan() + "\n[xyzzy.plugh]\nnilai = 1\n",
        "xyzzy",
        "'xyzzy' tidak dikenal.",
        "ejaan",
    ),
    ("E143", lambda: "umur = 17\n" + acuan(), "umur =", "'umur' tidak dikenal", "ejaan"),
    (
        "E144",
        lambda: without("calon.maks"),
        "",
        "'calon.maks' (Calon paling banyak) tidak ada",
        "dasar",
    ),
    (
        "E145",
        lambda: acuan() + '\n["calon.min"]\nnilai = 3\n',
        "",
        "'calon.min' tertulis dua kali",
        "hapus",
    ),
    (
        "E145",
        lambda: acuan().replace("nilai = 17\n", "nilai = 17\nnilai = 18\n"),
        "nilai = 18",
        "'pemilih.usia_min nilai'",
        "hapus",
    ),
    (
        "E146",
        lambda: '"calon.min" = 2\n' + without("calon.min"),
        '"calon.min" = 2',
        "belum tertulis",
        "status",
    ),
    (
        "E146",
        lambda: acuan().replace("nilai = 17\n", "nilai = 17\nlain = 1\n"),
        "lain = 1",
        "'lain' tidak dikenal",
        "status",
    ),
    (
        "E146",
        lambda: acuan().replace("nilai = 17\n", ""),
        '"pemilih.usia_min"',
        "nilai belum",
        "status",
    ),
    (
        "E146",
        lambda: acuan().replace('dasar = "belum diketahui"', 'dasar = " "'),
        'dasar = " "',
        "dasar harus",
        "status",
    ),
    (
        "E146",
        lambda: acuan().replace('status = "asumsi"', 'status = "pasti"', 1),
        "pasti",
        "status harus",
        "status",
    ),
    ("E147", lambda: with_nilai("calon.min", '"dua"'), '"dua"', "bilangan bulat", "kabupaten"),
    ("E147", lambda: with_nilai("calon.min", "true"), "", "bilangan bulat", "kabupaten"),
    (
        "E147",
        lambda: with_nilai("surat_suara.cadangan_persen", "2.5"),
        "nilai = 2.5",
        "petik",
        "kabupaten",
    ),
    (
        "E147",
        lambda: with_nilai("surat_suara.cadangan_persen", '"101"'),
        '"101"',
        "persen",
        "kabupaten",
    ),
    ("E147", lambda: with_nilai("jam.mulai", '"7 pagi"'), "7 pagi", "jam", "kabupaten"),
    ("E147", lambda: with_nilai("calon.perpanjangan", '["15"]'), '["15"]', "[15, 10]", "kabupaten"),
    ("E147", lambda: with_nilai("libur", '["5 Februari"]'), "5 Februari", "tanggal", "kabupaten"),
    ("E147", lambda: with_nilai("libur", "17"), "nilai = 17", "tanggal", "kabupaten"),
    ("E147", lambda: with_nilai("dasar_hukum", '[""]'), '[""]', "daftar teks", "kabupaten"),
    (
        "E147",
        lambda: with_nilai("seleksi.kriteria", '[{ bobot = "35" }]'),
        "35",
        "kolom kriteria",
        "kabupaten",
    ),
    (
        "E148",
        lambda: acuan().replace('satuan = "hari_kerja"', 'satuan = "minggu"', 1),
        "minggu",
        "'minggu' tidak dikenal",
        "hari_kerja",
    ),
    (
        "E148",
        lambda: acuan().replace('satuan = "hari_kerja"\n', "", 1),
        '"dps.umum_hari"',
        "belum tertulis",
        "hari_kerja",
    ),
    (
        "E148",
        lambda: acuan().replace("nilai = 17\n", 'nilai = 17\nsatuan = "hari_kerja"\n'),
        "",
        "tidak berlaku",
        "hari_kerja",
    ),
    (
        "E149",
        lambda: with_nilai("pemilih.usia_min", "99"),
        "nilai = 99",
        "16 sampai 25, tertulis 99",
        "kabupaten",
    ),
    (
        "E149",
        lambda: with_nilai("calon.perpanjangan", "[15, 0]"),
        "[15, 0]",
        "1 sampai 60, tertulis 0",
        "kabupaten",
    ),
    (
        "E149",
        lambda: with_nilai("sebutan.unit", f'"{"T" * 41}"'),
        "TTT",
        "40 huruf, tertulis 41",
        "kabupaten",
    ),
    ("E149", lambda: with_nilai("seri.rantai", "[ ]"), "nilai = [ ]", "diisi", "kabupaten"),
    ("E149", lambda: with_nilai("sebutan.unit", '""'), 'nilai = ""', "diisi", "kabupaten"),
    (
        "E149",
        lambda: with_nilai("calon.dokumen", repr([str(n) for n in range(201)])),
        "['0'",
        "200 butir",
        "kabupaten",
    ),
    (
        "E150",
        lambda: with_nilai("sah.robek", '"mungkin"'),
        "mungkin",
        "'mungkin' tidak dikenal",
        "kata",
    ),
    (
        "E150",
        lambda: with_nilai("dpt.penandatangan", '["Lurah"]'),
        "Lurah",
        "'Lurah' tidak dikenal",
        "kata",
    ),
    (
        "E151",
        lambda: with_nilai("seri.rantai", '["TB1", "TB9"]'),
        "TB9",
        "'TB9' tidak dikenal",
        "TB8",
    ),
    (
        "E152",
        lambda: with_nilai("seri.rantai", '["TB1", "TB1"]'),
        '["TB1", "TB1"]',
        "'TB1' dua kali",
        "berulang",
    ),
    (
        "E152",
        lambda: with_nilai("calon.perpanjangan", "[15, 15]"),
        "[15, 15]",
        "'15' dua kali",
        "berulang",
    ),
]


@pytest.mark.syarat("S-142")
@pytest.mark.parametrize(("code", "make", "at", "said", "hint"), BAD)
def test_a_bad_profile_is_refused_with_file_line_and_key(
    code: str, make: Callable[[], str], at: str, said: str, hint: str
) -> None:
    text = make()
    with pytest.raises(BadProfile) as refused:
        parse_profile("uji", text)
    assert refused.value.sentence.startswith(f"{code}: profil 'uji'")
    assert said in refused.value.sentence
    assert hint in refused.value.hint
    if at:
        assert f"baris {line_of(text, at)}:" in refused.value.sentence


def test_faults_come_in_the_order_of_their_lines() -> None:
    text = with_nilai("calon.min", "9", with_nilai("pemilih.usia_min", "99"))
    with pytest.raises(BadProfile) as refused:
        parse_profile("uji", text)
    assert [each.code for each in refused.value.findings] == ["E149", "E149"]
    assert "pemilih.usia_min" in refused.value.sentence


@pytest.mark.syarat("S-143")
def test_an_older_profile_opens_with_what_it_lacks_from_the_reference_as_assumption() -> None:
    old = '["pemilih.usia_min"]\nnilai = 18\ndasar = "Perda"\nstatus = "terverifikasi"\n'
    profil = open_profile("lama", old + '["dulu.ada"]\nnilai = 1\ndasar = "x"\nstatus = "asumsi"\n')
    assert profil.nilai("pemilih.usia_min") == 18
    assert profil.nilai("calon.maks") == 5
    assert profil.dari_acuan == set(skema()) - {"pemilih.usia_min"}
    assert set(profil.asumsi) == profil.dari_acuan


@pytest.mark.syarat("S-143")
def test_an_older_duration_keeps_its_figure_and_gets_the_unit_of_the_reference() -> None:
    old = '["sengketa.putus"]\nnilai = 20\ndasar = "Perda"\nstatus = "terverifikasi"\n'
    value = open_profile("lama", old).isi["sengketa.putus"]
    assert say_value(skema()["sengketa.putus"], value) == "20 hari kalender"
    assert value.status is StatusNilai.ASUMSI
    spoilt = open_profile("lama", old.replace("20", '"dua puluh"'))
    assert spoilt.nilai("sengketa.putus") == 30


@pytest.mark.parametrize(
    ("key", "toml", "words"),
    [
        ("sah.robek", '"tidak_sah"', "tidak sah"),
        ("penomoran.otomatis", "true", "ya"),
        ("penomoran.otomatis", "false", "tidak"),
        ("surat_suara.cadangan_persen", '"2.5"', "2,5 %"),
        ("pemilih_di_luar_dpt.kuota", '""', "–"),
        ("calon.perpanjangan", "[15, 10]", "15, 10 hari kerja"),
        ("seri.rantai", '["TB1", "TB5"]', "TB1, TB5"),
        ("tps.maks_pemilih", "1000", "1.000"),
        ("libur", '["2027-02-05"]', "2027-02-05"),
        ("seleksi.kriteria", "[]", "–"),
        (
            "seleksi.kriteria",
            '[{ kriteria = "umur", bobot = "30", butir = "25-40", nilai = "10" }]',
            "umur · 30 · 25-40 · 10",
        ),
    ],
)
def test_a_value_is_said_in_words(key: str, toml: str, words: str) -> None:
    profil = parse_profile("uji", with_nilai(key, toml))
    assert say_value(skema()[key], profil.isi[key]) == words


def test_a_profile_that_is_not_there_is_named() -> None:
    with pytest.raises(ResourceError, match=r"'profil/kabupaten-x\.toml' tidak ada"):
        read_profile("kabupaten-x")
