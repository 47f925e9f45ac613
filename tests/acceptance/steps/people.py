"""Sentences about people and about the world around the desk: registers, MAS, e-sosial, employers."""

from __future__ import annotations

from dost_desktop.domain.vocabulary import ApplicationKind, Status
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence

_NOBODY_YET = {Status.NOT_REGISTERED: ""}


@sentence("somebody who is {status:Status}")
def _somebody(scene: Scene, status: Status) -> None:
    """A new synthetic person, known to MEİS, whose registration in MAS is this one."""
    scene.person = scene.outside.person(_NOBODY_YET.get(status, status.value))


@sentence("somebody of {age:d} years who is {status:Status}")
def _of_age(scene: Scene, age: int, status: Status) -> None:
    """The same, so many years old."""
    scene.person = scene.outside.person(_NOBODY_YET.get(status, status.value), age=age)


@sentence("a foreigner who is {status:Status}")
def _foreigner(scene: Scene, status: Status) -> None:
    """The same with a permanent permit and the number of the migration service."""
    scene.person = scene.outside.person(_NOBODY_YET.get(status, status.value), foreigner=True)


@sentence("the agent is the one who applies")
def _oneself(scene: Scene) -> None:
    """The person is the agent at this desk: known by the agent's own FİN."""
    scene.person = scene.outside.oneself(scene.window.facts)


@sentence("the register of employed persons holds the person by article {article:S}")
def _works(scene: Scene, article: str) -> None:
    """From now on the register says that the person works, by this sub-article (``4.1.1`` … ``4.1.8``)."""
    scene.outside.works(scene.person, article)


@sentence("the register of employed persons holds the person by article {article:S} as {variant:S}")
def _works_as(scene: Scene, article: str, variant: str) -> None:
    """The same where the sub-article has several cases (``entrepreneur``, ``farm_member``, ``land_share``)."""
    scene.outside.works(scene.person, article, variant)


@sentence("the register of employed persons holds nothing of the person any more")
def _works_no_more(scene: Scene) -> None:
    """What it held is taken out, as an employer does who ends a contract."""
    scene.outside.works_no_more(scene.person)


@sentence("{register:Register} does not answer")
def _silent(scene: Scene, register: str) -> None:
    """This register, or this part of MAS, is silent until the scenario ends or it answers again."""
    scene.outside.falls_silent(register)


@sentence("{register:Register} answers again")
def _speaks(scene: Scene, register: str) -> None:
    """The silence is over; the central system asks again by itself."""
    scene.outside.speaks_again(register)


@sentence("the person applies in e-sosial for {kind:Kind}")
def _online(scene: Scene, kind: ApplicationKind) -> None:
    """The person applies at home; the application is recorded in the centre and comes to the desk."""
    scene.outside.applies_online(scene.person, kind)
    scene.agent.hears_of(scene.person)


@sentence("{days:d} working days go by")
def _days(scene: Scene, days: int) -> None:
    """It is the first working day after so many working days, at the desk and at the central system."""
    scene.agent.comes_to_work_after(days, scene.outside.days)


@sentence("somebody speaks for the person by a power of attorney")
def _attorney(scene: Scene) -> None:
    """A representative whom MEİS knows, and a power of attorney that the notaries know and that still holds."""
    scene.outside.speaks_for(scene.person)


@sentence("somebody speaks for the person by a power of attorney that was revoked")
def _revoked(scene: Scene) -> None:
    """The same, but the notaries know that it was revoked a few days ago."""
    scene.outside.speaks_for(scene.person, revoked_on=scene.outside.days_ago(5))


@sentence("somebody speaks for the person by a power of attorney that has run out")
def _expired(scene: Scene) -> None:
    """The same, but its term is over."""
    scene.outside.speaks_for(scene.person, valid_until=scene.outside.days_ago(10))


@sentence("the document of the person has run out")
def _document_expired(scene: Scene) -> None:
    """Its term ended a few days ago, by the register and on the paper itself."""
    scene.person.invented.person["document"]["valid_until"] = scene.outside.days_ago(20)
    scene.outside.changes_person(scene.person)
