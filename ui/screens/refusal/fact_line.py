"""What the chosen ground rests on, in one line, as the page's locked box shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dost_desktop.catalogue.fact_values import printed, rows
from dost_desktop.catalogue.refusal_facts import Lookup
from ui.screens.refusal.form import Typing


@dataclass(frozen=True, slots=True)
class FactLine:
    """``words`` are the facts, "" without any; ``lookup`` the question to a register that gave them, or gave none."""

    words: str
    lookup: Lookup | None
    from_register: bool


def fact_line(typing: Typing) -> FactLine:
    """The facts of the chosen ground in the catalogue's order, those that the agent types left out."""
    catalogue = typing.refuse.catalogue
    ground = catalogue.grounds.get(typing.form.ground)
    if ground is None:
        return FactLine("", None, from_register=False)
    held = typing.refuse.facts_of(typing.case, typing.form)
    typed = typing.refuse.typed_facts(ground.id)
    shown: list[str] = []
    for id_ in (*ground.facts, *ground.optional):
        fact = catalogue.facts[id_]
        if id_ in typed:
            continue
        if fact.shape == "rows":
            shown += [_row_words(row) for row in rows(fact, held.facts.get(id_))]
            continue
        value = printed(fact, held.facts.get(id_))
        if value:
            shown.append(value if fact.shape == "text" and not shown else f"{fact.az}: {value}")
    return FactLine(" · ".join(shown), held.lookup, from_register=ground.rule().needs_register)


def _row_words(row: Mapping[str, str]) -> str:
    """A missing document with its reason, or an offer of work with its answer."""
    if "document" in row:
        return f"{row['document']}: {row['reason']}"
    return f"{row['position']}, {row['employer']}: {row['answer']}"
