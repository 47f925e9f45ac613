"""The words for every expected error: one table by code, complete by test, translated like every other word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.dates import short
from dost_desktop.domain.errors import AgentError
from ui.infra.problem_words import WORDS

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # as a day travels in the server's answer


def words_for(error: AgentError) -> str:
    """What happened and what to do next, with the error's safe facts filled in.

    A value's own problem (``pin.length``) and the law's own reason (``application.barred``) are preferred to the
    general words of the code. A code without words gives the code itself in brackets: visible in every test, never a
    crash in front of a person.
    """
    own = getattr(error, "problem", "") or getattr(error, "reason", "")
    source = WORDS.get(own) or WORDS.get(error.code)
    if source is None:
        return f"[{own or error.code}]"
    return filled(QCoreApplication.translate("Problem", source), error.facts)


def filled(words: str, facts: object) -> str:
    """``words`` with ``{name}`` filled from a mapping, days as ``22.11.2026``; an unknown name stays as it stands."""
    if not isinstance(facts, Mapping):
        return words
    return words.format_map(_Facts({name: _said(fact) for name, fact in facts.items()}))


def _said(fact: object) -> object:
    if isinstance(fact, str) and _DAY.fullmatch(fact):
        try:
            return short(date.fromisoformat(fact))
        except ValueError:  # it looked like one
            return fact
    return short(fact) if isinstance(fact, date) else fact


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "{" + name + "}"
