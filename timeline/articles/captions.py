"""Photo captions, and those of older pictures, told from paragraphs by their form alone."""

from __future__ import annotations

import re

from timeline.model import BlockKind

LONGEST = 900
"""Characters; a longer paragraph is a story, even with a photo credit at its end."""

HEAD, TAIL, SENTENCE = 200, 160, 450
"""Characters that are looked at for an opening, for a credit, and for a first sentence."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_PICTURE = (
    r"(?:photo(?:graph)?|picture|image|frame(?:[ -]?grab)?|still|handout|video (?:grab|still|image|frame)"
    r"|screen ?(?:grab|shot))"
)
_WHEN = rf"(?:(?:\w+day,? )?{_DAY},? |\w+day,? )?"

_ARCHIVE_HEAD = re.compile(
    rf"\W*FILE\b\s*(?:PHOTO|PICTURE|IMAGE)?\s*(?:[-–—:.)/_]|\(|$)"  # FILE - Fires burn
    rf"|(?i:\W*(?:file|archive) {_PICTURE}\b)"  # File photo: the bridge
    rf"|(?i:\W*(?:in )?(?:this|an?) {_WHEN}(?:file|archive) {_PICTURE}\b)"  # In this Sept. 3, 2018 file photo,
)
_ARCHIVE_TAIL = re.compile(
    rf"[(/,\s](?:file|archive)(?: {_PICTURE})?s?\s*\)\W*$|\(file[^()]{{0,60}}\)\W*$|/file\W*$", re.I
)
_CAPTION_HEAD = re.compile(
    r"(?:(?:photo|image|picture) )?(?:photo|image|picture|caption|pictured|credit)(?: by)?\s*[:|]"
    rf"|\((?:photo|picture|image)\b"
    rf"|in (?:this {_WHEN}|an undated )(?:[\w -]{{0,30}} )?{_PICTURE}"
    r"(?:,| (?:taken|made|released|provided|from|by|posted)\b)"
    rf"|an? {_PICTURE} taken [^.]{{0,80}} shows?\b"
    rf"|(?:this|an? (?:undated|handout|combination|satellite)) {_WHEN}(?:[\w -]{{0,30}} )?{_PICTURE}\b"
    r"[^.]{0,80} shows?\b"
    rf"|pictured (?:here|above|left|right|is|are)\b",
    re.I,
)
_CREDIT_TAIL = re.compile(
    r"\((?:[\w.&' -]{0,40}\b)?(?:photos?|images?|pictures?\b|getty|reuters/|credit:|courtesy)[^()]{0,120}\)[\s.]*$"
    r"|\((?:AP|AFP|EPA)(?:/[^()]{0,80})?\)[\s.]*$"
    r"|\([A-Z][\w.'’-]+ [A-Z][\w.'’-]+ ?/ ?[A-Z][^()]{2,40}\)[\s.]*$"
    r"|\bREUTERS/[A-Z][^\n]{0,60}$|\bA[FP]P? Photo\b[^.]{0,60}$"
    r"|[.”\"] (?:photo|image|picture)s?(?: (?:by|courtesy|credit)\b|:)[^.]{0,60}$"
    r"|[/ ]Getty Images\W*$",
    re.I,
)
_OF_CREDITS = (")", "/", "photo", "picture", "image")
"""One of these stands in every credit."""

# "..., Iraq, Sept. 24, 2019." ends the first sentence: place, then the day of the picture.
_DATED_SCENE = re.compile(
    r"[A-Z][^\n]{10,400}?(?:,|\b[A-Z][\w.'’-]*|\b(?:on|in)\b),? (?:on )?(?:\w+day,? )?"
    rf"(?:{_MONTH} \d{{1,2}}, |\d{{1,2}} {_MONTH} )\d{{4}}\.(?=\s|$)"
)
_YEAR_AT_STOP = re.compile(r" \d{4}\.(?!\S)")
_INNER_STOP = re.compile(r"[a-z]{3}[.!?][\"”’)]* +[\"“‘]?[A-Z]")
_SUBORDINATE = re.compile(
    r"\b(?:after|following|during|that|which|who|whom|where|when|while|as|since|before|because|if)\b|,\s"
)
_TOLD_AS_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|began|became|came|went|took|made|gave|held|fell|rose|won|lost|met|left|found|sent|"
    r"signed|announced|launched|opened|died|killed|ended|started|founded|ordered|reported|arrested|released|published|"
    r"elected|will|would|could|may|might|has|have)\b"
)
# What people and things do in pictures: agency captions are written in the present tense.
_SCENE_VERBS = """
    address arrive attend bathe blow board bow bring build burn bury buy carry cast celebrate chant chat check
    cheer clash clean clear climb collect comfort cook cover cross crowd cry cut dance deliver depart dig
    display drill drink drive eat embrace enter escort evacuate examine exit face fall feed fight fill fire fish
    flash float fly gather gaze gesture give glow grow guard hang harvest help hike hold hug hunt inspect
    investigate joke juggle jump kiss kneel laugh lay lead lean leave lie lift light line listen load look lower
    make march mark measure meet milk mourn move observe offer operate pack paddle paint parade park participate
    pass patrol pause pay peer perch perform pet photograph pick pile pitch plant play plow point pose pound
    pour pray prepare press protest pull pump push queue race raise rake reach react read receive remain remove
    repair rescue rest return ride ring rise roll row run rush sail salute scale scan scatter scoop search
    secure sell serve shake shelter shield shine shop shout shovel show sift sign sing sit skate ski sleep slide
    smile smoke snap sort speak splash spray spread squat stack stand stare step stop stream stretch struggle
    surf surround sway sweep swim take talk tend throw tie toss touch tour tow trade transport travel treat trek
    try turn unload view visit vote wade wait walk warm wash watch water wave wear weep welcome weld wheel wipe
    work wrap wrestle write
"""


def _third_person(verb: str) -> str:
    """The form after he, she, it: "carry" carries, "watch" watches."""
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


_SCENE = frozenset(form for verb in _SCENE_VERBS.split() for form in (verb, _third_person(verb)))
_SEEN = re.compile(r"\b(?:is|are) (?:seen|pictured|shown|photographed)\b")


def caption_kind(paragraph: str) -> BlockKind | None:
    """CAPTION or ARCHIVE_CAPTION when the paragraph reads like one, else None."""
    if len(paragraph) > LONGEST:
        return None
    tail = paragraph[-TAIL:]
    may_be_credited = _may_be_credited(tail.lower())
    if _ARCHIVE_HEAD.match(paragraph, 0, HEAD) or (may_be_credited and _ARCHIVE_TAIL.search(tail)):
        return BlockKind.ARCHIVE_CAPTION
    if _CAPTION_HEAD.match(paragraph, 0, HEAD) or (may_be_credited and _CREDIT_TAIL.search(tail)):
        return BlockKind.CAPTION
    return BlockKind.CAPTION if is_dated_scene(paragraph) else None


def _may_be_credited(tail: str) -> bool:
    for word in _OF_CREDITS:  # noqa: SIM110 - asked of every paragraph, and any() takes three times as long
        if word in tail:
            return True
    return False


def is_dated_scene(paragraph: str) -> bool:
    """The first sentence describes a scene in the present tense and ends with a full date, as agency captions do."""
    head = paragraph[:SENTENCE]
    if ("20" not in head and "19" not in head) or not _YEAR_AT_STOP.search(head):
        return False
    first = _DATED_SCENE.match(head)
    if first is None:
        return False
    sentence = first.group()
    main = _SUBORDINATE.split(sentence, maxsplit=1)[0]
    if _INNER_STOP.search(sentence) or _TOLD_AS_PAST.search(main):
        return False
    return bool(_SEEN.search(sentence)) or any(word in _SCENE for word in main.split()[:12])
