"""Which papers an application needs: kind × term × form × who applies, and what follows of each (SEED 21-23.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from dost_desktop.domain import acts, evidence, required_papers
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.required_papers import (
    NOT_A_PERSON,
    PAPER_GROUNDS,
    PaperState,
    flaw_of,
    identity_row,
    needed_papers,
)
from dost_desktop.domain.vocabulary import Basis, FormOfApplication, FormShown, Source
from tests.domain.builders import (
    DOCUMENTS,
    LAW,
    NOW,
    REASONING,
    Case,
    a_guardian,
    a_law,
    a_paper,
    a_person_answer,
    a_refusal,
    a_representative,
    an_applicant,
    an_attestation,
    an_identification,
    an_identity,
    an_offer,
    an_opening,
)

TODAY, YESTERDAY, LONG_AGO = date(2026, 11, 24), date(2026, 11, 23), date(2020, 1, 1)
IDENTITY_KINDS = [rule.id for rule in DOCUMENTS.values() if rule.purpose == "identity"]
PERMITS = {"temporary_permit", "permanent_permit"}
NUMBERS = {
    "identity_card_old": "AZE12345678",
    "identity_card_new": "AA1234567",
    "temporary_permit": "MYİ1234567",
    "permanent_permit": "DYİ1234567",
    "stateless_card": "VŞ123456",
}


def by_papers(paper: evidence.Paper | None = None, **identity: Any) -> Case:
    """A person identified from a paper while MEİS was silent, with an open application."""
    case = Case()
    shown = paper or a_paper()
    who = an_identity(document_kind=shown.kind, document_number=shown.number, **identity)
    case.does(acts.IdentifyPerson(who, Source.PAPERS, paper=shown, unreachable_at=NOW))
    return case.does(an_opening())


def row(case: Case, what: str = "identity") -> required_papers.NeededPaper | None:
    rows = needed_papers(case.file, case.application, LAW, case.now)
    return next((each for each in rows if each.what == what), None)


def on_ground(case: Case, ground: str) -> str | None:
    rule = LAW.grounds[ground]
    whole = a_refusal(
        case.application.id,
        "",
        ground=ground,
        lookup_no="",
        passport_ground=rule.passport_ground,
        reasoning=REASONING,
    )
    refused = case.asks(whole)
    return refused.reason if refused else None


def goes_on(case: Case) -> str | None:
    """Why suitable work cannot be offered, once the register of employed persons found nothing."""
    case.does(acts.RecordRegisterAnswer(case.application.id, an_attestation(at=case.now)))
    refused = case.asks(an_offer(case.application.id))
    return refused.reason if refused else None


@pytest.mark.parametrize("kind", IDENTITY_KINDS)
@pytest.mark.parametrize("form", FormShown)
@pytest.mark.parametrize(
    "until", [None, YESTERDAY, TODAY, date(2031, 1, 1)], ids=["no term", "ended", "today", "long"]
)
def test_every_kind_in_every_form_with_every_term(kind: str, form: FormShown, until: date | None) -> None:
    case = by_papers(a_paper(kind=kind, number=NUMBERS[kind], form=form, valid_until=until))
    found = row(case)
    assert found is not None
    if not DOCUMENTS[kind].accepted:  # D18: switched off
        wanted = (PaperState.NOT_ACCEPTED, {"documents.incomplete", "permit.kind_not_accepted"})
    elif until is None and kind != "identity_card_old":  # only old cards may have no term (facts 4.9)
        wanted = (PaperState.MISSING, {"documents.incomplete"})
    elif until == YESTERDAY:
        wanted = (
            PaperState.EXPIRED,
            {"documents.incomplete"} | ({"permit.expired"} if kind in PERMITS else set()),
        )
    else:
        wanted = (PaperState.SHOWN, set())
    assert (found.state, set(found.grounds)) == wanted
    for ground in PAPER_GROUNDS:
        assert (on_ground(case, ground) is None) == (ground in wanted[1]), ground
    assert (goes_on(case) is None) == (wanted[0] is PaperState.SHOWN)


def test_what_meis_answered_needs_no_paper() -> None:
    case = an_applicant()
    found = row(case)
    assert found is not None
    assert found.state is PaperState.FROM_REGISTER
    assert not found.is_open
    assert goes_on(case) is None
    assert {ground for ground in PAPER_GROUNDS if on_ground(case, ground) is None} == set()


@pytest.mark.parametrize(
    ("kind", "until", "stops"),
    [
        ("temporary_permit", YESTERDAY, True),
        ("temporary_permit", TODAY, False),
        ("permanent_permit", YESTERDAY, True),
        ("permanent_permit", None, False),
        ("identity_card_new", YESTERDAY, False),  # MEİS knows who it is: an old card is only a warning
    ],
)
def test_a_permit_that_meis_says_has_ended_stops_the_case(kind: str, until: date | None, stops: bool) -> None:
    who = an_identity(number_kind=NumberKind.MIGRATION_PIN, document_kind=kind, document_valid_until=until)
    case = Case().does(an_identification(who), an_opening())
    assert (on_ground(case, "permit.expired") is None) == stops
    assert (goes_on(case) == "document.expired") == stops


def test_a_new_permit_that_is_brought_takes_the_place_of_the_old_one() -> None:
    old = a_paper(kind="temporary_permit", number="MYİ1234567", valid_until=YESTERDAY)
    case = by_papers(old)
    assert on_ground(case, "permit.expired") is None
    case.does(
        acts.ShowPaper(case.application.id, replace(old, number="MYİ7654321", valid_until=date(2028, 1, 1)))
    )
    found = row(case)
    assert found is not None
    assert (found.state, found.number) == (PaperState.SHOWN, "MYİ7654321")
    assert on_ground(case, "permit.expired") == "ground.not_the_case"
    assert goes_on(case) is None


def test_the_register_of_permits_may_know_an_earlier_end_than_the_card() -> None:
    """A temporary permit can lapse before the day on the card (facts 4.15)."""
    until = date(2027, 6, 1)
    known = an_identity(document_kind="temporary_permit", document_valid_until=YESTERDAY)
    check = an_attestation(Register.PERMITS, a_person_answer(known))
    paper = a_paper(kind="temporary_permit", number="MYİ1234567", valid_until=until, checked=check)
    case = by_papers(paper)
    assert on_ground(case, "permit.expired") is None
    assert goes_on(case) == "document.expired"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"number": " "}, "document.number_empty"),
        ({"issued_on": date(2026, 11, 25)}, "document.issued_in_future"),
        ({"issued_on": date(2026, 1, 1), "valid_until": date(2025, 12, 31)}, "date.ends_before_start"),
        ({"valid_until": None}, "document.no_expiry"),
        ({"valid_until": LONG_AGO}, "document.expired"),
        ({"kind": "club_card"}, "document.kind_not_accepted"),
    ],
)
def test_what_is_wrong_with_a_paper_is_said(changes: Mapping[str, Any], reason: str) -> None:
    paper = a_paper(**changes)
    flaw = flaw_of(paper, LAW.documents.get(paper.kind), TODAY)
    assert flaw is not None
    assert flaw[1].reason == reason


def test_a_kind_may_be_accepted_in_some_forms_only() -> None:
    rules = dict(DOCUMENTS)
    rules["identity_card_new"] = replace(rules["identity_card_new"], forms=frozenset({FormShown.ORIGINAL}))
    law = a_law(documents=rules)
    for form in FormShown:
        found = identity_row(a_paper(form=form), law, TODAY)
        assert found.is_open == (form is not FormShown.ORIGINAL)
        assert found.grounds == (frozenset({"documents.incomplete"}) if found.is_open else frozenset())


@pytest.mark.parametrize("who", ["in person", "by power of attorney", "by guardian"])
@pytest.mark.parametrize("own", ["from MEİS", "shown", "ended"])
@pytest.mark.parametrize("proof", ["in order", "not shown"])
def test_whoever_applies_each_needed_paper_is_one_row(who: str, own: str, proof: str) -> None:
    form = None if proof == "not shown" else FormShown.COPY
    speaker = {
        "in person": None,
        "by power of attorney": a_representative(form=form),
        "by guardian": a_guardian(form=form),
    }[who]
    case = Case()
    until = LONG_AGO if own == "ended" else date(2031, 1, 1)
    identifying = (
        an_identification()
        if own == "from MEİS"
        else acts.IdentifyPerson(
            an_identity(), Source.PAPERS, paper=a_paper(valid_until=until), unreachable_at=NOW
        )
    )
    way = FormOfApplication.REPRESENTATIVE if speaker else FormOfApplication.IN_PERSON
    case.does(identifying, an_opening(form=way, representative=speaker))
    rows = {each.what: each for each in needed_papers(case.file, case.application, LAW, NOW)}
    assert set(rows) == ({"identity", "representation"} if speaker else {"identity"})
    assert rows["identity"].is_open == (own == "ended")
    if speaker:
        assert rows["representation"].is_open == (proof == "not shown")
    anything = any(each.is_open for each in rows.values())
    assert (on_ground(case, "documents.incomplete") is None) == anything
    assert (goes_on(case) is None) == (not anything)


def test_of_an_entity_or_household_no_card_is_asked_and_only_words_follow() -> None:
    head = evidence.Representative("Quliyev Elnur Rauf oğlu", Basis.HEAD, "", None, "7ZK9Q2W")
    for kind, number in ((NumberKind.VOEN, "1300123451"), (NumberKind.HOUSEHOLD, "7ZK9Q2W")):
        case = Case()
        who = evidence.Identity(kind, number, "Quliyevlər", "", "", None)
        case.does(acts.IdentifyPerson(who, Source.PAPERS), an_opening(representative=head))
        assert needed_papers(case.file, case.application, LAW, NOW) == ()
        assert on_ground(case, NOT_A_PERSON) is None
        assert on_ground(case, "documents.incomplete") == "ground.not_the_case"
        assert goes_on(case) == "applicant.not_a_person"
        case.does(acts.GiveExplanation(case.application.id, "registration_is_personal", REASONING))
        case.does(acts.Withdraw(case.application.id))
        assert not case.application.is_open
        assert case.application.explained[0].wording == REASONING


def test_a_person_is_never_refused_as_no_person() -> None:
    assert on_ground(an_applicant(), NOT_A_PERSON) == "ground.not_the_case"


def test_a_row_is_open_exactly_when_the_case_cannot_go_on_and_a_ground_follows() -> None:
    """Over all papers of identity: kind × form × number × issue × term."""
    days = (None, LONG_AGO, TODAY, date(2031, 1, 1))
    for kind, form, number, issued, until in product(
        [*IDENTITY_KINDS, "club_card"], FormShown, ("", "AA1234567"), days, days
    ):
        paper = evidence.Paper(kind, number, form, issued, until)
        found = identity_row(paper, LAW, TODAY)
        assert found.is_open == (found.why is not None) == bool(found.grounds)
        assert found.grounds <= PAPER_GROUNDS


def test_every_reason_about_papers_is_shown_here() -> None:
    source = Path(required_papers.__file__).read_text(encoding="utf-8")
    here = Path(__file__).read_text(encoding="utf-8")
    named = set(re.findall(r'"((?:document|date)\.[a-z_]+)"', source)) - {"document.form_not_accepted"}
    assert {reason for reason in named if f'"{reason}"' not in here} == set()
