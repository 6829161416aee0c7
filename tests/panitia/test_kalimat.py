import json
from string import Formatter

import pytest

from pilkades_desk.panitia.cdf import log_json
from pilkades_desk.panitia.kalimat import AKSES, KALIMAT, Kelompok, acts_of, acts_saying, sentence
from pilkades_desk.panitia.rights import Aksi
from tests.panitia.logs import Log, whole_log

NAMES = {1: "Sutrisno Uji", 2: "Rini Uji"}
DEVICE = {"adjudication", "ballot-printing", "ems", "other"}


@pytest.mark.parametrize("aksi", Aksi)
def test_every_act_has_one_sentence(aksi: Aksi) -> None:
    teks = KALIMAT[aksi].teks
    assert teks.endswith(".")
    words = sentence({"aksi": aksi.value, "akun": 1, "objek": "akun/2"}, NAMES)
    assert "{" not in words
    fields = {name for _, name, _, _ in Formatter().parse(teks) if name}
    assert "Uji" in words or not fields & {"siapa", "tentang"}


def test_every_act_is_of_one_kind() -> None:
    listed = [each for kelompok in Kelompok for each in acts_of(kelompok)]
    assert sorted(listed) == sorted(Aksi)
    assert set(AKSES) <= set(Aksi)


def test_what_an_entry_does_not_say_is_a_dash() -> None:
    words = sentence({"aksi": "impor-pemilih", "akun": 1, "objek": "batch/1"}, NAMES)
    assert words == "Sutrisno Uji mengimpor pemilih: – baris diterima, – ditolak."


def test_a_stranger_s_act_is_named_as_written() -> None:
    words = sentence({"aksi": "terbang", "akun": 9, "objek": "x"}, NAMES)
    assert words == "akun 9 melakukan 'terbang'."


def test_approvers_and_wrong_passwords_are_named() -> None:
    body = {"aksi": "masuk", "akun": 2, "objek": "akun/2", "gagal": [{"akun": 2, "kali": 3}]}
    assert sentence(body, NAMES) == "Rini Uji masuk. Sebelumnya kata sandi salah 3 kali."
    body |= {"gagal": [], "gagal_orang": [{"orang": 1, "kali": 2}, {"orang": 4, "kali": 5}]}
    assert sentence(body, NAMES) == (
        "Rini Uji masuk. Sebelumnya kata sandi penanda tangan salah 7 kali."
    )
    body = {"aksi": "kunci-dpt", "akun": 1, "objek": "dpt/1", "l": 1500, "p": 2}
    both = body | {"setuju": [{"akun_id": 1}, {"akun_id": 2}]}
    assert sentence(both, NAMES) == (
        "Sutrisno Uji mengunci DPT: 1.500 laki-laki, 2 perempuan."
        " Disetujui Sutrisno Uji dan Rini Uji."
    )


@pytest.mark.syarat("S-018", "S-241", "S-242")
def test_looking_and_taking_out_say_what_for_and_whether_whole() -> None:
    body = {"akun": 2, "objek": "pemilih/7", "tujuan": "jawab-keberatan"}
    assert sentence(body | {"aksi": "lihat-data-pribadi"}, NAMES) == (
        "Rini Uji melihat NIK dan KK utuh (pemilih/7). Tujuan: menjawab keberatan."
    )
    body = {"akun": 1, "objek": "daftar-perbaikan", "tujuan": "perbaiki-data"}
    masked = sentence(body | {"aksi": "ekspor-data", "angka": "disamarkan"}, NAMES)
    assert "NIK dan KK disamarkan. Tujuan: memperbaiki data." in masked
    given = {"angka": "utuh", "penerima": "Panwas Kecamatan"}
    whole = sentence(body | {"aksi": "ekspor-data"} | given, NAMES)
    assert "NIK dan KK utuh." in whole
    assert whole.endswith("Diserahkan kepada Panwas Kecamatan.")


def test_an_act_is_found_by_a_word_of_its_sentence() -> None:
    assert set(acts_saying("DPT")) == {
        *("kunci-dpt", "buka-dpt", "catat-setelah-dpt", "bagi-unit"),
    }


EVENT = {"@type", "Disposition", "Id", "Sequence", "TimeStamp", "Type"}
OPTIONAL = {"Description", "Details", "Hash", "OtherDisposition", "Severity", "UserId"}


def exported(log: Log) -> dict[str, object]:
    content: dict[str, object] = json.loads(log_json(log.entries, "3399012001"))
    return content


def test_the_export_has_the_fields_nist_sp_1500_101_requires() -> None:
    log = exported(whole_log())
    assert log["@type"] == "EventLogging.ElectionEventLog"
    assert log.keys() >= {"@type", "GeneratedTime"}
    assert log.keys() <= {"@type", "GeneratedTime", "Details", "Device", "ElectionId"}
    (device,) = log["Device"]  # type: ignore[misc]  # a list of one
    assert device["@type"] == "EventLogging.Device"
    assert device.keys() >= {"@type", "Id"}
    assert device.keys() <= {
        *("@type", "Details", "Event", "HashType", "Id", "Manufacturer", "Model"),
        *("OtherHashType", "OtherType", "Type", "Version"),
    }
    assert (device["Type"], device["HashType"]) == ("ems", "sha-256")
    for event in device["Event"]:
        assert event.keys() >= EVENT
        assert event.keys() <= EVENT | OPTIONAL
        assert all(isinstance(each, str) for each in event.values())
        assert (event["@type"], event["Disposition"]) == ("EventLogging.Event", "success")


def test_the_chain_can_be_walked_again_from_the_export() -> None:
    from hashlib import sha256

    log, before = exported(whole_log()), bytes(32)
    for event in log["Device"][0]["Event"]:  # type: ignore[index]  # JSON
        right = sha256(b"pilkades-desk/audit/v1\0" + before + event["Details"].encode()).digest()
        assert event["Hash"] == right.hex()
        before = right
    assert str(log["Details"]).endswith(before.hex())


def test_the_export_is_the_same_bytes_again_and_names_nobody() -> None:
    content = log_json(whole_log().entries, "3399012001")
    assert content == log_json(whole_log().entries, "3399012001")
    assert b"Uji" not in content


def test_an_act_of_a_newer_program_is_exported_too() -> None:
    log = whole_log()
    strange = log.rebuilt([log.bodies[0].replace("buat-pemilihan", "terbang")])
    (event,) = exported(strange)["Device"][0]["Event"]  # type: ignore[index]  # JSON
    assert event["Type"] == "lain"
