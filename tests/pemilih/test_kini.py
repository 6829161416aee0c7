"""The list of now is what was received and every change since, whatever was done in between."""

import random
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades_desk.app.check_riwayat import check_riwayat
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih import pribadi, usecases
from pilkades_desk.pemilih.batch.usecases import list_batches, withdraw_batch
from pilkades_desk.pemilih.ganda.usecases import decide_ganda, read_ganda
from pilkades_desk.pemilih.kini import store
from pilkades_desk.pemilih.kini.rules import (
    changes_to,
    check_replay,
    name_some,
    put_back,
    replay,
)
from pilkades_desk.pemilih.kini.usecases import check_kini
from pilkades_desk.pemilih.ubah.usecases import change_many, correct, undo_change
from pilkades_desk.pemilih.values import AlasanCoret, Isian, Pemilih
from tests.makers import KETUA, make_clock
from tests.pemilih.kpu_sheet import NIK, write_rows
from tests.pemilih.samples import FIELDS

BARU = {
    Isian.NAMA: ("SITI UJI A", "SITI UJI B", "RATNA UJI"),
    Isian.NIK: tuple(NIK.format(n) for n in (1, 2, 3, 31, 32, 33)),
    Isian.KK: ("3399010101150001", "3399010101150002"),
    Isian.TANGGAL_LAHIR: ("12-05-1990", "1991-05-12", "2015-01-01", "31-02-1990"),
    Isian.KELAMIN: ("L", "P", "X"),
    Isian.ALAMAT: ("JL. MAWAR", ""),
    Isian.RT: ("3", "", "satu"),
    Isian.DISABILITAS: ("0", "4"),
    Isian.TPS: ("TPS 2", ""),
}


def voter(**changes: object) -> Pemilih:
    return Pemilih.model_validate(FIELDS | {"id": 1, "asal": "dps"} | changes)


class Clerk:
    """Does anything at all to a list, one thing after the other."""

    def __init__(self, meja: Meja, folder: Path, seed: int) -> None:
        self.meja, self.folder, self.pick = meja, folder, random.Random(seed)
        self.groups: list[int] = []
        self.sheets = 0
        self.refused = 0

    def act(self) -> None:
        what = self.pick.choices(
            (self.correct, self.many, self.undo, self.strike, self.bring, self.mend, self.withdraw,
             self.decide),
            (8, 4, 4, 6, 3, 2, 1, 2),
        )[0]  # fmt: skip
        try:
            what()
        except StateError:
            self.refused += 1

    def anybody(self) -> int:
        return self.pick.randint(1, 3 + 6 * self.sheets)

    def correct(self) -> None:
        typed = {
            isian: self.pick.choice(BARU[isian]) for isian in self.pick.sample(list(BARU), k=2)
        }
        self.groups.append(correct(self.meja, self.anybody(), typed, "dari KTP-el").kelompok)

    def many(self) -> None:
        ids = {self.anybody() for _ in range(4)}
        typed = {Isian.DUSUN: self.pick.choice(("Krajan", "Kidul", "")), Isian.RW: "2"}
        self.groups.append(change_many(self.meja, ids, typed, "pemekaran dusun").kelompok)

    def undo(self) -> None:
        if self.groups:
            self.groups.append(undo_change(self.meja, self.pick.choice(self.groups)).kelompok)

    def strike(self) -> None:
        alasan = self.pick.choice((AlasanCoret.PINDAH, AlasanCoret.BATAL_DICORET))
        usecases.strike(self.meja, self.anybody(), alasan, "surat pindah")

    def bring(self) -> None:
        self.sheets += 1
        rows = [
            {"NIK": NIK.format(self.pick.randint(1, 40)), "RT": str(self.pick.randint(0, 3))}
            for _ in range(5)
        ]
        path = write_rows(self.folder / f"{self.sheets}.xlsx", *rows, {"KELAMIN": ""})
        usecases.import_sheet(self.meja, path)

    def mend(self) -> None:
        for row in pribadi.read_repair_list(self.meja)[:2]:
            usecases.repair_row(self.meja, row.id, {Isian.KELAMIN: "P"})

    def withdraw(self) -> None:
        batch = self.pick.choice([one.id for one in list_batches(self.meja)])
        withdraw_batch(self.meja, batch, "berkas keliru", paksa=self.pick.random() < 0.5)

    def decide(self) -> None:
        for pair in read_ganda(self.meja)[:1]:
            kept = self.pick.choice((0, -1, pair.rujukan.pemilih, pair.rujukan.lain))
            decide_ganda(self.meja, pair.rujukan, kept, "kartu keluarga")


def warnings_of(meja: Meja) -> dict[int, list[str]]:
    """The codes each listed voter has, as stored."""
    found = defaultdict(list)
    with meja.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT pemilih_id, kode FROM temuan_pemilih WHERE pemilih_id IS NOT NULL"
        )
        for pemilih_id, kode in rows:
            found[pemilih_id].append(kode)
    return {nomor: sorted(codes) for nomor, codes in found.items()}


def judged_afresh(meja: Meja) -> dict[int, list[str]]:
    """The codes their present fields give, worked out again with nothing remembered."""
    from pilkades_desk.pemilih.rules import twin_keys
    from pilkades_desk.pemilih.ubah.rules import judge_correction

    with meja.read() as session:
        daftar = store.read_pemilih(session)
    found, seen = {}, set()
    for one in daftar:
        judged, _ = judge_correction(one, {}, usecases.syarat_of(meja), ("Sheet1", 2))
        codes = [finding.code for finding in judged.temuan]
        if not one.coret:
            codes += [kind.code for kind, key in twin_keys(one) if (kind, key) in seen]
            seen |= set(twin_keys(one))
        if codes:
            found[one.id] = sorted(codes)
    return found


@pytest.mark.syarat("S-264")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_any_acts_the_list_is_what_the_history_says(meja, tmp_path, seed):
    usecases.import_sheet(meja, write_rows(tmp_path / "awal.xlsx", {}, {}, {"KELAMIN": "L"}))
    clerk = Clerk(meja, tmp_path, seed)
    for step in range(70):
        clerk.act()
        if step % 5 == 0:
            assert check_kini(meja) == ()
            assert warnings_of(meja) == judged_afresh(meja)
    assert 0 < clerk.refused < 60
    with meja.file.work() as session:
        run = session.connection().exec_driver_sql
        run("INSERT INTO pemilih_cari(pemilih_cari, rank) VALUES('integrity-check', 1)")
        wrong = run(
            "SELECT count(*) FROM pemilih_kini WHERE peringatan <>"
            " (SELECT count(*) FROM temuan_pemilih WHERE pemilih_id = pemilih_kini.id)"
        )
        assert wrong.scalar_one() == 0


@pytest.mark.syarat("S-264")
@pytest.mark.parametrize(
    "tampered",
    [
        "UPDATE pemilih_kini SET nama = 'ORANG LAIN' WHERE id = 2",
        "UPDATE pemilih_kini SET coret = 'pindah' WHERE id = 2",
        "DELETE FROM pemilih_kini WHERE id = 2",
    ],
)
def test_e255_a_list_changed_past_its_history_is_found(meja, tmp_path, tampered):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}, {}))
    correct(meja, 3, {Isian.RT: "9"}, "pindah RT")
    with meja.file.work() as session:
        session.connection().exec_driver_sql(tampered)
        session.commit()
    [found] = check_kini(meja)
    assert (found.code, found.evidence) == ("E255", {"jumlah": "1", "nomor": "2"})


def test_periksa_riwayat_tells_of_it(meja, tmp_path):
    usecases.import_sheet(meja, write_rows(tmp_path / "a.xlsx", {}, {}))
    with meja.file.work() as session:
        session.connection().exec_driver_sql("UPDATE pemilih_kini SET rt = 7 WHERE id = 1")
        session.commit()
    meja.close()
    laporan = check_riwayat(meja.folder, KETUA.nama, KETUA.sandi, (), make_clock())
    assert "E255" in [one.code for one in laporan.temuan]
    assert not laporan.utuh


values = st.fixed_dictionaries(
    {
        "nama": st.sampled_from(("SITI", "RATNA UJI")),
        "rt": st.integers(0, 999),
        "tanggal_lahir": st.dates(),
        "kelamin": st.sampled_from("LP"),
        "coret": st.sampled_from(("", "pindah", "ditarik")),
        "tps": st.text(max_size=4),
    }
)


@given(st.lists(values, min_size=1, max_size=5))
def test_replaying_every_change_gives_the_last_state(states):
    semula = now = voter()
    entries = []
    for state in states:
        after = Pemilih.model_validate(now.model_dump() | state)
        entries += changes_to(now, after.model_dump(include=set(state)))
        now = after
    assert replay(semula, entries) == now


def test_a_voter_is_given_as_it_stood_before_some_changes():
    after = voter(rt=2, nama="RATNA")
    assert put_back(after, changes_to(voter(), {"rt": 2, "nama": "RATNA"})) == voter()


def test_a_history_with_a_gap_gives_nobody():
    one, two = voter(rt=2), voter(rt=3)
    first, second = changes_to(voter(rt=1), {"rt": 2}), changes_to(one, {"rt": 3})
    assert replay(voter(rt=1), (*first, *second)) == two
    assert replay(voter(rt=1), second) is None
    assert replay(voter(), [replace(first[0], kolom="lain")]) is None


def test_somebody_never_received_is_found_too():
    [found] = check_replay((voter(),), {}, {1: voter(), 5: voter(id=5)})
    assert found.evidence["nomor"] == "5"


def test_some_names_are_said_and_the_others_counted():
    assert name_some(("A", "B")) == "A, B"
    assert name_some("ABCDE") == "A, B, C, dan 2 lainnya"
