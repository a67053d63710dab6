"""Names for stories and articles that read well in an address."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Container
from itertools import count

from timeline.model import Article, BlockKind

LONGEST_NAME = 60
LONGEST_TITLE = 200
TAIL, TAIL_LETTERS = 6, "23456789bcdfghjkmnpqrstvwxz"  # 387 million endings; none is a word, or two letters alike


def slug(title: str) -> str:
    """Small letters, digits and hyphens, cut at a word; empty for a title without any Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    name = ""
    for word in words:
        if name and len(name) + 1 + len(word) > LONGEST_NAME:
            break
        name = f"{name}-{word}" if name else word[:LONGEST_NAME]
    return name


def is_slug(name: str) -> bool:
    """`name` could be a story's or an article's; nothing else is asked of the database."""
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is not None


def unused(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or with the first number from 2 on that makes it free: "fire", "fire-2"."""
    if wanted not in taken:
        return wanted
    return next(name for n in count(2) if (name := f"{wanted}-{n}") not in taken)


def untold(wanted: str, taken: Container[str]) -> str:
    """`wanted` with an ending by chance: it tells nothing of who else has a story of this name."""
    tails = ("".join(secrets.choice(TAIL_LETTERS) for _ in range(TAIL)) for _ in count())
    return next(name for tail in tails if (name := f"{wanted}-{tail}") not in taken)


def numbered(letter: str, taken: Container[str]) -> str:
    """The first free one of "a1", "a2" …"""
    return next(name for n in count(1) if (name := f"{letter}{n}") not in taken)


def one_line(text: str) -> str:
    """The text on one line without control and half characters, cut to what a title may have."""
    shown = (c if unicodedata.category(c) not in ("Cc", "Cs") else " " for c in text[: LONGEST_TITLE * 4])
    line = " ".join("".join(shown).split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"


def title_of(article: Article) -> str:
    """The article's title, else its headline, else the beginning of its text."""
    headlines = (b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.HEADLINE)
    return one_line(article.title) or one_line(next(headlines, "")) or one_line(article.text.strip()[:80])


def article_id(article: Article, taken: Container[str]) -> str:
    """A free id: the article's own unless that is the general "article", else one from its title, else a number."""
    wanted = slug(article.id) if article.id != "article" else slug(title_of(article))
    return unused(wanted, taken) if wanted else numbered("a", taken)
