"""The register's fact in one line, as the page's locked box shows it."""

from __future__ import annotations

from dost_desktop.catalogue.fact_values import printed
from dost_desktop.domain.refusing import ground_of
from dost_desktop.services.refuse_application import entries
from ui.screens.refusal.form import Typing


def fact_line(typing: Typing) -> str:
    """The facts of the entry that the chosen ground rests on, in the catalogue's order; "" without one."""
    ground = typing.refuse.catalogue.grounds.get(typing.form.ground)
    entry = next(
        (each for each in entries(typing.case.application) if ground and ground_of(each) == ground.id), None
    )
    if ground is None or entry is None:
        return ""
    facts, held = typing.refuse.catalogue.facts, entry.get("facts", {})
    shown: list[str] = []
    for id_ in (*ground.facts, *ground.optional):
        fact = facts[id_]
        value = printed(fact, held.get(id_))
        if value:
            shown.append(value if fact.shape == "text" and not shown else f"{fact.az}: {value}")
    return " · ".join(shown)
