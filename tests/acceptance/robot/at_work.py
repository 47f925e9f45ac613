"""Suitable work: vacancies looked for and offered, what the person and the employer say, no work, the back office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer
from tests.acceptance.robot.at_window import AtWindow
from tests.acceptance.robot.outside import Person
from ui.screens.work.forms import Choices
from ui.screens.work.page import JUSTIFIED, UNJUSTIFIED, PageAct, Section
from ui.screens.work.view import WorkView

A = ApplicationState


class AtWork(AtWindow):
    """The page of suitable work."""

    def work_page(self, *states: ApplicationState) -> WorkView:
        """Its page, as soon as it shows one of these states."""
        page = self.page(WorkView)
        self.waits(f"the page of {states}", lambda: page._page and (not states or page._page.state in states))
        self.at.rest(80)
        return page

    def looks_for_work(self) -> WorkView:
        """The vacancy bank has answered, or is known to be silent."""
        page = self.work_page(A.OFFERING_WORK)
        self.waits(
            "the vacancies", lambda: page._page and not page._page.shelf.is_asking and _has_heard(page)
        )
        return page

    def asks_again(self) -> None:
        """F9: the vacancy bank while work is looked for, the register before and afterwards."""
        self.at.rest(200)
        self.presses("F9")
        self.at.rest(150)

    def widens_search(self, person: Person) -> None:
        """Only the trade is asked for any more: whatever education, wherever, however one gets there."""
        page = self.looks_for_work()
        self.presses("Alt+V")
        self.waits("the criteria", lambda: page._page and page._page.section is Section.SEARCH)
        form = page._middle._search
        self.overwrites(form._profession, person.trade)
        self.overwrites(form._education, "")
        self.overwrites(form._district, "")
        if form._transport.isChecked():
            self.click(form._transport)
        self.at.rest(100)
        self.presses("Ctrl+Enter")
        self.at.rest(150)
        self.looks_for_work()

    def found(self) -> Mapping[str, str]:
        """Every vacancy in the list with the chip of its row."""
        page = self.looks_for_work()
        assert page._page is not None
        part = page._middle.vacancies
        return {row.vacancy.number: part._conditions(row).chip for row in page._page.shelf.rows}

    def chooses_vacancy(self, vacancy: Mapping[str, Any]) -> None:
        """Its row, by the arrow keys."""
        page = self.looks_for_work()
        rows = page._middle.vacancies.list
        rows.setFocus()
        for key in ("Up", "Down"):
            for _ in range(rows.model().rowCount()):
                if rows.selected_id() == vacancy["number"]:
                    return
                self.presses(key)
        assert rows.selected_id() == vacancy["number"], "the vacancy is not in the list"

    def answers_question(self, *, fits: bool) -> None:
        """What the person says to the open question of the chosen vacancy."""
        self.looks_for_work()
        self.presses("Alt+B" if fits else "Alt+X")
        self.at.rest(80)

    def offers_work(self, person: Person, vacancy: Mapping[str, Any]) -> None:
        """This vacancy is offered with its five tests."""
        self.chooses_vacancy(vacancy)
        self.presses("Ctrl+M")
        self.waits_for_state(person, A.WAITING_PERSON)

    def tries_to_offer(self, vacancy: Mapping[str, Any]) -> None:
        """The same, whatever comes of it."""
        self.chooses_vacancy(vacancy)
        self.presses("Ctrl+M")
        self.at.rest(100)

    def accepts_offer(self, person: Person) -> None:
        """The person takes the work."""
        self.work_page(A.WAITING_PERSON)
        self.presses("Ctrl+Enter")
        self.waits_for_state(person, A.OFFER_ACCEPTED)

    def declines_offer(self, person: Person, words: str) -> None:
        """The person does not take the work, for this reason in their own words."""
        page = self.work_page(A.WAITING_PERSON)
        self.presses("Alt+N")
        self.waits("the form", lambda: page._page and page._page.section is Section.DECLINE)
        self.overwrites(page._middle._decline._words, words)
        self.at.rest(100)
        self.presses("Ctrl+Enter")
        self.waits_for_state(person, A.DECLINED)

    def judges(self, person: Person, *, justified: bool, wording: str) -> None:
        """What the agent makes of the reason."""
        page = self.work_page(A.DECLINED)
        self._takes(page._middle._judge._choices, JUSTIFIED if justified else UNJUSTIFIED)
        self.overwrites(page._middle._judge._words, wording)
        self.at.rest(100)
        self.presses("Ctrl+Enter")
        self.waits_for_state(person, A.OFFERING_WORK if justified else A.DECLINED_UNJUSTIFIED)

    def explains_right(self, person: Person) -> None:
        """The right to apply again was explained aloud; it is recorded."""
        self.work_page(A.DECLINED_UNJUSTIFIED)
        self.presses("Ctrl+Enter")
        self.waits_for_state(person, A.RIGHT_EXPLAINED)
        self.work_page(A.RIGHT_EXPLAINED)

    def refers(self, person: Person) -> str:
        """The referral is numbered, recorded and printed; its number."""
        self.work_page(A.OFFER_ACCEPTED)
        self.presses("Ctrl+P")
        application = self.waits_for_state(person, A.WAITING_EMPLOYER)
        assert application.referral is not None
        return application.referral.number

    def records_employer(self, answer: EmployerAnswer, note: str = "") -> None:
        """What the employer decided, as the agent heard it."""
        page = self.work_page(A.WAITING_EMPLOYER)
        self._takes(page._middle._employer._choices, answer.value)
        if note:
            self.overwrites(page._middle._employer._note, note)
        self.at.rest(100)
        self.presses("Ctrl+Enter")
        self.at.rest(100)

    def places_no_work(self) -> None:
        """“No suitable work” is placed in MAS."""
        self.looks_for_work()
        self.presses("Ctrl+B")
        self.at.rest(100)

    def sends_to_back_office(self, person: Person) -> None:
        """The draft decision to the named back office."""
        self.work_page(A.NO_WORK_PLACED, A.RETURNED)
        self.at.rest(800)  # a key in the moment of the answer would do nothing
        self.presses("Ctrl+B")
        self.waits_for_state(person, A.AT_BACK_OFFICE)

    def why_work_act_is_off(self, act: PageAct) -> str:
        """The key of the reason why this act is impossible now; "" when it is possible."""
        page = self.work_page()
        assert page._page is not None
        off = page._page.off(act)
        return off.reason if off else ""

    def _takes(self, choices: Choices, wanted: str) -> None:
        self.click(choices._buttons[wanted])


def _has_heard(page: WorkView) -> bool:
    shelf = page._page.shelf if page._page else None
    return shelf is not None and (shelf.searched_at is not None or shelf.silence is not None)
