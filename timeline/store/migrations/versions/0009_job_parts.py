"""A job counts the things in its sources, and how many of them are read, beside the sources themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

READ = """
UPDATE jobs SET sources = total, read = total - (SELECT COUNT(*) FROM job_sources WHERE job_sources.job_id = jobs.id)
"""


def upgrade() -> None:
    """Add the columns; what was read so far are sources."""
    for table, name, number in (("jobs", "sources", 0), ("jobs", "read", 0), ("job_sources", "total", 1)):
        _add(table, name, number)
    _add("job_sources", "read", 0)
    op.execute(READ)


def downgrade() -> None:
    """Drop the columns; the total is one of sources again."""
    op.execute("UPDATE jobs SET total = sources")
    for table, name in (("jobs", "sources"), ("jobs", "read"), ("job_sources", "total"), ("job_sources", "read")):
        op.drop_column(table, name)


def _add(table: str, name: str, number: int) -> None:
    op.add_column(table, sa.Column(name, sa.Integer, nullable=False, server_default=str(number)))
