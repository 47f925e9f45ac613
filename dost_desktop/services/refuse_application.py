"""The reasoned written answer: prepared beside its letter, numbered, and recorded with the signed paper.

The order is fixed (design 8): the number is taken and the letter worded (``reserve``), the paper is drawn and signed
elsewhere, then refusal, notice, number and bytes are committed together (``commit``) before the first page moves.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.grounds import Ground
from dost_desktop.catalogue.letters import (
    MissingElement,
    NoticeElement,
    compose_refusal,
    missing_elements,
    notice_elements,
    prefilled_reasoning,
)
from dost_desktop.catalogue.refusal_facts import CentreDetails, RefusalFacts
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import day_of_age, legal_date
from dost_desktop.domain.ending import LEFT_EARLY
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.ids import NumberKind, new_id
from dost_desktop.domain.letter import Letter
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import ground_of
from dost_desktop.domain.required_papers import NOT_A_PERSON, PAPER_GROUNDS, on_paper_ground
from dost_desktop.domain.verify_code import RANDOM_BYTES, in_groups, verify_code
from dost_desktop.services.changes import Changes
from dost_desktop.services.decline_facts import decline_facts
from dost_desktop.services.desk import Desk
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.numbers import GivenNumber, blank_number, next_number, take_number
from dost_desktop.services.paper_facts import asked_for, paper_facts, shown_for
from dost_desktop.services.told_facts import accepted_facts, bar_of, open_facts, prefilled_facts, typed_facts

MINIMUM_AGE_GROUND = "age.under_15"
_LATER = {"documents.incomplete": 2, "no_legal_basis": 3}  # less exact grounds come after the others
_PERSONAL_NUMBERS = frozenset({NumberKind.PIN, NumberKind.MIGRATION_PIN})


class NumberTaken(AgentError):
    """Another notice of this desk took the number in between; sign again with the next one."""

    code = "notice.number_taken"


@dataclass(frozen=True, slots=True)
class RefusalForm:
    """What the agent decides and writes on the refusal page."""

    ground: str
    reasoning: str = field(repr=False)
    statement: str = field(repr=False, default="")
    facts: Mapping[str, str] = field(default_factory=dict, repr=False)  # those that only the agent knows


@dataclass(frozen=True, slots=True)
class Certificate:
    """With what the letter will be signed; None in its place means by hand."""

    number: str
    owner: str


@dataclass(frozen=True, slots=True)
class Reserved:
    """A worded letter with its number, ready to be drawn and signed; nothing is recorded yet."""

    file_id: UUID
    application: UUID
    notice: UUID
    refusal: acts.Refuse  # exactly what the letter says
    number: GivenNumber
    letter: Letter
    verify_code: str
    certificate: Certificate | None
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Issued:
    """The recorded notice."""

    file_id: UUID
    application: UUID
    notice: UUID
    number: str
    pdf: str  # SHA-256 of the bytes
    changes: Changes


@dataclass(frozen=True, slots=True)
class RefuseApplication:
    """Everything the refusal page needs. ``reserve`` and ``commit`` run on the database worker."""

    desk: Desk
    catalogue: Catalogue
    public_url: str  # where /v/<code> can be opened
    practice: bool

    def grounds(self, case: CaseView) -> tuple[Ground, ...]:
        """The grounds that fit this case now, what the file itself says first, the agent's own reasoning last (SEED 9).

        A ground fits when the file holds everything its letter must say; only the reasoning, and the facts that the
        agent alone knows, are still to be written.
        """
        named = [ground_of(entry) for entry in entries(case.application)]
        fitting = [
            ground
            for ground in self.catalogue.grounds_for(
                case.application.kind, legal_date(case.application.opened_at)
            )
            if _fits(ground, named, case) and self._can_be_worded(case, ground)
        ]
        stopped = case.stop is not None
        barred = LEFT_EARLY if bar_of(case) else ""
        return tuple(sorted(fitting, key=lambda each: _place(each, [*named, barred], by_papers=stopped)))

    def typed_facts(self, ground: str) -> tuple[str, ...]:
        """The facts of a ground that only the agent knows, to be typed in place."""
        return typed_facts(self.catalogue.grounds.get(ground), self.catalogue)

    def open_facts(self, case: CaseView, form: RefusalForm) -> Mapping[str, str]:
        """Which of them are still to be typed or mended, with the key of what the window says (empty: none)."""
        return open_facts(case, self.catalogue.grounds.get(form.ground), form.facts, self.catalogue)

    def _can_be_worded(self, case: CaseView, ground: Ground) -> bool:
        typed = ground.facts if ground.typed else self.typed_facts(ground.id)
        gaps = self.missing(case, RefusalForm(ground.id, ""))
        return all(gap.element == "reasoning" or gap.value in typed for gap in gaps)

    def begin(self, case: CaseView) -> RefusalForm:
        """The form as it opens: ground, citation and register fact prefilled, the reasoning proposed."""
        grounds = self.grounds(case)
        barred = LEFT_EARLY if bar_of(case) else ""
        said = (each for each in grounds if not each.typed or each.id == barred)  # by the file itself
        first = next(said, None)
        return self.with_ground(case, first.id if first else "")

    def with_ground(self, case: CaseView, ground: str, statement: str = "") -> RefusalForm:
        """The form for another ground, with that ground's proposed reasoning."""
        known = prefilled_facts(case, self.catalogue.grounds.get(ground))
        facts = self.facts_of(case, RefusalForm(ground, "", statement, known))
        reasoning = prefilled_reasoning(ground, facts, self.catalogue)
        return RefusalForm(ground, reasoning, statement, known)

    def preview(self, case: CaseView, form: RefusalForm, certificate: Certificate | None) -> Letter:
        """The letter as it would be issued now, with a blank for the number."""
        now = self.desk.clock.now()
        number = blank_number(Series.NOTICE, self.desk.centre.code, now)
        return compose_refusal(
            self._signed(self._facts(case, form, now, number=number), certificate, now, ""), self.catalogue
        )

    def checklist(
        self, case: CaseView, form: RefusalForm, certificate: Certificate | None
    ) -> tuple[NoticeElement, ...]:
        """What the letter must have for this ground, each ticked as it is ready (design 8)."""
        now = self.desk.clock.now()
        number = blank_number(Series.NOTICE, self.desk.centre.code, now)
        facts = self._signed(self._facts(case, form, now, number=number), certificate, now, "")
        return notice_elements(facts, self.catalogue)

    def facts_of(self, case: CaseView, form: RefusalForm) -> RefusalFacts:
        """Everything the letter would be worded from now."""
        return self._facts(case, form, self.desk.clock.now())

    def missing(self, case: CaseView, form: RefusalForm) -> tuple[MissingElement, ...]:
        """What the letter still lacks before it can be issued, each with the field that leads to it."""
        return missing_elements(self.facts_of(case, form), self.catalogue)

    def reserve(self, case: CaseView, form: RefusalForm, certificate: Certificate | None) -> Reserved:
        """Decide the refusal on the file as it stands, and word its letter under the desk's next number.

        Raises ActNotAllowed, or ElementsMissing when the letter is not whole.
        """
        desk, now = self.desk, self.desk.clock.now()
        file_id, application = case.file.id, case.application.id
        with desk.open_work() as work:  # rolled back: it only asks whether the law lets it happen now
            number = next_number(work, Series.NOTICE, centre=desk.centre.code, desk=desk.name, now=now)
            current = work.file(file_id)
            found = current.application(application)
            if found is None:
                raise KeyError(application)
            refusal = self._refusal(found, form)
            desk.act(work, file_id, [refusal])
        fresh = replace(case, file=current, application=found, now=now)
        code = verify_code(secrets.token_bytes(RANDOM_BYTES))
        facts = self._signed(self._facts(fresh, form, now, number=number.text), certificate, now, code)
        return Reserved(
            file_id=file_id,
            application=application,
            notice=new_id(now),
            refusal=refusal,
            number=number,
            letter=compose_refusal(facts, self.catalogue, issuing=True),
            verify_code=code,
            certificate=certificate,
            signed_at=now,
        )

    def commit(self, reserved: Reserved, pdf: bytes) -> Issued:
        """Record refusal, notice, number and the signed bytes: all or nothing (design 8).

        A written answer that still stands, because the application was opened again, is superseded by the new one.

        Raises NumberTaken when the number is gone, ActNotAllowed when the file moved on meanwhile.
        """
        desk = self.desk
        with desk.open_work() as work:
            if not reserved.number.provisional:
                number = take_number(
                    work, Series.NOTICE, centre=desk.centre.code, desk=desk.name, now=reserved.signed_at
                )
                if number != reserved.number:
                    raise NumberTaken
            sha256 = work.blobs.put(pdf)
            before = work.file(reserved.file_id)
            file = desk.act(work, reserved.file_id, [reserved.refusal, _notice(reserved, pdf)])
            for act in _superseding(before, file, reserved):  # a click of its own: the paper counts by itself
                desk.act(work, reserved.file_id, [act])
            work.drafts.discard(draft_key(reserved.application))
            work.commit()
        return Issued(
            file_id=reserved.file_id,
            application=reserved.application,
            notice=reserved.notice,
            number=reserved.number.text,
            pdf=sha256,
            changes=Changes(frozenset({reserved.file_id}), notices=True, outbox=True),
        )

    def _refusal(self, application: Application, form: RefusalForm) -> acts.Refuse:
        ground = self.catalogue.grounds[form.ground]
        rule = ground.rule()
        return acts.Refuse(
            application=application.id,
            passport_ground=rule.passport_ground,
            ground=rule.id,
            article=rule.article,
            lookup_no=application.answer.lookup_no if rule.needs_register and application.answer else "",
            reasoning=form.reasoning.strip(),
            statement=form.statement.strip(),
        )

    def _facts(self, case: CaseView, form: RefusalForm, now: datetime, *, number: str = "") -> RefusalFacts:
        file, application, centre = case.file, case.application, self.desk.centre
        identity, ground = file.identity, self.catalogue.grounds.get(form.ground)
        has_pin = identity is not None and identity.number_kind in _PERSONAL_NUMBERS
        is_entity = identity is not None and identity.number_kind is NumberKind.VOEN
        return RefusalFacts(
            ground=form.ground,
            number=number,
            notice_date=legal_date(now),
            full_name=identity.full_name if identity else "",
            pin=identity.number if identity and has_pin else "",
            entity_voen=identity.number if identity and is_entity else "",
            is_person=identity is None or identity.number_kind.is_person,
            document_kind=identity.document_kind if identity else "",
            document_no=identity.document_number if identity else "",
            address=identity.address if identity else "",
            representative=application.representative,
            application_no=application.number,
            applied_at=application.opened_at,
            form=application.form,
            kind=application.kind,
            status=file.registration.before_removal or file.registration.status,
            facts={
                **_register_facts(application, form.ground),
                **_known(file, self),
                **paper_facts(case, self.catalogue),
                **decline_facts(application),
                **accepted_facts(case, ground, form.facts, self.catalogue),
            },
            lookup=asked_for(case, ground, self.catalogue),
            documents_shown=shown_for(case, ground),
            reasoning=form.reasoning.strip(),
            statement=form.statement.strip(),
            signer_name=self.desk.agent.name,
            signer_post=self.desk.agent.post,
            centre=CentreDetails(
                name=centre.name,
                address=centre.address,
                phone=centre.phone,
                court_name=centre.court,
                appeal_body=centre.appeal_body,
                appeal_address=centre.appeal_address,
            ),
            practice=self.practice,
        )

    def _signed(
        self, facts: RefusalFacts, certificate: Certificate | None, now: datetime, code: str
    ) -> RefusalFacts:
        return replace(
            facts,
            signed_at=now if certificate else None,
            certificate_no=certificate.number if certificate else "",
            by_hand=certificate is None,
            verify_code=in_groups(code),
            verify_url=f"{self.public_url}/v/{code}" if code else f"{self.public_url}/v/",
        )


def draft_key(application: UUID) -> str:
    """Under which key the refusal page of an application keeps its draft."""
    return f"refusal:{application}"


def entries(application: Application) -> tuple[Mapping[str, Any], ...]:
    """The entries of the register of employed persons in the application's newest answer."""
    answer = application.answer
    return tuple(answer.answer.get("entries", ())) if answer and answer.answer.get("found") else ()


def _fits(ground: Ground, named: list[str], case: CaseView) -> bool:
    if ground.rule().needs_register:
        return ground.id in named
    if ground.id == MINIMUM_AGE_GROUND:
        identity = case.file.identity
        birth = identity.birth_date if identity else None
        return birth is not None and day_of_age(birth, case.law.minimum_age) > legal_date(
            case.application.opened_at
        )
    if ground.id in PAPER_GROUNDS:
        return on_paper_ground(case.file, case.application, ground.id, case.law, case.now)
    is_person = case.file.identity is None or case.file.identity.number_kind.is_person
    return is_person is (ground.id != NOT_A_PERSON)


def _place(ground: Ground, named: list[str], *, by_papers: bool) -> int:
    """Where a fitting ground stands in the list: the most exact one first; papers that stop the case before all."""
    if by_papers and ground.id in PAPER_GROUNDS:
        return _LATER.get(ground.id, 0) - 1 - max(_LATER.values())
    if ground.id in named:
        return named.index(ground.id)
    return len(named) + (1 if ground.typed else _LATER.get(ground.id, 0))


def _register_facts(application: Application, ground: str) -> Mapping[str, Any]:
    entry = next((each for each in entries(application) if ground_of(each) == ground), None)
    return entry["facts"] if entry else {}


def _known(file: PersonFile, page: RefuseApplication) -> Mapping[str, Any]:
    """Facts that follow from the person's own data."""
    birth = file.identity.birth_date if file.identity else None
    if birth is None:
        return {}
    age = page.catalogue.office.terms.minimum_age
    return {"birth_date": birth, "turns_15_on": day_of_age(birth, age)}


def _superseding(
    before: PersonFile, file: PersonFile, reserved: Reserved
) -> tuple[acts.SupersedeNotice, ...]:
    """What the new written answer takes the place of, and why: the application was opened again."""
    found = file.application(reserved.application)
    why = found.reopened_for if found else ""
    return tuple(
        acts.SupersedeNotice(each.id, reserved.notice, why)
        for each in before.notices
        if each.application == reserved.application and each.stands
    )


def _notice(reserved: Reserved, pdf: bytes) -> acts.IssueNotice:
    return acts.IssueNotice(
        application=reserved.application,
        notice=reserved.notice,
        number=reserved.number.text,
        provisional=reserved.number.provisional,
        pdf=hashlib.sha256(pdf).hexdigest(),
        size=len(pdf),
        certificate=reserved.certificate.number if reserved.certificate else "",
        verify_code=reserved.verify_code,
    )
