"""Readings and timelines are kept compressed; those that are there are made anew when they are asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bytes in the place of text."""
    _replace(sa.LargeBinary())


def downgrade() -> None:
    """Text in the place of bytes."""
    _replace(sa.Text())


def _replace(kind: sa.types.TypeEngine[bytes] | sa.types.TypeEngine[str]) -> None:
    for table, name in (("articles", "reading"), ("timelines", "timeline")):
        op.execute(sa.text(f"UPDATE {table} SET engine = ''"))  # noqa: S608 - our own names
        with op.batch_alter_table(table) as batch:
            batch.drop_column(name)
            batch.add_column(sa.Column(name, kind, nullable=False, server_default=""))
