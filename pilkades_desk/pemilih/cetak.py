"""Printing the DPT: lines as the purpose shows them, the book of the village, the public list."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pilkades_desk.core.clock import short_date
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.compose import common, orang_holding
from pilkades_desk.panitia.naskah.data_code import sidik
from pilkades_desk.panitia.naskah.tercetak import identify
from pilkades_desk.panitia.naskah.values import LakiPerempuan
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Orang
from pilkades_desk.pemilih.content import BarisDpt, IsiF06, Tujuan
from pilkades_desk.pemilih.pribadi import export_mark, read_dpt_pemilih
from pilkades_desk.pemilih.rules import age_on, count_sex
from pilkades_desk.pemilih.usecases import read_dpt
from pilkades_desk.pemilih.values import PemilihDpt, Penyerahan


def print_dpt(meja: Meja, untuk: Tujuan, progress: Progress = quiet) -> Cetakan:
    """Draw the DPT of the village for the committee's table or the notice board (S-213).

    Raises:
        StateError: the DPT is not locked, nobody is there to sign, or the book was asked for.
    """
    meja.demand(Aksi.CETAK_DAFTAR)
    if untuk is Tujuan.BUKU:
        raise StateError("Buku resmi belum disebut untuk siapa.", "Isi penerima dan tujuannya.")
    isi = compose_f06(meja, read_dpt_pemilih(meja), untuk)
    pdf = _draw(isi, progress)
    with meja.act(Aksi.CETAK_DAFTAR) as act:
        act.record(f"cetak/{isi.dok}", untuk=untuk.value, jumlah=len(isi.baris), sidik=sidik(isi))
        act.commit()
    return _cetakan(isi, pdf)


def print_book(meja: Meja, kepada: Penyerahan, progress: Progress = quiet) -> Cetakan:
    """Draw the official book with NIK and family cards in full, an export of data (S-213, S-242).

    To whom, by whom, when and what for stands on every page and in the log.
    """
    meja.demand(Aksi.EKSPOR_DATA)
    mark = export_mark(meja, meja.clock.now(), kepada.tujuan, whole=True)
    tanda = f"Diserahkan kepada {kepada.penerima}. {mark}"
    isi = compose_f06(meja, read_dpt_pemilih(meja), Tujuan.BUKU, tanda=tanda)
    pdf = _draw(isi, progress)
    facts = {"angka": "utuh", "tujuan": kepada.tujuan.value, "penerima": kepada.penerima}
    with meja.act(Aksi.EKSPOR_DATA) as act:
        act.record(f"cetak/{isi.dok}", jumlah=len(isi.baris), sidik=sidik(isi), **facts)
        act.commit()
    return _cetakan(isi, pdf)


def compose_f06(meja: Meja, lines: Sequence[PemilihDpt], untuk: Tujuan, **more: Any) -> IsiF06:
    """Freeze the list of a unit, whose fields are in `more`, or of the village without them."""
    dpt = read_dpt(meja)
    nomor = more.get("unit")
    dok = f"F06{nomor:03d}" if nomor else "F06"
    return IsiF06(
        **common(meja, "F-06", dok, dpt_signers(meja)),
        **more,
        untuk=untuk,
        jumlah=count_lines(lines),
        segel=dpt.segel,
        dari_segel=(dpt.segel,),
        baris=tuple(
            baris_dpt(line, number, untuk, meja.pemilihan.tanggal)
            for number, line in enumerate(lines, 1)
        ),
    )


def baris_dpt(line: PemilihDpt, number: int, untuk: Tujuan, day: date) -> BarisDpt:
    """Give one line with what its purpose shows and nothing else; `day` is voting day.

    Syarat: S-213.
    """
    inside = untuk is not Tujuan.UMUM
    age = str(age_on(line.tanggal_lahir, day))
    return BarisDpt(
        no=number,
        no_dpt=line.no_urut,
        kk=line.kk if untuk is Tujuan.BUKU else "",
        nik=line.nik if untuk is Tujuan.BUKU else mask_nik(line.nik) if inside else "",
        nama=line.nama,
        tempat_lahir=line.tempat_lahir if inside else "",
        lahir=short_date(line.tanggal_lahir) if inside else age,
        kelamin=line.kelamin.value,
        kawin=line.kawin.value if inside else "",
        alamat=address(line),
        rt_rw=area(line),
        disabilitas=str(line.disabilitas) if inside and line.disabilitas else "",
        keterangan=line.keterangan if inside else "",
    )


def address(line: PemilihDpt) -> str:
    """Give street and hamlet, as far as they are known."""
    return ", ".join(part for part in (line.alamat, line.dusun) if part)


def area(line: PemilihDpt) -> str:
    """Give RT and RW as `001/002`; nothing where neither is known."""
    return f"{line.rt:03}/{line.rw:03}" if line.rt or line.rw else ""


def count_lines(lines: Sequence[PemilihDpt]) -> LakiPerempuan:
    """Count men, women and all."""
    men, women = count_sex(lines)
    return LakiPerempuan(laki=men, perempuan=women, jumlah=men + women)


def dpt_signers(meja: Meja) -> tuple[Orang, ...]:
    """Give who signs lists of the DPT, as the profile says."""
    return orang_holding(meja, tuple(meja.profil.nilai("dpt.penandatangan")))


def _draw(isi: IsiF06, progress: Progress) -> bytes:
    from pilkades_desk.pemilih.pdf import draw_f06

    return draw_f06(isi, progress)


def _cetakan(isi: IsiF06, pdf: bytes) -> Cetakan:
    return Cetakan(f"DPT {isi.wilayah.desa}", f"F-06-{isi.untuk.value}.pdf", pdf, identify(isi))
