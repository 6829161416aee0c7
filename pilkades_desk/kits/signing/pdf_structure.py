"""The shape a signed PDF of ours has, beyond what each signature proves by itself.

Wholly about pyHanko, imported when a PDF is checked.
"""

from collections.abc import Collection, Iterator, Sequence

from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation import read_certification_data
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from pilkades_desk.kits.signing.pdf_fields import FIELD_DESA
from pilkades_desk.kits.signing.pdf_report import PdfFault

_PADES = "/ETSI.CAdES.detached"
_LONG_FORM = 0x80
_DETACHED = bytes.fromhex("300b06092a864886f70d010701")
_SHA256 = bytes.fromhex("300d06096086480165030402010500")
_ECDSA_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")


def faults_of(
    reader: PdfFileReader, made: Sequence[EmbeddedPdfSignature], foreign: Collection[str] = ()
) -> Iterator[PdfFault]:
    """Find what is wrong with the whole; `made` holds every signature, oldest first.

    `foreign` names the fields signed with another system's certificate: these may be new.
    """
    first, last = made[0], made[-1]
    if not _certifies(reader, first):
        yield PdfFault.TANPA_PENGESAHAN
    if last.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        yield PdfFault.TIDAK_TERTUTUP
    # one revision, one signature: nothing slips in between, no signature replaces another
    revisions = [each.signed_revision for each in made]
    if revisions != list(range(revisions[0], reader.xrefs.total_revisions)):
        yield PdfFault.ISI_BERUBAH
    if not all(_gap_is_its_own(each, foreign=each.field_name in foreign) for each in made):
        yield PdfFault.ISI_BERUBAH
    certified = _field_names(reader.get_historical_resolver(first.signed_revision))
    added = set(foreign).difference(certified)
    if certified != [name for name in _field_names(reader) if name not in added]:
        yield PdfFault.KOLOM_BERUBAH


def empty_fields(reader: PdfFileReader) -> tuple[str, ...]:
    """Name the fields made for signatures nobody has given yet."""
    return tuple(name for name, *_ in enumerate_sig_fields(reader, filled_status=False))


def _certifies(reader: PdfFileReader, first: EmbeddedPdfSignature) -> bool:
    certification = read_certification_data(reader)
    return (
        first.field_name == FIELD_DESA
        and certification is not None
        and certification.permission == MDPPerm.FILL_FORMS
        and certification.author_sig == first.sig_object
    )


def _field_names(handler: PdfFileReader | HistoricalResolver) -> list[str]:
    return [name for name, *_ in enumerate_sig_fields(handler)]


def _gap_is_its_own(each: EmbeddedPdfSignature, *, foreign: bool) -> bool:
    """Check the bytes no signature covers: its own container, in hex, zero-filled.

    Ours are upper-case and hold nothing optional, so that each flipped bit is seen.
    """
    container = each.pkcs7_content
    start, end = each.byte_range[1], each.byte_range[2]
    stream = each.reader.stream
    stream.seek(start)
    written = stream.read(end - start)
    if any(container[_der_size(container) :]):
        return False
    wanted = b"<" + container.hex().upper().encode() + b">"
    if foreign:
        return bool(written.upper() == wanted)
    return (
        each.sig_object.get("/SubFilter") == _PADES
        and _is_plain_container(each)
        and bool(written == wanted)
    )


def _der_size(container: bytes) -> int:
    """Read how many bytes the outer DER element takes, header included."""
    first = container[1]
    if first < _LONG_FORM:
        return 2 + first
    header = 2 + first - _LONG_FORM
    return header + int.from_bytes(container[2:header])


def _is_plain_container(each: EmbeddedPdfSignature) -> bool:
    """Check the fields of the container that no signature covers and no verifier needs."""
    signed, signer = each.signed_data, each.signer_info
    certificates = (each.signer_cert, *each.other_embedded_certs)
    hashes = [algorithm.dump() for algorithm in signed["digest_algorithms"]]
    return (
        signed["version"].native == signer["version"].native == "v1"
        and signed["encap_content_info"].dump() == _DETACHED
        and hashes == [signer["digest_algorithm"].dump()] == [_SHA256]
        and signer["signature_algorithm"].dump() == _ECDSA_SHA256
        and signer["sid"].chosen["issuer"].dump() == each.signer_cert.issuer.dump()
        and not any(certificate["signature_value"].contents[0] for certificate in certificates)
    )
