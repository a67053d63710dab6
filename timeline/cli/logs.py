"""The server's log: one JSON object a line on standard error."""

from __future__ import annotations

import datetime as dt
import json
import logging
import traceback


class JsonLines(logging.Formatter):
    """A record with its fields as JSON.

    Of an exception it tells the kind and the places, not the message, which may quote an article or a password.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        told = {
            "at": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            places = traceback.extract_tb(error.__traceback__)
            told["error"] = type(error).__name__
            told["places"] = [f"{place.filename}:{place.lineno} {place.name}" for place in places]
        return json.dumps(told, ensure_ascii=False)


def start(*, requests: bool) -> None:
    """Write the log to standard error; lines about single requests only where they are wanted."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("dateline.requests").setLevel(logging.INFO if requests else logging.WARNING)
