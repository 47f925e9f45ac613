"""How a written answer reached whom: what the hand-over section asks, and every if of it (SEED 8, letters 1.11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any, Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.vocabulary import Receiving, RepresentedAct
from dost_desktop.ports import Tasks
from dost_desktop.rows import Draft
from dost_desktop.services.hand_over import draft_key
from dost_desktop.services.keep_drafts import KeepDrafts
from ui.parts.representative.form import RepresentativeForm, form_from
from ui.parts.representative.judging import About
from ui.parts.representative.presenter import RepresentativeActs, RepresentativePresenter
from ui.parts.representative.shown import RepresentativeViewPort

FORM: Final = "hand_over"  # what a draft of it is called


class Taker(StrEnum):
    """Who takes the written answer."""

    NOT_CHOSEN = ""
    PERSON = "person"
    APPLIED = "applied"  # the representative who applied
    OTHER = "other"  # another representative

    @property
    def is_representative(self) -> bool:
        """Whether a document is shown again, and checked today."""
        return self in {Taker.APPLIED, Taker.OTHER}


@dataclass(frozen=True, slots=True)
class Handing:
    """What the agent saw happen; ``representative`` as the document was shown today, None for the person."""

    receiving: Receiving
    representative: Representative | None = None


@dataclass(frozen=True, slots=True)
class Recipients:
    """For whom the answer is, and who applied in that person's place."""

    name: str = field(repr=False)
    number_kind: NumberKind
    number: str = field(repr=False)
    applied: Representative | None
    application: UUID

    @property
    def takers(self) -> tuple[Taker, ...]:
        """Who may take it: an entity or a household has nobody but a representative (D17)."""
        person = (Taker.PERSON,) if self.number_kind.is_person else ()
        return (*person, *((Taker.APPLIED,) if self.applied else ()), Taker.OTHER)


def recipients_of(file: PersonFile, application: Application) -> Recipients:
    """Whose answer an application's is. Only for a file whose person was identified, as every application's is."""
    identity = file.identity
    if identity is None:
        raise ValueError("an application of nobody")
    return Recipients(
        identity.full_name, identity.number_kind, identity.number, application.representative, application.id
    )


@dataclass(frozen=True, slots=True)
class HandingShown:
    """The section at one moment; ``why_not``: what is open, in problem words, None when nothing is."""

    recipients: Recipients | None
    taker: Taker
    receiving: Receiving | None
    answer: Handing | None
    why_not: InvalidValue | None


class HandingViewPort(Protocol):
    """What the section shows; ``block`` is the place of the representative's block."""

    @property
    def block(self) -> RepresentativeViewPort: ...

    def show_now(self, shown: HandingShown) -> None: ...


class HandingPresenter:
    """One hand-over, as long as the page stands."""

    def __init__(
        self,
        view: HandingViewPort,
        tasks: Tasks,
        acts: RepresentativeActs,
        drafts: KeepDrafts,
        failed: Callable[[Exception], None],
    ) -> None:
        self._view, self._tasks, self._drafts, self._failed = view, tasks, drafts, failed
        self._kept: Mapping[str, Any] = {}
        self._recipients: Recipients | None = None
        self._taker = Taker.NOT_CHOSEN
        self._receiving: Receiving | None = None
        self.block = RepresentativePresenter(view.block, tasks, acts, self._show)

    def offer(self, recipients: Recipients) -> None:
        """Whose answer it is; the same again changes nothing that was chosen."""
        if recipients == self._recipients:
            return
        self._recipients = recipients
        self.clear()
        look = partial(self._drafts.load, draft_key(recipients.application))
        self._tasks.run(look, done=partial(self._found, recipients), failed=self._failed)

    def clear(self) -> None:
        """Nothing is chosen: a person who applied without anybody is the one who takes it."""
        known = self._recipients
        alone = known is not None and known.number_kind.is_person and known.applied is None
        self._taker, self._receiving = Taker.PERSON if alone else Taker.NOT_CHOSEN, None
        self._show()

    def taker_chosen(self, taker: str, form: RepresentativeForm | None = None) -> None:
        """Somebody else takes it: a representative's document is shown again and checked today."""
        self._taker = Taker(taker)
        recipients = self._recipients
        if recipients is not None and self._taker.is_representative:
            about = About(recipients.number_kind, recipients.number, RepresentedAct.RECEIVE_ANSWER)
            if self._taker is Taker.APPLIED and recipients.applied is not None:
                self.block.begin_again(about, recipients.applied)
            else:
                self.block.begin(about, form)
        self._show()

    def save(self) -> None:
        """Keep the paper of another representative as it is typed; how it was taken is said anew."""
        content = self._content()
        if self._recipients is None or not content or content == self._kept:
            return
        self._kept, application = content, self._recipients.application
        keep = partial(self._drafts.save, draft_key(application), FORM, content, application=application)
        self._tasks.run(keep, done=_nothing, failed=self._failed)

    def receiving_chosen(self, receiving: Receiving) -> None:
        """How it was acknowledged."""
        self._receiving = receiving
        self._show()

    def told_why_not(self) -> None:
        """The hand-over was to be recorded too early: every problem is said at its field."""
        if self._taker.is_representative:
            self.block.say_everything()
            self.block.focus_first()

    def _content(self) -> dict[str, Any]:
        if self._taker is not Taker.OTHER or self.block.form.is_blank():
            return {}
        return self.block.form.content()

    def _found(self, recipients: Recipients, draft: Draft | None) -> None:
        """What was typed before a restart comes back, unless somebody was chosen meanwhile."""
        untouched = self._taker is not Taker.OTHER and self._receiving is None
        if draft is not None and recipients == self._recipients and untouched:
            self._kept = dict(draft.content)
            self.taker_chosen(Taker.OTHER, form_from(draft.content))

    def _show(self) -> None:
        why_not = self._why_not()
        answer = None
        if why_not is None and self._receiving is not None:
            speaks = self.block.representative() if self._taker.is_representative else None
            answer = Handing(self._receiving, speaks)
        self._view.show_now(HandingShown(self._recipients, self._taker, self._receiving, answer, why_not))

    def _why_not(self) -> InvalidValue | None:
        if self._taker is Taker.NOT_CHOSEN or self._receiving is None:
            return InvalidValue("receipt.not_chosen")
        if not self._taker.is_representative:
            return None
        if self.block.is_busy:
            return InvalidValue("receipt.being_checked")
        return next((line.problem for line in self.block.judged.lines if line.blocks), None)


def _nothing(_: object) -> None:
    """Nobody waits for it."""
