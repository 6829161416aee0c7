"""The cross-check box of F-27: which invariants a unit's figures keep, written out."""

from collections.abc import Sequence

from pilkades_desk.berita_acara.values import Pemeriksaan
from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.naskah.values import LakiPerempuan
from pilkades_desk.penghitungan.values import FormHitung

_ROWS = ("dpt", "hadir_dpt", "hadir_lain", "hadir_luar", "hadir")
"""Rows of voters, each of men, women and both."""


def cross_checks(form: FormHitung) -> tuple[Pemeriksaan, ...]:
    """Write invariants I1-I6 with this form's figures and whether each holds (S-471)."""
    lines = (
        ("I1", form.diterima, (form.digunakan, form.rusak, form.sisa)),
        ("I2", form.digunakan, (form.sah, form.tidak_sah)),
        ("I3", form.sah, form.suara),
    )
    sums = [
        Pemeriksaan(
            kode=kode,
            hitungan=f"{angka(whole)} {_sign(whole, sum(parts))} {_plus(parts)}",
            cocok=whole == sum(parts),
        )
        for kode, whole, parts in lines
    ]
    came, missing = form.hadir_dpt_jumlah, form.dpt_jumlah - form.hadir_dpt_jumlah
    return (
        *sums,
        _equal("I4", form.digunakan, form.hadir_jumlah),
        _attendance_check(form),
        Pemeriksaan(
            kode="I6",
            hitungan=f"{angka(form.tidak_hadir)} {_sign(form.tidak_hadir, missing)} "
            f"{angka(form.dpt_jumlah)} − {angka(came)}",
            cocok=form.tidak_hadir == missing,
        ),
    )


def _attendance_check(form: FormHitung) -> Pemeriksaan:
    """Test I5 in every column and every row; what does not hold stands behind the totals."""
    dpt, came = three(form, "dpt"), three(form, "hadir_dpt")
    pairs = [(getattr(came, name), getattr(dpt, name)) for name in ("jumlah", "laki", "perempuan")]
    written = [f"{angka(one)} {'≤' if one <= most else '>'} {angka(most)}" for one, most in pairs]
    shown = [written[0], *(text for text in written[1:] if ">" in text)]
    rows = [three(form, stem) for stem in _ROWS]
    wrong = [
        f"{angka(row.laki)} + {angka(row.perempuan)} ≠ {angka(row.jumlah)}"
        for row in rows
        if row.laki + row.perempuan != row.jumlah
    ]
    holds = not wrong and all(one <= most for one, most in pairs)
    return Pemeriksaan(kode="I5", hitungan="; ".join((*shown, *wrong)), cocok=holds)


def three(form: FormHitung, stem: str) -> LakiPerempuan:
    """Give men, women and total of one row as they stand on paper."""
    laki, perempuan, jumlah = (getattr(form, f"{stem}_{end}") for end in ("l", "p", "jumlah"))
    return LakiPerempuan(laki=laki, perempuan=perempuan, jumlah=jumlah)


def _equal(kode: str, one: int, other: int) -> Pemeriksaan:
    return Pemeriksaan(
        kode=kode, hitungan=f"{angka(one)} {_sign(one, other)} {angka(other)}", cocok=one == other
    )


def _plus(parts: Sequence[int]) -> str:
    return " + ".join(angka(part) for part in parts)


def _sign(one: int, other: int) -> str:
    return "=" if one == other else "≠"
