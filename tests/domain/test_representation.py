"""Whose word counts for the applicant: every paper, every flaw, on applying and on receiving (SEED 6, 8; facts 5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from dost_desktop.domain import acts, representation
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.representation import findings, stopped
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Basis,
    Certifier,
    FormOfAnswer,
    FormOfApplication,
    FormShown,
    Recipient,
    RepresentedAct,
)
from tests.domain.builders import (
    LAW,
    NOW,
    OTHER_FILE,
    PIN,
    REASONING,
    Case,
    a_found_employed,
    a_guardian,
    a_law,
    a_not_employed,
    a_notary_answer,
    a_notice,
    a_person,
    a_placing,
    a_refusal,
    a_representative,
    a_serving,
    an_attestation,
    an_offer,
    an_opening,
)

TODAY, YESTERDAY, TOMORROW = date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 25)
APPLY, RECEIVE = RepresentedAct.APPLY, RepresentedAct.RECEIVE_ANSWER
STRICT = a_law(poa_must_name_service=True)


def the_notaries(number: str = "N-15", **answer: Any) -> Attestation:
    return an_attestation(Register.NOTARY, a_notary_answer(number, **answer))


def said(speaker: Representative, act: RepresentedAct = APPLY, law: Any = LAW) -> tuple[list[str], list[str]]:
    """The reasons that stop and the warnings, each in order."""
    found = findings(speaker, act, PIN, law, NOW)
    return (
        [each.why.reason for each in found if each.stops],
        [each.why.reason for each in found if not each.stops],
    )


CHECKED = the_notaries()
UNCHECKED = ["poa.unchecked"]

# what differs from a power of attorney in good order: changes -> what stops, what warns, the ground of a refusal
POWERS_OF_ATTORNEY: dict[str, tuple[Mapping[str, Any], list[str], list[str], str]] = {
    "in good order and found by the notaries": ({"check": CHECKED}, [], [], ""),
    "in good order, the notaries were not asked": ({}, [], UNCHECKED, ""),
    "the notaries did not answer": ({"check_tried_at": NOW}, [], UNCHECKED, ""),
    "not shown": ({"form": None}, ["representative.proof_missing"], UNCHECKED, "documents.incomplete"),
    "without its number": (
        {"paper_number": " "},
        ["representative.number_missing"],
        UNCHECKED,
        "documents.incomplete",
    ),
    "without its date: void": ({"paper_date": None}, ["poa.no_date"], UNCHECKED, "poa.void"),
    "dated today": ({"paper_date": TODAY, "check": CHECKED}, [], [], ""),
    "dated tomorrow": (
        {"paper_date": TOMORROW, "check": CHECKED},
        ["representative.paper_in_future"],
        [],
        "documents.incomplete",
    ),
    "without a term: any length holds": ({"valid_until": None, "check": CHECKED}, [], [], ""),
    "its last day is today": ({"valid_until": TODAY, "check": CHECKED}, [], [], ""),
    "ended yesterday": ({"valid_until": YESTERDAY, "check": CHECKED}, ["poa.expired"], [], "poa.expired"),
    "ends before it begins": (
        {"valid_until": date(2026, 9, 30), "check": CHECKED},
        ["date.ends_before_start"],
        [],
        "documents.incomplete",
    ),
    "undated and ended": (
        {"paper_date": None, "valid_until": YESTERDAY, "check": CHECKED},
        ["poa.no_date", "poa.expired"],
        [],
        "poa.void",
    ),
    "nobody certified it": ({"certifier": None}, ["poa.certifier_missing"], [], "documents.incomplete"),
    "the certifier is not named": (
        {"certifier_name": "", "check": CHECKED},
        ["poa.certifier_missing"],
        [],
        "documents.incomplete",
    ),
    "certified by a consul": ({"certifier": Certifier.CONSUL}, [], [], ""),
    "certified by an equated official": ({"certifier": Certifier.EQUATED_OFFICIAL}, [], [], ""),
    "by a consul, and the notaries were asked in vain": (
        {"certifier": Certifier.CONSUL, "check_tried_at": NOW},
        [],
        UNCHECKED,
        "",
    ),
    "without its scope": ({"scope": "", "check": CHECKED}, ["poa.scope_missing"], [], "documents.incomplete"),
    "the scope was not judged": ({"names_service": None, "check": CHECKED}, ["poa.scope_not_judged"], [], ""),
    "the scope does not name the service, no reason": (
        {"names_service": False, "check": CHECKED},
        ["poa.judgement_missing"],
        [],
        "",
    ),
    "the scope does not name the service, the agent judged": (
        {"names_service": False, "judgement": "Bütün dövlət orqanlarında təmsil edir", "check": CHECKED},
        [],
        ["poa.service_not_named"],
        "",
    ),
    "the scope excludes applying": (
        {"excludes": (APPLY,), "check": CHECKED},
        ["poa.out_of_scope"],
        [],
        "poa.out_of_scope",
    ),
    "the scope excludes only another act": (
        {"excludes": (RepresentedAct.WITHDRAW,), "check": CHECKED},
        [],
        [],
        "",
    ),
    "revoked today": (
        {"check": the_notaries(revoked_on="2026-11-24")},
        ["poa.revoked"],
        [],
        "poa.revoked",
    ),
    "revoked from tomorrow on": ({"check": the_notaries(revoked_on="2026-11-25")}, [], [], ""),
    "not known to the notaries: the agent compares": (
        {"check": the_notaries(found=False)},
        [],
        ["poa.not_in_register"],
        "",
    ),
    "by the notaries, somebody else's": (
        {"check": the_notaries(for_this_person=False)},
        ["poa.other_person"],
        [],
        "poa.out_of_scope",
    ),
    "the notaries answered about another paper": (
        {"check": the_notaries("N-16")},
        [],
        ["poa.other_paper_checked"],
        "",
    ),
    "the notaries contradict themselves": (
        {"check": an_attestation(Register.NOTARY, {"found": "yes"})},
        [],
        ["register.contradicts"],
        "",
    ),
    "an answer of another register in its place": (
        {"check": an_attestation(Register.PERMITS, a_notary_answer())},
        [],
        ["lookup.other_register"],
        "",
    ),
    "the notaries answered the day before yesterday": (
        {"check": an_attestation(Register.NOTARY, a_notary_answer(), at=NOW - timedelta(hours=25))},
        [],
        ["poa.check_old"],
        "",
    ),
    "the representative is not named": (
        {"name": "", "check": CHECKED},
        ["representative.name_missing"],
        [],
        "",
    ),
    "the representative shows no card": (
        {"identity_number": "", "check": CHECKED},
        ["representative.identity_missing"],
        [],
        "documents.incomplete",
    ),
    "the representative is the applicant": (
        {"identity_number": PIN, "check": CHECKED},
        ["representative.same_person"],
        [],
        "",
    ),
}

GUARDIANS: dict[str, tuple[Mapping[str, Any], list[str], str]] = {
    "in good order": ({}, [], ""),
    "a curator in good order": ({"basis": Basis.CURATOR}, [], ""),
    "not shown": ({"form": None}, ["representative.proof_missing"], "poa.of_guardian_missing"),
    "without its number": (
        {"paper_number": ""},
        ["representative.number_missing"],
        "poa.of_guardian_missing",
    ),
    "without its date": ({"paper_date": None}, ["guardianship.no_date"], "poa.of_guardian_missing"),
    "dated tomorrow": (
        {"paper_date": TOMORROW},
        ["representative.paper_in_future"],
        "poa.of_guardian_missing",
    ),
    "without the authority": ({"issuer": ""}, ["guardianship.issuer_missing"], "poa.of_guardian_missing"),
    "ended yesterday": ({"valid_until": YESTERDAY}, ["guardianship.expired"], "documents.incomplete"),
    "its last day is today": ({"valid_until": TODAY}, [], ""),
}


@pytest.mark.parametrize(
    ("changes", "stops", "warns", "ground"), POWERS_OF_ATTORNEY.values(), ids=POWERS_OF_ATTORNEY
)
def test_a_power_of_attorney(
    changes: Mapping[str, Any], stops: list[str], warns: list[str], ground: str
) -> None:
    speaker = a_representative(**changes)
    assert said(speaker) == (stops, warns)
    first = next(iter(findings(speaker, APPLY, PIN, LAW, NOW)), None)
    assert (first.ground if first and first.stops else "") == ground


@pytest.mark.parametrize(("changes", "stops", "ground"), GUARDIANS.values(), ids=GUARDIANS)
def test_the_act_of_a_guardian_or_curator(changes: Mapping[str, Any], stops: list[str], ground: str) -> None:
    speaker = a_guardian(**changes)
    assert said(speaker) == (stops, [])
    first = next(iter(findings(speaker, APPLY, PIN, LAW, NOW)), None)
    assert (first.ground if first else "") == ground


def test_a_strict_owner_stops_a_scope_that_does_not_name_the_service() -> None:
    speaker = a_representative(names_service=False, judgement="Hər yerdə təmsil edir", check=CHECKED)
    assert said(speaker, law=STRICT) == (["poa.service_not_named"], [])


@pytest.mark.parametrize("form", FormShown)
def test_on_applying_every_form_counts_on_receiving_only_the_document_itself(form: FormShown) -> None:
    for speaker in (a_representative(form=form, check=CHECKED), a_guardian(form=form)):
        assert said(speaker) == ([], [])
        itself = form in {FormShown.ORIGINAL, FormShown.NOTARISED_COPY}
        assert said(speaker, RECEIVE)[0] == ([] if itself else ["representative.document_itself"])


def test_a_form_that_the_owner_took_off_the_list_is_no_proof() -> None:
    rules = dict(LAW.documents)
    rules["power_of_attorney"] = replace(rules["power_of_attorney"], forms=frozenset({FormShown.ORIGINAL}))
    law = a_law(documents=rules)
    assert said(a_representative(check=CHECKED), law=law)[0] == ["document.form_not_accepted"]


def test_the_head_of_an_entity_needs_a_name_and_a_number_and_no_paper() -> None:
    head = Representative("Quliyev Elnur Rauf oğlu", Basis.HEAD, "", None, "7ZK9Q2W")
    assert said(head) == ([], [])
    assert said(replace(head, name=""))[0] == ["representative.name_missing"]


_DATES = (None, date(2026, 10, 1), TOMORROW)
_TERMS = (None, YESTERDAY, TODAY)
_FORMS = (None, *FormShown)


def test_in_every_combination_what_stops_comes_first_and_no_flaw_hides_another() -> None:
    """Basis × form × date × term × scope × revocation × act: 4 × 5 × 3 × 3 × 3 × 3 × 2."""
    checks = (None, CHECKED, the_notaries(revoked_on="2026-11-01"))
    for basis, form, begins, ends, named, check, act in product(
        Basis, _FORMS, _DATES, _TERMS, (None, True, False), checks, (APPLY, RECEIVE)
    ):
        speaker = a_representative(
            basis=basis,
            form=form,
            paper_date=begins,
            valid_until=ends,
            names_service=named,
            check=check,
            issuer="RİH",
        )
        found = findings(speaker, act, PIN, LAW, NOW)
        order = [each.stops for each in found]
        assert order == sorted(order, reverse=True)
        stops = {each.why.reason for each in found if each.stops}
        by_attorney = basis is Basis.POWER_OF_ATTORNEY
        assert ("poa.no_date" in stops) == (by_attorney and form is not None and begins is None)
        assert ("representative.proof_missing" in stops) == (basis is not Basis.HEAD and form is None)
        assert ("poa.revoked" in stops) == (by_attorney and check is checks[2])
        assert any(reason.startswith("poa.") for reason in stops) <= by_attorney
        assert stopped(speaker, act, PIN, LAW, NOW) == (found[0].why if found and found[0].stops else None)


def test_every_reason_of_the_table_is_shown_here() -> None:
    source = Path(representation.__file__).read_text(encoding="utf-8")
    named = set(
        re.findall(r'"((?:poa|guardianship|representative|document|register|lookup)\.[a-z_]+)"', source)
    )
    grounds = {"poa.void", "poa.of_guardian_missing"}
    here = Path(__file__).read_text(encoding="utf-8")
    assert {reason for reason in named - grounds if f'"{reason}"' not in here} == set()


# in the file: a paper that does not hold stops the case, and a refusal can rest on it


def represented(**changes: Any) -> Case:
    """An application brought by a representative."""
    case = a_person()
    speaker = a_representative(**changes)
    return case.does(an_opening(form=FormOfApplication.REPRESENTATIVE, representative=speaker))


def on_ground(case: Case, ground: str) -> str | None:
    rule = LAW.grounds[ground]
    refusal = a_refusal(
        case.application.id,
        "",
        ground=ground,
        lookup_no="",
        passport_ground=rule.passport_ground,
        reasoning=REASONING,
    )
    refused = case.asks(refusal)
    return refused.reason if refused else None


@pytest.mark.parametrize(
    ("changes", "ground"),
    [
        pytest.param(changes, ground, id=name)
        for name, (changes, stops, _, ground) in POWERS_OF_ATTORNEY.items()
        if stops and ground
    ],
)
def test_a_paper_that_does_not_hold_is_recorded_stops_the_case_and_is_the_ground(
    changes: Mapping[str, Any], ground: str
) -> None:
    case = represented(**changes)
    case.does(acts.RecordRegisterAnswer(case.application.id, an_attestation(at=case.now)))
    assert case.asks(an_offer(case.application.id)) is not None
    assert case.asks(a_placing(case.application.id, "MAS-1")) is not None
    assert on_ground(case, ground) is None
    unlike = "permit.expired"
    assert on_ground(case, unlike) == "ground.not_the_case"


@pytest.mark.parametrize(
    "name", ["representative.name_missing", "representative.same_person", "poa.scope_not_judged"]
)
def test_what_no_refusal_can_rest_on_is_mended_before_the_application_is_opened(name: str) -> None:
    changes = next(row[0] for row in POWERS_OF_ATTORNEY.values() if row[1] == [name])
    opening = an_opening(form=FormOfApplication.REPRESENTATIVE, representative=a_representative(**changes))
    refused = a_person().asks(opening)
    assert refused is not None
    assert refused.reason == name


def test_a_paper_in_good_order_lets_the_case_go_on_and_is_no_ground() -> None:
    case = represented()
    case.does(acts.RecordRegisterAnswer(case.application.id, an_attestation(at=case.now)))
    assert case.asks(an_offer(case.application.id)) is None
    for ground in ("poa.void", "poa.expired", "poa.revoked", "poa.out_of_scope", "documents.incomplete"):
        assert on_ground(case, ground) == "ground.not_the_case"


def test_a_better_paper_or_the_person_lets_the_case_go_on() -> None:
    for speaker in (a_representative(), None):
        case = represented(paper_date=None)
        id_ = case.application.id
        case.does(acts.RecordRegisterAnswer(id_, an_attestation(at=case.now)))
        assert case.asks(an_offer(id_)) is not None
        case.does(acts.ShowRepresentation(id_, speaker))
        assert case.asks(an_offer(id_)) is None
        assert case.application.representative == speaker


def test_a_paper_revoked_meanwhile_stops_the_case_when_the_notaries_say_so() -> None:
    case = represented()
    id_ = case.application.id
    case.does(acts.RecordRegisterAnswer(id_, an_attestation(at=case.now)), an_offer(id_))
    case.does(acts.CheckRepresentation(id_, the_notaries(revoked_on="2026-11-20")))
    refused = case.asks(acts.DeclineOffer(id_, case.application.offers[0].id, "Uzaqdır"))
    assert refused is not None
    assert (refused.reason, dict(refused.facts)) == ("poa.revoked", {"date": "20.11.2026"})


@pytest.mark.parametrize(
    ("attested", "reason"),
    [
        ({"seal": False}, "lookup.unattested"),
        ({"register": Register.PERSON}, "lookup.other_register"),
        ({"file": OTHER_FILE}, "lookup.other_person"),
        ({"at": NOW - timedelta(hours=25)}, "register.answer_old"),
        ({"answer": {"found": True}}, "register.contradicts"),
        ({"answer": a_notary_answer("N-16")}, "poa.other_paper_checked"),
    ],
)
def test_an_answer_of_the_notaries_is_evidence_like_any_other(
    attested: Mapping[str, Any], reason: str
) -> None:
    case = represented()
    whole = {"register": Register.NOTARY, "answer": a_notary_answer(), **attested}
    check = an_attestation(whole.pop("register"), whole.pop("answer"), **whole)
    for act in (
        acts.CheckRepresentation(case.application.id, check),
        acts.ShowRepresentation(case.application.id, a_representative(check=check)),
    ):
        refused = case.asks(act)
        assert refused is not None
        assert refused.reason == reason


def test_an_act_that_the_scope_leaves_out_is_off_and_the_others_are_not() -> None:
    case = represented(excludes=(RepresentedAct.ANSWER_OFFER,))
    id_ = case.application.id
    case.does(acts.RecordRegisterAnswer(id_, an_attestation(at=case.now)), an_offer(id_))
    refused = case.asks(acts.AcceptOffer(id_, case.application.offers[0].id))
    assert refused is not None
    assert refused.reason == "poa.out_of_scope"


def test_without_a_representative_nothing_of_this_is_asked() -> None:
    case = a_not_employed()
    assert case.asks(an_offer(case.application.id)) is None
    refused = case.asks(acts.CheckRepresentation(case.application.id, the_notaries()))
    assert refused is not None
    assert refused.reason == "representative.proof_missing"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"form": FormShown.COPY}, "representative.document_itself"),
        ({"paper_date": None}, "poa.no_date"),
        ({"check": the_notaries(revoked_on="2026-11-01")}, "poa.revoked"),
        ({"excludes": (RECEIVE,)}, "poa.out_of_scope"),
        ({"valid_until": YESTERDAY}, "poa.expired"),
    ],
)
def test_the_answer_is_handed_only_to_whose_document_holds_on_that_day(
    changes: Mapping[str, Any], reason: str
) -> None:
    case = a_found_employed()
    notice = a_notice(case.application.id)
    case.does(a_refusal(case.application.id), notice)
    shown = a_representative(**{"form": FormShown.ORIGINAL, **changes})
    serving = a_serving(
        notice.notice,
        form=FormOfAnswer.REPRESENTATIVE,
        recipient=Recipient.REPRESENTATIVE,
        representative=shown,
    )
    refused = case.asks(serving)
    assert refused is not None
    assert refused.reason == reason
    assert case.asks(replace(serving, representative=a_representative(form=FormShown.ORIGINAL))) is None


def test_an_application_by_a_representative_carries_the_paper_into_the_file() -> None:
    case = represented(check=CHECKED)
    assert case.application.form is FormOfApplication.REPRESENTATIVE
    assert case.application.representative == a_representative(check=CHECKED)
    assert case.application.kind is ApplicationKind.UNEMPLOYED
