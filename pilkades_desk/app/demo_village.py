"""The invented village of the demo: who lives there, who counts, and what they wrote on paper.

Everything is drawn from one seed. Nobody here exists; the region code belongs to no place.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pilkades_desk.core.clock import Zona
from pilkades_desk.panitia.orang import OrangBaru
from pilkades_desk.panitia.values import AkunBaru, PemilihanBaru, Peran

DESA = PemilihanBaru(
    kode_desa="3399012001",
    desa="Sukamaju",
    kecamatan="Cikembang",
    kabupaten="Contoh",
    provinsi="Jawa Contoh",
    tanggal=date(2026, 10, 14),
    sekretariat="Balai Desa Sukamaju, Jalan Melati 1",
)
_TZ = Zona.WIB.tz
PERSIAPAN = datetime(2026, 8, 3, 8, 0, tzinfo=_TZ)
PENETAPAN_DPT = datetime(2026, 9, 7, 9, 0, tzinfo=_TZ)
UNDIAN = datetime(2026, 9, 21, 10, 0, tzinfo=_TZ)
PENGHITUNGAN = datetime(2026, 10, 14, 14, 0, tzinfo=_TZ)
PENERIMAAN = datetime(2026, 10, 15, 8, 0, tzinfo=_TZ)

KETUA = AkunBaru(
    nama="ketua",
    nama_lengkap="Sutrisno Wibowo",
    peran=Peran.KETUA,
    sandi="kuda-sawah-lima-batu",
)
OPERATOR_1 = AkunBaru(
    nama="operator1",
    nama_lengkap="Rini Puspita",
    peran=Peran.OPERATOR,
    sandi="pagar-biru-daun-sore",
)
OPERATOR_2 = AkunBaru(
    nama="operator2",
    nama_lengkap="Yanto Saputra",
    peran=Peran.OPERATOR,
    sandi="lampu-kayu-hujan-pagi",
)
PETUGAS = AkunBaru(
    nama="pengesah",
    nama_lengkap="Endah Lestari",
    peran=Peran.PENGESAH,
    sandi="meja-bundar-cap-resmi",
)

_FIRST = (
    "Agus", "Bambang", "Dewi", "Eko", "Fitri", "Gunawan", "Hesti", "Indra", "Joko", "Kartini",
    "Lukman", "Maya", "Nanang", "Oktavia", "Purwanto", "Ratna", "Slamet", "Tuti", "Umar", "Wahyu",
)  # fmt: skip
_LAST = (
    "Anggraini", "Budiman", "Cahyono", "Darmawan", "Effendi", "Firmansyah", "Hidayat", "Irawan",
    "Kusuma", "Laksono", "Mulyadi", "Nugroho", "Prasetyo", "Rahayu", "Santoso", "Utami",
)  # fmt: skip
_LETTERS = str.maketrans("0123456789", "abdegiklmn")


@dataclass(frozen=True)
class Coblosan:
    """What really happened at one unit: who came, what the ballots said, what went missing."""

    hadir_l: int
    hadir_p: int
    suara: tuple[int, ...]
    tidak_sah: int
    rusak: int
    dibawa_pulang: int = 0


def invent_orang(units: int, seed: int) -> list[OrangBaru]:
    """Invent the committee's signers and three KPPS members for every unit."""
    chance = random.Random(f"panitia {seed}")  # noqa: S311 -- invented people, not a secret
    names = [f"{first} {last}" for first in _FIRST for last in _LAST]
    chance.shuffle(names)
    offices: list[tuple[str, int | None]] = [
        ("Ketua Panitia", None),
        ("Sekretaris", None),
        ("Anggota", None),
    ]
    for nomor in range(1, units + 1):
        offices += [("Ketua KPPS", nomor), ("Anggota KPPS", nomor), ("Anggota KPPS", nomor)]
    people = []
    for number, (jabatan, unit) in enumerate(offices):
        nama = KETUA.nama_lengkap if jabatan == "Ketua Panitia" else names[number % len(names)]
        # no digits: by chance they would hold the year, which no password may
        sandi = f"tanda-tangan-{chance.randrange(10**6):06d}".translate(_LETTERS)
        people.append(OrangBaru(nama=nama, jabatan=jabatan, unit=unit, sandi=sandi))
    return people


def vote(dpt: tuple[int, int], calon: int, chance: random.Random) -> Coblosan:
    """Let one unit's voters (L, P) vote: about 80 % come, 2 % of ballots are invalid."""
    came = tuple(sum(chance.random() < 0.8 for _ in range(count)) for count in dpt)
    total = sum(came)
    tidak_sah = sum(chance.random() < 0.02 for _ in range(total))
    weights = [1 + chance.random() for _ in range(calon)]
    picks = chance.choices(range(calon), weights, k=total - tidak_sah)
    suara = tuple(picks.count(nomor) for nomor in range(calon))
    return Coblosan(came[0], came[1], suara, tidak_sah, rusak=chance.randrange(4))


def votes_by_unit(dpt: Sequence[tuple[int, int]], calon: int, seed: int) -> list[Coblosan]:
    """Let every unit vote; in the last one that has votes somebody takes a ballot paper home."""
    chance = random.Random(f"coblosan {seed}")  # noqa: S311 -- invented votes, not a secret
    units = [vote(each, calon, chance) for each in dpt]
    at = max((place for place, unit in enumerate(units) if sum(unit.suara)), default=None)
    if at is None:
        return units
    last = units[at]
    favourite = max(range(calon), key=lambda nomor: last.suara[nomor])
    taken = tuple(n - (place == favourite) for place, n in enumerate(last.suara))
    units[at] = Coblosan(
        last.hadir_l, last.hadir_p, taken, last.tidak_sah, last.rusak, dibawa_pulang=1
    )
    return units
