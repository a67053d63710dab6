"""Jobs: many sources read into a story, and what became of each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "jobs",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("story_id", sa.String),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
        sa.Column("beat_at", sa.String, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("published", sa.String, nullable=False),
        sa.UniqueConstraint("id", name="uq_jobs_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_jobs_stories", ondelete="SET NULL"),
    )
    op.create_table(
        "job_sources",
        sa.Column("job_id", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_job_sources_jobs", ondelete="CASCADE"),
    )
    op.create_table(
        "job_items",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("job_id", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_job_items_jobs", ondelete="CASCADE"),
    )
    op.create_index("ix_job_items_job_id", "job_items", ["job_id"])


def downgrade() -> None:
    """Drop the tables, the ones that point at others first."""
    for name in ("job_items", "job_sources", "jobs"):
        op.drop_table(name)
