"""Quantities in a stretch of text, with the bounds that their words give them.

Reads words alone, no grammar: a number is followed by what it counts or by the unit it is measured in. Numbers that
are dates, clock times, scores, ordinals or names ("Flight 93") are passed over. One pass, linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, inf, log10
from typing import NamedTuple

from timeline.model import Figure, Span


def _words(text: str) -> tuple[str, ...]:
    """The words of a table's row."""
    return tuple(text.split())


_WORDS = {
    **dict(zip(_words("zero one two three four five six seven eight nine ten eleven twelve"), range(13), strict=True)),
    **dict(zip(_words("thirteen fourteen fifteen sixteen seventeen eighteen nineteen"), range(13, 20), strict=True)),
    **dict(zip(_words("twenty thirty forty fifty sixty seventy eighty ninety"), range(20, 100, 10), strict=True)),
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {"mln": 10**6, "bln": 10**9, "bn": 10**9}
_PLURAL_SCALES = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}
_VAGUE = {"few": (2, 5), "several": (3, 9), "couple": (2, 3)}  # how many times the scale or the unit: a convention

_MILE, _NAUTICAL_MILE = 1609.344, 1852.0
# What a unit measures, the unit its bounds are given in, and how many of those one of it is.
_UNITS: dict[str, tuple[str, str, float]] = {
    word: (kind, base, factor)
    for kind, base, factor, words in (
        ("distance", "metre", 1, "m meter meters metre metres"),
        ("distance", "metre", 1000, "km kilometer kilometers kilometre kilometres"),
        ("distance", "metre", 0.01, "cm centimeter centimeters centimetre centimetres"),
        ("distance", "metre", _MILE, "mile miles"),
        ("distance", "metre", 0.9144, "yard yards"),
        ("distance", "metre", 0.3048, "foot feet"),
        ("distance", "metre", 0.0254, "inch inches"),
        ("area", "square metre", 10_000, "hectare hectares"),
        ("area", "square metre", 4046.8564, "acre acres"),
        ("mass", "kilogram", 1, "kg kilogram kilograms kilo kilos"),
        ("mass", "kilogram", 1000, "ton tons tonne tonnes"),
        ("volume", "litre", 1, "liter liters litre litres"),
        ("volume", "litre", 3.7854, "gallon gallons"),
        ("volume", "barrel", 1, "barrel barrels"),
        ("speed", "kilometre per hour", 1, "kph"),
        ("speed", "kilometre per hour", 1.609344, "mph"),
        ("temperature", "degree", 1, "degree degrees"),
        ("percent", "percent", 1, "% percent pct"),
        ("duration", "second", 1, "second seconds"),
        ("duration", "minute", 1, "minute minutes"),
        ("duration", "hour", 1, "hour hours"),
        ("duration", "day", 1, "day days"),
        ("duration", "week", 1, "week weeks"),
        ("duration", "month", 1, "month months"),
        ("duration", "year", 1, "year years"),
        ("money", "USD", 1, "dollar dollars dlrs dlr"),
        ("money", "USD", 0.01, "cent cents cts ct"),
        ("money", "EUR", 1, "euro euros"),
        ("money", "GBP", 1, "pounds"),
        ("money", "JPY", 1, "yen"),
        ("money", "INR", 1, "rupee rupees"),
        ("money", "CHF", 1, "francs"),
        ("money", "DEM", 1, "marks"),
        ("money", "SEK", 1, "crowns"),
        ("money", "QAR", 1, "riyals"),
        ("money", "stg", 1, "stg sterling"),
        ("money", "RUB", 1, "ruble rubles rouble roubles"),
        ("magnitude", "magnitude", 1, "magnitude"),
    )
    for word in words.split()
}
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}

_AT_LEAST = ("at least", "more than", "over", "above", "upwards of", "no fewer than", "no less than", "exceeding")
_AT_MOST = ("at most", "up to", "as many as", "as much as", "no more than", "less than", "fewer than", "under", "below")
_ABOUT = ("about", "around", "some", "roughly", "approximately", "an estimated", "close to", "estimated", "circa")
_NEARLY = ("nearly", "almost", "just under")
_MODIFIERS = {
    tuple(phrase.split()): sense
    for sense, phrases in (("least", _AT_LEAST), ("most", _AT_MOST), ("about", _ABOUT), ("nearly", _NEARLY))
    for phrase in phrases
}

_HARM = {
    **dict.fromkeys(
        _words("killed dead died dies deaths death fatalities slain kill kills killing perished"), "killed"
    ),
    **dict.fromkeys(_words("injured wounded hurt injuries injure injures injuring wounding hurting wounds"), "injured"),
    **dict.fromkeys(("missing",), "missing"),
}
_HARMING = frozenset(_words("kill kills killed killing injure injures injured injuring wounding wounded wounds"))
_BETWEEN = frozenset(_words("were was are is have has had been be also reportedly feared confirmed being left"))

_MONTHS = frozenset(
    _words(
        "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august "
        "september october november december"
    )
)
_HALVES = frozenset(_words("am pm a.m p.m a.m. p.m."))
_NAMED_BY_NUMBER = frozenset(
    _words(
        "no number flight highway route room chapter section article interstate channel group phase volume "
        "type boeing airbus page grade level apollo title proposition resolution act game week day year"
    )
)
# Words that end the phrase after a number: what stands beyond them is not what is counted.
_STOPS = frozenset(
    _words(
        "a an the this that these those of in on at to for from by with without into onto over under after "
        "before during since until till as than and or but nor so yet if when while where who whom whose "
        "which what were was are is am be been being have has had do does did will would can could may might "
        "must shall should not no he she it they we you i him her them us his its their our your my me said "
        "says say told added about around against between through across near per each every ago later "
        "earlier away apart long old high wide deep tall behind off out up down there here also only just "
        "still already then now today yesterday tomorrow because although though"
    )
)
_PEOPLE = frozenset(
    _words("people men women children police persons personnel folk folks teeth geese mice cattle troops")
)
_PERSON_NOUNS = frozenset(
    _words(
        "person man woman child soldier civilian officer worker student guard policeman police troop "
        "passenger resident victim villager protester militant boy girl employee teenager coworker tourist "
        "migrant fighter journalist"
    )
)
_BEFORE_YEAR = frozenset(_words("in since until by of from during early late mid fiscal year and to through after"))
_BEFORE_NUMBER = frozenset((*_CURRENCIES, "(", '"', "“", "'", "‘", "`", "~", "—", "–", "[", "."))
_AFTER_NUMBER = frozenset(
    (",", ".", ";", "-", "–", "—", "%", ")", "!", "?", '"', "”", "'", "’", "m", "km", "kg", "mph", "…")
)
_SINGULAR_S = re.compile(r"(?:ss|us|is|ous|'s|’s|^series)$")
_PLURALS = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "buses": "bus",
    "species": "species",
}
_TOKEN = re.compile(
    r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_"
)
_OPENINGS = frozenset({*_WORDS, *_VAGUE, *_PLURAL_SCALES, "a", "an", "half", "tens", "between"})  # beside digits
_NUMBER_WORDS = sorted({*_WORDS, *_VAGUE, *_SCALES, *_PLURAL_SCALES, "half"})
_HAS_NUMBER = re.compile(rf"\d|(?<![^\W\d_])(?:{'|'.join(_NUMBER_WORDS)})(?![^\W\d_])", re.IGNORECASE)
_NUMBER_MAX = 1e18


class _Token(NamedTuple):
    text: str
    word: str
    start: int
    end: int
    is_digits: bool


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number from token `first` to before token `after`; rounded to `step`."""

    first: int
    after: int
    low: float
    high: float
    step: float = 0


def figures(text: str, offset: int = 0) -> tuple[Figure, ...]:
    """Every quantity of the text in order; `offset` is where the text starts in its article."""
    if not _HAS_NUMBER.search(text):
        return ()
    tokens = [_Token(m[0], m[0].lower(), *m.span(), m[1] is not None) for m in _TOKEN.finditer(text)]
    found, after = [], 0
    for at, token in enumerate(tokens):
        if at < after or not (token.is_digits or token.word in _OPENINGS):
            continue
        amount = _amount(tokens, at)
        if amount is not None:
            found.append(_figure(text, tokens, amount, offset))
            after = amount.after
    return tuple(filter(None, found))


# --- numbers ------------------------------------------------------------------------------------------------------


def _amount(tokens: list[_Token], at: int) -> _Amount | None:
    """The number, range or vague number that starts exactly at token `at`."""
    return _vague(tokens, at) or _between(tokens, at) or _range(tokens, at)


def _vague(tokens: list[_Token], at: int) -> _Amount | None:
    """For example "a few hundred", "several thousand", "dozens", "tens of thousands", "a couple of"."""
    start, first = at, at
    if _is(tokens, at, "a"):
        at += 1
    word = _word(tokens, at)
    if word in _VAGUE and (at > start or word == "several"):
        low, high = _VAGUE[word]
        after = at + 1 + _is(tokens, at + 1, "of")
        scale = _SCALES.get(_word(tokens, after), 1)
        return _Amount(first, after + (scale > 1), low * scale, high * scale)
    if at > start:
        return None
    if word == "tens" and _is(tokens, at + 1, "of") and _word(tokens, at + 2) in _PLURAL_SCALES:
        scale = _PLURAL_SCALES[_word(tokens, at + 2)]
        return _Amount(first, at + 3, 20 * scale, 99 * scale)
    if word in _PLURAL_SCALES:
        scale = _PLURAL_SCALES[word]
        if _is(tokens, at + 1, "of") and _word(tokens, at + 2) in _PLURAL_SCALES:
            return _Amount(first, at + 3, 2 * scale * _PLURAL_SCALES[_word(tokens, at + 2)], inf)
        return _Amount(first, at + 1, 2 * scale, inf)
    return None


def _between(tokens: list[_Token], at: int) -> _Amount | None:
    """For example "between 50 and 70"."""
    if not _is(tokens, at, "between"):
        return None
    low = _number(tokens, at + 1)
    high = _number(tokens, low.after + 1) if low and _is(tokens, low.after, "and") else None
    return _Amount(at, high.after, low.low, high.high) if low and high and low.low < high.high else None


def _range(tokens: list[_Token], at: int) -> _Amount | None:
    """For example "10 to 15", "10-15", or one number."""
    low = _number(tokens, at)
    if low is None:
        return None
    if _word(tokens, low.after) in ("to", "or", "-", "–"):
        high = _number(tokens, low.after + 1)
        if high and low.low < high.high <= low.low * 20 + 10:
            return _Amount(at, high.after, low.low, high.high)
    return low


def _number(tokens: list[_Token], at: int) -> _Amount | None:
    """One number in digits or words, with its scale: "2.6 million", "twenty-six", "two dozen", "a hundred"."""
    if at >= len(tokens):
        return None
    if tokens[at].is_digits:
        return _scaled(tokens, at, at + 1, tokens[at].text)
    word = tokens[at].word
    if word in ("a", "an") and _word(tokens, at + 1) in _SCALES:
        scale = _SCALES[_word(tokens, at + 1)]
        return _Amount(at, at + 2, scale, scale)
    if word == "half" and _is(tokens, at + 1, "a") and _word(tokens, at + 2) in {**_SCALES, "mile": 1, "kilometer": 1}:
        scale = _SCALES.get(_word(tokens, at + 2), 1)
        return _Amount(at, at + 2 + (scale > 1), scale / 2, scale / 2)
    return _spelled(tokens, at) if word in _WORDS else None


def _scaled(tokens: list[_Token], at: int, after: int, digits: str) -> _Amount | None:
    value = float(digits.replace(",", ""))
    step = 10.0 ** -len(digits.partition(".")[2]) if "." in digits else 1.0
    scale_at = after + (_word(tokens, after) in ("-", "–") and _word(tokens, after + 1) in _SCALES)
    scale = _SCALES.get(_word(tokens, scale_at), 1)
    if scale > 1:
        value, step, after = value * scale, step * scale, scale_at + 1
    if not value <= _NUMBER_MAX:
        return None
    return _Amount(at, after, value, value, step if scale > 1 or "." in digits else 0)


def _spelled(tokens: list[_Token], at: int) -> _Amount | None:
    """A number in words; joined tens and units may carry a hyphen."""
    total, part, first = 0.0, 0.0, at
    joined = False
    while True:
        word = _word(tokens, at)
        if word in _WORDS and (part == 0 or (part % 100 >= 20 and part % 10 == 0 and _WORDS[word] < 10) or joined):
            part += _WORDS[word]
            joined = False
        elif word == "hundred" and 0 < part < 100:
            part *= 100
        elif word in _SCALES and word != "hundred" and part > 0:
            total, part = total + part * _SCALES[word], 0.0
        else:
            break
        at += 1
        if _word(tokens, at) == "-" and (_word(tokens, at + 1) in _WORDS and part % 100 >= 20):
            at += 1
        elif _is(tokens, at, "and") and part >= 100 and part % 100 == 0 and _word(tokens, at + 1) in _WORDS:
            at, joined = at + 1, True
    value = total + part
    return _Amount(first, at, value, value) if at > first and 0 < value <= _NUMBER_MAX else None


# --- what is counted or measured ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a number tells: its kind, the unit of its bounds, what to multiply by, and the token after its words."""

    kind: str
    unit: str
    factor: float
    after: int


def _figure(text: str, tokens: list[_Token], amount: _Amount, offset: int) -> Figure | None:
    """The figure that this number makes with the words on both sides; None when it is no quantity."""
    if _is_name_or_date(tokens, amount):
        return None
    thing = _money(tokens, amount) or _measured(tokens, amount) or _age(tokens, amount) or _counted(tokens, amount)
    if thing is None:
        return None
    low, high, first = _bounds(tokens, amount, is_measured=bool(thing.unit))
    start, end = tokens[first].start, tokens[thing.after - 1].end
    span = Span(offset + start, offset + end)
    return Figure(span, text[start:end], thing.kind, low * thing.factor, high * thing.factor, thing.unit)


def _is_name_or_date(tokens: list[_Token], amount: _Amount) -> bool:
    """The number is part of a date, a clock time, an ordinal, a score or a name."""
    first, last = tokens[amount.first], tokens[amount.after - 1]
    before, after = _word(tokens, amount.first - 1), _word(tokens, amount.after)
    if before in _MONTHS or (before == "." and _word(tokens, amount.first - 2) in _MONTHS):
        return True
    if before in ("#", ":", "/", "no") or before in _NAMED_BY_NUMBER:
        return True
    if first.is_digits and _touches(tokens, amount.first) and before not in _BEFORE_NUMBER:
        return True  # "A380", "31-24", "B-52"
    if first.is_digits and _is_code(tokens, amount.first - 1) and not _is_code(tokens, amount.after):
        return True  # "AK 47"
    if last.is_digits and _touches(tokens, amount.after) and after not in _AFTER_NUMBER:
        return True  # "24th", "747s", "9:30", "5/6"
    if after in _HALVES:
        return True  # "10.30 p.m. Firefighters came"
    if after in _MONTHS or (after == "of" and _word(tokens, amount.after + 1) in _MONTHS):
        return True
    return amount.after - amount.first == 1 and _is_year(tokens, amount, before)


def _is_code(tokens: list[_Token], at: int) -> bool:
    """A short word in capitals, as in "AK 47"."""
    return 0 <= at < len(tokens) and 2 <= len(tokens[at].text) <= 5 and tokens[at].text.isupper()


def _is_year(tokens: list[_Token], amount: _Amount, before: str) -> bool:
    token = tokens[amount.first]
    if not (len(token.text) == 4 and token.text.isdigit() and 1500 <= int(token.text) <= 2100):
        return False
    return before in _BEFORE_YEAR or not _is_plural(_word(tokens, amount.after))


def _money(tokens: list[_Token], amount: _Amount) -> _Thing | None:
    """For example "$2.6 million", "dlrs 14 billion"."""
    sign = _word(tokens, amount.first - 1)
    if sign in _CURRENCIES:
        return _Thing("money", _CURRENCIES[sign], 1, amount.after)
    return _Thing("money", "USD", 1, amount.after) if sign == "dlrs" else None


def _measured(tokens: list[_Token], amount: _Amount) -> _Thing | None:
    """For example "around one kilometer", "12-mile", "a 5.6 magnitude", "23-year-old", "300 square miles"."""
    at = amount.after + (_word(tokens, amount.after) in ("-", "–"))
    square, nautical = _is(tokens, at, "square"), _is(tokens, at, "nautical")
    if _is_currency_of(tokens, at):
        return _Thing("money", _word(tokens, at), 1, at + 2)
    unit = _UNITS.get(_word(tokens, at + square + nautical))
    if unit is None or (_word(tokens, at) == "m" and not (tokens[amount.first].is_digits and tokens[at].text == "m")):
        return None
    kind, base, factor = unit
    after = at + square + nautical + 1
    if nautical:
        return _Thing("distance", "metre", _NAUTICAL_MILE, after) if factor == _MILE else None
    if square:
        return _Thing("area", "square metre", factor**2, after) if kind == "distance" else None
    if base == "year" and (_is(tokens, after, "old") or (_is(tokens, after, "-") and _is(tokens, after + 1, "old"))):
        return _Thing("age", "year", 1, after + 1 + _is(tokens, after, "-"))
    return _Thing(kind, base, factor, after)


def _is_currency_of(tokens: list[_Token], at: int) -> bool:
    """ "U.S. dollars", "Canadian dlrs": a country's word before the currency's."""
    unit = _UNITS.get(_word(tokens, at + 1))
    return at < len(tokens) and tokens[at].text[:1].isupper() and unit is not None and unit[0] == "money"


def _age(tokens: list[_Token], amount: _Amount) -> _Thing | None:
    """For example "aged 23"."""
    return _Thing("age", "year", 1, amount.after) if _word(tokens, amount.first - 1) in ("aged", "age") else None


def _counted(tokens: list[_Token], amount: _Amount) -> _Thing | None:
    """What a bare number counts: the noun after it, or the harm that its sentence does to so many."""
    at = amount.after + _is(tokens, amount.after, "of")
    if _is(tokens, at, "or") and _word(tokens, at + 1) in ("more", "fewer", "less"):
        at += 2
    elif at > amount.after and _word(tokens, amount.after - 1) not in _PLURAL_SCALES:
        return None  # "three of the men" is a part, not the whole
    if _word(tokens, amount.first) == "one" and amount.after == amount.first + 1 and _word(tokens, at) in _STOPS:
        return None
    head = _head(tokens, at, one=amount.high == 1)
    harm = _harm(tokens, amount, at if head is None else head + 1)
    if head is None:
        return harm
    noun = _singular(tokens[head].word)
    if harm and noun in _PERSON_NOUNS | {"victim", "other"}:
        return _Thing(harm.kind, "", 1, max(harm.after, head + 1))
    return _Thing(noun, "", 1, head + 1)


def _head(tokens: list[_Token], at: int, *, one: bool) -> int | None:
    """Index of the noun that is counted: the first plural within five words (for "one": the last word)."""
    last = None
    for i in range(at, min(at + 6, len(tokens))):
        word = tokens[i].word
        if word == "-" and last is not None and _touches(tokens, i) and _touches(tokens, i + 1):
            continue
        if word in _STOPS or word in _HARM or not word[0].isalpha():
            break
        last = i
        if not one and _is_plural(word):
            nxt = _word(tokens, i + 1)
            return i + 1 if _is_plural(nxt) and nxt not in _STOPS and nxt not in _HARM else i
    return last if one else None


def _harm(tokens: list[_Token], amount: _Amount, at: int) -> _Thing | None:
    """For example "killed at least 12", "12 people were killed", "80 hurt", "a death toll of 12"."""
    i = at
    while _word(tokens, i) in _BETWEEN and i < at + 4:
        i += 1
    if _word(tokens, i) in _HARM:
        return _Thing(_HARM[_word(tokens, i)], "", 1, i + 1 if i == at else max(at, amount.after))
    i = _modifier(tokens, amount.first)[1] - 1
    if _word(tokens, i) in _HARMING:
        return _Thing(_HARM[_word(tokens, i)], "", 1, max(at, amount.after))
    if any(_is(tokens, j, "toll") for j in range(max(0, i - 4), i + 1)):
        return _Thing("killed", "", 1, amount.after)
    return None


# --- bounds -------------------------------------------------------------------------------------------------------


def _bounds(tokens: list[_Token], amount: _Amount, *, is_measured: bool) -> tuple[float, float, int]:
    """Low, high and the first token that the words before and after the number give it."""
    sense, first = _modifier(tokens, amount.first)
    if _is(tokens, amount.after, "or") and _word(tokens, amount.after + 1) in ("more", "fewer", "less"):
        sense = "least" if _word(tokens, amount.after + 1) == "more" else "most"
    low, high = amount.low, amount.high
    if low == high and (is_measured or amount.step):
        low, high = low - _half_step(amount), high + _half_step(amount)
    if sense == "least":
        return amount.low, inf, first
    if sense == "most":
        return 0, amount.high, first
    if sense == "nearly":
        return amount.low * 0.9, amount.high, first
    if sense == "about":
        slack = _slack(amount.low)
        return amount.low * (1 - slack), amount.high * (1 + slack), first
    return low, high, first


def _half_step(amount: _Amount) -> float:
    """Half of the last digit given: "2.6 million" may be 2.55 to 2.65; whole small numbers are taken as they are."""
    return amount.step / 2


def _slack(value: float) -> float:
    """How far "about" reaches: a fifth for one significant digit, a tenth for two, a twentieth beyond. A convention."""
    if value <= 0:
        return 0
    digits = f"{value / 10 ** floor(log10(value)):.6f}".rstrip("0").rstrip(".").replace(".", "")
    return {1: 0.2, 2: 0.1}.get(len(digits), 0.05)


def _modifier(tokens: list[_Token], first: int) -> tuple[str, int]:
    """The sense of the modifier that ends before token `first`, and where the figure's words start."""
    start = first - (_word(tokens, first - 1) in (*_CURRENCIES, "dlrs", "~"))
    if start < first and tokens[start].text == "~":
        return "about", start
    for size in (3, 2, 1):
        words = tuple(_word(tokens, i) for i in range(start - size, start))
        if words in _MODIFIERS:
            return _MODIFIERS[words], start - size
    return "", start


# --- words --------------------------------------------------------------------------------------------------------


def _word(tokens: list[_Token], at: int) -> str:
    """The lower-case word at an index; empty beyond the ends."""
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _is(tokens: list[_Token], at: int, word: str) -> bool:
    return _word(tokens, at) == word


def _touches(tokens: list[_Token], at: int) -> bool:
    """No blank stands between token `at` and its neighbour on the number's side."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def _is_plural(word: str) -> bool:
    return word in _PEOPLE or (len(word) > 3 and word.endswith("s") and not _SINGULAR_S.search(word))


def _singular(word: str) -> str:
    """A plain singular, enough to compare kinds: "bodies" -> "body", "churches" -> "church"."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if _is_plural(word) and word.endswith("s") else word
