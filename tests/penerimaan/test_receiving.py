"""The desk receives: once, in order, only what is whole and from a village it knows."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import (
    AccessError,
    BundleError,
    RightsError,
    StateError,
)
from pilkades_desk.kits.sealing.header import value_bytes
from pilkades_desk.kits.sealing.writing import Source
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.paket.usecases import read_sent, read_tanda_terima
from pilkades_desk.paket.values import HASIL, RIWAYAT, HasilPublik, IsiRiwayat
from pilkades_desk.panitia.values import Peran
from pilkades_desk.penerimaan.usecases import (
    log_in_desk,
    make_kit,
    read_masuk,
    receive,
    receive_all,
    rekap,
    write_tanda_terima,
)
from tests.makers import KETUA, make_clock
from tests.penerimaan.makers import (
    OTHER,
    PENGESAH,
    Handover,
    enrol,
    make_desk,
    make_village,
)


def code_of(handover: Handover, path: Path) -> str:
    with pytest.raises(BundleError) as caught:
        receive(handover.desk, path)
    assert caught.value.hint
    return caught.value.code


def test_whole_bundle_is_received_without_findings(handover: Handover) -> None:
    got = receive(handover.desk, handover.send().hasil)
    assert (got.masuk.serial, got.temuan, got.sudah) == (1, (), False)
    assert got.hasil == handover.hasil()


@pytest.mark.syarat("S-809")
def test_receipt_names_bundle_serial_and_audit_head(handover: Handover) -> None:
    got = receive(handover.desk, handover.send().hasil)
    receipt = read_tanda_terima(
        handover.village, write_tanda_terima(handover.desk, got.masuk, handover.stick)
    )
    assert receipt.isi.putusan == "berkas diterima utuh"
    assert receipt.isi.amplop == receipt.paket.amplop == got.masuk.amplop
    assert (receipt.isi.kepala_seq, receipt.isi.bolong) == (got.masuk.kepala_seq, ())


def test_receipt_proves_that_our_log_was_not_rolled_back(handover: Handover) -> None:
    got = receive(handover.desk, handover.send().hasil)
    path = write_tanda_terima(handover.desk, got.masuk, handover.stick)
    assert read_tanda_terima(handover.village, path).riwayat_cocok


@pytest.mark.syarat("S-708")
def test_a_receipt_of_another_head_than_ours_says_so(handover: Handover) -> None:
    got = receive(handover.desk, handover.send().hasil)
    other = got.masuk.model_copy(update={"kepala_hash": "ab" * 32})
    path = write_tanda_terima(handover.desk, other, handover.stick)
    assert not read_tanda_terima(handover.village, path).riwayat_cocok


@pytest.mark.syarat("S-806")
def test_restored_backup_that_exports_again_is_a_fork(handover: Handover, tmp_path: Path) -> None:
    receive(handover.desk, handover.send().hasil)
    restored = handover.twin(tmp_path / "cadangan")
    receive(handover.desk, handover.send().hasil)
    twin = replace(handover, village=restored)
    assert code_of(handover, twin.send(handover.hasil((1, 2))).hasil) == "E733"
    restored.close()


def test_second_laptop_with_its_own_stream_is_a_fork(handover: Handover, tmp_path: Path) -> None:
    second = handover.twin(tmp_path / "laptop")
    receive(handover.desk, handover.send().hasil)
    path = replace(handover, village=second).send(handover.hasil((1, 2))).hasil
    assert code_of(handover, path) == "E733"
    second.close()


@pytest.mark.syarat("S-812")
def test_e815_a_second_election_of_a_village_is_refused(handover: Handover, tmp_path: Path) -> None:
    receive(handover.desk, handover.send().hasil)
    other = enrol(replace(handover, village=make_village(tmp_path / "lain")))
    assert code_of(handover, other.send(other.hasil()).hasil) == "E815"
    assert len(read_masuk(handover.desk)) == 1
    other.village.close()


@pytest.mark.syarat("S-804")
def test_e801_other_result_inside_than_published_is_refused(handover: Handover) -> None:
    sources = [Source(HASIL, value_bytes(handover.hasil())), Source(RIWAYAT, handover.riwayat())]
    assert code_of(handover, handover.insider(sources, publik_sha256="ab" * 32)) == "E801"


@pytest.mark.syarat("S-804")
def test_e802_shortened_log_is_refused(handover: Handover) -> None:
    content = value_bytes(handover.hasil())
    empty = value_bytes(IsiRiwayat(entri=()))
    path = handover.insider(
        [Source(HASIL, content), Source(RIWAYAT, empty)], publik_sha256=sha256_hex(content)
    )
    assert code_of(handover, path) == "E802"


@pytest.mark.parametrize("name", ["dokumen/a.pdf", "data/pemilih.json", "akun.json"])
def test_file_that_does_not_belong_in_a_result_is_refused(handover: Handover, name: str) -> None:
    content = value_bytes(handover.hasil())
    sources = [Source(HASIL, content), Source(RIWAYAT, handover.riwayat()), Source(name, b"[]")]
    path = handover.insider(sources, publik_sha256=sha256_hex(content))
    assert code_of(handover, path) == "E737"


def test_bundle_without_a_result_is_refused(handover: Handover) -> None:
    assert code_of(handover, handover.insider([Source("dokumen/a.pdf", b"%PDF-")])) == "E737"


@pytest.mark.syarat("S-708")
def test_village_sees_which_bundles_have_a_receipt(handover: Handover) -> None:
    got = receive(handover.desk, handover.send().hasil)
    read_tanda_terima(
        handover.village, write_tanda_terima(handover.desk, got.masuk, handover.stick)
    )
    answered = [sent.jenis.value for sent, receipt in read_sent(handover.village) if receipt]
    assert answered == ["hasil"]


@pytest.mark.syarat("S-805")
def test_duplicate_ten_times_changes_nothing(handover: Handover) -> None:
    path = handover.send().hasil
    first = receive(handover.desk, path)
    head = handover.desk.head()
    again = [receive(handover.desk, path) for _ in range(10)]
    assert all(one.sudah and one.masuk == first.masuk for one in again)
    assert handover.desk.head() == head


def test_duplicate_shows_what_was_found_the_first_time(handover: Handover) -> None:
    handover.send()
    path = handover.send(handover.hasil(nomor_urut=2)).hasil
    first = receive(handover.desk, path)
    assert [finding.code for finding in first.temuan] == ["E806", "W808"]
    assert receive(handover.desk, path).temuan == first.temuan


@pytest.mark.syarat("S-807")
def test_bad_bundles_among_many_do_not_stop_the_others(handover: Handover) -> None:
    paths = [handover.send().hasil for _ in range(6)]
    for path, cut in zip(paths[1::2], (0, 1, 5_000), strict=True):
        path.write_bytes(path.read_bytes()[:cut])
    codes = [one.kode for one in receive_all(handover.desk, paths)]
    assert codes == ["", "E702", "", "E702", "", "E702"]
    assert [one.serial for one in read_masuk(handover.desk)] == [1, 3, 5]


@pytest.mark.syarat("S-805")
def test_duplicate_gets_the_same_receipt(handover: Handover) -> None:
    path = handover.send().hasil
    answers = {
        write_tanda_terima(handover.desk, receive(handover.desk, path).masuk, handover.stick)
        for _ in range(3)
    }
    assert len(answers) == 1


@pytest.mark.syarat("S-806", "S-809")
def test_gap_is_accepted_named_and_printed_on_the_receipt(handover: Handover) -> None:
    handover.send()
    handover.send()
    got = receive(handover.desk, handover.send().hasil)
    assert [finding.code for finding in got.temuan] == ["W808"]
    path = write_tanda_terima(handover.desk, got.masuk, handover.stick)
    assert read_tanda_terima(handover.village, path).isi.bolong == (1, 2)


@pytest.mark.syarat("S-806")
def test_older_bundle_after_a_newer_one_is_refused(handover: Handover) -> None:
    older, newer = handover.send().hasil, handover.send().hasil
    receive(handover.desk, newer)
    assert code_of(handover, older) == "E732"


@pytest.mark.syarat("S-810")
def test_rekap_counts_the_newest_bundle(handover: Handover) -> None:
    receive(handover.desk, handover.send().hasil)
    receive(handover.desk, handover.send(handover.hasil((130, 90))).hasil)
    (row,) = rekap(handover.desk).baris
    assert (row.suara, row.dpt, row.jumlah) == ((130, 90), 300, 265)
    assert (row.partisipasi, row.bagian_suara(1)) == ("75,0%", "59,1%")


@pytest.mark.syarat("S-810")
def test_rekap_names_villages_still_missing(handover: Handover) -> None:
    receive(handover.desk, handover.send().hasil)
    assert rekap(handover.desk).belum == (OTHER,)


def test_e806_wrong_winner_is_found_by_adding_up_again(handover: Handover) -> None:
    got = receive(handover.desk, handover.send(handover.hasil(nomor_urut=2)).hasil)
    assert [finding.code for finding in got.temuan] == ["E806"]


def test_publik_bundle_is_not_received_as_hasil(handover: Handover) -> None:
    assert code_of(handover, handover.send().publik) == "E736"


def test_publik_is_open_and_is_what_the_sealed_envelope_names(handover: Handover) -> None:
    export = handover.send()
    envelope = json.loads(zipfile.ZipFile(export.hasil).read("envelope.json"))
    payload = zipfile.ZipFile(export.publik).read("payload.tar")
    content = value_bytes(handover.hasil())
    assert content in payload
    assert envelope["publik_sha256"] == sha256_hex(content)


@pytest.mark.syarat("S-703")
def test_sealed_bundle_shows_nothing_of_its_content(handover: Handover) -> None:
    raw = handover.send().hasil.read_bytes()
    assert b"Rahmat" not in raw
    assert b"suara_1" not in raw


def test_village_of_another_kabupaten_is_refused(handover: Handover, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = make_desk(tmp_path / "b").meja
    with pytest.raises(BundleError, match="tidak dikenal") as caught:
        receive(other, handover.send().hasil)
    assert caught.value.code == "E711"
    other.close()


@pytest.mark.syarat("S-804")
def test_half_copied_bundle_is_named_and_nothing_stored(handover: Handover) -> None:
    path = handover.send().hasil
    path.write_bytes(path.read_bytes()[:-1000])
    assert code_of(handover, path) == "E702"
    assert read_masuk(handover.desk) == ()


@pytest.mark.syarat("S-804")
@pytest.mark.parametrize(
    "change", [{"kode_desa": OTHER.kode_desa}, {"pemilihan": "ab" * 16}], ids=str
)
def test_e803_result_of_another_village_inside_is_refused(
    handover: Handover, change: dict[str, Any]
) -> None:
    export = handover.send(handover.hasil(**change))
    assert code_of(handover, export.hasil) == "E803"


@pytest.mark.syarat("S-003")
def test_desk_log_holds_no_name(handover: Handover) -> None:
    receive(handover.desk, handover.send().hasil)
    with handover.desk.read() as session:
        bodies = [entry.body for entry in audit_log.read_entries(session)]
        audit_log.verify(session)
    assert not any("Uji" in body for body in bodies)


@pytest.mark.syarat("S-801")
def test_desk_opens_again_with_its_password(handover: Handover) -> None:
    receive(handover.desk, handover.send().hasil)
    handover.desk.close()
    again = log_in_desk(handover.desk.folder, PENGESAH.nama, PENGESAH.sandi, SCHEMA, make_clock())
    assert len(read_masuk(again)) == 1
    again.close()


def test_wrong_password_does_not_open_the_desk(handover: Handover) -> None:
    handover.desk.close()
    with pytest.raises(AccessError):
        log_in_desk(handover.desk.folder, PENGESAH.nama, "salah sekali ini", SCHEMA, make_clock())


@pytest.mark.syarat("S-801")
def test_village_file_is_no_desk(handover: Handover) -> None:
    handover.village.close()
    with pytest.raises(StateError, match="berkas desa"):
        log_in_desk(handover.village.folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())


@pytest.mark.syarat("S-801")
def test_ketua_of_a_village_has_no_right_at_the_desk(handover: Handover) -> None:
    akun = handover.desk.akun.model_copy(update={"peran": Peran.KETUA})
    with pytest.raises(RightsError):
        make_kit(replace(handover.desk, akun=akun), handover.stick)


def test_result_page_reads_back_the_same(handover: Handover) -> None:
    hasil = handover.hasil()
    assert HasilPublik.model_validate_json(value_bytes(hasil)) == hasil
