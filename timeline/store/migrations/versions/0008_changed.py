"""A story keeps when it was last changed; of older ones the log's last entry says it, if there is one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

LAST = """
UPDATE stories SET changed_at = COALESCE((SELECT MAX(log.at) FROM log WHERE log.story_id = stories.id), '')
"""


def upgrade() -> None:
    """Add the column."""
    op.add_column("stories", sa.Column("changed_at", sa.String, nullable=False, server_default=""))
    op.execute(LAST)


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("stories", "changed_at")
