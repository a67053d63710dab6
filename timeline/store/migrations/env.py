"""Runs the steps in `versions/` on the connection that the store hands over."""

from __future__ import annotations

from alembic import context

from timeline.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,  # ours is: `database.py` begins every transaction itself, also on SQLite
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
