"""The individual employment sheet (fərdi məşğulluq vərəqi), as the page shows it (facts 1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from dost_desktop.domain.acts import RecordDelivery
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.person_file import Application, Offer, PersonFile, Registration
from dost_desktop.domain.suitable_work import counted_declines
from dost_desktop.domain.vocabulary import EmployerAnswer, Status
from dost_desktop.services.look_at_person import PersonView


@dataclass(frozen=True, slots=True)
class Station:
    """One registration: from when, ``until`` the next one (None: it stands), and whether its term is over."""

    place: int
    registration: Registration
    since: date | None
    until: date | None
    is_over: bool = False

    @property
    def stands(self) -> bool:
        """Whether the person is registered so now."""
        return self.until is None


class Outcome(StrEnum):
    """What came of an offer."""

    OPEN = "open"  # the person has not answered
    ACCEPTED = "accepted"
    REFERRED = "referred"  # the employer has not answered
    HIRED = "hired"
    NOT_HIRED = "not_hired"
    SILENT = "silent"
    DECLINED = "declined"  # nobody judged the reason yet
    JUSTIFIED = "justified"
    UNJUSTIFIED = "unjustified"  # counted


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One offer, and the application in which it was made."""

    offer: Offer
    application: UUID
    number: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Told:
    """One message to the person, by one channel."""

    place: int
    message: RecordDelivery
    number: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything newest first; ``counted`` are the declines judged unjustified."""

    stations: tuple[Station, ...] = ()
    offers: tuple[OfferLine, ...] = ()
    told: tuple[Told, ...] = ()
    counted: int = 0
    warns: bool = False  # so many that the office's setting warns; nothing follows by itself (D3)


def sheet_of(view: PersonView) -> Sheet:
    """As the file stands in this look."""
    file, today = view.file, legal_date(view.now)
    counted = len(counted_declines(file))
    offers = [(each, offer) for each in file.applications for offer in each.offers]
    told = [(each, message) for each in file.applications for message in each.messages]
    return Sheet(
        stations=_stations(file, today),
        offers=tuple(
            OfferLine(offer, of.id, of.number, outcome_of(offer))
            for of, offer in sorted(offers, key=lambda pair: pair[1].at, reverse=True)
        ),
        told=tuple(
            Told(place, message, of.number)
            for place, (of, message) in enumerate(sorted(told, key=_when, reverse=True))
        ),
        counted=counted,
        warns=0 < view.declines_warn <= counted,
    )


def outcome_of(offer: Offer) -> Outcome:
    """The last thing that is known of it."""
    if offer.said is not None:
        return {
            EmployerAnswer.HIRED: Outcome.HIRED,
            EmployerAnswer.NOT_HIRED: Outcome.NOT_HIRED,
            EmployerAnswer.SILENT: Outcome.SILENT,
        }[offer.said]
    if offer.referral:
        return Outcome.REFERRED
    if offer.accepted_at is not None:
        return Outcome.ACCEPTED
    if offer.declined_at is None:
        return Outcome.OPEN
    if offer.justified is None:
        return Outcome.DECLINED
    return Outcome.JUSTIFIED if offer.justified else Outcome.UNJUSTIFIED


def _when(pair: tuple[Application, RecordDelivery]) -> str:
    return pair[1].at.isoformat()


def _stations(file: PersonFile, today: date) -> tuple[Station, ...]:
    """Newest first; each ends where the next begins."""
    begun = [_since(each) for each in file.registrations]
    stations = [
        Station(
            place=place,
            registration=each,
            since=begun[place],
            until=begun[place + 1] if place + 1 < len(begun) else None,
            is_over=each.status is Status.TEMPORARILY_REMOVED
            and each.ends_on is not None
            and each.ends_on <= today
            and place + 1 == len(begun),
        )
        for place, each in enumerate(file.registrations)
    ]
    return tuple(reversed(stations))


def _since(known: Registration) -> date | None:
    return known.since or (legal_date(known.known_at) if known.known_at else None)
