"""Sentences about what disturbs: the line, the lock, the power, and somebody else at the same file."""

from __future__ import annotations

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
