"""Applications that people made themselves in e-sosial: in their file exactly once, with the centre's next number."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from central_api.office import Office
from central_api.register_files import load_register, replace_register
from central_api.self_service import SelfService
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application
from dost_desktop.domain.vocabulary import (
    ApplicationState,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    Status,
)
from tests.central_api.practice_desk import Clockwork, Desk

HEADING = "number,kind,application_kind,centre,submitted_at,mas_number,phone\n"
UNEMPLOYED = "{number},pin,unemployed_registration,B03,2026-11-24T09:30,MAS-2026-0001,050 000 12 34\n"


def arrive(office: Office, tmp_path: Path, *rows: str) -> None:
    csv = tmp_path / "self_service.csv"
    csv.write_text(HEADING + "".join(rows), encoding="utf-8")
    loaded = load_register(office.database, "self_service", csv, only_good=False)
    assert loaded.bad == []


def applications(office: Office, desk: Desk, number: str) -> tuple[Application, ...]:
    return office.hand.read(desk.file_of(number)).applications


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


def test_it_arrives_whole_and_any_desk_goes_on_with_it(
    office: Office, desk: Desk, people: dict[str, str], tmp_path: Path
) -> None:
    number = people["found 4.1.1"]
    arrive(office, tmp_path, UNEMPLOYED.format(number=number))
    assert office.self_service.work_off() == 1

    [item] = desk.pulls().items
    file = desk.file_of(number)
    desk.takes(file, 1, item.events)
    state = desk.state(file)
    [found] = state.applications
    assert (found.form, found.channel, found.answer_form) == (
        FormOfApplication.SELF_SERVICE,
        Channel.ELECTRONIC,
        FormOfAnswer.SELF_SERVICE,
    )
    assert (found.number, found.centre, found.desk) == ("05-04-05-00/B03/2026/M-000001", "B03", "central")
    assert (state.phone, state.registration.status) == ("+994500001234", Status.JOBSEEKER)
    assert state.identity is not None
    assert [each.event.content.kind for each in desk.chains[file]] == [
        "person_identified",
        "status_read",
        "contact_recorded",
        "application_opened",
    ]
    desk.checks(file, found.id, number)
    assert applications(office, desk, number)[0].state is ApplicationState.FOUND_EMPLOYED


def test_the_same_one_arrives_once_also_among_many_processes(
    office: Office, new_office: Callable[[], Office], desk: Desk, people: dict[str, str], tmp_path: Path
) -> None:
    numbers = [
        people[name] for name in ("found 4.1.1", "found 4.1.2", "not found", "expired card", "found 4.1.5")
    ]
    rows = [
        f"{number},pin,unemployed_registration,B03,2026-11-24T09:3{place},MAS-{place},\n"
        for place, number in enumerate(numbers)
    ]
    arrive(office, tmp_path, *rows)
    arrive(office, tmp_path, *rows)  # MAS hands over again what it is not sure of
    others = [new_office().self_service for _ in range(3)]
    with ThreadPoolExecutor(4) as threads:
        opened = sum(threads.map(SelfService.work_off, [office.self_service, *others]))

    assert opened == len(numbers)
    found = [applications(office, desk, number) for number in numbers]
    assert [len(each) for each in found] == [1] * len(numbers)
    assert len({each.number for [each] in found}) == len(numbers)
    assert {each.state for each in office.self_service.standing()} == {"opened"}


def test_its_number_never_meets_one_of_a_desk_s_block(
    office: Office, desk: Desk, people: dict[str, str], tmp_path: Path
) -> None:
    first = desk.http.post("/v1/leases", json={"series": "application", "year": 2026}, headers=desk.as_desk)
    arrive(office, tmp_path, UNEMPLOYED.format(number=people["not found"]))
    office.self_service.work_off()
    second = desk.http.post("/v1/leases", json={"series": "application", "year": 2026}, headers=desk.as_desk)

    blocks = [answer.json()["lease"] for answer in (first, second)]
    assert [(each["first"], each["last"]) for each in blocks] == [(1, 50), (52, 101)]
    assert applications(office, desk, people["not found"])[0].number.endswith("/M-000051")


def test_while_meis_is_away_it_waits_and_takes_no_number(
    office: Office, desk: Desk, people: dict[str, str], tmp_path: Path, clock: Clockwork
) -> None:
    office.settings.outages.mkdir()
    outage = office.settings.outages / Register.PERSON.value
    outage.touch()
    arrive(office, tmp_path, UNEMPLOYED.format(number=people["not found"]))

    assert office.self_service.work_off() == 0
    [waits] = office.self_service.standing()
    assert (waits.state, waits.reason, waits.application_no) == ("waiting", "register.unreachable", "")
    outage.unlink()
    assert office.self_service.work_off() == 0  # not yet due again
    clock.at += timedelta(seconds=2)
    assert office.self_service.work_off() == 1
    [opened] = office.self_service.standing()
    assert (opened.state, opened.reason) == ("opened", "")


@pytest.mark.parametrize("case", ["unemployed", "not registered", "cancelled", "under 15"])
def test_what_the_status_does_not_admit_is_registered_all_the_same_so_that_it_is_answered(
    office: Office, desk: Desk, people: dict[str, str], tmp_path: Path, case: str
) -> None:
    arrive(office, tmp_path, UNEMPLOYED.format(number=people[case]))
    assert office.self_service.work_off() == 1
    [found] = applications(office, desk, people[case])
    assert found.state is ApplicationState.OPEN


def test_a_foreigner_is_found_by_the_number_of_the_permit(
    office: Office, desk: Desk, people: dict[str, str], tmp_path: Path
) -> None:
    number = people["permanent permit"]
    row = f"{number.lower()},migration_pin,cancellation,B03,2026-11-24T09:30,MAS-7,\n"
    arrive(office, tmp_path, row)
    assert office.self_service.work_off() == 1
    state = office.hand.read(desk.file_of(number, NumberKind.MIGRATION_PIN))
    assert state.identity is not None
    assert (state.identity.number, len(state.applications)) == (number, 1)


def test_a_second_one_of_a_kind_waits_until_the_first_is_closed(
    office: Office, desk: Desk, people: dict[str, str], tmp_path: Path, clock: Clockwork
) -> None:
    number = people["not found"]
    file = desk.identifies(number)
    application = desk.opens(file)
    arrive(office, tmp_path, UNEMPLOYED.format(number=number))
    assert office.self_service.work_off() == 0
    [waits] = office.self_service.standing()
    assert (waits.state, waits.reason) == ("waiting", "application.already_open")

    [verdict] = desk.pushes(desk.records(file, acts.Withdraw(application)))
    assert verdict.answer == "accepted"
    clock.at += timedelta(hours=1)
    assert office.self_service.work_off() == 1
    own = desk.state(file).applications[0].number
    assert [each.number for each in applications(office, desk, number)] == [own, waits.application_no]


def test_nobody_and_nowhere_wait_with_their_reason(
    office: Office, desk: Desk, people: dict[str, str], tmp_path: Path
) -> None:
    broken = people["found 4.1.2"]
    arrive(
        office,
        tmp_path,
        UNEMPLOYED.format(number="0000000"),
        f"{broken},pin,unemployed_registration,B03,2026-11-24T09:31,MAS-2,\n",
        f"{people['not found']},pin,unemployed_registration,Z99,2026-11-24T09:32,MAS-3,\n",
    )
    replace_register(office.database, Register.PERSON, [(broken, {"surname": 7})])
    assert office.self_service.work_off() == 0
    assert {each.mas_number: each.reason for each in office.self_service.standing()} == {
        "MAS-2026-0001": "person.unknown",
        "MAS-2": "register.contradicts",
        "MAS-3": "centre.unknown",
    }


def test_bad_rows_are_named_by_column_and_never_repeated(office: Office, tmp_path: Path) -> None:
    csv = tmp_path / "self_service.csv"
    good = "5AB12CD,pin,unemployed_registration,B03,2026-11-24T09:30:00Z,MAS-1,"
    bad = {
        "5AB12CO,pin,unemployed_registration,B03,2026-11-24T09:30,MAS-1,": "number: pin.letter_o",
        "5AB12CD,voen,unemployed_registration,B03,2026-11-24T09:30,MAS-1,": "kind: is not one of those known",
        "5AB12CD,pin,pension,B03,2026-11-24T09:30,MAS-1,": "application_kind: is not one of those known",
        "5AB12CD,pin,unemployed_registration,,2026-11-24T09:30,MAS-1,": "centre: is empty",
        "5AB12CD,pin,unemployed_registration,B03,24.11.2026,MAS-1,": (
            "submitted_at: a moment like 2026-11-22T09:30 is expected"
        ),
        "5AB12CD,pin,unemployed_registration,B03,2026-11-24T09:30,MAS-1,012 555 00 00": "phone: mobile.landline",
    }
    csv.write_text(HEADING + "\n".join((good, *bad)), encoding="utf-8")
    loaded = load_register(office.database, "self_service", csv, only_good=True)
    assert loaded.rows == 1
    assert [each.reason for each in loaded.bad] == list(bad.values())
    [kept] = office.self_service.standing()
    assert kept.submitted_at == "2026-11-24T09:30:00.000Z"
