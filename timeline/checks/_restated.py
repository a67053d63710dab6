"""Figures told a second time, as the words themselves say: the headline's and the lead's, "a nine-hour siege" and "the
six-hour siege", "jailed for nine years" and "the seven-year sentence", "carrying six people" and "the five aboard".

Read from the words alone; what the text tells too, in whatever words, is never held against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.checks._calendar import MONTH
from timeline.checks._check import sentence
from timeline.checks._figures import HARM
from timeline.checks._numbers import BLANK
from timeline.checks._stories import content
from timeline.figures import figures
from timeline.model import Article, BlockKind, Figure, Span

_LEAD = 300  # characters of the text: what a headline is taken from
_SHARED, _SHARED_MEASURED = 2, 3  # telling words that the headline and the lead's sentence have in common
_TIMES_MAX = 2  # figures further apart tell two things
_ROUNDED = 0.1  # a headline rounds
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.IGNORECASE)
_DIGITS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_PART = re.compile(
    r"\b(?:of|from|than|with|another|other|further|extra|additional|first|last|previous)\s+(?:(?:its|the|his|her|their|a|total)\s+){0,2}$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:more|others?|each|apiece|a\s+share|per)\b|\s*(?:to|-|–)\s*\d", re.IGNORECASE)
_SCORE = re.compile(r"(?<![\d.,:/$£€–-])(?P<us>\d{1,3})[-–](?P<them>\d{1,3})(?![\d.:/%–-]|,\d|\s*(?:pct|percent))")
_WON = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|victory|defeat(?:s|ed)?|loss|lost|draw[ns]?|drew|triumph|thrash(?:ed)?|rout(?:ed)?)\b",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(r"(?:\b(?P<some>an?)|\b(?P<the>the|his|her|its|their|this|that)|['’]s)\s+$", re.IGNORECASE)
_NOUN = re.compile(
    r"[-\s](?:(?:prison|jail|cash|rescue|hostile|proposed|planned)\s)?(?P<noun>[a-z]{3,}[^\Ws])\b(?![-’'])"
)
_MEASURES = frozenset({"money", "duration", "distance", "area"})
_NO_NOUN = frozenset("per period ago old long more extra added additional addition further away later".split())
# What introduces the measure of a thing that is named later: "was jailed for nine years", "to buy Roe for $3 billion".
_DEALS = r"\b(?:to\s+)?(?:buy(?:s|ing)?|bought|acquir(?:e|es|ed|ing)|tak(?:e|es|en|ing)\s+over|took\s+over)\b"
_INTRODUCED = {
    "sentence": re.compile(r"\b(?:jailed|imprisoned|sentenced|sent\s+to\s+prison)\s+(?:for|to)\s+$", re.IGNORECASE),
    "takeover": re.compile(_DEALS + r"[^.;]{1,80}\bfor\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE),
}
_KIN = {
    **dict.fromkeys(("sentence", "term"), "sentence"),
    **dict.fromkeys(("takeover", "acquisition", "buyout", "purchase"), "takeover"),
}
_OTHER = re.compile(
    r"\b(?:earlier|previous|original|initial|(?:first|second|third)(?!-)|another|separate|maximum|minimum|mandatory|suspended|reduced|revised|"
    r"increased|raised|improved|also|co-defendant|brother|accomplice)\b",
    re.IGNORECASE,
)
_N = r"(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ABOARD = (
    re.compile(rf"\b{_N}(?:{BLANK}(?:people|persons))?{BLANK}(?:aboard|on{BLANK}board)\b", re.IGNORECASE),
    re.compile(rf"\bcarrying{BLANK}{_N}{BLANK}(?:people|persons)\b", re.IGNORECASE),
)  # fmt: skip
_ELSEWHEN = re.compile(
    rf"\b(?:{MONTH}\s*\d|\d+\s+{MONTH}|1[89]\d\d|20\d\d|years?|months?|weeks?|another|other|second|last|earlier|previous|both|each)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\s+(?P<were>(?:were|had\s+been)\s+)?(?P<verb>arrested|detained|rescued|evacuated|charged|displaced|convicted|sacked|"
    r"abducted|kidnapped|captured|released|freed|expelled|deported)\b",
    re.IGNORECASE,
)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:least|than|about|around|some|up\s+to|nearly|almost|as\s+many\s+as|only|other)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Restated:
    """Two places of one article that tell one figure differently."""

    first: Span
    second: Span


def restated(article: Article) -> Iterator[Restated]:
    """Every figure that the article tells a second time in another way."""
    seen: set[Span] = set()
    for told in (*_headline(article), *_scores(article), *_named(article), *_aboard(article), *_counted(article)):
        if not {told.first, told.second} & seen:
            seen |= {told.first, told.second}
            yield told


# --- the headline -----------------------------------------------------------------------------------------------------


def _headline(article: Article) -> Iterator[Restated]:
    """An amount or a count of the headline that the text has nowhere, where the lead tells another one."""
    headline, body = _blocks(article)
    if headline is None or not body:
        return
    above = [f for f in figures(headline.of(article.text), headline.start) if f.kind not in HARM]
    below = [f for span in body for f in figures(span.of(article.text), span.start)] if above else []
    for told in above if len({(f.kind, f.unit) for f in above}) == len(above) else ():
        same = [f for f in below if _alike(f, told)]
        again = _retold(article.text, told, [f for f in same if f.span.start - body[0].start <= _LEAD], headline)
        if again and not any(_agree(f, told) for f in same) and _is_other(article.text, told, again, body[0].start):
            yield Restated(told.span, again.span)


def _retold(text: str, told: Figure, lead: Sequence[Figure], headline: Span) -> Figure | None:
    """The figure of the first sentences whose own sentence is like the headline; None where two are, or none is."""
    words = content(headline.of(text)) - content(told.text)
    around = {f.span: sentence(text, f.span.start, f.span.end).of(text) for f in lead}
    shared = {f.span: len(words & content(around[f.span])) for f in lead}
    best = [f for f in lead if shared[f.span] == max(shared.values())]
    enough = len(best) == 1 and shared[best[0].span] >= (_SHARED_MEASURED if told.unit else _SHARED)
    return best[0] if enough and not _is_sum(around[best[0].span], told, best[0]) else None


def _is_other(text: str, above: Figure, below: Figure, start: int) -> bool:
    """Neither rounded nor a part, and the headline's number stands nowhere in the text."""
    less, more = sorted((above.low, below.low))
    if not 0 < less < more <= less * _TIMES_MAX or (more - less <= _ROUNDED * less and _is_rounder(above, below)):
        return False
    if _PART.search(text, max(0, below.span.start - 24), below.span.start) or _MORE.match(text, below.span.end):
        return False
    return not _stands(text[start:], above) and below.text.split()[0].lower() not in ("a", "an")


def _is_rounder(above: Figure, below: Figure) -> bool:
    """The headline's number has fewer digits: "$3 billion" of "$2.96 billion"."""
    mine, theirs = (re.sub(r"\D", "", f.text).strip("0") for f in (above, below))
    return len(mine) < len(theirs) or not mine


def _stands(text: str, figure: Figure) -> bool:
    """Its number stands somewhere, in digits or in words."""
    numeral = next(
        (m[0].lower() for m in _NUMERAL.finditer(figure.text) if m[0][0].isdigit() or m[0].lower() in _DIGITS), ""
    )
    forms = {numeral, *(w for w, n in _DIGITS.items() if str(n) == numeral), str(_DIGITS.get(numeral, numeral))}
    return any(
        re.search(rf"(?<![\d.,]){re.escape(form)}(?![\d]|[.,]\d)", text, re.IGNORECASE) for form in forms if form
    )


def _is_sum(around: str, above: Figure, below: Figure) -> bool:
    """ "11 offices in Lowen and one in Salvo" are the headline's 12."""
    rest = abs(above.low - below.low)
    words = {float(_DIGITS[w]) for w in re.findall(r"[a-z]+", around.lower()) if w in _DIGITS}
    return rest in words or any(f.low <= rest <= f.high for f in figures(around))


def _scores(article: Article) -> Iterator[Restated]:
    """The headline's score, where the lead tells a win with another one and the text has the headline's nowhere."""
    headline, body = _blocks(article)
    above = list(_SCORE.finditer(article.text, headline.start, headline.end)) if headline and body else []
    if headline is None or len(above) != 1:
        return
    below = [m for span in body for m in _SCORE.finditer(article.text, span.start, span.end)]
    lead = [m for m in below if m.start() - body[0].start <= _LEAD]
    if len(lead) != 1 or any({m["us"], m["them"]} == {above[0]["us"], above[0]["them"]} for m in below):
        return
    around = sentence(article.text, *lead[0].span()).of(article.text)
    shared = content(headline.of(article.text)) & content(around)
    if _WON.search(around) and len(shared) >= _SHARED:
        yield Restated(Span(*above[0].span()), Span(*lead[0].span()))


# --- a thing and its measure ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Measured:
    figure: Figure
    noun: str
    is_known: bool  # "the six-hour siege", not "a nine-hour siege"
    is_done: bool  # by a verb: "was jailed for nine years"


def _named(article: Article) -> Iterator[Restated]:
    """ "The six-hour siege" after "a nine-hour siege", where no other words give it six."""
    text = article.text
    found = [f for f in figures(text) if f.kind in _MEASURES]
    things = [t for f in found if (t := _thing(text, f)) is not None]
    for n, later in enumerate(things):
        if not (
            later.is_known or (later.is_done and n == 1 and _is_headline(article, things[0].figure))
        ) or _OTHER.search(sentence(text, later.figure.span.start, later.figure.span.end).of(text)):
            continue
        same = [t.figure for t in things if t.noun == later.noun and _alike(t.figure, later.figure)]
        if any(f is not later.figure and _agree(f, later.figure) for f in (*same, *found)):
            continue
        earlier = next((t.figure for t in things[:n] if t.noun == later.noun and not t.is_known), None)
        if earlier and _alike(earlier, later.figure) and not _is_another(text, earlier):
            yield Restated(earlier.span, later.figure.span)


def _thing(text: str, figure: Figure) -> _Measured | None:
    """What a figure measures: the noun after it, or what its verb makes of it."""
    for noun, pattern in _INTRODUCED.items():
        if pattern.search(text, max(0, figure.span.start - 140), figure.span.start):
            return _Measured(figure, noun, is_known=False, is_done=True)
    before = _BEFORE_NOUN.search(text, max(0, figure.span.start - 8), figure.span.start)
    after = _NOUN.match(text, figure.span.end)
    if before is None or after is None or after["noun"] in _NO_NOUN:
        return None
    noun = after["noun"]
    return _Measured(figure, _KIN.get(noun, noun), is_known=not before["some"], is_done=False)


def _is_headline(article: Article, figure: Figure) -> bool:
    return any(b.kind is BlockKind.HEADLINE and b.span.contains(figure.span) for b in article.blocks)


def _is_another(text: str, figure: Figure) -> bool:
    return _OTHER.search(sentence(text, figure.span.start, figure.span.end).of(text)) is not None


# --- who was on board -------------------------------------------------------------------------------------------------


def _aboard(article: Article) -> Iterator[Restated]:
    """Two counts of all who were on board of the only craft told of."""
    found = sorted((m for p in _ABOARD for m in p.finditer(article.text)), key=lambda m: m.start())
    told = [m for m in found if not _is_elsewhen(article.text, Span(*m.span()))]
    counts = {_number(m["n"]) for m in told}
    if len(counts) == 2 and max(counts) <= _TIMES_MAX * min(counts):
        second = next(m for m in told if _number(m["n"]) != _number(told[0]["n"]))
        yield Restated(Span(*told[0].span()), Span(*second.span()))


def _is_elsewhen(text: str, span: Span) -> bool:
    """A part of them, a rough count, or those of another day's craft."""
    around = sentence(text, span.start, span.end).of(text)
    return bool(_ELSEWHEN.search(around) or _ROUGH.search(text, max(0, span.start - 16), span.start))


def _counted(article: Article) -> Iterator[Restated]:
    """ "Of the 51 people arrested" after "41 people were arrested"."""
    text = article.text
    told: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures(text) if _DONE.search(text) else ():
        done = _DONE.match(text, figure.span.end)
        if done is None or figure.unit or figure.low != figure.high:
            continue
        before = told.setdefault((figure.kind, done["verb"].lower()), [])
        known = _THE.search(text, max(0, figure.span.start - 5), figure.span.start)
        if known and not done["were"] and len({f.low for f in before}) == 1 and not _agree(before[0], figure):
            yield Restated(before[0].span, figure.span)
        elif done["were"] and not known and not _is_elsewhen(text, figure.span):
            before.append(figure)


# --- words ------------------------------------------------------------------------------------------------------------


def _blocks(article: Article) -> tuple[Span | None, Sequence[Span]]:
    """The headline, and the paragraphs."""
    headline = next((b.span for b in article.blocks if b.kind is BlockKind.HEADLINE), None)
    return headline, [b.span for b in article.blocks if b.kind is BlockKind.BODY]


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _DIGITS[word.lower()]


def _alike(a: Figure, b: Figure) -> bool:
    """Of one kind, in one unit."""
    return (a.kind, a.unit) == (b.kind, b.unit)


def _agree(a: Figure, b: Figure) -> bool:
    return _alike(a, b) and a.low <= b.high and b.low <= a.high
