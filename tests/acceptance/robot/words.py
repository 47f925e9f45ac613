"""The window's words by their English source: a scenario names what stands on a button, whatever language it shows."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from xml.etree import ElementTree as ET

from ui.infra.translation import sources

_PLACES: Final = re.compile(r"\\\{\w+\\\}|%n")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """English source to every Azerbaijani translation of it, whatever the context."""
    found: dict[str, list[str]] = {}
    for message in ET.parse(sources() / "dost_az.ts").iter("message"):
        source, told = message.findtext("source") or "", message.find("translation")
        assert told is not None
        forms = [each.text or "" for each in told.iter("numerusform")] or [told.text or ""]
        found.setdefault(source, []).extend(forms)
    return {source: tuple(dict.fromkeys(forms)) for source, forms in found.items()}


def shown(english: str) -> tuple[str, ...]:
    """What the window may show for these words. Raises KeyError for words that it does not know."""
    return _table()[english]


def pattern(english: str) -> re.Pattern[str]:
    """The same, with anything in the places of ``{facts}``."""
    forms = "|".join(_PLACES.sub(".+?", re.escape(form)) for form in shown(english))
    return re.compile(forms, re.DOTALL)
