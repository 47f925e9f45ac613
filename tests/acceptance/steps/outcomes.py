"""Sentences that look: where the application stands, what the person's registration is, what the window says."""

from __future__ import annotations

from dost_desktop.domain.vocabulary import ApplicationState, Status
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence


@sentence("the application is {state:State}")
def _state(scene: Scene, state: ApplicationState) -> None:
    """Waits until the person's newest application stands there."""
    scene.whoever.waits_for_state(scene.person, state)


@sentence("the person is {status:Status}")
def _status(scene: Scene, status: Status) -> None:
    """Waits until the registration in the person's file is this one."""
    seen = scene.whoever
    seen.waits(f"the status {status}", lambda: scene.file.registration.status is status)


@sentence("the page says “{words:Words}”")
def _says(scene: Scene, words: str) -> None:
    """Waits until these English words of the window are in sight, in the window's language."""
    scene.whoever.waits_for_words(words)


@sentence("the problem “{key:Words}” is said")
def _problem(scene: Scene, key: str) -> None:
    """Waits until the words of this problem are in sight."""
    seen = scene.whoever
    seen.waits(key, lambda: seen.at.says_problem(key))


@sentence("“{act:Words}” is not possible: “{reason:Words}”")
def _off(scene: Scene, act: str, reason: str) -> None:
    """The button with these English words is there, off, and says why: words of the window, or the key of a problem."""
    told = scene.whoever.why_not(act)
    assert scene.whoever.is_said(reason, told), told


@sentence("the central system holds the same")
def _agrees(scene: Scene) -> None:
    """Everything was sent, decided again by the central system, and both files end in the same event."""
    seen, file_id = scene.whoever, scene.whoever.file_id(scene.person)

    def agree() -> bool:
        seen.syncs()
        return scene.outside.office.hand.whole(file_id).state.head == scene.file.head

    seen.waits("the same at the desk and at the central system", agree)


@sentence("the page says in Azerbaijani “{words:Words}”")
def _says_az(scene: Scene, words: str) -> None:
    """Waits until these very words are in sight."""
    scene.whoever.waits(words, lambda: words in scene.window.words())
