"""Every side, field and choice has words; what happened is said in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.acts import BY_KIND
from dost_desktop.services.compare_sides import ComparedRow, Field, Side, Value
from dost_desktop.services.disagreements import DisagreementRow
from dost_desktop.services.settle import Choice, ChoiceKind, Consequence
from tests.fakes.real_desk import NOW
from tests.ui.disagreements.sides import NONE, NUMBER, RULE, VALUES, a_comparison
from ui.screens.disagreements.compare_table import telling
from ui.screens.disagreements.value_words import FIELDS, cell_words
from ui.screens.disagreements.words import (
    choice_words,
    consequence_words,
    happened_words,
    row_words,
    side_words,
    subject_words,
)

CASES = [(field, value) for field, values in VALUES.items() for value in values]


@pytest.mark.parametrize("kind", sorted(BY_KIND))
def test_every_kind_of_event_is_about_something(qapp: QApplication, kind: str) -> None:
    assert subject_words((kind,))


def test_every_field_has_a_name_and_a_shape_here() -> None:
    assert set(FIELDS) == set(Field) == set(VALUES)


@pytest.mark.parametrize(("field", "value"), CASES)
@pytest.mark.parametrize("is_changed", [False, True])
def test_every_cell_says_something(
    qapp: QApplication, field: Field, value: Value, *, is_changed: bool
) -> None:
    words, _ = cell_words(Side(value, is_changed=is_changed), NOW, lambda kind: f"<{kind}>")
    assert words
    assert cell_words(Side(None), NOW, str)[0] == "nothing"


@pytest.mark.parametrize(
    ("theirs", "is_paper", "said"),
    [
        (("ended_by_office",), False, "refusal ↔ end of the registration · 14:07"),
        (("application_refused",), False, "refusal, two ways · 14:07"),
        ((), False, "refusal: not taken · 14:07"),
        ((), True, "paper without ground · 14:07"),
    ],
)
def test_a_row_of_the_list(qapp: QApplication, theirs: tuple[str, ...], is_paper: bool, said: str) -> None:
    compared = a_comparison()
    row = DisagreementRow(
        compared.id, compared.file_id, "x", ("notice_issued", "application_refused"), theirs, NOW, is_paper
    )
    assert row_words(row, NOW) == said


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({}, "Desk 3 changed the same file"),
        ({"theirs_by": "central"}, "The central system recorded something"),
        ({"theirs": ()}, "did not take your step"),
        ({"is_paper": True}, "000427 is on paper"),
    ],
)
def test_what_happened(qapp: QApplication, changes: dict[str, object], part: str) -> None:
    assert part in happened_words(a_comparison(**changes))


def test_of_several_applications_those_are_shown_that_somebody_changed() -> None:
    compared = a_comparison()
    registration, application, outcome, notice = compared.rows
    other = ComparedRow(Field.APPLICATION, NONE, NONE, NONE, about="M-2")
    none = replace(outcome, base=NONE, mine=NONE, theirs=NONE, about="M-1")
    rows = [registration, other, replace(application, about="M-1"), none, replace(none, about="M-2"), notice]

    assert telling(rows) == [registration, rows[2], none, notice]


def test_nobody_has_no_desk_and_no_time(qapp: QApplication) -> None:
    assert side_words("", None, NOW) == ""
    assert side_words("", NOW, NOW) == "central system, 14:07"


@pytest.mark.parametrize("kind", ChoiceKind)
@pytest.mark.parametrize("changes", [{}, {"theirs": ()}, {"is_paper": True}])
def test_every_choice_says_what_it_brings_or_why_not(
    qapp: QApplication, kind: ChoiceKind, changes: dict[str, object]
) -> None:
    choice = Choice(kind, None)
    assert choice_words(choice, a_comparison(**changes))
    assert consequence_words(choice)
    assert consequence_words(replace(choice, why_not=RULE)).startswith("Not possible: ")


def test_what_becomes_of_a_paper_is_said(qapp: QApplication) -> None:
    numbers = (NUMBER + "000427",)
    recalled = Choice(ChoiceKind.KEEP_THEIRS, None, Consequence(recalled=numbers))
    superseded = Choice(
        ChoiceKind.KEEP_THEIRS, None, Consequence(superseded=numbers, superseded_by=NUMBER + "000440")
    )
    anew = Choice(ChoiceKind.RECORD_MINE_NOW, None, Consequence(records=("contact_recorded",) * 2))
    assert "…/000427 is recalled" in consequence_words(recalled)
    assert "…/000427 is superseded by …/000440" in consequence_words(superseded)
    assert consequence_words(anew).count("Contact recorded") == 1
