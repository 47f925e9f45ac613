"""Ends of a registration, bars, and suitable work: every no with its reason, and the whole tables behind them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain import acts, ending, own_cases, suitable_work
from dost_desktop.domain.dates import legal_date, months_later
from dost_desktop.domain.evidence import PastJob, SuitabilityTest, WorkProfile
from dost_desktop.domain.ids import NumberKind, file_id, new_id
from dost_desktop.domain.own_cases import own_case
from dost_desktop.domain.person_file import Bar
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.suitable_work import Result, Test, WorkAsks, compare, counted_declines
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    Education,
    EmployerAnswer,
    FormOfApplication,
    Role,
    Status,
)
from tests.domain.builders import (
    FILE,
    LAW,
    NOW,
    OTHER_FILE,
    REASONING,
    SECRET,
    Case,
    a_form,
    a_law,
    a_not_employed,
    a_person,
    a_placing,
    a_refused,
    a_representative,
    a_status,
    an_applicant,
    an_at_back_office,
    an_ending,
    an_offer,
    an_opening,
)

Asked = Refused | None
TODAY = legal_date(NOW)
K, S = ApplicationKind, Status


def removal(ground: str, status: Status = Status.UNEMPLOYED, **changes: object) -> Asked:
    case = an_applicant(K.REMOVAL, status)
    return case.asks(a_form(case.application.id, K.REMOVAL, ground=ground, **changes))


def by_office(
    ground: str, *, on: bool = True, status: Status = Status.UNEMPLOYED, **changes: object
) -> Asked:
    target = S.CANCELLED if ground.startswith("cancel") else S.TEMPORARILY_REMOVED
    act = acts.EndByOffice(target, ground, TODAY, None, "Hərbi komissarlığın məktubu")
    case = a_person(status, law=a_law(own_initiative=on))
    return case.asks(replace(act, **changes), role=Role.HEAD)  # type: ignore[arg-type]


def barred_jobseeker() -> Case:
    until = TODAY + timedelta(days=9)
    case = a_person(S.CANCELLED)
    case.later(minutes=1).does(a_status(S.CANCELLED, at=case.now, bars=[f"cancel.false_data:{until}"]))
    return case.does(an_opening(K.JOBSEEKER, at=case.now))


def removed(ground: str, ends_on: date | None) -> Case:
    case = a_person(S.TEMPORARILY_REMOVED)
    told = {
        "ground": ground,
        "ends_on": ends_on.isoformat() if ends_on else "",
        "before_removal": "unemployed",
    }
    case.later(minutes=1).does(a_status(S.TEMPORARILY_REMOVED, at=case.now, **told))
    return case.does(an_opening(K.RESUMPTION, at=case.now))


def offered() -> Case:
    case = a_not_employed()
    return case.does(an_offer(case.application.id))


def declined_justly() -> Case:
    case = offered()
    id_, offer = case.application.id, case.application.offers[-1].id
    return case.does(acts.DeclineOffer(id_, offer, "Uzaqdır")).does(
        acts.JudgeDecline(id_, offer, True, REASONING)
    )


def referred() -> Case:
    case = offered()
    id_, offer = case.application.id, case.application.offers[-1].id
    return case.does(acts.AcceptOffer(id_, offer)).does(acts.IssueReferral(id_, offer, "G-1", TODAY))


def referring(day: date, **changes: object) -> Asked:
    case = offered()
    id_, offer = case.application.id, case.application.offers[-1].id
    case.does(acts.AcceptOffer(id_, offer))
    return case.asks(replace(acts.IssueReferral(id_, offer, "G-1", day), **changes))  # type: ignore[arg-type]


def offering(*results: str) -> Asked:
    case = a_not_employed()
    tests = tuple(SuitabilityTest(test, result) for test, result in zip(Test, results, strict=False))
    return case.asks(an_offer(case.application.id, tests=tests))


FITS = Result.FITS.value
YEAR = "removal.declined_unemployed"
NOES: dict[str, tuple[str, Callable[[], Asked]]] = {
    "a removal on no ground": ("ending.ground_missing", lambda: removal("")),
    "a removal on a ground of cancellation": ("ending.ground_missing", lambda: removal("cancel.own_request")),
    "a removal on a ground that only the office uses": (
        "ending.ground_missing",
        lambda: removal("removal.office"),
    ),
    "a removal on a ground repealed before the application": (
        "ground.not_in_force",
        lambda: removal("removal.repealed"),
    ),
    "a jobseeker removed on a ground for the unemployed": (
        "ground.not_for_status",
        lambda: removal(YEAR, Status.JOBSEEKER),
    ),
    "a call-up without its paper": (
        "ending.evidence_missing",
        lambda: removal("removal.call_up", evidence=" "),
    ),
    "a removal without its first day": (
        "ending.start_missing",
        lambda: removal("removal.service", starts_on=None),
    ),
    "a removal that ends before it starts": (
        "date.ends_before_start",
        lambda: removal("removal.service", starts_on=date(2026, 12, 2), ends_on=date(2026, 12, 1)),
    ),
    "a removal of another length than the law's": (
        "ending.other_term",
        lambda: removal(YEAR, starts_on=TODAY, ends_on=TODAY + timedelta(days=30)),
    ),
    "a removal without an end where the law sets one": (
        "ending.other_term",
        lambda: removal(YEAR, starts_on=TODAY, ends_on=None),
    ),
    "a removal whose term is over": (
        "ending.term_is_over",
        lambda: removal("removal.service", starts_on=TODAY - timedelta(days=9), ends_on=TODAY),
    ),
    "a resumption while the law's term runs": (
        "resumption.term_runs",
        lambda: (case := removed(YEAR, TODAY + timedelta(days=1))).asks(
            a_form(case.application.id, K.RESUMPTION)
        ),
    ),
    "a form before the bar ends": (
        "application.barred",
        lambda: (case := barred_jobseeker()).asks(a_form(case.application.id, K.JOBSEEKER)),
    ),
    "the office ends nothing by itself while the owner has not enabled it": (
        "ending.own_initiative_off",
        lambda: by_office("removal.service", on=False),
    ),
    "the office removes on a repealed ground": ("ground.not_in_force", lambda: by_office("removal.repealed")),
    "the office ends what only the person can wish to end": (
        "ending.ground_missing",
        lambda: by_office("cancel.own_request"),
    ),
    "the office removes for longer than the law says": (
        "ending.other_term",
        lambda: by_office(YEAR, ends_on=date(2036, 1, 1)),
    ),
    "the office removes without the end that the law sets": ("ending.other_term", lambda: by_office(YEAR)),
    "the office removes for a term that is over": (
        "ending.term_is_over",
        lambda: by_office("removal.service", starts_on=TODAY - timedelta(days=9), ends_on=TODAY),
    ),
    "the office removes who is not registered": (
        "act.not_now",
        lambda: by_office("removal.service", status=Status.NOT_REGISTERED),
    ),
    "the office removes without a paper": (
        "ending.evidence_missing",
        lambda: by_office("removal.service", evidence=""),
    ),
    "the office removes backwards in time": (
        "date.ends_before_start",
        lambda: by_office("removal.service", ends_on=TODAY - timedelta(days=1)),
    ),
    "the same offer twice": (
        "offer.exists",
        lambda: (case := declined_justly()).asks(
            an_offer(case.application.id, offer=case.application.offers[0].id, vacancy="V-2")
        ),
    ),
    "a vacancy that was offered before": (
        "offer.already_made",
        lambda: (case := declined_justly()).asks(an_offer(case.application.id)),
    ),
    "no suitable work although nobody searched today": (
        "work.not_searched",
        lambda: (case := a_not_employed()).asks(a_placing(case.application.id, searched=timedelta(days=-1))),
    ),
    "an offer with a question open": ("offer.question_open", lambda: offering(FITS, FITS, FITS, FITS)),
    "an offer of work that does not fit": (
        "offer.not_suitable",
        lambda: offering(FITS, FITS, FITS, "does_not_fit", FITS),
    ),
    "an offer with a guess": ("offer.not_suitable", lambda: offering(FITS, "ask", FITS, FITS, FITS)),
    "a referral of a day before the work was accepted": (
        "referral.other_day",
        lambda: referring(TODAY - timedelta(days=1)),
    ),
    "a referral of a year typed wrong": ("referral.other_day", lambda: referring(date(9999, 12, 31))),
    "a referral for another offer": ("offer.unknown", lambda: referring(TODAY, offer=new_id(NOW))),
    "silence while the employer's term runs": (
        "referral.term_runs",
        lambda: (case := referred()).asks(
            acts.RecordEmployerAnswer(case.application.id, EmployerAnswer.SILENT)
        ),
    ),
    "an agent in their own file": ("act.own_case", lambda: own_case(a_person().file, (), FILE, SECRET)),
    "an agent who records the contact of whom they speak for": (
        "act.own_representation",
        lambda: own_case(
            a_person()
            .does(an_opening(form=FormOfApplication.REPRESENTATIVE, representative=a_representative()))
            .file,
            (acts.RecordContact("+994501234567"),),
            file_id(SECRET, NumberKind.PIN, a_representative().identity_number),
            SECRET,
        ),
    ),
    "an agent who speaks for the applicant": (
        "act.own_representation",
        lambda: own_case(
            a_person().file,
            (an_opening(form=FormOfApplication.REPRESENTATIVE, representative=a_representative()),),
            file_id(SECRET, NumberKind.PIN, a_representative().identity_number),
            SECRET,
        ),
    ),
}


@pytest.mark.parametrize(("reason", "ask"), NOES.values(), ids=NOES.keys())
def test_it_is_refused(reason: str, ask: Callable[[], Asked]) -> None:
    refused = ask()
    assert refused is not None
    assert refused.reason == reason


def test_every_reason_of_these_rules_is_shown_here() -> None:
    source = "".join(
        Path(module.__file__).read_text(encoding="utf-8") for module in (ending, suitable_work, own_cases)
    )
    reasons = set(re.findall(r'Refused\(\s*"([a-z_]+\.[a-z_0-9]+)"', source))
    assert reasons == {reason for reason, _ in NOES.values()}


# --- the ends of a registration ---------------------------------------------------------------------------


def test_a_term_of_the_law_ends_on_the_same_day_of_its_last_month() -> None:
    assert removal(YEAR, starts_on=TODAY, ends_on=date(2027, 11, 24)) is None
    assert months_later(date(2027, 11, 30), 3) == date(2028, 2, 29)


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(0, 60))
def test_so_many_months_later_is_never_another_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_a_removal_while_its_cause_lasts_needs_no_end() -> None:
    assert removal("removal.service", ends_on=None) is None


def test_a_term_that_ends_on_a_day_off_is_taken_up_on_the_next_working_day() -> None:
    saturday = date(2026, 11, 28)
    assert ending.takes_up_on(saturday, LAW.calendar) == date(2026, 11, 30)
    after_new_year = date(2027, 1, 5)  # 2 January is a Saturday: Monday is off
    assert ending.takes_up_on(date(2026, 12, 31), LAW.calendar) == after_new_year
    assert ending.takes_up_on(TODAY, LAW.calendar) == TODAY


def test_a_year_typed_wrong_or_that_means_for_ever_stops_nothing() -> None:
    assert ending.takes_up_on(date.max, LAW.calendar) == date.max
    far = removal(YEAR, starts_on=date(9999, 6, 1), ends_on=date(9999, 12, 30))
    assert far is not None
    assert (far.reason, far.facts["date"]) == ("ending.other_term", date.max)
    assert removal("removal.service", ends_on=date.max) is None


@pytest.mark.parametrize(
    ("ground", "ends_on"),
    [(YEAR, TODAY), (YEAR, None), ("removal.service", TODAY + timedelta(days=90)), ("", None)],
)
def test_a_resumption_can_be_asked_for_once_the_term_or_its_cause_is_over(
    ground: str, ends_on: date | None
) -> None:
    case = removed(ground, ends_on)
    case.does(a_form(case.application.id, K.RESUMPTION))
    case.does(acts.AcceptByMas(case.application.id, "R-1", case.now), role=Role.CENTRAL_SYSTEM)
    assert case.file.registration.status is S.UNEMPLOYED


def test_the_grounds_that_are_offered_are_exactly_those_that_are_accepted() -> None:
    for kind, status in product((K.REMOVAL, K.CANCELLATION), (S.JOBSEEKER, S.UNEMPLOYED)):
        offered_now = {rule.id for rule in ending.grounds_for(kind, status, LAW, TODAY)}
        for id_, rule in LAW.endings.items():
            case = an_applicant(kind, status)
            ends_on = months_later(TODAY, rule.months) if rule.months else None
            form = acts.SubmitForm(case.application.id, id_, TODAY, ends_on, "Sənəd № 1")
            assert (case.asks(form) is None) == (id_ in offered_now), (kind, status, id_)


def test_other_kinds_have_no_grounds() -> None:
    assert not ending.grounds_for(K.RESUMPTION, S.TEMPORARILY_REMOVED, LAW, TODAY)


# --- bars --------------------------------------------------------------------------------------------------


def test_bars_are_those_of_mas_and_of_the_file_until_their_day() -> None:
    case = an_applicant(K.CANCELLATION, S.UNEMPLOYED, law=a_law(endings={**LAW.endings, "cancel.own": _OWN}))
    case.does(acts.SubmitForm(case.application.id, "cancel.own"))
    case.does(acts.AcceptByMas(case.application.id, "R-1", NOW), role=Role.CENTRAL_SYSTEM)
    until = months_later(TODAY, 1)
    assert ending.bars_of(case.file, case.law, TODAY) == (Bar("cancel.own", until),)
    assert ending.bars_of(case.file, case.law, until - timedelta(days=1))
    assert not ending.bars_of(case.file, case.law, until)


_OWN = an_ending("cancel.own", S.CANCELLED, S.UNEMPLOYED, bar_months=1)


@pytest.mark.parametrize(
    ("ground", "kind", "is_barred"),
    [
        ("cancel.false_data", K.JOBSEEKER, True),
        ("cancel.false_data", K.UNEMPLOYED, False),
        ("referral.left_early", K.JOBSEEKER, False),
        ("referral.left_early", K.UNEMPLOYED, True),
        ("referral.left_early", K.REMOVAL, False),
    ],
)
def test_each_bar_stops_its_own_registration(ground: str, kind: ApplicationKind, is_barred: bool) -> None:
    case = a_person(S.JOBSEEKER).later(minutes=1)
    case.does(a_status(at=case.now, bars=[f"{ground}:2026-12-24"]))
    refused = ending.barred(case.file, kind, LAW, TODAY)
    assert (refused is not None) == is_barred
    if refused is not None:
        assert refused.facts == {"date": date(2026, 12, 24), "ground": ground}


def test_who_left_a_referred_job_early_is_not_sent_to_the_back_office() -> None:
    case = a_not_employed()
    case.later(minutes=1).does(a_status(at=case.now, bars=["referral.left_early:2027-01-01"]))
    case.does(a_placing(case.application.id, "MI-1", case.now))
    refused = case.asks(acts.SendToBackOffice(case.application.id, "05"))
    assert refused is not None
    assert refused.reason == "application.barred"


def test_a_bar_of_mas_outlives_every_change_of_the_registration() -> None:
    """Who left a referred job early registers as a jobseeker, and still not as unemployed (facts 1.18)."""
    bar = Bar("referral.left_early", date(2027, 5, 24))
    case = a_person(S.NOT_REGISTERED).later(minutes=1)
    case.does(a_status(S.NOT_REGISTERED, at=case.now, bars=[f"{bar.ground}:{bar.until}"]))
    case.does(an_opening(K.JOBSEEKER, at=case.now)).does(a_form(case.application.id))
    case.does(acts.AcceptByMas(case.application.id, "R-1", case.now), role=Role.CENTRAL_SYSTEM)
    assert (case.file.registration.status, ending.bars_of(case.file, LAW, TODAY)) == (S.JOBSEEKER, (bar,))

    case.law = a_law(own_initiative=True)
    ended = acts.EndByOffice(S.TEMPORARILY_REMOVED, "removal.service", TODAY, None, "Hərbi komissarlıq")
    case.does(ended, role=Role.HEAD)
    assert ending.bars_of(case.file, LAW, TODAY) == (bar,)
    case.does(an_opening(K.RESUMPTION, at=case.now)).does(a_form(case.application.id, K.RESUMPTION))
    case.does(acts.AcceptByMas(case.application.id, "R-1", case.now), role=Role.CENTRAL_SYSTEM)
    assert ending.barred(case.file, K.UNEMPLOYED, LAW, TODAY) is not None


def test_the_office_may_end_a_registration_once_the_owner_has_enabled_it() -> None:
    assert by_office("removal.service") is None
    assert by_office("cancel.office", status=Status.TEMPORARILY_REMOVED) is None
    assert by_office(YEAR, ends_on=months_later(TODAY, 12)) is None


# --- the form's way, and what is told ----------------------------------------------------------------------


def test_confirming_changes_nothing_but_when_it_was_and_mas_alone_registers() -> None:
    case = an_applicant(K.JOBSEEKER, S.NOT_REGISTERED)
    id_ = case.application.id
    case.does(a_form(id_)).does(acts.ConfirmForm(id_, NOW), role=Role.CENTRAL_SYSTEM)
    assert (case.application.state, case.application.confirmed_at) == (ApplicationState.WAITING_MAS, NOW)
    assert case.file.registration.status is S.NOT_REGISTERED
    case.does(acts.NotAcceptByMas(id_, "Telefon yoxdur"), role=Role.CENTRAL_SYSTEM).does(a_form(id_))
    assert case.application.confirmed_at is None, "a form sent again is confirmed again"
    assert not case.application.returned_for


def test_an_agent_never_confirms_for_the_person() -> None:
    case = an_applicant(K.JOBSEEKER, S.NOT_REGISTERED).does()
    case.does(a_form(case.application.id))
    refused = case.asks(acts.ConfirmForm(case.application.id, NOW))
    assert refused is not None
    assert refused.reason == "act.not_your_role"


def test_every_registration_that_began_stays_in_the_file() -> None:
    case = an_at_back_office()
    case.does(acts.ConfirmDecision(case.application.id), role=Role.BACK_OFFICE)
    assert [each.status for each in case.file.registrations] == [S.JOBSEEKER, S.UNEMPLOYED]


def test_what_mas_knows_of_the_person_is_taken_once_and_never_over_what_was_said_here() -> None:
    told = {"education": "higher", "jobs": [{"position": "mühasib", "months": 24}]}
    case = a_person(S.JOBSEEKER).later(minutes=1)
    case.does(a_status(at=case.now, profile=told))
    assert case.file.profile == WorkProfile(Education.HIGHER, jobs=(PastJob("mühasib", months=24),))
    mine = WorkProfile(Education.GENERAL, specialty="dərzi")
    case.does(acts.RecordWorkProfile(mine)).later(minutes=1).does(a_status(at=case.now, profile=told))
    assert case.file.profile == mine


@pytest.mark.parametrize(
    "told",
    [{"education": "scholar"}, {"jobs": []}, {"education": None, "age": 3}, "higher", {"education": 5}],
)
def test_a_profile_nobody_can_read_contradicts_itself(told: object) -> None:
    case = a_person().later(minutes=1)
    refused = case.asks(a_status(at=case.now, profile=told))
    assert refused is not None
    assert refused.reason == "register.contradicts"


# --- reopening and handing up ------------------------------------------------------------------------------


def test_a_refused_application_goes_on_from_its_beginning_and_its_letter_is_looked_at() -> None:
    case = a_refused()
    notice = case.file.notices[-1].id
    case.does(acts.Reopen(case.application.id, "Məhkəmənin qərarı"), role=Role.HEAD)
    assert case.application.state is ApplicationState.OPEN
    assert case.application.reopened_for
    assert case.application.refusal is None
    assert case.file.review == (f"notice_without_refusal:{notice}",)
    assert case.file.notice(notice) is not None, "nothing is deleted"


def test_what_was_handed_up_stays_until_the_head_has_looked() -> None:
    case = a_person()
    case.does(acts.HandUp(OTHER_FILE, "İki masa eyni şəxsi yazıb"))
    assert case.file.review == (f"handed_up:{OTHER_FILE}",)
    case.does(acts.CloseReview("Baxıldı"), role=Role.HEAD)
    assert not case.file.review


# --- the five tests ----------------------------------------------------------------------------------------

A_COOK = WorkProfile(
    Education.VOCATIONAL, specialty="aşpaz", jobs=(PastJob("aşpaz", months=30),), by_public_transport=True
)
COMPARED = [
    (WorkAsks(), "education", "not_applicable"),
    (WorkAsks(education=Education.GENERAL), "education", "fits"),
    (WorkAsks(education=Education.VOCATIONAL), "education", "fits"),
    (WorkAsks(education=Education.HIGHER), "education", "does_not_fit"),
    (WorkAsks(), "specialty", "not_applicable"),
    (WorkAsks(specialty="Aşpaz"), "specialty", "fits"),
    (WorkAsks(specialty="mühasib"), "specialty", "ask"),
    (WorkAsks(), "experience", "not_applicable"),
    (WorkAsks(experience_years=2), "experience", "fits"),
    (WorkAsks(experience_years=3), "experience", "does_not_fit"),
    (WorkAsks(), "health", "not_applicable"),
    (WorkAsks(health_limits=("ağır qaldırmaq",)), "health", "ask"),
    (WorkAsks(public_transport=True), "transport", "fits"),
    (WorkAsks(public_transport=False), "transport", "does_not_fit"),
    (WorkAsks(), "transport", "ask"),
]


@pytest.mark.parametrize(("work", "test", "result"), COMPARED)
def test_each_test_says_what_is_known_and_asks_what_is_not(work: WorkAsks, test: str, result: str) -> None:
    found = {each.test.value: each.result.value for each in compare(work, A_COOK, {})}
    assert list(found) == [each.value for each in Test]
    assert found[test] == result


@pytest.mark.parametrize(
    ("has", "asks", "result"),
    [
        ("mühasib", "Baş mühasib", "fits"),
        ("isti sexin aşpazı", "aşpaz", "fits"),
        ("-", "mühasib-auditor", "ask"),
        ("a", "aşpaz", "ask"),
        ("satıcı", "kosatıcı", "ask"),
        ("–", "–", "not_applicable"),
    ],
)
def test_a_profession_is_known_by_its_words_and_never_by_a_sign(has: str, asks: str, result: str) -> None:
    found = compare(WorkAsks(specialty=asks), WorkProfile(None, specialty=has), {})[1]
    assert found.result.value == result


def test_placed_again_without_a_new_search_the_draft_says_what_was_compared_before() -> None:
    case = a_not_employed()
    id_ = case.application.id
    case.does(a_placing(id_, "MI-1", case.now, 14)).does(acts.SendToBackOffice(id_, "05"))
    case.does(acts.ReturnDecision(id_, "Yenidən yoxlayın"), role=Role.BACK_OFFICE)
    case.does(a_placing(id_, "MI-1", case.now))
    assert case.application.vacancies_seen == 14


def test_of_whom_nothing_is_known_everything_is_asked() -> None:
    work = WorkAsks(Education.GENERAL, "aşpaz", 1, ("ağır qaldırmaq",), None)
    compared = compare(work, WorkProfile(None), {})
    assert [each.result for each in compared] == [Result.ASK] * 5
    with pytest.raises(ValueError, match="question"):
        suitable_work.recorded(compared, {})
    assert suitable_work.is_suitable(compare(work, WorkProfile(None), dict.fromkeys(Test, True)))


def test_a_limit_that_the_person_has_speaks_against_the_work_by_name() -> None:
    limited = replace(A_COOK, health_limits=("Ağır qaldırmaq ",))
    health = compare(WorkAsks(health_limits=("ağır qaldırmaq", "toz")), limited, {Test.HEALTH: True})[3]
    assert (health.result, health.limits) == (Result.DOES_NOT_FIT, ("ağır qaldırmaq",))


@given(
    st.sampled_from([None, *Education]),
    st.sampled_from([None, *Education]),
    st.integers(0, 10),
    st.integers(0, 120),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, True, False]),
    st.dictionaries(st.sampled_from(list(Test)), st.booleans()),
)
def test_only_what_no_test_speaks_against_can_be_offered(
    asks: Education | None,
    has: Education | None,
    years: int,
    months: int,
    reaches: bool | None,
    depends: bool | None,
    answers: dict[Test, bool],
) -> None:
    work = WorkAsks(asks, "", years, (), reaches)
    person = WorkProfile(has, jobs=(PastJob("aşpaz", months=months),), by_public_transport=depends)
    compared = compare(work, person, answers)
    assert suitable_work.is_suitable(compared) == (suitable_work.fitting(compared) == 5)
    if suitable_work.is_suitable(compared):
        case = a_not_employed()
        tests = suitable_work.recorded(compared, {})
        assert case.asks(an_offer(case.application.id, offer=new_id(NOW), tests=tests)) is None
    for each in compared:  # an answer settles a question and never a fact
        plain = next(one for one in compare(work, person, {}) if one.test is each.test)
        assert each.result is plain.result or plain.result is Result.ASK


def test_only_unjustified_declines_are_counted_over_all_applications() -> None:
    case = declined_justly()
    assert not counted_declines(case.file)
    case.does(an_offer(case.application.id, vacancy="V-2"))
    id_, offer = case.application.id, case.application.offers[-1].id
    case.does(acts.DeclineOffer(id_, offer, "İstəmir"), acts.JudgeDecline(id_, offer, False, REASONING))
    assert [each.vacancy for each in counted_declines(case.file)] == ["V-2"]


def test_a_decision_rests_on_the_last_employers_no_or_silence_or_on_none() -> None:
    case = referred()
    assert suitable_work.why_none(case.application) is None
    case.does(acts.RecordEmployerAnswer(case.application.id, EmployerAnswer.NOT_HIRED))
    assert suitable_work.why_none(case.application) is EmployerAnswer.NOT_HIRED
    assert case.application.offers[-1].said_at == case.now
