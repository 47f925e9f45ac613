"""Sentences about the forms that MAS takes: of a jobseeker, of temporary removal, resumption and cancellation."""

from __future__ import annotations

from datetime import timedelta

from dost_desktop.domain.dates import short
from dost_desktop.domain.ending import takes_up_on
from dost_desktop.domain.vocabulary import ApplicationKind, MessageChannel
from tests.acceptance.robot.outside import E_SOSIAL
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence


@sentence("the agent fills the form of a jobseeker and sends it to MAS")
def _jobseeker(scene: Scene) -> None:
    """Everything that must be filled is typed, Ctrl+Enter hands the form to MAS; the person confirms it at once."""
    scene.agent.fills_jobseeker_form()
    scene.agent.sends_form()


@sentence("the agent fills the form of a jobseeker with the mobile number “{phone:Words}”")
def _with_phone(scene: Scene, phone: str) -> None:
    """Everything that must be filled, with this number; the form is not sent yet."""
    scene.agent.fills_jobseeker_form(phone=phone)


@sentence("the agent fills the form with the ground “{ground:Words}” and sends it to MAS")
def _ground(scene: Scene, ground: str) -> None:
    """Of a removal or a cancellation, from today; without a term and a paper of its own."""
    scene.agent.fills_ending(ground, scene.outside.days.today(), None, "")
    scene.agent.sends_form()


@sentence("the agent fills the form with the ground “{ground:Words}” for {days:d} days")
def _term(scene: Scene, ground: str, days: int) -> None:
    """A removal from today for so many days (fewer than none: a term that is over); the form is not sent yet."""
    today = scene.outside.days.today()
    scene.agent.fills_ending(ground, today, today + timedelta(days=days), "")


@sentence("the agent fills the form with the ground “{ground:Words}” until the next day off")
def _until_day_off(scene: Scene, ground: str) -> None:
    """A removal from today until a day on which the office does not work; the form is not sent yet."""
    agent = scene.agent
    scene.agent.fills_ending(ground, scene.outside.days.today(), agent.next_day_off(), "")


@sentence("the agent fills the form with the ground “{ground:Words}” and the paper “{paper:Words}”")
def _paper(scene: Scene, ground: str, paper: str) -> None:
    """Of a removal or a cancellation, from today, with the paper that shows the cause; the form is not sent yet."""
    scene.agent.fills_ending(ground, scene.outside.days.today(), None, paper)


@sentence("the agent fills the form of resumption with the paper “{paper:Words}” and sends it to MAS")
def _resumption(scene: Scene, paper: str) -> None:
    """The paper that shows that the cause ended, where one is asked for."""
    scene.agent.fills_resumption(paper)
    scene.agent.sends_form()


@sentence("the agent sends the form to MAS")
def _sends(scene: Scene) -> None:
    """Ctrl+Enter; the form is on its way."""
    scene.agent.sends_form()


@sentence("the form cannot be sent: “{reason:Words}”")
def _cannot(scene: Scene, reason: str) -> None:
    """The button is off, and the page says why: the key of a problem or words of the window."""
    told = scene.agent.why_form_cannot_be_sent()
    assert scene.agent.is_said(reason, told), told


@sentence("nobody confirms forms in e-sosial")
def _unconfirmed(scene: Scene) -> None:
    """From now on forms lie in MAS unconfirmed, until a person confirms."""
    scene.outside.falls_silent(E_SOSIAL)


@sentence("the person confirms the form in e-sosial")
def _confirms(scene: Scene) -> None:
    """By their own means, outside the window; MAS then decides."""
    scene.outside.confirms(scene.application)


@sentence("the representative will confirm the form in e-sosial")
def _by_representative(scene: Scene) -> None:
    """Who confirms is chosen on the form."""
    scene.agent.is_confirmed_by_representative()


@sentence("MAS will not accept the next form for {kind:Kind}: “{reason:Words}”")
def _not_accepted(scene: Scene, kind: ApplicationKind, reason: str) -> None:
    """MAS answers the next form of this kind with this reason, and the one after it as usual."""
    scene.outside.mas_will_not_accept(scene.person, kind, reason)


@sentence("the agent goes on with registration as unemployed in the same case")
def _goes_on(scene: Scene) -> None:
    """Ctrl+Enter on what is done: the next application of the same person, without a new intake."""
    scene.agent.goes_on_as_unemployed(scene.person)


@sentence("the person is told of “{message:Words}” by e-cabinet and by mobile message")
def _told(scene: Scene, message: str) -> None:
    """Waits until both deliveries of this message are recorded."""

    def both() -> bool:
        told = [each for each in scene.application.messages if each.message == message and each.delivered]
        return {each.channel for each in told} == set(MessageChannel)

    scene.whoever.waits(f"both messages {message}", both)


@sentence("the registration is removed until {days:d} days from today")
def _removed_until(scene: Scene, days: int) -> None:
    """As MAS took it."""
    assert scene.file.registration.ends_on == scene.outside.days.today() + timedelta(days=days)


@sentence("MAS bars the person for “{ground:Words}” for {days:d} days")
def _barred(scene: Scene, ground: str, days: int) -> None:
    """A cancellation left this bar: until it ends the person cannot become a jobseeker again."""
    until = scene.outside.days.today() + timedelta(days=days)
    scene.outside.changes_status(scene.person, bars=[f"{ground}:{until.isoformat()}"])


@sentence("the removal was for “{ground:Words}” and ends in {days:d} days")
def _ends_in(scene: Scene, ground: str, days: int) -> None:
    """What MAS holds of a person who is temporarily removed."""
    until = scene.outside.days.today() + timedelta(days=days)
    scene.outside.changes_status(
        scene.person, before_removal="jobseeker", ends_on=until.isoformat(), ground=ground
    )


@sentence("the page names the day {days:d} days from today")
def _names_day(scene: Scene, days: int) -> None:
    """That day stands somewhere in sight."""
    day = short(scene.outside.days.today() + timedelta(days=days))
    scene.whoever.waits(day, lambda: day in scene.window.words())


@sentence("the page names the first working day after the next day off")
def _names_working_day(scene: Scene) -> None:
    """When the registration is taken up again where a term ends on a day off."""
    calendar = scene.window.session.desk.law(scene.outside.days.now()).calendar
    day = takes_up_on(scene.agent.next_day_off(), calendar)
    scene.whoever.waits(short(day), lambda: short(day) in scene.window.words())


@sentence("the removal was for “{ground:Words}” of an unemployed person and ends in {days:d} days")
def _of_unemployed(scene: Scene, ground: str, days: int) -> None:
    """The same for somebody who was unemployed before."""
    until = scene.outside.days.today() + timedelta(days=days)
    scene.outside.changes_status(
        scene.person, before_removal="unemployed", ends_on=until.isoformat(), ground=ground
    )
