"""The model's rules for single words, looked up once: what spaCy's attribute ruler answers, in a fraction of its time.

Nearly all of its rules look at one word: its letters, its tag, its place in the tree. So their answer for "the/DT/det"
is always the same, and only the few that look at two words have to be tried on every text. A fifth of the time of the
whole language model goes into trying all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

NAME = "word_rules"
ASKED = [LOWER, TAG, DEP, IS_SPACE]
"""All that the rules look at."""

MOST_WORDS = 200_000
"""Words whose letters are remembered."""

Key = tuple[int, int, int, int]
Attributes = dict[Any, Any]


class WordRules:
    """In the place of an AttributeRuler, with its rules and its answers. Raises ValueError for a rule it can't keep."""

    def __init__(self, ruler: Any) -> None:
        self._vocab = ruler.vocab
        self._attributes: list[Attributes] = ruler.attrs
        self._index: list[int] = ruler.indices
        self._single, self._several = Matcher(self._vocab), Matcher(self._vocab)
        self._letters: set[str] = set()
        self._shapes: list[re.Pattern[str]] = []
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                self._add(str(number), pattern)
        self._is_named: dict[int, bool] = {}
        self._rules: dict[Key, tuple[int, ...]] = {}
        self._answers: dict[tuple[int, ...], Attributes] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The document with the attributes of its words set."""
        found = [self._of_word(doc, i, *row) for i, row in enumerate(doc.to_array(ASKED).tolist())]
        for match, start, _ in self._several(doc, allow_missing=True):
            number = int(self._vocab.strings[match])
            at = start + self._index[number]
            found[at] = tuple(sorted((*found[at], number)))  # later rules win
        for token, rules in zip(doc, found, strict=True):
            if rules:
                set_token_attrs(token, self._answer(rules))
        return doc

    def _add(self, number: str, pattern: list[dict[str, Any]]) -> None:
        """Take in one way in which a rule holds; more of the same rule may follow."""
        if len(pattern) == 1:
            self._note(pattern[0])
            self._single.add(number, [pattern])
        else:
            self._several.add(number, [pattern])

    def _note(self, word: Mapping[str, Any]) -> None:
        """Remember which letters a rule for one word looks for."""
        if unknown := set(word) - {"TAG", "LOWER", "DEP", "IS_SPACE"}:
            raise ValueError(f"a rule of the model looks at {', '.join(sorted(unknown))}; add it to the key")
        match word.get("LOWER"):
            case None:
                return
            case str(letters):
                self._letters.add(letters)
            case {"IN": several}:
                self._letters.update(several)
            case {"REGEX": shape}:
                self._shapes.append(re.compile(shape))
            case other:
                raise ValueError(f"a rule of the model looks at letters by {other!r}")

    def _of_word(self, doc: Doc, i: int, lower: int, tag: int, dep: int, is_space: int) -> tuple[int, ...]:
        """The numbers of the rules for one word that hold for this one."""
        named = self._is_named.get(lower)
        if named is None:
            named = self._look(lower)
        key = (lower if named else 0, tag, dep, is_space)
        rules = self._rules.get(key)
        if rules is None:
            rules = self._rules[key] = self._tried(doc[i])
        return rules

    def _look(self, lower: int) -> bool:
        if len(self._is_named) >= MOST_WORDS:
            self._is_named.clear()
        letters = self._vocab.strings[lower]
        named = letters in self._letters or any(shape.search(letters) for shape in self._shapes)
        self._is_named[lower] = named
        return named

    def _tried(self, token: Any) -> tuple[int, ...]:
        alone = Doc(self._vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
        matches: Iterable[tuple[int, int, int]] = self._single(alone, allow_missing=True)
        return tuple(sorted(int(self._vocab.strings[match]) for match, _, _ in matches))

    def _answer(self, rules: tuple[int, ...]) -> Attributes:
        answer = self._answers.get(rules)
        if answer is None:
            answer = self._answers[rules] = {k: v for n in rules for k, v in self._attributes[n].items()}
        return answer


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> WordRules:
    return WordRules(nlp.get_pipe("attribute_ruler"))


def put_into(nlp: Language) -> Language:
    """The model with its attribute ruler replaced."""
    nlp.add_pipe(NAME, before="attribute_ruler")
    nlp.remove_pipe("attribute_ruler")
    return nlp
