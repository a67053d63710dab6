from __future__ import annotations

from dataclasses import replace

from tests.samples import harbour_fire
from timeline.model import Copy
from timeline.story import additions


def test_each_article_has_what_it_was_the_first_to_tell() -> None:
    post, wire = additions(harbour_fire())
    assert post.events == ("e1", "e2", "e3", "e4", "e5", "e6")
    assert (post.times, post.figures) == ((), ())  # those of an event it tells first come with the event
    assert wire.events == ("e7",)
    assert [c.quote.text for c in wire.times] == ["Monday night"]
    assert [c.quote.text for c in wire.figures] == ["Nearly 20 workers"]


def test_what_was_told_before_adds_nothing() -> None:
    story = harbour_fire()
    post, wire = story.readings
    same = tuple(replace(m, time=post.mentions[0].time) if m.id == "wire.m2" else m for m in wire.mentions)
    _, second = additions(replace(story, readings=(post, replace(wire, mentions=same))))
    assert second.times == ()


def test_a_copy_adds_nothing() -> None:
    story = replace(harbour_fire(), copies=(Copy("wire", "post", 1.0, "the same text"),))
    post, wire = additions(story)
    assert not wire
    assert "e7" in post.events


def test_articles_come_in_order_of_publication() -> None:
    story = harbour_fire()
    turned = replace(story, readings=tuple(reversed(story.readings)))
    assert [a.article_id for a in additions(turned)] == ["post", "wire"]
