"""Breaking text into lines, because the page is planned line by line before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports import typeface

_TOGETHER: Final = frozenset({"№", "saat", "maddə"})  # the word behind these stays on their line
_BREAKS_AFTER: Final = "/-_.@&="
_SHORT_LAST_LINE: Final = 0.14  # of the width; a shorter last line looks like a slip


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight."""

    text: str
    font: str = typeface.REGULAR


@dataclass(frozen=True, slots=True)
class Line:
    """One line as runs that are drawn one behind the other from the left."""

    runs: tuple[Run, ...]
    width: float

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(run.text for run in self.runs)


def break_lines(runs: Sequence[Run], size: float, width: float) -> tuple[Line, ...]:
    """``runs`` set flush left at ``size`` points within ``width`` points; at least one line.

    A word wider than the line is cut, behind a slash or hyphen where there is one. A very short last line
    is lengthened by setting the paragraph a little narrower, if that costs no line.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(runs):
        set_lines = _fill(paragraph, size, width)
        if len(set_lines) > 1 and set_lines[-1].width < width * _SHORT_LAST_LINE:
            narrower = _fill(paragraph, size, width * 0.96)
            if len(narrower) == len(set_lines):
                set_lines = narrower
        lines += set_lines
    return tuple(lines)


def balanced(runs: Sequence[Run], size: float, width: float) -> tuple[Line, ...]:
    """``runs`` in as many lines as `break_lines` needs, but of nearly equal length (for titles)."""
    lines = break_lines(runs, size, width)
    words = [word for paragraph in _paragraphs(runs) for word in paragraph]
    widest = max((typeface.width(word.text, word.font, size) for word in words), default=0.0)
    narrow, wide = min(max(width / len(lines), widest), width), width  # no word is cut for the balance
    while wide - narrow > size / 2:
        middle = (narrow + wide) / 2
        if len(break_lines(runs, size, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return break_lines(runs, size, wide)


def _paragraphs(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Words, each a run of its own, split where the text itself has a line feed."""
    words: list[Run] = []
    for run in runs:
        for number, part in enumerate(typeface.printable(run.text).split("\n")):
            if number:
                yield words
                words = []
            words += [Run(word, run.font) for word in part.split()]
    yield words


def _fill(words: Sequence[Run], size: float, width: float) -> list[Line]:
    lines: list[list[Run]] = [[]]
    room = width
    for group in _groups(words):
        for word in _that_fit(group, size, width):
            wide = typeface.width(word.text, word.font, size)
            space = typeface.width(" ", word.font, size) if lines[-1] else 0.0
            if lines[-1] and space + wide > room:
                lines.append([])
                room, space = width, 0.0
            lines[-1].append(word)
            room -= space + wide
    return [_joined(line, size) for line in lines]


def _groups(words: Sequence[Run]) -> Iterator[Run]:
    """Words, with “№ 4711” and its like joined into one."""
    held = ""
    for word in words:
        text = f"{held} {word.text}" if held else word.text
        held = ""
        if word.text in _TOGETHER:
            held = text
        else:
            yield Run(text, word.font)
    if held:
        yield Run(held, words[-1].font)


def _that_fit(word: Run, size: float, width: float) -> Iterator[Run]:
    """``word``, or the pieces of it that each fit into a line."""
    text = word.text
    while len(text) > 1 and typeface.width(text, word.font, size) > width:
        cut = 1
        while typeface.width(text[: cut + 1], word.font, size) <= width:
            cut += 1
        seam = max(text.rfind(mark, cut // 2, cut) for mark in _BREAKS_AFTER) + 1
        cut = seam or cut
        yield Run(text[:cut], word.font)
        text = text[cut:]
    yield Run(text, word.font)


def _joined(words: Sequence[Run], size: float) -> Line:
    runs: list[Run] = []
    for word in words:
        if runs and runs[-1].font == word.font:
            runs[-1] = Run(f"{runs[-1].text} {word.text}", word.font)
        else:
            if runs:
                runs[-1] = Run(runs[-1].text + " ", runs[-1].font)
            runs.append(word)
    return Line(tuple(runs), sum(typeface.width(run.text, run.font, size) for run in runs))
