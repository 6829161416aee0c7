import pytest

from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Perubahan, Sebab, Tercatat
from pilkades_desk.pemilih.riwayat.rules import tell

WAKTU = "2026-12-01T01:00:00.000000Z"


def entry(kolom: str, lama: str, baru: str, jenis: Jenis = Jenis.KOREKSI) -> Tercatat:
    sebab = Sebab(jenis, Jalur.PERORANGAN, "sesuai KTP-el")
    return Tercatat(1, 1, Perubahan(1, kolom, lama, baru), sebab, 2, WAKTU)


@pytest.mark.syarat("S-240", "S-269")
def test_birth_dates_and_streets_are_for_who_may_see_them() -> None:
    entries = (entry("tanggal_lahir", "1990-05-12", "1991-05-12"), entry("alamat", "JL. A", ""))
    [near] = tell(entries, {2: "Rini"}, near=True)
    assert [(one.isian, one.lama, one.baru) for one in near.beda] == [
        ("Tanggal lahir", "12-05-1990", "12-05-1991"),
        ("Alamat", "JL. A", ""),
    ]
    [far] = tell(entries, {2: "Rini"}, near=False)
    assert [(one.lama, one.baru) for one in far.beda] == [
        ("****-**-**", "****-**-**"),
        ("**. *", ""),
    ]
    assert (far.oleh, far.kelompok, far.keterangan) == ("Rini", 1, "")


def test_family_cards_are_masked_for_everybody() -> None:
    [one] = tell((entry("kk", "3399010101150001", "3399010101150002"),), {2: "Rini"}, near=True)
    assert (one.beda[0].lama, one.beda[0].isian) == ("339901**********", "Nomor KK")
