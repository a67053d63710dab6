"""Stories count their changes, and a timeline says for which of them it holds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COUNTED = ("stories", "timelines")


def upgrade() -> None:
    """Add the column."""
    for table in COUNTED:
        op.add_column(table, sa.Column("revision", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    """Drop the column."""
    for table in COUNTED:
        op.drop_column(table, "revision")
