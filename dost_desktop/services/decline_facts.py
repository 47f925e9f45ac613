"""What a refusal for an unjustified decline says: offers, answers, the five tests, the judgement (letters 3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dost_desktop.domain.dates import legal_date, short
from dost_desktop.domain.person_file import Application, Offer
from dost_desktop.domain.suitable_work import Test
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer

# printed in the letter, so Azerbaijani like everything in it
_FITS: Final = "uyğundur"
_NONE: Final = "–"
_SAID: Final = {
    EmployerAnswer.HIRED: "işə götürülmüşdür",
    EmployerAnswer.NOT_HIRED: "işəgötürən işə götürməmişdir",
    EmployerAnswer.SILENT: "işəgötürən cavab verməmişdir",
}


def decline_facts(application: Application) -> Mapping[str, Any]:
    """The facts of the ground, as the file holds them; none before the right was explained (SEED 23.6)."""
    last = application.offers[-1] if application.offers else None
    if application.state is not ApplicationState.RIGHT_EXPLAINED or last is None:
        return {}
    notes = {each.test: each.note or _FITS for each in last.tests}
    return {
        "offers": [_row(each) for each in application.offers],
        **{f"test_{test}": notes.get(test, "") for test in Test},
        "judgement_reason": last.wording.strip().rstrip("."),
    }


def _row(offer: Offer) -> Mapping[str, str]:
    judgement = {None: _NONE, True: "əsaslı sayılmışdır", False: "əsaslı sayılmamışdır"}[offer.justified]
    return {
        "offer_no": offer.vacancy,
        "offer_date": short(legal_date(offer.at)),
        "employer": offer.employer,
        "position": offer.position,
        "answer": _answer(offer),
        "reason": offer.reason.strip().rstrip(".") or _NONE,
        "judgement": judgement,
    }


def _answer(offer: Offer) -> str:
    if offer.declined_at is not None:
        return f"qəbul edilməmişdir, {short(legal_date(offer.declined_at))}"
    if offer.accepted_at is None:
        return _NONE
    accepted = f"qəbul edilmişdir, {short(legal_date(offer.accepted_at))}"
    return f"{accepted}; {_SAID[offer.said]}" if offer.said is not None else accepted
