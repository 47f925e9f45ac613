"""Sentences about what disturbs: the line, the lock, the power, and somebody else at the same file."""

from __future__ import annotations

from dost_desktop.domain.vocabulary import ApplicationState
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence


@sentence("the connection to the central system is lost")
def _offline(scene: Scene) -> None:
    """The central API is stopped; the strip says that the desk is offline."""
    scene.agent.goes_offline()


@sentence("the connection comes back")
def _online(scene: Scene) -> None:
    """The central API is started again at its old address; the strip says so."""
    scene.agent.comes_back_online()


@sentence("the agent locks the desk and unlocks it again")
def _locks(scene: Scene) -> None:
    """Ctrl+L, and the password."""
    scene.agent.locks()
    scene.agent.unlocks()


@sentence("the person takes the application back at another desk")
def _elsewhere(scene: Scene) -> None:
    """A colleague at another desk of the centre records the withdrawal; this desk hears of it by the sync."""
    scene.agent.syncs()
    scene.colleague().withdraws(scene.agent.file_id(scene.person), scene.application.id)


@sentence("the program is closed and opened again")
def _restarts(scene: Scene) -> None:
    """The agent signs in again; what was recorded is there, what was typed is a draft."""
    scene.agent.restarts()


@sentence("the agent presses Ctrl+Enter")
def _enter(scene: Scene) -> None:
    """The main act of the page, whatever comes of it."""
    scene.agent.presses("Ctrl+Enter")


@sentence("the agent presses Ctrl+Enter twice, quickly")
def _twice(scene: Scene) -> None:
    """As a tired hand does."""
    scene.agent.presses("Ctrl+Enter", "Ctrl+Enter")


@sentence("the person has one application")
def _one(scene: Scene) -> None:
    """Nothing was recorded twice."""
    assert len(scene.file.applications) == 1


@sentence("the person has one written answer")
def _one_notice(scene: Scene) -> None:
    """Nothing was issued twice."""
    assert len(scene.file.notices) == 1


@sentence("the form was sent once")
def _form_once(scene: Scene) -> None:
    """The file holds one filled form."""
    assert scene.agent.events(scene.person).count("form_submitted") == 1


@sentence("the central system has confirmed the form while the desk was locked")
def _while_locked(scene: Scene) -> None:
    """The desk is locked, the person confirms, MAS accepts; the password still goes where it belongs."""
    agent = scene.agent
    agent.locks()
    scene.outside.confirms(scene.application)
    agent.waits_for_state(scene.person, ApplicationState.DONE)
    window = scene.window
    window.rest(500)
    agent.unlocks()
