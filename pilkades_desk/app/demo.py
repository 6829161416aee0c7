"""The demo: plays a whole village election through the real use cases and checks the outcome."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pilkades_desk.app.demo_check import (
    check_documents,
    check_history,
    check_result,
    result_facts,
)
from pilkades_desk.app.demo_count import count_unit, paper_form
from pilkades_desk.app.demo_deliver import Delivered, deliver, enrol, open_desk
from pilkades_desk.app.demo_prepare import (
    Panitia,
    add_operators,
    add_signers,
    import_pemilih,
    passwords,
    seal_dpt,
    share_out,
    stand_for_election,
)
from pilkades_desk.app.demo_say import Say, Story
from pilkades_desk.app.demo_village import (
    DESA,
    KETUA,
    OPERATOR_1,
    OPERATOR_2,
    PENERIMAAN,
    PENETAPAN_DPT,
    PENGHITUNGAN,
    PERSIAPAN,
    PETUGAS,
    UNDIAN,
    votes_by_unit,
)
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.berita_acara.usecases import export_pdf, freeze, sign_dokumen
from pilkades_desk.core.clock import SteppingClock, SystemClock
from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.storage.disk import make_folder, named_refusals
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import read_orang
from pilkades_desk.panitia.usecases import create_pemilihan, log_in, make_village_keys
from pilkades_desk.penghitungan.usecases import outcome, recap
from pilkades_desk.tps.values import UnitHitung

STEPS = 15


@dataclass(frozen=True)
class DemoOptions:
    """What to play: where, how many voters and units, from which seed."""

    out: Path | None
    pemilih: int = 3000
    tps: int = 6
    seed: int = 1


@dataclass
class Played:
    """Where everything was written and what was checked."""

    folder: Path
    story: Story
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Tell whether every check held."""
        return self.story.holds

    def as_json(self) -> dict[str, Any]:
        """Give the last line of `--json`."""
        checks = [{"apa": what, "lolos": holds} for what, holds in self.story.checks]
        return {"pemilihan": str(self.folder), **self.facts, "periksa": checks}


def play_demo(options: DemoOptions, say: Say) -> Played:
    """Play the main job; StorageError when the output folder is in use."""
    out = _empty_folder(options.out)
    stick = out / "usb"
    make_folder(stick)
    clock = SteppingClock(PERSIAPAN)
    played = Played(out / "pemilihan", Story(say, STEPS))
    people = _begin(played, options, clock)
    desk = open_desk(out / "meja", clock)
    kit = enrol(desk, people.ketua, FolderDrive(stick), played.story)
    clock.jump(PENETAPAN_DPT)
    sheet = import_pemilih(people, out, options.pemilih, options.seed, played.story)
    seal_dpt(people, played.story)
    _freeze_signed(people, "F-07")
    clock.jump(UNDIAN)
    stand_for_election(people, played.story)
    units = share_out(people, options.tps, played.story)
    clock.jump(PENGHITUNGAN)
    _count(people, units, options.seed, played.story)
    paths = _freeze_dokumen(people, units, out / "dokumen", played.story)
    clock.jump(PENERIMAAN)
    delivered = deliver(desk, people.ketua, FolderDrive(stick), played.story)
    _check(people.ketua, paths, delivered, played.story)
    played.facts |= {
        "lembar_pemilih": str(sheet),
        "dokumen": [str(path) for path in paths],
        "kit": str(kit),
        "publik": str(delivered.ekspor.publik),
        "paket": str(delivered.ekspor.hasil),
        "tanda_terima": str(delivered.tanda_terima),
        "kata_sandi": passwords(KETUA, OPERATOR_1, OPERATOR_2, PETUGAS),
        "hasil": result_facts(people.ketua),
    }
    people.ketua.close()
    desk.close()
    _check_reopening(played)
    say(f"Selesai dalam {played.story.seconds:.1f} detik. Semua berkas: {out}")
    return played


def _begin(played: Played, options: DemoOptions, clock: SteppingClock) -> Panitia:
    made = create_pemilihan(played.folder, DESA, KETUA, SCHEMA, clock)
    played.story.step(f"Berkas pemilihan terenkripsi dibuat: {played.folder}")
    operators = add_operators(made.meja, KETUA.sandi)
    make_village_keys(made.meja)
    people = Panitia(made.meja, *operators, add_signers(made.meja, options.tps, options.seed))
    played.story.step(f"Akun ketua dan dua operator, {len(people.sandi)} penanda tangan")
    return people


def _check(meja: Meja, paths: Sequence[Path], delivered: Delivered, story: Story) -> None:
    story.say("Memeriksa:")
    check_documents(meja, paths, story)
    check_result(meja, delivered.hasil, delivered.ekspor.publik, story)
    check_history(meja, story)


def _check_reopening(played: Played) -> None:
    meja = log_in(played.folder, KETUA.nama, KETUA.sandi, SCHEMA, SystemClock())
    holds = result_facts(meja) == played.facts["hasil"]
    meja.close()
    played.story.check("Berkas dibuka lagi dengan sandi; hasilnya sama", holds=holds)


def _empty_folder(out: Path | None) -> Path:
    if out is None:
        return Path(tempfile.mkdtemp(prefix="pilkades-demo-"))
    with named_refusals(out):
        taken = out.exists() and any(out.iterdir())
    if taken:
        raise StorageError(f"Map '{out}' tidak kosong.", "Pilih map lain atau kosongkan dulu.")
    return out


def _count(people: Panitia, units: Sequence[UnitHitung], seed: int, story: Story) -> None:
    came = votes_by_unit([(unit.dpt_l, unit.dpt_p) for unit in units], 3, seed)
    bar = story.bar("Formulir")
    for number, (unit, coblosan) in enumerate(zip(units, came, strict=True), start=1):
        count_unit(people, unit, paper_form(unit, coblosan), slips=number == min(2, len(units)))
        bar(number, len(units))
    story.step(f"{len(units)} formulir diketik dua orang, dicocokkan, difinalkan")
    story.detail("satu beda ketik dikoreksi tanpa melihat angka; satu selisih dijelaskan ketua")
    rekap, hasil = recap(people.ketua), outcome(people.ketua)
    truth = tuple(sum(column) for column in zip(*(each.suara for each in came), strict=True))
    story.check("Rekap sama dengan coblosan yang sebenarnya", holds=rekap.jumlah.suara == truth)
    said = f"unggul nomor urut {hasil.nomor_urut}" if hasil.nomor_urut else "seri, belum diputus"
    story.step(f"Rekap desa: {', '.join(map(str, rekap.jumlah.suara))}; {said}")


def _freeze_dokumen(
    people: Panitia, units: Sequence[UnitHitung], folder: Path, story: Story
) -> tuple[Path, ...]:
    meja = people.ketua
    for unit in units:
        _freeze_signed(people, "F-27", unit.nomor)
        freeze(meja, "F-28", unit.nomor)  # the same people; signed at the table
    for kode in ("F-29", "F-33"):
        _freeze_signed(people, kode)
    paths = export_pdf(meja, folder)
    story.step(f"{len(paths)} dokumen dibekukan, disahkan kunci desa, ditandatangani")
    story.detail(str(folder))
    return paths


def _freeze_signed(people: Panitia, kode: str, unit: int | None = None) -> None:
    """Freeze a document and let everybody it names sign it."""
    dokumen = freeze(people.ketua, kode, unit)
    for orang in read_orang(people.ketua):
        if orang.id in dokumen.penanda:
            sign_dokumen(people.ketua, dokumen.id, orang, people.sandi[orang.id])
