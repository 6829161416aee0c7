"""What can be wrong with a signature or certificate; callers make it a finding or a refusal."""

from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

# what the parsers of the library raise on bytes made by a stranger
UNREADABLE = (
    *(ValueError, TypeError, UnsupportedAlgorithm),
    *(x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType),
)


class ChainFault(StrEnum):
    """Why a certificate is not believed."""

    BENTUK = "bentuk"
    """It cannot be read, or it is not of the kind this program issues."""
    PENERBIT = "penerbit"
    """No trusted authority stands behind it, or an authority issued more than it may."""
    MASA = "masa"
    """Genuine, but not valid at the time asked about."""
    PERAN = "peran"
    """Genuine, but of a role that may not sign this."""
    CAKUPAN = "cakupan"
    """Genuine, but of another village or another election."""
    DICABUT = "dicabut"
    """Genuine, but withdrawn."""


class SignatureInvalid(Exception):  # noqa: N818 -- a verdict about a file, not a failure of ours
    """The signature does not belong to this key and these bytes."""


class ChainProblem(Exception):  # noqa: N818 -- a verdict about a file, not a failure of ours
    """The certificate is refused; `code` says why."""

    def __init__(self, code: ChainFault, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
