"""Binds the use cases of step 2 to an open desk, for its screen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pilkades_desk.app.dpt_opening import later_steps_against
from pilkades_desk.app.pdf_pages import printouts
from pilkades_desk.app.printing import choose_printer
from pilkades_desk.app.wiring_loket import tps_teller
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.kits.storage.disk import write_whole
from pilkades_desk.panitia.akun import approve_together, other_approvers
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.pemilih import cetak, pribadi, usecases
from pilkades_desk.pemilih.bagian.usecases import find_out, today_of
from pilkades_desk.pemilih.batch.usecases import list_batches, withdraw_batch
from pilkades_desk.pemilih.cari import usecases as cari
from pilkades_desk.pemilih.coklit import usecases as coklit
from pilkades_desk.pemilih.coklit.screen import CoklitActs
from pilkades_desk.pemilih.content import DokumenPemilih, Tujuan
from pilkades_desk.pemilih.daftar.change_screen import ChangeActs
from pilkades_desk.pemilih.daftar.screen import ListActs
from pilkades_desk.pemilih.dpt import usecases as dpt
from pilkades_desk.pemilih.dpt.screen import DptActs
from pilkades_desk.pemilih.forms import NUMBERS, WHOLE, tujuan_of
from pilkades_desk.pemilih.ganda import usecases as ganda
from pilkades_desk.pemilih.ganda.screen import GandaActs
from pilkades_desk.pemilih.impor.batch_screen import BatchActs
from pilkades_desk.pemilih.impor.screen import ImportActs
from pilkades_desk.pemilih.impor.usecases import (
    compare_batches,
    keep_susunan,
    open_import,
    try_import,
)
from pilkades_desk.pemilih.lock_screen import LockActs
from pilkades_desk.pemilih.print_screen import Pesanan
from pilkades_desk.pemilih.repair_screen import RepairActs
from pilkades_desk.pemilih.reveal_screen import RevealActs
from pilkades_desk.pemilih.riwayat.usecases import read_history
from pilkades_desk.pemilih.screen import PemilihActs
from pilkades_desk.pemilih.ubah import usecases as ubah
from pilkades_desk.pemilih.usul import usecases as usul
from pilkades_desk.pemilih.usul.cetak import print_usul
from pilkades_desk.pemilih.usul.screen import UsulActs
from pilkades_desk.pemilih.values import Dpt, Penyerahan


def make_pemilih_acts(meja: Meja, open_loket: Callable[[], object]) -> PemilihActs:
    """Give the screen of step 2 what it may do."""
    return PemilihActs(
        zona=meja.pemilihan.zona,
        may=partial(may, meja.akun.peran),
        summarise=partial(usecases.summarise, meja),
        daftar=_list_acts(meja),
        set_dps=partial(usecases.set_dps, meja),
        importing=ImportActs(
            may=partial(may, meja.akun.peran),
            open=partial(open_import, meja),
            preview=partial(try_import, meja),
            store=partial(usecases.import_sheet, meja),
            keep=partial(keep_susunan, meja),
        ),
        batches=BatchActs(
            zona=meja.pemilihan.zona,
            read=partial(list_batches, meja),
            may=partial(may, meja.akun.peran, Aksi.TARIK_BATCH),
            withdraw=partial(withdraw_batch, meja),
            compare=partial(compare_batches, meja),
        ),
        repairs=RepairActs(
            read=partial(pribadi.read_repair_list, meja),
            judge=partial(usecases.judge_repair, meja),
            repair=partial(usecases.repair_row, meja),
            set_aside=partial(usecases.set_row_aside, meja),
            open=partial(pribadi.reveal_repair, meja),
            may_save=partial(may, meja.akun.peran, Aksi.EKSPOR_DATA),
            save=partial(_save_repair_list, meja),
        ),
        doubles=GandaActs(
            find=partial(ganda.read_ganda, meja),
            decide=partial(ganda.decide_ganda, meja),
            may=partial(may, meja.akun.peran, Aksi.PUTUSKAN_GANDA),
        ),
        coklit=_make_coklit_acts(meja),
        usul=_usul_acts(meja),
        dpt=_dpt_acts(meja),
        locking=LockActs(
            preview=partial(usecases.preview_lock, meja),
            approvers=partial(other_approvers, meja, Aksi.KUNCI_DPT),
            lock=partial(_lock, meja),
        ),
        print_dokumen=partial(_print, meja),
        choose_printer=partial(choose_printer, meja),
        open_loket=open_loket,
    )


def _usul_acts(meja: Meja) -> UsulActs:
    return UsulActs(
        may=partial(may, meja.akun.peran),
        read=partial(usul.read_usul, meja),
        read_open=partial(usul.read_open_usul, meja),
        receive=partial(usul.receive_usul, meja),
        decide=partial(usul.decide_usul, meja),
        print=partial(_print_usul, meja),
    )


def _dpt_acts(meja: Meja) -> DptActs:
    return DptActs(
        zona=meja.pemilihan.zona,
        may=partial(may, meja.akun.peran),
        read=partial(dpt.read_versions, meja),
        difference=partial(dpt.difference, meja),
        approvers=partial(other_approvers, meja, Aksi.BUKA_DPT),
        unlock=partial(_unlock, meja),
        kinds=partial(meja.profil.nilai, dpt.KINDS_KEY),
        today=partial(today_of, meja),
        note=partial(dpt.note_after_dpt, meja),
        save=partial(_save_dpt, meja),
    )


def _make_coklit_acts(meja: Meja) -> CoklitActs:
    return CoklitActs(
        may=partial(may, meja.akun.peran, Aksi.SIMPAN_COKLIT),
        may_print=partial(may, meja.akun.peran, Aksi.CETAK_DAFTAR),
        today=partial(today_of, meja),
        list=partial(coklit.list_lembar, meja),
        read=partial(coklit.read_lembar, meja),
        make=partial(coklit.make_lembar, meja),
        make_every=partial(coklit.make_every_lembar, meja),
        typed=partial(coklit.read_typed, meja),
        keep=partial(coklit.keep_typed, meja),
        save=partial(coklit.save_coklit, meja),
        print=partial(_print_lembar, meja),
    )


def _print_lembar(meja: Meja, nomor: int, progress: Progress) -> tuple[Printout, ...]:
    sheet, table = DokumenPemilih.COKLIT, Tujuan.KERJA
    return printouts(
        meja, cetak.print_dokumen(meja, sheet, table, progress, cetak.Dari(lembar=nomor))
    )


def _read_warnings(meja: Meja, pemilih_id: int) -> tuple[Finding, ...]:
    return (*find_out(meja, pemilih_id), *usecases.read_warnings(meja, pemilih_id))


def _list_acts(meja: Meja) -> ListActs:
    return ListActs(
        zona=meja.pemilihan.zona,
        may=partial(may, meja.akun.peran),
        find=partial(cari.find_pemilih_ids, meja),
        read_areas=partial(cari.read_areas, meja),
        read_choices=partial(cari.read_choices, meja),
        read_baris=partial(cari.read_baris, meja),
        read_warnings=partial(_read_warnings, meja),
        read_history=partial(read_history, meja),
        changes=ChangeActs(
            strike=partial(usecases.strike, meja),
            read_isian=partial(ubah.read_isian, meja),
            try_correction=partial(ubah.try_correction, meja),
            correct=partial(ubah.correct, meja),
            change_many=partial(ubah.change_many, meja),
            undo=partial(ubah.undo_change, meja),
        ),
        numbers=RevealActs(
            may=partial(may, meja.akun.peran, Aksi.LIHAT_DATA_PRIBADI),
            reveal=partial(pribadi.reveal, meja),
        ),
    )


def _print(meja: Meja, asked: Pesanan, progress: Progress) -> tuple[Printout, ...]:
    untuk = asked.untuk
    if isinstance(untuk, Penyerahan):
        return printouts(meja, cetak.print_book(meja, untuk, progress, asked.dokumen))
    dari = cetak.Dari(tps_of=tps_teller(meja))
    return printouts(meja, cetak.print_dokumen(meja, asked.dokumen, untuk, progress, dari))


def _print_usul(meja: Meja, nomor: int, _progress: Progress) -> tuple[Printout, ...]:
    return printouts(meja, (print_usul(meja, nomor),))


def _lock(meja: Meja, segel: str, nama: str, sandi: str) -> Dpt:
    return usecases.lock_dpt(meja, approve_together(meja, Aksi.KUNCI_DPT, segel, (nama, sandi)))


def _unlock(meja: Meja, alasan: str, nama: str, sandi: str) -> Dpt:
    digest = dpt.read_opening_digest(meja, alasan)
    both = approve_together(meja, Aksi.BUKA_DPT, digest, (nama, sandi))
    return dpt.unlock_dpt(meja, alasan, both, later_steps_against)


def _save_dpt(meja: Meja, path: Path, answers: Answers) -> None:
    whole = answers[NUMBERS] == WHOLE
    write_whole(path, pribadi.export_dpt_xlsx(meja, tujuan_of(answers), whole=whole))


def _save_repair_list(meja: Meja, path: Path, answers: Answers) -> None:
    whole = answers[NUMBERS] == WHOLE
    write_whole(path, pribadi.export_repair_list(meja, tujuan_of(answers), whole=whole))
