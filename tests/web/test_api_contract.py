"""The API does what its OpenAPI document says, whatever is sent to it (schemathesis, a bounded number of cases)."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from timeline.store import Store
from web import create_app

CASES = 8
"""For each operation."""

UNSAYABLE = {
    "/api/v1/imports": [positive_data_acceptance],  # the blocks of an article follow each other within its text
    "/api/v1/jobs": [positive_data_acceptance],  # a form holds files or addresses
}
"""What no schema can say."""


@pytest.fixture
def location(tmp_path: Any) -> str:
    return str(tmp_path / "contract.sqlite")  # what is stored where is tested elsewhere


def test_every_answer_is_as_it_is_described(store: Store) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", create_app(store))
    operations: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]
    assert len(operations) > 15
    wrong = [failure for operation in operations for failure in _failures(operation)]
    assert not wrong, "\n\n".join(wrong)


def _failures(operation: Any) -> list[str]:
    @settings(
        max_examples=CASES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy())
    def exercise(case: Any) -> None:
        case.call_and_validate(excluded_checks=UNSAYABLE.get(operation.path, []))

    try:
        exercise()
    except (Exception, BaseExceptionGroup) as error:  # every way to fail counts, and the next operation is tried too
        parts = getattr(error, "exceptions", [error])
        return [f"{operation.method.upper()} {operation.path}: {part}" for part in parts]
    return []
