"""Values of the model and of the store as JSON text, compressed where they are long, and back.

`load(dump(value)) == value`, and `unpack(pack(value)) == value`.
"""

from __future__ import annotations

import zlib
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

    def load(self, text: str | bytes) -> T:
        """The value that `dump` wrote."""
        return self._adapter.validate_json(text)[0]

    def pack(self, value: T) -> bytes:
        """The value as JSON, compressed to a tenth: a sentence's words stand in it again for each thing told there."""
        return zlib.compress(self.dump(value).encode())

    def unpack(self, packed: bytes) -> T:
        """The value that `pack` wrote."""
        return self.load(zlib.decompress(packed))


ARTICLE = Codec(TypeAdapter(tuple[Article], config=CONFIG))
READING = Codec(TypeAdapter(tuple[Reading], config=CONFIG))
TIMELINE = Codec(TypeAdapter(tuple[Timeline], config=CONFIG))
GROUPS = Codec(TypeAdapter(tuple[tuple[Group, ...]], config=CONFIG))
SUMMARY = Codec(TypeAdapter(tuple[StorySummary], config=CONFIG))


def summary(text: str | None) -> StorySummary | None:
    """The kept summary; None when there is none, or one that another version wrote in another form."""
    try:
        return SUMMARY.load(text) if text else None
    except ValueError:
        return None
