"""Where the words that somebody looks for stand in a text, without Azerbaijani keys and in any case.

Folding may make one letter of two or none, so each folded letter remembers where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dost_desktop.domain.alphabet import fold

_QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»\"'"))  # nobody looks for quotation marks


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a text: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


def words_of(query: str) -> tuple[str, ...]:
    """The folded words of a query: a section is found when it has each of them."""
    return tuple(fold(query).translate(_QUOTES).split())


def spans(text: str, words: tuple[str, ...]) -> tuple[Span, ...]:
    """Where any of the folded ``words`` stands in ``text``, in reading order; what overlaps is one span."""
    folded, origin = _folded(text)
    found = sorted(each for word in words for each in _places(folded, origin, word))
    joined: list[Span] = []
    for span in found:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def has(text: str, word: str) -> bool:
    """Whether a folded word stands in ``text``."""
    return word in _folded(text)[0]


def _places(folded: str, origin: tuple[int, ...], word: str) -> list[Span]:
    places, at = [], folded.find(word)
    while at >= 0:
        places.append(Span(origin[at], origin[at + len(word) - 1] + 1))
        at = folded.find(word, at + len(word))
    return places


@lru_cache(maxsize=512)  # the whole passport: every key searches all of it
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    parts = [(letter, place) for place, sign in enumerate(text) for letter in fold(sign)]
    return "".join(letter for letter, _ in parts), tuple(place for _, place in parts)
