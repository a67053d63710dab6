"""Values of the model and of the store as JSON text, and back: `load(dump(value)) == value`."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import ConfigDict, TypeAdapter

from timeline.errors import InputError
from timeline.model import Article, Group, Reading, Timeline
from timeline.store.summary import StorySummary

T = TypeVar("T")


# Infinity (a figure without an upper bound) is written as JavaScript writes it. The types are tuples of one because
# pydantic takes no configuration for a dataclass itself.
CONFIG = ConfigDict(ser_json_inf_nan="constants")


class Codec(Generic[T]):
    """JSON text of one type."""

    def __init__(self, adapter: TypeAdapter[tuple[T]]) -> None:
        self._adapter = adapter

    def dump(self, value: T) -> str:
        """The value as JSON. Raises InputError for text that no encoding can hold."""
        try:
            return self._adapter.dump_json((value,)).decode("utf-8")
        except ValueError as error:
            if "surrogate" not in str(error):
                raise
            raise InputError("the text holds half a character (a lone surrogate); save it again as UTF-8") from None

    def load(self, text: str) -> T:
        """The value that `dump` wrote."""
        return self._adapter.validate_json(text)[0]


ARTICLE = Codec(TypeAdapter(tuple[Article], config=CONFIG))
READING = Codec(TypeAdapter(tuple[Reading], config=CONFIG))
TIMELINE = Codec(TypeAdapter(tuple[Timeline], config=CONFIG))
GROUPS = Codec(TypeAdapter(tuple[tuple[Group, ...]], config=CONFIG))
SUMMARY = Codec(TypeAdapter(tuple[StorySummary], config=CONFIG))
