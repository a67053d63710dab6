"""What can go wrong, each with one sentence that names the bad value and what would be right."""

from __future__ import annotations


class TimelineError(Exception):
    """Anything a caller can mend; `str(error)` is a whole sentence for a person, `code` a stable word for programs."""

    code = "error"


class InputError(TimelineError):
    """What was given can't be read: empty, binary, too large, a malformed date."""

    code = "bad-input"


class NotFoundError(TimelineError):
    """Nothing is stored under the name that was asked for."""

    code = "not-found"


class FormatError(TimelineError):
    """An export format that does not exist."""

    code = "unknown-format"


class ConflictError(TimelineError):
    """What was asked for contradicts what is already stored, or itself."""

    code = "conflict"


class LoginError(TimelineError):
    """Who asks is not known: no login, a wrong password, a token that was revoked."""

    code = "login-needed"


class DeniedError(TimelineError):
    """Who asks is known, and may not."""

    code = "not-allowed"


class ThrottledError(TimelineError):
    """Too many tries; `wait_s` seconds later there may be another."""

    code = "too-many-tries"

    def __init__(self, message: str, wait_s: int) -> None:
        super().__init__(message)
        self.wait_s = wait_s
