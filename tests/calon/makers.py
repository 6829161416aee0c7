"""Small builders for candidates; every person is invented."""

from datetime import date

from pilkades_desk.calon.values import (
    BerkasCalon,
    Calon,
    CalonBaru,
    ModeTunggal,
    Pendidikan,
    StatusCalon,
    SyaratCalon,
)

BORN = date(1980, 1, 1)
REGISTERED = date(2026, 11, 23)
SYARAT = SyaratCalon(
    usia_min=25, pendidikan_min=Pendidikan.SMP, masa_jabatan_maks=2, calon_min=2, calon_maks=5,
    tunggal=ModeTunggal.KOLOM_KOSONG, tunggal_status="asumsi",
)  # fmt: skip


def make_nik(urut: int) -> str:
    return f"332801010180{urut:04d}"


def make_calon(calon_id: int = 1, **changes: object) -> Calon:
    facts = {
        "id": calon_id,
        "nama": f"Calon Rekaan {calon_id}",
        "tempat_lahir": "Sumberjati",
        "tanggal_lahir": BORN,
        "pendidikan": Pendidikan.SMA,
        "pekerjaan": "Petani",
        "alamat": "RT 001/RW 002",
        "foto": "f" * 64,
        "status": StatusCalon.DITETAPKAN,
    }
    return Calon.model_validate(facts | changes)


def make_berkas(calon_id: int = 1, **changes: object) -> BerkasCalon:
    facts = {"nik": make_nik(calon_id), "masa_jabatan": 0, "terdaftar": REGISTERED}
    own = {key: changes.pop(key) for key in tuple(changes) if key in facts}
    return BerkasCalon.model_validate({"calon": make_calon(calon_id, **changes)} | facts | own)


def make_isian(calon_id: int = 1, **changes: object) -> dict[str, object]:
    facts: dict[str, object] = {
        "nik": make_nik(calon_id),
        "nama": f"Calon Rekaan {calon_id}",
        "tempat_lahir": "Sumberjati",
        "tanggal_lahir": "1980-01-01",
        "pendidikan": "SMA",
        "pekerjaan": "Petani",
        "alamat": "RT 001/RW 002",
        "masa_jabatan": "0",
    }
    return facts | changes


def make_baru(calon_id: int = 1, **changes: object) -> CalonBaru:
    return CalonBaru.model_validate(make_isian(calon_id, **changes))
