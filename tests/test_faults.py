"""What pydantic finds wrong is said in our own words, wherever it reaches a person."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, field_validator

from timeline import faults

BLANK = r"\S"


class Child(BaseModel):
    kind: Literal["a"] = "a"


class Other(BaseModel):
    kind: Literal["b"] = "b"


class Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    name: str = Field("x", min_length=2, max_length=1000, pattern=BLANK)
    number: int = Field(3, ge=2, le=5000)
    role: Literal["reader", "editor"] = "reader"
    several: list[str] = Field(["x"], min_length=1, max_length=2)
    child: Annotated[Child | Other, Field(discriminator="kind")] = Child()
    day: date = date(2019, 9, 24)
    at: AwareDatetime | None = None
    even: int = 2

    @field_validator("even")
    @classmethod
    def _is_even(cls, number: int) -> int:
        if number % 2:
            raise ValueError(f"{number} is odd; give an even number")
        return number


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ("[]", "the body is no JSON object"),
        ('{"nmae": "x"}', "nmae is not known here; leave it out"),
        ('{"name": 5}', "name is no text"),
        ('{"name": "x"}', "name is too short; the fewest characters are 2"),
        (f'{{"name": "{"x" * 1001}"}}', "name is too long; the most are 1,000 characters"),
        ('{"name": "  "}', "name is blank"),
        ('{"number": 1}', "number is too small; the least is 2"),
        ('{"number": 5001}', "number is too large; the most is 5,000"),
        ('{"number": "3"}', "number is no whole number"),
        ('{"number": 3.5}', "number is no whole number"),
        ('{"role": "king"}', "role is not 'reader' or 'editor'"),
        ('{"several": "x"}', "several is no list"),
        ('{"several": []}', "several has too few entries; the fewest are 1"),
        ('{"several": ["x", "y", "z"]}', "several has too many entries; the most are 2"),
        ('{"several": ["x", 5]}', "several.1 is no text"),
        ('{"child": {}}', "child has no 'kind'"),
        ('{"child": {"kind": "c"}}', "child has the 'kind' 'c'; choose from 'a', 'b'"),
        ('{"day": "2019-02-30"}', "day is no day; write it as YYYY-MM-DD"),
        ('{"at": "noon"}', "at is no time; write it as 2019-09-24T12:00:00Z"),
        ('{"at": "2019-09-24T12:00:00"}', "at has no zone; write it as 2019-09-24T12:00:00Z"),
        ('{"even": 3}', "even: 3 is odd; give an even number"),
    ],
)
def test_a_fault_of_a_document_names_its_place(sent: str, says: str) -> None:
    with pytest.raises(ValidationError) as found:
        Sent.model_validate_json(sent)
    assert faults.of_place(found.value, {BLANK: "is blank"}) == says


def test_a_missing_field_is_said_to_be_missing() -> None:
    class Needed(BaseModel):
        title: str

    with pytest.raises(ValidationError) as found:
        Needed.model_validate({})
    assert faults.of_place(found.value) == "title is missing"


def test_words_of_pydantic_that_are_in_no_table_are_kept() -> None:
    class Rare(BaseModel):
        share: float = Field(multiple_of=0.5)

    with pytest.raises(ValidationError) as found:
        Rare.model_validate({"share": 0.3})
    assert faults.of_place(found.value) == "share: Input should be a multiple of 0.5"
