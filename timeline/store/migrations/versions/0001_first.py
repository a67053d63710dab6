"""Stories, articles, edits, timelines and the seeds that were loaded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "stories",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.UniqueConstraint("id", name="uq_stories_id"),
    )
    op.create_table(
        "articles",
        sa.Column("story_id", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("engine", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_articles_stories", ondelete="CASCADE"),
        sa.UniqueConstraint("story_id", "sha256", name="uq_articles_story_id_sha256"),
    )
    op.create_index("ix_articles_sha256", "articles", ["sha256"])
    op.create_table(
        "edits",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("story_id", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id", "article_id"],
            ["articles.story_id", "articles.id"],
            name="fk_edits_articles",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "timelines",
        sa.Column("story_id", sa.String, primary_key=True),
        sa.Column("engine", sa.String(64), nullable=False),
        sa.Column("timeline", sa.Text, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_timelines_stories", ondelete="CASCADE"),
    )
    op.create_table(
        "seeds",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop the tables, the ones that point at others first."""
    for name in ("seeds", "timelines", "edits", "articles", "stories"):
        op.drop_table(name)
