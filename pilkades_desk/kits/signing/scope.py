"""Whose a certificate is: role, village and election, written as one URI in the certificate."""

import re
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from pilkades_desk.core.value import Value

ANY_ELECTION = "-"
_KABUPATEN = re.compile(r"[1-9][0-9]{3}")
_DESA = re.compile(r"[1-9][0-9]{9}")
_PEMILIHAN = re.compile(r"[0-9a-f]{32}")
_PREFIX = "urn:pilkades:"


class PeranSertifikat(StrEnum):
    """What the holder of a certificate is."""

    KABUPATEN = "kabupaten"
    """Root authority of the kabupaten; signs certificates and kits only."""
    MEJA = "meja"
    """One receiving desk."""
    DESA = "desa"
    """A village committee as such."""
    DESA_CA = "desa-ca"
    """A village committee issuing certificates to its own people."""
    ORANG = "orang"
    """A person who signs documents."""
    KPPS = "kpps"
    """A laptop at a polling station, for three days."""


_OF_KABUPATEN = (PeranSertifikat.KABUPATEN, PeranSertifikat.MEJA)
ISSUERS = {
    PeranSertifikat.KABUPATEN: None,
    PeranSertifikat.MEJA: PeranSertifikat.KABUPATEN,
    PeranSertifikat.DESA: PeranSertifikat.KABUPATEN,
    PeranSertifikat.DESA_CA: PeranSertifikat.KABUPATEN,
    PeranSertifikat.ORANG: PeranSertifikat.DESA_CA,
    PeranSertifikat.KPPS: PeranSertifikat.DESA_CA,
}


class Scope(Value):
    """Role, village and election of a certificate.

    `desa` holds the ten digits of a village, or for kabupaten and meja the four of the kabupaten;
    only those two may leave the election open with "-".
    """

    peran: PeranSertifikat
    desa: str
    pemilihan: str

    @model_validator(mode="after")
    def _check(self) -> Self:
        of_kabupaten = self.peran in _OF_KABUPATEN
        if not (_KABUPATEN if of_kabupaten else _DESA).fullmatch(self.desa):
            raise ValueError("desa")
        if of_kabupaten and self.pemilihan == ANY_ELECTION:
            return self
        if not _PEMILIHAN.fullmatch(self.pemilihan):
            raise ValueError("pemilihan")
        return self

    @property
    def urn(self) -> str:
        """The URI as it stands in the certificate."""
        return f"{_PREFIX}{self.peran}:{self.desa}:{self.pemilihan}"

    @classmethod
    def from_urn(cls, untrusted_urn: str) -> Self:
        """Read the URI of a certificate; ValueError when it is not exactly one of ours."""
        if not untrusted_urn.startswith(_PREFIX):
            raise ValueError("urn")
        peran, desa, pemilihan = untrusted_urn.removeprefix(_PREFIX).split(":")
        return cls(peran=PeranSertifikat(peran), desa=desa, pemilihan=pemilihan)

    def may_issue(self, inner: "Scope") -> bool:
        """Tell whether a holder of this may issue `inner`: next role down, inside own area."""
        return (
            ISSUERS[inner.peran] == self.peran
            and inner.desa.startswith(self.desa)
            and self.pemilihan in (ANY_ELECTION, inner.pemilihan)
        )
