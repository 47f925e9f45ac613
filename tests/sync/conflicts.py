"""What is expected of two clicks on one file, by the tables of the lifecycle and by ``conflicts.toml``.

Nothing here asks ``decide``: the tables say where the first click leads, and whether a row begins there for the second.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.lifecycle import OPENABLE, step_for, transition_for
from dost_desktop.domain.moves import ApplicationAct, move_of
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import CLOSED, ApplicationKind, ApplicationState, Status
from tests.sync.situations import Click

PAGE = Path(__file__).parent / "conflicts.toml"
_ABOUT_AN_APPLICATION = get_args(ApplicationAct)


class Outcome(StrEnum):
    """What becomes of the second click."""

    JOINED = "joined"  # recorded behind the first one, without a word
    SAME = "same"  # so too; of what both say, the last word counts
    PAPER = "paper"  # recorded because it is printed, and the file is marked for review
    PERSON = "person"  # waits for an agent, who chooses


@dataclass(frozen=True)
class Expected:
    """The outcome, and for ``PERSON`` the rule that speaks against the click."""

    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True)
class Rule:
    """One row of ``conflicts.toml``."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    outcome: Outcome
    because: str
    source: str
    reason: str = ""
    situations: tuple[str, ...] = ()
    late: bool = False
    differs: bool = False  # not for two clicks of the same name

    def speaks_of(self, situation: str, first: str, second: str, *, late: bool) -> bool:
        """Whether this pair is meant."""
        return (
            (late or not self.late)
            and (not self.situations or situation in self.situations)
            and not (self.differs and first == second)
            and _is_meant(self.first, first)
            and _is_meant(self.second, second)
        )


def _is_meant(names: Sequence[str], name: str) -> bool:
    return any(name.startswith(each[:-1]) if each.endswith("*") else name == each for each in names)


@cache
def rules() -> tuple[Rule, ...]:
    """The rows, in their order: the first one that speaks of a pair decides."""
    rows: list[dict[str, Any]] = tomllib.loads(PAGE.read_text(encoding="utf-8"))["rule"]
    return tuple(_rule(row) for row in rows)


def _rule(row: dict[str, Any]) -> Rule:
    lists = {name: tuple(row.get(name, ())) for name in ("first", "second", "situations")}
    whole: dict[str, Any] = row | lists | {"outcome": Outcome(row["outcome"])}
    return Rule(**whole)


def expected(situation: str, file: PersonFile, first: Click, second: Click, *, late: bool) -> Expected:
    """What becomes of ``second``; ``late``: it was clicked before ``first``, and arrived after it."""
    by_table = after(file, first).takes(second)
    if by_table is not None:
        return by_table
    rule = rule_for(situation, first, second, late=late)
    return Expected(rule.outcome, rule.reason) if rule else Expected(Outcome.JOINED)


def rule_for(situation: str, first: Click, second: Click, *, late: bool) -> Rule | None:
    """The row of ``conflicts.toml`` that speaks of these two."""
    return next((r for r in rules() if r.speaks_of(situation, first.name, second.name, late=late)), None)


@dataclass
class Standing:
    """Where the applications and the registration stand, by the tables alone."""

    status: Status
    applications: dict[UUID, tuple[ApplicationKind, ApplicationState]]
    elsewhere: set[UUID] = field(default_factory=set)  # applications that are another person's

    def takes(self, click: Click) -> Expected | None:
        """Why the tables have no row for this click; None when they have, or have nothing to say."""
        for act in click.acts:
            reason = self._why_not(act)
            if reason:
                is_printed = any(isinstance(each, acts.IssueNotice) for each in click.acts)
                return Expected(Outcome.PAPER) if is_printed else Expected(Outcome.PERSON, reason)
            self.moves(act)
        return None

    def moves(self, act: acts.Act) -> None:
        """The act happened."""
        match act:
            case acts.OpenApplication():
                self.applications[act.application] = (act.application_kind, ApplicationState.OPEN)
            case acts.ReadStatus():
                self.status = Status(act.attestation.answer["status"])
            case acts.RecordInWrongFile(application=UUID() as wrong):
                kind, state = self.applications[wrong]
                self.elsewhere.add(wrong)
                self.applications[wrong] = (kind, state if state in CLOSED else ApplicationState.MISFILED)
            case _ if isinstance(act, _ABOUT_AN_APPLICATION):
                kind, state = self.applications[act.application]
                step, move = step_for(kind, state, move_of(act)), move_of(act)
                row = transition_for(self.status, move, kind)
                self.status = (row.target or self.status) if row else self.status
                self.applications[act.application] = (kind, step.target if step else state)

    def _why_not(self, act: acts.Act) -> str:
        match act:
            case acts.OpenApplication():
                return self._not_opened(act.application_kind)
            case acts.RecordInWrongFile(application=UUID() as wrong):
                return "application.in_wrong_file" if wrong in self.elsewhere else ""
            case _ if isinstance(act, _ABOUT_AN_APPLICATION):
                if act.application in self.elsewhere:
                    return "application.in_wrong_file"
                kind, state = self.applications[act.application]
                return "" if step_for(kind, state, move_of(act)) else "act.not_now"
            case _:
                return ""

    def _not_opened(self, kind: ApplicationKind) -> str:
        if any(other is kind and state not in CLOSED for other, state in self.applications.values()):
            return "application.already_open"
        if self.status in OPENABLE[kind]:
            return ""
        is_none = self.status in {Status.NOT_REGISTERED, Status.CANCELLED}
        return (
            "application.not_jobseeker"
            if kind is ApplicationKind.UNEMPLOYED and is_none
            else "application.kind_not_now"
        )


def after(file: PersonFile, first: Click) -> Standing:
    """Where the tables say that ``first`` leads."""
    standing = Standing(
        file.registration.status, {each.id: (each.kind, each.state) for each in file.applications}
    )
    for act in first.acts:
        standing.moves(act)
    return standing
