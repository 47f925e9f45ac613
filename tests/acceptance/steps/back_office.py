"""Sentences about the back office and the head of the centre."""

from __future__ import annotations

from dost_desktop.domain.vocabulary import ApplicationKind, Status
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence


@sentence("the officer opens the list of decisions due")
def _opens(scene: Scene) -> None:
    """The officer sits down at the desk and reads the list anew."""
    scene.officer.opens_drafts()


@sentence("the officer confirms the decision")
def _confirms(scene: Scene) -> None:
    """The row of the person is chosen, its facts are read, Ctrl+Enter confirms."""
    officer, application = scene.officer, scene.application.id
    officer.opens_drafts()
    officer.chooses_draft(application)
    officer.confirms()


@sentence("the officer returns the draft: “{reason:Words}”")
def _returns(scene: Scene, reason: str) -> None:
    """The same with Ctrl+Shift+Q and a reason."""
    officer, application = scene.officer, scene.application.id
    officer.opens_drafts()
    officer.chooses_draft(application)
    officer.returns(reason)


@sentence("the officer chooses the draft")
def _chooses(scene: Scene) -> None:
    """Its row, its facts read; nothing is decided yet."""
    officer, application = scene.officer, scene.application.id
    officer.opens_drafts()
    officer.chooses_draft(application)


@sentence("the officer confirms what is chosen")
def _confirms_chosen(scene: Scene) -> None:
    """Ctrl+Enter on the row that was chosen before, whatever happened meanwhile."""
    scene.officer.confirms()


@sentence("the draft is overdue")
def _overdue(scene: Scene) -> None:
    """The list marks it: its working days are over."""
    officer = scene.officer
    page = officer.opens_drafts()
    officer.chooses_draft(scene.application.id)
    row = page._table.selected_row()
    assert row.draft.days_left < 0


@sentence("the draft is no longer in the list")
def _gone(scene: Scene) -> None:
    """Nobody has to decide it any more."""
    officer, application = scene.officer, scene.application.id
    officer.opens_drafts()
    officer.waits("the list without it", lambda: not officer.sees_draft(application))


@sentence("the head opens the application again: “{reason:Words}”")
def _reopens(scene: Scene, reason: str) -> None:
    """Found by its number, confirmed once; online only."""
    number = scene.application.number
    scene.whoever.syncs()
    scene.head.reopens(number, reason)


@sentence("the head cannot end a registration on the office's own initiative")
def _switched_off(scene: Scene) -> None:
    """The page is there and says that it is switched off, and who can switch it on (D20)."""
    scene.head.opens_ending()
    assert not scene.head.can_end()


@sentence("the draft decision of another person is at the back office too")
def _another(scene: Scene) -> None:
    """A second jobseeker comes, no work is found, the draft is sent: everything in one sentence."""
    first, scene.person = scene.person, scene.outside.person("jobseeker")
    agent = scene.agent
    agent.begins()
    agent.identifies(scene.person)
    agent.applies_for(scene.person, ApplicationKind.UNEMPLOYED)
    agent.looks_for_work()
    agent.places_no_work()
    agent.sends_to_back_office(scene.person)
    agent.syncs()
    scene.other, scene.person = scene.person, first


@sentence("the officer confirms both decisions at once")
def _both(scene: Scene) -> None:
    """Both rows are chosen with the space bar, one question is answered."""
    agent = scene.whoever
    both = [agent.application(each) for each in (scene.person, scene.other)]
    officer = scene.officer
    officer.opens_drafts()
    officer.marks_drafts(*(each.id for each in both if each))
    officer.confirms()


@sentence("the other person is {status:Status}")
def _other_status(scene: Scene, status: Status) -> None:
    """Waits until the registration of the other person is this one."""
    seen, other = scene.whoever, scene.other
    seen.waits(f"the status {status}", lambda: seen.file(other).registration.status is status)
