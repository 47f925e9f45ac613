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


@sentence("the agent opens the person's individual employment sheet")
def _sheet(scene: Scene) -> None:
    """Ctrl+O: the whole file on one page."""
    scene.agent.opens_whole_file()


@sentence("the agent prints the extract of the sheet")
def _extract(scene: Scene) -> None:
    """Ctrl+P, with the purpose that is proposed."""
    scene.printed = scene.agent.prints_extract()


@sentence("the agent prints what the page offers")
def _prints(scene: Scene) -> None:
    """Ctrl+P: a confirmation, a receipt, a referral; without a printer it is saved and read from there."""
    scene.printed = scene.agent.prints()


@sentence("the paper says “{words:Words}”")
def _paper_says(scene: Scene, words: str) -> None:
    """These words stand in what was printed last (Azerbaijani, word for word)."""
    assert words in scene.printed, scene.printed


@sentence("the paper names the person")
def _paper_names(scene: Scene) -> None:
    """The person's surname stands in what was printed last."""
    assert scene.person.surname in scene.printed, scene.printed


@sentence("the agent goes to the queue")
def _queue(scene: Scene) -> None:
    """Ctrl+1."""
    scene.agent.goes_to_queue()
