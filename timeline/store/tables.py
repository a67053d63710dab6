"""The tables. Their history is in `migrations/`; a change here needs a step there."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(column_0_label)s",
    }
)

STORIES = Table(
    "stories",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),  # the order in which they were made
    Column("id", String, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),  # counts the changes of articles and edits
    Column("changed_at", String, nullable=False, server_default=""),  # ISO 8601 with offset; empty: before it was kept
)

ARTICLES = Table(
    "articles",
    METADATA,
    Column("story_id", String, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("article", Text, nullable=False),  # JSON, as it was given
    Column("reading", LargeBinary, nullable=False, server_default=""),  # packed, with the edits applied
    Column("engine", String(64), nullable=False),  # what made the reading
    UniqueConstraint("story_id", "sha256"),
)

LOG = Table(
    "log",
    METADATA,
    Column("story_id", String, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # from 1, within the story
    Column("edit", Text, nullable=False),  # JSON
    Column("who", Text, nullable=False),
    Column("at", String, nullable=False),  # ISO 8601 with offset
)

TIMELINES = Table(
    "timelines",
    METADATA,
    Column("story_id", String, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("engine", String(64), nullable=False),  # what made it
    Column("revision", Integer, nullable=False, server_default="0"),  # of the story when it was made
    Column("timeline", LargeBinary, nullable=False, server_default=""),  # packed
    Column("summary", Text, nullable=False),  # JSON
    Column("groups", Text, nullable=False, server_default="[[]]"),  # JSON: the machine's, which take longest to find
    Column("grouped", String(64), nullable=False, server_default=""),  # digest of the readings that they were found in
)

SEEDS = Table(
    "seeds",
    METADATA,
    Column("sha256", String(64), primary_key=True),  # of the file; stays when its story is deleted
    Column("name", Text, nullable=False),
)

JOBS = Table(
    "jobs",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("story_id", String, ForeignKey("stories.id", ondelete="SET NULL")),  # null: it makes one
    Column("title", Text, nullable=False),  # of the story it makes
    Column("who", Text, nullable=False),
    Column("made_at", String, nullable=False),  # ISO 8601 with offset
    Column("beat_at", String, nullable=False),  # when somebody was last seen to work on it
    Column("sources", Integer, nullable=False, server_default="0"),  # that were given
    Column("total", Integer, nullable=False),  # things in them that are to be read, as far as they were opened
    Column("read", Integer, nullable=False, server_default="0"),  # of these
    Column("columns", Text, nullable=False),  # JSON: an article's field -> a table's column
    Column("published", String, nullable=False),  # ISO date or empty
)

JOB_SOURCES = Table(  # what was not read yet
    "job_sources",
    METADATA,
    Column("job_id", String, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),  # a file's name or an address
    Column("body", LargeBinary),  # the file; null for an address
    Column("total", Integer, nullable=False, server_default="1"),  # things in it, as far as it was opened
    Column("read", Integer, nullable=False, server_default="0"),  # of these
)

JOB_ITEMS = Table(  # what became of what was found
    "job_items",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("job_id", String, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),  # of the source it was found in
    Column("name", Text, nullable=False),
    Column("outcome", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("article_id", String, nullable=False),  # empty when it failed
)

USERS = Table(
    "users",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),  # as its owner writes it
    Column("folded", Text, nullable=False, unique=True),  # as it is compared
    Column("role", String, nullable=False),
    Column("password", Text, nullable=False),  # argon2's hash
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("sha256", String(64), primary_key=True),  # of what the cookie holds
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("until", BigInteger, nullable=False),  # Unix seconds
)

TOKENS = Table(
    "tokens",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False, unique=True),  # of the token
    Column("at", String, nullable=False),  # ISO 8601 with offset
    UniqueConstraint("user_id", "name"),
)

SHARES = Table(
    "shares",
    METADATA,
    Column("story_id", String, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String, nullable=False),
    Column("owns", Boolean, nullable=False, server_default=false()),  # made the story
)

TRIES = Table(
    "tries",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("subject", String(64), nullable=False, index=True),  # digest of an account's name or an address
    Column("at", BigInteger, nullable=False),  # Unix seconds
)
