"""The two tables, whole: every combination is a row or is refused with a reason."""

from __future__ import annotations

import runpy
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest

from dost_desktop.domain import acts
from dost_desktop.domain.decide import decide, possible
from dost_desktop.domain.fold import By, apply_act
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.lifecycle import (
    APPLICATION,
    OPENABLE,
    REGISTRATION,
    Move,
    available_moves,
    step_for,
    transition_for,
)
from dost_desktop.domain.moves import move_of
from dost_desktop.domain.person_file import Offer, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import (
    CLOSED,
    ApplicationKind,
    ApplicationState,
    Role,
    Status,
)
from tests.domain.builders import (
    LAW,
    NOW,
    a_command,
    a_person,
    acts_on,
    an_applicant,
    an_attestation,
    an_employment_answer,
    an_opening,
)

DOCS = Path(__file__).resolve().parents[2] / "docs"
OFFER = new_id(NOW)
TABLE_REASONS = {"act.not_now", "act.not_your_role"}
OF_REGISTRATION = {Move.OPEN, Move.READ_STATUS, Move.REMOVE_BY_OFFICE, Move.CANCEL_BY_OFFICE}
OPEN_STATES = [state for state in ApplicationState if state not in CLOSED]


@cache
def _acts(application: UUID, kind: ApplicationKind) -> dict[Move, acts.Act]:
    return acts_on(application, kind, OFFER)


@cache
def _in_state(
    kind: ApplicationKind, state: ApplicationState, status: Status = Status.JOBSEEKER
) -> PersonFile:
    """A file whose only application is of this kind, in this state, with everything its rows ask about."""
    file = an_applicant().file
    application = replace(
        file.applications[0],
        kind=kind,
        state=state,
        offers=(Offer(OFFER, "V-1", "Xəzər MMC", "mühasib", NOW),),
        referral=acts.IssueReferral(file.applications[0].id, OFFER, "G-1", date(2026, 11, 2)),
        answers=(an_attestation(answer=an_employment_answer("4.1.1")),),
        sent_by="somebody.else",
    )
    registration = replace(file.registration, status=status, before_removal=Status.UNEMPLOYED)
    return replace(file, applications=(application,), registration=registration)


def test_every_move_of_an_application_has_an_act_that_makes_it() -> None:
    application = new_id(NOW)
    made = {move: move_of(act) for move, act in _acts(application, ApplicationKind.UNEMPLOYED).items()}  # type: ignore[arg-type]
    assert all(asked is named for asked, named in made.items())
    assert made.keys() == set(Move) - OF_REGISTRATION


@pytest.mark.parametrize("kind", ApplicationKind)
def test_every_act_in_every_state_by_every_role_is_in_the_table_or_refused_with_a_reason(
    kind: ApplicationKind,
) -> None:
    for state, role in product(ApplicationState, Role):
        file = _in_state(kind, state)
        application = file.applications[0].id
        offered = possible(file, application, role, LAW, NOW)
        for move, act in _acts(application, kind).items():
            decided = decide(file, a_command(act, role=role), LAW, NOW)
            step = step_for(kind, state, move)
            where = f"{kind} {state} {move} {role}: {decided}"
            if step is not None and role in step.roles:
                assert move in available_moves(kind, state, role), where
                assert decided == (act,) or (decided.reason and decided.reason not in TABLE_REASONS), where  # type: ignore[union-attr]
                after = apply_act(file, act, By("a", "d", NOW)).applications[0]
                assert after.state is step.target, where
            else:
                assert isinstance(decided, Refused), where
                assert decided.reason in TABLE_REASONS, where
                assert decided.cites, where
                assert offered[move] == decided, where
            if decided == (act,):
                assert offered[move] is None, where


def test_the_window_offers_nothing_that_is_not_a_move_of_applications() -> None:
    file = _in_state(ApplicationKind.UNEMPLOYED, ApplicationState.OPEN)
    assert possible(file, file.applications[0].id, Role.AGENT, LAW, NOW).keys() == set(Move) - OF_REGISTRATION


def test_the_window_asks_about_an_application_that_is_in_the_file() -> None:
    with pytest.raises(KeyError):
        possible(a_person().file, new_id(NOW), Role.AGENT, LAW, NOW)


def test_every_row_cites_its_source_and_stands_once() -> None:
    cites = [*(step.cites for step in APPLICATION), *(row.cites for row in REGISTRATION)]
    assert all(each.strip() for each in cites)
    assert all(row.roles for row in APPLICATION)
    steps = Counter((kind, row.source, row.move) for row in APPLICATION for kind in row.kinds)
    rows = Counter((row.source, row.move, row.kind) for row in REGISTRATION)
    assert set(steps.values()) == set(rows.values()) == {1}


def _reached(kind: ApplicationKind, state: ApplicationState) -> set[ApplicationState]:
    seen, todo = {state}, [state]
    while todo:
        here = todo.pop()
        for row in APPLICATION:
            if (
                kind in row.kinds
                and row.source is here
                and row.move is not Move.WITHDRAW
                and row.target not in seen
            ):
                seen.add(row.target)
                todo.append(row.target)
    return seen


@pytest.mark.parametrize("kind", ApplicationKind)
def test_no_state_is_a_dead_end_even_for_who_does_not_withdraw(kind: ApplicationKind) -> None:
    for state in _reached(kind, ApplicationState.OPEN) - CLOSED:
        assert _reached(kind, state) & CLOSED, state


def test_every_state_but_withdrawn_and_misfiled_is_reached_by_some_application() -> None:
    reached = {state for kind in ApplicationKind for state in _reached(kind, ApplicationState.OPEN)}
    assert reached == set(ApplicationState) - {ApplicationState.WITHDRAWN, ApplicationState.MISFILED}


@pytest.mark.parametrize("kind", ApplicationKind)
def test_from_every_open_state_the_person_may_withdraw_and_from_a_closed_one_only_the_head_leads_back(
    kind: ApplicationKind,
) -> None:
    for state in OPEN_STATES:
        assert step_for(kind, state, Move.WITHDRAW)
    again = {ApplicationState.REFUSED, ApplicationState.WITHDRAWN}
    for state, role in product(CLOSED, Role):
        leads_on = {move for move in available_moves(kind, state, role) if _leads_on(kind, state, move)}
        assert leads_on == ({Move.REOPEN} if role is Role.HEAD and state in again else set())


def _leads_on(kind: ApplicationKind, state: ApplicationState, move: Move) -> bool:
    step = step_for(kind, state, move)
    return step is not None and step.target is not state


def test_only_the_back_office_confirms_only_mas_accepts_only_the_agent_refuses() -> None:
    who = {
        move: {role for row in APPLICATION if row.move is move for role in row.roles}
        for move in (Move.CONFIRM, Move.RETURN, Move.ACCEPT_BY_MAS, Move.NOT_ACCEPT_BY_MAS, Move.REFUSE)
    }
    assert who == {
        Move.CONFIRM: {Role.BACK_OFFICE},
        Move.RETURN: {Role.BACK_OFFICE},
        Move.ACCEPT_BY_MAS: {Role.CENTRAL_SYSTEM},
        Move.NOT_ACCEPT_BY_MAS: {Role.CENTRAL_SYSTEM},
        Move.REFUSE: {Role.AGENT},
    }


@pytest.mark.parametrize("kind", ApplicationKind)
def test_the_registration_changes_by_its_own_rows_and_by_nothing_else(kind: ApplicationKind) -> None:
    for status, state in product(Status, OPEN_STATES):
        file = _in_state(kind, state, status)
        for move, act in _acts(file.applications[0].id, kind).items():
            if step_for(kind, state, move) is None:
                continue
            after = apply_act(file, act, By("a", "d", NOW)).registration
            row = transition_for(status, move, kind)
            if row is None:
                assert after == file.registration
            else:
                assert after.status is (row.target or Status.UNEMPLOYED)
                assert (after.before_removal is status) == (after.status is Status.TEMPORARILY_REMOVED)


def test_the_hand_that_changes_a_registration_may_make_the_move() -> None:
    for row in REGISTRATION:
        if row.kind is not None:
            steps = [step for step in APPLICATION if step.move is row.move and row.kind in step.kinds]
            assert steps
            assert all(row.role in step.roles for step in steps)
        else:
            assert row.role is Role.HEAD  # D20: never the agent alone


def test_a_registration_can_always_be_applied_out_of() -> None:
    for status in Status:
        assert any(status in statuses for statuses in OPENABLE.values()) or status is Status.UNKNOWN


@pytest.mark.parametrize(("kind", "status"), list(product(ApplicationKind, Status)))
def test_an_application_is_opened_in_the_statuses_of_its_row_only(
    kind: ApplicationKind, status: Status
) -> None:
    refused = a_person(status).asks(an_opening(kind))
    if status in OPENABLE[kind]:
        assert refused is None
    else:
        assert refused is not None
        assert refused.reason in {"application.not_jobseeker", "application.kind_not_now"}
        assert refused.cites


def test_the_page_about_the_tables_is_what_the_tables_say() -> None:
    page = runpy.run_path(str(DOCS / "generate_lifecycle.py"))["page"]()
    assert (DOCS / "lifecycle.md").read_text(encoding="utf-8") == page
