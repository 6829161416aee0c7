"""Sending: a bundle is sealed in the election folder in the running act, then copied to the stick.

Village and kabupaten send the same way; what a bundle says is given as one `Surat`.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pilkades_desk.core.audit import AuditHead
from pilkades_desk.core.clock import utc_text
from pilkades_desk.kits.sealing.header import ZEROS, Addressee, AuditMark, Draft, Mode
from pilkades_desk.kits.sealing.writing import Signer, Source, seal
from pilkades_desk.kits.signing.certificates import Authority
from pilkades_desk.kits.signing.keys import sign
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.disk import make_folder, named_refusals
from pilkades_desk.kits.usb.folder_drive import Drive
from pilkades_desk.kits.usb.writing import copy_to_drive
from pilkades_desk.paket import store
from pilkades_desk.paket.untrusted import require_sealed
from pilkades_desk.paket.values import SCHEMA, JenisPaket, PaketKeluar
from pilkades_desk.panitia.meja import Act, MejaAkun, program_version

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in stores

FOLDER = "paket"


@dataclass(frozen=True)
class Surat:
    """What a bundle to be sent says: kind, scope, addressee, signer, readers."""

    jenis: JenisPaket
    gladi: bool
    pemilihan: str
    wilayah: str
    tujuan: Addressee
    penanda: Authority
    penerima: tuple[str, ...] = ()
    publik_sha256: str | None = None


def copy_paket(meja: MejaAkun, paket: PaketKeluar, drive: Drive) -> Path:
    """Copy a bundle from the election folder to the stick and read it back.

    Syarat: S-707.

    Raises:
        StorageError: the bundle in the election folder is no longer the one that was sealed.
        StickError: the stick; the bundle stays in the election folder.
    """
    path = meja.folder / FOLDER / paket.berkas
    require_sealed(path, paket.amplop)
    return copy_to_drive(drive, path)


def write_paket(act: Act, meja: MejaAkun, surat: Surat, sources: Sequence[Source]) -> PaketKeluar:
    """Seal a bundle in the election folder and store its serial in the running act (S-706)."""
    folder = meja.folder / FOLDER
    make_folder(folder)
    last = store.read_last(act.session, surat.jenis, surat.wilayah)
    head: AuditHead = audit_log.read_head(act.session)
    draft = Draft(
        kind=surat.jenis.value,
        mode=mode_of(gladi=surat.gladi),
        pemilihan=surat.pemilihan,
        wilayah=surat.wilayah,
        stream=last.stream if last else uuid.uuid4().hex,
        serial=next_serial(act.session, surat.jenis, surat.wilayah),
        prev=last.amplop if last else ZEROS,
        bundle_id=uuid.uuid4().hex,
        schema_version=SCHEMA,
        app=f"pilkades-desk {program_version()}",
        created=utc_text(act.now),
        to=surat.tujuan,
        audit_head=AuditMark(seq=head.seq, hash=head.hash.hex()),
        publik_sha256=surat.publik_sha256,
    )
    key = surat.penanda.key
    signer = Signer(lambda message: sign(key, message), surat.penanda.cert_pem.encode("ascii"))
    with named_refusals(folder):
        path, envelope = seal(folder, draft, sources, signer, surat.penerima)
    act.goes_with(path)
    paket = PaketKeluar(
        jenis=surat.jenis,
        wilayah=surat.wilayah,
        stream=envelope.stream,
        serial=envelope.serial,
        amplop=envelope.hash,
        berkas=path.name,
        waktu=envelope.created,
    )
    store.add_paket(act.session, paket)
    return paket


def mode_of(*, gladi: bool) -> Mode:
    """Give the mode of an election (S-013)."""
    return Mode.GLADI if gladi else Mode.RESMI


def next_serial(session: "Session", jenis: JenisPaket, wilayah: str) -> int:
    """Give the serial the next bundle of a kind and area will get (S-706)."""
    last = store.read_last(session, jenis, wilayah)
    return last.serial + 1 if last else 1


def find_sent(meja: MejaAkun, amplop: str) -> PaketKeluar:
    """Give a bundle sent by its envelope hash (S-805)."""
    with meja.read() as session:
        return next(one for one in store.read_paket(session) if one.amplop == amplop)
