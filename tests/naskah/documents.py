"""The documents with a drawing of their own (results, lists) in the cases of the simple forms."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import cast

from pilkades_desk.berita_acara.certificate import certificate_of
from pilkades_desk.berita_acara.content import Dicoret, Isi, IsiF07
from pilkades_desk.berita_acara.pdf import dispatch
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.pdf import formulir
from pilkades_desk.panitia.naskah.values import IsiUmum, Penandatangan, Saksi
from pilkades_desk.pemilih.content import IsiF02, IsiF04b, IsiF06, IsiF08, IsiR06
from pilkades_desk.pemilih.pdf.daftar import draw_daftar, draw_f08
from pilkades_desk.pemilih.pdf.r06 import draw_r06
from pilkades_desk.tps.content import IsiF10, IsiF18, IsiF18b
from pilkades_desk.tps.pdf.f10 import draw_f10
from pilkades_desk.tps.pdf.f18 import draw_f18, draw_f18b
from tests.berita_acara.contents import (
    SIGNATURE,
    f07,
    f27,
    f27_with_difference,
    f29,
    f29_with_tie,
    f33,
    kpps,
    naskah,
    votes,
)
from tests.naskah.samples import CASES, Case
from tests.pemilih.lists import f02, f04b, f06, f08, r06, recap_row, voters
from tests.tps.lists import f10, f18, f18b

LEAST = "sedikit"
KINDS = {LEAST: replace(CASES["biasa"], banyak=1, calon=1, teks="Ya."), **CASES}


@cache
def documents(name: str) -> dict[str, IsiUmum]:
    """Give every document that has a drawing of its own, in one case."""
    case = KINDS[name]
    made = (*_minutes(case), *_lists(case))
    return {isi.kode: isi for isi in made}


DRAWINGS: dict[type[IsiUmum], Callable[..., bytes]] = {
    IsiFormulir: formulir.draw,
    IsiR06: draw_r06,
    IsiF02: draw_daftar,
    IsiF04b: draw_daftar,
    IsiF06: draw_daftar,
    IsiF08: draw_f08,
    IsiF10: draw_f10,
    IsiF18: draw_f18,
    IsiF18b: draw_f18b,
    IsiF07: dispatch.draw,
}


def draw(isi: IsiUmum) -> bytes:
    """Draw any document; results with a signature for their code."""
    own = DRAWINGS.get(type(isi))
    return own(isi) if own else dispatch.draw(cast(Isi, isi), SIGNATURE)


def _minutes(case: Case) -> tuple[IsiUmum, ...]:
    names, many = (case.nama,) * case.calon, case.banyak > 10
    suara = votes(*range(101, 101 + case.calon), names=names)
    saksi = tuple(
        Saksi(nomor_calon=n, nama=case.nama, hadir=True, menolak=case.nama if n == 2 else "")
        for n in range(1, case.calon + 1)
    )
    people = tuple(Penandatangan(nama=case.nama, jabatan="Anggota KPPS") for _ in range(6))
    unit = {"suara": suara, "saksi": saksi, "penandatangan": kpps(1) + people}
    count = f27(**unit | _difference() if many else unit)
    terpilih = f33().terpilih.model_copy(update={"nomor": 1, "nama": case.nama, "suara": 101})
    return (
        f07(
            keberatan=(case.teks[:300],) * (3 if many else 0),
            dicoret=tuple(Dicoret(alasan=case.nama, jumlah=39) for _ in range(case.calon)),
        ),
        count,
        certificate_of(count, naskah("F-28")),
        f29(case.banyak, names, saksi=saksi, **_tie() if many else {}),
        f33(suara=suara, terpilih=terpilih, memperhatikan=(case.teks[:300],)),
    )


def _difference() -> dict[str, object]:
    explained = f27_with_difference()
    names = ("surat_suara", "pemeriksaan", "keberatan", "selisih", "pindaian")
    return {name: getattr(explained, name) for name in names}


def _tie() -> dict[str, object]:
    tie = f29_with_tie()
    return {"langkah_seri": tie.langkah_seri, "akun_setelah_dpt": tie.akun_setelah_dpt}


def _lists(case: Case) -> tuple[IsiUmum, ...]:
    names, count = (case.nama,), 1 if case.banyak == 1 else 20 + 2 * case.banyak
    rows = tuple(row._replace(nama=case.nama) for row in voters(count))
    units = tuple(recap_row(number, case.nama) for number in range(1, case.banyak + 1))
    return (
        r06(rows, kertas="A4"),
        f02(rows),
        f04b(tuple(row._replace(keterangan="tambahan.xlsx, Sheet1, baris 12") for row in rows)),
        f06(rows),
        f08(rekap=units),
        f10(count, names, baris_tps_lain=20 if count > 100 else 0),
        f18(case.banyak, names),
        f18b(case.banyak, names),
    )
