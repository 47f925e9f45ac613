"""Sentences about the application's own page: the check of employment, and taking the application back."""

from __future__ import annotations

from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence


@sentence("the agent checks the register of employed persons")
def _checks(scene: Scene) -> None:
    """The page asks by itself when it opens; asked again with F9 where there is an answer already."""
    scene.agent.checks_register(scene.person)


@sentence("the agent opens the application again")
def _opens(scene: Scene) -> None:
    """The page of the step where the person's newest application stands."""
    scene.agent.opens_case(scene.person)


@sentence("the person takes the application back")
def _withdraws(scene: Scene) -> None:
    """Withdrawal at the applicant's own wish, confirmed once."""
    scene.agent.withdraws(scene.person)
