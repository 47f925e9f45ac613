"""The refusal's form as it is being filled: what was typed under each ground is kept, so nothing is ever lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from dost_desktop.catalogue.fact_values import SHORTEST_LONG_TEXT
from dost_desktop.catalogue.files import Words
from dost_desktop.catalogue.grounds import Fact, Ground
from dost_desktop.catalogue.letters import NoticeElement
from dost_desktop.domain.vocabulary import PassportGround
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.refuse_application import RefusalForm, RefuseApplication
from dost_desktop.services.told_facts import TOLD_PAPER

SIGNATURE: Final = "signature"
FACTS: Final = "facts"  # the checklist's line of them


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing the letter must have. ``field`` names what leads to it."""

    id: str
    name: str
    field: str
    state: str  # done, open, at_issue (the program gives it when the notice is issued)
    problem: str = ""  # a key of the window's words: what is wrong with what was typed


@dataclass(frozen=True, slots=True)
class TypedFact:
    """A fact that only the agent knows; ``least`` characters of it, 0 for any.

    ``shape`` is the catalogue's (text, long_text, date, choice), ``choices`` are the keys with what the letter prints.
    """

    id: str
    name: Words
    least: int
    shape: str = "text"
    choices: tuple[tuple[str, str], ...] = ()
    optional: bool = False


@dataclass(slots=True)
class Typing:
    """One refusal being written. Changed only by the presenter, on the window's thread."""

    case: CaseView
    refuse: RefuseApplication
    grounds: tuple[Ground, ...]
    form: RefusalForm
    others: dict[str, str] = field(default_factory=dict, repr=False)  # ground -> what was typed under it

    @property
    def passport_ground(self) -> PassportGround | None:
        """The passport's ground that the chosen one belongs to (SEED 9)."""
        return next((each.passport_ground for each in self.grounds if each.id == self.form.ground), None)

    def passport_grounds(self) -> tuple[PassportGround, ...]:
        """Those of the two that have a fitting ground, the usual one first."""
        fitting = {each.passport_ground for each in self.grounds}
        order = (PassportGround.NO_LEGAL_BASIS, PassportGround.INCOMPLETE_DOCUMENTS)
        return tuple(each for each in order if each in fitting)

    def of(self, passport_ground: PassportGround) -> tuple[Ground, ...]:
        """The fitting grounds under one of the passport's."""
        return tuple(each for each in self.grounds if each.passport_ground is passport_ground)

    def typed_facts(self) -> tuple[TypedFact, ...]:
        """What the chosen ground asks of the agent."""
        catalogue = self.refuse.catalogue
        ground = catalogue.grounds.get(self.form.ground)
        optional = ground.optional if ground else ()
        return tuple(
            _typed_fact(id_, catalogue.facts[id_], optional=id_ in optional and id_ != TOLD_PAPER)
            for id_ in self.refuse.typed_facts(self.form.ground)
        )

    def open_fact(self) -> tuple[str, str]:
        """The first of them that is still missing or wrong, with the key of what to say; "" when none is."""
        return next(iter(self.refuse.open_facts(self.case, self.form).items()), ("", ""))

    def choose(self, ground: str) -> None:
        """Another ground: its own reasoning comes, what was typed under this one is kept."""
        if ground == self.form.ground:
            return
        self.others[self.form.ground] = self.form.reasoning
        fresh = self.refuse.with_ground(self.case, ground, self.form.statement)
        typed = self.others.get(ground)
        reasoning = fresh.reasoning if typed is None else typed
        self.form = replace(fresh, reasoning=reasoning, facts={**fresh.facts, **self.form.facts})

    def write(
        self,
        *,
        reasoning: str | None = None,
        statement: str | None = None,
        facts: Mapping[str, str] | None = None,
    ) -> None:
        """What was typed; ``facts`` are added to those that were."""
        self.form = replace(
            self.form,
            reasoning=self.form.reasoning if reasoning is None else reasoning,
            statement=self.form.statement if statement is None else statement,
            facts={**self.form.facts, **(facts or {})},
        )

    def content(self, agent: str) -> dict[str, Any]:
        """The draft that brings all of it back."""
        return {
            "agent": agent,
            "ground": self.form.ground,
            "reasoning": self.form.reasoning,
            "statement": self.form.statement,
            "others": dict(self.others),
            "facts": dict(self.form.facts),
        }

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Take a draft over; a ground that no longer fits is not chosen again, its text is kept aside."""
        self.others = {str(key): str(text) for key, text in draft.get("others", {}).items()}
        ground, reasoning = str(draft.get("ground", "")), draft.get("reasoning")
        if isinstance(reasoning, str) and ground:
            if any(each.id == ground for each in self.grounds):
                self.form = replace(self.form, ground=ground, reasoning=reasoning)
            else:
                self.others[ground] = reasoning
        facts = {str(key): str(text) for key, text in draft.get("facts", {}).items()}
        self.write(statement=str(draft.get("statement", "")), facts=facts)


def begin(case: CaseView, refuse: RefuseApplication) -> Typing:
    """The form as it opens, prefilled from the register."""
    return Typing(case, refuse, refuse.grounds(case), refuse.begin(case))


def _typed_fact(id_: str, fact: Fact, *, optional: bool) -> TypedFact:
    least = SHORTEST_LONG_TEXT if fact.shape == "long_text" else 0
    return TypedFact(id_, fact.name, least, fact.shape, tuple(fact.choices.items()), optional)


def check_lines(elements: tuple[NoticeElement, ...], *, issued: bool) -> tuple[CheckLine, ...]:
    """The checklist; number, date and code are the program's to give, the signature is open until it is there."""
    return tuple(
        CheckLine(each.element.id, each.element.name.az, each.element.field, _state(each, issued=issued))
        for each in elements
    )


def _state(line: NoticeElement, *, issued: bool) -> str:
    if issued:
        return "done"
    if line.element.id == SIGNATURE:
        return "open"
    if line.element.at_issue:
        return "at_issue"
    return "done" if line.ready else "open"
