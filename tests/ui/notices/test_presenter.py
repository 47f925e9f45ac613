"""The journal over a real desk: what the filter shows, verification once a document, the missing receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import Receiving
from dost_desktop.rows import NoticeRow
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.look_at_notice import LookAtNotice, NoticeView
from dost_desktop.services.refuse_application import Certificate
from dost_desktop.signing.facts import Finding, SignatureFacts, Stage, Verdict
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOW, WORKS, RealDesk
from ui.parts.handing import Handing
from ui.screens.notices import verification
from ui.screens.notices.presenter import (
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
        self.details: NoticeView | None = None
        self.verdict: verification.Verdict | None = None
        self.problem: AgentError | None = None
        self.hand_over, self.selected, self.focus = False, list[UUID](), ""
        self.purpose: tuple[UUID, tuple[str, ...], str] | None = None
        self.verifying = 0

    def show_journal(self, journal: Journal, wanted: Wanted) -> None:
        self.journal = journal

    def show_details(self, details: NoticeView | None) -> None:
        self.details, self.verdict = details, None

    def show_purpose(self, row: NoticeRow, centres: tuple[str, ...], problem: AgentError | None) -> None:
        self.details, self.purpose = None, (row.id, centres, getattr(problem, "problem", ""))

    def focus_purpose(self) -> None:
        self.focus = "purpose"

    def focus_list(self) -> None:
        self.focus = "list"

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
    at: str = "B03"  # the centre

    def __post_init__(self) -> None:
        desk = replace(self.desk.desk, centre=self.desk.desk.centre.model_copy(update={"code": self.at}))
        self.view, self.opened = View(), list[NoticeRow]()
        jobs = NoticeJobs(
            desk=desk,
            look=LookAtNotice(desk),
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


def looks(desk: RealDesk) -> list[str]:
    with desk.database.open_reading() as reading:
        return [look.purpose for look in reading.access_log.unsent() if look.what == "notice"]


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


def test_another_centres_written_answer_is_shown_only_for_a_purpose_and_each_look_is_logged(
    desk: RealDesk,
) -> None:
    notice = signed_notice(desk)
    page = Page(desk, at="C07")
    page.presenter.opened()

    for press in (
        page.presenter.open_pressed,
        page.presenter.print_pressed,
        page.presenter.verify_pressed,
        page.presenter.receipt_pressed,
        page.presenter.case_pressed,
    ):
        press()
    assert (page.opened, desk.copies, page.view.verifying, page.view.hand_over) == ([], [], 0, False)
    assert (page.view.details, page.view.focus) == (None, "purpose")
    assert page.view.purpose == (notice, ("B03",), "")
    assert looks(desk) == []

    page.presenter.purpose_given(" ab ")
    assert page.view.purpose == (notice, ("B03",), "register.purpose_missing")
    assert looks(desk) == []

    page.presenter.purpose_given("Şəxs burada müraciət edir")
    page.presenter.open_pressed()
    assert [row.id for row in page.opened] == [notice]
    assert page.view.verdict is PASSED
    assert page.view.focus == "list"
    page.presenter.reload()  # asked once a session
    assert looks(desk) == ["Şəxs burada müraciət edir"] * 2


def test_a_look_at_an_own_written_answer_is_logged_with_its_number(desk: RealDesk) -> None:
    signed_notice(desk)
    page = Page(desk)
    page.presenter.opened()

    assert looks(desk) == [page.rows()[0].number]
