"""How long verifying the log takes, beside this machine's yardstick in the same run."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pilkades_desk.core.audit import AuditHead, link
from pilkades_desk.core.canonical import canonical
from pilkades_desk.core.clock import utc_text
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.panitia.accounts import SLOTS_NAME, try_password
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.riwayat import verify_riwayat
from tests.bench.measure import middle, report
from tests.makers import KETUA, make_meja
from tests.panitia.logs import approve_form, play
from tests.panitia.test_riwayat import enter

pytestmark = pytest.mark.bench
INSERT = "INSERT INTO audit(seq, body, prev, hash) VALUES (?, ?, ?, ?)"
ENTRIES, BETWEEN = 100_000, 200
DESIGN = 0.83
"""Seconds the yardstick took on the machine of the design's figures (docs/bench.md)."""


def seconds(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def yardstick() -> None:
    s = 0
    for i in range(10_000_000):
        s += i * i % 7


def fill(meja: Meja, count: int) -> None:
    """Small acts, many in one commit, with one of two people in every two hundred."""
    first, _ = play(meja)
    while (head := meja.head()).seq < count:
        rows = []
        for number in range(min(BETWEEN, count - head.seq)):
            body = {
                "akun": first.akun.id, "aksi": Aksi.ENTRI_FORM.value, "versi": "0.1.0",
                "at": utc_text(meja.clock.now()), "objek": f"form-hitung/{number % 20 + 1}/1",
                "langkah": "isi", "isian": "suara_1",
            }  # fmt: skip
            text = canonical(body).decode()
            after = AuditHead(head.seq + 1, link(head.hash, text))
            rows.append((after.seq, text, head.hash, after.hash))
            head = after
        with meja.file.work() as session:
            session.connection().exec_driver_sql(INSERT, rows)
            session.commit()
        approve_form(meja, first)


@pytest.fixture(scope="module")
def long_log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    meja = make_meja(tmp_path_factory.mktemp("panjang"))
    fill(meja, ENTRIES)
    yield meja
    meja.close()


def test_verifying_100_000_entries(long_log: Meja) -> None:
    assert verify_riwayat(long_log).temuan == ()
    taken, stick = [], []
    for _ in range(5):
        stick.append(seconds(yardstick))
        taken.append(seconds(lambda: verify_riwayat(long_log)))
    slower = middle(stick) / DESIGN
    scaled = middle([one / other * DESIGN for one, other in zip(taken, stick, strict=True)])
    figure = f"{middle(taken):.2f} s here, {scaled:.2f} s at design speed (here {slower:.1f}×)"
    report("verifying 100.000 entries with 500 acts of two people", figure, "≤ 1 s")
    assert scaled <= 1


def test_unlocking_a_normal_election(tmp_path: Path) -> None:
    meja = make_meja(tmp_path)
    fill(meja, 2_000)
    meja.close()
    over = []
    for _ in range(7):
        derived = seconds(
            lambda: try_password(meja.folder, KETUA.nama, KETUA.sandi, meja.clock.now())
        )
        began = time.process_time()
        again = enter(meja.folder)
        over.append(time.process_time() - began - derived)
        again.close()
    assert read_slots(meja.folder / SLOTS_NAME).head
    figure = f"{middle(over) * 1000:.0f} ms of CPU"
    report("unlocking, 2.000 entries, over the key derivation", figure, "≤ 150 ms")
    assert middle(over) <= 0.150
