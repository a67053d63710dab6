"""Which articles tell one story."""

from __future__ import annotations

from timeline import articles
from timeline.events.alike import groups, likeness
from timeline.model import Basis, PublicationDate, Reading


def _reading(id: str, text: str) -> Reading:
    return Reading(articles.from_text(text, id=id), PublicationDate(None, None, 0.0, Basis.NONE), ())


FERRY = "The ferry Santa Rita collided with a freighter in fog off Port Salvo, the coast guard said."
FERRY_TOO = "Divers reached the ferry Santa Rita off Port Salvo, where it collided with a freighter in fog."
QUAKE = "A strong earthquake shook the Amaro Islands and damaged a hospital in Tavira, the civil defense office said."
QUAKE_TOO = "The hospital in Tavira was evacuated after an earthquake shook the Amaro Islands."


def test_articles_that_share_rare_words_tell_one_story() -> None:
    told = [_reading("a", FERRY), _reading("b", QUAKE), _reading("c", FERRY_TOO), _reading("d", QUAKE_TOO)]
    found = groups(told)
    assert found["a"] == found["c"]
    assert found["b"] == found["d"]
    assert found["a"] != found["b"]


def test_two_articles_of_one_story_alone_are_one_group() -> None:
    assert len(set(groups([_reading("a", FERRY), _reading("c", FERRY_TOO)]).values())) == 1


def test_groups_do_not_depend_on_the_order() -> None:
    told = [_reading("a", FERRY), _reading("b", QUAKE), _reading("c", FERRY_TOO), _reading("d", QUAKE_TOO)]
    one, other = groups(told), groups(told[::-1])
    pairs = [("a", "c"), ("b", "d"), ("a", "b")]
    assert [one[x] == one[y] for x, y in pairs] == [other[x] == other[y] for x, y in pairs]


def test_likeness_is_between_nothing_and_all() -> None:
    found = likeness([_reading("a", FERRY), _reading("b", FERRY), _reading("c", "Wholly unrelated prose.")])
    assert round(found["a", "b"], 9) == 1
    assert found["a", "c"] < 0.01
