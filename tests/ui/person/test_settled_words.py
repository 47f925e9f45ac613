"""The history says beside what stands what was set aside, when it was made, and why; and what was sent later."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.contract.messages import AgentCard
from dost_desktop.domain import acts
from dost_desktop.domain.events import Actor, link_run, record
from dost_desktop.services.history import SetAside, history_of
from tests.domain.builders import AGENT, NOW, a_key, a_person
from ui.screens.person.written import settled_words


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            "act.not_now",
            " The application has moved on: this step is not possible in its present state.",
        ),
        ("application.already_open", ""),  # its words name a number, which the event does not keep
    ],
)
def test_what_was_set_aside_is_said_with_its_reason(qapp: QApplication, reason: str, said: str) -> None:
    assert settled_words(SetAside(("application_refused", "notice_issued"), NOW, reason)) == (
        f"Set aside: Refused with reasons, Written answer issued (24.11.2026, 10:00).{said}"
    )


def test_a_click_that_was_made_before_and_sent_after_another_desks_says_so() -> None:
    case = a_person()
    own = AgentCard(agent=AGENT, name="Leyla Hüseynova", role="agent", post="", centre="B03")
    chained = tuple(case.events)
    head = case.file.head
    for agent, desk, minutes in (("o.rzayev", "B03-08", 9), (AGENT, "B03-07", 5), (AGENT, "B03-07", 6)):
        run = record(
            [acts.RecordContact("+994501234567")],
            file_id=case.file.id,
            actor=Actor(agent, desk, a_key(agent).sign),
            law=case.law.version,
            at=NOW + timedelta(minutes=minutes),
        )
        chained += link_run(head, run)
        head = type(head)(chained[-1].link.seq, chained[-1].link.hash)
    lines = history_of(chained, case.file, 0, own)
    assert [each.behind for each in lines] == ["B03-08", "B03-08", "", *([""] * len(case.events))]
