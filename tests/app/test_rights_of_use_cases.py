"""Every use case that writes, asked by every role the table gives no right to it.

Arguments are None: a refused role is told so before anything of the request is looked at.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.berita_acara import basah, keberatan, kembali, kode_kertas, laporan, putusan
from pilkades_desk.berita_acara import usecases as berita_acara
from pilkades_desk.calon import usecases as calon
from pilkades_desk.core.errors import RightsError
from pilkades_desk.paket import usecases as paket
from pilkades_desk.panitia import (
    akun,
    akun_ulang,
    cadangan,
    cadangan_pulih,
    musnah,
    orang,
    pemulihan,
    riwayat,
)
from pilkades_desk.panitia import usecases as panitia
from pilkades_desk.panitia.kalender import usecases as kalender
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.panitia.naskah import pencetakan
from pilkades_desk.panitia.profil import usecases as profil
from pilkades_desk.panitia.rights import RIGHTS, Aksi
from pilkades_desk.panitia.values import Peran
from pilkades_desk.pemilih import cetak as pemilih_cetak
from pilkades_desk.pemilih import pribadi
from pilkades_desk.pemilih import usecases as pemilih
from pilkades_desk.pemilih.bagian import kembali as kembali_bagian
from pilkades_desk.pemilih.bagian import usecases as bagian
from pilkades_desk.pemilih.batch import usecases as batch
from pilkades_desk.pemilih.coklit import usecases as coklit
from pilkades_desk.pemilih.dpt import usecases as dpt
from pilkades_desk.pemilih.ganda import usecases as ganda
from pilkades_desk.pemilih.loket import cetak as loket_cetak
from pilkades_desk.pemilih.loket import usecases as loket
from pilkades_desk.pemilih.pemetaan import usecases as pemetaan
from pilkades_desk.pemilih.ubah import usecases as ubah
from pilkades_desk.pemilih.usul import cetak as usul_cetak
from pilkades_desk.pemilih.usul import usecases as usul
from pilkades_desk.penerimaan import usecases as penerimaan
from pilkades_desk.penghitungan import usecases as penghitungan
from pilkades_desk.tps import cetak as tps_cetak
from pilkades_desk.tps import usecases as tps
from tests.architecture.trees import ROOT, sources
from tests.makers import DESA, KETUA, make_clock, make_meja
from tests.penerimaan.makers import PENGESAH, desk_fields, make_desk

UseCase = Callable[..., Any]
USE_CASES: dict[Aksi, tuple[UseCase, ...]] = {
    Aksi.BUAT_PEMILIHAN: (panitia.create_pemilihan,),
    Aksi.MASUK: (akun.enter,),
    Aksi.TAMBAH_AKUN: (akun.add_account,),
    Aksi.ATUR_ULANG_AKUN: (akun_ulang.reset_account,),
    Aksi.NONAKTIFKAN_AKUN: (akun_ulang.deactivate_account,),
    Aksi.PULIHKAN_AKUN: (pemulihan.recover_account,),
    Aksi.GANTI_SANDI: (akun_ulang.change_password,),
    Aksi.GANTI_LEMBAR_PEMULIHAN: (pemulihan.new_recovery_sheet,),
    Aksi.BUKTIKAN_LEMBAR_PEMULIHAN: (pemulihan.prove_recovery_sheet,),
    Aksi.CADANGKAN: (cadangan.back_up,),
    Aksi.UJI_CADANGAN: (cadangan.rehearse_restore,),
    Aksi.PULIHKAN_CADANGAN: (cadangan_pulih.restore,),
    Aksi.EKSPOR_RIWAYAT: (riwayat.export_riwayat, riwayat.export_akses),
    Aksi.MUSNAHKAN: (musnah.order_destruction,),
    Aksi.LIHAT_DATA_PRIBADI: (
        pribadi.reveal,
        pribadi.reveal_repair,
        kembali_bagian.reveal_return,
    ),
    Aksi.TAMBAH_ORANG: (orang.add_orang,),
    Aksi.ATUR_ULANG_ORANG: (orang.reset_orang,),
    Aksi.CABUT_ORANG: (orang.revoke_orang,),
    Aksi.BUAT_KUNCI_DESA: (panitia.make_village_keys,),
    Aksi.GANTI_PROFIL: (profil.replace_profile,),
    Aksi.KONFIRMASI_ASUMSI: (profil.confirm_asumsi,),
    Aksi.UBAH_KALENDER: (
        kalender.import_kalender,
        kalender.set_hari,
        kalender.import_hari,
        kalender.recompute,
    ),
    Aksi.TANDAI_TAHAP: (kalender.mark_tahap, kalender.mark_past),
    Aksi.IMPOR_PEMILIH: (pemilih.import_sheet,),
    Aksi.SIMPAN_PEMETAAN: (pemetaan.save_pemetaan,),
    Aksi.PERBAIKI_PEMILIH: (pemilih.repair_row, pemilih.set_row_aside),
    Aksi.UBAH_PEMILIH: (ubah.correct, ubah.change_many, ubah.undo_change),
    Aksi.TARIK_BATCH: (batch.withdraw_batch,),
    Aksi.CORET_PEMILIH: (pemilih.strike,),
    Aksi.PUTUSKAN_GANDA: (ganda.decide_ganda,),
    Aksi.CATAT_USUL: (usul.receive_usul,),
    Aksi.PUTUS_USUL: (usul.decide_usul,),
    Aksi.TETAPKAN_DPS: (pemilih.set_dps,),
    Aksi.KUNCI_DPT: (pemilih.lock_dpt,),
    Aksi.BUKA_DPT: (dpt.unlock_dpt,),
    Aksi.CATAT_SETELAH_DPT: (dpt.note_after_dpt,),
    Aksi.CETAK_DAFTAR: (pemilih_cetak.print_dokumen, usul_cetak.print_usul, tps_cetak.print_lists),
    Aksi.EKSPOR_DATA: (
        pemilih_cetak.print_book,
        pribadi.export_repair_list,
        pribadi.export_dpt_xlsx,
    ),
    Aksi.KELUARKAN_BAGIAN: (bagian.hand_out, bagian.read_handed_out),
    Aksi.GABUNG_BAGIAN: (kembali_bagian.preview_return, kembali_bagian.merge_return),
    Aksi.TARIK_BAGIAN: (bagian.withdraw_bagian,),
    Aksi.BUAT_LEMBAR_COKLIT: (coklit.make_lembar, coklit.make_every_lembar),
    Aksi.KETIK_COKLIT: (coklit.keep_typed,),
    Aksi.SIMPAN_COKLIT: (coklit.save_coklit,),
    Aksi.LAYANI_LOKET: (loket.answer, loket.record_loket, loket_cetak.draw_f03),
    Aksi.DAFTAR_CALON: (calon.register_calon, calon.correct_calon),
    Aksi.TETAPKAN_CALON: (calon.confirm_calon, calon.reject_calon),
    Aksi.UNDI_NOMOR: (calon.draw_numbers,),
    Aksi.BAGI_UNIT: (tps.plan_units,),
    Aksi.KUNCI_UNIT: (tps.lock_units,),
    Aksi.ENTRI_FORM: (
        penghitungan.start_entry,
        penghitungan.save_field,
        penghitungan.save_fields,
        penghitungan.finish_entry,
        penghitungan.discard_entry,
        penghitungan.keep_reading,
        penghitungan.retype_fields,
    ),
    Aksi.KERTAS_MEMANG_BEGINI: (penghitungan.mark_paper_stands, penghitungan.show_findings),
    Aksi.ATUR_ULANG_FORM: (penghitungan.reset_entry,),
    Aksi.FINALKAN_FORM: (penghitungan.finalise,),
    Aksi.TARIK_FORM: (penghitungan.withdraw_form,),
    Aksi.BEKUKAN_DOKUMEN: (berita_acara.freeze,),
    Aksi.TANDA_TANGANI: (berita_acara.sign_dokumen,),
    Aksi.CETAK_DOKUMEN: (pencetakan.record_print,),
    Aksi.PUTUSKAN_TERTULIS: (putusan.save_putusan,),
    Aksi.ISI_LAPORAN: (laporan.save_report_form,),
    Aksi.CATAT_KEBERATAN: (keberatan.add_keberatan, keberatan.decide_keberatan),
    Aksi.TARIK_DOKUMEN: (berita_acara.withdraw_stale,),
    Aksi.TERIMA_PDF: (kembali.receive_signed,),
    Aksi.TANDAI_BASAH: (basah.mark_wet,),
    Aksi.COCOKKAN_KERTAS: (kode_kertas.answer_challenge,),
    Aksi.EKSPOR_PAKET: (paket.export_key_request, paket.export_hasil, paket.seal_hasil),
    Aksi.BACA_KIT: (paket.read_kit,),
    Aksi.BACA_TANDA_TERIMA: (paket.read_tanda_terima,),
    Aksi.BUAT_MEJA: (penerimaan.create_desk,),
    Aksi.BUAT_KIT: (penerimaan.make_kit,),
    Aksi.TERBITKAN_SERTIFIKAT: (penerimaan.issue_certificates,),
    Aksi.TERIMA_PAKET: (penerimaan.receive,),
    Aksi.TULIS_TANDA_TERIMA: (penerimaan.write_tanda_terima,),
}
NEEDS_A_REASON = {Aksi.TARIK_DOKUMEN}
"""Acts that are only done when there is something to do; `test_usecases` of the step has them."""
MAKING = {Aksi.BUAT_PEMILIHAN, Aksi.BUAT_MEJA, Aksi.PULIHKAN_CADANGAN}
"""Acts that make the file they are done in; who may restore is asked in `test_cadangan_pulih`."""
OF_THE_DESK = {
    Aksi.BUAT_KIT, Aksi.TERBITKAN_SERTIFIKAT, Aksi.TERIMA_PAKET, Aksi.TULIS_TANDA_TERIMA,
}  # fmt: skip
REFUSED = [
    pytest.param(peran, aksi, use_case, id=f"{peran}-{use_case.__name__}")
    for aksi, use_cases in USE_CASES.items()
    if aksi not in NEEDS_A_REASON | MAKING
    for use_case in use_cases
    for peran in Peran
    if aksi not in RIGHTS[peran]
]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[bool, MejaAkun]]:
    village = make_meja(tmp_path_factory.mktemp("hak-desa"))
    desk = make_desk(tmp_path_factory.mktemp("hak-meja")).meja
    yield {False: village, True: desk}
    village.close()
    desk.close()


def as_role(meja: MejaAkun, peran: Peran) -> MejaAkun:
    return replace(meja, akun=meja.akun.model_copy(update={"peran": peran}))


def needed(use_case: UseCase) -> int:
    """How many arguments a use case cannot do without, the desk apart."""
    code, given = use_case.__code__, use_case.__defaults__ or ()
    return int(code.co_argcount) - len(given) - 1


def state(meja: MejaAkun) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in sorted(meja.folder.iterdir()) if path.is_file()
    }


@pytest.mark.parametrize(("peran", "aksi", "use_case"), REFUSED)
def test_a_role_without_the_right_is_refused_first_and_nothing_changes(
    desks: dict[bool, MejaAkun], peran: Peran, aksi: Aksi, use_case: UseCase
) -> None:
    meja = as_role(desks[aksi in OF_THE_DESK], peran)
    before = state(meja)
    with pytest.raises(RightsError):
        use_case(meja, *[None] * needed(use_case))
    assert state(meja) == before


@pytest.mark.parametrize("peran", sorted(set(Peran) - {Peran.KETUA}))
def test_a_role_that_starts_no_election_leaves_no_file(tmp_path: Path, peran: Peran) -> None:
    first = KETUA.model_copy(update={"peran": peran})
    with pytest.raises(RightsError):
        panitia.create_pemilihan(tmp_path / "baru", DESA, first, SCHEMA, make_clock())
    assert [path for path in (tmp_path / "baru").glob("*.*") if path.suffix != ".pakai"] == []


@pytest.mark.parametrize("peran", sorted(set(Peran) - {Peran.PENGESAH}))
def test_a_role_that_makes_no_desk_leaves_no_file(tmp_path: Path, peran: Peran) -> None:
    first = PENGESAH.model_copy(update={"peran": peran})
    with pytest.raises(RightsError):
        penerimaan.create_desk(tmp_path / "baru", desk_fields(), first, SCHEMA, make_clock())
    assert [path for path in (tmp_path / "baru").glob("*.*") if path.suffix != ".pakai"] == []


def test_every_public_function_that_acts_is_asked() -> None:
    asked = {(case.__module__, case.__name__) for cases in USE_CASES.values() for case in cases}
    assert acting() - asked - THROUGH == set()


def test_every_act_somebody_does_has_a_use_case_here() -> None:
    done = {aksi for aksi in Aksi if any(f"Aksi.{aksi.name}" in text for text in step_texts())}
    assert done - USE_CASES.keys() == set()


THROUGH = {
    ("pilkades_desk.panitia.usecases", "log_in"),
    ("pilkades_desk.panitia.usecases", "recover"),
    ("pilkades_desk.penerimaan.usecases", "log_in_desk"),
    ("pilkades_desk.penerimaan.usecases", "receive_all"),
    ("pilkades_desk.berita_acara.usecases", "freeze_all"),
}
"""Give a desk to whoever gave the password, or do an act that is asked several times."""


def step_texts() -> list[str]:
    outside = {"rights.py", "kalimat.py", "periksa.py", "test_rights.py"}  # they only name acts
    return [
        (ROOT / path).read_text("utf-8")
        for path in sources()
        if path.startswith("pilkades_desk/") and Path(path).name not in outside
    ]


def acting() -> set[tuple[str, str]]:
    """Public functions that open a unit of work, themselves or through a helper beside them."""
    found = set()
    for path, tree in sources().items():
        if not path.startswith("pilkades_desk/") or "/kits/" in path or "/app/" in path:
            continue
        functions = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)}
        acts = {name for name, node in functions.items() if opens_an_act(node)}
        while more := {n for n, node in functions.items() if calls(node) & acts} - acts:
            acts |= more
        module = path.removesuffix(".py").replace("/", ".")
        found |= {(module, name) for name in acts if not name.startswith("_")}
    return found


def calls(node: ast.FunctionDef) -> set[str]:
    return {
        each.func.id
        for each in ast.walk(node)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    }


def opens_an_act(node: ast.FunctionDef) -> bool:
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr == "act"
        for each in ast.walk(node)
    )
