"""`python -m tests.naskah.golden`: write what every form must print and look like, and its help."""

from functools import cache

from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.panitia.naskah.katalog import read_katalog
from pilkades_desk.panitia.naskah.values import IsiUmum
from tests.architecture.trees import ROOT
from tests.naskah.documents import KINDS, documents, draw
from tests.naskah.pictures import Pages, both_ends, lay_out, write
from tests.naskah.samples import blank, filled

CODES = tuple(one.kode for one in read_katalog())
PLACE = ROOT / "tests/golden/formulir"
MOST_PAGES = 12
HELP = ROOT / "resources/help/formulir.md"
HEAD = """\
# Daftar formulir

**Tata letak semua formulir di bawah ini adalah susunan program, bukan lampiran resmi peraturan.**
Kami belum melihat satu pun lampiran resmi. Bila Perbup setempat menetapkan bentuknya, pakai bentuk
itu. Kolom terakhir menyebut apa yang diketahui tentang bentuk resminya.

Yang dapat dicetak kosong ada di langkah 6, *Formulir kosong*. Cetak pada skala 100 %. Plano F-26
adalah lembar A1 dari empat petak A3: gunting pada tanda sudut, lalu rekatkan menurut nomor petak.

| Kode | Formulir | Langkah | Kertas | Kosong | Yang diketahui |
|---|---|---|---|---|---|
"""


@cache
def cases(kode: str) -> dict[str, IsiUmum]:
    """Every case of one form, the blank one first."""
    empty = {"kosong": blank()[kode]} if kode in blank() else {}
    made = {name: {**documents(name), **filled(name)} for name in KINDS}
    return empty | {name: forms[kode] for name, forms in made.items() if kode in forms}


@cache
def drawn(kode: str, case: str) -> bytes:
    """Draw a case once for everything that is asked of it."""
    return draw(cases(kode)[case])


def text_of(kode: str) -> str:
    """What stands on every page of every case."""
    parts = []
    for case in cases(kode):
        pdf = drawn(kode, case)
        for index in range(page_count(pdf)):
            lines = [" ".join(line.split()) for line in page_text(pdf, index).splitlines()]
            parts += [f"== {case}, halaman {index + 1}", *filter(None, lines)]
    return "\n".join(parts) + "\n"


def pages_of(kode: str) -> Pages:
    """What the first and last page of every case look like."""
    return {case: both_ends(drawn(kode, case)) for case in cases(kode)}


def help_page() -> str:
    """The page of the help that lists all forms."""
    rows = [
        f"| {one.kode} | {one.nama} | {one.langkah} | {', '.join(one.kertas)} "
        f"| {'ya' if one.kosong else 'tidak'} | {one.sumber} |"
        for one in read_katalog()
    ]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    HELP.write_text(help_page(), "utf-8")
    for kode in CODES:
        (PLACE / f"{kode}.txt").write_text(text_of(kode), "utf-8")
        write(lay_out(pages_of(kode)), PLACE / f"{kode}.png")
