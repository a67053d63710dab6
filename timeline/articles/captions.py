"""Photo captions, and those of older pictures, told from paragraphs by their form alone."""

from __future__ import annotations

import re

from timeline.model import BlockKind

LONGEST = 900
"""Characters; a longer paragraph is a story, even with a photo credit at its end."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_PICTURE = r"(?:photo(?:graph)?|picture|image|frame(?:[ -]?grab)?|still|handout|video(?: (?:grab|still|image|frame))?|screen ?(?:grab|shot))"

_ARCHIVE_HEAD = re.compile(
    rf"\W*(?:FILE|ARCHIVE)\b\s*(?:PHOTO|PICTURE|IMAGE)?\s*(?:[-–—:.)/]|\(|$)|\W*(?:file|archive) {_PICTURE}\b"
    rf"|\W*(?:an? |in (?:this|an?) )(?:undated |recent )?(?:[^.]{{0,40}}\b)?(?:file|archive) {_PICTURE}\b",
    re.I,
)
_ARCHIVE_TAIL = re.compile(
    rf"[(/,\s](?:file|archive)(?: {_PICTURE})?s?\s*\)\W*$|\((?:file|archive)[^()]{{0,60}}\)\W*$|/\s*file\W*$", re.I
)
_CAPTION_HEAD = re.compile(
    rf"(?:photo(?:graph)?|picture|image|caption|photo caption|pictured|above|below|photo credit|image credit|photo by|image by|"
    rf"picture by)\s*(?:\([^()]*\)\s*)?[:|]|\((?:photo|picture|image)\b|(?:in )?(?:this|an?) (?:undated |handout |combination |"
    rf"(?:\w+day,? )?{_DAY},? |\w+day,? )?(?:[\w -]{{0,30}}\b)?{_PICTURE}\b[^.]{{0,80}}?(?:,|\b(?:shows?|released|provided|taken|made|"
    rf"from|by|of)\b)|pictured (?:here|above|left|right|is|are)\b",
    re.I,
)
_CREDIT_TAIL = re.compile(
    r"\((?:[\w.&' -]{0,40}\b)?(?:photos?|images?|pictures?|getty(?: images)?|reuters|credit|courtesy)\b[^()]{0,120}\)\W*$"
    r"|\((?:AP|AFP|EPA|Getty)(?:[/ ][^()]{0,80})?\)\W*$"
    r"|\bREUTERS/[A-Z][^\n]{0,60}$|\b(?:AP|AFP) Photo\b[^.]{0,60}$|\b(?:photo|image|picture)s?(?: (?:by|courtesy|credit)\b|:)[^.]{0,60}$"
    r"|\b(?:via )?Getty Images\W*$",
    re.I,
)

# "..., Iraq, Sept. 24, 2019." ends the first sentence: place, then the day of the picture.
_DATED_SCENE = re.compile(
    rf"[A-Z][^\n]{{10,400}}?[,\w] (?:on )?(?:\w+day,? )?(?:{_MONTH} \d{{1,2}}, |\d{{1,2}} {_MONTH} )\d{{4}}\.(?=\s|$)"
)
_HAS_YEAR_STOP = re.compile(r"\b(?:19|20)\d\d\.(?=\s|$)")
_SUBORDINATE = re.compile(
    r"\b(?:after|following|during|that|which|who|whom|where|when|while|as|since|before|because|if)\b|,\s"
)
_TOLD_AS_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|began|became|came|went|took|made|gave|held|fell|rose|won|lost|met|left|found|sent|"
    r"signed|announced|launched|opened|died|killed|ended|started|founded|ordered|reported|arrested|released|published|elected|"
    r"will|would|could|may|might|has|have)\b"
)
# Base forms of what people and things do in pictures (agency captions are written in the present tense).
_SCENE_VERBS = (
    "address arrive attend bathe bear board bow burn buy carry cast celebrate chant chat check cheer clash clean clear climb "
    "collect comfort cook cover cross crowd cry dance deliver depart dig display drink drive eat embrace enter escort evacuate "
    "examine exit face fight fill fire fish flash float fly gather gesture give grow guard hang harvest head help hold hug "
    "inspect investigate jump kiss kneel laugh lay lead lean leave lie lift light line listen load look make march meet mourn move "
    "observe offer open operate pack parade park participate pass patrol pause pay perform pick pile place play point pose pour "
    "pray prepare protest pull push queue race raise reach react read receive register remain remove rescue rest return ride rise "
    "roll run sail salute scatter search secure sell serve shake shield shop shout show sift sing sit sleep smile smoke speak "
    "spray stand stare step stop stream stretch swim take talk tend test throw touch tour travel treat try turn unload view visit "
    "vote wade wait walk warm wash watch wave wear weep welcome wheel work wrap write"
).split()


def _third_person(verb: str) -> str:
    """The form after he, she, it: "carry" carries, "watch" watches."""
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


_SCENE = frozenset(_SCENE_VERBS) | {_third_person(v) for v in _SCENE_VERBS}
_SEEN = re.compile(r"\b(?:is|are) (?:seen|pictured|shown|photographed)\b")
_WORDS = re.compile(r"[a-z]+")


def caption_kind(paragraph: str) -> BlockKind | None:
    """CAPTION or ARCHIVE_CAPTION when the paragraph reads like one, else None."""
    if len(paragraph) > LONGEST:
        return None
    tail = paragraph[-160:]
    if _ARCHIVE_HEAD.match(paragraph, 0, 120) or _ARCHIVE_TAIL.search(tail):
        return BlockKind.ARCHIVE_CAPTION
    if _CAPTION_HEAD.match(paragraph, 0, 200) or _CREDIT_TAIL.search(tail) or is_dated_scene(paragraph):
        return BlockKind.CAPTION
    return None


def is_dated_scene(paragraph: str) -> bool:
    """The first sentence describes a scene in the present tense and ends with a full date, as agency captions do."""
    if not _HAS_YEAR_STOP.search(paragraph, 0, 450):
        return False
    first = _DATED_SCENE.match(paragraph)
    if first is None:
        return False
    sentence = first.group()
    main = _SUBORDINATE.split(sentence, 1)[0]
    if _TOLD_AS_PAST.search(main):
        return False
    words = _WORDS.findall(main)[:12]
    return bool(_SEEN.search(sentence)) or any(w in _SCENE for w in words)
