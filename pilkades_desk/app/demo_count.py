"""Turns what happened at a unit into a paper form, and types it as tired people do."""

from itertools import groupby

from pilkades_desk.app.demo_prepare import Panitia
from pilkades_desk.app.demo_village import Coblosan
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.penghitungan.usecases import (
    finalise,
    finish_entry,
    mark_paper_stands,
    read_acuan,
    read_boxes_to_retype,
    read_ready,
    retype_fields,
    save_fields,
    show_findings,
    start_entry,
)
from pilkades_desk.penghitungan.values import FormHitung
from pilkades_desk.tps.values import UnitHitung

TAKEN_HOME = "Satu surat suara dibawa pulang pemilih, disaksikan seluruh KPPS."


def paper_form(unit: UnitHitung, came: Coblosan) -> FormHitung:
    """Fill in the paper form of one unit as its KPPS would; a ballot taken home is missing."""
    hadir = came.hadir_l + came.hadir_p
    sah = sum(came.suara)
    digunakan = sah + came.tidak_sah
    rusak = min(came.rusak, unit.surat_suara - hadir)
    return FormHitung(
        jam_buka="07.00",
        jam_tutup="13.00",
        hitung_mulai="13.30",
        hitung_selesai="15.15",
        dpt_l=unit.dpt_l,
        dpt_p=unit.dpt_p,
        dpt_jumlah=unit.dpt,
        hadir_dpt_l=came.hadir_l,
        hadir_dpt_p=came.hadir_p,
        hadir_dpt_jumlah=hadir,
        hadir_lain_l=0,
        hadir_lain_p=0,
        hadir_lain_jumlah=0,
        hadir_luar_l=0,
        hadir_luar_p=0,
        hadir_luar_jumlah=0,
        hadir_l=came.hadir_l,
        hadir_p=came.hadir_p,
        hadir_jumlah=hadir,
        tidak_hadir=unit.dpt - hadir,
        diterima=unit.surat_suara,
        rusak=rusak,
        sisa=unit.surat_suara - hadir - rusak,
        digunakan=digunakan,
        selisih=came.dibawa_pulang,
        suara=came.suara,
        sah=sah,
        tidak_sah=came.tidak_sah,
        jumlah_suara=digunakan,
        kejadian_khusus=1 if came.dibawa_pulang else 0,
        ttd_ketua=1,
        ttd_anggota=2,
    )


def slip(figures: dict[str, int], box: str) -> dict[str, int]:
    """Type one box wrongly: the last two digits change places, or one is added."""
    right = figures[box]
    tens, ones = divmod(right % 100, 10)
    wrong = right - right % 100 + ones * 10 + tens if tens != ones else right + 1
    return figures | {box: wrong}


def type_form(meja: Meja, unit: int, figures: dict[str, int]) -> None:
    """Type every box of one form, section by section in the order of the paper."""
    start_entry(meja, unit)
    boxes = read_acuan(meja, unit).susunan.isian
    for _, section in groupby(boxes, key=lambda box: box.bagian):
        typed = {box.id: figures[box.id] for box in section if box.id in figures}
        save_fields(meja, unit, typed)


def count_unit(people: Panitia, unit: UnitHitung, form: FormHitung, *, slips: bool) -> None:
    """Let two people type one form until it is final; `slips` makes the second one err once."""
    right = form.isi
    type_form(people.operator_1, unit.nomor, right)
    finish_entry(people.operator_1, unit.nomor)
    for code in dict.fromkeys(one.code for one in _open_errors(people, unit.nomor)):
        mark_paper_stands(people.ketua, unit.nomor, code, TAKEN_HOME)
    type_form(people.operator_2, unit.nomor, slip(right, "suara_1") if slips else right)
    finish_entry(people.operator_2, unit.nomor)
    for meja in (people.operator_1, people.operator_2):
        if boxes := read_boxes_to_retype(meja, unit.nomor):
            retype_fields(meja, unit.nomor, {box: right[box] for box in boxes})
    digest = read_ready(people.ketua, unit.nomor).digest
    approvals = [
        meja.approve(Aksi.FINALKAN_FORM, digest) for meja in (people.ketua, people.operator_1)
    ]
    finalise(people.ketua, unit.nomor, approvals)


def _open_errors(people: Panitia, unit: int) -> list[Finding]:
    return [one for one in show_findings(people.ketua, unit) if one.is_error]
