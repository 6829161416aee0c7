"""What the committee does in step 6: freeze a document, sign it, read it back, check it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.compose.composed import Composed
from pilkades_desk.berita_acara.compose.dispatch import compose
from pilkades_desk.berita_acara.compose.recap import without_f27
from pilkades_desk.berita_acara.compose.report import NEEDS, enclosure_names
from pilkades_desk.berita_acara.compose.sources import Seals, Stored, read_seals
from pilkades_desk.berita_acara.daftar import BarisDaftar, ButirLampiran, Keadaan
from pilkades_desk.berita_acara.dokumen import (
    Dokumen,
    DokumenBaru,
    Pembekuan,
    StatusDokumen,
    field_name,
)
from pilkades_desk.berita_acara.putusan import read_putusan
from pilkades_desk.berita_acara.result_qr import RESULT_DOMAIN, result_fields
from pilkades_desk.berita_acara.rules import (
    denies_keberatan,
    list_documents,
    list_enclosures,
    list_wajib,
)
from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.keys import sign_raw
from pilkades_desk.kits.signing.pdf_report import PdfReport
from pilkades_desk.kits.signing.pdf_sign import (
    Remark,
    Signatory,
    add_signature,
    prepare_and_certify,
)
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.kits.storage.disk import make_folder, write_whole
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.data_code import kanonik, kode_data, sidik
from pilkades_desk.panitia.naskah.katalog import read_katalog
from pilkades_desk.panitia.naskah.pencetakan import read_prints
from pilkades_desk.panitia.orang import find_orang, open_orang_key, read_orang, read_revoked
from pilkades_desk.panitia.profil.usecases import demand_confirmed
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import read_village_authority
from pilkades_desk.panitia.values import Orang
from pilkades_desk.pemilih.usecases import find_dpt, summarise
from pilkades_desk.pemilih.values import RingkasanPemilih
from pilkades_desk.penghitungan.usecases import outcome, recap
from pilkades_desk.tps.usecases import read_rencana, read_units

DECISION, REPORT = "F-33", "F-34"


@dataclass(frozen=True)
class Pemeriksaan:
    """What checking one document found; `dicabut` says by serial when a certificate went."""

    dokumen: Dokumen
    laporan: PdfReport
    dicabut: Mapping[str, datetime] = field(default_factory=dict)


def freeze(meja: Meja, kode: str, unit: int | None = None) -> Dokumen:
    """Freeze one document (F-07, F-27, F-28, F-29, F-33, F-34) and certify it with the village key.

    Syarat: S-611, S-615.
    """
    meja.demand(Aksi.BEKUKAN_DOKUMEN)
    demand_confirmed(meja, kode)
    village = read_village_authority(meja, PeranSertifikat.DESA)
    withdraw_stale(meja)
    composed = _compose(meja, Pembekuan(kode=kode, unit=unit))
    _refuse_second(meja, composed)
    pdf = _draw(composed, village.key)
    fields = [field_name(orang.id) for orang in composed.penanda]
    signatory = Signatory(village.key, village.cert_pem)
    remark = Remark(alasan="Dibekukan oleh panitia", tempat=meja.pemilihan.desa)
    certified = prepare_and_certify(pdf, fields, signatory, composed.isi.dibekukan, remark)
    baru = DokumenBaru(
        kode=composed.isi.kode,
        dok=composed.isi.dok,
        unit=unit,
        isi=kanonik(composed.isi),
        kode_data=kode_data(composed.isi),
        sidik=sidik(composed.isi),
        penanda=tuple(orang.id for orang in composed.penanda),
        dari_segel=composed.isi.dari_segel,
    )
    with meja.act(Aksi.BEKUKAN_DOKUMEN) as act:
        if _seals(meja, read_dokumen(meja)).of(kode, unit) != baru.dari_segel:
            raise StateError("Angkanya baru saja berubah.", "Muat ulang, lalu bekukan lagi.")
        dokumen_id = store.add_dokumen(act.session, baru, certified, act.now)
        act.record(f"dokumen/{dokumen_id}", kode=baru.kode, dok=baru.dok, sidik=baru.sidik)
        act.commit()
    return find_dokumen(meja, dokumen_id)


def read_freezable(meja: Meja) -> tuple[Pembekuan, ...]:
    """Give the documents whose content is final and of which no valid one is there yet.

    Syarat: S-603, S-604, S-605.
    """
    stale = {dokumen.id for dokumen, _ in find_stale(meja)}
    there = {one.dok for one in read_dokumen(meja) if not one.ditarik and one.id not in stale}
    ready = [Pembekuan(kode="F-07")] if find_dpt(meja) else []
    if read_units(meja):
        rekap = recap(meja)
        ready += [
            Pembekuan(kode=kode, unit=baris.unit)
            for baris in rekap.baris
            for kode in ("F-27", "F-28")
        ]
        if rekap.lengkap and not without_f27(rekap, there):
            ready.append(Pembekuan(kode="F-29"))
            if outcome(meja).nomor_urut is not None or read_putusan(meja):
                ready.append(Pembekuan(kode="F-33"))
            if there.issuperset(NEEDS) and _answers(meja):
                ready.append(Pembekuan(kode=REPORT))
    return tuple(one for one in ready if one.dok not in there)


def freeze_all(
    meja: Meja, wanted: Sequence[Pembekuan], progress: Progress = quiet
) -> tuple[Dokumen, ...]:
    """Freeze several documents, each its own act; what is frozen stays when one is refused.

    Syarat: S-611.
    """
    frozen = []
    for number, one in enumerate(wanted):
        progress(number, len(wanted))
        frozen.append(freeze(meja, one.kode, one.unit))
    return tuple(frozen)


def sign_dokumen(meja: Meja, dokumen_id: int, orang: Orang, sandi: str) -> Dokumen:
    """Add one person's signature, opened with their own password (S-612)."""
    meja.demand(Aksi.TANDA_TANGANI)
    withdraw_stale(meja)
    dokumen = demand_valid(find_dokumen(meja, dokumen_id))
    if orang.id not in dokumen.penanda or orang.id in dokumen.sudah:
        raise StateError(
            f"{orang.nama} tidak perlu menandatangani dokumen ini.", "Pilih nama yang belum."
        )
    if any(one.kolom == field_name(orang.id) for one in dokumen.asing):
        raise StateError(
            f"Tempat {orang.nama} sudah diisi sertifikat lain.", "Catat tanda tangan basahnya."
        )
    key, orang = open_orang_key(meja, orang, sandi), find_orang(meja, orang.id)
    issuer = read_village_authority(meja, PeranSertifikat.DESA_CA)
    person = Signatory(key, orang.sertifikat, (issuer.cert_pem,))
    remark = Remark(alasan=orang.jabatan, tempat=meja.pemilihan.desa)
    with meja.act(Aksi.TANDA_TANGANI) as act:
        pdf = store.read_pdf(act.session, dokumen.id)
        signed = add_signature(pdf, field_name(orang.id), person, act.now, remark)
        sha256 = store.add_file(act.session, dokumen.id, (orang.id, signed), act.now)
        act.record(f"dokumen/{dokumen.id}", orang=orang.id, sha256=sha256)
        act.commit()
    return find_dokumen(meja, dokumen.id)


def withdraw_stale(meja: Meja) -> tuple[Dokumen, ...]:
    """Withdraw every valid document made from something that no longer stands; gives them.

    Syarat: S-613.
    """
    stale = find_stale(meja)
    if stale:
        with meja.act(Aksi.TARIK_DOKUMEN) as act:
            for dokumen, alasan in stale:
                store.withdraw(act.session, dokumen.id, alasan, act.now)
            numbers = ",".join(str(dokumen.id) for dokumen, _ in stale)
            act.record(f"dokumen/{numbers}", dok=" ".join(one.dok for one, _ in stale))
            act.commit()
    return tuple(find_dokumen(meja, dokumen.id) for dokumen, _ in stale)


def find_stale(meja: Meja) -> tuple[tuple[Dokumen, str], ...]:
    """Name the valid documents to withdraw and why; changes nothing, so anybody may look.

    Syarat: S-613.
    """
    valid = [dokumen for dokumen in read_dokumen(meja) if not dokumen.ditarik]
    seals = _seals(meja, valid) if valid else None
    gone = {one.id: one.nama for one in read_orang(meja) if not one.aktif} if valid else {}
    return tuple(
        (dokumen, _why_stale(dokumen, gone))
        for dokumen in valid
        if (seals and dokumen.dari_segel != seals.of(dokumen.kode, dokumen.unit))
        or (dokumen.basah is None and not gone.keys().isdisjoint(dokumen.belum))
    )


def read_dokumen(meja: Meja) -> tuple[Dokumen, ...]:
    """Give all documents in the order they were frozen (S-613)."""
    with meja.read() as session:
        return store.read_dokumen(session)


def find_dokumen(meja: Meja, dokumen_id: int) -> Dokumen:
    """Give one document (S-612)."""
    with meja.read() as session:
        (dokumen,) = store.read_dokumen(session, dokumen_id)
    return dokumen


def find_standing(meja: Meja, dokumen_id: int) -> Dokumen:
    """Give a document whose figures still stand; StateError for one withdrawn or to be (S-613)."""
    stale = any(one.id == dokumen_id for one, _ in find_stale(meja))
    return demand_valid(find_dokumen(meja, dokumen_id), stale=stale)


def demand_valid(dokumen: Dokumen, *, stale: bool = False) -> Dokumen:
    """Give the document back; StateError for one withdrawn or, being stale, to be (S-613)."""
    if stale or dokumen.status is StatusDokumen.DITARIK:
        raise StateError("Dokumen ini sudah ditarik.", "Pakai dokumen penggantinya.")
    return dokumen


def read_pdf(meja: Meja, dokumen: Dokumen) -> bytes:
    """Give the newest file of a document, byte for byte as it was made (S-616)."""
    with meja.read() as session:
        return store.read_pdf(session, dokumen.id)


def read_contents(meja: Meja) -> dict[str, bytes]:
    """Give the frozen content of every valid document by its short name (F27003, S-603)."""
    with meja.read() as session:
        valid = [one for one in store.read_dokumen(session) if not one.ditarik]
        return {one.dok: store.read_content(session, one.id) for one in valid}


def read_daftar(meja: Meja) -> tuple[BarisDaftar, ...]:
    """Give every document this election must have and how far it is (S-620)."""
    units = [unit.nomor for unit in read_units(meja)]
    lists = summarise(meja)
    keadaan = Keadaan(
        dokumen=read_dokumen(meja),
        basi={dokumen.id: why for dokumen, why in find_stale(meja)},
        cetak=read_prints(meja),
        segel=lists.dpt.segel if lists.dpt else "",
        segel_dps=lists.dps.segel if lists.dps else "",
        siap=_lists_ready(meja, lists, units),
    )
    return list_documents(list_wajib(read_katalog(), units), keadaan)


def read_enclosures(meja: Meja) -> tuple[ButirLampiran, ...]:
    """Give the enclosures of the report to the BPD and which are still missing (S-622)."""
    return list_enclosures(enclosure_names(), read_daftar(meja), _answers(meja))


def export_pdf(meja: Meja, folder: Path) -> tuple[Path, ...]:
    """Write the newest file of every document that stands into a folder (S-613, S-616)."""
    stale = {dokumen.id for dokumen, _ in find_stale(meja)}
    valid = [one for one in read_dokumen(meja) if not one.ditarik and one.id not in stale]
    return tuple(save_pdf(meja, dokumen, folder / dokumen.file_name) for dokumen in valid)


def save_pdf(meja: Meja, dokumen: Dokumen, path: Path) -> Path:
    """Write the newest file of a document (S-616); StorageError when the place does not take it."""
    make_folder(path.parent)
    write_whole(path, read_pdf(meja, dokumen))
    return path


def check_dokumen(meja: Meja, dokumen: Dokumen, trust: Trust) -> Pemeriksaan:
    """Check every signature of a document and that nothing else was added (S-612)."""
    from pilkades_desk.kits.signing.pdf_verify import verify_pdf

    gone = {one.serial: one.waktu for one in read_revoked(meja)}
    return Pemeriksaan(dokumen, verify_pdf(read_pdf(meja, dokumen), trust), gone)


def _compose(meja: Meja, wanted: Pembekuan) -> Composed:
    sumber = _seals(meja, read_dokumen(meja)).of(wanted.kode, wanted.unit)
    if wanted.kode == DECISION:
        putusan = read_putusan(meja)
        answers = putusan.model_dump(mode="json") if putusan else {}
        return compose(meja, wanted, Stored(read_contents(meja), answers, sumber))
    if wanted.kode != REPORT:
        return compose(meja, wanted, Stored(read_contents(meja), sumber=sumber))
    stored = Stored(read_contents(meja), _answers(meja), sumber)
    with meja.read() as session:
        keberatan = len(store.read_keberatan(session))
    if stored.answers and denies_keberatan(stored.answers["sengketa"], keberatan):
        raise StateError(
            f"Laporan menyebut NIHIL, register memuat {keberatan} keberatan.",
            "Isi lagi laporannya di tab Laporan BPD.",
        )
    return compose(meja, wanted, stored, read_enclosures(meja))


def _answers(meja: Meja) -> dict[str, str]:
    with meja.read() as session:
        return store.read_answers(session, REPORT)


def _seals(meja: Meja, dokumen: Sequence[Dokumen]) -> Seals:
    """Give the seals of the figures, and of what the report repeats besides."""
    with meja.read() as session:
        register = [one.model_dump(mode="json") for one in store.read_keberatan(session)]
        typed = store.read_answers(session, REPORT)
        putusan = store.read_answers(session, DECISION)
    valid = [one for one in dokumen if not one.ditarik]
    decided = [one.sidik for one in valid if one.dok in NEEDS]
    f27 = {one.unit: one.sidik for one in valid if one.kode == "F-27" and one.unit}
    digests = (sha256_hex(canonical(one)) for one in (typed, register))
    written = (sha256_hex(canonical(putusan)),) if putusan else ()
    return replace(read_seals(meja), laporan=(*decided, *digests), putusan=written, f27=f27)


def _lists_ready(
    meja: Meja, lists: RingkasanPemilih, units: Sequence[int]
) -> frozenset[tuple[str, int | None]]:
    """Name what can be drawn now, by form and unit."""
    of_dps = ("F-01", "F-02") if lists.dps else ()
    of_dpt = ("F-05", "F-06") if lists.dpt else ()
    village: set[tuple[str, int | None]] = {(kode, None) for kode in (*of_dps, *of_dpt)}
    if not lists.dpt or not units or not read_rencana(meja).terkunci:
        return frozenset(village)
    of_units = {(kode, unit) for kode in ("F-06", "F-10", "F-18") for unit in units}
    return frozenset(village | {("F-08", None)} | of_units)


def _draw(composed: Composed, village_key: bytes) -> bytes:
    from pilkades_desk.berita_acara.pdf.dispatch import draw

    fields = result_fields(composed.isi)
    signature = sign_raw(village_key, RESULT_DOMAIN + fields.encode("ascii")) if fields else None
    return draw(composed.isi, signature)


def _why_stale(dokumen: Dokumen, gone: Mapping[int, str]) -> str:
    names = [gone[one] for one in dokumen.belum if one in gone]
    if names:
        return f"Sertifikat {names[0]} dicabut sebelum menandatangani."
    if dokumen.kode == REPORT:
        return "Keputusan, isian laporan, atau register berubah sesudah dokumen ini dibekukan."
    if dokumen.kode == "F-07":
        return "DPT berubah sesudah dokumen ini dibekukan."
    if dokumen.kode == DECISION:
        return "Formulir salah satu unit atau keputusan tertulis berubah."
    whose = f"unit {dokumen.unit}" if dokumen.unit else "salah satu unit"
    if dokumen.kode == "F-28":
        return f"Formulir atau F-27 {whose} ditarik sesudah dokumen ini dibekukan."
    return f"Formulir {whose} ditarik sesudah dokumen ini dibekukan."


def _refuse_second(meja: Meja, composed: Composed) -> None:
    same = [one for one in read_dokumen(meja) if one.dok == composed.isi.dok and not one.ditarik]
    if same:
        raise StateError(
            f"{composed.isi.kode} ini sudah dibekukan.", "Buka dokumen yang ada di daftar."
        )
