"""Reads the wording of a form from `resources/forms/` and fills in its values, to be frozen."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from pydantic import ValidationError

from pilkades_desk.core.clock import BULAN, HARI, plain_date, short_date
from pilkades_desk.core.errors import ResourceError
from pilkades_desk.core.resources import resource_text
from pilkades_desk.core.terbilang import terbilang
from pilkades_desk.panitia.naskah.values import Naskah, WaktuTempat, Wilayah

SEBUTAN = ("panitia", "kpps", "unit", "tambahan")
"""What the profile must name."""


def date_in_words(day: date) -> str:
    """Write `Rabu tanggal tiga bulan Februari tahun dua ribu dua puluh tujuh (03-02-2027)`.

    Syarat: S-602.
    """
    return (
        f"{HARI[day.weekday()]} tanggal {terbilang(day.day)} bulan {BULAN[day.month - 1]} "
        f"tahun {terbilang(day.year)} ({short_date(day)})"
    )


def naskah_values(
    wilayah: Wilayah, waktu: WaktuTempat, sebutan: Mapping[str, str]
) -> dict[str, str]:
    """Give what every wording may name in braces; `sebutan` comes from the profile."""
    return {
        "desa": wilayah.desa,
        "kecamatan": wilayah.kecamatan,
        "kabupaten": wilayah.kabupaten,
        "provinsi": wilayah.provinsi,
        "waktu": date_in_words(waktu.tanggal),
        "tanggal": plain_date(waktu.tanggal),
        "tahun": str(waktu.tanggal.year),
        "tempat": waktu.tempat,
        **{name: sebutan[name] for name in SEBUTAN},
    }


def read_naskah(kode: str, values: Mapping[str, str]) -> Naskah:
    """Read the wording of one form, such as F-27, and fill in the braces.

    Raises:
        ResourceError: the file is damaged or names something unknown.
    """
    with sound(kode):
        return _filled(read_file(kode), values)


def read_file(kode: str) -> dict[str, Any]:
    """Read everything the file of one form says, unfilled."""
    file = f"{kode.replace('-', '').lower()}.toml"
    return tomllib.loads(resource_text("forms", file))


@contextmanager
def sound(kode: str) -> Iterator[None]:
    """Say of a file that cannot be read as a form which one it is.

    Raises:
        ResourceError: the file is damaged or names something unknown.
    """
    try:
        yield
    except (tomllib.TOMLDecodeError, ValidationError, KeyError) as error:
        raise ResourceError(
            f"Naskah formulir {kode} rusak.",
            "Pasang ulang Pilkades Desk dari berkas pemasang yang utuh.",
        ) from error


def _filled(table: Mapping[str, Any], values: Mapping[str, str]) -> Naskah:
    lines = {name: str(text).format_map(values) for name, text in table.get("baris", {}).items()}
    texts = {name: table.get(name, "") for name in ("pembuka", "penutup", "catatan")}
    return Naskah(
        judul=tuple(str(line).format_map(values) for line in table["judul"]),
        butir=tuple(str(line).format_map(values) for line in table.get("butir", ())),
        baris=tuple(lines.items()),
        **{name: str(text).format_map(values) for name, text in texts.items()},
    )
