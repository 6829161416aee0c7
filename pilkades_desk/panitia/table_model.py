"""Step 1's tables: who can open the file, who signs paper, and the log in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from pilkades_desk.core.clock import Zona, laptop_text, moment_text, short_date
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.table import Column, PagedTableModel, TupleTableModel
from pilkades_desk.panitia.cadangan import Ditemukan
from pilkades_desk.panitia.values import Akun, BarisRiwayat, Orang, SebabKunci, SebabOrang

_WORDS = {
    SebabKunci.DIBUAT: "Aktif sejak",
    SebabKunci.DIATUR_ULANG: "Diatur ulang",
    SebabKunci.DIPULIHKAN: "Dipulihkan",
    SebabKunci.DINONAKTIFKAN: "Nonaktif sejak",
}
_SIGNER_WORDS = {
    SebabOrang.DIBUAT: "Aktif sejak",
    SebabOrang.DIATUR_ULANG: "Diatur ulang",
    SebabOrang.DICABUT: "Dicabut",
}


def akun_model(zona: Zona, parent: QObject | None = None) -> TupleTableModel[Akun]:
    """Make the table of accounts; days are those of the village's clock."""

    def state(akun: Akun) -> str:
        return f"{_WORDS[akun.sebab]} {short_date(akun.sejak.astimezone(zona.tz).date())}"

    columns = (
        Column[Akun]("Nama akun", lambda akun: akun.nama, 100),
        Column[Akun]("Nama lengkap", lambda akun: akun.nama_lengkap, 150, takes_rest=True),
        Column[Akun]("Peran", lambda akun: akun.peran.sebutan, 110),
        Column[Akun]("Keadaan", state, 172),
    )
    return TupleTableModel(columns, parent)


def penanda_model(zona: Zona, parent: QObject | None = None) -> TupleTableModel[Orang]:
    """Make the table of signing persons; days are those of the village's clock."""

    def state(orang: Orang) -> str:
        return f"{_SIGNER_WORDS[orang.sebab]} {short_date(orang.sejak.astimezone(zona.tz).date())}"

    columns = (
        Column[Orang]("Nama", lambda orang: orang.nama, 150, takes_rest=True),
        Column[Orang]("Jabatan", lambda orang: orang.jabatan, 114),
        Column[Orang]("TPS", lambda orang: str(orang.unit or "–"), 54, Qt.AlignmentFlag.AlignRight),
        Column[Orang]("Keadaan", state, 172),
    )
    return TupleTableModel(columns, parent)


def riwayat_model(
    zona: Zona,
    fetch: Callable[[Sequence[int]], Sequence[BarisRiwayat]],
    parent: QObject | None = None,
) -> PagedTableModel[BarisRiwayat]:
    """Make the table of the log; only what is looked at is read, so it may be long."""

    def moment(each: BarisRiwayat) -> str:
        return moment_text(each.waktu, zona) if each.waktu else "–"

    columns = (
        Column[BarisRiwayat](
            "Langkah", lambda each: angka(each.seq), 84, Qt.AlignmentFlag.AlignRight
        ),
        Column[BarisRiwayat]("Waktu", moment, 170),
        Column[BarisRiwayat]("Siapa", lambda each: each.siapa, 160),
        Column[BarisRiwayat]("Kejadian", lambda each: each.kalimat, 320, takes_rest=True),
    )
    return PagedTableModel(columns, fetch, parent)


def cadangan_model(parent: QObject | None = None) -> TupleTableModel[Ditemukan]:
    """Make the table of backups found; one that cannot be read says so."""

    def made_at(one: Ditemukan) -> str:
        return laptop_text(one.about.dibuat) if one.about else "–"

    def step(one: Ditemukan) -> str:
        return str(one.about.kepala.seq) if one.about else "–"

    columns = (
        Column[Ditemukan]("Dibuat", made_at, 150),
        Column[Ditemukan]("Tempat", lambda one: one.tempat.value, 130),
        Column[Ditemukan]("Langkah", step, 84, Qt.AlignmentFlag.AlignRight),
        Column[Ditemukan](
            "Keadaan",
            lambda one: "terbaca" if one.about else "rusak",
            96,
            tone=lambda one: "ok" if one.about else "bad",
        ),
        Column[Ditemukan]("Berkas", lambda one: one.path.name, 220, takes_rest=True),
    )
    return TupleTableModel(columns, parent)
