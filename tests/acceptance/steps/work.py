"""Sentences about suitable work: vacancies, offers and their answers, the referral, the employer, no work."""

from __future__ import annotations

from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import sentence
from ui.screens.work.page import PageAct


@sentence("a vacancy that fits the person by all five tests")
def _fits(scene: Scene) -> None:
    """In the person's trade, whose conditions the person meets; nobody else's search finds it."""
    scene.vacancies.append(scene.outside.vacancy(scene.person))


@sentence("a vacancy that does not fit the person by education")
def _does_not_fit(scene: Scene) -> None:
    """In the person's trade, but it asks for higher education."""
    scene.vacancies.append(scene.outside.vacancy(scene.person, education="higher"))


@sentence("a vacancy of which nobody knows whether public transport leads there")
def _transport(scene: Scene) -> None:
    """Four tests fit, the fifth is a question to the person."""
    scene.vacancies.append(scene.outside.vacancy(scene.person, public_transport=""))


@sentence("somebody else takes the vacancy")
def _filled(scene: Scene) -> None:
    """It leaves the vacancy bank while it still stands on the page."""
    scene.outside.is_filled(scene.vacancies[-1])


@sentence("the agent looks for suitable work")
def _looks(scene: Scene) -> None:
    """The page asks the vacancy bank when it opens; this waits for its answer."""
    scene.agent.looks_for_work()


@sentence("the agent looks for suitable work again")
def _looks_again(scene: Scene) -> None:
    """F9."""
    scene.agent.asks_again()
    scene.agent.looks_for_work()


@sentence("the agent widens the search to every vacancy of the trade")
def _widens(scene: Scene) -> None:
    """Alt+V: whatever education it asks for, wherever it is, however one gets there."""
    scene.agent.widens_search(scene.person)


@sentence("the vacancy is found as one that fits")
def _found(scene: Scene) -> None:
    """It stands in the list with five of five."""
    assert "5 / 5" in scene.agent.found()[scene.vacancies[-1]["number"]]


@sentence("the vacancy is found with {tests:d} of 5 tests")
def _found_with(scene: Scene, tests: int) -> None:
    """It stands in the list, with so many tests that fit."""
    assert f"{tests} / 5" in scene.agent.found()[scene.vacancies[-1]["number"]]


@sentence("the vacancy is not found any more")
def _gone(scene: Scene) -> None:
    """It left the list."""
    number = scene.vacancies[-1]["number"]
    scene.agent.waits("the list without it", lambda: number not in scene.agent.found())


@sentence("the person answers the question of the vacancy with yes")
def _yes(scene: Scene) -> None:
    """Asked aloud, answered in place (Alt+B)."""
    scene.agent.chooses_vacancy(scene.vacancies[-1])
    scene.agent.answers_question(fits=True)


@sentence("the person answers the question of the vacancy with no")
def _no(scene: Scene) -> None:
    """Asked aloud, answered in place (Alt+X)."""
    scene.agent.chooses_vacancy(scene.vacancies[-1])
    scene.agent.answers_question(fits=False)


@sentence("the agent offers the vacancy")
def _offers(scene: Scene) -> None:
    """Ctrl+M, with the five tests; the vacancy bank is asked first whether it is still open."""
    scene.agent.offers_work(scene.person, scene.vacancies[-1])


@sentence("the agent tries to offer the vacancy")
def _tries(scene: Scene) -> None:
    """The same, whatever comes of it."""
    scene.agent.tries_to_offer(scene.vacancies[-1])


@sentence("the person accepts the offer")
def _accepts(scene: Scene) -> None:
    """Recorded with Ctrl+Enter."""
    scene.agent.accepts_offer(scene.person)


@sentence("the person declines the offer: “{words:Words}”")
def _declines(scene: Scene, words: str) -> None:
    """With the reason in the person's own words."""
    scene.agent.declines_offer(scene.person, words)


@sentence("the agent judges the reason as justified: “{wording:Words}”")
def _justified(scene: Scene, wording: str) -> None:
    """Another work is looked for; nothing is counted."""
    scene.agent.judges(scene.person, justified=True, wording=wording)


@sentence("the agent judges the reason as not justified: “{wording:Words}”")
def _unjustified(scene: Scene, wording: str) -> None:
    """The right to apply again is explained next."""
    scene.agent.judges(scene.person, justified=False, wording=wording)


@sentence("the agent explains the right to apply again")
def _explains(scene: Scene) -> None:
    """Said aloud and recorded; the letter says it as a fact."""
    scene.agent.explains_right(scene.person)


@sentence("the agent issues the referral")
def _refers(scene: Scene) -> None:
    """Numbered, recorded, printed."""
    scene.agent.refers(scene.person)


@sentence("the employer answers that the person is hired")
def _hired(scene: Scene) -> None:
    """By the employers' own adapter, outside the window."""
    scene.outside.employer_says(scene.referral, EmployerAnswer.HIRED)
    scene.whoever.hears_at_once()


@sentence("the employer answers that the person is not hired")
def _not_hired(scene: Scene) -> None:
    """The same."""
    scene.outside.employer_says(scene.referral, EmployerAnswer.NOT_HIRED)
    scene.whoever.hears_at_once()


@sentence("the agent records that the employer hired the person")
def _records_hired(scene: Scene) -> None:
    """As the employer said it on the telephone."""
    scene.agent.records_employer(EmployerAnswer.HIRED, "Kadrlar şöbəsi, telefonla")


@sentence("the agent records that the employer did not hire the person")
def _records_not_hired(scene: Scene) -> None:
    """As the employer said it on the telephone."""
    scene.agent.records_employer(EmployerAnswer.NOT_HIRED, "Kadrlar şöbəsi, telefonla")


@sentence("the agent tries to record the employer's silence")
def _records_silence(scene: Scene) -> None:
    """Possible only after the employer's term."""
    scene.agent.records_employer(EmployerAnswer.SILENT)


@sentence("the agent places “no suitable work”")
def _places(scene: Scene) -> None:
    """Ctrl+B: in MAS, which gives its reference."""
    scene.agent.places_no_work()


@sentence("“no suitable work” cannot be placed: “{reason:Words}”")
def _cannot_place(scene: Scene, reason: str) -> None:
    """Off with this reason (a key of ``ui/screens/work/off_words.py`` or of a problem)."""
    seen = scene.agent
    seen.waits(reason, lambda: seen.why_work_act_is_off(PageAct.NO_WORK) == reason)


@sentence("the vacancy cannot be offered: “{reason:Words}”")
def _cannot_offer(scene: Scene, reason: str) -> None:
    """Chosen in the list, the offer is off with this reason."""
    seen = scene.agent
    seen.chooses_vacancy(scene.vacancies[-1])
    seen.waits(reason, lambda: seen.why_work_act_is_off(PageAct.OFFER) == reason)


@sentence("the employer's silence cannot be recorded: “{reason:Words}”")
def _cannot_be_silent(scene: Scene, reason: str) -> None:
    """Chosen on the form, it is off with this reason."""
    assert scene.agent.why_work_act_is_off(PageAct.EMPLOYER) == reason


@sentence("the draft cannot be sent to the back office: “{reason:Words}”")
def _cannot_send(scene: Scene, reason: str) -> None:
    """Off with this reason."""
    seen = scene.agent
    seen.waits(reason, lambda: seen.why_work_act_is_off(PageAct.SEND) == reason)


@sentence("the agent sends the draft decision to the back office")
def _sends(scene: Scene) -> None:
    """To the back office that is proposed; the draft arrives there before the next sentence."""
    scene.agent.sends_to_back_office(scene.person)
    scene.agent.syncs()


@sentence("the agent asks the register again")
def _asks_register(scene: Scene) -> None:
    """F9, where an answer is there already."""
    scene.agent.asks_again()


@sentence("{n:d} unjustified decline is counted")
def _counted(scene: Scene, n: int) -> None:
    """As the page shows it to agent and person; nothing follows by itself."""
    page = scene.agent.work_page()
    assert page._page is not None
    assert page._page.declined == n


@sentence("the judgement cannot be recorded: “{reason:Words}”")
def _cannot_judge(scene: Scene, reason: str) -> None:
    """Off with this reason."""
    seen = scene.agent
    seen.work_page(ApplicationState.DECLINED)
    assert seen.why_work_act_is_off(PageAct.JUDGE) == reason
