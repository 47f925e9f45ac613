"""Half-done cases of the whole centre: what one desk began, another finishes, drafts and time included (design 6)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.contract.half_done import DraftMessage, HalfDoneCase
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import CaseAway, CentresCases, Reading, Work
from dost_desktop.rows import Draft
from dost_desktop.services.case_telling import STANDS, note_to_tell
from dost_desktop.services.run_case import Case, RunCase, draft_key_of, paused_cases

_LONGEST_DRAFT: Final = 200_000  # characters; a longer one stays at its desk
_LONGEST_MS: Final = 2**31 - 1


class CaseElsewhere(AgentError):
    """Another desk, ``desk``, goes on with the case."""

    code = "case.taken_elsewhere"


class CaseFinishedElsewhere(AgentError):
    """The case was finished at another desk."""

    code = "case.finished_elsewhere"


class CaseNotHere(AgentError):
    """The central API does not answer, or the application of the case is still on its way to this desk."""

    code = "case.not_here"


@dataclass(frozen=True, slots=True)
class ContinueCase:
    """Continue a half-done case of the centre. Runs on the network worker."""

    cases: RunCase
    centre: CentresCases

    def own(self, case_id: UUID, *, asks: bool) -> Case:
        """A case of this desk, the open one as it is.

        ``asks``: the central API can be reached, and says first whether the case is still ours.

        Raises CaseElsewhere, CaseFinishedElsewhere, and CaseNotHere for one that just went from the list; without an
        answer the case goes on, and is told later.
        """
        current = self.cases.current()
        if current is not None and current.id == case_id:
            return current
        answer = self.centre.take(case_id) if asks and self._is_known_there(case_id) else None
        if isinstance(answer, CaseAway):
            self.cases.went(case_id, answer.desk, tells=False)
            raise _away(answer)
        try:
            return self.cases.resume(case_id)
        except KeyError:
            raise CaseNotHere from None

    def last(self, *, asks: bool) -> Case | None:
        """The open case of this agent, else the one that was put aside last here. Raises as ``own``."""
        case = self.cases.current() or next(iter(self.cases.paused()), None)
        return self.own(case.id, asks=asks) if case else None

    def other(self, seen: HalfDoneCase) -> Case:
        """A case of another desk, with all that was typed there.

        Raises CaseNotHere, CaseElsewhere, CaseFinishedElsewhere; then nothing was taken.
        """
        if seen.application and not self._has_application(seen):
            raise CaseNotHere
        answer = self.centre.take(UUID(seen.id))
        if isinstance(answer, CaseAway):
            raise _away(answer)
        if answer is None:
            raise CaseNotHere
        return self.cases.take_in(answer, drafts_of(answer))

    def others(self) -> tuple[HalfDoneCase, ...]:
        """What can be taken: left half-done by other desks, or taken by this one when it was cut off just then.

        Own cases that went elsewhere leave this desk's list.
        """
        told = self.centre.half_done()
        if told is None:
            return ()
        self.cases.compare({UUID(each.id): each for each in told})
        here, known = self.cases.desk.name, self.cases.known()
        return tuple(
            each
            for each in told
            if (each.state == "paused" if each.desk != here else UUID(each.id) not in known)
        )

    def _is_known_there(self, case_id: UUID) -> bool:
        return any(each.id == case_id and each.parked for each in self.cases.paused())

    def _has_application(self, seen: HalfDoneCase) -> bool:
        if seen.file_id is None or seen.application is None:
            return False
        with self.cases.desk.open_reading() as reading:
            return reading.file(UUID(seen.file_id)).application(UUID(seen.application)) is not None


def message_of(reading: Reading, case: Case, *, is_open: bool) -> HalfDoneCase:
    """A case with its drafts, as the central API keeps it."""
    drafts = [each for each in reading.drafts.all() if _belongs(each, case)]
    return HalfDoneCase.model_validate(
        {
            "id": str(case.id),
            "state": "open" if is_open else "paused",
            "agent": case.agent,
            "ticket": case.ticket,
            "purpose": case.purpose,
            "needs": case.needs,
            "file_id": str(case.file_id) if case.file_id else None,
            "application": str(case.application) if case.application else None,
            "served_ms": min(case.served_seconds(case.paused_at or case.since) * 1000, _LONGEST_MS),
            "paused_at": instant_text(case.paused_at or case.since),
            "reason": case.paused_for[:200],
            "drafts": draft_messages(drafts),
        }
    )


def drafts_of(told: HalfDoneCase) -> tuple[Draft, ...]:
    """The drafts that came with a case."""
    return tuple(
        Draft(
            each.key,
            each.form,
            json.loads(each.content),
            instant(each.saved_at),
            told.ticket,
            UUID(each.application) if each.application else None,
        )
        for each in told.drafts
    )


def tell_of_draft(work: Work, draft: Draft, now: datetime) -> None:
    """A draft of a case that waits was saved late: the other desks get it too."""
    for case in paused_cases(work):
        if case.parked and _belongs(draft, case):
            note_to_tell(work, case.id, STANDS, now)


def draft_messages(drafts: Sequence[Draft]) -> list[DraftMessage]:
    """Drafts as they travel; what is too long stays at its desk."""
    told = [(each, json.dumps(dict(each.content), separators=(",", ":"))) for each in drafts]
    return [
        DraftMessage(
            key=draft.key,
            form=draft.form,
            content=content,
            saved_at=instant_text(draft.saved_at),
            application=str(draft.application) if draft.application else None,
        )
        for draft, content in told[:20]
        if len(content) <= _LONGEST_DRAFT
    ]


def _belongs(draft: Draft, case: Case) -> bool:
    return draft.key == draft_key_of(case.id) or (
        case.application is not None and draft.application == case.application
    )


def _away(answer: CaseAway) -> AgentError:
    return CaseElsewhere(desk=answer.desk) if answer.desk else CaseFinishedElsewhere()
