"""Names of events and findings that stay when a change numbers all of them anew; pages and programs edit by them."""

from __future__ import annotations

from hashlib import sha256

from timeline.errors import NotFoundError
from timeline.model import Event, Finding, Link, Mention, Timeline


def added_id(number: int) -> str:
    """The id of the event or link, and of its one telling, that an entry of the log adds."""
    return f"h{number}"


def is_added(name: str) -> bool:
    """A person added what has this id."""
    return name[:1] == "h" and name[1:].isdecimal()


def added_by(event: Event) -> int | None:
    """The number of the log's entry that added the event; None when the machine found some telling of it."""
    added = [int(name[1:]) for name in event.mentions or (event.id,) if is_added(name)]
    return added[0] if len(added) == max(1, len(event.mentions)) else None


def mention_ref(mention: Mention) -> str:
    """Where the mention stands: "post:120-126"."""
    return f"{mention.article_id}:{mention.span.start}-{mention.span.end}"


def event_ref(timeline: Timeline, event: Event) -> str:
    """Where the event's first telling stands, or the number of the log's entry that added it: "+7"."""
    added = added_by(event)
    return mention_ref(timeline.mentions[event.mentions[0]]) if added is None else f"+{added}"


def link_added_by(link: Link) -> int | None:
    """The number of the log's entry that added the link; None for one that was read."""
    return int(link.id[1:]) if is_added(link.id) else None


def link_ref(timeline: Timeline, link: Link) -> str:
    """The link's two events and how they stand, "post:120-126 after post:40-45", or "+7" for one that was added."""
    added = link_added_by(link)
    if added is not None:
        return f"+{added}"
    source, target = (event_ref(timeline, timeline.event_by_id[e]) for e in (link.source, link.target))
    return f"{source} {link.relation} {target}"


def finding_ref(finding: Finding) -> str:
    """A digest of the finding's check and of where its quotes stand."""
    places = sorted((q.article_id, q.span.start, q.span.end) for q in finding.quotes)
    return sha256(repr((finding.check, places)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def event_at(timeline: Timeline, ref: str) -> Event:
    """The event of that name; an id will do too. Raises NotFoundError."""
    for event in timeline.events:
        added = added_by(event)
        told = [mention_ref(timeline.mentions[m]) for m in event.mentions] if added is None else [f"+{added}"]
        if ref == event.id or ref in told:
            return event
    raise NotFoundError(f"this story has no event {ref!r}")


def mention_at(timeline: Timeline, ref: str) -> Mention:
    """The mention of that name; an id will do too. Raises NotFoundError."""
    for mention in timeline.mentions.values():
        if ref in (mention.id, mention_ref(mention)):
            return mention
    raise NotFoundError(f"this story has no mention {ref!r}")


def link_at(timeline: Timeline, ref: str) -> Link:
    """The link of that name; an id will do too. Raises NotFoundError."""
    for link in timeline.links:
        if ref == link.id or (is_added(link.id) and ref == f"+{link_added_by(link)}"):
            return link
    source, _, rest = ref.partition(" ")
    relation, _, target = rest.partition(" ")
    if relation and target:
        wanted = (event_at(timeline, source).id, relation, event_at(timeline, target).id)
        for link in timeline.links:
            if not is_added(link.id) and (link.source, link.relation, link.target) == wanted:
                return link
    raise NotFoundError(f"this story has no link {ref!r}")


def finding_at(timeline: Timeline, ref: str) -> Finding:
    """The finding of that name; an id will do too. Raises NotFoundError."""
    for finding in timeline.findings:
        if ref in (finding.id, finding_ref(finding)):
            return finding
    raise NotFoundError(f"this story has no finding {ref!r}")
