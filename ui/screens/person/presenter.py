"""The person's page: what is looked at and for what, when a contact counts, when two files are one person's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final, TypeVar
from uuid import UUID

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.values import Email, Phone
from dost_desktop.ports import Tasks
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.look_at_person import PersonView, PurposeAsked
from ui.screens.person.page import Comparison, Contact, PersonPage, page_of
from ui.screens.person.port import PersonJobs, PersonNavigation, PersonViewPort, Said

CONTACT_FORM: Final = "contact"
LINK_FORM: Final = "link"
V = TypeVar("V")
W = TypeVar("W")


def contact_key(file_id: UUID) -> str:
    """Where a typed, unrecorded contact is kept."""
    return f"{CONTACT_FORM}:{file_id}"


def link_key(file_id: UUID, other: UUID) -> str:
    """Where a typed reason for linking two files is kept."""
    return f"{LINK_FORM}:{file_id}:{other}"


class PersonPresenter:
    """One person's page; ``application`` is where the agent came from, and where Esc leads back to."""

    def __init__(
        self,
        view: PersonViewPort,
        tasks: Tasks,
        navigation: PersonNavigation,
        jobs: PersonJobs,
        file_id: UUID,
        application: UUID | None = None,
    ) -> None:
        self._view, self._tasks, self._navigation, self._jobs = view, tasks, navigation, jobs
        self.file_id, self._came_from = file_id, application
        self._purpose = ""
        self._page: PersonPage | None = None
        self._contact: Contact | None = None  # as typed; None while the section is folded
        self._draft: Draft | None = None
        self._comparison: Comparison | None = None
        self._dismissed = set[UUID]()
        self._unsaved: tuple[str, str, Mapping[str, Any]] | None = None  # key, form, content
        self._busy = self._focused = False

    def opened(self) -> None:
        """The page came up."""
        self._look()

    def changed(self, changes: Changes) -> None:
        """Something was recorded: look again when it is about a person on this page."""
        if self._page is None:
            return
        view = self._page.view
        shown = {self.file_id, *view.file.linked, *(each.row.file_id for each in view.alike)}
        if shown & changes.files:
            self._look()

    def purpose_given(self, words: str) -> None:
        """What a file of another centre is opened for."""
        self._purpose = words.strip()
        self._look()

    # where the page leads
    def primary_pressed(self) -> None:
        """Ctrl+Enter: go on with the open application, else begin one."""
        if self._page is None:
            return
        going_on = self._page.open_application
        if going_on is not None:
            self.application_opened(going_on.id)
        else:
            self.new_application()

    def new_application(self) -> None:
        """Ctrl+N: an intake with this person's number."""
        if self._page is not None:
            self._navigation.start_intake(None, self._number())

    def application_opened(self, application: UUID) -> None:
        """One of the person's applications."""
        self._navigation.open_case(self.file_id, application)

    def notice_opened(self, notice: UUID) -> None:
        """One of the person's written answers, in the journal."""
        self._navigation.show_notices(notice)

    def linked_opened(self, other: UUID) -> None:
        """Another file of the same person."""
        self._navigation.open_person(other)

    def back(self) -> None:
        """Esc: what is open folds, with its draft kept; then back to where the agent came from."""
        if self._comparison is not None:
            self._close_comparison()
        elif self._contact is not None:
            self._close_contact()
        elif self._came_from is not None:
            self._navigation.open_case(self.file_id, self._came_from)
        else:
            self._navigation.show_persons(self._number())

    # how to reach the person
    def change_contact(self) -> None:
        """The fields open with what is recorded, or with what was typed before and not recorded."""
        if self._page is None:
            return
        file, typed = self._page.view.file, self._draft.content if self._draft else {}
        self._contact = Contact(str(typed.get("phone", file.phone)), str(typed.get("email", file.email)))
        self._view.show_contact(self._contact)

    def contact_edited(self, phone: str, email: str) -> None:
        """A letter was typed; it is saved soon."""
        if self._contact is not None:
            self._contact = Contact(phone, email)
            content = {"phone": phone, "email": email}
            self._unsaved = (contact_key(self.file_id), CONTACT_FORM, content)

    def contact_left(self) -> None:
        """The focus left a field: what is wrong is said now, what is repaired no more."""
        if self._contact is not None:
            self._checked(self._contact)

    def record_contact(self) -> None:
        """Both values right: recorded; else the focus goes to the first wrong one."""
        if self._contact is None or self._busy:
            return
        checked = self._checked(self._contact)
        if checked is None:
            self._view.focus_wrong_contact()
            return
        job = partial(self._jobs.record_contact, self.file_id, *checked, contact_key(self.file_id))
        self._act(job, self._contact_recorded)

    def keep_contact(self) -> None:
        """What is recorded stays; what was typed is forgotten."""
        self._forget(contact_key(self.file_id))
        self._draft = None
        self._close_contact()

    # other files that may be this person's
    def compare(self, other: UUID) -> None:
        """Both files side by side; the look at the other one is logged too."""
        key = link_key(self.file_id, other)
        job = partial(_together, partial(self._jobs.look.other, other), partial(self._jobs.drafts.load, key))
        self._run(job, self._compared)

    def reason_edited(self, words: str) -> None:
        """Why the agent thinks it is one person."""
        if self._comparison is not None:
            key = link_key(self.file_id, self._comparison.other.id)
            self._unsaved = (key, LINK_FORM, {"reason": words})
            self._comparison = Comparison(
                self._comparison.mine, self._comparison.other, self._comparison.same, words
            )
            self._view.show_reason_problem(None)

    def same_person(self) -> None:
        """The files are linked, each with the agent's reason; never without one."""
        if self._comparison is None or self._busy:
            return
        reason, other = self._comparison.reason.strip(), self._comparison.other.id
        if not reason:
            self._view.show_reason_problem(InvalidValue("file.reason_missing"))
            return
        key = link_key(self.file_id, other)
        self._act(partial(self._jobs.link, self.file_id, other, reason, key), self._were_linked)

    def not_the_same(self) -> None:
        """Nothing is recorded; the other file is not offered again on this page."""
        if self._comparison is not None and self._page is not None:
            other = self._comparison.other.id
            self._dismissed.add(other)
            self._forget(link_key(self.file_id, other))
            self._close_comparison()
            self._show(self._page.view)

    def save_now(self) -> None:
        """What was typed is kept as a draft."""
        if self._unsaved is not None and not self._busy:
            key, form, content = self._unsaved
            self._unsaved = None
            job = partial(self._jobs.drafts.save, key, form, content)
            self._run(job, partial(self._saved, key, form, content))

    # what comes back
    def _look(self) -> None:
        job = partial(
            _together,
            partial(self._jobs.look, self.file_id, self._purpose),
            partial(self._jobs.drafts.load, contact_key(self.file_id)),
        )
        self._run(job, self._looked)

    def _looked(self, answer: tuple[PersonView | PurposeAsked, Draft | None]) -> None:
        found, draft = answer
        self._view.show_problem(None)
        if isinstance(found, PurposeAsked):
            problem = InvalidValue("register.purpose_missing") if self._purpose else None
            self._view.show_purpose(found.centres, problem)
            return
        if self._contact is None:
            self._draft = draft
        self._show(found)
        if not self._focused:
            self._focused = True
            self._view.focus_main()

    def _show(self, view: PersonView) -> None:
        self._page = page_of(view, self._dismissed, has_draft=self._draft is not None)
        self._view.show_page(self._page)

    def _checked(self, contact: Contact) -> tuple[Phone | None, Email | None] | None:
        """Both values, None each when left empty; None at all when one is wrong: the view says which and why."""
        phone, phone_problem = _read(Phone.parse, contact.phone)
        email, email_problem = _read(Email.parse, contact.email)
        self._view.show_contact_problems(phone_problem, email_problem)
        return None if phone_problem or email_problem else (phone, email)

    def _contact_recorded(self, changes: Changes) -> None:
        self._draft = self._unsaved = None
        self._close_contact()
        if changes.files:
            self._navigation.say(self._view.said(Said.CONTACT_RECORDED))
            self._navigation.announce(changes)

    def _close_contact(self) -> None:
        self.save_now()
        self._contact = None
        self._view.show_contact(None)
        if self._page is not None:
            self._show(self._page.view)

    def _compared(self, answer: tuple[PersonFile, Draft | None]) -> None:
        other, draft = answer
        if self._page is None:
            return
        same = next((each.same for each in self._page.alike if each.row.file_id == other.id), frozenset())
        reason = str(draft.content.get("reason", "")) if draft else ""
        self._comparison = Comparison(self._page.view.file, other, same, reason)
        self._view.show_comparison(self._comparison)

    def _close_comparison(self) -> None:
        self.save_now()
        self._comparison = None
        self._view.show_comparison(None)

    def _were_linked(self, changes: Changes) -> None:
        self._unsaved = None
        self._close_comparison()
        self._navigation.say(self._view.said(Said.LINKED))
        self._navigation.announce(changes)

    def _forget(self, key: str) -> None:
        self._unsaved = None
        self._run(partial(self._jobs.drafts.discard, key), _nothing)

    def _saved(self, key: str, form: str, content: Mapping[str, Any], at: datetime) -> None:
        if form == CONTACT_FORM:
            self._draft = Draft(key, form, content, at)
            if self._contact is None and self._page is not None:
                self._show(self._page.view)
        self._view.show_saved(at)

    def _number(self) -> str:
        identity = self._page.view.file.identity if self._page else None
        return identity.number if identity else ""

    # running
    def _act(self, job: Callable[[], Changes], done: Callable[[Changes], None]) -> None:
        """An act: a second press does nothing, a refusal is said on the page, what was typed stays."""
        self._set_busy(True)
        self._view.show_problem(None)
        self._tasks.run(job, done=partial(self._acted, done), failed=self._failed)

    def _acted(self, done: Callable[[Changes], None], changes: Changes) -> None:
        self._set_busy(False)
        done(changes)

    def _run(self, job: Callable[[], V], done: Callable[[V], None]) -> None:
        self._tasks.run(job, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._set_busy(False)
        self._view.show_problem(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy)


def _read(parse: Callable[[str], V], typed: str) -> tuple[V | None, InvalidValue | None]:
    """The value and what is wrong with it; an empty field is neither."""
    if not typed.strip():
        return None, None
    try:
        return parse(typed), None
    except InvalidValue as problem:
        return None, problem


def _together(first: Callable[[], V], second: Callable[[], W]) -> tuple[V, W]:
    """Two questions in one piece of work."""
    return first(), second()


def _nothing(_: object) -> None:
    """Nobody waits for it."""
