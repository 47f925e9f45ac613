"""The outbox: what needs a person stands first, nothing is stuck silently, every answer has words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.acts import BY_KIND, ShowPaper
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import FormShown
from dost_desktop.rows import OutboxRow, RunState, UnsentDocument
from dost_desktop.services.settle import ChoiceKind
from dost_desktop.services.unsent_export import ExportNotWritten, ExportReport
from dost_desktop.sync.rebase import REJECTED, before_a_person
from dost_desktop.sync.report import Tally
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOW, WORKS, RealDesk
from ui.infra.event_words import EVENTS
from ui.screens.outbox.answers import (
    NEEDS,
    age_words,
    answer_words,
    need_words,
    to_do_words,
    waits_words,
    what_words,
)
from ui.screens.outbox.item import Item, ItemId, Need, UntoldCase, id_of
from ui.screens.outbox.presenter import OutboxJobs, OutboxPresenter
from ui.screens.outbox.unsent import Unsent, is_stuck, read_unsent

HOUR = timedelta(hours=1)


class View:
    def __init__(self) -> None:
        self.unsent: Unsent | None = None
        self.item: Item | None = None
        self.problem: AgentError | None = None
        self.selected: list[ItemId] = []
        self.exported: ExportReport | None = None
        self.exporting: list[bool] = []

    def show_unsent(self, unsent: Unsent) -> None:
        self.unsent = unsent

    def show_item(self, row: Item | None, unsent: Unsent) -> None:
        self.item = row

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_exported(self, report: ExportReport) -> None:
        self.exported = report

    def set_exporting(self, busy: bool) -> None:
        self.exporting.append(busy)

    def select(self, item: ItemId) -> None:
        self.selected.append(item)

    def rows(self) -> Sequence[Item]:
        assert self.unsent is not None
        return self.unsent.rows


class Page:
    """A presenter over a real desk; what it asked of others is noted."""

    def __init__(self, desk: RealDesk, *, decides: bool = True) -> None:
        self.view, self.synced = View(), 0
        self.online_since: datetime | None = None
        self.fails = False
        jobs = OutboxJobs(self._sync, lambda: self.online_since, self._export, decides=decides)
        self.presenter = OutboxPresenter(self.view, InlineTasks(), desk.went, desk.desk, jobs)

    def _sync(self) -> None:
        self.synced += 1

    def _export(self, path: Path) -> ExportReport:
        if self.fails:
            raise ExportNotWritten
        return ExportReport(path, 3, 1, 0, 0)


def a_row(state: RunState = RunState.QUEUED, answer: str = "", **facts: Any) -> OutboxRow:
    return OutboxRow(
        new_id(NOW), new_id(NOW), "Çinarlı Günay", ("application_opened",), state, NOW, 2, None, answer, facts
    )


def unsent_of(*rows: Item, now: datetime = NOW, online_since: datetime | None = None) -> Unsent:
    return Unsent(rows, now, online_since)


def park_last(desk: RealDesk, *, reason: str = "act.not_now") -> OutboxRow:
    """The central API refused the last click of the only file."""
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    with desk.database.open_work() as work:
        last = work.outbox.of_file(file_id)[-1]
        work.replace_tail(file_id, last.events[0].link.seq, (), None)
        before_a_person(work, last, REJECTED, Refused(reason), Tally())
        work.commit()
    with desk.database.open_reading() as reading:
        return next(row for row in reading.outbox_rows() if row.run == last.run)


def test_every_kind_of_event_has_words() -> None:
    assert set(EVENTS) == set(BY_KIND)


@pytest.mark.parametrize("state", RunState)
@pytest.mark.parametrize("hours", [0, 2])
def test_every_item_says_where_it_stands_and_what_to_do(
    qapp: QApplication, state: RunState, hours: int
) -> None:
    row = a_row(state)
    unsent = unsent_of(row, now=NOW + hours * HOUR, online_since=NOW)
    need = unsent.need(row)
    assert need_words(need)
    assert to_do_words(row, unsent)
    assert (need is Need.STUCK) == (hours > 0 and state in {RunState.QUEUED, RunState.SENDING})


def test_every_need_has_words() -> None:
    assert set(NEEDS) == set(Need)


@pytest.mark.parametrize(
    ("waited", "online", "stuck"),
    [
        (2 * HOUR, 2 * HOUR, True),
        (HOUR, HOUR, True),
        (2 * HOUR, HOUR / 2, False),  # it came online a moment ago
        (HOUR / 2, 9 * HOUR, False),
        (99 * HOUR, None, False),  # offline: that is said elsewhere
    ],
)
def test_stuck_is_what_was_not_taken_for_an_hour_online(
    waited: timedelta, online: timedelta | None, stuck: bool
) -> None:
    now = NOW + waited
    assert is_stuck(a_row(), now, None if online is None else now - online) == stuck


def test_a_scan_of_nobody_yet_is_never_called_stuck() -> None:
    assert not is_stuck(UnsentDocument("0" * 64, False, None, "", None, ""), NOW + HOUR, NOW)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("", "Not sent yet"),
        ("law_outdated", "Decided under an older catalogue; it is checked again by itself."),
        ("alarm.hash", "A file does not agree with the central system"),
        ("hand_up", "Handed up to the head of the centre."),
        ("something.new", "The central system's answer: something.new"),
    ],
)
def test_the_last_answer_is_said_in_words(qapp: QApplication, answer: str, said: str) -> None:
    assert answer_words(a_row(answer=answer)) == said


def test_a_reason_of_the_law_keeps_its_own_words(qapp: QApplication) -> None:
    row = a_row(RunState.NEEDS_YOU, "application.already_open", facts={"application_no": "M-000001"})

    assert "M-000001" in answer_words(row)


@pytest.mark.parametrize(
    ("seconds", "said"), [(20, "0 min"), (3599, "59 min"), (3600, "1 h"), (90000, "1 days")]
)
def test_ages(qapp: QApplication, seconds: int, said: str) -> None:
    assert age_words(NOW, NOW + timedelta(seconds=seconds)) == said


def test_unsent_work_is_listed_opened_and_sent_now(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    page = Page(desk)

    page.presenter.opened()
    assert page.view.item is not None
    assert page.view.item.file_id == file_id
    page.presenter.row_opened(id_of(page.view.item))
    page.presenter.sync_pressed()
    page.presenter.try_pressed(id_of(page.view.item))

    assert (desk.went.to, page.synced) == (["case"], 2)
    page.presenter.next_pressed()  # nothing needs a person: the choice stays
    assert id_of(page.view.item) == id_of(page.view.rows()[0])


def test_the_clicks_of_a_file_wait_for_one_another(desk: RealDesk, qapp: QApplication) -> None:
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    with desk.database.open_reading() as reading:
        unsent = read_unsent(reading, desk.clock.now(), None)

    first, second = unsent.rows
    assert waits_words(first, unsent) == ""
    assert unsent.waits_for == {id_of(second): first}
    assert waits_words(second, unsent).startswith("Application opened")


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
    assert ("administrator" in to_do_words(document, unsent_of(document))) == bool(code)


def test_documents_wait_beside_the_clicks_and_a_refused_one_comes_first(desk: RealDesk) -> None:
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    desk.refuses(file_id, application, b"%PDF-1.7 answer")
    with desk.database.open_work() as work:
        scan = work.blobs.put(b"a scan of nobody yet")
        work.blobs.note_refused(scan, "blob.too_large")
        work.commit()
    page = Page(desk)

    page.presenter.opened()

    first, *others = page.view.rows()
    assert page.view.unsent is not None
    assert (id_of(first), page.view.unsent.need(first)) == (scan, Need.SOMEBODY)
    [answer] = [each for each in others if isinstance(each, UnsentDocument)]
    assert (answer.is_notice, answer.file_id, answer.full_name) == (True, file_id, "Çinarlı Günay Rəşad qızı")
    page.presenter.row_opened(scan)  # no file names it yet: there is nothing to open
    assert desk.went.to == []
    page.presenter.row_opened(id_of(answer))
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


def test_a_half_done_case_that_other_desks_have_not_heard_of_is_listed(
    desk: RealDesk, qapp: QApplication
) -> None:
    file_id, application = desk.opens()
    desk.serves(file_id, application)
    desk.runs.pause("person")
    page = Page(desk)

    page.presenter.opened()

    [case] = [each for each in page.view.rows() if isinstance(each, UntoldCase)]
    assert (case.ticket, case.is_finished, case.file_id) == ("A-047", False, file_id)
    assert what_words(case) == "Half-done case, for the other desks"
    assert answer_words(case) == "Not sent yet"


def test_an_empty_outbox_shows_nothing(desk: RealDesk) -> None:
    page = Page(desk)
    page.presenter.opened()

    assert (list(page.view.rows()), page.view.item) == ([], None)


@pytest.mark.parametrize("decides", [True, False])
def test_a_disagreement_is_decided_on_its_own_page_by_who_may(desk: RealDesk, *, decides: bool) -> None:
    parked = park_last(desk)
    page = Page(desk, decides=decides)
    page.presenter.opened()
    assert id_of(page.view.rows()[0]) == parked.run

    page.presenter.row_opened(parked.run)

    assert desk.went.to == [f"disagreements {parked.run}" if decides else "case"]


def test_what_was_set_aside_is_in_the_history_and_what_is_with_the_head_stays(desk: RealDesk) -> None:
    parked = park_last(desk)
    page = Page(desk)
    for kind in (ChoiceKind.HAND_UP, ChoiceKind.KEEP_THEIRS):
        with desk.database.open_work() as work:
            work.set_aside(parked.run, kind.value, {})
            work.commit()
        page.presenter.reload()
        kept = [each for each in page.view.rows() if id_of(each) == parked.run]
        assert bool(kept) == (kind is ChoiceKind.HAND_UP)
        if kept and page.view.unsent is not None:
            assert page.view.unsent.need(kept[0]) is Need.HEAD


def test_f8_goes_through_what_needs_somebody(desk: RealDesk) -> None:
    parked = park_last(desk)
    page = Page(desk)
    page.online_since = desk.clock.now()
    desk.clock.moment += timedelta(hours=2)
    page.presenter.opened()
    assert page.view.unsent is not None
    assert [page.view.unsent.need(each) for each in page.view.rows()] == [Need.YOU, Need.STUCK]

    page.presenter.next_pressed()
    assert page.view.selected[-1] == id_of(page.view.rows()[1])
    page.presenter.next_pressed()
    assert page.view.selected[-1] == parked.run


def test_an_export_says_what_is_in_the_file_or_why_there_is_none(desk: RealDesk, tmp_path: Path) -> None:
    page = Page(desk)
    page.presenter.export_to(tmp_path / "unsent")
    assert page.view.exported is not None
    assert page.view.exported.path == tmp_path / "unsent"

    page.fails = True
    page.presenter.export_to(tmp_path / "unsent")
    assert isinstance(page.view.problem, ExportNotWritten)
    assert page.view.exporting == [True, False, True, False]
