"""Deciding through forms: each kind of edit, undoing, what is refused, and the second of two people."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from timeline import articles, edits
from timeline.model import Entry, Event, Mention, SetTitle, Timeline
from timeline.store import Store, queries
from timeline.story.refs import event_ref, finding_ref, link_at, link_ref, mention_ref

PORT = (
    "Gunmen attacked the oil depot in Lowen on Monday night, police said.\n\n"
    "No worker was hurt in Monday night's attack on the oil depot.\n\n"
    "Police are still investigating Wednesday night's attack on the oil depot.\n\n"
    "A bridge collapsed near Lowen on Sunday. The mayor resigned on Tuesday."
)


@pytest.fixture
def story(store: Store) -> str:
    return store.add_article(articles.from_text(PORT, title="Port", published=dt.date(2019, 9, 26)))[0]


def mention(timeline: Timeline, trigger: str) -> Mention:
    return next(m for m in timeline.mentions.values() if m.text == trigger)


def event(timeline: Timeline, trigger: str) -> Event:
    return timeline.event_of[mention(timeline, trigger).id]


def ref(store: Store, story: str, trigger: str) -> str:
    timeline = store.timeline(story)
    return event_ref(timeline, event(timeline, trigger))


def send(client: FlaskClient, story: str, kind: str, **fields: object) -> str:
    """The address to which a kept edit leads."""
    answer = client.post(f"/stories/{story}/edits", data={"kind": kind, **fields})
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def test_title_date_and_status_are_saved_with_one_button(client: FlaskClient, store: Store, story: str) -> None:
    fields = {
        "event": ref(store, story, "collapsed"),
        "was_title": "A bridge",
        "title": "Bridge down",
        "status": "alleged",
    }
    fields |= {"was_time": "2019-09-22", "time": "Saturday evening", "was_status": "occurred"}
    address = send(client, story, "change", **fields)
    timeline = store.timeline(story)
    changed = event(timeline, "collapsed")
    assert changed.time
    assert (changed.title, changed.status, changed.time.start) == (
        "Bridge down",
        "alleged",
        dt.datetime(2019, 9, 21, 18),
    )
    assert address == f"/stories/{story}?event={changed.id}#panel"
    page = client.get(address).text
    assert "Date set to Sat 21 Sept 2019, 18:00–24:00" in page
    assert "A bridge collapsed near Lowen" in page
    assert 'value="Saturday evening"' in page


def test_a_field_that_was_left_alone_is_no_edit(client: FlaskClient, store: Store, story: str) -> None:
    same = {"was_time": "2019-09-22", "time": "2019-09-22", "was_status": "occurred", "status": "occurred"}
    title = {"was_title": "x", "title": "Down"}
    send(client, story, "change", event=ref(store, story, "collapsed"), **same, **title)
    assert [e.edit.kind for e in store.history(story)] == ["set-title"]
    send(client, story, "change", event=ref(store, story, "collapsed"), **same, was_title="Down", title="Down")
    assert len(store.history(story)) == 1


def test_events_are_joined_and_set_apart(client: FlaskClient, store: Store, story: str) -> None:
    bridge, mayor = ref(store, story, "collapsed"), ref(store, story, "resigned")
    address = send(client, story, "merge", event=mayor, other=bridge)
    timeline = store.timeline(story)
    joined = event(timeline, "collapsed")
    assert joined == event(timeline, "resigned")
    assert address.startswith(f"/stories/{story}?event={joined.id}")
    assert "joined" in client.get(address).text
    send(client, story, "split", event=bridge, mentions=[mention_ref(mention(timeline, "resigned"))])
    timeline = store.timeline(story)
    assert event(timeline, "collapsed") != event(timeline, "resigned")


def test_an_event_and_a_link_are_added_by_hand(client: FlaskClient, store: Store, story: str) -> None:
    article = next(iter(store.timeline(story).articles))
    address = send(client, story, "add-event", title="Fog & rain", time="Sunday", words="near Lowen", article=article)
    timeline = store.timeline(story)
    fog = next(e for e in timeline.events if e.title == "Fog & rain")
    assert fog.time
    assert fog.time.first_day == dt.date(2019, 9, 22)
    assert f"event={fog.id}" in address
    send(client, story, "add-link", event="+1", other=ref(store, story, "collapsed"), relation="before", note="seen")
    page = client.get(f"/stories/{story}?event={fog.id}").text
    assert "Fog &amp; rain" in page
    assert "by hand" in page
    assert "a person says so: seen" in page
    send(client, story, "add-event", title="Nowhere told")
    bare = next(e for e in store.timeline(story).events if e.title == "Nowhere told")
    assert client.get(f"/stories/{story}?event={bare.id}").status_code == 200
    assert client.get(f"/stories/{story}/figure.json").status_code == 200


def test_a_link_is_hidden_at_either_of_its_events(client: FlaskClient, store: Store, story: str) -> None:
    before = store.timeline(story)
    link = before.links[0]
    for number, seen_from in enumerate((link.source, link.target)):
        panel = f"/stories/{story}?event={seen_from}"
        wanted = re.search(r'name="link" value="([^"]+)"', client.get(panel).text)
        assert wanted
        assert link_at(store.timeline(story), wanted[1]).id == link.id
        made = client.post(f"/stories/{story}/edits?event={seen_from}", data={"kind": "hide-link", "link": wanted[1]})
        assert made.headers["Location"] == f"{panel}#panel"
        assert "Link hidden: " in client.get(panel).text
        assert [link_ref(before, k) for k in store.timeline(story).hidden_links] == [link_ref(before, link)]
        client.post(f"/stories/{story}/edits/{1 + 2 * number}/undo")
        assert store.timeline(story).links == before.links


def test_a_hidden_event_comes_back(client: FlaskClient, store: Store, story: str) -> None:
    address = send(client, story, "hide", event=ref(store, story, "resigned"))
    assert "event=" not in address
    assert "The mayor" not in [e.title[:9] for e in store.timeline(story).events]
    page = client.get(f"/stories/{story}/history").text
    assert "1 event hidden" in page
    assert client.post(f"/stories/{story}/edits/1/undo", data={"back": "history"}).status_code == 303
    assert store.timeline(story).hidden == ()


def test_a_finding_is_dismissed_folded_away_and_opened_again(client: FlaskClient, store: Store, story: str) -> None:
    finding = next(f for f in store.timeline(story).findings if f.check == "time-conflict")
    address = send(client, story, "judge", finding=finding_ref(finding), verdict="dismissed", note="<i>slip</i>")
    assert address == f"/stories/{story}/report#{finding.id}"
    page = client.get(address).text
    assert "1 finding dismissed or explained" in page
    assert "&lt;i&gt;slip&lt;/i&gt;" in page
    assert store.stories()[-1].findings.high == 0
    assert client.post(f"/stories/{story}/edits/1/undo").headers["Location"] == address
    assert "dismissed or explained" not in client.get(address).text
    assert store.stories()[-1].findings.high == 1


def test_what_if_shows_the_difference_and_keeps_nothing(client: FlaskClient, store: Store, story: str) -> None:
    article = next(iter(store.timeline(story).articles))
    page = f"/stories/{story}/articles/{article}"
    asked = client.post(f"{page}/publication", data={"published": "2019-10-03", "what_if": "1"})
    assert asked.headers["Location"] == f"{page}?what_if=2019-10-03#what-if"
    shown = client.get(asked.headers["Location"]).text
    assert "If it was published Thu 3 Oct 2019" in shown
    assert "A bridge collapsed near Lowen</th><td><del>Sun 22 Sept 2019</del></td><td>Sun 29 Sept 2019" in shown
    assert store.history(story) == ()
    assert "Nothing would change" in client.get(f"{page}?what_if=2019-09-26").text
    assert client.get(f"{page}?what_if=soon").status_code == 400


def test_the_history_tells_who_when_and_what(client: FlaskClient, store: Store, story: str) -> None:
    assert "Nobody has changed anything yet" in client.get(f"/stories/{story}/history").text
    send(client, story, "hide", event=ref(store, story, "resigned"))
    send(client, story, "add-event", title="<b>Fog</b>")
    client.post(f"/stories/{story}/edits/2/undo")
    page = client.get(f"/stories/{story}/history").text
    assert "Added the event “&lt;b&gt;Fog&lt;/b&gt;”" in page
    assert 'undone by <a href="#edit-3">edit 3</a>' in page
    assert "Undone: added the event “&lt;b&gt;Fog&lt;/b&gt;”" in page
    assert "edits.json" in page


def test_an_undone_edit_is_brought_back_where_it_stands(client: FlaskClient, store: Store, story: str) -> None:
    send(client, story, "add-event", title="Fog")
    client.post(f"/stories/{story}/edits/1/undo")
    page = client.get(f"/stories/{story}/history").text
    assert 'aria-label="Bring back edit 2"' in page
    client.post(f"/stories/{story}/edits/2/undo", data={"back": "history"})
    assert "Fog" in [e.title for e in store.timeline(story).events]


def test_the_history_names_articles_by_their_headlines(client: FlaskClient, store: Store, story: str) -> None:
    article = next(iter(store.timeline(story).articles))
    store.set_publication(story, article, dt.date(2019, 10, 3))
    assert "Set the publication date of “Port” to Thu 3 Oct 2019" in client.get(f"/stories/{story}/history").text


def test_an_edit_that_lost_its_words_shows_what_it_held_on_to(client: FlaskClient, store: Store, story: str) -> None:
    timeline = store.timeline(story)
    anchor = edits.anchored_event(timeline, event(timeline, "collapsed"))
    quotes = tuple(
        replace(q, exact="sank", prefix="where a <i>bridge</i> ", suffix=" in fog or so") for q in anchor.quotes
    )
    with store._writer.begin() as db:
        queries.write(
            db, story, Entry(1, SetTitle(replace(anchor, quotes=quotes), "Gone"), "Ada", dt.datetime.now(dt.UTC))
        )
        store._touch(db, story)
    page = client.get(f"/stories/{story}/history").text
    assert "1 edit lost its place" in page
    assert '… a &lt;i&gt;bridge&lt;/i&gt; <mark class="hit">sank</mark> in fog or …' in page
    assert "“Port” no longer says “sank”." in page


def test_an_edit_without_a_place_is_on_top_of_the_history(client: FlaskClient, store: Store, story: str) -> None:
    send(client, story, "add-event", title="Fog")
    send(client, story, "set-title", event="+1", title="Dense fog")
    client.post(f"/stories/{story}/edits/1/undo")
    page = client.get(f"/stories/{story}/history").text
    assert "1 edit lost its place" in page
    assert "“Fog” is not shown." in page


def test_the_second_of_two_people_is_told_what_the_first_did(client: FlaskClient, store: Store, story: str) -> None:
    bridge = ref(store, story, "collapsed")
    send(client, story, "set-title", event=bridge, title="First", seen="0")
    told = client.post(
        f"/stories/{story}/edits", data={"kind": "set-title", "event": bridge, "title": "Second", "seen": "0"}
    )
    assert told.status_code == 409
    assert "Somebody has changed this since you looked: renamed “A bridge collapsed near Lowen” to “First”" in told.text
    assert "Renamed “First” to “Second”" in told.text
    send(client, story, "set-status", event=bridge, status="alleged", seen="0")
    assert event(store.timeline(story), "collapsed").title == "First"


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"kind": "dance"}, 400, "No kind of edit &#39;dance&#39;; choose from set-publication"),
        ({"kind": "set-title", "event": "e99", "title": "x"}, 404, "This story has no event &#39;e99&#39;"),
        ({"kind": "set-title", "event": "e1", "title": " "}, 400, "A title has 1 to 200 characters"),
        ({"kind": "set-title", "event": "e1", "title": "x" * 201}, 400, "A title has 1 to 200 characters"),
        ({"kind": "set-time", "event": "e1", "time": "soon"}, 400, "Can&#39;t read “soon” as a time"),
        (
            {"kind": "set-status", "event": "e1", "status": "maybe"},
            400,
            "No status &#39;maybe&#39;; choose from occurred",
        ),
        ({"kind": "merge", "event": "e1", "other": "e1"}, 400, "Choose another event to join it with"),
        ({"kind": "merge", "event": "e1", "other": ""}, 404, "has no event &#39;&#39;"),
        ({"kind": "split", "event": "e1"}, 400, "Choose some of the event&#39;s"),
        ({"kind": "add-link", "event": "e1", "other": "e2", "relation": "likes"}, 400, "No relation &#39;likes&#39;"),
        (
            {"kind": "add-event", "title": "Fog", "words": "nowhere", "article": "port"},
            404,
            "does not stand in that article",
        ),
        ({"kind": "add-event", "title": "Fog", "words": "near", "article": "nope"}, 404, "has no &#39;nope&#39;"),
        ({"kind": "judge", "finding": "f1", "verdict": "explained"}, 400, "Say in the note what explains it"),
        ({"kind": "judge", "finding": "f99", "verdict": "confirmed"}, 404, "no finding &#39;f99&#39;"),
        (
            {"kind": "judge", "finding": "f1", "verdict": "confirmed", "note": "x" * 2001},
            400,
            "at most 2,000 characters",
        ),
    ],
)
def test_what_can_not_be_done_is_said_and_nothing_is_kept(
    client: FlaskClient, store: Store, story: str, fields: dict[str, str], status: int, sentence: str
) -> None:
    answer = client.post(f"/stories/{story}/edits", data=fields)
    assert answer.status_code == status
    assert sentence in answer.text
    assert store.history(story) == ()


def test_undoing_what_is_not_there_or_undone_is_said(client: FlaskClient, store: Store, story: str) -> None:
    assert client.post(f"/stories/{story}/edits/7/undo").status_code == 404
    assert client.post(f"/stories/{story}/edits/x/undo").status_code == 404
    send(client, story, "add-event", title="Fog")
    client.post(f"/stories/{story}/edits/1/undo")
    again = client.post(f"/stories/{story}/edits/1/undo")
    assert again.status_code == 409
    assert "Entry 1 is undone already, by entry 2" in again.text


def test_a_finding_is_judged_in_the_report_or_in_the_panel_and_seen_there(
    client: FlaskClient, store: Store, story: str
) -> None:
    timeline = store.timeline(story)
    attack, found = event(timeline, "attack"), timeline.findings[0]
    sent = {"kind": "judge", "finding": finding_ref(found), "verdict": "confirmed"}
    asked = f"/stories/{story}/edits?event={attack.id}&lanes=topic"
    in_report = client.post(asked, data=sent).headers["Location"]
    in_panel = client.post(asked, data={**sent, "back": "panel"}).headers["Location"]
    gone = client.post(asked.replace(attack.id, "e99"), data={**sent, "back": "panel"}).headers["Location"]
    assert in_report == f"/stories/{story}/report#{found.id}"
    assert in_panel == f"/stories/{story}?event={attack.id}&lanes=topic#panel"
    assert gone == f"/stories/{story}?lanes=topic#panel"


def test_saving_nothing_leaves_the_event_open(client: FlaskClient, store: Store, story: str) -> None:
    collapsed = event(store.timeline(story), "collapsed")
    same = {"kind": "change", "event": ref(store, story, "collapsed"), "was_title": "x", "title": "x"}
    answer = client.post(f"/stories/{story}/edits?event={collapsed.id}", data=same)
    assert answer.headers["Location"] == f"/stories/{story}?event={collapsed.id}#panel"
