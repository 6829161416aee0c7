"""Ink on paper, noted in the file: who signed on which day, which witness refused, and the scan.

The paper is the original; this only says what stands on it, and keeps its picture.
"""

from datetime import date
from pathlib import Path

from pydantic import Field

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.dokumen import Dokumen, TandaBasah, Tempat
from pilkades_desk.berita_acara.untrusted import read_scan
from pilkades_desk.berita_acara.usecases import find_dokumen, find_standing
from pilkades_desk.core.canonical import parse_canonical, sha256_hex
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.value import Value
from pilkades_desk.kits.storage.disk import make_folder, write_whole
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi

_LEAST = 3
"""Signers needed where a paper names more: head and two members (Permendagri 112/2014 art. 41)."""


class BasahBaru(Value):
    """What is told of a signed paper: keys of places that were signed, and of those refused."""

    tanggal: date
    menandatangani: tuple[str, ...]
    menolak: dict[str, str] = Field(default_factory=dict)


def read_tempat(meja: Meja, dokumen: Dokumen) -> tuple[Tempat, ...]:
    """Give the places to sign on a document's paper: signers, then witnesses (S-633)."""
    with meja.read() as session:
        content = parse_canonical(store.read_content(session, dokumen.id))
    signers = (
        Tempat(kunci=f"p{number}", nama=one["nama"], jabatan=one["jabatan"])
        for number, one in enumerate(content["penandatangan"])
    )
    saksi = (
        Tempat(kunci=f"s{number}", nama=one["nama"], jabatan=_saksi_of(one["nomor_calon"]))
        for number, one in enumerate(content.get("saksi", ()))
    )
    return (*signers, *saksi)


def mark_wet(
    meja: Meja, dokumen_id: int, baru: BasahBaru, untrusted_scan: Path | None = None
) -> Dokumen:
    """Note who signed the paper; the scan is kept inside the file, its digest in the log (S-633).

    Raises:
        StateError: the document was withdrawn, nobody signed, or the day has not come yet.
        DocumentError, ImageError: the scan cannot be used.
    """
    meja.demand(Aksi.TANDAI_BASAH)
    dokumen = find_standing(meja, dokumen_id)
    _check(meja, dokumen, baru)
    scan = read_scan(untrusted_scan) if untrusted_scan else None
    tanda = TandaBasah(
        tanggal=baru.tanggal,
        menandatangani=baru.menandatangani,
        menolak=tuple(sorted(baru.menolak.items())),
        pindaian=sha256_hex(scan) if scan else "",
    )
    with meja.act(Aksi.TANDAI_BASAH) as act:
        store.add_basah(act.session, dokumen.id, tanda, scan, act.now)
        facts = {"tanggal": baru.tanggal.isoformat(), "pindaian": tanda.pindaian}
        counts = {"jumlah": len(tanda.menandatangani), "menolak": len(tanda.menolak)}
        act.record(f"dokumen/{dokumen.id}", **facts, **counts)
        act.commit()
    return find_dokumen(meja, dokumen.id)


def save_scan(meja: Meja, dokumen: Dokumen, path: Path) -> Path:
    """Write the newest scan of a document's paper as it was attached (S-633).

    Raises:
        StateError: there is none.
        StorageError: the place does not take it.
    """
    scan = read_scan_of(meja, dokumen)
    if not scan:
        raise StateError("Dokumen ini belum punya pindaian.", "Catat tanda tangan basahnya dahulu.")
    make_folder(path.parent)
    write_whole(path, scan)
    return path


def scan_name(meja: Meja, dokumen: Dokumen) -> str:
    """Suggest a name for a document's scan, by what it is."""
    head = read_scan_of(meja, dokumen)[:4]
    ending = {b"%PDF": "pdf", b"\x89PNG": "png"}.get(head, "jpg")
    return f"{dokumen.file_name.removesuffix('.pdf')}-pindaian.{ending}"


def read_scan_of(meja: Meja, dokumen: Dokumen) -> bytes:
    """Give the newest scan of a document's paper as it was attached; empty for none (S-633)."""
    with meja.read() as session:
        return store.read_scan(session, dokumen.id)


def _check(meja: Meja, dokumen: Dokumen, baru: BasahBaru) -> None:
    places = {each.kunci: each for each in read_tempat(meja, dokumen)}
    told = {*baru.menandatangani, *baru.menolak}
    if not told <= places.keys() or not all(places[each].saksi for each in baru.menolak):
        raise ValueError("a place this document does not have")
    if not baru.menandatangani:
        raise StateError(
            "Belum ada yang menandatangani kertasnya.", "Tandai paling sedikit satu nama."
        )
    people = [each.kunci for each in places.values() if not each.saksi]
    signed = [each for each in people if each in baru.menandatangani]
    if people and (people[0] not in signed or len(signed) < min(_LEAST, len(people))):
        who = places[people[0]].jabatan
        raise StateError(
            "Tanda tangan yang wajib belum lengkap di kertas.",
            f"Perlu {who} dan seluruhnya paling sedikit {min(_LEAST, len(people))} penanda.",
        )
    if set(baru.menandatangani) & baru.menolak.keys() or not all(baru.menolak.values()):
        raise StateError(
            "Saksi yang menolak perlu alasan, dan tidak ikut menandatangani.",
            "Isi alasan seperti tertulis di kertas.",
        )
    if baru.tanggal > meja.clock.now().astimezone(meja.pemilihan.zona.tz).date():
        raise StateError(
            "Tanggal tanda tangan belum tiba menurut jam laptop.",
            "Periksa tanggal di kertas dan jam laptop.",
        )


def _saksi_of(nomor_calon: int | None) -> str:
    return "Saksi kolom kosong" if nomor_calon is None else f"Saksi calon no. {nomor_calon}"
