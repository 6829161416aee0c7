"""Knows every table: imports each step's store and makes or upgrades the tables of a file."""

from sqlalchemy import Connection  # noqa: TID251 -- hands the connection on, asks nothing
from sqlmodel import SQLModel

from pilkades_desk.berita_acara import store as berita_acara_store
from pilkades_desk.calon import store as calon_store
from pilkades_desk.kits.storage import audit_log, triggers
from pilkades_desk.paket import store as paket_store
from pilkades_desk.panitia import store as panitia_store
from pilkades_desk.pemilih import store as pemilih_store
from pilkades_desk.penerimaan import store as penerimaan_store
from pilkades_desk.penghitungan import store as penghitungan_store
from pilkades_desk.tps import store as tps_store

STORES = (
    audit_log,
    panitia_store,
    pemilih_store,
    calon_store,
    tps_store,
    penghitungan_store,
    berita_acara_store,
    paket_store,
    penerimaan_store,
)


def prepare(connection: Connection) -> None:
    """Make the tables and triggers that are not there yet."""
    SQLModel.metadata.create_all(connection)
    triggers.install(connection)
