"""What the agent types because no register gives it: which facts, what is known of them already, what is wrong.

The letter says of them that they were shown or said, and when; never that a register answered (letters 1.4, 2.4-2.6).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Final

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.fact_values import is_ready, one_line
from dost_desktop.catalogue.grounds import Fact, Ground
from dost_desktop.catalogue.refusal_facts import FactValue
from dost_desktop.domain.dates import legal_date, months_later, parse_date, short, short_time
from dost_desktop.domain.ending import LEFT_EARLY, bars_of
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.person_file import Bar, Offer, PersonFile
from dost_desktop.services.look_at_file import CaseView

TOLD_PAPER: Final = "told_paper"  # wanted where a paper was shown, whatever the ground
BAN_MONTHS: Final = 6  # from the day the contract was ended (facts 1.18)
_OF_AGENT: Final = frozenset({"text", "long_text"})  # shapes that are typed where a register gives the rest
_TYPED: Final = _OF_AGENT | {"date", "choice"}
_MAS: Final = "mas_status"  # a register of the catalogue
_PAST: Final = frozenset({"study_from", "granted_on", "referral_date", "contract_from", "contract_ended_on"})
_IN_ORDER: Final = (
    ("referral_date", "contract_from"),
    ("contract_from", "contract_ended_on"),
    ("study_from", "study_until"),
)


def typed_facts(ground: Ground | None, catalogue: Catalogue) -> tuple[str, ...]:
    """The facts of a ground that the agent types, the source of them first."""
    if ground is None:
        return ()
    facts = catalogue.facts
    if not ground.typed:
        asked = [id_ for id_ in ground.facts if facts[id_].ask == "agent"]
        return tuple(id_ for id_ in asked if facts[id_].shape in _OF_AGENT)
    own = [
        id_
        for id_ in (*ground.facts, *ground.optional)
        if facts[id_].ask != "file" and facts[id_].shape in _TYPED
    ]
    first = ("told_by", TOLD_PAPER, "fact_time")
    return (*(id_ for id_ in first if id_ in own), *(id_ for id_ in own if id_ not in first))


def prefilled_facts(case: CaseView, ground: Ground | None) -> Mapping[str, str]:
    """What the file knows of the typed facts already; the agent may write over it."""
    if ground is None or not ground.typed:
        return {}
    known = {"fact_time": f"{short(legal_date(case.now))}, saat {short_time(case.now)}"}
    offer = _referred(case.file) if ground.id == LEFT_EARLY else None
    if offer is not None:
        known |= {
            "referral_no": offer.referral,
            "referral_date": offer.presented_on.isoformat() if offer.presented_on else "",
            "employer_name": offer.employer,
            "position": offer.position,
        }
    return known


def accepted_facts(
    case: CaseView, ground: Ground | None, typed: Mapping[str, str], catalogue: Catalogue
) -> Mapping[str, FactValue]:
    """What of the typed facts the letter may say, and what follows from them; a wrong one is left blank."""
    if ground is None:
        return {}
    said = {id_: typed[id_] for id_ in typed_facts(ground, catalogue) if id_ in typed}
    if not ground.typed:
        return said
    wrong = wrong_facts(case, ground, typed, catalogue)
    if said.get("told_by") != "papers":
        said.pop(TOLD_PAPER, None)
    held_back = set(wrong)
    if held_back & set(ground.optional):  # the letter would be whole without it: it must not be issued so
        held_back.add("told_by")
    said = {id_: value for id_, value in said.items() if id_ not in held_back}
    return said | _ban(case, said, catalogue) if ground.id == LEFT_EARLY else said


def wrong_facts(
    case: CaseView, ground: Ground | None, typed: Mapping[str, str], catalogue: Catalogue
) -> Mapping[str, str]:
    """What was typed and cannot stand: fact -> a key of the window's words."""
    if ground is None or not ground.typed:
        return {}
    wrong: dict[str, str] = {}
    days: dict[str, date] = {}
    for id_ in typed_facts(ground, catalogue):
        if catalogue.facts[id_].shape == "date" and (text := typed.get(id_, "").strip()):
            try:
                days[id_] = _day(text)
            except InvalidValue as error:
                wrong[id_] = error.problem
    applied, today = legal_date(case.application.opened_at), legal_date(case.now)
    wrong |= {id_: "fact.in_future" for id_ in _PAST & days.keys() if days[id_] > today}
    wrong |= {late: "fact.out_of_order" for early, late in _IN_ORDER if _is_before(days, late, early)}
    if "study_until" in days and days["study_until"] < applied:
        wrong.setdefault("study_until", "fact.study_over")
    ended = days.get("contract_ended_on")
    if ended is not None and bar_of(case) is None and months_later(ended, BAN_MONTHS) <= applied:
        wrong.setdefault("contract_ended_on", "fact.ban_over")
    if typed.get("told_by") == "papers" and not one_line(typed.get(TOLD_PAPER, "")):
        wrong[TOLD_PAPER] = "fact.paper_missing"
    return wrong


def open_facts(
    case: CaseView, ground: Ground | None, typed: Mapping[str, str], catalogue: Catalogue
) -> Mapping[str, str]:
    """What is still to be typed or mended, in the order of the page: fact -> a key of the window's words."""
    wrong = wrong_facts(case, ground, typed, catalogue)
    wanted = set(ground.facts) if ground else set()
    return {
        id_: wrong.get(id_) or _missing(ground, catalogue.facts[id_])
        for id_ in typed_facts(ground, catalogue)
        if id_ in wrong or (id_ in wanted and not is_ready(catalogue.facts[id_], typed.get(id_)))
    }


def _missing(ground: Ground | None, fact: Fact) -> str:
    if ground is None or not ground.typed:
        return "notice.fact_missing"
    if fact.shape == "choice":
        return "fact.not_chosen" if len(fact.choices) > 1 else "fact.not_ticked"
    return "fact.day_missing" if fact.shape == "date" else "fact.missing"


def bar_of(case: CaseView) -> Bar | None:
    """MAS's own bar for having left a referred job early, as it stood on the day of the application."""
    bars = bars_of(case.file, case.law, legal_date(case.application.opened_at))
    return next((bar for bar in bars if bar.ground == LEFT_EARLY), None)


def _ban(case: CaseView, said: Mapping[str, str], catalogue: Catalogue) -> dict[str, FactValue]:
    """The last day of the ban and the first day after it: as MAS says, else 6 months from the contract's end."""
    bar, ended = bar_of(case), said.get("contract_ended_on", "").strip()
    if bar is not None:
        again, known = bar.until, case.file.registration.known_at
        since = f", {short(legal_date(known))}, saat {short_time(known)}" if known else ""
        source = {"ban_source": f"mənbə: {catalogue.registers[_MAS].lookup_source}{since}"}
    elif ended:
        again, source = months_later(_day(ended), BAN_MONTHS), {}
    else:
        return {}
    return {"ban_until": again - timedelta(days=1), "apply_again_from": again, **source}


def _referred(file: PersonFile) -> Offer | None:
    """The newest offer of the person's own file with a referral."""
    offers = chain.from_iterable(each.offers for each in file.applications)
    return max((each for each in offers if each.referral), key=lambda offer: offer.at, default=None)


def _is_before(days: Mapping[str, date], late: str, early: str) -> bool:
    return late in days and early in days and days[late] < days[early]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return parse_date(text)
