"""What a signed PDF proves, judged by pyHanko's difference policy and by our chain checks.

A PDF is believed only as a whole: the village certified it first, each later revision is exactly
one approval in a field that was there from the start, and the last signature covers every byte.
"Signature is valid" alone says nothing: text added later leaves every signature valid.
"""

import asyncio
import struct
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding

from pilkades_desk.core.offline import close_network
from pilkades_desk.kits.signing.certificates import load_certificate, scope_of
from pilkades_desk.kits.signing.chain import Trust, verify_chain
from pilkades_desk.kits.signing.faults import ChainFault, ChainProblem
from pilkades_desk.kits.signing.pdf_report import PdfFault, PdfReport, SignatureReport
from pilkades_desk.kits.signing.quiet import silence_pyhanko
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope

if TYPE_CHECKING:
    from asn1crypto.x509 import Name
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus
    from pyhanko_certvalidator import ValidationContext

close_network()  # before the library is first loaded, further down

_NAME_MAX = 100


def verify_pdf(untrusted_pdf: bytes, trust: Trust) -> PdfReport:
    """Check every signature of a PDF and the PDF as a whole; never asks the network."""
    try:
        return asyncio.run(_verify(untrusted_pdf, trust))
    except _unreadable():
        return PdfReport(problems=(PdfFault.TAK_TERBACA,))


def trust_inside(untrusted_pdf: bytes, at: datetime) -> Trust:
    """Believe what a PDF says of its own village: who certified it, and that village's authority.

    Whoever makes such a file makes these too, so it proves that nothing changed, not who signed.
    A file with two authorities is believed none.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    silence_pyhanko()
    refused: tuple[type[Exception], ...] = (ChainProblem, *_unreadable())
    try:
        made = PdfFileReader(BytesIO(untrusted_pdf)).embedded_signatures
        first, *others = sorted(made, key=lambda each: each.signed_revision)
        village = _pem(first.signer_cert.dump())
        whose = scope_of(load_certificate(village))
        wanted = whose.model_copy(update={"peran": PeranSertifikat.DESA_CA})
        carried = {_pem(one.dump()) for each in others for one in each.other_embedded_certs}
        issuers = [pem for pem in carried if _scope_or_none(pem) == wanted]
        return Trust([village, *(issuers if len(issuers) == 1 else ())], at)
    except refused:
        return Trust([], at)


def _unreadable() -> tuple[type[Exception], ...]:
    """Name what the parser raises: a hostile file fails anywhere inside it."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import ValueErrorWithMessage

    return (
        *(PdfError, ValueErrorWithMessage, zlib.error, ValueError, TypeError),
        *(LookupError, AttributeError, ArithmeticError, RecursionError, NotImplementedError),
        *(AssertionError, EOFError, struct.error, UnsupportedAlgorithm),
    )


async def _verify(untrusted_pdf: bytes, trust: Trust) -> PdfReport:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature

    from pilkades_desk.kits.signing import pdf_structure

    silence_pyhanko()
    reader = PdfFileReader(BytesIO(untrusted_pdf))
    embedded = sorted(reader.embedded_signatures, key=lambda each: each.signed_revision)
    if not embedded:
        return PdfReport(problems=(PdfFault.TANPA_TANDA_TANGAN,))
    context = _context(trust)
    reports = []
    for each in embedded:
        status = await async_validate_pdf_signature(each, context)
        reports.append(_report(each, status, trust, first=each is embedded[0]))
    reports = _of_one_place(reports)
    foreign = {each.kolom for each in reports if each.asing}
    problems = (*pdf_structure.faults_of(reader, embedded, foreign), *_faults_in(reports))
    return PdfReport(
        signatures=tuple(reports),
        problems=tuple(dict.fromkeys(problems)),
        kosong=pdf_structure.empty_fields(reader),
    )


def _context(trust: Trust) -> "ValidationContext":
    from pyhanko.keys import load_certs_from_pemder_data
    from pyhanko_certvalidator import ValidationContext

    pems = b"".join(root.public_bytes(Encoding.PEM) for root in trust.roots)
    roots = list(load_certs_from_pemder_data(pems)) if pems else []
    return ValidationContext(trust_roots=roots, allow_fetching=False, moment=trust.at)


def _report(
    each: "EmbeddedPdfSignature", status: "PdfSignatureStatus", trust: Trust, *, first: bool
) -> SignatureReport:
    leaf = _pem(each.signer_cert.dump())
    chain = [_pem(other.dump()) for other in each.other_embedded_certs]
    role = PeranSertifikat.DESA if first else PeranSertifikat.ORANG
    scope, chain_fault = _believe(leaf, chain, trust, role)
    claimed = each.self_reported_timestamp
    then: Scope | None = None
    if chain_fault is ChainFault.MASA and claimed is not None:
        then, _ = _believe(leaf, chain, trust.asked_at(claimed), role)
    level = status.modification_level
    return SignatureReport(
        kolom=each.field_name,
        nama=_who(each.signer_cert.subject),
        scope=scope or then,
        pada=claimed,
        intact=status.intact,
        valid=status.valid,
        trusted=status.trusted,
        coverage="" if status.coverage is None else status.coverage.name,
        modification="" if level is None else level.name,
        docmdp_ok=bool(status.docmdp_ok),
        chain_fault=chain_fault,
        serial=f"{each.signer_cert.serial_number:x}",
        sertifikat=leaf,
        penerbit=_who(each.signer_cert.issuer),
        asing=not first and _scope_or_none(leaf) is None,
        lewat=then is not None,
    )


def _believe(
    leaf: str, chain: Sequence[str], trust: Trust, role: PeranSertifikat
) -> tuple[Scope | None, ChainFault | None]:
    try:
        return verify_chain(leaf, chain, trust, (role,)), None
    except ChainProblem as problem:
        return None, problem.code


def _faults_in(reports: Sequence[SignatureReport]) -> Iterator[PdfFault]:
    for report in reports:
        if not report.unchanged:
            yield PdfFault.ISI_BERUBAH
        if report.asing:
            yield PdfFault.PENANDA_ASING
        elif not report.ok:
            yield PdfFault.PENANDA_TANGAN


def _of_one_place(reports: Sequence[SignatureReport]) -> list[SignatureReport]:
    """Believe nobody of another village or election than the one that certified the file."""
    village = reports[0].scope
    elsewhere = {"chain_fault": ChainFault.CAKUPAN, "lewat": False}
    return [
        each.model_copy(update=elsewhere)
        if village and each.scope and not _same_place(each.scope, village)
        else each
        for each in reports
    ]


def _same_place(one: Scope, other: Scope) -> bool:
    return (one.desa, one.pemilihan) == (other.desa, other.pemilihan)


def _scope_or_none(pem: str) -> Scope | None:
    try:
        return scope_of(load_certificate(pem))
    except ChainProblem:
        return None


def _who(untrusted_name: "Name") -> str:
    """Give the common name in a certificate, or all it says, as one short printable line."""
    said = untrusted_name.native
    words = str(said.get("common_name", "") or untrusted_name.human_friendly)
    return "".join(sign for sign in words if sign.isprintable())[:_NAME_MAX] or "tanpa nama"


def _pem(der: bytes) -> str:
    from asn1crypto.pem import armor

    return bytes(armor("CERTIFICATE", der)).decode("ascii")
