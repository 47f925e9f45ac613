"""The stage for a modified client: an honest office with real cases, and what compares its whole database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import select

from central_api.office import Office
from central_api.tables import metadata
from dost_desktop.contract.messages import RunMessage
from dost_desktop.contract.seals import SigningKey
from dost_desktop.contract.translation import run_message
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Series
from dost_desktop.domain.events import Actor, Event, Head, link_run, record
from tests.central_api.practice_desk import Clockwork, Desk, enrol
from tests.central_api.test_back_office import reads, sends


@dataclass
class Stage:
    """The honest office that the forger attacks from desk B03-01, as Aysel."""

    office: Office
    desk: Desk
    colleague: Desk  # Orxan at B03-02
    far: Desk  # Fidan at A01-01
    officer: Desk  # Leyla of the back office at B03-03
    head: Desk  # Ramin, head of B03, at B03-04
    clock: Clockwork
    number: str
    file: UUID  # of somebody who is employed
    application: UUID  # open in it
    answer: Attestation  # what the register of employed persons says
    draft: UUID  # file of an application that lies at the back office
    drafted: UUID
    other_number: str
    third_number: str  # of a jobseeker whom nobody has served yet
    issued: acts.IssueNotice | None = None

    def tries(self, run: RunMessage, by: Desk | None = None) -> str:
        """What the server says to the run: the reason, or the verdict."""
        sender = by or self.desk
        return said_by(sender.http.post("/v1/push", json=body_of(run), headers=sender.as_desk))

    def tries_online(self, door: str, run: RunMessage, headers: dict[str, str]) -> str:
        return said_by(self.desk.http.post(door, json=body_of(run), headers=headers))

    def run(
        self, *done: acts.Act, file: UUID | None = None, by: Desk | None = None, **forged: Any
    ) -> RunMessage:
        """A run behind the file as it stands, with a genuine signature over whatever is ``forged`` in its content.

        ``key`` signs in the place of the desk's own; ``head`` stands in the place of the file's.
        """
        desk, about = by or self.desk, file or self.file
        key: SigningKey = forged.pop("key", desk.key)
        head: Head = forged.pop("head", self.office.hand.read(about).head)
        actor = Actor(desk.agent, desk.enrolled.desk, key.sign)
        made = record(done, file_id=about, actor=actor, law=desk.law, at=forged.get("at", self.clock()))
        return run_message(head, link_run(head, [_signed_anew(each, key, **forged) for each in made]))

    def said(self, register: str = "mas_employed_persons", number: str = "") -> Attestation:
        return self.desk.asks(register, number or self.number)

    def answered(self, attestation: Attestation) -> RunMessage:
        return self.run(acts.RecordRegisterAnswer(self.application, attestation))

    def contact(self, **forged: Any) -> RunMessage:
        return self.run(acts.RecordContact(phone="+994500000000"), **forged)

    def notice(self, **changes: Any) -> acts.IssueNotice:
        return self.desk.notice(
            self.application, **({"number": self.desk.next_number(Series.NOTICE)} | changes)
        )

    @contextmanager
    def at(self, later: timedelta) -> Iterator[None]:
        """The server's clock stands there meanwhile."""
        self.clock.at += later
        yield
        self.clock.at -= later


def _signed_anew(event: Event, key: SigningKey, **forged: Any) -> Event:
    content = replace(event.content, **forged)
    return replace(event, content=content, signature=key.sign(content.signed_bytes()))


def body_of(run: RunMessage) -> dict[str, Any]:
    return {"runs": [run.model_dump(mode="json")]}


def said_by(answer: httpx.Response) -> str:
    """The reason of a rejection or problem, else the verdict."""
    said = answer.json()
    if answer.status_code != 200:
        return f"{answer.status_code} {said['code']}"
    [verdict] = said["answers"]
    return str(verdict.get("reason") or verdict["answer"])


def set_up(office: Office, http: httpx.Client, clock: Clockwork, people: dict[str, str]) -> Stage:
    """Honest desks at work: a case that is open, another one at the back office."""
    office.background.stop()
    desks = [
        enrol(office, http, clock, centre).signs_in(agent)
        for agent, centre in (
            ("aysel", "B03"), ("orxan", "B03"), ("fidan", "A01"), ("leyla", "B03"), ("ramin", "B03"),
        )
    ]  # fmt: skip
    desk, colleague, far, officer, head = desks
    draft = sends(colleague, people["not found"])
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.checks(file, application, number)
    for each in desks:  # tokens are marked as used, blocks of numbers are leased: not by the forger
        each.pulls()
        each.next_number(Series.APPLICATION)
        each.next_number(Series.NOTICE)
        each.next_number(Series.REFERRAL)
    for each in (officer, head):
        reads(each, draft.file)
    return Stage(
        office, desk, colleague, far, officer, head, clock, number, file, application, answer,
        draft.file, draft.application, people["not registered"], people["expired card"],
    )  # fmt: skip


def everything(office: Office) -> dict[str, list[str]]:
    """Every row of every table but which looks at persons were noted: a rejected forger may have looked first."""
    with office.database.reading() as connection:
        return {
            table.name: sorted(json.dumps(list(row)) for row in connection.execute(select(table)))
            for table in metadata.sorted_tables
        }


Forgery = Callable[[Stage], str]


def nothing_but_the_reason(
    stage: Stage, table: dict[str, tuple[Forgery, str]], *, but: frozenset[str]
) -> None:
    """Try every row; tell all that went otherwise, at once."""
    wrong = []
    for name, (forge, reason) in table.items():
        before = everything(stage.office)
        said = forge(stage)
        after = everything(stage.office)
        if said != reason:
            wrong.append(f"{name}: {said}, not {reason}")
        changed = {each for each, rows in before.items() if rows != after[each]} - but
        if changed:
            wrong.append(f"{name}: changed {sorted(changed)}")
    assert not wrong, "\n".join(wrong)


def one_character(text: str) -> str:
    return ("B" if text[0] == "A" else "A") + text[1:]
