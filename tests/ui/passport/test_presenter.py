"""The passport as the catalogue ships it: nothing is left out, everything is found without Azerbaijani keys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.domain.alphabet import fold
from ui.screens.passport.finding import spans, words_of
from ui.screens.passport.presenter import Found, Hit, PassportPresenter
from ui.screens.passport.sheets import BranchLine, FactLine, HeadFact, Line, OptionLine, PairLine, StepLine

PASSPORT = load_catalogue().passport
SECTIONS = range(1, 28)


class View:
    def __init__(self) -> None:
        self.contents: list[Found] = []
        self.query, self.selected, self.focused = "", -1, False
        self.sheet: Found | None = None
        self.hit: tuple[Hit | None, int, int] = (None, 0, 0)

    def show_contents(self, found: Sequence[Found], query: str) -> None:
        self.contents, self.query = list(found), query

    def show_sheet(self, found: Found | None) -> None:
        self.sheet = found

    def show_hit(self, hit: Hit | None, place: int, every: int) -> None:
        self.hit = (hit, place, every)

    def select(self, number: int) -> None:
        self.selected = number

    def focus_field(self) -> None:
        self.focused = True

    @property
    def numbers(self) -> list[int]:
        return [each.number for each in self.contents]

    def lines(self) -> tuple[Line, ...]:
        assert self.sheet is not None
        return self.sheet.sheet.lines

    def marked(self) -> list[str]:
        """The pieces of the passport that are marked, in all sections."""
        return [
            quote[span.start : span.end]
            for found in self.contents
            for quote, marks in zip(found.sheet.quotes, found.marks, strict=True)
            for span in marks
        ]


def opened(language: str = "az") -> tuple[View, PassportPresenter]:
    view = View()
    presenter = PassportPresenter(view, PASSPORT, language)
    presenter.opened()
    return view, presenter


def test_it_opens_on_the_head_with_all_27_sections_and_the_caret_in_its_field() -> None:
    view, _ = opened()

    assert view.numbers == [0, *SECTIONS]
    assert view.focused
    assert view.selected == 0
    facts = {line.fact: line.text for line in view.lines() if isinstance(line, FactLine)}
    assert facts[HeadFact.DATE] == "16.12.2019"
    assert facts[HeadFact.NUMBER] == "nömrəsi göstərilməyib"


@pytest.mark.parametrize("number", SECTIONS)
def test_a_section_shows_every_word_the_document_has_in_it(number: int) -> None:
    view, presenter = opened()
    presenter.selected(number)
    section = PASSPORT.section(number)

    assert view.sheet is not None
    assert view.sheet.sheet.heading == section.heading
    options = [OptionLine(each.text, each.ticked, each.by) for each in section.options]
    assert [line for line in view.lines() if isinstance(line, OptionLine)] == options
    shown = [line.text for line in view.lines()]
    branches = [branch.text for step in section.steps for branch in step.branches]
    steps = [step.text for step in section.steps] + [step.under for step in section.steps]
    for words in [*section.text, *steps, *branches, *([section.note] if section.note else [])]:
        assert words in shown


def test_the_seven_steps_stand_under_three_headings_with_five_branches() -> None:
    view, presenter = opened()
    presenter.selected(23)

    assert [line.number for line in view.lines() if isinstance(line, StepLine)] == list(range(1, 8))
    assert sum(isinstance(line, BranchLine) for line in view.lines()) == 5
    assert [type(line).__name__ for line in view.lines()].count("StepHeading") == 3


@pytest.mark.parametrize(
    ("number", "term"), [(13, "5 gün"), (15, "20 dəqiqə"), (17, "5 gün"), (18, "20 dəqiqə")]
)
def test_a_term_has_its_unit(number: int, term: str) -> None:
    view, presenter = opened()
    presenter.selected(number)

    assert view.lines()[0].text == term


def test_the_degree_of_electronisation_says_nothing_for_certain() -> None:
    view, presenter = opened()
    presenter.selected(26)

    assert view.sheet is not None
    assert view.sheet.sheet.has_unknown
    assert view.sheet.sheet.brief == ""


@pytest.mark.parametrize(
    ("language", "words"), [("az", "arxa ofisin kodu"), ("ru", "код"), ("en", "code of")]
)
def test_our_own_explanation_of_the_id_speaks_the_windows_language(language: str, words: str) -> None:
    view, presenter = opened(language)
    presenter.selected(2)

    pairs = [line for line in view.lines() if isinstance(line, PairLine)]
    assert [line.digits for line in pairs] == ["05", "04", "05", "00"]
    assert pairs[0].text.startswith(words)


@pytest.mark.parametrize("typed", ["qeydiyyat", "QEYDİYYAT", "QEYDIYYAT", "  Qeydiyyat "])
def test_capitals_do_not_matter(typed: str) -> None:
    view, presenter = opened()
    presenter.searched(typed)

    assert view.numbers == [1, 5, 23]
    assert {fold(piece) for piece in view.marked()} == {"qeydiyyat"}


def test_latin_letters_find_azerbaijani_ones_and_each_word_must_stand_in_the_section() -> None:
    view, presenter = opened()
    presenter.searched("muraciet")
    assert {piece.replace("M", "m") for piece in view.marked()} == {"müraciət"}

    presenter.searched("muraciet novbe")
    assert view.numbers == [23]


def test_the_number_of_a_section_leads_to_it() -> None:
    view, presenter = opened()
    presenter.searched("26")

    assert view.selected == 26
    assert view.sheet is not None
    assert view.sheet.number == 26


def test_nothing_found_shows_no_section_and_the_way_back_shows_all() -> None:
    view, presenter = opened()
    presenter.selected(9)
    presenter.searched("banan")
    assert view.contents == []
    assert view.sheet is None

    presenter.searched("")
    assert view.numbers == [0, *SECTIONS]
    assert view.selected == 9


def test_f8_goes_through_every_hit_and_round_again() -> None:
    view, presenter = opened()
    presenter.searched("muraciet")
    every = view.hit[2]

    places = [view.hit]
    for _ in range(every - 1):
        presenter.next_hit()
        places.append(view.hit)
        assert view.sheet is not None
        assert view.hit[0] is not None
        assert view.hit[0].number == view.selected == view.sheet.number

    assert [place for _, place, _ in places] == list(range(1, every + 1))
    assert len({hit for hit, _, _ in places}) == every == len(view.marked())
    presenter.next_hit()
    assert view.hit == places[0]


@given(st.text(max_size=40), st.text(max_size=6))
def test_whatever_is_marked_is_what_was_looked_for(text: str, query: str) -> None:
    words = words_of(query)
    found = spans(text, words)

    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert bool(found) == any(word in "".join(fold(sign) for sign in text) for word in words)
    for span in found:
        piece = "".join(fold(sign) for sign in text[span.start : span.end])
        assert any(word in piece for word in words)
