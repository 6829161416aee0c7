"""The layouts met in the wild, as data: one file each in `resources/sumber/`.

A layout says by which headers it is known (`penanda`), which column holds which field, and which
tables of `resources/nilai-sumber.toml` give the meaning of its codes: the same digit means
different things by source. `umum` comes last: usual headers, and only codes that are never digits.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from pydantic import ValidationError

from pilkades_desk.core.errors import ResourceError
from pilkades_desk.core.resources import resource, resource_text
from pilkades_desk.core.value import Value
from pilkades_desk.pemilih.values import Isian, JenisKelamin, StatusKawin

UMUM = "umum"
WAJIB = (Isian.NIK, Isian.KK, Isian.NAMA, Isian.TANGGAL_LAHIR, Isian.KELAMIN, Isian.KAWIN)
"""Without these no row can become a voter."""
Kepala = tuple[str, ...]
"""One header, or three for a birth date in three cells."""
_NOT_SPELLING = re.compile(r"[^A-Z0-9/]+")
_SLASH = re.compile(r" ?/ ?")
_HYPHEN = re.compile(r"\s*[-–]\s*")


class Nilai(Value):
    """The tables of codes by name, and headers whose columns are never read."""

    terlarang: tuple[str, ...]
    kelamin: dict[str, dict[str, JenisKelamin]]
    kawin: dict[str, dict[str, StatusKawin]]
    disabilitas: dict[str, dict[str, int]]


class BerkasSumber(Value):
    """One layout's file as written."""

    sebutan: str
    penanda: tuple[str, ...]
    wajib: tuple[Isian, ...] = ()
    persis: bool = False
    boleh: tuple[str, ...] = ()
    kelamin: tuple[str, ...]
    kawin: tuple[str, ...]
    disabilitas: tuple[str, ...]
    tanda_lewat: tuple[str, ...] = ()
    keluarga: tuple[str, ...] = ()
    lewati: str = ""
    kolom: dict[Isian, tuple[str | tuple[str, str, str], ...]]
    tandai: dict[str, dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """One layout; header spellings are compared as `spelling` gives them.

    `keluarga` finds in rows between voters what holds for the family below; `tandai` gives by
    header the codes that say a person may have no vote.
    """

    name: str
    sebutan: str
    headers: Mapping[Isian, tuple[Kepala, ...]]
    needed: tuple[Isian, ...]
    penanda: frozenset[str]
    kelamin: Mapping[str, JenisKelamin]
    kawin: Mapping[str, StatusKawin]
    disabilitas: Mapping[str, int]
    pemetaan: str = ""
    """The name of the saved mapping this layout was made of."""
    persis: bool = False
    longgar: bool = False
    """Somebody asked for this layout: its marks need not all be there."""
    boleh: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    """Remarks, lower case, that belong to the source's own procedure and are not carried over."""
    keluarga: tuple[re.Pattern[str], ...] = ()
    lewati: re.Pattern[str] | None = None
    tandai: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    row_number: tuple[str, ...] = ("NO", "NO URUT", "NOMOR", "NO UND")
    nothing: frozenset[str] = frozenset({"null", "-"})


@cache
def sources() -> Mapping[str, SourceProfile]:
    """Give every layout by name, `umum` last; ResourceError names a file that is wrong."""
    names = sorted(path.stem for path in resource("sumber").glob("*.toml"))
    names.sort(key=lambda name: name == UMUM)
    return {name: parse_source(name, resource_text("sumber", f"{name}.toml")) for name in names}


@cache
def code_tables() -> Nilai:
    """Give the tables of codes."""
    try:
        return Nilai.model_validate(tomllib.loads(resource_text("nilai-sumber.toml")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise _wrong("nilai-sumber", error) from error


def parse_source(name: str, untrusted_text: str) -> SourceProfile:
    """Check one layout's text; ResourceError names the file and the key that is wrong."""
    try:
        written = BerkasSumber.model_validate(tomllib.loads(untrusted_text))
        return _compile(name, written, code_tables())
    except (tomllib.TOMLDecodeError, ValidationError, KeyError, re.error) as error:
        raise _wrong(name, error) from error


def _compile(name: str, written: BerkasSumber, nilai: Nilai) -> SourceProfile:
    return SourceProfile(
        name=name,
        sebutan=written.sebutan,
        headers={
            isian: tuple((one,) if isinstance(one, str) else one for one in aliases)
            for isian, aliases in written.kolom.items()
        },
        needed=written.wajib,
        penanda=frozenset(written.penanda),
        kelamin={
            code: what for table in written.kelamin for code, what in nilai.kelamin[table].items()
        },
        kawin={code: what for table in written.kawin for code, what in nilai.kawin[table].items()},
        disabilitas={"": 0}
        | {
            code: what
            for one in written.disabilitas
            for code, what in nilai.disabilitas[one].items()
        },
        persis=written.persis,
        boleh=frozenset(written.boleh),
        marks=frozenset(written.tanda_lewat),
        keluarga=tuple(re.compile(pattern, re.IGNORECASE) for pattern in written.keluarga),
        lewati=re.compile(written.lewati, re.IGNORECASE) if written.lewati else None,
        tandai=written.tandai,
    )


def spelling(text: str) -> str:
    """Make header spellings comparable: upper-case, line breaks and signs as one space."""
    return _SLASH.sub("/", _NOT_SPELLING.sub(" ", text.upper())).strip()


def code_key(text: str) -> str:
    """Make codes comparable: upper-case, blanks as one, none round a hyphen."""
    key = " ".join(text.upper().split())
    return _HYPHEN.sub("-", key) if len(key) > 2 else key


def _wrong(name: str, error: Exception) -> ResourceError:
    where = str(error)
    if isinstance(error, ValidationError):
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
    return ResourceError(
        f"Tata letak '{name}' salah: {where}.",
        "Pasang ulang Pilkades Desk dari berkas pemasang yang utuh.",
    )
