"""Who may use a store that several share: names, roles, passwords."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from timeline.errors import ConflictError, InputError, NotFoundError
from timeline.store import names
from timeline.store.database import changing, reading
from timeline.store.tables import SESSIONS, USERS

SHORTEST_PASSWORD, LONGEST_PASSWORD = (
    12,
    1000,
)  # characters; hashing a longer one would cost the server, not the guesser
LONGEST_USER_NAME = 80
LARGEST_NUMBER = 2**31 - 1  # that a database's integer holds; there is no account 0


class Role(StrEnum):
    """What a person may do, from least to most."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        """0 for the least."""
        return list(Role).index(self)


@dataclass(frozen=True, slots=True)
class User:
    """A person with an account."""

    id: int
    name: str
    role: Role


class People:
    """The accounts of a store."""

    def __init__(self, engine: Engine, hasher: PasswordHasher) -> None:
        self._engine = engine
        self._hasher = hasher

    @cached_property
    def _nobodys(self) -> str:
        """What is compared when there is no such person, so that it takes as long."""
        return self._hasher.hash(secrets.token_urlsafe())

    def exist(self) -> bool:
        """There is at least one account."""
        with reading(self._engine).connect() as db:
            return db.execute(select(USERS.c.id).limit(1)).first() is not None

    def all(self) -> tuple[User, ...]:
        """Everyone, by name."""
        with reading(self._engine).connect() as db:
            return tuple(map(_user, db.execute(select(USERS).order_by(USERS.c.folded))))

    def find(self, name: str) -> User:
        """The person of this name. Raises NotFoundError."""
        with reading(self._engine).connect() as db:
            return found(db, name)

    def get(self, number: int) -> User:
        """The person whose account has this number. Raises NotFoundError."""
        with reading(self._engine).connect() as db:
            wanted = select(USERS).where(USERS.c.id == (number if number <= LARGEST_NUMBER else 0))
            row = db.execute(wanted).one_or_none()
        if row is None:
            raise NotFoundError(f"there is no account {number}")
        return _user(row)

    def known(self, name: str) -> User | None:
        """The person of this name; None for nobody's, or that of an account that was closed."""
        with reading(self._engine).connect() as db:
            row = db.execute(select(USERS).where(USERS.c.folded == folded(name))).one_or_none()
        return None if row is None else _user(row)

    def add(self, name: str, role: Role, password: str) -> User:
        """A new account. The first one is an admin's. Raises InputError, and ConflictError when the name is taken."""
        shown = names.one_line(name)
        if not shown or len(shown) > LONGEST_USER_NAME:
            raise InputError(f"a person's name has 1 to {LONGEST_USER_NAME} characters, not {len(shown)}")
        row = {"name": shown, "folded": folded(name), "role": role.value, "password": self._hashed(shown, password)}
        try:
            with changing(self._engine) as db:
                if role is not Role.ADMIN and not _admins(db):
                    raise ConflictError(f"the first account has to be an admin's; give {shown!r} the role admin")
                db.execute(insert(USERS).values(row))
                return found(db, name)
        except IntegrityError:
            raise ConflictError(f"there is an account {shown!r} already; choose another name") from None

    def set_role(self, name: str, role: Role) -> User:
        """The person with another role. Raises NotFoundError, and ConflictError for the last admin."""
        with changing(self._engine) as db:
            user = found(db, name)
            if role is not Role.ADMIN:
                _spare_the_last_admin(db, user)
            db.execute(update(USERS).where(USERS.c.id == user.id).values(role=role.value))
        return User(user.id, user.name, role)

    def set_password(self, name: str, password: str) -> None:
        """Replace the password; who is logged in under this name is not any more. Raises NotFoundError, InputError."""
        user = self.find(name)
        hashed = self._hashed(user.name, password)
        with changing(self._engine) as db:
            db.execute(update(USERS).where(USERS.c.id == user.id).values(password=hashed))
            db.execute(delete(SESSIONS).where(SESSIONS.c.user_id == user.id))

    def remove(self, name: str) -> None:
        """Close the account; its edits stay in the log. Raises NotFoundError, and ConflictError for the last admin."""
        with changing(self._engine) as db:
            user = found(db, name)
            _spare_the_last_admin(db, user)
            db.execute(delete(USERS).where(USERS.c.id == user.id))

    def check(self, name: str, password: str) -> User | None:
        """The person, when name and password belong together; it takes as long when there is no such person."""
        with reading(self._engine).connect() as db:
            row = db.execute(select(USERS).where(USERS.c.folded == folded(name))).one_or_none()
        nobodys = self._nobodys
        try:
            self._hasher.verify(nobodys if row is None else row.password, password[: LONGEST_PASSWORD + 1])
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return None
        return None if row is None else _user(row)

    def _hashed(self, name: str, password: str) -> str:
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise InputError(
                f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD:,} characters, not {len(password)}"
            )
        if folded(password) == folded(name):
            raise InputError("a password is not one's own name")
        try:
            return self._hasher.hash(password)
        except UnicodeEncodeError:
            raise InputError("the password holds half a character (a lone surrogate); type another") from None


def folded(name: str) -> str:
    """The name as it is compared: without difference of case, width or spaces."""
    return names.one_line(unicodedata.normalize("NFKC", name)).casefold()


def found(db: Connection, name: str) -> User:
    """The person of this name. Raises NotFoundError."""
    row = db.execute(select(USERS).where(USERS.c.folded == folded(name))).one_or_none()
    if row is None:
        raise NotFoundError(f"nobody has the account {names.one_line(name)!r}")
    return _user(row)


def _user(row: object) -> User:
    return User(row.id, row.name, Role(row.role))  # type: ignore[attr-defined]


def _admins(db: Connection) -> int:
    return int(db.execute(select(func.count()).where(USERS.c.role == Role.ADMIN.value)).scalar_one())


def _spare_the_last_admin(db: Connection, user: User) -> None:
    db.execute(select(USERS.c.id).where(USERS.c.role == Role.ADMIN.value).with_for_update()).all()
    if user.role is Role.ADMIN and _admins(db) == 1:
        raise ConflictError(f"{user.name!r} is the only admin; make somebody else one first")
