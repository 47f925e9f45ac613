"""The outbox: what needs a person stands first, every answer has words, nothing unsent is out of sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.acts import BY_KIND, CloseReview, ShowPaper
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import FormShown
from dost_desktop.rows import OutboxRow, RunState, UnsentDocument
from dost_desktop.services.hand_up import HandUp
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.sync.rebase import REJECTED, before_a_person
from dost_desktop.sync.report import Tally
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOW, WORKS, RealDesk
from ui.infra.event_words import EVENTS
from ui.screens.outbox.answers import answer_words, state_words, to_do_words, what_words
from ui.screens.outbox.handing_up import Handing
from ui.screens.outbox.item import Item, ItemId, id_of, state_of
from ui.screens.outbox.presenter import OutboxPresenter, Unsent


class View:
    def __init__(self) -> None:
        self.unsent: Unsent | None = None
        self.item: Item | None = None
        self.problem: AgentError | None = None
        self.selected: list[ItemId] = []
        self.handing: Handing | None = None
        self.hand_up_problem: AgentError | None = None
        self.saved = 0

    def show_unsent(self, unsent: Unsent) -> None:
        self.unsent = unsent

    def show_item(self, row: Item | None, now: datetime) -> None:
        self.item = row

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def select(self, item: ItemId) -> None:
        self.selected.append(item)

    def show_handing_up(self, handing: Handing) -> None:
        self.handing = handing

    def show_hand_up_problem(self, error: AgentError | None) -> None:
        self.hand_up_problem = error

    def set_handing_busy(self, busy: bool) -> None: ...

    def show_saved(self, at: datetime) -> None:
        self.saved += 1

    def rows(self) -> Sequence[Item]:
        assert self.unsent is not None
        return self.unsent.rows


def at(desk: RealDesk) -> tuple[HandUp, KeepDrafts]:
    return HandUp(desk.desk), desk.drafts


def a_row(state: RunState = RunState.QUEUED, answer: str = "", **facts: object) -> OutboxRow:
    return OutboxRow(
        new_id(NOW), new_id(NOW), "Çinarlı Günay", ("application_opened",), state, NOW, 2, None, answer, facts
    )


def test_every_kind_of_event_has_words() -> None:
    assert set(EVENTS) == set(BY_KIND)


@pytest.mark.parametrize("state", RunState)
def test_every_state_says_what_to_do(qapp: QApplication, state: RunState) -> None:
    assert state_words(state)
    assert to_do_words(a_row(state))


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
    presenter = OutboxPresenter(
        view, InlineTasks(), desk.went, desk.desk, lambda: asked.append("sync"), *at(desk)
    )

    presenter.opened()
    assert view.item is not None
    assert view.item.file_id == file_id
    presenter.row_opened(id_of(view.item))
    presenter.sync_pressed()

    assert (desk.went.to, asked) == (["case"], ["sync"])
    presenter.next_pressed()  # nothing needs a person: the choice stays
    assert id_of(view.item) == id_of(view.rows()[0])


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "Not sent yet"),
        ("blob.too_large", "The central system does not take a document this large."),
        ("storage.document_missing", "The document is damaged on this computer."),
        ("something.new", "The central system's answer: something.new"),
    ],
)
@pytest.mark.parametrize("is_notice", [False, True])
def test_a_document_says_what_it_is_and_what_stands_in_its_way(
    qapp: QApplication, code: str, said: str, *, is_notice: bool
) -> None:
    document = UnsentDocument("0" * 64, is_notice, None, "", None, code)

    assert answer_words(document) == said
    assert what_words(document).endswith("not sent" if code else "being sent")
    assert ("administrator" in to_do_words(document)) == bool(code)


def test_documents_wait_beside_the_clicks_and_a_refused_one_comes_first(desk: RealDesk) -> None:
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    desk.refuses(file_id, application, b"%PDF-1.7 answer")
    with desk.database.open_work() as work:
        scan = work.blobs.put(b"a scan of nobody yet")
        work.blobs.note_refused(scan, "blob.too_large")
        work.commit()
    view = View()
    presenter = OutboxPresenter(view, InlineTasks(), desk.went, desk.desk, lambda: None, *at(desk))

    presenter.opened()

    first, *others = view.rows()
    assert (id_of(first), state_of(first)) == (scan, RunState.NEEDS_YOU)
    [answer] = [each for each in others if isinstance(each, UnsentDocument)]
    assert (answer.is_notice, answer.file_id, answer.full_name) == (True, file_id, "Çinarlı Günay Rəşad qızı")
    presenter.row_opened(scan)  # no file names it yet: there is nothing to open
    assert desk.went.to == []
    presenter.row_opened(id_of(answer))
    assert desk.went.to == ["case"]


def test_a_scan_is_shown_under_the_person_whose_paper_it_is(desk: RealDesk) -> None:
    with desk.database.open_work() as work:
        scan = work.blobs.put(b"a scan of a card")
        work.commit()
    file_id, application = desk.opens()
    paper = Paper(kind="identity_card_new", number="AA1234567", form=FormShown.ORIGINAL, scans=(scan,))
    with desk.database.open_work() as work:
        desk.desk.act(work, file_id, (ShowPaper(application, paper),))
        work.commit()

    with desk.database.open_reading() as reading:
        [document] = reading.unsent_documents()

    assert (document.sha256, document.is_notice, document.file_id) == (scan, False, file_id)
    assert (document.full_name, document.refused) == ("Çinarlı Günay Rəşad qızı", "")
    assert document.recorded_at == desk.clock.now()


def test_an_empty_outbox_shows_nothing(desk: RealDesk) -> None:
    view = View()
    OutboxPresenter(view, InlineTasks(), desk.went, desk.desk, lambda: None, *at(desk)).opened()

    assert (list(view.rows()), view.item) == ([], None)


def test_what_cannot_be_settled_is_handed_up_and_comes_back_with_a_finding(desk: RealDesk) -> None:
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    with desk.database.open_work() as work:  # the central API refused the last click
        last = work.outbox.of_file(file_id)[-1]
        work.replace_tail(file_id, last.events[0].link.seq, (), None)
        before_a_person(work, last, REJECTED, Refused("act.not_now"), Tally())
        work.commit()
    view = View()
    presenter = OutboxPresenter(view, InlineTasks(), desk.went, desk.desk, lambda: None, *at(desk))
    presenter.opened()
    assert view.item is not None
    assert view.handing == Handing(is_possible=True, now=desk.clock.now())

    presenter.handing_up.begin()
    presenter.handing_up.hand_up()
    assert getattr(view.hand_up_problem, "problem", "") == "hand_up.words_missing"
    presenter.handing_up.edited("Reyestr nə")
    presenter.handing_up.save_now()
    presenter.handing_up.close()
    presenter.handing_up.begin()
    assert view.handing is not None
    assert (view.handing.words, view.saved) == ("Reyestr nə", 1)
    presenter.handing_up.edited("Reyestr nə deyir?")
    presenter.handing_up.hand_up()
    assert desk.went.changes[-1].files == {file_id}

    presenter.row_selected(last.run)
    assert view.handing is not None
    assert view.handing.done is not None
    assert (view.handing.is_possible, view.handing.done.wording) == (False, "Reyestr nə deyir?")
    with desk.database.open_work() as work:
        desk.desk.act(work, file_id, [CloseReview("Yenidən soruşun", (f"handed_up:{last.run}",))])
        work.commit()
    presenter.reload()
    presenter.row_selected(last.run)
    assert view.handing.done is not None
    assert (view.handing.done.finding, view.handing.is_possible) == ("Yenidən soruşun", True)
    assert desk.drafts.load(f"hand_up:{last.run}") is None
