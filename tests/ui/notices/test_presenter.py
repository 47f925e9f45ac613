"""The journal over a real desk: what the filter shows, verification once a document, the missing receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import Receiving
from dost_desktop.rows import NoticeRow
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.refuse_application import Certificate
from dost_desktop.signing.facts import Finding, SignatureFacts, Stage, Verdict
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOW, WORKS, RealDesk
from ui.parts.handing import Handing
from ui.screens.notices import verification
from ui.screens.notices.presenter import (
    Details,
    Journal,
    NoticeJobs,
    NoticesPresenter,
    Period,
    Standing,
    Wanted,
)

PASSED = Verdict(
    (
        SignatureFacts(
            "Aysel Söyüdlü", "4F1A", "Sınaq MSXM", NOW, False, True, False,
            tuple(Finding(stage, None) for stage in Stage),
        ),
    )
)  # fmt: skip


class View:
    def __init__(self) -> None:
        self.journal: Journal | None = None
        self.details: Details | None = None
        self.verdict: verification.Verdict | None = None
        self.problem: AgentError | None = None
        self.hand_over, self.selected = False, list[UUID]()
        self.verifying = 0

    def show_journal(self, journal: Journal, wanted: Wanted) -> None:
        self.journal = journal

    def show_details(self, details: Details | None) -> None:
        self.details, self.verdict = details, None

    def show_verifying(self) -> None:
        self.verifying += 1

    def show_verdict(self, verdict: verification.Verdict) -> None:
        self.verdict = verdict

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_hand_over(self, shown: bool) -> None:
        self.hand_over = shown

    def select(self, notice: UUID) -> None:
        self.selected.append(notice)

    def receipt_words(self) -> str:
        return "receipt"


@dataclass
class Page:
    desk: RealDesk

    def __post_init__(self) -> None:
        self.view, self.opened = View(), list[NoticeRow]()
        jobs = NoticeJobs(
            desk=self.desk.desk,
            serve=self.desk.jobs.serve,
            verify_job=self._verify,
            open_document=lambda row, _: self.opened.append(row),
            print_copy=self.desk.jobs.print_copy,
        )
        self.presenter = NoticesPresenter(self.view, InlineTasks(), self.desk.went, jobs)
        self.desk.went.heard = self.presenter.changed

    @staticmethod
    def _verify(pdf: bytes) -> Callable[[], verification.Verdict]:
        return partial(lambda _: PASSED, pdf)

    def rows(self) -> tuple[NoticeRow, ...]:
        assert self.view.journal is not None
        return self.view.journal.rows


def signed_notice(desk: RealDesk) -> UUID:
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    case = LookAtCase(desk.desk)(file_id, application)
    reserved = desk.refuse.reserve(case, desk.refuse.begin(case), Certificate("4F1A", "Aysel Söyüdlü"))
    return desk.refuse.commit(reserved, b"%PDF imzali").notice


def by_hand_notice(desk: RealDesk) -> UUID:
    desk.next_person()
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    return desk.refuses(file_id, application)


def test_today_is_shown_newest_first_with_the_numbers_left(desk: RealDesk) -> None:
    old = signed_notice(desk)
    desk.clock.moment += timedelta(days=1)
    new = by_hand_notice(desk)
    page = Page(desk)

    page.presenter.opened()
    assert [row.id for row in page.rows()] == [new]
    page.presenter.filter_chosen(Wanted(Period.ALL))
    assert [row.id for row in page.rows()] == [new, old]
    page.presenter.filter_chosen(Wanted(Period.ALL, standing=Standing.RECALLED))
    assert (page.rows(), page.view.details) == ((), None)

    assert page.view.journal is not None
    assert page.view.journal.next_number is not None
    assert (page.view.journal.next_number.number, page.view.journal.next_number.left) == (432, 68)


def test_a_signed_document_is_verified_once_and_again_on_demand(desk: RealDesk) -> None:
    notice = signed_notice(desk)
    page = Page(desk)

    page.presenter.opened(notice)
    page.presenter.row_selected(notice)
    assert page.view.verdict is PASSED
    assert page.view.verifying == 1

    page.presenter.verify_pressed()
    assert page.view.verifying == 2


def test_a_notice_signed_by_hand_is_not_verified(desk: RealDesk) -> None:
    notice = by_hand_notice(desk)
    page = Page(desk)
    page.presenter.opened(notice)

    assert (page.view.verifying, page.view.verdict) == (0, None)


def test_document_copy_and_case_are_one_key_away(desk: RealDesk) -> None:
    notice = signed_notice(desk)
    page = Page(desk)
    page.presenter.opened()

    page.presenter.open_pressed()
    page.presenter.print_pressed()
    page.presenter.case_pressed()

    assert [row.id for row in page.opened] == desk.copies == [notice]
    assert desk.went.to == ["case"]


def test_a_missing_receipt_is_found_and_recorded(desk: RealDesk) -> None:
    notice = signed_notice(desk)
    page = Page(desk)
    page.presenter.opened()

    page.presenter.next_pressed()
    page.presenter.receipt_pressed()
    assert page.view.hand_over
    page.presenter.served(Handing(Receiving.WOULD_NOT_TAKE))

    assert page.rows()[0].id == notice
    served: datetime | None = page.rows()[0].served_at
    assert served == desk.clock.now()
    assert page.view.details is not None
    assert page.view.details.notice is not None
    assert page.view.details.notice.receiving is Receiving.WOULD_NOT_TAKE
    page.presenter.receipt_pressed()
    assert not page.view.hand_over
