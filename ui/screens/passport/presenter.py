"""The passport page's decisions: which sections have the words looked for, and which hit comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dost_desktop.catalogue.passport import Passport
from ui.screens.passport.finding import Span, has, spans, words_of
from ui.screens.passport.sheets import Sheet, sheets_of


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet with its hits: ``marks`` has the spans of each of ``sheet.quotes``."""

    sheet: Sheet
    marks: tuple[tuple[Span, ...], ...]

    @property
    def number(self) -> int:
        """The section's number, 0 for the head."""
        return self.sheet.number

    @property
    def hits(self) -> int:
        """How often the words stand in it."""
        return sum(len(each) for each in self.marks)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place of the words: the section, which of its quotes, which span of it."""

    number: int
    quote: int
    span: int


class PassportViewPort(Protocol):
    """What the presenter shows."""

    def show_contents(self, found: Sequence[Found], query: str) -> None: ...

    def show_sheet(self, found: Found | None) -> None: ...

    def show_hit(self, hit: Hit | None, place: int, every: int) -> None: ...

    def select(self, number: int) -> None: ...

    def focus_field(self) -> None: ...


class PassportPresenter:
    """The passport to read and to search; nothing here can be changed."""

    def __init__(self, view: PassportViewPort, passport: Passport, language: str) -> None:
        self._view = view
        self._sheets = sheets_of(passport, language)
        self._query = ""
        self._found = _all_of(self._sheets)
        self._chosen = self._sheets[0].number
        self._hits: tuple[Hit, ...] = ()
        self._hit: Hit | None = None

    def opened(self) -> None:
        """The page came into sight: the caret into its own field."""
        self._show()
        self._view.focus_field()

    def searched(self, query: str) -> None:
        """Other words to look for; none shows the whole passport."""
        self._query = query.strip()
        words = words_of(query)
        self._found = tuple(_marked(each, words) for each in self._sheets if _fits(each, words))
        self._hits = tuple(_hits_of(self._found))
        numbers = [each.number for each in self._found]
        if self._query.isdecimal() and int(self._query) in numbers:
            self._chosen = int(self._query)
        elif self._chosen not in numbers and numbers:
            self._chosen = numbers[0]
        self._show()

    def selected(self, number: int) -> None:
        """Another section to read."""
        if number != self._chosen:
            self._chosen = number
            self._show_sheet()

    def next_hit(self) -> None:
        """F8: the next place of the words, through all sections and round again."""
        if not self._hits:
            return
        if self._hit is None:
            at = next((n for n, each in enumerate(self._hits) if each.number > self._chosen), 0)
        else:
            at = (self._hits.index(self._hit) + 1) % len(self._hits)
        hit = self._hits[at]
        if hit.number != self._chosen:
            self._chosen = hit.number
            self._view.select(hit.number)
            self._show_sheet()
        self._show_hit(hit)

    def _show(self) -> None:
        self._view.show_contents(self._found, self._query)
        if self._found:
            self._view.select(self._chosen)
        self._show_sheet()

    def _show_sheet(self) -> None:
        """The chosen section, on its first hit."""
        self._view.show_sheet(next((each for each in self._found if each.number == self._chosen), None))
        self._show_hit(next((each for each in self._hits if each.number == self._chosen), None))

    def _show_hit(self, hit: Hit | None) -> None:
        self._hit = hit
        place = self._hits.index(hit) + 1 if hit is not None else 0
        self._view.show_hit(hit, place, len(self._hits))


def _all_of(sheets: Sequence[Sheet]) -> tuple[Found, ...]:
    return tuple(_marked(each, ()) for each in sheets)


def _marked(sheet: Sheet, words: tuple[str, ...]) -> Found:
    return Found(sheet, tuple(spans(each, words) for each in sheet.quotes))


def _fits(sheet: Sheet, words: tuple[str, ...]) -> bool:
    """Whether every word stands somewhere in the section, or the section has the number looked for."""
    if words == (str(sheet.number),):
        return True
    return all(any(has(quote, word) for quote in sheet.quotes) for word in words)


def _hits_of(found: Sequence[Found]) -> list[Hit]:
    return [
        Hit(each.number, quote, span)
        for each in found
        for quote, marks in enumerate(each.marks)
        for span in range(len(marks))
    ]
