"""Which language a text is written in, from its commonest words and its script."""

from __future__ import annotations

import re

SAMPLE = 1200
"""Characters that are looked at."""

ENOUGH = 0.12
"""Share of words that must be common words of a language; English news has about 0.4."""

# The commonest short words of each language that the others lack or use far less.
DISTINCT = 4
"""Different common words that must occur."""

COMMON_WORDS = {
    "da": "og i af den til er det på med som for har de en ikke der var fra han et blev ved efter også",
    "de": "der die und den das von zu mit sich des auf ist im dem nicht ein eine als auch es werden aus er hat nach",
    "en": "the of and to in that is was for on with he it as by at from be are has had said have this were who will",
    "es": "de la que el en y los del se las por un para con una su lo como más pero sus le ha fue este entre",
    "fi": "ja on ei että oli hän se ovat myös mutta kun joka mukaan ole jo sekä vain tai ovat olivat",
    "fr": "de la le et les des en un du une que est pour qui dans par sur au plus pas avec ce il sont été aux cette",
    "id": "yang dan di dengan untuk pada ini dari dalam tidak itu akan oleh juga kepada telah sebagai tersebut",
    "it": "di e il che la in un a per del è una della non con si da sono le dei alla nel anche più gli ha stato",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er door ook als naar bij uit maar om heeft werd",
    "pl": "w i na z się do że nie to jest o po jak od przez za dla ale oraz tym był roku są",
    "pt": "de a o que e do da em para com não uma os no na por mais as dos como mas foi ao das ele são pela",
    "ro": "de și în a la cu pe din care că nu o este pentru un mai au fost sunt după prin al lui",
    "sv": "och i att det som en på är av för med den till har inte om ett han de var från vid också men efter",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra en olduğu dedi ancak",
}
CLEARLY = 0.22
"""Share of common English words at which no other language is tried."""

SCRIPTS = (  # first match by share of letters; ranges of code points
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af\u1100-\u11ff"),
    ("zh", "\u4e00-\u9fff"),
    ("uk", "іїєґІЇЄҐ"),
    ("ru", "\u0400-\u04ff"),
    ("el", "\u0370-\u03ff"),
    ("he", "\u0590-\u05ff"),
    ("ar", "\u0600-\u06ff"),
    ("hi", "\u0900-\u097f"),
    ("th", "\u0e00-\u0e7f"),
)

_SETS = {code: frozenset(words.split()) for code, words in COMMON_WORDS.items()}
_ENGLISH = _SETS["en"]
_SCRIPTS = tuple((code, re.compile(f"[{letters}]")) for code, letters in SCRIPTS)


def language_of(text: str) -> str:
    """ISO 639-1 code of the language; "en" when too little speaks for another one."""
    sample = text[:SAMPLE]
    words = sample.lower().split()
    english = sum(map(_ENGLISH.__contains__, words))
    if english >= CLEARLY * len(words) and words:
        return "en"
    return (None if sample.isascii() else _by_script(sample)) or _closest(words, english)


def _closest(words: list[str], english: int) -> str:
    scores = {code: sum(map(common.__contains__, words)) for code, common in _SETS.items()}
    best = max(scores, key=lambda code: (scores[code], code))
    is_clear = scores[best] > ENOUGH * len(words) and scores[best] > 1.3 * english
    return best if is_clear and len(_SETS[best].intersection(words)) >= DISTINCT else "en"


def _by_script(sample: str) -> str | None:
    letters = sum(c.isalpha() for c in sample)
    for code, script in _SCRIPTS:
        share = len(script.findall(sample)) / (letters or 1)
        if share > (0.02 if code == "uk" else 0.1 if code == "ja" else 0.4):
            return code
    return None
