"""Why an order is inferred, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.links.traits import FIRST, SECOND, Trait
from timeline.model import Mention, RelationKind

TENSES = {
    "past": "the simple past",
    "past perfect": "the past perfect",
    "present perfect": "the present perfect",
    "present": "the present",
    "will": "the future",
    "would": "the conditional",
    "modal": "what may or should be",
    "to": "the infinitive",
    "participle in -ing": "a participle",
    "past participle": "a participle",
}
"""What a verb is told in."""

CLAUSES = {
    "ROOT": "the main clause",
    "ccomp": "what is said or thought",
    "xcomp": "what another verb leads to",
    "advcl": "a subordinate clause",
    "relcl": "a relative clause",
    "acl": "what describes a noun",
    "conj": "a clause joined to another",
    "pcomp": "what follows a preposition",
    "parataxis": "an inserted clause",
}
"""Where a verb stands."""

STATUSES = {"intended": "intended", "alleged": "alleged", "ongoing": "still going on"}

PLACES = {
    "next sentence": "the next sentence mostly tells what came next",
    "below, ccomp": "the second is what the first says or thinks",
    "above, ccomp": "the first is what the second says or thinks",
    "below, advcl": "the second stands in a subordinate clause",
    "above, advcl": "the first stands in a subordinate clause",
    "below, xcomp": "the first leads to the second",
    "below, conj": "the two are joined",
    "below, relcl": "the second describes what the first tells of",
    "above, relcl": "the first describes what the second tells of",
}
"""How the two stand to each other."""

MOST = 2
"""How many reasons are told."""


def why(
    first: Mention,
    second: Mention,
    kind: RelationKind,
    found: Iterable[Trait],
    weights: Mapping[str, Sequence[float]],
) -> str:
    """The strongest reasons for the order, or that one is told first where nothing says more."""
    turned = -1.0 if kind is RelationKind.AFTER else 1.0
    pushes = []
    for row, column in found:
        weight = weights.get(row)
        if weight is not None and (push := turned * (weight[column] - weight[column + 1])) > 0:
            pushes.append((push, row, column))
    told: list[str] = []
    for _, row, column in sorted(pushes, reverse=True):
        says = _says(row, second if column == SECOND else first, earlier=(column == FIRST) == (turned > 0))
        if says and says not in told:
            told.append(says)
        if len(told) == MOST:
            break
    return "; ".join(told) or f"told in this order: “{first.text}”, “{second.text}”"


def _says(row: str, mention: Mention, *, earlier: bool) -> str:
    """What a row of the weights says of the mention, in words; empty for one that says nothing to a reader."""
    kind, _, value = row.removeprefix("same: ").removeprefix("next: ").partition(" ")
    word = f"“{mention.text}”"
    if kind == "tense" and value in TENSES:
        return f"{word} is told in {TENSES[value]}"
    if kind == "clause" and value in CLAUSES:
        return f"{word} stands in {CLAUSES[value]}"
    if kind in ("frame", "class"):
        return f"verbs like {word} mostly tell what came {'earlier' if earlier else 'later'}"
    if kind == "status" and value in STATUSES:
        return f"{word} is {STATUSES[value]}"
    if kind in ("mark", "adverb", "preposition"):
        return f"“{value}” stands beside {word}"
    if kind == "dates:":
        return "by their dates"
    return PLACES.get(value, "") if kind == "place:" else ""
