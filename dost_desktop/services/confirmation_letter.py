"""Confirmations of a registration and of its end, given only while the file says so (letters 4.1, 4.2, 5, 6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dost_desktop.catalogue.paper_wording import PaperWording
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import legal_date, long_date, short, short_time
from dost_desktop.domain.numerals import article_ending
from dost_desktop.domain.person_file import Application, PersonFile, Registration
from dost_desktop.domain.suitable_work import why_none
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Status
from dost_desktop.services.paper_values import (
    REGISTERED,
    application_values,
    day,
    person_values,
    since_when,
    stated,
    status_before,
    word,
)
from dost_desktop.services.printable import NothingToPrint, PaperDesk, Printable

_PAPERS: Final = {
    ApplicationKind.JOBSEEKER: "confirm.jobseeker",
    ApplicationKind.UNEMPLOYED: "confirm.unemployed",
    ApplicationKind.REMOVAL: "confirm.removal",
    ApplicationKind.RESUMPTION: "confirm.resumption",
    ApplicationKind.CANCELLATION: "confirm.cancellation",
}
_BEGINS: Final = {
    ApplicationKind.JOBSEEKER: frozenset({Status.JOBSEEKER}),
    ApplicationKind.UNEMPLOYED: frozenset({Status.UNEMPLOYED}),
    ApplicationKind.REMOVAL: frozenset({Status.TEMPORARILY_REMOVED}),
    ApplicationKind.RESUMPTION: REGISTERED,
    ApplicationKind.CANCELLATION: frozenset({Status.CANCELLED}),
}


@dataclass(frozen=True, slots=True)
class ConfirmationLetter:
    """Word the confirmation that an application led to. Runs on the database worker."""

    papers: PaperDesk

    def __call__(self, file_id: UUID, application: UUID) -> Printable:
        """The confirmation of what stands now.

        Raises NothingToPrint where the application led to no registration, or to one that does not stand any more;
        PurposeMissing for another centre's file.
        """
        papers = self.papers
        with papers.desk.open_work() as work:
            file, found = papers.case(work, file_id, application, "confirmation")
            work.commit()
        if not can_confirm(file, found):
            raise NothingToPrint("confirmation")
        paper = papers.worded(_PAPERS[found.kind], self._values(file, found))
        return Printable(file_id, paper, f"{paper.title} {found.number}")

    def _values(self, file: PersonFile, application: Application) -> dict[str, str]:
        catalogue = self.papers.catalogue
        place = begun_by(file, application)
        now, before = file.registrations[place or 0], file.registrations[: place or 0]
        since = since_when(now)
        basis = why_none(application)
        status = now.status if now.status in REGISTERED else status_before(before or (now,))
        values = {
            **person_values(file, catalogue),
            "today": long_date(legal_date(self.papers.desk.clock.now())),
            **application_values(application, catalogue),
            "registration_no": file.registration.number,
            "registered_on": day(since),
            "offer_until": short(catalogue.calendar.add(since, catalogue.office.terms.offer_days))
            if since
            else "",
            "basis": word(catalogue, "basis", basis or "none"),
            "status_word": word(catalogue, "status", status),
            "status_title": word(catalogue, "status_title", status),
            "resumed_on": day(since),
            "cancelled_on": day(since),
            "accepted_on": day(legal_date(now.known_at)) if now.known_at else "",
        }
        if application.kind is ApplicationKind.RESUMPTION:
            values |= _resumed(file, application, before, now)
        elif application.kind is not ApplicationKind.JOBSEEKER:
            values |= self._ended(application, now, values)
        return values

    def _ended(self, application: Application, now: Registration, known: dict[str, str]) -> dict[str, str]:
        form, catalogue = application.form_data, self.papers.catalogue
        ending = catalogue.endings.get(form.ground if form else "")
        if form is None or ending is None:
            return {}
        values = {
            "evidence": form.evidence,
            "removed_from": day(form.starts_on or since_when(now)),
            "removed_until": day(now.ends_on),
            "stated_ground": "" if ending.sensitive else stated(ending),
            "article": ending.article,
            "article_ord": article_ending(ending.article) if ending.article else "",
        }
        wording = PaperWording(catalogue, {**known, **values})
        return {**values, "ground": wording.ground(ending.id), "apply_again": wording.again(ending.id)}


def can_confirm(file: PersonFile, application: Application) -> bool:
    """Whether the application led to a registration, or its end, that stands now (the window offers it then)."""
    place = begun_by(file, application)
    if place is None:
        return False
    began = file.registrations[place].status
    return all(each.status is began for each in (*file.registrations[place:], file.registration))


def begun_by(file: PersonFile, application: Application) -> int | None:
    """Which of the file's registrations began with this application; None for none."""
    if application.state is not ApplicationState.DONE:
        return None
    if application.kind is ApplicationKind.UNEMPLOYED and application.decided_at is None:
        return None  # the employer took the person: nobody was registered
    for place, each in enumerate(file.registrations):
        began = each.known_at is not None and each.known_at >= application.opened_at
        if not began or each.status not in _BEGINS[application.kind]:
            continue
        before = file.registrations[place - 1].status if place else Status.UNKNOWN
        resumed = before is Status.TEMPORARILY_REMOVED and each.status in REGISTERED
        if resumed is (application.kind is ApplicationKind.RESUMPTION):
            return place
    return None


def _resumed(
    file: PersonFile, application: Application, before: tuple[Registration, ...], now: Registration
) -> dict[str, str]:
    form, removed = application.form_data, before[-1]
    values = {
        "evidence": form.evidence if form else "",
        "removed_from": day(since_when(removed)),
        "removed_until": day(since_when(now)),
    }
    checked = _checked(file, removed) if now.status is Status.UNEMPLOYED else None
    if checked is None:
        return values
    return values | {
        "lookup_date": short(legal_date(checked.at)),
        "lookup_time": short_time(checked.at),
        "lookup_no": checked.lookup_no,
    }


def _checked(file: PersonFile, removed: Registration) -> Attestation | None:
    """The newest answer since the removal that the person is not employed; the line is left out without one."""
    answers = [
        answer
        for each in file.applications
        for answer in each.answers
        if removed.known_at is not None and answer.at > removed.known_at and not answer.answer.get("found")
    ]
    return max(answers, key=lambda each: each.at, default=None)
