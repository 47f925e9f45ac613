"""How the facts of a register stand on paper: what cannot be read is left blank, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from dost_desktop.catalogue.grounds import Fact
from dost_desktop.catalogue.refusal_facts import FactValue
from dost_desktop.domain import dates
from dost_desktop.domain.errors import InvalidValue

SHORTEST_LONG_TEXT: Final = 40
_TAX_ID: Final = re.compile(r"[0-9]{10}")


def printed(fact: Fact, value: FactValue | None) -> str:
    """The fact as the letter prints it, ``""`` where it is missing or not of its shape; rows print elsewhere."""
    if fact.shape == "date":
        day = _day(value)
        return dates.short(day) if day else ""
    if not isinstance(value, str):
        return ""
    text = one_line(value)
    if fact.shape == "choice":
        return fact.choices.get(text) or (text if text in fact.choices.values() else "")
    if fact.shape == "tax_id":
        return text if _TAX_ID.fullmatch(text) else ""
    return text


def is_ready(fact: Fact, value: FactValue | None) -> bool:
    """Whether the fact is all the letter needs: free text long enough, every row with all its columns."""
    if fact.shape == "rows":
        found = rows(fact, value)
        return bool(found) and all(row[column] for row in found for column in fact.columns)
    text = printed(fact, value)
    return len(text) >= SHORTEST_LONG_TEXT if fact.shape == "long_text" else bool(text)


def rows(fact: Fact, value: FactValue | None) -> tuple[dict[str, str], ...]:
    """The rows of a table with every column, ``""`` where a cell is missing."""
    if value is None or isinstance(value, str | date):
        return ()
    return tuple({column: one_line(row.get(column, "")) for column in fact.columns} for row in value)


def one_line(text: str) -> str:
    """The text without line breaks and doubled spaces."""
    return " ".join(text.split())


def _day(value: FactValue | None) -> date | None:
    if isinstance(value, datetime):
        return dates.legal_date(value)
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        return dates.parse_date(value)
    except InvalidValue:
        return None
