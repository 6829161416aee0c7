"""Types the names of some of 60.000 voters into the search, letter by letter.

Prints as its last line: p95 in CPU milliseconds of one keystroke to the ids, and to the ids and the
first page of rows; how many keystrokes.
"""

import random
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pilkades_desk.app.demo_voters import LAST, MEN, WOMEN
from pilkades_desk.kits.qt.table import PagedTableModel
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids, read_baris
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.kini.store import take_in
from tests.makers import make_meja
from tests.pemilih.lists import PLACES
from tests.pemilih.samples import FIELDS

NAMES, LONGEST = 60, 12


def typed(meja: Meja) -> list[str]:
    """Give what stands in the box after each keystroke."""
    pick = random.Random(7)
    some = read_baris(meja, pick.sample(find_pemilih_ids(meja, Cari()), NAMES))
    names = [baris.pemilih.nama.lower() for baris in some]
    return [name[:end] for name in names for end in range(1, min(len(name), LONGEST) + 1)]


def p95(times: list[float]) -> float:
    return sorted(times)[len(times) * 95 // 100] * 1000


def fill(meja: Meja, rows: int) -> None:
    """Put invented people on the list, as an import stores them."""
    pick = random.Random(1)
    people = [invent(pick, number) for number in range(1, rows + 1)]
    with meja.act(Aksi.IMPOR_PEMILIH) as act:
        batch = {"id": 1, "sha256": "0", "berkas": "a.xlsx", "waktu": "", "asal": "dps"}
        batch |= {"diterima": rows, "sudah_ada": 0, "ditolak": 0, "akun_id": meja.akun.id}
        pemilih_store.add_rows(act.session, pemilih_store.BatchRow, [batch])
        take_in(act.session, people)
        act.record("batch/1", diterima=rows)
        act.commit()


def invent(pick: random.Random, number: int) -> dict[str, object]:
    first = pick.choice(MEN if number % 2 else WOMEN)
    nama = f"{first} {pick.choice((*LAST, *MEN, *WOMEN))} {pick.choice(('', '', *LAST))}".strip()
    fields = FIELDS | {"nama": nama.upper(), "nik": f"33990152{number:08d}"}
    fields |= {"tanggal_lahir": date(1950 + number % 50, 1 + number % 12, 1 + number % 28)}
    fields |= {"kk": f"33990101{number // 3:08d}", "kelamin": "PL"[number % 2]}
    fields |= {"rt": pick.randint(1, 9), "rw": pick.randint(1, 12), "dusun": pick.choice(PLACES)}
    place = {"batch_id": 1, "asal": "dps", "lembar": "Sheet1", "baris": number, "tps": ""}
    return fields | place | {"id": number, "alamat": f"JL. {pick.choice(LAST)} {number % 200}"}


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        meja = make_meja(Path(folder))
        fill(meja, rows)
        found, shown = [], []
        for teks in typed(meja):
            began = time.process_time()
            ids = find_pemilih_ids(meja, Cari(teks))
            found.append(time.process_time() - began)
            read_baris(meja, ids[: PagedTableModel.PAGE])
            shown.append(time.process_time() - began)
        meja.close()
    print(p95(found), p95(shown), len(found))


main(int(sys.argv[1]))
