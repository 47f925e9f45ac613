"""Vacancies beside a person, the offer with its five tests, and everything that follows from an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.catalogue.letters import compose_refusal
from dost_desktop.contract.suitable_work import Vacancy
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.suitable_work import Test
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer
from dost_desktop.ports import Unanswered
from dost_desktop.services.compare_vacancies import asks_of, compared, question_of
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.suitable_work import Wish
from tests.fakes.work_at_desk import ACCOUNTANT, CASHIER, HELPER, STOREMAN, a_vacancy
from tests.ui.work.at_work import AtWork

A = ApplicationState
STANDS = question_of(Test.HEALTH, CASHIER)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AtWork]:
    work = AtWork(tmp_path)
    yield work
    work.desk.close()


def test_the_best_stand_first_and_the_impossible_stay_in_sight() -> None:
    rows = compared([STOREMAN, CASHIER, HELPER], ACCOUNTANT, {})
    assert [(each.vacancy, each.fits, each.is_suitable, each.is_possible) for each in rows] == [
        (HELPER, 5, True, True),
        (CASHIER, 4, False, True),
        (STOREMAN, 3, False, False),
    ]
    assert [each.questions for each in rows] == [(), (Test.HEALTH,), ()]


def test_an_answer_counts_for_every_vacancy_that_asks_the_same_and_for_no_other() -> None:
    twin = CASHIER.model_copy(update={"number": "V2", "address": "Məşq küç. 9"})
    other = CASHIER.model_copy(update={"number": "V3", "health_limits": ("yüksəklikdə işləmək",)})
    rows = {
        each.vacancy.number: each for each in compared([CASHIER, twin, other], ACCOUNTANT, {STANDS: True})
    }
    assert rows[CASHIER.number].is_suitable
    assert rows["V2"].is_suitable
    assert rows["V3"].questions == (Test.HEALTH,)
    places = [CASHIER.model_copy(update={"public_transport": None, "address": each}) for each in ("A", "B")]
    assert question_of(Test.TRANSPORT, places[0]) != question_of(Test.TRANSPORT, places[1])


VACANCIES = st.builds(
    a_vacancy,
    st.sampled_from(["V1", "V2", "V3"]),
    st.just("satıcı"),
    education=st.sampled_from(["", "general", "vocational", "secondary_special", "higher"]),
    specialty=st.sampled_from(["", "mühasib", "dərzi"]),
    experience_years=st.integers(0, 8),
    health_limits=st.sampled_from([(), ("ağır qaldırmaq",), ("ayaq üstə durmaq",)]),
    public_transport=st.sampled_from([True, False, None]),
)


@given(VACANCIES)
def test_every_open_question_can_be_answered_and_an_answer_leaves_none_open(vacancy: Vacancy) -> None:
    row = compared([vacancy], ACCOUNTANT, {})[0]
    for said in (True, False):
        answers = {question_of(test, vacancy): said for test in row.questions}
        after = compared([vacancy], ACCOUNTANT, answers)[0]
        assert after.questions == ()
        assert after.fits == row.fits + (len(row.questions) if said else 0)
    assert (asks_of(vacancy).education is None) == (vacancy.education == "")


def test_an_offer_holds_five_tests_with_what_the_letter_says_of_them(at: AtWork) -> None:
    jobs = at.jobs
    with pytest.raises(ActNotAllowed) as told:
        jobs.offer(at.file_id, at.application_id, CASHIER, {})
    assert told.value.reason == "offer.question_open"
    with pytest.raises(ActNotAllowed) as told:
        jobs.offer(at.file_id, at.application_id, STOREMAN, {})
    assert told.value.reason == "offer.not_suitable"
    jobs.offer(at.file_id, at.application_id, CASHIER, {STANDS: True})
    offer = at.application.offers[-1]
    assert (at.application.state, offer.vacancy, offer.wage) == (A.WAITING_PERSON, CASHIER.number, 560)
    assert {each.test: each.note for each in offer.tests} == {
        "education": "tələb: ümumi orta təhsil; Sizdə: orta ixtisas təhsili",
        "specialty": "tələb olunmur",
        "experience": "tələb: 1 il; Sizdə: 6 il",
        "health": "uzun müddət ayaq üstə durmaq; soruşulmuşdur, uyğundur",
        "transport": "ictimai nəqliyyat var",
    }


def test_an_unjustified_decline_is_refused_only_after_the_right_was_explained_with_everything_in_the_letter(
    at: AtWork,
) -> None:
    jobs, (file_id, id_) = at.jobs, (at.file_id, at.application_id)
    jobs.offer(file_id, id_, HELPER, {})
    offer = at.application.offers[-1].id
    with pytest.raises(ActNotAllowed) as told:
        jobs.answer.decline(file_id, id_, offer, " ")
    assert told.value.reason == "offer.reason_missing"
    jobs.answer.decline(file_id, id_, offer, "Evdən uzaqdır.", "transport")
    with pytest.raises(ActNotAllowed) as told:
        jobs.answer.judge(file_id, id_, offer, "qısa", justified=False)
    assert told.value.reason == "offer.judgement_missing"
    jobs.answer.judge(file_id, id_, offer, "Birbaşa avtobus gedir.", justified=False)
    case = LookAtCase(at.desk.desk)(file_id, id_)
    assert "decline.unjustified" not in [each.id for each in at.desk.refuse.grounds(case)]
    jobs.answer.explain_right(file_id, id_)
    case = LookAtCase(at.desk.desk)(file_id, id_)
    assert at.desk.refuse.grounds(case)[0].id == "decline.unjustified"
    form = at.desk.refuse.begin(case)
    assert at.desk.refuse.typed_facts(form.ground) == ()
    assert at.desk.refuse.missing(case, form) == ()
    letter = compose_refusal(at.desk.refuse.facts_of(case, form), at.desk.refuse.catalogue)
    text = " ".join(block.text for block in letter.blocks)
    for said in ("V00001", "Mühasib köməkçisi", "Evdən uzaqdır", "Birbaşa avtobus gedir", "təkrar müraciət"):
        assert said in text


def test_the_referral_takes_its_number_with_the_act_or_not_at_all(at: AtWork) -> None:
    jobs, (file_id, id_) = at.jobs, (at.file_id, at.application_id)
    jobs.offer(file_id, id_, HELPER, {})
    offer, today = at.application.offers[-1].id, legal_date(at.desk.clock.now())
    with pytest.raises(ActNotAllowed):
        jobs.refer(file_id, id_, offer, today)
    jobs.answer.accept(file_id, id_, offer)
    referred = jobs.refer(file_id, id_, offer, today)
    assert referred.number.endswith("G-000120")
    with pytest.raises(ActNotAllowed) as told:
        jobs.employer(file_id, id_, EmployerAnswer.SILENT)
    assert told.value.reason == "referral.term_runs"
    at.desk.clock.moment += timedelta(days=8)
    jobs.employer(file_id, id_, EmployerAnswer.SILENT, "zəngə cavab yoxdur")
    assert (at.application.state, at.application.offers[-1].said) == (A.OFFERING_WORK, EmployerAnswer.SILENT)
    with pytest.raises(ActNotAllowed) as told:
        jobs.offer(file_id, id_, HELPER, {})
    assert told.value.reason == "offer.already_made"


def test_a_search_brings_several_pages_and_keeps_what_came_before_a_silence(at: AtWork) -> None:
    bank = at.bank
    bank.vacancies_open = [a_vacancy(f"V{n:05}", f"satıcı {n}", wage=400 + n) for n in range(130)]
    case = LookAtCase(at.desk.desk)(at.file_id, at.application_id)
    find = at.jobs.find
    first = find.search(case.file, at.application_id, Wish())
    assert (len(first.vacancies), first.total, first.silence) == (100, 130, None)
    every = find.search(case.file, at.application_id, Wish(), 10)
    assert (len(every.vacancies), every.total) == (130, 130)
    assert find.is_open(case.file, at.application_id, "V00003") is True
    assert find.is_open(case.file, at.application_id, "V99999") is False
    bank.silence = Unanswered.OFFLINE
    silent = find.search(case.file, at.application_id, Wish())
    assert (silent.vacancies, silent.silence) == ((), Unanswered.OFFLINE)
    assert find.is_open(case.file, at.application_id, "V00003") is Unanswered.OFFLINE
