"""Lists to lock, and lines and versions of a DPT without a file."""

from datetime import date

from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import usecases
from pilkades_desk.pemilih.rules import seal_dpt
from pilkades_desk.pemilih.values import (
    Dpt,
    JenisKelamin,
    PemilihDpt,
    StatusKawin,
)
from tests.makers import approve_both
from tests.pemilih.samples import FIELDS
from tests.pemilih.test_usecases import second_person


def lock(meja):
    seal = usecases.dpt_preview(meja).segel
    return usecases.lock_dpt(meja, approve_both(meja, second_person(meja), Aksi.KUNCI_DPT, seal))


def line(no_urut: int = 1, **changes: object) -> PemilihDpt:
    return PemilihDpt.model_validate(FIELDS | {"id": no_urut, "no_urut": no_urut} | changes)


def dpt_of(lines, **changes: object) -> Dpt:
    men = sum(one.kelamin == "L" for one in lines)
    facts = {"jumlah_l": men, "jumlah_p": len(lines) - men, "jumlah_dps": len(lines)}
    facts |= {"dicoret": 0, "tambahan": 0, "segel": seal_dpt(lines, "ab" * 32), "versi": 2}
    facts |= {"dari_segel": "ab" * 32, "dikunci": "2026-12-01T01:00:00Z"}
    return Dpt.model_validate(facts | changes)


OTHER = {
    "nik": "3399010101010009",
    "kk": "3399010101010008",
    "nama": "ORANG LAIN",
    "tempat_lahir": "SLEMAN",
    "tanggal_lahir": date(1977, 7, 7),
    "kelamin": JenisKelamin.L,
    "kawin": StatusKawin.B,
    "alamat": "JL. LAIN",
    "dusun": "Dusun Lain",
    "rt": 99,
    "rw": 98,
    "disabilitas": 5,
    "keterangan": "lain",
    "no_urut": 99,
    "id": 99,
}
