"""The demo's first half, steps 1 to 4: from an empty folder to counting units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pilkades_desk.app.demo_photos import draw_portrait
from pilkades_desk.app.demo_say import Story
from pilkades_desk.app.demo_village import DESA, OPERATOR_1, OPERATOR_2, invent_orang
from pilkades_desk.app.demo_voters import SheetPlan, write_kpu33
from pilkades_desk.calon.usecases import confirm_calon, draw_numbers, register_calon
from pilkades_desk.calon.values import CalonBaru, Pendidikan
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.storage.disk import write_whole
from pilkades_desk.panitia.accounts import account_digest
from pilkades_desk.panitia.akun import add_account, log_in_again
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import add_orang
from pilkades_desk.panitia.profil.usecases import confirm_asumsi, read_isi
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import AkunBaru, Orang, TujuanAkses
from pilkades_desk.pemilih.pribadi import export_repair_list, read_repair_list
from pilkades_desk.pemilih.usecases import (
    dpt_preview,
    import_sheet,
    lock_dpt,
    repair_row,
    set_dps,
)
from pilkades_desk.pemilih.values import Isian
from pilkades_desk.tps.usecases import lock_units, plan_units
from pilkades_desk.tps.values import UnitHitung

SHEET_NAME = "daftar-pemilih.xlsx"
_SEX_MISSING = "E208"


@dataclass(frozen=True)
class Panitia:
    """Everybody's desks and the signers' passwords, by person id."""

    ketua: Meja
    operator_1: Meja
    operator_2: Meja
    sandi: dict[int, str]


def add_operators(ketua: Meja, sandi: str) -> tuple[Meja, Meja]:
    """Add two operators; the second one needs the first one's approval."""
    add_account(ketua, sandi, OPERATOR_1)
    first = log_in_again(ketua, OPERATOR_1.nama, OPERATOR_1.sandi)
    approvals = [
        meja.approve(Aksi.TAMBAH_AKUN, account_digest(OPERATOR_2)) for meja in (ketua, first)
    ]
    add_account(ketua, sandi, OPERATOR_2, approvals)
    return first, log_in_again(ketua, OPERATOR_2.nama, OPERATOR_2.sandi)


def add_signers(ketua: Meja, tps: int, seed: int) -> dict[int, str]:
    """Add the committee's and every unit's signers; gives each one's password."""
    return {add_orang(ketua, baru).id: baru.sandi for baru in invent_orang(tps, seed)}


def passwords(*accounts: AkunBaru) -> dict[str, str]:
    """Give the demo's passwords by account; nothing real is opened by them."""
    return {akun.nama: akun.sandi for akun in accounts}


def import_pemilih(people: Panitia, folder: Path, pemilih: int, seed: int, story: Story) -> Path:
    """Invent the sheet, import it, mend a row, set DPS and lock the DPT."""
    path = folder / SHEET_NAME
    plan = SheetPlan(DESA.kode_desa, DESA.desa.upper(), DESA.kecamatan.upper(), DESA.tanggal)
    expected = write_kpu33(path, seed, pemilih, plan)
    hasil = import_sheet(people.operator_1, path, story.bar("Impor"))
    story.step(f"Lembar pemilih diimpor: {angka(hasil.diterima)} dari {angka(pemilih)} baris")
    story.detail(f"{len(hasil.temuan)} peringatan, {len(hasil.perbaikan)} baris perlu perbaikan")
    story.check("Impor menerima tepat baris yang layak", holds=hasil.diterima == expected.taken)
    mended = _mend_one(people.operator_2)
    repair = folder / "daftar-perbaikan.xlsx"
    write_whole(repair, export_repair_list(people.ketua, TujuanAkses.PERBAIKI))
    story.detail(f"{mended} baris diperbaiki dan dikirim lagi; sisanya: {repair.name}")
    dps = set_dps(people.ketua)
    story.step(f"DPS ditetapkan: {angka(dps.jumlah)} pemilih")
    return path


def seal_dpt(people: Panitia, story: Story) -> None:
    """Let the ketua stand by the profile's assumptions, then lock the DPT by two people."""
    stood = confirm_asumsi(people.ketua, read_isi(people.ketua).menunggu)
    story.step(f"Asumsi profil dikonfirmasi ketua: {len(stood)} nilai")
    digest = dpt_preview(people.ketua).segel
    approvals = [meja.approve(Aksi.KUNCI_DPT, digest) for meja in (people.ketua, people.operator_1)]
    dpt = lock_dpt(people.ketua, approvals)
    story.step(f"DPT dikunci dua orang: {angka(dpt.jumlah_l)} L + {angka(dpt.jumlah_p)} P")
    story.detail(f"segel {dpt.segel[:16]}…")


def _mend_one(meja: Meja) -> int:
    for row in read_repair_list(meja):
        if row.kode == (_SEX_MISSING,):
            repair_row(meja, row.id, {Isian.KELAMIN: "P"})
            return 1
    return 0


def stand_for_election(people: Panitia, story: Story) -> None:
    """Register, confirm and draw three candidates with photos."""
    ids = []
    for portrait, applicant in zip(PORTRAITS, CANDIDATES, strict=True):
        berkas = applicant.model_copy(update={"untrusted_foto": draw_portrait(portrait)})
        calon = register_calon(people.operator_1, berkas)
        confirm_calon(people.ketua, calon.id)
        ids.append(calon.id)
    drawn = draw_numbers(people.ketua, [ids[1], ids[2], ids[0]])
    names = ", ".join(f"{one.nomor} {one.nama}" for one in drawn)
    story.step(f"Nomor urut diundi: {names}")


def share_out(people: Panitia, tps: int, story: Story) -> Sequence[UnitHitung]:
    """Split the DPT over the counting units and lock the split."""
    units = plan_units(people.ketua, tps, [f"Balai RW {n}" for n in range(1, tps + 1)])
    lock_units(people.ketua)
    sizes = " + ".join(angka(unit.dpt) for unit in units)
    story.step(f"DPT dibagi ke {tps} TPS dan dikunci: {sizes}")
    return units


def signers_of(people: Sequence[Orang], ids: Sequence[int]) -> list[Orang]:
    """Give people by their ids."""
    return [orang for orang in people if orang.id in ids]


PORTRAITS = (2, 1, 3)
"""Which invented portrait goes with which applicant."""
# invented persons: no kabupaten has the code 3399
CANDIDATES = (
    CalonBaru(
        nik="3399011507780001",
        nama="Siti Nur'aini, S.Pd.",
        tempat_lahir="Contoh",
        tanggal_lahir=date(1978, 7, 15),
        pendidikan=Pendidikan.S1,
        pekerjaan="Guru",
        alamat="Dusun Krajan RT 001 RW 001",
    ),
    CalonBaru(
        nik="3399012203810002",
        nama="H. Bambang Wiryawan",
        tempat_lahir="Contoh",
        tanggal_lahir=date(1981, 3, 22),
        pendidikan=Pendidikan.SMA,
        pekerjaan="Petani",
        alamat="Dusun Kulon RT 003 RW 002",
    ),
    CalonBaru(
        nik="3399010911850003",
        nama="Ahmad Fauzi",
        tempat_lahir="Contoh",
        tanggal_lahir=date(1985, 11, 9),
        pendidikan=Pendidikan.D3,
        pekerjaan="Wiraswasta",
        alamat="Dusun Wetan RT 002 RW 004",
    ),
)
