"""Knows every table: imports each step's store and makes or upgrades the tables of a file."""

from importlib import import_module

from sqlalchemy import Connection  # noqa: TID251 -- hands the connection on, asks nothing
from sqlmodel import SQLModel

from pilkades_desk.berita_acara import store as berita_acara_store
from pilkades_desk.calon import store as calon_store
from pilkades_desk.kits.storage import audit_log, triggers
from pilkades_desk.kits.storage.election_file import OriginTable, Schema
from pilkades_desk.paket import store as paket_store
from pilkades_desk.panitia import store as panitia_store
from pilkades_desk.panitia.kalender import store as kalender_store
from pilkades_desk.panitia.naskah import store as naskah_store
from pilkades_desk.panitia.profil import store as profil_store
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.pemilih.bagian import store as bagian_store
from pilkades_desk.pemilih.coklit import store as coklit_store
from pilkades_desk.pemilih.dpt import store as dpt_store
from pilkades_desk.pemilih.ganda import store as ganda_store
from pilkades_desk.pemilih.impor import store as impor_store
from pilkades_desk.pemilih.kini import store as kini_store
from pilkades_desk.pemilih.pemetaan import store as pemetaan_store
from pilkades_desk.pemilih.usul import store as usul_store
from pilkades_desk.penerimaan import store as penerimaan_store
from pilkades_desk.penghitungan import store as penghitungan_store
from pilkades_desk.tps import store as tps_store

MIGRATIONS = "pilkades_desk.app.migrations"
STORES = (
    audit_log,
    panitia_store,
    profil_store,
    kalender_store,
    naskah_store,
    pemilih_store,
    kini_store,
    dpt_store,
    pemetaan_store,
    ganda_store,
    usul_store,
    impor_store,
    bagian_store,
    coklit_store,
    calon_store,
    tps_store,
    penghitungan_store,
    berita_acara_store,
    paket_store,
    penerimaan_store,
)


VERSION = 7
"""Raised with every change of a table; then `migrations/` gets the step from the one before."""


def create(connection: Connection) -> None:
    """Make every table and trigger in an empty file (S-011)."""
    SQLModel.metadata.create_all(connection)
    triggers.install(connection)


def upgrade(connection: Connection, start: int) -> None:
    """Walk the migrations from the version a file has; each is `vNNNN.upgrade(op)`."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    op = Operations(MigrationContext.configure(connection))
    for version in range(start + 1, VERSION + 1):
        import_module(f"{MIGRATIONS}.v{version:04d}").upgrade(op)
    triggers.install(connection)


ORIGINS = (
    OriginTable("desa", "pemilihan", ("id", "kode_desa", "desa")),
    OriginTable("kabupaten", "meja_kabupaten", ("id", "kode_kabupaten", "kabupaten")),
)
COUNTED = {
    "pemilih": ("pemilih", "id"),
    "unit final": ("form_final", "unit"),
    "dokumen": ("dokumen", "id"),
    "desa": ("desa", "kode_desa"),
    "paket masuk": ("paket_masuk", "nomor"),
}
"""What a backup counts: words → table and the column whose different values count."""
SCHEMA = Schema(VERSION, create, upgrade, ORIGINS, COUNTED)
