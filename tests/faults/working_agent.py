"""An agent who never stops: refusal after refusal without a connection, each step said once it is committed.

Started and killed by ``test_services_killed``. The registers' answers were attested while the central API was there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.practice import PracticeAgent, PracticeFacts, PracticeOffice
from dost_desktop.services.open_application import Intake
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down

ANSWERS = "answers.json"


def facts_of(home: Path) -> PracticeFacts:
    """Who works in this practice office, read without opening it."""
    told = json.loads((home / "practice.json").read_text("utf-8"))
    agents = (
        PracticeAgent(each["agent"], each["name"], each["role"], each["password"]) for each in told["agents"]
    )
    return PracticeFacts(tuple(agents), "", tuple(told["persons"]))


def say(what: str, *facts: str) -> None:
    """One line that the parent can rely on: what it names is committed."""
    sys.stdout.write(json.dumps([what, *facts]) + "\n")
    sys.stdout.flush()


def intake(answers: dict[str, Any], draft_key: str) -> Intake:
    """What the page would have gathered from the attested answers."""
    person = from_json(Attestation, answers["person"])
    kind, number = NumberKind(answers["number_kind"]), answers["number"]
    identity = identity_of(person.answer, kind, number)
    assert identity is not None
    return Intake(
        number_kind=kind,
        number=number,
        identity=identity,
        attestation=person,
        status_attestation=from_json(Attestation, answers["status"]),
        paper=None,
        unreachable_at=None,
        kind=ApplicationKind.UNEMPLOYED,
        draft_key=draft_key,
    )


def serve_one(agent: AgentAtDesk, answers: dict[str, Any], turn: int) -> None:
    """One person from the ticket to the receipt, or from where a killed program left the case."""
    does, key = agent.does, f"intake:{turn}"
    file_id = agent.signed_in.desk.file_of(NumberKind(answers["number_kind"]), answers["number"])
    with agent.signed_in.desk.open_reading() as reading:
        left = reading.file(file_id).open_application(ApplicationKind.UNEMPLOYED)
    if left is None:
        does.drafts.save(key, "intake", {"number": answers["number"]})
        say("draft", key)
        case = does.cases.begin("", ApplicationKind.UNEMPLOYED)
        opened = does.open_application(intake(answers, key))
        say("application", opened.number)
        does.cases.bind(case, opened.file_id, opened.application)
        agent.file_id, agent.application = opened.file_id, opened.application
    else:
        agent.file_id, agent.application = file_id, left.id
    if agent.case().application.answer is None:
        employed = from_json(Attestation, answers["employed"])
        does.record_check(file_id, agent.case().application.id, employed)
    agent.signs_by_hand = True
    notice, _ = agent.refuses()
    say("notice", notice.number)
    does.record_print(file_id, notice.id, "")
    agent.hands_over(notice)
    does.cases.finish()
    say("served", notice.number)


def main(home: str) -> None:
    """Until killed."""
    office = PracticeOffice(Path(home))
    agent = sits_down(office, facts_of(office.home))
    persons = json.loads((office.home / ANSWERS).read_text("utf-8"))
    with agent.signed_in.desk.open_reading() as reading:
        turn = reading.last_event()
    say("ready")
    while True:
        turn += 1
        serve_one(agent, persons[turn % len(persons)], turn)
        agent.syncs()  # into the void: runs are marked as sent, and wait again


if __name__ == "__main__":
    main(sys.argv[1])
