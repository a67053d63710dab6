"""Articles that are records of a table or of JSON: news-please files, JSON lines, CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from timeline.articles.days import parse_day
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article, StatedDate

Record = Mapping[str, object]
Columns = Mapping[str, str]
"""A field of an article -> the column that holds it."""

FIELDS: dict[str, tuple[str, ...]] = {  # the names by which a column is known; "maintext" … are news-please's
    "text": ("text", "maintext", "body", "content", "article", "article_text", "full_text", "fulltext"),
    "id": ("doc_id", "id", "article_id"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "source": ("source", "source_domain", "publisher", "publication", "outlet"),
    "language": ("language", "lang"),
    "published": (
        "published",
        "dct",
        "date_publish",
        "date_published",
        "published_at",
        "publish_date",
        "pub_date",
        "date",
    ),
}
MOST_RECORDS = 10_000
LARGEST_CELL = 10_000_000

_SHOWN = 60  # characters of a bad value that an error repeats
_COLUMNS_SHOWN = 12
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_columns(written: str) -> Columns:
    """The mapping that "text=body,published=date" says. Raises InputError."""
    columns: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in written.split(","))):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column or field not in FIELDS:
            known = ", ".join(FIELDS)
            raise InputError(f"{pair!r} maps no column; write FIELD=COLUMN, where FIELD is one of {known}")
        columns[field] = column
    return columns


def in_json(name: str, text: str) -> Iterator[Record]:
    """The records of a JSON file: one object, a list of them, or a list under "articles". Raises InputError."""
    document = _loaded(text, f"{name!r} is not JSON")
    if isinstance(document, dict) and isinstance(document.get("articles"), list):
        document = document["articles"]
    records = document if isinstance(document, list) else [document]
    if len(records) > MOST_RECORDS:
        raise InputError(f"{name!r} has {len(records):,} entries; at most {MOST_RECORDS:,} are read")
    for number, record in enumerate(records, 1):
        if not isinstance(record, dict):
            raise InputError(f"entry {number} of {name!r} is {shown(record)}; an article is a JSON object")
        yield record


def in_line(line: str | bytes) -> Record:
    """The JSON object on a line. Raises InputError."""
    try:
        record = _loaded(line, "the line is not JSON")
    except UnicodeDecodeError:
        raise InputError("the line is not UTF-8") from None
    if not isinstance(record, dict):
        raise InputError(f"a line is one JSON object, not {shown(record)}")
    return record


def in_csv(name: str, text: str, columns: Columns) -> Iterator[Record]:
    """The rows of a table with a head; commas, semicolons and tabs may part its columns.

    Raises InputError when no column holds the text.
    """
    csv.field_size_limit(LARGEST_CELL)
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text))
    try:
        head = rows.fieldnames or ()
        if column_of(head, "text", columns) is None:
            raise _no_text(name, head, columns)
        for number, row in enumerate(rows, 1):
            if number > MOST_RECORDS:
                raise InputError(f"{name!r} has more than {MOST_RECORDS:,} rows; the rest is not read")
            yield {key: value for key, value in row.items() if key is not None and value}
    except csv.Error as error:
        raise InputError(f"{name!r} can't be read as a table: {error}") from None


def article_in(
    record: Record,
    columns: Columns | None = None,
    *,
    id: str = "article",
    published: date | None = None,
    part: str = "field",
) -> Article:
    """The article that a record holds; `published` and `id` stand in for what it does not say. Raises InputError.

    `part` is what its values are called: the "column" of a table or the "field" of JSON.
    """
    columns = columns or {}
    said = {name for name, value in record.items() if value is not None}

    def told(field: str) -> str:
        column = column_of(said, field, columns)
        return "" if column is None else _text(record, column)

    if column_of(said, "text", columns) is None:
        raise InputError(f'"{columns.get("text", "text")}" is missing; give a text')
    stated = _published(record, column_of(said, "published", columns), part)
    return from_text(
        told("text"),
        id=record_name(record, columns) or id,
        title=told("title"),
        url=told("url"),
        source=told("source"),
        language=told("language") or None,
        published=stated[0].date if stated else published,
        stated_dates=stated,
    )


def _published(record: Record, column: str | None, part: str) -> tuple[StatedDate, ...]:
    """The day of publication that the record gives, and where. Raises InputError."""
    written = _text(record, column) if column is not None else ""
    if not written:
        return ()
    day = parse_day(written)
    return (StatedDate(part, day, f"the {part} {shown(column)} says {day}"),)


def record_name(record: Record, columns: Columns | None = None) -> str:
    """What the record calls its article; empty when it does not."""
    column = column_of(record, "id", columns or {})
    return "" if column is None else name_under(record, column)


def name_under(record: Record, key: str) -> str:
    """The name, which may be a number, that stands under a key; empty when none does. Raises InputError."""
    name = record.get(key)
    if isinstance(name, int) and not isinstance(name, bool):
        return str(name)
    return text_under(record, key)


def text_under(record: Record, key: str) -> str:
    """The text that stands under a key; empty when none does. Raises InputError."""
    return "" if record.get(key) is None else _text(record, key)


def column_of(names: Collection[str], field: str, columns: Columns) -> str | None:
    """The one of the columns that holds the field: as it is mapped, else the first one of a known name."""
    for name in _names(field, columns):
        if name in names:
            return name
    return None


def shown(value: object) -> str:
    """The value as JSON, cut to what an error repeats."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _names(field: str, columns: Columns) -> tuple[str, ...]:
    return (columns[field],) if field in columns else FIELDS[field]


def _no_text(name: str, names: Sequence[str], columns: Columns) -> InputError:
    """No column of a table holds the text: what there is instead."""
    there = [column for column in names if column]
    listed = ", ".join(shown(column) for column in there[:_COLUMNS_SHOWN])
    wanted = (
        f"no column of {name!r} is named {columns['text']!r}"
        if "text" in columns
        else f"no column of {name!r} holds the text"
    )
    if not there:
        return InputError(f'{wanted}; its first row names the columns, one of them "text"')
    return InputError(f"{wanted}; say which of {listed} does, like text={there[-1]}")


def _text(record: Record, key: str) -> str:
    value = record[key]
    if not isinstance(value, str):
        raise InputError(f'"{key}" is {shown(value)}; give a text')
    # An escape in JSON can hold half a character, which no parser and no file takes; the replacement is as long.
    return value if value.isascii() else _LONE_SURROGATE.sub("\ufffd", value)


def _loaded(text: str | bytes, problem: str) -> object:
    try:
        document: object = json.loads(text)
    except UnicodeDecodeError:
        raise
    except RecursionError:
        raise InputError(f"{problem}: it is nested too deeply") from None
    except ValueError as error:
        raise InputError(f"{problem}: {error}") from None
    return document


def _dialect(text: str) -> type[csv.Dialect]:
    """How the columns of the head are parted."""
    head = text[: text.find("\n") + 1] or text

    class Found(csv.excel):
        delimiter = max(",;\t|", key=head.count)

    return Found
