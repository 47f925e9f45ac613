"""The outbox: what needs a person stands first, every answer has words, nothing unsent is out of sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.acts import BY_KIND
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.ids import new_id
from dost_desktop.rows import OutboxRow, RunState
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOW, RealDesk
from ui.infra.event_words import EVENTS
from ui.screens.outbox.answers import answer_words, state_words, to_do_words
from ui.screens.outbox.presenter import OutboxPresenter, Unsent


class View:
    def __init__(self) -> None:
        self.unsent: Unsent | None = None
        self.item: OutboxRow | None = None
        self.problem: AgentError | None = None
        self.selected: list[UUID] = []

    def show_unsent(self, unsent: Unsent) -> None:
        self.unsent = unsent

    def show_item(self, row: OutboxRow | None, now: datetime) -> None:
        self.item = row

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def select(self, run: UUID) -> None:
        self.selected.append(run)

    def rows(self) -> Sequence[OutboxRow]:
        assert self.unsent is not None
        return self.unsent.rows


def a_row(state: RunState = RunState.QUEUED, answer: str = "", **facts: object) -> OutboxRow:
    return OutboxRow(
        new_id(NOW), new_id(NOW), "Çinarlı Günay", ("application_opened",), state, NOW, 2, None, answer, facts
    )


def test_every_kind_of_event_has_words() -> None:
    assert set(EVENTS) == set(BY_KIND)


@pytest.mark.parametrize("state", RunState)
def test_every_state_says_what_to_do(qapp: QApplication, state: RunState) -> None:
    assert state_words(state)
    assert to_do_words(state)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("", "Not sent yet"),
        ("law_outdated", "Decided under an older catalogue; it is checked again by itself."),
        ("alarm.hash", "The chain of this file does not agree. Tell the administrator."),
        ("something.new", "The central system's answer: something.new"),
    ],
)
def test_the_last_answer_is_said_in_words(qapp: QApplication, answer: str, said: str) -> None:
    assert answer_words(a_row(answer=answer)) == said


def test_a_reason_of_the_law_keeps_its_own_words(qapp: QApplication) -> None:
    row = a_row(RunState.NEEDS_YOU, "application.already_open", facts={"application_no": "M-000001"})

    assert "M-000001" in answer_words(row)


def test_unsent_work_is_listed_opened_and_sent_now(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    view, asked = View(), list[str]()
    presenter = OutboxPresenter(view, InlineTasks(), desk.went, desk.desk, lambda: asked.append("sync"))

    presenter.opened()
    assert view.item is not None
    assert view.item.file_id == file_id
    presenter.row_opened(view.item.run)
    presenter.sync_pressed()

    assert (desk.went.to, asked) == (["case"], ["sync"])
    presenter.next_pressed()  # nothing needs a person: the choice stays
    assert view.item.run == view.rows()[0].run


def test_an_empty_outbox_shows_nothing(desk: RealDesk) -> None:
    view = View()
    OutboxPresenter(view, InlineTasks(), desk.went, desk.desk, lambda: None).opened()

    assert (list(view.rows()), view.item) == ([], None)
