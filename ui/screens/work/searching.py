"""The search for suitable work as the page carries it: what is looked for, found, answered aloud, and looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, get_args

from dost_desktop.contract.suitable_work import Education, Vacancy
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.suitable_work import Test
from dost_desktop.ports import Clock, Tasks, Worker
from dost_desktop.services.compare_vacancies import compared, question_of
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.suitable_work import PAGES_AT_ONCE, FindVacancies, Search, Wish
from ui.screens.work.shelf import Shelf

WAGE_MOST = 999_999


class Searching:
    """One question at a time; only the newest answer counts. ``changed`` is called when the shelf is another one."""

    def __init__(
        self,
        tasks: Tasks,
        find: FindVacancies,
        clock: Clock,
        changed: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._tasks, self._find, self._clock = tasks, find, clock
        self._changed, self._failed = changed, failed
        self._case: CaseView | None = None
        self._found: tuple[Vacancy, ...] = ()
        self._today: dict[Wish, tuple[Vacancy, ...]] = {}  # what each search of this day found last
        self._answers: dict[str, bool] = {}
        self._pages, self._question = PAGES_AT_ONCE, 0
        self.shelf = Shelf()

    @property
    def answers(self) -> Mapping[str, bool]:
        """What the person said so far, by question."""
        return self._answers

    def take_case(self, case: CaseView, answers: Mapping[str, Any], wish: Mapping[str, Any] | None) -> None:
        """The file as it stands now; ``wish`` as it was typed, None: as the person's profile says."""
        self._case = case
        self._answers = {str(key): bool(said) for key, said in answers.items()}
        looked_for = wish_of_profile(case.file.profile) if wish is None else wish_from(wish)
        self._arrange(wish=looked_for)

    def search(self, wish: Wish | None = None) -> None:
        """Ask the vacancy bank, from the beginning."""
        self._pages = PAGES_AT_ONCE
        self._ask(wish or self.shelf.wish)

    def more(self) -> None:
        """The next pages too."""
        self._pages += PAGES_AT_ONCE
        self._ask(self.shelf.wish)

    def stop(self) -> None:
        """The agent does not want to wait."""
        self._question += 1
        self._arrange(is_asking=False)
        self._changed()

    def select(self, vacancy: str) -> None:
        """The vacancy that is looked at."""
        self.shelf = replace(self.shelf, selected=vacancy)

    def say(self, fits: bool) -> bool:
        """The answer to the first open question of the selected vacancy; False without one."""
        chosen = self.shelf.chosen
        if chosen is None or not chosen.questions:
            return False
        self._answers[question_of(chosen.questions[0], chosen.vacancy)] = fits
        self._arrange()
        return True

    def take_back(self, test: Test) -> None:
        """An answer was a slip: the question is open again."""
        chosen = self.shelf.chosen
        if chosen is not None and self._answers.pop(question_of(test, chosen.vacancy), None) is not None:
            self._arrange()

    def taken(self, vacancy: Vacancy) -> None:
        """It was filled meanwhile: it leaves the list, and the list is read again."""
        number = vacancy.number
        for wish, found in self._today.items():
            self._today[wish] = tuple(each for each in found if each.number != number)
        self._found = tuple(each for each in self._found if each.number != number)
        self._arrange(taken=vacancy.position)
        self._ask(self.shelf.wish, taken=vacancy.position)

    def is_of_today(self) -> bool:
        """Whether the vacancy bank answered today already."""
        at = self.shelf.searched_at
        return at is not None and legal_date(at) == legal_date(self._clock.now())

    def _ask(self, wish: Wish, *, taken: str = "") -> None:
        case = self._case
        if case is None:
            return
        self._question += 1
        self._arrange(wish=wish, is_asking=True, silence=None, taken=taken)
        self._changed()
        job = partial(self._find.search, case.file, case.application.id, wish, self._pages)
        done = partial(self._answered, self._question)
        self._tasks.run(job, done=done, failed=partial(self._not_asked, self._question), on=Worker.NETWORK)

    def _answered(self, question: int, search: Search) -> None:
        if question != self._question:
            return
        if search.silence is not None and not search.vacancies:
            self._arrange(is_asking=False, silence=search.silence)  # what lay here stays
        else:
            self._keep(search, self._clock.now())
        self._changed()

    def _keep(self, search: Search, now: datetime) -> None:
        before = self.shelf.searched_at
        if before is None or legal_date(before) != legal_date(now):
            self._today = {}
        self._found = search.vacancies
        self._today[self.shelf.wish] = search.vacancies
        self._arrange(is_asking=False, silence=search.silence, total=search.total, searched_at=now)

    def _not_asked(self, question: int, error: Exception) -> None:
        if question == self._question:
            self._arrange(is_asking=False)
            self._changed()
        self._failed(error)

    def _arrange(self, **changes: Any) -> None:
        """The rows anew: the file, the answers or what was found are others."""
        case = self._case
        profile = case.file.profile if case else None
        offers = case.application.offers if case else ()
        seen = {each.number: each for found in self._today.values() for each in found}
        here = {each.number for each in self._found}
        every = {each.number: each for each in self._found} | seen
        beside = compared(every.values(), profile, self._answers, offers)
        rows = tuple(each for each in beside if each.vacancy.number in here)
        today = [each for each in beside if each.vacancy.number in seen]
        selected = self.shelf.selected
        if selected not in here:
            selected = rows[0].vacancy.number if rows else ""
        self.shelf = replace(
            self.shelf,
            rows=rows,
            selected=selected,
            suitable=sum(each.is_suitable and each.offer is None for each in today),
            unsure=sum(each.is_possible and bool(each.questions) for each in today),
            seen=len(today),
            **changes,
        )


def wish_of_profile(profile: WorkProfile | None) -> Wish:
    """What is looked for, as the person said it: the job wanted, else what they learnt."""
    if profile is None:
        return Wish()
    return Wish(
        profession=profile.wanted or profile.specialty,
        education=profile.education.value if profile.education else "",
        district=profile.district,
        public_transport=bool(profile.by_public_transport),
    )


def wish_from(typed: Mapping[str, Any]) -> Wish:
    """What was typed into the criteria; a wage that is no number narrows nothing."""
    wage = "".join(filter(str.isdigit, str(typed.get("wage_from", ""))))
    education = str(typed.get("education", ""))
    known: tuple[Education, ...] = get_args(Education)
    return Wish(
        profession=str(typed.get("profession", ""))[:100],
        education=next((each for each in known if each == education), ""),
        district=str(typed.get("district", ""))[:100],
        public_transport=bool(typed.get("public_transport", False)),
        wage_from=min(int(wage), WAGE_MOST) if wage else 0,
    )


def typed_wish(wish: Wish) -> Mapping[str, Any]:
    """The criteria as their fields show them."""
    return {
        "profession": wish.profession,
        "education": wish.education,
        "district": wish.district,
        "public_transport": wish.public_transport,
        "wage_from": str(wish.wage_from or ""),
    }
