"""The printed recovery code: 160 random bits in Crockford's base 32, eight groups of four."""

import secrets

from pilkades_desk.core.errors import AccessError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_LENGTH = 32


def new_code() -> str:
    """Make a code such as `7K3M-…-Q0ZD`."""
    symbols = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return group(symbols)


def group(symbols: str) -> str:
    """Write 32 symbols as eight groups of four."""
    return "-".join(symbols[start : start + 4] for start in range(0, len(symbols), 4))


def read_code(untrusted_text: str) -> str:
    """Read a typed code; case, spaces, dashes and look-alike letters do not matter."""
    symbols = "".join(untrusted_text.upper().replace("-", "").split()).translate(_READ_AS)
    if len(symbols) != _LENGTH or set(symbols) - set(_ALPHABET):
        raise AccessError(
            "Kode pemulihan tidak lengkap.", "Ketik delapan kelompok berisi empat huruf atau angka."
        )
    return group(symbols)
