from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from timeline import articles
from timeline.errors import ConflictError, InputError, LoginError, NotFoundError, ThrottledError, TimelineError
from timeline.store import Role, Share, Store, User
from timeline.store.keys import SESSION_S, TRIES_OF_AN_ACCOUNT, TRIES_OF_AN_ADDRESS, WINDOW_S

PASSWORD = "correct horse battery"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Clock:
    def __init__(self) -> None:
        self.at = dt.datetime(2021, 3, 12, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.at

    def wait(self, seconds: int) -> None:
        self.at += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(location: str, clock: Clock) -> Iterator[Store]:
    store = Store(location, clock=clock, hasher=QUICK)
    store.people.add("Ada", Role.ADMIN, PASSWORD)
    yield store
    store.close()


@pytest.fixture
def bea(store: Store) -> User:
    return store.people.add("Bea", Role.EDITOR, PASSWORD)


def told(store: Store, table: str) -> str:
    with store._database.connect() as db:
        return repr(db.execute(text(f"SELECT * FROM {table}")).all())


# --- accounts ---------------------------------------------------------------------------------------------------------


def test_a_store_begins_without_accounts_and_the_first_is_an_admins(location: str) -> None:
    store = Store(location, hasher=QUICK)
    assert not store.people.exist()
    with pytest.raises(ConflictError, match="the first account has to be an admin's; give 'Bea' the role admin"):
        store.people.add("Bea", Role.EDITOR, PASSWORD)
    assert store.people.add("Ada", Role.ADMIN, PASSWORD).role is Role.ADMIN
    assert store.people.exist()


def test_a_password_is_kept_as_a_hash_that_only_it_fits(store: Store, bea: User) -> None:
    assert store.people.check("Bea", PASSWORD) == bea
    assert store.people.check("Bea", PASSWORD + "x") is None
    assert store.people.check("Nobody", PASSWORD) is None
    assert "$argon2id$" in told(store, "users")
    assert PASSWORD not in told(store, "users")


@pytest.mark.parametrize("written", ["ada", " ADA ", "Ａｄａ"])
def test_a_name_is_one_name_in_any_case_and_width(store: Store, written: str) -> None:
    assert store.people.find(written).name == "Ada"
    with pytest.raises(ConflictError, match="there is an account"):
        store.people.add(written, Role.READER, PASSWORD)


HOSTILE = ["<script>alert(1)</script>", "Robert'); DROP TABLE users;--", "=cmd()", "\u202eevil", "Zoë 😀", "../../etc"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_may_hold_anything_that_is_on_one_line(store: Store, name: str) -> None:
    user = store.people.add(name, Role.READER, PASSWORD)
    assert store.people.find(name) == user
    assert store.people.check(name, PASSWORD) == user


@pytest.mark.parametrize(
    ("call", "kind", "sentence"),
    [
        (
            lambda p: p.add(" \x00\n", Role.READER, PASSWORD),
            InputError,
            "a person's name has 1 to 80 characters, not 0",
        ),
        (lambda p: p.add("x" * 81, Role.READER, PASSWORD), InputError, "1 to 80 characters, not 81"),
        (lambda p: p.add("Cem", Role.READER, "short"), InputError, "12 to 1,000 characters, not 5"),
        (lambda p: p.add("Cem", Role.READER, "x" * 1001), InputError, "not 1001"),
        (lambda p: p.add("Maximiliana K", Role.READER, "maximiliana k"), InputError, "not one's own name"),
        (lambda p: p.add("Cem", Role.READER, "half a character \ud83d"), InputError, "half a character"),
        (lambda p: p.find("Cem"), NotFoundError, "nobody has the account 'Cem'"),
        (lambda p: p.set_role("Cem", Role.READER), NotFoundError, "nobody"),
        (lambda p: p.set_password("Cem", PASSWORD), NotFoundError, "nobody"),
        (lambda p: p.remove("Ada"), ConflictError, "'Ada' is the only admin; make somebody else one first"),
        (lambda p: p.set_role("Ada", Role.EDITOR), ConflictError, "the only admin"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence(
    store: Store, call: Callable[[object], object], kind: type[TimelineError], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence):
        call(store.people)
    assert [user.name for user in store.people.all()] == ["Ada"]


def test_the_last_admin_stays_when_two_resign_at_once(store: Store) -> None:
    store.people.add("Bea", Role.ADMIN, PASSWORD)
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(store.people.set_role, name, Role.EDITOR) for name in ("Ada", "Bea")]
        assert sorted(future.exception() is None for future in done) == [False, True]
    assert [user.role for user in store.people.all()].count(Role.ADMIN) == 1


# --- sessions ---------------------------------------------------------------------------------------------------------


def test_a_session_is_its_owners_until_it_ends(store: Store, bea: User, clock: Clock) -> None:
    keys = store.keys
    secret = keys.login("bea", PASSWORD, "10.0.0.1")
    assert keys.session(secret) == bea
    assert secret not in told(store, "sessions")
    clock.wait(SESSION_S + 1)
    assert keys.session(secret) is None


def test_every_login_makes_another_session_and_a_logout_ends_one(store: Store, bea: User) -> None:
    keys = store.keys
    first, second = (keys.login("Bea", PASSWORD, "10.0.0.1") for _ in "12")
    assert first != second
    keys.logout(first)
    assert (keys.session(first), keys.session(second)) == (None, bea)


def test_another_password_or_none_ends_every_session(store: Store, bea: User) -> None:
    secret = store.keys.login("Bea", PASSWORD, "10.0.0.1")
    store.people.set_password("Bea", "another " + PASSWORD)
    assert store.keys.session(secret) is None
    secret = store.keys.login("Bea", "another " + PASSWORD, "10.0.0.1")
    store.people.remove("Bea")
    assert store.keys.session(secret) is None


def test_another_role_holds_in_sessions_that_are_open(store: Store, bea: User) -> None:
    secret = store.keys.login("Bea", PASSWORD, "10.0.0.1")
    assert store.people.set_role("Bea", Role.READER) == store.keys.session(secret) == User(bea.id, "Bea", Role.READER)


# --- throttle ---------------------------------------------------------------------------------------------------------


def fail(store: Store, name: str, address: str) -> None:
    with pytest.raises(LoginError, match="the name or the password is wrong"):
        store.keys.login(name, "a wrong password", address)


@pytest.mark.parametrize("name", ["Ada", "Nobody"])
def test_an_account_is_closed_for_a_while_after_many_wrong_passwords(store: Store, clock: Clock, name: str) -> None:
    for number in range(TRIES_OF_AN_ACCOUNT):
        fail(store, name, f"10.0.0.{number}")
    with pytest.raises(ThrottledError, match="too many tries to log in; try again in 15 minutes") as refused:
        store.keys.login(name, PASSWORD, "10.0.1.1")
    assert refused.value.wait_s == WINDOW_S
    clock.wait(WINDOW_S)
    if name == "Ada":
        assert store.keys.session(store.keys.login(name, PASSWORD, "10.0.1.1"))


def test_an_address_is_closed_after_many_names_but_no_other_address(store: Store) -> None:
    for number in range(TRIES_OF_AN_ADDRESS):
        fail(store, f"guess {number}", "10.0.0.1")
    with pytest.raises(ThrottledError):
        store.keys.login("Ada", PASSWORD, "10.0.0.1")
    assert store.keys.login("Ada", PASSWORD, "10.0.0.2")


def test_a_right_password_forgets_the_wrong_ones(store: Store) -> None:
    for _ in range(2):
        for _ in range(TRIES_OF_AN_ACCOUNT - 1):
            fail(store, "Ada", "10.0.0.1")
        assert store.keys.login("Ada", PASSWORD, "10.0.0.1")


def test_many_guesses_at_once_gain_nothing(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        done = [pool.submit(store.keys.login, "Ada", "a wrong password", f"10.0.0.{n}") for n in range(30)]
        kinds = [type(future.exception()) for future in done]
    assert kinds.count(LoginError) == TRIES_OF_AN_ACCOUNT
    assert kinds.count(ThrottledError) == 30 - TRIES_OF_AN_ACCOUNT


# --- tokens -----------------------------------------------------------------------------------------------------------


def test_a_token_is_told_once_and_works_until_it_is_revoked(store: Store, bea: User, clock: Clock) -> None:
    keys = store.keys
    secret = keys.add_token(bea, "nightly import")
    assert keys.bearer(secret) == bea
    assert secret not in told(store, "tokens")
    assert [(t.name, t.at) for t in keys.tokens(bea)] == [("nightly import", clock.at)]
    keys.revoke_token(bea, "nightly import")
    assert keys.bearer(secret) is None
    with pytest.raises(NotFoundError, match="'Bea' has no token 'nightly import'"):
        keys.revoke_token(bea, "nightly import")


def test_tokens_are_named_each_differently_and_are_ones_own(store: Store, bea: User) -> None:
    store.keys.add_token(bea, "import")
    with pytest.raises(ConflictError, match="'Bea' has a token 'import' already"):
        store.keys.add_token(bea, "import")
    with pytest.raises(InputError, match="a token needs a name"):
        store.keys.add_token(bea, " ")
    with pytest.raises(NotFoundError):
        store.keys.revoke_token(store.people.find("Ada"), "import")


# --- shares -----------------------------------------------------------------------------------------------------------


def test_a_story_is_seen_by_its_maker_by_admins_and_by_whom_it_is_given_to(store: Store, bea: User) -> None:
    cem = store.people.add("Cem", Role.READER, PASSWORD)
    story = store.create_story("Floods", user=bea)

    def seen(user: User | None) -> list[str]:
        return [s.id for s in store.stories(user)]

    assert [seen(user) for user in (None, store.people.find("Ada"), bea, cem)] == [[story], [story], [story], []]
    store.shares.give(story, "cem", Role.EDITOR)
    assert seen(cem) == [story]
    assert store.shares.of(story) == (Share("Bea", Role.EDITOR, owns=True), Share("Cem", Role.EDITOR))
    assert store.shares.to(cem) == {story: Share("Cem", Role.READER)}  # a reader only reads, whatever was given
    store.shares.take(story, "Cem")
    assert (seen(cem), store.shares.to(cem)) == ([], {})
    with pytest.raises(NotFoundError, match=f"story '{story}' is not shared with 'Cem'"):
        store.shares.take(story, "Cem")
    with pytest.raises(NotFoundError, match="no story 'nope'"):
        store.shares.give("nope", "Cem", Role.READER)


def test_a_story_stays_its_makers_whatever_role_in_it_the_maker_is_given(store: Store, bea: User) -> None:
    story = store.create_story("Floods", user=bea)
    for role in (Role.READER, Role.EDITOR):
        store.shares.give(story, "bea", role)
        assert store.shares.to(bea) == {story: Share("Bea", role, owns=True)}
    store.shares.take(story, "Bea")
    store.shares.give(story, "bea", Role.EDITOR)
    assert store.shares.to(bea) == {story: Share("Bea", Role.EDITOR)}


def test_a_text_in_a_hidden_story_is_not_betrayed(store: Store, bea: User) -> None:
    article = articles.from_text("Secret Merger\n\nTwo mills merged on March 3, 2021.")
    hidden = store.put_article(article)
    mine = store.put_article(article, user=bea)
    assert mine.story_id != hidden.story_id
    assert not mine.is_copy
    assert store.put_article(article, user=bea).is_copy


def test_deleting_a_story_or_a_person_leaves_no_share(store: Store, bea: User) -> None:
    one, two = (store.create_story(title, user=bea) for title in ("One", "Two"))
    store.delete_story(one)
    assert list(store.shares.to(bea)) == [two]
    store.people.remove("Bea")
    assert store.shares.of(two) == ()
