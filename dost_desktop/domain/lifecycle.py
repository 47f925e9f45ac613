"""The life of a registration and of an application: two tables, each row with its citation.

They drive the window's buttons, the use cases and the server's checks. Source: SEED 23, design 4, facts 1-2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dost_desktop.domain.vocabulary import CLOSED, ApplicationKind, ApplicationState, Role, Status


class Move(StrEnum):
    """What happens to an application or a registration; finer than acts where the answer decides."""

    OPEN = "open"
    SHOW_PAPER = "show_paper"
    SHOW_REPRESENTATION = "show_representation"
    CHECK_REPRESENTATION = "check_representation"
    GIVE_EXPLANATION = "give_explanation"
    SUBMIT_FORM = "submit_form"
    CONFIRM_FORM = "confirm_form"
    RECORD_DELIVERY = "record_delivery"
    ACCEPT_BY_MAS = "accept_by_mas"
    NOT_ACCEPT_BY_MAS = "not_accept_by_mas"
    REGISTER_SILENT = "register_silent"
    REGISTER_FOUND = "register_found"
    REGISTER_NOT_FOUND = "register_not_found"
    OFFER_WORK = "offer_work"
    ACCEPT_OFFER = "accept_offer"
    DECLINE_OFFER = "decline_offer"
    JUDGE_JUSTIFIED = "judge_justified"
    JUDGE_UNJUSTIFIED = "judge_unjustified"
    EXPLAIN_RIGHT = "explain_right"
    ISSUE_REFERRAL = "issue_referral"
    EMPLOYER_HIRED = "employer_hired"
    EMPLOYER_NOT_HIRED = "employer_not_hired"
    EMPLOYER_SILENT = "employer_silent"
    PLACE_NO_WORK = "place_no_work"
    SEARCH_AGAIN = "search_again"
    SEND_TO_BACK_OFFICE = "send_to_back_office"
    CONFIRM = "confirm"
    RETURN = "return"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    READ_STATUS = "read_status"
    REMOVE_BY_OFFICE = "remove_by_office"
    CANCEL_BY_OFFICE = "cancel_by_office"


K, A, S, R = ApplicationKind, ApplicationState, Status, Role
_UNEMPLOYED: Final = frozenset({K.UNEMPLOYED})
_BY_MAS: Final = frozenset({K.JOBSEEKER, K.REMOVAL, K.RESUMPTION, K.CANCELLATION})
_ALL: Final = frozenset(ApplicationKind)
_AGENT: Final = frozenset({R.AGENT})
_CENTRAL: Final = frozenset({R.CENTRAL_SYSTEM})
_AGENT_OR_CENTRAL: Final = _AGENT | _CENTRAL
_BACK_OFFICE: Final = frozenset({R.BACK_OFFICE})
_HEAD: Final = frozenset({R.HEAD})


@dataclass(frozen=True, slots=True)
class Step:
    """One row: in ``source``, ``move`` by one of ``roles`` leads to ``target``."""

    kinds: frozenset[ApplicationKind]
    source: ApplicationState | None  # None: there is no application yet
    move: Move
    target: ApplicationState
    roles: frozenset[Role]
    cites: str


def _steps(
    kinds: frozenset[ApplicationKind],
    sources: Iterable[ApplicationState],
    move: Move,
    target: ApplicationState | None,
    roles: frozenset[Role],
    cites: str,
) -> tuple[Step, ...]:
    """Rows that differ in their source only; ``target`` None means the state stays."""
    return tuple(Step(kinds, source, move, target or source, roles, cites) for source in sources)


_OPEN_STATES: Final = tuple(state for state in ApplicationState if state not in CLOSED)

APPLICATION: Final[tuple[Step, ...]] = (
    Step(_ALL, None, Move.OPEN, A.OPEN, _AGENT_OR_CENTRAL, "SEED 6, 23.1-3"),
    *_steps(_ALL, _OPEN_STATES, Move.SHOW_PAPER, None, _AGENT, "SEED 21-22, 23.3"),
    *_steps(_ALL, _OPEN_STATES, Move.SHOW_REPRESENTATION, None, _AGENT, "SEED 6"),
    *_steps(_ALL, _OPEN_STATES, Move.CHECK_REPRESENTATION, None, _AGENT_OR_CENTRAL, "facts 5.4"),
    *_steps(_ALL, _OPEN_STATES, Move.GIVE_EXPLANATION, None, _AGENT, "D17"),
    # steps 4-5 and 7: MAS decides
    Step(_BY_MAS, A.OPEN, Move.SUBMIT_FORM, A.WAITING_MAS, _AGENT_OR_CENTRAL, "SEED 23.4, 23.7"),
    Step(_BY_MAS, A.WAITING_MAS, Move.CONFIRM_FORM, A.WAITING_MAS, _CENTRAL, "SEED 23.4, 23.7"),
    Step(_BY_MAS, A.WAITING_MAS, Move.ACCEPT_BY_MAS, A.DONE, _CENTRAL, "SEED 23.5, 23.7"),
    Step(_BY_MAS, A.WAITING_MAS, Move.NOT_ACCEPT_BY_MAS, A.OPEN, _CENTRAL, "SEED 23.4"),
    # step 6, first to third dash: the register of employed persons
    *_steps(
        _UNEMPLOYED,
        (A.OPEN, A.WAITING_REGISTER),
        Move.REGISTER_SILENT,
        A.WAITING_REGISTER,
        _AGENT,
        "SEED 23.6",
    ),
    # an answer was quicker: a silence before it is recorded and changes nothing
    *_steps(
        _UNEMPLOYED,
        tuple(state for state in _OPEN_STATES if state not in {A.OPEN, A.WAITING_REGISTER, A.WAITING_MAS}),
        Move.REGISTER_SILENT,
        None,
        _AGENT,
        "SEED 23.6",
    ),
    *_steps(
        _UNEMPLOYED,
        (A.OPEN, A.WAITING_REGISTER, A.FOUND_EMPLOYED, A.OFFERING_WORK, A.NO_WORK_PLACED, A.RETURNED),
        Move.REGISTER_FOUND,
        A.FOUND_EMPLOYED,
        _AGENT_OR_CENTRAL,
        "SEED 23.6; Law Art. 4",
    ),
    *_steps(
        _UNEMPLOYED,
        (A.OPEN, A.WAITING_REGISTER, A.FOUND_EMPLOYED),
        Move.REGISTER_NOT_FOUND,
        A.OFFERING_WORK,
        _AGENT_OR_CENTRAL,
        "SEED 23.6",
    ),
    *_steps(
        _UNEMPLOYED,
        (A.OFFERING_WORK, A.NO_WORK_PLACED, A.RETURNED),
        Move.REGISTER_NOT_FOUND,
        None,
        _AGENT_OR_CENTRAL,
        "SEED 23.6",
    ),
    # suitable work and referral
    Step(_UNEMPLOYED, A.OFFERING_WORK, Move.OFFER_WORK, A.WAITING_PERSON, _AGENT, "SEED 23.6; Law Art. 6"),
    Step(_UNEMPLOYED, A.WAITING_PERSON, Move.ACCEPT_OFFER, A.OFFER_ACCEPTED, _AGENT_OR_CENTRAL, "facts 2.7"),
    Step(_UNEMPLOYED, A.WAITING_PERSON, Move.DECLINE_OFFER, A.DECLINED, _AGENT_OR_CENTRAL, "facts 1.20, 2.7"),
    Step(_UNEMPLOYED, A.DECLINED, Move.JUDGE_JUSTIFIED, A.OFFERING_WORK, _AGENT, "facts 1.20; D3"),
    Step(_UNEMPLOYED, A.DECLINED, Move.JUDGE_UNJUSTIFIED, A.DECLINED_UNJUSTIFIED, _AGENT, "SEED 23.6; D3"),
    Step(_UNEMPLOYED, A.DECLINED_UNJUSTIFIED, Move.EXPLAIN_RIGHT, A.RIGHT_EXPLAINED, _AGENT, "SEED 23.6"),
    Step(_UNEMPLOYED, A.OFFER_ACCEPTED, Move.ISSUE_REFERRAL, A.WAITING_EMPLOYER, _AGENT, "SEED 23.6"),
    Step(_UNEMPLOYED, A.WAITING_EMPLOYER, Move.EMPLOYER_HIRED, A.DONE, _AGENT_OR_CENTRAL, "facts 2.8"),
    Step(
        _UNEMPLOYED,
        A.WAITING_EMPLOYER,
        Move.EMPLOYER_NOT_HIRED,
        A.OFFERING_WORK,
        _AGENT_OR_CENTRAL,
        "facts 2.5",
    ),
    Step(
        _UNEMPLOYED,
        A.WAITING_EMPLOYER,
        Move.EMPLOYER_SILENT,
        A.OFFERING_WORK,
        _AGENT_OR_CENTRAL,
        "facts 2.5, 2.8",
    ),
    # no suitable work: the back office
    *_steps(
        _UNEMPLOYED, (A.OFFERING_WORK, A.RETURNED), Move.PLACE_NO_WORK, A.NO_WORK_PLACED, _AGENT, "SEED 23.6"
    ),
    *_steps(
        _UNEMPLOYED,
        (A.NO_WORK_PLACED, A.RETURNED),
        Move.SEND_TO_BACK_OFFICE,
        A.AT_BACK_OFFICE,
        _AGENT,
        "SEED 23.6",
    ),
    *_steps(
        _UNEMPLOYED,
        (A.NO_WORK_PLACED, A.RETURNED),
        Move.SEARCH_AGAIN,
        A.OFFERING_WORK,
        _AGENT,
        "SEED 23.6",
    ),
    Step(_UNEMPLOYED, A.AT_BACK_OFFICE, Move.CONFIRM, A.DONE, _BACK_OFFICE, "SEED 11, 23.6"),
    Step(_UNEMPLOYED, A.AT_BACK_OFFICE, Move.RETURN, A.RETURNED, _BACK_OFFICE, "SEED 11, 23.6"),
    # the agent's reasoned answer, and the person's own wish
    *_steps(
        _UNEMPLOYED,
        (A.OPEN, A.WAITING_REGISTER, A.FOUND_EMPLOYED, A.OFFERING_WORK, A.RIGHT_EXPLAINED, A.RETURNED),
        Move.REFUSE,
        A.REFUSED,
        _AGENT,
        "SEED 9, 23.6",
    ),
    Step(_BY_MAS, A.OPEN, Move.REFUSE, A.REFUSED, _AGENT, "SEED 9"),
    *_steps(_ALL, _OPEN_STATES, Move.WITHDRAW, A.WITHDRAWN, _AGENT_OR_CENTRAL, "INF: the person's own wish"),
    # what the person is told, at any time, also after the end
    *_steps(_ALL, tuple(A), Move.RECORD_DELIVERY, None, _CENTRAL, "SEED 23.5"),
    # the head of the centre opens again what should not have ended
    *_steps(_ALL, (A.REFUSED, A.WITHDRAWN), Move.REOPEN, A.OPEN, _HEAD, "design 1; INF"),
)


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: a registration in ``source`` becomes ``target``; None is the status before the removal."""

    source: Status
    move: Move
    kind: ApplicationKind | None
    target: Status | None
    role: Role
    cites: str


_STANDING: Final = (S.JOBSEEKER, S.UNEMPLOYED)

REGISTRATION: Final[tuple[Transition, ...]] = (
    *(
        Transition(source, Move.ACCEPT_BY_MAS, K.JOBSEEKER, S.JOBSEEKER, R.CENTRAL_SYSTEM, "SEED 23.5")
        for source in (S.UNKNOWN, S.NOT_REGISTERED, S.CANCELLED)
    ),
    Transition(S.JOBSEEKER, Move.CONFIRM, K.UNEMPLOYED, S.UNEMPLOYED, R.BACK_OFFICE, "SEED 23.6"),
    *(
        Transition(
            source,
            Move.ACCEPT_BY_MAS,
            K.REMOVAL,
            S.TEMPORARILY_REMOVED,
            R.CENTRAL_SYSTEM,
            "SEED 23.7; facts 1.14-15",
        )
        for source in _STANDING
    ),
    Transition(
        S.TEMPORARILY_REMOVED, Move.ACCEPT_BY_MAS, K.RESUMPTION, None, R.CENTRAL_SYSTEM, "design 4 (INF)"
    ),
    *(
        Transition(
            source, Move.ACCEPT_BY_MAS, K.CANCELLATION, S.CANCELLED, R.CENTRAL_SYSTEM, "SEED 23.7; facts 1.16"
        )
        for source in (*_STANDING, S.TEMPORARILY_REMOVED)
    ),
    *(
        Transition(source, Move.REMOVE_BY_OFFICE, None, S.TEMPORARILY_REMOVED, R.HEAD, "facts 1.14-15; D20")
        for source in _STANDING
    ),
    *(
        Transition(source, Move.CANCEL_BY_OFFICE, None, S.CANCELLED, R.HEAD, "facts 1.16; D20")
        for source in (*_STANDING, S.TEMPORARILY_REMOVED)
    ),
)

#: Which applications a status admits; with an unknown status the person is recorded, and later acts ask MAS.
OPENABLE: Final[dict[ApplicationKind, frozenset[Status]]] = {
    K.JOBSEEKER: frozenset({S.UNKNOWN, S.NOT_REGISTERED, S.CANCELLED}),
    K.UNEMPLOYED: frozenset({S.UNKNOWN, S.JOBSEEKER}),
    K.REMOVAL: frozenset({S.UNKNOWN, S.JOBSEEKER, S.UNEMPLOYED}),
    K.RESUMPTION: frozenset({S.UNKNOWN, S.TEMPORARILY_REMOVED}),
    K.CANCELLATION: frozenset({S.UNKNOWN, S.JOBSEEKER, S.UNEMPLOYED, S.TEMPORARILY_REMOVED}),
}

_STEP_OF: Final = {(kind, step.source, step.move): step for step in APPLICATION for kind in step.kinds}
_TRANSITION_OF: Final = {(row.source, row.move, row.kind): row for row in REGISTRATION}


def step_for(kind: ApplicationKind, state: ApplicationState | None, move: Move) -> Step | None:
    """The row for this move now, or None when there is none."""
    return _STEP_OF.get((kind, state, move))


def transition_for(status: Status, move: Move, kind: ApplicationKind | None) -> Transition | None:
    """The row by which the registration itself changes, or None when it stays."""
    return _TRANSITION_OF.get((status, move, kind))


def available_moves(kind: ApplicationKind, state: ApplicationState | None, role: Role) -> frozenset[Move]:
    """What ``role`` may do now with such an application: the window enables these and no others."""
    return frozenset(
        step.move
        for step in APPLICATION
        if kind in step.kinds and step.source is state and role in step.roles
    )
