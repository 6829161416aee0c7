"""One file per schema version after the first: `v0002.py` with `upgrade(op)`.

`op` is Alembic's; tables are changed in batch mode. Triggers lost by that are installed again from
their one registry afterwards.
"""
