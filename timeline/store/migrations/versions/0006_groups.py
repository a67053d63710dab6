"""A timeline keeps the groups of mentions that it was made of, so that an edit need not find them again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column("timelines", sa.Column("groups", sa.Text, nullable=False, server_default="[[]]"))
    op.add_column("timelines", sa.Column("grouped", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("timelines", "grouped")
    op.drop_column("timelines", "groups")
