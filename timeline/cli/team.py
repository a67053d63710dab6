"""The commands of whoever runs a store for others: accounts, shares, tokens, backup."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import DATABASE, Database, Story
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.store import Role, Store


class Roles(StrEnum):
    """The store's roles, named here because the store takes long to load; a test compares."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


Name = Annotated[str, typer.Argument(metavar="NAME", help="A person's name, as it is typed at the login.")]
TokenName = Annotated[str, typer.Argument(metavar="TOKEN", help="What the token is for, like nightly-import.")]
RoleOption = Annotated[
    Roles,
    typer.Option(
        help="reader: sees the stories given to them. editor: also makes stories, and changes those given to edit. "
        "admin: sees all, and gives accounts and stories."
    ),
]

users = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Accounts. As soon as there is one, everybody has to log in.\n\n"
    "Begin with: users add NAME --role admin. The password is asked for, or read from standard input.",
)
tokens = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="API tokens. A program that sends one as “Authorization: Bearer TOKEN” may do what its owner may do.",
)


@users.command(name="add", epilog="Example: python -m timeline users add Ada --role admin")
def add_user(name: Name, role: RoleOption = Roles.READER, database: Database = str(DATABASE)) -> None:
    """Give somebody an account; the first one is an admin's."""
    user = _store(database, make=True).people.add(name, _role(role), _password(name))
    typer.echo(f"{user.name} has an account as {user.role}", err=True)


@users.command(name="list", epilog="Example: python -m timeline users list")
def list_users(database: Database = str(DATABASE)) -> None:
    """Show everyone with an account, and their roles."""
    for user in _store(database).people.all():
        typer.echo(f"{user.role}\t{user.name}")


@users.command(name="role", epilog="Example: python -m timeline users role Bea editor")
def set_role(
    name: Name,
    role: Annotated[Roles, typer.Argument(help="What they may do from now on.")],
    database: Database = str(DATABASE),
) -> None:
    """Give somebody another role; it holds at once."""
    user = _store(database).people.set_role(name, _role(role))
    typer.echo(f"{user.name} is {user.role}", err=True)


@users.command(name="password", epilog="Example: python -m timeline users password Bea")
def set_password(name: Name, database: Database = str(DATABASE)) -> None:
    """Give somebody another password; whoever is logged in under this name is not any more."""
    store = _store(database)
    store.people.set_password(store.people.find(name).name, _password(name))
    typer.echo(f"{name} has another password", err=True)


@users.command(name="remove", epilog="Example: python -m timeline users remove Bea")
def remove_user(name: Name, database: Database = str(DATABASE)) -> None:
    """Close an account, with its sessions and tokens; what it edited stays, with its name."""
    _store(database).people.remove(name)
    typer.echo(f"{name} has no account any more", err=True)


@users.command(name="share", epilog="Example: python -m timeline users share green-zone-rockets Bea --role editor")
def share(story: Story, name: Name, role: RoleOption = Roles.READER, database: Database = str(DATABASE)) -> None:
    """Let somebody see a story, and with --role editor change it."""
    _store(database).shares.give(story, name, _role(role))
    typer.echo(f"{name} sees {story} as {role}", err=True)


@users.command(name="unshare", epilog="Example: python -m timeline users unshare green-zone-rockets Bea")
def unshare(story: Story, name: Name, database: Database = str(DATABASE)) -> None:
    """Hide a story from somebody; for them it does not exist then."""
    _store(database).shares.take(story, name)
    typer.echo(f"{name} does not see {story} any more", err=True)


@users.command(name="shares", epilog="Example: python -m timeline users shares green-zone-rockets")
def list_shares(story: Story, database: Database = str(DATABASE)) -> None:
    """Show who was given a story; admins see every story."""
    for share in _store(database).shares.of(story):
        typer.echo(f"{share.role}\t{share.name}" + "\tmade it" * share.owns)


@tokens.command(name="add", epilog="Example: python -m timeline tokens add Bea nightly-import")
def add_token(name: Name, token: TokenName, database: Database = str(DATABASE)) -> None:
    """Make a token for somebody and print it, this once: the store keeps only its digest."""
    store = _store(database)
    typer.echo(store.keys.add_token(store.people.find(name), token))


@tokens.command(name="list", epilog="Example: python -m timeline tokens list Bea")
def list_tokens(name: Name, database: Database = str(DATABASE)) -> None:
    """Show somebody's tokens, and when each was made."""
    store = _store(database)
    for token in store.keys.tokens(store.people.find(name)):
        typer.echo(f"{token.at:%Y-%m-%d}\t{token.name}")


@tokens.command(name="revoke", epilog="Example: python -m timeline tokens revoke Bea nightly-import")
def revoke_token(name: Name, token: TokenName, database: Database = str(DATABASE)) -> None:
    """End one of somebody's tokens; it holds at once."""
    store = _store(database)
    store.keys.revoke_token(store.people.find(name), token)
    typer.echo(f"the token {token} is revoked", err=True)


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The copy; it must not exist yet.")],
    database: Database = str(DATABASE),
) -> None:
    """Copy the store into a file, also while a server runs.

    The copy is a store like any other: serve --database FILE opens it. For PostgreSQL use pg_dump.
    """
    from timeline.store.backup import backup as copy

    copy(database, target)
    typer.echo(f"copied to {target}", err=True)


def _store(database: str, *, make: bool = False) -> Store:
    from timeline.store import Store

    if not make and "://" not in database and not Path(database).exists():
        raise InputError(
            f"there is no store {database!r} yet; make it with the first account: users add NAME --role admin"
        )
    return Store(database)


def _role(role: Roles) -> Role:
    from timeline.store import Role

    return Role(role)


def _password(name: str) -> str:
    """Typed twice on a terminal, else the first line of standard input."""
    if sys.stdin.isatty():
        typed: str = typer.prompt(f"Password of {name}", hide_input=True, confirmation_prompt=True, err=True)
        return typed
    return sys.stdin.readline().rstrip("\r\n")
