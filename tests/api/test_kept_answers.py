"""A page of vacancies that was looked at before comes again only if it changed, and nobody can pretend that."""

from __future__ import annotations

import pytest

from central_api.demo_people import vacancies
from central_api.office import Office
from central_api.register_files import replace_register
from dost_desktop.api import routes
from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.kept_answers import KeptAnswers
from dost_desktop.api.transport import Received, Request, Transport
from dost_desktop.contract.suitable_work import Vacancies, WantVacancies
from dost_desktop.domain.attestation import Register
from dost_desktop.sync.needs import NoAnswer, Silence
from tests.api.strangers import answering, response
from tests.central_api.practice_desk import Clockwork
from tests.sync.desks import PracticeDesk


def wanted(number: str, page: int = 1) -> WantVacancies:
    return WantVacancies(number_kind="pin", number=number, purpose="M-1", page=page)


def test_a_page_comes_again_only_if_it_changed(
    office: Office,
    desk: PracticeDesk,
    people: dict[str, str],
    clock: Clockwork,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bank = vacancies(clock().date())
    replace_register(office.database, Register.VACANCIES, bank)
    session = AgentSession(desk.central, desk.desk.agent.agent, desk.name, desk.desk.hand, desk.watch)
    number = people["not found"]

    line, came = desk.central._agent, []
    send = line.send

    def watched(request: Request) -> object:
        came.append(send(request))
        return came[-1]

    def looks(page: int = 1) -> tuple[Vacancies, int]:
        found = session.ask(lambda: desk.central.vacancies(wanted(number, page)))
        assert isinstance(found, Vacancies)
        assert isinstance(came[-1], Received)
        return found, 304 if came[-1].is_unchanged and not came[-1].body else 200

    monkeypatch.setattr(line, "send", watched)
    first, status = looks()
    assert status == 200
    assert looks() == (first, 304)
    assert looks(2)[1] == 200
    assert looks() == (first, 304)
    replace_register(office.database, Register.VACANCIES, bank[1:])
    later, status = looks()
    assert (later.total, status) == (first.total - 1, 200)
    assert looks() == (later, 304)


@pytest.mark.parametrize(
    ("known_tag", "said_tag"),
    [("", '"1"'), ('"1"', '"2"'), ('"1"', "")],
    ids=["not asked", "another", "none"],
)
def test_not_modified_counts_only_for_what_is_held(known_tag: str, said_tag: str) -> None:
    more = f"ETag: {said_tag}\r\n" if said_tag else ""
    with answering([response(b"", status="304 Not Modified", more=more)]) as address:
        line = Transport(address)
        answer = line.send(Request("GET", routes.HELLO, known_tag=known_tag))
        line.close()
    assert isinstance(answer, NoAnswer)
    assert answer.kind is Silence.CAPTIVE_PORTAL


def test_what_is_held_still_stands() -> None:
    with answering([response(b"", status="304 Not Modified", more='ETag: "1"\r\n')]) as address:
        line = Transport(address)
        answer = line.send(Request("GET", routes.HELLO, known_tag='"1"'))
        line.close()
    assert answer == Received(b"", '"1"', is_unchanged=True)


def test_only_the_last_answers_are_kept_and_nothing_of_a_person() -> None:
    kept: KeptAnswers[Vacancies] = KeptAnswers()
    page = Vacancies(vacancies=(), total=0, page=1, pages=0)
    for number in range(40):
        kept.keep(wanted("5ABCDE7", number + 1), f'"{number}"', page)
    assert kept.known(wanted("5ABCDE7", 1)) == ("", None)
    assert kept.known(wanted("5ABCDE7", 40)) == ('"39"', page)
    assert "5ABCDE7" not in str(vars(kept))
    kept.keep(wanted("5ABCDE7", 40), "", page)
    assert kept.known(wanted("5ABCDE7", 40)) == ("", None)
