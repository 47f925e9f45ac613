"""Sentences about the first three steps: the ticket, the desk, the person and the papers."""

from __future__ import annotations

from dost_desktop.domain.vocabulary import ApplicationKind
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence


@sentence("the person takes a ticket for {kind:Kind} and is called to the desk")
def _called(scene: Scene, kind: ApplicationKind) -> None:
    """A ticket of the direction of employment is called by its number; the intake opens."""
    scene.agent.calls(scene.outside.takes_ticket(kind))


@sentence("the person comes to the desk")
def _comes(scene: Scene) -> None:
    """Somebody is served without a ticket (Ctrl+N); the intake opens."""
    scene.agent.begins()


@sentence("the person comes to the desk as a foreigner")
def _comes_as_foreigner(scene: Scene) -> None:
    """The same; the agent chooses that a foreigner applies."""
    scene.agent.begins()
    scene.agent.chooses_applicant("foreigner")


@sentence("the agent identifies the person by number")
def _by_number(scene: Scene) -> None:
    """The FİN is typed and F9 asks MEİS and MAS."""
    scene.agent.identifies(scene.person)


@sentence("the agent identifies the person by the card")
def _by_card(scene: Scene) -> None:
    """The lines of the card come from a keyboard-wedge scanner."""
    scene.agent.scans(scene.person)


@sentence("the person applies for {kind:Kind}")
def _applies(scene: Scene, kind: ApplicationKind) -> None:
    """The purpose is chosen, Ctrl+Enter registers the application; afterwards its page is open."""
    scene.agent.applies_for(scene.person, kind)


@sentence("the person has applied for {kind:Kind}")
def _has_applied(scene: Scene, kind: ApplicationKind) -> None:
    """Comes to the desk, is identified by number, applies: the three sentences above in one."""
    scene.agent.begins()
    scene.agent.identifies(scene.person)
    scene.agent.applies_for(scene.person, kind)


@sentence("the person cannot apply for {kind:Kind}: “{reason:Words}”")
def _cannot_apply(scene: Scene, kind: ApplicationKind, reason: str) -> None:
    """The purpose is off on the intake page, and says why: the key of a problem or words of the window."""
    told = scene.agent.why_not_apply(kind)
    assert scene.agent.is_said(reason, told), told


@sentence("the agent records the person from the document the person shows")
def _from_papers(scene: Scene) -> None:
    """MEİS is silent: kind, number and term of the document, and the names on it, are typed."""
    scene.agent.records_from_paper(scene.person)


@sentence("the representative is shown with the power of attorney")
def _represented(scene: Scene) -> None:
    """Who speaks, by which paper, its original shown; MEİS and the notaries are asked (F9)."""
    scene.agent.is_represented(scene.person)


@sentence("the agent corrects the surname to “{surname:Words}”")
def _corrects(scene: Scene, surname: str) -> None:
    """A typing error in names taken from papers, put right on the person's page; recorded as a correction."""
    scene.agent.corrects_surname(scene.person, surname)


@sentence("the surname before is still in the file")
def _still_there(scene: Scene) -> None:
    """The history holds what was recorded first: nothing is overwritten."""
    first = scene.person.surname
    with scene.window.session.desk.open_reading() as reading:
        told = [each.event.data for each in reading.events(scene.agent.file_id(scene.person))]
    assert any(first in str(each) for each in told)
    assert scene.file.identity is not None
    assert scene.file.identity.surname != first
