"""No expected problem may reach an agent without words, in English and in Azerbaijani."""

from __future__ import annotations

import importlib
import pkgutil
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import central_api
import dost_desktop
from dost_desktop.domain.errors import AgentError
from ui.infra.problem_words import WORDS
from ui.infra.wording import filled

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations" / "dost_az.ts"
NEVER_SHOWN = {"error", "storage.error", "act.not_allowed"}  # two bases, and one whose reason is shown


def every(kind: type[AgentError]) -> set[type[AgentError]]:
    return {kind, *(each for sub in kind.__subclasses__() for each in every(sub))}


def codes_of_the_desk() -> set[str]:
    for package in (dost_desktop,):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__") and ".migrations" not in module.name:
                importlib.import_module(module.name)
    return {
        kind.code
        for kind in every(AgentError)
        if not kind.__module__.startswith((central_api.__name__, "tests"))
    }


def test_a_day_is_written_as_the_office_writes_it_whoever_said_no() -> None:
    facts = {"date": date(2026, 12, 24), "until": "2026-12-24", "number": "2026-99-99"}
    assert filled("{date} {until} {number} {other}", facts) == "24.12.2026 24.12.2026 2026-99-99 {other}"


def test_every_expected_error_has_words() -> None:
    assert codes_of_the_desk() - NEVER_SHOWN - set(WORDS) == set()


def test_every_reason_why_an_act_is_refused_has_words() -> None:
    """By the law's own rules, a use case of the desk, or the server."""
    folders = (Path(dost_desktop.__path__[0]), Path(central_api.__path__[0]))
    sources = "".join(file.read_text("utf-8") for folder in folders for file in folder.rglob("*.py"))
    reasons = set(re.findall(r'(?:Refused|Rejected)\(\s*(?:reason=)?"([a-z_]+(?:\.[a-z_0-9]+)?)"', sources))
    assert len(reasons) > 95
    assert reasons - set(WORDS) == set()


def test_every_word_of_the_window_is_there_in_azerbaijani() -> None:
    tree = ET.parse(TRANSLATIONS)
    missing = [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in tree.getroot().findall("context")
        for message in context.findall("message")
        if (translation := message.find("translation")) is None
        or translation.get("type") == "unfinished"
        or not ("".join(translation.itertext())).strip()
    ]
    assert missing == []
