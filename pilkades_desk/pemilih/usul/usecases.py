"""Receiving and deciding usul perbaikan and tanggapan (F-03) while the DPS can be corrected."""

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.rules import text_of
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Sebab
from pilkades_desk.pemilih.spreadsheet import UntrustedRow
from pilkades_desk.pemilih.sumber import UMUM, sources
from pilkades_desk.pemilih.ubah.rules import KOLOM
from pilkades_desk.pemilih.ubah.usecases import correct_in
from pilkades_desk.pemilih.usecases import (
    add_batch,
    demand_reason,
    demand_unlocked,
    start_intake,
    store_taken,
    strike_in,
)
from pilkades_desk.pemilih.usul import store
from pilkades_desk.pemilih.usul.rules import STRIKES, days_between, mask_usul, missing
from pilkades_desk.pemilih.usul.values import (
    JenisUsul,
    Keputusan,
    Menunggu,
    Putusan,
    Usul,
    UsulBaru,
)
from pilkades_desk.pemilih.values import Isian, Pemilih

_LONGEST = 200
"""Letters of a reason kept with a strike."""


def receive_usul(meja: Meja, baru: UsulBaru) -> Usul:
    """Enter what somebody handed in; its number stands on the receipt (S-294, S-296).

    Raises:
        StateError: something is missing, nobody of that number, no DPS yet, or a locked DPT.
    """
    with meja.act(Aksi.CATAT_USUL) as act:
        demand_unlocked(act.session)
        if pemilih_store.read_dps(act.session) is None:
            raise StateError("DPS belum ditetapkan.", "Perbaiki langsung di daftar pemilih.")
        lacking = missing(baru)
        if lacking:
            raise StateError("Usul ini belum lengkap.", lacking)
        about = _about(act, baru.pemilih_id)
        usul = Usul(
            nomor=len(store.read_usul(act.session)) + 1,
            isi=baru,
            nama_pemilih=about.nama if about else baru.isian.get(Isian.NAMA, ""),
            lama=_as_it_stands(about, baru),
            diterima=act.now,
            akun_id=act.akun.id,
        )
        store.add_usul(act.session, usul)
        act.record(f"usul/{usul.nomor}", jenis=baru.jenis.value)
        act.commit()
    return mask_usul(usul)


def decide_usul(meja: Meja, nomor: int, putusan: Putusan, alasan: str) -> Usul:
    """Decide on an usul; what is accepted is carried out in the same unit of work (S-296).

    Raises:
        StateError: no reason, no such usul, decided already, a locked DPT, or a rule stands
            against what was to be carried out; then nothing is stored.
    """
    with meja.act(Aksi.PUTUS_USUL) as act:
        alasan = demand_reason(alasan)
        demand_unlocked(act.session)
        usul = _find(store.read_usul(act.session), nomor)
        if usul.keputusan is not None:
            raise StateError("Usul ini sudah diputus.", "Catat usul baru bila ada yang berubah.")
        came = _carry_out(act, meja, usul, alasan) if putusan is Putusan.DITERIMA else None
        keputusan = Keputusan(
            putusan=putusan, alasan=alasan, waktu=act.now, akun_id=act.akun.id, pemilih_id=came
        )
        store.add_keputusan(act.session, nomor, keputusan)
        act.record(f"usul/{nomor}", putusan=putusan.value, jenis=usul.isi.jenis.value)
        act.commit()
    return mask_usul(usul.model_copy(update={"keputusan": keputusan}))


def read_usul(meja: Meja) -> tuple[Usul, ...]:
    """Give every usul in the order they came, masked (S-296, S-240).

    Raises:
        RightsError: this role does not work with the cards beside it.
    """
    meja.demand(Aksi.LIHAT_DATA_PRIBADI)
    with meja.read() as session:
        return tuple(map(mask_usul, store.read_usul(session)))


def read_open_usul(meja: Meja) -> tuple[Menunggu, ...]:
    """Give what nobody decided yet, the longest waiting first (S-296)."""
    now, zona = meja.clock.now(), meja.pemilihan.zona
    return tuple(
        Menunggu(usul, days_between(usul.diterima, now, zona))
        for usul in read_usul(meja)
        if usul.keputusan is None
    )


def find_usul(meja: Meja, nomor: int) -> Usul:
    """Give one usul, masked; StateError when there is none (S-296)."""
    return _find(read_usul(meja), nomor)


def _find(every: tuple[Usul, ...], nomor: int) -> Usul:
    found = next((one for one in every if one.nomor == nomor), None)
    if found is None:
        raise StateError("Usul ini tidak ada.", "Muat ulang daftarnya.")
    return found


def _about(act: Act, pemilih_id: int | None) -> Pemilih | None:
    if pemilih_id is None:
        return None
    pemilih = kini.find_pemilih(act.session, pemilih_id)
    if pemilih is None:
        raise StateError("Pemilih ini tidak ada.", "Cari lagi namanya.")
    return pemilih


def _as_it_stands(about: Pemilih | None, baru: UsulBaru) -> dict[Isian, str]:
    if about is None:
        return {}
    return {isian: text_of(getattr(about, KOLOM[isian])) for isian in baru.isian}


def _carry_out(act: Act, meja: Meja, usul: Usul, alasan: str) -> int | None:
    """Do what an accepted usul asks for; gives the number of who came in by it."""
    isi, why = usul.isi, f"Usul no. {usul.nomor}: {alasan}"[:_LONGEST]
    nomor = isi.pemilih_id
    if nomor is None:
        return _register(act, meja, usul) if isi.jenis is JenisUsul.BELUM_TERDAFTAR else None
    if isi.jenis is JenisUsul.SALAH_IDENTITAS:
        sebab = Sebab(Jenis.KOREKSI, Jalur.USUL, why, isi.bukti)
        _refuse(correct_in(act, meja, {nomor: isi.isian}, sebab).temuan)
    elif isi.jenis in STRIKES:
        strike_in(act, nomor, STRIKES[isi.jenis], f"{why} {isi.bukti}"[:_LONGEST], Jalur.USUL)
    return None


def _register(act: Act, meja: Meja, usul: Usul) -> int:
    """Take somebody in who was not registered, judged like a row of a sheet."""
    form = f"F-03 no. {usul.nomor}"
    cells = {isian: Cell(text, "text") if text else EMPTY for isian, text in usul.isi.isian.items()}
    intake = start_intake(meja, act.session)
    judged = intake.take(UntrustedRow(sources()[UMUM], "usul", 1, (), (), {}, cells))
    if judged.pemilih is None:
        _refuse(judged.temuan)
    if not intake.taken:
        raise StateError("Orang ini sudah terdaftar.", "Tolak usulnya dan tulis alasannya.")
    batch = add_batch(act, intake, form, sha256_hex(form.encode("ascii")))
    (came,) = store_taken(act.session, intake, batch)
    return came


def _refuse(found: tuple[Finding, ...]) -> None:
    errors = [one for one in found if one.is_error]
    if errors:
        raise StateError(f"{errors[0].code}: {errors[0].text}", errors[0].do_now)
