"""The tables of the extract: registrations, offered work, referrals, applications, each row from the file's fold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.office_paper import Line, Row
from dost_desktop.catalogue.paper_wording import PaperWording
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.person_file import Application, Notice, Offer, PersonFile, Registration
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Status
from dost_desktop.services.confirmation_letter import begun_by
from dost_desktop.services.paper_values import REGISTERED, day, since_when, table, word

Notes = list[tuple[str, str]]
_COLUMNS: Final = {
    "registrations": {"date": 0.13, "status": 0.27, "term": 0.26, "number": 0.34},
    "offers": {"date": 0.14, "employer": 0.28, "position": 0.24, "answer": 0.16, "outcome": 0.18},
    "referrals": {"number": 0.33, "date": 0.13, "employer": 0.23, "answer": 0.17, "answered_on": 0.14},
    "applications": {"number": 0.33, "date": 0.13, "kind": 0.28, "status": 0.26},
}


def registrations_rows(file: PersonFile, catalogue: Catalogue) -> tuple[Line, ...]:
    """Every registration that began, oldest first, with its term and its ground."""
    rows = []
    by_place = {begun_by(file, each): each for each in file.applications}
    for place, each in enumerate(file.registrations):
        if each.status is Status.UNKNOWN:
            continue
        before = file.registrations[place - 1].status if place else Status.UNKNOWN
        rows.append(_registration(each, before, by_place.get(place), catalogue))
    return _table("registrations", rows, catalogue)


def offers_rows(file: PersonFile, catalogue: Catalogue) -> tuple[Line, ...]:
    """Every offer, oldest first; reason and judgement of a decline below it."""
    rows = [_offer(offer, catalogue) for each in file.applications for offer in each.offers]
    return _table("offers", rows, catalogue)


def referrals_rows(file: PersonFile, catalogue: Catalogue) -> tuple[Line, ...]:
    """Every referral with what the employer said."""
    offers = (offer for each in file.applications for offer in each.offers if offer.referral)
    rows = [
        Row(
            (
                offer.referral,
                day(offer.presented_on),
                offer.employer,
                word(catalogue, "employer_answer", offer.said or "open"),
                day(legal_date(offer.said_at)) if offer.said_at else "",
            )
        )
        for offer in offers
    ]
    return _table("referrals", rows, catalogue)


def applications_rows(file: PersonFile, catalogue: Catalogue) -> tuple[Line, ...]:
    """Every application with how it ended, and the written answers that were given on it."""
    rows = [
        Row(
            (
                each.number,
                day(legal_date(each.opened_at)),
                word(catalogue, "application_kind", each.kind),
                word(catalogue, "application_state", each.state),
            ),
            tuple(_of_application(each, file, catalogue)),
        )
        for each in file.applications
    ]
    return _table("applications", rows, catalogue)


def _table(name: str, rows: list[Row], catalogue: Catalogue) -> tuple[Line, ...]:
    return table(catalogue, "column", _COLUMNS[name], rows) if rows else ()


def _registration(
    each: Registration, before: Status, application: Application | None, catalogue: Catalogue
) -> Row:
    def said(member: str) -> str:
        return word(catalogue, "note", member)

    status = word(catalogue, "registered_as", each.status)
    if before is Status.TEMPORARILY_REMOVED and each.status in REGISTERED:
        status = f"{status} ({said('resumed')})"
    term = ""
    if each.status is Status.TEMPORARILY_REMOVED:
        term = f"{day(since_when(each))} – {day(each.ends_on) or said('lasts')}"
    notes: Notes = []
    if each.ground in catalogue.endings:
        number = application.number if application else ""
        wording = PaperWording(catalogue, {"application_no": number})
        notes.append((said("ground"), wording.ground(each.ground)))
    notes += [(said("bar"), f"{day(bar.until)} {said('until')}") for bar in each.bars]
    is_first = application is None or application.kind is ApplicationKind.JOBSEEKER
    number = each.number if application is None or is_first else application.number
    return Row((day(since_when(each)), status, term, number), tuple(notes))


def _offer(offer: Offer, catalogue: Catalogue) -> Row:
    def said(member: str) -> str:
        return word(catalogue, "note", member)

    answer = "declined" if offer.declined_at else "accepted" if offer.accepted_at else "open"
    notes: Notes = []
    if offer.declined_at:
        known = catalogue.decline_reasons.get(offer.reason_kind)
        kind = f"{known.name.az}. " if known else ""
        notes.append((said("reason"), f"{kind}{offer.reason}"))
        judged = {True: "justified", False: "not_justified", None: "not_judged"}[offer.justified]
        words = f"{said(judged)}. {offer.wording}" if offer.wording else said(judged)
        notes.append((said("judgement"), words))
    outcome = word(catalogue, "employer_answer", offer.said or "open") if offer.referral else ""
    cells = (
        day(legal_date(offer.at)),
        offer.employer,
        offer.position,
        word(catalogue, "said", answer),
        outcome,
    )
    return Row(cells, tuple(notes))


def _of_application(each: Application, file: PersonFile, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    def said(member: str) -> str:
        return word(catalogue, "note", member)

    if each.representative:
        yield said("representative"), each.representative.name
    if each.placed_at:
        yield said("placed"), f"№ {each.no_work_reference}, {day(legal_date(each.placed_at))}"
    if each.decided_at and each.state is ApplicationState.DONE:
        yield said("decision"), day(legal_date(each.decided_at))
    ground = catalogue.grounds.get(each.refusal.ground) if each.refusal else None
    if ground is not None:
        yield said("refused_on"), ground.title.az
    for notice in file.notices:
        if notice.application == each.id:
            yield said("notice"), _notice(notice, said("served"), said("superseded"), said("recalled"))


def _notice(notice: Notice, served: str, superseded: str, recalled: str) -> str:
    parts = [f"№ {notice.number}", day(legal_date(notice.issued_at))]
    if notice.served_at:
        parts.append(f"{served}: {day(legal_date(notice.served_at))}")
    if notice.superseded_by:
        parts.append(superseded)
    if notice.recalled_for:
        parts.append(recalled)
    return ", ".join(parts)
