"""What the committee does with counting units: plan, look, plan again, lock."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.pribadi import read_dpt_baris, read_dpt_pemilih
from pilkades_desk.pemilih.usecases import find_dpt, read_dpt
from pilkades_desk.pemilih.values import DptTersamar, JenisKelamin, PemilihDpt
from pilkades_desk.tps import rules, store
from pilkades_desk.tps.split import split
from pilkades_desk.tps.values import (
    BatasUnit,
    Cadangan,
    ModelUnit,
    Pembagian,
    Pembulatan,
    Rencana,
    StatusTps,
    UnitHitung,
)

_Line = TypeVar("_Line", DptTersamar, PemilihDpt)


def plan_units(meja: Meja, jumlah: int, lokasi: Sequence[str] = ()) -> tuple[UnitHitung, ...]:
    """Share the locked DPT out over `jumlah` units, as a new version beside any older plan.

    Syarat: S-004, S-401, S-406.

    Args:
        meja: the village's desk.
        jumlah: how many units.
        lokasi: places of the units by number; missing ones stay empty.

    Raises:
        StateError: no locked DPT, a locked plan, more units than families, more places than units.
    """
    meja.demand(Aksi.BAGI_UNIT)
    dpt = read_dpt(meja)
    daftar = read_dpt_baris(meja)
    pembagian = split(daftar, jumlah)
    if len(lokasi) > jumlah:
        raise StateError(
            f"Lokasi yang diisi {len(lokasi)}, TPS hanya {jumlah}.", "Hapus lokasi yang lebih."
        )
    units = _compose(meja, pembagian, daftar, lokasi)
    with meja.act(Aksi.BAGI_UNIT) as act:
        before = store.read_rencana(act.session)
        _refuse_locked(before)
        rencana = Rencana(
            versi=before.versi + 1 if before else 1,
            model=ModelUnit(meja.profil.nilai("tps.model")),
            segel=dpt.segel,
            dibuat=utc_text(act.now),
        )
        store.add_rencana(act.session, rencana, act.akun.id)
        store.add_units(act.session, rencana.versi, units, pembagian)
        act.record(f"rencana-unit/{rencana.versi}", jumlah=jumlah, digest=plan_digest(pembagian))
        act.commit()
    return units


def lock_units(meja: Meja) -> Rencana:
    """Lock the plan in force, before invitations are printed; then nobody moves to another unit.

    Syarat: S-406.
    """
    meja.demand(Aksi.KUNCI_UNIT)
    _refuse(check_units(meja))
    rencana = read_rencana(meja)
    with meja.act(Aksi.KUNCI_UNIT) as act:
        _refuse_locked(store.read_rencana(act.session))
        store.add_kunci(act.session, rencana.versi, utc_text(act.now), act.akun.id)
        act.record(f"rencana-unit/{rencana.versi}")
        act.commit()
    return rencana.model_copy(update={"terkunci": True})


def read_rencana(meja: Meja) -> Rencana:
    """Give the plan in force; StateError before the first (S-406)."""
    rencana = find_rencana(meja)
    if rencana is None:
        raise _no_plan()
    return rencana


def find_rencana(meja: Meja) -> Rencana | None:
    """Give the plan in force; None before the first, and when the DPT is another since (S-274).

    A plan shares out one version of the DPT; for the next one it is made anew.
    """
    with meja.read() as session:
        rencana = store.read_rencana(session)
    dpt = find_dpt(meja) if rencana else None
    return rencana if rencana and dpt and dpt.segel == rencana.segel else None


def read_units(meja: Meja) -> tuple[UnitHitung, ...]:
    """Give the units of the plan in force by number; empty before the first plan (S-406)."""
    rencana = find_rencana(meja)
    with meja.read() as session:
        return store.read_units(session, rencana.versi) if rencana else ()


def read_status(meja: Meja) -> StatusTps:
    """Tell how far the share-out is; StateError before the DPT is locked (S-403)."""
    pemilih = read_dpt(meja).jumlah
    rencana, units = find_rencana(meja), read_units(meja)
    usul = rules.suggest_jumlah(pemilih, _batas(meja))
    return StatusTps(rencana=rencana, units=units, pemilih=pemilih, usul=usul)


def read_pembagian(meja: Meja, versi: int) -> tuple[Pembagian, ...]:
    """Give who votes where in one version, an older one too; empty when there is no such one.

    Syarat: S-401.
    """
    with meja.read() as session:
        return store.read_pembagian(session, versi)


def read_unit_pemilih(meja: Meja, nomor: int) -> tuple[DptTersamar, ...]:
    """Give the voters of one unit; the place in the tuple, from 1, is the number within the unit.

    Syarat: S-240, S-401.

    Each keeps the number of the DPT in `no_urut`.
    """
    return _of_unit(meja, nomor, read_dpt_baris(meja))


def read_unit_dpt(meja: Meja, nomor: int) -> tuple[PemilihDpt, ...]:
    """Give what `read_unit_pemilih` gives with whole numbers and birth dates, for printed lists.

    Syarat: S-240, S-407.

    Raises:
        RightsError: this role may not see whole numbers.
    """
    return _of_unit(meja, nomor, read_dpt_pemilih(meja))


def check_units(meja: Meja) -> tuple[Finding, ...]:
    """Find what is wrong with the plan in force; errors keep it from being locked.

    Syarat: S-401, S-403, S-404.
    """
    daftar = read_dpt_baris(meja)
    pembagian = read_pembagian(meja, read_rencana(meja).versi)
    return (
        *rules.check_partition(pembagian, [pemilih.no_urut for pemilih in daftar]),
        *rules.check_units(read_units(meja), _batas(meja)),
        *rules.check_areas(daftar),
    )


def plan_digest(pembagian: Sequence[Pembagian]) -> str:
    """Give one hash for who votes where (S-401)."""
    return sha256_hex(canonical([part.model_dump(mode="json") for part in pembagian]))


def _batas(meja: Meja) -> BatasUnit:
    return BatasUnit(
        maks_pemilih=meja.profil.nilai("tps.maks_pemilih") or None,
        unit_kecil=meja.profil.nilai("hitung.unit_kecil"),
    )


def _of_unit(meja: Meja, nomor: int, daftar: Sequence[_Line]) -> tuple[_Line, ...]:
    pembagian = {part.nomor: part for part in read_pembagian(meja, read_rencana(meja).versi)}
    if nomor not in pembagian:
        raise StateError(f"TPS {nomor} tidak ada.", f"Pilih TPS 1 sampai {len(pembagian)}.")
    by_number = {line.no_urut: line for line in daftar}
    return tuple(by_number[no_urut] for no_urut in pembagian[nomor].no_urut)


def _compose(
    meja: Meja,
    pembagian: Sequence[Pembagian],
    daftar: Sequence[DptTersamar],
    lokasi: Sequence[str],
) -> tuple[UnitHitung, ...]:
    men = {pemilih.no_urut for pemilih in daftar if pemilih.kelamin is JenisKelamin.L}
    cadangan = Cadangan(
        persen=Decimal(meja.profil.nilai("surat_suara.cadangan_persen")),
        pembulatan=Pembulatan(meja.profil.nilai("surat_suara.pembulatan")),
    )
    sheets = rules.order_surat_suara([len(part.no_urut) for part in pembagian], cadangan)
    return tuple(
        UnitHitung(
            nomor=part.nomor,
            nama=f"{meja.profil.nilai('sebutan.unit')} {part.nomor}",
            lokasi=place.strip(),
            wilayah=part.wilayah,
            dpt_l=len(men.intersection(part.no_urut)),
            dpt_p=len(part.no_urut) - len(men.intersection(part.no_urut)),
            surat_suara=order,
        )
        for part, order, place in zip(
            pembagian, sheets, (*lokasi, *[""] * (len(pembagian) - len(lokasi))), strict=True
        )
    )


def _no_plan() -> StateError:
    return StateError("TPS belum dibagi.", "Bagi DPT menjadi TPS dahulu.")


def _refuse_locked(rencana: Rencana | None) -> None:
    if rencana and rencana.terkunci:
        raise StateError(
            "Pembagian TPS sudah dikunci.", "Pemilih memilih di TPS menurut pembagian itu."
        )


def _refuse(found: Sequence[Finding]) -> None:
    for finding in found:
        if finding.is_error:
            raise StateError(f"{finding.code}: {finding.text}", finding.do_now)
