"""What stands for a person on a request: a session after a login, or an API token. Kept only as digests."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, insert, or_, select
from sqlalchemy.exc import IntegrityError

from timeline.errors import ConflictError, DeniedError, InputError, LoginError, NotFoundError, ThrottledError
from timeline.store import names
from timeline.store.database import LOGGING_IN, changing, reading, take_turns
from timeline.store.people import People, Role, User, folded
from timeline.store.tables import SESSIONS, TOKENS, TRIES, USERS

SESSION_S = 14 * 24 * 3600
WINDOW_S = 15 * 60
TRIES_OF_AN_ACCOUNT, TRIES_OF_AN_ADDRESS = 10, 50  # failed ones within the window; many people can share an address
PREFIX = "dateline_"  # so that scanners for leaked secrets can know one


@dataclass(frozen=True, slots=True)
class Token:
    """An API token as its owner sees it: not the secret."""

    id: int
    name: str
    at: dt.datetime


class Keys:
    """Sessions and tokens of a store's people."""

    def __init__(self, engine: Engine, people: People, clock: Callable[[], dt.datetime]) -> None:
        self._engine = engine
        self._people = people
        self._clock = clock

    # --- sessions -------------------------------------------------------------------------------------------------

    def login(self, name: str, password: str, address: str) -> str:
        """The secret of a new session. Raises LoginError, ThrottledError.

        Neither says whether there is such a person, and a try counts before it is looked at, so that many at once
        gain nothing.
        """
        user = self._try(name, password, address)
        if user is None:
            raise LoginError("the name or the password is wrong")
        secret = secrets.token_urlsafe(32)
        with changing(self._engine) as db:
            db.execute(delete(SESSIONS).where(SESSIONS.c.until < self._now()))
            row = {"sha256": _digest(secret), "user_id": user.id, "until": self._now() + SESSION_S}
            db.execute(insert(SESSIONS).values(row))
        return secret

    def confirm(self, name: str, password: str, address: str) -> None:
        """Ask somebody who is known for the password once more. Raises DeniedError, ThrottledError."""
        if self._try(name, password, address) is None:
            raise DeniedError("the current password is wrong")

    def session(self, secret: str) -> User | None:
        """Whose session it is; None when it has ended."""
        return self._holder(SESSIONS.c.user_id, SESSIONS.c.sha256 == _digest(secret), SESSIONS.c.until >= self._now())

    def logout(self, secret: str) -> None:
        """End the session."""
        with changing(self._engine) as db:
            db.execute(delete(SESSIONS).where(SESSIONS.c.sha256 == _digest(secret)))

    # --- tokens ---------------------------------------------------------------------------------------------------

    def add_token(self, user: User, name: str) -> str:
        """A new token, told this once. Raises InputError, and ConflictError when the user has one of this name."""
        line, secret = names.one_line(name), PREFIX + secrets.token_urlsafe(32)
        if not line:
            raise InputError("a token needs a name that says what uses it")
        row = {"user_id": user.id, "name": line, "sha256": _digest(secret), "at": self._clock().isoformat()}
        try:
            with changing(self._engine) as db:
                db.execute(insert(TOKENS).values(row))
        except IntegrityError:
            raise ConflictError(f"{user.name!r} has a token {line!r} already; choose another name") from None
        return secret

    def tokens(self, user: User) -> tuple[Token, ...]:
        """The user's tokens, oldest first."""
        with reading(self._engine).connect() as db:
            rows = db.execute(select(TOKENS).where(TOKENS.c.user_id == user.id).order_by(TOKENS.c.id))
            return tuple(Token(row.id, row.name, dt.datetime.fromisoformat(row.at)) for row in rows)

    def revoke_token(self, user: User, name: str) -> None:
        """End the user's token of this name. Raises NotFoundError."""
        line = names.one_line(name)
        with changing(self._engine) as db:
            if not db.execute(delete(TOKENS).where(TOKENS.c.user_id == user.id, TOKENS.c.name == line)).rowcount:
                raise NotFoundError(f"{user.name!r} has no token {line!r}")

    def bearer(self, secret: str) -> User | None:
        """Whose token it is; None when there is no such token."""
        return self._holder(TOKENS.c.user_id, TOKENS.c.sha256 == _digest(secret))

    # --- inside ---------------------------------------------------------------------------------------------------

    def _holder(self, user_id: ColumnElement[int], *where: ColumnElement[bool]) -> User | None:
        with reading(self._engine).connect() as db:
            row = db.execute(select(USERS).where(USERS.c.id == user_id, *where)).one_or_none()
        return None if row is None else User(row.id, row.name, Role(row.role))

    def _try(self, name: str, password: str, address: str) -> User | None:
        """The person, when name and password belong together, and then no try is held against the name.

        The address keeps those for other names, or whoever has one account could guess at all others without end.
        """
        number = self._count_try(name, address)
        user = self._people.check(name, password)
        if user is not None:
            account, _ = _subjects(name, address)
            with changing(self._engine) as db:
                db.execute(delete(TRIES).where(or_(TRIES.c.subject == account, TRIES.c.number == number)))
        return user

    def _count_try(self, name: str, address: str) -> int:
        """The number of the try, as it is held against the address."""
        account, place = _subjects(name, address)
        now = self._now()
        with changing(self._engine) as db:
            take_turns(db, LOGGING_IN)
            db.execute(delete(TRIES).where(TRIES.c.at <= now - WINDOW_S))
            for subject, most in ((account, TRIES_OF_AN_ACCOUNT), (place, TRIES_OF_AN_ADDRESS)):
                _refuse_too_many(db, subject, most, now)
            db.execute(insert(TRIES).values(subject=account, at=now))
            made = db.execute(insert(TRIES).values(subject=place, at=now)).inserted_primary_key
            return int(made[0]) if made else 0

    def _now(self) -> int:
        return int(self._clock().timestamp())


def _refuse_too_many(db: Connection, subject: str, most: int, now: int) -> None:
    query = select(func.count(), func.min(TRIES.c.at)).where(TRIES.c.subject == subject)
    count, first = db.execute(query).one()
    if count >= most:
        wait = first + WINDOW_S - now
        raise ThrottledError(f"too many tries to log in; try again in {-(-wait // 60)} minutes", wait)


def _subjects(name: str, address: str) -> tuple[str, str]:
    return _digest(f"account {folded(name)}"), _digest(f"address {address}")


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
