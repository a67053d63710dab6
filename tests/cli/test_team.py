"""Running it for a team: accounts from the command line, a server that others reach."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import urllib.error
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.cli.serving import DATELINE, serve
from timeline.cli import app
from timeline.cli.server import Settings
from timeline.cli.team import Roles
from timeline.store import Role, Share, Store

PASSWORD = "correct horse battery\n"


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "s.sqlite")


def run(database: str, *arguments: str, given: str = PASSWORD) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [*arguments, "--database", database], input=given)
    return done.exit_code, done.stdout, done.stderr


def test_the_command_line_knows_the_roles_of_the_store() -> None:
    assert list(Roles) == [str(role) for role in Role]


def test_accounts_are_made_changed_and_closed(database: str) -> None:
    assert run(database, "users", "add", "Ada", "--role", "admin") == (0, "", "Ada has an account as admin\n")
    assert run(database, "users", "add", "Bea") == (0, "", "Bea has an account as reader\n")
    assert run(database, "users", "role", "bea", "editor") == (0, "", "Bea is editor\n")
    assert run(database, "users", "list") == (0, "admin\tAda\neditor\tBea\n", "")
    assert run(database, "users", "password", "Bea", given="another good password\n")[0] == 0
    assert Store(database).people.check("Bea", "another good password")
    assert run(database, "users", "remove", "Bea") == (0, "", "Bea has no account any more\n")
    assert run(database, "users", "list")[1] == "admin\tAda\n"


def test_a_story_is_given_and_hidden_again(database: str) -> None:
    store = Store(database)
    story = store.create_story("Floods")
    run(database, "users", "add", "Ada", "--role", "admin")
    run(database, "users", "add", "Bea", "--role", "editor")
    assert run(database, "users", "share", story, "Bea", "--role", "editor")[2] == "Bea sees floods as editor\n"
    assert store.shares.to(store.people.find("Bea")) == {story: Share("Bea", Role.EDITOR)}
    assert run(database, "users", "unshare", story, "Bea")[0] == 0
    assert store.shares.to(store.people.find("Bea")) == {}


def test_a_token_is_printed_once_listed_and_revoked(database: str) -> None:
    run(database, "users", "add", "Ada", "--role", "admin")
    code, secret, _ = run(database, "tokens", "add", "ada", "nightly")
    assert code == 0
    keys = Store(database).keys
    assert keys.bearer(secret.strip())
    listed = run(database, "tokens", "list", "ada")[1]
    assert listed.endswith("\tnightly\n")
    assert secret.strip() not in listed
    assert run(database, "tokens", "revoke", "ada", "nightly")[0] == 0
    assert keys.bearer(secret.strip()) is None


@pytest.mark.parametrize(
    ("arguments", "given", "sentence"),
    [
        (("users", "list"), "", "there is no store"),
        (("users", "add", "Bea"), PASSWORD, "the first account has to be an admin's; give 'Bea' the role admin"),
        (("users", "add", "Ada", "--role", "admin"), "short\n", "a password has 12 to 1,000 characters, not 5"),
        (("users", "add", "Ada", "--role", "admin"), "", "a password has 12 to 1,000 characters, not 0"),
    ],
)
def test_what_can_not_be_is_one_sentence(database: str, arguments: tuple[str, ...], given: str, sentence: str) -> None:
    code, out, said = run(database, *arguments, given=given)
    assert (code, out) == (1, "")
    assert sentence in said
    assert len(said.splitlines()) == 1


def test_a_copy_is_made_and_none_is_written_over(database: str, tmp_path: Path) -> None:
    Store(database).create_story("Floods")
    copy = tmp_path / "copy.sqlite"
    assert run(database, "backup", str(copy)) == (0, "", f"copied to {copy}\n")
    assert run(database, "backup", str(copy))[0] == 1
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT id FROM stories").fetchall() == [("floods",)]


# --- serving ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "dateline.example"])
def test_a_server_for_others_does_not_start_without_accounts(database: str, host: str) -> None:
    command = [*DATELINE, "serve", "--host", host, "--port", "0", "--database", database]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        f"error: {host} can be reached from other machines, and nobody has an account yet; make the first one: "
        "python -m timeline users add NAME --role admin\n"
    )


@pytest.mark.parametrize(
    ("host", "names", "loopback", "trusted"),
    [
        ("127.0.0.1", (), True, {"127.0.0.1", "localhost"}),
        ("127.0.0.2", (), True, {"127.0.0.1", "127.0.0.2", "localhost"}),
        ("localhost", ("dateline.example",), True, {"127.0.0.1", "localhost", "dateline.example"}),
        ("::1", (), True, None),
        ("0.0.0.0", (), False, None),
        ("0.0.0.0", ("dateline.example",), False, {"dateline.example"}),
        ("dateline.example", (), False, None),
    ],
)
def test_which_names_a_server_answers_to(
    host: str, names: tuple[str, ...], loopback: bool, trusted: set[str] | None
) -> None:
    settings = Settings(host, names=names)
    assert settings.is_loopback == loopback
    assert (set(settings.trusted_hosts) if settings.trusted_hosts else None) == trusted


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_server_for_others_asks_for_a_login_logs_and_counts(database: str, tmp_path: Path, workers: str) -> None:
    store = Store(database)
    token = store.keys.add_token(store.people.add("Ada", Role.ADMIN, PASSWORD), "test")
    bearer = {"Authorization": f"Bearer {token}"}
    with serve(tmp_path, database, "--host", "0.0.0.0", "--workers", workers) as server:
        for _ in range(6):
            with pytest.raises(urllib.error.HTTPError, match="401"):
                server.get("api/v1/stories")
        assert json.loads(server.get("api/v1/stories", **bearer))["stories"] == []
        assert "Log in" in server.get("")
        figures = server.get("metrics", **bearer)
        assert 'dateline_requests_total{method="GET",route="/api/v1/stories",status="401"} 6.0' in figures
        server.process.terminate()
        assert server.process.stderr is not None
        lines = [json.loads(line) for line in server.process.stderr.read().splitlines() if line.startswith("{")]
    answered = [line for line in lines if line["message"] == "answered"]
    assert [line["status"] for line in answered if line["route"] == "/api/v1/stories"] == [401] * 6 + [200]
    assert [line["user"] for line in answered if line["route"] == "/metrics"] == ["Ada"]
    assert token not in json.dumps(lines)
