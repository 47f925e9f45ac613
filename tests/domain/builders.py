"""Persons, answers and whole cases with valid defaults, so that a test says only what it is about.

Everything is real: Ed25519 keys (fixed, so that failures repeat), seals, chains. Persons are made up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from dost_desktop.contract.seals import SigningKey, is_sealed, is_signed
from dost_desktop.domain import acts, evidence
from dost_desktop.domain.attestation import Attestation, Receipt, Register
from dost_desktop.domain.chain import Finding, check_chain
from dost_desktop.domain.dates import instant_text, legal_date
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import Actor, ChainedEvent, link_run, record
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.ids import NumberKind, file_id, new_id
from dost_desktop.domain.law import DocumentRule, EndingRule, GroundRule, LawInForce
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.person_file import Application, PersonFile, empty_file
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.required_papers import NOT_A_PERSON, PAPER_GROUNDS
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Basis,
    Certifier,
    Channel,
    EmployerAnswer,
    FormOfAnswer,
    FormOfApplication,
    FormShown,
    MessageChannel,
    MessageSender,
    PassportGround,
    Receiving,
    Recipient,
    Role,
    Source,
    Status,
)
from dost_desktop.domain.working_days import WorkingCalendar

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)  # Tuesday, 10:00 in Baku
SECRET = bytes(range(32))
PIN = "5ZK9Q2W"
FILE = file_id(SECRET, NumberKind.PIN, PIN)
OTHER_FILE = file_id(SECRET, NumberKind.PIN, "6ZK9Q2W")
SERVER = SigningKey(b"server".ljust(32, b"."))
CENTRE, DESK, AGENT, OFFICER, HEAD = "B03", "B03-07", "l.huseynova", "r.mammadov", "t.aliyeva"
REASONING = "Reyestrdə qüvvədə olan əmək müqaviləsi barədə məlumat var."
LAW_HASH = "1a" * 32

_UNEMPLOYED = frozenset({ApplicationKind.UNEMPLOYED})
_ALL = frozenset(ApplicationKind)
_SINCE = date(2018, 6, 29)
ARTICLES = ("4.1.1", "4.1.2", "4.1.3", "4.1.4", "4.1.5", "4.1.6", "4.1.7", "4.1.8")


def a_key(agent: str) -> SigningKey:
    """The key of this agent, the same at every call."""
    return SigningKey(agent.encode().ljust(32, b"-"))


def an_identity(**changes: Any) -> evidence.Identity:
    """Aysel, born 1999, as MEİS answers."""
    whole = evidence.Identity(
        number_kind=NumberKind.PIN,
        number=PIN,
        surname="Quliyeva",
        given_name="Aysel",
        patronymic="Rauf qızı",
        birth_date=date(1999, 3, 14),
        sex="F",
        citizenship="AZE",
        address="Bakı şəhəri, Nizami rayonu, Sınaq küçəsi 7",
        document_kind="identity_card_new",
        document_number="AA1234567",
        document_valid_until=date(2031, 3, 14),
    )
    return replace(whole, **changes)


def a_person_answer(identity: evidence.Identity | None = None) -> dict[str, Any]:
    """What MEİS says about ``identity``."""
    person = identity or an_identity()
    return {
        "found": True,
        "surname": person.surname,
        "given_name": person.given_name,
        "patronymic": person.patronymic,
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "sex": person.sex,
        "citizenship": person.citizenship,
        "address": person.address,
        "document": {
            "kind": person.document_kind,
            "number": person.document_number,
            "valid_until": person.document_valid_until.isoformat() if person.document_valid_until else None,
        },
    }


def an_employment_answer(*articles: str, variant: str = "") -> dict[str, Any]:
    """What the register of employed persons says: these sub-articles, or nothing found."""
    entries = [
        {"article": article, "variant": variant, "facts": {"employer_name": "Xəzər MMC"}}
        for article in articles
    ]
    return {"found": bool(entries), "entries": entries}


def an_attestation(
    register: Register = Register.EMPLOYED_PERSONS,
    answer: Mapping[str, Any] | None = None,
    *,
    at: datetime = NOW,
    file: UUID = FILE,
    lookup_no: str = "L-2026-000017",
    purpose: str = ApplicationKind.UNEMPLOYED.value,
    seal: bool = True,
) -> Attestation:
    """A register's answer sealed by the central API."""
    whole = Attestation(
        lookup_no=lookup_no,
        register=register,
        file_id=file,
        purpose=purpose,
        asked_by=AGENT,
        at=at,
        answer=an_employment_answer() if answer is None else answer,
        key=SERVER.name,
    )
    return SERVER.seal(whole) if seal else whole


def a_paper(**changes: Any) -> evidence.Paper:
    """An identity card in the original."""
    paper = evidence.Paper(
        "identity_card_new", "AA1234567", FormShown.ORIGINAL, valid_until=date(2031, 3, 14)
    )
    return replace(paper, **changes)


def an_identification(identity: evidence.Identity | None = None, **attested: Any) -> acts.IdentifyPerson:
    """Identified by MEİS."""
    person = identity or an_identity()
    attestation = an_attestation(Register.PERSON, a_person_answer(person), **attested)
    return acts.IdentifyPerson(person, Source.REGISTER, attestation)


def a_status(status: Status = Status.JOBSEEKER, *, at: datetime = NOW, **more: Any) -> acts.ReadStatus:
    """MAS says how the person is registered."""
    answer = {"status": status.value, "since": "2026-05-04", "registration_number": "R-1", **more}
    return acts.ReadStatus(an_attestation(Register.STATUS, answer, at=at))


def an_opening(
    kind: ApplicationKind = ApplicationKind.UNEMPLOYED,
    *,
    at: datetime = NOW,
    serial: int = 123,
    **changes: Any,
) -> acts.OpenApplication:
    """An application opened at the desk, in person."""
    opening = acts.OpenApplication(
        application=new_id(at),
        number=f"05-04-05-00/{CENTRE}/2026/{serial:06}",
        application_kind=kind,
        form=FormOfApplication.IN_PERSON,
        channel=Channel.DOST_CENTRE,
        answer_form=FormOfAnswer.IN_PERSON,
        centre=CENTRE,
        place="B",
        ticket="M-042",
    )
    return replace(opening, **changes)


def a_refusal(application: UUID, article: str = "4.1.1", **changes: Any) -> acts.Refuse:
    """A refusal that rests on the register's entry by this sub-article."""
    refusal = acts.Refuse(
        application=application,
        passport_ground=PassportGround.NO_LEGAL_BASIS,
        ground=f"employed.{article.replace('.', '_')}",
        article=article,
        lookup_no="L-2026-000017",
        reasoning=REASONING,
        statement="İşdən çıxmışam.",
    )
    return replace(refusal, **changes)


def a_notice(application: UUID, *, at: datetime = NOW, serial: int = 77, **changes: Any) -> acts.IssueNotice:
    """A written answer with its number, signed."""
    notice = acts.IssueNotice(
        application=application,
        notice=new_id(at),
        number=f"05-04-05-00/{CENTRE}/2026/{serial:06}",
        provisional=False,
        pdf="ab" * 32,
        size=48213,
        certificate="0a1b2c",
        verify_code="k7Q2mZ0yT5uXw9aBcDeFgH",
    )
    return replace(notice, **changes)


def a_serving(notice: UUID, *, at: datetime = NOW, **changes: Any) -> acts.ServeNotice:
    """Handed to the person, receipt signed."""
    serving = acts.ServeNotice(notice, FormOfAnswer.IN_PERSON, Recipient.PERSON, Receiving.SIGNED, at)
    return replace(serving, **changes)


def a_representative(**changes: Any) -> evidence.Representative:
    """A brother with a notary's power of attorney that names this service, shown in copy."""
    whole = evidence.Representative(
        name="Quliyev Elnur Rauf oğlu",
        basis=Basis.POWER_OF_ATTORNEY,
        paper_number="N-15",
        paper_date=date(2026, 10, 1),
        identity_number="7ZK9Q2W",
        number_kind=NumberKind.PIN,
        form=FormShown.COPY,
        certifier=Certifier.NOTARY,
        certifier_name="Bakı şəhəri 12 nömrəli notariat kontoru",
        place="Bakı",
        scope="İşaxtaran və işsiz kimi qeydiyyat üzrə məni təmsil etmək",
        names_service=True,
    )
    return replace(whole, **changes)


def a_guardian(**changes: Any) -> evidence.Representative:
    """A guardian by an act of the local authority."""
    whole = a_representative(
        basis=Basis.GUARDIAN,
        certifier=None,
        certifier_name="",
        scope="",
        names_service=None,
        issuer="Nizami RİH",
    )
    return replace(whole, **changes)


def a_notary_answer(number: str = "N-15", **more: Any) -> dict[str, Any]:
    """What the notaries' register says of a power of attorney: it stands, or what ``more`` says."""
    return {"found": True, "paper_number": number, "revoked_on": "", "for_this_person": True, **more}


def a_ground(id_: str, article: str = "", **changes: Any) -> GroundRule:
    """A ground of refusal for the unemployed registration, in force since 2018."""
    whole = GroundRule(
        id=id_,
        passport_ground=PassportGround.NO_LEGAL_BASIS,
        kinds=_UNEMPLOYED,
        article=article,
        in_force_from=_SINCE,
        in_force_until=None,
        needs_register=bool(article),
    )
    return replace(whole, **changes)


def an_ending(id_: str, target: Status, *statuses: Status, **changes: Any) -> EndingRule:
    """A ground of removal or cancellation, in force since 2018."""
    whole = EndingRule(id_, target, frozenset(statuses), None, None, _SINCE, None)
    return replace(whole, **changes)


def a_document_rule(id_: str, *holders: str, **changes: Any) -> DocumentRule:
    """A kind of document that is accepted in every form and has its term written on it."""
    purpose = "identity" if holders else "representation"
    whole = DocumentRule(
        id_, purpose, frozenset(holders), "date_on_document", frozenset(FormShown), accepted=True
    )
    return replace(whole, **changes)


DOCUMENTS = {
    rule.id: rule
    for rule in (
        a_document_rule("identity_card_new", "citizen"),
        a_document_rule("identity_card_old", "citizen", validity="date_on_document_or_none"),
        a_document_rule("temporary_permit", "foreigner", "stateless"),
        a_document_rule("permanent_permit", "foreigner", "stateless"),
        a_document_rule("stateless_card", "stateless", accepted=False),
        a_document_rule("power_of_attorney", validity="issue_date_required"),
        a_document_rule("guardianship_proof", validity="judged_by_agent"),
    )
}


def a_law(**changes: Any) -> LawInForce:
    """A law by hand: 4.1.1-4.1.8, three other grounds, and one ground out of force of each sort."""
    grounds = [
        *(a_ground(f"employed.{article.replace('.', '_')}", article) for article in ARTICLES),
        a_ground("employed.4_1_3.land_share", "4.1.3"),
        a_ground("decline.unjustified"),
        a_ground("age.under_15", kinds=_ALL),
        *(
            a_ground(id_, kinds=_ALL, passport_ground=PassportGround.INCOMPLETE_DOCUMENTS)
            for id_ in sorted(PAPER_GROUNDS)
        ),
        a_ground(NOT_A_PERSON, kinds=_ALL),
        a_ground("repealed", in_force_until=date(2026, 11, 23)),
        a_ground("coming", in_force_from=date(2026, 11, 25)),
    ]
    removed, both = Status.TEMPORARILY_REMOVED, (Status.JOBSEEKER, Status.UNEMPLOYED)
    endings = [
        an_ending("removal.service", removed, *both),
        an_ending("removal.declined_unemployed", removed, Status.UNEMPLOYED, months=12),
        an_ending("removal.call_up", removed, *both, needs_evidence=True),
        an_ending("removal.office", removed, *both, by_person=False),
        an_ending("removal.repealed", removed, *both, in_force_until=date(2026, 11, 23)),
        an_ending("cancel.own_request", Status.CANCELLED, *both, removed, by_office=False),
        an_ending("cancel.office", Status.CANCELLED, *both, removed, by_person=False),
        an_ending("cancel.false_data", Status.CANCELLED, Status.UNEMPLOYED, bar_months=1),
    ]
    whole = LawInForce(
        version=LAW_HASH,
        grounds={rule.id: rule for rule in grounds},
        endings={rule.id: rule for rule in endings},
        documents=DOCUMENTS,
        calendar=WorkingCalendar(),
    )
    return replace(whole, **changes)


LAW = a_law()
_HANDS = {
    Role.AGENT: (AGENT, DESK),
    Role.BACK_OFFICE: (OFFICER, "central"),
    Role.HEAD: (HEAD, "central"),
    Role.ADMINISTRATOR: ("s.ismayilov", "central"),
    Role.CENTRAL_SYSTEM: ("central_system", "central"),
}


def a_command(
    *wanted: acts.Act, role: Role = Role.AGENT, agent: str | None = None, centre: str = CENTRE
) -> Command:
    """One click by somebody of this role."""
    name, desk = _HANDS[role]
    return Command(wanted, role, agent or name, desk, centre)


@dataclass
class Case:
    """A person's file at work: every act is decided, recorded, signed and linked as in earnest."""

    law: LawInForce = field(default_factory=lambda: LAW)
    now: datetime = NOW
    file: PersonFile = field(default_factory=lambda: empty_file(FILE))
    events: list[ChainedEvent] = field(default_factory=list)

    def asks(self, *wanted: acts.Act, role: Role = Role.AGENT, agent: str | None = None) -> Refused | None:
        """Why these acts cannot happen, or None; nothing is recorded."""
        answer = decide(self.file, a_command(*wanted, role=role, agent=agent), self.law, self.now)
        return answer if isinstance(answer, Refused) else None

    def does(self, *wanted: acts.Act, role: Role = Role.AGENT, agent: str | None = None) -> Case:
        """These acts happen; the test fails when the law or the file says no."""
        refused = self.asks(*wanted, role=role, agent=agent)
        assert refused is None, refused
        name, desk = _HANDS[role]
        actor = Actor(agent or name, desk, a_key(agent or name).sign)
        run = record(wanted, file_id=self.file.id, actor=actor, law=self.law.version, at=self.now)
        chained = link_run(self.file.head, run)
        self.events += chained
        self.file = fold_all(self.file.id, chained, self.file)
        return self

    def later(self, **by: float) -> Case:
        """Time passes: ``hours=25``, ``days=3``."""
        self.now += timedelta(**by)
        return self

    @property
    def application(self) -> Application:
        """The newest application."""
        return self.file.applications[-1]

    def receipt(self, seq: int | None = None) -> Receipt:
        """The server's receipt for the events up to ``seq``, by default for all."""
        place = len(self.events) if seq is None else seq
        return a_receipt(self.events[place - 1], at=self.now)

    def flaws(self, *receipts: Receipt) -> tuple[Finding, ...]:
        """What the check finds."""
        return check_chain(self.file.id, self.events, receipts, REAL_SEALS)


def a_receipt(last: ChainedEvent, *, at: datetime = NOW) -> Receipt:
    """The server's receipt for a file up to this event."""
    receipt = Receipt(last.event.content.file_id, last.link.seq, last.link.hash, at, "epoch-1", SERVER.name)
    return SERVER.seal(receipt)


class RealSeals:
    """The seals of the builders' agents and server, checked with Ed25519."""

    def event_is_signed(self, chained: ChainedEvent) -> bool:
        content = chained.event.content
        public = {name: a_key(name).public for name, _ in _HANDS.values()}.get(content.agent)
        return public is not None and is_signed(public, content.signed_bytes(), chained.event.signature)

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        return is_sealed(receipt, {SERVER.name: SERVER.public})


REAL_SEALS = RealSeals()


def a_person(
    status: Status = Status.JOBSEEKER, identity: evidence.Identity | None = None, **case: Any
) -> Case:
    """A person MEİS knows, registered as MAS says."""
    whole = Case(**case)
    whole.does(an_identification(identity, at=whole.now), a_status(status, at=whole.now))
    return whole


def an_applicant(
    kind: ApplicationKind = ApplicationKind.UNEMPLOYED, status: Status = Status.JOBSEEKER, **case: Any
) -> Case:
    """A person whose application is open."""
    whole = a_person(status, **case)
    return whole.does(an_opening(kind, at=whole.now))


def a_found_employed(*articles: str, variant: str = "", **case: Any) -> Case:
    """A person the register of employed persons knows."""
    whole = an_applicant(**case)
    answer = an_employment_answer(*(articles or ("4.1.1",)), variant=variant)
    found = acts.RecordRegisterAnswer(whole.application.id, an_attestation(answer=answer, at=whole.now))
    return whole.does(found)


def a_not_employed(**case: Any) -> Case:
    """A person the register of employed persons does not know: suitable work comes next."""
    whole = an_applicant(**case)
    return whole.does(acts.RecordRegisterAnswer(whole.application.id, an_attestation(at=whole.now)))


def an_offer(application: UUID, **changes: Any) -> acts.OfferWork:
    """A vacancy that fits by all five tests."""
    names = ("education", "specialty", "experience", "health", "transport")
    tests = tuple(evidence.SuitabilityTest(name, "fits") for name in names)
    offer = acts.OfferWork(application, new_id(NOW), "V-2026-1188", "Xəzər MMC", "mühasib", tests)
    return replace(offer, **changes)


def a_refused() -> Case:
    """The main job whole: found employed, refused, notice issued, printed and served."""
    whole = a_found_employed()
    id_ = whole.application.id
    notice = a_notice(id_)
    whole.does(a_refusal(id_), notice, acts.PrintNotice(notice.notice, 1, "HP-B03-07"))
    return whole.does(a_serving(notice.notice))


def a_placing(
    application: UUID,
    reference: str = "MAS-5512",
    at: datetime = NOW,
    seen: int = 0,
    *,
    file: UUID = FILE,
    searched: timedelta = timedelta(0),
) -> acts.PlaceNoSuitableWork:
    """“No suitable work” as MAS itself says it, after a search that ended ``searched`` before or after."""
    said = {
        "application": str(application),
        "reference": reference,
        "placed_at": instant_text(at),
        "searched_at": instant_text(at + searched),
    }
    sealed = an_attestation(Register.NO_SUITABLE_WORK, said, at=at, file=file)
    return acts.PlaceNoSuitableWork(application, reference, at, seen, sealed)


def an_at_back_office(**case: Any) -> Case:
    """No suitable work: the draft decision waits for the back office."""
    whole = a_not_employed(**case)
    id_ = whole.application.id
    whole.does(a_placing(id_, at=whole.now, file=whole.file.id))
    return whole.does(acts.SendToBackOffice(id_, "05"))


def a_form(
    application: UUID,
    kind: ApplicationKind = ApplicationKind.JOBSEEKER,
    *,
    at: datetime = NOW,
    **changes: Any,
) -> acts.SubmitForm:
    """The form of an application of this kind as it goes to MAS: a removal for half a year from tomorrow."""
    day = legal_date(at)
    whole = acts.SubmitForm(application)
    if kind is ApplicationKind.REMOVAL:
        ends_on = day + timedelta(days=180)
        evidence_ = "Çağırış vərəqəsi № 12"
        whole = replace(whole, ground="removal.service", starts_on=day, ends_on=ends_on, evidence=evidence_)
    elif kind is ApplicationKind.CANCELLATION:
        whole = replace(whole, ground="cancel.own_request")
    return replace(whole, **changes)


def acts_on(
    application: UUID, kind: ApplicationKind, offer: UUID, *, at: datetime = NOW, article: str = "4.1.1"
) -> dict[Move, acts.Act]:
    """An act for every move of applications; ``offer`` is the newest one made."""
    a, found = application, an_employment_answer(article)
    return {
        Move.SHOW_PAPER: acts.ShowPaper(a, a_paper()),
        Move.SHOW_REPRESENTATION: acts.ShowRepresentation(a, a_representative()),
        Move.CHECK_REPRESENTATION: acts.CheckRepresentation(
            a, an_attestation(Register.NOTARY, a_notary_answer(), at=at)
        ),
        Move.GIVE_EXPLANATION: acts.GiveExplanation(a, "registration_is_personal", REASONING),
        Move.SUBMIT_FORM: a_form(a, kind, at=at),
        Move.CONFIRM_FORM: acts.ConfirmForm(a, at),
        Move.RECORD_DELIVERY: acts.RecordDelivery(
            a, "jobseeker.registered", MessageChannel.MOBILE, MessageSender.MAS, delivered=True, at=at
        ),
        Move.ACCEPT_BY_MAS: acts.AcceptByMas(a, "R-2", at),
        Move.NOT_ACCEPT_BY_MAS: acts.NotAcceptByMas(a, "Telefon yoxdur"),
        Move.REGISTER_SILENT: acts.RecordRegisterSilence(a, at),
        Move.REGISTER_FOUND: acts.RecordRegisterAnswer(a, an_attestation(answer=found, at=at)),
        Move.REGISTER_NOT_FOUND: acts.RecordRegisterAnswer(a, an_attestation(at=at)),
        Move.OFFER_WORK: an_offer(a, vacancy="V-2026-1190"),
        Move.ACCEPT_OFFER: acts.AcceptOffer(a, offer),
        Move.DECLINE_OFFER: acts.DeclineOffer(a, offer, "Uzaqdır"),
        Move.JUDGE_JUSTIFIED: acts.JudgeDecline(a, offer, True, REASONING),
        Move.JUDGE_UNJUSTIFIED: acts.JudgeDecline(a, offer, False, REASONING),
        Move.EXPLAIN_RIGHT: acts.ExplainRight(a),
        Move.ISSUE_REFERRAL: acts.IssueReferral(a, offer, "G-1", legal_date(at)),
        Move.EMPLOYER_HIRED: acts.RecordEmployerAnswer(a, EmployerAnswer.HIRED),
        Move.EMPLOYER_NOT_HIRED: acts.RecordEmployerAnswer(a, EmployerAnswer.NOT_HIRED),
        Move.EMPLOYER_SILENT: acts.RecordEmployerAnswer(a, EmployerAnswer.SILENT),
        Move.PLACE_NO_WORK: a_placing(a, at=at),
        Move.SEARCH_AGAIN: acts.SearchWorkAgain(a),
        Move.SEND_TO_BACK_OFFICE: acts.SendToBackOffice(a, "05"),
        Move.CONFIRM: acts.ConfirmDecision(a),
        Move.RETURN: acts.ReturnDecision(a, "Sübut yoxdur"),
        Move.REFUSE: a_refusal(a, article),
        Move.WITHDRAW: acts.Withdraw(a),
        Move.REOPEN: acts.Reopen(a, "Məhkəmənin qərarı"),
    }


def acts_of(events: Sequence[ChainedEvent]) -> tuple[str, ...]:
    """The kinds of these events, in order."""
    return tuple(chained.event.content.kind for chained in events)
