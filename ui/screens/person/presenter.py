"""The person's page: what is looked at and for what, which section is open, and where every way leads."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Tasks
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.look_at_person import PersonView, PurposeAsked
from dost_desktop.services.record_in_wrong_file import Misfiled
from ui.screens.person.applying import Applying
from ui.screens.person.comparing import Comparing
from ui.screens.person.contacting import CONTACT_FORM, Contacting
from ui.screens.person.correcting import IDENTITY_FORM, Correcting
from ui.screens.person.errands import Errands, together
from ui.screens.person.extracting import Extracting
from ui.screens.person.misfiling import Misfilings
from ui.screens.person.page import PersonPage, page_of
from ui.screens.person.port import PersonJobs, PersonNavigation, PersonViewPort, Said
from ui.screens.person.profiling import PROFILE_FORM, Profiling
from ui.screens.person.reviewing import Reviewing


class PersonPresenter:
    """One person's page; ``application`` is where the agent came from, and where Esc leads back to.

    ``contact``, ``identity``, ``comparing``, ``misfiling`` and ``reviewing`` are its sections: at most one is open.
    """

    def __init__(
        self,
        view: PersonViewPort,
        tasks: Tasks,
        navigation: PersonNavigation,
        jobs: PersonJobs,
        file_id: UUID,
        application: UUID | None = None,
    ) -> None:
        self._view, self._navigation, self._jobs = view, navigation, jobs
        self.file_id, self._came_from = file_id, application
        self._purpose = ""
        self._page: PersonPage | None = None
        self._dismissed = set[UUID]()
        self._right_numbers: dict[UUID, str] = {}  # of files to which something was found to belong
        self._asking_for: UUID | None = None  # another centre's file, to be compared once its purpose is said
        self._focused = False
        errands = self._errands = Errands(view, tasks, jobs.drafts, self._saved)
        self.contact = Contacting(
            view,
            errands,
            jobs.record_contact,
            file_id,
            recorded=partial(self._recorded, Said.CONTACT_RECORDED),
            folded=self._show_again,
        )
        self.identity = Correcting(
            view,
            errands,
            jobs.correct,
            file_id,
            recorded=partial(self._recorded, Said.CORRECTED),
            folded=self._show_again,
        )
        self.comparing = Comparing(
            view,
            errands,
            jobs.look,
            jobs.link,
            jobs.drafts,
            asked=self._purpose_of_other,
            shown=self._compares,
            linked=partial(self._recorded, Said.LINKED),
        )
        self.misfiling = Misfilings(
            view, errands, jobs.misfile, jobs.look_up, jobs.drafts, file_id, recorded=self._misfiled
        )
        self.reviewing = Reviewing(
            view,
            errands,
            jobs.close_review,
            jobs.drafts,
            file_id,
            recorded=partial(self._recorded, Said.REVIEW_CLOSED),
        )
        self.applying = Applying(
            view,
            errands,
            navigation,
            (jobs.open_next, jobs.ask_status, jobs.record_status),
            file_id,
            recorded=partial(self._recorded, Said.STATUS_READ),
        )
        self.profiling = Profiling(
            view,
            errands,
            jobs.record_profile,
            file_id,
            recorded=partial(self._recorded, Said.PROFILE_RECORDED),
            folded=self._show_again,
        )
        self.extracting = Extracting(view, jobs.print_extract, file_id, view.usual_purpose())

    def opened(self) -> None:
        """The page came up."""
        self._look()

    def changed(self, changes: Changes) -> None:
        """Something was recorded: look again when it is about a person on this page."""
        if self._page is None:
            return
        view = self._page.view
        others = {*view.file.linked, *view.file.belongs_to, *view.file.also_in}
        if {self.file_id, *others, *(each.row.file_id for each in view.alike)} & changes.files:
            self._look()

    def purpose_given(self, words: str) -> None:
        """What a file of another centre is opened for: this one, or the one to be compared."""
        if self._page is not None and self._asking_for is not None:
            self.comparing.open(self._page, self._asking_for, words)
        else:
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

    def kind_pressed(self, kind: ApplicationKind) -> None:
        """One more application of the person, of this kind."""
        if self._page is not None:
            self.applying.open(self._page, kind)

    def status_pressed(self) -> None:
        """F9: MAS is asked how the person is registered."""
        if self._page is not None and self._page.view.file.identity is not None:
            self.applying.ask()

    def extract_pressed(self) -> None:
        """Ctrl+P: the extract of the sheet; what it is for is asked first."""
        if self._page is None or self._page.view.file.identity is None:
            return
        if not self.extracting.is_open:
            self._close_sections()
        self.extracting.pressed()

    def application_opened(self, application: UUID) -> None:
        """One of the person's applications."""
        self._navigation.open_case(self.file_id, application)

    def notice_opened(self, notice: UUID) -> None:
        """One of the person's written answers, in the journal."""
        self._navigation.show_notices(notice)

    def other_opened(self, other: UUID) -> None:
        """Another file that this one names; a person nobody recorded anything of begins with an intake."""
        belongs_to = self._page.view.belongs_to if self._page else ()
        is_known = any(file.id == other and file.identity is not None for file in belongs_to)
        if not is_known and other in self._right_numbers:
            self._navigation.start_intake(None, self._right_numbers[other])
        else:
            self._navigation.open_person(other)

    def back(self) -> None:
        """Esc: what is open folds, with its draft kept; then back to where the agent came from."""
        if self._asking_for is not None:
            self._asking_for = None
            self._show_again()
        elif self._close_sections():
            return
        elif self._came_from is not None:
            self._navigation.open_case(self.file_id, self._came_from)
        else:
            self._navigation.show_persons(self._number())

    # sections
    def change_contact(self) -> None:
        """How to reach the person, in place."""
        if self._page is not None:
            self._close_sections()
            self.contact.open(self._page.view.file)

    def correct_identity(self) -> None:
        """What was taken from papers, in place."""
        if self._page is not None and self._page.is_correctable:
            self._close_sections()
            self.identity.open(self._page.view)

    def change_profile(self) -> None:
        """What the person can do and looks for, in place."""
        if self._page is not None and self._page.view.file.identity is not None:
            self._close_sections()
            self.profiling.open(self._page.view)

    def compare(self, other: UUID) -> None:
        """This file and another one that may be the same person's."""
        if self._page is not None:
            self._close_sections()
            self._asking_for = None
            self.comparing.open(self._page, other)

    def compare_another(self) -> None:
        """This file and one that nothing here points to, by its number."""
        if self._page is not None:
            self._close_sections()
            self._asking_for = None
            self.comparing.ask(self._page)

    def not_the_same(self) -> None:
        """The other file is somebody else's."""
        other = self.comparing.not_the_same()
        if other is not None:
            self._dismissed.add(other)
            self._show_again()

    def record_in_wrong_file(self) -> None:
        """Something here belongs to another person's file."""
        if self._page is not None and self._page.has_misfiled:
            self._close_sections()
            self.misfiling.open(self._page.view)

    def close_review(self) -> None:
        """The file is marked: what was found is written, in place."""
        if self._page is not None and self._page.marks:
            self._close_sections()
            self.reviewing.open(self._page)

    def save_now(self) -> None:
        """What was typed is kept as a draft."""
        self._errands.save_now()

    def _close_sections(self) -> bool:
        """Fold what is open; whether anything was."""
        sections = (
            self.comparing,
            self.misfiling,
            self.reviewing,
            self.identity,
            self.contact,
            self.extracting,
            self.profiling,
        )
        open_now = [each for each in sections if each.is_open]
        for section in open_now:
            section.close()
        return bool(open_now)

    # what comes back
    def _look(self) -> None:
        keys = (self.contact.key, self.identity.key, self.profiling.key)
        job = partial(
            together,
            partial(self._jobs.look, self.file_id, self._purpose),
            partial(_drafts, self._jobs.drafts, keys),
        )
        self._errands.run(job, self._looked)

    def _looked(self, answer: tuple[PersonView | PurposeAsked, tuple[Draft | None, ...]]) -> None:
        found, drafts = answer
        self._view.show_problem(None)
        if isinstance(found, PurposeAsked):
            problem = InvalidValue("register.purpose_missing") if self._purpose else None
            self._view.show_purpose(found.centres, problem)
            return
        sections: tuple[Contacting | Correcting | Profiling, ...] = (
            self.contact,
            self.identity,
            self.profiling,
        )
        for section, draft in zip(sections, drafts, strict=True):
            if not section.is_open:
                section.draft = draft
        self._show(found)
        if not self._focused:
            self._focused = True
            self._view.focus_main()

    def _purpose_of_other(self, other: UUID, asked: PurposeAsked) -> None:
        is_second = self._asking_for == other
        self._asking_for = other
        problem = InvalidValue("register.purpose_missing") if is_second else None
        self._view.show_purpose(asked.centres, problem)

    def _compares(self) -> None:
        self._asking_for = None
        self._show_again()

    def _show(self, view: PersonView) -> None:
        has_draft = self.contact.draft is not None or self.identity.draft is not None
        self._page = page_of(
            view,
            self._dismissed,
            has_draft=has_draft,
            has_profile_draft=self.profiling.draft is not None and not self.profiling.is_open,
        )
        self._view.show_page(self._page)
        self.reviewing.looked_again(self._page)

    def _show_again(self) -> None:
        if self._page is not None:
            self._show(self._page.view)

    def _saved(self, draft: Draft) -> None:
        sections = (
            (CONTACT_FORM, self.contact),
            (IDENTITY_FORM, self.identity),
            (PROFILE_FORM, self.profiling),
        )
        for form, section in sections:
            if draft.form == form:
                section.draft = draft
                if not section.is_open:
                    self._show_again()

    def _recorded(self, said: Said, changes: Changes) -> None:
        if changes.files:
            self._navigation.say(self._view.said(said))
            self._navigation.announce(changes)

    def _misfiled(self, misfiled: Misfiled, number: str) -> None:
        self._right_numbers[misfiled.right_file] = number
        self._recorded(Said.MISFILED, misfiled.changes)

    def _number(self) -> str:
        identity = self._page.view.file.identity if self._page else None
        return identity.number if identity else ""


def _drafts(drafts: KeepDrafts, keys: tuple[str, ...]) -> tuple[Draft | None, ...]:
    """What was typed and not recorded yet, one for each key."""
    return tuple(drafts.load(key) for key in keys)
