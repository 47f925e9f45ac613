"""The referral (göndəriş) on paper: what the employer may know of the person, and no more (letters 4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.dates import legal_date, long_date, short
from dost_desktop.domain.events import Content
from dost_desktop.domain.person_file import Offer, PersonFile
from dost_desktop.ports import Reading
from dost_desktop.services.paper_values import day, profile_values, word
from dost_desktop.services.printable import NothingToPrint, PaperDesk, Printable

_FOR_THE_EMPLOYER = ("education", "specialty", "experience")


@dataclass(frozen=True, slots=True)
class ReferralLetter:
    """Word the referral of an application. Runs on the database worker."""

    papers: PaperDesk

    def __call__(self, file_id: UUID, application: UUID) -> Printable:
        """The newest referral; a print after the first, or at another desk than its own, is a copy.

        Raises NothingToPrint before there is one, PurposeMissing for another centre's file.
        """
        papers = self.papers
        with papers.desk.open_work() as work:
            file, found = papers.case(work, file_id, application, "referral")
            offer = next((each for each in reversed(found.offers) if each.referral), None)
            if offer is None:
                raise NothingToPrint("referral")
            issued = _issued(work, file_id, offer)
            copies = papers.copies_of(work, offer.referral) + (issued.desk != papers.desk.name)
            work.commit()
        paper = papers.worded("referral", self._values(file, offer, issued))
        return Printable(file_id, paper, offer.referral, copies, is_counted=True)

    def _values(self, file: PersonFile, offer: Offer, issued: Content) -> dict[str, str]:
        catalogue, identity = self.papers.catalogue, file.identity
        told = profile_values(file.profile, catalogue)
        terms, presented = catalogue.office.terms, offer.presented_on or legal_date(issued.at)
        until = terms.referral_present_days
        days = str(terms.employer_days)
        return {
            "full_name": identity.full_name if identity else "",
            "birth_date": day(identity.birth_date) if identity else "",
            **{name: told.get(name, "") for name in _FOR_THE_EMPLOYER},
            "today": long_date(legal_date(issued.at)),
            "referral_no": offer.referral,
            "employer_name": offer.employer,
            "employer_voen": offer.employer_voen,
            "employer_address": offer.address,
            "vacancy_no": offer.vacancy,
            "position": offer.position,
            "employer_days": word(catalogue, "days", days) or days,
            "present_until": short(catalogue.calendar.add(presented, until)) if until else "",
        }


def _issued(work: Reading, file_id: UUID, offer: Offer) -> Content:
    """The event that gave the referral: when, and at which desk."""
    kind = acts.IssueReferral.kind
    for chained in reversed(work.events(file_id)):
        if chained.event.content.kind != kind:
            continue
        try:
            act = chained.event.act()
        except Malformed:  # erased by law, or of a newer version: not the one in the file
            continue
        if isinstance(act, acts.IssueReferral) and act.number == offer.referral:
            return chained.event.content
    raise NothingToPrint("referral")
