"""What a story's events are about: for each event one subject, in words that a reader knows from the articles.

A subject is a name (“Nordmark Oil”), a thing that is acted on (“Harbour”) or a kind of happening (“Funeral”) that
several events share. Subjects are taken one after another, each time the one that tells most of what is left.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.lexicon import is_tabled
from timeline.model import Event, EventClass, Mention, Role, Timeline
from timeline.story.claims import PRONOUNS

MOST_TOPICS = 12
"""Subjects beyond these, and those of a single event, are left out."""

MOST_SHARE = 0.4
"""What more of the events share than this is what the whole story is about, and tells none of them from another …"""

FEW = 6
"""… unless there are only so many events."""

MOST_LEAST = 5
"""So many events share a subject at least, two where there are few of them."""

NAME_COUNTS, TITLE_COUNTS = 1.5, 0.3
"""A name tells a reader more than a noun; what the story's title says is what all of it is about."""

MOSTLY = 0.6
"""A short name is taken for the longer one that makes up more than this of all longer ones."""

LONGEST = 30
"""Characters of a subject."""

VAGUE = frozenset(
    """area billion case company country day dollar end fact government group hour matter member million minute month
    number official one part people percent percentage person place point rest result second series side source
    spokesman spokesperson spokeswoman statement thing thousand time today way week year""".split()
)
"""Nouns that tell nobody what an event is about."""

LEGAL_FORMS = frozenset(
    """ab ag as asa bv co companies company corp corporation gmbh group holding holdings inc incorporated llc llp
    limited ltd lp nv oy plc pty sa sarl se spa srl""".split()
)
"""At the end of a company's name these tell nothing: "Nordmark Oil Inc." is "Nordmark Oil"."""

ADJECTIVES = ("n", "ese", "i")
"""What makes a country's name an adjective: "North Korean" is of "North Korea"."""

_WORD = r"\b(?![\d_])[^\W a-z][\w.’']*(?:-[^\W\d_a-z][\w.’']*)*(?!-?\w)"  # not the "Iran" of "Iran-backed"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:(?:of|de|la|van|von|al|bin)\s+)?{_WORD})*")
_START = re.compile(r"(?:the|an?|his|her|its|their|our|my|some|no|this|that|these|those|other)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an event may be about: `key` is alike for alike subjects, `words` as this event's article writes it."""

    key: str
    words: str
    is_name: bool = False


def topics(timeline: Timeline, events: Sequence[Event]) -> dict[str, str]:
    """The subject of each event that shares one with others, by the event's id; the broadest subjects first."""
    named = {e.id: tuple(_subjects(timeline, e)) for e in events}
    keys = _joined(Counter(s.key for subjects in named.values() for s in subjects if s.is_name))
    of: dict[str, set[str]] = defaultdict(set)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    names = set()
    for event in events:
        for subject in named[event.id]:
            key = keys.get(subject.key, subject.key)
            of[key].add(event.id)
            written[key][subject.words] += 1
            if subject.is_name:
                names.add(key)
    title = frozenset(re.findall(r"\w+", timeline.title.casefold().replace(".", "")))
    weights = {k: (NAME_COUNTS if k in names else 1) * (TITLE_COUNTS if title >= set(k.split()) else 1) for k in of}
    taken = _taken(of, weights, len(events))
    headings = {key: _heading(written[key]) for key in taken}
    about = {event_id: key for key, ids in taken.items() for event_id in ids}
    spoken = {e.id: _spoken_of(timeline, e, keys, taken) for e in events if e.id not in about}
    return {event_id: headings[key] for event_id, key in (about | spoken).items() if key}


def _taken(of: Mapping[str, set[str]], weights: Mapping[str, float], events: int) -> dict[str, set[str]]:
    """The events of each subject, until none is left that enough events share; of equal ones the first by name."""
    least, most = min(MOST_LEAST, 2 + events // 100), events if events <= FEW else MOST_SHARE * events
    left = {key: ids for key, ids in of.items() if len(ids) <= most}
    found: dict[str, set[str]] = {}
    while len(found) < MOST_TOPICS:
        left = {key: ids for key, ids in left.items() if len(ids) >= least}
        if not left:
            break
        best = min(left, key=lambda k: (-len(left[k]) * weights[k], k))
        found[best] = left.pop(best)
        left = {key: ids - found[best] for key, ids in left.items()}
    return found


def _spoken_of(timeline: Timeline, event: Event, keys: Mapping[str, str], taken: Mapping[str, object]) -> str:
    """The broadest of these subjects that the event's sentences name, where none takes part in it; else nothing."""
    mentions = [timeline.mentions[m] for m in event.mentions]
    texts = (timeline.articles[m.article_id].text[m.sentence.start : m.sentence.end] for m in mentions)
    named = {keys.get(s.key, s.key) for text in texts for s in _names(text)}
    return next((key for key in taken if key in named), "")


def _subjects(timeline: Timeline, event: Event) -> Iterator[_Subject]:
    """Everything that the event may be about."""
    if event.place:
        yield from _names(event.place.text)
    for mention in (timeline.mentions[m] for m in event.mentions):
        yield from _acting(mention)
        if mention.event_class is EventClass.OCCURRENCE and is_tabled(mention.frame):
            words = mention.frame.replace("-", " ").replace("_", " ")
            yield _Subject(words, words)


def _acting(mention: Mention) -> Iterator[_Subject]:
    """Names and nouns of who and what takes part; who tells it does so only where telling is what happens."""
    tells = mention.event_class is EventClass.REPORTING
    for participant in (p for p in mention.participants if tells or p.role is not Role.SPEAKER):
        names = tuple(_names(participant.text))
        yield from names
        head = participant.head
        if not names and len(head) > 2 and head.isalpha() and head not in VAGUE and head not in PRONOUNS:
            yield _Subject(head, _plain(participant.text, head))


def _names(text: str) -> Iterator[_Subject]:
    """What is written with capitals, without the article before it."""
    for match in _NAME.finditer(_START.sub("", " ".join(text.split()), count=1)):
        words = re.sub(r"[’']s?$", "", match[0]).strip("-")
        words = words if words.count(".") > 1 else words.rstrip(".")  # the dots of "U.S." belong to it
        if len(words) > 1 and words.casefold() not in PRONOUNS | VAGUE:
            yield _Subject(_key(words), words, is_name=True)


def _key(name: str) -> str:
    """What is alike for one name in two spellings: "U.S." is "US", "Nordmark Corp." is "Nordmark"."""
    words = name.casefold().replace(".", "").split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def _plain(text: str, head: str) -> str:
    """The noun phrase without its article, or the noun alone where that is long: "oil depot"."""
    words = _START.sub("", " ".join(text.split()), count=1)
    return words if len(words.split()) <= 2 and words[:1].isalpha() and len(words) <= LONGEST else head


def _joined(names: Counter[str]) -> dict[str, str]:
    """The name that each name is short for: "Calder" for "Ines Calder", where most longer ones are that one."""
    longer: dict[str, Counter[str]] = defaultdict(Counter)
    for name, number in names.items():
        words = name.split()
        for cut in range(1, len(words)):
            longer[" ".join(words[cut:])][" ".join(words[cut - 1 :])] += number
            longer[" ".join(words[:cut])][" ".join(words[: cut + 1])] += number
    joined: dict[str, str] = {}
    for name in sorted({*names, *longer}, key=lambda n: (-len(n), n)):
        ((whole, number),) = longer[name].most_common(1) or [(name, 0)]
        joined[name] = joined.get(whole, whole) if number > MOSTLY * longer[name].total() else name
    of_country = {
        n: n.removesuffix(e) for n in names for e in ADJECTIVES if n.endswith(e) and n.removesuffix(e) in names
    }
    return {name: joined[of_country.get(name, name)] for name in names}


def _heading(forms: Counter[str]) -> str:
    """The way in which a subject is written most often, the shorter of two; its first letter large."""
    best = min(forms, key=lambda form: (-forms[form], len(form), form))
    cut = best if len(best) <= LONGEST else best[: LONGEST - 1].rstrip() + "…"
    return cut if any(c.isupper() for c in cut.split()[0]) else cut[:1].upper() + cut[1:]
