"""The two codes on paper read back from their text: page QR `PD1*…` and result QR `PR1*…`.

A page QR is signed by nobody: it only names the page of a document. A result QR carries figures
and the committee's signature, which is looked at elsewhere.
"""

import re

from pilkades_desk.berita_acara.result_qr import from_base45, split_result_text
from pilkades_desk.core.errors import DocumentError
from pilkades_desk.core.value import Value

_HEAD = r"([1-9][0-9]{9})\*([0-9]{4})\*([A-Z0-9]{1,6})"
_PAGE = re.compile(rf"PD1\*B\*{_HEAD}\*([1-9][0-9]{{0,2}})\*([A-Z2-7]{{16}})")
_FIGURE = r"(?:UNIT|HITUNG|DPT|HADIR|TERPILIH|[1-9]|KOSONG|SAH|TIDAK SAH):[0-9]{1,7}"
_RESULT = re.compile(rf"PR1\*{_HEAD}(\*LATIHAN)?((?:\*{_FIGURE})+)")
_LONGEST = 1_000
"""Characters; a QR code of our size never holds more."""


class QrHalaman(Value):
    """A page of a document, and 16 characters of its digest."""

    kode_desa: str
    tahun: int
    dok: str
    halaman: int
    kode: str


class QrHasil(Value):
    """A result as it stands in a code: `angka` in order, `pesan` what was signed, `tanda` by whom.

    Nothing of it is believed; `tanda` is 64 bytes r and s.
    """

    kode_desa: str
    tahun: int
    dok: str
    gladi: bool
    angka: tuple[tuple[str, int], ...]
    pesan: str
    tanda: bytes


def parse_qr(untrusted_text: str) -> QrHalaman | QrHasil:
    """Read the text of a code; DocumentError when it is neither (S-631)."""
    text = untrusted_text.strip("\r\n")[: _LONGEST + 1]
    page = _PAGE.fullmatch(text)
    if page:
        desa, tahun, dok, halaman, kode = page.groups()
        return QrHalaman(kode_desa=desa, tahun=int(tahun), dok=dok, halaman=int(halaman), kode=kode)
    if text.startswith("PR1*") and len(text) <= _LONGEST:
        return _result(text)
    raise DocumentError(
        "Teks ini bukan QR halaman atau QR hasil dari Pilkades Desk.",
        "Pindai ulang kode di berita acara, lalu salin seluruh teksnya di antara tanda kutip.",
    )


def _result(text: str) -> QrHasil:
    fields, signature = split_result_text(text)
    found = _RESULT.fullmatch(fields)
    sign = _signature_bytes(signature)
    if found is None or text != f"{fields}*{signature}" or sign is None:
        raise DocumentError(
            "Teks QR hasil ini tidak lengkap atau salah salin.",
            "Pindai ulang; salin semuanya di antara tanda kutip, spasi di ujungnya juga.",
        )
    desa, tahun, dok, gladi, figures = found.groups()
    pairs = (figure.rsplit(":", 1) for figure in figures[1:].split("*"))
    return QrHasil(
        kode_desa=desa,
        tahun=int(tahun),
        dok=dok,
        gladi=bool(gladi),
        angka=tuple((name, int(number)) for name, number in pairs),
        pesan=fields,
        tanda=sign,
    )


def _signature_bytes(untrusted_text: str) -> bytes | None:
    try:
        return from_base45(untrusted_text)
    except ValueError:
        return None
