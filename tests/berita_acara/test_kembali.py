"""A PDF comes back signed elsewhere: our file plus signatures, or it is refused whole."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pilkades_desk.berita_acara.dokumen import Dokumen, StatusDokumen, TandaAsing, field_name
from pilkades_desk.berita_acara.kembali import receive_signed
from pilkades_desk.berita_acara.untrusted import MAX_PDF
from pilkades_desk.berita_acara.usecases import (
    check_dokumen,
    find_dokumen,
    freeze,
    read_pdf,
    sign_dokumen,
)
from pilkades_desk.berita_acara.verdict import judge
from pilkades_desk.core.clock import Zona
from pilkades_desk.core.errors import DocumentError, PilkadesError, StateError
from pilkades_desk.kits.signing.certificates import Authority, Subject, self_sign
from pilkades_desk.kits.signing.keys import new_key
from pilkades_desk.kits.signing.pdf_sign import Remark, Signatory, add_signature
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import open_orang_key, reset_orang, revoke_orang
from pilkades_desk.panitia.usecases import read_village_authority
from pilkades_desk.panitia.values import AlasanCabut
from tests.berita_acara.makers import SANDI, signer, take_back
from tests.berita_acara.test_usecases import trust
from tests.kits.foreign import FOREIGN_ISSUER, FOREIGN_NAME, sign_elsewhere
from tests.kits.pdf_spoiling import add_text
from tests.kits.signing_makers import START, make_issued, scope
from tests.penghitungan.desks import Desks

STRANGER = TandaAsing(kolom="tambahan", nama=FOREIGN_NAME, penerbit=FOREIGN_ISSUER)


@pytest.fixture
def dokumen(desks: Desks) -> Dokumen:
    return freeze(desks.ketua, "F-27", 1)


def put(folder: Path, pdf: bytes) -> Path:
    path = folder / "kembali.pdf"
    path.write_bytes(pdf)
    return path


def signed_by(meja: Meja, pdf: bytes, orang_id: int, kolom: str = "") -> bytes:
    """The person signs on another laptop, with the key they have here."""
    orang = signer(meja, orang_id)
    issuer = read_village_authority(meja, PeranSertifikat.DESA_CA)
    key = open_orang_key(meja, orang, SANDI)
    who = Signatory(key, orang.sertifikat, (issuer.cert_pem,))
    remark = Remark(orang.jabatan, "Sukamaju")
    return add_signature(pdf, kolom or field_name(orang_id), who, meja.clock.now(), remark)


def elsewhere(meja: Meja, dokumen: Dokumen, **how: str) -> bytes:
    return sign_elsewhere(read_pdf(meja, dokumen), meja.clock.now(), **how)


def refused(meja: Meja, dokumen: Dokumen, pdf: bytes, folder: Path) -> PilkadesError:
    """Nothing is stored, nothing logged; one sentence, one hint."""
    before = (find_dokumen(meja, dokumen.id), meja.head())
    with pytest.raises((DocumentError, StateError)) as caught:
        receive_signed(meja, dokumen.id, put(folder, pdf))
    assert (find_dokumen(meja, dokumen.id), meja.head()) == before
    error = caught.value
    assert isinstance(error, PilkadesError)
    assert error.sentence.endswith(".")
    assert error.hint.endswith(".")
    return error


@pytest.mark.syarat("S-632")
def test_a_stranger_s_signature_is_kept_and_named_and_counts_for_nobody(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    pdf = elsewhere(desks.ketua, dokumen)
    back = receive_signed(desks.ketua, dokumen.id, put(tmp_path, pdf))
    assert (back.asing, back.sudah, back.status) == ((STRANGER,), (), StatusDokumen.BEKU)
    assert read_pdf(desks.ketua, back) == pdf


@pytest.mark.syarat("S-632")
def test_our_person_s_signature_from_another_laptop_counts(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    one = dokumen.penanda[0]
    pdf = signed_by(desks.ketua, read_pdf(desks.ketua, dokumen), one)
    back = receive_signed(desks.ketua, dokumen.id, put(tmp_path, pdf))
    assert (back.sudah, back.status) == ((one,), StatusDokumen.DITANDATANGANI)
    rest = [sign_dokumen(desks.ketua, dokumen.id, signer(desks.ketua, each), SANDI)
            for each in dokumen.penanda[1:]]  # fmt: skip
    assert rest[-1].status is StatusDokumen.LENGKAP


def test_two_signatures_may_come_back_at_once(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    pdf = signed_by(desks.ketua, elsewhere(desks.ketua, dokumen), dokumen.penanda[1])
    back = receive_signed(desks.ketua, dokumen.id, put(tmp_path, pdf))
    assert (back.asing, back.sudah) == ((STRANGER,), (dokumen.penanda[1],))


def test_what_came_back_is_one_entry_of_the_log_without_names(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    before = desks.ketua.head().seq
    back = receive_signed(desks.ketua, dokumen.id, put(tmp_path, elsewhere(desks.ketua, dokumen)))
    with desks.ketua.read() as session:
        entries = list(audit_log.read_entries(session))
    assert len(entries) == before + 1
    assert '"aksi":"terima-pdf"' in entries[-1].body
    assert back.sha256 in entries[-1].body
    assert FOREIGN_NAME not in entries[-1].body


def test_signing_goes_on_here_after_a_stranger(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    receive_signed(desks.ketua, dokumen.id, put(tmp_path, elsewhere(desks.ketua, dokumen)))
    orang = signer(desks.ketua, dokumen.penanda[0])
    signed = sign_dokumen(desks.ketua, dokumen.id, orang, SANDI)
    found = check_dokumen(desks.ketua, signed, trust(desks.ketua))
    vonis = judge(found, Zona.WIB)
    assert vonis.sah
    assert [line[0] for line in vonis.baris] == ["✓", "○", "✓"]
    assert "tidak dihitung" in vonis.baris[1]


def test_a_place_a_stranger_took_is_not_signed_again(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    one = dokumen.penanda[0]
    pdf = elsewhere(desks.ketua, dokumen, kolom=field_name(one))
    back = receive_signed(desks.ketua, dokumen.id, put(tmp_path, pdf))
    assert one in back.belum
    with pytest.raises(StateError, match="sudah diisi sertifikat lain"):
        sign_dokumen(desks.ketua, dokumen.id, signer(desks.ketua, one), SANDI)


@pytest.mark.syarat("S-632")
def test_text_added_before_the_signature_is_refused(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    pdf = sign_elsewhere(add_text(read_pdf(desks.ketua, dokumen)), desks.ketua.clock.now())
    told = refused(desks.ketua, dokumen, pdf, tmp_path)
    assert told.sentence == "Berkas ini memuat perubahan selain tanda tangan."


@pytest.mark.parametrize("after", [b"\n%%EOF\n", b" "])
def test_bytes_after_the_signature_are_refused(
    desks: Desks, dokumen: Dokumen, tmp_path: Path, after: bytes
) -> None:
    refused(desks.ketua, dokumen, elsewhere(desks.ketua, dokumen) + after, tmp_path)


@pytest.mark.syarat("S-632")
def test_a_file_that_does_not_begin_with_ours_is_refused(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(read_pdf(desks.ketua, dokumen))) as saved_again:
        saved_again.save(out)
    flipped = bytearray(elsewhere(desks.ketua, dokumen))
    flipped[2000] ^= 1
    for pdf in (out.getvalue(), bytes(flipped), b"", b"bukan PDF"):
        told = refused(desks.ketua, dokumen, pdf, tmp_path)
        assert told.sentence == "Berkas ini tidak berasal dari dokumen yang dipilih."


def test_another_document_of_ours_is_refused(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    other = freeze(desks.ketua, "F-27", 2)
    refused(desks.ketua, dokumen, elsewhere(desks.ketua, other), tmp_path)


def test_our_own_file_without_anything_new_is_refused(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    first = read_pdf(desks.ketua, dokumen)
    sign_dokumen(desks.ketua, dokumen.id, signer(desks.ketua, dokumen.penanda[0]), SANDI)
    for pdf in (first, read_pdf(desks.ketua, dokumen)):
        told = refused(desks.ketua, dokumen, pdf, tmp_path)
        assert told.sentence == "Berkas ini belum memuat tanda tangan baru."


def test_a_file_that_would_lose_a_signature_made_here_is_refused(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    pdf = elsewhere(desks.ketua, dokumen)
    orang = signer(desks.ketua, dokumen.penanda[0])
    sign_dokumen(desks.ketua, dokumen.id, orang, SANDI)
    told = refused(desks.ketua, dokumen, pdf, tmp_path)
    assert told.sentence == f"Berkas ini belum memuat tanda tangan {orang.nama} yang sudah ada."


def test_an_earlier_file_of_ours_that_loses_nothing_is_taken(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    once = elsewhere(desks.ketua, dokumen)
    receive_signed(desks.ketua, dokumen.id, put(tmp_path, once))
    twice = sign_elsewhere(once, desks.ketua.clock.now(), "kedua")
    back = receive_signed(desks.ketua, dokumen.id, put(tmp_path, twice))
    assert [one.kolom for one in back.asing] == ["tambahan", "kedua"]


def test_a_person_of_another_authority_is_refused_by_name(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    own = desks.ketua.pemilihan
    key, whose = new_key(), scope("desa-ca", own.kode_desa, own.id)
    ca = Authority(
        key=key, cert_pem=self_sign(key, Subject(nama="CA Palsu", scope=whose), START, 900)
    )
    person = make_issued(ca, "Penanda Uji 4", scope("orang", own.kode_desa, own.id))
    who = Signatory(person.key, person.cert_pem, (ca.cert_pem,))
    kolom = field_name(dokumen.penanda[0])
    now = desks.ketua.clock.now()
    pdf = add_signature(read_pdf(desks.ketua, dokumen), kolom, who, now, Remark("", ""))
    told = refused(desks.ketua, dokumen, pdf, tmp_path)
    assert told.sentence == "Tanda tangan Penanda Uji 4 tidak berlaku: belum disahkan kabupaten."


def test_a_person_in_somebody_else_s_place_is_refused(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    one, two = dokumen.penanda[:2]
    pdf = signed_by(desks.ketua, read_pdf(desks.ketua, dokumen), one, field_name(two))
    told = refused(desks.ketua, dokumen, pdf, tmp_path)
    assert "menandatangani di tempat yang bukan miliknya" in told.sentence


@pytest.mark.parametrize("how", ["revoked", "reset"])
def test_a_certificate_revoked_meanwhile_is_refused(
    desks: Desks, dokumen: Dokumen, tmp_path: Path, how: str
) -> None:
    orang = signer(desks.ketua, dokumen.penanda[0])
    pdf = signed_by(desks.ketua, read_pdf(desks.ketua, dokumen), orang.id)
    if how == "reset":
        reset_orang(desks.ketua, orang, "sandi lain sekali", AlasanCabut.LUPA)
        words = f"Tanda tangan {orang.nama} tidak berlaku: sertifikat dicabut."
    else:
        revoke_orang(desks.ketua, orang, AlasanCabut.BERHENTI)
        words = "Dokumen ini sudah ditarik."  # somebody named can never sign it any more
    assert refused(desks.ketua, dokumen, pdf, tmp_path).sentence == words


def test_a_withdrawn_document_takes_nothing_back(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    pdf = elsewhere(desks.ketua, dokumen)
    take_back(desks, 1)
    assert refused(desks.ketua, dokumen, pdf, tmp_path).sentence == "Dokumen ini sudah ditarik."


def test_a_file_far_too_large_is_refused_unread(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    path = tmp_path / "besar.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_PDF + 1)
    with pytest.raises(DocumentError, match="lebih besar dari 100 MB"):
        receive_signed(desks.ketua, dokumen.id, path)
