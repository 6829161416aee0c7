"""Makers of parts: an invented village list, what two laptops do to it, what comes back."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from pilkades_desk.pemilih.bagian.gabung import compose_kembali
from pilkades_desk.pemilih.bagian.rules import rows_in, seal_rows, with_text
from pilkades_desk.pemilih.bagian.values import (
    Bagian,
    BagianKeluar,
    BagianKembali,
    BarisBagian,
    Bidang,
    Butir,
    Cakupan,
    Dasar,
    Keputusan,
    Kunci,
    Pihak,
    Tahap,
)
from pilkades_desk.pemilih.values import Asal, PemilihBaru
from tests.pemilih.rows import SYARAT

AT = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
UNTIL = date(2026, 12, 8)
WHOLE = Cakupan(rw=1)
REASON = Dasar("sesuai kartu keluarga", "KK asli")
Sebab = Mapping[Kunci, Dasar]


class Always(dict[Kunci, Dasar]):
    """One reason for everything."""

    def __missing__(self, _kunci: Kunci) -> Dasar:
        return REASON


def orang(number: int, **changes: object) -> PemilihBaru:
    fields = {
        "nik": f"33990152059{number:05d}",
        "kk": f"33990101011{number:05d}",
        "nama": f"SITI UJI {number}",
        "tempat_lahir": "CIKEMBAR",
        "tanggal_lahir": date(1990, 5, 12),
        "kelamin": "P",
        "kawin": "S",
        "alamat": "JL. MELATI",
        "dusun": "KRAJAN",
        "rt": 1,
        "rw": 1,
        "disabilitas": 0,
        "keterangan": "",
    }
    return PemilihBaru.model_validate(fields | changes)


def baris(number: int, *, coret: str = "", tps: str = "", **changes: object) -> BarisBagian:
    fields = {"id": number, "asal": Asal.DPS, "coret": coret, "tps": tps}
    return BarisBagian.model_validate(fields | {"isi": orang(number, **changes)})


def listed(*daftar: BarisBagian) -> dict[int, BarisBagian]:
    return {one.id: one for one in daftar}


def make_bagian(daftar: Iterable[BarisBagian], *cakupan: Cakupan, **changes: object) -> Bagian:
    areas = cakupan or (WHOLE,)
    rows = rows_in(areas, daftar)
    fields = {
        "pemilihan": "ab" * 16,
        "desa": "Sukamaju",
        "syarat": SYARAT,
        "nomor": 1,
        "tahap": Tahap.SEBELUM_DPS,
        "dasar": seal_rows(rows),
        "cakupan": areas,
        "dibawa_oleh": "Yanto Uji",
        "dikeluarkan": AT,
        "sampai": UNTIL,
        "baris": rows,
    }
    return Bagian.model_validate(fields | changes)


def back(bagian: Bagian, kini: Iterable[BarisBagian], sebab: Sebab | None = None) -> BagianKembali:
    return compose_kembali(bagian, kini, sebab or Always(), "Yanto Uji", AT)


def edited(
    daftar: Mapping[int, BarisBagian], changes: Mapping[int, dict[Bidang, str]]
) -> dict[int, BarisBagian]:
    return {number: with_text(one, changes.get(number, {})) for number, one in daftar.items()}


def out(*cakupan: Cakupan, nomor: int = 1) -> BagianKeluar:
    return BagianKeluar(nomor, cakupan, "Yanto Uji", AT, UNTIL, 3)


def all_for(pihak: Pihak, butir: Iterable[Butir]) -> list[Keputusan]:
    return [Keputusan(one.kunci, pihak, "KTP-el dicocokkan") for one in butir if one.bentrok]
