"""A vacancy is offered as suitable work, the person answers, the agent judges, the right is explained (SEED 23.6)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.contract.suitable_work import Vacancy
from dost_desktop.domain import acts
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.suitable_work import recorded
from dost_desktop.services.changes import Changes
from dost_desktop.services.compare_vacancies import NOTHING_KNOWN, Answers, compared
from dost_desktop.services.desk import ActNotAllowed, Desk
from dost_desktop.services.suitability_notes import notes_of


@dataclass(frozen=True, slots=True)
class OfferWork:
    """Record the offer with the five tests. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID, vacancy: Vacancy, answers: Answers) -> Changes:
        """The vacancy is offered to the person; the tests are compared anew with the profile as the file holds it.

        Raises ActNotAllowed: ``offer.question_open``, ``offer.not_suitable``, ``offer.already_made``, and every
        reason of the file's state.
        """
        with self.desk.open_work() as work:
            profile = work.file(file_id).profile or NOTHING_KNOWN
            row = compared([vacancy], profile, answers)[0]
            if row.questions:
                raise ActNotAllowed(Refused("offer.question_open", "Law Art. 6"))
            asked = frozenset(compared([vacancy], profile, {})[0].questions)
            notes = notes_of(row.tests, vacancy, profile, asked)
            offer = acts.OfferWork(
                application=application,
                offer=new_id(self.desk.clock.now()),
                vacancy=vacancy.number,
                employer=vacancy.employer,
                position=vacancy.position,
                tests=recorded(row.tests, notes),
                employer_voen=vacancy.employer_voen,
                address=vacancy.address,
                wage=vacancy.wage,
            )
            self.desk.act(work, file_id, [offer])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """What the person says of the offer, and what the agent makes of a no. Runs on the database worker."""

    desk: Desk

    def accept(self, file_id: UUID, application: UUID, offer: UUID) -> Changes:
        """The person takes the work. Raises ActNotAllowed."""
        return self._record(file_id, acts.AcceptOffer(application, offer))

    def decline(
        self, file_id: UUID, application: UUID, offer: UUID, reason: str, reason_kind: str = ""
    ) -> Changes:
        """The person does not, for ``reason`` in their own words. Raises ActNotAllowed (``offer.reason_missing``)."""
        return self._record(file_id, acts.DeclineOffer(application, offer, reason.strip(), reason_kind))

    def judge(
        self, file_id: UUID, application: UUID, offer: UUID, wording: str, *, justified: bool
    ) -> Changes:
        """What the agent makes of the reason, before anything follows (D3).

        Raises ActNotAllowed (``offer.judgement_missing``).
        """
        return self._record(file_id, acts.JudgeDecline(application, offer, justified, wording.strip()))

    def explain_right(self, file_id: UUID, application: UUID) -> Changes:
        """The right to apply again was explained (SEED 23.6). Raises ActNotAllowed."""
        return self._record(file_id, acts.ExplainRight(application))

    def _record(self, file_id: UUID, act: acts.Act) -> Changes:
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [act])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
