"""Every reason for which an act cannot happen, in the office's words, and what may happen beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from dost_desktop.domain import acts, decide, evidence, identifying
from dost_desktop.domain import opening as opening_rules
from dost_desktop.domain import refusing as refusals
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.ids import NumberKind, new_id
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    Basis,
    CallerAnswer,
    Channel,
    EmployerAnswer,
    FormOfApplication,
    PassportGround,
    Recipient,
    Role,
    Source,
    Status,
)
from tests.domain.builders import (
    AGENT,
    ARTICLES,
    FILE,
    LAW,
    NOW,
    OFFICER,
    OTHER_FILE,
    REASONING,
    Case,
    a_command,
    a_found_employed,
    a_not_employed,
    a_notice,
    a_paper,
    a_person,
    a_placing,
    a_refusal,
    a_refused,
    a_representative,
    a_serving,
    a_status,
    an_applicant,
    an_at_back_office,
    an_attestation,
    an_employment_answer,
    an_identification,
    an_identity,
    an_offer,
    an_opening,
)

Asked = Refused | None
ANSWER, PERSON = Register.EMPLOYED_PERSONS, Register.PERSON


def answered(case: Case, **attested: object) -> acts.RecordRegisterAnswer:
    attested.setdefault("at", case.now)
    return acts.RecordRegisterAnswer(case.application.id, an_attestation(**attested))  # type: ignore[arg-type]


def by_papers(**changes: object) -> acts.IdentifyPerson:
    whole = acts.IdentifyPerson(an_identity(), Source.PAPERS, paper=a_paper(), unreachable_at=NOW)
    return replace(whole, **changes)  # type: ignore[arg-type]


def offered() -> Case:
    case = a_not_employed()
    return case.does(an_offer(case.application.id))


def last_offer(case: Case) -> tuple[object, object]:
    return case.application.id, case.application.offers[-1].id


def declined() -> Case:
    case = offered()
    return case.does(acts.DeclineOffer(*last_offer(case), "Uzaqdır"))  # type: ignore[arg-type]


def referred() -> Case:
    case = offered()
    id_, offer = case.application.id, case.application.offers[-1].id
    return case.does(acts.AcceptOffer(id_, offer)).does(
        acts.IssueReferral(id_, offer, "G-1", date(2026, 11, 24))
    )


def refusing(case: Case | None = None, article: str = "4.1.1", **changes: object) -> Asked:
    case = case or a_found_employed()
    return case.asks(a_refusal(case.application.id, article, **changes))


def other_ground(ground: str, case: Case | None = None, **changes: object) -> Asked:
    rule = LAW.grounds.get(ground)
    passport = rule.passport_ground if rule else PassportGround.NO_LEGAL_BASIS
    whole = {"ground": ground, "lookup_no": "", "passport_ground": passport, **changes}
    return refusing(case, "", **whole)


def opening(case: Case, **changes: object) -> Asked:
    return case.asks(an_opening(**changes))  # type: ignore[arg-type]


def on_notice(make: Callable[[Case], acts.Act], case: Case | None = None) -> Asked:
    case = case or a_refused()
    return case.asks(make(case))


def the_notice(case: Case) -> UUID:
    return case.file.notices[-1].id


def twice(act: Callable[[Case], acts.Act]) -> Asked:
    case = a_refused()
    other = a_notice(case.application.id, serial=78)
    case.does(other)
    first = case.file.notices[0].id
    case.file = replace(case.file, notices=(case.file.notices[1], case.file.notices[0]))
    assert the_notice(case) == first
    case.does(act(case))
    return case.asks(act(case))


def newer(case: Case) -> UUID:
    return case.file.notices[0].id


def older_answer(case: Case) -> Asked:
    """An answer from before what is recorded: it must not undo the newer one."""
    return case.asks(answered(case, at=case.now - timedelta(hours=1)))


NOES: dict[str, tuple[str, Callable[[], Asked]]] = {
    # who
    "an agent does not confirm decisions": (
        "act.not_your_role",
        lambda: (case := an_at_back_office()).asks(acts.ConfirmDecision(case.application.id)),
    ),
    "an administrator opens no applications": (
        "act.not_your_role",
        lambda: a_person().asks(an_opening(), role=Role.ADMINISTRATOR),
    ),
    "a back-office officer identifies nobody": (
        "act.not_your_role",
        lambda: Case().asks(an_identification(), role=Role.BACK_OFFICE),
    ),
    "an agent removes nobody for the office": (
        "act.not_your_role",
        lambda: a_person().asks(
            acts.EndByOffice(Status.CANCELLED, "cancel.own_request", date(2026, 11, 24), None, "")
        ),
    ),
    "an agent erases no data": (
        "act.not_your_role",
        lambda: a_person().asks(acts.EraseData((new_id(NOW),), "saxlama müddəti")),
    ),
    # who sits there
    "nobody is born tomorrow": (
        "date.in_future",
        lambda: Case().asks(an_identification(an_identity(birth_date=date(2026, 11, 25)))),
    ),
    "papers are shown when they are said to have been": (
        "identity.papers_missing",
        lambda: Case().asks(by_papers(paper=None)),
    ),
    "MEİS is asked before papers": (
        "identity.register_not_asked",
        lambda: Case().asks(by_papers(unreachable_at=None)),
    ),
    "what MEİS answered needs no paper": (
        "identity.papers_not_needed",
        lambda: Case().asks(by_papers(unreachable_at=None, attestation=an_identification().attestation)),
    ),
    "an identity by register without an answer": (
        "lookup.unattested",
        lambda: Case().asks(acts.IdentifyPerson(an_identity(), Source.REGISTER)),
    ),
    "an answer nobody sealed": (
        "lookup.unattested",
        lambda: (case := an_applicant()).asks(answered(case, seal=False)),
    ),
    "another name than MEİS says": (
        "identity.not_as_attested",
        lambda: Case().asks(replace(an_identification(), identity=an_identity(surname="Əliyeva"))),
    ),
    "an identity MEİS does not know": (
        "identity.not_as_attested",
        lambda: Case().asks(
            acts.IdentifyPerson(an_identity(), Source.REGISTER, an_attestation(PERSON, {"found": False}))
        ),
    ),
    "MEİS contradicts itself": (
        "register.contradicts",
        lambda: Case().asks(
            acts.IdentifyPerson(an_identity(), Source.REGISTER, an_attestation(PERSON, {"found": True}))
        ),
    ),
    "MAS says a status there is not": (
        "register.contradicts",
        lambda: a_person().asks(acts.ReadStatus(an_attestation(Register.STATUS, {"status": "retired"}))),
    ),
    "the register found somebody and names no entry": (
        "register.contradicts",
        lambda: (case := an_applicant()).asks(answered(case, answer={"found": True, "entries": []})),
    ),
    # answers as evidence
    "an answer of another register": (
        "lookup.other_register",
        lambda: (case := an_applicant()).asks(answered(case, register=Register.STATUS)),
    ),
    "an answer about somebody else": (
        "lookup.other_person",
        lambda: (case := an_applicant()).asks(answered(case, file=OTHER_FILE)),
    ),
    "no suitable work that nobody sealed": (
        "lookup.unattested",
        lambda: (case := a_not_employed()).asks(replace(a_placing(case.application.id), attestation=None)),
    ),
    "no suitable work for another application": (
        "lookup.other_application",
        lambda: (case := a_not_employed()).asks(
            replace(a_placing(new_id(NOW)), application=case.application.id)
        ),
    ),
    "no suitable work under another reference than MAS's": (
        "lookup.other_application",
        lambda: (case := a_not_employed()).asks(replace(a_placing(case.application.id), reference="MAS-1")),
    ),
    "an answer of the day before yesterday": (
        "register.answer_old",
        lambda: (case := an_applicant()).asks(answered(case, at=NOW - timedelta(hours=24, milliseconds=1))),
    ),
    "an identity from an old answer": (
        "register.answer_old",
        lambda: Case().asks(an_identification(at=NOW - timedelta(hours=25))),
    ),
    "a not-found from before the found": ("lookup.newer_recorded", lambda: older_answer(a_found_employed())),
    "a status from before the one recorded": (
        "lookup.newer_recorded",
        lambda: a_person().asks(a_status(Status.NOT_REGISTERED, at=NOW - timedelta(minutes=1))),
    ),
    "a refusal on yesterday's answer": (
        "register.answer_old",
        lambda: refusing(a_found_employed().later(hours=25)),
    ),
    "a draft decision on yesterday's answer": (
        "register.answer_old",
        lambda: (
            (case := a_not_employed())
            .does(a_placing(case.application.id, "MAS-1"))
            .later(hours=25)
            .asks(acts.SendToBackOffice(case.application.id, "05"))
        ),
    ),
    "a draft decision without any answer": (
        "register.employment_open",
        lambda: without_answer(an_at_back_office()),
    ),
    # opening
    "an application of somebody unknown": ("person.not_identified", lambda: opening(Case())),
    "a second application of the same kind": (
        "application.already_open",
        lambda: opening(an_applicant(), serial=124),
    ),
    "the same application again": (
        "application.already_open",
        lambda: opening(case := a_refused(), application=case.application.id),
    ),
    "unemployed before jobseeker": (
        "application.not_jobseeker",
        lambda: opening(a_person(Status.NOT_REGISTERED)),
    ),
    "unemployed twice": ("application.kind_not_now", lambda: opening(a_person(Status.UNEMPLOYED))),
    "an application at a centre where the agent is not": (
        "application.other_centre",
        lambda: opening(a_person(), centre="B04"),
    ),
    "a representative without a paper": (
        "representative.proof_missing",
        lambda: opening(a_person(), form=FormOfApplication.REPRESENTATIVE),
    ),
    "an act on an application of another file": (
        "application.unknown",
        lambda: a_person().asks(acts.Withdraw(new_id(NOW))),
    ),
    "a notice on an application of another file": (
        "application.unknown",
        lambda: a_person().asks(a_notice(new_id(NOW))),
    ),
    "work offered before the register answered": (
        "act.not_now",
        lambda: (case := an_applicant()).asks(an_offer(case.application.id)),
    ),
    "a legal entity without a name": (
        "applicant.name_missing",
        lambda: Case().asks(acts.IdentifyPerson(an_entity(surname=" "), Source.PAPERS)),
    ),
    "a legal entity for which nobody speaks": (
        "applicant.speaker_missing",
        lambda: opening(an_entity_file(), representative=None),
    ),
    "a legal entity that would be offered work": (
        "applicant.not_a_person",
        lambda: (case := an_entity_file().does(an_opening(representative=a_head()))).asks(
            an_offer(found_nothing(case).application.id)
        ),
    ),
    "a person for whom a head of an entity speaks": (
        "representative.basis_not_for_person",
        lambda: opening(a_person(), form=FormOfApplication.REPRESENTATIVE, representative=a_head()),
    ),
    "a name of the register corrected by hand": (
        "name.from_register_only",
        lambda: a_person().asks(by_papers(corrects=True)),
    ),
    "an application by telephone over the counter": (
        "application.other_channel",
        lambda: opening(a_person(), form=FormOfApplication.CALL_CENTRE),
    ),
    "a self-service application that an agent records": (
        "application.self_service_from_mas",
        lambda: opening(a_person(), form=FormOfApplication.SELF_SERVICE, channel=Channel.ELECTRONIC),
    ),
    "a call without its reference": ("call.reference_missing", lambda: opening(a_person(), **by_call(" "))),
    "a caller who named only one thing": (
        "call.caller_not_checked",
        lambda: opening(a_person(), **by_call("C-1", CallerAnswer.PHONE, CallerAnswer.PHONE)),
    ),
    "an explanation in one word": (
        "explanation.too_short",
        lambda: (case := an_applicant()).asks(
            acts.GiveExplanation(case.application.id, "registration", "Bəli")
        ),
    ),
    "a form of a child": (
        "age.under_15",
        lambda: (case := a_child()).asks(acts.SubmitForm(case.application.id)),
    ),
    # suitable work
    "an answer to an offer that was not made": (
        "offer.unknown",
        lambda: (case := offered()).asks(acts.AcceptOffer(case.application.id, new_id(NOW))),
    ),
    "a decline without the person's words": (
        "offer.reason_missing",
        lambda: (case := offered()).asks(acts.DeclineOffer(*last_offer(case), "  ")),  # type: ignore[arg-type]
    ),
    "a judgement without words": (
        "offer.judgement_missing",
        lambda: (case := declined()).asks(acts.JudgeDecline(*last_offer(case), False, "yox")),  # type: ignore[arg-type]
    ),
    # back office
    "a draft to an office that is not in the passport": (
        "back_office.not_in_passport",
        lambda: (
            (case := a_not_employed())
            .does(a_placing(case.application.id, "MI-1"))
            .asks(acts.SendToBackOffice(case.application.id, "07"))
        ),
    ),
    "a return without a reason": (
        "back_office.reason_missing",
        lambda: (case := an_at_back_office()).asks(
            acts.ReturnDecision(case.application.id, " "), role=Role.BACK_OFFICE
        ),
    ),
    "who prepared the decision does not confirm it": (
        "back_office.own_decision",
        lambda: (case := an_at_back_office()).asks(
            acts.ConfirmDecision(case.application.id), role=Role.BACK_OFFICE, agent=AGENT
        ),
    ),
    "a decision about who is no jobseeker any more": (
        "application.not_jobseeker",
        lambda: (
            (case := an_at_back_office().later(hours=1))
            .does(a_status(Status.CANCELLED, at=case.now))
            .asks(acts.ConfirmDecision(case.application.id), role=Role.BACK_OFFICE)
        ),
    ),
    # refusal
    "a refusal on a ground there is not": ("notice.ground_missing", lambda: other_ground("bad_weather")),
    "a refusal on a repealed ground": ("ground.not_in_force", lambda: other_ground("repealed")),
    "a refusal on a ground that comes tomorrow": ("ground.not_in_force", lambda: other_ground("coming")),
    "a jobseeker refused as employed": (
        "ground.not_for_kind",
        lambda: refusing(an_applicant(ApplicationKind.JOBSEEKER, Status.NOT_REGISTERED)),
    ),
    "another sub-article than the ground's": (
        "ground.not_as_catalogued",
        lambda: refusing(ground="employed.4_1_2"),
    ),
    "another passport ground than the ground's": (
        "ground.not_as_catalogued",
        lambda: refusing(passport_ground=PassportGround.INCOMPLETE_DOCUMENTS),
    ),
    "a refusal that only names an article": (
        "notice.reason_too_short",
        lambda: refusing(reasoning="Maddə 4.1.1" + " " * 20),
    ),
    "a refusal without the register's answer": ("notice.fact_missing", lambda: refusing(an_applicant())),
    "a refusal as employed though nothing was found": (
        "notice.fact_missing",
        lambda: refusing(a_not_employed()),
    ),
    "a refusal on another answer": ("notice.fact_missing", lambda: refusing(lookup_no="L-2026-000018")),
    "a refusal on a sub-article the register did not name": (
        "ground.not_the_case",
        lambda: refusing(article="4.1.2"),
    ),
    "a grown-up refused as a child": ("ground.not_the_case", lambda: other_ground("age.under_15")),
    "a decline refused before the right was explained": (
        "decline.right_not_explained",
        lambda: other_ground("decline.unjustified", a_not_employed()),
    ),
    # notices
    "the same notice twice": (
        "notice.exists",
        lambda: on_notice(lambda case: a_notice(case.application.id, notice=the_notice(case), serial=78)),
    ),
    "the same number twice": ("notice.exists", lambda: on_notice(lambda case: a_notice(case.application.id))),
    "a notice of another file printed": (
        "notice.unknown",
        lambda: a_person().asks(acts.PrintNotice(new_id(NOW), 1, "")),
    ),
    "a notice served twice": (
        "notice.already_served",
        lambda: on_notice(lambda case: a_serving(the_notice(case))),
    ),
    "a notice served to a representative who is not named": (
        "representative.proof_missing",
        lambda: on_notice(
            lambda case: a_serving(the_notice(case), recipient=Recipient.REPRESENTATIVE), unserved()
        ),
    ),
    "a notice superseded by itself": (
        "notice.unknown",
        lambda: on_notice(lambda case: acts.SupersedeNotice(the_notice(case), the_notice(case), "x")),
    ),
    "a notice superseded by none": (
        "notice.unknown",
        lambda: on_notice(lambda case: acts.SupersedeNotice(the_notice(case), new_id(NOW), "x")),
    ),
    "a notice superseded twice": (
        "notice.already_superseded",
        lambda: twice(lambda case: acts.SupersedeNotice(the_notice(case), newer(case), "Yeni məlumat")),
    ),
    "a notice recalled twice": (
        "notice.already_recalled",
        lambda: twice(lambda case: acts.RecallNotice(the_notice(case), "Səhv şəxs")),
    ),
    "a notice recalled without a reason": (
        "notice.recall_reason_missing",
        lambda: on_notice(lambda case: acts.RecallNotice(the_notice(case), "")),
    ),
    # the file itself
    "a file linked to itself": ("file.same", lambda: a_person().asks(acts.LinkFiles(FILE, "Eyni şəxs"))),
    "an event that belongs where it is": (
        "file.same",
        lambda: a_person().asks(acts.RecordInWrongFile(new_id(NOW), FILE, "Səhv")),
    ),
    "an entry of another file that is this one": (
        "file.same",
        lambda: a_person().asks(acts.RecordInOtherFile(new_id(NOW), FILE, "Səhv")),
    ),
    "a misfiled application that is not there": (
        "application.unknown",
        lambda: a_person().asks(acts.RecordInWrongFile(new_id(NOW), OTHER_FILE, "Səhv", new_id(NOW))),
    ),
    "an application misfiled twice": (
        "application.in_wrong_file",
        lambda: (case := misfiled()).asks(misfiling(case)),
    ),
    "a misfiled application that the person withdraws": (
        "application.in_wrong_file",
        lambda: (case := misfiled()).asks(acts.Withdraw(case.file.applications[0].id)),
    ),
    "files linked without a reason": (
        "file.reason_missing",
        lambda: a_person().asks(acts.LinkFiles(OTHER_FILE, "")),
    ),
    "something handed up without a word": (
        "hand_up.words_missing",
        lambda: a_person().asks(acts.HandUp(FILE, " ")),
    ),
    "a click set aside that would have recorded nothing": (
        "disagreement.nothing",
        lambda: a_person().asks(acts.SettleDisagreement(FILE, NOW, (), "application.closed")),
    ),
    "an application opened again without a reason": (
        "application.reason_missing",
        lambda: (case := a_refused()).asks(acts.Reopen(case.application.id, ""), role=Role.HEAD),
    ),
    "an application opened again beside another of its kind": (
        "application.already_open",
        lambda: (case := withdrawn_and_applied_again()).asks(
            acts.Reopen(case.file.applications[0].id, "Səhvən geri götürülüb"), role=Role.HEAD
        ),
    ),
    "an agent opens nothing again": (
        "act.not_your_role",
        lambda: (case := a_refused()).asks(acts.Reopen(case.application.id, "Səhv")),
    ),
    "a review closed without a finding": (
        "review.finding_missing",
        lambda: a_person().asks(acts.CloseReview("\n")),
    ),
    "data erased without a rule": (
        "erasure.basis_missing",
        lambda: a_person().asks(acts.EraseData((new_id(NOW),), ""), role=Role.ADMINISTRATOR),
    ),
}


def misfiling(case: Case) -> acts.RecordInWrongFile:
    """The case's application belongs to another person's file."""
    return acts.RecordInWrongFile(new_id(NOW), OTHER_FILE, "Nömrə səhv yığılıb", case.application.id)


def misfiled() -> Case:
    case = an_applicant()
    return case.does(misfiling(case))


def an_entity(**changes: object) -> evidence.Identity:
    """Xəzər MMC by its tax number."""
    whole = evidence.Identity(NumberKind.VOEN, "1300123451", "Xəzər MMC", "", "", None)
    return replace(whole, **changes)  # type: ignore[arg-type]


def an_entity_file() -> Case:
    return Case().does(acts.IdentifyPerson(an_entity(), Source.PAPERS))


def a_head() -> evidence.Representative:
    return evidence.Representative("Quliyev Elnur Rauf oğlu", Basis.HEAD, "", None, "7ZK9Q2W")


def by_call(reference: str, *named: CallerAnswer) -> dict[str, object]:
    call = evidence.CallerCheck(reference, named)
    return {"form": FormOfApplication.CALL_CENTRE, "channel": Channel.CALL_CENTRE, "call": call}


def found_nothing(case: Case) -> Case:
    return case.does(answered(case))


def a_child(born: date = date(2011, 11, 25), **case: datetime) -> Case:
    """Born on 25 November 2011: fifteen on the day after NOW."""
    kid = a_person(Status.NOT_REGISTERED, an_identity(birth_date=born), **case)
    return kid.does(an_opening(ApplicationKind.JOBSEEKER))


def unserved() -> Case:
    case = a_found_employed()
    return case.does(a_refusal(case.application.id), a_notice(case.application.id))


def withdrawn_and_applied_again() -> Case:
    case = an_applicant()
    return case.does(acts.Withdraw(case.application.id)).does(an_opening(serial=124))


def offered_again() -> Case:
    case = declined()
    return case.does(acts.JudgeDecline(*last_offer(case), True, REASONING))  # type: ignore[arg-type]


def a_status_of(case: Case) -> Status:
    return case.file.registration.status


def without_answer(case: Case) -> Asked:
    returned = replace(case.application, state=ApplicationState.RETURNED, answers=())
    case.file = replace(case.file, applications=(returned,))
    return case.asks(acts.SendToBackOffice(case.application.id, "05"))


@pytest.mark.parametrize(("reason", "asked"), NOES.values(), ids=NOES.keys())
def test_it_is_refused(reason: str, asked: Callable[[], Asked]) -> None:
    refused = asked()
    assert refused is not None
    assert refused.reason == reason


def test_every_reason_of_decide_is_shown_here() -> None:
    source = "".join(
        Path(module.__file__).read_text(encoding="utf-8")
        for module in (decide, refusals, identifying, opening_rules)
    )
    reasons = set(re.findall(r'"([a-z_]+\.[a-z_0-9]+)"', source)) - {"decline.unjustified"}
    assert reasons == {reason for reason, _ in NOES.values()}


@pytest.mark.parametrize("article", ARTICLES)
def test_each_sub_article_refuses_by_its_own_entry(article: str) -> None:
    case = a_found_employed(article)
    case.does(a_refusal(case.application.id, article))
    assert case.application.state is ApplicationState.REFUSED
    assert case.application.refusal is not None
    assert (case.application.refusal.article, case.file.registration.status) == (article, Status.JOBSEEKER)


def test_one_of_several_entries_is_enough_and_a_variant_names_its_own_ground() -> None:
    several = a_found_employed("4.1.1", "4.1.6")
    assert refusing(several, "4.1.6") is None
    land = a_found_employed("4.1.3", variant="land_share")
    assert refusing(land, "4.1.3", ground="employed.4_1_3.land_share") is None
    assert refusing(land, "4.1.3") == Refused("ground.not_the_case", "SEED 23.6")


def test_a_ground_holds_from_its_first_to_its_last_day() -> None:
    for ground in ("repealed", "coming"):
        rule = LAW.grounds[ground]
        last, first = rule.in_force_until, rule.in_force_from
        assert (last and rule.is_in_force(last)) or rule.is_in_force(first)
        assert not rule.is_in_force(date(2026, 11, 24))


def test_an_answer_counts_for_24_hours_to_the_millisecond() -> None:
    case = an_applicant()
    assert case.asks(answered(case, at=NOW - timedelta(hours=24))) is None
    refused = case.asks(answered(case, at=NOW - timedelta(hours=26, minutes=59)))
    assert refused is not None
    assert refused.facts == {"hours": 26}


def test_papers_count_when_meis_has_no_record_or_contradicts_itself() -> None:
    for answer in ({"found": False}, {"found": True, "surname": "Quliyeva"}):
        attestation = an_attestation(PERSON, answer)
        assert Case().asks(by_papers(unreachable_at=None, attestation=attestation)) is None
    other = an_attestation(PERSON, {"found": False}, file=OTHER_FILE)
    refused = Case().asks(by_papers(unreachable_at=None, attestation=other))
    assert refused is not None
    assert refused.reason == "lookup.other_person"


def test_at_15_one_may_register_from_midnight_in_baku_on() -> None:
    eve = datetime(2026, 11, 24, 19, 59, 59, tzinfo=UTC)  # 23:59:59 in Baku, the day before the birthday
    kid = a_child(now=NOW)
    form = acts.SubmitForm(kid.application.id)
    kid.now = eve
    refused = kid.asks(form)
    assert refused is not None
    assert refused.facts == {"date": date(2026, 11, 25)}
    kid.now = eve + timedelta(seconds=1)
    assert kid.asks(form) is None


def test_a_child_gets_a_written_answer_also_if_it_comes_of_age_meanwhile() -> None:
    kid = a_child()
    assert other_ground("age.under_15", kid) is None
    assert other_ground("age.under_15", kid.later(days=2)) is None


def test_a_second_application_is_refused_with_the_number_of_the_first() -> None:
    refused = opening(an_applicant(), serial=124)
    assert refused is not None
    assert refused.facts == {"application_no": "05-04-05-00/B03/2026/000123"}
    assert opening(a_refused(), serial=124) is None, "a closed one is no obstacle: the person may apply again"


def test_a_notice_without_its_refusal_is_recorded_and_marks_the_file() -> None:
    case = an_applicant()
    notice = a_notice(case.application.id)
    case.does(notice)
    assert [each.number for each in case.file.notices] == [notice.number]
    assert case.file.review == (f"notice_without_refusal:{notice.notice}",)
    assert not a_refused().file.review
    case.does(acts.CloseReview("Əvəz edən cavab hazırlandı"), role=Role.HEAD)
    assert not case.file.review


def test_acts_of_one_click_stand_or_fall_together() -> None:
    case = an_applicant()
    before = case.file
    refused = case.asks(
        answered(case, answer=an_employment_answer("4.1.1")), a_refusal(case.application.id, "4.1.2")
    )
    assert refused == Refused("ground.not_the_case", "SEED 23.6")
    assert case.file == before


def test_the_whole_way_without_suitable_work_ends_as_unemployed() -> None:
    case = an_at_back_office()
    case.does(acts.ReturnDecision(case.application.id, "Sübut əlavə edin"), role=Role.BACK_OFFICE)
    assert case.application.returned_for
    case.does(acts.SendToBackOffice(case.application.id, "05"))
    case.does(acts.ConfirmDecision(case.application.id), role=Role.BACK_OFFICE, agent=OFFICER)
    assert (case.application.state, case.file.registration.status) == (
        ApplicationState.DONE,
        Status.UNEMPLOYED,
    )
    assert case.file.registration.since == date(2026, 11, 24)


def test_one_unjustified_decline_is_refused_after_the_right_was_explained() -> None:
    case = declined()
    case.does(acts.JudgeDecline(*last_offer(case), False, REASONING))  # type: ignore[arg-type]
    assert case.application.state is ApplicationState.DECLINED_UNJUSTIFIED
    case.does(acts.ExplainRight(case.application.id))
    assert other_ground("decline.unjustified", case) is None


def test_a_justified_decline_leads_to_another_offer() -> None:
    case = offered_again()
    case.does(an_offer(case.application.id, vacancy="V-2026-1190"))
    assert [each.justified for each in case.application.offers] == [True, None]


def test_silence_counts_from_the_day_after_the_employers_fifth_working_day() -> None:
    case = referred()  # presented on Tuesday 24 November: the term ends on Tuesday 1 December
    silent = acts.RecordEmployerAnswer(case.application.id, EmployerAnswer.SILENT)
    case.now = datetime(2026, 12, 1, 19, 59, tzinfo=UTC)
    refused = case.asks(silent)
    assert refused is not None
    assert refused.facts == {"date": date(2026, 12, 1)}
    case.now = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
    case.does(silent)
    assert case.application.state is ApplicationState.OFFERING_WORK


def test_removal_resumption_and_cancellation_are_the_persons_and_mas_takes_them() -> None:
    case = an_applicant(ApplicationKind.REMOVAL, Status.UNEMPLOYED)
    case.does(acts.SubmitForm(case.application.id, "removal.service", date(2026, 12, 1), date(2027, 6, 1)))
    assert case.file.registration.status is Status.UNEMPLOYED, "only MAS changes the registration"
    case.does(acts.AcceptByMas(case.application.id, "R-1", NOW), role=Role.CENTRAL_SYSTEM)
    registration = case.file.registration
    assert (registration.status, registration.ends_on) == (Status.TEMPORARILY_REMOVED, date(2027, 6, 1))
    assert (registration.before_removal, registration.ground) == (Status.UNEMPLOYED, "removal.service")

    case.does(an_opening(ApplicationKind.RESUMPTION, serial=124))
    case.does(acts.SubmitForm(case.application.id))
    case.does(acts.NotAcceptByMas(case.application.id, "Tarix səhvdir"), role=Role.CENTRAL_SYSTEM)
    case.does(acts.SubmitForm(case.application.id))
    case.does(acts.AcceptByMas(case.application.id, "R-1", NOW), role=Role.CENTRAL_SYSTEM)
    assert a_status_of(case) is Status.UNEMPLOYED, "resumption returns to the stored status"

    case.does(an_opening(ApplicationKind.CANCELLATION, serial=125))
    case.does(acts.SubmitForm(case.application.id, "cancel.own_request"))
    case.does(acts.AcceptByMas(case.application.id, "R-1", NOW), role=Role.CENTRAL_SYSTEM)
    assert a_status_of(case) is Status.CANCELLED


def test_with_an_unknown_status_the_person_is_recorded_and_the_decision_waits_for_mas() -> None:
    case = an_applicant(status=Status.UNKNOWN)
    case.does(answered(case)).does(a_placing(case.application.id, "MAS-1"))
    refused = case.asks(acts.SendToBackOffice(case.application.id, "05"))
    assert refused is not None
    assert refused.reason == "application.not_jobseeker"
    case.later(minutes=1).does(a_status(at=case.now)).does(acts.SendToBackOffice(case.application.id, "05"))


def test_the_window_says_beforehand_what_decide_will_say() -> None:
    kid = a_child()
    offered_now = decide.possible(kid.file, kid.application.id, Role.AGENT, LAW, NOW)
    refused = offered_now[Move.SUBMIT_FORM]
    assert refused is not None
    assert refused.reason == "age.under_15"
    assert offered_now[Move.WITHDRAW] is None


def test_deciding_changes_nothing_and_repeats() -> None:
    case = a_found_employed()
    command = a_command(a_refusal(case.application.id))
    before = repr(case.file)
    answers = [decide.decide(case.file, command, LAW, NOW) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2] == command.acts
    assert repr(case.file) == before


def test_a_representative_applies_and_receives_by_paper() -> None:
    case = a_person()
    case.does(an_opening(form=FormOfApplication.REPRESENTATIVE, representative=a_representative()))
    assert case.application.representative == a_representative()
