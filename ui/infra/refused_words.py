"""The words for a legal “no”: what stands in the way, and the rule it comes from, as an agent can say it aloud."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.refusing import Refused
from ui.infra.problem_words import WORDS
from ui.infra.wording import filled

# as rules cite them: sections of the service passport, and facts about powers of attorney, which are the code's
_PASSPORT: Final = re.compile(r"SEED ([0-9][0-9.,\- ]*)")
_CIVIL_CODE: Final = re.compile(r"facts 5\.")


def refused_words(refused: Refused) -> str:
    """What stands in the way and what to do; a reason without words stands in brackets, as every error does."""
    source = WORDS.get(refused.reason)
    if source is None:
        return f"[{refused.reason}]"
    return filled(QCoreApplication.translate("Problem", source), refused.facts)


def cited(cites: str) -> str:
    """The source a person can look up: the sections of the service passport, else the code; "" where none is."""
    sections = ", ".join(found.strip(" ,.") for found in _PASSPORT.findall(cites))
    if sections:
        return QCoreApplication.translate("Cited", "service passport, {sections}").format(sections=sections)
    return QCoreApplication.translate("Cited", "Civil Code") if _CIVIL_CODE.search(cites) else ""
