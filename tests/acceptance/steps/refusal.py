"""Sentences about the reasoned written answer: from the ground to the hand that takes it."""

from __future__ import annotations

from datetime import date, timedelta

from dost_desktop.domain.dates import short
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence
from tests.fakes.told import TOLD


@sentence("the agent prepares the refusal")
def _prepares(scene: Scene) -> None:
    """The page of the refusal, prefilled with the most exact ground of the case."""
    scene.agent.prepares_refusal()


@sentence("the ground is “{ground:Words}”")
def _ground(scene: Scene, ground: str) -> None:
    """The ground that stands on the page, by its id in ``resources/catalogue/grounds.toml``."""
    assert scene.agent.chosen_ground() == ground


@sentence("the agent chooses the ground “{ground:Words}”")
def _chooses(scene: Scene, ground: str) -> None:
    """First the ground of the passport, then this one of the catalogue."""
    scene.agent.chooses_ground(ground)


@sentence("the ground “{ground:Words}” is not offered")
def _not_offered(scene: Scene, ground: str) -> None:
    """It stands in neither list of the page."""
    assert ground not in scene.agent.offered_grounds()


@sentence("the agent writes what the file shows and why that is no legal basis")
def _typed_facts(scene: Scene) -> None:
    """Every fact that only the agent knows is typed, and the reasoning."""
    scene.agent.types_facts("Müraciətdə göstərilən halın qanunda nəzərdə tutulan əsası yoxdur.")


@sentence("the agent types what the person showed")
def _types_what_was_shown(scene: Scene) -> None:
    """Every fact that no register gives, with the paper it was read from; days are written dd.mm.yyyy."""
    today = scene.outside.days.today()
    told = dict(TOLD[scene.agent.chosen_ground()])
    for days_ago, fact in enumerate(("contract_ended_on", "contract_from", "referral_date"), start=1):
        if fact in told:
            told[fact] = short(today - timedelta(days=10 * days_ago))
    for fact in ("study_from", "study_until"):
        if fact in told:
            told[fact] = short(date.fromisoformat(told[fact]))
    scene.agent.types_what_was_told(told)


@sentence("the agent writes the reasoning “{words:Words}”")
def _reasoning(scene: Scene, words: str) -> None:
    """In place of what is proposed."""
    scene.agent.writes_reasoning(words)


@sentence("the agent signs the written answer")
def _signs(scene: Scene) -> None:
    """Confirmed once, signed with the token (its PIN once a session), recorded, printed at once."""
    scene.agent.signs(scene.person)


@sentence("the person takes the written answer and signs for it")
def _hands_over(scene: Scene) -> None:
    """The receipt is recorded."""
    scene.agent.hands_over(scene.person)


@sentence("the written answer says “{words:Words}”")
def _says(scene: Scene, words: str) -> None:
    """These words stand in the signed PDF (spaces and line ends do not matter)."""
    letter = scene.agent.letter(scene.person)
    assert words in letter, letter
