"""Layout from `resources/forms/` plus what is known: the blocks of a form; the rest is dots."""

from collections.abc import Callable, Sequence

from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.naskah.blok import (
    BarisSaksi,
    BarisTandaTangan,
    Berdampingan,
    Blok,
    Centang,
    Garis,
    Halaman,
    Kartu,
    KartuPengenal,
    Klausa,
    Kolom,
    Kotak,
    Paragraf,
    Plano,
    Rincian,
    Sel,
    Sobek,
    Tabel,
    TandaTangan,
    Tengah,
)
from pilkades_desk.panitia.naskah.tempat import OPEN, Table, Tempat
from pilkades_desk.panitia.naskah.values import Penandatangan, Saksi

_BLANK_CARDS = 8


class Susunan(Tempat):
    """Fills the blocks of one form."""

    def fill(self, blocks: Sequence[Table]) -> tuple[Blok, ...]:
        """Fill the blocks in the order of the file."""
        return tuple(_MAKERS[block["jenis"]](self, block) for block in blocks if self._wants(block))

    def _wants(self, block: Table) -> bool:
        shown, hidden = block.get("hanya"), block.get("kecuali")
        self._used |= {one for one in (shown, hidden) if one}
        return (shown is None or shown in self._isian.ada) and hidden not in self._isian.ada

    def paragraf(self, block: Table) -> Paragraf:
        """Fill running text."""
        return Paragraf(teks=self._text(block["teks"]), kecil=block.get("kecil", False))

    def rincian(self, block: Table) -> Rincian:
        """Fill `label : value` lines."""
        lines = {kunci: self._text(name) for kunci, name in block["baris"].items()}
        return Rincian(
            kepala=self._head(block),
            baris=tuple((name, self._known(kunci)) for kunci, name in lines.items()),
            lebar=block.get("lebar", 52),
        )

    def tabel(self, block: Table) -> Tabel:
        """Fill a table: given rows, or the layout's own with room to write."""
        columns = self._columns(block)
        self._used.add(block.get("kunci", ""))
        given = self._isian.tabel.get(block.get("kunci", ""), ())
        if given and block.get("lanjut"):  # the labels are the layout's, the figures are given
            labels = self._blank_rows(block)
            given = tuple((*label, *row) for label, row in zip(labels, given, strict=True))
        given = (*given, *[()] * (block.get("sedikitnya", 0) - len(given)))
        numbered = columns[0].judul == "No"
        rows = [
            ((str(number), *row) if numbered else row)
            for number, row in enumerate(given or self._blank_rows(block), 1)
        ]
        rows += self._fixed(block, "akhir")
        full = tuple((*row, *[""] * (len(columns) - len(row))) for row in rows)
        return Tabel(
            kepala=self._head(block),
            kolom=columns,
            baris=full,
            total=_total(columns, full),
            tinggi=block.get("tinggi", 7),
        )

    def _blank_rows(self, block: Table) -> list[tuple[Sel, ...]]:
        return [*self._fixed(block, "tetap"), *[()] * block.get("kosong", 0)]

    def _fixed(self, block: Table, name: str) -> list[tuple[Sel, ...]]:
        return [tuple(self._text(cell) for cell in row) for row in block.get(name, ())]

    def _columns(self, block: Table) -> tuple[Kolom, ...]:
        """Give the columns, the one marked `tiap_calon` once for every candidate."""
        columns: list[Kolom] = []
        for one in block["kolom"]:
            every = one.get("tiap_calon", False)
            column = {name: part for name, part in one.items() if name != "tiap_calon"}
            title = self._text(column.pop("judul"))
            titles = [self._number(title, calon) for calon in self._calon()] if every else [title]
            columns += [Kolom(judul=text, **column) for text in titles]
        return tuple(columns)

    def _number(self, title: str, calon: tuple[str, str]) -> str:
        nomor, nama = calon
        return f"{title} {nomor}" if nomor.isdecimal() else nama

    def _calon(self) -> list[tuple[str, str]]:
        rows = self._isian.tabel.get("calon") or [(str(number), "") for number in range(1, 6)]
        return [(str(row[0]), str(row[1])) for row in rows]

    def centang(self, block: Table) -> Centang:
        """Tick what is so."""
        lines = block["baris"]
        self._used |= lines.keys()
        ticked = self._isian.centang
        return Centang(
            kepala=self._head(block),
            baris=tuple((kunci in ticked, self._text(name)) for kunci, name in lines.items()),
        )

    def kotak(self, block: Table) -> Kotak:
        """Fill a notice."""
        return Kotak(kepala=self._head(block), teks=tuple(map(self._text, block["teks"])))

    def garis(self, block: Table) -> Garis:
        """Fill an answer, or leave lines."""
        answer = self._known(block["kunci"])
        return Garis(kepala=self._head(block), teks=answer, banyak=block.get("banyak", 3))

    def hukum(self, block: Table) -> Paragraf:
        """Name the profile's legal basis."""
        texts = "; ".join(f"({number}) {text}" for number, text in enumerate(self.hukum_dasar, 1))
        return Paragraf(teks=f"{self._text(block['teks'])} {texts or '.' * 60}.")

    def tanda_tangan(self, block: Table) -> TandaTangan:
        """Name who signs side by side."""
        where = f"{block.get('di', '{desa}')}, {{tanggal}}" if block.get("bertanggal") else ""
        return TandaTangan(
            kepala=self._head(block),
            di_atas=self._text(where),
            pihak=tuple(
                Penandatangan(
                    nama=self._known(one["kunci"]),
                    jabatan=self._text(one["peran"]),
                    cap=one.get("cap", False),
                )
                for one in block["pihak"]
            ),
        )

    def baris_tanda_tangan(self, block: Table) -> BarisTandaTangan:
        """Name who signs in rows."""
        self._used.add(block["kunci"])
        people = self._isian.orang.get(block["kunci"], ())
        roles = [self._text(role) for role in block["peran"]]
        blank = (Penandatangan(nama="", jabatan=role) for role in roles)
        return BarisTandaTangan(kepala=self._head(block), orang=people or tuple(blank))

    def baris_saksi(self, block: Table) -> BarisSaksi:
        """Give the witnesses' rows, five where nobody is known."""
        return BarisSaksi(kepala=self._head(block), saksi=self._saksi())

    def _saksi(self) -> tuple[Saksi, ...]:
        blank = tuple(Saksi(nomor_calon=number, nama="") for number in range(1, 6))
        return self._isian.saksi or blank

    def berdampingan(self, block: Table) -> Berdampingan:
        """Name who signs in rows, the witnesses beside them."""
        rows = self.baris_tanda_tangan(block)
        return Berdampingan(kepala=rows.kepala, orang=rows.orang, saksi=self._saksi())

    def kartu(self, block: Table) -> Kartu:
        """Fill cards, eight blank ones where nobody is known."""
        return Kartu(
            judul=tuple(map(self._text, block["judul"])),
            ketua=Penandatangan(nama=self._known("ketua"), jabatan=self._text(block["ketua"])),
            kartu=self._isian.kartu or (KartuPengenal(),) * _BLANK_CARDS,
        )

    def plano(self, block: Table) -> Plano:
        """Fill a wall sheet, five blank columns where nobody is known."""
        self._used |= {"calon", "surat_suara", "kpps"}
        roles = [self._text(role) for role in block["peran"]]
        blank = tuple(Penandatangan(nama="", jabatan=role) for role in roles)
        return Plano(
            judul=tuple(map(self._text, block["judul"])),
            kolom=(
                *self._calon(),
                ("", self._text(block["tidak_sah"])),
            ),
            surat_suara=int(self._isian.nilai.get("surat_suara") or block["surat_suara"]),
            penanda=self._isian.orang.get("kpps", ()) or blank,
        )


def _halaman(_: Susunan, block: Table) -> Halaman:
    return Halaman(lanskap=block.get("lanskap", False))


def _kalimat(susunan: Susunan, block: Table) -> Paragraf:
    return Paragraf(teks=susunan.sentence(block["teks"]), kecil=block.get("kecil", False))


def _tengah(susunan: Susunan, block: Table) -> Tengah:
    return Tengah(teks=susunan.sentence(block["teks"]), tebal=block.get("tebal", False))


def _klausa(susunan: Susunan, block: Table) -> Klausa:
    """Fill a clause with the layout's texts, those given for its key, or the legal basis."""
    texts = [susunan.sentence(text) for text in block.get("butir", ())]
    texts += susunan.listed(block.get("kunci", ""))
    if block.get("hukum"):
        texts += susunan.hukum_dasar
    marks = _MARKS[block.get("tanda", "")]
    return Klausa(
        nama=block["nama"],
        butir=tuple((marks(at), text) for at, text in enumerate(texts or [OPEN])),
    )


def _sobek(_: Susunan, block: Table) -> Sobek:
    return Sobek(teks=block.get("teks", ""))


_MARKS: dict[str, Callable[[int], str]] = {
    "": lambda _: "",
    "a": lambda at: f"{chr(ord('a') + at)}.",
    "1": lambda at: f"{at + 1}.",
}
_MAKERS: dict[str, Callable[[Susunan, Table], Blok]] = {
    "paragraf": Susunan.paragraf,
    "kalimat": _kalimat,
    "tengah": _tengah,
    "klausa": _klausa,
    "sobek": _sobek,
    "hukum": Susunan.hukum,
    "rincian": Susunan.rincian,
    "tabel": Susunan.tabel,
    "centang": Susunan.centang,
    "kotak": Susunan.kotak,
    "garis": Susunan.garis,
    "tanda_tangan": Susunan.tanda_tangan,
    "baris_tanda_tangan": Susunan.baris_tanda_tangan,
    "baris_saksi": Susunan.baris_saksi,
    "berdampingan": Susunan.berdampingan,
    "halaman": _halaman,
    "kartu": Susunan.kartu,
    "plano": Susunan.plano,
}


def total_of(columns: Sequence[Kolom], rows: Sequence[Sequence[Sel]], name: str) -> tuple[str, ...]:
    """Add up the columns that are added up; a sum of no figures stays blank to write in."""
    words = next((at for at, one in enumerate(columns) if one.rata == "l"), 0)
    cells = [""] * len(columns)
    for at, one in enumerate(columns):
        figures = [row[at] for row in rows if isinstance(row[at], int)]
        if one.hitung and figures:
            cells[at] = angka(sum(int(figure) for figure in figures))
    cells[words] = name
    return tuple(cells)


def _total(columns: Sequence[Kolom], rows: Sequence[Sequence[Sel]]) -> tuple[Sel, ...]:
    if not any(one.hitung for one in columns):
        return ()
    return total_of(columns, rows, "Jumlah")
