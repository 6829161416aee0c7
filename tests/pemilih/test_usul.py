"""Usul perbaikan (F-03) received and decided on a real encrypted election file."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError  # noqa: TID251 -- what a trigger says

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import RightsError, StateError
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.values import Peran
from pilkades_desk.pemilih import usecases
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.pribadi import read_tambahan
from pilkades_desk.pemilih.riwayat.usecases import read_history
from pilkades_desk.pemilih.usul import rules
from pilkades_desk.pemilih.usul.cetak import print_usul
from pilkades_desk.pemilih.usul.usecases import (
    decide_usul,
    read_open_usul,
    read_usul,
    receive_usul,
)
from pilkades_desk.pemilih.usul.values import JenisUsul, Putusan, Usul, UsulBaru
from pilkades_desk.pemilih.values import AlasanCoret, Asal, Isian
from tests.app.test_rights_of_use_cases import as_role
from tests.kits.pdf_pages import all_text, overflows
from tests.pemilih.kpu_sheet import NIK, write_rows

TERIMA, TOLAK = Putusan.DITERIMA, Putusan.DITOLAK
WHY = "sesuai surat yang dibawa"
BARU = JenisUsul.BELUM_TERDAFTAR
NEW = {
    Isian.NIK: NIK.format(77),
    Isian.KK: "3399010101150077",
    Isian.NAMA: "SITI BARU",
    Isian.TEMPAT_LAHIR: "CIKEMBAR",
    Isian.TANGGAL_LAHIR: "12-05-1990",
    Isian.KELAMIN: "P",
    Isian.KAWIN: "S",
    Isian.ALAMAT: "JL. MELATI",
    Isian.RT: "1",
    Isian.RW: "1",
}


def handed_in(jenis: JenisUsul = JenisUsul.MENINGGAL, **changes: object) -> UsulBaru:
    fields = {
        "jenis": jenis,
        "pelapor": "BUDI UJI",
        "nik_pelapor": NIK.format(50),
        "hubungan": "anak",
        "pemilih_id": 1,
        "bukti": "akta kematian 12",
    }
    return UsulBaru.model_validate(fields | changes)


@pytest.fixture
def dps(meja, tmp_path) -> Meja:
    """Three voters, the DPS set."""
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}, {}))
    usecases.set_dps(meja)
    return meja


def person(meja, number: int = 1):
    return read_baris(meja, [number])[0].pemilih


def last_entry(meja):
    with meja.read() as session:
        return json.loads(list(audit_log.read_entries(session))[-1].body)


@pytest.mark.syarat("S-296")
def test_an_usul_is_received_with_a_number_and_waits(dps) -> None:
    first = receive_usul(dps, handed_in())
    second = receive_usul(dps, handed_in(JenisUsul.LAINNYA, pemilih_id=None, uraian="RT salah"))
    assert (first.nomor, first.status, first.nama_pemilih) == (1, "diterima petugas", "SITI UJI A")
    assert second.nama_pemilih == ""
    assert last_entry(dps)["objek"] == "usul/2"
    assert [(one.usul.nomor, one.hari) for one in read_open_usul(dps)] == [(1, 0), (2, 0)]
    assert person(dps).coret == ""


@pytest.mark.syarat("S-296")
@pytest.mark.parametrize(("jenis", "alasan"), rules.STRIKES.items())
def test_an_accepted_death_or_move_strikes_the_voter_at_once(
    dps, jenis: JenisUsul, alasan: AlasanCoret
) -> None:
    receive_usul(dps, handed_in(jenis))
    decided = decide_usul(dps, 1, TERIMA, WHY)
    assert (decided.status, person(dps).coret) == ("diterima", alasan.value)
    strike = read_history(dps, 1)[-1]
    assert strike.alasan == f"{alasan.value}: Usul no. 1: {WHY} akta kematian 12"
    assert read_open_usul(dps) == ()
    assert last_entry(dps)["aksi"] == "putus-usul"


@pytest.mark.syarat("S-296")
def test_an_accepted_correction_is_made_with_its_evidence(dps) -> None:
    isian = {Isian.NAMA: "SITI UJI BETUL", Isian.RT: "7"}
    usul = receive_usul(dps, handed_in(JenisUsul.SALAH_IDENTITAS, isian=isian, bukti="KTP-el"))
    assert usul.lama == {Isian.NAMA: "SITI UJI A", Isian.RT: "1"}
    decide_usul(dps, 1, TERIMA, WHY)
    assert (person(dps).nama, person(dps).rt) == ("SITI UJI BETUL", 7)
    assert read_history(dps, 1)[-1].bukti == "KTP-el"
    assert read_usul(dps)[0].lama[Isian.NAMA] == "SITI UJI A"


@pytest.mark.syarat("S-296")
def test_an_accepted_newcomer_is_pemilih_tambahan_and_names_the_form(dps) -> None:
    usul = handed_in(BARU, pemilih_id=None, isian=NEW)
    receive_usul(dps, usul)
    decided = decide_usul(dps, 1, TERIMA, WHY)
    (number,) = find_pemilih_ids(dps, Cari("SITI BARU"))
    assert decided.keputusan
    assert decided.keputusan.pemilih_id == number
    assert person(dps, number).asal is Asal.TAMBAHAN
    (added,) = read_tambahan(dps)
    assert added.sumber.startswith("F-03 no. 1,")


@pytest.mark.syarat("S-296")
def test_a_refused_usul_changes_nothing_and_stays(dps) -> None:
    receive_usul(dps, handed_in())
    assert decide_usul(dps, 1, TOLAK, "orangnya hadir").status == "ditolak"
    assert person(dps).coret == ""
    assert [one.status for one in read_usul(dps)] == ["ditolak"]
    with pytest.raises(StateError, match="sudah diputus"):
        decide_usul(dps, 1, TERIMA, WHY)
    with dps.read() as session:
        for delete in ("DELETE FROM usul", "DELETE FROM usul_putusan"):
            with pytest.raises(IntegrityError, match="append-only"):
                session.connection().exec_driver_sql(delete)


def test_what_is_accepted_as_other_is_only_noted(dps) -> None:
    receive_usul(dps, handed_in(JenisUsul.LAINNYA, uraian="alamat kurang lengkap"))
    decide_usul(dps, 1, TERIMA, WHY)
    assert person(dps).coret == ""


@pytest.mark.syarat("S-009", "S-296")
@pytest.mark.parametrize(
    ("usul", "words"),
    [
        (handed_in(JenisUsul.SALAH_IDENTITAS, isian={Isian.NIK: NIK.format(2)}), "E202"),
        (handed_in(JenisUsul.SALAH_IDENTITAS, isian={Isian.NIK: "12"}), "E201"),
        (handed_in(BARU, pemilih_id=None, isian=NEW | {Isian.NIK: ""}), "E201"),
        (handed_in(BARU, pemilih_id=None, isian=NEW | {Isian.NIK: NIK.format(1)}), "E202"),
    ],
)
def test_what_a_rule_stands_against_is_not_accepted(dps, usul: UsulBaru, words: str) -> None:
    receive_usul(dps, usul)
    head = dps.head()
    with pytest.raises(StateError, match=words):
        decide_usul(dps, 1, TERIMA, WHY)
    assert dps.head() == head
    assert len(read_open_usul(dps)) == 1


def test_a_newcomer_who_came_another_way_meanwhile_is_told(dps) -> None:
    isi = handed_in(BARU, pemilih_id=None, isian=NEW)
    receive_usul(dps, isi)
    receive_usul(dps, isi)
    decide_usul(dps, 1, TERIMA, WHY)
    with pytest.raises(StateError, match="sudah terdaftar"):
        decide_usul(dps, 2, TERIMA, WHY)


@pytest.mark.parametrize(
    ("usul", "hint"),
    [
        (handed_in(pemilih_id=None), "Pilih pemilih"),
        (handed_in(BARU, isian=NEW), "Kosongkan"),
        (handed_in(JenisUsul.SALAH_IDENTITAS), "Ketik isian"),
        (handed_in(JenisUsul.LAINNYA), "Tulis apa"),
    ],
)
def test_what_is_missing_is_told_before_anything_is_stored(dps, usul: UsulBaru, hint: str) -> None:
    head = dps.head()
    with pytest.raises(StateError, match="belum lengkap") as caught:
        receive_usul(dps, usul)
    assert caught.value.hint.startswith(hint)
    assert dps.head() == head


def test_nobody_is_received_before_the_dps_or_about_nobody(meja, tmp_path) -> None:
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}))
    with pytest.raises(StateError, match="DPS belum ditetapkan"):
        receive_usul(meja, handed_in())
    usecases.set_dps(meja)
    with pytest.raises(StateError, match="Pemilih ini tidak ada"):
        receive_usul(meja, handed_in(pemilih_id=9))
    with pytest.raises(StateError, match="Usul ini tidak ada"):
        decide_usul(meja, 1, TERIMA, WHY)


@pytest.mark.syarat("S-240")
def test_the_register_shows_no_whole_number_and_not_to_everybody(dps) -> None:
    isian = {Isian.NIK: NIK.format(9), Isian.NAMA: "SITI"}
    receive_usul(dps, handed_in(JenisUsul.SALAH_IDENTITAS, isian=isian))
    (usul,) = read_usul(dps)
    told = (usul.isi.nik_pelapor, usul.isi.isian[Isian.NIK], usul.lama[Isian.NIK])
    assert told == ("339901**********",) * 3
    with pytest.raises(RightsError):
        read_usul(as_role(dps, Peran.PENGAMAT))


@pytest.mark.syarat("S-294")
def test_the_form_is_printed_with_its_receipt_and_later_with_the_decision(dps) -> None:
    isian = {Isian.NAMA: "SITI UJI BETUL"}
    receive_usul(dps, handed_in(JenisUsul.SALAH_IDENTITAS, isian=isian, bukti="KTP-el"))
    before = print_usul(dps, 1)
    text = " ".join(all_text(before.pdf).split())
    assert "TANDA TERIMA" in text
    assert "1, BUDI UJI" in text
    assert "Nama SITI UJI A SITI UJI BETUL KTP-el" in text
    assert "salah identitas, SITI UJI A" in text
    assert NIK.format(50) not in text
    decide_usul(dps, 1, TOLAK, "tertulis benar di KTP-el")
    after = print_usul(dps, 1)
    assert "tertulis benar di KTP-el" in " ".join(all_text(after.pdf).split())
    assert overflows(after.pdf) == []
    assert last_entry(dps)["usul"] == 1


def test_days_are_counted_by_the_calendar_of_the_village() -> None:
    late = datetime(2026, 12, 1, 16, 30, tzinfo=UTC)  # 23.30 WIB
    assert rules.days_between(late, late + timedelta(hours=1), Zona.WIB) == 1
    assert rules.days_between(late, late + timedelta(minutes=1), Zona.WIB) == 0


def test_an_usul_without_numbers_is_shown_as_it_is() -> None:
    usul = Usul(
        nomor=1,
        isi=handed_in(nik_pelapor="", isian={Isian.NAMA: "SITI"}),
        nama_pemilih="SITI",
        diterima=datetime(2026, 12, 1, tzinfo=UTC),
        akun_id=1,
    )
    assert rules.mask_usul(usul) == usul
    assert list(rules.differences(usul)) == [(Isian.NAMA, "", "SITI")]
