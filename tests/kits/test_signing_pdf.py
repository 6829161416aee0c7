import asyncio
import itertools
import logging
import random
import shutil
import subprocess
import sys
import warnings
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from asn1crypto.cms import ContentInfo
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import Signer
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

from pilkades_desk.core.errors import DocumentError
from pilkades_desk.kits.signing import pdf_sign
from pilkades_desk.kits.signing.certificates import serial
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.faults import ChainFault
from pilkades_desk.kits.signing.pdf_report import PdfFault, PdfReport
from pilkades_desk.kits.signing.pdf_sign import Signatory
from pilkades_desk.kits.signing.pdf_signer import KeySigner
from pilkades_desk.kits.signing.pdf_verify import trust_inside, verify_pdf
from tests.kits.foreign import FOREIGN_ISSUER, FOREIGN_NAME, sign_elsewhere
from tests.kits.pdf_spoiling import add_text
from tests.kits.signing_makers import (
    NOW,
    OTHER_DESA,
    REMARK,
    make_issued,
    make_pdf,
    make_root,
    make_village,
    scope,
)

VILLAGE = make_village()
TRUST = Trust([VILLAGE.root.cert_pem], NOW)
FIELDS = ("ketua", "anggota-1", "saksi")
PEOPLE = {name: VILLAGE.person(name) for name in FIELDS}
PDFSIG = shutil.which("pdfsig") or ""
UNSIGNED = make_pdf()  # once: other tests change ReportLab's global settings
CERTIFIED = pdf_sign.prepare_and_certify(UNSIGNED, FIELDS, VILLAGE.signatory, NOW, REMARK)


def approve(pdf: bytes, *names: str) -> bytes:
    for name in names:
        pdf = pdf_sign.add_signature(pdf, name, PEOPLE[name], NOW, REMARK)
    return pdf


class PlainSigner(KeySigner):
    """The library's own encoding, nothing read back in between."""

    signed_attrs = Signer.signed_attrs
    signer_info = Signer.signer_info


def spare_bytes(pdf: bytes) -> int:
    """Count the zeros after the newest signature's container."""
    container = list(PdfFileReader(BytesIO(pdf)).embedded_signatures)[-1].pkcs7_content
    return len(container) - len(ContentInfo.load(container).dump())


SIGNED = approve(CERTIFIED, *FIELDS)


def verdict(pdf: bytes, trust: Trust = TRUST) -> PdfReport:
    return verify_pdf(pdf, trust)


def flip(pdf: bytes, bit: int) -> bytes:
    flipped = bytearray(pdf)
    flipped[bit // 8] ^= 1 << bit % 8
    return bytes(flipped)


@pytest.mark.parametrize("order", list(itertools.permutations(FIELDS)))
def test_three_approvals_in_any_order_are_believed(order: tuple[str, ...]) -> None:
    report = verdict(approve(CERTIFIED, *order))
    assert report.ok
    assert [each.kolom for each in report.signatures] == ["desa", *order]
    assert all(each.ok for each in report.signatures)


def test_certified_document_without_approvals_is_believed() -> None:
    assert verdict(CERTIFIED).ok


def test_report_names_signer_scope_and_claimed_time() -> None:
    last = verdict(SIGNED).signatures[-1]
    assert (last.nama, last.scope, last.pada) == ("saksi", scope("orang"), NOW)


def test_last_signature_covers_the_file_and_earlier_ones_their_revision() -> None:
    covered = [each.coverage for each in verdict(SIGNED).signatures]
    assert covered == ["ENTIRE_REVISION"] * 3 + ["ENTIRE_FILE"]


def test_same_input_gives_the_same_bytes() -> None:
    again = pdf_sign.prepare_and_certify(UNSIGNED, FIELDS, VILLAGE.signatory, NOW, REMARK)
    assert approve(again, *FIELDS) == SIGNED


@pytest.mark.parametrize("bit", random.Random(27).sample(range(len(SIGNED) * 8), 25))
def test_one_flipped_bit_is_refused(bit: int) -> None:
    assert not verdict(flip(SIGNED, bit)).ok


@pytest.mark.syarat("S-612")
def test_text_added_after_signing_is_reported() -> None:
    problems = verdict(add_text(SIGNED)).problems
    assert {PdfFault.ISI_BERUBAH, PdfFault.TIDAK_TERTUTUP} <= set(problems)


def test_text_slipped_in_before_another_signature_is_reported() -> None:
    between = approve(add_text(approve(CERTIFIED, "ketua")), "saksi")
    assert PdfFault.ISI_BERUBAH in verdict(between).problems


def test_field_added_after_certification_is_reported() -> None:
    writer = IncrementalPdfFileWriter(BytesIO(CERTIFIED))
    append_signature_field(writer, SigFieldSpec("tamu"))
    writer.write_in_place()
    pdf = pdf_sign.add_signature(
        writer.prev.stream.getvalue(), "tamu", VILLAGE.person("Tamu"), NOW, REMARK
    )
    assert PdfFault.KOLOM_BERUBAH in verdict(pdf).problems


def test_file_saved_again_is_refused() -> None:
    saved = BytesIO()
    with pikepdf.open(BytesIO(SIGNED)) as pdf:
        pdf.save(saved)
    assert not verdict(saved.getvalue()).ok


@pytest.mark.parametrize("pdf", [b"", b"bukan PDF", SIGNED[:-1], SIGNED[: len(SIGNED) // 2]])
def test_damaged_file_is_refused(pdf: bytes) -> None:
    assert not verdict(pdf).ok


def test_changed_case_in_the_name_of_the_issuer_is_refused() -> None:
    name = b"CA Sukamaju".hex().upper().encode()
    at = SIGNED.rindex(name, 0, SIGNED.rindex(name))  # the last one of all is signed
    assert not verdict(SIGNED[:at] + b"6" + SIGNED[at + 1 :]).ok


def test_bytes_after_the_last_signature_are_reported() -> None:
    assert not verdict(SIGNED + b"\n%%EOF\n").ok


def test_unsigned_document_is_refused() -> None:
    assert verdict(make_pdf()).problems == (PdfFault.TANPA_TANDA_TANGAN,)


def test_signer_under_another_root_is_not_believed() -> None:
    report = verdict(SIGNED, Trust([make_root().cert_pem], NOW))
    assert report.problems == (PdfFault.PENANDA_TANGAN,)
    assert {each.chain_fault for each in report.signatures} == {ChainFault.PENERBIT}


def test_withdrawn_signer_is_named() -> None:
    withdrawn = serial(PEOPLE["ketua"].cert_pem)
    report = verdict(SIGNED, Trust([VILLAGE.root.cert_pem], NOW, {withdrawn}))
    faults = {each.kolom: each.chain_fault for each in report.signatures}
    assert faults["ketua"] == ChainFault.DICABUT
    assert faults["saksi"] is None


def test_person_of_another_village_is_not_believed() -> None:
    authority = make_issued(VILLAGE.root, "CA Lain", scope("desa-ca", OTHER_DESA))
    own = make_issued(authority, "Tamu", scope("orang", OTHER_DESA))
    guest = Signatory(own.key, own.cert_pem, (authority.cert_pem,))
    pdf = pdf_sign.add_signature(CERTIFIED, "saksi", guest, NOW, REMARK)
    assert verdict(pdf).problems == (PdfFault.PENANDA_TANGAN,)


def test_document_certified_by_a_person_is_not_believed() -> None:
    pdf = pdf_sign.prepare_and_certify(make_pdf(), FIELDS, PEOPLE["ketua"], NOW, REMARK)
    assert verdict(pdf).signatures[0].chain_fault == ChainFault.PERAN


def test_room_for_the_signature_holds_the_longest_names() -> None:
    ca = make_issued(VILLAGE.root, "W" * 64, scope("desa-ca"))
    own = make_issued(ca, "M" * 64, scope("orang"))
    who = Signatory(own.key, own.cert_pem, (ca.cert_pem,))
    signed = pdf_sign.add_signature(CERTIFIED, "saksi", who, NOW, REMARK)
    assert verdict(signed).ok
    assert 0 < spare_bytes(signed) < 300


def test_container_is_what_the_library_makes_by_itself() -> None:
    own = PEOPLE["saksi"]
    signer, plain = (kind(own.key, own.cert_pem, own.chain) for kind in (KeySigner, PlainSigner))
    settings = PdfCMSSignedAttributes(signing_time=NOW)
    made, expected = (
        asyncio.run(
            one.async_sign(bytes(32), "sha256", use_pades=True, signed_attr_settings=settings)
        )
        for one in (signer, plain)
    )
    assert made.dump() == expected.dump()


def test_filled_field_cannot_be_signed_again() -> None:
    with pytest.raises(DocumentError):
        approve(SIGNED, "ketua")


def test_field_that_was_not_prepared_cannot_be_signed() -> None:
    with pytest.raises(DocumentError):
        pdf_sign.add_signature(CERTIFIED, "tamu", PEOPLE["ketua"], NOW, REMARK)


def test_checking_a_damaged_file_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="root"):
        verdict(add_text(SIGNED))
    assert caplog.records == []


def test_village_without_a_kit_signs_with_what_its_own_authority_issued() -> None:
    desa, ca = VILLAGE.desa.cert_pem, VILLAGE.ca.cert_pem
    assert verdict(SIGNED, Trust([desa, ca], NOW)).ok


def test_pdfsig_is_there_to_give_a_second_opinion() -> None:
    if not PDFSIG:
        warnings.warn(
            "pdfsig is NOT on this machine: no second opinion on signatures", stacklevel=1
        )
    assert PDFSIG == "" or Path(PDFSIG).is_file()


@pytest.mark.skipif(not PDFSIG, reason="pdfsig is not on this machine")
def test_pdfsig_calls_every_signature_valid(tmp_path: Path) -> None:
    path = tmp_path / "berita-acara.pdf"
    path.write_bytes(SIGNED)
    ran = subprocess.run([PDFSIG, "-nocert", path], capture_output=True, text=True, check=True)
    assert ran.stdout.count("Signature is Valid.") == 4


def test_pyhanko_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, pilkades_desk.kits.signing.pdf_sign, pilkades_desk.kits.signing.pdf_verify;"
        "sys.exit('pyhanko.sign' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_foreign_signature_in_a_new_field_is_named_and_harms_nothing() -> None:
    report = verdict(sign_elsewhere(SIGNED, NOW))
    last = report.signatures[-1]
    assert report.problems == (PdfFault.PENANDA_ASING,)
    assert (last.nama, last.penerbit, last.asing) == (FOREIGN_NAME, FOREIGN_ISSUER, True)
    assert (report.utuh, report.ok, last.ok) == (True, False, False)


def test_a_foreign_signature_in_a_prepared_field_is_named_too() -> None:
    report = verdict(sign_elsewhere(CERTIFIED, NOW, "ketua"))
    assert report.problems == (PdfFault.PENANDA_ASING,)


def test_our_people_may_still_sign_after_a_stranger() -> None:
    report = verdict(approve(sign_elsewhere(CERTIFIED, NOW), "ketua"))
    assert report.problems == (PdfFault.PENANDA_ASING,)
    assert report.signatures[-1].ok


def test_text_slipped_in_before_a_foreign_signature_is_reported() -> None:
    report = verdict(sign_elsewhere(add_text(SIGNED), NOW))
    assert not report.utuh
    assert PdfFault.ISI_BERUBAH in report.problems


@pytest.mark.parametrize("bit", random.Random(28).sample(range(len(SIGNED) * 8), 25))
def test_one_bit_flipped_under_a_foreign_signature_is_refused(bit: int) -> None:
    assert not verdict(flip(sign_elsewhere(SIGNED, NOW), bit)).utuh


def test_a_village_s_first_signature_is_never_a_foreign_one() -> None:
    report = verdict(sign_elsewhere(make_pdf(), NOW))
    assert PdfFault.TANPA_PENGESAHAN in report.problems
    assert not report.signatures[0].asing


def test_a_name_with_a_line_break_stays_on_its_line() -> None:
    last = verdict(sign_elsewhere(SIGNED, NOW, nama="Ketua\nSah: ya")).signatures[-1]
    assert last.nama == "KetuaSah: ya"


def test_a_file_vouches_for_itself_when_nobody_else_does() -> None:
    assert verdict(SIGNED, trust_inside(SIGNED, NOW)).ok


def test_a_file_with_two_authorities_is_believed_none() -> None:
    other = make_issued(VILLAGE.root, "CA Kedua", scope("desa-ca"))
    own = make_issued(other, "Tamu", scope("orang"))
    guest = Signatory(own.key, own.cert_pem, (other.cert_pem,))
    pdf = pdf_sign.add_signature(approve(CERTIFIED, "ketua"), "saksi", guest, NOW, REMARK)
    report = verdict(pdf, trust_inside(pdf, NOW))
    assert [each.chain_fault for each in report.signatures] == [
        None, ChainFault.PENERBIT, ChainFault.PENERBIT,
    ]  # fmt: skip


@pytest.mark.parametrize("pdf", [b"", b"bukan PDF", SIGNED[: len(SIGNED) // 2], UNSIGNED])
def test_a_file_that_says_nothing_of_a_village_is_believed_nothing(pdf: bytes) -> None:
    assert trust_inside(pdf, NOW).roots == ()


def test_an_expired_certificate_is_named() -> None:
    report = verdict(SIGNED, Trust([VILLAGE.root.cert_pem], NOW.replace(year=2029)))
    assert report.utuh
    assert {each.chain_fault for each in report.signatures} == {ChainFault.MASA}


@pytest.mark.parametrize("other", [b"2A8648CE3D0301", b"2B8648CE3D0201", b"2A8648CE3E0201"])
def test_a_key_of_an_unknown_kind_is_refused_and_never_an_error(other: bytes) -> None:
    known = b"2A8648CE3D0201"  # the kind of an elliptic key, in every certificate inside
    spoiled = SIGNED.replace(known, other)
    assert spoiled != SIGNED
    assert not verdict(spoiled).ok
    assert not verify_pdf(spoiled, trust_inside(spoiled, NOW)).ok
