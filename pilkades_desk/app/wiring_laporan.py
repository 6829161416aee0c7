"""Binds the report to the BPD and the register of objections to an open desk."""

from functools import partial

from pilkades_desk.app.pdf_pages import printouts
from pilkades_desk.berita_acara import keberatan, laporan, putusan, usecases
from pilkades_desk.berita_acara.daftar import Keberatan
from pilkades_desk.berita_acara.keterangan import keberatan_words, missing_count, missing_words
from pilkades_desk.berita_acara.laporan_screen import LaporanActs
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.panitia.akun import approve_together, other_approvers
from pilkades_desk.panitia.forms import SECOND, SECOND_PASSWORD, check_second
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi

_LETTERS = {"F-35": laporan.draw_bpd_letter, "F-36": laporan.draw_camat_letter}


def make_laporan_acts(meja: Meja) -> LaporanActs:
    """Give the panel what it may do on this desk."""

    def read_now() -> tuple[str, str]:
        now = meja.clock.now().astimezone(meja.pemilihan.zona.tz)
        return now.date().isoformat(), f"{now:%H.%M}"

    def add(answers: Answers) -> Keberatan:
        return keberatan.add_keberatan(meja, keberatan.parse_keberatan(meja, answers))

    def say(one: Keberatan) -> str:
        return keberatan_words(one, meja.pemilihan.zona)

    def draw_letter(kode: str, _progress: Progress) -> tuple[Printout, ...]:
        return printouts(meja, [_LETTERS[kode](meja)])

    def draw_register(_progress: Progress) -> tuple[Printout, ...]:
        return printouts(meja, [keberatan.draw_register(meja)])

    def draw_tanda_terima(nomor: int, _progress: Progress) -> tuple[Printout, ...]:
        return printouts(meja, [keberatan.draw_tanda_terima(meja, nomor)])

    return LaporanActs(
        read_enclosures=partial(usecases.read_enclosures, meja),
        say_count=missing_count,
        say_missing=missing_words,
        read_form=partial(laporan.read_report_form, meja),
        check_form=laporan.check_report_form,
        save_form=partial(laporan.save_report_form, meja),
        read_putusan=partial(putusan.read_putusan_form, meja),
        check_putusan=_check_putusan,
        second_of_putusan=partial(other_approvers, meja, Aksi.PUTUSKAN_TERTULIS),
        save_putusan=partial(_save_putusan, meja),
        read_keberatan=partial(keberatan.read_keberatan, meja),
        say_keberatan=say,
        say_deadline=partial(keberatan.deadline_words, meja),
        read_now=read_now,
        check_keberatan=keberatan.check_keberatan,
        add_keberatan=add,
        decide=partial(keberatan.decide_keberatan, meja),
        draw_letter=draw_letter,
        draw_register=draw_register,
        draw_tanda_terima=draw_tanda_terima,
    )


def _check_putusan(answers: Answers) -> dict[str, str]:
    return putusan.check_putusan(answers) | check_second(answers)


def _save_putusan(meja: Meja, answers: Answers) -> putusan.Putusan:
    kedua = (answers[SECOND], answers[SECOND_PASSWORD])
    digest = putusan.putusan_digest(meja, answers)
    approvals = approve_together(meja, Aksi.PUTUSKAN_TERTULIS, digest, kedua)
    return putusan.save_putusan(meja, answers, approvals)
