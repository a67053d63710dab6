"""Numbers written in words: "twenty-four", "two and a half", "two thousand", "nineteen eighty-nine", "2 1/2"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.timex.tokens import Row, Symbols

_NUMBER: Symbols = frozenset({"num"})
_YEAR: Symbols = frozenset({"year", "num"})
_DAY: Symbols = frozenset({"num", "dom", "hour"})
_ORDINAL: Symbols = frozenset({"ord", "dom", "nth"})

_SCALES = (100, 1000, 1_000_000, 1_000_000_000)


def join(row: Row) -> Row:
    """The row with each number of several tokens as one token."""
    symbols = row.symbols
    for i in range(len(symbols) - 1):
        if "num" in symbols[i] or "half" in symbols[i]:
            following = symbols[i + 1]
            if "num" in following or "fraction" in following or "ord" in following or "=and" in following:
                return _joined(row)
    return row


def _joined(row: Row) -> Row:
    out = Row([], [], [], [])
    i, size = 0, len(row.symbols)
    while i < size:
        length, value, symbols = _number(row, i)
        if length > 1:
            start = _article(out) if 100 < value < 200 and row.meanings[i].get("num") == 100 else None
            out.symbols.append(symbols)
            out.meanings.append(dict.fromkeys(symbols, value))
            out.starts.append(row.starts[i] if start is None else start)
            out.ends.append(row.ends[i + length - 1])
            i += length
            continue
        out.symbols.append(row.symbols[i])
        out.meanings.append(row.meanings[i])
        out.starts.append(row.starts[i])
        out.ends.append(row.ends[i])
        i += 1
    return out


def _article(out: Row) -> int | None:
    """Where the "a" of "a hundred and fifty" starts, which is taken off the row; None when there is none."""
    if not out.symbols or "one" not in out.symbols[-1]:
        return None
    for items in (out.symbols, out.meanings, out.ends):
        items.pop()
    return out.starts.pop()


def _adds(row: Row, j: int) -> bool:
    """The "and" at the place adds tens and ones to hundreds or thousands: "two hundred and fifty"."""
    if j + 1 >= len(row.symbols) or "=and" not in row.symbols[j] or "word" not in row.symbols[j + 1]:
        return False
    value = row.meanings[j + 1].get("num")
    scaled = j + 2 < len(row.symbols) and row.meanings[j + 2].get("num") in _SCALES
    return isinstance(value, int) and value < 100 and not scaled


def _number(row: Row, i: int) -> tuple[int, float, Symbols]:
    """Tokens taken from place `i`, their value, and what it may stand for; (1, …) when nothing joins."""
    values: list[float] = []
    ends: list[int] = []
    j = i
    while j < len(row.symbols) and j - i < 8 and "num" in row.symbols[j]:
        value = row.meanings[j]["num"]
        if not isinstance(value, int | float):
            break
        written = "word" in row.symbols[j]
        if not written and values:
            break
        if values and "word" not in row.symbols[i] and values[-1] in _SCALES:
            break  # "$88 million three months earlier"
        if written and values and "word" not in row.symbols[ends[-1] - 1] and value not in _SCALES:
            break  # "in 1940 two fell"
        values.append(value)
        j += 1
        ends.append(j)
        if value in _SCALES[:2] and _adds(row, j):
            j += 1
    if not values:
        return 1, 0, _NUMBER
    year = _spoken_year(values) if "word" in row.symbols[i] else None
    if year is not None:
        return ends[-1] - i, year, _YEAR
    used, total = _spelled(values)
    j = ends[used - 1]
    taken = j - i
    if j < len(row.symbols) and "word" in row.symbols[j - 1] and 20 <= total <= 30 and total % 10 == 0:
        following = row.meanings[j].get("ord")
        if isinstance(following, int) and following < 10 and "word" in row.symbols[j]:
            return taken + 1, total + following, _ORDINAL
    extra, fraction = _fraction(row, j)
    if extra:
        return taken + extra, total + fraction, _NUMBER
    symbols = _DAY if 1 <= total <= 31 and total == int(total) else _NUMBER
    if 1000 <= total <= 2199 and total == int(total):
        symbols = _YEAR
    return taken, total, symbols


def _fraction(row: Row, j: int) -> tuple[int, float]:
    """ "1/2", "and a half", "and one half" after a whole number."""
    size = len(row.symbols)
    if j < size and "fraction" in row.symbols[j]:
        value = row.meanings[j]["fraction"]
        return (1, value) if isinstance(value, float) and value < 1 else (0, 0)
    is_half = j + 2 < size and "=and" in row.symbols[j] and "half" in row.symbols[j + 2]
    if is_half and ("one" in row.symbols[j + 1] or row.meanings[j + 1].get("num") == 1):
        return 3, 0.5
    return 0, 0


def _spelled(values: Sequence[float]) -> tuple[int, float]:
    """How many of the values make one number, and which: (2, 24) for 20, 4."""
    total, current, taken = 0.0, values[0], 1
    for value in values[1:]:
        if value in (1000, 1_000_000, 1_000_000_000) and current < value:
            total, current = total + current * value, 0
        elif value == 100 and 0 < current < 100:
            current *= 100
        elif (value < 100 and current % 100 == 0 and current > 0) or (
            value < 10 and current % 10 == 0 and current % 100 >= 20
        ):
            current += value
        elif value < 1000 and current == 0 and total:
            current = value
        else:
            break
        taken += 1
    result = total + current
    return taken, int(result) if result == int(result) else result


def _spoken_year(values: Sequence[float]) -> int | None:
    """ "nineteen eighty-nine" is 1989, "twenty twelve" 2012; None when it isn't read as a year."""
    if len(values) < 2 or values[0] not in (15, 16, 17, 18, 19, 20):
        return None
    rest = list(values[1:])
    tens = rest[0]
    if tens >= 100 or tens < 10 or len(rest) > 2:
        return None
    if len(rest) == 2:
        if tens < 20 or tens % 10 or not 0 < rest[1] < 10:
            return None
        tens += rest[1]
    return int(values[0] * 100 + tens)
