"""What can be done now on the page of suitable work, and for everything else the reason why not (SEED 23.6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.refusing import REASONING_AT_LEAST, Refused
from dost_desktop.domain.suitable_work import REASON_AT_LEAST
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer, Status
from dost_desktop.services.confirmation_letter import can_confirm
from ui.screens.work.missing import todo_of
from ui.screens.work.page import (
    DECLINE,
    EMPLOYER,
    JUDGE,
    JUSTIFIED,
    REGISTER_STATES,
    UNJUSTIFIED,
    BackOfficeName,
    Looked,
    Off,
    Page,
    PageAct,
    Section,
)
from ui.screens.work.shelf import Shelf

A = ApplicationState
_REFERRAL_AHEAD: Final = timedelta(days=30)

MAIN: Final = {
    A.OFFERING_WORK: (PageAct.OFFER, None),
    A.WAITING_PERSON: (PageAct.ACCEPT, PageAct.DECLINE),
    A.DECLINED: (PageAct.JUDGE, None),
    A.DECLINED_UNJUSTIFIED: (PageAct.EXPLAIN, None),
    A.RIGHT_EXPLAINED: (PageAct.REFUSE, None),
    A.OFFER_ACCEPTED: (PageAct.REFER, None),
    A.WAITING_EMPLOYER: (PageAct.EMPLOYER, PageAct.FINISH),
    A.NO_WORK_PLACED: (PageAct.SEND, None),
    A.AT_BACK_OFFICE: (PageAct.FINISH, None),
    A.RETURNED: (PageAct.SEND, PageAct.NO_WORK),
    A.DONE: (PageAct.FINISH, PageAct.CONFIRMATION),
}
_OF_SECTION: Final = {
    Section.PROFILE: PageAct.RECORD_PROFILE,
    Section.SEARCH: PageAct.FIND,
    Section.DECLINE: PageAct.RECORD_DECLINE,
}
#: What stands in the list of each state, beside what every state has.
_LISTED: Final = {
    A.OFFERING_WORK: (PageAct.OFFER_BEST, PageAct.SEARCH, PageAct.PRINT, PageAct.NO_WORK),
    A.WAITING_PERSON: (PageAct.ACCEPT, PageAct.DECLINE, PageAct.PRINT),
    A.DECLINED: (PageAct.JUDGE,),
    A.DECLINED_UNJUSTIFIED: (PageAct.EXPLAIN,),
    A.RIGHT_EXPLAINED: (),
    A.OFFER_ACCEPTED: (PageAct.REFER,),
    A.WAITING_EMPLOYER: (PageAct.EMPLOYER, PageAct.PRINT),
    A.NO_WORK_PLACED: (PageAct.SEND, PageAct.SEARCH),
    A.AT_BACK_OFFICE: (),
    A.RETURNED: (PageAct.SEND, PageAct.NO_WORK, PageAct.SEARCH),
    A.DONE: (),
}


def page_of(
    looked: Looked,
    shelf: Shelf,
    typed: Mapping[str, Any],
    section: Section,
    offices: tuple[BackOfficeName, ...],
) -> Page:
    """The page of a case as it was found, with what was typed and searched since."""
    main, second = MAIN.get(looked.case.application.state, (None, None))
    if section is not Section.NONE:
        main, second = _OF_SECTION[section], None
    bare = Page(looked, shelf, typed, section, offices, (), (), main, second)
    acts = tuple((act, _why_not(bare, act)) for act in _acts(bare))
    listed = {act for act, _ in acts}
    return Page(
        looked=looked,
        shelf=shelf,
        typed=typed,
        section=section,
        offices=offices,
        todo=todo_of(bare),
        acts=acts,
        main=main if main in listed else None,
        second=second if second in listed else None,
    )


def can_ask(page: Page) -> bool:
    """Whether the register of employed persons may be asked again from here."""
    moves = (Move.REGISTER_FOUND, Move.REGISTER_NOT_FOUND)
    return any(page.case.moves[move] is None for move in moves)


def _acts(page: Page) -> list[PageAct]:
    state, is_open = page.state, page.application.is_open
    acts = [each for each in (page.main, *_LISTED.get(state, ())) if each is not None]
    if page.section is not Section.NONE and MAIN[state][0] is not None:
        acts.append(MAIN[state][0])
    if state is A.OFFERING_WORK or state in REGISTER_STATES:
        acts.append(PageAct.ASK)
    if page.case.file.registration.status is not Status.JOBSEEKER and is_open:
        acts.append(PageAct.STATUS)
    if is_open and page.case.moves[Move.REFUSE] is None:
        acts.append(PageAct.REFUSE)
    if can_confirm(page.case.file, page.application):
        acts.append(PageAct.CONFIRMATION)
    if page.looked.is_my_case:
        acts += [PageAct.FINISH, PageAct.PAUSE]
    acts.append(PageAct.PAPERS)
    return list(dict.fromkeys(acts))


def _why_not(page: Page, act: PageAct) -> Off | None:
    match act:
        case PageAct.OFFER:
            return _offering(page)
        case PageAct.OFFER_BEST:
            refused = page.case.moves[Move.OFFER_WORK]
            return _of(refused) if refused else None if page.shelf.best else Off("work.none_fits")
        case PageAct.NO_WORK:
            return _no_work(page)
        case PageAct.SEARCH if page.state in REGISTER_STATES:
            return _moved(page, Move.SEARCH_AGAIN)
        case PageAct.ACCEPT:
            return _moved(page, Move.ACCEPT_OFFER)
        case PageAct.DECLINE:
            return _moved(page, Move.DECLINE_OFFER)
        case PageAct.RECORD_DECLINE:
            words = str(page.part(DECLINE).get("words", "")).strip()
            return Off("offer.reason_missing") if len(words) < REASON_AT_LEAST else None
        case PageAct.JUDGE:
            return _judging(page)
        case PageAct.REFER:
            return _moved(page, Move.ISSUE_REFERRAL) or _presenting(page)
        case PageAct.EMPLOYER:
            return _employer(page)
        case PageAct.SEND:
            return _sending(page)
        case PageAct.PRINT:
            return None if page.offer and page.offer.referral else Off("work.not_accepted")
        case PageAct.REFUSE:
            return None if page.looked.has_ground else Off("case.no_ground")
        case PageAct.ASK if page.state in REGISTER_STATES:
            return None if can_ask(page) else Off("work.not_now")
        case _:
            return None


def _moved(page: Page, move: Move) -> Off | None:
    refused = page.case.moves[move]
    return _of(refused) if refused else None


def _offering(page: Page) -> Off | None:
    chosen = page.shelf.chosen
    if chosen is None:
        return Off("work.nothing_selected")
    if chosen.offer is not None:
        return Off("offer.already_made")
    if not chosen.is_possible:
        return Off("offer.not_suitable")
    if chosen.questions:
        return Off("work.question_open", {"test": chosen.questions[0]})
    return _moved(page, Move.OFFER_WORK)


def _no_work(page: Page) -> Off | None:
    """Nobody says that there is no work before looking for it today, in all that was found (SEED 23.6)."""
    shelf, refused = page.shelf, page.case.moves[Move.PLACE_NO_WORK]
    if refused:
        return _of(refused)
    if page.state is A.RETURNED:
        return None
    if shelf.searched_at is None or legal_date(shelf.searched_at) != legal_date(page.case.now):
        return Off("work.no_search")
    if shelf.suitable:
        return Off("work.suitable_left", {"n": shelf.suitable})
    if shelf.unread:
        return Off("work.pages_left", {"n": shelf.unread})
    return None


def _judging(page: Page) -> Off | None:
    typed = page.part(JUDGE)
    if typed.get("choice") not in {JUSTIFIED, UNJUSTIFIED}:
        return Off("work.judgement_open")
    if len(str(typed.get("wording", "")).strip()) < REASONING_AT_LEAST:
        return Off("work.wording_short", {"n": REASONING_AT_LEAST})
    return _moved(page, Move.JUDGE_JUSTIFIED)


def _presenting(page: Page) -> Off | None:
    day, today = page.presented_on, legal_date(page.case.now)
    if day is None:
        return Off("work.day_missing")
    return None if today <= day <= today + _REFERRAL_AHEAD else Off("work.day_out_of_reach")


def _employer(page: Page) -> Off | None:
    said = page.part(EMPLOYER).get("answer")
    if said not in set(EmployerAnswer):
        return Off("work.answer_missing")
    until = page.answer_by
    if said == EmployerAnswer.SILENT and until is not None and legal_date(page.case.now) <= until:
        return Off("referral.term_runs", {"date": until})
    return _moved(page, Move.EMPLOYER_HIRED)


def _sending(page: Page) -> Off | None:
    return _moved(page, Move.SEND_TO_BACK_OFFICE)


def _of(refused: Refused) -> Off:
    return Off(refused.reason, refused.facts)
