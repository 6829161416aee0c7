"""What the kabupaten does in step 8: kit, certificates, receive, receipt, recap.

Receiving goes verify → parse → check → believe; only a bundle that passed all of it is stored, in
one transaction, and a bundle seen before changes nothing and gives what was given then.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pilkades_desk.core.clock import Clock, parse_utc
from pilkades_desk.core.errors import (
    AccessError,
    BundleError,
    Cancelled,
    PilkadesError,
    StateError,
)
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.kits.sealing.age_keys import recipient_of
from pilkades_desk.kits.sealing.chain import Link, Placed, place
from pilkades_desk.kits.sealing.header import Addressee, parse_value, value_bytes
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from pilkades_desk.kits.sealing.writing import Source
from pilkades_desk.kits.signing.certificates import Authority, Request, issue, serial
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.keys import fingerprint_digits
from pilkades_desk.kits.storage.election_file import Schema
from pilkades_desk.kits.usb.folder_drive import Drive
from pilkades_desk.paket.findings import refusal
from pilkades_desk.paket.sending import (
    Surat,
    copy_paket,
    find_sent,
    mode_of,
    next_serial,
    write_paket,
)
from pilkades_desk.paket.untrusted import (
    PaketTerbuka,
    open_paket,
    parse_isi,
    refuse,
    trust_in,
    trust_typed,
)
from pilkades_desk.paket.values import (
    HASIL,
    HasilPublik,
    IsiDaftar,
    IsiKit,
    IsiTerima,
    JenisPaket,
    SertifikatKit,
)
from pilkades_desk.panitia.accounts import (
    BadAccount,
    OpenedFile,
    closed_on_failure,
    created_file,
    now_text,
    open_file,
)
from pilkades_desk.panitia.akun import accounts_in, add_first_account, enter, key_facts, own_account
from pilkades_desk.panitia.meja import Act
from pilkades_desk.panitia.profil.naskah import read_profile
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.rules import check_account
from pilkades_desk.panitia.values import Akun, AkunBaru
from pilkades_desk.penerimaan import store
from pilkades_desk.penerimaan.desk import (
    AGE,
    AKAR,
    BACKDATE,
    CADANGAN,
    MEJA,
    MejaKabupaten,
    new_desk_keys,
)
from pilkades_desk.penerimaan.findings import E814, E815
from pilkades_desk.penerimaan.findings import refusal as refused
from pilkades_desk.penerimaan.rules import (
    check_clock,
    check_hasil,
    check_masuk,
    has_other_sender,
    recap_row,
)
from pilkades_desk.penerimaan.untrusted import (
    chain_of,
    check_files,
    masuk_fields,
    read_requests,
)
from pilkades_desk.penerimaan.values import (
    HasilTerima,
    Kabupaten,
    KeadaanDesa,
    Masuk,
    MejaBaru,
    Penerimaan,
    RekapKabupaten,
    Sertifikat,
)

_DAYS = 366


@dataclass(frozen=True)
class MejaDibuat:
    """A new desk, and the two secrets to print once: recovery code and spare age identity."""

    meja: MejaKabupaten
    kode_pemulihan: str = field(repr=False)
    kunci_cadangan: str = field(repr=False)


def create_desk(
    folder: Path, baru: MejaBaru, pertama: AkunBaru, schema: Schema, clock: Clock
) -> MejaDibuat:
    """Make the desk's encrypted file, its keys and its first account (pengesah) (S-801)."""
    found = check_account(pertama, (), (baru.kabupaten, now_text(clock)))
    if found:
        raise BadAccount(found)
    profil = read_profile(baru.profil)
    keys = new_desk_keys(baru, clock)
    kabupaten = Kabupaten(
        id=uuid.uuid4().hex,
        profil_sidik=profil.sidik,
        **baru.model_dump(exclude={"desa"}),
    )
    with created_file(folder, pertama, schema) as created:
        with created.file.work() as session:
            store.add_desk(session, kabupaten, baru.desa)
            for nama, (secret, public) in keys.rows.items():
                store.add_key(session, nama, secret, public)
            akun = add_first_account(session, pertama, created, clock)
            session.commit()
        meja = _desk(folder, created, akun, clock, kabupaten)
        with meja.act(Aksi.BUAT_MEJA) as act:
            act.record(f"meja/{kabupaten.id}", profil=profil.sidik, kunci=key_facts(akun))
            act.commit()
    return MejaDibuat(meja, created.kode, keys.cadangan)


def log_in_desk(folder: Path, nama: str, sandi: str, schema: Schema, clock: Clock) -> MejaKabupaten:
    """Open a desk with an account's password; StateError when the file is a village's (S-801)."""
    opened = open_file(folder, nama, sandi, schema, clock.now())
    with closed_on_failure(opened):
        with opened.file.read() as session:
            kabupaten = store.read_kabupaten(session)
            akun = own_account(accounts_in(session), nama, opened.key)
        if kabupaten is None:
            raise StateError("Ini berkas desa, bukan meja kabupaten.", "Buka sebagai meja desa.")
        return enter(_desk(folder, opened, akun, clock, kabupaten), opened)


def _desk(
    folder: Path, opened: OpenedFile, akun: Akun, clock: Clock, kabupaten: Kabupaten
) -> MejaKabupaten:
    return MejaKabupaten(folder, opened.file, akun, clock, opened.key, accounts_in, kabupaten)


def read_root_digits(meja: MejaKabupaten) -> str:
    """Give the root's fingerprint for the letter: 40 digits in groups of five (S-701)."""
    with meja.read() as session:
        return fingerprint_digits(store.read_key(session, AKAR)[1])


def make_kit(meja: MejaKabupaten, drive: Drive) -> Path:
    """Write the next kit: villages, recipients, root, certificates issued so far (S-802)."""
    own = meja.kabupaten
    with meja.act(Aksi.BUAT_KIT) as act:
        nomor = next_serial(act.session, JenisPaket.KIT, own.kode_kabupaten)
        isi = _kit(act, own, nomor)
        surat = _surat(act, meja, JenisPaket.KIT, Addressee(name="Semua desa"))
        paket = write_paket(act, meja, surat, [Source("kit.json", value_bytes(isi))])
        act.record(f"kit/{nomor}", amplop=paket.amplop, sertifikat=len(isi.sertifikat))
        act.commit()
    return copy_paket(meja, paket, drive)


def issue_certificates(meja: MejaKabupaten, path: Path, sidik_diketik: str) -> IsiDaftar:
    """Issue a village's certificates for its key request (S-803).

    Args:
        meja: the desk; only a pengesah may.
        path: the request on the stick.
        sidik_diketik: 40 digits typed from the village's stamped form.

    Raises:
        BundleError: refused; also when the digits are not those of the sender's key.
    """
    meja.demand(Aksi.TERBITKAN_SERTIFIKAT)
    percaya = trust_typed(sidik_diketik, meja.clock.now())
    mode = mode_of(gladi=meja.kabupaten.gladi)
    paket = open_paket(path, (JenisPaket.DAFTAR,), mode, percaya)
    isi = parse_isi(IsiDaftar, paket.files(), "daftar.json")
    asked = read_requests(isi, paket)
    with meja.act(Aksi.TERBITKAN_SERTIFIKAT) as act:
        if isi.kode_desa not in {one.kode_desa for one in store.read_desa(act.session)}:
            raise refuse(Fault.SCOPE, "village not of this kabupaten")
        for one in _issue(act, asked):
            store.add_certificate(act.session, one)
            act.record(f"sertifikat/{isi.kode_desa}", **{one.peran: one.serial})
        act.commit()
    return isi


def receive(meja: MejaKabupaten, path: Path) -> Penerimaan:
    """Receive one bundle from the stick: verify, parse, check, then believe (S-804, S-805, S-806).

    Raises:
        BundleError: refused, nothing stored; the code says why.
    """
    meja.demand(Aksi.TERIMA_PAKET)
    now = meja.clock.now()
    with meja.read() as session:
        root, identity = store.read_key(session, AKAR)[1], store.read_key(session, AGE)[0]
    mode = mode_of(gladi=meja.kabupaten.gladi)
    paket = open_paket(path, (JenisPaket.HASIL,), mode, trust_in(Trust([root], now)))
    files = paket.files(identity.decode("ascii"))
    hasil, riwayat = check_files(paket.envelope, files)
    with meja.act(Aksi.TERIMA_PAKET) as act:
        known = store.read_masuk(act.session)
        seen = next((one for one in known if one.amplop == paket.envelope.hash), None)
        if seen is None:
            sender = (paket.penanda.kunci, paket.envelope.pemilihan)
            if has_other_sender(known, paket.envelope.wilayah, sender):
                raise refused(E815)
            placed = _place(paket, known)
            masuk = store.add_masuk(act.session, masuk_fields(paket, placed, now), files)
            act.record(f"paket/{masuk.amplop}", nomor=masuk.nomor, serial=masuk.serial)
            act.commit()
    got = masuk if seen is None else seen
    earlier = [one for one in known if one.kunci == got.kunci and one.nomor < got.nomor]
    found: list[Finding] = check_hasil(hasil)
    found += check_masuk(got, riwayat, earlier[-1] if earlier else None)
    found += check_clock(got.kode_desa, paket.envelope.created, parse_utc(got.waktu))
    return Penerimaan(got, hasil, tuple(found), sudah=seen is not None)


def receive_all(
    meja: MejaKabupaten, paths: Sequence[Path], progress: Progress = quiet
) -> tuple[HasilTerima, ...]:
    """Receive several files by name, each its own act; a bad one never stops the rest (S-807)."""
    results = []
    for number, path in enumerate(sorted(paths)):
        try:
            progress(number, len(paths))
            results.append(HasilTerima(path.name, receive(meja, path)))
        except Cancelled:
            break  # what was received until now stays received
        except PilkadesError as error:
            kode = error.code if isinstance(error, BundleError) else E814.code
            results.append(HasilTerima(path.name, None, kode, error.sentence, error.hint))
    return tuple(results)


def write_tanda_terima(meja: MejaKabupaten, masuk: Masuk, drive: Drive) -> Path:
    """Write a bundle's receipt to the stick; the same again when asked again (S-805, S-809)."""
    with meja.act(Aksi.TULIS_TANDA_TERIMA) as act:
        answer = store.read_answer(act.session, masuk.amplop)
        if answer is None:
            isi = IsiTerima(
                amplop=masuk.amplop,
                serial=masuk.serial,
                bolong=masuk.bolong,
                kepala_seq=masuk.kepala_seq,
                kepala_hash=masuk.kepala_hash,
                putusan="berkas diterima utuh",
                nomor=masuk.nomor,
                waktu=masuk.waktu,
                meja=f"Meja {meja.kabupaten.kabupaten}",
            )
            surat = _surat(act, meja, JenisPaket.TERIMA, Addressee(name=masuk.kode_desa), masuk)
            paket = write_paket(act, meja, surat, [Source("terima.json", value_bytes(isi))])
            store.add_answer(act.session, masuk.amplop, paket.amplop)
            act.record(f"tanda-terima/{paket.amplop}", untuk=masuk.amplop)
            act.commit()
            answer = paket.amplop
    return copy_paket(meja, find_sent(meja, answer), drive)


def rekap(meja: MejaKabupaten) -> RekapKabupaten:
    """Give F-39 from the newest bundle of each village (S-810)."""
    with meja.read() as session:
        villages = store.read_desa(session)
        newest = {one.kode_desa: one.amplop for one in store.read_masuk(session)}
        results = {
            kode: parse_value(HasilPublik, store.read_file(session, amplop, HASIL))
            for kode, amplop in newest.items()
        }
    rows = [recap_row(results[one.kode_desa]) for one in villages if one.kode_desa in results]
    missing = [one for one in villages if one.kode_desa not in results]
    return RekapKabupaten(baris=tuple(rows), belum=tuple(missing))


def read_village_states(meja: MejaKabupaten) -> tuple[KeadaanDesa, ...]:
    """Give how far each village is, by code (S-810)."""
    with meja.read() as session:
        villages = store.read_desa(session)
        certified = {one.kode_desa for one in store.read_certificates(session)}
        received = store.read_masuk(session)
        answered = store.read_answers(session)
    states = []
    for one in villages:
        own = [masuk for masuk in received if masuk.kode_desa == one.kode_desa]
        newest = own[-1] if own else None
        states.append(
            KeadaanDesa(
                desa=one,
                sertifikat=one.kode_desa in certified,
                paket=len(own),
                terakhir=newest,
                dijawab=newest is not None and newest.amplop in answered,
            )
        )
    return tuple(states)


def check_spare_key(meja: MejaKabupaten, untrusted_key: str) -> None:
    """Prove that the spare key on paper opens bundles; AccessError when it does not (S-811)."""
    with meja.read() as session:
        public = store.read_key(session, CADANGAN)[1]
    if recipient_of("".join(untrusted_key.split()).upper()) != public:
        raise AccessError("Kunci cadangan tidak cocok.", "Ketik ulang dari lembar yang dicetak.")


def read_masuk(meja: MejaKabupaten) -> tuple[Masuk, ...]:
    """Give every bundle accepted, oldest first (S-806)."""
    with meja.read() as session:
        return store.read_masuk(session)


def _kit(act: Act, own: Kabupaten, nomor: int) -> IsiKit:
    issued = store.read_certificates(act.session)
    return IsiKit(
        nomor=nomor,
        kode_kabupaten=own.kode_kabupaten,
        kabupaten=own.kabupaten,
        akar=store.read_key(act.session, AKAR)[1],
        penerima=store.read_key(act.session, AGE)[1],
        cadangan=store.read_key(act.session, CADANGAN)[1],
        desa=store.read_desa(act.session),
        sertifikat=tuple(
            SertifikatKit.model_validate(one.model_dump(exclude={"serial"})) for one in issued
        ),
        dicabut=(),
        profil=own.profil,
        profil_sidik=own.profil_sidik,
    )


def _surat(
    act: Act,
    meja: MejaKabupaten,
    jenis: JenisPaket,
    tujuan: Addressee,
    masuk: Masuk | None = None,
) -> Surat:
    own = meja.kabupaten
    key, pem = store.read_key(act.session, AKAR if jenis is JenisPaket.KIT else MEJA)
    pemilihan = masuk.pemilihan if masuk else own.id
    wilayah = masuk.kode_desa if masuk else own.kode_kabupaten
    signer = Authority(key=key, cert_pem=pem)
    return Surat(jenis, own.gladi, pemilihan, wilayah, tujuan, signer)


def _issue(act: Act, asked: Sequence[Request]) -> list[Sertifikat]:
    key, pem = store.read_key(act.session, AKAR)
    root = Authority(key=key, cert_pem=pem)
    issued = []
    for one in asked:
        scope = one.subject.scope
        leaf = issue(root, one.subject, one.public_pem, act.now - BACKDATE, _DAYS)
        issued.append(
            Sertifikat(
                kode_desa=scope.desa,
                pemilihan=scope.pemilihan,
                peran=scope.peran.value,
                pem=leaf,
                serial=f"{serial(leaf):x}",
            )
        )
    return issued


def _place(paket: PaketTerbuka, known: tuple[Masuk, ...]) -> Placed:
    mine = [one for one in known if one.kunci == paket.penanda.kunci]
    chain = chain_of(paket)
    history = [Link(one.serial, one.amplop) for one in mine if one.rantai == chain]
    try:
        return place(paket.envelope, history, frozenset(one.amplop for one in mine))
    except Refused as refused:
        raise refusal(refused) from refused
