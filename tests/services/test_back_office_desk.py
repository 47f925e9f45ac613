"""An officer's desk and the agent's: what is decided on, what stands in the way by name, what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from central_api.office import Office
from dost_desktop.api.lifecycle_desk import BackOfficeAtDesk
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.contract.back_office import BackOfficeDraft, BackOfficeDrafts
from dost_desktop.contract.messages import FeedItem, Push, PushAnswer
from dost_desktop.domain import acts
from dost_desktop.domain.dates import instant
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from dost_desktop.services.decide_drafts import Decided, DecideDrafts, Decision
from dost_desktop.services.look_at_draft import DraftFacts, LookAtDraft
from dost_desktop.services.what_came_back import Answer, WhatCameBack
from tests.central_api.practice_desk import Clockwork, hire
from tests.services.test_suitable_work_and_back_office import Checked, sends, session
from tests.sync.desks import PracticeDesk, new_desk
from tests.sync.fixtures import catalogue, clock, desk, office, people, server

__all__ = ["catalogue", "clock", "desk", "office", "people", "server"]


@pytest.fixture(autouse=True)
def nobody_works_by_itself(office: Office) -> None:
    office.background.stop()


@pytest.fixture
def sits(
    tmp_path: Path,
    office: Office,
    server: tuple[str, ExitStack],
    catalogue: Catalogue,
    clock: Clockwork,
    desk: PracticeDesk,
) -> Iterator[Callable[[str], PracticeDesk]]:
    """An officer at a desk of their own."""
    with ExitStack() as desks:

        def officer(name: str) -> PracticeDesk:
            hire(office, name, "back_office")
            return desks.enter_context(new_desk(tmp_path, office, server[0], catalogue, clock, name))

        yield officer


def line_of(officer: PracticeDesk) -> BackOfficeAtDesk:
    return BackOfficeAtDesk(officer.central, session(officer))


def listed(officer: PracticeDesk) -> list[BackOfficeDraft]:
    answer = line_of(officer).drafts()
    assert isinstance(answer, BackOfficeDrafts)
    return list(answer.drafts)


def decision(case: Checked, draft: BackOfficeDraft, reason: str = "") -> Decision:
    return Decision(case.file, case.application, reason, not reason, instant(draft.sent_at))


def why(done: tuple[Decided, ...]) -> list[str | None]:
    return [each.refused.reason if isinstance(each.refused, Refused) else each.refused for each in done]


def test_an_officer_sees_what_the_file_says_and_how_often_the_draft_came_back(
    office: Office,
    sits: Callable[[str], PracticeDesk],
    desk: PracticeDesk,
    people: dict[str, str],
    clock: Clockwork,
) -> None:
    case, leyla = sends(desk, people["not found"]), sits("leyla")
    look, decide = LookAtDraft(leyla.desk, line_of(leyla)), DecideDrafts(leyla.desk, line_of(leyla))
    facts = look(case.file, case.application)
    assert isinstance(facts, DraftFacts)
    assert (facts.is_waiting, facts.returned, facts.open_papers, facts.last_answer) == (True, (), (), None)
    assert facts.application.answer is not None

    [first] = listed(leyla)
    assert why(decide([decision(case, first, " Ünvanı dəqiqləşdirin ")])) == [None]
    moved_on = look(case.file, case.application)
    assert isinstance(moved_on, DraftFacts)
    assert not moved_on.is_waiting

    clock.at += timedelta(minutes=1)
    desk.syncs()
    desk.does(case.file, acts.SendToBackOffice(case.application, "05"))
    desk.syncs()
    again = look(case.file, case.application)
    assert isinstance(again, DraftFacts)
    assert [(each.by, each.reason) for each in again.returned] == [("leyla", "Ünvanı dəqiqləşdirin")]
    assert "Ünvanı" not in repr(again)
    # who still has the old list before them decides on nothing unseen
    assert why(decide([decision(case, first)])) == ["back_office.sent_again"]
    [second] = listed(leyla)
    assert why(decide([decision(case, second)])) == [None]

    assert look(case.file, uuid4()) is Unanswered.CONTRADICTS
    assert look(uuid4(), uuid4()) is Unanswered.OFFLINE  # nobody knows such a file


@pytest.mark.parametrize("by_roster", [False, True])
def test_two_officers_at_once_and_an_own_case_each_get_their_own_outcome(
    sits: Callable[[str], PracticeDesk], desk: PracticeDesk, people: dict[str, str], by_roster: bool
) -> None:
    cases = [sends(desk, people[each]) for each in ("not found", "expired card")]
    leyla, zaur = sits("leyla"), sits("zaur")
    drafts = {each.application: each for each in listed(leyla)}
    decisions = [decision(each, drafts[str(each.application)]) for each in cases]
    own = str(cases[1].file)
    card = leyla.desk.agent.model_copy(update={"person": "" if by_roster else own})
    hers = DecideDrafts(replace(leyla.desk, agent=card, own_person=lambda _: own), line_of(leyla))
    assert why(hers(decisions)) == [None, "act.own_case"]
    done = DecideDrafts(zaur.desk, line_of(zaur))(decisions)
    assert why(done) == ["back_office.confirmed_already", None]
    refused = done[0].refused
    assert isinstance(refused, Refused)
    assert dict(refused.facts) == {"agent": "leyla"}
    assert listed(zaur) == []


class Lossy:
    """The line to the central API, on which the first answer to a decision is lost."""

    def __init__(self, line: BackOfficeAtDesk) -> None:
        self.line, self.is_lost = line, False

    def drafts(self, back_office: str = "") -> BackOfficeDrafts | Unanswered:
        return self.line.drafts(back_office)

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Unanswered:
        return self.line.file(file_id, purpose)

    def decide(self, runs: Push) -> PushAnswer | Unanswered:
        answer = self.line.decide(runs)
        if self.is_lost:
            return answer
        self.is_lost = True
        return Unanswered.OFFLINE


@pytest.mark.parametrize("reason", ["", "Yenidən"])
def test_a_decision_whose_answer_was_lost_is_made_again_without_harm(
    sits: Callable[[str], PracticeDesk],
    desk: PracticeDesk,
    people: dict[str, str],
    office: Office,
    reason: str,
) -> None:
    case, leyla = sends(desk, people["not found"]), sits("leyla")
    [draft] = listed(leyla)
    decide = DecideDrafts(leyla.desk, Lossy(line_of(leyla)))
    assert why(decide([decision(case, draft, reason)])) == [Unanswered.OFFLINE]
    head = office.hand.read(case.file).head
    assert why(decide([decision(case, draft, reason)])) == [None]
    assert office.hand.read(case.file).head == head


class Silent(Lossy):
    """A server that says nothing of what it was sent, although it took it."""

    def decide(self, runs: Push) -> PushAnswer | Unanswered:
        answer = self.line.decide(runs)
        assert isinstance(answer, PushAnswer)
        return answer.model_copy(update={"answers": ()})


def test_an_answer_without_a_verdict_for_each_is_no_answer_and_asking_again_does_no_harm(
    sits: Callable[[str], PracticeDesk], desk: PracticeDesk, people: dict[str, str]
) -> None:
    case, leyla = sends(desk, people["not found"]), sits("leyla")
    [draft] = listed(leyla)
    assert why(DecideDrafts(leyla.desk, Silent(line_of(leyla)))([decision(case, draft)])) == [
        Unanswered.CONTRADICTS
    ]
    assert why(DecideDrafts(leyla.desk, line_of(leyla))([decision(case, draft)])) == [None]


class Tampered:
    """The line to the central API, on which somebody changes what the last event says."""

    def __init__(self, line: BackOfficeAtDesk) -> None:
        self.line = line

    def drafts(self, back_office: str = "") -> BackOfficeDrafts | Unanswered:
        return self.line.drafts(back_office)

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Unanswered:
        item = self.line.file(file_id, purpose)
        assert isinstance(item, FeedItem)
        *events, last = item.events
        changed = last.model_copy(update={"data": {**(last.data or {}), "back_office": "06"}})
        return item.model_copy(update={"events": (*events, changed)})

    def decide(self, runs: Push) -> PushAnswer | Unanswered:
        return self.line.decide(runs)


def test_nothing_is_decided_on_a_file_whose_chain_is_broken(
    sits: Callable[[str], PracticeDesk], desk: PracticeDesk, people: dict[str, str]
) -> None:
    case, leyla = sends(desk, people["not found"]), sits("leyla")
    line = Tampered(line_of(leyla))
    assert LookAtDraft(leyla.desk, line)(case.file, case.application) is Unanswered.CONTRADICTS
    done = DecideDrafts(leyla.desk, line)([Decision(case.file, case.application)])
    assert why(done) == [Unanswered.CONTRADICTS]
    assert len(listed(leyla)) == 1


def test_the_agent_hears_of_each_answer_once_and_what_came_back_is_counted(
    sits: Callable[[str], PracticeDesk], desk: PracticeDesk, people: dict[str, str], clock: Clockwork
) -> None:
    yes, no = sends(desk, people["not found"]), sends(desk, people["expired card"])
    leyla, came_back = sits("leyla"), WhatCameBack(desk.desk)
    files = {yes.file, no.file}
    assert (came_back(files), came_back.waiting()) == ((), 0)

    DecideDrafts(leyla.desk, line_of(leyla))(
        [Decision(yes.file, yes.application), Decision(no.file, no.application, "Yenidən", confirms=False)]
    )
    desk.syncs()
    told = came_back(files)
    assert {(each.application, each.answer) for each in told} == {
        (yes.application, Answer.CONFIRMED),
        (no.application, Answer.RETURNED),
    }
    assert all(each.full_name not in repr(each) for each in told)
    assert (came_back(files), came_back.waiting()) == ((), 1)
    assert WhatCameBack(leyla.desk)(files) == ()  # not this desk's

    clock.at += timedelta(minutes=1)
    desk.does(no.file, acts.SendToBackOffice(no.application, "05"))
    assert (came_back(files), came_back.waiting()) == ((), 0)
