"""The practice office has somebody for every branch of a registration's life, and work that fits, asks or does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from central_api.demo import open_practice_office
from central_api.demo_lifecycle import OWN_CASE, lifecycle_people, varied_vacancies
from central_api.demo_people import Invented, invent, vacancies
from central_api.office import Office
from central_api.vacancies import _vacancy
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.ids import NumberKind, file_id
from dost_desktop.domain.suitable_work import (
    Result,
    WorkAsks,
    compare,
    fitting,
    is_possible,
    is_suitable,
    profile_of,
)
from dost_desktop.domain.vocabulary import Education

TODAY = date(2026, 11, 24)
PEOPLE = {each.case: each for each in lifecycle_people(TODAY)}


def test_nobody_who_was_there_before_is_another_person_now() -> None:
    before = {each.number for each in invent(TODAY)}
    assert not before & {each.number for each in PEOPLE.values()}
    assert len({each.number for each in PEOPLE.values()}) == len(PEOPLE)
    assert not {row[0] for row in vacancies(TODAY)} & {row[0] for row in varied_vacancies(TODAY)}


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_what_mas_says_of_each_can_be_read_and_names_grounds_of_the_law(
    person: Invented, catalogue: Catalogue
) -> None:
    said = person.status
    assert said is not None
    assert is_readable(Register.STATUS, said)
    assert not said.get("ground") or said["ground"] in catalogue.endings
    removed = said["status"] == "temporarily_removed"
    assert ("ends_on" in said) is removed
    assert not removed or said["before_removal"]


WITH_PROFILE = [each for each in PEOPLE.values() if each.status and profile_of(each.status)]


@pytest.mark.parametrize("person", WITH_PROFILE, ids=[each.case for each in WITH_PROFILE])
def test_some_work_fits_each_of_them_some_leaves_one_question_and_some_does_not_fit(person: Invented) -> None:
    profile = profile_of(person.status or {})
    assert profile is not None
    found: Counter[str] = Counter()
    for _, row in (*vacancies(TODAY), *varied_vacancies(TODAY)):
        work = _vacancy(row)
        asks = WorkAsks(
            Education(work.education), work.specialty, work.experience_years, work.health_limits,
            work.public_transport,
        )  # fmt: skip
        compared = compare(asks, profile, {})
        one_question = fitting(compared) == 4 and Result.ASK in {each.result for each in compared}
        found["fits"] += is_suitable(compared)
        found["asks"] += one_question
        found["not"] += not is_possible(compared)
    assert all(found[each] for each in ("fits", "asks", "not")), found


def test_agents_are_people_and_only_the_first_one_is_in_the_registers(
    new_office: Callable[..., Office],
) -> None:
    office = new_office()
    opened = open_practice_office(office)
    [herself] = [each for each in opened["persons"] if each["case"] == OWN_CASE]
    cards = {each.agent: each for each in office.accounts.all()}
    assert herself["name"] == cards["aysel"].name
    own = file_id(office.lookups.secret, NumberKind.PIN, herself["number"])
    assert cards["aysel"].person == str(own)
    pins = [each["number"] for each in opened["persons"] if each["number_kind"] == "pin"]
    persons = {str(file_id(office.lookups.secret, NumberKind.PIN, each)) for each in pins}
    assert not persons & {card.person for agent, card in cards.items() if agent != "aysel"}
    assert all(card.person for card in cards.values())
    cases = {each["case"] for each in opened["persons"]}
    assert set(PEOPLE) < cases
