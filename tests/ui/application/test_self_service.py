"""The case page over an application made in e-sosial: of whatever kind and status, it opens and can be answered."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, Actor, record
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    Role,
    Source,
    Status,
)
from tests.domain.builders import SERVER, a_person_answer
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import GUNAY, NOTHING, RealDesk, attested
from ui.screens.application.presenter import ApplicationPresenter
from ui.screens.application.view import ApplicationView, connect


def arrives(desk: RealDesk, kind: ApplicationKind, status: Status) -> tuple[UUID, UUID]:
    """What the central system recorded, and the feed brought; file and application."""
    file_id, application = desk.desk.file_of(GUNAY.number_kind, GUNAY.number), uuid4()
    person = attested(desk.clock, Register.PERSON, a_person_answer(GUNAY), str(kind))
    answer = {"status": status.value, "since": "2026-11-16", "registration_number": "R-1"}
    did = (
        acts.IdentifyPerson(GUNAY, Source.REGISTER, person),
        acts.ReadStatus(attested(desk.clock, Register.STATUS, answer, str(kind))),
        acts.OpenApplication(
            application=application,
            number="05-04-05-00/B03/2026/M-000051",
            application_kind=kind,
            form=FormOfApplication.SELF_SERVICE,
            channel=Channel.ELECTRONIC,
            answer_form=FormOfAnswer.SELF_SERVICE,
            centre="B03",
            place="online",
        ),
    )
    now = desk.clock.now()
    law = desk.law(now)
    with desk.desk.open_work() as work:
        command = Command(did, Role.CENTRAL_SYSTEM, CENTRAL_AGENT, CENTRAL_DESK, "B03")
        decided = decide(work.file(file_id), command, law, now)
        assert not isinstance(decided, Refused), decided
        hand = Actor(CENTRAL_AGENT, CENTRAL_DESK, SERVER.sign)
        work.append(record(decided, file_id=file_id, actor=hand, law=law.version, at=now), file_id)
        work.commit()
    return file_id, application


@pytest.mark.parametrize("status", [Status.NOT_REGISTERED, Status.JOBSEEKER])
@pytest.mark.parametrize("kind", ApplicationKind)
def test_the_page_opens_whatever_came_in(
    desk: RealDesk, qtbot: QtBot, kind: ApplicationKind, status: Status
) -> None:
    file_id, application = arrives(desk, kind, status)
    desk.registers.answer = NOTHING
    view = ApplicationView()
    qtbot.addWidget(view)
    presenter = ApplicationPresenter(view, InlineTasks(), desk.went, desk.jobs, file_id, application)
    wires = connect(view, presenter)
    desk.went.heard = presenter.changed

    presenter.opened()

    assert desk.went.problems == []
    presenter.refuse_pressed()  # whatever it is, it can be answered in writing
    assert desk.went.to[-1] == "refusal"
    del wires
