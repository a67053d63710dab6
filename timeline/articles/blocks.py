"""Where a text's headline, captions, datelines, printed lines and paragraphs lie."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.articles.captions import caption_kind
from timeline.articles.datelines import dateline_end
from timeline.articles.furniture import is_furniture
from timeline.model import Block, BlockKind, Span

HEADLINE_LONGEST = 160
"""Characters of the longest first line that can be a headline."""

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_SENTENCE_END = (".", "!", "?", '."', ".”", '!"', "!”", '?"', "?”", ".'", ".’", ":", ";", "…", ".)", ",")
_BREAKS = re.compile(r"\r\n?|\n")
_WORD = re.compile(r"\w+")


def segment(text: str, title: str = "") -> tuple[Block, ...]:
    """The blocks of a text in order, without overlap; blanks between them belong to none."""
    twin = _words(title)
    found: list[Block] = []
    paragraphs = _paragraphs(text)
    headline_open = True
    for number, (start, end) in enumerate(paragraphs):
        paragraph = text[start:end]
        if headline_open:
            is_last = number + 1 == len(paragraphs)
            kind = _opening_kind(paragraph, twin, is_last=is_last)
            headline_open = kind is BlockKind.METADATA
            if kind is not None:
                found.append(Block(kind, Span(start, end)))
                continue
        found.extend(_told(paragraph, start, end))
    return tuple(found)


def _opening_kind(paragraph: str, twin: list[str], *, is_last: bool) -> BlockKind | None:
    """HEADLINE or METADATA for a paragraph before the story, None when the story begins with it."""
    if twin and len(paragraph) <= 2 * HEADLINE_LONGEST and _words(paragraph) == twin:
        return BlockKind.HEADLINE
    if is_furniture(paragraph):
        return BlockKind.METADATA
    is_short = len(paragraph) <= HEADLINE_LONGEST and not paragraph.endswith(_SENTENCE_END)
    if is_short and not is_last and caption_kind(paragraph) is None and not dateline_end(paragraph):
        return BlockKind.HEADLINE
    return None


def _told(paragraph: str, start: int, end: int) -> Iterator[Block]:
    """The blocks of one paragraph of the story: a caption, a printed line, or body text behind its dateline."""
    told = dateline_end(paragraph)
    if not told:
        kind = caption_kind(paragraph) or (BlockKind.METADATA if is_furniture(paragraph) else BlockKind.BODY)
        yield Block(kind, Span(start, end))
        return
    yield Block(BlockKind.DATELINE, Span(start, start + len(paragraph[:told].rstrip())))
    if start + told < end:
        yield Block(BlockKind.BODY, Span(start + told, end))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph: a line, or the lines between blank ones where the text is hard-wrapped."""
    lines = [_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    continued = [i > 0 and _follows(text, lines[i - 1][1], lines[i][0]) for i in range(len(lines))]
    if not _is_wrapped(text, lines, continued):
        return lines
    joined: list[tuple[int, int]] = []
    for (start, end), goes_on in zip(lines, continued, strict=True):
        if goes_on:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _follows(text: str, end: int, start: int) -> bool:
    """No blank line lies between the end of a line and the start of the next."""
    return start - end < 2 or len(_BREAKS.findall(text, end, start)) < 2


def _is_wrapped(text: str, lines: list[tuple[int, int]], continued: list[bool]) -> bool:
    """Line ends fall in mid-sentence: many lines that follow without a blank one begin in lower case."""
    followers = [start for (start, _), goes_on in zip(lines, continued, strict=True) if goes_on]
    in_sentence = sum(text[start].islower() for start in followers)
    return in_sentence >= 2 and in_sentence >= 0.4 * len(followers)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
