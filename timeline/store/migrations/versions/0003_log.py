"""Decisions of every kind, numbered within their story; those about publication dates are carried over."""

from __future__ import annotations

import json
from collections import Counter

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the log, and fill it from the edits."""
    log = op.create_table(
        "log",
        sa.Column("story_id", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("edit", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_log_stories", ondelete="CASCADE"),
    )
    count: Counter[str] = Counter()
    for row in op.get_bind().execute(sa.text("SELECT * FROM edits ORDER BY number")).all():
        count[row.story_id] += 1
        edit = {"article_id": row.article_id, "date": row.payload or None, "kind": "set-publication"}
        line = {"story_id": row.story_id, "number": count[row.story_id], "edit": json.dumps(edit)}
        op.get_bind().execute(sa.insert(log).values(**line, who=row.who, at=row.at))
    op.drop_table("edits")


def downgrade() -> None:
    """Go back to publication dates alone; other decisions are lost."""
    edits = op.create_table(
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
    for row in op.get_bind().execute(sa.text("SELECT * FROM log ORDER BY at, number")).all():
        edit = json.loads(row.edit)
        if edit["kind"] == "set-publication":
            line = {"story_id": row.story_id, "article_id": edit["article_id"], "payload": edit["date"] or ""}
            op.get_bind().execute(sa.insert(edits).values(**line, kind="publication", who=row.who, at=row.at))
    op.drop_table("log")
