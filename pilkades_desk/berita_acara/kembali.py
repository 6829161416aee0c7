"""A PDF that was signed elsewhere comes back: taken only as our file plus signatures.

People of this village count by their certificate, whoever's laptop they signed on. A certificate
of another system (a state authority's) is kept and named, and counts for nobody.
"""

from collections.abc import Sequence
from pathlib import Path

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.dokumen import Dokumen, Kembali, TandaAsing, field_name
from pilkades_desk.berita_acara.untrusted import MAX_PDF, read_untrusted
from pilkades_desk.berita_acara.usecases import find_dokumen, find_standing
from pilkades_desk.berita_acara.verdict import CHAIN
from pilkades_desk.core.errors import DocumentError, StateError
from pilkades_desk.kits.signing.certificates import serial
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.pdf_report import PdfReport, SignatureReport
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import read_orang, read_revoked
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import read_village_authority

_SAVE_FIRST = "Simpan PDF terbaru dari sini, minta tanda tangan di berkas itu, lalu pilih hasilnya."


def receive_signed(meja: Meja, dokumen_id: int, untrusted_path: Path) -> Dokumen:
    """Store a file signed elsewhere as a document's newest one (S-632).

    Raises:
        DocumentError: it is not ours, or holds more than signatures, or one that does not count.
        StateError: the document was withdrawn, or signed here meanwhile.
    """
    meja.demand(Aksi.TERIMA_PDF)
    dokumen = find_standing(meja, dokumen_id)
    pdf = read_untrusted(untrusted_path, MAX_PDF)
    with meja.read() as session:
        ours = store.read_files(session, dokumen.id)
    _require_our_start(pdf, ours)
    fresh = _fresh_signatures(meja, pdf, ours)
    asing = tuple(
        TandaAsing(kolom=each.kolom, nama=each.nama, penerbit=each.penerbit)
        for each in fresh
        if each.asing
    )
    people = tuple(_whose(meja, dokumen, each) for each in fresh if not each.asing)
    with meja.act(Aksi.TERIMA_PDF) as act:
        if store.read_pdf(act.session, dokumen.id) != ours[-1]:
            raise _signed_meanwhile("Dokumen ini baru saja berubah.")
        brought = Kembali(orang=people, asing=asing)
        sha256 = store.add_returned(act.session, dokumen.id, pdf, brought, act.now)
        numbers = ",".join(map(str, people))
        act.record(f"dokumen/{dokumen.id}", orang=numbers, asing=len(asing), sha256=sha256)
        act.commit()
    return find_dokumen(meja, dokumen.id)


def _require_our_start(untrusted_pdf: bytes, ours: Sequence[bytes]) -> None:
    if untrusted_pdf in ours:
        raise DocumentError("Berkas ini belum memuat tanda tangan baru.", _SAVE_FIRST)
    if not untrusted_pdf.startswith(tuple(ours)):
        raise DocumentError("Berkas ini tidak berasal dari dokumen yang dipilih.", _SAVE_FIRST)


def _fresh_signatures(
    meja: Meja, untrusted_pdf: bytes, ours: Sequence[bytes]
) -> list[SignatureReport]:
    """Give the signatures we have not; refuse what is more, and what would lose one of ours."""
    there, newest = _verified(meja, untrusted_pdf), _verified(meja, ours[-1])
    if not there.utuh:
        raise DocumentError("Berkas ini memuat perubahan selain tanda tangan.", _SAVE_FIRST)
    have = {(each.kolom, each.serial) for each in newest.signatures}
    kept = {(each.kolom, each.serial) for each in there.signatures}
    lost = [each.nama for each in newest.signatures if (each.kolom, each.serial) not in kept]
    if lost:
        names = ", ".join(lost)
        raise _signed_meanwhile(f"Berkas ini belum memuat tanda tangan {names} yang sudah ada.")
    return [each for each in there.signatures if (each.kolom, each.serial) not in have]


def _verified(meja: Meja, pdf: bytes) -> PdfReport:
    from pilkades_desk.kits.signing.pdf_verify import verify_pdf

    roles = (PeranSertifikat.DESA, PeranSertifikat.DESA_CA)
    roots = [read_village_authority(meja, role).cert_pem for role in roles]
    gone = frozenset(int(one.serial, 16) for one in read_revoked(meja))
    return verify_pdf(pdf, Trust(roots, meja.clock.now(), gone))


def _whose(meja: Meja, dokumen: Dokumen, each: SignatureReport) -> int:
    """Give the person a signature counts for: named, in their own field, with their own key."""
    if each.chain_fault:
        raise DocumentError(
            f"Tanda tangan {each.nama} tidak berlaku: {CHAIN[each.chain_fault]}.",
            "Minta ia menandatangani lagi di sini dengan sandinya.",
        )
    for orang in read_orang(meja):
        if orang.id in dokumen.penanda and each.kolom == field_name(orang.id):
            own = f"{serial(orang.sertifikat):x}"
            if own == each.serial:
                return orang.id
    raise DocumentError(
        f"{each.nama} menandatangani di tempat yang bukan miliknya.",
        "Minta ia menandatangani lagi di sini dengan sandinya.",
    )


def _signed_meanwhile(sentence: str) -> StateError:
    return StateError(sentence, _SAVE_FIRST)
