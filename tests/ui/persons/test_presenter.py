"""The search: what is looked for, which answer counts, where Enter leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

import pytest

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.ids import NumberKind
from dost_desktop.rows import ApplicationFilter, ApplicationRow, PersonRow
from dost_desktop.services.run_case import Case
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.intake.desk import GUNAY, HeldTasks, IntakeDesk
from ui.screens.intake.form import Form
from ui.screens.persons.presenter import Found, PersonsActs, PersonsPresenter


class View:
    def __init__(self) -> None:
        self.found, self.rows, self.text = Found.NOTHING_ASKED, list[PersonRow](), ""
        self.person: tuple[PersonRow | None, Sequence[ApplicationRow] | None] = (None, None)

    def show_text(self, text: str) -> None:
        self.text = text

    def show_results(self, found: Found, rows: Sequence[PersonRow], text: str) -> None:
        self.found, self.rows = found, list(rows)

    def show_person(self, row: PersonRow | None, applications: Sequence[ApplicationRow] | None) -> None:
        self.person = (row, applications)

    def focus_field(self) -> None:
        """The caret stands in the field."""


class Went:
    def __init__(self) -> None:
        self.to: list[object] = []

    def start_intake(self, case: Case | None, number: str = "") -> None:
        self.to.append(("intake", number))

    def open_case(self, file_id: UUID, application: UUID) -> None:
        self.to.append(application)

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None:
        self.to.append(("person", file_id))

    def say_problem(self, error: AgentError) -> None:
        self.to.append(error.code)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IntakeDesk]:
    """A desk that has Günay's open application."""
    desk = IntakeDesk(tmp_path)
    intake = desk.intake(InlineTasks())
    intake.typed(Form(number=GUNAY.number))
    intake.ask()
    intake.continue_asked()
    yield desk
    desk.close()


def acts(desk: IntakeDesk) -> PersonsActs:
    def find(text: str) -> tuple[PersonRow, ...]:
        with desk.database.open_reading() as reading:
            return reading.find_persons(text)

    def applications(person: UUID) -> tuple[ApplicationRow, ...]:
        with desk.database.open_reading() as reading:
            return reading.applications(ApplicationFilter(file_id=person))

    return PersonsActs(find, applications)


@pytest.fixture
def page(desk: IntakeDesk) -> tuple[PersonsPresenter, View, Went]:
    view, went = View(), Went()
    return PersonsPresenter(view, InlineTasks(), acts(desk), went), view, went


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", Found.NOTHING_ASKED),
        ("çi", Found.TOO_SHORT),
        ("cinarli", Found.EXACT),
        ("GÜNAY", Found.EXACT),
        ("5tk8r2m", Found.EXACT),
        ("AA1234567", Found.EXACT),
        ("Çimarlı", Found.NEAR),
        ("Məmmədov", Found.NOTHING),
    ],
)
def test_a_person_is_found_however_the_name_or_number_is_typed(
    page: tuple[PersonsPresenter, View, Went], typed: str, found: Found
) -> None:
    presenter, view, _ = page
    presenter.search(typed)
    assert view.found is found


def test_enter_opens_the_open_application(
    desk: IntakeDesk, page: tuple[PersonsPresenter, View, Went]
) -> None:
    presenter, view, went = page
    presenter.search("cinarli")
    presenter.enter(view.rows[0].file_id)
    assert went.to == [desk.file().applications[0].id]
    row, applications = view.person
    assert row is not None
    assert applications is not None
    assert [each.ticket for each in applications] == ["A-047"]


def test_without_an_open_application_enter_starts_an_intake_with_the_number(desk: IntakeDesk) -> None:
    view, went = View(), Went()
    found = acts(desk)
    presenter = PersonsPresenter(
        view, InlineTasks(), PersonsActs(found.find, lambda _: ()), went, text="Günay Çinarlı"
    )
    presenter.opened()
    assert view.text == "Günay Çinarlı"
    presenter.enter(desk.desk.file_of(NumberKind.PIN, GUNAY.number))
    assert went.to == [("intake", GUNAY.number)]


def test_ctrl_o_opens_the_whole_file(desk: IntakeDesk, page: tuple[PersonsPresenter, View, Went]) -> None:
    presenter, view, went = page
    presenter.search("cinarli")
    presenter.file_pressed()
    assert went.to == []
    presenter.selected(view.rows[0].file_id)
    presenter.file_pressed()
    assert went.to == [("person", desk.desk.file_of(NumberKind.PIN, GUNAY.number))]


def test_only_the_answer_to_the_newest_text_counts(desk: IntakeDesk) -> None:
    view, tasks = View(), HeldTasks()
    presenter = PersonsPresenter(view, tasks, acts(desk), Went())
    presenter.search("cinarli")
    presenter.search("Məmmədov")
    tasks.finish()
    assert view.found is Found.NOTHING


def test_an_answer_that_comes_after_the_field_was_emptied_shows_nothing(desk: IntakeDesk) -> None:
    view, tasks = View(), HeldTasks()
    presenter = PersonsPresenter(view, tasks, acts(desk), Went())
    presenter.search("cinarli")
    presenter.search("")
    tasks.finish()
    assert view.found is Found.NOTHING_ASKED


def test_enter_before_the_applications_are_known_waits_for_them(desk: IntakeDesk) -> None:
    view, tasks, went = View(), HeldTasks(), Went()
    presenter = PersonsPresenter(view, tasks, acts(desk), went)
    presenter.search("cinarli")
    tasks.finish()
    presenter.enter(view.rows[0].file_id)
    assert went.to == []
    tasks.finish()
    assert went.to == [desk.file().applications[0].id]
