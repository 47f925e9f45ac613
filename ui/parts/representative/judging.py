"""What was typed about a representative, judged: the record of it, what is wrong at which field, what only warns.

The rules are ``domain.representation.findings``; here they meet the fields.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import legal_date, parse_date
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Paper, Representative
from dost_desktop.domain.identity_documents import CardNumber, NumberPattern
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.representation import Finding, findings
from dost_desktop.domain.required_papers import flaw_of
from dost_desktop.domain.values import FullName
from dost_desktop.domain.vocabulary import Basis, Certifier, FormShown, RepresentedAct
from ui.parts.representative.answers import Answers
from ui.parts.representative.form import CITIZEN, NAMED, NOT_NAMED, NOT_SHOWN, RepresentativeForm, number_in

T = TypeVar("T")
_ANY_NUMBER: Final = NumberPattern(r"[0-9A-Zİ]{4,20}", "AA1234567")

#: Where on the page the reason of a finding stands.
FIELD_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "representative.identity_missing": "number",
        "representative.same_person": "number",
        "representative.name_missing": "name",
        "representative.basis_not_for_person": "basis",
        "representative.proof_missing": "form_shown",
        "representative.document_itself": "form_shown",
        "document.form_not_accepted": "form_shown",
        "representative.number_missing": "paper_number",
        "representative.paper_in_future": "paper_date",
        "poa.no_date": "paper_date",
        "guardianship.no_date": "paper_date",
        "date.ends_before_start": "valid_until",
        "poa.expired": "valid_until",
        "guardianship.expired": "valid_until",
        "poa.certifier_missing": "certifier_name",
        "guardianship.issuer_missing": "issuer",
        "poa.scope_missing": "scope",
        "poa.scope_not_judged": "names_service",
        "poa.service_not_named": "names_service",
        "poa.judgement_missing": "judgement",
        "poa.out_of_scope": "excludes",
        "poa.revoked": "check",
        "poa.other_person": "check",
        "poa.unchecked": "check",
        "poa.not_in_register": "check",
        "poa.check_old": "check",
        "register.contradicts": "check",
    }
)
#: The fields in the order of the page: lines of what is missing follow it.
ORDER: Final = (
    "number",
    "name",
    "identity_number",
    "identity_until",
    "basis",
    "paper_number",
    "paper_date",
    "valid_until",
    "certifier_name",
    "issuer",
    "form_shown",
    "scope",
    "names_service",
    "excludes",
    "judgement",
    "check",
)
OF_PERSON: Final = frozenset({"number", "name", "identity_number", "identity_until"})
OF_CONTENT: Final = frozenset({"scope", "names_service", "judgement", "check"})
_BLANK: Final = frozenset(
    {"identity.register_not_asked", "poa.scope_not_judged", "document.date_empty", "document.number_empty"}
)


class State(StrEnum):
    """As the list of missing things shows a line."""

    DONE = "done"
    OPEN = "open"
    BAD = "bad"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the right part; ``field`` is where it leads. A warning does not block.

    ``refusable``: a refusal can rest on it, so an application may be opened in order to refuse it.
    """

    field: str
    state: State
    problem: InvalidValue | None = None
    refusable: bool = False

    @property
    def blocks(self) -> bool:
        """Whether one cannot go on."""
        return self.state in {State.OPEN, State.BAD}


@dataclass(frozen=True, slots=True)
class About:
    """Whom the representative stands in for, and in what; ``number`` "" while the applicant is not known yet."""

    number_kind: NumberKind
    number: str
    act: RepresentedAct

    @property
    def bases(self) -> tuple[Basis, ...]:
        """By what somebody can speak for such an applicant (SEED 6; D17)."""
        if not self.number_kind.is_person:
            return (Basis.HEAD, Basis.POWER_OF_ATTORNEY)
        return (Basis.POWER_OF_ATTORNEY, Basis.GUARDIAN, Basis.CURATOR)


@dataclass(frozen=True, slots=True)
class Rules:
    """The law of today, the kinds of papers, and when one speaker has too many applicants."""

    law: LawInForce
    documents: Sequence[DocumentEntry]
    most_applicants: int
    within_days: int


@dataclass(frozen=True, slots=True)
class Judged:
    """``representative`` is what can be recorded, also with a paper that does not hold; None while nothing can."""

    representative: Representative | None
    problems: Mapping[str, InvalidValue]  # by field, what stops
    warnings: Mapping[str, InvalidValue]  # by field, what only warns
    lines: tuple[Line, ...]
    recordable: bool  # an application can be opened with it, if only to be refused

    @property
    def holds(self) -> bool:
        """Whether nothing stops the act."""
        return self.representative is not None and not self.problems


def judge(form: RepresentativeForm, answers: Answers, about: About, rules: Rules, now: datetime) -> Judged:
    """Everything to be said of the form as it stands now."""
    problems: dict[str, InvalidValue] = {}
    speaker = _speaker(form, answers, about, rules, problems)
    readable = not problems
    for name, each in _own(form, answers, speaker, rules, now):
        problems.setdefault(name, each)
    found = [*findings(speaker, about.act, about.number, rules.law, now), *_basis(speaker, about)]
    if form.form_shown == NOT_SHOWN:  # what the paper would say is not asked
        found = [each for each in found if _field(each.why.reason, form, answers) not in OF_CONTENT]
    warnings: dict[str, InvalidValue] = {}
    refusable: set[str] = set()
    for finding in found:
        place, name = problems if finding.stops else warnings, _field(finding.why.reason, form, answers)
        if finding.ground and name not in place:
            refusable.add(name)
        place.setdefault(name, _problem(finding.why, about.act))
    if answers.many > rules.most_applicants:
        many = InvalidValue("representative.many", n=answers.many, days=rules.within_days)
        warnings.setdefault("number", many)
    hopeless = any(each.stops and not each.ground for each in found)
    return Judged(
        representative=speaker if readable else None,
        problems=problems,
        warnings=warnings,
        lines=_lines(form, problems, warnings, refusable),
        recordable=readable and not hopeless,
    )


def identity_kinds(form: RepresentativeForm, documents: Sequence[DocumentEntry]) -> tuple[DocumentEntry, ...]:
    """The papers a representative can be known by."""
    holders = {"citizen"} if form.who == CITIZEN else {"foreigner", "stateless"}
    return tuple(
        each for each in documents if each.accepted and each.purpose == "identity" and holders & each.holders
    )


def forms_for(kind: str, documents: Sequence[DocumentEntry]) -> tuple[FormShown, ...]:
    """The forms a paper of this kind counts in."""
    entry = next((each for each in documents if each.id == kind), None)
    return tuple(each for each in FormShown if entry is None or each in entry.forms)


def _speaker(
    form: RepresentativeForm,
    answers: Answers,
    about: About,
    rules: Rules,
    problems: dict[str, InvalidValue],
) -> Representative:
    """The record of what was typed; what cannot be read goes to ``problems`` and stays empty."""
    basis = Basis(form.basis)
    by_attorney, by_paper = basis is Basis.POWER_OF_ATTORNEY, basis is not Basis.HEAD
    number = _read(problems, "number", lambda: number_in(form)) if form.number.strip() else None
    identity = answers.identity
    card = None
    if answers.papers_open:
        card = _identity_paper(form, rules.documents, problems)
    if name_is_typed(form, answers):
        name = _read(problems, "name", lambda: _name(form)) or ""
    else:
        name = identity.full_name if identity else ""
    bare = Representative(
        name=name,
        basis=basis,
        paper_number="",
        paper_date=None,
        identity_number=number[1] if number else "",
        number_kind=number[0] if number else None,
        attestation=_attestation(answers, card),
        identity_paper=card,
    )
    if not by_paper:
        return bare
    if not form.form_shown:  # not chosen yet: the rest is judged as of a paper that counts
        itself = about.act is RepresentedAct.RECEIVE_ANSWER
        problems["form_shown"] = InvalidValue(
            "representative.form_missing" if itself else "document.form_missing"
        )
    forms = {"": FormShown.ORIGINAL, NOT_SHOWN: None}
    speaker = replace(
        bare,
        paper_number=paper_number_in(form),
        paper_date=_read(problems, "paper_date", lambda: _day(form.paper_date)),
        valid_until=_read(problems, "valid_until", lambda: _day(form.valid_until)),
        form=forms[form.form_shown] if form.form_shown in forms else FormShown(form.form_shown),
        place=form.place.strip(),
        scans=tuple(scan.sha256 for scan in form.scans),
    )
    if not by_attorney:
        return replace(speaker, issuer=form.issuer.strip())
    return replace(
        speaker,
        certifier=Certifier(form.certifier),
        certifier_name=form.certifier_name.strip(),
        scope=form.scope.strip(),
        names_service={NAMED: True, NOT_NAMED: False}.get(form.names_service),
        excludes=tuple(each for each in RepresentedAct if each.value in form.excludes),
        judgement=form.judgement.strip() if form.names_service == NOT_NAMED else "",
        check=answers.check,
        check_tried_at=answers.check_tried_at,
    )


def paper_number_in(form: RepresentativeForm) -> str:
    """The paper's number without spaces around or doubled."""
    return " ".join(form.paper_number.split())


def _attestation(answers: Answers, card: Paper | None) -> Attestation | None:
    """What MEİS said is evidence of the name, or of why a card had to do."""
    lookup = answers.lookup
    if lookup is None or (lookup.identity is None and card is None):
        return None
    return lookup.attestation


def _identity_paper(
    form: RepresentativeForm, documents: Sequence[DocumentEntry], problems: dict[str, InvalidValue]
) -> Paper | None:
    """The representative's own card, where MEİS could not say who it is."""
    entry = identity_kind(form, documents)
    if entry is None or not form.identity_number.strip():
        return None
    number = _read(
        problems, "identity_number", lambda: CardNumber.parse(form.identity_number, _pattern(entry))
    )
    until = _read(problems, "identity_until", lambda: _day(form.identity_until))
    if number is None:
        return None
    shown = FormShown(form.identity_form)
    return Paper(entry.id, number.text, shown, valid_until=until, issuer=entry.issuer)


def identity_kind(form: RepresentativeForm, documents: Sequence[DocumentEntry]) -> DocumentEntry | None:
    """The chosen kind of card, else the first that is offered."""
    offered = identity_kinds(form, documents)
    return next((each for each in offered if each.id == form.identity_kind), offered[0] if offered else None)


def _pattern(entry: DocumentEntry) -> NumberPattern:
    return NumberPattern(entry.shape, entry.example) if entry.shape else _ANY_NUMBER


def _own(
    form: RepresentativeForm, answers: Answers, speaker: Representative, rules: Rules, now: datetime
) -> Iterator[tuple[str, InvalidValue]]:
    """What the representative's own identity still lacks; the paper's part is the law's (``findings``)."""
    if speaker.identity_number and not answers.was_asked:
        yield "number", InvalidValue("identity.register_not_asked")
    if not answers.papers_open:
        return
    card = speaker.identity_paper
    if card is None:
        entry = identity_kind(form, rules.documents)
        yield (
            "identity_number",
            InvalidValue("document.number_empty", example=_pattern(entry).example if entry else ""),
        )
        return
    flaw = flaw_of(card, rules.law.documents.get(card.kind), legal_date(now))
    if flaw is not None:
        reason = "document.date_empty" if flaw[1].reason == "document.no_expiry" else flaw[1].reason
        yield "identity_until", InvalidValue(reason, **flaw[1].facts)


def _basis(speaker: Representative, about: About) -> Iterator[Finding]:
    if about.number_kind.is_person and speaker.basis is Basis.HEAD:
        yield Finding(Refused("representative.basis_not_for_person", "D17"), stops=True)


def name_is_typed(form: RepresentativeForm, answers: Answers) -> bool:
    """Where MEİS cannot say the name, or there is no number to ask it about; else the name is MEİS's alone."""
    return answers.papers_open or not form.number.strip()


def _field(reason: str, form: RepresentativeForm, answers: Answers) -> str:
    if reason == "representative.name_missing" and not name_is_typed(form, answers):
        return "number"
    return FIELD_OF[reason]


def _problem(why: Refused, act: RepresentedAct) -> InvalidValue:
    receiving = act is RepresentedAct.RECEIVE_ANSWER
    if (
        receiving and why.reason == "representative.proof_missing"
    ):  # a copy, which those words ask for, is not enough
        return InvalidValue("representative.document_itself")
    return InvalidValue(why.reason, **why.facts)


def _lines(
    form: RepresentativeForm,
    problems: Mapping[str, InvalidValue],
    warnings: Mapping[str, InvalidValue],
    refusable: Container[str],
) -> tuple[Line, ...]:
    """What stops or warns, field by field; what is in order is one line for the person and one for the paper."""
    untouched = {"paper_date"} if not form.paper_number.strip() and not form.paper_date.strip() else set()
    lines = [
        _line(name, problems.get(name), warnings.get(name), name in refusable, blank=name in untouched)
        for name in ORDER
    ]
    said = [line for line in lines if line is not None]
    if not any(line.field in OF_PERSON for line in said):
        said.insert(0, Line("number", State.DONE))
    if form.basis != Basis.HEAD and not any(line.field not in OF_PERSON for line in said):
        said.append(Line("paper_number", State.DONE))
    return tuple(said)


def _line(
    name: str, problem: InvalidValue | None, warning: InvalidValue | None, refusable: bool, *, blank: bool
) -> Line | None:
    if problem is not None:
        blank = blank or problem.problem in _BLANK or problem.problem.endswith(("_missing", "_empty"))
        return Line(name, State.OPEN if blank else State.BAD, problem, refusable)
    return Line(name, State.WARN, warning) if warning is not None else None


def _name(form: RepresentativeForm) -> str:
    name = FullName.parse(form.name, "").text if form.name.strip() else ""
    if any(letter.isdigit() for letter in name):
        raise InvalidValue("name.shape")
    return name


def _day(typed: str) -> date | None:
    return parse_date(typed) if typed.strip() else None


def _read(problems: dict[str, InvalidValue], name: str, read: Callable[[], T]) -> T | None:
    try:
        return read()
    except InvalidValue as problem:
        problems[name] = problem
        return None
