"""Carrying a decided merge out in the list: corrections, strikes, new people, in one act.

Every change keeps the reason and the proof it came with, and is judged by the rules every
correction and every row of a sheet is judged by.
"""

from collections.abc import Iterator, Mapping

from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.meja import Act, Meja
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.bagian.gabung import nik_first
from pilkades_desk.pemilih.bagian.usecases import refuse
from pilkades_desk.pemilih.bagian.values import Bidang, Koreksi, OrangBaru, Rencana
from pilkades_desk.pemilih.kini import store as kini
from pilkades_desk.pemilih.kini.rules import changes_to
from pilkades_desk.pemilih.kini.usecases import change_in
from pilkades_desk.pemilih.kini.values import Jalur, Jenis, Perubahan, Sebab
from pilkades_desk.pemilih.tambah import add_people_in, typed_row
from pilkades_desk.pemilih.ubah.rules import ISIAN, KOLOM, judge_correction, warnings_after
from pilkades_desk.pemilih.ubah.usecases import read_warnings_of
from pilkades_desk.pemilih.usecases import syarat_of
from pilkades_desk.pemilih.values import Isian, Pemilih


def take_plan(act: Act, meja: Meja, plan: Rencana, asal: tuple[str, str]) -> None:
    """Carry a merge out; `asal` names the part and the seal of the return (S-248).

    Raises:
        StateError: a rule stands against a field that came back.
    """
    daftar = {one.id: one for one in kini.read_pemilih(act.session, plan.koreksi)}
    warnings = _judge(act, meja, plan, daftar)
    for sebab, changes in _by_reason(plan, daftar):
        change_in(act, changes, sebab, warnings)
        warnings = {}
    rows = [typed_row(_texts(one), asal[0], n) for n, one in enumerate(plan.baru, 1)]
    if rows:
        add_people_in(act, meja, rows, asal)


def _judge(
    act: Act, meja: Meja, plan: Rencana, daftar: Mapping[int, Pemilih]
) -> dict[int, tuple[Finding, ...]]:
    """Judge everybody as they will be; gives the warnings that will hold of each by themselves."""
    lines = pemilih_store.read_lines(act.session, plan.koreksi)
    before = read_warnings_of(act.session, plan.koreksi)
    after = {}
    for number, koreksi in plan.koreksi.items():
        typed = {ISIAN[one.bidang.value]: one.nilai for one in koreksi if not _strikes(one)}
        if not typed:
            continue
        letak = lines[number].lembar, lines[number].baris
        judged, _ = judge_correction(daftar[number], typed, syarat_of(meja), letak)
        if judged.pemilih is None:
            refuse(judged.temuan)
        after[number] = warnings_after(judged.temuan, before[number], typed)
    return after


def _by_reason(
    plan: Rencana, daftar: Mapping[int, Pemilih]
) -> Iterator[tuple[Sebab, list[Perubahan]]]:
    """Give the changes by why they are made; a NIK is set free before somebody else gets it."""
    grouped: dict[Sebab, list[Perubahan]] = {}
    for number, koreksi in nik_first(plan.koreksi, {n: one.nik for n, one in daftar.items()}):
        [change] = changes_to(daftar[number], {koreksi.bidang.value: koreksi.nilai})
        sebab = Sebab(_kind(koreksi), Jalur.BAGIAN, koreksi.alasan, koreksi.bukti)
        if koreksi.bidang is Bidang.NIK:
            yield sebab, [change]
        else:
            grouped.setdefault(sebab, []).append(change)
    yield from grouped.items()


def _kind(koreksi: Koreksi) -> Jenis:
    if not _strikes(koreksi):
        return Jenis.KOREKSI
    return Jenis.CORET if koreksi.nilai else Jenis.BATAL_CORET


def _strikes(koreksi: Koreksi) -> bool:
    return koreksi.bidang is Bidang.CORET


def _texts(orang: OrangBaru) -> dict[Isian, str]:
    fields = orang.isi.model_dump(mode="json") | {"tps": orang.tps}
    return {isian: str(fields[kolom]) for isian, kolom in KOLOM.items()}
