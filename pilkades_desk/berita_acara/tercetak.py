"""What the pages of a PDF say of themselves, compared with the data the file carries.

The data code stands on every page as text and inside its code for machines as a picture, the
result's on the first one; all are read as a stranger with the paper would.
"""

import re
from contextlib import suppress

from pilkades_desk.berita_acara.result_qr import (
    RESULT_DOMAIN,
    from_base45,
    parse_isi,
    result_fields,
    split_result_text,
)
from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.core.clock import Zona
from pilkades_desk.core.value import Value
from pilkades_desk.kits.pdf.untrusted import carried_data, count_pages, page_codes, page_texts
from pilkades_desk.kits.signing.certificates import read_scope
from pilkades_desk.kits.signing.faults import SignatureInvalid
from pilkades_desk.kits.signing.keys import verify_raw
from pilkades_desk.panitia.naskah.data_code import code_of, digest_of, page_code

_CODE = re.compile(r"(?<![0-9])[0-9]{4}(?: [0-9]{4}){5}(?![0-9])")
_FORM = re.compile(r"[A-Z]-[0-9]{2}[a-z]?")
_PAGE = re.compile(r"PD1\*B\*[0-9]{10}\*[0-9]{4}\*[A-Z0-9]{1,6}\*([0-9]{1,3})\*([A-Z2-7]{16})")
MOST_PAGES = 100
"""No signed document comes near it; each page of a stranger's file is drawn up to twice."""
_DPI = (150, 300)
"""Read at the first; the second is for a printer's driver that drew coarsely."""


class Tercetak(Value):
    """What comparing gave: `beda` names in words what does not fit.

    Without data inside (`bawa_data`) nothing is compared. `kode_data` and `kode_qr` are computed
    from the data, to be compared with paper; `gladi` tells that it is of a rehearsal.
    """

    bawa_data: bool = False
    kode: str = ""
    kode_data: str = ""
    kode_qr: str = ""
    zona: Zona = Zona.WIB
    gladi: bool = False
    beda: tuple[str, ...] = ()


def compare_print(untrusted_pdf: bytes, village_pem: str) -> Tercetak:
    """Compare the codes printed in a PDF with its data; `village_pem` signed its result QR.

    Syarat: S-474.
    """
    data = carried_data(untrusted_pdf)
    try:
        kode, zona = _head(data)
    except (ValueError, RecursionError):
        return Tercetak(bawa_data=bool(data), beda=("data di dalamnya rusak",) if data else ())
    if count_pages(untrusted_pdf) > MOST_PAGES:
        return Tercetak(bawa_data=True, beda=(f"halamannya lebih dari {MOST_PAGES}",))
    digest = digest_of(kode, data)
    found = Tercetak(
        bawa_data=True,
        kode=kode,
        kode_data=code_of(digest),
        kode_qr=page_code(digest),
        zona=zona,
        gladi=parse_canonical(data).get("gladi") is True,
    )
    wrong = [
        words
        for words, holds in (
            ("datanya tentang desa lain", _village_of(data) == read_scope(village_pem).desa),
            ("kode data tercetak lain dari datanya", _prints(untrusted_pdf, found.kode_data)),
            ("QR lain dari datanya", _codes_fit(untrusted_pdf, found, data, village_pem)),
        )
        if not holds
    ]
    return found.model_copy(update={"beda": tuple(wrong)})


def _head(data: bytes) -> tuple[str, Zona]:
    """Give form code and time zone; ValueError when they are not there."""
    fields = parse_canonical(data)
    kode = fields.get("kode") if isinstance(fields, dict) else None
    if not isinstance(kode, str) or not _FORM.fullmatch(kode):
        raise ValueError("no form code")
    return kode, Zona(fields.get("zona", ""))


def _village_of(data: bytes) -> object:
    place = parse_canonical(data).get("wilayah")
    return place.get("kode_desa") if isinstance(place, dict) else None


def _prints(untrusted_pdf: bytes, code: str) -> bool:
    found = [_CODE.findall(text) for text in page_texts(untrusted_pdf)]
    return bool(found) and all(code in codes for codes in found)


def _codes_fit(untrusted_pdf: bytes, found: Tercetak, data: bytes, village_pem: str) -> bool:
    """Tell whether every page's QR codes are those of the data, the result's on the first."""
    expected = ""
    with suppress(ValueError, RecursionError):  # another form, which has no result QR
        expected = result_fields(parse_isi(data))

    def fits(page: int, dpi: float) -> bool:
        texts = page_codes(untrusted_pdf, page, dpi)
        pages = [match.groups() for match in map(_PAGE.fullmatch, texts) if match]
        result = "" if page else expected
        return pages == [(str(page + 1), found.kode_qr)] and _has(texts, result, village_pem)

    return all(any(fits(page, dpi) for dpi in _DPI) for page in range(count_pages(untrusted_pdf)))


def _has(texts: tuple[str, ...], expected: str, village_pem: str) -> bool:
    """Tell whether the one result code wanted is there and no other; none where none is wanted."""
    results = [text for text in texts if text.startswith("PR1*")]
    signed = [text for text in results if _is_signed(text, expected, village_pem)]
    return len(signed) == len(results) == bool(expected)


def _is_signed(untrusted_text: str, expected: str, village_pem: str) -> bool:
    fields, signature = split_result_text(untrusted_text)
    try:
        message = RESULT_DOMAIN + fields.encode("ascii")
        verify_raw(village_pem, from_base45(signature), message)
    except (ValueError, SignatureInvalid):
        return False
    return fields == expected
