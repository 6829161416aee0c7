"""Sheets whose headers no layout knows, filled with invented people."""

from pathlib import Path

from tests.pemilih.lembar_contoh import xlsx_bytes
from tests.pemilih.lembar_orang import Orang, invent

HEAD = ["No Induk", "Kartu", "Nama Warga", "Lahir di", "Lahir tgl", "Sex", "Kawin?"]


def rt_rows(people: list[Orang]) -> list[list[object]]:
    """A neighbourhood's book: a title, its own headers, digits for sex and marriage."""
    rows: list[list[object]] = [["BUKU RT 3"], list(HEAD)]
    for o in people:
        sex, married = "LP".index(o.kelamin) + 1, "BSP".index(o.kawin)
        rows.append([o.nik, o.kk, o.nama, o.tempat, f"{o.lahir:%d-%m-%Y}", sex, married])
    return rows


def book_of_rt(path: Path, seed: int = 1) -> Path:
    """The book with five people."""
    path.write_bytes(xlsx_bytes([("Sheet1", rt_rows(invent(seed, 5)))]))
    return path
