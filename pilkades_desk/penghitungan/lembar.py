"""What step 5's screen shows, from the use cases: sheets to type, the recap with names."""

from collections.abc import Mapping, Sequence
from typing import Self

from pydantic import Field, model_validator

from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.calon.values import Calon
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.penghitungan.rules import check_day
from pilkades_desk.penghitungan.usecases import (
    outcome,
    read_acuan,
    read_own_reading,
    read_states,
    recap,
    start_entry,
    start_retyping,
)
from pilkades_desk.penghitungan.values import Hasil, Isian, Rekap, Tahap


class LembarKetik(Value):
    """What one person types now: the boxes, and what they typed before, if they may see it."""

    unit: int
    nama: str
    ke: int = Field(ge=0, le=2)
    """Entry 1 or 2; 0 is a second reading, which shows nothing but what was read in it."""
    isian: tuple[Isian, ...]
    isi: Mapping[str, int] = {}
    peringatan: tuple[Finding, ...] = ()
    """What the typist should know before the first box; nothing about the paper's figures."""

    @model_validator(mode="after")
    def _shows_no_other_box(self) -> Self:
        if not self.isi.keys() <= {isian.id for isian in self.isian}:
            raise ValueError("a figure without its box")
        return self

    @property
    def is_ulang(self) -> bool:
        """Tell whether single boxes are read again."""
        return self.ke == 0


class RekapDesa(Value):
    """The recap with the names of its vote lines and, once every unit is final, the result."""

    rekap: Rekap
    nama: tuple[str, ...]
    hasil: Hasil | None

    def sebut(self, nomor: int) -> str:
        """Name one vote line with its number."""
        return f"nomor {nomor} {self.nama[nomor - 1]}"


def open_entry(meja: Meja, unit: int) -> LembarKetik:
    """Begin or go on with one's own entry, as a sheet with what is in it so far."""
    entri = start_entry(meja, unit)
    acuan = read_acuan(meja, unit)
    (status,) = (status for status in read_states(meja) if status.unit == unit)
    return LembarKetik(
        unit=unit,
        nama=acuan.unit,
        ke=2 if status.tahap is Tahap.ENTRI_2 else 1,
        isian=_named(meja, acuan.susunan.isian),
        isi=entri.isi,
        peringatan=_today(meja),
    )


def open_retyping(meja: Meja, unit: int) -> LembarKetik:
    """Give the boxes this account is to read again, blank but for what it read in this reading.

    Refused when there is none.
    """
    names = start_retyping(meja, unit)
    acuan = read_acuan(meja, unit)
    boxes = [box for box in acuan.susunan.isian if box.id in names]
    return LembarKetik(
        unit=unit,
        nama=acuan.unit,
        ke=0,
        isian=_named(meja, boxes),
        isi=read_own_reading(meja, unit),
        peringatan=_today(meja),
    )


def read_rekap_desa(meja: Meja) -> RekapDesa:
    """Give the recap with names beside numbers, and a result only when it is complete."""
    rekap = recap(meja)
    complete = rekap.lengkap and bool(rekap.baris)
    return RekapDesa(
        rekap=rekap,
        nama=vote_lines(read_calon(meja)),
        hasil=outcome(meja) if complete else None,
    )


def _today(meja: Meja) -> tuple[Finding, ...]:
    pemilihan = meja.pemilihan
    return check_day(pemilihan.tanggal, meja.clock.now().astimezone(pemilihan.zona.tz).date())


def vote_lines(calon: Sequence[Calon]) -> tuple[str, ...]:
    """Name the vote lines by number; a single candidate faces the blank column."""
    names = tuple(one.nama for one in calon if one.nomor is not None)
    return names if len(names) > 1 else (*names, "Kolom kosong")


def _named(meja: Meja, boxes: Sequence[Isian]) -> tuple[Isian, ...]:
    """Write the candidates' names beside their numbers, as the paper does."""
    names = {f"suara_{calon.nomor}": calon.nama for calon in read_calon(meja)}
    return tuple(
        box.model_copy(update={"label": f"{box.label} {names[box.id]}"}) if box.id in names else box
        for box in boxes
    )
