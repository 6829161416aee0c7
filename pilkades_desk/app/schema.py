"""Knows every table: imports each step's store and makes or upgrades the tables of a file."""

from sqlalchemy import Connection  # noqa: TID251 -- hands the connection on, asks nothing
from sqlmodel import SQLModel

from pilkades_desk.kits.storage import audit_log, triggers
from pilkades_desk.panitia import store as panitia_store
from pilkades_desk.penghitungan import store as penghitungan_store

STORES = (audit_log, panitia_store, penghitungan_store)


def prepare(connection: Connection) -> None:
    """Make the tables and triggers that are not there yet."""
    SQLModel.metadata.create_all(connection)
    triggers.install(connection)
