from datetime import timedelta
from typing import Any

from pilkades_desk.berita_acara.usecases import Pemeriksaan
from pilkades_desk.berita_acara.verdict import judge
from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.signing.faults import ChainFault
from pilkades_desk.kits.signing.pdf_report import PdfFault, PdfReport, SignatureReport
from tests.berita_acara.documents import WHEN, make_dokumen


def signature(**changes: Any) -> SignatureReport:
    fields: dict[str, Any] = {
        "kolom": "orang-1", "nama": "Slamet Uji", "scope": None, "pada": WHEN, "intact": True,
        "valid": True, "trusted": True, "coverage": "", "modification": "", "docmdp_ok": True,
        "chain_fault": None,
    }  # fmt: skip
    return SignatureReport.model_validate(fields | changes)


def checked(*signatures: SignatureReport, problems: tuple[PdfFault, ...] = ()) -> Pemeriksaan:
    return Pemeriksaan(make_dokumen(), PdfReport(signatures=signatures, problems=problems))


def test_a_valid_document_names_signer_and_hour() -> None:
    vonis = judge(checked(signature()), Zona.WIB)
    assert vonis.kalimat == "F-27-001 sah dan tidak berubah."
    assert vonis.baris == ("✓ Slamet Uji, 03-02-2027 16.00 WIB",)


def test_a_changed_document_says_what_changed() -> None:
    vonis = judge(checked(problems=(PdfFault.ISI_BERUBAH,)), Zona.WIB)
    assert (vonis.sah, vonis.kalimat) == (
        False,
        "F-27-001 belum dapat dipercaya: isi berubah setelah ditandatangani.",
    )


def test_a_signer_not_yet_certified_is_told_from_a_forgery() -> None:
    own = signature(trusted=False, chain_fault=ChainFault.PENERBIT)
    forged = signature(valid=False, pada=None)
    vonis = judge(checked(own, forged, problems=(PdfFault.PENANDA_TANGAN,)), Zona.WIB)
    assert vonis.baris[0].endswith("WIB: belum disahkan kabupaten")
    assert vonis.baris[1] == "✗ Slamet Uji, waktu tidak tertulis: tidak cocok dengan isi"


def test_a_signature_before_the_revocation_stays_valid_and_says_so() -> None:
    report = PdfReport(signatures=(signature(serial="a1"),))
    before = Pemeriksaan(make_dokumen(), report, {"a1": WHEN + timedelta(hours=1)})
    vonis = judge(before, Zona.WIB)
    assert vonis.sah
    assert vonis.baris == (
        "✓ Slamet Uji, 03-02-2027 16.00 WIB; sertifikat dicabut pada 03-02-2027 17.00 WIB",
    )


def test_a_signature_after_the_revocation_does_not_count() -> None:
    report = PdfReport(signatures=(signature(serial="a1"), signature(serial="b2")))
    vonis = judge(Pemeriksaan(make_dokumen(), report, {"a1": WHEN}), Zona.WIB)
    assert not vonis.sah
    assert "sesudah sertifikat dicabut" in vonis.kalimat
    assert [line[0] for line in vonis.baris] == ["✗", "✓"]


def test_every_fault_has_words() -> None:
    whole = judge(checked(problems=tuple(PdfFault)), Zona.WIB).kalimat
    each = [
        judge(checked(signature(chain_fault=fault), problems=(PdfFault.PENANDA_TANGAN,)), Zona.WIB)
        for fault in ChainFault
    ]
    assert whole.count(",") == len(PdfFault) - 1
    assert len({vonis.baris for vonis in each}) == len(ChainFault)
