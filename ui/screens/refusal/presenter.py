"""The refusal page's decisions: what is prefilled, when the page is drawn anew, what each Ctrl+Enter does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.letter import Letter
from dost_desktop.domain.vocabulary import PassportGround
from dost_desktop.ports import Tasks, Worker
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.refuse_application import (
    Issued,
    Reserved,
    draft_key,
)
from ui.navigation import Navigation
from ui.parts.handing import Handing
from ui.screens.refusal.form import FACTS, SIGNATURE, CheckLine, Typing, begin, check_lines
from ui.screens.refusal.issuing import Heard, Issuing
from ui.screens.refusal.port import DRAFT_FORM, PIN_CODES, Phase, RefusalJobs, RefusalViewPort, Said
from ui.screens.refusal.preview import Preview


class RefusalPresenter:
    """One refusal, from the prefilled form to the notice in the person's hand."""

    def __init__(
        self,
        view: RefusalViewPort,
        tasks: Tasks,
        navigation: Navigation,
        jobs: RefusalJobs,
        file_id: UUID,
        application: UUID,
    ) -> None:
        self._view, self._tasks, self._navigation, self._jobs = view, tasks, navigation, jobs
        self.file_id, self.application = file_id, application
        heard = Heard(issued=self._issued, failed=self._not_issued, key_opened=self._key_opened)
        self._issuing = Issuing(tasks, jobs.refuse, jobs.signing, heard)
        self._typing: Typing | None = None
        self._phase, self._number = Phase.WRITING, ""
        self._by_hand, self._hand_offered = False, False
        self._unsaved = False
        self._offer: Draft | None = None
        self._drawing, self._draw_again = False, False
        self._final: Letter | None = None
        self._notice: UUID | None = None

    # coming and going
    def opened(self) -> None:
        """The page came into sight: prefilled from the register, the own draft restored, the page drawn."""
        self._tasks.run(self._read, done=self._first_shown, failed=self._failed)

    def changed(self, changes: Changes) -> None:
        """The file got new events while the agent writes: law and facts are read again, the typing stays."""
        if self.file_id in changes.files and self._phase is Phase.WRITING and self._typing is not None:
            look = partial(self._jobs.look, self.file_id, self.application)
            self._tasks.run(look, done=self._looked_again, failed=self._failed)

    def back(self) -> None:
        """Esc: from the confirmation to the form, from the form to the case; the draft stays."""
        if self._phase is Phase.ISSUING:
            return
        if self._phase is Phase.CONFIRMING:
            self._enter(Phase.WRITING)
            self._view.begin_writing()
            return
        self.save_now()
        self._navigation.open_case(self.file_id, self.application)

    # writing
    def passport_ground_chosen(self, passport_ground: PassportGround) -> None:
        """The passport's ground decides which grounds are offered."""
        typing = self._typing
        if typing is not None and (fitting := typing.of(passport_ground)):
            self.ground_chosen(fitting[0].id)

    def ground_chosen(self, ground: str) -> None:
        """Another ground: its reasoning comes, what was typed before is kept under the old one."""
        if self._typing is None or not self._is_writing():
            return
        self._typing.choose(ground)
        self._view.show_form(self._typing)
        self._edited()
        self.redraw()

    def reasoning_edited(self, words: str) -> None:
        """Typing in the reasoning."""
        if self._typing is not None and self._is_writing():
            self._typing.write(reasoning=words)
            self._edited()

    def statement_edited(self, words: str) -> None:
        """Typing in the person's statement."""
        if self._typing is not None and self._is_writing():
            self._typing.write(statement=words)
            self._edited()

    def fact_edited(self, fact: str, words: str) -> None:
        """Typing in a fact that only the agent knows."""
        if self._typing is not None and self._is_writing():
            self._typing.write(facts={fact: words})
            self._view.show_fact(self._typing)
            self._edited()

    def pin_edited(self) -> None:
        """What was said of the last PIN is over."""
        self._view.show_pin_problem(None)

    def save_now(self) -> None:
        """Keep what was typed."""
        if self._typing is None or not self._unsaved or not self._is_writing():
            return
        self._unsaved = False
        save = partial(
            self._jobs.drafts.save,
            draft_key(self.application),
            DRAFT_FORM,
            self._typing.content(self._agent),
            application=self.application,
        )
        self._tasks.run(save, done=self._view.show_saved, failed=self._failed)

    def redraw(self) -> None:
        """The page anew, 300 ms after the last key or at another zoom; only the newest is drawn, the old one stays."""
        if self._drawing:
            self._draw_again = True
            return
        letter = self._letter()
        if letter is None:
            return
        self._drawing = True
        self._tasks.run(
            self._jobs.preview_job(letter, self._view.dpi()),
            done=self._drawn,
            failed=self._not_drawn,
            on=Worker.DOCUMENTS,
        )

    def draft_restored(self) -> None:
        """The other agent's draft is taken over."""
        if self._typing is not None and self._offer is not None:
            self._typing.restore(self._offer.content)
            self._offer = None
            self._view.show_form(self._typing)
            self._edited()
            self.redraw()

    def draft_discarded(self) -> None:
        """The other agent's draft is not wanted; it is overwritten with the next key typed here."""
        self._offer = None

    # issuing
    def primary_pressed(self, pin: str) -> None:
        """Ctrl+Enter: the first opens the confirmation, the second signs, checks, records and prints."""
        if self._typing is None:
            return
        if self._phase is Phase.WRITING:
            self._ask_to_confirm()
        elif self._phase is Phase.CONFIRMING and self._lacks_pin(pin):
            self._show_certificate()  # the desk may have been locked since: then the PIN is asked again
            self._view.show_pin_problem(InvalidValue("sign.pin_empty"))
        elif self._phase is Phase.CONFIRMING:
            self._enter(Phase.ISSUING)
            self._issuing.begin(self._typing.case, self._typing.form, pin, by_hand=self._by_hand)

    def by_hand_pressed(self) -> None:
        """Signing does not work: the same numbered notice is printed for a handwritten signature (design 4)."""
        self._by_hand = True
        self._view.show_pin_problem(None)
        self._view.show_problem(None)
        self._show_certificate()
        self.redraw()

    def print_pressed(self) -> None:
        """Ctrl+P once the notice is there: a marked copy."""
        if self._notice is not None:
            self._jobs.print_copy(self.file_id, self._notice)

    # handing over
    def served(self, handing: Handing) -> None:
        """Who took the notice, and how."""
        if self._notice is None or self._typing is None or self._phase is not Phase.ISSUED:
            return
        serve = partial(
            self._jobs.serve, self.file_id, self._notice, handing.receiving, handing.representative
        )
        self._tasks.run(serve, done=self._handed_over, failed=self._failed)

    def finish_pressed(self) -> None:
        """The person was served; the queue comes back."""
        if self._phase is Phase.SERVED:
            self._tasks.run(self._jobs.finish, done=self._finished, failed=self._failed, on=Worker.NETWORK)

    # answers
    def _read(self) -> tuple[CaseView, Typing, Draft | None, bool]:
        case = self._jobs.look(self.file_id, self.application)
        current = self._jobs.runs.current()
        is_mine = current is not None and current.application == self.application
        draft = self._jobs.drafts.load(draft_key(self.application))
        return case, begin(case, self._jobs.refuse), draft, is_mine

    def _first_shown(self, read: tuple[CaseView, Typing, Draft | None, bool]) -> None:
        _, self._typing, draft, is_mine = read
        self._view.show_finish(is_mine)
        if draft is not None:
            self._take(draft)
        self._view.show_form(self._typing)
        self._show_certificate()
        self._show_checklist()
        self._view.show_phase(self._phase, self._number)
        self._view.begin_writing()
        self.redraw()

    def _take(self, draft: Draft) -> None:
        if self._typing is None:
            return
        if draft.content.get("agent") in {self._agent, None}:
            self._typing.restore(draft.content)
            self._view.show_saved(draft.saved_at)
        else:
            self._offer = draft
            self._view.offer_draft(draft)

    def _looked_again(self, case: CaseView) -> None:
        if self._typing is None or not self._is_writing():
            return
        fresh = begin(case, self._jobs.refuse)
        fresh.restore(self._typing.content(self._agent))
        self._typing = fresh
        self._view.show_form(fresh)
        self._show_checklist()
        self.redraw()

    def _ask_to_confirm(self) -> None:
        typing, gap = self._typing, self._first_gap()
        if typing is None:
            return
        self._view.show_problem(None)
        if gap is not None:
            self._view.show_gap(gap)
            return
        self.save_now()
        # only asked whether it may be, and for the number: what signs it is known once the key is open
        reserve = partial(self._jobs.refuse.reserve, typing.case, typing.form, None)
        self._tasks.run(reserve, done=self._can_confirm, failed=self._not_issued)

    def _lacks_pin(self, pin: str) -> bool:
        line = None if self._by_hand else self._jobs.signing.certificate()
        return line is not None and not line.opened and not pin

    def _can_confirm(self, reserved: Reserved) -> None:
        """The number is only looked at: it is taken in the commit that records the notice."""
        if self._phase is Phase.WRITING:
            self._number = reserved.number.text
            self._show_certificate()
            self._enter(Phase.CONFIRMING)

    def _key_opened(self) -> None:
        self._view.forget_pin()
        self._show_certificate()

    def _issued(self, issued: Issued, reserved: Reserved, pdf: bytes) -> None:
        self._notice, self._number, self._final = issued.notice, issued.number, reserved.letter
        self._enter(Phase.ISSUED)
        self._show_checklist()
        said = Said.SIGNED if reserved.certificate else Said.ISSUED_BY_HAND
        self._navigation.say(self._view.said(said, issued.number))
        self._jobs.print_notice(issued, pdf)
        self._navigation.announce(issued.changes)
        self.redraw()

    def _not_issued(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._enter(Phase.WRITING)
        if error.code in PIN_CODES:
            self._view.show_pin_problem(error)
        else:
            self._view.show_problem(error)
        if error.code.startswith("sign."):
            self._hand_offered = True
        self._show_certificate()

    def _handed_over(self, changes: Changes) -> None:
        self._enter(Phase.SERVED)
        self._navigation.say(self._view.said(Said.RECEIPT_RECORDED, self._number))
        self._navigation.announce(changes)

    def _finished(self, changes: Changes) -> None:
        self._navigation.case_changed(None)
        self._navigation.announce(changes)
        self._navigation.show_queue()

    # drawing
    def _letter(self) -> Letter | None:
        if self._final is not None or self._typing is None:
            return self._final
        typing = self._typing
        certificate = self._issuing.certificate(by_hand=self._by_hand)
        return (
            self._jobs.refuse.preview(typing.case, typing.form, certificate) if typing.form.ground else None
        )

    def _drawn(self, preview: Preview) -> None:
        self._view.show_preview(preview)
        self._drew()

    def _not_drawn(self, error: Exception) -> None:
        self._drew()
        self._failed(error)

    def _drew(self) -> None:
        self._drawing = False
        if self._draw_again:
            self._draw_again = False
            self.redraw()

    # small things
    @property
    def _agent(self) -> str:
        return self._jobs.refuse.desk.agent.agent

    def _is_writing(self) -> bool:
        return self._phase in {Phase.WRITING, Phase.CONFIRMING}

    def _edited(self) -> None:
        """Another word: a confirmation that stood open no longer fits."""
        self._unsaved = True
        if self._phase is Phase.CONFIRMING:
            self._enter(Phase.WRITING)
        self._show_checklist()

    def _show_checklist(self) -> None:
        typing = self._typing
        if typing is not None:
            certificate = self._issuing.certificate(by_hand=self._by_hand)
            elements = self._jobs.refuse.checklist(typing.case, typing.form, certificate)
            self._view.show_checklist(check_lines(elements, issued=self._final is not None))

    def _first_gap(self) -> CheckLine | None:
        typing = self._typing
        if typing is None:
            return None
        certificate = self._issuing.certificate(by_hand=self._by_hand)
        lines = check_lines(self._jobs.refuse.checklist(typing.case, typing.form, certificate), issued=False)
        gap = next((line for line in lines if line.state == "open" and line.id != SIGNATURE), None)
        fact, problem = typing.open_fact() if gap is not None and gap.id == FACTS else ("", "")
        return replace(gap, field=fact, problem=problem) if gap is not None and fact else gap

    def _show_certificate(self) -> None:
        line = None if self._by_hand else self._jobs.signing.certificate()
        self._view.show_certificate(line, offer_hand=self._hand_offered and line is not None)

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self._view.show_phase(phase, self._number)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._view.show_problem(error)
