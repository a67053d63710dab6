"""Which story was given to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Engine, delete, insert, select, update

from timeline.errors import NotFoundError
from timeline.store import queries
from timeline.store.database import changing, reading
from timeline.store.people import Role, User, found
from timeline.store.tables import SHARES, USERS


@dataclass(frozen=True, slots=True)
class Share:
    """A person who was given a story, and what that allows in it."""

    name: str
    role: Role
    owns: bool = False  # made the story, and as an editor may delete it
    id: int = field(default=0, compare=False)  # of the person's account


class Shares:
    """The shares of a store's stories. An admin needs none; what a reader was given can only be read."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def give(self, story_id: str, name: str, role: Role) -> None:
        """Let the person see the story, and with Role.EDITOR change it; whose it is stays. Raises NotFoundError."""
        with changing(self._engine) as db:
            queries.title(db, story_id, lock=True)
            user = found(db, name)
            its = (SHARES.c.story_id == story_id, SHARES.c.user_id == user.id)
            if not db.execute(update(SHARES).where(*its).values(role=role.value)).rowcount:
                db.execute(insert(SHARES).values(story_id=story_id, user_id=user.id, role=role.value))

    def take(self, story_id: str, name: str) -> None:
        """Hide the story from the person again. Raises NotFoundError when it was not given."""
        with changing(self._engine) as db:
            queries.title(db, story_id, lock=True)
            user = found(db, name)
            gone = db.execute(delete(SHARES).where(SHARES.c.story_id == story_id, SHARES.c.user_id == user.id))
            if not gone.rowcount:
                raise NotFoundError(f"story {story_id!r} is not shared with {user.name!r}")

    def of(self, story_id: str) -> tuple[Share, ...]:
        """Who was given the story, by name. Raises NotFoundError."""
        query = select(USERS.c.id, USERS.c.name, SHARES.c.role, SHARES.c.owns).join(
            SHARES, SHARES.c.user_id == USERS.c.id
        )
        with reading(self._engine).connect() as db:
            queries.title(db, story_id)
            rows = db.execute(query.where(SHARES.c.story_id == story_id).order_by(USERS.c.folded))
            return tuple(Share(row.name, Role(row.role), row.owns, row.id) for row in rows)

    def to(self, user: User) -> Mapping[str, Share]:
        """The stories that were given to the person, each with what the person may do in it."""
        query = select(SHARES.c.story_id, SHARES.c.role, SHARES.c.owns).where(SHARES.c.user_id == user.id)
        with reading(self._engine).connect() as db:
            return {row.story_id: _to(user, Role(row.role), owns=row.owns) for row in db.execute(query)}


def _to(user: User, role: Role, *, owns: bool) -> Share:
    """A reader only reads, whatever was given."""
    return Share(user.name, min(user.role, role, key=lambda role: role.rank), owns, user.id)
