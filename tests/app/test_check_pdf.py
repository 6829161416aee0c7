"""`periksa pdf`: what holds and what does not, on a real signed F-27."""

import json
import random
import re
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pilkades_desk.app.check_pdf import (
    check_pdf,
    describe,
    holds,
    judge_pdf,
    lacks,
    print_check_pdf,
)
from pilkades_desk.app.cli import main
from pilkades_desk.berita_acara.pdf.dispatch import draw
from pilkades_desk.berita_acara.tercetak import MOST_PAGES, compare_print
from pilkades_desk.berita_acara.untrusted import MAX_PDF
from pilkades_desk.core.errors import DocumentError, StateError
from pilkades_desk.kits.signing.certificates import (
    Authority,
    Subject,
    issue,
    read_scope,
    serial,
)
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.keys import new_key, public_pem
from pilkades_desk.kits.signing.pdf_sign import (
    Remark,
    Signatory,
    add_signature,
    prepare_and_certify,
)
from pilkades_desk.kits.signing.pdf_verify import verify_pdf
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope
from tests.app.papers import Paper, make_paper
from tests.berita_acara.contents import f27
from tests.berita_acara.makers import keep_counted
from tests.kits.foreign import FOREIGN_ISSUER, FOREIGN_NAME, sign_elsewhere
from tests.kits.pdf_spoiling import add_text
from tests.kits.signing_makers import make_root

FLIPS = 200


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    folder = tmp_path_factory.mktemp("kertas")
    return make_paper(keep_counted(folder / "terhitung"), folder / "sah")


@pytest.mark.syarat("S-630")
def test_with_the_kit_everything_about_the_file_is_proven(paper: Paper, tmp_path: Path) -> None:
    found = paper.check(paper.pdf, tmp_path)
    assert found.code == 0
    assert holds(found) == (
        "Isi tidak berubah sejak disahkan Panitia Pilkades Sukamaju, dan 3 orang"
        " menandatanganinya; kode tercetak cocok dengan datanya."
    )
    assert describe(found).count("  ✓ ") == 4


@pytest.mark.syarat("S-630")
def test_even_then_the_time_is_only_claimed_and_paper_stays_the_original(
    paper: Paper, tmp_path: Path
) -> None:
    words = lacks(paper.check(paper.pdf, tmp_path))
    assert words.startswith(
        "Waktu tanda tangan (hanya menurut laptop penandanya); apakah kemudian ditarik."
    )
    assert words.endswith("kertas tetap yang asli.")


@pytest.mark.syarat("S-630")
def test_without_a_kit_nobody_vouches_for_the_signers(paper: Paper, tmp_path: Path) -> None:
    found = paper.check(paper.pdf, tmp_path, kit=False)
    assert found.code == 3
    assert "disahkan Panitia" not in holds(found)
    assert lacks(found).startswith("Siapa penanda tangannya (beri --kit)")
    assert "✓" not in describe(found)


@pytest.mark.syarat("S-630")
@pytest.mark.parametrize("part", range(4))
def test_every_one_of_200_flipped_bits_is_found(paper: Paper, tmp_path: Path, part: int) -> None:
    missed = []
    for bit in random.Random(612).sample(range(len(paper.pdf) * 8), FLIPS)[part::4]:
        flipped = bytearray(paper.pdf)
        flipped[bit // 8] ^= 1 << bit % 8
        if paper.check(bytes(flipped), tmp_path).code != 1:
            missed.append(bit)
    assert missed == []


def test_without_a_kit_every_flip_outside_the_certificates_is_found(
    paper: Paper, tmp_path: Path
) -> None:
    inside = [found.span(1) for found in re.finditer(rb"/Contents ?<([0-9A-Fa-f]+)>", paper.pdf)]
    assert len(inside) >= 2
    missed = []
    for bit in random.Random(613).sample(range(len(paper.pdf) * 8), FLIPS // 4):
        if any(start <= bit // 8 < end for start, end in inside):
            continue  # what a certificate says of itself only the kabupaten can tell
        flipped = bytearray(paper.pdf)
        flipped[bit // 8] ^= 1 << bit % 8
        if paper.check(bytes(flipped), tmp_path, kit=False).code != 1:
            missed.append(bit)
    assert missed == []


@pytest.mark.parametrize("kit", [True, False])
def test_text_added_after_signing_is_found(paper: Paper, tmp_path: Path, kit: bool) -> None:
    found = paper.check(add_text(paper.pdf), tmp_path, kit=kit)
    assert (found.code, holds(found)) == (1, "Tidak ada.")
    assert "isi berubah setelah ditandatangani" in lacks(found)


@pytest.mark.syarat("S-473")
@pytest.mark.parametrize("kit", [True, False])
def test_a_certificate_that_expired_after_signing_leaves_it_unproven(
    paper: Paper, tmp_path: Path, kit: bool
) -> None:
    found = paper.later(3).check(paper.pdf, tmp_path, kit=kit)
    assert found.code == 3
    told = (
        "Panitia Pilkades Sukamaju: sertifikat di luar masa berlaku sekarang; berlaku pada waktu"
        " yang ditulis laptopnya, dan waktu itu belum terbukti"
    )
    assert told in lacks(found)
    assert holds(found).startswith("Isi tidak berubah sejak disahkan;")
    assert ("✓" in describe(found), describe(found).count("○")) == (False, 4)


def test_a_signature_made_outside_its_certificates_time_is_refused(
    paper: Paper, tmp_path: Path
) -> None:
    late = paper.later(3)
    found = late.check(certified(late, draw(f27())), tmp_path)
    assert found.code == 1
    assert "sertifikat di luar masa berlaku;" in lacks(found)


@pytest.mark.syarat("S-472")
def test_fields_nobody_has_signed_are_not_proven(paper: Paper, tmp_path: Path) -> None:
    prepared = certified(paper, without_signatures(paper), ("orang-4", "orang-\x1b5"))
    found = paper.check(prepared, tmp_path)
    assert found.code == 3
    told = "2 tanda tangan belum dibubuhkan (kolom orang-4, orang-5); "
    assert told in lacks(found).replace("\x1b", "!")
    assert found.as_json()["kolom_kosong"] == ["orang-4", "orang-\x1b5"]


def test_a_signer_from_elsewhere_is_named_and_not_counted(paper: Paper, tmp_path: Path) -> None:
    found = paper.check(sign_elsewhere(paper.pdf, paper.clock.now()), tmp_path)
    assert found.code == 3
    told = f"{FOREIGN_NAME} memakai sertifikat lain ({FOREIGN_ISSUER}), tidak dihitung"
    assert told in lacks(found)
    assert "dan 3 orang menandatanganinya" in holds(found)


@pytest.mark.syarat("S-479")
@pytest.mark.parametrize(("years", "kit"), [(0, True), (3, True), (0, False)])
def test_a_signer_from_another_village_of_the_kabupaten_is_refused_by_name(
    paper: Paper, tmp_path: Path, years: int, kit: bool
) -> None:
    whose = read_scope(paper.desa.cert_pem)
    there = whose.model_copy(update={"desa": "3399012002", "peran": PeranSertifikat.DESA_CA})
    at = paper.clock.now().replace(microsecond=0)
    ca = issued_by(paper.root, "CA Desa Sebelah", there, at)
    person = issued_by(
        ca, "Orang Sebelah", there.model_copy(update={"peran": PeranSertifikat.ORANG}), at
    )
    prepared = certified(paper, without_signatures(paper), ("orang-4",))
    who = Signatory(person.key, person.cert_pem, (ca.cert_pem,))
    signed = add_signature(prepared, "orang-4", who, at, Remark("uji", "Sebelah"))
    found = paper.later(years).check(signed, tmp_path, kit=kit)
    why = "dari desa atau pemilihan lain" if kit else "belum disahkan kabupaten"
    assert (found.code, f"Orang Sebelah: {why}" in lacks(found)) == (1, True)
    assert "orang menandatanganinya" not in holds(found)


def issued_by(by: Authority, nama: str, whose: Scope, at: datetime) -> Authority:
    key = new_key()
    made = issue(by, Subject(nama=nama, scope=whose), public_pem(key), at, 400)
    return Authority(key=key, cert_pem=made)


def test_a_kit_of_another_kabupaten_proves_nobody(paper: Paper) -> None:
    found = judge_pdf(paper.pdf, Trust([make_root().cert_pem], paper.clock.now()), "0")
    assert found.code == 1
    assert lacks(found).count("belum disahkan kabupaten") == 4


@pytest.mark.parametrize("whose", ["desa", "orang"])
def test_a_revoked_certificate_is_one_clear_sentence(paper: Paper, whose: str) -> None:
    signatures = verify_pdf(paper.pdf, Trust([], paper.clock.now())).signatures
    one = signatures[0 if whose == "desa" else 1]
    trust = Trust([paper.root.cert_pem], paper.clock.now(), {serial(one.sertifikat)})
    found = judge_pdf(paper.pdf, trust, "0")
    assert found.code == 1
    assert lacks(found).startswith(f"{one.nama}: sertifikat dicabut")


def certified(paper: Paper, pdf: bytes, fields: tuple[str, ...] = ()) -> bytes:
    """The village itself certifies another file: its key signs whatever it is given."""
    who = Signatory(paper.desa.key, paper.desa.cert_pem)
    return prepare_and_certify(pdf, fields, who, paper.clock.now(), Remark("uji", "Sukamaju"))


def without_signatures(paper: Paper, pages: tuple[int, ...] = (0, 1)) -> bytes:
    """The pages as they were drawn, in any order, no longer signed."""
    out = BytesIO()
    with pikepdf.open(BytesIO(paper.pdf)) as pdf:
        drawn = list(pdf.pages)
        del pdf.Root["/AcroForm"], pdf.Root["/Perms"], pdf.pages[0]["/Annots"]
        pdf.pages[:] = [drawn[page] for page in pages]
        pdf.save(out)
    return out.getvalue()


def with_data(paper: Paper, change: tuple[bytes, bytes]) -> bytes:
    """The pages as they were, with other data inside."""
    out = BytesIO()
    with pikepdf.open(BytesIO(paper.pdf)) as pdf:
        data = pdf.attachments["data.json"].get_file().read_bytes()
        assert change[0] in data
        spec = pikepdf.AttachedFileSpec(pdf, data.replace(*change), filename="data.json")
        pdf.attachments["data.json"] = spec
        del pdf.Root["/AcroForm"], pdf.Root["/Perms"], pdf.pages[0]["/Annots"]
        pdf.save(out)
    return out.getvalue()


@pytest.mark.syarat("S-630")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((b'"suara":239', b'"suara":932'), "kode data tercetak lain dari datanya"),
        ((b'"kode_desa":"3399012001"', b'"kode_desa":"3399012002"'), "datanya tentang desa lain"),
        ((b'"kode":"F-27"', b'"kode":"F-27",'), "data di dalamnya rusak"),
    ],
)
def test_data_that_is_not_what_is_printed_is_found(
    paper: Paper, tmp_path: Path, change: tuple[bytes, bytes], words: str
) -> None:
    found = paper.check(certified(paper, with_data(paper, change)), tmp_path)
    assert found.laporan.ok
    assert found.code == 1
    assert words in lacks(found).lower()
    assert "kode tercetak cocok" not in holds(found)


def test_a_result_code_of_another_village_is_found(paper: Paper) -> None:
    other = make_root().cert_pem
    assert "QR lain dari datanya" in compare_print(paper.pdf, other).beda


@pytest.mark.syarat("S-474")
@pytest.mark.parametrize("pages", [(0, 0), (1, 0), (1,)])
def test_a_page_that_stands_in_for_another_is_found(
    paper: Paper, tmp_path: Path, pages: tuple[int, ...]
) -> None:
    found = paper.check(certified(paper, without_signatures(paper, pages)), tmp_path)
    assert (found.code, found.tercetak.beda) == (1, ("QR lain dari datanya",))


@pytest.mark.syarat("S-474")
def test_a_file_of_very_many_pages_is_refused_at_once(paper: Paper, tmp_path: Path) -> None:
    many = without_signatures(paper, (0,) * (MOST_PAGES + 1))
    found = paper.check(certified(paper, many), tmp_path)
    assert (found.code, found.tercetak.beda) == (1, ("halamannya lebih dari 100",))


@pytest.mark.parametrize("gladi", [True, False])
def test_a_document_of_a_rehearsal_says_so(paper: Paper, tmp_path: Path, gladi: bool) -> None:
    found = paper.check(certified(paper, draw(f27(gladi=gladi))), tmp_path)
    assert ("LATIHAN" in describe(found), found.as_json()["gladi"]) == (gladi, gladi)


def test_a_file_without_data_is_not_compared(paper: Paper, tmp_path: Path) -> None:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    found = paper.check(certified(paper, out.getvalue()), tmp_path)
    assert (found.code, found.tercetak.bawa_data) == (0, False)
    assert "kode tercetak" not in holds(found)


@pytest.mark.parametrize("pdf", [b"", b"bukan PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_signed_pdf_proves_nothing(paper: Paper, tmp_path: Path, pdf: bytes) -> None:
    found = paper.check(pdf, tmp_path)
    assert (found.code, holds(found)) == (1, "Tidak ada.")


def test_a_file_that_is_not_there_is_one_sentence_and_one_hint(paper: Paper) -> None:
    with pytest.raises(DocumentError) as caught:
        check_pdf(Path("tidak-ada.pdf"), None, paper.clock)
    assert caught.value.sentence == "Berkas 'tidak-ada.pdf' tidak terbaca."


def test_a_file_far_too_large_is_not_read(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "besar.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_PDF + 1)
    with pytest.raises(DocumentError, match="lebih besar dari 100 MB"):
        check_pdf(path, None, paper.clock)


def test_a_file_that_is_no_kit_is_refused(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(paper.pdf)
    with pytest.raises(StateError, match=r"'a\.pdf': Ini bukan berkas paket"):
        check_pdf(path, path, paper.clock)


def test_json_says_the_same(
    paper: Paper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(paper.pdf)
    assert print_check_pdf(path, paper.kit, paper.clock, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["utuh"], told["asli"], told["sah"], len(told["tanda_tangan"])) == (
        True, True, True, 4,
    )  # fmt: skip


def test_the_command_looks_at_a_file(
    paper: Paper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(add_text(paper.pdf))
    assert main(["periksa", "pdf", str(path)]) == 1
    assert "isi berubah" in capsys.readouterr().out
