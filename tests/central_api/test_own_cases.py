"""Nobody serves their own case: the server refuses what a desk that did not know would have let through."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from typer.testing import CliRunner

from central_api.cli import app
from central_api.office import Office
from dost_desktop.contract.messages import AgentCard, Rejected, Roster
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import Basis
from tests.central_api.practice_desk import PASSWORD, Desk

RUNNER = CliRunner()


def knows(office: Office, agent: str, person: UUID) -> None:
    """The administrator said whose file is the agent's own."""
    [card] = [each for each in office.accounts.all() if each.agent == agent]
    office.accounts.add(card.model_copy(update={"person": str(person)}), PASSWORD)


def test_an_agents_own_file_takes_no_act_of_the_agent_and_a_colleague_s_it_does(
    office: Office, desk: Desk, other_desk: Desk, people: dict[str, str]
) -> None:
    number = people["not found"]
    knows(office, "aysel", desk.file_of(number))
    file, done = desk.identification(number)
    [verdict] = desk.pushes(desk.records(file, *done))
    assert isinstance(verdict, Rejected)
    assert verdict.reason == "act.own_case"
    assert office.hand.read(file).head.seq == 0
    other_desk.identifies(number)
    assert office.hand.read(file).identity is not None


def test_nor_may_an_agent_speak_for_the_applicant(office: Office, desk: Desk, people: dict[str, str]) -> None:
    mine = people["representative"]
    knows(office, "aysel", desk.file_of(mine))
    file = desk.identifies(people["represented"])
    speaker = Representative("Nümunə", Basis.POWER_OF_ATTORNEY, "2N-1", None, mine, NumberKind.PIN)
    opening = replace(desk.opening(), representative=speaker)
    [verdict] = desk.pushes(desk.records(file, opening))
    assert isinstance(verdict, Rejected)
    assert verdict.reason == "act.own_representation"


def test_not_even_with_a_paper_in_hand(office: Office, desk: Desk, people: dict[str, str]) -> None:
    file = desk.identifies(people["found 4.1.1"])
    application = desk.opens(file)
    answer = desk.checks(file, application, people["found 4.1.1"])
    knows(office, "aysel", file)
    run = desk.records(file, desk.refusal(application, answer), desk.notice(application))
    [verdict] = desk.pushes(run)
    assert isinstance(verdict, Rejected)
    assert verdict.reason == "act.own_case"


def test_a_desk_learns_it_with_the_roster_and_a_new_post_forgets_nothing(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    own = desk.file_of(people["not found"])
    knows(office, "aysel", own)
    card = AgentCard(agent="aysel", name="Yeni", role="head", post="rəhbər", centre="B03")
    office.accounts.add(card, PASSWORD)
    answer = desk.http.get("/v1/roster", headers=desk.as_desk)
    roster = Roster.model_validate(answer.json())
    assert [each.person for each in roster.agents if each.agent == "aysel"] == [str(own)]
    assert {each.person for each in roster.agents if each.agent != "aysel"} == {""}


@pytest.mark.parametrize(("pin", "code"), [("5AB12CD", 0), ("5ab12cd", 0), ("5AB12C", 2), ("IOIOIOI", 2)])
def test_the_number_is_turned_into_a_file_and_not_kept(tmp_path: Path, pin: str, code: int) -> None:
    data = ["--data", str(tmp_path)]
    RUNNER.invoke(app, ["init", *data])
    place = ["--name", "B", "--address", "a", "--phone", "1"]
    RUNNER.invoke(app, ["centres", "add", "B03", *place, *data])
    who = ["--name", "Məmmədova Aysel", "--centre", "B03", "--pin"]
    assert RUNNER.invoke(app, ["agents", "add", "aysel", *who, pin, *data]).exit_code == 2  # others see it
    result = RUNNER.invoke(app, ["agents", "add", "aysel", *who, "-", *data], input=f"{pin}\n")
    assert result.exit_code == code, result.output
    assert pin not in result.output
    if not code:
        [card] = json.loads(RUNNER.invoke(app, ["agents", "list", "--json", *data]).output)
        assert UUID(card["person"]).version == 8
        stored = b"".join(each.read_bytes() for each in tmp_path.glob("central.sqlite3*"))
        assert b"5AB12CD" not in stored
