"""Runs a migration on the connection it is given; the same engine settings as always."""

from alembic import context
from sqlmodel import SQLModel

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    include_object=context.config.attributes.get("include_object"),
)
context.run_migrations()
