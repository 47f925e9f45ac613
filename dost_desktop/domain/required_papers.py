"""Which papers an application needs, and how each of them stands: what MEİS answered needs none (SEED 21-23.3).

The window lists the rows, the ground “incomplete documents” rests on those that are open, and its letter names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dost_desktop.domain.dates import legal_date, short
from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.law import DocumentRule, LawInForce
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.representation import document_kind, findings
from dost_desktop.domain.vocabulary import FormShown, RepresentedAct, Source

NOT_A_PERSON: Final = "applicant.not_a_person"  # the ground for a legal entity or a household (D17)
PAPER_GROUNDS: Final = frozenset(
    {
        "documents.incomplete",
        "permit.expired",
        "permit.kind_not_accepted",
        "poa.void",
        "poa.expired",
        "poa.revoked",
        "poa.out_of_scope",
        "poa.of_guardian_missing",
    }
)


class PaperState(StrEnum):
    """How a needed paper stands."""

    FROM_REGISTER = "from_register"  # the register answered: no paper is asked for
    SHOWN = "shown"
    MISSING = "missing"
    EXPIRED = "expired"
    NOT_ACCEPTED = "not_accepted"  # the kind, or the form it was shown in
    NOT_VALID = "not_valid"  # void, revoked, of another scope: ``why`` says what


@dataclass(frozen=True, slots=True)
class NeededPaper:
    """One row: ``what`` is ``identity`` or ``representation``; ``kind`` a document of the catalogue, "" for any.

    ``grounds``: on which grounds of the catalogue the application may be refused because of this row.
    """

    what: str
    kind: str
    state: PaperState
    why: Refused | None = None
    grounds: frozenset[str] = frozenset()
    number: str = field(repr=False, default="")
    form: FormShown | None = None

    @property
    def is_open(self) -> bool:
        """Whether something must still be brought or mended."""
        return self.state not in {PaperState.FROM_REGISTER, PaperState.SHOWN}


def needed_papers(
    file: PersonFile, application: Application, law: LawInForce, now: datetime
) -> tuple[NeededPaper, ...]:
    """The rows of this application as they stand now, in the order of the page."""
    return tuple(_rows(file, application, law, now))


def papers_stop(
    file: PersonFile, application: Application, act: RepresentedAct, law: LawInForce, now: datetime
) -> Refused | None:
    """Why the case cannot go on with these papers; a refusal, a withdrawal by the person and a better paper can."""
    identity = _identity(file, application, law, legal_date(now))
    if identity is not None and identity.is_open:
        return identity.why
    speaker = application.representative
    if speaker is None:
        return None
    found = findings(speaker, act, _number(file), law, now)
    return next((each.why for each in found if each.stops), None)


def on_paper_ground(
    file: PersonFile, application: Application, ground: str, law: LawInForce, now: datetime
) -> bool:
    """Whether a row stands as this ground says: only then may the application be refused on it."""
    return any(ground in row.grounds for row in needed_papers(file, application, law, now))


def identity_row(
    paper: Paper | None,
    law: LawInForce,
    today: date,
    *,
    answered_until: date | None = None,
    answered_kind: str = "",
) -> NeededPaper:
    """How the applicant's own document stands: the shown ``paper``, or without one what the register answered.

    ``answered_until``: the term of the document in the register's answer; a permit that is out of date there stops.
    """
    if paper is None:
        is_permit = _is_permit(law.documents.get(answered_kind))
        if is_permit and answered_until is not None and answered_until < today:
            return _expired("identity", answered_kind, answered_until, "", None, is_permit=True)
        return NeededPaper("identity", answered_kind, PaperState.FROM_REGISTER)
    rule = law.documents.get(paper.kind)
    flaw = flaw_of(paper, rule, today)
    if flaw is None:
        return NeededPaper("identity", paper.kind, PaperState.SHOWN, number=paper.number, form=paper.form)
    state, why = flaw
    grounds = {"documents.incomplete"}
    if state is PaperState.EXPIRED and _is_permit(rule):
        grounds.add("permit.expired")
    if why.reason == "document.kind_not_accepted":
        grounds.add("permit.kind_not_accepted")
    return NeededPaper("identity", paper.kind, state, why, frozenset(grounds), paper.number, paper.form)


def flaw_of(paper: Paper, rule: DocumentRule | None, today: date) -> tuple[PaperState, Refused] | None:
    """Why a document of identity does not count; None when it does. Warnings (it ends soon) are not flaws."""
    if rule is None or not rule.accepted:
        return PaperState.NOT_ACCEPTED, Refused("document.kind_not_accepted", "SEED 21; D1, D18")
    if paper.form not in rule.forms:
        return PaperState.NOT_ACCEPTED, Refused("document.form_not_accepted", "SEED 22")
    if not paper.number.strip():
        return PaperState.MISSING, Refused("document.number_empty", "SEED 21")
    if paper.issued_on is not None and paper.issued_on > today:
        return PaperState.NOT_VALID, Refused("document.issued_in_future", "SEED 21")
    until = valid_until(paper)
    if until is None:
        if rule.validity == "date_on_document":
            return PaperState.MISSING, Refused("document.no_expiry", "SEED 21")
        return None
    if paper.issued_on is not None and until < paper.issued_on:
        return PaperState.NOT_VALID, Refused("date.ends_before_start", "SEED 21")
    if until < today:
        facts = MappingProxyType({"date": short(until)})
        return PaperState.EXPIRED, Refused("document.expired", "SEED 21", facts)
    return None


def _rows(
    file: PersonFile, application: Application, law: LawInForce, now: datetime
) -> Iterator[NeededPaper]:
    identity = _identity(file, application, law, legal_date(now))
    if identity is not None:
        yield identity
    speaker = application.representative
    if speaker is None or not document_kind(speaker.basis):
        return
    found = [
        each
        for each in findings(speaker, RepresentedAct.APPLY, _number(file), law, now)
        if each.stops and each.ground
    ]
    kind = document_kind(speaker.basis)
    if not found:
        yield NeededPaper(
            "representation", kind, PaperState.SHOWN, number=speaker.paper_number, form=speaker.form
        )
        return
    grounds = {each.ground for each in found}
    if grounds - {"poa.revoked", "poa.out_of_scope"}:  # those two are no lack of a document
        grounds.add("documents.incomplete")
    state = _state_of(found[0].why.reason)
    yield NeededPaper(
        "representation", kind, state, found[0].why, frozenset(grounds), speaker.paper_number, speaker.form
    )


def _identity(file: PersonFile, application: Application, law: LawInForce, today: date) -> NeededPaper | None:
    """The row of the applicant's own document; None where no document of identity can be (D17)."""
    identity = file.identity
    if identity is None or not identity.number_kind.is_person:
        return None
    shown = [each for each in application.papers if _is_identity(each, law)]
    first = file.identity_paper if file.identity_source is Source.PAPERS else None
    if shown:  # what was brought later takes the place of what was shown first
        return identity_row(shown[-1], law, today)
    return identity_row(
        first,
        law,
        today,
        answered_until=identity.document_valid_until,
        answered_kind=identity.document_kind,
    )


def _is_identity(paper: Paper, law: LawInForce) -> bool:
    rule = law.documents.get(paper.kind)
    return rule is None or rule.purpose == "identity"


def _is_permit(rule: DocumentRule | None) -> bool:
    return rule is not None and rule.purpose == "identity" and "citizen" not in rule.holders


def valid_until(paper: Paper) -> date | None:
    """The term on the paper, or an earlier one that the register of permits knows (facts 4.15)."""
    answered = paper.checked.answer if paper.checked else {}
    document = answered.get("document") or {} if answered.get("found") else {}
    registered = date.fromisoformat(document["valid_until"]) if document.get("valid_until") else None
    ends = [day for day in (paper.valid_until, registered) if day is not None]
    return min(ends, default=None)


def _expired(
    what: str, kind: str, until: date, number: str, form: FormShown | None, *, is_permit: bool
) -> NeededPaper:
    why = Refused("document.expired", "SEED 21", MappingProxyType({"date": short(until)}))
    grounds = frozenset({"documents.incomplete", "permit.expired"} if is_permit else {"documents.incomplete"})
    return NeededPaper(what, kind, PaperState.EXPIRED, why, grounds, number, form)


def _state_of(reason: str) -> PaperState:
    if reason.endswith(("_missing", ".no_date")) and reason != "poa.no_date":
        return PaperState.MISSING
    return PaperState.EXPIRED if reason.endswith(".expired") else PaperState.NOT_VALID


def _number(file: PersonFile) -> str:
    return file.identity.number if file.identity else ""
