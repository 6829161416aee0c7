"""Invents a village's KPU working sheet (33 columns) with the faults real ones have.

Nobody in it exists: names come from two short word lists, the region code from a province that
does not exist, and every number from a seeded generator. The rates of faults are those counted in
a real working file (domain research 3.1). Same seed, same bytes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from pilkades_desk.core.identity import nik_matches_birth
from pilkades_desk.kits.spreadsheet.writer import Formula, Out, SheetOut, write_xlsx
from pilkades_desk.kits.storage.disk import write_whole

KOLOM_KPU_33 = (
    "NO", "KEC_ID", "KECAMATAN", "KEL_ID", "KELURAHAN", "DPID", "NKK", "NIK", "NAMA",
    "TEMPAT LAHIR", "TANGGAL LAHIR", "STS KAWIN", "KELAMIN", "ALAMAT", "RT", "RW", "DISABILITAS",
    "EKTP", "KETERANGAN", "SUMBER", "TPS_ID", "TPS", "K1", "K2", "K3", "UPDATED_AT",
    "STATUS", "RANK", "TAHAPAN_ID", "PROV_ASAL", "KAB_ASAL", "KEC_ASAL", "KEL_ASAL",
)  # fmt: skip
KOLOM_SISA = (
    "NO", "NKK", "NIK", "NAMA", "TEMPAT LAHIR", "KELAMIN", "ALAMAT", "TPS", "ALAMAT TPS",
)  # fmt: skip

MEN = (
    "Agung", "Bagas", "Cahyo", "Darma", "Eko", "Fajar", "Galih", "Hendra", "Ilham", "Joko", "Kusno",
    "Lukman", "Ma'ruf", "Nanang", "Oman", "Prasetyo", "Rahmat", "Slamet", "Teguh", "Umar", "Wahyu",
    "Yusuf", "Zainal", "Andre", "René",
)  # fmt: skip
WOMEN = (
    "Aminah", "Budiarti", "Citra", "Dewi", "Endah", "Fitri", "Gita", "Hartini", "Indah", "Juminah",
    "Kartika", "Lestari", "Murni", "Nur'aini", "Oktavia", "Puspita", "Ratna", "Sri", "Tuti", "Umi",
    "Wulan", "Yuliana", "Zahra", "Anjani", "Siti",
)  # fmt: skip
LAST = (
    "Santoso", "Wibawa", "Nugraha", "Setiawan", "Hidayat", "Kurniawan", "Saputra", "Gunawan",
    "Maulana", "Firmansyah", "Wijaya", "Permana", "Susanto", "Hartono", "Suryadi", "Ramadhan",
    "Purnomo", "Sasmita", "Kusuma", "Utomo", "Basuki", "Darmawan", "Irawan", "Mulyadi", "Sudrajat",
)  # fmt: skip
TEMPAT = ("Cikembar", "Sukamaju", "Kota Contoh", "Banjarsari", "Tanjung Uji", "Rawa Indah")
JALAN = ("Jl. Melati", "Jl. Kenanga", "Kp. Babakan", "Kp. Tengah", "Gg. Mawar", "Jl. Balai Desa")
PLACEHOLDER_DAYS = ((1, 1), (1, 7), (31, 12))

RATE_BIRTH, RATE_SEX, RATE_PREFIX = 0.137, 0.005, 0.079
RATE_PLACEHOLDER, RATE_ZEROS, RATE_TWIN = 0.134, 0.0015, 9 / 7787
RATE_UNUSABLE = 0.01
_CHANGED = datetime(2026, 10, 1, 8, tzinfo=UTC)
_UNUSABLE = ("E203", "E201", "E208", "E207", "E210")


@dataclass(frozen=True)
class SheetPlan:
    """Which village the sheet is invented for, and the day its voters must be old enough."""

    kode_desa: str = "3399012001"
    desa: str = "SUKAMAJU"
    kecamatan: str = "CIKEMBAR"
    tanggal: date = date(2027, 2, 3)


@dataclass(frozen=True)
class ExpectedSheet:
    """What an import of the sheet has to find: rows taken, refused by code, warnings by code."""

    taken: int
    men: int
    refused: Counter[str]
    warnings: Counter[str]


@dataclass
class _Row:
    """One invented voter while faults are put in."""

    kk: str
    nik: str
    nama: str
    tempat: str
    born: date
    kawin: str
    kelamin: str
    alamat: str
    rt: int
    rw: int
    refused: str = ""
    warnings: tuple[str, ...] = ()


def write_kpu33(path: Path, seed: int, jumlah: int, plan: SheetPlan | None = None) -> ExpectedSheet:
    """Write the sheet with `jumlah` rows and give what an import has to find in it."""
    plan = plan or SheetPlan()
    rng = Random(seed)  # noqa: S311 -- invents a village, keeps no secret
    rows = _invent_rows(rng, plan, jumlah)
    main = (_cells(number, row, rng, plan) for number, row in enumerate(rows, 1))
    left_over = [("1", "2", "3", 4, 5, 6, "7", 8, 9), *map(_left_over, range(1, 6), rows)]
    book = [SheetOut("Sheet1", KOLOM_KPU_33, main), SheetOut("Cetak", KOLOM_SISA, left_over)]
    write_whole(path, write_xlsx(book))
    taken = [row for row in rows if not row.refused]
    return ExpectedSheet(
        taken=len(taken),
        men=sum(row.kelamin == "L" for row in taken),
        refused=Counter(row.refused for row in rows if row.refused),
        warnings=Counter(code for row in taken for code in row.warnings),
    )


def _invent_rows(rng: Random, plan: SheetPlan, jumlah: int) -> list[_Row]:
    rows: list[_Row] = []
    serials: Counter[str] = Counter()
    seen: set[tuple[str, date | str]] = set()
    while len(rows) < jumlah:
        for row in _invent_household(rng, plan, serials):
            while (row.nama, row.born) in seen or (row.nama, row.kk) in seen:
                row.nama = f"{row.nama} {rng.choice(LAST)}".upper()
            seen |= {(row.nama, row.born), (row.nama, row.kk)}
            rows.append(row)
    rows = rows[:jumlah]
    _spoil(rng, rows, plan.tanggal.year - 16)
    _make_twins(rng, rows)
    return rows


def _invent_household(rng: Random, plan: SheetPlan, serials: Counter[str]) -> list[_Row]:
    size, rw = rng.randint(1, 6), rng.randint(1, 6)
    made = date(2008, 1, 1) + timedelta(days=rng.randrange(6_000))
    stem = f"{plan.kode_desa[:6]}{made:%d%m%y}"
    serials[stem] += 1
    place = {
        "kk": f"{stem}{serials[stem]:04d}",
        "alamat": f"{rng.choice(JALAN)} No. {rng.randint(1, 90)}",
        "rt": (rw - 1) * 4 + rng.randint(1, 4),
        "rw": rw,
    }
    return [_invent_person(rng, plan, serials, place, member) for member in range(size)]


def _invent_person(
    rng: Random, plan: SheetPlan, serials: Counter[str], place: dict[str, object], member: int
) -> _Row:
    kelamin = "LP"[member % 2] if member < 2 else rng.choice("LP")
    age = rng.randint(24, 78) if member < 2 else rng.randint(18, 40)
    born = _birthday(rng, plan.tanggal.year - age)
    kode = plan.kode_desa[:6]
    warnings = []
    if rng.random() < RATE_PREFIX:
        kode = f"33{rng.randint(90, 97)}{rng.randint(10, 20)}"
        warnings.append("W224")
    in_nik, sex = born, kelamin
    if rng.random() < RATE_BIRTH:
        in_nik = born + timedelta(days=rng.randint(1, 300))
        warnings.append("W221")
    if rng.random() < RATE_SEX:
        sex = "L" if kelamin == "P" else "P"
        warnings.append("W222")
    stem = f"{kode}{in_nik.day + 40 * (sex == 'P'):02d}{in_nik:%m%y}"
    serials[stem] += 1
    tail = serials[stem]
    if rng.random() < RATE_ZEROS:
        tail *= 100
    nik = f"{stem}{tail:04d}"
    if nik.endswith("00"):
        warnings.append("W223")
    first = rng.choice(MEN if kelamin == "L" else WOMEN)
    return _Row(
        nik=nik,
        nama=f"{first} {rng.choice(LAST)}".upper(),
        tempat=rng.choice(TEMPAT).upper(),
        born=born,
        kawin="S" if member < 2 else rng.choice("BBSP"),
        kelamin=kelamin,
        warnings=tuple(warnings),
        **place,  # type: ignore[arg-type]  # kk, alamat, rt, rw of the household
    )


def _birthday(rng: Random, year: int) -> date:
    if rng.random() < RATE_PLACEHOLDER:
        day, month = rng.choice(PLACEHOLDER_DAYS)
        return date(year, month, day)
    return date(year, 1, 2) + timedelta(days=rng.randrange(362))


def _spoil(rng: Random, rows: Sequence[_Row], young: int) -> None:
    """Make about one row in a hundred unusable, each kind in turn."""
    count = round(len(rows) * RATE_UNUSABLE)
    for turn, row in enumerate(rng.sample(list(rows), count)):
        row.refused = _UNUSABLE[turn % len(_UNUSABLE)]
        if row.refused == "E201":
            row.nik = row.nik[:15]
        elif row.refused == "E208":
            row.kelamin = ""
        elif row.refused == "E210":
            row.born, row.kawin = row.born.replace(year=young, day=1), "B"


def _make_twins(rng: Random, rows: Sequence[_Row]) -> None:
    """Give some voters the name and birth date of another family's, as real lists have."""
    good = [row for row in rows if not row.refused and row.kelamin == "L"]
    count = min(round(len(rows) * RATE_TWIN), len(good) // 2)
    picked = rng.sample(good, 2 * count)
    for one, two in zip(picked[:count], picked[count:], strict=True):
        two.nama, two.born = one.nama, one.born
        mismatch = set() if nik_matches_birth(two.nik, two.born) else {"W221"}
        two.warnings = (*(set(two.warnings) - {"W221"} | mismatch), "W225")


def _cells(number: int, row: _Row, rng: Random, plan: SheetPlan) -> tuple[Out, ...]:
    born = "31|02|1990" if row.refused == "E207" else f"{row.born:%d|%m|%Y}"
    mark, status = rng.choice((("0", "aktif"), ("0", "aktif"), ("u", "ubah"), ("b", "baru")))
    tps = (row.rw + 1) // 2
    disabilitas = rng.randint(1, 6) if rng.random() < 0.01 else 0
    nik: Out = int(row.nik) if row.refused == "E203" else row.nik
    return (
        number, plan.kode_desa[:6], plan.kecamatan, plan.kode_desa, plan.desa,
        f"{880_000_000 + number}", row.kk, nik, row.nama, row.tempat, born, row.kawin, row.kelamin,
        row.alamat, row.rt, row.rw, disabilitas, rng.choice("sssb"), mark,
        rng.choice(("dp4", "coklit", "kemendagri", "masyarakat")), 5_000 + tps, tps,
        "null", "null", "null", _CHANGED + timedelta(minutes=number), status, status,
        rng.randint(1, 3), "null", "null", "null", "null",
    )  # fmt: skip


def _left_over(number: int, row: _Row) -> tuple[Out, ...]:
    """Write a line of the leftover sheet: words for sex, no date, a formula nobody computed."""
    sex = "Laki - laki" if row.kelamin == "L" else "Perempuan"
    where = Formula(f'IF(H{number + 2}=1,"BALAI DESA",IF(H{number + 2}=2,"SD","LAPANGAN"))')
    place = f"{row.alamat} Rt.  Rw. "
    return (number, row.kk, row.nik, row.nama, f"{row.tempat}, ", sex, place, 1, where)
