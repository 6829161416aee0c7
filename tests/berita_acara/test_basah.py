"""Ink on paper noted in the file: who, when, who refused, and the scan."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pilkades_desk.berita_acara.basah import BasahBaru, mark_wet, read_scan_of, read_tempat
from pilkades_desk.berita_acara.dokumen import Dokumen, StatusDokumen
from pilkades_desk.berita_acara.untrusted import MAX_SCAN
from pilkades_desk.berita_acara.usecases import find_dokumen, find_stale, freeze
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import DocumentError, ImageError, PilkadesError, StateError
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.accounts import FILE_NAME
from pilkades_desk.panitia.orang import revoke_orang
from pilkades_desk.panitia.values import AlasanCabut
from tests.berita_acara.makers import signer, take_back
from tests.kits.signing_makers import make_pdf
from tests.penghitungan.desks import Desks

DAY = date(2026, 12, 1)
KPPS = ("p0", "p1", "p2")


@pytest.fixture
def dokumen(desks: Desks) -> Dokumen:
    return freeze(desks.ketua, "F-27", 1)


def signed(**changes: object) -> BasahBaru:
    fields: dict[str, object] = {"tanggal": DAY, "menandatangani": KPPS, "menolak": {}}
    return BasahBaru.model_validate(fields | changes)


def picture(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 80), "white").save(out, kind)
    return out.getvalue()


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_places_are_those_on_the_paper(desks: Desks, dokumen: Dokumen) -> None:
    places = read_tempat(desks.ketua, dokumen)
    assert [(each.kunci, each.saksi) for each in places[:3]] == [(key, False) for key in KPPS]
    assert [each.jabatan for each in places if each.saksi] == [
        "Saksi calon no. 1", "Saksi calon no. 2",
    ]  # fmt: skip


@pytest.mark.syarat("S-633")
def test_the_status_says_that_the_paper_is_signed(desks: Desks, dokumen: Dokumen) -> None:
    marked = mark_wet(desks.ketua, dokumen.id, signed())
    assert (marked.status, marked.selesai) == (StatusDokumen.BASAH, True)
    assert marked.basah is not None
    assert (marked.basah.tanggal, marked.basah.menandatangani) == (DAY, KPPS)
    assert find_dokumen(desks.ketua, dokumen.id) == marked


@pytest.mark.syarat("S-633")
@pytest.mark.parametrize("few", [("s0",), ("p1", "p2", "s0"), ("p0", "p1")])
def test_without_the_head_and_two_members_the_paper_is_not_signed(
    desks: Desks, dokumen: Dokumen, few: tuple[str, ...]
) -> None:
    with pytest.raises(StateError, match="belum lengkap"):
        mark_wet(desks.ketua, dokumen.id, signed(menandatangani=few))
    assert find_dokumen(desks.ketua, dokumen.id) == dokumen


@pytest.mark.syarat("S-633")
def test_a_witness_s_refusal_is_kept_with_its_reason(desks: Desks, dokumen: Dokumen) -> None:
    menolak = {"s0": "Tidak setuju jumlah suara tidak sah."}
    marked = mark_wet(desks.ketua, dokumen.id, signed(menolak=menolak))
    assert marked.basah is not None
    assert dict(marked.basah.menolak) == menolak


@pytest.mark.syarat("S-633")
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("pindai.pdf", make_pdf),
        ("pindai.jpg", lambda: picture("JPEG")),
        ("pindai.png", lambda: picture("PNG")),
        ("tanpa-akhiran", lambda: picture("PNG")),
    ],
)
def test_a_scan_is_kept_as_it_is_and_logged_by_its_digest(
    desks: Desks, dokumen: Dokumen, tmp_path: Path, name: str, make: Callable[[], bytes]
) -> None:
    content = make()
    marked = mark_wet(desks.ketua, dokumen.id, signed(), put(tmp_path, name, content))
    assert marked.basah is not None
    assert marked.basah.pindaian == sha256_hex(content)
    assert read_scan_of(desks.ketua, marked) == content
    with desks.ketua.read() as session:
        body = list(audit_log.read_entries(session))[-1].body
    assert sha256_hex(content) in body
    assert "Penanda Uji" not in body


def test_a_scan_is_not_readable_in_the_file_on_disk(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    content = make_pdf()
    mark_wet(desks.ketua, dokumen.id, signed(), put(tmp_path, "a.pdf", content))
    desks.ketua.settle(desks.ketua.head())
    stored = b"".join(
        path.read_bytes() for path in desks.ketua.folder.glob(f"{FILE_NAME}*") if path.is_file()
    )
    assert len(stored) > 0
    assert content[100:140] not in stored


def locked_pdf() -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(make_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="uji", user="uji"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: b"", DocumentError),
        (lambda: b"GIF89a", DocumentError),
        (lambda: b"%PDF-1.7 potongan", DocumentError),
        (lambda: b"PK\x03\x04", DocumentError),
        (locked_pdf, DocumentError),
        (lambda: b"%PDF-" + bytes(MAX_SCAN), DocumentError),
        (lambda: picture("PNG")[:60], ImageError),
        (lambda: picture("JPEG")[:300], ImageError),
        (lambda: b"\xff\xd8\xff lalu apa saja", ImageError),
    ],
)
def test_what_is_no_whole_scan_is_refused_and_nothing_stored(
    desks: Desks,
    dokumen: Dokumen,
    tmp_path: Path,
    make: Callable[[], bytes],
    kind: type[PilkadesError],
) -> None:
    head = desks.ketua.head()
    with pytest.raises(kind) as caught:
        mark_wet(desks.ketua, dokumen.id, signed(), put(tmp_path, "pindai.pdf", make()))
    assert caught.value.sentence.endswith(".")
    assert (find_dokumen(desks.ketua, dokumen.id), desks.ketua.head()) == (dokumen, head)


def test_a_scan_that_is_not_there_is_said(desks: Desks, dokumen: Dokumen, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="tidak terbaca"):
        mark_wet(desks.ketua, dokumen.id, signed(), tmp_path / "hilang.pdf")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"menandatangani": ()}, "Belum ada yang menandatangani"),
        ({"menolak": {"s0": ""}}, "Saksi yang menolak perlu alasan"),
        ({"menandatangani": (*KPPS, "s0"), "menolak": {"s0": "salah"}}, "Saksi yang menolak"),
        ({"tanggal": DAY + timedelta(days=1)}, "belum tiba"),
    ],
)
def test_what_cannot_stand_on_the_paper_is_refused(
    desks: Desks, dokumen: Dokumen, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(StateError, match=words):
        mark_wet(desks.ketua, dokumen.id, signed(**changes))
    assert find_dokumen(desks.ketua, dokumen.id).basah is None


@pytest.mark.parametrize(
    "changes", [{"menandatangani": ("p9",)}, {"menolak": {"p0": "hanya saksi menolak"}}]
)
def test_a_place_the_document_does_not_have_is_a_bug(
    desks: Desks, dokumen: Dokumen, changes: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match="place"):
        mark_wet(desks.ketua, dokumen.id, signed(**changes))


@pytest.mark.syarat("S-633")
def test_a_withdrawn_document_is_not_marked(desks: Desks, dokumen: Dokumen) -> None:
    take_back(desks, 1)
    with pytest.raises(StateError, match="sudah ditarik"):
        mark_wet(desks.ketua, dokumen.id, signed())


def test_a_marked_document_is_withdrawn_like_any_other(desks: Desks, dokumen: Dokumen) -> None:
    mark_wet(desks.ketua, dokumen.id, signed())
    take_back(desks, 1)
    assert [one.id for one, _ in find_stale(desks.ketua)] == [dokumen.id]


def test_signed_paper_stands_when_somebody_s_certificate_goes(
    desks: Desks, dokumen: Dokumen
) -> None:
    mark_wet(desks.ketua, dokumen.id, signed())
    revoke_orang(desks.ketua, signer(desks.ketua, dokumen.penanda[0]), AlasanCabut.BERHENTI)
    assert find_stale(desks.ketua) == ()


def test_a_second_mark_corrects_the_first_and_both_are_kept(
    desks: Desks, dokumen: Dokumen, tmp_path: Path
) -> None:
    mark_wet(desks.ketua, dokumen.id, signed(), put(tmp_path, "a.pdf", make_pdf()))
    marked = mark_wet(desks.ketua, dokumen.id, signed(menandatangani=(*KPPS, "s1")))
    assert marked.basah is not None
    assert marked.basah.menandatangani == (*KPPS, "s1")
    with desks.ketua.read() as session:
        bodies = [each.body for each in audit_log.read_entries(session)]
    assert sum('"aksi":"tandai-basah"' in body for body in bodies) == 2
