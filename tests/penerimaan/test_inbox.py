"""Many bundles at once, how far each village is, and the spare key on paper."""

from pathlib import Path

import pytest

from pilkades_desk.core.errors import AccessError, Cancelled
from pilkades_desk.penerimaan.usecases import (
    check_spare_key,
    read_village_states,
    receive_all,
    rekap,
    write_tanda_terima,
)
from tests.penerimaan.makers import OTHER, OURS, Handover, make_desk


def cut(path: Path) -> Path:
    half = path.with_name("0-potong.pilkades")
    half.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return half


def test_a_bad_bundle_never_stops_the_rest(handover: Handover) -> None:
    whole = handover.send().hasil
    bad, missing = cut(whole), whole.with_name("1-tidak-ada.pilkades")
    results = receive_all(handover.desk, [bad, missing, whole])
    assert [one.penerimaan is not None for one in results] == [False, False, True]
    assert all(one.kode and one.kalimat and one.petunjuk for one in results[:2])


def test_refusals_name_file_and_code(handover: Handover) -> None:
    (refused,) = receive_all(handover.desk, [cut(handover.send().hasil)])
    assert (refused.berkas, refused.kode) == ("0-potong.pilkades", "E702")


def test_what_was_received_before_stopping_stays(handover: Handover) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    paths = [handover.send().hasil, handover.send().hasil]
    assert len(receive_all(handover.desk, paths, stop)) == 1
    assert read_village_states(handover.desk)[0].paket == 1


def test_villages_go_from_certificate_to_receipt(handover: Handover) -> None:
    ours, other = read_village_states(handover.desk)
    assert (ours.desa, ours.sertifikat, ours.terakhir) == (OURS, True, None)
    assert (other.desa, other.sertifikat, other.paket) == (OTHER, False, 0)
    receive_all(handover.desk, [handover.send().hasil])
    masuk = read_village_states(handover.desk)[0].terakhir
    assert masuk is not None
    write_tanda_terima(handover.desk, masuk, handover.stick)
    assert read_village_states(handover.desk)[0].dijawab


def test_a_newer_bundle_waits_for_its_own_receipt(handover: Handover) -> None:
    (first,) = receive_all(handover.desk, [handover.send().hasil])
    assert first.penerimaan is not None
    write_tanda_terima(handover.desk, first.penerimaan.masuk, handover.stick)
    receive_all(handover.desk, [handover.send().hasil])
    state = read_village_states(handover.desk)[0]
    assert (state.paket, state.dijawab) == (2, False)


@pytest.mark.syarat("S-810")
def test_the_recap_sums_all_villages_and_names_candidates(handover: Handover) -> None:
    receive_all(handover.desk, [handover.send().hasil])
    table = rekap(handover.desk)
    assert table.baris[0].calon == ("Rahmat Uji", "Lestari Uji")
    assert (table.jumlah.desa, table.jumlah.dpt, table.jumlah.sah) == ("Jumlah", 300, 200)


@pytest.mark.syarat("S-811")
def test_the_spare_key_typed_from_paper_is_proved(tmp_path: Path) -> None:
    made = make_desk(tmp_path)
    key = made.kunci_cadangan
    check_spare_key(made.meja, f" {key[:20].lower()} {key[20:]} ")
    with pytest.raises(AccessError):
        check_spare_key(made.meja, key[:-1])
    made.meja.close()


@pytest.mark.syarat("S-811")
def test_the_spare_key_of_another_desk_is_refused(tmp_path: Path) -> None:
    one, other = make_desk(tmp_path / "a"), make_desk(tmp_path / "b")
    with pytest.raises(AccessError, match="Kunci cadangan tidak cocok"):
        check_spare_key(one.meja, other.kunci_cadangan)
    one.meja.close()
    other.meja.close()
