"""The API does what its OpenAPI document says, whatever is sent to it: schemathesis, with every check on.

It runs all its phases (borders of each schema, random requests, sequences of requests) against a real server: an open
one on this machine, and one with accounts, with the token of each role.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import strategies as st
from schemathesis.engine import events, from_schema

from tests.browser.serving import serving
from timeline.store import Role, Store

EXAMPLES = 2
"""For each call, beside the borders of its schema."""

PLACES = {
    "path.story_id": "lowen-harbour",
    "path.article_id": "post",
    "path.finding": "f1",
    "path.name": "csv",
}
"""What there is, so that more is tried than what answers 404."""

ACCEPTED = ["2xx", "3xx", "401", "403", "404", "409", "412", "429"]
"""How a request that fits its schema may be answered: schemathesis' own list, and 412, as no schema knows the tag."""

PASSWORD = "correct horse battery"

# Strings whose form is said in words: a written date, and RFC 3339's date-time without an offset.
schemathesis.openapi.format("written-date", st.sampled_from(["", "2019-09-23 evening", "September 2019", "2019-09/.."]))
schemathesis.openapi.format("date-time-local", st.datetimes().map(lambda moment: moment.isoformat(timespec="seconds")))


@pytest.fixture
def location(tmp_path: Path) -> str:
    return str(tmp_path / "contract.sqlite")  # what is stored where is tested elsewhere


def test_an_open_server_answers_as_it_is_described(store: Store) -> None:
    failures, answers = _exercised(store, {}, closed=("/api/v1/people",))
    assert not failures, "\n\n".join(failures)
    assert {200, 201, 202, 204, 400, 404, 405, 415} <= answers


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.READER, {200, 400, 401, 403, 404}),
        (Role.EDITOR, {200, 201, 202, 204, 400, 401, 403, 404}),
        (Role.ADMIN, {200, 201, 202, 204, 400, 401, 404}),
    ],
)
def test_a_server_with_accounts_answers_each_role_as_it_is_described(
    store: Store, role: Role, expected: set[int]
) -> None:
    people = [store.people.add(other.value, other, PASSWORD) for other in (Role.ADMIN, Role.EDITOR, Role.READER)]
    for person in people:
        store.shares.give("lowen-harbour", person.name, Role.EDITOR)
    token = store.keys.add_token(store.people.find(role.value), "contract")
    failures, answers = _exercised(store, {"Authorization": f"Bearer {token}"})
    assert not failures, "\n\n".join(failures)
    assert expected <= answers


def _exercised(store: Store, headers: dict[str, str], closed: tuple[str, ...] = ()) -> tuple[list[str], set[int]]:
    """What was wrong, and every status that was answered. POST to what is `closed` would end the openness."""
    config = schemathesis.Config.from_dict(
        {
            "seed": 1,
            "headers": headers,
            "parameters": PLACES,
            "generation": {"max-examples": EXAMPLES, "deterministic": True, "database": "none"},
            "checks": {"positive_data_acceptance": {"expected-statuses": ACCEPTED}},
        }
    )
    with serving(store) as address:
        schema = schemathesis.openapi.from_url(f"{address}/api/v1/openapi.json", config=config, headers=headers)
        failures: list[str] = []
        answers: set[int] = set()
        asked = schema.exclude(method="POST", path=list(closed)) if closed else schema
        for event in from_schema(asked).execute():
            match event:
                case events.NonFatalError() | events.FatalError():
                    failures.append(str(event))
                case events.ScenarioFinished(recorder=recorder):
                    answers |= {i.response.status_code for i in recorder.interactions.values() if i.response}
                    failures += _failures(recorder)
    return failures, answers


def _failures(recorder: Any) -> list[str]:
    return [
        f"{recorder.cases[case].value.as_curl_command()}\n{check.name}: {check.failure_info.failure}"
        for case, checks in recorder.checks.items()
        for check in checks
        if check.failure_info
    ]
