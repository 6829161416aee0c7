import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.core.errors import PilkadesError, StateError
from pilkades_desk.core.resources import resource_bytes
from pilkades_desk.panitia.kalender.lembar import BadLembar
from pilkades_desk.panitia.kalender.tenggat import read_pekerjaan, today
from pilkades_desk.panitia.kalender.usecases import (
    import_hari,
    import_kalender,
    mark_past,
    mark_tahap,
    read_days_off,
    read_keadaan,
    recompute,
    set_hari,
)
from pilkades_desk.panitia.kalender.values import (
    CutiBersama,
    HariPanitia,
    JenisHari,
    Pekerjaan,
    Tanda,
)
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.profil.naskah import open_profile
from pilkades_desk.panitia.riwayat import read_riwayat
from pilkades_desk.panitia.usecases import log_in
from tests.architecture.trees import ROOT
from tests.makers import KETUA, make_clock, make_meja
from tests.panitia.kalender.makers import TEGAL

CSV = resource_bytes("kalender", f"{TEGAL}.csv")
JUBILEE = HariPanitia(
    tanggal=date(2026, 12, 15), jenis=JenisHari.LIBUR, alasan="Hari jadi kabupaten"
)


def at(meja: Meja, moment: datetime) -> Meja:
    return replace(meja, clock=SteppingClock(moment))


def work_of(meja: Meja, day: date, *done: Tanda) -> Pekerjaan:
    moment = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
    found = read_pekerjaan(at(meja, moment), dict.fromkeys(done, True))
    assert found is not None
    return found


def dates(meja: Meja) -> dict[str, tuple[date, date]]:
    return {one.tahap.kode: (one.mulai, one.selesai) for one in read_keadaan(meja).jadwal}


@pytest.mark.syarat("S-160", "S-165")
def test_a_calendar_taken_is_there_with_its_dates_after_the_next_login(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    assert read_keadaan(meja).nama == ""
    found = import_kalender(meja, TEGAL, CSV)
    assert [one.code for one in found] == ["W163"]
    meja.close()
    again = log_in(meja.folder, KETUA.nama, KETUA.sandi, SCHEMA, make_clock())
    seen = read_keadaan(again)
    assert (seen.nama, seen.cuti, seen.cuti_asumsi) == (TEGAL, CutiBersama.HARI_KERJA, True)
    assert [one.code for one in seen.temuan] == ["W163"]
    assert dates(again)["laporan_panitia"] == (date(2027, 2, 4), date(2027, 2, 12))
    assert dates(again)["dps"] == (date(2026, 12, 11), date(2026, 12, 11))
    again.close()


@pytest.mark.syarat("S-164")
def test_nothing_of_a_faulty_sheet_is_stored(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    import_kalender(meja, TEGAL, CSV)
    before = meja.head(), dates(meja)
    for bad in (CSV.replace(b"2026-12-11", b"11 Desember 2026"), b"", b"kode;jalur\na;b"):
        with pytest.raises(PilkadesError):
            import_kalender(meja, "lain", bad)
        with pytest.raises(PilkadesError):
            import_hari(meja, b"tanggal;alasan\n2026-12-15;Hari jadi\n16 Des;Hari jadi\n")
    assert (meja.head(), dates(meja)) == before
    assert read_keadaan(meja).hari == ()
    meja.close()


@pytest.mark.syarat("S-161")
def test_an_own_day_moves_the_deadlines_and_can_be_taken_back(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    assert set_hari(meja, JUBILEE) == ()
    import_kalender(meja, TEGAL, CSV)
    before = dates(meja)["laporan_panitia"]
    moved = JUBILEE.model_copy(update={"tanggal": date(2027, 2, 8)})
    set_hari(meja, moved)
    assert dates(meja)["laporan_panitia"] == (before[0], date(2027, 2, 15))
    assert read_keadaan(meja).hari == (JUBILEE, moved)
    set_hari(meja, moved.model_copy(update={"jenis": JenisHari.DICABUT}))
    assert dates(meja)["laporan_panitia"] == before
    assert read_keadaan(meja).hari == (JUBILEE,)
    meja.close()


@pytest.mark.syarat("S-161")
def test_own_days_come_from_a_sheet_too(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    import_kalender(meja, TEGAL, CSV)
    import_hari(meja, b"tanggal;alasan;dasar\n2027-02-08;Hari jadi;SK Bupati\n")
    assert dates(meja)["keberatan"][1] == date(2027, 2, 15)
    assert [one.dasar for one in read_keadaan(meja).hari] == ["SK Bupati"]
    meja.close()


@pytest.mark.syarat("S-162", "S-165")
def test_another_profile_is_noticed_and_counted_with_when_asked(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    import_kalender(meja, TEGAL, CSV)
    text = (
        '["hari.cuti_bersama"]\nnilai = "libur"\ndasar = "SK"\nstatus = "terverifikasi"\n'
        '["hari.satuan_default"]\nnilai = "hari_kerja"\ndasar = "SK"\nstatus = "asumsi"\n'
    )
    other = replace(meja, profil=open_profile("lain", text))
    seen = read_keadaan(other)
    assert (seen.temuan[0].code, seen.cuti, seen.cuti_asumsi) == ("W167", CutiBersama.LIBUR, False)
    recompute(other)
    assert dates(other)["laporan_panitia"] == (date(2027, 2, 4), date(2027, 2, 15))
    assert "W167" not in {one.code for one in read_keadaan(other).temuan}
    meja.close()


@pytest.mark.syarat("S-161")
def test_days_off_listed_in_the_profile_count_as_well(tmp_path: Path) -> None:
    text = (
        '["hari.cuti_bersama"]\nnilai = "libur"\ndasar = "SK"\nstatus = "asumsi"\n'
        '["libur"]\nnilai = ["2027-02-08"]\ndasar = "SK"\nstatus = "terverifikasi"\n'
    )
    meja = replace(make_meja(tmp_path), profil=open_profile("lain", text))
    set_hari(meja, JUBILEE)
    off = read_days_off(meja, date(2026, 12, 1))
    assert {date(2027, 2, 8), JUBILEE.tanggal, date(2026, 12, 24), date(2026, 12, 25)} <= off
    assert date(2026, 12, 28) not in off
    meja.close()


def test_a_profile_of_before_follows_the_national_reference(tmp_path: Path) -> None:
    old = open_profile("lama", '["kpps.jumlah"]\nnilai = 7\ndasar = "SK"\nstatus = "asumsi"\n')
    meja = replace(make_meja(tmp_path), profil=old)
    import_kalender(meja, TEGAL, CSV)
    assert read_keadaan(meja).cuti is CutiBersama.HARI_KERJA
    meja.close()


def test_there_is_nothing_to_compute_or_mark_without_a_calendar(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    assert read_pekerjaan(meja, {}) is None
    with pytest.raises(StateError, match="Kalender belum ada"):
        recompute(meja)
    with pytest.raises(StateError, match="Tahap ini tidak ada"):
        mark_tahap(meja, "dps", selesai=True)
    meja.close()


@pytest.mark.syarat("S-166")
def test_each_morning_says_what_is_overdue_running_and_next(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    import_kalender(meja, TEGAL, CSV)
    work = work_of(meja, date(2026, 12, 14))
    assert {"dps", "pendaftaran"} <= {one.kode for one in work.lewat}
    assert {"dps_umum", "perpanjangan_2"} <= {one.kode for one in work.sekarang}
    assert work.berikut[0].kode == "tambahan_susun"
    seen = work_of(meja, date(2026, 12, 14), Tanda.DPS)
    assert "dps" not in {one.kode for one in seen.lewat}
    mark_tahap(meja, "pendaftaran", selesai=True, catatan="tiga bakal calon")
    assert "pendaftaran" not in {one.kode for one in work_of(meja, date(2026, 12, 14)).lewat}
    mark_tahap(meja, "pendaftaran", selesai=False)
    assert "pendaftaran" in {one.kode for one in work_of(meja, date(2026, 12, 14)).lewat}
    meja.close()


@pytest.mark.syarat("S-166")
def test_what_is_long_over_is_marked_at_once_but_not_what_the_program_sees_is_open(
    tmp_path: Path,
) -> None:
    meja = at(make_meja(tmp_path), datetime(2026, 12, 14, 2, tzinfo=UTC))
    with pytest.raises(StateError, match="Tidak ada tahap"):
        mark_past(meja)
    import_kalender(meja, TEGAL, CSV)
    assert mark_past(meja) == 10
    assert [one.kode for one in work_of(meja, date(2026, 12, 14)).lewat] == ["dps"]
    assert read_riwayat(meja, (meja.head().seq,))[0].kalimat == (
        "Sutrisno Uji menandai 10 tahap selesai (tahap)."
    )
    meja.close()


def test_the_day_is_the_villages_and_not_greenwichs(tmp_path: Path) -> None:
    meja = at(make_meja(tmp_path), datetime(2026, 12, 13, 20, 0, tzinfo=UTC))
    assert today(meja) == date(2026, 12, 14)
    meja.close()


def test_the_log_says_what_was_done_to_the_calendar(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    import_kalender(meja, TEGAL, CSV)
    mark_tahap(meja, "dps", selesai=True)
    last = meja.head().seq
    said = [one.kalimat for one in read_riwayat(meja, (last, last - 1))]
    assert said[0] == "Sutrisno Uji menandai 1 tahap selesai (tahap/dps)."
    assert said[1].startswith("Sutrisno Uji mengubah kalender (kalender/")
    assert said[1].endswith("30 tahap dihitung.")
    meja.close()


def test_a_sheet_without_one_readable_stage_keeps_its_findings(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    with pytest.raises(BadLembar) as caught:
        import_kalender(meja, "x", b"kode;jalur;kegiatan\nA;b;c\n")
    assert len(caught.value.findings) == 1
    meja.close()


def test_reading_the_calendar_loads_no_holidays(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    import_kalender(meja, TEGAL, CSV)
    meja.close()
    code = f"""
import sys
from pathlib import Path
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SystemClock
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.panitia.kalender.tenggat import read_pekerjaan
from pilkades_desk.panitia.kalender.usecases import read_keadaan
meja = log_in(Path({str(meja.folder)!r}), {KETUA.nama!r}, {KETUA.sandi!r}, SCHEMA, SystemClock())
assert read_pekerjaan(meja, {{}}) and read_keadaan(meja).jadwal
print(sorted({{"holidays", "dateutil"}} & set(sys.modules)))
"""
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.stdout.strip() == "[]", answer.stderr
