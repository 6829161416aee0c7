"""Every kind of write a process is killed in, from accounts to migration, step by step."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, text  # noqa: TID251 -- plays a later program's migration

from pilkades_desk.app.demo_village import invent_orang
from pilkades_desk.app.schema import SCHEMA, VERSION
from pilkades_desk.berita_acara.dokumen import Dokumen
from pilkades_desk.berita_acara.usecases import (
    export_pdf,
    freeze,
    read_dokumen,
    read_pdf,
    sign_dokumen,
)
from pilkades_desk.core.errors import StateError
from pilkades_desk.kits.storage import triggers
from pilkades_desk.panitia.cadangan import (
    Ditemukan,
    Simpanan,
    back_up,
    find_backups,
    places_of,
    proven_backup,
    read_keadaan_cadangan,
)
from pilkades_desk.panitia.findings import W131
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.orang import read_orang
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.cari.usecases import find_pemilih_ids
from pilkades_desk.pemilih.cari.values import Cari
from pilkades_desk.pemilih.pribadi import read_dpt_pemilih
from pilkades_desk.pemilih.usecases import (
    dpt_preview,
    find_dpt,
    import_sheet,
    lock_dpt,
    set_dps,
    summarise,
)
from pilkades_desk.penghitungan.store import read_state
from pilkades_desk.penghitungan.usecases import (
    read_form_versions,
    read_forms,
    save_field,
    start_entry,
    withdraw_form,
)
from pilkades_desk.tps.usecases import lock_units, plan_units, read_rencana, read_units
from tests.app.locked import make_locked
from tests.chaos.grounds import (
    SHEET,
    TAKEN,
    enter,
    make_counted,
    make_counting,
    make_known,
    make_listed,
    make_new,
    make_sent,
    make_staffed,
    open_both,
)
from tests.chaos.killing import Kind, Step
from tests.chaos.meetings import Receiving, Sending
from tests.chaos.people import Accounts, Passwords
from tests.chaos.village import Village, refused
from tests.makers import approve_both
from tests.penghitungan.desks import GOOD, Desks, close_form


class Intake(Village):
    """One sheet."""

    def steps(self) -> list[Step]:
        sheet = self.meja.folder.parent / SHEET
        return [
            Step(
                "impor",
                lambda: import_sheet(self.meja, sheet),
                lambda: bool(find_pemilih_ids(self.meja, Cari())),
                lambda: import_sheet(self.meja, sheet).berulang,
            )
        ]

    def hold(self, told: list[str]) -> None:
        ringkas = summarise(self.meja)
        rows = len(find_pemilih_ids(self.meja, Cari()))
        assert rows in (0, int((self.meja.folder.parent / TAKEN).read_text()))
        assert bool(rows) == bool(ringkas.jumlah)


class Locking(Village):
    """DPS, DPT, units and their lock."""

    def steps(self) -> list[Step]:
        meja = self.meja
        return [
            Step(
                "dps",
                lambda: set_dps(meja),
                lambda: summarise(meja).dps is not None,
                lambda: refused(lambda: set_dps(meja)),
            ),
            Step("dpt", self._lock, self._locked, lambda: refused(self._lock)),
            Step("bagi", lambda: plan_units(meja, 3), lambda: bool(read_units(meja))),
            Step(
                "kunci",
                lambda: lock_units(meja),
                lambda: bool(read_units(meja)) and read_rencana(meja).terkunci,
                lambda: refused(lambda: lock_units(meja)),
            ),
        ]

    def hold(self, told: list[str]) -> None:
        dpt = find_dpt(self.meja)
        if dpt is not None:
            assert len(read_dpt_pemilih(self.meja)) == dpt.jumlah_l + dpt.jumlah_p
            shared = sum(unit.dpt_l + unit.dpt_p for unit in read_units(self.meja))
            assert shared in (0, dpt.jumlah_l + dpt.jumlah_p)

    def _locked(self) -> bool:
        return find_dpt(self.meja) is not None

    def _lock(self) -> None:
        digest = dpt_preview(self.meja).segel
        lock_dpt(self.meja, approve_both(self.meja, self.operator(), Aksi.KUNCI_DPT, digest))


class Typing(Village):
    """A count form, box by box; every third box, in the order of the paper."""

    boxes = dict(list(GOOD.items())[::3])

    def steps(self) -> list[Step]:
        rini = self.operator()
        return [
            Step(
                isian,
                partial(self._save, rini, isian, nilai),
                partial(lambda isian, nilai: self._typed().get(isian) == nilai, isian, nilai),
            )
            for isian, nilai in self.boxes.items()
        ]

    def hold(self, told: list[str]) -> None:
        typed = self._typed()
        assert typed.items() <= self.boxes.items()
        assert set(list(self.boxes)[: len(typed)]) == set(typed), "a gap"
        lost = sum(isian in self.boxes and isian not in typed for isian in told)
        assert lost == 0, f"{lost} typed boxes are lost"

    def _save(self, rini: Meja, isian: str, nilai: int) -> None:
        start_entry(rini, 1)
        save_field(rini, 1, isian, nilai)

    def _typed(self) -> dict[str, int]:
        with self.meja.read() as session:
            first = read_state(session, 1).entri_1
        return dict(first.isi) if first else {}


class Finals(Village):
    """A form closed by two people, and taken back by two people."""

    def steps(self) -> list[Step]:
        versions = lambda: read_form_versions(self.meja)  # noqa: E731 -- asked twice below
        taken_back = lambda: bool(versions()) and not read_forms(self.meja)  # noqa: E731
        return [
            Step("final", self._close, lambda: bool(versions()), lambda: refused(self._close)),
            Step("tarik", self._withdraw, taken_back, lambda: refused(self._withdraw)),
        ]

    def _close(self) -> None:
        if read_form_versions(self.meja):
            raise StateError("Sudah final.", "Lanjutkan.")  # nobody approves what is final
        close_form(Desks(self.meja, self.operator(), self.operator()))

    def _withdraw(self) -> None:
        forms = read_forms(self.meja)
        if not forms:
            raise StateError("Sudah ditarik.", "Lanjutkan.")
        approvals = approve_both(self.meja, self.operator(), Aksi.TARIK_FORM, forms[0].segel)
        withdraw_form(self.meja, 1, "Salah salin dari plano.", approvals)


class Documents(Village):
    """A document frozen, signed by a person and saved."""

    def steps(self) -> list[Step]:
        baru = invent_orang(1, 1)[0]
        orang = next(one for one in read_orang(self.meja) if one.nama == baru.nama)
        sign = lambda: sign_dokumen(self.meja, self._one().id, orang, baru.sandi)  # noqa: E731
        bekukan = lambda: freeze(self.meja, "F-07")  # noqa: E731 -- done, and tried again
        return [
            Step("bekukan", bekukan, self._is_frozen, lambda: refused(bekukan)),
            Step("tanda tangan", sign, self._is_signed, lambda: refused(sign)),
            Step("simpan", self._save, self._saved),
        ]

    def hold(self, told: list[str]) -> None:
        for dokumen in read_dokumen(self.meja):
            pdf = read_pdf(self.meja, dokumen)
            assert pdf.startswith(b"%PDF")
            assert pdf.count(b"/ByteRange") == 1 + len(dokumen.sudah), "a half signature"
        for path in self._folder.glob("*.pdf"):
            assert path.read_bytes() == read_pdf(self.meja, self._one())

    @property
    def _folder(self) -> Path:
        return self.meja.folder.parent / "dokumen"

    def _one(self) -> Dokumen:
        return read_dokumen(self.meja)[0]

    def _is_frozen(self) -> bool:
        return bool(read_dokumen(self.meja))

    def _is_signed(self) -> bool:
        return self._is_frozen() and bool(self._one().sudah)

    def _save(self) -> None:
        export_pdf(self.meja, self._folder)

    def _saved(self) -> bool:
        return any(self._folder.glob("*.pdf"))


class Backups(Village):
    """A backup in two places; a warning says that the log could not take it."""

    warned = False

    def steps(self) -> list[Step]:
        return [Step("cadangan", self._back_up, self._backed_up)]

    def hold(self, told: list[str]) -> None:
        for one in self._found():
            assert one.about is not None, "a half backup is shown"
            proven_backup(one.path)

    def _back_up(self) -> None:
        made = back_up(self.meja, SCHEMA, self._places())
        self.warned = [one.code for one in made.temuan] == [W131.code]

    def _backed_up(self) -> bool:
        if self.warned:
            return {one.tempat for one in self._found()} == {one.tempat for one in self._places()}
        noted = read_keadaan_cadangan(self.meja).terakhir
        there = {one.tempat for one in self._found() if noted and one.path.name == noted.nama}
        return noted is not None and there.issuperset(noted.tempat)

    def _found(self) -> tuple[Ditemukan, ...]:
        return find_backups(self._places())

    def _places(self) -> tuple[Simpanan, ...]:
        return places_of(self.meja.folder, self.meja.folder.parent / "kedua", ())


def newer(connection: Connection, start: int) -> None:
    """A step to a later layout: a column more, a table made under another name and filled."""
    assert start == VERSION
    connection.execute(text("ALTER TABLE orang ADD COLUMN catatan TEXT NOT NULL DEFAULT ''"))
    connection.execute(text("CREATE TABLE tambahan_baru (id INTEGER PRIMARY KEY, isi TEXT) STRICT"))
    rows = [{"id": number} for number in range(300)]
    connection.execute(text("INSERT INTO tambahan_baru VALUES (:id, 'isi')"), rows)
    connection.execute(text("ALTER TABLE tambahan_baru RENAME TO tambahan"))
    triggers.install(connection)


NEWER = replace(SCHEMA, version=VERSION + 1, upgrade=newer)


class Upgraded(Village):
    """Opened by a later program."""

    def steps(self) -> list[Step]:
        return []

    def hold(self, told: list[str]) -> None:
        with self.meja.read() as session:
            ask = session.connection().exec_driver_sql
            assert ask("SELECT count(*) FROM tambahan").scalar_one() == 300
            assert ask("SELECT count(*) FROM orang WHERE catatan = ''").scalar_one() > 0
            assert ask("SELECT 1 FROM sqlite_master WHERE name = 'tambahan_baru'").first() is None


KINDS = (
    Kind("akun", 24, make_new, lambda folder: Accounts(enter(folder))),
    Kind("sandi", 16, make_staffed, lambda folder: Passwords(enter(folder))),
    Kind("impor", 22, make_new, lambda folder: Intake(enter(folder))),
    Kind("kunci", 24, make_listed, lambda folder: Locking(enter(folder))),
    Kind("entri", 26, make_counting, lambda folder: Typing(enter(folder))),
    Kind("final", 28, make_counted, lambda folder: Finals(enter(folder))),
    Kind("dokumen", 8, make_locked, lambda folder: Documents(enter(folder))),
    Kind("ekspor", 14, make_known, lambda folder: Sending(open_both(folder))),
    Kind("terima", 14, make_sent, lambda folder: Receiving(open_both(folder))),
    Kind("cadangan", 18, make_listed, lambda folder: Backups(enter(folder))),
    Kind("migrasi", 22, make_locked, lambda folder: Upgraded(enter(folder, NEWER)), opens=True),
)
"""Another kind of write is one more line here: name, kills in the short run, making, opening."""

WORKING = tuple(kind for kind in KINDS if not kind.opens)
"""The upgrade happens on opening; its refusals are in tests/app/test_schema.py."""
