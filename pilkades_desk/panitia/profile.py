"""The regulation profile: every rule of law as a value with its basis and how sure it is."""

import tomllib
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import ResourceError
from pilkades_desk.core.resources import resource_text
from pilkades_desk.core.value import Value


class StatusNilai(StrEnum):
    """Whether somebody has seen the legal text."""

    TERVERIFIKASI = "terverifikasi"
    ASUMSI = "asumsi"


class NilaiProfil(Value):
    """One value with its legal basis."""

    nilai: bool | int | str | list[int] | list[str]
    dasar: str
    status: StatusNilai


class Profil(Value):
    """All values of one regency and year; `sidik` is the SHA-256 of the file as read."""

    nama: str
    sidik: str
    isi: dict[str, NilaiProfil]

    def nilai(self, key: str) -> Any:
        """Give one value by its dotted key; ResourceError when the profile lacks it."""
        if key not in self.isi:
            raise ResourceError(
                f"Profil '{self.nama}' tidak memuat '{key}'.", "Pakai profil yang lengkap."
            )
        return self.isi[key].nilai

    @property
    def asumsi(self) -> tuple[str, ...]:
        """Name the keys nobody has verified."""
        return tuple(k for k, v in self.isi.items() if v.status is StatusNilai.ASUMSI)

    @property
    def label(self) -> str:
        """Write name and short hash, as printed in every footer."""
        return f"{self.nama} {self.sidik[:8]}"


def read_profile(nama: str) -> Profil:
    """Read a profile shipped with the program."""
    return parse_profile(nama, resource_text("profil", f"{nama}.toml"))


def parse_profile(nama: str, untrusted_text: str) -> Profil:
    """Check a profile's text; ResourceError names the file and the key that is wrong (S-012)."""
    hint = "Minta profil yang benar dari kabupaten."
    try:
        content = tomllib.loads(untrusted_text)
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"Profil '{nama}' tidak terbaca: {error}.", hint) from error
    isi = {}
    for key, raw in content.items():
        try:
            isi[key] = NilaiProfil.model_validate(raw)
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(str(part) for part in fault["loc"]) or "nilai"
            raise ResourceError(f"Profil '{nama}', kunci '{key}': {where} salah.", hint) from error
    return Profil(nama=nama, sidik=sha256_hex(untrusted_text.encode("utf-8")), isi=isi)
