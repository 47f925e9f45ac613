"""Write docs/lifecycle.md from the two tables: ``python docs/generate_lifecycle.py``.

A test compares the page with the tables, so the page cannot lie.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dost_desktop.domain.lifecycle import APPLICATION, OPENABLE, REGISTRATION, Move, Step  # noqa: E402
from dost_desktop.domain.vocabulary import CLOSED, ApplicationKind, ApplicationState  # noqa: E402

PAGE = ROOT / "docs" / "lifecycle.md"
_HEAD = """# The life of a registration and of an application

Generated from `dost_desktop/domain/lifecycle.py` by `python docs/generate_lifecycle.py`; a test keeps the two alike.
These rows are everything that can happen: the window enables them, the server checks them, and for every other
combination `decide` says why not.
"""
_EVERYWHERE = (
    Move.SHOW_PAPER,
    Move.SHOW_REPRESENTATION,
    Move.CHECK_REPRESENTATION,
    Move.GIVE_EXPLANATION,
    Move.WITHDRAW,
)


def page() -> str:
    """The whole page."""
    return "\n".join(
        [
            _HEAD,
            "## Registration",
            "",
            *_registration_diagram(),
            "",
            *_table(
                ("from", "what happens", "application", "to", "who", "source"),
                (
                    (
                        row.source,
                        row.move,
                        row.kind or "-",
                        row.target or "the status before",
                        row.role,
                        row.cites,
                    )
                    for row in REGISTRATION
                ),
            ),
            "",
            "## What can be applied for in which status",
            "",
            *_table(
                ("application", "statuses"),
                ((kind, ", ".join(sorted(statuses))) for kind, statuses in OPENABLE.items()),
            ),
            "",
            "## Application for registration as unemployed",
            "",
            *_application_diagram(ApplicationKind.UNEMPLOYED),
            "",
            "## The other applications",
            "",
            *_application_diagram(ApplicationKind.JOBSEEKER),
            "",
            "Not drawn above: in every open state papers may be shown and checked, things explained,",
            "and the person may withdraw; one that turns out to be another person's is misfiled.",
            "",
            "## Every row",
            "",
            *_table(("applications", "from", "what happens", "to", "who", "source"), map(_row, APPLICATION)),
            "",
        ]
    )


def _row(step: Step) -> tuple[str, ...]:
    kinds = "all" if len(step.kinds) == len(ApplicationKind) else ", ".join(sorted(step.kinds))
    return (kinds, step.source or "-", step.move, step.target, ", ".join(sorted(step.roles)), step.cites)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def _registration_diagram() -> Iterator[str]:
    yield from ("```mermaid", "stateDiagram-v2")
    for row in REGISTRATION:
        label = f"{row.move}: {row.kind}" if row.kind else row.move
        for target in (row.target,) if row.target else ("jobseeker", "unemployed"):
            yield f"    {row.source} --> {target}: {label}"
    yield "```"


def _application_diagram(kind: ApplicationKind) -> Iterator[str]:
    yield from ("```mermaid", "stateDiagram-v2")
    for step in APPLICATION:
        if kind in step.kinds and step.move not in _EVERYWHERE:
            yield f"    {step.source or '[*]'} --> {step.target}: {step.move}"
    yield from (f"    {state} --> [*]" for state in ApplicationState if state in CLOSED)
    yield "```"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
