"""SQLCipher, SQLAlchemy, Alembic: one encrypted election file."""
