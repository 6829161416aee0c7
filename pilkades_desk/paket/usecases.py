"""What the committee does in step 7: read the kit, ask for certificates, export, read receipts.

A bundle is sealed inside the election folder in the same act that stores its serial, then copied
to the stick; a copy that failed is repeated with `copy_paket` and gets no new serial.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pilkades_desk.berita_acara.usecases import read_dokumen, read_pdf, withdraw_stale
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.sealing.age_keys import fingerprint as recipient_fingerprint
from pilkades_desk.kits.sealing.header import (
    Addressee,
    parse_value,
    value_bytes,
)
from pilkades_desk.kits.sealing.refusal import Fault
from pilkades_desk.kits.sealing.writing import Source
from pilkades_desk.kits.signing.certificates import Authority, request
from pilkades_desk.kits.signing.chain import Trust, verify_chain
from pilkades_desk.kits.signing.faults import ChainProblem
from pilkades_desk.kits.signing.keys import fingerprint_digits, load_public, to_pem
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.usb.folder_drive import Drive
from pilkades_desk.paket import store
from pilkades_desk.paket.compose import compose_akun, compose_hasil
from pilkades_desk.paket.sending import Surat, copy_paket, mode_of, write_paket
from pilkades_desk.paket.untrusted import open_paket, parse_isi, refuse, trust_in, trust_typed
from pilkades_desk.paket.values import (
    AKUN,
    HASIL,
    RIWAYAT,
    EntriRiwayat,
    HasilPublik,
    IsiDaftar,
    IsiKit,
    IsiRiwayat,
    IsiTerima,
    JenisPaket,
    KeadaanKit,
    Lampiran,
    PaketKeluar,
    SertifikatKit,
    TandaTerima,
    kode_singkat,
)
from pilkades_desk.panitia.meja import Act, Meja, MejaAkun
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import (
    read_village_authority,
    take_certificates,
    village_subject,
)

if TYPE_CHECKING:
    from sqlmodel import Session  # noqa: TID251 -- the type only; queries stay in stores

_EVERYONE = Addressee(name="Umum")


@dataclass(frozen=True)
class HasilEkspor:
    """The two files of one export, on the stick, and the sealed one's short code."""

    publik: Path
    hasil: Path
    kode: str


def read_kit(meja: Meja, path: Path, sidik_diketik: str = "") -> IsiKit:
    """Read a kit and take the certificates it brings for this village (S-701).

    Args:
        meja: the village's desk.
        path: the kit on the stick.
        sidik_diketik: 40 digits typed from the kabupaten's letter; asked only for the first kit.

    Raises:
        BundleError: refused; also when the digits are not those of the root in the kit.
    """
    meja.demand(Aksi.BACA_KIT)
    known = find_kit(meja)
    now = meja.clock.now()
    percaya = trust_typed(sidik_diketik, now) if known is None else trust_in(kit_trust(known, now))
    paket = open_paket(path, (JenisPaket.KIT,), mode_of(gladi=meja.pemilihan.gladi), percaya)
    kit = parse_isi(IsiKit, paket.files(), "kit.json")
    _check_kit(meja, kit, paket.penanda.pem)
    if known is not None and kit.nomor < known.nomor:
        raise refuse(Fault.REPLAY_OLDER, f"kit {kit.nomor}")
    certificates = _check_ours(meja, kit, kit_trust(kit, now))
    if known is None or kit.nomor > known.nomor:
        with meja.act(Aksi.BACA_KIT) as act:
            store.add_kit(act.session, kit.nomor, paket.envelope.hash, value_bytes(kit))
            taken = take_certificates(act, certificates)
            act.record(f"kit/{kit.nomor}", amplop=paket.envelope.hash, **taken)
            act.commit()
    return kit


def find_kit(meja: Meja) -> IsiKit | None:
    """Give the newest kit read; None before the first (S-701)."""
    with meja.read() as session:
        content = store.read_kit(session)
    return parse_value(IsiKit, content) if content else None


def read_kit_state(meja: Meja) -> KeadaanKit:
    """Give how far the village is with the kabupaten, and its own digits for the stamped form.

    Syarat: S-105, S-702.
    """
    kit = find_kit(meja)
    ours = (meja.pemilihan.kode_desa, meja.pemilihan.id)
    issued = [(one.kode_desa, one.pemilihan) for one in kit.sertifikat] if kit else []
    return KeadaanKit(
        nomor=kit.nomor if kit else 0,
        kabupaten=kit.kabupaten if kit else "",
        disahkan=ours in issued,
        sidik=_own_digits(meja),
    )


def export_key_request(meja: Meja, drive: Drive) -> Path:
    """Write the village's request for certificates to the stick (S-702)."""
    meja.demand(Aksi.EKSPOR_PAKET)
    desa = read_village_authority(meja, PeranSertifikat.DESA)
    issuing = read_village_authority(meja, PeranSertifikat.DESA_CA)
    isi = IsiDaftar(
        kode_desa=meja.pemilihan.kode_desa,
        desa=meja.pemilihan.desa,
        pemilihan=meja.pemilihan.id,
        permohonan_desa=request(desa.key, village_subject(meja, PeranSertifikat.DESA)),
        permohonan_ca=request(issuing.key, village_subject(meja, PeranSertifikat.DESA_CA)),
    )
    surat = _surat(meja, JenisPaket.DAFTAR, Addressee(name="Kabupaten"), desa)
    with meja.act(Aksi.EKSPOR_PAKET) as act:
        paket = write_paket(act, meja, surat, [Source("daftar.json", value_bytes(isi))])
        act.record(f"paket/{paket.amplop}", jenis=paket.jenis.value, serial=paket.serial)
        act.commit()
    return copy_paket(meja, paket, drive)


def export_hasil(meja: Meja, drive: Drive) -> HasilEkspor:
    """Export the village's result with every valid document: the one path for button and CLI.

    Syarat: S-703.
    """
    meja.demand(Aksi.EKSPOR_PAKET)
    withdraw_stale(meja)
    valid = [dokumen for dokumen in read_dokumen(meja) if not dokumen.ditarik]
    lampiran = [
        Lampiran(nama=dokumen.file_name.lower(), isi=read_pdf(meja, dokumen)) for dokumen in valid
    ]
    return seal_hasil(meja, compose_hasil(meja), lampiran, drive)


def seal_hasil(
    meja: Meja, hasil: HasilPublik, lampiran: Sequence[Lampiran], drive: Drive
) -> HasilEkspor:
    """Write the result to the stick: `publik` for anyone, `hasil` sealed to the desk.

    Syarat: S-703, S-704.

    Args:
        meja: the village's desk.
        hasil: the result as composed from final forms.
        lampiran: every PDF that goes along.
        drive: the stick.

    Raises:
        StateError: no kit yet, so nobody to seal to.
        StickError: the stick; both bundles stay in the election folder.
    """
    meja.demand(Aksi.EKSPOR_PAKET)
    kit = find_kit(meja)
    if kit is None:
        raise StateError("Kit kabupaten belum dibaca.", "Baca kit dari kabupaten dahulu.")
    desa = read_village_authority(meja, PeranSertifikat.DESA)
    content = value_bytes(hasil)
    desk = Addressee(name=f"Meja {kit.kabupaten}", fingerprint=recipient_fingerprint(kit.penerima))
    public = _surat(meja, JenisPaket.PUBLIK, _EVERYONE, desa)
    sealed = replace(
        _surat(meja, JenisPaket.HASIL, desk, desa),
        penerima=(kit.penerima, kit.cadangan),
        publik_sha256=sha256_hex(content),
    )
    with meja.act(Aksi.EKSPOR_PAKET) as act:
        sources = [
            Source(HASIL, content),
            Source(RIWAYAT, value_bytes(_riwayat(act))),
            Source(AKUN, value_bytes(compose_akun(meja))),
            *(Source(f"dokumen/{one.nama}", one.isi) for one in lampiran),
        ]
        first = write_paket(act, meja, public, sources[:1])
        second = write_paket(act, meja, sealed, sources)
        act.record(f"paket/{second.amplop}", publik=first.amplop, serial=second.serial)
        act.commit()
    return HasilEkspor(
        copy_paket(meja, first, drive),
        copy_paket(meja, second, drive),
        kode_singkat(second.amplop),
    )


def read_tanda_terima(meja: Meja, path: Path) -> TandaTerima:
    """Read the desk's receipt for one of our bundles; reading it twice is harmless (S-708)."""
    meja.demand(Aksi.BACA_TANDA_TERIMA)
    kit = find_kit(meja)
    if kit is None:
        raise StateError("Kit kabupaten belum dibaca.", "Baca kit dari kabupaten dahulu.")
    percaya = trust_in(kit_trust(kit, meja.clock.now()))
    mode = mode_of(gladi=meja.pemilihan.gladi)
    paket = open_paket(path, (JenisPaket.TERIMA,), mode, percaya)
    isi = parse_isi(IsiTerima, paket.files(), "terima.json")
    with meja.act(Aksi.BACA_TANDA_TERIMA) as act:
        ours = {one.amplop: one for one in store.read_paket(act.session)}
        if isi.amplop not in ours or ours[isi.amplop].serial != isi.serial:
            raise refuse(Fault.SCOPE, "receipt for a bundle we did not send")
        store.add_tanda_terima(act.session, paket.envelope.hash, isi.amplop, value_bytes(isi))
        act.record(f"tanda-terima/{paket.envelope.hash}", untuk=isi.amplop)
        act.commit()
        cocok = _has_head(act.session, isi)
    return TandaTerima(paket=ours[isi.amplop], isi=isi, riwayat_cocok=cocok)


def read_answers(meja: Meja) -> tuple[TandaTerima, ...]:
    """Give the newest receipt of each bundle that has one, and whether our log still holds it.

    Syarat: S-708.
    """
    with meja.read() as session:
        answers = store.read_tanda_terima(session)
        answered = [one for one in store.read_paket(session) if one.amplop in answers]
        contents = [(one, parse_value(IsiTerima, answers[one.amplop])) for one in answered]
        return tuple(
            TandaTerima(paket=one, isi=isi, riwayat_cocok=_has_head(session, isi))
            for one, isi in contents
        )


def read_sent(meja: MejaAkun) -> tuple[tuple[PaketKeluar, IsiTerima | None], ...]:
    """Give every bundle sent with its receipt, oldest first (S-708)."""
    with meja.read() as session:
        sent, answers = store.read_paket(session), store.read_tanda_terima(session)
    return tuple(
        (one, parse_value(IsiTerima, answers[one.amplop]) if one.amplop in answers else None)
        for one in sent
    )


def _own_digits(meja: Meja) -> str:
    try:
        own = read_village_authority(meja, PeranSertifikat.DESA)
    except StateError:
        return ""
    return fingerprint_digits(own.cert_pem)


def kit_trust(kit: IsiKit, at: datetime) -> Trust:
    """Believe the root of a kit, apart from what the kit takes back (S-701)."""
    return Trust([kit.akar], at, frozenset(int(serial, 16) for serial in kit.dicabut))


def _surat(meja: Meja, jenis: JenisPaket, tujuan: Addressee, penanda: Authority) -> Surat:
    pemilihan = meja.pemilihan
    return Surat(jenis, pemilihan.gladi, pemilihan.id, pemilihan.kode_desa, tujuan, penanda)


def _has_head(session: "Session", isi: IsiTerima) -> bool:
    head = (isi.kepala_seq, bytes.fromhex(isi.kepala_hash))
    return any((one.seq, one.hash) == head for one in audit_log.read_entries(session))


def _riwayat(act: Act) -> IsiRiwayat:
    entries = audit_log.read_entries(act.session)
    return IsiRiwayat(
        entri=tuple(
            EntriRiwayat(seq=one.seq, body=one.body, prev=one.prev.hex(), hash=one.hash.hex())
            for one in entries
        )
    )


def _check_kit(meja: Meja, kit: IsiKit, signer_pem: str) -> None:
    ours = meja.pemilihan.kode_desa
    if not ours.startswith(kit.kode_kabupaten) or ours not in {one.kode_desa for one in kit.desa}:
        raise refuse(Fault.SCOPE, "village not in the kit")
    if to_pem(load_public(kit.akar)) != to_pem(load_public(signer_pem)):
        raise refuse(Fault.CONTENT, "root in the kit is not its signer")


def _check_ours(meja: Meja, kit: IsiKit, trust: Trust) -> dict[PeranSertifikat, str]:
    ours = (meja.pemilihan.kode_desa, meja.pemilihan.id)
    issued = [one for one in kit.sertifikat if (one.kode_desa, one.pemilihan) == ours]
    return {PeranSertifikat(one.peran): _check_issued(meja, one, trust) for one in issued}


def _check_issued(meja: Meja, one: SertifikatKit, trust: Trust) -> str:
    peran = PeranSertifikat(one.peran)
    expect = Scope(peran=peran, desa=one.kode_desa, pemilihan=one.pemilihan)
    own = read_village_authority(meja, peran).cert_pem
    try:
        verify_chain(one.pem, (), trust, expect)
    except ChainProblem as problem:
        raise refuse(Fault.CONTENT, str(problem)) from problem
    if to_pem(load_public(one.pem)) != to_pem(load_public(own)):
        raise refuse(Fault.CONTENT, "certificate for another key")
    return one.pem
