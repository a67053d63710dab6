"""People with passwords, sessions, API tokens, shares of stories, and tries to log in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "users",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.UniqueConstraint("folded", name="uq_users_folded"),
    )
    op.create_table(
        "sessions",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_sessions_users", ondelete="CASCADE"),
    )
    op.create_table(
        "tokens",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("user_id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_tokens_users", ondelete="CASCADE"),
        sa.UniqueConstraint("sha256", name="uq_tokens_sha256"),
        sa.UniqueConstraint("user_id", "name", name="uq_tokens_user_id_name"),
    )
    op.create_table(
        "shares",
        sa.Column("story_id", sa.String, primary_key=True),
        sa.Column("user_id", sa.Integer, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_shares_stories", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_shares_users", ondelete="CASCADE"),
    )
    op.create_table(
        "tries",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_tries_subject", "tries", ["subject"])


def downgrade() -> None:
    """Drop the tables, the ones that point at others first."""
    for name in ("tries", "shares", "tokens", "sessions", "users"):
        op.drop_table(name)
